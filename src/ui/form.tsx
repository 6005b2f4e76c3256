import type { ComponentProps } from "react";
import { classNames } from "./class-names";

/** A form with its fields one under the other. Give it a server action, or `action` and `method` for an address. */
export function Form({ className, ...rest }: ComponentProps<"form">) {
  return <form {...rest} className={classNames("form", className)} />;
}
