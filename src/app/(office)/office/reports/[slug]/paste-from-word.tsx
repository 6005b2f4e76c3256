"use client";

import { useEffect, useRef, useState } from "react";

/** What Word and its like put on the clipboard beside the plain text. */
const FROM_WORD = /urn:schemas-microsoft-com|class="?Mso|LibreOffice|<h[1-6][\s>]|<table[\s>]|<[ou]l[\s>]/i;

/**
 * Takes what is pasted from Word into the text field of the form around it with its headings, lists, tables and numbers. Without
 * script the plain text is pasted, and its numbers are recognised.
 */
export function PasteFromWord({ address }: { address: string }) {
  const place = useRef<HTMLParagraphElement>(null);
  const [said, say] = useState("");

  useEffect(() => {
    const field = place.current?.closest("form")?.elements.namedItem("markdown");
    if (!(field instanceof HTMLTextAreaElement)) return;
    const paste = (event: ClipboardEvent) => {
      const html = event.clipboardData?.getData("text/html") ?? "";
      if (!FROM_WORD.test(html)) return;
      event.preventDefault();
      const plain = event.clipboardData?.getData("text/plain") ?? "";
      const { selectionStart, selectionEnd } = field;
      say("What you pasted is being read.");
      void readAs(address, html).then((read) => {
        const before = field.value.slice(0, selectionStart);
        field.setRangeText(asBlock(before, read?.markdown ?? plain), selectionStart, selectionEnd, "end");
        field.dispatchEvent(new Event("input", { bubbles: true }));
        say(read ? ["What you pasted from Word is in the field.", ...read.notes].join(" ") : "Pasted as plain text.");
      });
    };
    field.addEventListener("paste", paste);
    return () => field.removeEventListener("paste", paste);
  }, [address]);

  return (
    <p ref={place} role="status" className="text-note text-ink-2">
      {said}
    </p>
  );
}

/** A heading, a list or a table stands by itself; a few words go into the sentence. */
const asBlock = (before: string, markdown: string): string => {
  if (!/\n|^#/.test(markdown) || before === "") return markdown;
  return `${"\n".repeat(2 - (/\n{0,2}$/.exec(before)?.[0].length ?? 0))}${markdown}`;
};

type Read = { markdown: string; notes: string[] };

async function readAs(address: string, html: string): Promise<Read | null> {
  try {
    const answer = await fetch(address, {
      method: "POST",
      body: bare(html),
      headers: { "Content-Type": "text/plain" },
    });
    return answer.ok ? ((await answer.json()) as Read) : null;
  } catch {
    return null;
  }
}

/** Word sends its styles along, a hundred times what was written. The server trusts nothing of it either way. */
function bare(html: string): string {
  const { body } = new DOMParser().parseFromString(html, "text/html");
  for (const element of [...body.querySelectorAll("*")]) {
    if (/^(STYLE|SCRIPT|META|LINK|XML|TITLE)$/.test(element.tagName)) element.remove();
    else
      for (const { name } of [...element.attributes])
        if (name !== "href" && name !== "start") element.removeAttribute(name);
  }
  return body.innerHTML;
}
