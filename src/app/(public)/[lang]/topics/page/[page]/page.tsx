import { pageSaid, titleOf } from "../../../../_lib/list-page";
import { publicMetadata, publicPage } from "../../../../_lib/public-page";
import { topicsPage } from "../../topics-page";

type Params = { lang: string; page: string };

export const generateMetadata = publicMetadata<Params>(async ({ page }) => ({
  title: titleOf("Topics", pageSaid(page)),
}));

export default publicPage<Params>(({ page }) => topicsPage(pageSaid(page)));
