import { loadAccounts, type SignIn } from "./accounts";
import { loadAgenda } from "./agenda-2016-10-11";
import { recordImport } from "./audit";
import { loadAuthorities } from "./authorities";
import { loadBodies } from "./bodies";
import { loadCouncil } from "./council";
import { loadFollowUps } from "./follow-ups";
import { loadForwardPlan } from "./forward-plan";
import { loadMeetings } from "./meetings";
import { loadMinutes } from "./minutes-2016-06-16";
import { loadMotion } from "./motions";
import { loadPapers } from "./papers";
import { loadPeople } from "./people";
import { loadAreas, loadPortfolios, loadPosts } from "./posts";
import { loadProgramme } from "./programme";
import { loadPublication } from "./publication";
import { loadRecommendations } from "./recommendations";
import type { Tx } from "./register";
import { loadReports } from "./reports";
import { loadReviewGroups } from "./review-groups";
import { loadProposals } from "./scoping";
import { loadScoringMethods } from "./scoring-methods";
import { loadSeats } from "./seats";
import { loadTopics } from "./topics";

/** Dorset County Council in October 2016, from the agenda pack of its People and Communities committee. */
export async function loadDemonstration(tx: Tx): Promise<SignIn[]> {
  await loadCouncil(tx);
  await loadScoringMethods(tx);
  const people = await loadPeople(tx);
  const areas = await loadAreas(tx);
  const portfolios = await loadPortfolios(tx);
  const bodies = await loadBodies(tx);
  await loadPosts(tx, { people, areas, portfolios });
  await loadSeats(tx, { people, bodies, portfolios });

  const authorities = await loadAuthorities(tx, { bodies });
  const meetings = await loadMeetings(tx, { bodies });
  const groups = await loadReviewGroups(tx, { bodies, authorities });
  const motionId = await loadMotion(tx, { people, bodies, meetings, authorities });
  const topics = await loadTopics(tx, { people, bodies, areas, portfolios, groups, motionId, authorities });
  await loadForwardPlan(tx, { bodies, meetings, portfolios, topics });

  const minutes = await loadMinutes(tx, { people, bodies, meetings, groups, topics });
  await loadRecommendations(tx, { people, bodies, areas, meetings, topics, minutes });
  await loadFollowUps(tx, { people, bodies, areas, meetings, topics, minutes });

  const proposals = await loadProposals(tx, { people, bodies, areas, portfolios, topics, authorities });
  const items = await loadProgramme(tx, { people, bodies, areas, meetings, groups, topics, proposals });
  const agenda = await loadAgenda(tx, { people, bodies, meetings, topics, items, motionId });
  const reports = await loadReports(tx, { people, bodies, areas, meetings, topics, items });
  await loadPapers(tx, { people, bodies, meetings, agenda, reports, proposals });
  await loadPublication(tx, meetings);

  await recordImport(tx, authorities);
  return await loadAccounts(tx, people);
}
