-- Why: duplicates of suggestions are merged into the one that was first and can be parted again; what was there before must come back exactly.
-- Also what an officer said about a likeness, beside what its author said.
-- Locks: suggestion_likeness for a moment (columns with constants). Rows: one per merger, some thousands a year.

-- phase: tables

-- A merger: the later suggestion, the one that was first, and how much of the whole its authors were given.
CREATE TABLE suggestion_merger (
  federation_id uuid NOT NULL,
  id            uuid NOT NULL,
  suggestion_id uuid NOT NULL,
  earlier_id    uuid NOT NULL,
  share         integer NOT NULL CHECK (share BETWEEN 0 AND 9900), -- ten-thousandths for its authors together; 0 = they support it
  by_id         uuid NOT NULL,
  at            timestamptz NOT NULL,
  undone_by_id  uuid,
  undone_at     timestamptz,
  PRIMARY KEY (federation_id, id),
  CHECK ((undone_by_id IS NULL) = (undone_at IS NULL)),
  CHECK (suggestion_id <> earlier_id)
);
CREATE UNIQUE INDEX suggestion_merger_one ON suggestion_merger (federation_id, suggestion_id) WHERE undone_at IS NULL;
CREATE INDEX suggestion_merger_into ON suggestion_merger (federation_id, earlier_id) WHERE undone_at IS NULL;

-- Shares of the authors of a suggestion as they wrote it, kept while others are merged into it.
CREATE TABLE suggestion_own_share (
  federation_id uuid NOT NULL,
  suggestion_id uuid NOT NULL,
  person_id     uuid NOT NULL,
  share         integer NOT NULL CHECK (share BETWEEN 0 AND 10000),
  PRIMARY KEY (federation_id, suggestion_id, person_id)
);

ALTER TABLE suggestion_likeness ADD COLUMN settled_text text NOT NULL DEFAULT '';  -- what the officer says
ALTER TABLE suggestion_likeness ADD COLUMN settled_by_id uuid;
ALTER TABLE suggestion_likeness ADD COLUMN settled_at timestamptz;

-- phase: distribution
SELECT create_distributed_table('suggestion_merger', 'federation_id');
SELECT create_distributed_table('suggestion_own_share', 'federation_id');

-- phase: foreign keys
ALTER TABLE suggestion_merger ADD FOREIGN KEY (federation_id, suggestion_id) REFERENCES suggestion (federation_id, id);
ALTER TABLE suggestion_merger ADD FOREIGN KEY (federation_id, earlier_id) REFERENCES suggestion (federation_id, id);
ALTER TABLE suggestion_own_share ADD FOREIGN KEY (federation_id, suggestion_id) REFERENCES suggestion (federation_id, id);
ALTER TABLE suggestion_own_share ADD FOREIGN KEY (federation_id, person_id) REFERENCES person (federation_id, id);
