import type { ComponentProps } from "react";
import { classNames } from "./class-names";

/** A form with its fields one under the other. Give it a server action, or `action` and `method` for an address. */
export function Form({ className, ...rest }: ComponentProps<"form">) {
  return <form {...rest} className={classNames("form", className)} />;
}

/** The fields of a form that is laid out by something else, or parts of a long one. */
export function Fields({ className, ...rest }: ComponentProps<"div">) {
  return <div {...rest} className={classNames("form", className)} />;
}

/** Fields in a row above a table, with the button "Show" last. It asks by address (GET), so that a choice can be sent on. */
export function Filters({ className, method = "get", ...rest }: ComponentProps<"form">) {
  return <form {...rest} method={method} className={classNames("filters", className)} />;
}
