import { cache } from "react";
import { PUBLIC_SCOPE } from "@/domain/access/read-scope";
import { getSite, type Site } from "@/server/council/queries";
import { orNotFound } from "./or-not-found";

/** The council, its clock and its calendar, read once a rendering; Next's notFound() where no council has been set up. */
export const site = cache((): Promise<Site> => orNotFound(getSite(PUBLIC_SCOPE)));
