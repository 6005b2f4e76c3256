import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { IMPORT_COLUMNS } from "@/server/people/import";
import { mayKeepPeople } from "@/server/people/keepers";
import { Fact, Facts } from "@/ui/facts";
import { Notice } from "@/ui/notice";
import { OfficeHead, OfficePage, OfficeSection } from "@/ui/page";
import { officePage } from "../../../_lib/office-page";
import { SETTINGS_CRUMB } from "../crumbs";
import { ImportForm } from "./import-form";

export const metadata: Metadata = { title: "People and seats from a file" };

export default officePage(async (person, _address, { saved }) => {
  if (!mayKeepPeople(person)) notFound();
  return (
    <OfficePage crumbs={[SETTINGS_CRUMB]}>
      <OfficeHead title="People and seats from a file">
        A CSV file, as a spreadsheet saves it. You see what each line would do before anything is changed; then all of
        it is, or nothing.
      </OfficeHead>
      {saved ? <Notice tone="done" title="The file was carried out" status /> : null}
      <ImportForm onceKey={crypto.randomUUID()} />
      <OfficeSection id="columns" title="Its columns">
        <p>
          The first line names them. A line is a person, with a seat where a body is given; somebody with two seats has
          two lines.
        </p>
        <Facts>
          {Object.entries(IMPORT_COLUMNS).map(([column, says]) => (
            <Fact key={column} term={<code>{column}</code>}>
              {says}
            </Fact>
          ))}
        </Facts>
      </OfficeSection>
    </OfficePage>
  );
});
