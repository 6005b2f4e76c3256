import { Children, type ReactNode } from "react";
import { asList } from "./roles";

/** A list with dots, inside a cell, a thread or a page. Each child becomes one point. */
export function Bullets({ children }: { children: ReactNode }) {
  return (
    <ul {...asList} className="dots">
      {Children.map(children, (child) => (
        <li>{child}</li>
      ))}
    </ul>
  );
}
