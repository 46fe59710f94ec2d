-- Why: a membership is handed from one union to another with everybody's consent, or leaves with a letter (part organisation/transfers);
-- invitations to it come from rosters, applications and the joining desk.
-- Locks: new tables; joining_application gets a column with a constant default (no rewrite). Rows: one per transfer, one per invitation.

-- phase: tables
CREATE TABLE membership_offer (
  federation_id uuid NOT NULL,
  id            uuid NOT NULL,
  person_id     uuid NOT NULL,
  union_id      uuid NOT NULL,               -- the union that would take the person in
  state         text NOT NULL CHECK (state IN ('open','accepted','declined')),
  origin        text NOT NULL CHECK (origin IN ('roster','application','desk')),
  origin_id     uuid,                        -- the import
  employer      text NOT NULL DEFAULT '',
  job           text NOT NULL DEFAULT '',
  new_form      text NOT NULL DEFAULT '',
  unattached    boolean NOT NULL,
  offered_by    uuid,
  offered_at    timestamptz NOT NULL,
  settled_at    timestamptz,
  PRIMARY KEY (federation_id, id),
  CHECK ((state = 'open') = (settled_at IS NULL))
);
CREATE UNIQUE INDEX membership_offer_once_per_origin ON membership_offer (federation_id, origin_id, person_id) WHERE origin_id IS NOT NULL;
CREATE UNIQUE INDEX membership_offer_one_open ON membership_offer (federation_id, person_id, union_id) WHERE state = 'open';
CREATE INDEX membership_offer_of_union ON membership_offer (federation_id, union_id, offered_at);

CREATE TABLE membership_transfer (
  federation_id uuid NOT NULL,
  case_id       uuid NOT NULL,
  person_id     uuid NOT NULL,
  from_union_id uuid NOT NULL,
  to_union_id   uuid,                        -- null: out of this federation, with a letter
  outside       text NOT NULL DEFAULT '',    -- the union outside, as the member named it
  reason        text NOT NULL,
  employer      text NOT NULL DEFAULT '',
  job           text NOT NULL DEFAULT '',
  new_form      text NOT NULL DEFAULT '',
  unattached    boolean NOT NULL,
  offer_id      uuid,                        -- the invitation it answers
  invited       boolean NOT NULL,            -- the new union's consent was given with the invitation
  effective_on  date,                        -- the old period ends and the new one begins on this day
  is_open       boolean NOT NULL,
  PRIMARY KEY (federation_id, case_id),
  CHECK ((to_union_id IS NULL) = (outside <> ''))
);
-- One transfer at a time, whoever begins it.
CREATE UNIQUE INDEX membership_transfer_one_open ON membership_transfer (federation_id, person_id) WHERE is_open;
CREATE INDEX membership_transfer_out ON membership_transfer (federation_id, from_union_id);
CREATE INDEX membership_transfer_in ON membership_transfer (federation_id, to_union_id);

ALTER TABLE joining_application ADD COLUMN letter text NOT NULL DEFAULT '';

-- phase: distribution
SELECT create_distributed_table('membership_offer', 'federation_id');
SELECT create_distributed_table('membership_transfer', 'federation_id');

-- phase: foreign keys
ALTER TABLE membership_offer ADD FOREIGN KEY (federation_id, person_id) REFERENCES person (federation_id, id);
ALTER TABLE membership_offer ADD FOREIGN KEY (federation_id, union_id) REFERENCES union_unit (federation_id, id);
ALTER TABLE membership_transfer ADD FOREIGN KEY (federation_id, case_id) REFERENCES case_file (federation_id, id);
ALTER TABLE membership_transfer ADD FOREIGN KEY (federation_id, person_id) REFERENCES person (federation_id, id);
ALTER TABLE membership_transfer ADD FOREIGN KEY (federation_id, from_union_id) REFERENCES union_unit (federation_id, id);
ALTER TABLE membership_transfer ADD FOREIGN KEY (federation_id, to_union_id) REFERENCES union_unit (federation_id, id);
