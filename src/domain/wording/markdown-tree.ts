import rehypeSanitize from "rehype-sanitize";
import remarkGfm from "remark-gfm";
import remarkParse from "remark-parse";
import remarkRehype from "remark-rehype";
import { unified } from "unified";

const toTree = unified().use(remarkParse).use(remarkGfm).use(remarkRehype).use(rehypeSanitize);

/** What was written in Markdown, as a tree of elements without anything dangerous: pages, PDF and Word are all made from it. */
export const markdownTree = (markdown: string) => toTree.runSync(toTree.parse(markdown));

export type MarkdownTree = ReturnType<typeof markdownTree>;
