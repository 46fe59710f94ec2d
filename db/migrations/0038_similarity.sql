-- Why: texts whose likes can be found (engine similarity), sealed; and the look-alikes that an officer said are not the same (BOX-3).
-- Locks: new tables only. Rows: one for each letter and suggestion (1 million at a large federation, 200 bytes each); some hundred pairs.

-- phase: tables
-- The last position given in a collection; its row is locked until the commit, so positions follow the order of commits.
CREATE TABLE similar_collection (
  federation_id uuid NOT NULL,
  collection    text NOT NULL,
  last          bigint NOT NULL,
  PRIMARY KEY (federation_id, collection)
);

-- Each text at the position of its last change: what a process reads to come up to date, and all of it after a restart.
CREATE TABLE similar_text (
  federation_id uuid NOT NULL,
  collection    text NOT NULL,
  id            uuid NOT NULL,
  union_id      uuid NOT NULL,
  written_at    timestamptz NOT NULL,
  position      bigint NOT NULL,
  sealed        bytea,                       -- the beginning of the text; nothing once it was taken out
  PRIMARY KEY (federation_id, collection, id),
  UNIQUE (federation_id, collection, position)
);

-- Pairs of letters that are not on the same matter, the smaller id first.
CREATE TABLE topic_apart (
  federation_id uuid NOT NULL,
  letter_id     uuid NOT NULL,
  other_id      uuid NOT NULL,
  said_by       uuid NOT NULL,
  said_at       timestamptz NOT NULL,
  PRIMARY KEY (federation_id, letter_id, other_id),
  CHECK (letter_id < other_id)
);

-- phase: distribution
SELECT create_distributed_table('similar_collection', 'federation_id');
SELECT create_distributed_table('similar_text', 'federation_id');
SELECT create_distributed_table('topic_apart', 'federation_id');

-- phase: foreign keys
ALTER TABLE similar_text ADD FOREIGN KEY (federation_id, union_id) REFERENCES union_unit (federation_id, id);
ALTER TABLE topic_apart ADD FOREIGN KEY (federation_id, letter_id) REFERENCES case_file (federation_id, id);
ALTER TABLE topic_apart ADD FOREIGN KEY (federation_id, other_id) REFERENCES case_file (federation_id, id);
ALTER TABLE topic_apart ADD FOREIGN KEY (federation_id, said_by) REFERENCES person (federation_id, id);
