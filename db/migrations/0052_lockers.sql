-- Why: shared lockers (part services/lockers, SVC-8): cabinets, what is in their compartments, loans, openings of doors, refills, reports
-- and the swap box. A cabinet has the id of its offer, a compartment that lends the id of its unit (engine claims).
-- Locks: new tables only. Rows at a large federation: 1,000 cabinets, 20,000 compartments, 1 million loans, 3 million openings.

-- phase: tables

CREATE TABLE locker_cabinet (
  federation_id   uuid NOT NULL,
  id              uuid NOT NULL,             -- also of the offer
  union_id        uuid NOT NULL,
  number          integer NOT NULL CHECK (number BETWEEN 1 AND 100000),   -- within the federation, on the label
  place           text NOT NULL CHECK (length(place) BETWEEN 2 AND 60),
  opens_minute    smallint NOT NULL CHECK (opens_minute BETWEEN 0 AND 1439),      -- of the day in China's time
  closes_minute   smallint NOT NULL CHECK (closes_minute BETWEEN 1 AND 1440),
  state           text NOT NULL CHECK (state IN ('active','paused','retired')),
  why             text NOT NULL DEFAULT '' CHECK (length(why) <= 200),            -- paused or retired
  hardware        text NOT NULL CHECK (hardware IN ('simulator','http')),
  address         text NOT NULL DEFAULT '' CHECK (length(address) <= 300),        -- of the controller
  key_sealed      bytea,                     -- with which orders to it are signed
  cut             boolean NOT NULL DEFAULT false,    -- simulator: without a network
  made_at         timestamptz NOT NULL,
  PRIMARY KEY (federation_id, id),
  CONSTRAINT locker_cabinet_number UNIQUE (federation_id, number),
  CHECK (closes_minute > opens_minute),
  CHECK ((state = 'active') = (why = '')),
  CHECK (hardware <> 'http' OR (address <> '' AND key_sealed IS NOT NULL))
);
CREATE INDEX locker_cabinet_union ON locker_cabinet (federation_id, union_id);

CREATE TABLE locker_compartment (
  federation_id   uuid NOT NULL,
  id              uuid NOT NULL,             -- also of the unit where it lends
  cabinet_id      uuid NOT NULL,
  no              smallint NOT NULL CHECK (no BETWEEN 1 AND 99),
  kind            text NOT NULL CHECK (kind IN ('lend','take','swap')),
  item            text NOT NULL CHECK (length(item) <= 30),              -- of the list of items; empty for the swap box
  label           text NOT NULL CHECK (length(label) BETWEEN 1 AND 40),  -- what stands on the door
  lend_hours      smallint NOT NULL DEFAULT 0 CHECK (lend_hours BETWEEN 0 AND 2000),
  stock           integer NOT NULL DEFAULT 0,
  capacity        integer NOT NULL DEFAULT 0 CHECK (capacity BETWEEN 0 AND 1000),
  threshold       integer NOT NULL DEFAULT 0 CHECK (threshold BETWEEN 0 AND 1000),  -- at or below it is on the refill list
  out_of_order    text NOT NULL DEFAULT '' CHECK (length(out_of_order) <= 200),     -- why it is not used; the unit says the same
  jammed          boolean NOT NULL DEFAULT false,    -- simulator: the door does not move
  opened_at       timestamptz,                       -- simulator: the door was opened then
  PRIMARY KEY (federation_id, id),
  CONSTRAINT locker_compartment_no UNIQUE (federation_id, cabinet_id, no),
  CONSTRAINT locker_compartment_stock CHECK (stock BETWEEN 0 AND 10000),
  CHECK ((kind = 'lend') = (lend_hours > 0)),
  CHECK (kind = 'take' OR (stock = 0 AND capacity = 0 AND threshold = 0)),
  CHECK ((kind = 'swap') = (item = ''))
);
CREATE INDEX locker_compartment_refill ON locker_compartment (federation_id, cabinet_id) WHERE kind = 'take';

CREATE TABLE locker_loan (
  federation_id   uuid NOT NULL,
  id              uuid NOT NULL,
  cabinet_id      uuid NOT NULL,
  compartment_id  uuid NOT NULL,
  claim_id        uuid,                      -- null: taken over from an older register
  person_id       uuid NOT NULL,
  item            text NOT NULL,
  label           text NOT NULL,
  asked_at        timestamptz NOT NULL,
  lent_at         timestamptz,               -- the door opened
  due_at          timestamptz,
  missing_at      timestamptz,               -- given up as missing, or told so
  ended_at        timestamptz,               -- given back, written off, or never lent because the door did not open
  ended_by_id     uuid,                      -- an officer who took it back or wrote it off
  ending          text CHECK (ending IN ('returned','writtenOff','notOpened')),
  note            text NOT NULL DEFAULT '' CHECK (length(note) <= 300),
  PRIMARY KEY (federation_id, id),
  CHECK ((lent_at IS NULL) = (due_at IS NULL)),
  CHECK ((ended_at IS NULL) = (ending IS NULL)),
  CHECK (ending IS NULL OR (ending = 'notOpened') = (lent_at IS NULL)),
  CHECK (missing_at IS NULL OR lent_at IS NOT NULL)
);
CREATE UNIQUE INDEX locker_loan_claim ON locker_loan (federation_id, claim_id) WHERE claim_id IS NOT NULL;
CREATE UNIQUE INDEX locker_loan_out ON locker_loan (federation_id, compartment_id) WHERE ended_at IS NULL;
CREATE INDEX locker_loan_person ON locker_loan (federation_id, person_id, asked_at);
CREATE INDEX locker_loan_cabinet ON locker_loan (federation_id, cabinet_id, asked_at);
CREATE INDEX locker_loan_due ON locker_loan (federation_id, due_at) WHERE ended_at IS NULL AND lent_at IS NOT NULL;

-- Each tap that is to open a door, once. The swap box writes none of these.
CREATE TABLE locker_opening (
  federation_id   uuid NOT NULL,
  id              uuid NOT NULL,
  cabinet_id      uuid NOT NULL,
  compartment_id  uuid NOT NULL,
  purpose         text NOT NULL CHECK (purpose IN ('borrow','return','take','service')),
  key             text NOT NULL CHECK (length(key) BETWEEN 1 AND 160),
  person_id       uuid NOT NULL,
  loan_id         uuid,
  quantity        smallint NOT NULL DEFAULT 0 CHECK (quantity BETWEEN 0 AND 20),
  asked_at        timestamptz NOT NULL,
  outcome         text CHECK (outcome IN ('opened','offline','jammed','lost')),   -- null: the answer of the hardware is not there yet
  ended_at        timestamptz,
  PRIMARY KEY (federation_id, id),
  CONSTRAINT locker_opening_key UNIQUE (federation_id, compartment_id, key),
  CHECK ((outcome IS NULL) = (ended_at IS NULL)),
  CHECK ((purpose IN ('borrow','return')) = (loan_id IS NOT NULL)),
  CHECK ((purpose = 'take') = (quantity > 0))
);
CREATE INDEX locker_opening_waiting ON locker_opening (federation_id, asked_at) WHERE outcome IS NULL;
CREATE INDEX locker_opening_cabinet ON locker_opening (federation_id, cabinet_id, asked_at);
CREATE INDEX locker_opening_person ON locker_opening (federation_id, person_id, purpose, asked_at);
CREATE INDEX locker_opening_loan ON locker_opening (federation_id, loan_id) WHERE loan_id IS NOT NULL;

-- What is wrong with a compartment or what was in it, until somebody settles it.
CREATE TABLE locker_report (
  federation_id   uuid NOT NULL,
  id              uuid NOT NULL,
  cabinet_id      uuid NOT NULL,
  compartment_id  uuid NOT NULL,
  loan_id         uuid,
  kind            text NOT NULL CHECK (kind IN ('missing','broken','jammed','dirty')),
  text            text NOT NULL CHECK (length(text) <= 300),
  reported_by_id  uuid,                      -- null: the house itself
  reported_at     timestamptz NOT NULL,
  settled_at      timestamptz,
  settled_by_id   uuid,
  settled_how     text CHECK (settled_how IN ('mended','replaced','fine')),
  settled_note    text NOT NULL DEFAULT '' CHECK (length(settled_note) <= 300),
  PRIMARY KEY (federation_id, id),
  CHECK ((settled_at IS NULL) = (settled_how IS NULL) AND (settled_at IS NULL) = (settled_by_id IS NULL))
);
CREATE INDEX locker_report_open ON locker_report (federation_id, compartment_id) WHERE settled_at IS NULL;
CREATE INDEX locker_report_cabinet ON locker_report (federation_id, cabinet_id, reported_at);

-- A refill round, and what each compartment was found with and got.
CREATE TABLE locker_refill (
  federation_id   uuid NOT NULL,
  id              uuid NOT NULL,
  cabinet_id      uuid NOT NULL,
  at              timestamptz NOT NULL,
  by_id           uuid NOT NULL,
  note            text NOT NULL DEFAULT '' CHECK (length(note) <= 200),
  PRIMARY KEY (federation_id, id)
);
CREATE INDEX locker_refill_cabinet ON locker_refill (federation_id, cabinet_id, at);

CREATE TABLE locker_refill_line (
  federation_id   uuid NOT NULL,
  refill_id       uuid NOT NULL,
  compartment_id  uuid NOT NULL,
  label           text NOT NULL,
  expected        integer NOT NULL CHECK (expected BETWEEN 0 AND 10000),   -- what the house believed was in it
  found           integer NOT NULL CHECK (found BETWEEN 0 AND 10000),
  added           integer NOT NULL CHECK (added BETWEEN 0 AND 1000),
  PRIMARY KEY (federation_id, refill_id, compartment_id)
);

-- The swap box (漂流箱). No person and no moment: days only, and ids that have no order. What is in between an order to the door and its
-- answer has the moment of the order, which is taken away with the answer.
CREATE TABLE locker_swap (
  federation_id   uuid NOT NULL,
  id              uuid NOT NULL,
  cabinet_id      uuid NOT NULL,
  compartment_id  uuid NOT NULL,
  title           text NOT NULL CHECK (length(title) BETWEEN 1 AND 40),
  note            text NOT NULL DEFAULT '' CHECK (length(note) <= 200),
  state           text NOT NULL CHECK (state IN ('putting','in','taking','taken','removed')),
  key_hash        bytea NOT NULL,            -- of the request that put it in, then of the one that takes it out
  waiting_since   timestamptz,
  put_on          date NOT NULL,
  ended_on        date,
  why             text NOT NULL DEFAULT '' CHECK (length(why) <= 200),     -- a keeper removed it
  PRIMARY KEY (federation_id, id),
  CONSTRAINT locker_swap_key UNIQUE (federation_id, key_hash),
  CHECK ((state IN ('putting','taking')) = (waiting_since IS NOT NULL)),
  CHECK ((state IN ('taken','removed')) = (ended_on IS NOT NULL)),
  CHECK ((state = 'removed') = (why <> ''))
);
CREATE INDEX locker_swap_cabinet ON locker_swap (federation_id, cabinet_id, state);
CREATE INDEX locker_swap_waiting ON locker_swap (federation_id, waiting_since) WHERE waiting_since IS NOT NULL;

-- phase: distribution
SELECT create_distributed_table('locker_cabinet', 'federation_id');
SELECT create_distributed_table('locker_compartment', 'federation_id');
SELECT create_distributed_table('locker_loan', 'federation_id');
SELECT create_distributed_table('locker_opening', 'federation_id');
SELECT create_distributed_table('locker_report', 'federation_id');
SELECT create_distributed_table('locker_refill', 'federation_id');
SELECT create_distributed_table('locker_refill_line', 'federation_id');
SELECT create_distributed_table('locker_swap', 'federation_id');

-- phase: foreign keys
ALTER TABLE locker_cabinet ADD FOREIGN KEY (federation_id, id) REFERENCES offer (federation_id, id);
ALTER TABLE locker_cabinet ADD FOREIGN KEY (federation_id, union_id) REFERENCES union_unit (federation_id, id);
ALTER TABLE locker_compartment ADD FOREIGN KEY (federation_id, cabinet_id) REFERENCES locker_cabinet (federation_id, id);
ALTER TABLE locker_loan ADD FOREIGN KEY (federation_id, cabinet_id) REFERENCES locker_cabinet (federation_id, id);
ALTER TABLE locker_loan ADD FOREIGN KEY (federation_id, compartment_id) REFERENCES locker_compartment (federation_id, id);
ALTER TABLE locker_loan ADD FOREIGN KEY (federation_id, claim_id) REFERENCES claim (federation_id, id);
ALTER TABLE locker_loan ADD FOREIGN KEY (federation_id, person_id) REFERENCES person (federation_id, id);
ALTER TABLE locker_opening ADD FOREIGN KEY (federation_id, compartment_id) REFERENCES locker_compartment (federation_id, id);
ALTER TABLE locker_opening ADD FOREIGN KEY (federation_id, loan_id) REFERENCES locker_loan (federation_id, id);
ALTER TABLE locker_opening ADD FOREIGN KEY (federation_id, person_id) REFERENCES person (federation_id, id);
ALTER TABLE locker_report ADD FOREIGN KEY (federation_id, compartment_id) REFERENCES locker_compartment (federation_id, id);
ALTER TABLE locker_report ADD FOREIGN KEY (federation_id, loan_id) REFERENCES locker_loan (federation_id, id);
ALTER TABLE locker_refill ADD FOREIGN KEY (federation_id, cabinet_id) REFERENCES locker_cabinet (federation_id, id);
ALTER TABLE locker_refill_line ADD FOREIGN KEY (federation_id, refill_id) REFERENCES locker_refill (federation_id, id);
ALTER TABLE locker_refill_line ADD FOREIGN KEY (federation_id, compartment_id) REFERENCES locker_compartment (federation_id, id);
ALTER TABLE locker_swap ADD FOREIGN KEY (federation_id, compartment_id) REFERENCES locker_compartment (federation_id, id);
