// npm test
import { runCommand } from "./run-command.mjs";

runCommand(() => import("./commands/test.mjs"));
