-- Why: messages to people and to union groups (engine notify): what was told, who reads it, what goes out by which way, and what came of it.
-- Locks: new tables only. Rows at a large federation: 2 million messages, 60 million inbox lines, 10 million deliveries a year.
-- Retention: attempts and ended deliveries at least 180 days (网络安全法 art. 23(3)); a job takes older ones away.

-- phase: tables

-- What was told, once, whatever the number of readers.
CREATE TABLE notify_message (
  federation_id uuid NOT NULL,
  id            uuid NOT NULL,
  key           text NOT NULL CHECK (length(key) BETWEEN 1 AND 200), -- the same effect is told once
  content_hash  bytea NOT NULL CHECK (length(content_hash) = 32),     -- the same key with another content is an error
  kind          text NOT NULL CHECK (length(kind) BETWEEN 1 AND 80),  -- letters.answered
  kind_group    text NOT NULL,                                        -- letters: what people choose by
  title_code    text NOT NULL,
  title_zh      text NOT NULL,
  title_en      text NOT NULL,
  body_code     text NOT NULL,
  body_zh       text NOT NULL,
  body_en       text NOT NULL,
  slots         jsonb NOT NULL,
  secret_sealed bytea,                       -- values that must not rest in the clear (one-time codes); gone when it is sent
  link          text NOT NULL,               -- path inside the apps
  urgent        boolean NOT NULL,            -- passes quiet hours
  union_id      uuid,                        -- in whose name; none: the federation's
  calls         uuid[] NOT NULL,             -- people a robot calls in its group
  thread        jsonb,                       -- e-mail conversation this belongs to
  told_at       timestamptz NOT NULL,
  PRIMARY KEY (federation_id, id),
  UNIQUE (federation_id, key)
);

-- A person's copy.
CREATE TABLE notify_inbox (
  federation_id uuid NOT NULL,
  person_id     uuid NOT NULL,
  message_id    uuid NOT NULL,
  told_at       timestamptz NOT NULL,
  read_at       timestamptz,
  PRIMARY KEY (federation_id, person_id, message_id)
);
CREATE INDEX notify_inbox_order ON notify_inbox (federation_id, person_id, told_at DESC, message_id DESC);
CREATE INDEX notify_inbox_unread ON notify_inbox (federation_id, person_id) WHERE read_at IS NULL;
CREATE INDEX notify_inbox_message ON notify_inbox (federation_id, message_id);

-- The outbox: one row for each way a message goes out. Written with the business, sent after its commit.
CREATE TABLE notify_delivery (
  federation_id  uuid NOT NULL,
  id             uuid NOT NULL,
  message_id     uuid NOT NULL,
  channel        text NOT NULL CHECK (channel IN ('email','sms','wecom','dingtalk','webhook')),
  target         text NOT NULL,              -- person id, channel id, or keyed hash of an outside address
  person_id      uuid,
  channel_id     uuid,                       -- robot or receiver; none: found when it is sent
  address_sealed bytea,                      -- an outside address; gone when it is sent
  locale         text NOT NULL DEFAULT 'zh' CHECK (locale IN ('zh','en')), -- of an outside address
  urgent         boolean NOT NULL,
  digest         boolean NOT NULL,
  state          text NOT NULL CHECK (state IN ('waiting','sending','sent','skipped','dead')),
  code           text NOT NULL DEFAULT '',   -- last answer of the provider, or why it was left out
  tries          smallint NOT NULL DEFAULT 0,
  due_at         timestamptz NOT NULL,       -- when to send; while sending: when another process may take it over
  lease          uuid,                       -- which round is sending it
  queued_at      timestamptz NOT NULL,
  ended_at       timestamptz,
  PRIMARY KEY (federation_id, id),
  UNIQUE (federation_id, message_id, channel, target),
  CHECK ((state = 'sending') = (lease IS NOT NULL)),
  CHECK ((state IN ('sent','skipped','dead')) = (ended_at IS NOT NULL))
);
CREATE INDEX notify_delivery_due ON notify_delivery (federation_id, urgent, due_at, id) WHERE state IN ('waiting','sending') AND NOT digest AND channel IN ('email','sms');
CREATE INDEX notify_delivery_group ON notify_delivery (federation_id, channel_id, due_at, id) WHERE state IN ('waiting','sending') AND channel_id IS NOT NULL;
CREATE INDEX notify_delivery_person ON notify_delivery (federation_id, person_id) WHERE state IN ('waiting','sending') AND person_id IS NOT NULL;
CREATE INDEX notify_delivery_open ON notify_delivery (due_at) WHERE state IN ('waiting','sending') AND NOT digest;
CREATE INDEX notify_delivery_dead ON notify_delivery (federation_id, ended_at DESC, id DESC) WHERE state = 'dead';
CREATE INDEX notify_delivery_ended ON notify_delivery (ended_at) WHERE ended_at IS NOT NULL;

-- Each try, begun before it is made: a crash leaves a line that says so.
CREATE TABLE notify_attempt (
  federation_id  uuid NOT NULL,
  id             uuid NOT NULL,
  delivery_id    uuid NOT NULL,
  channel        text NOT NULL,
  channel_id     uuid,
  union_id       uuid,                       -- whose officers may read the line; none: those of the top union
  kind           text NOT NULL,
  address_masked text NOT NULL,
  number         smallint NOT NULL,
  state          text NOT NULL CHECK (state IN ('sending','sent','failed','lost')),
  code           text NOT NULL DEFAULT '',
  began_at       timestamptz NOT NULL,
  ended_at       timestamptz,
  PRIMARY KEY (federation_id, id)
);
CREATE INDEX notify_attempt_order ON notify_attempt (federation_id, began_at DESC, id DESC);
CREATE INDEX notify_attempt_delivery ON notify_attempt (federation_id, delivery_id);
CREATE INDEX notify_attempt_channel ON notify_attempt (federation_id, channel_id, began_at) WHERE channel_id IS NOT NULL;
CREATE INDEX notify_attempt_began ON notify_attempt (began_at);

-- Robots, receivers, mail servers and gateways that officers set up.
CREATE TABLE notify_channel (
  federation_id   uuid NOT NULL,
  id              uuid NOT NULL,
  union_id        uuid NOT NULL,
  kind            text NOT NULL CHECK (kind IN ('email','sms','wecom','dingtalk','webhook')),
  name            text NOT NULL,
  settings_sealed bytea NOT NULL,
  shown           jsonb NOT NULL,            -- the settings with every secret masked
  kinds           text[] NOT NULL,           -- which kinds or groups of messages; empty: all
  enabled         boolean NOT NULL,
  fault           text NOT NULL DEFAULT '',  -- the answer that says its settings are wrong
  fault_at        timestamptz,
  paused_until    timestamptz,               -- the provider asked for a rest
  created_at      timestamptz NOT NULL,
  changed_at      timestamptz NOT NULL,
  PRIMARY KEY (federation_id, id)
);
CREATE UNIQUE INDEX notify_channel_one ON notify_channel (federation_id, union_id, kind) WHERE kind IN ('email','sms');
CREATE INDEX notify_channel_union ON notify_channel (federation_id, union_id);

-- A person's hours; without a row the usual ones hold. Minutes after midnight in China.
CREATE TABLE notify_person (
  federation_id  uuid NOT NULL,
  person_id      uuid NOT NULL,
  quiet_from     smallint NOT NULL CHECK (quiet_from BETWEEN 0 AND 1439),
  quiet_to       smallint NOT NULL CHECK (quiet_to BETWEEN 0 AND 1439),
  digest_at      smallint NOT NULL CHECK (digest_at BETWEEN 0 AND 1439),
  next_digest_at timestamptz,                -- none: takes no digest
  changed_at     timestamptz NOT NULL,
  PRIMARY KEY (federation_id, person_id)
);
CREATE INDEX notify_person_digest ON notify_person (next_digest_at) WHERE next_digest_at IS NOT NULL;

-- What a person chose for a group of messages (`*`: all that are not named) and a way.
CREATE TABLE notify_choice (
  federation_id uuid NOT NULL,
  person_id     uuid NOT NULL,
  kind_group    text NOT NULL,
  channel       text NOT NULL CHECK (channel IN ('email','sms')),
  mode          text NOT NULL CHECK (mode IN ('now','digest','off')),
  PRIMARY KEY (federation_id, person_id, kind_group, channel),
  CHECK (mode <> 'digest' OR channel = 'email')
);

-- Demonstration: short messages that would have gone to telephones.
CREATE TABLE notify_visible (
  federation_id  uuid NOT NULL,
  id             uuid NOT NULL,
  address_masked text NOT NULL,
  body           text NOT NULL,
  sent_at        timestamptz NOT NULL,
  PRIMARY KEY (federation_id, id)
);
CREATE INDEX notify_visible_order ON notify_visible (federation_id, sent_at DESC, id DESC);

-- phase: distribution
SELECT create_distributed_table('notify_message', 'federation_id');
SELECT create_distributed_table('notify_inbox', 'federation_id');
SELECT create_distributed_table('notify_delivery', 'federation_id');
SELECT create_distributed_table('notify_attempt', 'federation_id');
SELECT create_distributed_table('notify_channel', 'federation_id');
SELECT create_distributed_table('notify_person', 'federation_id');
SELECT create_distributed_table('notify_choice', 'federation_id');
SELECT create_distributed_table('notify_visible', 'federation_id');

-- phase: foreign keys
ALTER TABLE notify_inbox ADD FOREIGN KEY (federation_id, message_id) REFERENCES notify_message (federation_id, id);
-- notify_inbox and notify_delivery name people without a key: undoing an import takes people away again (notify.forget).
ALTER TABLE notify_delivery ADD FOREIGN KEY (federation_id, message_id) REFERENCES notify_message (federation_id, id);
ALTER TABLE notify_attempt ADD FOREIGN KEY (federation_id, delivery_id) REFERENCES notify_delivery (federation_id, id);
ALTER TABLE notify_channel ADD FOREIGN KEY (federation_id, union_id) REFERENCES union_unit (federation_id, id);
ALTER TABLE notify_person ADD FOREIGN KEY (federation_id, person_id) REFERENCES person (federation_id, id);
ALTER TABLE notify_choice ADD FOREIGN KEY (federation_id, person_id) REFERENCES person (federation_id, id);
