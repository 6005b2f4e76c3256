import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { fileLabel } from "@/app/_lib/file-label";
import { orNotFound } from "@/app/_lib/or-not-found";
import { formatDate } from "@/domain/calendar/plain-date";
import { awaitsSignature, placeholderFor } from "@/domain/papers/paper";
import { restrictionFindings } from "@/domain/papers/restriction-findings";
import { getPaperToSign } from "@/server/papers/restrictions";
import { Fact, Facts } from "@/ui/facts";
import { Gap } from "@/ui/gap";
import { OfficeHead, OfficePage } from "@/ui/page";
import { RecordForm } from "../../../../../../_forms/record-form";
import { officePage } from "../../../../../../_lib/office-page";
import { officeMeeting } from "../../../../meeting-places";
import { signPaperAction } from "./actions";

export const metadata: Metadata = { title: "Restriction of a paper" };

type Address = { body: string; date: string; paper: string };

/** Where the proper officer looks at what is proposed of an uploaded paper, and signs it. */
export default officePage<Address>(async (person, { body, date, paper: id }) => {
  const paper = await orNotFound(getPaperToSign(person, id));
  const { meeting } = paper;
  if (meeting.slug !== date || meeting.body.slug !== body) notFound();
  const back = `/office/meetings/${body}/${date}` as const;
  const shut = placeholderFor(paper);
  const warnings = restrictionFindings(paper);
  return (
    <OfficePage
      crumbs={[
        { href: "/office/meetings", label: "Meetings" },
        { href: officeMeeting(meeting.body, meeting), label: `${meeting.body.shortName}, ${formatDate(meeting.date)}` },
      ]}
    >
      <OfficeHead title="Restriction of a paper">“{paper.title}”</OfficeHead>
      <Facts>
        <Fact term="Proposed">
          {shut && paper.restriction !== "public" ? shut.heading : "It is open to the public."}
        </Fact>
        {shut ? (
          <Fact term="What the public reads">{[shut.meaning, shut.reason].filter(Boolean).join(" ")}</Fact>
        ) : null}
        <Fact term="File">
          {paper.file ? <a href={`/papers/${paper.file.id}`}>{fileLabel(paper.file)}</a> : "Not here yet"}
        </Fact>
      </Facts>
      {warnings.map(({ code, sentence, authority }) => (
        <p key={code} className="mt-3 max-w-measure">
          <Gap>
            {sentence} {authority}.
          </Gap>
        </p>
      ))}
      {awaitsSignature(paper) ? (
        <RecordForm
          action={signPaperAction}
          prefix="sign"
          record={{ id, version: paper.version }}
          back={back}
          onceKey={crypto.randomUUID()}
          fields={[]}
          kept={undefined}
          button="Sign the restriction"
          notDone="Not signed"
          cancel={back}
        />
      ) : (
        <p className="mt-3">
          {paper.restriction === "public" ? "Nothing waits to be signed." : "It is signed. Nothing more waits for you."}
        </p>
      )}
    </OfficePage>
  );
});
