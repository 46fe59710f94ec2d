-- Why: surveys (part democracy/surveys, DEM-4): what is asked and of whom, links, telephone interviews, results counted once, topics, tasks.
-- Votes themselves are ballots (0056); the ballot's id is the survey's.
-- Locks: new tables only. Rows at a large federation: some hundred surveys a year, their open answers (100,000 for a large one), 1,000 tables of two questions each.

-- phase: tables

CREATE TABLE survey_template (
  federation_id uuid NOT NULL,
  id            uuid NOT NULL,
  union_id      uuid NOT NULL,
  title         text NOT NULL CHECK (length(title) BETWEEN 2 AND 100),
  about         text NOT NULL CHECK (length(about) <= 1000),
  form          jsonb NOT NULL,
  made_by_id    uuid,
  made_at       timestamptz NOT NULL,
  PRIMARY KEY (federation_id, id)
);
CREATE INDEX survey_template_union ON survey_template (federation_id, union_id);

CREATE TABLE survey (
  federation_id uuid NOT NULL,
  id            uuid NOT NULL,
  union_id      uuid NOT NULL,
  series        text NOT NULL CHECK (length(series) BETWEEN 1 AND 80),  -- runs of one questionnaire: a template's name or id, or the first survey's id
  title         text NOT NULL CHECK (length(title) BETWEEN 2 AND 100),
  about         text NOT NULL CHECK (length(about) <= 2000),
  form          jsonb NOT NULL,              -- Form of form.rules.ts
  level         text NOT NULL CHECK (level IN ('open','detached','blind')),
  groups        text[] NOT NULL,             -- what people may say about themselves: unit, sex, age, work
  units         jsonb NOT NULL DEFAULT '[]'::jsonb,  -- [{id,name}] as they were when it was announced
  roll          jsonb NOT NULL,              -- who is asked, as Roll of surveys.contract.ts
  seed          text NOT NULL DEFAULT '' CHECK (length(seed) <= 40),
  links         integer NOT NULL DEFAULT 0 CHECK (links BETWEEN 0 AND 5000),
  opens_at      timestamptz NOT NULL,
  closes_at     timestamptz NOT NULL,
  results_to    text NOT NULL CHECK (results_to IN ('office','asked')),
  reminders     smallint NOT NULL DEFAULT 0,
  reminded_at   timestamptz,
  made_by_id    uuid,
  made_at       timestamptz NOT NULL,
  version       integer NOT NULL DEFAULT 1,
  PRIMARY KEY (federation_id, id),
  CHECK (closes_at > opens_at)
);
CREATE INDEX survey_union ON survey (federation_id, union_id, opens_at);
CREATE INDEX survey_series ON survey (federation_id, series, closes_at);

-- Entries of the roll for people without an account. The secret is not kept: it is derived under the key ring when the sheet is printed.
CREATE TABLE survey_link (
  federation_id uuid NOT NULL,
  survey_id     uuid NOT NULL,
  no            integer NOT NULL CHECK (no BETWEEN 1 AND 5000),
  voter_id      uuid NOT NULL,
  PRIMARY KEY (federation_id, survey_id, no),
  CONSTRAINT survey_link_voter UNIQUE (federation_id, survey_id, voter_id)
);

-- Who was interviewed by telephone: a channel's number, never an answer.
CREATE TABLE survey_interview (
  federation_id uuid NOT NULL,
  survey_id     uuid NOT NULL,
  person_id     uuid NOT NULL,
  by_id         uuid NOT NULL,
  why           text NOT NULL CHECK (length(why) BETWEEN 2 AND 200),
  PRIMARY KEY (federation_id, survey_id, person_id)
);

-- Counted once at the close; small groups are not in it. `dimension` '' = everybody.
CREATE TABLE survey_result (
  federation_id uuid NOT NULL,
  survey_id     uuid NOT NULL,
  dimension     text NOT NULL CHECK (dimension IN ('','unit','sex','age','work')),
  body          jsonb NOT NULL,
  papers        integer NOT NULL,
  invalid       integer NOT NULL,
  asked         integer NOT NULL,
  headline      smallint,                    -- thousandths
  counted_at    timestamptz NOT NULL,
  PRIMARY KEY (federation_id, survey_id, dimension)
);

CREATE TABLE survey_cross (
  federation_id uuid NOT NULL,
  survey_id     uuid NOT NULL,
  a             text NOT NULL,
  b             text NOT NULL,
  cells         integer[] NOT NULL,          -- -1: not shown
  PRIMARY KEY (federation_id, survey_id, a, b)
);

CREATE TABLE survey_topic (
  federation_id uuid NOT NULL,
  survey_id     uuid NOT NULL,
  id            uuid NOT NULL,
  question      text NOT NULL,
  title         text NOT NULL CHECK (length(title) BETWEEN 1 AND 100),
  PRIMARY KEY (federation_id, survey_id, id)
);

-- Open answers, apart from everything else their writers said; ids without order.
CREATE TABLE survey_remark (
  federation_id uuid NOT NULL,
  survey_id     uuid NOT NULL,
  id            uuid NOT NULL,
  question      text NOT NULL,
  text          text NOT NULL CHECK (length(text) BETWEEN 1 AND 4000),
  topic_id      uuid,
  gathered      boolean NOT NULL DEFAULT false,
  PRIMARY KEY (federation_id, survey_id, id)
);
CREATE INDEX survey_remark_question ON survey_remark (federation_id, survey_id, question, topic_id);

-- What is done about a finding; its way and its dates are a case's.
CREATE TABLE survey_task (
  federation_id uuid NOT NULL,
  id            uuid NOT NULL,
  survey_id     uuid NOT NULL,
  question      text NOT NULL,
  finding       text NOT NULL CHECK (length(finding) BETWEEN 2 AND 300),
  due_on        date NOT NULL,
  progress      smallint NOT NULL DEFAULT 0 CHECK (progress BETWEEN 0 AND 100),
  answer        text NOT NULL DEFAULT '' CHECK (length(answer) <= 1000),
  answered_at   timestamptz,
  PRIMARY KEY (federation_id, id)
);
CREATE INDEX survey_task_survey ON survey_task (federation_id, survey_id);

-- phase: distribution

SELECT create_distributed_table('survey_template', 'federation_id');
SELECT create_distributed_table('survey', 'federation_id');
SELECT create_distributed_table('survey_link', 'federation_id');
SELECT create_distributed_table('survey_interview', 'federation_id');
SELECT create_distributed_table('survey_result', 'federation_id');
SELECT create_distributed_table('survey_cross', 'federation_id');
SELECT create_distributed_table('survey_topic', 'federation_id');
SELECT create_distributed_table('survey_remark', 'federation_id');
SELECT create_distributed_table('survey_task', 'federation_id');

-- phase: foreign keys

ALTER TABLE survey_template ADD FOREIGN KEY (federation_id, union_id) REFERENCES union_unit (federation_id, id);
ALTER TABLE survey ADD FOREIGN KEY (federation_id, union_id) REFERENCES union_unit (federation_id, id);
ALTER TABLE survey_link ADD FOREIGN KEY (federation_id, survey_id) REFERENCES survey (federation_id, id);
ALTER TABLE survey_interview ADD FOREIGN KEY (federation_id, survey_id) REFERENCES survey (federation_id, id);
ALTER TABLE survey_result ADD FOREIGN KEY (federation_id, survey_id) REFERENCES survey (federation_id, id);
ALTER TABLE survey_cross ADD FOREIGN KEY (federation_id, survey_id) REFERENCES survey (federation_id, id);
ALTER TABLE survey_topic ADD FOREIGN KEY (federation_id, survey_id) REFERENCES survey (federation_id, id);
ALTER TABLE survey_remark ADD FOREIGN KEY (federation_id, survey_id) REFERENCES survey (federation_id, id);
ALTER TABLE survey_task ADD FOREIGN KEY (federation_id, survey_id) REFERENCES survey (federation_id, id);
ALTER TABLE survey_task ADD FOREIGN KEY (federation_id, id) REFERENCES case_file (federation_id, id);
