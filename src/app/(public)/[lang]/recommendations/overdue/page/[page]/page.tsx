import { pageSaid, titleOf } from "../../../../../_lib/list-page";
import { publicMetadata, publicPage } from "../../../../../_lib/public-page";
import { overduePage } from "../../overdue-page";

type Params = { lang: string; page: string };

export const generateMetadata = publicMetadata<Params>(async ({ page }) => ({
  title: titleOf("Overdue answers", pageSaid(page)),
}));

export default publicPage<Params>(({ page }) => overduePage(pageSaid(page)));
