// npm run db:reset
import { runCommand } from "./run-command.mjs";

runCommand(() => import("./commands/reset.mjs"));
