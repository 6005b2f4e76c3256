import { readScope } from "@/domain/access/read-scope";
import { proposalDocument } from "@/server/documents/proposal-document";
import { getProposal } from "@/server/scoping/queries";
import { officeDocument } from "../../../../_lib/office-document";

const serve = officeDocument<{ id: string; file: string }>("proposal", async (person, site, { id }) => {
  const proposal = await getProposal(readScope(person), id, person.day);
  return { document: proposalDocument(site, proposal), savedAs: proposal.content.title };
});

export { serve as GET, serve as HEAD };
