// npm run restore -- FILE
import { runCommand } from "./run-command.mjs";

runCommand(() => import("./commands/restore.mjs"));
