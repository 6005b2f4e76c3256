import * as z from "zod";
import { TOPIC_SOURCES } from "@/domain/topics/sources";
import type { TopicSource } from "@/domain/topics/topic";
import { topicFields } from "../topic-fields";

export const newTopicSchema = z.object({
  ...topicFields,
  /** Chosen by democratic services; of everybody else it is what they are. */
  source: z
    .enum(Object.keys(TOPIC_SOURCES) as [TopicSource, ...TopicSource[]], "Choose where it came from.")
    .optional(),
});
