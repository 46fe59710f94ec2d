-- Why: decisions about legal and local numbers (engine rulebook). The numbers the product ships with stand in its
--   code as data with their sources; here stands what a federation decided, what its officers confirmed, and every set of
--   numbers a decision ever rested on.
-- Locks: new tables only. Rows at a large federation: 10,000 decisions, 50,000 sets.

-- phase: tables

-- A number decided for one union and those below it, or for a region (GB/T 2260). Nothing is rewritten: a later row follows an
-- earlier one, and a row is ended by its valid_to.
CREATE TABLE rule_decision (
  federation_id uuid NOT NULL,
  id            uuid NOT NULL,
  param         text NOT NULL,
  union_id      uuid,
  region_code   text NOT NULL DEFAULT '',      -- six digits, or empty when union_id says where
  place         text NOT NULL,                 -- one of the two, for the unique key
  union_kind    text NOT NULL DEFAULT '',      -- holds for unions of this kind only; empty: for all
  valid_from    date NOT NULL,
  valid_to      date,                          -- last day, included
  value         jsonb NOT NULL,
  document      text NOT NULL CHECK (length(document) BETWEEN 1 AND 200),
  article       text NOT NULL,
  statute       boolean NOT NULL,              -- a law of the place: stands before all others even where they are stricter
  note          text NOT NULL CHECK (length(note) <= 500),
  decided_by    uuid NOT NULL,
  decided_at    timestamptz NOT NULL,
  ended_by      uuid,
  ended_at      timestamptz,
  PRIMARY KEY (federation_id, id),
  CHECK ((union_id IS NULL) = (region_code <> '')),
  CHECK (place = coalesce(union_id::text, region_code)),
  CHECK (region_code = '' OR region_code ~ '^[0-9]{6}$'),
  CHECK (valid_to IS NULL OR valid_to >= valid_from - 1),
  CHECK ((ended_by IS NULL) = (ended_at IS NULL))
);
CREATE INDEX rule_decision_param ON rule_decision (federation_id, param, valid_from DESC);
-- Two decisions about the same thing for the same place may not begin on the same day.
CREATE UNIQUE INDEX rule_decision_one ON rule_decision
  (federation_id, param, place, union_kind, valid_from)
  WHERE valid_to IS NULL OR valid_to >= valid_from;

-- An officer has compared a number that came with the product with its source.
CREATE TABLE rule_confirmation (
  federation_id uuid NOT NULL,
  rule_id       uuid NOT NULL,                 -- made of the rule's content: a changed number asks again
  param         text NOT NULL,
  note          text NOT NULL CHECK (length(note) <= 500),
  confirmed_by  uuid NOT NULL,
  confirmed_at  timestamptz NOT NULL,
  PRIMARY KEY (federation_id, rule_id)
);

-- The numbers a decision rested on. The id is made of the content, so a row can neither change nor be there twice.
CREATE TABLE rule_set (
  federation_id uuid NOT NULL,
  id            uuid NOT NULL,
  content       jsonb NOT NULL,
  first_used_at timestamptz NOT NULL,
  PRIMARY KEY (federation_id, id)
);

-- Changes with every decision and confirmation; tells the other processes that what they remember is old.
CREATE TABLE rule_book (
  federation_id uuid NOT NULL,
  stamp         uuid NOT NULL,
  PRIMARY KEY (federation_id)
);

-- phase: distribution
SELECT create_distributed_table('rule_decision', 'federation_id');
SELECT create_distributed_table('rule_confirmation', 'federation_id');
SELECT create_distributed_table('rule_set', 'federation_id');
SELECT create_distributed_table('rule_book', 'federation_id');

-- phase: foreign keys
ALTER TABLE rule_decision ADD FOREIGN KEY (federation_id, union_id) REFERENCES union_unit (federation_id, id);
ALTER TABLE rule_book ADD FOREIGN KEY (federation_id) REFERENCES federation (federation_id);
