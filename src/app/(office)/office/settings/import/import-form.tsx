"use client";

import { useActionState } from "react";
import { UNTOUCHED } from "@/app/_lib/form-state";
import { Actions, Button } from "@/ui/button";
import { ErrorSummary } from "@/ui/error-summary";
import { Field, TextArea } from "@/ui/field";
import { Form } from "@/ui/form";
import { Heading } from "@/ui/heading";
import { Cell, Row, RowHead, Table, TableRows } from "@/ui/table";
import { Tag } from "@/ui/tag";
import { answerOf } from "../../../_lib/form-answer";
import { importAction, type Looked, previewAction } from "./actions";

const WORDS = {
  adds: { tone: "done", says: "Adds" },
  changes: { tone: "info", says: "Changes" },
  nothing: { tone: "quiet", says: "Nothing" },
  refused: { tone: "stop", says: "Refused" },
} as const;

/** A file, then what each of its lines would do, then the word to do it. */
export function ImportForm({ onceKey }: { onceKey: string }) {
  const [looked, look] = useActionState(previewAction, { text: "", preview: null, problem: null });
  return (
    <>
      {looked.problem ? (
        <ErrorSummary title="Not looked through" problems={[{ field: "text", text: looked.problem }]} />
      ) : null}
      {looked.preview ? <Confirm looked={looked} onceKey={onceKey} /> : null}
      <Form action={look} noValidate className="mt-3">
        <Field id="file" label="File" hint="CSV, up to 1 MB">
          {(frame) => <input {...frame} type="file" id="file" name="file" accept=".csv,text/csv" className="control" />}
        </Field>
        <TextArea id="text" label="Or paste its lines" rows={6} spellCheck={false} value={looked.text} />
        <Actions>
          <Button second={looked.preview !== null}>Show what it would do</Button>
        </Actions>
      </Form>
    </>
  );
}

function Confirm({ looked: { text, preview }, onceKey }: { looked: Looked; onceKey: string }) {
  const [state, carryOut] = useActionState(importAction, UNTOUCHED);
  const answer = answerOf(state, {
    stale: {
      text: "Something has changed since you looked: the file would now do something else.",
      why: "Have it looked through once more.",
    },
    gone: "There is nothing here for you to change.",
  });
  const outcomes = preview?.outcomes ?? [];
  const isStopped = outcomes.some(({ does }) => does === "refused");
  return (
    <section aria-labelledby="would" className="mt-4">
      {answer.problems.length > 0 ? <ErrorSummary title="Not carried out" problems={answer.problems} /> : null}
      <Heading level={2} id="would">
        What it would do
      </Heading>
      <Table
        labelledBy="would"
        columns={[
          { key: "line", head: "Line", width: "w-16" },
          { key: "name", head: "Who" },
          { key: "does", head: "Does" },
          { key: "says", head: "What" },
        ]}
      >
        <TableRows>
          {outcomes.map(({ line, name, does, says }) => (
            <Row key={line}>
              <RowHead>{line}</RowHead>
              <Cell label="Who">{name}</Cell>
              <Cell label="Does">
                <Tag tone={WORDS[does].tone}>{WORDS[does].says}</Tag>
              </Cell>
              <Cell label="What">{says}</Cell>
            </Row>
          ))}
        </TableRows>
      </Table>
      {isStopped ? (
        <p className="my-3">Put the refused lines right, or take them out, and have the file looked through again.</p>
      ) : (
        <Form action={carryOut} className="mt-3">
          <input type="hidden" name="text" value={text} />
          <input type="hidden" name="digest" value={preview?.digest ?? ""} />
          <input type="hidden" name="onceKey" value={onceKey} />
          <Actions>
            <Button>Carry it out</Button>
          </Actions>
        </Form>
      )}
    </section>
  );
}
