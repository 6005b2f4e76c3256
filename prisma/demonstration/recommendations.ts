import type { BodySlug } from "./bodies";
import type { MeetingName } from "./meetings";
import type { LoadedMinutes } from "./minutes-2016-06-16";
import { LIBRARY_CLAUSES, LIBRARY_REASON, OFFER_CLAUSES, OFFER_REASON } from "./minutes-facts";
import type { PersonSlug } from "./people";
import { type AreaSlug, areaOf } from "./posts";
import { type Ids, idOf, type Tx } from "./register";
import type { TopicSlug } from "./topic-facts";

/** What Cabinet resolved on 29 June 2016, word for word, and who is to see to it. */
type Answer = {
  wording: string;
  changedInSubstance?: true;
  undertaking?: { text: string; owner: PersonSlug; with: readonly PersonSlug[]; dueOn?: string };
  /** What a later report says was done, and when. */
  done?: readonly { on: string; text: string }[];
};

export const LIBRARY_ANSWERS: readonly Answer[] = [
  {
    wording: "That the consultation responses about the proposed changes to the mobile library service be noted.",
  },
  {
    wording:
      "That the mobile library service provided by the County Council to residential homes and sheltered accommodation units be maintained.",
    undertaking: {
      text: "Maintain the service to residential homes and sheltered accommodation.",
      owner: "paul-leivers",
      with: ["deborah-croney"],
    },
  },
  {
    wording:
      "That the closure of the public mobile library service by end of December 2016 (earliest) and by end of March 2017 (latest) and the development of alternative access to library services where required within the resources available be approved.",
    undertaking: {
      text: "Close the public mobile library by the end of March 2017 at the latest, and develop other access to libraries.",
      owner: "paul-leivers",
      with: ["deborah-croney"],
      dueOn: "2017-03-31",
    },
  },
];

const OFFER_UNDERTAKING = {
  text: "Carry it out.",
  owner: "sara-tough",
  with: ["deborah-croney", "rebecca-knox"],
} as const;

export const OFFER_ANSWERS: readonly Answer[] = [
  {
    wording:
      "That the development of the Community Offer for Living and Learning be approved, enabling officers to prepare the business case as well as engage both locally and on a countywide level.",
    undertaking: OFFER_UNDERTAKING,
    done: [
      { on: "2016-09-30", text: "The Living and Learning Programme Board has met monthly since July." },
      { on: "2016-09-30", text: "The draft outline business case goes to the committee of 11 October." },
    ],
  },
  {
    wording: "That progress in the pilot areas be approved.",
    undertaking: OFFER_UNDERTAKING,
    done: [
      { on: "2016-08-04", text: "Blandford: first stakeholder meeting, with 45 people." },
      {
        on: "2016-09-02",
        text: "Blandford: second meeting; stakeholders agree to work on the council's four outcomes.",
      },
      { on: "2016-09-05", text: "Beaminster: first stakeholder meeting." },
      { on: "2016-09-23", text: "Melcombe Regis Board: the offer is presented and well received." },
    ],
  },
  {
    wording:
      "That delegated authority be granted to the Director for Children's Services to proceed with action in the pilot areas, if appropriate, after consultation with the Cabinet Member for Organisational Development and Transformation, other Cabinet members as appropriate and the local County Councillor(s), subject to the Section 151 Officer being satisfied that there was a sound financial basis.",
    changedInSubstance: true,
    undertaking: OFFER_UNDERTAKING,
  },
  {
    wording:
      "That delegated authority be granted to the Director for Environment and the Economy after consultation with the Cabinet Member for Environment, Infrastructure and Highways and the local County Councillor(s) to enter into such property transactions (whether by acquisition or disposal), as necessary, to make appropriate progress with the introduction of living and learning centres.",
    changedInSubstance: true,
    undertaking: OFFER_UNDERTAKING,
  },
];

const RECOMMENDATIONS = [
  {
    reference: "SR (16/17) 01",
    owner: "paul-leivers",
    minute: 9,
    decision: 0,
    topic: "mobile-library-service",
    title: "Mobile library service",
    reason: LIBRARY_REASON,
    clauses: LIBRARY_CLAUSES,
    answers: LIBRARY_ANSWERS,
  },
  {
    reference: "SR (16/17) 02",
    owner: "sara-tough",
    minute: 10,
    decision: 1,
    topic: "community-offer-for-living-and-learning",
    title: "Community Offer for Living and Learning",
    reason: OFFER_REASON,
    clauses: OFFER_CLAUSES,
    answers: OFFER_ANSWERS,
  },
] as const;

type Loaded = {
  people: Ids<PersonSlug>;
  bodies: Ids<BodySlug>;
  areas: Ids<AreaSlug>;
  meetings: Ids<MeetingName>;
  topics: Ids<TopicSlug>;
  minutes: LoadedMinutes;
};

/** No notice to Cabinet is in the pack, so none is here and no clock runs; the answers are recorded all the same. */
export async function loadRecommendations(tx: Tx, loaded: Loaded): Promise<void> {
  const { people, bodies, areas, meetings, topics, minutes } = loaded;
  const bodyId = bodies["people-and-communities"];
  for (const { reference, owner, minute, decision, topic, title, reason, clauses, answers } of RECOMMENDATIONS) {
    const recommendation = await tx.recommendation.create({
      data: {
        reference,
        bodyId,
        meetingId: meetings["committee-2016-06-16"],
        minuteId: minutes.minute(minute).id,
        decisionId: minutes.minute(minute).decisions[decision] ?? "",
        topicId: topics[topic],
        title,
        agreedOn: "2016-06-16",
        reason,
        areaId: idOf(areas, areaOf(owner)),
        keepers: [people[owner]],
      },
    });
    for (const [index, text] of clauses.entries()) {
      const clause = await tx.recommendationClause.create({
        data: {
          recommendationId: recommendation.id,
          number: index + 1,
          text,
          recipientKind: "executive",
          recipientId: bodies.cabinet,
          status: "responded",
          bodyId,
        },
      });
      const answer = answers[index];
      if (!answer) continue;
      const { wording, changedInSubstance = false, undertaking, done = [] } = answer;
      await tx.implementationNote.createMany({
        data: done.map((note) => ({ clauseId: clause.id, personId: people[owner], ...note })),
      });
      await tx.response.create({
        data: {
          clauseId: clause.id,
          status: "recorded",
          // All seven are in other words; an amendment is what changes what is to be done.
          kind: changedInSubstance ? "accepted_amended" : "accepted",
          wording,
          changedInSubstance,
          decidedBy: "executive",
          decidedByBodyId: bodies.cabinet,
          decidedOn: "2016-06-29",
          meetingId: meetings["cabinet-2016-06-29"],
          reference: "Quoted in “Progress on matters raised at previous meetings”, 11 October 2016",
          bodyId,
          audience: "public",
          areaId: idOf(areas, areaOf(owner)),
          keepers: [people[owner]],
          ...(undertaking && {
            undertakings: {
              create: [undertaking.owner, ...undertaking.with].map((owner) => ({
                text: undertaking.text,
                ownerId: people[owner],
                dueOn: undertaking.dueOn ?? null,
              })),
            },
          }),
        },
      });
    }
  }
}
