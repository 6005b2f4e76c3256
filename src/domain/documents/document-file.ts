import type { PrintSize } from "./document";

/** As what a document can be had. */
export const FILE_FORMATS = {
  pdf: { name: "PDF", mediaType: "application/pdf" },
  docx: { name: "Word", mediaType: "application/vnd.openxmlformats-officedocument.wordprocessingml.document" },
} as const;
export type FileFormat = keyof typeof FILE_FORMATS;

/** What a document is; its files are named for it. */
export const DOCUMENT_KINDS = [
  "agenda",
  "minutes",
  "decision-sheet",
  "progress",
  "report",
  "work-programme",
  "proposal",
] as const;
export type DocumentKind = (typeof DOCUMENT_KINDS)[number];

export type DocumentFile = { format: FileFormat; size: PrintSize };

const LARGE = "-large-print";

/** "minutes.pdf", "minutes-large-print.docx". */
export const fileNameOf = (kind: DocumentKind, { format, size }: DocumentFile): string =>
  `${kind}${size === "large" ? LARGE : ""}.${format}`;

/** The four files of a document, as they are offered. */
export const FILES: readonly DocumentFile[] = [
  { format: "pdf", size: "normal" },
  { format: "docx", size: "normal" },
  { format: "pdf", size: "large" },
  { format: "docx", size: "large" },
];

/** Which file of a document has this name; null for a name that none has. */
export const fileNamed = (kind: DocumentKind, name: string): DocumentFile | null =>
  FILES.find((file) => fileNameOf(kind, file) === name) ?? null;

/** What a link to it says: "PDF", "Word, large print". */
export const fileLabelOf = ({ format, size }: DocumentFile): string =>
  `${FILE_FORMATS[format].name}${size === "large" ? ", large print" : ""}`;
