import { DORSET_2016_DEADLINES } from "@/domain/calendar/deadlines";
import { COMMON_QUORUM } from "@/domain/meetings/quorum";
import { DORSET_2016 } from "@/domain/scoping/templates";
import { brandFrom } from "@/domain/theming/brand";
import {
  BOARD,
  CABINET,
  CLERK,
  COUNCIL,
  cabinetMeeting,
  committee,
  firstYear,
  id,
  MEMBERS,
  member,
  OFFICERS,
  OPEN,
  reviewGroup,
  type Size,
  subject,
  TODAY,
} from "./sql";

const json = (value: unknown) => `'${JSON.stringify(value).replaceAll("'", "''")}'::jsonb`;

/** Review groups that a committee has had; the last is at work. */
const GROUPS = 5;

/** The council, its clock, its bodies, who sits on them and who works for them. */
export function council(size: Size): string[] {
  const { committees, years } = size;
  const first = firstYear(size);
  const half = first + Math.floor(years / 2);
  const until = (year: string) => `(${year}) || '-04-30'`;
  return [
    `INSERT INTO "Council" (id, name, "shortName", colour, brand, introduction) VALUES
       (1, 'Wessex County Council', 'Wessex', '#0f4c5c', ${json(brandFrom("#0f4c5c"))}, 'What scrutiny is looking into, and what was answered.')`,
    `INSERT INTO "BusinessClock" (id, demonstration, "standsAt") VALUES (1, true, '${TODAY}T09:00:00+01:00')`,

    `INSERT INTO "Area" (id, slug, name) SELECT ${id("Area", "n")}, 'area-' || n, 'Service ' || n FROM generate_series(1, 5) n`,
    `INSERT INTO "Portfolio" (id, slug, name, "from")
       SELECT ${id("Portfolio", "n")}, 'portfolio-' || n, ${subject("n")}, '${first}-05-01' FROM generate_series(1, 8) n`,
    `INSERT INTO "CorporateOutcome" (id, slug, name, plan, "from")
       SELECT ${id("CorporateOutcome", "n")}, 'outcome-' || n, (ARRAY['Safe', 'Healthy', 'Independent', 'Prosperous'])[n], 'Corporate Plan', '${first}-05-01'
       FROM generate_series(1, 4) n`,

    `INSERT INTO "Body" (id, slug, kind, name, "shortName", labels, quorum, deadlines) VALUES
       (${id("Body", COUNCIL)}, 'county-council', 'council', 'County Council', 'Council', '{}', ${json(COMMON_QUORUM)}, ${json(DORSET_2016_DEADLINES)}),
       (${id("Body", CABINET)}, 'cabinet', 'executive', 'Cabinet', 'Cabinet', '{}', ${json(COMMON_QUORUM)}, ${json(DORSET_2016_DEADLINES)}),
       (${id("Body", BOARD)}, 'management-board', 'management_board', 'Overview and Scrutiny Management Board', 'Management Board', '{}',
        ${json(COMMON_QUORUM)}, ${json(DORSET_2016_DEADLINES)})`,
    `INSERT INTO "Body" (id, slug, kind, name, "shortName", "parentId", "from", remit, quorum, deadlines, "scopingTemplate")
       SELECT ${id("Body", committee("c"))}, 'committee-' || c + 1, 'scrutiny_committee', 'Overview and Scrutiny Committee ' || c + 1, 'Committee ' || c + 1,
         ${id("Body", COUNCIL)}, '${first}-05-01', ${subject("c")}, ${json(COMMON_QUORUM)}, ${json(DORSET_2016_DEADLINES)}, ${json(DORSET_2016)}
       FROM generate_series(0, ${committees - 1}) c`,
    `INSERT INTO "Body" (id, slug, kind, name, "shortName", "parentId", "from", until)
       SELECT ${id("Body", reviewGroup("g"))}, 'review-group-' || g + 1, 'review_group', 'Review Group on ' || ${subject("g")} || ' ' || g + 1,
         'Review Group ' || g + 1, ${id("Body", committee(`g % ${committees}`))}, year || '-05-01', CASE WHEN year < 2016 THEN ${until("year + 1")} END
       FROM (SELECT g, 2016 - (${GROUPS - 1} - g / ${committees}) * ${Math.max(1, Math.floor((years - 1) / (GROUPS - 1)))} AS year
             FROM generate_series(0, ${committees * GROUPS - 1}) g) groups`,
    `INSERT INTO "ReviewGroup" (id, "bodyId", "parentId", status, format, "termsOfReference", audience, keepers)
       SELECT ${id("ReviewGroup", "g")}, ${id("Body", reviewGroup("g"))}, ${id("Body", committee(`g % ${committees}`))},
         (CASE WHEN g >= ${committees * (GROUPS - 1)} THEN 'gathering' ELSE 'adopted' END)::"ReviewGroupStatus", 'task_and_finish_group',
         'To look into ' || ${subject("g")}, ${OPEN} FROM generate_series(0, ${committees * GROUPS - 1}) g`,

    `INSERT INTO "Person" (id, slug, name, "familyName")
       SELECT ${id("Person", "n")}, 'officer-' || n, 'Officer ' || n, 'Officer ' || n FROM generate_series(1, ${CLERK}) n`,
    `INSERT INTO "Person" (id, slug, name, "familyName")
       SELECT ${id("Person", "1000 + n")}, 'member-' || n + 1, 'Member ' || n + 1, 'Member ' || n + 1 FROM generate_series(0, ${committees * MEMBERS - 1}) n`,
    `INSERT INTO "Post" (id, "personId", kind, title, "areaId", "from")
       SELECT ${id("Post", "n")}, ${id("Person", "n")}, (CASE WHEN n = ${CLERK} THEN 'democratic_services' ELSE 'officer' END)::"PostKind",
         CASE WHEN n = ${CLERK} THEN 'Democratic Services Officer' ELSE 'Service Manager ' || n END,
         CASE WHEN n <= ${OFFICERS} THEN ${id("Area", "1 + n % 5")} END, '${first}-05-01' FROM generate_series(1, ${CLERK}) n`,
    `INSERT INTO "Account" (id, "personId", email) VALUES (${id("Account", 1)}, ${id("Person", CLERK)}, 'clerk@example.org')`,
    // Ten sit on each committee today, and each seat was somebody else's for the first half of the record.
    `INSERT INTO "Seat" (id, "personId", "bodyId", role, represents, "from", until)
       SELECT ${id("Seat", "n")}, ${id("Person", member(`(n / ${MEMBERS} + CASE WHEN n >= ${committees * MEMBERS} THEN 1 ELSE 0 END) % ${committees}`, `n % ${MEMBERS}`))},
         ${id("Body", committee(`n / ${MEMBERS} % ${committees}`))},
         (CASE n % ${MEMBERS} WHEN 0 THEN 'chair' WHEN 1 THEN 'vice_chair' ELSE 'member' END)::"SeatRole", 'Division ' || n % ${MEMBERS} + 1,
         CASE WHEN n >= ${committees * MEMBERS} THEN '${first}-05-01' ELSE '${half}-05-01' END, CASE WHEN n >= ${committees * MEMBERS} THEN '${half}-04-30' END
       FROM generate_series(0, ${2 * committees * MEMBERS - 1}) n`,
    `INSERT INTO "Seat" (id, "personId", "bodyId", role, "portfolioId", "from")
       SELECT ${id("Seat", "1000000 + n")}, ${id("Person", `1000 + n % ${committees * MEMBERS}`)}, ${id("Body", COUNCIL)}, 'member'::"SeatRole", NULL::uuid, '${half}-05-01' FROM generate_series(0, 59) n
       UNION ALL
       SELECT ${id("Seat", "2000000 + n")}, ${id("Person", `1000 + n % ${committees * MEMBERS}`)}, ${id("Body", CABINET)}, 'member', ${id("Portfolio", "1 + n % 8")}, '${half}-05-01'
       FROM generate_series(40, 47) n`,

    // The Cabinet meets every month, and its plan looks half a year ahead, however many committees there are.
    `INSERT INTO "Meeting" (id, "bodyId", slug, date, "startTime", place, status, "convenedOn", audience, keepers)
       SELECT ${id("Meeting", cabinetMeeting("m"))}, ${id("Body", CABINET)}, day, day, '10:00', 'Committee Room 1',
         (CASE WHEN day <= '${TODAY}' THEN 'held' ELSE 'convened' END)::"MeetingStatus", '${first}-05-01', ${OPEN}
       FROM (SELECT m, to_char(make_date(${first}, 5, 28) + make_interval(months => m), 'YYYY-MM-DD') AS day FROM generate_series(0, ${years * 12 - 1}) m) months`,
    `INSERT INTO "ForwardPlanEntry" (id, title, decision, "bodyId", "meetingId", "dueOn", key, "publishedOn", outcome, "portfolioId", audience)
       SELECT ${id("ForwardPlanEntry", "n")}, ${subject("n")} || ' ' || n, ${subject("n + 3")} || ': to decide', ${id("Body", CABINET)},
         ${id("Meeting", cabinetMeeting("m"))}, day, n % 2 = 0, (day::date - 45)::text,
         CASE WHEN m < ${years * 12 - 7} THEN 'Agreed' END, ${id("Portfolio", "1 + n % 8")}, 'public'
       FROM (SELECT n, m, to_char(make_date(${first}, 5, 28) + make_interval(months => m), 'YYYY-MM-DD') AS day
             FROM (SELECT n, CASE WHEN n < ${committees * years} THEN n % ${Math.max(1, years * 12 - 7)} ELSE ${years * 12 - 7} + n % 7 END AS m
                   FROM generate_series(0, ${committees * years + 59}) n) entries) dated`,
  ];
}
