-- Why: the union tree, people, dated memberships and dated offices (engine org).
-- Locks: new tables only. Rows at a large federation: 100,000 unions, 1 million people, 2 million memberships.

-- phase: tables

-- A tenant: the top union of a tree. federation_id equals the id of its top union.
CREATE TABLE federation (
  federation_id uuid NOT NULL,
  name          text NOT NULL,
  region_code   text NOT NULL DEFAULT '',
  founded_at    timestamptz NOT NULL,
  PRIMARY KEY (federation_id)
);

CREATE TABLE union_unit (
  federation_id    uuid NOT NULL,
  id               uuid NOT NULL,
  code             text NOT NULL,              -- organisation code within the federation, typed by officers
  join_code        text NOT NULL,              -- random, stands in the QR code on the wall
  node             text NOT NULL,              -- eight letters, this union's step in every path below it
  name             text NOT NULL,
  kind             text NOT NULL CHECK (kind IN ('federation','district','street','industry','group','area','joint','enterprise','sector','park','building','streetFront','site','farmCooperative','dwelling','branch','unionGroup')),
  state            text NOT NULL CHECK (state IN ('preparing','active','merged','dissolved')),
  parent_id        uuid,
  sector_parent_id uuid,                       -- second parent on the industrial line (二次覆盖)
  path             text NOT NULL,              -- /node/node/ from the top, ends with the own node
  sector_path      text,                       -- the same below the sector parent, when this union or one above it has one
  region_code      text NOT NULL DEFAULT '',
  address          text NOT NULL DEFAULT '',
  employer_name    text NOT NULL DEFAULT '',
  employer_uscc    text NOT NULL DEFAULT '',
  union_uscc       text NOT NULL DEFAULT '',
  industry         text NOT NULL DEFAULT '',
  workers          integer NOT NULL DEFAULT 0 CHECK (workers >= 0),
  women            integer NOT NULL DEFAULT 0 CHECK (women >= 0 AND women <= workers),
  takes_unattached boolean NOT NULL DEFAULT false, -- takes in people whose workplace has no union (体外入会)
  founded_on       date,
  term_years       smallint CHECK (term_years IN (3, 5)),
  term_from        date,
  term_to          date,
  approval         text NOT NULL DEFAULT '',   -- the parent's document that founded, merged or dissolved it
  merged_into_id   uuid,
  ended_on         date,
  created_at       timestamptz NOT NULL,
  PRIMARY KEY (federation_id, id),
  UNIQUE (federation_id, code),
  UNIQUE (federation_id, node)
);
CREATE INDEX union_unit_path ON union_unit (federation_id, path text_pattern_ops);
CREATE INDEX union_unit_sector_path ON union_unit (federation_id, sector_path text_pattern_ops) WHERE sector_path IS NOT NULL;
CREATE INDEX union_unit_parent ON union_unit (federation_id, parent_id);

-- Global look-up of what stands in a QR code; distributed by the code itself.
CREATE TABLE join_code_lookup (
  join_code     text NOT NULL,
  federation_id uuid NOT NULL,
  union_id      uuid NOT NULL,
  PRIMARY KEY (join_code)
);

CREATE TABLE person (
  federation_id      uuid NOT NULL,
  id                 uuid NOT NULL,
  name               text NOT NULL,
  sex                text CHECK (sex IN ('male','female')),
  birth_date         date,
  ethnicity          text NOT NULL DEFAULT '',
  id_kind            text NOT NULL DEFAULT 'none' CHECK (id_kind IN ('none','residentId','residencePermit','foreignPermanent','passport','hongKongMacaoPermit','taiwanPermit','military','other')),
  id_sealed          bytea,
  id_lookup          bytea,                    -- HMAC of the tidied number: equality only
  phone_sealed       bytea,
  phone_lookup       bytea,
  email_sealed       bytea,
  staff_number       text NOT NULL DEFAULT '',
  political_status   text NOT NULL DEFAULT '',
  education          text NOT NULL DEFAULT '',
  skill_grade        text NOT NULL DEFAULT '',
  professional_title text NOT NULL DEFAULT '',
  household          text NOT NULL DEFAULT '',
  migrant            boolean NOT NULL DEFAULT false,
  new_form           text NOT NULL DEFAULT '', -- occupation of a new-form worker (新就业形态), empty when not
  honour_grade       text NOT NULL DEFAULT '',
  locale             text NOT NULL DEFAULT 'zh' CHECK (locale IN ('zh','en')),
  text_size          text NOT NULL DEFAULT 'usual' CHECK (text_size IN ('usual','large','larger','largest')),
  created_at         timestamptz NOT NULL,
  changed_at         timestamptz NOT NULL,
  PRIMARY KEY (federation_id, id)
);
CREATE UNIQUE INDEX person_id_lookup ON person (federation_id, id_lookup) WHERE id_lookup IS NOT NULL;
CREATE INDEX person_phone_lookup ON person (federation_id, phone_lookup) WHERE phone_lookup IS NOT NULL;
CREATE INDEX person_staff_number ON person (federation_id, staff_number) WHERE staff_number <> '';
CREATE INDEX person_name ON person (federation_id, name text_pattern_ops);

-- One period of belonging to one union. Rows are closed, never rewritten: the history is the table.
CREATE TABLE membership (
  federation_id   uuid NOT NULL,
  id              uuid NOT NULL,
  person_id       uuid NOT NULL,
  union_id        uuid NOT NULL,
  state           text NOT NULL CHECK (state IN ('active','reserved','ended')),
  began_on        date NOT NULL,
  ended_on        date,
  end_reason      text CHECK (end_reason IN ('transferred','left','lapsed','retired','expelled','deceased','returned','merged','undone')),
  origin          text NOT NULL CHECK (origin IN ('roster','application','transfer','founding','return','retirement','merge','demo')),
  origin_id       uuid,                        -- the import, case or transfer that made it
  card_number     text NOT NULL,
  category        text NOT NULL DEFAULT 'regular' CHECK (category IN ('regular','unattached')), -- unattached: 两非一无
  subsidised      boolean NOT NULL DEFAULT false,
  department      text NOT NULL DEFAULT '',
  job             text NOT NULL DEFAULT '',
  employment_form text NOT NULL DEFAULT '',
  employed_on     date,
  contract_to     date,
  created_at      timestamptz NOT NULL,
  PRIMARY KEY (federation_id, id),
  CHECK ((state = 'ended') = (ended_on IS NOT NULL))
);
-- One active membership per person, whatever happens at once.
CREATE UNIQUE INDEX membership_one_active ON membership (federation_id, person_id) WHERE state <> 'ended';
CREATE INDEX membership_of_person ON membership (federation_id, person_id, began_on);
CREATE INDEX membership_of_union ON membership (federation_id, union_id, state, person_id);
CREATE INDEX membership_card ON membership (federation_id, card_number);
CREATE INDEX membership_origin ON membership (federation_id, origin_id) WHERE origin_id IS NOT NULL;

CREATE TABLE office_holding (
  federation_id uuid NOT NULL,
  id            uuid NOT NULL,
  person_id     uuid NOT NULL,
  union_id      uuid NOT NULL,
  office        text NOT NULL,
  title         text NOT NULL DEFAULT '',      -- what stands on the door, e.g. a department
  full_time     boolean NOT NULL DEFAULT false,
  from_date     date NOT NULL,
  to_date       date,                          -- last day, included
  basis         text NOT NULL DEFAULT '',
  created_at    timestamptz NOT NULL,
  PRIMARY KEY (federation_id, id),
  CHECK (to_date IS NULL OR to_date >= from_date)
);
CREATE INDEX office_holding_person ON office_holding (federation_id, person_id);
CREATE INDEX office_holding_union ON office_holding (federation_id, union_id, office);

-- A federation's own view of which office may do what; without a row the parts' defaults hold.
CREATE TABLE office_permission (
  federation_id uuid NOT NULL,
  office        text NOT NULL,
  permission    text NOT NULL,
  allowed       boolean NOT NULL,
  PRIMARY KEY (federation_id, office, permission)
);

-- Members per union, counted by a job from membership (its source) and rebuildable at any time.
CREATE TABLE union_figure (
  federation_id uuid NOT NULL,
  union_id      uuid NOT NULL,
  members       integer NOT NULL,
  women         integer NOT NULL,
  unattached    integer NOT NULL,
  reserved      integer NOT NULL,
  joined_year   integer NOT NULL,
  counted_at    timestamptz NOT NULL,
  PRIMARY KEY (federation_id, union_id)
);

-- phase: distribution
SELECT create_distributed_table('federation', 'federation_id');
SELECT create_distributed_table('union_unit', 'federation_id');
SELECT create_distributed_table('person', 'federation_id');
SELECT create_distributed_table('membership', 'federation_id');
SELECT create_distributed_table('office_holding', 'federation_id');
SELECT create_distributed_table('office_permission', 'federation_id');
SELECT create_distributed_table('union_figure', 'federation_id');
SELECT create_distributed_table('join_code_lookup', 'join_code');

-- phase: foreign keys
ALTER TABLE union_unit ADD FOREIGN KEY (federation_id) REFERENCES federation (federation_id);
ALTER TABLE union_unit ADD FOREIGN KEY (federation_id, parent_id) REFERENCES union_unit (federation_id, id);
ALTER TABLE union_unit ADD FOREIGN KEY (federation_id, sector_parent_id) REFERENCES union_unit (federation_id, id);
ALTER TABLE union_unit ADD FOREIGN KEY (federation_id, merged_into_id) REFERENCES union_unit (federation_id, id);
ALTER TABLE person ADD FOREIGN KEY (federation_id) REFERENCES federation (federation_id);
ALTER TABLE membership ADD FOREIGN KEY (federation_id, person_id) REFERENCES person (federation_id, id);
ALTER TABLE membership ADD FOREIGN KEY (federation_id, union_id) REFERENCES union_unit (federation_id, id);
ALTER TABLE office_holding ADD FOREIGN KEY (federation_id, person_id) REFERENCES person (federation_id, id);
ALTER TABLE office_holding ADD FOREIGN KEY (federation_id, union_id) REFERENCES union_unit (federation_id, id);
ALTER TABLE office_permission ADD FOREIGN KEY (federation_id) REFERENCES federation (federation_id);
ALTER TABLE union_figure ADD FOREIGN KEY (federation_id, union_id) REFERENCES union_unit (federation_id, id);
