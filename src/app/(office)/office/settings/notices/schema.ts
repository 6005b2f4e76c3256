import * as z from "zod";

export const seeSchema = z.object({ id: z.uuid() });
