import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { can } from "@/domain/access/permissions";
import { formatDate } from "@/domain/calendar/plain-date";
import { listBodiesToSet } from "@/server/bodies/office";
import { LinkButton } from "@/ui/button";
import { Facts } from "@/ui/facts";
import { OfficeHead, OfficePage } from "@/ui/page";
import { officePage } from "../../../_lib/office-page";
import { SETTINGS_CRUMB } from "../crumbs";
import { Named } from "../named";
import { KINDS } from "./kinds";

export const metadata: Metadata = { title: "Bodies" };

export default officePage(async (person) => {
  const bodies = await listBodiesToSet(person);
  const mayAdd = can(person, "council.settings", {});
  if (bodies.length === 0 && !mayAdd) notFound();
  return (
    <OfficePage crumbs={[SETTINGS_CRUMB]}>
      <OfficeHead
        title="Bodies"
        actions={mayAdd ? <LinkButton href="/office/settings/bodies/new">Add a body</LinkButton> : null}
      >
        Those whose settings you may change. Review groups are set up by their committee.
      </OfficeHead>
      <Facts named>
        {bodies.map(({ slug, name, kind, until }) => (
          <Named
            key={slug}
            title={name}
            href={`/office/settings/bodies/${slug}`}
            meta={`${KINDS[kind]}${until ? `, until ${formatDate(until)}` : ""}`}
          />
        ))}
      </Facts>
    </OfficePage>
  );
});
