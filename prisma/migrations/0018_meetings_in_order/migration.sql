-- Lists of meetings are read in the order of an index to its last column: sorted within a day, all the meetings of that day would
-- be fetched with what hangs from each before most of them were thrown away.
DROP INDEX "Meeting_date_idx";
CREATE INDEX "Meeting_date_startTime_id_idx" ON "Meeting"("date", "startTime", "id");
DROP INDEX "Meeting_publishedAt_idx";
CREATE INDEX "Meeting_publishedAt_id_idx" ON "Meeting"("publishedAt", "id");
