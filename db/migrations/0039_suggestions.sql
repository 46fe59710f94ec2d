-- Why: rational suggestions (合理化建议) from the first line to the verified benefit (parts of the area innovation; INN-1, INN-2, INN-3).
-- The way of each is a case (`case_file`, process `suggestion`); what is counted, paid and shown stands here in columns of its own.
-- Locks: new tables only. Rows: suggestion and suggestion_author up to some millions in a federation, the rest far fewer.

-- phase: tables

-- A union that runs a scheme: its suggestions are reviewed, paid and counted here. Numbers of the scheme live in the rulebook.
CREATE TABLE suggestion_scheme (
  federation_id uuid NOT NULL,
  union_id      uuid NOT NULL,
  opened_on     date NOT NULL,
  closed_on     date,
  blind         boolean NOT NULL,            -- experts do not see who wrote
  PRIMARY KEY (federation_id, union_id)
);

-- People of the four expert groups (评审专家组).
CREATE TABLE suggestion_expert (
  federation_id   uuid NOT NULL,
  id              uuid NOT NULL,
  scheme_union_id uuid NOT NULL,
  person_id       uuid NOT NULL,
  expert_group    text NOT NULL CHECK (expert_group IN ('technology','safety','equipment','management')),
  leads           boolean NOT NULL,
  from_date       date NOT NULL,
  to_date         date,                      -- last day, included
  PRIMARY KEY (federation_id, id)
);
CREATE UNIQUE INDEX suggestion_expert_now ON suggestion_expert (federation_id, scheme_union_id, expert_group, person_id) WHERE to_date IS NULL;
CREATE INDEX suggestion_expert_person ON suggestion_expert (federation_id, person_id);

-- Groups of people that are counted by themselves (管理人员, 骨干, 班组长, 党员): who belonged to one, and when.
CREATE TABLE suggestion_person_group (
  federation_id   uuid NOT NULL,
  id              uuid NOT NULL,
  scheme_union_id uuid NOT NULL,
  person_id       uuid NOT NULL,
  person_group    text NOT NULL CHECK (person_group IN ('manager','keyStaff','teamLeader','party')),
  from_date       date NOT NULL,
  to_date         date,
  PRIMARY KEY (federation_id, id)
);
CREATE UNIQUE INDEX suggestion_person_group_now ON suggestion_person_group (federation_id, scheme_union_id, person_group, person_id) WHERE to_date IS NULL;
CREATE INDEX suggestion_person_group_person ON suggestion_person_group (federation_id, person_id);

-- Special campaigns (专项活动): a theme, a window, prizes of their own.
CREATE TABLE suggestion_campaign (
  federation_id   uuid NOT NULL,
  id              uuid NOT NULL,
  scheme_union_id uuid NOT NULL,
  title           text NOT NULL,
  theme           text NOT NULL,
  from_date       date NOT NULL,
  to_date         date NOT NULL,
  prizes          jsonb NOT NULL DEFAULT '[]', -- [{"place":1,"count":2,"amountFen":200000}]
  state           text NOT NULL CHECK (state IN ('open','cancelled','awarded')),
  version         integer NOT NULL DEFAULT 1,
  PRIMARY KEY (federation_id, id),
  CHECK (from_date <= to_date)
);
CREATE INDEX suggestion_campaign_of ON suggestion_campaign (federation_id, scheme_union_id, from_date);

CREATE TABLE suggestion (
  federation_id   uuid NOT NULL,
  id              uuid NOT NULL,             -- the case
  scheme_union_id uuid NOT NULL,
  unit_union_id   uuid NOT NULL,             -- the unit of the first author when it was handed in
  category        text NOT NULL,
  campaign_id     uuid,
  problem         text NOT NULL,
  remedy          text NOT NULL,
  effect          text NOT NULL DEFAULT '',  -- what the writer expects
  place           text NOT NULL DEFAULT '',
  submitted_on    date NOT NULL,
  void_on         date,                      -- no longer counted as valid
  void_why        text CHECK (void_why IN ('withdrawn','incomplete','merged')),
  merged_into_id  uuid,
  level           text NOT NULL DEFAULT 'unit' CHECK (level IN ('unit','company')), -- who decided or is to decide
  expert_group    text CHECK (expert_group IN ('technology','safety','equipment','management')),
  first_grade     smallint CHECK (first_grade BETWEEN 1 AND 3),  -- the specialist's
  grade           smallint CHECK (grade BETWEEN 1 AND 3),        -- that counts
  adopted_on      date,                      -- 采纳
  started_on      date,                      -- adopted for implementation 采纳可实施: 实施 counts from here
  completed_on    date,                      -- 实施完成, accepted
  standardised_on date,                      -- 固化
  document_number text NOT NULL DEFAULT '',  -- of the standard it became
  rejected_on     date,
  revoked_on      date,                      -- adoption taken back; what was paid and credited is taken back with it
  owner_id        uuid,                      -- who carries it out
  planned_from    date,
  planned_to      date,
  plan            text NOT NULL DEFAULT '',
  benefit_fen     bigint CHECK (benefit_fen >= 0), -- verified by finance, counted once
  benefit_on      date,
  award_level     smallint CHECK (award_level BETWEEN 1 AND 5),
  from_register   boolean NOT NULL DEFAULT false, -- taken over from an older register
  PRIMARY KEY (federation_id, id),
  CHECK ((void_on IS NULL) = (void_why IS NULL)),
  CHECK ((merged_into_id IS NOT NULL) = (void_why IS NOT DISTINCT FROM 'merged')),
  CHECK (started_on IS NULL OR adopted_on IS NOT NULL),
  CHECK (started_on IS NULL OR grade IS NOT NULL),
  CHECK (completed_on IS NULL OR started_on IS NOT NULL),
  CHECK (standardised_on IS NULL OR completed_on IS NOT NULL)
);
CREATE INDEX suggestion_of_scheme ON suggestion (federation_id, scheme_union_id, submitted_on);
CREATE INDEX suggestion_of_unit ON suggestion (federation_id, unit_union_id, submitted_on);
CREATE INDEX suggestion_started ON suggestion (federation_id, scheme_union_id, started_on) WHERE started_on IS NOT NULL;
CREATE INDEX suggestion_campaign_entries ON suggestion (federation_id, campaign_id) WHERE campaign_id IS NOT NULL;
CREATE INDEX suggestion_merged ON suggestion (federation_id, merged_into_id) WHERE merged_into_id IS NOT NULL;
CREATE INDEX suggestion_owner ON suggestion (federation_id, owner_id) WHERE owner_id IS NOT NULL;

-- Authors with their shares in ten-thousandths; the shares of a suggestion sum to 10,000.
CREATE TABLE suggestion_author (
  federation_id uuid NOT NULL,
  suggestion_id uuid NOT NULL,
  person_id     uuid NOT NULL,
  position      smallint NOT NULL,           -- 1 = first author, the author of the case
  share         integer NOT NULL CHECK (share BETWEEN 0 AND 10000),
  unit_union_id uuid NOT NULL,
  merged_from_id uuid,                       -- came by the merger of this suggestion
  PRIMARY KEY (federation_id, suggestion_id, person_id),
  UNIQUE (federation_id, suggestion_id, position)
);
CREATE INDEX suggestion_author_person ON suggestion_author (federation_id, person_id);

-- Those who joined an existing one instead of writing it again (附议).
CREATE TABLE suggestion_supporter (
  federation_id  uuid NOT NULL,
  suggestion_id  uuid NOT NULL,
  person_id      uuid NOT NULL,
  text           text NOT NULL DEFAULT '',
  merged_from_id uuid,
  at             timestamptz NOT NULL,
  PRIMARY KEY (federation_id, suggestion_id, person_id)
);
CREATE INDEX suggestion_supporter_person ON suggestion_supporter (federation_id, person_id);

-- What was found like it when it was handed in, and what people said about that.
CREATE TABLE suggestion_likeness (
  federation_id uuid NOT NULL,
  suggestion_id uuid NOT NULL,
  earlier_id    uuid NOT NULL,
  score_per_mille smallint NOT NULL CHECK (score_per_mille BETWEEN 0 AND 1000),
  state         text NOT NULL CHECK (state IN ('found','contested','cleared','merged')),
  text          text NOT NULL DEFAULT '',    -- why the author contests, what the officer says
  said_by_id    uuid,
  said_at       timestamptz,
  PRIMARY KEY (federation_id, suggestion_id, earlier_id)
);

-- Opinions of experts; a round has two reviewers or more.
CREATE TABLE suggestion_review (
  federation_id uuid NOT NULL,
  suggestion_id uuid NOT NULL,
  round         smallint NOT NULL,
  reviewer_id   uuid NOT NULL,
  expert_group  text NOT NULL,
  asked_by_id   uuid NOT NULL,
  asked_at      timestamptz NOT NULL,
  verdict       text CHECK (verdict IN ('implement','adopt','reject')),
  grade         smallint CHECK (grade BETWEEN 1 AND 3),
  text          text NOT NULL DEFAULT '',
  conflict      text NOT NULL DEFAULT '',    -- the reviewer stepped back, and why
  given_at      timestamptz,
  PRIMARY KEY (federation_id, suggestion_id, round, reviewer_id),
  CHECK (given_at IS NOT NULL OR (verdict IS NULL AND conflict = '')),
  CHECK (verdict IS DISTINCT FROM 'implement' OR grade IS NOT NULL)
);
CREATE INDEX suggestion_review_waiting ON suggestion_review (federation_id, reviewer_id) WHERE given_at IS NULL;

-- Benefits: claimed, verified by finance over a window, counted once.
CREATE TABLE suggestion_benefit (
  federation_id uuid NOT NULL,
  id            uuid NOT NULL,
  suggestion_id uuid NOT NULL,
  state         text NOT NULL CHECK (state IN ('claimed','verified','refused','replaced')),
  claimed_fen   bigint NOT NULL CHECK (claimed_fen >= 0),
  basis         text NOT NULL,               -- how it was reckoned
  window_from   date NOT NULL,
  window_to     date NOT NULL,
  claimed_by_id uuid NOT NULL,
  claimed_at    timestamptz NOT NULL,
  verified_fen  bigint CHECK (verified_fen >= 0),
  settled_by_id uuid,
  settled_at    timestamptz,
  text          text NOT NULL DEFAULT '',
  PRIMARY KEY (federation_id, id),
  CHECK (window_from <= window_to),
  CHECK ((state = 'claimed') = (settled_at IS NULL)),
  CHECK (state NOT IN ('verified','replaced') OR verified_fen IS NOT NULL)
);
CREATE UNIQUE INDEX suggestion_benefit_one_open ON suggestion_benefit (federation_id, suggestion_id) WHERE state = 'claimed';
CREATE UNIQUE INDEX suggestion_benefit_counted_once ON suggestion_benefit (federation_id, suggestion_id) WHERE state = 'verified';

-- Award levels (条例 1986, art. 8, 11): a level anew pays only what is more than before.
CREATE TABLE suggestion_award (
  federation_id uuid NOT NULL,
  id            uuid NOT NULL,
  suggestion_id uuid NOT NULL,
  position      smallint NOT NULL,           -- first, second … award of this suggestion
  level         smallint NOT NULL CHECK (level BETWEEN 1 AND 5),
  ground        text NOT NULL CHECK (ground IN ('benefit','effect','reserve')), -- art. 3 by value, 7 by effect, 8 technical reserve
  borrowed      boolean NOT NULL,            -- known technique: one level down (art. 6)
  amount_fen    bigint NOT NULL CHECK (amount_fen >= 0),  -- of the level
  paid_before_fen bigint NOT NULL CHECK (paid_before_fen >= 0),
  pays_fen      bigint NOT NULL CHECK (pays_fen >= 0),
  reason        text NOT NULL,
  decided_by_id uuid NOT NULL,
  decided_at    timestamptz NOT NULL,
  rule_set_id   uuid,
  PRIMARY KEY (federation_id, id),
  UNIQUE (federation_id, suggestion_id, position),
  CHECK (pays_fen = greatest(0, amount_fen - paid_before_fen))
);

-- phase: distribution
SELECT create_distributed_table('suggestion_scheme', 'federation_id');
SELECT create_distributed_table('suggestion_expert', 'federation_id');
SELECT create_distributed_table('suggestion_person_group', 'federation_id');
SELECT create_distributed_table('suggestion_campaign', 'federation_id');
SELECT create_distributed_table('suggestion', 'federation_id');
SELECT create_distributed_table('suggestion_author', 'federation_id');
SELECT create_distributed_table('suggestion_supporter', 'federation_id');
SELECT create_distributed_table('suggestion_likeness', 'federation_id');
SELECT create_distributed_table('suggestion_review', 'federation_id');
SELECT create_distributed_table('suggestion_benefit', 'federation_id');
SELECT create_distributed_table('suggestion_award', 'federation_id');

-- phase: foreign keys
ALTER TABLE suggestion_scheme ADD FOREIGN KEY (federation_id, union_id) REFERENCES union_unit (federation_id, id);
ALTER TABLE suggestion_expert ADD FOREIGN KEY (federation_id, scheme_union_id) REFERENCES suggestion_scheme (federation_id, union_id);
ALTER TABLE suggestion_expert ADD FOREIGN KEY (federation_id, person_id) REFERENCES person (federation_id, id);
ALTER TABLE suggestion_person_group ADD FOREIGN KEY (federation_id, scheme_union_id) REFERENCES suggestion_scheme (federation_id, union_id);
ALTER TABLE suggestion_person_group ADD FOREIGN KEY (federation_id, person_id) REFERENCES person (federation_id, id);
ALTER TABLE suggestion_campaign ADD FOREIGN KEY (federation_id, scheme_union_id) REFERENCES suggestion_scheme (federation_id, union_id);
ALTER TABLE suggestion ADD FOREIGN KEY (federation_id, id) REFERENCES case_file (federation_id, id);
ALTER TABLE suggestion ADD FOREIGN KEY (federation_id, scheme_union_id) REFERENCES suggestion_scheme (federation_id, union_id);
ALTER TABLE suggestion ADD FOREIGN KEY (federation_id, unit_union_id) REFERENCES union_unit (federation_id, id);
ALTER TABLE suggestion ADD FOREIGN KEY (federation_id, campaign_id) REFERENCES suggestion_campaign (federation_id, id);
ALTER TABLE suggestion ADD FOREIGN KEY (federation_id, merged_into_id) REFERENCES suggestion (federation_id, id);
ALTER TABLE suggestion ADD FOREIGN KEY (federation_id, owner_id) REFERENCES person (federation_id, id);
ALTER TABLE suggestion_author ADD FOREIGN KEY (federation_id, suggestion_id) REFERENCES suggestion (federation_id, id);
ALTER TABLE suggestion_author ADD FOREIGN KEY (federation_id, person_id) REFERENCES person (federation_id, id);
ALTER TABLE suggestion_author ADD FOREIGN KEY (federation_id, unit_union_id) REFERENCES union_unit (federation_id, id);
ALTER TABLE suggestion_supporter ADD FOREIGN KEY (federation_id, suggestion_id) REFERENCES suggestion (federation_id, id);
ALTER TABLE suggestion_supporter ADD FOREIGN KEY (federation_id, person_id) REFERENCES person (federation_id, id);
ALTER TABLE suggestion_likeness ADD FOREIGN KEY (federation_id, suggestion_id) REFERENCES suggestion (federation_id, id);
ALTER TABLE suggestion_likeness ADD FOREIGN KEY (federation_id, earlier_id) REFERENCES suggestion (federation_id, id);
ALTER TABLE suggestion_review ADD FOREIGN KEY (federation_id, suggestion_id) REFERENCES suggestion (federation_id, id);
ALTER TABLE suggestion_review ADD FOREIGN KEY (federation_id, reviewer_id) REFERENCES person (federation_id, id);
ALTER TABLE suggestion_benefit ADD FOREIGN KEY (federation_id, suggestion_id) REFERENCES suggestion (federation_id, id);
ALTER TABLE suggestion_award ADD FOREIGN KEY (federation_id, suggestion_id) REFERENCES suggestion (federation_id, id);
