-- Why: who did what to whom, in one sentence, and the chain of blocks that makes a later change visible (engine audit).
-- Locks: new tables only. Rows at a large federation: 5 million entries a year, one block per up to 1,000 of them.
-- Retention: nothing here is ever deleted; the law asks for 180 days at least (网络安全法 art. 23(3)).

-- phase: tables

CREATE TABLE audit_entry (
  federation_id uuid NOT NULL,
  id            uuid NOT NULL,
  at            timestamptz NOT NULL,
  act           text NOT NULL CHECK (act IN ('write','look')),
  by_kind       text NOT NULL CHECK (by_kind IN ('person','anonymous','system')),
  by_name       text NOT NULL,                 -- the name at that time, or the job's; empty for the anonymous
  person_id     uuid,
  session_id    text,
  union_id      uuid,                          -- whose officers may read it; none: only those of the top union
  subject_kind  text NOT NULL CHECK (length(subject_kind) BETWEEN 1 AND 60),
  subject_id    text NOT NULL CHECK (length(subject_id) BETWEEN 1 AND 100),
  word          text NOT NULL,                 -- code of the sentence
  zh            text NOT NULL,                 -- its two templates as they stood that day
  en            text NOT NULL,
  slots         jsonb NOT NULL,
  basis         jsonb NOT NULL,                -- rule set and figures a decision rested on
  fields        text[] NOT NULL,               -- which personal fields were looked at
  purpose       text NOT NULL,                 -- and what for
  PRIMARY KEY (federation_id, id),
  CHECK ((by_kind = 'person') = (person_id IS NOT NULL)),
  CHECK (by_kind = 'person' OR session_id IS NULL),
  CHECK (by_kind <> 'anonymous' OR by_name = ''),
  CHECK ((act = 'look') = (cardinality(fields) > 0)),
  CHECK (act <> 'look' OR purpose <> '')
);
CREATE INDEX audit_entry_at ON audit_entry (federation_id, at DESC, id DESC);
CREATE INDEX audit_entry_look ON audit_entry (federation_id, at DESC, id DESC) WHERE act = 'look';
CREATE INDEX audit_entry_union ON audit_entry (federation_id, union_id, at DESC, id DESC);
CREATE INDEX audit_entry_person ON audit_entry (federation_id, person_id, at DESC, id DESC) WHERE person_id IS NOT NULL;
CREATE INDEX audit_entry_subject ON audit_entry (federation_id, subject_kind, subject_id, at DESC, id DESC);

-- Entries that stand in no block yet. A row appears with its entry in one commit and leaves when the entry is sealed,
-- so an entry that committed late is sealed late and never skipped.
CREATE TABLE audit_unsealed (
  federation_id uuid NOT NULL,
  entry_id      uuid NOT NULL,
  PRIMARY KEY (federation_id, entry_id)
);

-- One sealed block: the entries it names, the hash of each, and the block before it.
CREATE TABLE audit_seal (
  federation_id uuid NOT NULL,
  block         bigint NOT NULL CHECK (block > 0),
  prev_hash     bytea NOT NULL CHECK (length(prev_hash) = 32),
  entry_ids     uuid[] NOT NULL,
  entry_hashes  bytea[] NOT NULL,
  hash          bytea NOT NULL CHECK (length(hash) = 32),
  sealed_at     timestamptz NOT NULL,
  PRIMARY KEY (federation_id, block),
  CHECK (cardinality(entry_ids) BETWEEN 1 AND 1000),
  CHECK (cardinality(entry_ids) = cardinality(entry_hashes))
);

-- What each verification found; the newest row is the state a screen shows.
CREATE TABLE audit_check (
  federation_id uuid NOT NULL,
  id            uuid NOT NULL,
  checked_at    timestamptz NOT NULL,
  blocks        bigint NOT NULL,
  entries       bigint NOT NULL,
  unsealed      bigint NOT NULL,
  fault_count   bigint NOT NULL,
  faults        jsonb NOT NULL,                -- the first hundred
  head_block    bigint NOT NULL,
  head_hash     bytea NOT NULL,
  PRIMARY KEY (federation_id, id)
);
CREATE INDEX audit_check_at ON audit_check (federation_id, checked_at DESC);

-- Written once, read for ever: the role that runs the application may add and read, nothing else.
REVOKE UPDATE, DELETE, TRUNCATE ON audit_entry, audit_seal, audit_check FROM CURRENT_USER;

-- phase: distribution
SELECT create_distributed_table('audit_entry', 'federation_id');
SELECT create_distributed_table('audit_unsealed', 'federation_id');
SELECT create_distributed_table('audit_seal', 'federation_id');
SELECT create_distributed_table('audit_check', 'federation_id');

-- phase: foreign keys
