-- An agenda may say of an item that it is likely to be taken in private, also where nothing of it is on paper. What it says is public;
-- the item holds nothing that is exempt (LGA 1972 s100A(2)-(5), Schedule 12A).

-- AlterTable
ALTER TABLE "AgendaItem" ADD COLUMN     "confidentialGround" TEXT,
ADD COLUMN     "inPrivate" "Restriction" NOT NULL DEFAULT 'public',
ADD COLUMN     "paragraphs" INTEGER[] NOT NULL DEFAULT ARRAY[]::INTEGER[],
ADD COLUMN     "publicInterest" TEXT;

ALTER TABLE "AgendaItem" ADD CONSTRAINT "AgendaItem_paragraphs_if_exempt" CHECK (("inPrivate" = 'exempt') = (cardinality(paragraphs) > 0)
  AND paragraphs <@ ARRAY[1,2,3,4,5,6,7]);
