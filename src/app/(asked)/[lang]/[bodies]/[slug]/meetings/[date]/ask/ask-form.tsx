"use client";

import { useActionState } from "react";
import { Actions, Button } from "@/ui/button";
import { type Choice, RadioField } from "@/ui/choice-field";
import { FieldGroup, TextArea, TextField } from "@/ui/field";
import { PublicForm, shownField } from "../../../../../../_lib/public-form";
import { askAction } from "./actions";

/** What the public sends in for one meeting. `token` was made for this showing of the form. */
export function AskForm({
  token,
  meeting,
  kinds,
  identities,
  children,
}: {
  token: string;
  meeting: { body: string; slug: string };
  /** What can still be sent, each with until when. */
  kinds: readonly Choice[];
  identities: readonly Choice[];
  /** What is kept of what is sent, and for how long. */
  children: React.ReactNode;
}) {
  const [state, action] = useActionState(askAction, { status: "untouched" });
  const field = (name: string) => shownField(state, name);
  return (
    <PublicForm state={state} action={action} token={token}>
      <input type="hidden" name="body" value={meeting.body} />
      <input type="hidden" name="meeting" value={meeting.slug} />
      <RadioField {...field("kind")} legend="What do you send?" choices={kinds} />
      <TextArea
        {...field("text")}
        label="Your question or statement"
        hint="It is published as you write it. Leave out what is about one person’s case."
        rows={8}
        maxLength={5000}
      />
      <FieldGroup id="you" legend="You">
        <TextField {...field("name")} label="Name" autoComplete="name" maxLength={200} />
        <TextField {...field("area")} label="Town or parish (optional)" autoComplete="address-level2" maxLength={100} />
        <TextField
          {...field("email")}
          label="E-mail address (optional)"
          hint="Never published. Without it you are told nothing before the meeting."
          type="email"
          autoComplete="email"
          spellCheck={false}
          maxLength={254}
        />
      </FieldGroup>
      <RadioField {...field("identity")} legend="What may be published about you?" choices={identities} />
      {children}
      <Actions>
        <Button>Send it</Button>
      </Actions>
    </PublicForm>
  );
}
