-- Why: letters on the same matter gathered into a topic, its questionnaire and its measures (part mailbox/topics, BOX-3).
-- Locks: new tables only. Rows: one for each gathered letter; one for each person asked (30,000 in a large questionnaire);
-- sealed sheets live only while a questionnaire is open; some hundred counts for each questionnaire.

-- phase: tables
-- A topic is a case of the process `topic`; a letter belongs to one topic at most.
CREATE TABLE topic_letter (
  federation_id uuid NOT NULL,
  letter_id     uuid NOT NULL,
  topic_id      uuid NOT NULL,
  gathered_at   timestamptz NOT NULL,
  gathered_by   uuid NOT NULL,
  merged_from   uuid,                        -- the topic it was in before two became one; the way back
  told_at       timestamptz,                 -- when the result was told in the letter
  PRIMARY KEY (federation_id, letter_id)
);
CREATE INDEX topic_letter_of_topic ON topic_letter (federation_id, topic_id, letter_id);

-- One questionnaire for a topic at most. The smallest group shown is kept as it stood when it was sent.
CREATE TABLE topic_survey (
  federation_id uuid NOT NULL,
  id            uuid NOT NULL,
  topic_id      uuid NOT NULL,
  title         text NOT NULL,
  intro         text NOT NULL,
  questions     jsonb NOT NULL,
  state         text NOT NULL CHECK (state IN ('draft','open','counting','counted')),
  closes_at     timestamptz,
  smallest      smallint,
  rule_set_id   uuid,
  sent_at       timestamptz,
  reminded_at   timestamptz,
  counted_at    timestamptz,
  asked         integer NOT NULL DEFAULT 0,
  answered      integer NOT NULL DEFAULT 0, -- set when counted
  PRIMARY KEY (federation_id, id),
  UNIQUE (federation_id, topic_id),
  CHECK (state = 'draft' OR (closes_at IS NOT NULL AND smallest IS NOT NULL AND sent_at IS NOT NULL))
);
CREATE INDEX topic_survey_due ON topic_survey (closes_at) WHERE state IN ('open','counting');

-- The unions that are compared. Place 0 is what is left over: whoever belongs to no shown union, and groups too small to be shown.
CREATE TABLE topic_place (
  federation_id uuid NOT NULL,
  survey_id     uuid NOT NULL,
  place         smallint NOT NULL,
  union_id      uuid,
  asked         integer NOT NULL DEFAULT 0,
  counted       integer NOT NULL DEFAULT 0, -- people whose answers are counted at this place
  hidden        boolean NOT NULL DEFAULT false, -- too small: counted at place 0
  PRIMARY KEY (federation_id, survey_id, place),
  CHECK ((place = 0) = (union_id IS NULL))
);

-- Who is asked, frozen when it is sent, and whether he or she has answered. No time, no key of a sheet.
CREATE TABLE topic_roll (
  federation_id uuid NOT NULL,
  survey_id     uuid NOT NULL,
  person_id     uuid NOT NULL,
  place         smallint NOT NULL,
  answered      boolean NOT NULL DEFAULT false,
  PRIMARY KEY (federation_id, survey_id, person_id)
);
CREATE INDEX topic_roll_of_person ON topic_roll (federation_id, person_id);

-- The closed box: what was answered, sealed, under a random id; emptied in one go when the questionnaire is counted.
CREATE TABLE topic_sheet (
  federation_id uuid NOT NULL,
  id            uuid NOT NULL,
  survey_id     uuid NOT NULL,
  sealed        bytea NOT NULL,
  PRIMARY KEY (federation_id, survey_id, id)
);

-- All that is left of the answers: how often each choice was made at each place that may be shown.
CREATE TABLE topic_count (
  federation_id uuid NOT NULL,
  survey_id     uuid NOT NULL,
  place         smallint NOT NULL,
  question      smallint NOT NULL,
  choice        smallint NOT NULL,
  votes         integer NOT NULL,
  PRIMARY KEY (federation_id, survey_id, place, question, choice)
);

-- What was written freely, without place; only where enough people wrote.
CREATE TABLE topic_text (
  federation_id uuid NOT NULL,
  id            uuid NOT NULL,
  survey_id     uuid NOT NULL,
  question      smallint NOT NULL,
  text          text NOT NULL,
  PRIMARY KEY (federation_id, survey_id, question, id)
);

-- A measure is a case of the process `measure`.
CREATE TABLE topic_measure (
  federation_id uuid NOT NULL,
  measure_id    uuid NOT NULL,
  topic_id      uuid NOT NULL,
  PRIMARY KEY (federation_id, measure_id)
);
CREATE INDEX topic_measure_of_topic ON topic_measure (federation_id, topic_id, measure_id);

-- phase: distribution
SELECT create_distributed_table('topic_letter', 'federation_id');
SELECT create_distributed_table('topic_survey', 'federation_id');
SELECT create_distributed_table('topic_place', 'federation_id');
SELECT create_distributed_table('topic_roll', 'federation_id');
SELECT create_distributed_table('topic_sheet', 'federation_id');
SELECT create_distributed_table('topic_count', 'federation_id');
SELECT create_distributed_table('topic_text', 'federation_id');
SELECT create_distributed_table('topic_measure', 'federation_id');

-- phase: foreign keys
ALTER TABLE topic_letter ADD FOREIGN KEY (federation_id, letter_id) REFERENCES case_file (federation_id, id);
ALTER TABLE topic_letter ADD FOREIGN KEY (federation_id, topic_id) REFERENCES case_file (federation_id, id);
ALTER TABLE topic_letter ADD FOREIGN KEY (federation_id, merged_from) REFERENCES case_file (federation_id, id);
ALTER TABLE topic_letter ADD FOREIGN KEY (federation_id, gathered_by) REFERENCES person (federation_id, id);
ALTER TABLE topic_survey ADD FOREIGN KEY (federation_id, topic_id) REFERENCES case_file (federation_id, id);
ALTER TABLE topic_place ADD FOREIGN KEY (federation_id, survey_id) REFERENCES topic_survey (federation_id, id);
ALTER TABLE topic_place ADD FOREIGN KEY (federation_id, union_id) REFERENCES union_unit (federation_id, id);
ALTER TABLE topic_roll ADD FOREIGN KEY (federation_id, survey_id) REFERENCES topic_survey (federation_id, id);
ALTER TABLE topic_roll ADD FOREIGN KEY (federation_id, person_id) REFERENCES person (federation_id, id);
ALTER TABLE topic_sheet ADD FOREIGN KEY (federation_id, survey_id) REFERENCES topic_survey (federation_id, id);
ALTER TABLE topic_count ADD FOREIGN KEY (federation_id, survey_id, place) REFERENCES topic_place (federation_id, survey_id, place);
ALTER TABLE topic_text ADD FOREIGN KEY (federation_id, survey_id) REFERENCES topic_survey (federation_id, id);
ALTER TABLE topic_measure ADD FOREIGN KEY (federation_id, measure_id) REFERENCES case_file (federation_id, id);
ALTER TABLE topic_measure ADD FOREIGN KEY (federation_id, topic_id) REFERENCES case_file (federation_id, id);
