import * as z from "zod";
import { email } from "../../office/settings/typed";

export const forgottenSchema = z.object({ email });
