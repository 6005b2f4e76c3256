-- An uploaded image says in words what it shows, and a file that was refused says what the scanner found in it.
ALTER TABLE "PaperFile" ADD COLUMN "alternativeText" TEXT,
ADD COLUMN "scanFound" TEXT;

-- Before bytes are removed it is asked whether anything else names them.
CREATE INDEX "PaperFile_sha256_idx" ON "PaperFile"("sha256");
