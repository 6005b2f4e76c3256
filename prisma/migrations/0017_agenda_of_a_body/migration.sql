-- The desk of a programme looks up what is on its body's agendas.
CREATE INDEX "AgendaItem_bodyId_idx" ON "AgendaItem"("bodyId");
