-- Why: points for suggestions and the yearly exchange for prizes (part innovation/points, INN-2). Points themselves are journals of the ledger;
-- here stand whose accounts they are, the rounds with their prizes, every single prize that can be handed out, and who reserved it.
-- Locks: new tables only. Rows: one account for each person with points, some 1,500 reservations and 2,000 prizes a year at a firm of 2,200.

-- phase: tables

-- Accounts of a person in the book of points of a scheme. Whatever changes somebody's points locks this row first.
CREATE TABLE point_account (
  federation_id   uuid NOT NULL,
  scheme_union_id uuid NOT NULL,
  person_id       uuid NOT NULL,
  wallet_no       integer NOT NULL,          -- what the person has; never below zero
  debt_no         integer NOT NULL,          -- what was advanced when spent points were taken back
  PRIMARY KEY (federation_id, scheme_union_id, person_id)
);
CREATE INDEX point_account_person ON point_account (federation_id, person_id);

-- A correction by hand, and why; the journal rests on it.
CREATE TABLE point_correction (
  federation_id   uuid NOT NULL,
  id              uuid NOT NULL,
  scheme_union_id uuid NOT NULL,
  person_id       uuid NOT NULL,
  amount          bigint NOT NULL CHECK (amount <> 0), -- hundredths of a point
  reason          text NOT NULL,
  made_by_id      uuid NOT NULL,
  made_at         timestamptz NOT NULL,
  PRIMARY KEY (federation_id, id)
);
CREATE INDEX point_correction_of ON point_correction (federation_id, scheme_union_id, person_id);

-- One exchange a year (年度兑换).
CREATE TABLE prize_round (
  federation_id   uuid NOT NULL,
  id              uuid NOT NULL,
  scheme_union_id uuid NOT NULL,
  year            smallint NOT NULL CHECK (year BETWEEN 2000 AND 2200),
  title           text NOT NULL,
  text            text NOT NULL DEFAULT '',
  from_date       date NOT NULL,             -- prizes are reserved from this day
  to_date         date NOT NULL,             -- to this day, included
  collect_from    date NOT NULL,
  collect_to      date NOT NULL,             -- what was not collected by the end of this day goes back
  place           text NOT NULL,
  most_each       smallint NOT NULL CHECK (most_each BETWEEN 1 AND 50),
  bands           jsonb NOT NULL,            -- [{"title":"…","from":10,"to":29}], whole points
  state           text NOT NULL CHECK (state IN ('draft','open','closed')),
  closed_at       timestamptz,
  closed_by_id    uuid,
  version         integer NOT NULL DEFAULT 1,
  PRIMARY KEY (federation_id, id),
  UNIQUE (federation_id, scheme_union_id, year),
  CHECK (from_date <= to_date),
  CHECK (from_date <= collect_from),
  CHECK (collect_from <= collect_to),
  CHECK (to_date <= collect_to),
  CHECK ((state = 'closed') = (closed_at IS NOT NULL))
);

CREATE TABLE prize (
  federation_id uuid NOT NULL,
  id            uuid NOT NULL,
  round_id      uuid NOT NULL,
  title         text NOT NULL,
  text          text NOT NULL DEFAULT '',
  points        integer NOT NULL CHECK (points BETWEEN 1 AND 100000), -- whole points
  worth_fen     bigint NOT NULL CHECK (worth_fen >= 0),
  per_person    smallint NOT NULL CHECK (per_person BETWEEN 1 AND 50),
  state         text NOT NULL CHECK (state IN ('shown','withdrawn')),
  version       integer NOT NULL DEFAULT 1,
  PRIMARY KEY (federation_id, id)
);
CREATE INDEX prize_of_round ON prize (federation_id, round_id, points);

-- Every single prize, so that of many who want one each takes another row and nobody waits: what is left is counted here.
CREATE TABLE prize_unit (
  federation_id  uuid NOT NULL,
  prize_id       uuid NOT NULL,
  n              integer NOT NULL CHECK (n > 0),
  reservation_id uuid,
  PRIMARY KEY (federation_id, prize_id, n)
);
CREATE INDEX prize_unit_free ON prize_unit (federation_id, prize_id, n) WHERE reservation_id IS NULL;
CREATE UNIQUE INDEX prize_unit_once ON prize_unit (federation_id, reservation_id) WHERE reservation_id IS NOT NULL;

CREATE TABLE prize_reservation (
  federation_id   uuid NOT NULL,
  id              uuid NOT NULL,             -- given by whoever asks: asked twice, it is one
  round_id        uuid NOT NULL,
  prize_id        uuid NOT NULL,
  unit            integer NOT NULL,
  person_id       uuid NOT NULL,
  unit_union_id   uuid NOT NULL,             -- the union of the person when it was reserved
  slot            smallint NOT NULL,         -- first, second … of this prize for this person
  per_person      smallint NOT NULL,
  points          integer NOT NULL CHECK (points > 0),
  code            text NOT NULL CHECK (code ~ '^[0-9]{8}$'),
  state           text NOT NULL CHECK (state IN ('reserved','collected','cancelled','expired')),
  hold_id         uuid NOT NULL,
  reserved_at     timestamptz NOT NULL,
  ended_at        timestamptz,
  ended_by_id     uuid,                      -- who handed it out or gave it up; none: it expired
  collector_id    uuid,                      -- a colleague who took it along
  note            text NOT NULL DEFAULT '',
  reminded_at     timestamptz,
  PRIMARY KEY (federation_id, id),
  UNIQUE (federation_id, code),
  CHECK (slot BETWEEN 1 AND per_person),
  CHECK ((state = 'reserved') = (ended_at IS NULL)),
  CHECK (state <> 'collected' OR ended_by_id IS NOT NULL),
  CHECK (collector_id IS NULL OR (state = 'collected' AND note <> '' AND collector_id <> person_id))
);
CREATE UNIQUE INDEX prize_reservation_unit ON prize_reservation (federation_id, prize_id, unit) WHERE state IN ('reserved','collected');
CREATE UNIQUE INDEX prize_reservation_slot ON prize_reservation (federation_id, prize_id, person_id, slot) WHERE state IN ('reserved','collected');
CREATE INDEX prize_reservation_person ON prize_reservation (federation_id, person_id, round_id);
CREATE INDEX prize_reservation_round ON prize_reservation (federation_id, round_id, state);
CREATE INDEX prize_reservation_unit_union ON prize_reservation (federation_id, unit_union_id);

-- phase: distribution
SELECT create_distributed_table('point_account', 'federation_id');
SELECT create_distributed_table('point_correction', 'federation_id');
SELECT create_distributed_table('prize_round', 'federation_id');
SELECT create_distributed_table('prize', 'federation_id');
SELECT create_distributed_table('prize_unit', 'federation_id');
SELECT create_distributed_table('prize_reservation', 'federation_id');

-- phase: foreign keys
ALTER TABLE point_account ADD FOREIGN KEY (federation_id, scheme_union_id) REFERENCES suggestion_scheme (federation_id, union_id);
ALTER TABLE point_account ADD FOREIGN KEY (federation_id, person_id) REFERENCES person (federation_id, id);
ALTER TABLE point_correction ADD FOREIGN KEY (federation_id, scheme_union_id, person_id) REFERENCES point_account (federation_id, scheme_union_id, person_id);
ALTER TABLE prize_round ADD FOREIGN KEY (federation_id, scheme_union_id) REFERENCES suggestion_scheme (federation_id, union_id);
ALTER TABLE prize ADD FOREIGN KEY (federation_id, round_id) REFERENCES prize_round (federation_id, id);
ALTER TABLE prize_unit ADD FOREIGN KEY (federation_id, prize_id) REFERENCES prize (federation_id, id);
ALTER TABLE prize_unit ADD FOREIGN KEY (federation_id, reservation_id) REFERENCES prize_reservation (federation_id, id);
ALTER TABLE prize_reservation ADD FOREIGN KEY (federation_id, round_id) REFERENCES prize_round (federation_id, id);
ALTER TABLE prize_reservation ADD FOREIGN KEY (federation_id, prize_id) REFERENCES prize (federation_id, id);
ALTER TABLE prize_reservation ADD FOREIGN KEY (federation_id, person_id) REFERENCES person (federation_id, id);
ALTER TABLE prize_reservation ADD FOREIGN KEY (federation_id, unit_union_id) REFERENCES union_unit (federation_id, id);
ALTER TABLE prize_reservation ADD FOREIGN KEY (federation_id, collector_id) REFERENCES person (federation_id, id);
