-- Why: briefings of a union's workers about the firm (DEM-7): agenda and papers, who was there, questions asked during it with their votes, answers
--   given at once or later, minutes. A briefing has the id of its case (process `briefing`); a question that is answered later gets a case of its own.
-- Locks: new tables only. Rows at a large federation: 20,000 briefings, 2 million attendances, 300,000 questions, 3 million votes.

-- phase: tables
CREATE TABLE briefing (
  federation_id uuid NOT NULL,
  id            uuid NOT NULL,               -- of the case
  union_id      uuid NOT NULL,
  title         text NOT NULL CHECK (length(title) BETWEEN 2 AND 60),
  about         text NOT NULL DEFAULT '' CHECK (length(about) <= 3000),
  place         text NOT NULL CHECK (length(place) BETWEEN 1 AND 200),
  held_at       timestamptz NOT NULL,
  ends_at       timestamptz NOT NULL,
  agenda        jsonb NOT NULL DEFAULT '[]', -- [{ title, by }], at most twenty
  files         uuid[] NOT NULL DEFAULT '{}',
  minutes       text NOT NULL DEFAULT '' CHECK (length(minutes) <= 20000),
  started_at    timestamptz,
  ended_at      timestamptz,
  published_at  timestamptz,                 -- the minutes
  by_id         uuid NOT NULL,
  PRIMARY KEY (federation_id, id),
  CHECK (ends_at > held_at),
  CHECK ((published_at IS NOT NULL) <= (minutes <> ''))
);
CREATE INDEX briefing_of_union ON briefing (federation_id, union_id, held_at);

CREATE TABLE briefing_attendance (
  federation_id uuid NOT NULL,
  briefing_id   uuid NOT NULL,
  person_id     uuid NOT NULL,
  at            timestamptz NOT NULL,
  PRIMARY KEY (federation_id, briefing_id, person_id)
);

CREATE TABLE briefing_question (
  federation_id uuid NOT NULL,
  id            uuid NOT NULL,
  briefing_id   uuid NOT NULL,
  person_id     uuid NOT NULL,
  text          text NOT NULL CHECK (length(text) BETWEEN 2 AND 500),
  named         boolean NOT NULL,            -- the room sees the name
  state         text NOT NULL CHECK (state IN ('asked','answering','answered','hidden')),
  answer        text NOT NULL DEFAULT '' CHECK (length(answer) <= 3000),
  live          boolean,                     -- answered during the briefing, or later
  answered_by_id uuid,
  answered_at   timestamptz,
  case_id       uuid,                        -- once it is to be answered later
  due_at        timestamptz,
  at            timestamptz NOT NULL,
  PRIMARY KEY (federation_id, id),
  CHECK ((state = 'answered') = (answered_at IS NOT NULL)),
  CHECK ((state = 'answered') = (live IS NOT NULL)),
  CHECK ((case_id IS NULL) = (due_at IS NULL))
);
CREATE INDEX briefing_question_of ON briefing_question (federation_id, briefing_id, at);
CREATE UNIQUE INDEX briefing_question_case ON briefing_question (federation_id, case_id) WHERE case_id IS NOT NULL;
-- One at a time is being answered.
CREATE UNIQUE INDEX briefing_question_now ON briefing_question (federation_id, briefing_id) WHERE state = 'answering';

CREATE TABLE briefing_vote (
  federation_id uuid NOT NULL,
  question_id   uuid NOT NULL,
  person_id     uuid NOT NULL,
  at            timestamptz NOT NULL,
  PRIMARY KEY (federation_id, question_id, person_id)
);

-- phase: distribution
SELECT create_distributed_table('briefing', 'federation_id');
SELECT create_distributed_table('briefing_attendance', 'federation_id');
SELECT create_distributed_table('briefing_question', 'federation_id');
SELECT create_distributed_table('briefing_vote', 'federation_id');

-- phase: foreign keys
ALTER TABLE briefing ADD FOREIGN KEY (federation_id, id) REFERENCES case_file (federation_id, id);
ALTER TABLE briefing ADD FOREIGN KEY (federation_id, union_id) REFERENCES union_unit (federation_id, id);
ALTER TABLE briefing_attendance ADD FOREIGN KEY (federation_id, briefing_id) REFERENCES briefing (federation_id, id);
ALTER TABLE briefing_attendance ADD FOREIGN KEY (federation_id, person_id) REFERENCES person (federation_id, id);
ALTER TABLE briefing_question ADD FOREIGN KEY (federation_id, briefing_id) REFERENCES briefing (federation_id, id);
ALTER TABLE briefing_question ADD FOREIGN KEY (federation_id, person_id) REFERENCES person (federation_id, id);
ALTER TABLE briefing_question ADD FOREIGN KEY (federation_id, case_id) REFERENCES case_file (federation_id, id);
ALTER TABLE briefing_vote ADD FOREIGN KEY (federation_id, question_id) REFERENCES briefing_question (federation_id, id);
ALTER TABLE briefing_vote ADD FOREIGN KEY (federation_id, person_id) REFERENCES person (federation_id, id);
