-- Why: things there are too few of, and who has or awaits them (engine claims, decision 0014).
-- Locks: new tables only. Rows at a large federation: 100,000 offers, 10 million claims.

-- phase: tables

CREATE TABLE offer (
  federation_id   uuid NOT NULL,
  id              uuid NOT NULL,
  union_id        uuid NOT NULL,
  kind            text NOT NULL CHECK (length(kind) BETWEEN 1 AND 40),   -- what part it belongs to: sale, draw, activity, locker …
  title           text NOT NULL CHECK (length(title) BETWEEN 1 AND 100),
  mode            text NOT NULL CHECK (mode IN ('first','draw','queue','units')),
  state           text NOT NULL CHECK (state IN ('draft','open','closed','cancelled')),
  opens_at        timestamptz NOT NULL,      -- claims are taken from here
  closes_at       timestamptz NOT NULL,      -- up to here, this moment excluded
  per_person      smallint NOT NULL CHECK (per_person BETWEEN 1 AND 100),   -- live claims of one person
  party           smallint NOT NULL CHECK (party BETWEEN 1 AND 100),        -- places in one claim
  waits           boolean NOT NULL,          -- whoever comes too late may wait
  answer_hours    smallint CHECK (answer_hours BETWEEN 1 AND 2000),          -- a place that becomes free is offered for so long; null: it is theirs at once
  pays            text NOT NULL CHECK (pays IN ('free','atHandOver','online','points')),
  price           bigint NOT NULL CHECK (price BETWEEN 0 AND 100000000000),  -- of one place: fen, or hundredths of a point
  hold_minutes    smallint NOT NULL CHECK (hold_minutes BETWEEN 1 AND 1440), -- time to pay online
  book_id         uuid,                      -- points: the book, the heading of the wallets, the account they go to
  wallets         text NOT NULL DEFAULT '',
  sold_no         integer,
  who             jsonb NOT NULL,            -- who may, as Who of who.rules.ts
  series          text NOT NULL DEFAULT '',  -- offers that count together for the time between two wins
  cancel_until    timestamptz,               -- people may give a place back until then; null: until it is handed over
  transferable    boolean NOT NULL,
  hand_over_from  timestamptz,
  hand_over_to    timestamptz,
  place           text NOT NULL DEFAULT '' CHECK (length(place) <= 200),     -- where it is handed over
  published       boolean NOT NULL DEFAULT false,  -- the order, with masked names, may be seen by those who may take part
  last_no         integer NOT NULL DEFAULT 0,      -- order numbers given so far
  version         integer NOT NULL DEFAULT 1,
  made_by_id      uuid,
  made_at         timestamptz NOT NULL,
  ended_at        timestamptz,               -- closed or cancelled
  why             text NOT NULL DEFAULT '' CHECK (length(why) <= 300),
  PRIMARY KEY (federation_id, id),
  CHECK (closes_at > opens_at),
  CHECK (hand_over_to IS NULL OR hand_over_from IS NULL OR hand_over_to > hand_over_from),
  CHECK ((pays = 'free') = (price = 0)),
  CHECK ((pays = 'points') = (book_id IS NOT NULL)),
  CHECK ((state IN ('closed','cancelled')) = (ended_at IS NOT NULL)),
  CHECK (state <> 'cancelled' OR why <> '')
);
CREATE INDEX offer_of_union ON offer (federation_id, union_id, kind, opens_at);
CREATE INDEX offer_series ON offer (federation_id, series) WHERE series <> '';
CREATE INDEX offer_running ON offer (federation_id, state, hand_over_to) WHERE state IN ('open','closed');

-- Places. Number 0 is for everybody; the others are quotas of unions, theirs and those below.
CREATE TABLE offer_pool (
  federation_id uuid NOT NULL,
  offer_id      uuid NOT NULL,
  no            smallint NOT NULL CHECK (no BETWEEN 0 AND 1000),
  union_id      uuid,
  path          text NOT NULL,               -- of the union; empty for everybody
  capacity      integer NOT NULL CHECK (capacity BETWEEN 0 AND 10000000),
  taken         integer NOT NULL DEFAULT 0,
  rolls_up_at   timestamptz,                 -- then what is left goes one quota up
  PRIMARY KEY (federation_id, offer_id, no),
  CHECK ((no = 0) = (union_id IS NULL)),
  CONSTRAINT offer_pool_not_oversold CHECK (taken BETWEEN 0 AND capacity)
);
CREATE UNIQUE INDEX offer_pool_union ON offer_pool (federation_id, offer_id, union_id) WHERE union_id IS NOT NULL;
CREATE INDEX offer_pool_rolling ON offer_pool (federation_id, rolls_up_at) WHERE rolls_up_at IS NOT NULL;

-- What has a name. With times it is a slot; the same thing at another time is another row.
CREATE TABLE offer_unit (
  federation_id uuid NOT NULL,
  id            uuid NOT NULL,
  offer_id      uuid NOT NULL,
  no            integer NOT NULL CHECK (no > 0),
  label         text NOT NULL CHECK (length(label) BETWEEN 1 AND 60),
  starts_at     timestamptz,
  ends_at       timestamptz,
  out_of_order  text NOT NULL DEFAULT '' CHECK (length(out_of_order) <= 200),  -- why it is not given out; empty: it is
  PRIMARY KEY (federation_id, id),
  CONSTRAINT offer_unit_no UNIQUE (federation_id, offer_id, no),
  CHECK ((starts_at IS NULL) = (ends_at IS NULL) AND (ends_at IS NULL OR ends_at > starts_at))
);
CREATE INDEX offer_unit_time ON offer_unit (federation_id, offer_id, starts_at) WHERE starts_at IS NOT NULL;

CREATE TABLE claim (
  federation_id uuid NOT NULL,
  id            uuid NOT NULL,
  offer_id      uuid NOT NULL,
  person_id     uuid NOT NULL,
  turn          smallint NOT NULL CHECK (turn BETWEEN 1 AND 100),    -- the person's how-manieth live claim
  no            integer NOT NULL CHECK (no > 0),                     -- the order in which the offer was asked
  rank          integer CHECK (rank > 0),                            -- the order that a draw gave
  pool_no       smallint NOT NULL,
  places        smallint NOT NULL CHECK (places BETWEEN 1 AND 100),
  unit_id       uuid,
  state         text NOT NULL CHECK (state IN ('entered','waiting','offered','held','taken','handed','missed','returned','cancelled','declined','expired','lost')),
  key           text NOT NULL CHECK (length(key) BETWEEN 1 AND 120), -- of the request: the same again is the same claim
  amount        bigint NOT NULL CHECK (amount >= 0),                 -- what it costs in all
  journal_id    uuid,                                                -- points that were taken
  paid_at       timestamptz,                                         -- money that was received
  payment_no    text NOT NULL DEFAULT '',                            -- its number with the payment gate
  owed_back     boolean NOT NULL DEFAULT false,                      -- it was paid and is to be given back
  at            timestamptz NOT NULL,
  due_at        timestamptz,                                         -- held or offered until then
  handed_at     timestamptz,
  handed_by_id  uuid,
  ended_at      timestamptz,
  PRIMARY KEY (federation_id, id),
  CONSTRAINT claim_no UNIQUE (federation_id, offer_id, no),
  CONSTRAINT claim_key UNIQUE (federation_id, offer_id, person_id, key),
  CHECK ((state IN ('held','offered')) = (due_at IS NOT NULL)),
  CHECK ((state IN ('returned','cancelled','declined','expired','lost')) = (ended_at IS NOT NULL)),
  CHECK (state <> 'handed' OR handed_at IS NOT NULL)
);
-- One live claim of a person and turn, and one of a thing, whatever happens at once.
CREATE UNIQUE INDEX claim_one ON claim (federation_id, offer_id, person_id, turn) WHERE state IN ('entered','waiting','offered','held','taken','handed','missed');
CREATE UNIQUE INDEX claim_unit ON claim (federation_id, unit_id) WHERE unit_id IS NOT NULL AND state IN ('offered','held','taken','handed','missed');
CREATE INDEX claim_person ON claim (federation_id, person_id, at);
CREATE INDEX claim_waiting ON claim (federation_id, offer_id, no) WHERE state IN ('entered','waiting');
CREATE INDEX claim_due ON claim (federation_id, due_at) WHERE state IN ('held','offered');
CREATE UNIQUE INDEX claim_payment ON claim (federation_id, payment_no) WHERE payment_no <> '';

-- What happened to a claim after it was made.
CREATE TABLE claim_event (
  federation_id uuid NOT NULL,
  id            uuid NOT NULL,
  claim_id      uuid NOT NULL,
  at            timestamptz NOT NULL,
  verb          text NOT NULL CHECK (length(verb) BETWEEN 1 AND 30),
  by_id         uuid,                        -- null: the system
  why           text NOT NULL DEFAULT '' CHECK (length(why) <= 300),
  PRIMARY KEY (federation_id, id)
);
CREATE INDEX claim_event_claim ON claim_event (federation_id, claim_id, at);

-- phase: distribution
SELECT create_distributed_table('offer', 'federation_id');
SELECT create_distributed_table('offer_pool', 'federation_id');
SELECT create_distributed_table('offer_unit', 'federation_id');
SELECT create_distributed_table('claim', 'federation_id');
SELECT create_distributed_table('claim_event', 'federation_id');

-- phase: foreign keys
ALTER TABLE offer ADD FOREIGN KEY (federation_id, union_id) REFERENCES union_unit (federation_id, id);
ALTER TABLE offer_pool ADD FOREIGN KEY (federation_id, offer_id) REFERENCES offer (federation_id, id);
ALTER TABLE offer_pool ADD FOREIGN KEY (federation_id, union_id) REFERENCES union_unit (federation_id, id);
ALTER TABLE offer_unit ADD FOREIGN KEY (federation_id, offer_id) REFERENCES offer (federation_id, id);
ALTER TABLE claim ADD FOREIGN KEY (federation_id, offer_id) REFERENCES offer (federation_id, id);
ALTER TABLE claim ADD FOREIGN KEY (federation_id, person_id) REFERENCES person (federation_id, id);
ALTER TABLE claim ADD FOREIGN KEY (federation_id, unit_id) REFERENCES offer_unit (federation_id, id);
ALTER TABLE claim_event ADD FOREIGN KEY (federation_id, claim_id) REFERENCES claim (federation_id, id);
