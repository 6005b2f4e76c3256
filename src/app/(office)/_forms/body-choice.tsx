import { notFound } from "next/navigation";
import { Actions, Button } from "@/ui/button";
import { RadioField } from "@/ui/choice-field";
import { type Option, SelectField } from "@/ui/field";
import { Form } from "@/ui/form";
import { OfficeHead, OfficePage } from "@/ui/page";

type Choosable = { readonly slug: string; readonly name: string };

/** More than these are found sooner in a list than in sight. */
const MOST_IN_SIGHT = 7;

/**
 * The body that a new record is for.
 * @param bodies those that this person may make one for; without any, the page is not there
 * @param asked the slug in the address
 * @returns the only one, or the one that is asked for; undefined where it is still to be chosen
 */
export function bodyFor<Body extends Choosable>(bodies: readonly Body[], asked: unknown): Body | undefined {
  if (bodies.length === 0) notFound();
  return bodies.length === 1 ? bodies[0] : bodies.find(({ slug }) => slug === asked);
}

/** A form that begins by asking for which body it is: its address, and what it is called. */
export type BodyForm = {
  crumbs: readonly { href: string; label: string }[];
  title: string;
  address: `/office/${string}`;
  /** "First, to which committee?" */
  question: string;
  noun: "body" | "committee";
  /** Of the slug in the address. */
  name?: string;
};

/** The page that asks for which body a new record is, before its form. */
export function BodyChoice({ of, bodies }: { of: BodyForm; bodies: readonly Choosable[] }) {
  const { crumbs, title, address, question, noun, name = "body" } = of;
  const options = bodies.map(({ slug, name }): Option => ({ value: slug, label: name }));
  const legend = noun === "body" ? "Body" : "Committee";
  return (
    <OfficePage crumbs={crumbs}>
      <OfficeHead title={title}>{question}</OfficeHead>
      <Form method="get" action={address} className="mt-4">
        {options.length > MOST_IN_SIGHT ? (
          <SelectField id={name} label={legend} none="Choose" options={options} />
        ) : (
          <RadioField id={name} legend={legend} choices={options} />
        )}
        <Actions>
          <Button>Choose the {noun}</Button>
        </Actions>
      </Form>
    </OfficePage>
  );
}

/** The way back to that question, where there is more than one answer to it. */
export function AnotherBody({ of: { address, noun }, bodies }: { of: BodyForm; bodies: readonly Choosable[] }) {
  return bodies.length > 1 ? <a href={address}>Choose another {noun}</a> : null;
}
