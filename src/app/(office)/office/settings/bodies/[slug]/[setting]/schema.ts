import * as z from "zod";
import { version } from "../../../typed";
import { SETTING_TITLES, type SettingAddress } from "../setting-titles";

/** Which setting of which body. What it is set to is the setting's own to read (server/bodies/settings.ts). */
export const settingSchema = z.looseObject({
  id: z.uuid(),
  slug: z.string(),
  setting: z.enum(Object.keys(SETTING_TITLES) as [SettingAddress]),
  version,
});
