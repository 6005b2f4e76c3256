import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { can } from "@/domain/access/permissions";
import { isScanned } from "@/server/papers/item-papers";
import { Facts } from "@/ui/facts";
import { Meta } from "@/ui/meta";
import { OfficeHead, OfficePage } from "@/ui/page";
import { officePage } from "../../_lib/office-page";
import { Named } from "./named";
import { settingsOf } from "./places";

export const metadata: Metadata = { title: "Settings" };

export default officePage(async (person) => {
  const places = settingsOf(person);
  if (places.length === 0) notFound();
  return (
    <OfficePage>
      <OfficeHead title="Settings">What you may change, by what it is about. Every change is recorded.</OfficeHead>
      <Facts named>
        {places.map(({ href, label, says }) => (
          <Named key={href} href={href} title={label} meta={says} />
        ))}
      </Facts>
      {can(person, "council.settings", {}) ? (
        <Meta className="mt-4">
          {isScanned()
            ? "Uploaded files are looked through by a scanner before anybody gets them."
            : "No scanner is configured: uploaded files are taken as they come (SCRUTINEER_CLAMD)."}
        </Meta>
      ) : null}
    </OfficePage>
  );
});
