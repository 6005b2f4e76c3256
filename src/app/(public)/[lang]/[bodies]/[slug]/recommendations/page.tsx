import { publicMetadata, publicPage } from "../../../../_lib/public-page";
import { bodyTrackerPage, bodyTrackerPageTitle } from "./tracker-page";

type Params = { lang: string; bodies: string; slug: string };

export const generateMetadata = publicMetadata<Params>(async ({ slug }) => ({
  title: await bodyTrackerPageTitle(slug),
}));

export default publicPage<Params>((address) => bodyTrackerPage(address, 1));
