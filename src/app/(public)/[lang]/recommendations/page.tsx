import { publicMetadata, publicPage } from "../../_lib/public-page";
import { trackerPage } from "./tracker-page";

export const generateMetadata = publicMetadata(async () => ({ title: "Recommendations and answers" }));

export default publicPage(() => trackerPage(1));
