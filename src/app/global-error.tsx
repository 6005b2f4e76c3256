"use client";

import "./globals.css";

/** When even what stands around the pages fails. It stands alone, so it says the little that is certain. */
export default function GlobalError({ error }: { error: Error & { digest?: string } }) {
  return (
    <html lang="en-GB">
      <body>
        <title>This page could not be shown</title>
        <main id="main" className="wrap py-10">
          <h1>This page could not be shown</h1>
          <p>The fault is ours, and it is in the log. Load the page again in a minute.</p>
          <p>
            <a href="/">Go to the home page</a>
          </p>
          {error.digest ? <p className="text-note text-ink-2">Reference: {error.digest}</p> : null}
        </main>
      </body>
    </html>
  );
}
