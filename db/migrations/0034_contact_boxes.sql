-- Why: contact boxes of a union: keepers, weekly openings by two persons, the letters found and keyed in (part mailbox/contact-boxes, BOX-4).
-- Locks: new tables only. Rows: some boxes a union, one opening a week each, some letters an opening.

-- phase: tables
CREATE TABLE contact_box (
  federation_id uuid NOT NULL,
  id            uuid NOT NULL,
  union_id      uuid NOT NULL,
  number        smallint NOT NULL CHECK (number BETWEEN 1 AND 999),  -- counts within the union; stands on the box and in its QR code
  place         text NOT NULL,
  placed_on     date NOT NULL,
  due_on        date NOT NULL,               -- kept for sorting: last opening (or placing) plus rulebook contactBoxes.open.everyDays; the daily job sets it anew
  duty_id       uuid,                        -- the case on the work list while an opening is due
  retired_on    date,
  retired_why   text,
  created_by    uuid NOT NULL,
  created_at    timestamptz NOT NULL,
  PRIMARY KEY (federation_id, id),
  UNIQUE (federation_id, union_id, number),
  CHECK ((retired_on IS NULL) = (retired_why IS NULL)),
  CHECK (retired_on IS NULL OR duty_id IS NULL)
);
CREATE INDEX contact_box_due ON contact_box (federation_id, due_on) WHERE retired_on IS NULL;
CREATE UNIQUE INDEX contact_box_of_duty ON contact_box (federation_id, duty_id) WHERE duty_id IS NOT NULL;

CREATE TABLE contact_box_keeper (
  federation_id uuid NOT NULL,
  box_id        uuid NOT NULL,
  person_id     uuid NOT NULL,
  PRIMARY KEY (federation_id, box_id, person_id)
);
CREATE INDEX contact_box_keeper_person ON contact_box_keeper (federation_id, person_id);

-- A box is opened once a day at most, always by two persons. Letters keyed in never exceed the number found.
CREATE TABLE box_opening (
  federation_id uuid NOT NULL,
  id            uuid NOT NULL,
  box_id        uuid NOT NULL,
  opened_on     date NOT NULL,
  opened_at     timestamptz NOT NULL,
  opened_by     uuid NOT NULL,
  witness_id    uuid NOT NULL,
  found         smallint NOT NULL CHECK (found BETWEEN 0 AND 300),
  keyed         smallint NOT NULL DEFAULT 0, -- letters of this opening so far; counted up with each box_letter in the same statement
  seal_intact   boolean NOT NULL,
  note          text NOT NULL DEFAULT '',
  left_why      text,                        -- why fewer were keyed in than found
  logged_by     uuid NOT NULL,
  logged_at     timestamptz NOT NULL,
  corrected     smallint NOT NULL DEFAULT 0,
  PRIMARY KEY (federation_id, id),
  UNIQUE (federation_id, box_id, opened_on),
  CHECK (opened_by <> witness_id),
  CHECK (keyed BETWEEN 0 AND found),
  CHECK (left_why IS NULL OR keyed < found)
);

-- What an opening said before it was corrected.
CREATE TABLE box_opening_before (
  federation_id uuid NOT NULL,
  opening_id    uuid NOT NULL,
  position      smallint NOT NULL,
  was           jsonb NOT NULL,
  why           text NOT NULL,
  changed_by    uuid NOT NULL,
  changed_at    timestamptz NOT NULL,
  PRIMARY KEY (federation_id, opening_id, position)
);

CREATE TABLE box_letter (
  federation_id uuid NOT NULL,
  letter_id     uuid NOT NULL,
  opening_id    uuid NOT NULL,
  position      smallint NOT NULL,           -- 1 of 5
  PRIMARY KEY (federation_id, letter_id),
  UNIQUE (federation_id, opening_id, position)
);

-- phase: distribution
SELECT create_distributed_table('contact_box', 'federation_id');
SELECT create_distributed_table('contact_box_keeper', 'federation_id');
SELECT create_distributed_table('box_opening', 'federation_id');
SELECT create_distributed_table('box_opening_before', 'federation_id');
SELECT create_distributed_table('box_letter', 'federation_id');

-- phase: foreign keys
ALTER TABLE contact_box ADD FOREIGN KEY (federation_id, union_id) REFERENCES union_unit (federation_id, id);
ALTER TABLE contact_box ADD FOREIGN KEY (federation_id, duty_id) REFERENCES case_file (federation_id, id);
ALTER TABLE contact_box ADD FOREIGN KEY (federation_id, created_by) REFERENCES person (federation_id, id);
ALTER TABLE contact_box_keeper ADD FOREIGN KEY (federation_id, box_id) REFERENCES contact_box (federation_id, id);
ALTER TABLE contact_box_keeper ADD FOREIGN KEY (federation_id, person_id) REFERENCES person (federation_id, id);
ALTER TABLE box_opening ADD FOREIGN KEY (federation_id, box_id) REFERENCES contact_box (federation_id, id);
ALTER TABLE box_opening ADD FOREIGN KEY (federation_id, opened_by) REFERENCES person (federation_id, id);
ALTER TABLE box_opening ADD FOREIGN KEY (federation_id, witness_id) REFERENCES person (federation_id, id);
ALTER TABLE box_opening ADD FOREIGN KEY (federation_id, logged_by) REFERENCES person (federation_id, id);
ALTER TABLE box_opening_before ADD FOREIGN KEY (federation_id, opening_id) REFERENCES box_opening (federation_id, id);
ALTER TABLE box_opening_before ADD FOREIGN KEY (federation_id, changed_by) REFERENCES person (federation_id, id);
ALTER TABLE box_letter ADD FOREIGN KEY (federation_id, letter_id) REFERENCES case_file (federation_id, id);
ALTER TABLE box_letter ADD FOREIGN KEY (federation_id, opening_id) REFERENCES box_opening (federation_id, id);
