-- Why: letters on the same matter gathered into a topic (part mailbox/topics, BOX-3).
-- Locks: new table only. Rows: one for each gathered letter.

-- phase: tables
-- A topic is a case of the process `topic`; a letter belongs to one topic at most.
CREATE TABLE topic_letter (
  federation_id uuid NOT NULL,
  letter_id     uuid NOT NULL,
  topic_id      uuid NOT NULL,
  PRIMARY KEY (federation_id, letter_id)
);
CREATE INDEX topic_letter_of_topic ON topic_letter (federation_id, topic_id);

-- phase: distribution
SELECT create_distributed_table('topic_letter', 'federation_id');

-- phase: foreign keys
ALTER TABLE topic_letter ADD FOREIGN KEY (federation_id, letter_id) REFERENCES case_file (federation_id, id);
ALTER TABLE topic_letter ADD FOREIGN KEY (federation_id, topic_id) REFERENCES case_file (federation_id, id);
