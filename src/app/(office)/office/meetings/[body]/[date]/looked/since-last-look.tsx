import { itemAnchor } from "@/domain/bodies/body-address";
import type { SinceLook } from "@/domain/meetings/since-last-look";
import type { LastLook } from "@/server/meetings/looks";
import type { MeetingPage } from "@/server/meetings/queries";
import { Bullets } from "@/ui/bullets";
import { Notice } from "@/ui/notice";
import { SmallForm } from "../../../../../_forms/small-form";
import { lookedAction } from "./actions";
import { LookedMark } from "./looked-mark";

const WORDS: Readonly<Record<SinceLook, string>> = { new: "is new", changed: "changed", new_file: "has a new file" };

/** What is new or changed since this reader last looked, with where it is; and the look itself. */
export function SinceLastLook({
  meeting,
  look: { marks, shown },
  here,
}: {
  meeting: MeetingPage;
  look: LastLook;
  here: `/office/${string}`;
}) {
  const lines = marks ? linesOf(meeting, marks) : [];
  const seen = (label: string) => (
    <SmallForm
      action={lookedAction}
      record={{ id: meeting.id, version: meeting.version }}
      back={here}
      onceKey={crypto.randomUUID()}
      about="this meeting"
      buttons={[{ label }]}
    >
      <input type="hidden" name="body" value={meeting.body.slug} />
      <input type="hidden" name="meeting" value={meeting.slug} />
      <input type="hidden" name="shown" value={shown} />
    </SmallForm>
  );
  return (
    <>
      <LookedMark address={`${here}/looked`} shown={shown} />
      {lines.length > 0 ? (
        <div className="mb-4">
          <Notice id="since" title="Since you last looked" shape="change">
            <Bullets>
              {lines.map(({ key, number, words }) => (
                <span key={key}>
                  {number ? (
                    <>
                      <a href={`#${itemAnchor(number)}`}>Item {number}</a>:{" "}
                    </>
                  ) : null}
                  {words}
                </span>
              ))}
            </Bullets>
            {seen("I have seen this")}
          </Notice>
        </div>
      ) : (
        <noscript>{seen("Remember that I looked")}</noscript>
      )}
    </>
  );
}

function linesOf(meeting: MeetingPage, marks: ReadonlyMap<string, SinceLook>) {
  const line = (id: string, number: string | null, what: string) => {
    const mark = marks.get(id);
    return mark ? [{ key: id, number, words: `${what} ${WORDS[mark]}.` }] : [];
  };
  return [
    ...line(meeting.id, null, "When, where or how the meeting stands"),
    ...meeting.papers.flatMap(({ id, title }) => line(id, null, `“${title}”`)),
    ...meeting.agenda.flatMap(({ id, number, title, papers }) => [
      ...line(id, number, `“${title}”`),
      ...papers.flatMap((paper) => line(paper.id, number, `“${paper.title}”`)),
    ]),
  ];
}
