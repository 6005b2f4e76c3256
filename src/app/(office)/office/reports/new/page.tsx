import type { Metadata } from "next";
import { readScope } from "@/domain/access/read-scope";
import { listDrafts } from "@/server/forms/drafts";
import { commissionFields, listBodiesToReportTo } from "@/server/reports/commission";
import { OfficeHead, OfficePage } from "@/ui/page";
import { AnotherBody, BodyChoice, type BodyForm, bodyFor } from "../../../_forms/body-choice";
import { RecordForm } from "../../../_forms/record-form";
import { officePage } from "../../../_lib/office-page";
import { commissionReportAction } from "./actions";

const FORM: BodyForm = {
  crumbs: [{ href: "/office/reports", label: "Reports" }],
  title: "Commission a report",
  address: "/office/reports/new",
  question: "First, for which committee?",
  noun: "committee",
};

export const metadata: Metadata = { title: FORM.title };

export default officePage(async (person, _address, { body: asked }) => {
  const bodies = await listBodiesToReportTo(person);
  const body = bodyFor(bodies, asked);
  if (!body) return <BodyChoice of={FORM} bodies={bodies} />;
  const [fields, drafts] = await Promise.all([
    commissionFields(person, body.id),
    listDrafts(readScope(person), body.id),
  ]);
  return (
    <OfficePage crumbs={FORM.crumbs}>
      <OfficeHead title={FORM.title}>
        For {body.name}. <AnotherBody of={FORM} bodies={bodies} />
      </OfficeHead>
      <RecordForm
        action={commissionReportAction}
        prefix="report"
        record={{ id: body.id, version: 0 }}
        back="/office/reports"
        onceKey={crypto.randomUUID()}
        fields={fields}
        kept={drafts.get("report/new")?.values}
        button="Commission the report"
        notDone="Not commissioned"
        cancel="/office/reports"
      />
    </OfficePage>
  );
});
