import * as z from "zod";
import { checkDay } from "../../../../_forms/when-schema";
import { itemFields } from "../item-schema";

const taken = z.union([z.uuid(), z.literal("").transform(() => undefined)]).optional();

export const newItemSchema = z
  .object({ ...itemFields, body: z.string().regex(/^[a-z0-9-]+$/), topicId: taken, proposalId: taken })
  .superRefine(checkDay("target"));
