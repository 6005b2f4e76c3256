// npm run backup -- FILE
import { runCommand } from "./run-command.mjs";

runCommand(() => import("./commands/backup.mjs"));
