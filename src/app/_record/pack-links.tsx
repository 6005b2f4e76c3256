import type { PackLink } from "@/server/packs/queries";
import { LinkButton } from "@/ui/button";

/** The packs of a meeting that the reader is given; `current` is where the public one is at any time. */
export function PackLinks({
  packs,
  current,
  second = false,
}: {
  packs: readonly PackLink[];
  current: `/${string}`;
  second?: boolean | undefined;
}) {
  return packs.map((pack, index) => (
    <LinkButton
      key={pack.id}
      href={pack.kind === "public" ? current : `/packs/${pack.id}`}
      second={second || index > 0}
    >
      {`${pack.kind === "public" ? "Agenda pack" : "Restricted agenda pack"} (${packLabel(pack)})`}
    </LinkButton>
  ));
}

/** "PDF, 102 pages, 1.2 MB" */
export const packLabel = ({ pages, size }: Pick<PackLink, "pages" | "size">): string =>
  `PDF, ${pages} ${pages === 1 ? "page" : "pages"}, ${sizeWords(size)}`;

/** In the units that downloads are told in: a million bytes are a megabyte. */
const sizeWords = (bytes: number): string =>
  bytes < 999_500 ? `${Math.max(1, Math.round(bytes / 1000))} KB` : `${(bytes / 1_000_000).toFixed(1)} MB`;
