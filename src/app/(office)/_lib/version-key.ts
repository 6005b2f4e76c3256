"use client";

import { useState } from "react";

/**
 * A key that changes when a newer version of the record arrives while its form is on the page: what came of sending the form
 * before is then over. On the server it never changes, so that a form sent without script finds its answer again.
 */
export function useVersionKey(version: number): number {
  const [key, setKey] = useState(0);
  const [seen, setSeen] = useState(version);
  if (version !== seen) {
    setSeen(version);
    setKey(key + 1);
  }
  return key;
}
