import { pageSaid, titleOf } from "../../../../_lib/list-page";
import { publicMetadata, publicPage } from "../../../../_lib/public-page";
import { trackerPage } from "../../tracker-page";

type Params = { lang: string; page: string };

export const generateMetadata = publicMetadata<Params>(async ({ page }) => ({
  title: titleOf("Recommendations and answers", pageSaid(page)),
}));

export default publicPage<Params>(({ page }) => trackerPage(pageSaid(page)));
