import { notFound } from "next/navigation";
import { officePage } from "../../_lib/office-page";

/** Addresses of the office that lead nowhere keep the office around them, and tell nobody who is not signed in. */
export default officePage(async () => notFound());
