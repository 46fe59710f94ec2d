-- Why: reception days of a union: places booked on the phone, what was brought forward becomes letters (part mailbox/receptions, BOX-2).
-- Locks: new tables only. Rows: one for each reception day, booking and item.

-- phase: tables
CREATE TABLE reception_day (
  federation_id uuid NOT NULL,
  id            uuid NOT NULL,
  union_id      uuid NOT NULL,
  held_on       date NOT NULL,
  from_minute   smallint NOT NULL CHECK (from_minute BETWEEN 0 AND 1439),  -- after midnight in Shanghai
  to_minute     smallint NOT NULL CHECK (to_minute BETWEEN 1 AND 1440),
  place         text NOT NULL,
  slots         smallint NOT NULL CHECK (slots BETWEEN 1 AND 60),
  called_off    text,                        -- the reason, once it is called off
  created_by    uuid NOT NULL,
  created_at    timestamptz NOT NULL,
  PRIMARY KEY (federation_id, id),
  CHECK (to_minute > from_minute),
  UNIQUE (federation_id, id, slots, held_on)
);
CREATE INDEX reception_day_of_union ON reception_day (federation_id, union_id, held_on);

-- One row for each taken place: a place is taken once, a person has one place on a day, no place lies beyond the number of places.
CREATE TABLE reception_booking (
  federation_id uuid NOT NULL,
  day_id        uuid NOT NULL,
  seat          smallint NOT NULL,
  person_id     uuid NOT NULL,
  held_on       date NOT NULL,
  slots         smallint NOT NULL,
  wish          text NOT NULL DEFAULT '',
  came          boolean,                     -- null until the desk says so
  booked_at     timestamptz NOT NULL,
  PRIMARY KEY (federation_id, day_id, seat),
  CHECK (seat BETWEEN 1 AND slots)
);
CREATE UNIQUE INDEX reception_booking_once ON reception_booking (federation_id, person_id, held_on);

-- A letter that was brought forward at a reception; without a place when somebody came without booking or gave no name.
CREATE TABLE reception_item (
  federation_id uuid NOT NULL,
  letter_id     uuid NOT NULL,
  day_id        uuid NOT NULL,
  seat          smallint,
  PRIMARY KEY (federation_id, letter_id)
);
CREATE INDEX reception_item_of_day ON reception_item (federation_id, day_id);

-- phase: distribution
SELECT create_distributed_table('reception_day', 'federation_id');
SELECT create_distributed_table('reception_booking', 'federation_id');
SELECT create_distributed_table('reception_item', 'federation_id');

-- phase: foreign keys
ALTER TABLE reception_day ADD FOREIGN KEY (federation_id, union_id) REFERENCES union_unit (federation_id, id);
ALTER TABLE reception_day ADD FOREIGN KEY (federation_id, created_by) REFERENCES person (federation_id, id);
ALTER TABLE reception_booking ADD FOREIGN KEY (federation_id, day_id, slots, held_on) REFERENCES reception_day (federation_id, id, slots, held_on);
ALTER TABLE reception_booking ADD FOREIGN KEY (federation_id, person_id) REFERENCES person (federation_id, id);
ALTER TABLE reception_item ADD FOREIGN KEY (federation_id, letter_id) REFERENCES case_file (federation_id, id);
ALTER TABLE reception_item ADD FOREIGN KEY (federation_id, day_id) REFERENCES reception_day (federation_id, id);
