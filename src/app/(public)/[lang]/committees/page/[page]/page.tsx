import { pageSaid, titleOf } from "../../../../_lib/list-page";
import { publicMetadata, publicPage } from "../../../../_lib/public-page";
import { committeesPage } from "../../committees-page";

type Params = { lang: string; page: string };

export const generateMetadata = publicMetadata<Params>(async ({ page }) => ({
  title: titleOf("Committees", pageSaid(page)),
}));

export default publicPage<Params>(({ page }) => committeesPage(pageSaid(page)));
