import type { Actor } from "@/domain/access/actor";
import { can } from "@/domain/access/permissions";

/** People are kept by democratic services, who seat them, and by the administrator. */
export const mayKeepPeople = (actor: Actor): boolean => can(actor, "body.settings", {});
