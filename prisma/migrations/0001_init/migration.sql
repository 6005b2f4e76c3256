-- CreateSchema
CREATE SCHEMA IF NOT EXISTS "public";

-- CreateEnum
CREATE TYPE "Audience" AS ENUM ('keepers', 'chair', 'members', 'inside', 'public');

-- CreateEnum
CREATE TYPE "Restriction" AS ENUM ('public', 'exempt', 'confidential');

-- CreateEnum
CREATE TYPE "BodyKind" AS ENUM ('council', 'executive', 'scrutiny_committee', 'management_board', 'review_group', 'advisory_panel', 'other_committee');

-- CreateEnum
CREATE TYPE "ReviewGroupStatus" AS ENUM ('proposed', 'established', 'scoped', 'gathering', 'drafting', 'fact_check', 'reported', 'adopted', 'dissolved', 'referred_back', 'suspended', 'lapsed');

-- CreateEnum
CREATE TYPE "ReviewFormat" AS ENUM ('task_and_finish_group', 'policy_development_panel', 'working_group', 'review_board', 'standing_panel');

-- CreateEnum
CREATE TYPE "LegalStatus" AS ENUM ('informal', 'sub_committee');

-- CreateEnum
CREATE TYPE "BodyFunction" AS ENUM ('education', 'health', 'crime_and_disorder');

-- CreateEnum
CREATE TYPE "CalendarDayKind" AS ENUM ('bank_holiday', 'mourning', 'closure');

-- CreateEnum
CREATE TYPE "FollowUpStatus" AS ENUM ('open', 'in_progress', 'done_claimed', 'closed', 'on_hold', 'superseded', 'moved_to_programme', 'business_as_usual', 'cancelled');

-- CreateEnum
CREATE TYPE "MeetingStatus" AS ENUM ('planned', 'convened', 'published', 'held', 'postponed', 'cancelled', 'abandoned');

-- CreateEnum
CREATE TYPE "AgendaItemKind" AS ENUM ('ordinary', 'apologies', 'code_of_conduct', 'minutes', 'matters_raised', 'public_participation', 'motions', 'work_programme', 'councillor_questions', 'exclusion', 'urgent', 'heading');

-- CreateEnum
CREATE TYPE "Reporting" AS ENUM ('none', 'paper', 'oral', 'to_follow');

-- CreateEnum
CREATE TYPE "MeetingEntryKind" AS ENUM ('supplement', 'replacement', 'erratum', 'withdrawn_item', 'changed_arrangements', 'postponed', 'cancelled', 'takedown');

-- CreateEnum
CREATE TYPE "ScheduledPublicationState" AS ENUM ('waiting', 'done', 'refused', 'replaced', 'cancelled');

-- CreateEnum
CREATE TYPE "QuestionKind" AS ENUM ('public_question', 'public_statement', 'councillor_question', 'petition');

-- CreateEnum
CREATE TYPE "MinutesStatus" AS ENUM ('draft', 'checked', 'published_draft', 'confirmed', 'confirmed_amended', 'signed');

-- CreateEnum
CREATE TYPE "DecisionKind" AS ENUM ('noted', 'resolution', 'recommendation', 'referral', 'deferral', 'withdrawn', 'no_decision');

-- CreateEnum
CREATE TYPE "Vote" AS ENUM ('for', 'against', 'abstained');

-- CreateEnum
CREATE TYPE "AttendanceKind" AS ENUM ('present', 'apologies', 'absent', 'substitute', 'in_attendance', 'officer', 'remote');

-- CreateEnum
CREATE TYPE "InterestKind" AS ENUM ('disclosable_pecuniary', 'other_registrable', 'non_registrable', 'general', 'council_tax_arrears', 'officer_interest');

-- CreateEnum
CREATE TYPE "InterestEffect" AS ENUM ('none', 'no_vote', 'no_speech_no_vote', 'withdraws');

-- CreateEnum
CREATE TYPE "AuthorityKind" AS ENUM ('resolution', 'officer_decision', 'statutory_consent', 'other_body', 'import');

-- CreateEnum
CREATE TYPE "PaperKind" AS ENUM ('report', 'appendix', 'minutes', 'motion', 'statement', 'scoping_proposal', 'programme', 'progress_report', 'other');

-- CreateEnum
CREATE TYPE "ScanState" AS ENUM ('waiting', 'clean', 'refused');

-- CreateEnum
CREATE TYPE "SeatRole" AS ENUM ('chair', 'vice_chair', 'member', 'substitute', 'education_co_optee', 'other_co_optee', 'support_officer');

-- CreateEnum
CREATE TYPE "PostKind" AS ENUM ('officer', 'director', 'democratic_services', 'scrutiny_officer', 'proper_officer', 'executive_support', 'administrator');

-- CreateEnum
CREATE TYPE "ProgrammeStatus" AS ENUM ('draft', 'adopted', 'varied');

-- CreateEnum
CREATE TYPE "ProgrammeItemStatus" AS ENUM ('proposed', 'provisional', 'scheduled', 'on_agenda', 'with_group', 'considered', 'closed', 'monitoring', 'continued', 'withdrawn', 'transferred');

-- CreateEnum
CREATE TYPE "ProgrammeItemType" AS ENUM ('review', 'standing', 'motion', 'call_for_action', 'pre_decision', 'statutory', 'progress', 'briefing');

-- CreateEnum
CREATE TYPE "SlotKind" AS ENUM ('none', 'meeting', 'briefing', 'visit', 'circulation');

-- CreateEnum
CREATE TYPE "LeadRole" AS ENUM ('member', 'officer');

-- CreateEnum
CREATE TYPE "CallInStatus" AS ENUM ('requested', 'valid', 'invalid', 'withdrawn', 'listed', 'heard', 'released', 'referred_back', 'referred_to_council', 'final');

-- CreateEnum
CREATE TYPE "RecommendationKind" AS ENUM ('recommendation', 'comments');

-- CreateEnum
CREATE TYPE "Capacity" AS ENUM ('overview_and_scrutiny', 'crime_and_disorder', 'health');

-- CreateEnum
CREATE TYPE "RecipientKind" AS ENUM ('executive', 'council', 'committee', 'health_body', 'crime_and_disorder_authority', 'partner', 'officer');

-- CreateEnum
CREATE TYPE "ClauseStatus" AS ENUM ('agreed', 'notice_served', 'responded', 'implementing', 'achieved', 'not_achieved', 'overtaken', 'closed');

-- CreateEnum
CREATE TYPE "ResponseKind" AS ENUM ('accepted', 'accepted_part', 'accepted_amended', 'rejected', 'not_for_us', 'unclear');

-- CreateEnum
CREATE TYPE "ResponseStatus" AS ENUM ('draft', 'recorded');

-- CreateEnum
CREATE TYPE "DecidedBy" AS ENUM ('executive', 'executive_member', 'officer', 'council', 'letter');

-- CreateEnum
CREATE TYPE "ReportStatus" AS ENUM ('received', 'commissioned', 'draft', 'in_clearance', 'signed_off', 'cleared', 'published', 'considered', 'withdrawn', 'replaced');

-- CreateEnum
CREATE TYPE "ClearanceStep" AS ENUM ('service', 'finance', 'legal', 'equality', 'director', 'callover');

-- CreateEnum
CREATE TYPE "ClearanceOutcome" AS ENUM ('waiting', 'cleared', 'returned');

-- CreateEnum
CREATE TYPE "ScopingProposalStatus" AS ENUM ('draft', 'ready', 'on_agenda', 'approved', 'approved_amended', 'referred_back', 'rejected', 'deferred', 'commissioned', 'complete', 'revision', 'withdrawn');

-- CreateEnum
CREATE TYPE "TopicStatus" AS ENUM ('suggested', 'triaged', 'scored', 'shortlisted', 'in_scoping', 'parked', 'rejected', 'transferred', 'merged', 'removed');

-- CreateEnum
CREATE TYPE "TopicSource" AS ENUM ('member', 'public', 'officer', 'executive', 'partner', 'performance', 'earlier_review', 'motion', 'petition', 'call_for_action', 'statutory', 'pre_decision');

-- CreateTable
CREATE TABLE "Body" (
    "id" UUID NOT NULL,
    "slug" TEXT NOT NULL,
    "kind" "BodyKind" NOT NULL,
    "name" TEXT NOT NULL,
    "shortName" TEXT NOT NULL,
    "parentId" UUID,
    "predecessorId" UUID,
    "from" CHAR(10),
    "until" CHAR(10),
    "remit" TEXT NOT NULL DEFAULT '',
    "functions" "BodyFunction"[],
    "labels" JSONB NOT NULL DEFAULT '{}',
    "quorum" JSONB NOT NULL DEFAULT '{}',
    "numbering" JSONB NOT NULL DEFAULT '{}',
    "agendaTemplate" JSONB NOT NULL DEFAULT '[]',
    "scopingTemplate" JSONB NOT NULL DEFAULT '{}',
    "frontSheet" JSONB NOT NULL DEFAULT '{}',
    "deadlines" JSONB NOT NULL DEFAULT '[]',
    "rules" JSONB NOT NULL DEFAULT '{}',
    "version" INTEGER NOT NULL DEFAULT 1,

    CONSTRAINT "Body_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "ReviewGroup" (
    "id" UUID NOT NULL,
    "bodyId" UUID NOT NULL,
    "parentId" UUID NOT NULL,
    "status" "ReviewGroupStatus" NOT NULL DEFAULT 'proposed',
    "legalStatus" "LegalStatus" NOT NULL DEFAULT 'informal',
    "format" "ReviewFormat" NOT NULL,
    "termsOfReference" TEXT NOT NULL DEFAULT '',
    "endsOn" CHAR(10),
    "authorityId" UUID,
    "audience" "Audience" NOT NULL DEFAULT 'inside',
    "areaId" UUID,
    "portfolioId" UUID,
    "keepers" UUID[],
    "version" INTEGER NOT NULL DEFAULT 1,

    CONSTRAINT "ReviewGroup_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "ReviewGroupExtension" (
    "id" UUID NOT NULL,
    "groupId" UUID NOT NULL,
    "until" CHAR(10) NOT NULL,
    "authorityId" UUID NOT NULL,
    "audience" "Audience" NOT NULL DEFAULT 'inside',

    CONSTRAINT "ReviewGroupExtension_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "Council" (
    "id" INTEGER NOT NULL DEFAULT 1,
    "name" TEXT NOT NULL,
    "shortName" TEXT NOT NULL,
    "address" TEXT NOT NULL DEFAULT '',
    "jurisdiction" TEXT NOT NULL DEFAULT 'england',
    "crest" TEXT NOT NULL DEFAULT '',
    "colour" TEXT NOT NULL DEFAULT '#0f4c5c',
    "brand" JSONB NOT NULL DEFAULT '{}',
    "labels" JSONB NOT NULL DEFAULT '{}',
    "introduction" TEXT NOT NULL DEFAULT '',
    "version" INTEGER NOT NULL DEFAULT 1,

    CONSTRAINT "Council_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "BusinessClock" (
    "id" INTEGER NOT NULL DEFAULT 1,
    "demonstration" BOOLEAN NOT NULL DEFAULT false,
    "standsAt" TIMESTAMPTZ(3),
    "version" INTEGER NOT NULL DEFAULT 1,

    CONSTRAINT "BusinessClock_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "CalendarDay" (
    "date" CHAR(10) NOT NULL,
    "name" TEXT NOT NULL,
    "kind" "CalendarDayKind" NOT NULL,

    CONSTRAINT "CalendarDay_pkey" PRIMARY KEY ("date")
);

-- CreateTable
CREATE TABLE "FormDraft" (
    "id" UUID NOT NULL,
    "personId" UUID NOT NULL,
    "form" TEXT NOT NULL,
    "subjectId" TEXT NOT NULL,
    "values" JSONB NOT NULL,
    "savedAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "version" INTEGER NOT NULL DEFAULT 1,

    CONSTRAINT "FormDraft_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "OnceKey" (
    "key" TEXT NOT NULL,
    "actor" TEXT NOT NULL,
    "leadsTo" TEXT NOT NULL,
    "createdAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "OnceKey_pkey" PRIMARY KEY ("key")
);

-- CreateTable
CREATE TABLE "AuditEntry" (
    "id" UUID NOT NULL,
    "recordedAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "happenedOn" CHAR(10) NOT NULL,
    "actorKind" TEXT NOT NULL,
    "actorId" TEXT,
    "actorName" TEXT NOT NULL,
    "action" TEXT NOT NULL,
    "subjectKind" TEXT NOT NULL,
    "subjectId" UUID NOT NULL,
    "bodyId" UUID,
    "before" JSONB,
    "after" JSONB,
    "reason" TEXT,
    "warnings" JSONB NOT NULL DEFAULT '[]',
    "authorityId" UUID,

    CONSTRAINT "AuditEntry_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "RestrictedView" (
    "id" UUID NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "personId" UUID NOT NULL,
    "subjectKind" TEXT NOT NULL,
    "subjectId" UUID NOT NULL,

    CONSTRAINT "RestrictedView_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "throttle" (
    "key" TEXT NOT NULL,
    "points" INTEGER NOT NULL DEFAULT 0,
    "expire" BIGINT,

    CONSTRAINT "throttle_pkey" PRIMARY KEY ("key")
);

-- CreateTable
CREATE TABLE "FollowUp" (
    "id" UUID NOT NULL,
    "reference" TEXT,
    "bodyId" UUID NOT NULL,
    "minuteId" UUID,
    "authorityId" UUID,
    "topicId" UUID,
    "text" TEXT NOT NULL,
    "status" "FollowUpStatus" NOT NULL DEFAULT 'open',
    "statusReason" TEXT,
    "heldFrom" "FollowUpStatus",
    "supersededById" UUID,
    "programmeItemId" UUID,
    "raisedOn" CHAR(10) NOT NULL,
    "dueOn" CHAR(10),
    "dueNextMeeting" BOOLEAN NOT NULL DEFAULT false,
    "dueMeetingId" UUID,
    "reviewOn" CHAR(10),
    "evidence" TEXT,
    "audience" "Audience" NOT NULL DEFAULT 'inside',
    "areaId" UUID,
    "portfolioId" UUID,
    "keepers" UUID[],
    "version" INTEGER NOT NULL DEFAULT 1,

    CONSTRAINT "FollowUp_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "FollowUpOwner" (
    "followUpId" UUID NOT NULL,
    "personId" UUID NOT NULL,
    "position" INTEGER NOT NULL DEFAULT 1,
    "audience" "Audience" NOT NULL DEFAULT 'inside',

    CONSTRAINT "FollowUpOwner_pkey" PRIMARY KEY ("followUpId","personId")
);

-- CreateTable
CREATE TABLE "FollowUpNote" (
    "id" UUID NOT NULL,
    "followUpId" UUID NOT NULL,
    "on" CHAR(10) NOT NULL,
    "recordedAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "personId" UUID,
    "escalation" BOOLEAN NOT NULL DEFAULT false,
    "text" TEXT NOT NULL,
    "audience" "Audience" NOT NULL DEFAULT 'inside',

    CONSTRAINT "FollowUpNote_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "Meeting" (
    "id" UUID NOT NULL,
    "bodyId" UUID NOT NULL,
    "slug" TEXT NOT NULL,
    "date" CHAR(10) NOT NULL,
    "startTime" CHAR(5),
    "place" TEXT,
    "status" "MeetingStatus" NOT NULL DEFAULT 'planned',
    "purpose" TEXT NOT NULL DEFAULT '',
    "convenedOn" CHAR(10),
    "publishedAt" TIMESTAMPTZ(3),
    "quorate" BOOLEAN,
    "clerkAsPrinted" TEXT,
    "postponedToId" UUID,
    "audience" "Audience" NOT NULL DEFAULT 'inside',
    "areaId" UUID,
    "portfolioId" UUID,
    "keepers" UUID[],
    "version" INTEGER NOT NULL DEFAULT 1,

    CONSTRAINT "Meeting_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "MeetingSession" (
    "id" UUID NOT NULL,
    "meetingId" UUID NOT NULL,
    "number" INTEGER NOT NULL,
    "date" CHAR(10) NOT NULL,
    "startTime" CHAR(5),
    "endTime" CHAR(5),
    "place" TEXT,
    "note" TEXT NOT NULL DEFAULT '',
    "audience" "Audience" NOT NULL DEFAULT 'inside',

    CONSTRAINT "MeetingSession_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "Publication" (
    "id" UUID NOT NULL,
    "meetingId" UUID NOT NULL,
    "number" INTEGER NOT NULL,
    "publishedAt" TIMESTAMPTZ(3) NOT NULL,
    "byId" UUID,
    "snapshot" JSONB NOT NULL,
    "hash" TEXT NOT NULL,
    "gaps" JSONB NOT NULL DEFAULT '[]',
    "audience" "Audience" NOT NULL DEFAULT 'public',

    CONSTRAINT "Publication_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "ScheduledPublication" (
    "id" UUID NOT NULL,
    "meetingId" UUID NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL,
    "reason" TEXT,
    "askedById" UUID,
    "askedBy" TEXT NOT NULL,
    "askedAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "state" "ScheduledPublicationState" NOT NULL DEFAULT 'waiting',
    "refusal" JSONB,
    "settledAt" TIMESTAMPTZ(3),

    CONSTRAINT "ScheduledPublication_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "MeetingEntry" (
    "id" UUID NOT NULL,
    "meetingId" UUID NOT NULL,
    "agendaItemId" UUID,
    "kind" "MeetingEntryKind" NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL,
    "text" TEXT NOT NULL,
    "audience" "Audience" NOT NULL DEFAULT 'public',

    CONSTRAINT "MeetingEntry_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "AgendaItem" (
    "id" UUID NOT NULL,
    "meetingId" UUID NOT NULL,
    "parentId" UUID,
    "position" INTEGER NOT NULL,
    "kind" "AgendaItemKind" NOT NULL DEFAULT 'ordinary',
    "title" TEXT NOT NULL,
    "purpose" TEXT NOT NULL DEFAULT '',
    "leadMemberId" UUID,
    "reporting" "Reporting" NOT NULL DEFAULT 'none',
    "educationFunction" BOOLEAN,
    "openSince" TIMESTAMPTZ(3),
    "urgency" TEXT,
    "withdrawnAt" TIMESTAMPTZ(3),
    "pageFrom" INTEGER,
    "pageTo" INTEGER,
    "minutesOfId" UUID,
    "topicId" UUID,
    "motionId" UUID,
    "programmeItemId" UUID,
    "bodyId" UUID NOT NULL,
    "audience" "Audience" NOT NULL DEFAULT 'inside',
    "areaId" UUID,
    "portfolioId" UUID,
    "keepers" UUID[],
    "version" INTEGER NOT NULL DEFAULT 1,

    CONSTRAINT "AgendaItem_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "Motion" (
    "id" UUID NOT NULL,
    "slug" TEXT NOT NULL,
    "title" TEXT NOT NULL,
    "text" TEXT NOT NULL,
    "moverId" UUID,
    "seconderId" UUID,
    "meetingId" UUID NOT NULL,
    "referredToId" UUID,
    "authorityId" UUID,
    "audience" "Audience" NOT NULL DEFAULT 'inside',

    CONSTRAINT "Motion_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "Question" (
    "id" UUID NOT NULL,
    "meetingId" UUID NOT NULL,
    "kind" "QuestionKind" NOT NULL,
    "askedBy" TEXT NOT NULL,
    "text" TEXT NOT NULL,
    "receivedAt" TIMESTAMPTZ(3),
    "answer" TEXT,
    "audience" "Audience" NOT NULL DEFAULT 'inside',

    CONSTRAINT "Question_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "AttendanceRequirement" (
    "id" UUID NOT NULL,
    "meetingId" UUID NOT NULL,
    "personId" UUID,
    "invited" TEXT,
    "required" BOOLEAN NOT NULL DEFAULT false,
    "noticeGivenOn" CHAR(10),
    "purpose" TEXT NOT NULL,

    CONSTRAINT "AttendanceRequirement_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "Minutes" (
    "id" UUID NOT NULL,
    "meetingId" UUID NOT NULL,
    "status" "MinutesStatus" NOT NULL DEFAULT 'draft',
    "note" TEXT NOT NULL DEFAULT '',
    "chairClearedOn" CHAR(10),
    "chairAnswersBy" CHAR(10),
    "confirmedAtId" UUID,
    "signedById" UUID,
    "signedOn" CHAR(10),
    "bodyId" UUID NOT NULL,
    "audience" "Audience" NOT NULL DEFAULT 'chair',
    "areaId" UUID,
    "portfolioId" UUID,
    "keepers" UUID[],
    "version" INTEGER NOT NULL DEFAULT 1,

    CONSTRAINT "Minutes_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "Minute" (
    "id" UUID NOT NULL,
    "minutesId" UUID NOT NULL,
    "agendaItemId" UUID,
    "topicId" UUID,
    "position" INTEGER NOT NULL,
    "number" INTEGER,
    "headings" TEXT[],
    "publicSummary" TEXT,
    "bodyId" UUID NOT NULL,
    "audience" "Audience" NOT NULL DEFAULT 'chair',
    "areaId" UUID,
    "portfolioId" UUID,
    "keepers" UUID[],

    CONSTRAINT "Minute_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "MinuteText" (
    "minuteId" UUID NOT NULL,
    "markdown" TEXT NOT NULL,
    "bodyId" UUID NOT NULL,
    "audience" "Audience" NOT NULL DEFAULT 'chair',
    "areaId" UUID,
    "portfolioId" UUID,
    "keepers" UUID[],
    "restriction" "Restriction" NOT NULL DEFAULT 'public',
    "paragraphs" INTEGER[],
    "withheldFrom" UUID[],

    CONSTRAINT "MinuteText_pkey" PRIMARY KEY ("minuteId")
);

-- CreateTable
CREATE TABLE "Decision" (
    "id" UUID NOT NULL,
    "minuteId" UUID NOT NULL,
    "position" INTEGER NOT NULL DEFAULT 1,
    "kind" "DecisionKind" NOT NULL,
    "verb" TEXT NOT NULL,
    "text" TEXT NOT NULL DEFAULT '',
    "reason" TEXT,
    "votesFor" INTEGER,
    "votesAgainst" INTEGER,
    "abstentions" INTEGER,
    "castingVote" BOOLEAN,
    "bodyId" UUID NOT NULL,
    "audience" "Audience" NOT NULL DEFAULT 'chair',
    "areaId" UUID,
    "portfolioId" UUID,
    "keepers" UUID[],
    "restriction" "Restriction" NOT NULL DEFAULT 'public',
    "paragraphs" INTEGER[],
    "withheldFrom" UUID[],

    CONSTRAINT "Decision_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "NamedVote" (
    "decisionId" UUID NOT NULL,
    "personId" UUID NOT NULL,
    "vote" "Vote" NOT NULL,
    "audience" "Audience" NOT NULL DEFAULT 'chair',

    CONSTRAINT "NamedVote_pkey" PRIMARY KEY ("decisionId","personId")
);

-- CreateTable
CREATE TABLE "MinutesAmendment" (
    "id" UUID NOT NULL,
    "minutesId" UUID NOT NULL,
    "minuteId" UUID,
    "clerical" BOOLEAN NOT NULL DEFAULT false,
    "before" TEXT NOT NULL,
    "after" TEXT NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL,
    "audience" "Audience" NOT NULL DEFAULT 'chair',

    CONSTRAINT "MinutesAmendment_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "Attendance" (
    "id" UUID NOT NULL,
    "meetingId" UUID NOT NULL,
    "personId" UUID NOT NULL,
    "kind" "AttendanceKind" NOT NULL,
    "nameAsPrinted" TEXT,
    "titleAsPrinted" TEXT,
    "under" TEXT,
    "forMinutes" INTEGER[],
    "substituteForId" UUID,
    "position" INTEGER NOT NULL DEFAULT 1,
    "audience" "Audience" NOT NULL DEFAULT 'chair',

    CONSTRAINT "Attendance_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "Declaration" (
    "id" UUID NOT NULL,
    "meetingId" UUID NOT NULL,
    "agendaItemId" UUID,
    "minuteId" UUID,
    "personId" UUID NOT NULL,
    "kind" "InterestKind" NOT NULL,
    "effect" "InterestEffect" NOT NULL,
    "publicText" TEXT NOT NULL,
    "sensitive" BOOLEAN NOT NULL DEFAULT false,
    "registered" BOOLEAN,
    "declaredOn" CHAR(10),
    "leftAt" CHAR(5),
    "returnedAt" CHAR(5),
    "audience" "Audience" NOT NULL DEFAULT 'chair',

    CONSTRAINT "Declaration_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "DeclarationDetail" (
    "declarationId" UUID NOT NULL,
    "text" TEXT NOT NULL,

    CONSTRAINT "DeclarationDetail_pkey" PRIMARY KEY ("declarationId")
);

-- CreateTable
CREATE TABLE "Dispensation" (
    "id" UUID NOT NULL,
    "personId" UUID NOT NULL,
    "scope" TEXT NOT NULL,
    "speak" BOOLEAN NOT NULL,
    "vote" BOOLEAN NOT NULL,
    "grantedById" UUID NOT NULL,
    "from" CHAR(10) NOT NULL,
    "until" CHAR(10) NOT NULL,

    CONSTRAINT "Dispensation_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "Authority" (
    "id" UUID NOT NULL,
    "kind" "AuthorityKind" NOT NULL,
    "decisionId" UUID,
    "bodyId" UUID,
    "personId" UUID,
    "statement" TEXT NOT NULL DEFAULT '',
    "decidedOn" CHAR(10),
    "recordedAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "audience" "Audience" NOT NULL DEFAULT 'inside',

    CONSTRAINT "Authority_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "Paper" (
    "id" UUID NOT NULL,
    "bodyId" UUID NOT NULL,
    "meetingId" UUID,
    "agendaItemId" UUID,
    "position" INTEGER NOT NULL DEFAULT 1,
    "kind" "PaperKind" NOT NULL,
    "title" TEXT NOT NULL,
    "byAsPrinted" TEXT,
    "datedAsPrinted" TEXT,
    "pageFrom" INTEGER,
    "pageTo" INTEGER,
    "reportId" UUID,
    "proposalId" UUID,
    "restriction" "Restriction" NOT NULL DEFAULT 'public',
    "paragraphs" INTEGER[],
    "publicInterest" TEXT,
    "reviewOn" CHAR(10),
    "confidentialGround" TEXT,
    "registrable" BOOLEAN NOT NULL DEFAULT false,
    "ownPlanningPermission" BOOLEAN NOT NULL DEFAULT false,
    "heldBack" BOOLEAN NOT NULL DEFAULT false,
    "restrictionSignedById" UUID,
    "restrictionSignedOn" CHAR(10),
    "openSince" TIMESTAMPTZ(3),
    "replacesId" UUID,
    "takenDownAt" TIMESTAMPTZ(3),
    "audience" "Audience" NOT NULL DEFAULT 'inside',
    "areaId" UUID,
    "portfolioId" UUID,
    "keepers" UUID[],
    "version" INTEGER NOT NULL DEFAULT 1,

    CONSTRAINT "Paper_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "PaperFile" (
    "id" UUID NOT NULL,
    "paperId" UUID NOT NULL,
    "number" INTEGER NOT NULL DEFAULT 1,
    "fileName" TEXT NOT NULL,
    "mediaType" TEXT NOT NULL,
    "size" INTEGER NOT NULL,
    "sha256" TEXT NOT NULL,
    "accessible" BOOLEAN,
    "pages" INTEGER,
    "scan" "ScanState" NOT NULL DEFAULT 'waiting',
    "storedAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "storedById" UUID,
    "bodyId" UUID NOT NULL,
    "audience" "Audience" NOT NULL DEFAULT 'inside',
    "areaId" UUID,
    "portfolioId" UUID,
    "keepers" UUID[],
    "restriction" "Restriction" NOT NULL DEFAULT 'public',
    "paragraphs" INTEGER[],
    "withheldFrom" UUID[],

    CONSTRAINT "PaperFile_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "Withholding" (
    "id" UUID NOT NULL,
    "paperId" UUID NOT NULL,
    "personId" UUID NOT NULL,
    "reason" TEXT NOT NULL,
    "from" CHAR(10) NOT NULL,
    "until" CHAR(10),

    CONSTRAINT "Withholding_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "Person" (
    "id" UUID NOT NULL,
    "slug" TEXT NOT NULL,
    "name" TEXT NOT NULL,
    "familyName" TEXT NOT NULL,
    "mergedIntoId" UUID,
    "version" INTEGER NOT NULL DEFAULT 1,

    CONSTRAINT "Person_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "PersonAlias" (
    "id" UUID NOT NULL,
    "personId" UUID NOT NULL,
    "name" TEXT NOT NULL,

    CONSTRAINT "PersonAlias_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "PersonContact" (
    "personId" UUID NOT NULL,
    "email" TEXT,
    "phone" TEXT,

    CONSTRAINT "PersonContact_pkey" PRIMARY KEY ("personId")
);

-- CreateTable
CREATE TABLE "Account" (
    "id" UUID NOT NULL,
    "personId" UUID NOT NULL,
    "email" TEXT NOT NULL,
    "passwordHash" TEXT,
    "oidcIssuer" TEXT,
    "oidcSubject" TEXT,
    "totpSecret" TEXT,
    "disabledAt" TIMESTAMPTZ(3),
    "createdAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "version" INTEGER NOT NULL DEFAULT 1,

    CONSTRAINT "Account_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "SignInSession" (
    "keyHash" TEXT NOT NULL,
    "accountId" UUID NOT NULL,
    "createdAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "lastSeenAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "expiresAt" TIMESTAMPTZ(3) NOT NULL,
    "endedAt" TIMESTAMPTZ(3),

    CONSTRAINT "SignInSession_pkey" PRIMARY KEY ("keyHash")
);

-- CreateTable
CREATE TABLE "Area" (
    "id" UUID NOT NULL,
    "slug" TEXT NOT NULL,
    "name" TEXT NOT NULL,

    CONSTRAINT "Area_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "Portfolio" (
    "id" UUID NOT NULL,
    "slug" TEXT NOT NULL,
    "name" TEXT NOT NULL,
    "from" CHAR(10) NOT NULL,
    "until" CHAR(10),

    CONSTRAINT "Portfolio_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "Post" (
    "id" UUID NOT NULL,
    "personId" UUID NOT NULL,
    "kind" "PostKind" NOT NULL,
    "title" TEXT NOT NULL,
    "areaId" UUID,
    "from" CHAR(10) NOT NULL,
    "until" CHAR(10),
    "version" INTEGER NOT NULL DEFAULT 1,

    CONSTRAINT "Post_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "Seat" (
    "id" UUID NOT NULL,
    "personId" UUID NOT NULL,
    "bodyId" UUID NOT NULL,
    "role" "SeatRole" NOT NULL,
    "portfolioId" UUID,
    "represents" TEXT,
    "appointedBy" TEXT,
    "from" CHAR(10) NOT NULL,
    "until" CHAR(10),
    "version" INTEGER NOT NULL DEFAULT 1,

    CONSTRAINT "Seat_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "Programme" (
    "id" UUID NOT NULL,
    "year" TEXT NOT NULL,
    "status" "ProgrammeStatus" NOT NULL DEFAULT 'draft',
    "authorityId" UUID,
    "bodyId" UUID NOT NULL,
    "audience" "Audience" NOT NULL DEFAULT 'public',
    "areaId" UUID,
    "portfolioId" UUID,
    "keepers" UUID[],
    "version" INTEGER NOT NULL DEFAULT 1,

    CONSTRAINT "Programme_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "ProgrammeItem" (
    "id" UUID NOT NULL,
    "programmeId" UUID NOT NULL,
    "title" TEXT NOT NULL,
    "purpose" TEXT NOT NULL DEFAULT '',
    "type" "ProgrammeItemType" NOT NULL,
    "status" "ProgrammeItemStatus" NOT NULL DEFAULT 'proposed',
    "linesOfEnquiry" TEXT[],
    "targetEnd" CHAR(10),
    "targetAsPrinted" TEXT,
    "slotKind" "SlotKind" NOT NULL DEFAULT 'none',
    "meetingId" UUID,
    "slotOn" CHAR(10),
    "position" INTEGER NOT NULL DEFAULT 1,
    "deferrals" INTEGER NOT NULL DEFAULT 0,
    "receiverId" UUID,
    "promisedToId" UUID,
    "topicId" UUID,
    "proposalId" UUID,
    "groupId" UUID,
    "bodyId" UUID NOT NULL,
    "audience" "Audience" NOT NULL DEFAULT 'inside',
    "areaId" UUID,
    "portfolioId" UUID,
    "keepers" UUID[],
    "version" INTEGER NOT NULL DEFAULT 1,

    CONSTRAINT "ProgrammeItem_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "ProgrammeLead" (
    "itemId" UUID NOT NULL,
    "personId" UUID NOT NULL,
    "role" "LeadRole" NOT NULL,
    "titleAsPrinted" TEXT,
    "position" INTEGER NOT NULL DEFAULT 1,
    "audience" "Audience" NOT NULL DEFAULT 'inside',

    CONSTRAINT "ProgrammeLead_pkey" PRIMARY KEY ("itemId","personId")
);

-- CreateTable
CREATE TABLE "SlotMove" (
    "id" UUID NOT NULL,
    "itemId" UUID NOT NULL,
    "on" CHAR(10) NOT NULL,
    "recordedAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "byId" UUID,
    "byName" TEXT NOT NULL,
    "fromMeetingId" UUID,
    "toMeetingId" UUID,
    "fromSlot" "SlotKind" NOT NULL,
    "toSlot" "SlotKind" NOT NULL,
    "deferral" BOOLEAN NOT NULL DEFAULT false,
    "reason" TEXT NOT NULL DEFAULT '',
    "authorityId" UUID,
    "audience" "Audience" NOT NULL DEFAULT 'inside',

    CONSTRAINT "SlotMove_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "CorporateOutcome" (
    "id" UUID NOT NULL,
    "slug" TEXT NOT NULL,
    "name" TEXT NOT NULL,
    "plan" TEXT NOT NULL,
    "from" CHAR(10) NOT NULL,
    "until" CHAR(10),

    CONSTRAINT "CorporateOutcome_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "ForwardPlanEntry" (
    "id" UUID NOT NULL,
    "title" TEXT NOT NULL,
    "decision" TEXT NOT NULL DEFAULT '',
    "bodyId" UUID NOT NULL,
    "meetingId" UUID,
    "dueOn" CHAR(10),
    "key" BOOLEAN NOT NULL DEFAULT false,
    "publishedOn" CHAR(10),
    "outcome" TEXT,
    "portfolioId" UUID,
    "audience" "Audience" NOT NULL DEFAULT 'public',
    "version" INTEGER NOT NULL DEFAULT 1,

    CONSTRAINT "ForwardPlanEntry_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "CallIn" (
    "id" UUID NOT NULL,
    "decision" TEXT NOT NULL,
    "publishedOn" CHAR(10) NOT NULL,
    "requestedOn" CHAR(10) NOT NULL,
    "signatories" UUID[],
    "grounds" TEXT NOT NULL,
    "status" "CallInStatus" NOT NULL DEFAULT 'requested',
    "bodyId" UUID NOT NULL,
    "audience" "Audience" NOT NULL DEFAULT 'public',
    "areaId" UUID,
    "portfolioId" UUID,
    "keepers" UUID[],
    "version" INTEGER NOT NULL DEFAULT 1,

    CONSTRAINT "CallIn_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "ExecutiveDocumentRequest" (
    "id" UUID NOT NULL,
    "bodyId" UUID NOT NULL,
    "personId" UUID NOT NULL,
    "programmeItemId" UUID,
    "what" TEXT NOT NULL,
    "requestedOn" CHAR(10) NOT NULL,
    "suppliedOn" CHAR(10),
    "refusal" TEXT,
    "version" INTEGER NOT NULL DEFAULT 1,

    CONSTRAINT "ExecutiveDocumentRequest_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "ProgrammeOutcome" (
    "itemId" UUID NOT NULL,
    "outcomeId" UUID NOT NULL,
    "audience" "Audience" NOT NULL DEFAULT 'inside',

    CONSTRAINT "ProgrammeOutcome_pkey" PRIMARY KEY ("itemId","outcomeId")
);

-- CreateTable
CREATE TABLE "ForwardPlanTopic" (
    "entryId" UUID NOT NULL,
    "topicId" UUID NOT NULL,
    "audience" "Audience" NOT NULL DEFAULT 'inside',

    CONSTRAINT "ForwardPlanTopic_pkey" PRIMARY KEY ("entryId","topicId")
);

-- CreateTable
CREATE TABLE "Recommendation" (
    "id" UUID NOT NULL,
    "reference" TEXT,
    "kind" "RecommendationKind" NOT NULL DEFAULT 'recommendation',
    "capacity" "Capacity" NOT NULL DEFAULT 'overview_and_scrutiny',
    "bodyId" UUID NOT NULL,
    "meetingId" UUID NOT NULL,
    "minuteId" UUID NOT NULL,
    "decisionId" UUID NOT NULL,
    "topicId" UUID,
    "title" TEXT NOT NULL,
    "agreedOn" CHAR(10) NOT NULL,
    "reason" TEXT NOT NULL DEFAULT '',
    "reviewOn" CHAR(10),
    "contestsId" UUID,
    "audience" "Audience" NOT NULL DEFAULT 'public',
    "areaId" UUID,
    "portfolioId" UUID,
    "keepers" UUID[],
    "version" INTEGER NOT NULL DEFAULT 1,

    CONSTRAINT "Recommendation_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "RecommendationClause" (
    "id" UUID NOT NULL,
    "recommendationId" UUID NOT NULL,
    "number" INTEGER NOT NULL,
    "text" TEXT NOT NULL,
    "recipientKind" "RecipientKind" NOT NULL,
    "recipientId" UUID,
    "recipientName" TEXT,
    "status" "ClauseStatus" NOT NULL DEFAULT 'agreed',
    "priority" BOOLEAN NOT NULL DEFAULT false,
    "expectedOn" CHAR(10),
    "noticeId" UUID,
    "bodyId" UUID NOT NULL,
    "audience" "Audience" NOT NULL DEFAULT 'public',
    "areaId" UUID,
    "portfolioId" UUID,
    "keepers" UUID[],
    "version" INTEGER NOT NULL DEFAULT 1,

    CONSTRAINT "RecommendationClause_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "Notice" (
    "id" UUID NOT NULL,
    "recommendationId" UUID NOT NULL,
    "servedOn" CHAR(10) NOT NULL,
    "servedById" UUID NOT NULL,
    "reportReceivedOn" CHAR(10),
    "noticeReceivedOn" CHAR(10),
    "recordedAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "audience" "Audience" NOT NULL DEFAULT 'public',

    CONSTRAINT "Notice_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "Response" (
    "id" UUID NOT NULL,
    "clauseId" UUID NOT NULL,
    "status" "ResponseStatus" NOT NULL DEFAULT 'draft',
    "kind" "ResponseKind" NOT NULL,
    "wording" TEXT NOT NULL,
    "reason" TEXT,
    "decidedBy" "DecidedBy" NOT NULL,
    "decidedByBodyId" UUID,
    "decidedOn" CHAR(10),
    "meetingId" UUID,
    "reference" TEXT,
    "changedInSubstance" BOOLEAN NOT NULL DEFAULT false,
    "recordedAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "recordedById" UUID,
    "bodyId" UUID NOT NULL,
    "audience" "Audience" NOT NULL DEFAULT 'keepers',
    "areaId" UUID,
    "portfolioId" UUID,
    "keepers" UUID[],
    "version" INTEGER NOT NULL DEFAULT 1,

    CONSTRAINT "Response_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "Undertaking" (
    "id" UUID NOT NULL,
    "responseId" UUID NOT NULL,
    "text" TEXT NOT NULL,
    "ownerId" UUID,
    "dueOn" CHAR(10),
    "audience" "Audience" NOT NULL DEFAULT 'keepers',

    CONSTRAINT "Undertaking_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "ImplementationNote" (
    "id" UUID NOT NULL,
    "clauseId" UUID NOT NULL,
    "on" CHAR(10) NOT NULL,
    "recordedAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "personId" UUID,
    "text" TEXT NOT NULL,
    "audience" "Audience" NOT NULL DEFAULT 'public',

    CONSTRAINT "ImplementationNote_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "Report" (
    "id" UUID NOT NULL,
    "slug" TEXT NOT NULL,
    "title" TEXT NOT NULL,
    "status" "ReportStatus" NOT NULL DEFAULT 'commissioned',
    "bodyId" UUID NOT NULL,
    "meetingId" UUID,
    "topicId" UUID,
    "programmeItemId" UUID,
    "publishedOn" CHAR(10),
    "consideredOn" CHAR(10),
    "replacesId" UUID,
    "audience" "Audience" NOT NULL DEFAULT 'keepers',
    "areaId" UUID,
    "portfolioId" UUID,
    "keepers" UUID[],
    "version" INTEGER NOT NULL DEFAULT 1,

    CONSTRAINT "Report_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "ReportAuthor" (
    "reportId" UUID NOT NULL,
    "personId" UUID NOT NULL,
    "titleAsPrinted" TEXT NOT NULL,
    "signs" BOOLEAN NOT NULL DEFAULT false,
    "audience" "Audience" NOT NULL DEFAULT 'keepers',

    CONSTRAINT "ReportAuthor_pkey" PRIMARY KEY ("reportId","personId")
);

-- CreateTable
CREATE TABLE "ReportText" (
    "reportId" UUID NOT NULL,
    "frontSheet" JSONB NOT NULL,
    "bodyId" UUID NOT NULL,
    "audience" "Audience" NOT NULL DEFAULT 'keepers',
    "areaId" UUID,
    "portfolioId" UUID,
    "keepers" UUID[],
    "restriction" "Restriction" NOT NULL DEFAULT 'public',
    "paragraphs" INTEGER[],
    "withheldFrom" UUID[],
    "version" INTEGER NOT NULL DEFAULT 1,

    CONSTRAINT "ReportText_pkey" PRIMARY KEY ("reportId")
);

-- CreateTable
CREATE TABLE "ReportParagraph" (
    "id" UUID NOT NULL,
    "reportId" UUID NOT NULL,
    "position" INTEGER NOT NULL,
    "anchor" TEXT NOT NULL,
    "number" TEXT,
    "heading" TEXT,
    "markdown" TEXT NOT NULL DEFAULT '',
    "audience" "Audience" NOT NULL DEFAULT 'keepers',

    CONSTRAINT "ReportParagraph_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "Clearance" (
    "id" UUID NOT NULL,
    "reportId" UUID NOT NULL,
    "step" "ClearanceStep" NOT NULL,
    "outcome" "ClearanceOutcome" NOT NULL DEFAULT 'waiting',
    "personId" UUID,
    "onBehalfOf" TEXT,
    "evidence" TEXT,
    "comment" TEXT NOT NULL DEFAULT '',
    "at" TIMESTAMPTZ(3),

    CONSTRAINT "Clearance_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "OutsideDate" (
    "id" UUID NOT NULL,
    "what" TEXT NOT NULL,
    "on" CHAR(10) NOT NULL,
    "reportId" UUID,
    "recommendationId" UUID,
    "programmeItemId" UUID,
    "audience" "Audience" NOT NULL DEFAULT 'keepers',

    CONSTRAINT "OutsideDate_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "ScopingProposal" (
    "id" UUID NOT NULL,
    "title" TEXT NOT NULL,
    "status" "ScopingProposalStatus" NOT NULL DEFAULT 'draft',
    "leadMemberId" UUID,
    "leadOfficerId" UUID,
    "leadOfficerAsPrinted" TEXT,
    "reportToId" UUID,
    "endsOn" CHAR(10),
    "inForceOn" CHAR(10),
    "answers" JSONB NOT NULL DEFAULT '{}',
    "agendaItemId" UUID,
    "authorityId" UUID,
    "bodyId" UUID NOT NULL,
    "audience" "Audience" NOT NULL DEFAULT 'chair',
    "areaId" UUID,
    "portfolioId" UUID,
    "keepers" UUID[],
    "version" INTEGER NOT NULL DEFAULT 1,
    "createdAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "ScopingProposal_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "ScopingTopic" (
    "proposalId" UUID NOT NULL,
    "topicId" UUID NOT NULL,
    "leavesOut" TEXT,
    "audience" "Audience" NOT NULL DEFAULT 'chair',

    CONSTRAINT "ScopingTopic_pkey" PRIMARY KEY ("proposalId","topicId")
);

-- CreateTable
CREATE TABLE "ScopingVersion" (
    "id" UUID NOT NULL,
    "proposalId" UUID NOT NULL,
    "number" INTEGER NOT NULL,
    "content" JSONB NOT NULL,
    "recordedAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "byId" UUID,
    "authorityId" UUID,
    "audience" "Audience" NOT NULL DEFAULT 'chair',

    CONSTRAINT "ScopingVersion_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "ScopingOutcome" (
    "proposalId" UUID NOT NULL,
    "outcomeId" UUID NOT NULL,
    "audience" "Audience" NOT NULL DEFAULT 'chair',

    CONSTRAINT "ScopingOutcome_pkey" PRIMARY KEY ("proposalId","outcomeId")
);

-- CreateTable
CREATE TABLE "Topic" (
    "id" UUID NOT NULL,
    "slug" TEXT NOT NULL,
    "title" TEXT NOT NULL,
    "description" TEXT NOT NULL DEFAULT '',
    "source" "TopicSource" NOT NULL,
    "status" "TopicStatus" NOT NULL DEFAULT 'suggested',
    "statusReason" TEXT,
    "statusOn" CHAR(10),
    "suggestedOn" CHAR(10) NOT NULL,
    "originId" UUID,
    "motionId" UUID,
    "groupId" UUID,
    "leadMemberId" UUID,
    "leadOfficerId" UUID,
    "rationale" TEXT,
    "timescale" TEXT,
    "workedWith" TEXT,
    "parts" TEXT[],
    "receiverId" UUID,
    "transferAcceptedOn" CHAR(10),
    "mergedIntoId" UUID,
    "duplicatesSeenOn" CHAR(10),
    "callValid" BOOLEAN,
    "callDiscussedOn" CHAR(10),
    "callReasonsSentOn" CHAR(10),
    "bodyId" UUID,
    "audience" "Audience" NOT NULL DEFAULT 'inside',
    "areaId" UUID,
    "portfolioId" UUID,
    "keepers" UUID[],
    "version" INTEGER NOT NULL DEFAULT 1,

    CONSTRAINT "Topic_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "TopicSuggester" (
    "topicId" UUID NOT NULL,
    "name" TEXT,
    "email" TEXT,
    "wantsReply" BOOLEAN NOT NULL DEFAULT false,

    CONSTRAINT "TopicSuggester_pkey" PRIMARY KEY ("topicId")
);

-- CreateTable
CREATE TABLE "ScoringMethod" (
    "id" UUID NOT NULL,
    "key" TEXT NOT NULL,
    "number" INTEGER NOT NULL,
    "name" TEXT NOT NULL,
    "criteria" JSONB NOT NULL,
    "threshold" INTEGER,

    CONSTRAINT "ScoringMethod_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "Score" (
    "id" UUID NOT NULL,
    "topicId" UUID NOT NULL,
    "methodId" UUID NOT NULL,
    "personId" UUID NOT NULL,
    "asOfficer" BOOLEAN NOT NULL DEFAULT false,
    "values" JSONB NOT NULL,
    "recordedAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "version" INTEGER NOT NULL DEFAULT 1,

    CONSTRAINT "Score_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "_BodyToPost" (
    "A" UUID NOT NULL,
    "B" UUID NOT NULL,

    CONSTRAINT "_BodyToPost_AB_pkey" PRIMARY KEY ("A","B")
);

-- CreateTable
CREATE TABLE "_PortfolioToPost" (
    "A" UUID NOT NULL,
    "B" UUID NOT NULL,

    CONSTRAINT "_PortfolioToPost_AB_pkey" PRIMARY KEY ("A","B")
);

-- CreateIndex
CREATE UNIQUE INDEX "Body_slug_key" ON "Body"("slug");

-- CreateIndex
CREATE UNIQUE INDEX "Body_predecessorId_key" ON "Body"("predecessorId");

-- CreateIndex
CREATE UNIQUE INDEX "ReviewGroup_bodyId_key" ON "ReviewGroup"("bodyId");

-- CreateIndex
CREATE UNIQUE INDEX "FormDraft_personId_form_subjectId_key" ON "FormDraft"("personId", "form", "subjectId");

-- CreateIndex
CREATE INDEX "OnceKey_createdAt_idx" ON "OnceKey"("createdAt");

-- CreateIndex
CREATE INDEX "AuditEntry_subjectId_recordedAt_idx" ON "AuditEntry"("subjectId", "recordedAt");

-- CreateIndex
CREATE INDEX "AuditEntry_recordedAt_idx" ON "AuditEntry"("recordedAt");

-- CreateIndex
CREATE INDEX "RestrictedView_subjectId_idx" ON "RestrictedView"("subjectId");

-- CreateIndex
CREATE UNIQUE INDEX "FollowUp_reference_key" ON "FollowUp"("reference");

-- CreateIndex
CREATE UNIQUE INDEX "FollowUp_supersededById_key" ON "FollowUp"("supersededById");

-- CreateIndex
CREATE UNIQUE INDEX "Meeting_postponedToId_key" ON "Meeting"("postponedToId");

-- CreateIndex
CREATE INDEX "Meeting_date_idx" ON "Meeting"("date");

-- CreateIndex
CREATE UNIQUE INDEX "Meeting_bodyId_slug_key" ON "Meeting"("bodyId", "slug");

-- CreateIndex
CREATE UNIQUE INDEX "MeetingSession_meetingId_number_key" ON "MeetingSession"("meetingId", "number");

-- CreateIndex
CREATE UNIQUE INDEX "Publication_meetingId_number_key" ON "Publication"("meetingId", "number");

-- CreateIndex
CREATE INDEX "ScheduledPublication_meetingId_idx" ON "ScheduledPublication"("meetingId");

-- CreateIndex
CREATE INDEX "MeetingEntry_meetingId_idx" ON "MeetingEntry"("meetingId");

-- CreateIndex
CREATE INDEX "AgendaItem_meetingId_idx" ON "AgendaItem"("meetingId");

-- CreateIndex
CREATE UNIQUE INDEX "Motion_slug_key" ON "Motion"("slug");

-- CreateIndex
CREATE UNIQUE INDEX "Minutes_meetingId_key" ON "Minutes"("meetingId");

-- CreateIndex
CREATE UNIQUE INDEX "Minute_minutesId_position_key" ON "Minute"("minutesId", "position");

-- CreateIndex
CREATE UNIQUE INDEX "Decision_minuteId_position_key" ON "Decision"("minuteId", "position");

-- CreateIndex
CREATE UNIQUE INDEX "Attendance_meetingId_personId_kind_key" ON "Attendance"("meetingId", "personId", "kind");

-- CreateIndex
CREATE UNIQUE INDEX "Paper_replacesId_key" ON "Paper"("replacesId");

-- CreateIndex
CREATE INDEX "Paper_meetingId_idx" ON "Paper"("meetingId");

-- CreateIndex
CREATE INDEX "Paper_agendaItemId_idx" ON "Paper"("agendaItemId");

-- CreateIndex
CREATE UNIQUE INDEX "PaperFile_paperId_number_key" ON "PaperFile"("paperId", "number");

-- CreateIndex
CREATE UNIQUE INDEX "Withholding_paperId_personId_key" ON "Withholding"("paperId", "personId");

-- CreateIndex
CREATE UNIQUE INDEX "Person_slug_key" ON "Person"("slug");

-- CreateIndex
CREATE UNIQUE INDEX "PersonAlias_personId_name_key" ON "PersonAlias"("personId", "name");

-- CreateIndex
CREATE UNIQUE INDEX "Account_personId_key" ON "Account"("personId");

-- CreateIndex
CREATE UNIQUE INDEX "Account_email_key" ON "Account"("email");

-- CreateIndex
CREATE UNIQUE INDEX "Account_oidcIssuer_oidcSubject_key" ON "Account"("oidcIssuer", "oidcSubject");

-- CreateIndex
CREATE INDEX "SignInSession_accountId_idx" ON "SignInSession"("accountId");

-- CreateIndex
CREATE UNIQUE INDEX "Area_slug_key" ON "Area"("slug");

-- CreateIndex
CREATE UNIQUE INDEX "Portfolio_slug_key" ON "Portfolio"("slug");

-- CreateIndex
CREATE INDEX "Post_personId_idx" ON "Post"("personId");

-- CreateIndex
CREATE INDEX "Seat_bodyId_idx" ON "Seat"("bodyId");

-- CreateIndex
CREATE UNIQUE INDEX "Seat_personId_bodyId_role_from_key" ON "Seat"("personId", "bodyId", "role", "from");

-- CreateIndex
CREATE UNIQUE INDEX "Programme_bodyId_year_key" ON "Programme"("bodyId", "year");

-- CreateIndex
CREATE INDEX "ProgrammeItem_programmeId_idx" ON "ProgrammeItem"("programmeId");

-- CreateIndex
CREATE INDEX "ProgrammeItem_meetingId_idx" ON "ProgrammeItem"("meetingId");

-- CreateIndex
CREATE INDEX "SlotMove_itemId_idx" ON "SlotMove"("itemId");

-- CreateIndex
CREATE UNIQUE INDEX "CorporateOutcome_slug_key" ON "CorporateOutcome"("slug");

-- CreateIndex
CREATE UNIQUE INDEX "Recommendation_reference_key" ON "Recommendation"("reference");

-- CreateIndex
CREATE UNIQUE INDEX "RecommendationClause_recommendationId_number_key" ON "RecommendationClause"("recommendationId", "number");

-- CreateIndex
CREATE INDEX "Response_clauseId_idx" ON "Response"("clauseId");

-- CreateIndex
CREATE UNIQUE INDEX "Report_slug_key" ON "Report"("slug");

-- CreateIndex
CREATE UNIQUE INDEX "Report_replacesId_key" ON "Report"("replacesId");

-- CreateIndex
CREATE INDEX "Report_meetingId_idx" ON "Report"("meetingId");

-- CreateIndex
CREATE UNIQUE INDEX "ReportParagraph_reportId_anchor_key" ON "ReportParagraph"("reportId", "anchor");

-- CreateIndex
CREATE UNIQUE INDEX "ReportParagraph_reportId_position_key" ON "ReportParagraph"("reportId", "position");

-- CreateIndex
CREATE UNIQUE INDEX "ScopingVersion_proposalId_number_key" ON "ScopingVersion"("proposalId", "number");

-- CreateIndex
CREATE UNIQUE INDEX "Topic_slug_key" ON "Topic"("slug");

-- CreateIndex
CREATE UNIQUE INDEX "ScoringMethod_key_number_key" ON "ScoringMethod"("key", "number");

-- CreateIndex
CREATE UNIQUE INDEX "Score_topicId_methodId_personId_key" ON "Score"("topicId", "methodId", "personId");

-- CreateIndex
CREATE INDEX "_BodyToPost_B_index" ON "_BodyToPost"("B");

-- CreateIndex
CREATE INDEX "_PortfolioToPost_B_index" ON "_PortfolioToPost"("B");

-- AddForeignKey
ALTER TABLE "Body" ADD CONSTRAINT "Body_parentId_fkey" FOREIGN KEY ("parentId") REFERENCES "Body"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Body" ADD CONSTRAINT "Body_predecessorId_fkey" FOREIGN KEY ("predecessorId") REFERENCES "Body"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "ReviewGroup" ADD CONSTRAINT "ReviewGroup_bodyId_fkey" FOREIGN KEY ("bodyId") REFERENCES "Body"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "ReviewGroup" ADD CONSTRAINT "ReviewGroup_parentId_fkey" FOREIGN KEY ("parentId") REFERENCES "Body"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "ReviewGroup" ADD CONSTRAINT "ReviewGroup_authorityId_fkey" FOREIGN KEY ("authorityId") REFERENCES "Authority"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "ReviewGroupExtension" ADD CONSTRAINT "ReviewGroupExtension_groupId_fkey" FOREIGN KEY ("groupId") REFERENCES "ReviewGroup"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "ReviewGroupExtension" ADD CONSTRAINT "ReviewGroupExtension_authorityId_fkey" FOREIGN KEY ("authorityId") REFERENCES "Authority"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "FormDraft" ADD CONSTRAINT "FormDraft_personId_fkey" FOREIGN KEY ("personId") REFERENCES "Person"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "AuditEntry" ADD CONSTRAINT "AuditEntry_authorityId_fkey" FOREIGN KEY ("authorityId") REFERENCES "Authority"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "FollowUp" ADD CONSTRAINT "FollowUp_bodyId_fkey" FOREIGN KEY ("bodyId") REFERENCES "Body"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "FollowUp" ADD CONSTRAINT "FollowUp_minuteId_fkey" FOREIGN KEY ("minuteId") REFERENCES "Minute"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "FollowUp" ADD CONSTRAINT "FollowUp_authorityId_fkey" FOREIGN KEY ("authorityId") REFERENCES "Authority"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "FollowUp" ADD CONSTRAINT "FollowUp_topicId_fkey" FOREIGN KEY ("topicId") REFERENCES "Topic"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "FollowUp" ADD CONSTRAINT "FollowUp_supersededById_fkey" FOREIGN KEY ("supersededById") REFERENCES "FollowUp"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "FollowUp" ADD CONSTRAINT "FollowUp_programmeItemId_fkey" FOREIGN KEY ("programmeItemId") REFERENCES "ProgrammeItem"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "FollowUp" ADD CONSTRAINT "FollowUp_dueMeetingId_fkey" FOREIGN KEY ("dueMeetingId") REFERENCES "Meeting"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "FollowUpOwner" ADD CONSTRAINT "FollowUpOwner_followUpId_fkey" FOREIGN KEY ("followUpId") REFERENCES "FollowUp"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "FollowUpOwner" ADD CONSTRAINT "FollowUpOwner_personId_fkey" FOREIGN KEY ("personId") REFERENCES "Person"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "FollowUpNote" ADD CONSTRAINT "FollowUpNote_followUpId_fkey" FOREIGN KEY ("followUpId") REFERENCES "FollowUp"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Meeting" ADD CONSTRAINT "Meeting_bodyId_fkey" FOREIGN KEY ("bodyId") REFERENCES "Body"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Meeting" ADD CONSTRAINT "Meeting_postponedToId_fkey" FOREIGN KEY ("postponedToId") REFERENCES "Meeting"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "MeetingSession" ADD CONSTRAINT "MeetingSession_meetingId_fkey" FOREIGN KEY ("meetingId") REFERENCES "Meeting"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Publication" ADD CONSTRAINT "Publication_meetingId_fkey" FOREIGN KEY ("meetingId") REFERENCES "Meeting"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "ScheduledPublication" ADD CONSTRAINT "ScheduledPublication_meetingId_fkey" FOREIGN KEY ("meetingId") REFERENCES "Meeting"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "MeetingEntry" ADD CONSTRAINT "MeetingEntry_meetingId_fkey" FOREIGN KEY ("meetingId") REFERENCES "Meeting"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "MeetingEntry" ADD CONSTRAINT "MeetingEntry_agendaItemId_fkey" FOREIGN KEY ("agendaItemId") REFERENCES "AgendaItem"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "AgendaItem" ADD CONSTRAINT "AgendaItem_meetingId_fkey" FOREIGN KEY ("meetingId") REFERENCES "Meeting"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "AgendaItem" ADD CONSTRAINT "AgendaItem_parentId_fkey" FOREIGN KEY ("parentId") REFERENCES "AgendaItem"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "AgendaItem" ADD CONSTRAINT "AgendaItem_leadMemberId_fkey" FOREIGN KEY ("leadMemberId") REFERENCES "Person"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "AgendaItem" ADD CONSTRAINT "AgendaItem_minutesOfId_fkey" FOREIGN KEY ("minutesOfId") REFERENCES "Meeting"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "AgendaItem" ADD CONSTRAINT "AgendaItem_topicId_fkey" FOREIGN KEY ("topicId") REFERENCES "Topic"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "AgendaItem" ADD CONSTRAINT "AgendaItem_motionId_fkey" FOREIGN KEY ("motionId") REFERENCES "Motion"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "AgendaItem" ADD CONSTRAINT "AgendaItem_programmeItemId_fkey" FOREIGN KEY ("programmeItemId") REFERENCES "ProgrammeItem"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Motion" ADD CONSTRAINT "Motion_moverId_fkey" FOREIGN KEY ("moverId") REFERENCES "Person"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Motion" ADD CONSTRAINT "Motion_seconderId_fkey" FOREIGN KEY ("seconderId") REFERENCES "Person"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Motion" ADD CONSTRAINT "Motion_meetingId_fkey" FOREIGN KEY ("meetingId") REFERENCES "Meeting"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Motion" ADD CONSTRAINT "Motion_referredToId_fkey" FOREIGN KEY ("referredToId") REFERENCES "Body"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Motion" ADD CONSTRAINT "Motion_authorityId_fkey" FOREIGN KEY ("authorityId") REFERENCES "Authority"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Question" ADD CONSTRAINT "Question_meetingId_fkey" FOREIGN KEY ("meetingId") REFERENCES "Meeting"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Minutes" ADD CONSTRAINT "Minutes_meetingId_fkey" FOREIGN KEY ("meetingId") REFERENCES "Meeting"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Minutes" ADD CONSTRAINT "Minutes_confirmedAtId_fkey" FOREIGN KEY ("confirmedAtId") REFERENCES "Meeting"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Minutes" ADD CONSTRAINT "Minutes_bodyId_fkey" FOREIGN KEY ("bodyId") REFERENCES "Body"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Minute" ADD CONSTRAINT "Minute_minutesId_fkey" FOREIGN KEY ("minutesId") REFERENCES "Minutes"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Minute" ADD CONSTRAINT "Minute_agendaItemId_fkey" FOREIGN KEY ("agendaItemId") REFERENCES "AgendaItem"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Minute" ADD CONSTRAINT "Minute_topicId_fkey" FOREIGN KEY ("topicId") REFERENCES "Topic"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "MinuteText" ADD CONSTRAINT "MinuteText_minuteId_fkey" FOREIGN KEY ("minuteId") REFERENCES "Minute"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Decision" ADD CONSTRAINT "Decision_minuteId_fkey" FOREIGN KEY ("minuteId") REFERENCES "Minute"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "NamedVote" ADD CONSTRAINT "NamedVote_decisionId_fkey" FOREIGN KEY ("decisionId") REFERENCES "Decision"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "NamedVote" ADD CONSTRAINT "NamedVote_personId_fkey" FOREIGN KEY ("personId") REFERENCES "Person"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "MinutesAmendment" ADD CONSTRAINT "MinutesAmendment_minutesId_fkey" FOREIGN KEY ("minutesId") REFERENCES "Minutes"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Attendance" ADD CONSTRAINT "Attendance_meetingId_fkey" FOREIGN KEY ("meetingId") REFERENCES "Meeting"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Attendance" ADD CONSTRAINT "Attendance_personId_fkey" FOREIGN KEY ("personId") REFERENCES "Person"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Attendance" ADD CONSTRAINT "Attendance_substituteForId_fkey" FOREIGN KEY ("substituteForId") REFERENCES "Person"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Declaration" ADD CONSTRAINT "Declaration_meetingId_fkey" FOREIGN KEY ("meetingId") REFERENCES "Meeting"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Declaration" ADD CONSTRAINT "Declaration_agendaItemId_fkey" FOREIGN KEY ("agendaItemId") REFERENCES "AgendaItem"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Declaration" ADD CONSTRAINT "Declaration_minuteId_fkey" FOREIGN KEY ("minuteId") REFERENCES "Minute"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Declaration" ADD CONSTRAINT "Declaration_personId_fkey" FOREIGN KEY ("personId") REFERENCES "Person"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "DeclarationDetail" ADD CONSTRAINT "DeclarationDetail_declarationId_fkey" FOREIGN KEY ("declarationId") REFERENCES "Declaration"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Authority" ADD CONSTRAINT "Authority_decisionId_fkey" FOREIGN KEY ("decisionId") REFERENCES "Decision"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Authority" ADD CONSTRAINT "Authority_bodyId_fkey" FOREIGN KEY ("bodyId") REFERENCES "Body"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Paper" ADD CONSTRAINT "Paper_bodyId_fkey" FOREIGN KEY ("bodyId") REFERENCES "Body"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Paper" ADD CONSTRAINT "Paper_meetingId_fkey" FOREIGN KEY ("meetingId") REFERENCES "Meeting"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Paper" ADD CONSTRAINT "Paper_agendaItemId_fkey" FOREIGN KEY ("agendaItemId") REFERENCES "AgendaItem"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Paper" ADD CONSTRAINT "Paper_reportId_fkey" FOREIGN KEY ("reportId") REFERENCES "Report"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Paper" ADD CONSTRAINT "Paper_proposalId_fkey" FOREIGN KEY ("proposalId") REFERENCES "ScopingProposal"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Paper" ADD CONSTRAINT "Paper_replacesId_fkey" FOREIGN KEY ("replacesId") REFERENCES "Paper"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "PaperFile" ADD CONSTRAINT "PaperFile_paperId_fkey" FOREIGN KEY ("paperId") REFERENCES "Paper"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Withholding" ADD CONSTRAINT "Withholding_paperId_fkey" FOREIGN KEY ("paperId") REFERENCES "Paper"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Withholding" ADD CONSTRAINT "Withholding_personId_fkey" FOREIGN KEY ("personId") REFERENCES "Person"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Person" ADD CONSTRAINT "Person_mergedIntoId_fkey" FOREIGN KEY ("mergedIntoId") REFERENCES "Person"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "PersonAlias" ADD CONSTRAINT "PersonAlias_personId_fkey" FOREIGN KEY ("personId") REFERENCES "Person"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "PersonContact" ADD CONSTRAINT "PersonContact_personId_fkey" FOREIGN KEY ("personId") REFERENCES "Person"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Account" ADD CONSTRAINT "Account_personId_fkey" FOREIGN KEY ("personId") REFERENCES "Person"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "SignInSession" ADD CONSTRAINT "SignInSession_accountId_fkey" FOREIGN KEY ("accountId") REFERENCES "Account"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Post" ADD CONSTRAINT "Post_personId_fkey" FOREIGN KEY ("personId") REFERENCES "Person"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Post" ADD CONSTRAINT "Post_areaId_fkey" FOREIGN KEY ("areaId") REFERENCES "Area"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Seat" ADD CONSTRAINT "Seat_personId_fkey" FOREIGN KEY ("personId") REFERENCES "Person"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Seat" ADD CONSTRAINT "Seat_bodyId_fkey" FOREIGN KEY ("bodyId") REFERENCES "Body"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Seat" ADD CONSTRAINT "Seat_portfolioId_fkey" FOREIGN KEY ("portfolioId") REFERENCES "Portfolio"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Programme" ADD CONSTRAINT "Programme_authorityId_fkey" FOREIGN KEY ("authorityId") REFERENCES "Authority"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Programme" ADD CONSTRAINT "Programme_bodyId_fkey" FOREIGN KEY ("bodyId") REFERENCES "Body"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "ProgrammeItem" ADD CONSTRAINT "ProgrammeItem_programmeId_fkey" FOREIGN KEY ("programmeId") REFERENCES "Programme"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "ProgrammeItem" ADD CONSTRAINT "ProgrammeItem_meetingId_fkey" FOREIGN KEY ("meetingId") REFERENCES "Meeting"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "ProgrammeItem" ADD CONSTRAINT "ProgrammeItem_promisedToId_fkey" FOREIGN KEY ("promisedToId") REFERENCES "Meeting"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "ProgrammeItem" ADD CONSTRAINT "ProgrammeItem_topicId_fkey" FOREIGN KEY ("topicId") REFERENCES "Topic"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "ProgrammeItem" ADD CONSTRAINT "ProgrammeItem_proposalId_fkey" FOREIGN KEY ("proposalId") REFERENCES "ScopingProposal"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "ProgrammeItem" ADD CONSTRAINT "ProgrammeItem_groupId_fkey" FOREIGN KEY ("groupId") REFERENCES "ReviewGroup"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "ProgrammeItem" ADD CONSTRAINT "ProgrammeItem_bodyId_fkey" FOREIGN KEY ("bodyId") REFERENCES "Body"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "ProgrammeLead" ADD CONSTRAINT "ProgrammeLead_itemId_fkey" FOREIGN KEY ("itemId") REFERENCES "ProgrammeItem"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "ProgrammeLead" ADD CONSTRAINT "ProgrammeLead_personId_fkey" FOREIGN KEY ("personId") REFERENCES "Person"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "SlotMove" ADD CONSTRAINT "SlotMove_itemId_fkey" FOREIGN KEY ("itemId") REFERENCES "ProgrammeItem"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "SlotMove" ADD CONSTRAINT "SlotMove_fromMeetingId_fkey" FOREIGN KEY ("fromMeetingId") REFERENCES "Meeting"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "SlotMove" ADD CONSTRAINT "SlotMove_toMeetingId_fkey" FOREIGN KEY ("toMeetingId") REFERENCES "Meeting"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "SlotMove" ADD CONSTRAINT "SlotMove_authorityId_fkey" FOREIGN KEY ("authorityId") REFERENCES "Authority"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "ForwardPlanEntry" ADD CONSTRAINT "ForwardPlanEntry_bodyId_fkey" FOREIGN KEY ("bodyId") REFERENCES "Body"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "ForwardPlanEntry" ADD CONSTRAINT "ForwardPlanEntry_meetingId_fkey" FOREIGN KEY ("meetingId") REFERENCES "Meeting"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "ForwardPlanEntry" ADD CONSTRAINT "ForwardPlanEntry_portfolioId_fkey" FOREIGN KEY ("portfolioId") REFERENCES "Portfolio"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "ProgrammeOutcome" ADD CONSTRAINT "ProgrammeOutcome_itemId_fkey" FOREIGN KEY ("itemId") REFERENCES "ProgrammeItem"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "ProgrammeOutcome" ADD CONSTRAINT "ProgrammeOutcome_outcomeId_fkey" FOREIGN KEY ("outcomeId") REFERENCES "CorporateOutcome"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "ForwardPlanTopic" ADD CONSTRAINT "ForwardPlanTopic_entryId_fkey" FOREIGN KEY ("entryId") REFERENCES "ForwardPlanEntry"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "ForwardPlanTopic" ADD CONSTRAINT "ForwardPlanTopic_topicId_fkey" FOREIGN KEY ("topicId") REFERENCES "Topic"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Recommendation" ADD CONSTRAINT "Recommendation_bodyId_fkey" FOREIGN KEY ("bodyId") REFERENCES "Body"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Recommendation" ADD CONSTRAINT "Recommendation_meetingId_fkey" FOREIGN KEY ("meetingId") REFERENCES "Meeting"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Recommendation" ADD CONSTRAINT "Recommendation_minuteId_fkey" FOREIGN KEY ("minuteId") REFERENCES "Minute"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Recommendation" ADD CONSTRAINT "Recommendation_decisionId_fkey" FOREIGN KEY ("decisionId") REFERENCES "Decision"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Recommendation" ADD CONSTRAINT "Recommendation_topicId_fkey" FOREIGN KEY ("topicId") REFERENCES "Topic"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Recommendation" ADD CONSTRAINT "Recommendation_contestsId_fkey" FOREIGN KEY ("contestsId") REFERENCES "RecommendationClause"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "RecommendationClause" ADD CONSTRAINT "RecommendationClause_recommendationId_fkey" FOREIGN KEY ("recommendationId") REFERENCES "Recommendation"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "RecommendationClause" ADD CONSTRAINT "RecommendationClause_recipientId_fkey" FOREIGN KEY ("recipientId") REFERENCES "Body"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "RecommendationClause" ADD CONSTRAINT "RecommendationClause_noticeId_fkey" FOREIGN KEY ("noticeId") REFERENCES "Notice"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Notice" ADD CONSTRAINT "Notice_recommendationId_fkey" FOREIGN KEY ("recommendationId") REFERENCES "Recommendation"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Response" ADD CONSTRAINT "Response_clauseId_fkey" FOREIGN KEY ("clauseId") REFERENCES "RecommendationClause"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Response" ADD CONSTRAINT "Response_decidedByBodyId_fkey" FOREIGN KEY ("decidedByBodyId") REFERENCES "Body"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Response" ADD CONSTRAINT "Response_meetingId_fkey" FOREIGN KEY ("meetingId") REFERENCES "Meeting"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Undertaking" ADD CONSTRAINT "Undertaking_responseId_fkey" FOREIGN KEY ("responseId") REFERENCES "Response"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Undertaking" ADD CONSTRAINT "Undertaking_ownerId_fkey" FOREIGN KEY ("ownerId") REFERENCES "Person"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "ImplementationNote" ADD CONSTRAINT "ImplementationNote_clauseId_fkey" FOREIGN KEY ("clauseId") REFERENCES "RecommendationClause"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Report" ADD CONSTRAINT "Report_bodyId_fkey" FOREIGN KEY ("bodyId") REFERENCES "Body"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Report" ADD CONSTRAINT "Report_meetingId_fkey" FOREIGN KEY ("meetingId") REFERENCES "Meeting"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Report" ADD CONSTRAINT "Report_topicId_fkey" FOREIGN KEY ("topicId") REFERENCES "Topic"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Report" ADD CONSTRAINT "Report_programmeItemId_fkey" FOREIGN KEY ("programmeItemId") REFERENCES "ProgrammeItem"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Report" ADD CONSTRAINT "Report_replacesId_fkey" FOREIGN KEY ("replacesId") REFERENCES "Report"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "ReportAuthor" ADD CONSTRAINT "ReportAuthor_reportId_fkey" FOREIGN KEY ("reportId") REFERENCES "Report"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "ReportAuthor" ADD CONSTRAINT "ReportAuthor_personId_fkey" FOREIGN KEY ("personId") REFERENCES "Person"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "ReportText" ADD CONSTRAINT "ReportText_reportId_fkey" FOREIGN KEY ("reportId") REFERENCES "Report"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "ReportParagraph" ADD CONSTRAINT "ReportParagraph_reportId_fkey" FOREIGN KEY ("reportId") REFERENCES "ReportText"("reportId") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Clearance" ADD CONSTRAINT "Clearance_reportId_fkey" FOREIGN KEY ("reportId") REFERENCES "Report"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "OutsideDate" ADD CONSTRAINT "OutsideDate_reportId_fkey" FOREIGN KEY ("reportId") REFERENCES "Report"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "OutsideDate" ADD CONSTRAINT "OutsideDate_recommendationId_fkey" FOREIGN KEY ("recommendationId") REFERENCES "Recommendation"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "OutsideDate" ADD CONSTRAINT "OutsideDate_programmeItemId_fkey" FOREIGN KEY ("programmeItemId") REFERENCES "ProgrammeItem"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "ScopingProposal" ADD CONSTRAINT "ScopingProposal_leadMemberId_fkey" FOREIGN KEY ("leadMemberId") REFERENCES "Person"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "ScopingProposal" ADD CONSTRAINT "ScopingProposal_leadOfficerId_fkey" FOREIGN KEY ("leadOfficerId") REFERENCES "Person"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "ScopingProposal" ADD CONSTRAINT "ScopingProposal_reportToId_fkey" FOREIGN KEY ("reportToId") REFERENCES "Meeting"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "ScopingProposal" ADD CONSTRAINT "ScopingProposal_agendaItemId_fkey" FOREIGN KEY ("agendaItemId") REFERENCES "AgendaItem"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "ScopingProposal" ADD CONSTRAINT "ScopingProposal_authorityId_fkey" FOREIGN KEY ("authorityId") REFERENCES "Authority"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "ScopingProposal" ADD CONSTRAINT "ScopingProposal_bodyId_fkey" FOREIGN KEY ("bodyId") REFERENCES "Body"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "ScopingTopic" ADD CONSTRAINT "ScopingTopic_proposalId_fkey" FOREIGN KEY ("proposalId") REFERENCES "ScopingProposal"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "ScopingTopic" ADD CONSTRAINT "ScopingTopic_topicId_fkey" FOREIGN KEY ("topicId") REFERENCES "Topic"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "ScopingVersion" ADD CONSTRAINT "ScopingVersion_proposalId_fkey" FOREIGN KEY ("proposalId") REFERENCES "ScopingProposal"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "ScopingVersion" ADD CONSTRAINT "ScopingVersion_authorityId_fkey" FOREIGN KEY ("authorityId") REFERENCES "Authority"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "ScopingOutcome" ADD CONSTRAINT "ScopingOutcome_proposalId_fkey" FOREIGN KEY ("proposalId") REFERENCES "ScopingProposal"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "ScopingOutcome" ADD CONSTRAINT "ScopingOutcome_outcomeId_fkey" FOREIGN KEY ("outcomeId") REFERENCES "CorporateOutcome"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Topic" ADD CONSTRAINT "Topic_originId_fkey" FOREIGN KEY ("originId") REFERENCES "Minute"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Topic" ADD CONSTRAINT "Topic_motionId_fkey" FOREIGN KEY ("motionId") REFERENCES "Motion"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Topic" ADD CONSTRAINT "Topic_groupId_fkey" FOREIGN KEY ("groupId") REFERENCES "ReviewGroup"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Topic" ADD CONSTRAINT "Topic_leadMemberId_fkey" FOREIGN KEY ("leadMemberId") REFERENCES "Person"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Topic" ADD CONSTRAINT "Topic_leadOfficerId_fkey" FOREIGN KEY ("leadOfficerId") REFERENCES "Person"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Topic" ADD CONSTRAINT "Topic_receiverId_fkey" FOREIGN KEY ("receiverId") REFERENCES "Body"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Topic" ADD CONSTRAINT "Topic_mergedIntoId_fkey" FOREIGN KEY ("mergedIntoId") REFERENCES "Topic"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Topic" ADD CONSTRAINT "Topic_bodyId_fkey" FOREIGN KEY ("bodyId") REFERENCES "Body"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "TopicSuggester" ADD CONSTRAINT "TopicSuggester_topicId_fkey" FOREIGN KEY ("topicId") REFERENCES "Topic"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Score" ADD CONSTRAINT "Score_topicId_fkey" FOREIGN KEY ("topicId") REFERENCES "Topic"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Score" ADD CONSTRAINT "Score_methodId_fkey" FOREIGN KEY ("methodId") REFERENCES "ScoringMethod"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Score" ADD CONSTRAINT "Score_personId_fkey" FOREIGN KEY ("personId") REFERENCES "Person"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "_BodyToPost" ADD CONSTRAINT "_BodyToPost_A_fkey" FOREIGN KEY ("A") REFERENCES "Body"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "_BodyToPost" ADD CONSTRAINT "_BodyToPost_B_fkey" FOREIGN KEY ("B") REFERENCES "Post"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "_PortfolioToPost" ADD CONSTRAINT "_PortfolioToPost_A_fkey" FOREIGN KEY ("A") REFERENCES "Portfolio"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "_PortfolioToPost" ADD CONSTRAINT "_PortfolioToPost_B_fkey" FOREIGN KEY ("B") REFERENCES "Post"("id") ON DELETE CASCADE ON UPDATE CASCADE;
