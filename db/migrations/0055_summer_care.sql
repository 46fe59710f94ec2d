-- Why: children's summer care (SVC-11, 小候鸟): programmes, sessions, children, who may pick them up, attendance, consents, incidents.
-- Personal data of children under 14 stands in sealed columns only and is wiped some days after the session (PIPL art. 31, 47).
-- Locks: new tables only. Rows at a large federation: 2,000 sessions, 60,000 children, 900,000 days a year.

-- phase: tables

CREATE TABLE care_programme (
  federation_id uuid NOT NULL,
  id            uuid NOT NULL,
  union_id      uuid NOT NULL,
  year          smallint NOT NULL CHECK (year BETWEEN 2000 AND 2200),
  title         text NOT NULL CHECK (length(title) BETWEEN 1 AND 60),
  about         text NOT NULL DEFAULT '' CHECK (length(about) <= 3000),
  age_from      smallint NOT NULL CHECK (age_from BETWEEN 3 AND 17),   -- full years, on age_on
  age_to        smallint NOT NULL CHECK (age_to BETWEEN 3 AND 17),
  age_on        date,                        -- the day ages are counted on; null: the first day of each session
  opens_at      timestamptz NOT NULL,        -- sign-up
  closes_at     timestamptz NOT NULL,
  price_fen     bigint NOT NULL DEFAULT 0 CHECK (price_fen BETWEEN 0 AND 10000000),  -- of a session, paid on the first morning
  consent_no    smallint NOT NULL DEFAULT 1, -- the version of the consent text in force
  published_at  timestamptz,
  made_by_id    uuid,
  made_at       timestamptz NOT NULL,
  version       integer NOT NULL DEFAULT 1,
  PRIMARY KEY (federation_id, id),
  CHECK (age_to >= age_from),
  CHECK (closes_at > opens_at)
);
CREATE INDEX care_programme_union ON care_programme (federation_id, union_id, year);

-- What guardians agree to. A text is never changed: another one is the next version.
CREATE TABLE care_consent (
  federation_id uuid NOT NULL,
  programme_id  uuid NOT NULL,
  no            smallint NOT NULL CHECK (no BETWEEN 1 AND 1000),
  text          text NOT NULL CHECK (length(text) BETWEEN 20 AND 6000),
  health_text   text NOT NULL CHECK (length(health_text) BETWEEN 20 AND 3000),  -- the separate one for health notes
  hash          bytea NOT NULL,              -- SHA-256 of both
  at            timestamptz NOT NULL,
  by_id         uuid,
  PRIMARY KEY (federation_id, programme_id, no)
);

-- A session (班次) has the id of its offer.
CREATE TABLE care_session (
  federation_id  uuid NOT NULL,
  id             uuid NOT NULL,
  programme_id   uuid NOT NULL,
  union_id       uuid NOT NULL,
  title          text NOT NULL CHECK (length(title) BETWEEN 1 AND 60),
  site           text NOT NULL CHECK (length(site) BETWEEN 1 AND 60),
  address        text NOT NULL DEFAULT '' CHECK (length(address) <= 120),
  starts_on      date NOT NULL,
  ends_on        date NOT NULL,
  weekdays       smallint NOT NULL CHECK (weekdays BETWEEN 1 AND 127),   -- bit 0 Sunday … bit 6 Saturday
  days_off       date[] NOT NULL DEFAULT '{}',
  opens_minute   smallint NOT NULL CHECK (opens_minute BETWEEN 0 AND 1439),
  closes_minute  smallint NOT NULL CHECK (closes_minute BETWEEN 1 AND 1440),
  capacity       smallint NOT NULL CHECK (capacity BETWEEN 1 AND 1000),
  age_from       smallint NOT NULL,
  age_to         smallint NOT NULL,
  forget_days    smallint NOT NULL DEFAULT 0,  -- days after the end until children's data go; decided when it is published
  rule_set_id    uuid,                         -- by which numbers
  forgotten_at   timestamptz,
  PRIMARY KEY (federation_id, id),
  CONSTRAINT care_session_ages UNIQUE (federation_id, id, age_from, age_to),
  CHECK (ends_on >= starts_on AND ends_on - starts_on <= 120),
  CHECK (closes_minute > opens_minute)
);
CREATE INDEX care_session_programme ON care_session (federation_id, programme_id, starts_on);
CREATE INDEX care_session_forget ON care_session (federation_id, ends_on) WHERE forgotten_at IS NULL;

-- A child in a session. Everything about the child is sealed; what is left for statistics is an age.
CREATE TABLE care_entry (
  federation_id  uuid NOT NULL,
  id             uuid NOT NULL,
  session_id     uuid NOT NULL,
  guardian_id    uuid,                       -- the worker who signed up; null when it was forgotten
  claim_id       uuid,                       -- written by the same transaction that makes the claim
  key            text NOT NULL CHECK (length(key) BETWEEN 8 AND 100),
  child_sealed   bytea,
  contact_sealed bytea,
  notes_sealed   bytea,                      -- allergies and health: only while consented to
  age            smallint NOT NULL,
  age_from       smallint NOT NULL,
  age_to         smallint NOT NULL,
  consent_no     smallint NOT NULL,
  consent_hash   bytea NOT NULL,
  consent_at     timestamptz NOT NULL,
  notes_no       smallint,
  notes_hash     bytea,
  notes_at       timestamptz,
  notes_withdrawn_at timestamptz,
  made_at        timestamptz NOT NULL,
  ended_at       timestamptz,
  forgotten_at   timestamptz,
  version        integer NOT NULL DEFAULT 1,
  PRIMARY KEY (federation_id, id),
  CONSTRAINT care_entry_age CHECK (age BETWEEN age_from AND age_to),
  CONSTRAINT care_entry_key UNIQUE (federation_id, session_id, guardian_id, key),
  CHECK (notes_sealed IS NULL OR (notes_hash IS NOT NULL AND notes_at IS NOT NULL AND notes_withdrawn_at IS NULL)),
  CHECK (forgotten_at IS NULL OR (child_sealed IS NULL AND contact_sealed IS NULL AND notes_sealed IS NULL))
);
CREATE UNIQUE INDEX care_entry_claim ON care_entry (federation_id, claim_id) WHERE claim_id IS NOT NULL;
CREATE INDEX care_entry_session ON care_entry (federation_id, session_id);
CREATE INDEX care_entry_guardian ON care_entry (federation_id, guardian_id) WHERE guardian_id IS NOT NULL;

-- A child's day. One child is in one session on a day, whatever happens at once: the keyed look-up of name, birth date and sex is unique.
CREATE TABLE care_day (
  federation_id  uuid NOT NULL,
  entry_id       uuid NOT NULL,
  day            date NOT NULL,
  session_id     uuid NOT NULL,
  child_key      bytea,                      -- null when the place was given back or the child forgotten
  excused_at     timestamptz,                -- the guardian said that the child stays away
  absent_told_at timestamptz,
  arrived_at     timestamptz,
  arrived_by_id  uuid,
  left_at        timestamptz,
  left_by_id     uuid,
  pickup_id      uuid,                       -- who took the child home
  release_id     uuid,                       -- or by which exception
  PRIMARY KEY (federation_id, entry_id, day),
  CHECK (left_at IS NULL OR (arrived_at IS NOT NULL AND ((pickup_id IS NULL) <> (release_id IS NULL))))
);
CREATE UNIQUE INDEX care_day_child ON care_day (federation_id, child_key, day) WHERE child_key IS NOT NULL;
CREATE INDEX care_day_session ON care_day (federation_id, session_id, day);

-- Who may pick a child up: guardians and others they name.
CREATE TABLE care_pickup (
  federation_id uuid NOT NULL,
  id            uuid NOT NULL,
  entry_id      uuid NOT NULL,
  no            smallint NOT NULL CHECK (no BETWEEN 1 AND 100),
  sealed        bytea,                       -- name, phone, relation
  code_no       smallint NOT NULL DEFAULT 1, -- a lost code is made invalid by counting on
  made_at       timestamptz NOT NULL,
  removed_at    timestamptz,
  PRIMARY KEY (federation_id, id),
  CONSTRAINT care_pickup_no UNIQUE (federation_id, entry_id, no)
);

-- Staff of a session, from one day to another.
CREATE TABLE care_duty (
  federation_id uuid NOT NULL,
  id            uuid NOT NULL,
  session_id    uuid NOT NULL,
  person_id     uuid NOT NULL,
  from_on       date NOT NULL,
  to_on         date NOT NULL,
  PRIMARY KEY (federation_id, id),
  CHECK (to_on >= from_on)
);
CREATE INDEX care_duty_session ON care_duty (federation_id, session_id);
CREATE INDEX care_duty_person ON care_duty (federation_id, person_id, to_on);

-- A child handed to somebody who is not listed: asked by one, confirmed by another.
CREATE TABLE care_release (
  federation_id uuid NOT NULL,
  id            uuid NOT NULL,
  session_id    uuid NOT NULL,
  entry_id      uuid NOT NULL,
  day           date NOT NULL,
  sealed        bytea,                       -- who takes the child, their phone and relation, and why
  by_id         uuid NOT NULL,
  at            timestamptz NOT NULL,
  state         text NOT NULL CHECK (state IN ('asked','confirmed','declined')),
  second_id     uuid,
  decided_at    timestamptz,
  PRIMARY KEY (federation_id, id),
  CHECK ((state = 'asked') = (second_id IS NULL) AND (second_id IS NULL) = (decided_at IS NULL)),
  CONSTRAINT care_release_two_people CHECK (state <> 'confirmed' OR second_id <> by_id)
);
CREATE UNIQUE INDEX care_release_open ON care_release (federation_id, entry_id, day) WHERE state = 'asked';
CREATE INDEX care_release_session ON care_release (federation_id, session_id, day);

CREATE TABLE care_incident (
  federation_id uuid NOT NULL,
  id            uuid NOT NULL,
  session_id    uuid NOT NULL,
  entry_id      uuid NOT NULL,
  at            timestamptz NOT NULL,
  by_id         uuid NOT NULL,
  sealed        bytea,
  PRIMARY KEY (federation_id, id)
);
CREATE INDEX care_incident_session ON care_incident (federation_id, session_id, at);
CREATE INDEX care_incident_entry ON care_incident (federation_id, entry_id);

-- What the union wrote to the guardians of a session.
CREATE TABLE care_message (
  federation_id uuid NOT NULL,
  id            uuid NOT NULL,
  session_id    uuid NOT NULL,
  at            timestamptz NOT NULL,
  by_id         uuid NOT NULL,
  text          text NOT NULL CHECK (length(text) BETWEEN 2 AND 1000),
  receivers     integer NOT NULL,
  PRIMARY KEY (federation_id, id)
);
CREATE INDEX care_message_session ON care_message (federation_id, session_id, at);

-- phase: distribution
SELECT create_distributed_table('care_programme', 'federation_id');
SELECT create_distributed_table('care_consent', 'federation_id');
SELECT create_distributed_table('care_session', 'federation_id');
SELECT create_distributed_table('care_entry', 'federation_id');
SELECT create_distributed_table('care_day', 'federation_id');
SELECT create_distributed_table('care_pickup', 'federation_id');
SELECT create_distributed_table('care_duty', 'federation_id');
SELECT create_distributed_table('care_release', 'federation_id');
SELECT create_distributed_table('care_incident', 'federation_id');
SELECT create_distributed_table('care_message', 'federation_id');

-- phase: foreign keys
ALTER TABLE care_programme ADD FOREIGN KEY (federation_id, union_id) REFERENCES union_unit (federation_id, id);
ALTER TABLE care_consent ADD FOREIGN KEY (federation_id, programme_id) REFERENCES care_programme (federation_id, id);
ALTER TABLE care_session ADD FOREIGN KEY (federation_id, id) REFERENCES offer (federation_id, id);
ALTER TABLE care_session ADD FOREIGN KEY (federation_id, programme_id) REFERENCES care_programme (federation_id, id);
ALTER TABLE care_session ADD FOREIGN KEY (federation_id, union_id) REFERENCES union_unit (federation_id, id);
-- the ages a child was judged by are those of the session, also when somebody changes them at the same time
ALTER TABLE care_entry ADD CONSTRAINT care_entry_ages FOREIGN KEY (federation_id, session_id, age_from, age_to) REFERENCES care_session (federation_id, id, age_from, age_to);
ALTER TABLE care_entry ADD FOREIGN KEY (federation_id, guardian_id) REFERENCES person (federation_id, id);
ALTER TABLE care_entry ADD FOREIGN KEY (federation_id, claim_id) REFERENCES claim (federation_id, id);
ALTER TABLE care_day ADD FOREIGN KEY (federation_id, entry_id) REFERENCES care_entry (federation_id, id);
ALTER TABLE care_day ADD FOREIGN KEY (federation_id, pickup_id) REFERENCES care_pickup (federation_id, id);
ALTER TABLE care_day ADD FOREIGN KEY (federation_id, release_id) REFERENCES care_release (federation_id, id);
ALTER TABLE care_pickup ADD FOREIGN KEY (federation_id, entry_id) REFERENCES care_entry (federation_id, id);
ALTER TABLE care_duty ADD FOREIGN KEY (federation_id, session_id) REFERENCES care_session (federation_id, id);
ALTER TABLE care_duty ADD FOREIGN KEY (federation_id, person_id) REFERENCES person (federation_id, id);
ALTER TABLE care_release ADD FOREIGN KEY (federation_id, entry_id) REFERENCES care_entry (federation_id, id);
ALTER TABLE care_release ADD FOREIGN KEY (federation_id, by_id) REFERENCES person (federation_id, id);
ALTER TABLE care_release ADD FOREIGN KEY (federation_id, second_id) REFERENCES person (federation_id, id);
ALTER TABLE care_incident ADD FOREIGN KEY (federation_id, entry_id) REFERENCES care_entry (federation_id, id);
ALTER TABLE care_incident ADD FOREIGN KEY (federation_id, by_id) REFERENCES person (federation_id, id);
ALTER TABLE care_message ADD FOREIGN KEY (federation_id, session_id) REFERENCES care_session (federation_id, id);
