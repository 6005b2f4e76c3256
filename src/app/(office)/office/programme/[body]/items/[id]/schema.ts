import * as z from "zod";
import { checkChosen, versionFields } from "../../../../../_forms/two-versions-schema";
import { checkDay } from "../../../../../_forms/when-schema";
import { itemFields } from "../../item-schema";
import { FIELDS } from "../../item-words";
import { versioned } from "../../schema";

/**
 * An item as somebody edited it; and, where somebody else had saved first, which of the two versions they chose, field by field.
 */
export const editSchema = z
  .object({
    ...itemFields,
    ...versioned,
    ...versionFields(FIELDS),
  })
  .superRefine(checkDay("target"))
  .superRefine((form, context) => checkChosen(form, FIELDS, context));
