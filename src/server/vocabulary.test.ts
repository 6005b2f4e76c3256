import { describe, expect, expectTypeOf, test } from "vitest";
import type * as actor from "@/domain/access/actor";
import type * as scope from "@/domain/access/read-scope";
import type { AttendanceKind } from "@/domain/attendance/attendance";
import type { AddedDayKind } from "@/domain/calendar/council-calendar";
import type { InterestEffect, InterestKind } from "@/domain/interests/interests";
import type { AgendaItemKind } from "@/domain/meetings/agenda";
import type { DecisionKind } from "@/domain/minutes/minuted-decision";
import type { PaperKind } from "@/domain/papers/paper";
import type { ProgrammeItemType } from "@/domain/programme/programme-item";
import type { RecipientKind, RecommendationKind } from "@/domain/recommendations/recommendation";
import type { ResponseKind } from "@/domain/recommendations/response";
import type { LegalStatus, ReviewFormat } from "@/domain/review-groups/review-group";
import type { TopicSource } from "@/domain/topics/topic";
import { ALL_WORKFLOWS } from "@/domain/workflow/all-workflows";
import type { AuthorityKind } from "@/domain/workflow/authority";
import * as stored from "@/generated/prisma/enums";

/** The database spells everything as the domain does, so that a row is a domain object and nothing has to be translated. */

const STATUSES: Record<string, Record<string, string>> = {
  topic: stored.TopicStatus,
  "scoping proposal": stored.ScopingProposalStatus,
  "work programme": stored.ProgrammeStatus,
  "programme item": stored.ProgrammeItemStatus,
  "review group": stored.ReviewGroupStatus,
  report: stored.ReportStatus,
  meeting: stored.MeetingStatus,
  "set of minutes": stored.MinutesStatus,
  "follow-up": stored.FollowUpStatus,
  "recommendation clause": stored.ClauseStatus,
  question: stored.QuestionStatus,
};

describe("statuses", () => {
  test.each(ALL_WORKFLOWS.map((table) => [table.name, table.statuses.map(({ status }) => status)] as const))(
    "of a %s are the database's",
    (name, statuses) => {
      expect([...statuses].sort()).toEqual(Object.keys(STATUSES[name] ?? {}).sort());
    },
  );
});

test("kinds are the database's", () => {
  expectTypeOf<AgendaItemKind>().toEqualTypeOf<stored.AgendaItemKind>();
  expectTypeOf<AddedDayKind>().toEqualTypeOf<stored.CalendarDayKind>();
  expectTypeOf<AttendanceKind>().toEqualTypeOf<stored.AttendanceKind>();
  expectTypeOf<scope.Audience>().toEqualTypeOf<stored.Audience>();
  expectTypeOf<AuthorityKind>().toEqualTypeOf<stored.AuthorityKind>();
  expectTypeOf<actor.BodyKind>().toEqualTypeOf<stored.BodyKind>();
  expectTypeOf<DecisionKind>().toEqualTypeOf<stored.DecisionKind>();
  expectTypeOf<InterestEffect>().toEqualTypeOf<stored.InterestEffect>();
  expectTypeOf<InterestKind>().toEqualTypeOf<stored.InterestKind>();
  expectTypeOf<LegalStatus>().toEqualTypeOf<stored.LegalStatus>();
  expectTypeOf<PaperKind>().toEqualTypeOf<stored.PaperKind>();
  expectTypeOf<actor.PostKind>().toEqualTypeOf<stored.PostKind>();
  expectTypeOf<ProgrammeItemType>().toEqualTypeOf<stored.ProgrammeItemType>();
  expectTypeOf<RecipientKind>().toEqualTypeOf<stored.RecipientKind>();
  expectTypeOf<RecommendationKind>().toEqualTypeOf<stored.RecommendationKind>();
  expectTypeOf<ResponseKind>().toEqualTypeOf<stored.ResponseKind>();
  expectTypeOf<scope.Restriction>().toEqualTypeOf<stored.Restriction>();
  expectTypeOf<ReviewFormat>().toEqualTypeOf<stored.ReviewFormat>();
  expectTypeOf<actor.SeatRole>().toEqualTypeOf<stored.SeatRole>();
  expectTypeOf<TopicSource>().toEqualTypeOf<stored.TopicSource>();
});
