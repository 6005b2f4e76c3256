import { MarginDay } from "@/app/_lib/day";
import { site } from "@/app/_lib/site";
import { PUBLIC_SCOPE } from "@/domain/access/read-scope";
import { bodyAddress, meetingAddress } from "@/domain/bodies/body-address";
import { formatDate, type PlainDate, plainDate, yearOf } from "@/domain/calendar/plain-date";
import { formatTime } from "@/domain/calendar/plain-time";
import { ELSEWHERE } from "@/domain/programme/place-words";
import { listPlaced, type Placed } from "@/server/programme/all-programmes";
import { Bullets } from "@/ui/bullets";
import { Empty } from "@/ui/empty";
import { LinkList, List, ListItem } from "@/ui/list";
import { Columns, Main, PageHead, PublicPage, Section, Side } from "@/ui/page";
import { PublicFrame } from "../../_lib/public-frame";
import { publicMetadata, publicPage } from "../../_lib/public-page";

export const generateMetadata = publicMetadata(async () => ({ title: "Work programme" }));

export default publicPage(async () => {
  const { clock } = await site();
  const firstOfMonth = plainDate(yearOf(clock.date), Number(clock.date.slice(5, 7)), 1);
  const placed = await listPlaced(PUBLIC_SCOPE, firstOfMonth);
  const months = byMonth(placed);
  return (
    <PublicFrame section="/work-programme">
      <PublicPage wide>
        <Columns>
          <PageHead
            title="Work programme"
            lead="What the overview and scrutiny committees look into, month by month."
          />
          <Main>
            {months.length > 0 ? (
              months.map(([month, lines]) => (
                <Section key={month} id={`month-${month}`} title={monthName(month)}>
                  <List hangs>
                    {lines.map((line) => (
                      <ProgrammeLine key={line.key} line={line} today={clock.date} />
                    ))}
                  </List>
                </Section>
              ))
            ) : (
              <Section id="months" title="By month">
                <Empty what="Nothing is planned yet." />
              </Section>
            )}
            {placed.endsOn ? (
              <p className="mt-4">
                This list ends on {formatDate(placed.endsOn)}. What comes later is in the work programmes of{" "}
                <a href="#committees">the committees</a>.
              </p>
            ) : null}
          </Main>
          <Side labelledBy="committees">
            <Section id="committees" title="By committee">
              <LinkList>
                {placed.committees.map(({ programmes, ...committee }) => {
                  const waiting = programmes[0]?._count.items ?? 0;
                  return (
                    <span key={committee.slug}>
                      <a href={`${bodyAddress(committee)}/work-programme`}>{committee.shortName}</a>
                      <span className="block text-note text-ink-2">
                        {programmes[0]
                          ? `${programmes[0].year}${waiting > 0 ? `, ${waiting} not yet placed` : ""}`
                          : "No programme here yet"}
                      </span>
                    </span>
                  );
                })}
              </LinkList>
              {placed.areMoreCommittees ? (
                <p className="mt-2">
                  <a href="/committees">All committees</a>
                </p>
              ) : null}
            </Section>
          </Side>
        </Columns>
      </PublicPage>
    </PublicFrame>
  );
});

type Line =
  | { kind: "meeting"; key: string; date: PlainDate; meeting: Placed["meetings"][number] }
  | { kind: "elsewhere"; key: string; date: PlainDate; item: Placed["elsewhere"][number] };

/** Meetings and other days, in order, under the month they fall in. */
function byMonth({ meetings, elsewhere }: Placed): [string, Line[]][] {
  const lines: Line[] = [
    ...meetings.map((meeting): Line => ({ kind: "meeting", key: meeting.id, date: meeting.date, meeting })),
    ...elsewhere.flatMap((item): Line[] =>
      item.slotOn ? [{ kind: "elsewhere", key: item.id, date: item.slotOn, item }] : [],
    ),
  ].sort((a, b) => a.date.localeCompare(b.date));
  return [...Map.groupBy(lines, ({ date }) => date.slice(0, 7))];
}

/** "October 2016" */
const monthName = (month: string) => formatDate(`${month}-01`).replace(/^1 /, "");

function ProgrammeLine({ line, today }: { line: Line; today: PlainDate }) {
  if (line.kind === "elsewhere") {
    const { item } = line;
    const what = item.slotKind === "meeting" || item.slotKind === "none" ? "" : `${ELSEWHERE[item.slotKind]}, `;
    return (
      <ListItem
        when={<MarginDay date={line.date} today={line.date} />}
        title={item.title}
        href={item.topic ? `/topics/${item.topic.slug}` : undefined}
        meta={`${what}${item.body.shortName}`}
      />
    );
  }
  const { meeting } = line;
  return (
    <ListItem
      when={
        <>
          <b>
            <MarginDay date={line.date} today={line.date} />
          </b>{" "}
          {meeting.startTime ? formatTime(meeting.startTime) : null}
        </>
      }
      title={meeting.body.name}
      href={meetingAddress(meeting.body, meeting)}
      meta={
        meeting.programmeItems.length > 0
          ? undefined
          : line.date >= today
            ? "Nothing placed yet."
            : "Nothing was placed here."
      }
    >
      {meeting.programmeItems.length > 0 ? (
        <Bullets>
          {meeting.programmeItems.map((item) =>
            item.topic ? (
              <a key={item.id} href={`/topics/${item.topic.slug}`}>
                {item.title}
              </a>
            ) : (
              item.title
            ),
          )}
        </Bullets>
      ) : null}
    </ListItem>
  );
}
