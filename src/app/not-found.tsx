import type { Metadata } from "next";

export const metadata: Metadata = { title: "Page not found" };

/** Where not even the council is known. Made when the program is built. */
export default function NotFound() {
  return (
    <main className="wrap py-16">
      <h1>Page not found</h1>
      <p className="mt-4">
        There is no page at this address. <a href="/">Start from the beginning.</a>
      </p>
    </main>
  );
}
