-- Why: bodies of workers' representation (DEM-1): the workers' congress and the member delegates' congress of a union, which are never merged: every term,
--   constituency, delegate and vote hangs on one body, whose kind is part of the foreign key. Terms, constituencies with their workers, elections of delegates,
--   the delegates' roll with its changes, delegations, standing groups, recalls.
-- Locks: new tables only. Rows at a large federation: 50,000 bodies, 150,000 terms, a million constituencies and elections, 5 million delegates and candidates.

-- phase: tables

CREATE TABLE congress_body (
  federation_id uuid NOT NULL,
  id            uuid NOT NULL,
  union_id      uuid NOT NULL,
  kind          text NOT NULL CHECK (kind IN ('workers','members')),     -- of all workers (职代会), or of the union's members (会员代表大会)
  form          text NOT NULL CHECK (form IN ('congress','meeting')),    -- by delegates, or a meeting of everybody
  name          text NOT NULL CHECK (length(name) BETWEEN 2 AND 60),
  founded_at    timestamptz NOT NULL,
  PRIMARY KEY (federation_id, id),
  UNIQUE (federation_id, id, kind),
  UNIQUE (federation_id, union_id, kind)
);

-- A term (届). It is prepared until it is confirmed, and over when the next is confirmed or it was ended.
CREATE TABLE congress_term (
  federation_id  uuid NOT NULL,
  id             uuid NOT NULL,
  body_id        uuid NOT NULL,
  kind           text NOT NULL,
  number         smallint NOT NULL CHECK (number BETWEEN 1 AND 200),
  years          smallint NOT NULL CHECK (years BETWEEN 1 AND 10),
  began_on       date NOT NULL,
  ends_on        date NOT NULL,
  renewal        text NOT NULL CHECK (renewal IN ('first','due','early','late')),
  renewal_reason text NOT NULL DEFAULT '' CHECK (length(renewal_reason) <= 500),
  approval       text NOT NULL DEFAULT '' CHECK (length(approval) <= 100),   -- document of the upper union, for an early or late renewal
  counted_on     date NOT NULL,               -- the day for which the register was counted
  workers        integer NOT NULL CHECK (workers >= 0),
  women          integer NOT NULL CHECK (women >= 0 AND women <= workers),
  dispatched     integer NOT NULL DEFAULT 0 CHECK (dispatched >= 0 AND dispatched <= workers),
  seats          integer NOT NULL CHECK (seats BETWEEN 0 AND 5000),
  seats_least    integer NOT NULL,            -- what the rule asked for when it was decided
  seats_reason   text NOT NULL DEFAULT '' CHECK (length(seats_reason) <= 300),
  rule_set_id    text NOT NULL,
  confirmed_at   timestamptz,                 -- delegates confirmed after the check of their qualification
  confirmed_by   uuid,
  ended_on       date,
  planned_at     timestamptz NOT NULL,
  PRIMARY KEY (federation_id, id),
  UNIQUE (federation_id, body_id, number),
  CHECK (ends_on > began_on),
  CHECK ((confirmed_at IS NULL) = (confirmed_by IS NULL)),
  CHECK (renewal IN ('first','due') OR renewal_reason <> '')
);
CREATE UNIQUE INDEX congress_term_one_prepared ON congress_term (federation_id, body_id) WHERE confirmed_at IS NULL AND ended_on IS NULL;
CREATE UNIQUE INDEX congress_term_one_sitting ON congress_term (federation_id, body_id) WHERE confirmed_at IS NOT NULL AND ended_on IS NULL;
CREATE INDEX congress_term_end ON congress_term (federation_id, ends_on) WHERE ended_on IS NULL;

-- Delegates sit, check in and deliberate by delegation (代表团、组).
CREATE TABLE congress_delegation (
  federation_id uuid NOT NULL,
  id            uuid NOT NULL,
  term_id       uuid NOT NULL,
  number        smallint NOT NULL CHECK (number BETWEEN 1 AND 500),
  name          text NOT NULL CHECK (length(name) BETWEEN 2 AND 60),
  head_id       uuid,                         -- delegates of the term
  deputy_id     uuid,
  PRIMARY KEY (federation_id, id),
  UNIQUE (federation_id, term_id, name)
);

-- Where delegates are elected (选区): units whose workers were counted on one day.
CREATE TABLE congress_constituency (
  federation_id uuid NOT NULL,
  id            uuid NOT NULL,
  term_id       uuid NOT NULL,
  number        smallint NOT NULL CHECK (number BETWEEN 1 AND 2000),
  name          text NOT NULL CHECK (length(name) BETWEEN 2 AND 60),
  delegation_id uuid,
  counted       integer NOT NULL CHECK (counted >= 0),                       -- by the register
  others        integer NOT NULL DEFAULT 0 CHECK (others BETWEEN -100000 AND 100000),  -- workers whom the register does not know, or who are not there
  others_reason text NOT NULL DEFAULT '' CHECK (length(others_reason) <= 200),
  women         integer NOT NULL CHECK (women >= 0),
  dispatched    integer NOT NULL DEFAULT 0 CHECK (dispatched >= 0),
  seats         integer NOT NULL DEFAULT 0 CHECK (seats BETWEEN 0 AND 1000),
  PRIMARY KEY (federation_id, id),
  UNIQUE (federation_id, term_id, name),
  CHECK (counted + others >= 0),
  CHECK (others = 0 OR others_reason <> '')
);
CREATE INDEX congress_constituency_of ON congress_constituency (federation_id, term_id, number);

-- Nobody is counted twice: a unit lies in one constituency of a term. A unit without its subtree is the people it has itself.
CREATE TABLE congress_constituency_unit (
  federation_id   uuid NOT NULL,
  term_id         uuid NOT NULL,
  union_id        uuid NOT NULL,
  constituency_id uuid NOT NULL,
  PRIMARY KEY (federation_id, term_id, union_id)
);
CREATE INDEX congress_constituency_unit_of ON congress_constituency_unit (federation_id, constituency_id);

-- An election of delegates in one constituency: of a term, or for seats that became vacant. Held in the hall, or by a ballot of the engine.
CREATE TABLE congress_election (
  federation_id   uuid NOT NULL,
  id              uuid NOT NULL,
  term_id         uuid NOT NULL,
  constituency_id uuid NOT NULL,
  purpose         text NOT NULL CHECK (purpose IN ('term','byElection')),
  round           smallint NOT NULL CHECK (round BETWEEN 1 AND 20),
  seats           integer NOT NULL CHECK (seats BETWEEN 1 AND 1000),
  method          text NOT NULL CHECK (method IN ('hall','ballot')),
  ballot_id       uuid,
  held_on         date NOT NULL,
  place           text NOT NULL DEFAULT '' CHECK (length(place) <= 100),
  entitled        integer NOT NULL CHECK (entitled >= 0),
  present         integer,
  issued          integer,
  returned        integer,
  invalid         integer,
  tellers         text NOT NULL DEFAULT '' CHECK (length(tellers) <= 200),
  entered_by      uuid,
  rule_set_id     text NOT NULL,
  outcome         text CHECK (outcome IN ('elected','short','void','dropped')),
  findings        jsonb,                      -- the basis of the outcome, as it was counted
  closed_at       timestamptz,
  closed_by       uuid,
  called_at       timestamptz NOT NULL,
  PRIMARY KEY (federation_id, id),
  UNIQUE (federation_id, constituency_id, purpose, round),
  CHECK ((outcome IS NULL) = (closed_at IS NULL)),
  CHECK (present IS NULL OR (issued IS NOT NULL AND returned IS NOT NULL AND invalid IS NOT NULL AND present BETWEEN 0 AND entitled AND issued BETWEEN 0 AND present AND invalid BETWEEN 0 AND returned))
);
CREATE UNIQUE INDEX congress_election_one_open ON congress_election (federation_id, constituency_id) WHERE outcome IS NULL;
CREATE INDEX congress_election_of ON congress_election (federation_id, term_id);

CREATE TABLE congress_candidate (
  federation_id uuid NOT NULL,
  election_id   uuid NOT NULL,
  person_id     uuid NOT NULL,
  number        smallint NOT NULL,
  way           text NOT NULL CHECK (way IN ('unit','joint','self','writeIn')),
  post          text NOT NULL CHECK (post IN ('frontline','technical','manager')),
  dispatched    boolean NOT NULL DEFAULT false,
  about         text NOT NULL DEFAULT '' CHECK (length(about) <= 300),
  votes         integer CHECK (votes >= 0),
  elected       boolean NOT NULL DEFAULT false,
  PRIMARY KEY (federation_id, election_id, person_id)
);

-- The roll: delegates with a vote, observers (列席) and guests (特邀) without one.
CREATE TABLE congress_delegate (
  federation_id   uuid NOT NULL,
  id              uuid NOT NULL,
  term_id         uuid NOT NULL,
  person_id       uuid,                       -- guests may come from outside
  name            text NOT NULL DEFAULT '' CHECK (length(name) <= 60),
  class           text NOT NULL CHECK (class IN ('delegate','observer','guest')),
  constituency_id uuid,
  delegation_id   uuid,                       -- another than the constituency's
  election_id     uuid,
  replaces_id     uuid,                       -- whose vacant seat it is
  post            text NOT NULL CHECK (post IN ('frontline','technical','manager')),
  dispatched      boolean NOT NULL DEFAULT false,
  unit            text NOT NULL DEFAULT '' CHECK (length(unit) <= 100),
  card_number     text NOT NULL CHECK (length(card_number) BETWEEN 3 AND 30),
  card_code       uuid NOT NULL,              -- what the card's QR picture says; gives nothing away
  contact         text NOT NULL DEFAULT '' CHECK (length(contact) <= 100),   -- how workers reach the delegate, as the delegate wishes
  since           date NOT NULL,
  until           date,                       -- first day on which it is no longer held
  end_reason      text CHECK (end_reason IN ('leftFirm','resigned','recalled','deceased','disqualified','moved','mistake')),
  end_note        text NOT NULL DEFAULT '' CHECK (length(end_note) <= 300),
  seat_dropped    text NOT NULL DEFAULT '' CHECK (length(seat_dropped) <= 300),   -- why the vacant seat is not filled again
  checked         text NOT NULL DEFAULT 'waiting' CHECK (checked IN ('waiting','passed','failed')),
  check_note      text NOT NULL DEFAULT '' CHECK (length(check_note) <= 300),
  PRIMARY KEY (federation_id, id),
  UNIQUE (federation_id, term_id, card_number),
  UNIQUE (federation_id, card_code),
  CHECK ((person_id IS NULL) = (name <> '')),
  CHECK (class = 'guest' OR person_id IS NOT NULL),
  CHECK (class <> 'delegate' OR constituency_id IS NOT NULL),
  CHECK ((until IS NULL) = (end_reason IS NULL)),
  CHECK (checked <> 'failed' OR check_note <> '')
);
CREATE UNIQUE INDEX congress_delegate_once ON congress_delegate (federation_id, term_id, person_id) WHERE until IS NULL AND person_id IS NOT NULL;
CREATE UNIQUE INDEX congress_delegate_replaced_once ON congress_delegate (federation_id, replaces_id) WHERE replaces_id IS NOT NULL AND (end_reason IS NULL OR end_reason <> 'mistake');
CREATE INDEX congress_delegate_person ON congress_delegate (federation_id, person_id);
CREATE INDEX congress_delegate_place ON congress_delegate (federation_id, constituency_id);

-- A delegate is recalled by the workers who elected it.
CREATE TABLE congress_recall (
  federation_id   uuid NOT NULL,
  id              uuid NOT NULL,
  term_id         uuid NOT NULL,
  delegate_id     uuid NOT NULL,
  constituency_id uuid NOT NULL,
  proposed_on     date NOT NULL,
  proposers       integer NOT NULL CHECK (proposers >= 1),
  reason          text NOT NULL CHECK (length(reason) BETWEEN 2 AND 500),
  statement       text NOT NULL DEFAULT '' CHECK (length(statement) <= 1000),   -- what the delegate said to it
  entitled        integer NOT NULL CHECK (entitled >= 1),
  voted_on        date,
  issued          integer,
  returned        integer,
  approvals       integer,
  invalid         integer,
  outcome         text CHECK (outcome IN ('passed','failed','void','withdrawn')),
  findings        jsonb,
  rule_set_id     text NOT NULL,
  closed_at       timestamptz,
  PRIMARY KEY (federation_id, id),
  CHECK ((outcome IS NULL) = (closed_at IS NULL)),
  CHECK (voted_on IS NULL OR (issued >= 0 AND issued <= entitled AND returned >= 0 AND approvals >= 0 AND invalid >= 0))
);
CREATE UNIQUE INDEX congress_recall_one_open ON congress_recall (federation_id, delegate_id) WHERE outcome IS NULL;
CREATE INDEX congress_recall_of ON congress_recall (federation_id, term_id);

-- Specialist standing groups (专门小组), and the presidium as it is proposed to the session.
CREATE TABLE congress_group (
  federation_id uuid NOT NULL,
  id            uuid NOT NULL,
  term_id       uuid NOT NULL,
  sort          text NOT NULL CHECK (sort IN ('standing','presidium')),
  name          text NOT NULL CHECK (length(name) BETWEEN 2 AND 40),
  duty          text NOT NULL DEFAULT '' CHECK (length(duty) <= 300),
  PRIMARY KEY (federation_id, id),
  UNIQUE (federation_id, term_id, name)
);
CREATE UNIQUE INDEX congress_group_one_presidium ON congress_group (federation_id, term_id) WHERE sort = 'presidium';

CREATE TABLE congress_group_seat (
  federation_id uuid NOT NULL,
  group_id      uuid NOT NULL,
  delegate_id   uuid NOT NULL,
  leads         boolean NOT NULL DEFAULT false,
  PRIMARY KEY (federation_id, group_id, delegate_id)
);
CREATE UNIQUE INDEX congress_group_one_lead ON congress_group_seat (federation_id, group_id) WHERE leads;
CREATE INDEX congress_group_seat_delegate ON congress_group_seat (federation_id, delegate_id);

-- phase: distribution

SELECT create_distributed_table('congress_body', 'federation_id');
SELECT create_distributed_table('congress_term', 'federation_id');
SELECT create_distributed_table('congress_delegation', 'federation_id');
SELECT create_distributed_table('congress_constituency', 'federation_id');
SELECT create_distributed_table('congress_constituency_unit', 'federation_id');
SELECT create_distributed_table('congress_election', 'federation_id');
SELECT create_distributed_table('congress_candidate', 'federation_id');
SELECT create_distributed_table('congress_delegate', 'federation_id');
SELECT create_distributed_table('congress_recall', 'federation_id');
SELECT create_distributed_table('congress_group', 'federation_id');
SELECT create_distributed_table('congress_group_seat', 'federation_id');

-- phase: foreign keys

ALTER TABLE congress_body ADD FOREIGN KEY (federation_id, union_id) REFERENCES union_unit (federation_id, id);
ALTER TABLE congress_term ADD FOREIGN KEY (federation_id, body_id, kind) REFERENCES congress_body (federation_id, id, kind);
ALTER TABLE congress_delegation ADD FOREIGN KEY (federation_id, term_id) REFERENCES congress_term (federation_id, id);
ALTER TABLE congress_delegation ADD FOREIGN KEY (federation_id, head_id) REFERENCES congress_delegate (federation_id, id);
ALTER TABLE congress_delegation ADD FOREIGN KEY (federation_id, deputy_id) REFERENCES congress_delegate (federation_id, id);
ALTER TABLE congress_constituency ADD FOREIGN KEY (federation_id, term_id) REFERENCES congress_term (federation_id, id);
ALTER TABLE congress_constituency ADD FOREIGN KEY (federation_id, delegation_id) REFERENCES congress_delegation (federation_id, id);
ALTER TABLE congress_constituency_unit ADD FOREIGN KEY (federation_id, constituency_id) REFERENCES congress_constituency (federation_id, id);
ALTER TABLE congress_constituency_unit ADD FOREIGN KEY (federation_id, union_id) REFERENCES union_unit (federation_id, id);
ALTER TABLE congress_election ADD FOREIGN KEY (federation_id, term_id) REFERENCES congress_term (federation_id, id);
ALTER TABLE congress_election ADD FOREIGN KEY (federation_id, constituency_id) REFERENCES congress_constituency (federation_id, id);
ALTER TABLE congress_candidate ADD FOREIGN KEY (federation_id, election_id) REFERENCES congress_election (federation_id, id);
ALTER TABLE congress_candidate ADD FOREIGN KEY (federation_id, person_id) REFERENCES person (federation_id, id);
ALTER TABLE congress_delegate ADD FOREIGN KEY (federation_id, term_id) REFERENCES congress_term (federation_id, id);
ALTER TABLE congress_delegate ADD FOREIGN KEY (federation_id, person_id) REFERENCES person (federation_id, id);
ALTER TABLE congress_delegate ADD FOREIGN KEY (federation_id, constituency_id) REFERENCES congress_constituency (federation_id, id);
ALTER TABLE congress_delegate ADD FOREIGN KEY (federation_id, delegation_id) REFERENCES congress_delegation (federation_id, id);
ALTER TABLE congress_delegate ADD FOREIGN KEY (federation_id, election_id) REFERENCES congress_election (federation_id, id);
ALTER TABLE congress_delegate ADD FOREIGN KEY (federation_id, replaces_id) REFERENCES congress_delegate (federation_id, id);
ALTER TABLE congress_recall ADD FOREIGN KEY (federation_id, delegate_id) REFERENCES congress_delegate (federation_id, id);
ALTER TABLE congress_recall ADD FOREIGN KEY (federation_id, constituency_id) REFERENCES congress_constituency (federation_id, id);
ALTER TABLE congress_group ADD FOREIGN KEY (federation_id, term_id) REFERENCES congress_term (federation_id, id);
ALTER TABLE congress_group_seat ADD FOREIGN KEY (federation_id, group_id) REFERENCES congress_group (federation_id, id);
ALTER TABLE congress_group_seat ADD FOREIGN KEY (federation_id, delegate_id) REFERENCES congress_delegate (federation_id, id);
