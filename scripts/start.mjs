// npm start, npm run dev
import { runCommand } from "./run-command.mjs";

runCommand(
  () => import("./commands/start.mjs"),
  () => import("./preflight.mjs"),
);
