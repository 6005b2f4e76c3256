import type { Metadata } from "next";
import { NoSuchPage } from "../_lib/no-such-page";

export const metadata: Metadata = { title: "Page not found" };

export default NoSuchPage;
