import { formatDate } from "@/domain/calendar/plain-date";
import { getBodyToSet } from "@/server/bodies/office";
import { listPeopleChoices, listPortfolios } from "@/server/people/office";
import { Empty } from "@/ui/empty";
import { Notice } from "@/ui/notice";
import { OfficeHead, OfficePage, OfficeSection } from "@/ui/page";
import { Cell, Row, RowHead, Table, TableRows } from "@/ui/table";
import { orNotFound } from "../../../../../../_lib/or-not-found";
import { officeMetadata, officePage } from "../../../../../_lib/office-page";
import { BODIES_CRUMB, SETTINGS_CRUMB } from "../../../crumbs";
import { EndForm } from "../../../end-form";
import { SettingsForm } from "../../../settings-form";
import { ROLE_OPTIONS, ROLES } from "../../kinds";
import { addSeatAction, endSeatAction } from "./actions";

type Address = { slug: string };

export const generateMetadata = officeMetadata<Address>(async (person, { slug }) => ({
  title: `Seats of ${(await orNotFound(getBodyToSet(person, slug))).shortName}`,
}));

export default officePage<Address>(async (person, { slug }, { saved }) => {
  const body = await orNotFound(getBodyToSet(person, slug));
  const here = `/office/settings/bodies/${body.slug}` as const;
  const [people, portfolios] = await Promise.all([listPeopleChoices(), listPortfolios()]);
  return (
    <OfficePage crumbs={[SETTINGS_CRUMB, BODIES_CRUMB, { href: here, label: body.shortName }]}>
      <OfficeHead title={`Seats of ${body.name}`}>
        A seat opens the body’s papers from its first day to its last, and closes them at the next click after it.
      </OfficeHead>
      {saved ? <Notice tone="done" title="Saved" status /> : null}
      <OfficeSection id="held" title="Seats">
        {body.seats.length === 0 ? (
          <Empty what="No seats yet." />
        ) : (
          <Table
            labelledBy="held"
            columns={[
              { key: "who", head: "Who" },
              { key: "role", head: "As" },
              { key: "from", head: "First day" },
              { key: "until", head: "Last day" },
            ]}
          >
            <TableRows>
              {body.seats.map((seat) => (
                <Row key={seat.id}>
                  <RowHead>
                    <a href={`/office/settings/people/${seat.person.slug}`}>{seat.person.name}</a>
                  </RowHead>
                  <Cell label="As">
                    {[ROLES[seat.role], seat.represents, seat.portfolio?.name].filter(Boolean).join(", ")}
                  </Cell>
                  <Cell label="First day">{formatDate(seat.from)}</Cell>
                  <Cell label="Last day">
                    {seat.until ? formatDate(seat.until) : null}
                    <EndForm
                      action={endSeatAction}
                      summary={seat.until ? "Change it" : "End the seat"}
                      prefix={`end-${seat.id}`}
                      id={seat.id}
                      back={`${here}/seats`}
                      version={seat.version}
                      onceKey={crypto.randomUUID()}
                      until={seat.until ?? person.day}
                      button={`End ${seat.person.name}’s seat`}
                    />
                  </Cell>
                </Row>
              ))}
            </TableRows>
          </Table>
        )}
      </OfficeSection>
      <OfficeSection id="add" title="Add a seat">
        <p>
          Somebody who is not in the list is <a href="/office/settings/people/new">added to the people</a> first.
        </p>
        <SettingsForm
          action={addSeatAction}
          prefix="seat"
          hidden={{ bodyId: body.id, slug: body.slug }}
          onceKey={crypto.randomUUID()}
          fields={[
            { kind: "one", name: "personId", label: "Who", none: "Choose", options: people },
            { kind: "one", name: "role", label: "As", options: ROLE_OPTIONS, value: "member" },
            ...(body.kind === "executive"
              ? [
                  {
                    kind: "one" as const,
                    name: "portfolioId",
                    label: "Portfolio",
                    none: "None",
                    options: portfolios.map(({ id, name }) => ({ value: id, label: name })),
                  },
                ]
              : []),
            {
              kind: "line",
              name: "represents",
              label: "Whom they represent",
              hint: "A councillor’s division, or whoever nominated a co-opted member",
            },
            { kind: "date", name: "from", label: "First day", value: person.day },
            { kind: "date", name: "until", label: "Last day", hint: "Leave it empty while it goes on" },
          ]}
          button="Add the seat"
          notDone="Not added"
        />
      </OfficeSection>
    </OfficePage>
  );
});
