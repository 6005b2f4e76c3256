"use client";

import { useActionState } from "react";
import type { DemonstrationSignIn } from "@/server/auth/demonstration";
import { PlainButton } from "@/ui/button";
import { Cell, Row, RowHead, Table, TableRows } from "@/ui/table";
import { VisuallyHidden } from "@/ui/visually-hidden";
import { signInAction } from "./actions";

/** Whom one may be in the demonstration: each a form of its own with everything filled in. */
export function DemonstrationForm({ from, signIns }: { from: string; signIns: readonly DemonstrationSignIn[] }) {
  const [state, action] = useActionState(signInAction, { email: "", fields: {}, sentence: null });
  return (
    <>
      {state.sentence ? <p role="alert">{state.sentence}</p> : null}
      <Table
        labelledBy="demonstration"
        columns={[
          { key: "post", head: "As" },
          { key: "name", head: "Name" },
          { key: "email", head: "E-mail address" },
          { key: "password", head: "Password" },
          { key: "do", head: <VisuallyHidden>Sign in</VisuallyHidden> },
        ]}
      >
        <TableRows>
          {signIns.map(({ name, post, email, password }) => (
            <Row key={email}>
              <RowHead>{post}</RowHead>
              <Cell label="Name">{name}</Cell>
              <Cell label="E-mail">{email}</Cell>
              <Cell label="Password">{password}</Cell>
              <Cell>
                <form action={action}>
                  <input type="hidden" name="from" value={from} />
                  <input type="hidden" name="email" value={email} />
                  <input type="hidden" name="password" value={password} />
                  <PlainButton>
                    Sign in<VisuallyHidden> as {name}</VisuallyHidden>
                  </PlainButton>
                </form>
              </Cell>
            </Row>
          ))}
        </TableRows>
      </Table>
    </>
  );
}
