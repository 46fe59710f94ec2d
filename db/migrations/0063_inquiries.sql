-- Why: inquiry 民主问询 (part democracy/inquiries, DEM-8): those who have not spoken for some time are asked, privately.
-- Locks: new tables only. Rows at a large federation: some dozens of inquiries a year, some thousand people invited by each.

-- phase: tables

CREATE TABLE inquiry (
  federation_id uuid NOT NULL,
  id            uuid NOT NULL,
  union_id      uuid NOT NULL,
  title         text NOT NULL CHECK (length(title) BETWEEN 2 AND 100),
  question      text NOT NULL CHECK (length(question) BETWEEN 2 AND 1000),
  from_day      date NOT NULL,               -- who said nothing in this time
  to_day        date NOT NULL,
  most          integer NOT NULL CHECK (most BETWEEN 1 AND 20000),
  seed          text NOT NULL CHECK (length(seed) BETWEEN 1 AND 40),
  closes_on     date NOT NULL,
  state         text NOT NULL CHECK (state IN ('draft','open','closed')),
  made_by_id    uuid,
  made_at       timestamptz NOT NULL,
  opened_at     timestamptz,
  closed_at     timestamptz,
  reminded_at   timestamptz,
  PRIMARY KEY (federation_id, id),
  CHECK (to_day >= from_day),
  CHECK ((state = 'draft') = (opened_at IS NULL))
);
CREATE INDEX inquiry_union ON inquiry (federation_id, union_id, made_at);

-- Who was invited, and whether they spoke; no time and no way to an answer given without a name.
CREATE TABLE inquiry_person (
  federation_id uuid NOT NULL,
  inquiry_id    uuid NOT NULL,
  person_id     uuid NOT NULL,
  state         text NOT NULL CHECK (state IN ('invited','answered','declined')),
  PRIMARY KEY (federation_id, inquiry_id, person_id)
);
CREATE INDEX inquiry_person_own ON inquiry_person (federation_id, person_id);

-- What was said. `person_id` only where somebody wanted to be known; ids without order, days without hours.
CREATE TABLE inquiry_answer (
  federation_id uuid NOT NULL,
  id            uuid NOT NULL,
  inquiry_id    uuid NOT NULL,
  person_id     uuid,
  channel       text NOT NULL CHECK (channel IN ('app','telephone','visit','box')),
  text          bytea NOT NULL,              -- sealed
  reply         bytea,                       -- sealed: what was answered, or what was done about it
  state         text NOT NULL CHECK (state IN ('new','following','settled')),
  entered_by_id uuid,
  PRIMARY KEY (federation_id, id),
  CHECK ((state = 'settled') = (reply IS NOT NULL)),
  CHECK ((channel = 'app') = (entered_by_id IS NULL))
);
CREATE INDEX inquiry_answer_of ON inquiry_answer (federation_id, inquiry_id, state);

-- phase: distribution

SELECT create_distributed_table('inquiry', 'federation_id');
SELECT create_distributed_table('inquiry_person', 'federation_id');
SELECT create_distributed_table('inquiry_answer', 'federation_id');

-- phase: foreign keys

ALTER TABLE inquiry ADD FOREIGN KEY (federation_id, union_id) REFERENCES union_unit (federation_id, id);
ALTER TABLE inquiry_person ADD FOREIGN KEY (federation_id, inquiry_id) REFERENCES inquiry (federation_id, id);
ALTER TABLE inquiry_person ADD FOREIGN KEY (federation_id, person_id) REFERENCES person (federation_id, id);
ALTER TABLE inquiry_answer ADD FOREIGN KEY (federation_id, inquiry_id) REFERENCES inquiry (federation_id, id);
