-- What an account opens with beyond its password, the links that open one for the first time, and the mail that brings them.

-- CreateEnum
CREATE TYPE "TokenPurpose" AS ENUM ('invitation', 'password_reset', 'second_factor', 'first_administrator');

-- AlterTable
ALTER TABLE "Account" ADD COLUMN     "totpSince" TIMESTAMPTZ(3),
ADD COLUMN     "totpStep" INTEGER;

-- CreateTable
CREATE TABLE "Mail" (
    "id" UUID NOT NULL,
    "to" TEXT NOT NULL,
    "subject" TEXT NOT NULL,
    "text" TEXT NOT NULL,
    "cause" TEXT NOT NULL,
    "createdAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "sentAt" TIMESTAMPTZ(3),
    "failure" TEXT,

    CONSTRAINT "Mail_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "AccountToken" (
    "hash" TEXT NOT NULL,
    "purpose" "TokenPurpose" NOT NULL,
    "accountId" UUID,
    "createdAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "expiresAt" TIMESTAMPTZ(3) NOT NULL,
    "usedAt" TIMESTAMPTZ(3),

    CONSTRAINT "AccountToken_pkey" PRIMARY KEY ("hash")
);

-- CreateTable
CREATE TABLE "RecoveryCode" (
    "id" UUID NOT NULL,
    "accountId" UUID NOT NULL,
    "hash" TEXT NOT NULL,
    "usedAt" TIMESTAMPTZ(3),

    CONSTRAINT "RecoveryCode_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "SelfGrant" (
    "id" UUID NOT NULL,
    "personId" UUID NOT NULL,
    "what" TEXT NOT NULL,
    "recordedAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "seenAt" TIMESTAMPTZ(3),
    "seenById" UUID,

    CONSTRAINT "SelfGrant_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE INDEX "Mail_createdAt_idx" ON "Mail"("createdAt");

-- CreateIndex
CREATE INDEX "AccountToken_accountId_idx" ON "AccountToken"("accountId");

-- CreateIndex
CREATE UNIQUE INDEX "RecoveryCode_accountId_hash_key" ON "RecoveryCode"("accountId", "hash");

-- CreateIndex
CREATE INDEX "SelfGrant_personId_idx" ON "SelfGrant"("personId");

-- AddForeignKey
ALTER TABLE "AccountToken" ADD CONSTRAINT "AccountToken_accountId_fkey" FOREIGN KEY ("accountId") REFERENCES "Account"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "RecoveryCode" ADD CONSTRAINT "RecoveryCode_accountId_fkey" FOREIGN KEY ("accountId") REFERENCES "Account"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "SelfGrant" ADD CONSTRAINT "SelfGrant_personId_fkey" FOREIGN KEY ("personId") REFERENCES "Person"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- What is signed and sealed for is one account's.
ALTER TABLE "AccountToken" ADD CONSTRAINT whose_token CHECK ((purpose = 'first_administrator') = ("accountId" IS NULL));
ALTER TABLE "Account" ADD CONSTRAINT second_factor_has_its_secret CHECK ("totpSince" IS NULL OR "totpSecret" IS NOT NULL),
  ADD CONSTRAINT openid_in_two_parts CHECK (("oidcIssuer" IS NULL) = ("oidcSubject" IS NULL));

-- Two records turned out to be one human: whatever names the one names the other from now on, in whichever table, so that a new table
-- is not forgotten. A row that would then be there twice (both were put down as present) stays with the record it was put down for,
-- which is kept and points on.
CREATE FUNCTION merge_person(other uuid, kept uuid) RETURNS void LANGUAGE plpgsql AS $$
DECLARE place record; one tid;
BEGIN
  FOR place IN
    SELECT c.conrelid::regclass::text AS tbl, a.attname AS col FROM pg_constraint c
    JOIN pg_attribute a ON a.attrelid = c.conrelid AND a.attnum = c.conkey[1]
    WHERE c.contype = 'f' AND c.confrelid = '"Person"'::regclass
      AND c.conrelid NOT IN ('"Account"'::regclass, '"PersonContact"'::regclass, '"FormDraft"'::regclass)
  LOOP
    FOR one IN EXECUTE format('SELECT ctid FROM %s WHERE %I = $1', place.tbl, place.col) USING other LOOP
      BEGIN
        EXECUTE format('UPDATE %s SET %I = $1 WHERE ctid = $2', place.tbl, place.col) USING kept, one;
      EXCEPTION WHEN unique_violation THEN NULL;
      END;
    END LOOP;
  END LOOP;
  -- Own records stay own, and what was withheld from the one is withheld from the other.
  FOR place IN
    SELECT format('%I', table_name) AS tbl, column_name AS col FROM information_schema.columns
    WHERE table_schema = 'public' AND column_name IN ('keepers', 'withheldFrom')
  LOOP
    EXECUTE format('UPDATE %s SET %I = array_replace(%I, $1, $2) WHERE $1 = ANY(%I)', place.tbl, place.col, place.col, place.col)
      USING other, kept;
  END LOOP;
END $$;
