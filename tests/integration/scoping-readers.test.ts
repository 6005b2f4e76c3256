import { randomUUID } from "node:crypto";
import { describe, expect, it } from "vitest";
import type { Person } from "@/domain/access/actor";
import { PUBLIC_SCOPE, readScope } from "@/domain/access/read-scope";
import { getProposal, getVersion, listProposals } from "@/server/scoping/queries";
import { failureOf } from "../support/outcomes";
import { TODAY } from "../support/people";
import {
  beginWithCouncil,
  type Council,
  completeDraft,
  forward,
  save,
  setStatus,
  start,
  who,
  withdraw,
} from "../support/scoping";

beginWithCouncil();

describe("who may read it", () => {
  it("a draft: those who write it, the chair, democratic services and the scrutiny officer; for all others it is not there", async () => {
    const id = await start(who.officer);
    for (const person of [who.officer, who.chair, who.clerk, who.scrutinyOfficer])
      await getProposal(readScope(person), id, TODAY);
    await expectHidden(id, [
      "member",
      "coOptee",
      "elsewhere",
      "otherChair",
      "otherOfficer",
      "cabinet",
      "cabinetSupport",
      "administrator",
      "properOfficer",
    ]);
  });

  it("once put forward, the committee's members too, and nobody else", async () => {
    const id = await completeDraft();
    const { version } = await getProposal(readScope(who.officer), id, TODAY);
    await forward(who.officer, id, version);
    for (const person of [who.member, who.lead, who.coOptee, who.clerk, who.scrutinyOfficer]) {
      await getProposal(readScope(person), id, TODAY);
      expect((await getVersion(readScope(person), id, 1)).number).toBe(1);
    }
    await expectHidden(id, [
      "elsewhere",
      "otherChair",
      "otherOfficer",
      "cabinet",
      "cabinetSupport",
      "administrator",
      "properOfficer",
    ]);
  });

  it("on an agenda, everybody; but what was done to the draft only those to whom a draft is open", async () => {
    const id = await completeDraft();
    await setStatus(id, "on_agenda");
    const verbs = async (person: Person) =>
      (await getProposal(readScope(person), id, TODAY)).history.map(({ verb }) => verb);
    expect(await verbs(who.officer)).toEqual(["save", "start"]);
    expect(await verbs(who.elsewhere)).toEqual([]);
    expect((await getProposal(PUBLIC_SCOPE, id, TODAY)).history).toEqual([]);
  });

  async function expectHidden(id: string, names: readonly (keyof Council["people"])[]) {
    for (const scope of [PUBLIC_SCOPE, ...names.map((name) => readScope(who[name]))]) {
      expect(await failureOf(getProposal(scope, id, TODAY))).toEqual({ kind: "not-found" });
      expect(await failureOf(getVersion(scope, id, 1))).toEqual({ kind: "not-found" });
      expect(await listProposals(scope)).toEqual([]);
    }
    for (const name of names) {
      expect(await failureOf(save(who[name], id, 1, { item: "Taken over" }))).toEqual({ kind: "not-found" });
      expect(await failureOf(forward(who[name], id, 1))).toEqual({ kind: "not-found" });
      expect(await failureOf(withdraw(who[name], id))).toEqual({ kind: "not-found" });
    }
  }

  it("what is no key, or nobody's, is not there either", async () => {
    for (const id of ["nothing", randomUUID()])
      expect(await failureOf(getProposal(readScope(who.clerk), id, TODAY))).toEqual({ kind: "not-found" });
  });
});
