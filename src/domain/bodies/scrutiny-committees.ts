import type { BodyKind } from "@/domain/access/actor";

/** Kinds of body that scrutinise (LGA 2000 s9F): the committees, and a board of theirs that manages them. */
export const SCRUTINY_COMMITTEES: readonly BodyKind[] = ["scrutiny_committee", "management_board"];
