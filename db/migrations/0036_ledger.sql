-- Why: double entry for points and money (engine ledger): books, charts of accounts, journals that cannot be unbalanced,
-- balances that cannot go below zero, holds, periods, and the chain of blocks that makes a later change visible.
-- Locks: new tables only. Rows at a large federation: 5 million journals and 6 million moves a year, one balance for each of
-- a million wallets, one block for up to 1,000 journals.

-- phase: tables

-- One book: of one union, for one purpose, in one commodity. Whatever is posted stays inside it.
CREATE TABLE ledger_book (
  federation_id  uuid NOT NULL,
  id             uuid NOT NULL,
  union_id       uuid NOT NULL,
  purpose        text NOT NULL CHECK (length(purpose) BETWEEN 1 AND 60),
  commodity      text NOT NULL CHECK (commodity ~ '^[A-Za-z]{2,12}$'),
  begins         text NOT NULL CHECK (begins ~ '^[0-9]{4}-(0[1-9]|1[0-2])$'),
  closed_through text CHECK (closed_through ~ '^[0-9]{4}-(0[1-9]|1[0-2])$'),   -- the last closed month; none yet: null
  last_account   integer NOT NULL CHECK (last_account >= 0),
  opened_at      timestamptz NOT NULL,
  PRIMARY KEY (federation_id, id),
  UNIQUE (federation_id, union_id, purpose)
);

-- An account is a number within its book: a move names one book and two numbers, so it cannot lead into another book.
CREATE TABLE ledger_account (
  federation_id uuid NOT NULL,
  book_id       uuid NOT NULL,
  no            integer NOT NULL CHECK (no > 0),
  code          text NOT NULL CHECK (length(code) BETWEEN 1 AND 60),
  zh            text NOT NULL CHECK (length(zh) BETWEEN 1 AND 120),
  en            text NOT NULL,
  kind          text NOT NULL CHECK (kind IN ('asset','liability','equity','income','expense')),
  side          text NOT NULL CHECK (side IN ('debit','credit')),       -- on which it grows
  floored       boolean NOT NULL,                                       -- never below zero: has a row in ledger_balance
  heading       boolean NOT NULL,                                       -- sums up those below; nothing is posted to it
  parent_no     integer,
  subject_kind  text,
  subject_id    uuid,                                                   -- whose it is: an id and never a name
  closed_on     date,
  opened_at     timestamptz NOT NULL,
  PRIMARY KEY (federation_id, book_id, no),
  UNIQUE (federation_id, code, book_id),                                -- in this order: see docs/decisions/0012
  CHECK ((subject_kind IS NULL) = (subject_id IS NULL)),
  CHECK (NOT (heading AND floored)),
  CHECK (parent_no < no)
);
CREATE UNIQUE INDEX ledger_account_subject ON ledger_account (federation_id, subject_id, book_id, parent_no) WHERE subject_id IS NOT NULL;

-- A cache of moves and holds for accounts that may not go below zero, on the side on which the account grows.
-- The verifier recomputes it.
CREATE TABLE ledger_balance (
  federation_id uuid NOT NULL,
  book_id       uuid NOT NULL,
  no            integer NOT NULL,
  amount        bigint NOT NULL,
  held          bigint NOT NULL CHECK (held >= 0),
  PRIMARY KEY (federation_id, book_id, no),
  CONSTRAINT ledger_balance_floor CHECK (amount >= held)
) WITH (fillfactor = 70);

CREATE TABLE ledger_journal (
  federation_id uuid NOT NULL,
  id            uuid NOT NULL,
  book_id       uuid NOT NULL,
  on_day        date NOT NULL,
  key           text NOT NULL CHECK (length(key) BETWEEN 1 AND 120),
  body_hash     bytea NOT NULL CHECK (length(body_hash) = 32),
  summary       text NOT NULL CHECK (length(summary) BETWEEN 1 AND 200),
  document_kind text NOT NULL CHECK (length(document_kind) BETWEEN 1 AND 60),
  document_id   text NOT NULL CHECK (length(document_id) BETWEEN 1 AND 100),
  made_by       uuid,                                                   -- a person; null: a job of the system
  checked_by    uuid CHECK (checked_by <> made_by),
  reverses      uuid CHECK (reverses <> id),
  posted_at     timestamptz NOT NULL,
  PRIMARY KEY (federation_id, id),
  CONSTRAINT ledger_journal_key UNIQUE (federation_id, key)
);
CREATE UNIQUE INDEX ledger_journal_reverses ON ledger_journal (federation_id, reverses) WHERE reverses IS NOT NULL;
CREATE INDEX ledger_journal_document ON ledger_journal (federation_id, document_kind, document_id);

-- One move takes an amount out of one account (its credit) and puts it into another (its debit): it cannot be unbalanced.
CREATE TABLE ledger_move (
  federation_id uuid NOT NULL,
  book_id       uuid NOT NULL,
  on_day        date NOT NULL,
  journal_id    uuid NOT NULL,
  n             smallint NOT NULL CHECK (n > 0),
  from_no       integer NOT NULL,
  to_no         integer NOT NULL,
  amount        bigint NOT NULL CHECK (amount > 0),
  red           boolean NOT NULL,                                       -- of a reversal: counts against the turnover it takes back
  tags          jsonb,
  PRIMARY KEY (federation_id, book_id, on_day, journal_id, n),
  CHECK (from_no <> to_no)
);
CREATE INDEX ledger_move_from ON ledger_move (federation_id, from_no, book_id, on_day, journal_id, n);
CREATE INDEX ledger_move_to ON ledger_move (federation_id, to_no, book_id, on_day, journal_id, n);

-- What was kept back for later: out of a floored account, for another; confirmed by a journal, given up, or expired.
CREATE TABLE ledger_hold (
  federation_id uuid NOT NULL,
  id            uuid NOT NULL,
  book_id       uuid NOT NULL,
  from_no       integer NOT NULL,
  to_no         integer NOT NULL,
  amount        bigint NOT NULL CHECK (amount > 0),
  key           text NOT NULL CHECK (length(key) BETWEEN 1 AND 100),
  body_hash     bytea NOT NULL CHECK (length(body_hash) = 32),
  summary       text NOT NULL CHECK (length(summary) BETWEEN 1 AND 200),
  document_kind text NOT NULL CHECK (length(document_kind) BETWEEN 1 AND 60),
  document_id   text NOT NULL CHECK (length(document_id) BETWEEN 1 AND 100),
  state         text NOT NULL CHECK (state IN ('open','confirmed','cancelled','expired')),
  expires_at    timestamptz NOT NULL,
  journal_id    uuid,
  made_by       uuid,
  made_at       timestamptz NOT NULL,
  ended_at      timestamptz,
  PRIMARY KEY (federation_id, id),
  UNIQUE (federation_id, key),
  CHECK ((state = 'confirmed') = (journal_id IS NOT NULL)),
  CHECK ((state = 'open') = (ended_at IS NULL)),
  CHECK (from_no <> to_no)
);
CREATE INDEX ledger_hold_open ON ledger_hold (federation_id, expires_at, id) WHERE state = 'open';

-- A closed month with what it held when it was closed. A month without a row is open. `carried` are balances at its end.
CREATE TABLE ledger_period (
  federation_id uuid NOT NULL,
  book_id       uuid NOT NULL,
  month         text NOT NULL CHECK (month ~ '^[0-9]{4}-(0[1-9]|1[0-2])$'),
  journals      bigint NOT NULL,
  moved         numeric NOT NULL,
  closed_at     timestamptz NOT NULL,
  closed_by     uuid,
  sealed_at     timestamptz,
  sealed_block  bigint,
  sealed_hash   bytea CHECK (length(sealed_hash) = 32),
  PRIMARY KEY (federation_id, book_id, month),
  CHECK ((sealed_at IS NULL) = (sealed_hash IS NULL)),
  CHECK ((sealed_at IS NULL) = (sealed_block IS NULL))
);
CREATE TABLE ledger_carried (
  federation_id uuid NOT NULL,
  book_id       uuid NOT NULL,
  month         text NOT NULL,
  no            integer NOT NULL,
  balance       bigint NOT NULL,                                        -- debit positive
  PRIMARY KEY (federation_id, book_id, month, no)
);

-- What stands in no block yet: one row for a batch of journals or of new accounts, in the same commit as they.
CREATE TABLE ledger_unsealed (
  federation_id uuid NOT NULL,
  book_id       uuid NOT NULL,
  id            uuid NOT NULL,
  journal_ids   uuid[] NOT NULL,
  account_nos   integer[] NOT NULL,
  PRIMARY KEY (federation_id, book_id, id)
);

-- One sealed block of a book: the accounts and journals it names, the hash of each (32 bytes after 32), the root of their
-- Merkle tree and the block before.
CREATE TABLE ledger_block (
  federation_id uuid NOT NULL,
  book_id       uuid NOT NULL,
  block         bigint NOT NULL CHECK (block > 0),
  prev_hash     bytea NOT NULL CHECK (length(prev_hash) = 32),
  account_nos   integer[] NOT NULL,
  journal_ids   uuid[] NOT NULL,
  leaves        bytea NOT NULL,
  root          bytea NOT NULL CHECK (length(root) = 32),
  hash          bytea NOT NULL CHECK (length(hash) = 32),
  sealed_at     timestamptz NOT NULL,
  PRIMARY KEY (federation_id, book_id, block),
  CHECK (length(leaves) = 32 * (cardinality(account_nos) + cardinality(journal_ids))),
  CHECK (length(leaves) > 0)
);

-- Written once: the role that runs the application may add and read, nothing else.
REVOKE UPDATE, DELETE, TRUNCATE ON ledger_journal, ledger_move, ledger_block FROM CURRENT_USER;

-- phase: distribution
SELECT create_distributed_table('ledger_book', 'federation_id');
SELECT create_distributed_table('ledger_account', 'federation_id');
SELECT create_distributed_table('ledger_balance', 'federation_id');
SELECT create_distributed_table('ledger_journal', 'federation_id');
SELECT create_distributed_table('ledger_move', 'federation_id');
SELECT create_distributed_table('ledger_hold', 'federation_id');
SELECT create_distributed_table('ledger_period', 'federation_id');
SELECT create_distributed_table('ledger_carried', 'federation_id');
SELECT create_distributed_table('ledger_unsealed', 'federation_id');
SELECT create_distributed_table('ledger_block', 'federation_id');

-- phase: foreign keys
ALTER TABLE ledger_book ADD FOREIGN KEY (federation_id, union_id) REFERENCES union_unit (federation_id, id);
ALTER TABLE ledger_account ADD FOREIGN KEY (federation_id, book_id) REFERENCES ledger_book (federation_id, id);
ALTER TABLE ledger_account ADD FOREIGN KEY (federation_id, book_id, parent_no) REFERENCES ledger_account (federation_id, book_id, no);
ALTER TABLE ledger_balance ADD FOREIGN KEY (federation_id, book_id, no) REFERENCES ledger_account (federation_id, book_id, no);
ALTER TABLE ledger_move ADD FOREIGN KEY (federation_id, book_id, from_no) REFERENCES ledger_account (federation_id, book_id, no);
ALTER TABLE ledger_move ADD FOREIGN KEY (federation_id, book_id, to_no) REFERENCES ledger_account (federation_id, book_id, no);
ALTER TABLE ledger_hold ADD FOREIGN KEY (federation_id, book_id, from_no) REFERENCES ledger_account (federation_id, book_id, no);
ALTER TABLE ledger_hold ADD FOREIGN KEY (federation_id, book_id, to_no) REFERENCES ledger_account (federation_id, book_id, no);
ALTER TABLE ledger_period ADD FOREIGN KEY (federation_id, book_id) REFERENCES ledger_book (federation_id, id);
