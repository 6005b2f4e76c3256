import type { Metadata } from "next";
import { permanentRedirect, unstable_rethrow } from "next/navigation";
import { cache, type ReactNode } from "react";
import { orNotFound } from "@/app/_lib/or-not-found";
import { site } from "@/app/_lib/site";
import { inLanguage } from "@/app/(public)/_lib/language";
import { NoSuchPage } from "@/app/(public)/_lib/no-such-page";
import { PublicFrame } from "@/app/(public)/_lib/public-frame";
import { askAddress, bodyAddress, meetingAddress, treeOf } from "@/domain/bodies/body-address";
import { formatDate, formatFullDate } from "@/domain/calendar/plain-date";
import { formatTime } from "@/domain/calendar/plain-time";
import { openUntil } from "@/domain/questions/question-deadline";
import { monthsWords } from "@/domain/questions/question-rules";
import { answerWith } from "@/server/http/exchange";
import { issueToken } from "@/server/public-forms/showing-token";
import { getMeetingToAsk, isReference, type MeetingToAsk } from "@/server/questions/ask";
import { Columns, Main, PageHead, PublicPage, Side } from "@/ui/page";
import { AskForm } from "./ask-form";
import { ByWhen, Closed, Rules, Sent } from "./what-happens";

type Address = { lang: string; bodies: string; slug: string; date: string };
type Props = { params: Promise<Address>; searchParams: Promise<{ sent?: string | string[] }> };

const TITLE = "Ask a question or make a statement";

const load = cache((body: string, meeting: string) => orNotFound(getMeetingToAsk({ body, meeting })));

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const { slug, date } = await inLanguage(params);
  const title = await load(slug, date).then(
    () => TITLE,
    () => "Page not found", // what broke, breaks the page too, which says so
  );
  return { title: { absolute: `${title} – ${(await site()).council.name} scrutiny` }, robots: { index: false } };
}

/** Made anew for each request: the token in its form is for one person, and it closes by the minute. */
export default async function AskPage({ params, searchParams }: Props): Promise<ReactNode> {
  try {
    const { bodies, slug, date } = await inLanguage(params);
    const { sent } = await searchParams;
    const meeting = await load(slug, date);
    if (bodies !== treeOf(meeting.body.kind)) permanentRedirect(askAddress(meeting.body, meeting));
    return await askPage(meeting, typeof sent === "string" && isReference(sent) ? sent : null);
  } catch (error) {
    // A page that throws is sent as a shell that scripts must fill in; this one is there without them.
    if (!isNotFound(error)) {
      unstable_rethrow(error);
      throw error;
    }
    answerWith(404);
    return <NoSuchPage />;
  }
}

async function askPage(meeting: MeetingToAsk, sent: string | null): Promise<ReactNode> {
  const { council, clock } = await site();
  const { body } = meeting;
  const open = meeting.kinds.filter(({ closed }) => !closed);
  const begins = meeting.startTime ? `, ${formatTime(meeting.startTime)}` : "";
  return (
    <PublicFrame section={treeOf(body.kind) === "committees" ? "/committees" : undefined}>
      <PublicPage
        crumbs={[
          { href: "/committees", label: "Committees" },
          { href: bodyAddress(body), label: body.shortName },
          { href: meetingAddress(body, meeting), label: `Meeting of ${formatDate(meeting.date)}` },
        ]}
      >
        <Columns>
          <PageHead
            kicker={body.name}
            title={sent ? "Thank you. It was sent." : TITLE}
            lead={`For the meeting of ${formatFullDate(meeting.date)}${begins}`}
          />
          <Side labelledBy="when">
            <ByWhen meeting={meeting} now={clock} />
          </Side>
          <Main>
            {sent ? (
              <Sent reference={sent} meeting={meeting} />
            ) : open.length === 0 ? (
              <Closed meeting={meeting} council={council} />
            ) : (
              <>
                <Rules />
                <AskForm
                  token={issueToken()}
                  meeting={{ body: body.slug, slug: meeting.slug }}
                  kinds={open.map(({ kind, due }) => ({
                    value: kind,
                    label: KINDS[kind],
                    hint: openUntil(due, clock),
                  }))}
                  identities={IDENTITIES}
                >
                  <p className="max-w-measure text-note text-ink-2">
                    {council.name} keeps what you write here to take it at the meeting, which is a task in the public
                    interest. If it is accepted it is published with the agenda and the minutes, and stays in the
                    council’s records, by the name you chose. Only democratic services see your address; it is erased{" "}
                    {monthsWords(meeting.rules.eraseAfterMonths)} after the meeting, and so is a name that is not
                    published. A written reply that is still owed keeps it until it is sent,{" "}
                    {monthsWords(meeting.rules.eraseAtLatestMonths)} at most. You can ask what is kept about you.
                  </p>
                </AskForm>
              </>
            )}
          </Main>
        </Columns>
      </PublicPage>
    </PublicFrame>
  );
}

const KINDS = {
  public_question: "A question, to be answered at the meeting",
  public_statement: "A statement, to be heard at the meeting",
  petition: "A petition",
  councillor_question: "A question",
};

const IDENTITIES = [
  { value: "name", label: "My name" },
  { value: "name_and_area", label: "My name, and my town or parish" },
  { value: "withheld", label: "Neither", hint: "You are called “a member of the public”." },
];

/** What notFound() throws. */
const isNotFound = (error: unknown) =>
  error instanceof Error && "digest" in error && error.digest === "NEXT_HTTP_ERROR_FALLBACK;404";
