import type { PaperFormat, UploadRefusal } from "@/domain/papers/upload";

/** What a file is, by its bytes. */
export type Inspected = { format: PaperFormat; pages: number | null; accessible: boolean | null };

/** Why it is refused, and what it is where that can be told. */
export type Refused = { refusal: UploadRefusal; found?: PaperFormat };
