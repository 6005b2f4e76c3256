import * as z from "zod";
import { TOPIC_SOURCES } from "@/domain/topics/sources";
import { keysOf } from "@/domain/wording/words-by-value";
import { topicFields } from "../topic-fields";

export const newTopicSchema = z.object({
  ...topicFields,
  /** Chosen by democratic services; of everybody else it is what they are. */
  source: z.enum(keysOf(TOPIC_SOURCES), "Choose where it came from.").optional(),
});
