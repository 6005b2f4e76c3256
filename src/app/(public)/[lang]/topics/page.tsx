import { publicMetadata, publicPage } from "../../_lib/public-page";
import { topicsPage } from "./topics-page";

export const generateMetadata = publicMetadata(async () => ({ title: "Topics" }));

export default publicPage(() => topicsPage(1));
