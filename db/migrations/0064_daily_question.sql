-- Why: daily question 每日一题 (part democracy/daily-question, DEM-6): a bank of questions, one on each day, answered once by each person.
-- Locks: new tables only. Rows at a large federation: some hundred boards, some thousand questions each, 365 days a year, some thousand answers a day at the largest.

-- phase: tables

-- A union that asks a question each day, for itself and everybody below it.
CREATE TABLE daily_board (
  federation_id uuid NOT NULL,
  union_id      uuid NOT NULL,
  days          text NOT NULL CHECK (days IN ('every','weekdays')),   -- on which days a question is expected
  opened_on     date NOT NULL,
  points_from   date,                                                 -- from this day answers bring points; null: never
  closed_on     date,
  version       integer NOT NULL CHECK (version >= 1),
  PRIMARY KEY (federation_id, union_id),
  CHECK (closed_on IS NULL OR closed_on >= opened_on)
);

CREATE TABLE daily_question (
  federation_id uuid NOT NULL,
  id            uuid NOT NULL,
  union_id      uuid NOT NULL,
  kind          text NOT NULL CHECK (kind IN ('single','multiple','trueFalse')),
  text          text NOT NULL CHECK (length(text) >= 2 AND length(text) <= 300),
  text_key      text NOT NULL,                                        -- the text without blanks and signs: the same question stands once in a bank
  options       text[] NOT NULL CHECK (cardinality(options) >= 2 AND cardinality(options) <= 6),
  answer        smallint NOT NULL CHECK (answer >= 1 AND answer < 64), -- one bit for each right option
  explanation   text NOT NULL CHECK (length(explanation) <= 1000),
  source        text NOT NULL CHECK (length(source) <= 200),
  topic         text NOT NULL CHECK (length(topic) <= 20),
  state         text NOT NULL CHECK (state IN ('ready','withdrawn')),
  made_by_id    uuid,
  made_at       timestamptz NOT NULL,
  version       integer NOT NULL CHECK (version >= 1),
  PRIMARY KEY (federation_id, id),
  UNIQUE (federation_id, union_id, text_key),
  UNIQUE (federation_id, union_id, id)
);

-- The question of a day; a second one is no row. Void: the question was faulty, the day counts for nobody.
CREATE TABLE daily_day (
  federation_id uuid NOT NULL,
  union_id      uuid NOT NULL,
  day           date NOT NULL,
  question_id   uuid NOT NULL,
  set_by_id     uuid,
  void_why      text NOT NULL CHECK (length(void_why) <= 200),
  PRIMARY KEY (federation_id, union_id, day)
);
CREATE INDEX daily_day_question ON daily_day (federation_id, question_id, day);

-- Each person once a day: the key is the last word about two taps. `unit_id`: where the person was a member then.
CREATE TABLE daily_answer (
  federation_id uuid NOT NULL,
  union_id      uuid NOT NULL,
  day           date NOT NULL,
  person_id     uuid NOT NULL,
  unit_id       uuid NOT NULL,
  given         smallint NOT NULL CHECK (given >= 1 AND given < 64),
  correct       boolean NOT NULL,
  answered_at   timestamptz NOT NULL,
  reviewed_at   timestamptz,                                          -- a wrong one that was answered rightly in the review
  PRIMARY KEY (federation_id, union_id, day, person_id),
  CHECK (reviewed_at IS NULL OR NOT correct)
);
CREATE INDEX daily_answer_person ON daily_answer (federation_id, person_id, union_id, day);

-- phase: distribution

SELECT create_distributed_table('daily_board', 'federation_id');
SELECT create_distributed_table('daily_question', 'federation_id');
SELECT create_distributed_table('daily_day', 'federation_id');
SELECT create_distributed_table('daily_answer', 'federation_id');

-- phase: foreign keys

ALTER TABLE daily_board ADD FOREIGN KEY (federation_id, union_id) REFERENCES union_unit (federation_id, id);
ALTER TABLE daily_question ADD FOREIGN KEY (federation_id, union_id) REFERENCES daily_board (federation_id, union_id);
ALTER TABLE daily_day ADD FOREIGN KEY (federation_id, union_id, question_id) REFERENCES daily_question (federation_id, union_id, id);
ALTER TABLE daily_answer ADD FOREIGN KEY (federation_id, union_id, day) REFERENCES daily_day (federation_id, union_id, day);
ALTER TABLE daily_answer ADD FOREIGN KEY (federation_id, person_id) REFERENCES person (federation_id, id);
ALTER TABLE daily_answer ADD FOREIGN KEY (federation_id, unit_id) REFERENCES union_unit (federation_id, id);
