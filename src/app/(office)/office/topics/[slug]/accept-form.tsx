"use client";

import { useActionState } from "react";
import { UNTOUCHED } from "@/app/_lib/form-state";
import { Actions, Button } from "@/ui/button";
import { ErrorSummary } from "@/ui/error-summary";
import { Form } from "@/ui/form";
import { answerOf } from "../../../_lib/form-answer";
import { acceptTransferAction } from "./actions";

/** For the body that a topic was handed to: it takes it. */
export function AcceptForm({
  id,
  slug,
  version,
  receiver,
  onceKey,
}: {
  id: string;
  slug: string;
  version: number;
  receiver: string;
  onceKey: string;
}) {
  const [state, action] = useActionState(acceptTransferAction, UNTOUCHED);
  const answer = answerOf(state, {
    stale: { text: "Somebody changed this topic first.", why: "Open the page again to see it as it stands." },
    gone: "This topic is not there, or no longer open to you.",
  });
  return (
    <>
      {answer.problems.length > 0 ? (
        <ErrorSummary id="not-accepted" title="Not accepted" level={3} problems={answer.problems} />
      ) : null}
      <p className="py-2">
        It was handed to {receiver}. Accept it, and the page says so; until then it stays in sight of the committee that
        handed it over.
      </p>
      <Form action={action} noValidate>
        <input type="hidden" name="id" value={id} />
        <input type="hidden" name="slug" value={slug} />
        <input type="hidden" name="version" value={version} />
        <input type="hidden" name="onceKey" value={onceKey} />
        <Actions>
          <Button>Accept the topic</Button>
        </Actions>
      </Form>
    </>
  );
}
