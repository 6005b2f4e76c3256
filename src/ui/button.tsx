import type { ComponentProps, ReactNode } from "react";
import { classNames } from "./class-names";

/**
 * Sends a form. A verb with its object: "Publish the agenda". One primary a page; every other is `second`. A move that
 * is not allowed is not shown as a dead button: say why beside it (Findings).
 */
export function Button({
  second = false,
  className,
  type = "submit",
  ...rest
}: ComponentProps<"button"> & { second?: boolean | undefined }) {
  return <button {...rest} type={type} className={classNames("button", second && "second", className)} />;
}

/** Leads somewhere and looks like a button: the one thing most people come to this page for. */
export function LinkButton({
  second = false,
  className,
  ...rest
}: ComponentProps<"a"> & { href: string; second?: boolean | undefined }) {
  return <a {...rest} className={classNames("button", second && "second", className)} />;
}

/** A button that reads as a link, where a small thing needs a form: signing out, taking a row away. */
export function PlainButton({ className, type = "submit", ...rest }: ComponentProps<"button">) {
  return <button {...rest} type={type} className={classNames("linklike", className)} />;
}

/** Buttons in a row, with a hint after them if there is one. Not printed. */
export function Actions({ className, children }: { className?: string | undefined; children: ReactNode }) {
  return <div className={classNames("actions", className)}>{children}</div>;
}
