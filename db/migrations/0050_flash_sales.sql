-- Why: flash sales (SVC-3): what is said about the goods of an offer of the kind `sale`, and whom to remind before it begins.
-- Locks: new tables only. Rows at a large federation: 5,000 sales, 2 million reminders.

-- phase: tables

-- Times, price, places and who may stand in the offer of the same id.
CREATE TABLE sale (
  federation_id  uuid NOT NULL,
  id             uuid NOT NULL,              -- of the offer
  union_id       uuid NOT NULL,
  about          text NOT NULL DEFAULT '' CHECK (length(about) <= 2000),
  measure        text NOT NULL CHECK (length(measure) BETWEEN 1 AND 10),          -- box, bag …
  worth_fen      bigint NOT NULL CHECK (worth_fen BETWEEN 0 AND 100000000),      -- what one cost the union
  occasion       text NOT NULL CHECK (occasion IN ('newYear','spring','qingming','labour','dragonBoat','midAutumn','national','birthday','other')),
  form           text NOT NULL CHECK (form IN ('goods','voucher')),             -- a voucher names the goods; money and shopping cards are not given
  member_months  smallint NOT NULL CHECK (member_months BETWEEN 0 AND 120),     -- as it was asked for; the offer counts days
  tax            text NOT NULL DEFAULT '' CHECK (tax IN ('','welfare','wages','incidental')),
  tax_note       text NOT NULL DEFAULT '' CHECK (length(tax_note) <= 300),
  case_id        uuid,                       -- of its approval
  photos         uuid[] NOT NULL DEFAULT '{}' CHECK (cardinality(photos) <= 6),  -- files, in the order in which they are shown
  photos_of_id   uuid,                       -- the sale it was copied from, whose pictures it may show
  rule_set_id    uuid,                       -- what it was checked against when it was published
  made_by_id     uuid NOT NULL,
  made_at        timestamptz NOT NULL,
  published_at   timestamptz,
  PRIMARY KEY (federation_id, id)
);
CREATE INDEX sale_union ON sale (federation_id, union_id, made_at);
CREATE UNIQUE INDEX sale_case ON sale (federation_id, case_id) WHERE case_id IS NOT NULL;

CREATE TABLE sale_reminder (
  federation_id  uuid NOT NULL,
  sale_id        uuid NOT NULL,
  person_id      uuid NOT NULL,
  at             timestamptz NOT NULL,       -- when it is said
  told_at        timestamptz,
  PRIMARY KEY (federation_id, sale_id, person_id)
);
CREATE INDEX sale_reminder_due ON sale_reminder (federation_id, at) WHERE told_at IS NULL;

-- phase: distribution
SELECT create_distributed_table('sale', 'federation_id');
SELECT create_distributed_table('sale_reminder', 'federation_id');

-- phase: foreign keys
ALTER TABLE sale ADD FOREIGN KEY (federation_id, id) REFERENCES offer (federation_id, id);
ALTER TABLE sale ADD FOREIGN KEY (federation_id, union_id) REFERENCES union_unit (federation_id, id);
ALTER TABLE sale ADD FOREIGN KEY (federation_id, case_id) REFERENCES case_file (federation_id, id);
ALTER TABLE sale ADD FOREIGN KEY (federation_id, photos_of_id) REFERENCES sale (federation_id, id);
ALTER TABLE sale ADD FOREIGN KEY (federation_id, made_by_id) REFERENCES person (federation_id, id);
ALTER TABLE sale_reminder ADD FOREIGN KEY (federation_id, sale_id) REFERENCES sale (federation_id, id);
ALTER TABLE sale_reminder ADD FOREIGN KEY (federation_id, person_id) REFERENCES person (federation_id, id);
