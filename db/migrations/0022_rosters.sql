-- Why: rosters that are read, looked at and only then taken in (part organisation/rosters): the import with its counts, the
--   sheet as it came (sealed, in pieces), and each row with what becomes of it. Nothing here is a person or a membership yet.
-- Locks: new tables only. Rows: some hundred imports a year; the sheet and its rows (up to 300,000 an import) are erased
--   seven days after the end, when an import can no longer be taken back.

-- phase: tables

CREATE TABLE roster_import (
  federation_id uuid NOT NULL,
  id            uuid NOT NULL,
  union_id      uuid NOT NULL,                 -- the target; rows may name branches below it
  state         text NOT NULL CHECK (state IN ('read','checking','previewed','running','done','undoing','undone','cancelled')),
  file_name     text NOT NULL CHECK (length(file_name) BETWEEN 1 AND 140),
  rows          integer NOT NULL CHECK (rows BETWEEN 0 AND 300000), -- rows below the headings
  headings      jsonb NOT NULL,                -- what was recognised: row, columns with their headings; no personal data
  mapping       jsonb NOT NULL,                -- field → column counted from 0
  turn          smallint NOT NULL DEFAULT 0,   -- counts checks, imports and undoings: each has its own run
  run_id        uuid,                          -- none: the command line works on it
  cursor        integer NOT NULL DEFAULT 0,    -- how far the present work is: piece of the sheet, or row number
  preview       jsonb NOT NULL DEFAULT '{}',   -- counts by outcome before the confirmation, reasons by field and code
  result        jsonb NOT NULL DEFAULT '{}',   -- counts of what came of it, and of the undoing
  created_by    uuid,                          -- none: the command line
  created_at    timestamptz NOT NULL,
  confirmed_by  uuid,
  confirmed_at  timestamptz,
  ended_at      timestamptz,                   -- done, undone or cancelled
  beat_at       timestamptz NOT NULL,          -- last sign of work
  erase_at      timestamptz NOT NULL,          -- when sheet and rows go
  erased_at     timestamptz,
  PRIMARY KEY (federation_id, id)
);
CREATE INDEX roster_import_newest ON roster_import (federation_id, created_at DESC, id);
CREATE INDEX roster_import_of_union ON roster_import (federation_id, union_id, created_at DESC);
CREATE INDEX roster_import_erase ON roster_import (federation_id, erase_at) WHERE erased_at IS NULL;

-- A thousand rows of the sheet as they came, sealed; columns that need the person's own consent are blanked before.
CREATE TABLE roster_piece (
  federation_id uuid NOT NULL,
  import_id     uuid NOT NULL,
  number        integer NOT NULL,              -- 0, 1, 2 …
  first_row     integer NOT NULL,
  last_row      integer NOT NULL,
  sealed        bytea NOT NULL,
  PRIMARY KEY (federation_id, import_id, number)
);

CREATE TABLE roster_row (
  federation_id uuid NOT NULL,
  import_id     uuid NOT NULL,
  row_number    integer NOT NULL,              -- as the spreadsheet program shows it
  outcome       text NOT NULL CHECK (outcome IN ('new','update','same','elsewhere','rejected','added','updated')),
  id_lookup     bytea,                         -- HMAC of the document number: the same person twice
  union_id      uuid,                          -- where the row belongs
  other_id      uuid,                          -- where the person is a member already
  reasons       text[] NOT NULL DEFAULT '{}',  -- field:word code of each problem
  sealed        bytea NOT NULL,                -- the tidied person, problems and warnings
  person_id     uuid,
  membership_id uuid,
  adds_person   boolean NOT NULL DEFAULT false,
  former_sealed bytea,                         -- what an update replaced
  applied_at    timestamptz,
  undo          text CHECK (undo IN ('taken','kept')),
  PRIMARY KEY (federation_id, import_id, row_number)
) WITH (fillfactor = 70);                      -- each row is changed once in place; no index holds what changes
CREATE INDEX roster_row_person ON roster_row (federation_id, import_id, id_lookup) WHERE id_lookup IS NOT NULL;

-- phase: distribution
SELECT create_distributed_table('roster_import', 'federation_id');
SELECT create_distributed_table('roster_piece', 'federation_id');
SELECT create_distributed_table('roster_row', 'federation_id');

-- phase: foreign keys
ALTER TABLE roster_import ADD FOREIGN KEY (federation_id, union_id) REFERENCES union_unit (federation_id, id);
ALTER TABLE roster_import ADD FOREIGN KEY (federation_id, created_by) REFERENCES person (federation_id, id);
ALTER TABLE roster_import ADD FOREIGN KEY (federation_id, confirmed_by) REFERENCES person (federation_id, id);
ALTER TABLE roster_piece ADD FOREIGN KEY (federation_id, import_id) REFERENCES roster_import (federation_id, id);
ALTER TABLE roster_row ADD FOREIGN KEY (federation_id, import_id) REFERENCES roster_import (federation_id, id);
ALTER TABLE roster_row ADD FOREIGN KEY (federation_id, union_id) REFERENCES union_unit (federation_id, id);
