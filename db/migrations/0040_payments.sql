-- Why: money that leaves to many people at once (engine payments): lists (发放表), their lines with a key each, and the rows of the
-- payment file as they were when it was made. The way of a list is a case (`case_file`, process `paymentList`, the same id).
-- Locks: new tables only. Rows at a large federation: some thousand lists a year, one to two million lines.

-- phase: tables

-- One list of one union for one purpose. Who did what stands here, because two pairs of eyes are held by the checks below.
CREATE TABLE payment_list (
  federation_id   uuid NOT NULL,
  id              uuid NOT NULL,             -- the case
  union_id        uuid NOT NULL,
  purpose         text NOT NULL CHECK (length(purpose) BETWEEN 1 AND 60),
  title           text NOT NULL CHECK (length(title) BETWEEN 1 AND 100),
  period          text NOT NULL CHECK (period ~ '^[0-9]{4}(-(0[1-9]|1[0-2]))?$'),  -- a month or a year
  made_by_id      uuid,                      -- null: a job of the system
  made_at         timestamptz NOT NULL,
  submitted_by_id uuid,
  submitted_at    timestamptz,
  approved_by_id  uuid,
  approved_at     timestamptz,
  filed_by_id     uuid,
  filed_at        timestamptz,
  xlsx_hash       bytea CHECK (length(xlsx_hash) = 32),   -- of the file that was made; made again it has the same bytes
  csv_hash        bytea CHECK (length(csv_hash) = 32),
  settled_by_id   uuid,
  settled_at      timestamptz,
  cancelled_by_id uuid,
  cancelled_at    timestamptz,
  cancelled_why   text NOT NULL DEFAULT '',
  PRIMARY KEY (federation_id, id),
  CONSTRAINT payment_list_four_eyes CHECK (approved_by_id <> made_by_id AND approved_by_id <> submitted_by_id),
  CHECK ((submitted_by_id IS NULL) = (submitted_at IS NULL)),
  CHECK ((approved_by_id IS NULL) = (approved_at IS NULL)),
  CHECK ((filed_by_id IS NULL) = (filed_at IS NULL)),
  CHECK ((settled_by_id IS NULL) = (settled_at IS NULL)),
  CHECK ((cancelled_by_id IS NULL) = (cancelled_at IS NULL)),
  CHECK (approved_at IS NULL OR submitted_at IS NOT NULL),
  CHECK (filed_at IS NULL OR (approved_at IS NOT NULL AND xlsx_hash IS NOT NULL AND csv_hash IS NOT NULL)),
  CHECK (settled_at IS NULL OR filed_at IS NOT NULL),
  CHECK (settled_at IS NULL OR cancelled_at IS NULL)
);
CREATE INDEX payment_list_of_union ON payment_list (federation_id, union_id, made_at);

-- What somebody gets, and for what. Below zero: an earlier amount is set off. A key lives in one line at a time; after a payment
-- that failed it may live again with the next attempt.
CREATE TABLE payment_line (
  federation_id uuid NOT NULL,
  id            uuid NOT NULL,
  list_id       uuid NOT NULL,
  person_id     uuid NOT NULL,
  amount_fen    bigint NOT NULL CHECK (amount_fen <> 0 AND abs(amount_fen) < 100000000000),
  zh            text NOT NULL CHECK (length(zh) BETWEEN 1 AND 200),   -- the reason
  en            text NOT NULL CHECK (length(en) BETWEEN 1 AND 200),
  document_kind text NOT NULL CHECK (length(document_kind) BETWEEN 1 AND 60),
  document_id   text NOT NULL CHECK (length(document_id) BETWEEN 1 AND 100),
  key           text NOT NULL CHECK (length(key) BETWEEN 1 AND 120),
  body_hash     bytea NOT NULL CHECK (length(body_hash) = 32),
  attempt       smallint NOT NULL CHECK (attempt > 0),
  state         text NOT NULL CHECK (state IN ('pending','paid','failed','withdrawn')),
  why           text NOT NULL DEFAULT '' CHECK (length(why) <= 200),  -- it failed or was withdrawn
  added_by_id   uuid,
  added_at      timestamptz NOT NULL,
  ended_at      timestamptz,
  PRIMARY KEY (federation_id, id),
  CONSTRAINT payment_line_attempt UNIQUE (federation_id, key, attempt),
  CHECK ((state = 'pending') = (ended_at IS NULL)),
  CHECK (state NOT IN ('failed','withdrawn') OR why <> '')
);
CREATE UNIQUE INDEX payment_line_key ON payment_line (federation_id, key) WHERE state IN ('pending','paid');
CREATE INDEX payment_line_list ON payment_line (federation_id, list_id, person_id, added_at);
CREATE INDEX payment_line_document ON payment_line (federation_id, document_id);
CREATE INDEX payment_line_person ON payment_line (federation_id, person_id, added_at);

-- One row for each person of a filed list: what the payment file says, frozen, so that it can be made again byte for byte.
CREATE TABLE payment_row (
  federation_id uuid NOT NULL,
  list_id       uuid NOT NULL,
  person_id     uuid NOT NULL,
  position      integer NOT NULL CHECK (position > 0),
  staff_number  text NOT NULL,
  name          text NOT NULL,
  amount_fen    bigint NOT NULL CHECK (amount_fen > 0),
  summary       text NOT NULL,
  PRIMARY KEY (federation_id, list_id, person_id),
  CONSTRAINT payment_row_position UNIQUE (federation_id, list_id, position)
);

-- phase: distribution
SELECT create_distributed_table('payment_list', 'federation_id');
SELECT create_distributed_table('payment_line', 'federation_id');
SELECT create_distributed_table('payment_row', 'federation_id');

-- phase: foreign keys
ALTER TABLE payment_list ADD FOREIGN KEY (federation_id, id) REFERENCES case_file (federation_id, id);
ALTER TABLE payment_list ADD FOREIGN KEY (federation_id, union_id) REFERENCES union_unit (federation_id, id);
ALTER TABLE payment_line ADD FOREIGN KEY (federation_id, list_id) REFERENCES payment_list (federation_id, id);
ALTER TABLE payment_line ADD FOREIGN KEY (federation_id, person_id) REFERENCES person (federation_id, id);
ALTER TABLE payment_row ADD FOREIGN KEY (federation_id, list_id) REFERENCES payment_list (federation_id, id);
ALTER TABLE payment_row ADD FOREIGN KEY (federation_id, person_id) REFERENCES person (federation_id, id);
