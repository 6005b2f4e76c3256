import { NoSuchPage } from "./_lib/no-such-page";

export default NoSuchPage;
