"use client";

import { useActionState } from "react";
import { Actions, Button } from "@/ui/button";
import { Checkbox } from "@/ui/choice-field";
import { FieldGroup, TextArea, TextField } from "@/ui/field";
import { PublicForm, shownField } from "../../../_lib/public-form";
import { suggestAction } from "./actions";

/** What the public says when it suggests a topic. `token` was made for this showing of the form. */
export function SuggestionForm({ token, council }: { token: string; council: string }) {
  const [state, action] = useActionState(suggestAction, { status: "untouched" });
  const field = (name: string) => shownField(state, name);
  return (
    <PublicForm state={state} action={action} token={token}>
      <TextField
        {...field("title")}
        label="What should scrutiny look into?"
        hint="In a few words, such as “Buses in the evening”"
        maxLength={150}
        autoComplete="off"
      />
      <TextArea
        {...field("description")}
        label="What is it about?"
        hint="What happens now, where, and to whom. Leave out what only concerns you or somebody you know: this part is published if a committee is given the topic."
        rows={5}
        maxLength={5000}
      />
      <TextArea
        {...field("rationale")}
        label="Why does it matter? (optional)"
        hint="What could be better, and for how many people. It is published as well."
        rows={4}
        maxLength={5000}
      />
      <FieldGroup
        id="you"
        legend="You, if you like"
        hint="You need not say who you are. Your name and address are never published."
      >
        <TextField {...field("name")} label="Name (optional)" autoComplete="name" maxLength={200} />
        <TextField
          {...field("email")}
          label="E-mail address (optional)"
          type="email"
          autoComplete="email"
          spellCheck={false}
          maxLength={254}
        />
        <Checkbox
          id="wantsReply"
          label="I want to hear what becomes of it"
          checked={field("wantsReply").value === "yes"}
        />
      </FieldGroup>
      <p className="max-w-measure text-note text-ink-2">
        {council} keeps what you write here to decide what its scrutiny committees look into, which is a task in the
        public interest. Only democratic services see your name and address, and use them only to answer you about this
        topic. You can ask what is kept about you, and ask for it to be deleted.
      </p>
      <Actions>
        <Button>Send the suggestion</Button>
      </Actions>
    </PublicForm>
  );
}
