-- Why: elections and terms of union committees (ORG-8): what is planned, who stands, who may vote, what the tellers counted, who was elected. How an election
--   travels is a case (0008) with the same id; votes at the devices belong to the engine's tables (0056).
-- Locks: new tables only. Rows at a large federation: 40,000 elections, 120,000 votes of them, half a million nominees, 10 million entries of rolls.

-- phase: tables

CREATE TABLE union_election (
  federation_id   uuid NOT NULL,
  id              uuid NOT NULL,               -- the case's
  union_id        uuid NOT NULL,
  kind            text NOT NULL CHECK (kind IN ('renewal','byElection')),
  post            text NOT NULL CHECK (post IN ('committee','audit','chair','viceChair')),  -- what a by-election fills; committee of a renewal
  number          smallint NOT NULL CHECK (number >= 1 AND number <= 200),   -- 第几届
  timing          text NOT NULL CHECK (timing IN ('due','early','late')),
  reason          text NOT NULL DEFAULT '' CHECK (length(reason) <= 500),
  ends_on         date,                        -- last day of the term before
  planned_on      date NOT NULL,
  term_years      smallint NOT NULL CHECK (term_years IN (3, 5)),
  assembly        text NOT NULL CHECK (assembly IN ('members','congress')),
  method          text NOT NULL CHECK (method IN ('online','hall','mixed')),
  seats           smallint NOT NULL CHECK (seats >= 0 AND seats <= 99),
  audit_seats     smallint NOT NULL CHECK (audit_seats >= 0 AND audit_seats <= 30),
  vice_seats      smallint NOT NULL CHECK (vice_seats >= 0 AND vice_seats <= 10),
  chair_by        text NOT NULL CHECK (chair_by IN ('assembly','committee')),
  members         integer NOT NULL CHECK (members >= 0),
  women           integer NOT NULL CHECK (women >= 0),
  preparers       text NOT NULL DEFAULT '' CHECK (length(preparers) <= 500),
  about           text NOT NULL DEFAULT '' CHECK (length(about) <= 2000),
  party           text NOT NULL DEFAULT '' CHECK (length(party) <= 100),     -- the Party organisation it was reported to
  party_reply     text NOT NULL DEFAULT '' CHECK (length(party_reply) <= 100),
  party_on        date,
  plan_document   text NOT NULL DEFAULT '' CHECK (length(plan_document) <= 100),
  candidates_document text NOT NULL DEFAULT '' CHECK (length(candidates_document) <= 100),
  result_document text NOT NULL DEFAULT '' CHECK (length(result_document) <= 100),
  publicity_from  date,
  publicity_to    date,
  publicity_place text NOT NULL DEFAULT '' CHECK (length(publicity_place) <= 100),
  frozen_at       timestamptz,                 -- the roll of the assembly
  elected_on      date,
  term_from       date,
  term_to         date,
  rule_set_id     text NOT NULL,
  version         integer NOT NULL DEFAULT 1,
  made_by_id      uuid,
  made_at         timestamptz NOT NULL,
  closed_at       timestamptz,
  PRIMARY KEY (federation_id, id),
  CHECK ((publicity_from IS NULL) = (publicity_to IS NULL)),
  CHECK ((term_from IS NULL) = (term_to IS NULL))
);
CREATE UNIQUE INDEX union_election_one_open ON union_election (federation_id, union_id) WHERE closed_at IS NULL;
CREATE INDEX union_election_of ON union_election (federation_id, union_id, made_at);

-- Who was proposed for what, and who stands.
CREATE TABLE election_nominee (
  federation_id   uuid NOT NULL,
  id              uuid NOT NULL,
  election_id     uuid NOT NULL,
  post            text NOT NULL CHECK (post IN ('committee','audit','chair','viceChair')),
  person_id       uuid NOT NULL,
  number          smallint NOT NULL,
  standing        text NOT NULL CHECK (standing IN ('proposed','candidate','dropped')),
  main_leader     boolean NOT NULL,            -- 单位行政主要负责人
  near_relative   boolean NOT NULL,            -- a near relative of one
  human_resources boolean NOT NULL,            -- head of human resources
  foreign_national boolean NOT NULL,
  job             text NOT NULL DEFAULT '' CHECK (length(job) <= 60),
  about           text NOT NULL DEFAULT '' CHECK (length(about) <= 500),
  PRIMARY KEY (federation_id, id),
  UNIQUE (federation_id, election_id, post, person_id)
);

-- Which member proposed whom.
CREATE TABLE election_nomination (
  federation_id uuid NOT NULL,
  nominee_id    uuid NOT NULL,
  by_person_id  uuid NOT NULL,
  PRIMARY KEY (federation_id, nominee_id, by_person_id)
);
CREATE INDEX election_nomination_by ON election_nomination (federation_id, by_person_id);

-- The frozen rolls: of the assembly, and of the new committee for its chair. `took`: got a paper in the hall and votes at no device any more.
CREATE TABLE election_voter (
  federation_id uuid NOT NULL,
  election_id   uuid NOT NULL,
  electors      text NOT NULL CHECK (electors IN ('assembly','committee')),
  person_id     uuid NOT NULL,
  union_id      uuid NOT NULL,
  took          boolean NOT NULL,
  PRIMARY KEY (federation_id, election_id, electors, person_id)
);

-- One vote of an election: for what, in which round, among whom; the tellers' figures; what it came to.
CREATE TABLE election_contest (
  federation_id uuid NOT NULL,
  id            uuid NOT NULL,
  election_id   uuid NOT NULL,
  post          text NOT NULL CHECK (post IN ('committee','audit','chair','viceChair')),
  electors      text NOT NULL CHECK (electors IN ('assembly','committee')),
  round         smallint NOT NULL CHECK (round >= 1 AND round <= 20),
  method        text NOT NULL CHECK (method IN ('online','hall','mixed')),
  held_on       date NOT NULL,
  place         text NOT NULL DEFAULT '' CHECK (length(place) <= 100),
  paper         jsonb NOT NULL,                -- as Paper of the engine's kernel
  people        jsonb NOT NULL,                -- candidate's id on the paper → person
  rule          jsonb NOT NULL,                -- what the count decides by, with its basis
  rule_set_id   text NOT NULL,
  ballot_id     uuid,                          -- of the engine; none in the hall
  entitled      integer NOT NULL CHECK (entitled >= 0),
  present       integer,                       -- of the hall, as are the figures below
  issued        integer,
  returned      integer,
  invalid       integer,
  votes         jsonb,                         -- in the hall: [{ id, name, votes }], id null for names written in
  tellers       text NOT NULL DEFAULT '' CHECK (length(tellers) <= 200),
  entered_by_id uuid,
  outcome       text CHECK (outcome IN ('elected','short','tie','void')),
  result        jsonb,
  declared_at   timestamptz,
  declared_by_id uuid,
  PRIMARY KEY (federation_id, id),
  UNIQUE (federation_id, election_id, post, round),
  CHECK ((outcome IS NULL) = (declared_at IS NULL)),
  CHECK ((outcome IS NULL) = (result IS NULL)),
  CHECK ((method = 'hall') = (ballot_id IS NULL)),
  CHECK (present IS NULL OR (issued IS NOT NULL AND returned IS NOT NULL AND invalid IS NOT NULL AND votes IS NOT NULL AND present >= 0 AND present <= entitled AND issued >= 0 AND issued <= present AND returned >= 0 AND invalid >= 0 AND invalid <= returned))
);
CREATE UNIQUE INDEX election_contest_ballot ON election_contest (federation_id, ballot_id) WHERE ballot_id IS NOT NULL;

-- Who was elected; a name that was written in has its person once somebody said who it is.
CREATE TABLE election_seat (
  federation_id uuid NOT NULL,
  id            uuid NOT NULL,
  election_id   uuid NOT NULL,
  contest_id    uuid NOT NULL,
  post          text NOT NULL CHECK (post IN ('committee','audit','chair','viceChair')),
  name          text NOT NULL CHECK (length(name) >= 1 AND length(name) <= 60),
  person_id     uuid,
  votes         integer NOT NULL CHECK (votes >= 0),
  PRIMARY KEY (federation_id, id)
);
CREATE UNIQUE INDEX election_seat_once ON election_seat (federation_id, election_id, post, person_id) WHERE person_id IS NOT NULL;

-- phase: distribution

SELECT create_distributed_table('union_election', 'federation_id');
SELECT create_distributed_table('election_nominee', 'federation_id');
SELECT create_distributed_table('election_nomination', 'federation_id');
SELECT create_distributed_table('election_voter', 'federation_id');
SELECT create_distributed_table('election_contest', 'federation_id');
SELECT create_distributed_table('election_seat', 'federation_id');

-- phase: foreign keys

ALTER TABLE union_election ADD FOREIGN KEY (federation_id, id) REFERENCES case_file (federation_id, id);
ALTER TABLE union_election ADD FOREIGN KEY (federation_id, union_id) REFERENCES union_unit (federation_id, id);
ALTER TABLE election_nominee ADD FOREIGN KEY (federation_id, election_id) REFERENCES union_election (federation_id, id);
ALTER TABLE election_nominee ADD FOREIGN KEY (federation_id, person_id) REFERENCES person (federation_id, id);
ALTER TABLE election_nomination ADD FOREIGN KEY (federation_id, nominee_id) REFERENCES election_nominee (federation_id, id);
ALTER TABLE election_nomination ADD FOREIGN KEY (federation_id, by_person_id) REFERENCES person (federation_id, id);
ALTER TABLE election_voter ADD FOREIGN KEY (federation_id, election_id) REFERENCES union_election (federation_id, id);
ALTER TABLE election_voter ADD FOREIGN KEY (federation_id, person_id) REFERENCES person (federation_id, id);
ALTER TABLE election_contest ADD FOREIGN KEY (federation_id, election_id) REFERENCES union_election (federation_id, id);
ALTER TABLE election_contest ADD FOREIGN KEY (federation_id, ballot_id) REFERENCES ballot (federation_id, id);
ALTER TABLE election_seat ADD FOREIGN KEY (federation_id, election_id) REFERENCES union_election (federation_id, id);
ALTER TABLE election_seat ADD FOREIGN KEY (federation_id, contest_id) REFERENCES election_contest (federation_id, id);
ALTER TABLE election_seat ADD FOREIGN KEY (federation_id, person_id) REFERENCES person (federation_id, id);
