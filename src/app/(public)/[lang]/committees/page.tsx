import { publicMetadata, publicPage } from "../../_lib/public-page";
import { committeesPage } from "./committees-page";

export const generateMetadata = publicMetadata(async () => ({ title: "Committees" }));

export default publicPage(() => committeesPage(1));
