-- Why: whatever is decided by voting, in three levels of secrecy (engine ballot, decision 0016).
-- Locks: new tables only. Rows at a large federation: 10,000 ballots, 10 million roll entries and papers.

-- phase: tables

CREATE TABLE ballot (
  federation_id uuid NOT NULL,
  id            uuid NOT NULL,
  union_id      uuid NOT NULL,
  kind          text NOT NULL CHECK (length(kind) BETWEEN 1 AND 40),
  title         text NOT NULL CHECK (length(title) BETWEEN 1 AND 200),
  level         text NOT NULL CHECK (level IN ('open','detached','blind')),
  state         text NOT NULL CHECK (state IN ('prepared','announced','open','closed','declared','void')),
  paper         jsonb NOT NULL,              -- what stands on it, as Paper of count/paper.rules.ts
  rule          jsonb NOT NULL,              -- how it is counted and decided, with its basis
  paper_bytes   integer NOT NULL CHECK (paper_bytes BETWEEN 64 AND 65536),  -- length to which secret contents are filled
  mix_at_least  integer NOT NULL CHECK (mix_at_least BETWEEN 5 AND 100000), -- fewer are mixed at the close only
  present_only  boolean NOT NULL,            -- who is not marked present cannot vote
  opens_at      timestamptz,                 -- null: opened by hand
  closes_at     timestamptz,                 -- null: closed by hand; this moment excluded
  keys_ready    boolean NOT NULL DEFAULT false,
  entitled      integer NOT NULL DEFAULT 0,  -- entries of the roll when it was frozen
  present       integer NOT NULL DEFAULT 0,  -- at the opening, as the guard said
  roll_hash     text NOT NULL DEFAULT '',    -- of the frozen roll
  announced_at  timestamptz,
  opened_at     timestamptz,
  closed_at     timestamptz,
  ended_at      timestamptz,                 -- declared or void
  why           text NOT NULL DEFAULT '' CHECK (length(why) <= 300),
  header        text,                        -- first line of what is published
  head          text,                        -- last line: root, chain, figures, result
  signature     bytea,                       -- ed25519 over the head
  result        jsonb,
  blocks        bytea,                       -- roots of the tree over 1,024 papers each
  destroyed     boolean NOT NULL DEFAULT false,  -- what was deleted is gone from the tables' files too
  version       integer NOT NULL DEFAULT 1,
  made_by_id    uuid,
  made_at       timestamptz NOT NULL,
  PRIMARY KEY (federation_id, id),
  CHECK (closes_at IS NULL OR opens_at IS NULL OR closes_at > opens_at),
  CHECK (state <> 'void' OR why <> ''),
  CHECK (state NOT IN ('open','closed','declared') OR opened_at IS NOT NULL),
  CHECK ((head IS NULL) = (result IS NULL)),
  CHECK (state <> 'declared' OR head IS NOT NULL)
);
CREATE INDEX ballot_of_union ON ballot (federation_id, union_id, kind, made_at);
CREATE INDEX ballot_running ON ballot (federation_id, state) WHERE state IN ('announced','open','closed') OR (state IN ('declared','void') AND NOT destroyed);

-- Keys of a ballot. Secrets are sealed under the key ring and deleted at the close.
CREATE TABLE ballot_key (
  federation_id uuid NOT NULL,
  ballot_id     uuid NOT NULL,
  purpose       text NOT NULL CHECK (purpose IN ('token','content','seal')),
  class         text NOT NULL,               -- one token key per class of voters; otherwise empty
  public        bytea NOT NULL,
  secret        bytea,
  PRIMARY KEY (federation_id, ballot_id, purpose, class)
);

-- Level detached: the key of the envelopes that wait. It is in no backup, so that envelopes in one open nowhere.
CREATE TABLE ballot_envelope_key (
  federation_id uuid NOT NULL,
  ballot_id     uuid NOT NULL,
  secret        bytea NOT NULL,
  PRIMARY KEY (federation_id, ballot_id)
);
COMMENT ON TABLE ballot_envelope_key IS 'never in a backup';

-- Who may vote. No times, and nothing that leads to a paper.
CREATE TABLE ballot_voter (
  federation_id uuid NOT NULL,
  ballot_id     uuid NOT NULL,
  person_id     uuid NOT NULL,
  class         text NOT NULL CHECK (length(class) <= 40),
  union_id      uuid NOT NULL,
  present       boolean NOT NULL,
  given         boolean NOT NULL,            -- a token, an envelope or an open vote
  asked         bytea,                       -- hash of the blinded message that was signed; gone at the close
  PRIMARY KEY (federation_id, ballot_id, person_id)
);
CREATE INDEX ballot_voter_person ON ballot_voter (federation_id, person_id, ballot_id);

-- Votes by name.
CREATE TABLE ballot_open_paper (
  federation_id uuid NOT NULL,
  ballot_id     uuid NOT NULL,
  person_id     uuid NOT NULL,
  content       jsonb NOT NULL,
  PRIMARY KEY (federation_id, ballot_id, person_id)
);

-- Level detached: envelopes that wait to be mixed, closed under the key of their batch.
CREATE TABLE ballot_envelope (
  federation_id uuid NOT NULL,
  ballot_id     uuid NOT NULL,
  person_id     uuid NOT NULL,
  sealed        bytea NOT NULL,
  PRIMARY KEY (federation_id, ballot_id, person_id)
);

-- Papers without a person. Not mixed: in order of arrival (blind only). Mixed: written in one statement, in the order of their hashes.
-- With a number: on the board.
CREATE TABLE ballot_paper (
  federation_id uuid NOT NULL,
  ballot_id     uuid NOT NULL,
  hash          bytea NOT NULL CHECK (length(hash) = 32),
  token         bytea NOT NULL CHECK (length(token) IN (16, 65)),  -- the voter's one-time key, or the receipt number
  turn          integer NOT NULL CHECK (turn BETWEEN 1 AND 100),
  body          bytea NOT NULL,
  mixed         boolean NOT NULL,
  no            integer,
  PRIMARY KEY (federation_id, ballot_id, hash),
  UNIQUE (federation_id, ballot_id, token, turn)
);
CREATE UNIQUE INDEX ballot_paper_no ON ballot_paper (federation_id, ballot_id, no) WHERE no IS NOT NULL;
CREATE INDEX ballot_paper_waiting ON ballot_paper (federation_id, ballot_id) WHERE NOT mixed;

-- phase: distribution

SELECT create_distributed_table('ballot', 'federation_id');
SELECT create_distributed_table('ballot_key', 'federation_id');
SELECT create_distributed_table('ballot_envelope_key', 'federation_id');
SELECT create_distributed_table('ballot_voter', 'federation_id');
SELECT create_distributed_table('ballot_open_paper', 'federation_id');
SELECT create_distributed_table('ballot_envelope', 'federation_id');
SELECT create_distributed_table('ballot_paper', 'federation_id');

-- phase: foreign keys

ALTER TABLE ballot ADD FOREIGN KEY (federation_id, union_id) REFERENCES union_unit (federation_id, id);
ALTER TABLE ballot_key ADD FOREIGN KEY (federation_id, ballot_id) REFERENCES ballot (federation_id, id);
ALTER TABLE ballot_envelope_key ADD FOREIGN KEY (federation_id, ballot_id) REFERENCES ballot (federation_id, id);
ALTER TABLE ballot_voter ADD FOREIGN KEY (federation_id, ballot_id) REFERENCES ballot (federation_id, id);
ALTER TABLE ballot_open_paper ADD FOREIGN KEY (federation_id, ballot_id, person_id) REFERENCES ballot_voter (federation_id, ballot_id, person_id);
ALTER TABLE ballot_envelope ADD FOREIGN KEY (federation_id, ballot_id) REFERENCES ballot (federation_id, id);
ALTER TABLE ballot_paper ADD FOREIGN KEY (federation_id, ballot_id) REFERENCES ballot (federation_id, id);
