import { readScope } from "@/domain/access/read-scope";
import { recordRestrictedViews } from "@/server/access/restricted-views";
import { minutesDocument } from "@/server/documents/minutes-document";
import { getMinutes } from "@/server/minutes/queries";
import { officeDocument } from "../../../../../../_lib/office-document";

type Address = { body: string; date: string; file: string };

const serve = officeDocument<Address>("minutes", async (person, site, { body, date }) => {
  const minutes = await getMinutes(readScope(person), { body, meeting: date }, date.slice(0, 10));
  const restricted = minutes.items.filter(isRestricted).map(({ id }) => id);
  return {
    document: minutesDocument(site, minutes),
    savedAs: `${minutes.body.shortName} ${minutes.meeting.date}`,
    beforeShown: () => recordRestrictedViews(person.personId, "minute", restricted),
  };
});

type Item = Awaited<ReturnType<typeof getMinutes>>["items"][number];

/** Shown because of what the reader is, not because it is public. */
const isRestricted = ({ isRestricted, decisions }: Item) =>
  isRestricted || decisions.some(({ restriction }) => restriction !== "public");

export { serve as GET, serve as HEAD };
