// npm run db:migrate
import { runCommand } from "./run-command.mjs";

runCommand(() => import("./commands/migrate.mjs"));
