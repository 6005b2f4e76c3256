import type { Metadata } from "next";
import { labelsFrom } from "@/domain/bodies/labels";
import { getCouncilToSet } from "@/server/council/commands";
import { Notice } from "@/ui/notice";
import { OfficeHead, OfficePage } from "@/ui/page";
import { orNotFound } from "../../../../_lib/or-not-found";
import { officePage } from "../../../_lib/office-page";
import { SETTINGS_CRUMB } from "../crumbs";
import { SettingsForm } from "../settings-form";
import { changeCouncilAction } from "./actions";

export const metadata: Metadata = { title: "Council" };

export default officePage(async (person, _address, { saved }) => {
  const council = await orNotFound(getCouncilToSet(person));
  const labels = labelsFrom(council.labels);
  return (
    <OfficePage crumbs={[SETTINGS_CRUMB]}>
      <OfficeHead title="Council">What every page of the site is called and looks like.</OfficeHead>
      {saved ? <Notice tone="done" title="Saved" status /> : null}
      <SettingsForm
        action={changeCouncilAction}
        prefix="council"
        hidden={{}}
        version={council.version}
        onceKey={crypto.randomUUID()}
        fields={[
          { kind: "line", name: "name", label: "Name", value: council.name },
          {
            kind: "line",
            name: "shortName",
            label: "Name in short",
            hint: "Beside the crest",
            value: council.shortName,
          },
          { kind: "prose", name: "address", label: "Address", rows: 2, value: council.address },
          {
            kind: "prose",
            name: "introduction",
            label: "Introduction",
            hint: "What leads the public home page",
            value: council.introduction,
          },
          {
            kind: "line",
            name: "colour",
            label: "Colour",
            hint: "As # and six digits. Words on it stay readable whatever it is",
            value: council.colour,
          },
          {
            kind: "prose",
            name: "crest",
            label: council.crest ? "A new crest" : "Crest",
            hint: "The text of an SVG file. It is drawn in one colour, from its shapes alone. Left empty, it stays as it is",
          },
          ...(council.crest
            ? [{ kind: "tick" as const, name: "noCrest", label: "Take the crest away", value: false }]
            : []),
          { kind: "heading", name: "words", label: "The council’s words" },
          { kind: "line", name: "chair", label: "Whoever chairs a committee", value: labels.chair },
          { kind: "line", name: "viceChair", label: "Whoever stands in for them", value: labels.viceChair },
          { kind: "line", name: "executive", label: "The executive", value: labels.executive },
          { kind: "line", name: "executiveChair", label: "Whoever leads the executive", value: labels.executiveChair },
          { kind: "line", name: "programme", label: "The work programme", value: labels.programme },
        ]}
        button="Save the council"
      />
    </OfficePage>
  );
});
