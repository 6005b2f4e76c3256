import { notFound } from "next/navigation";
import { publicMetadata, publicPage } from "../../_lib/public-page";

/** Whatever no other page answers to: the council's own page says so. */
export const generateMetadata = publicMetadata(async () => notFound());

export default publicPage(async () => notFound());
