import type { Finding } from "./workflow";

type Wording = Omit<Finding, "severity">;

/** A hard finding, where it holds: the step is refused. */
export const refuseIf = (holds: boolean, wording: Wording): Finding[] =>
  holds ? [{ severity: "hard", ...wording }] : [];

/** A soft finding, where it holds: the step is open, with a reason that is recorded. */
export const warnIf = (holds: boolean, wording: Wording): Finding[] =>
  holds ? [{ severity: "soft", ...wording }] : [];
