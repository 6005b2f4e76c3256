import type { PostKind } from "@/domain/access/actor";
import { formatDate, type PlainDate } from "@/domain/calendar/plain-date";
import { optionsOf } from "@/domain/wording/words-by-value";
import { Empty } from "@/ui/empty";
import { OfficeSection } from "@/ui/page";
import { Cell, Row, RowHead, Table, TableRows } from "@/ui/table";
import { EndForm } from "../../end-form";
import type { SettingOption } from "../../setting-field";
import { SettingsForm } from "../../settings-form";
import { POST_KINDS } from "../post-kinds";
import { addPostAction, endPostAction } from "./actions";

type Post = {
  id: string;
  kind: PostKind;
  title: string;
  from: string;
  until: string | null;
  version: number;
  area: { name: string } | null;
  bodies: readonly { shortName: string }[];
  portfolios: readonly { name: string }[];
};

type Named = readonly { id: string; name: string }[];

const asOptions = (all: Named): SettingOption[] => all.map(({ id, name }) => ({ value: id, label: name }));

/** The posts somebody holds and held; the administrator adds and ends them. */
export function PostsPanel({
  person,
  mayManage,
  today,
  choices,
}: {
  person: { id: string; slug: string; name: string; posts: readonly Post[] };
  mayManage: boolean;
  today: PlainDate;
  choices: { areas: Named; portfolios: Named; bodies: readonly SettingOption[] };
}) {
  const here = `/office/settings/people/${person.slug}`;
  return (
    <OfficeSection id="posts" title="Posts">
      {person.posts.length === 0 ? (
        <Empty what="No posts." />
      ) : (
        <Table
          labelledBy="posts"
          columns={[
            { key: "title", head: "Title" },
            { key: "kind", head: "As" },
            { key: "until", head: "Held" },
          ]}
        >
          <TableRows>
            {person.posts.map((post) => (
              <Row key={post.id}>
                <RowHead>{post.title}</RowHead>
                <Cell label="As">
                  {[POST_KINDS[post.kind], post.area?.name, ...post.bodies.map(({ shortName }) => shortName)]
                    .concat(post.portfolios.map(({ name }) => name))
                    .filter(Boolean)
                    .join(", ")}
                </Cell>
                <Cell label="Held">
                  from {formatDate(post.from)}
                  {post.until ? ` until ${formatDate(post.until)}` : ""}
                  {mayManage ? (
                    <EndForm
                      action={endPostAction}
                      summary={post.until ? "Change its end" : "End the post"}
                      prefix={`end-${post.id}`}
                      id={post.id}
                      back={here}
                      version={post.version}
                      onceKey={crypto.randomUUID()}
                      until={post.until ?? today}
                      button={`End the post of ${person.name}`}
                    />
                  ) : null}
                </Cell>
              </Row>
            ))}
          </TableRows>
        </Table>
      )}
      {mayManage ? (
        <details>
          <summary className="linklike inline-block">Add a post</summary>
          <SettingsForm
            action={addPostAction}
            prefix="post"
            hidden={{ personId: person.id, slug: person.slug }}
            onceKey={crypto.randomUUID()}
            fields={[
              { kind: "line", name: "title", label: "Title", hint: "As it is printed" },
              {
                kind: "one",
                name: "kind",
                label: "What the post is for",
                hint: "It decides what its holder may do",
                options: optionsOf(POST_KINDS),
                value: "officer",
              },
              { kind: "one", name: "areaId", label: "Area", none: "None", options: asOptions(choices.areas) },
              {
                kind: "several",
                name: "bodyIds",
                label: "Bodies served",
                hint: "For democratic services; none means all",
                options: choices.bodies,
              },
              {
                kind: "several",
                name: "portfolioIds",
                label: "Portfolios supported",
                hint: "For support officers of the executive",
                options: asOptions(choices.portfolios),
              },
              { kind: "date", name: "from", label: "First day", value: today },
              { kind: "date", name: "until", label: "Last day", hint: "Leave it empty while it goes on" },
            ]}
            button="Add the post"
            second
            notDone="Not added"
          />
        </details>
      ) : null}
    </OfficeSection>
  );
}
