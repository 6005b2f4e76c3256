import { pageSaid, titleOf } from "../../../../../../_lib/list-page";
import { publicMetadata, publicPage } from "../../../../../../_lib/public-page";
import { bodyTrackerPage, bodyTrackerPageTitle } from "../../tracker-page";

type Params = { lang: string; bodies: string; slug: string; page: string };

export const generateMetadata = publicMetadata<Params>(async ({ slug, page }) => ({
  title: titleOf(await bodyTrackerPageTitle(slug), pageSaid(page)),
}));

export default publicPage<Params>(({ page, ...address }) => bodyTrackerPage(address, pageSaid(page)));
