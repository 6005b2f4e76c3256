import { closedWords, isHandedOn, type SheetLine, sheetHeading, taskDue } from "@/domain/minutes/decision-sheet";
import { Fact, Facts } from "@/ui/facts";
import { asList } from "@/ui/roles";

/** What was decided item by item, then who is to do what, then what goes to others. */
export function SheetLines({ lines }: { lines: readonly SheetLine[] }) {
  const tasks = lines.flatMap((line) => line.tasks.map((task) => ({ line, task })));
  const handedOn = lines.flatMap((line) => line.decisions.filter(isHandedOn).map((decision) => ({ line, decision })));
  return (
    <>
      <h3 className="pt-3 font-semibold">Decisions</h3>
      <Facts>
        {lines.map((line) => (
          <Fact key={`${line.number} ${line.heading}`} term={sheetHeading(line)}>
            {line.decisions.map(({ verb, text, reason }) => (
              <p key={`${verb} ${text}`} className="max-w-measure">
                <b className="font-semibold">{verb}</b> <span className="whitespace-pre-line">{text}</span>
                {reason ? <span className="block">Reason: {reason}</span> : null}
              </p>
            ))}
            {line.closed > 0 ? (
              <p>
                {closedWords(line.closed)} not for publication. Members read {line.closed === 1 ? "it" : "them"} in the
                minutes.
              </p>
            ) : null}
            {line.decisions.length + line.closed === 0 ? <p>No decision.</p> : null}
          </Fact>
        ))}
      </Facts>
      <h3 className="pt-3 font-semibold">Who is to do what</h3>
      {tasks.length > 0 ? (
        <ul {...asList}>
          {tasks.map(({ line, task }) => (
            <li key={`${line.number} ${task.text}`} className="border-line border-b py-2">
              <b className="font-semibold">{task.owners.join(", ") || "Nobody named"}</b>: {task.text} ({taskDue(task)};{" "}
              {sheetHeading(line)})
            </li>
          ))}
        </ul>
      ) : (
        <p>Nothing is asked of anybody.</p>
      )}
      <h3 className="pt-3 font-semibold">What goes to others</h3>
      {handedOn.length > 0 ? (
        <ul {...asList}>
          {handedOn.map(({ line, decision }) => (
            <li key={`${line.number} ${decision.text}`} className="border-line border-b py-2">
              {sheetHeading(line)}: {decision.verb.toLowerCase()}
              {decision.to ? ` to ${decision.to}` : null}.
            </li>
          ))}
        </ul>
      ) : (
        <p>Nothing.</p>
      )}
    </>
  );
}
