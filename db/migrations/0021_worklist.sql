-- Why: views of a list that an officer has saved under a name (part across/worklist).
-- Locks: new table only. Rows: at most 20 for each officer and screen.

-- phase: tables
CREATE TABLE saved_view (
  federation_id uuid NOT NULL,
  id            uuid NOT NULL,
  person_id     uuid NOT NULL,
  screen        text NOT NULL,                 -- worklist, letters …
  name          text NOT NULL,
  query         text NOT NULL,                 -- the address bar's part after the question mark
  created_at    timestamptz NOT NULL,
  PRIMARY KEY (federation_id, id),
  UNIQUE (federation_id, person_id, screen, name)
);

-- phase: distribution
SELECT create_distributed_table('saved_view', 'federation_id');

-- phase: foreign keys
ALTER TABLE saved_view ADD FOREIGN KEY (federation_id, person_id) REFERENCES person (federation_id, id);
