-- Why: housing (公租房, SVC-10): what is given out, who applied with what, in which order they wait, who lives where.
--   Flats are the things of an offer, waiting and having one are claims of the engine (decision 0014): an allocation has the id of its offer,
--   an application the id of its case.
-- Locks: new tables only. Rows at a large federation: 1,000 allocations, 20,000 flats, 100,000 applications, 20,000 tenancies.

-- phase: tables

CREATE TABLE housing_allocation (
  federation_id  uuid NOT NULL,
  id             uuid NOT NULL,               -- of the offer
  union_id       uuid NOT NULL,
  about          text NOT NULL CHECK (length(about) <= 3000),
  documents      text[] NOT NULL CHECK (cardinality(documents) <= 12),   -- what has to be attached, by name
  tenancy_months smallint NOT NULL CHECK (tenancy_months BETWEEN 1 AND 120),
  checks         text[] NOT NULL CHECK (cardinality(checks) BETWEEN 1 AND 30),   -- the check list of visits
  started_at     timestamptz,                 -- from then on flats are offered in the order of the queue
  last_number    integer NOT NULL DEFAULT 0,  -- order numbers given so far
  PRIMARY KEY (federation_id, id)
);
CREATE INDEX housing_allocation_union ON housing_allocation (federation_id, union_id);

-- What a flat is besides its name, by its number in the offer.
CREATE TABLE housing_flat (
  federation_id uuid NOT NULL,
  allocation_id uuid NOT NULL,
  no            integer NOT NULL CHECK (no > 0),
  estate        text NOT NULL CHECK (length(estate) BETWEEN 1 AND 60),
  rooms         smallint NOT NULL CHECK (rooms BETWEEN 1 AND 9),
  area_dm2      integer NOT NULL CHECK (area_dm2 BETWEEN 100 AND 100000),   -- hundredths of a square metre
  rent_fen      bigint NOT NULL CHECK (rent_fen BETWEEN 0 AND 100000000),   -- a month
  PRIMARY KEY (federation_id, allocation_id, no)
);

CREATE TABLE housing_application (
  federation_id uuid NOT NULL,
  id            uuid NOT NULL,               -- of the case
  allocation_id uuid NOT NULL,
  person_id     uuid NOT NULL,
  people        smallint NOT NULL CHECK (people BETWEEN 1 AND 12),   -- who would live there
  sealed        bytea NOT NULL,              -- household members, income, how they live now, telephone
  version       integer NOT NULL DEFAULT 1,
  submitted_at  timestamptz,
  number        integer CHECK (number > 0),  -- the order in which it was submitted; the queue keeps it, whenever it is accepted
  objected_at   timestamptz,                 -- once
  declines      smallint NOT NULL DEFAULT 0, -- flats declined or not answered
  again_unit_id uuid,                        -- declined this one: waits again when somebody else has it
  again_at      timestamptz,
  ended_at      timestamptz,                 -- waits no more, has no flat any more
  ended_why     text CHECK (ended_why IN ('withdrawn','rejected','cancelled','declined','left','closed','returned')),
  PRIMARY KEY (federation_id, id),
  CHECK ((submitted_at IS NULL) = (number IS NULL)),
  CHECK ((again_unit_id IS NULL) = (again_at IS NULL)),
  CHECK ((ended_at IS NULL) = (ended_why IS NULL))
);
CREATE UNIQUE INDEX housing_application_one ON housing_application (federation_id, allocation_id, person_id) WHERE ended_at IS NULL;
CREATE INDEX housing_application_person ON housing_application (federation_id, person_id);
CREATE INDEX housing_application_number ON housing_application (federation_id, allocation_id, number);
CREATE INDEX housing_application_again ON housing_application (federation_id, allocation_id) WHERE again_unit_id IS NOT NULL;

-- Each time an application stands in the queue: with which number, since when. What happened then stands with its claim.
CREATE TABLE housing_place (
  federation_id  uuid NOT NULL,
  claim_id       uuid NOT NULL,
  application_id uuid NOT NULL,
  number         integer NOT NULL CHECK (number > 0),
  joined_at      timestamptz NOT NULL,
  PRIMARY KEY (federation_id, claim_id)
);
CREATE INDEX housing_place_application ON housing_place (federation_id, application_id, joined_at);

-- Who opened the papers of an application: they stay open to that officer for a while.
CREATE TABLE housing_look (
  federation_id  uuid NOT NULL,
  application_id uuid NOT NULL,
  person_id      uuid NOT NULL,
  until          timestamptz NOT NULL,
  PRIMARY KEY (federation_id, application_id, person_id)
);

CREATE TABLE housing_tenancy (
  federation_id  uuid NOT NULL,
  id             uuid NOT NULL,               -- of the claim
  application_id uuid NOT NULL,
  allocation_id  uuid NOT NULL,
  person_id      uuid NOT NULL,
  flat_no        integer NOT NULL,
  rent_fen       bigint NOT NULL,             -- a month, as agreed
  accepted_at    timestamptz NOT NULL,
  from_date      date,                        -- keys were handed over
  to_date        date,                        -- as agreed
  notice         text CHECK (notice IN ('leftUnion','term','wish','other')),   -- why the flat is to be handed over
  notice_at      timestamptz,
  leave_by       date,
  ended_on       date,
  PRIMARY KEY (federation_id, id),
  CHECK ((from_date IS NULL) = (to_date IS NULL)),
  CHECK ((notice IS NULL) = (leave_by IS NULL) AND (notice IS NULL) = (notice_at IS NULL))
);
CREATE INDEX housing_tenancy_allocation ON housing_tenancy (federation_id, allocation_id);
CREATE INDEX housing_tenancy_application ON housing_tenancy (federation_id, application_id);
CREATE INDEX housing_tenancy_person ON housing_tenancy (federation_id, person_id) WHERE ended_on IS NULL;

-- Moving in and moving out: the day, the check list, the keys; it counts when both have signed.
CREATE TABLE housing_visit (
  federation_id uuid NOT NULL,
  id            uuid NOT NULL,
  tenancy_id    uuid NOT NULL,
  kind          text NOT NULL CHECK (kind IN ('moveIn','moveOut')),
  planned_at    timestamptz NOT NULL,
  checks        jsonb NOT NULL,               -- [{ label, ok, note }]
  keys          smallint NOT NULL DEFAULT 0 CHECK (keys BETWEEN 0 AND 50),
  electricity   text NOT NULL DEFAULT '' CHECK (length(electricity) <= 20),   -- readings of the meters
  water         text NOT NULL DEFAULT '' CHECK (length(water) <= 20),
  note          text NOT NULL DEFAULT '' CHECK (length(note) <= 500),
  officer_id    uuid,                         -- signed for the union
  officer_at    timestamptz,
  tenant_at     timestamptz,                  -- signed on the phone
  absent        text NOT NULL DEFAULT '' CHECK (length(absent) <= 300),       -- moving out: why nobody could sign
  done_at       timestamptz,
  PRIMARY KEY (federation_id, id),
  CHECK ((officer_id IS NULL) = (officer_at IS NULL)),
  CHECK (done_at IS NULL OR (officer_at IS NOT NULL AND (tenant_at IS NOT NULL OR (kind = 'moveOut' AND absent <> ''))))
);
CREATE UNIQUE INDEX housing_visit_one ON housing_visit (federation_id, tenancy_id, kind);
CREATE INDEX housing_visit_planned ON housing_visit (federation_id, planned_at) WHERE done_at IS NULL;

-- phase: distribution
SELECT create_distributed_table('housing_allocation', 'federation_id');
SELECT create_distributed_table('housing_flat', 'federation_id');
SELECT create_distributed_table('housing_application', 'federation_id');
SELECT create_distributed_table('housing_place', 'federation_id');
SELECT create_distributed_table('housing_look', 'federation_id');
SELECT create_distributed_table('housing_tenancy', 'federation_id');
SELECT create_distributed_table('housing_visit', 'federation_id');

-- phase: foreign keys
ALTER TABLE housing_allocation ADD FOREIGN KEY (federation_id, id) REFERENCES offer (federation_id, id);
ALTER TABLE housing_allocation ADD FOREIGN KEY (federation_id, union_id) REFERENCES union_unit (federation_id, id);
ALTER TABLE housing_flat ADD FOREIGN KEY (federation_id, allocation_id) REFERENCES housing_allocation (federation_id, id);
ALTER TABLE housing_application ADD FOREIGN KEY (federation_id, id) REFERENCES case_file (federation_id, id);
ALTER TABLE housing_application ADD FOREIGN KEY (federation_id, allocation_id) REFERENCES housing_allocation (federation_id, id);
ALTER TABLE housing_application ADD FOREIGN KEY (federation_id, person_id) REFERENCES person (federation_id, id);
ALTER TABLE housing_place ADD FOREIGN KEY (federation_id, claim_id) REFERENCES claim (federation_id, id);
ALTER TABLE housing_place ADD FOREIGN KEY (federation_id, application_id) REFERENCES housing_application (federation_id, id);
ALTER TABLE housing_look ADD FOREIGN KEY (federation_id, application_id) REFERENCES housing_application (federation_id, id);
ALTER TABLE housing_tenancy ADD FOREIGN KEY (federation_id, id) REFERENCES claim (federation_id, id);
ALTER TABLE housing_tenancy ADD FOREIGN KEY (federation_id, application_id) REFERENCES housing_application (federation_id, id);
ALTER TABLE housing_tenancy ADD FOREIGN KEY (federation_id, allocation_id, flat_no) REFERENCES housing_flat (federation_id, allocation_id, no);
ALTER TABLE housing_visit ADD FOREIGN KEY (federation_id, tenancy_id) REFERENCES housing_tenancy (federation_id, id);
