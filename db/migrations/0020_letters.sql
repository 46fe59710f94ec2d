-- Why: published questions and answers of the chairperson's mailbox (part mailbox/letters).
-- Locks: new table only. Rows: some thousands a year.

-- phase: tables
CREATE TABLE letter_publication (
  federation_id uuid NOT NULL,
  case_id       uuid NOT NULL,
  union_id      uuid NOT NULL,
  category      text NOT NULL,
  question      text NOT NULL,
  answer        text NOT NULL,
  published_at  timestamptz NOT NULL,
  published_by  uuid NOT NULL,
  PRIMARY KEY (federation_id, case_id)
);
CREATE INDEX letter_publication_newest ON letter_publication (federation_id, published_at DESC);

-- phase: distribution
SELECT create_distributed_table('letter_publication', 'federation_id');

-- phase: foreign keys
ALTER TABLE letter_publication ADD FOREIGN KEY (federation_id, case_id) REFERENCES case_file (federation_id, id);
ALTER TABLE letter_publication ADD FOREIGN KEY (federation_id, union_id) REFERENCES union_unit (federation_id, id);
ALTER TABLE letter_publication ADD FOREIGN KEY (federation_id, published_by) REFERENCES person (federation_id, id);
