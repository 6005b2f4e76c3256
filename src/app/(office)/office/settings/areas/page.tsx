import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { can } from "@/domain/access/permissions";
import { formatDate } from "@/domain/calendar/plain-date";
import { listAreas, listPortfolios } from "@/server/people/office";
import { Facts } from "@/ui/facts";
import { Notice } from "@/ui/notice";
import { OfficeHead, OfficePage, OfficeSection } from "@/ui/page";
import { officePage } from "../../../_lib/office-page";
import { SETTINGS_CRUMB } from "../crumbs";
import { Named } from "../named";
import type { SettingField } from "../setting-field";
import { SettingsForm } from "../settings-form";
import { saveAreaAction, savePortfolioAction } from "./actions";

export const metadata: Metadata = { title: "Areas and portfolios" };

type Portfolio = { name: string; from: string; until: string | null };

const portfolioFields = (stands: Partial<Portfolio>): SettingField[] => [
  { kind: "line", name: "name", label: "Name", value: stands.name ?? "" },
  { kind: "date", name: "from", label: "First day", value: stands.from ?? null },
  {
    kind: "date",
    name: "until",
    label: "Last day",
    hint: "Leave it empty while it goes on",
    value: stands.until ?? null,
  },
];

export default officePage(async (person, _address, { saved }) => {
  if (!can(person, "council.settings", {})) notFound();
  const [areas, portfolios] = await Promise.all([listAreas(), listPortfolios()]);
  const key = () => crypto.randomUUID();
  return (
    <OfficePage crumbs={[SETTINGS_CRUMB]}>
      <OfficeHead title="Areas and portfolios">
        A director reads what is drafted in their area; a member of the executive what concerns their portfolio.
      </OfficeHead>
      {saved ? <Notice tone="done" title="Saved" status /> : null}
      <OfficeSection id="areas" title="Areas of the council’s services">
        <Facts named>
          {areas.map(({ id, name }) => (
            <Named key={id} title={name}>
              <details>
                <summary className="linklike inline-block">Change its name</summary>
                <SettingsForm
                  action={saveAreaAction}
                  prefix={`area-${id}`}
                  hidden={{ id }}
                  onceKey={key()}
                  fields={[{ kind: "line", name: "name", label: "Name", value: name }]}
                  button={`Save ${name}`}
                  second
                />
              </details>
            </Named>
          ))}
        </Facts>
        <SettingsForm
          action={saveAreaAction}
          prefix="area"
          hidden={{ id: "" }}
          onceKey={key()}
          fields={[{ kind: "line", name: "name", label: "Another area" }]}
          button="Add the area"
          second
          notDone="Not added"
        />
      </OfficeSection>
      <OfficeSection id="portfolios" title="Portfolios of the executive">
        <Facts named>
          {portfolios.map((portfolio) => (
            <Named
              key={portfolio.id}
              title={portfolio.name}
              meta={`From ${formatDate(portfolio.from)}${portfolio.until ? ` until ${formatDate(portfolio.until)}` : ""}`}
            >
              <details>
                <summary className="linklike inline-block">Change or end it</summary>
                <SettingsForm
                  action={savePortfolioAction}
                  prefix={`portfolio-${portfolio.id}`}
                  hidden={{ id: portfolio.id }}
                  onceKey={key()}
                  fields={portfolioFields(portfolio)}
                  button={`Save ${portfolio.name}`}
                  second
                />
              </details>
            </Named>
          ))}
        </Facts>
        <details>
          <summary className="linklike inline-block">Add a portfolio</summary>
          <SettingsForm
            action={savePortfolioAction}
            prefix="portfolio"
            hidden={{ id: "" }}
            onceKey={key()}
            fields={portfolioFields({ from: person.day })}
            button="Add the portfolio"
            second
            notDone="Not added"
          />
        </details>
      </OfficeSection>
    </OfficePage>
  );
});
