/**
 * The Content-Disposition of a file (RFC 6266): its name twice, in plain letters for old clients and in full for all others.
 * Only a PDF is shown in the browser; anything else could be a page that runs.
 */
export function contentDisposition(fileName: string, mediaType: string): string {
  const name = safeName(fileName);
  const plain = name
    .normalize("NFKD")
    .replace(/\p{M}/gu, "")
    .replace(/[^\x20-\x7e]|["\\%]/g, "_");
  const how = mediaType === "application/pdf" ? "inline" : "attachment";
  return `${how}; filename="${plain}"; filename*=UTF-8''${encoded(name)}`;
}

/** Without folders, control characters, and the marks that turn the reading direction and can hide what a file is. */
function safeName(fileName: string): string {
  const last = fileName.split(/[/\\]/).at(-1) ?? "";
  const name = last
    .toWellFormed()
    .replace(/[\p{Cc}\p{Cf}]/gu, "")
    .trim()
    .replace(/^\.+/, "")
    .slice(0, 150)
    .toWellFormed();
  return name || "paper";
}

/** RFC 5987: encodeURIComponent leaves four characters that it does not allow. */
const encoded = (name: string) =>
  encodeURIComponent(name).replace(/['()*]/g, (mark) => `%${mark.charCodeAt(0).toString(16).toUpperCase()}`);
