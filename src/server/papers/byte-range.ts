import type { ByteRange } from "./store";

/** What a request asks of a file: all of it, a part, or a part it does not have. */
export type Asked = { kind: "all" } | { kind: "part"; range: ByteRange } | { kind: "beyond" };

/**
 * Reads a Range header for a file of `size` bytes (RFC 9110, 14.2). One range is honoured; several, or a header that makes no
 * sense, are answered with the whole file, which the RFC allows and every client understands.
 */
export function askedOf(header: string | null, size: number): Asked {
  const [, from = "", to = ""] = /^bytes=\s*(\d{0,15})-(\d{0,15})\s*$/i.exec(header ?? "") ?? [];
  if (from === "" && to === "") return { kind: "all" };
  if (from === "") {
    const last = Number(to);
    if (last === 0 || size === 0) return { kind: "beyond" };
    return { kind: "part", range: { start: Math.max(0, size - last), end: size - 1 } };
  }
  const start = Number(from);
  const end = to === "" ? size - 1 : Math.min(Number(to), size - 1);
  if (to !== "" && Number(to) < start) return { kind: "all" };
  if (start >= size) return { kind: "beyond" };
  return { kind: "part", range: { start, end } };
}
