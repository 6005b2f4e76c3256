"use server";

import { formAction } from "@/app/_lib/form-action";
import type { FormState } from "@/app/_lib/form-state";
import { saveArea, savePortfolio } from "@/server/people/areas";
import { areaSchema, portfolioSchema } from "./schema";

const HERE = "/office/settings/areas?saved=1";

const area = formAction(areaSchema, async (tx, actor, facts) => {
  await saveArea(tx, actor, facts);
  return HERE;
});

const portfolio = formAction(portfolioSchema, async (tx, actor, facts) => {
  await savePortfolio(tx, actor, facts);
  return HERE;
});

export async function saveAreaAction(state: FormState, form: FormData): Promise<FormState> {
  return area(state, form);
}

export async function savePortfolioAction(state: FormState, form: FormData): Promise<FormState> {
  return portfolio(state, form);
}
