import { publicMetadata, publicPage } from "../../../_lib/public-page";
import { overduePage } from "./overdue-page";

export const generateMetadata = publicMetadata(async () => ({ title: "Overdue answers" }));

export default publicPage(() => overduePage(1));
