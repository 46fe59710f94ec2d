-- Why: how people prove who they are and what they agreed to (engine identity): passwords, one-time codes,
--      authenticators, sessions, consents, and the counters that make guessing useless.
-- Locks: new tables only. Rows at a large federation: 300,000 passwords, 1 million sessions, 3 million consents,
--        a few thousand codes, tickets and gates at a time (a job removes old ones).

-- phase: tables

-- A signed-in device. The token itself is never stored. No id, time or order of a worker's row is finer than an
-- hour: it must not tell who was active when an anonymous letter came in. An ended session is deleted.
CREATE TABLE session (
  federation_id uuid NOT NULL,
  id            uuid NOT NULL,                 -- random, not by time
  person_id     uuid NOT NULL,
  token_hash    bytea NOT NULL CHECK (length(token_hash) = 32),
  app           text NOT NULL CHECK (app IN ('member','console','api')),
  method        text NOT NULL CHECK (method IN ('code','password','demo','link')),
  second_factor boolean NOT NULL,              -- an authenticator or recovery code was shown in this session
  device        text NOT NULL CHECK (length(device) <= 60),
  begun_at      timestamptz NOT NULL,          -- rounded down to the hour
  seen_at       timestamptz NOT NULL,          -- rounded down to the hour; to five minutes while an office is held
  PRIMARY KEY (federation_id, id),
  UNIQUE (federation_id, token_hash)
);
CREATE INDEX session_of_person ON session (federation_id, person_id);
CREATE INDEX session_seen ON session (seen_at);

CREATE TABLE password (
  federation_id uuid NOT NULL,
  person_id     uuid NOT NULL,
  hash          text NOT NULL,                 -- argon2id with its parameters
  set_at        timestamptz NOT NULL,
  must_change   boolean NOT NULL,
  PRIMARY KEY (federation_id, person_id)
);

-- The last passwords of a person, so that none comes back at once.
CREATE TABLE password_past (
  federation_id uuid NOT NULL,
  person_id     uuid NOT NULL,
  set_at        timestamptz NOT NULL,
  hash          text NOT NULL,
  PRIMARY KEY (federation_id, person_id, set_at)
);

CREATE TABLE authenticator (
  federation_id uuid NOT NULL,
  person_id     uuid NOT NULL,
  secret_sealed bytea NOT NULL,
  begun_at      timestamptz NOT NULL,
  confirmed_at  timestamptz,                   -- counts only from here on
  last_step     bigint NOT NULL,               -- the 30-second step used last: no code works twice
  PRIMARY KEY (federation_id, person_id)
);

CREATE TABLE recovery_code (
  federation_id uuid NOT NULL,
  person_id     uuid NOT NULL,
  code_hash     bytea NOT NULL,
  used_at       timestamptz,
  PRIMARY KEY (federation_id, person_id, code_hash)
);

-- Counters of wrong tries. Keyed by a keyed hash of the credential or, when nobody is known by that name, of the
-- name, so that an unknown name locks like a known one. Distributed by that hash.
CREATE TABLE sign_in_gate (
  gate         bytea NOT NULL,
  tries        integer NOT NULL CHECK (tries >= 0),
  last_at      timestamptz NOT NULL,
  locked_until timestamptz,
  PRIMARY KEY (gate)
);
CREATE INDEX sign_in_gate_age ON sign_in_gate (last_at);

-- The one-time code on its way to a phone; one row per phone, known or not. Distributed by the phone's keyed hash.
CREATE TABLE one_time_code (
  phone_lookup bytea NOT NULL,
  code_hash    bytea NOT NULL,                 -- keyed: six digits alone would be guessed from any plain hash
  sent_at      timestamptz NOT NULL,
  expires_at   timestamptz NOT NULL,
  tries        integer NOT NULL CHECK (tries >= 0),
  used_at      timestamptz,
  hour_from    timestamptz NOT NULL,
  hour_count   integer NOT NULL CHECK (hour_count >= 1),
  PRIMARY KEY (phone_lookup)
);
CREATE INDEX one_time_code_age ON one_time_code (sent_at);

-- Half a sign-in: the first credential was right, the second step or a choice is still to come.
CREATE TABLE sign_in_ticket (
  token_hash    bytea NOT NULL,
  federation_id uuid,                          -- null while a person is still to be chosen
  person_id     uuid,
  phone_lookup  bytea,                         -- whose holders may be chosen
  method        text NOT NULL CHECK (method IN ('code','password')),
  app           text NOT NULL CHECK (app IN ('member','console','api')),
  device        text NOT NULL,
  expires_at    timestamptz NOT NULL,
  PRIMARY KEY (token_hash),
  CHECK ((person_id IS NULL) = (federation_id IS NULL)),
  CHECK (person_id IS NOT NULL OR phone_lookup IS NOT NULL)
);
CREATE INDEX sign_in_ticket_age ON sign_in_ticket (expires_at);

-- What a person was asked and answered. A new answer closes the row before it; nothing is rewritten.
CREATE TABLE consent (
  federation_id uuid NOT NULL,
  id            uuid NOT NULL,
  person_id     uuid NOT NULL,
  purpose       text NOT NULL,
  version       integer NOT NULL CHECK (version >= 1),
  text_hash     bytea NOT NULL,                -- SHA-256 of the words that were shown
  fields        text[] NOT NULL,               -- the kinds of data it covers
  decision      text NOT NULL CHECK (decision IN ('given','refused')),
  channel       text NOT NULL CHECK (channel IN ('phone','console','paper','api')),
  decided_at    timestamptz NOT NULL,
  withdrawn_at  timestamptz,
  replaced_at   timestamptz,
  PRIMARY KEY (federation_id, id),
  CHECK (withdrawn_at IS NULL OR decision = 'given')
);
CREATE UNIQUE INDEX consent_standing ON consent (federation_id, person_id, purpose) WHERE replaced_at IS NULL;
CREATE INDEX consent_of_person ON consent (federation_id, person_id, decided_at);
CREATE INDEX consent_given ON consent (federation_id, purpose, person_id) WHERE replaced_at IS NULL AND withdrawn_at IS NULL AND decision = 'given';

-- The link that makes the first administrator. Distributed by its hash.
CREATE TABLE first_administrator_link (
  token_hash bytea NOT NULL,
  made_at    timestamptz NOT NULL,
  expires_at timestamptz NOT NULL,
  used_at    timestamptz,
  PRIMARY KEY (token_hash)
);

-- phase: distribution
SELECT create_distributed_table('session', 'federation_id');
SELECT create_distributed_table('password', 'federation_id');
SELECT create_distributed_table('password_past', 'federation_id');
SELECT create_distributed_table('authenticator', 'federation_id');
SELECT create_distributed_table('recovery_code', 'federation_id');
SELECT create_distributed_table('consent', 'federation_id');
SELECT create_distributed_table('sign_in_gate', 'gate');
SELECT create_distributed_table('one_time_code', 'phone_lookup');
SELECT create_distributed_table('sign_in_ticket', 'token_hash');
SELECT create_distributed_table('first_administrator_link', 'token_hash');

-- phase: foreign keys
ALTER TABLE session ADD FOREIGN KEY (federation_id, person_id) REFERENCES person (federation_id, id);
ALTER TABLE password ADD FOREIGN KEY (federation_id, person_id) REFERENCES person (federation_id, id);
ALTER TABLE password_past ADD FOREIGN KEY (federation_id, person_id) REFERENCES person (federation_id, id);
ALTER TABLE authenticator ADD FOREIGN KEY (federation_id, person_id) REFERENCES person (federation_id, id);
ALTER TABLE recovery_code ADD FOREIGN KEY (federation_id, person_id) REFERENCES person (federation_id, id);
ALTER TABLE consent ADD FOREIGN KEY (federation_id, person_id) REFERENCES person (federation_id, id);
