"use server";

import { formAction } from "@/app/_lib/form-action";
import type { FormState } from "@/app/_lib/form-state";
import type { FormValues } from "@/app/_lib/form-values";
import { changeBodySetting } from "@/server/bodies/commands";
import { nested } from "@/server/forms/nested";
import { SETTING_TITLES } from "../setting-titles";
import { settingSchema } from "./schema";

const change = formAction(settingSchema, async (tx, actor, { id, slug, setting: address, version, ...sent }) => {
  const { setting } = SETTING_TITLES[address];
  await changeBodySetting(tx, actor, { id, version, setting, typed: nested(sent as FormValues) });
  return `/office/settings/bodies/${encodeURIComponent(slug)}/${address}?saved=1`;
});

export async function changeSettingAction(state: FormState, form: FormData): Promise<FormState> {
  return change(state, form);
}
