-- Why: matters that travel (engine cases): letters, applications, transfers … one table for all processes.
-- Locks: new tables only. Rows at a large federation: 1 million cases, 6 million events.

-- phase: tables

CREATE TABLE case_file (
  federation_id    uuid NOT NULL,
  id               uuid NOT NULL,
  process          text NOT NULL,
  number           text NOT NULL,              -- what people say on the telephone
  title            text NOT NULL,
  state            text NOT NULL,
  is_open          boolean NOT NULL,           -- the process still waits for an office in this state
  privacy          text NOT NULL CHECK (privacy IN ('named','hidden','anonymous')),
  channel          text NOT NULL,              -- phone, email, reception, box …
  union_id         uuid NOT NULL,              -- who has it now
  origin_union_id  uuid NOT NULL,              -- where it came from
  author_id        uuid,                       -- never set when anonymous
  subject_id       uuid,                       -- the person it is about (applicant, member …), when not the author
  assignee_id      uuid,                       -- the person asked to work on it
  assignee_title   text NOT NULL DEFAULT '',
  accept_due       timestamptz,
  answer_due       timestamptz,
  finish_due       timestamptz,
  accepted_at      timestamptz,
  answered_at      timestamptz,
  finished_at      timestamptz,
  next_due         timestamptz,                -- the earliest clock still running
  next_clock       text CHECK (next_clock IN ('accept','answer','finish')),
  late_level       smallint NOT NULL DEFAULT 0,
  late_union_id    uuid,                       -- the union above that was told last
  next_escalation  timestamptz,
  warned_at        timestamptz,
  recheck_due      timestamptz,                -- when the author is asked again
  lapse_due        timestamptz,                -- when the system takes the step that waiting for the author allows
  rating           smallint CHECK (rating BETWEEN 1 AND 5),
  rating_again     smallint CHECK (rating_again BETWEEN 1 AND 5),
  reopened         smallint NOT NULL DEFAULT 0,
  rule_set_id      uuid,
  facts            jsonb NOT NULL DEFAULT '{}', -- the part's own few facts; long texts are events
  version          integer NOT NULL DEFAULT 1,
  opened_at        timestamptz NOT NULL,
  changed_at       timestamptz NOT NULL,
  searched         tsvector NOT NULL DEFAULT '', -- pairs of characters of title and first text
  PRIMARY KEY (federation_id, id),
  UNIQUE (federation_id, process, number),
  CHECK (privacy <> 'anonymous' OR author_id IS NULL)
);
CREATE INDEX case_file_open ON case_file (federation_id, union_id, next_due) WHERE is_open;
CREATE INDEX case_file_late ON case_file (federation_id, late_union_id, next_due) WHERE is_open AND late_union_id IS NOT NULL;
CREATE INDEX case_file_assignee ON case_file (federation_id, assignee_id, next_due) WHERE is_open;
CREATE INDEX case_file_author ON case_file (federation_id, author_id, changed_at);
CREATE INDEX case_file_subject ON case_file (federation_id, subject_id, changed_at);
CREATE INDEX case_file_process ON case_file (federation_id, process, union_id, opened_at);
CREATE INDEX case_file_sweep ON case_file (next_escalation) WHERE is_open AND next_escalation IS NOT NULL;
CREATE INDEX case_file_warn ON case_file (next_due) WHERE is_open AND warned_at IS NULL;
CREATE INDEX case_file_searched ON case_file USING gin (searched);
CREATE INDEX case_file_lapse ON case_file (lapse_due) WHERE lapse_due IS NOT NULL;
CREATE INDEX case_file_recheck ON case_file (recheck_due) WHERE recheck_due IS NOT NULL;

CREATE TABLE case_event (
  federation_id uuid NOT NULL,
  id            uuid NOT NULL,
  case_id       uuid NOT NULL,
  position      integer NOT NULL,              -- version of the case after it: gapless, orders the timeline
  step          text NOT NULL,                 -- a step of the process, or warned, escalated
  from_state    text NOT NULL,
  to_state      text NOT NULL,
  by_kind       text NOT NULL CHECK (by_kind IN ('author','officer','system')),
  by_id         uuid,                          -- officer; the author only when not anonymous
  by_title      text NOT NULL DEFAULT '',
  text          text NOT NULL DEFAULT '',
  shown_to      text NOT NULL CHECK (shown_to IN ('all','officers')),
  files         uuid[] NOT NULL DEFAULT '{}',
  data          jsonb NOT NULL DEFAULT '{}',
  at            timestamptz NOT NULL,
  PRIMARY KEY (federation_id, id),
  UNIQUE (federation_id, case_id, position)
);

-- People who must not see a case: conflict of interest.
CREATE TABLE case_barred (
  federation_id uuid NOT NULL,
  case_id       uuid NOT NULL,
  person_id     uuid NOT NULL,
  why           text NOT NULL,
  PRIMARY KEY (federation_id, case_id, person_id)
);

-- The only way back to an anonymous case: the keyed hash of its follow-up code. Distributed by that hash.
CREATE TABLE follow_up (
  code_lookup   bytea NOT NULL,
  federation_id uuid NOT NULL,
  case_id       uuid NOT NULL,
  PRIMARY KEY (code_lookup)
);

CREATE TABLE case_number (
  federation_id uuid NOT NULL,
  process       text NOT NULL,
  year          smallint NOT NULL,
  last          integer NOT NULL,
  PRIMARY KEY (federation_id, process, year)
);

-- phase: distribution
SELECT create_distributed_table('case_file', 'federation_id');
SELECT create_distributed_table('case_event', 'federation_id');
SELECT create_distributed_table('case_barred', 'federation_id');
SELECT create_distributed_table('follow_up', 'code_lookup');
SELECT create_distributed_table('case_number', 'federation_id');

-- phase: foreign keys
ALTER TABLE case_file ADD FOREIGN KEY (federation_id, union_id) REFERENCES union_unit (federation_id, id);
ALTER TABLE case_file ADD FOREIGN KEY (federation_id, origin_union_id) REFERENCES union_unit (federation_id, id);
ALTER TABLE case_file ADD FOREIGN KEY (federation_id, late_union_id) REFERENCES union_unit (federation_id, id);
ALTER TABLE case_file ADD FOREIGN KEY (federation_id, author_id) REFERENCES person (federation_id, id);
ALTER TABLE case_file ADD FOREIGN KEY (federation_id, subject_id) REFERENCES person (federation_id, id);
ALTER TABLE case_file ADD FOREIGN KEY (federation_id, assignee_id) REFERENCES person (federation_id, id);
ALTER TABLE case_event ADD FOREIGN KEY (federation_id, case_id) REFERENCES case_file (federation_id, id);
ALTER TABLE case_event ADD FOREIGN KEY (federation_id, by_id) REFERENCES person (federation_id, id);
ALTER TABLE case_barred ADD FOREIGN KEY (federation_id, case_id) REFERENCES case_file (federation_id, id);
ALTER TABLE case_barred ADD FOREIGN KEY (federation_id, person_id) REFERENCES person (federation_id, id);
ALTER TABLE case_number ADD FOREIGN KEY (federation_id) REFERENCES federation (federation_id);
