/** What may be uploaded as a paper, by what is in it; its name has to agree. */
export const FORMATS = {
  pdf: { name: "PDF", mediaType: "application/pdf", extensions: ["pdf"] },
  docx: {
    name: "Word document",
    mediaType: "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
    extensions: ["docx"],
  },
  odt: { name: "OpenDocument text", mediaType: "application/vnd.oasis.opendocument.text", extensions: ["odt"] },
  xlsx: {
    name: "Excel workbook",
    mediaType: "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
    extensions: ["xlsx"],
  },
  ods: {
    name: "OpenDocument spreadsheet",
    mediaType: "application/vnd.oasis.opendocument.spreadsheet",
    extensions: ["ods"],
  },
  csv: { name: "CSV table", mediaType: "text/csv", extensions: ["csv"] },
  png: { name: "PNG image", mediaType: "image/png", extensions: ["png"] },
  jpeg: { name: "JPEG image", mediaType: "image/jpeg", extensions: ["jpg", "jpeg"] },
  webp: { name: "WebP image", mediaType: "image/webp", extensions: ["webp"] },
} as const satisfies Record<string, { name: string; mediaType: string; extensions: readonly string[] }>;

export type PaperFormat = keyof typeof FORMATS;

export const PAPER_FORMATS = Object.keys(FORMATS) as PaperFormat[];

/** Says what it shows in words, or nobody who cannot see it knows (PSBAR 2018, WCAG 1.1.1). */
export const isImage = (mediaType: string): boolean => mediaType.startsWith("image/");

/** In bytes: 50 MB, as printed on the form. */
export const UPLOAD_LIMIT = 50 * 1024 * 1024;

/** The longest name that every file system takes. */
const LONGEST_NAME = 150;

/** "PDF, Word document (.docx), … or WebP image (.webp)": what a form takes. */
export function formatsInWords(formats: readonly PaperFormat[]): string {
  const names = formats.map((format) => `.${FORMATS[format].extensions[0]}`);
  return names.length > 1 ? `${names.slice(0, -1).join(", ")} or ${names.at(-1)}` : names.join("");
}

/** The value of a file field's `accept`, which only helps to choose: what is sent is looked at anyway. */
export const acceptedNames = (formats: readonly PaperFormat[]): string =>
  formats.flatMap((format) => FORMATS[format].extensions.map((extension) => `.${extension}`)).join(",");

/** In lower case, without its dot; empty where the name has none. */
export const extensionOf = (fileName: string): string => /\.([^.]+)$/.exec(fileName)?.[1]?.toLowerCase() ?? "";

/** What a sentence needs to know: what was sent, and what this form takes. */
export type UploadFault = { formats: readonly PaperFormat[]; found?: PaperFormat | undefined };

/**
 * Every way in which an uploaded file is refused, with the sentence for whoever sent it: what it is, and what to do. Each ends
 * with nothing kept of the file, and everything that was typed kept.
 */
export const UPLOAD_REFUSALS = {
  none: () => "Choose a file.",
  several: () => "One file at a time: several were sent. Choose one.",
  cut: () => "The connection was cut before the whole file had arrived. Choose it again.",
  large: () => "The file is larger than 50 MB. Make its images smaller, or split it in two, and choose it again.",
  empty: () => "The file is empty: it has 0 bytes. Open it where it was made, save it, and choose it again.",
  path: () => "The file's name holds a folder or a slash. Rename it, such as “appendix-1.pdf”, and choose it again.",
  control: () =>
    "The file's name holds characters that cannot be seen. Rename it, such as “appendix-1.pdf”, and choose it again.",
  long: () => `The file's name is longer than ${LONGEST_NAME} characters. Give it a shorter one and choose it again.`,
  type: ({ formats }) =>
    `This kind of file cannot be put up. Save it as ${formatsInWords(formats)}, and choose that file.`,
  old: ({ formats }) =>
    `This is a file of an older Word, Excel or PowerPoint. Save it as ${formatsInWords(formats)}, and choose that file.`,
  contradicts: ({ found }) =>
    found
      ? `The file's name does not say what it is: inside it is a ${FORMATS[found].name}. Rename it to end in “.${FORMATS[found].extensions[0]}”, or choose another.`
      : "The file's name does not say what it is. Save it again where it was made, and choose that file.",
  encrypted: () =>
    "The file is protected with a password or against copying, so that not everybody could read it. Save it without, and choose it again.",
  broken: () =>
    "The file is damaged, or not all of it is there. Open it where it was made, save it again, and choose that file.",
  pageless: () => "The PDF has no pages. Make it again, and choose that file.",
  bomb: () =>
    "The file unpacks to far more than it says, which no paper does. Save it again where it was made, and choose that file.",
  macros: () => "The file has macros: programs that run when it is opened. Save it without them, and choose that file.",
  encoding: () =>
    "The table is not written as UTF-8 text. In Excel save it as “CSV UTF-8 (comma delimited)”, and choose that file.",
  svg: ({ formats }) =>
    `An SVG can hold programs, so it is not put up. Save it as ${formatsInWords(formats)}, and choose that file.`,
  unchecked: () =>
    "The file takes more time or memory to read than a paper does. Save it again where it was made, or as a PDF, and choose that file.",
} as const satisfies Record<string, (fault: UploadFault) => string>;

export type UploadRefusal = keyof typeof UPLOAD_REFUSALS;

/** The sentence for one refusal. */
export const uploadSentence = (refusal: UploadRefusal, fault: UploadFault): string => UPLOAD_REFUSALS[refusal](fault);

/** What is wrong with the name a file came under; null for one that every computer can save it as. */
export function nameRefusal(fileName: string): UploadRefusal | null {
  if (/[\p{Cc}\p{Cf}\p{Cs}\u2028\u2029]/u.test(fileName)) return "control";
  if (/[/\\]/.test(fileName) || /^\.+$/.test(fileName)) return "path";
  if ([...fileName].length > LONGEST_NAME) return "long";
  return null;
}
