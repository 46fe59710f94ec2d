-- Why: figures and tiles count matters by the day they arrived and the day they were answered, over many unions at once.
-- Locks: case_file against writing while the two indexes are built (a million rows: some seconds). Rows: as many as cases.

-- phase: tables
CREATE INDEX case_file_opened ON case_file (federation_id, process, opened_at);
CREATE INDEX case_file_answered ON case_file (federation_id, process, answered_at) WHERE answered_at IS NOT NULL;
