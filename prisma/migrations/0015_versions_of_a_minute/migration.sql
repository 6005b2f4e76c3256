-- A minute is written by one clerk while another writes the next: each has a version of its own.

-- AlterTable
ALTER TABLE "Minute" ADD COLUMN     "version" INTEGER NOT NULL DEFAULT 1;
