/** The open part's form, which a button outside of it sends too. In a file of its own, because a server page cannot read a value out of a client file. */
export const SECTION_FORM = "section";
