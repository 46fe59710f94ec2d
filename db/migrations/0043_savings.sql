-- Why: small savings per post (芝麻奖; part innovation/savings, INN-8): entered by workers, verified, counted once, summed; monthly prizes.
-- The way of each is a case (`case_file`, process `saving`); what is counted stands here. Sums are never stored.
-- Locks: new tables only. Rows: saving and saving_person up to some hundred thousands a year in a large firm, a post per work place, the rest few.

-- phase: tables

-- A post (岗位) of a unit, known by its name without spaces, widths and case. Its row is the lock under which savings of the post are verified.
CREATE TABLE saving_post (
  federation_id uuid NOT NULL,
  id            uuid NOT NULL,
  union_id      uuid NOT NULL,
  name          text NOT NULL,
  key           text NOT NULL,
  PRIMARY KEY (federation_id, id),
  UNIQUE (federation_id, union_id, key)
);

CREATE TABLE saving (
  federation_id  uuid NOT NULL,
  id             uuid NOT NULL,              -- the case
  unit_union_id  uuid NOT NULL,              -- the unit of the first author when it was entered
  post_id        uuid NOT NULL,
  kind           text NOT NULL CHECK (kind IN ('material','energy','parts','time','scrap','other')),
  monthly        boolean NOT NULL,           -- the amounts are per month, over whole months
  made_from      date NOT NULL,
  made_to        date NOT NULL,
  before_milli   bigint CHECK (before_milli >= 0),  -- thousandths of the measure
  after_milli    bigint CHECK (after_milli >= 0),
  price_e4       bigint CHECK (price_e4 > 0),       -- ten-thousandths of a yuan for one of the measure
  measure        text NOT NULL DEFAULT '',
  reckoned       text NOT NULL DEFAULT '',   -- how it was reckoned, where no quantities are given
  claimed_fen    bigint NOT NULL CHECK (claimed_fen BETWEEN 1 AND 1000000000000),
  entered_on     date NOT NULL,
  verified_fen   bigint CHECK (verified_fen > 0),
  verified_on    date,
  verified_by_id uuid,
  double_word    text NOT NULL DEFAULT '',   -- why it is not another one of the same post, kind and time once more
  finance_by_id  uuid,                       -- the second verification, of larger ones
  counted_fen    bigint CHECK (counted_fen > 0),
  counted_on     date,
  ended_on       date,                       -- counted nowhere from then on
  ended_why      text CHECK (ended_why IN ('refused','withdrawn','struck')),
  PRIMARY KEY (federation_id, id),
  CHECK (made_from <= made_to),
  CHECK (NOT monthly OR (extract(day FROM made_from) = 1 AND extract(day FROM made_to + 1) = 1)),
  CHECK ((before_milli IS NULL) = (after_milli IS NULL) AND (before_milli IS NULL) = (price_e4 IS NULL)),
  CHECK (before_milli > after_milli),
  CHECK (price_e4 IS NOT NULL OR reckoned <> ''),
  CHECK ((verified_on IS NULL) = (verified_fen IS NULL) AND (verified_on IS NULL) = (verified_by_id IS NULL)),
  CHECK (verified_fen <= claimed_fen AND counted_fen <= verified_fen),
  CHECK ((counted_on IS NULL) = (counted_fen IS NULL)),
  CHECK (counted_on IS NULL OR verified_on IS NOT NULL),
  CHECK (finance_by_id <> verified_by_id),
  CHECK ((ended_on IS NULL) = (ended_why IS NULL))
);
-- The same post, kind and time twice needs a word of the verifier.
CREATE UNIQUE INDEX saving_counted_once ON saving (federation_id, post_id, kind, made_from, made_to) WHERE verified_on IS NOT NULL AND ended_on IS NULL AND double_word = '';
CREATE INDEX saving_of_post ON saving (federation_id, post_id, kind, made_to) WHERE ended_on IS NULL;
CREATE INDEX saving_entered ON saving (federation_id, entered_on DESC, id DESC);
CREATE INDEX saving_of_unit ON saving (federation_id, unit_union_id, made_to) WHERE counted_on IS NOT NULL AND ended_on IS NULL;
CREATE INDEX saving_counted ON saving (federation_id, counted_on) WHERE counted_on IS NOT NULL AND ended_on IS NULL;

-- Those who share in a saving, in ten-thousandths that sum to 10,000; position 1 is the author of the case.
CREATE TABLE saving_person (
  federation_id uuid NOT NULL,
  saving_id     uuid NOT NULL,
  person_id     uuid NOT NULL,
  position      smallint NOT NULL CHECK (position BETWEEN 1 AND 10),
  share         integer NOT NULL CHECK (share BETWEEN 1 AND 10000),
  PRIMARY KEY (federation_id, saving_id, person_id),
  UNIQUE (federation_id, saving_id, position)
);
CREATE INDEX saving_person_of ON saving_person (federation_id, person_id);

-- A month of a union whose prize (芝麻奖) is confirmed: once.
CREATE TABLE saving_prize_month (
  federation_id   uuid NOT NULL,
  union_id        uuid NOT NULL,
  month           date NOT NULL CHECK (extract(day FROM month) = 1),
  each_fen        bigint NOT NULL CHECK (each_fen >= 0),
  rule_set_id     uuid NOT NULL,
  confirmed_by_id uuid NOT NULL,
  confirmed_at    timestamptz NOT NULL,
  PRIMARY KEY (federation_id, union_id, month)
);

-- Winners. A person wins once a month, whichever union gives it.
CREATE TABLE saving_prize (
  federation_id uuid NOT NULL,
  month         date NOT NULL,
  person_id     uuid NOT NULL,
  union_id      uuid NOT NULL,
  position      smallint NOT NULL CHECK (position > 0),
  amount_fen    bigint NOT NULL CHECK (amount_fen >= 0),
  share_fen     bigint NOT NULL CHECK (share_fen > 0),  -- what the person's savings of the month came to when it was confirmed
  PRIMARY KEY (federation_id, month, person_id),
  UNIQUE (federation_id, union_id, month, position)
);
CREATE INDEX saving_prize_person ON saving_prize (federation_id, person_id);

-- phase: distribution
SELECT create_distributed_table('saving_post', 'federation_id');
SELECT create_distributed_table('saving', 'federation_id');
SELECT create_distributed_table('saving_person', 'federation_id');
SELECT create_distributed_table('saving_prize_month', 'federation_id');
SELECT create_distributed_table('saving_prize', 'federation_id');

-- phase: foreign keys
ALTER TABLE saving_post ADD FOREIGN KEY (federation_id, union_id) REFERENCES union_unit (federation_id, id);
ALTER TABLE saving ADD FOREIGN KEY (federation_id, id) REFERENCES case_file (federation_id, id);
ALTER TABLE saving ADD FOREIGN KEY (federation_id, unit_union_id) REFERENCES union_unit (federation_id, id);
ALTER TABLE saving ADD FOREIGN KEY (federation_id, post_id) REFERENCES saving_post (federation_id, id);
ALTER TABLE saving ADD FOREIGN KEY (federation_id, verified_by_id) REFERENCES person (federation_id, id);
ALTER TABLE saving ADD FOREIGN KEY (federation_id, finance_by_id) REFERENCES person (federation_id, id);
ALTER TABLE saving_person ADD FOREIGN KEY (federation_id, saving_id) REFERENCES saving (federation_id, id);
ALTER TABLE saving_person ADD FOREIGN KEY (federation_id, person_id) REFERENCES person (federation_id, id);
ALTER TABLE saving_prize_month ADD FOREIGN KEY (federation_id, union_id) REFERENCES union_unit (federation_id, id);
ALTER TABLE saving_prize_month ADD FOREIGN KEY (federation_id, confirmed_by_id) REFERENCES person (federation_id, id);
ALTER TABLE saving_prize ADD FOREIGN KEY (federation_id, union_id, month) REFERENCES saving_prize_month (federation_id, union_id, month);
ALTER TABLE saving_prize ADD FOREIGN KEY (federation_id, person_id) REFERENCES person (federation_id, id);
