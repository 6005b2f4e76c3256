import { followUpWorkflow } from "@/domain/follow-ups/follow-up-workflow";
import { meetingWorkflow } from "@/domain/meetings/meeting-workflow";
import { minutesWorkflow } from "@/domain/minutes/minutes-workflow";
import { programmeItemWorkflow } from "@/domain/programme/programme-item-workflow";
import { programmeWorkflow } from "@/domain/programme/programme-workflow";
import { questionWorkflow } from "@/domain/questions/question-workflow";
import { clauseWorkflow } from "@/domain/recommendations/clause-workflow";
import { reportWorkflow } from "@/domain/reports/report-workflow";
import { reviewGroupWorkflow } from "@/domain/review-groups/review-group-workflow";
import { scopingWorkflow } from "@/domain/scoping/scoping-workflow";
import { topicWorkflow } from "@/domain/topics/topic-workflow";
import { tableOf, type WorkflowTable } from "./workflow-table";

/** Every machine there is, in the order of the golden thread. A workflow that is not here is in no document and no test of all. */
export const ALL_WORKFLOWS: readonly WorkflowTable[] = [
  tableOf(topicWorkflow),
  tableOf(scopingWorkflow),
  tableOf(programmeWorkflow),
  tableOf(programmeItemWorkflow),
  tableOf(reviewGroupWorkflow),
  tableOf(reportWorkflow),
  tableOf(meetingWorkflow),
  tableOf(questionWorkflow),
  tableOf(minutesWorkflow),
  tableOf(followUpWorkflow),
  tableOf(clauseWorkflow),
];
