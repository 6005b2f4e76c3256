// npm run db:migration -- NAME
import { runCommand } from "./run-command.mjs";

runCommand(() => import("./commands/new-migration.mjs"));
