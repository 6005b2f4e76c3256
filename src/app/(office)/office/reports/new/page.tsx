import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { readScope } from "@/domain/access/read-scope";
import { listDrafts } from "@/server/forms/drafts";
import { commissionFields, listBodiesToReportTo } from "@/server/reports/commission";
import { Actions, Button } from "@/ui/button";
import { RadioField } from "@/ui/choice-field";
import { Form } from "@/ui/form";
import { OfficeHead, OfficePage } from "@/ui/page";
import { RecordForm } from "../../../_forms/record-form";
import { officePage } from "../../../_lib/office-page";
import { commissionReportAction } from "./actions";

export const metadata: Metadata = { title: "Commission a report" };

const CRUMBS = [{ href: "/office/reports", label: "Reports" }];

export default officePage(async (person, _address, { body: asked }) => {
  const bodies = await listBodiesToReportTo(person);
  if (bodies.length === 0) notFound();
  const body = bodies.length === 1 ? bodies[0] : bodies.find(({ slug }) => slug === asked);
  if (!body)
    return (
      <OfficePage crumbs={CRUMBS}>
        <OfficeHead title="Commission a report">First, for which committee?</OfficeHead>
        <Form method="get" action="/office/reports/new" className="mt-4">
          <RadioField
            id="body"
            legend="Committee"
            choices={bodies.map(({ slug, name }) => ({ value: slug, label: name }))}
          />
          <Actions>
            <Button>Choose the committee</Button>
          </Actions>
        </Form>
      </OfficePage>
    );
  const [fields, drafts] = await Promise.all([
    commissionFields(person, body.id),
    listDrafts(readScope(person), body.id),
  ]);
  return (
    <OfficePage crumbs={CRUMBS}>
      <OfficeHead title="Commission a report">
        For {body.name}. {bodies.length > 1 ? <a href="/office/reports/new">Choose another committee</a> : null}
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
