import { PUBLIC_SCOPE } from "@/domain/access/read-scope";
import { isPlainDate } from "@/domain/calendar/plain-date";
import { agendaDocument } from "@/server/documents/agenda-document";
import { getMeeting } from "@/server/meetings/queries";
import { listQuestions } from "@/server/questions/queries";
import { inTree, publicDocument } from "../../../../../../../_lib/public-document";

type Address = { lang: string; bodies: string; slug: string; date: string; file: string };

/** Who sits is looked up on the day of the meeting, or today for one to come. */
const serve = publicDocument<Address>("agenda", async (site, { bodies, slug, date }) => {
  const day = date.slice(0, 10);
  const asOf = isPlainDate(day) && day < site.clock.date ? day : site.clock.date;
  const meeting = await getMeeting(PUBLIC_SCOPE, { body: slug, meeting: date }, asOf);
  inTree(bodies, meeting.body);
  const questions = await listQuestions(PUBLIC_SCOPE, meeting.id);
  return { document: agendaDocument(site, meeting, questions), savedAs: `${meeting.body.shortName} ${meeting.date}` };
});

export { serve as GET, serve as HEAD };
