import { pageSaid, titleOf } from "../../../../../../_lib/list-page";
import { publicMetadata, publicPage } from "../../../../../../_lib/public-page";
import { bodyTopicsPage, bodyTopicsPageTitle } from "../../topics-page";

type Params = { lang: string; bodies: string; slug: string; page: string };

export const generateMetadata = publicMetadata<Params>(async ({ slug, page }) => ({
  title: titleOf(await bodyTopicsPageTitle(slug), pageSaid(page)),
}));

export default publicPage<Params>(({ page, ...address }) => bodyTopicsPage(address, pageSaid(page)));
