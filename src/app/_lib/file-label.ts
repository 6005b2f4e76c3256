const NAMES: Readonly<Record<string, string>> = {
  "application/pdf": "PDF",
  "application/vnd.openxmlformats-officedocument.wordprocessingml.document": "Word",
  "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet": "Excel",
  "application/vnd.oasis.opendocument.text": "OpenDocument text",
  "application/vnd.oasis.opendocument.spreadsheet": "OpenDocument spreadsheet",
  "image/png": "image",
  "image/jpeg": "image",
  "image/webp": "image",
  "text/csv": "CSV",
  "text/plain": "text",
};

/** What a reader gets: "PDF, 102 pages". */
export function fileLabel({ mediaType, pages }: { mediaType: string; pages: number | null }): string {
  const name = NAMES[mediaType] ?? "file";
  return pages ? `${name}, ${pages} ${pages === 1 ? "page" : "pages"}` : name;
}
