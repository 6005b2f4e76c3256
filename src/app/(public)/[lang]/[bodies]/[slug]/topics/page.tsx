import { publicMetadata, publicPage } from "../../../../_lib/public-page";
import { bodyTopicsPage, bodyTopicsPageTitle } from "./topics-page";

type Params = { lang: string; bodies: string; slug: string };

export const generateMetadata = publicMetadata<Params>(async ({ slug }) => ({
  title: await bodyTopicsPageTitle(slug),
}));

export default publicPage<Params>((address) => bodyTopicsPage(address, 1));
