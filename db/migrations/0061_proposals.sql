-- Why: proposals of the workers' congress (DEM-2, 职代会提案): when they are collected before a session, what a delegate moves, who seconds it, what became of it.
--   The way of each is a case (`case_file`, process `proposal`); what is counted and printed stands here. Figures and rewards are derived, never stored.
-- Locks: new tables only. Rows at a large federation: 50,000 collections, two million proposals, six million seconders and followers.

-- phase: tables

-- Proposals are collected (征集) for one session of one term, between two days.
CREATE TABLE proposal_collection (
  federation_id uuid NOT NULL,
  id            uuid NOT NULL,
  union_id      uuid NOT NULL,
  term_id       uuid NOT NULL,
  session       text NOT NULL CHECK (length(session) >= 2 AND length(session) <= 60),
  session_on    date NOT NULL,
  opens_on      date NOT NULL,
  closes_on     date NOT NULL,
  about         text NOT NULL DEFAULT '' CHECK (length(about) <= 2000),
  seconders     smallint NOT NULL CHECK (seconders >= 0 AND seconders <= 50),      -- what the rule asked for when it was called
  answer_days   smallint NOT NULL CHECK (answer_days >= 1 AND answer_days <= 365),
  rule_set_id   text NOT NULL,
  called_by_id  uuid NOT NULL,
  called_at     timestamptz NOT NULL,
  reported_on   date,                        -- when what became of them was reported to the congress
  reported_to   text NOT NULL DEFAULT '' CHECK (length(reported_to) <= 60),
  PRIMARY KEY (federation_id, id),
  UNIQUE (federation_id, term_id, session),
  CHECK (opens_on <= closes_on AND closes_on <= session_on),
  CHECK ((reported_on IS NULL) = (reported_to = ''))
);
CREATE INDEX proposal_collection_of ON proposal_collection (federation_id, union_id, session_on);

-- A proposal: reason (案由), grounds (案据), remedy (方案).
CREATE TABLE proposal (
  federation_id   uuid NOT NULL,
  id              uuid NOT NULL,             -- the case
  collection_id   uuid NOT NULL,
  mover_id        uuid NOT NULL,             -- the mover as a delegate
  unit            text NOT NULL DEFAULT '' CHECK (length(unit) <= 100),            -- the mover's, when it was moved
  kind            text NOT NULL CHECK (kind IN ('production','safety','pay','welfare','training','management','other')),
  reason          text NOT NULL CHECK (length(reason) <= 1000),
  grounds         text NOT NULL CHECK (length(grounds) <= 3000),
  remedy          text NOT NULL CHECK (length(remedy) <= 3000),
  submitted_on    date,
  decision        text CHECK (decision IN ('filed','merged','suggestion','rejected')),
  decided_on      date,
  decided_by_id   uuid,
  decision_text   text NOT NULL DEFAULT '' CHECK (length(decision_text) <= 1000),
  merged_into_id  uuid,
  suggestion_id   uuid,                      -- the case of the suggestion it was turned into
  department      text NOT NULL DEFAULT '' CHECK (length(department) <= 100),
  assigned_on     date,
  due_on          date,
  answer          text NOT NULL DEFAULT '' CHECK (length(answer) <= 5000),
  answered_on     date,
  satisfaction    text CHECK (satisfaction IN ('satisfied','mostly','not')),
  department_again   text NOT NULL DEFAULT '' CHECK (length(department_again) <= 100),
  due_again_on       date,
  answer_again       text NOT NULL DEFAULT '' CHECK (length(answer_again) <= 5000),
  answered_again_on  date,
  satisfaction_again text CHECK (satisfaction_again IN ('satisfied','mostly','not')),
  outcome         text CHECK (outcome IN ('done','partly','explained')),
  outcome_text    text NOT NULL DEFAULT '' CHECK (length(outcome_text) <= 2000),
  closed_on       date,
  hot_on          date,                      -- when it was named a hot topic (热点议案)
  hot_by_id       uuid,
  PRIMARY KEY (federation_id, id),
  CHECK ((decision IS NULL) = (decided_on IS NULL) AND (decision IS NULL) = (decided_by_id IS NULL)),
  CHECK (decision IS NULL OR submitted_on IS NOT NULL),
  CHECK (decision IS NULL OR decision = 'filed' OR decision_text <> ''),
  CHECK ((merged_into_id IS NOT NULL) = (decision IS NOT NULL AND decision = 'merged')),
  CHECK (suggestion_id IS NULL OR decision = 'suggestion'),
  CHECK (merged_into_id <> id),
  CHECK ((assigned_on IS NULL) = (due_on IS NULL)),
  CHECK (assigned_on IS NULL OR (decision = 'filed' AND due_on > assigned_on)),
  CHECK ((answered_on IS NULL) = (answer = '')),
  CHECK ((answered_again_on IS NULL) = (answer_again = '')),
  CHECK (due_again_on IS NULL OR satisfaction = 'not'),
  CHECK ((outcome IS NULL) = (closed_on IS NULL)),
  CHECK (outcome IS NULL OR outcome_text <> ''),
  CHECK (hot_on IS NULL OR (decision = 'filed' AND hot_by_id IS NOT NULL))
);
CREATE INDEX proposal_of ON proposal (federation_id, collection_id, id);
CREATE INDEX proposal_merged ON proposal (federation_id, merged_into_id) WHERE merged_into_id IS NOT NULL;

-- Who was asked to second it, and what he or she said of its present text.
CREATE TABLE proposal_seconder (
  federation_id uuid NOT NULL,
  proposal_id   uuid NOT NULL,
  person_id     uuid NOT NULL,
  asked_at      timestamptz NOT NULL,
  answer        text CHECK (answer IN ('yes','no')),
  word          text NOT NULL DEFAULT '' CHECK (length(word) <= 300),
  answered_at   timestamptz,
  PRIMARY KEY (federation_id, proposal_id, person_id),
  CHECK ((answer IS NULL) = (answered_at IS NULL))
);
CREATE INDEX proposal_seconder_person ON proposal_seconder (federation_id, person_id);

-- Departments that help (协办): one person of each gives an opinion.
CREATE TABLE proposal_helper (
  federation_id uuid NOT NULL,
  proposal_id   uuid NOT NULL,
  person_id     uuid NOT NULL,
  department    text NOT NULL CHECK (length(department) >= 1 AND length(department) <= 100),
  asked_at      timestamptz NOT NULL,
  opinion       text NOT NULL DEFAULT '' CHECK (length(opinion) <= 2000),
  given_at      timestamptz,
  PRIMARY KEY (federation_id, proposal_id, person_id),
  CHECK ((given_at IS NULL) = (opinion = ''))
);
CREATE INDEX proposal_helper_person ON proposal_helper (federation_id, person_id);

-- Workers who want to hear what becomes of it.
CREATE TABLE proposal_follower (
  federation_id uuid NOT NULL,
  proposal_id   uuid NOT NULL,
  person_id     uuid NOT NULL,
  since         timestamptz NOT NULL,
  PRIMARY KEY (federation_id, proposal_id, person_id)
);
CREATE INDEX proposal_follower_person ON proposal_follower (federation_id, person_id);

-- phase: distribution
SELECT create_distributed_table('proposal_collection', 'federation_id');
SELECT create_distributed_table('proposal', 'federation_id');
SELECT create_distributed_table('proposal_seconder', 'federation_id');
SELECT create_distributed_table('proposal_helper', 'federation_id');
SELECT create_distributed_table('proposal_follower', 'federation_id');

-- phase: foreign keys
ALTER TABLE proposal_collection ADD FOREIGN KEY (federation_id, union_id) REFERENCES union_unit (federation_id, id);
ALTER TABLE proposal_collection ADD FOREIGN KEY (federation_id, term_id) REFERENCES congress_term (federation_id, id);
ALTER TABLE proposal_collection ADD FOREIGN KEY (federation_id, called_by_id) REFERENCES person (federation_id, id);
ALTER TABLE proposal ADD FOREIGN KEY (federation_id, id) REFERENCES case_file (federation_id, id);
ALTER TABLE proposal ADD FOREIGN KEY (federation_id, collection_id) REFERENCES proposal_collection (federation_id, id);
ALTER TABLE proposal ADD FOREIGN KEY (federation_id, mover_id) REFERENCES congress_delegate (federation_id, id);
ALTER TABLE proposal ADD FOREIGN KEY (federation_id, decided_by_id) REFERENCES person (federation_id, id);
ALTER TABLE proposal ADD FOREIGN KEY (federation_id, hot_by_id) REFERENCES person (federation_id, id);
ALTER TABLE proposal ADD FOREIGN KEY (federation_id, merged_into_id) REFERENCES proposal (federation_id, id);
ALTER TABLE proposal ADD FOREIGN KEY (federation_id, suggestion_id) REFERENCES case_file (federation_id, id);
ALTER TABLE proposal_seconder ADD FOREIGN KEY (federation_id, proposal_id) REFERENCES proposal (federation_id, id);
ALTER TABLE proposal_seconder ADD FOREIGN KEY (federation_id, person_id) REFERENCES person (federation_id, id);
ALTER TABLE proposal_helper ADD FOREIGN KEY (federation_id, proposal_id) REFERENCES proposal (federation_id, id);
ALTER TABLE proposal_helper ADD FOREIGN KEY (federation_id, person_id) REFERENCES person (federation_id, id);
ALTER TABLE proposal_follower ADD FOREIGN KEY (federation_id, proposal_id) REFERENCES proposal (federation_id, id);
ALTER TABLE proposal_follower ADD FOREIGN KEY (federation_id, person_id) REFERENCES person (federation_id, id);
