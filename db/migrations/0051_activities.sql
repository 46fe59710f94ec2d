-- Why: activities of unions (SVC-1): what is said about them, who comes with whom, what people thought of them, pictures with consent, what they cost.
--   Places and who has them are the engine's (claims, decision 0014): an activity has the id of its case and of its offer.
-- Locks: new tables only. Rows at a large federation: 100,000 activities, 2 million sign-ups, 500,000 ratings, 300,000 pictures.

-- phase: tables

CREATE TABLE activity (
  federation_id uuid NOT NULL,
  id            uuid NOT NULL,               -- of the case, and of the offer once it is published
  union_id      uuid NOT NULL,               -- that organises it
  organiser_id  uuid NOT NULL,               -- who drafted it and answers questions
  kind          text NOT NULL CHECK (kind IN ('sport','culture','outing','family','volunteer','learning','talk','other')),
  title         text NOT NULL CHECK (length(title) BETWEEN 2 AND 60),
  about         text NOT NULL CHECK (length(about) <= 3000),
  place         text NOT NULL CHECK (length(place) BETWEEN 1 AND 200),
  starts_at     timestamptz NOT NULL,
  ends_at       timestamptz NOT NULL,
  opens_at      timestamptz,                 -- sign-up begins then; null: when it is published
  closes_at     timestamptz NOT NULL,        -- sign-up ends then
  cancel_until  timestamptz,                 -- a place may be given back until then; null: until sign-up ends
  places        integer NOT NULL CHECK (places BETWEEN 1 AND 100000),   -- as planned; what holds after publication is the offer's
  family        smallint NOT NULL CHECK (family BETWEEN 0 AND 9),       -- family members one may bring
  pays          text NOT NULL CHECK (pays IN ('free','atHandOver','online','points')),
  price         bigint NOT NULL CHECK (price BETWEEN 0 AND 100000000),  -- of one person: fen, or hundredths of a point
  waits         boolean NOT NULL,
  quotas        jsonb NOT NULL DEFAULT '[]', -- [{ unionId, places, rollsUpAt }], out of the places
  who           jsonb NOT NULL DEFAULT '{}', -- conditions besides the unions, as the engine's Who
  questions     jsonb NOT NULL DEFAULT '[]', -- at most ten, see activities.rules.ts
  plan          jsonb NOT NULL DEFAULT '[]', -- what it should cost: [{ item, fen }]
  planned_fen   bigint NOT NULL DEFAULT 0 CHECK (planned_fen BETWEEN 0 AND 100000000000),   -- the sum of the plan
  club_id       uuid,                        -- whose grant pays; the clubs have their own tables
  self_check_in boolean NOT NULL,            -- people may check in by the code that hangs at the place
  series_id     uuid,                        -- weekly ones that were made together
  reminded      smallint NOT NULL DEFAULT 0 CHECK (reminded BETWEEN 0 AND 2),   -- 1: the day before, 2: two hours before as well
  PRIMARY KEY (federation_id, id),
  CHECK (ends_at > starts_at),
  CHECK (closes_at <= ends_at),
  CHECK (opens_at IS NULL OR opens_at < closes_at),
  CHECK ((pays = 'free') = (price = 0))
);
CREATE INDEX activity_of_union ON activity (federation_id, union_id, starts_at);
CREATE INDEX activity_time ON activity (federation_id, ends_at);
CREATE INDEX activity_soon ON activity (federation_id, starts_at) WHERE reminded < 2;
CREATE INDEX activity_organiser ON activity (federation_id, organiser_id);
CREATE INDEX activity_series ON activity (federation_id, series_id) WHERE series_id IS NOT NULL;
CREATE INDEX activity_club ON activity (federation_id, club_id) WHERE club_id IS NOT NULL;

-- Unions whose members, and those below them, find it in their list.
CREATE TABLE activity_audience (
  federation_id uuid NOT NULL,
  activity_id   uuid NOT NULL,
  union_id      uuid NOT NULL,
  PRIMARY KEY (federation_id, activity_id, union_id)
);

-- What somebody said when signing up.
CREATE TABLE activity_entry (
  federation_id uuid NOT NULL,
  activity_id   uuid NOT NULL,
  person_id     uuid NOT NULL,
  family        smallint NOT NULL CHECK (family BETWEEN 0 AND 9),
  family_sealed bytea,                       -- names, relations and ages of the family members
  answers       jsonb NOT NULL,              -- by the number of the question
  changed_at    timestamptz NOT NULL,
  PRIMARY KEY (federation_id, activity_id, person_id),
  CHECK ((family = 0) = (family_sealed IS NULL))
);

CREATE TABLE activity_rating (
  federation_id uuid NOT NULL,
  activity_id   uuid NOT NULL,
  person_id     uuid NOT NULL,
  stars         smallint NOT NULL CHECK (stars BETWEEN 1 AND 5),
  comment       text NOT NULL DEFAULT '' CHECK (length(comment) <= 500),
  at            timestamptz NOT NULL,
  changed_at    timestamptz NOT NULL,
  PRIMARY KEY (federation_id, activity_id, person_id)
);

-- A picture that a participant gave with the consent of those on it; its file belongs to this row.
CREATE TABLE activity_photo (
  federation_id uuid NOT NULL,
  id            uuid NOT NULL,
  activity_id   uuid NOT NULL,
  by_id         uuid NOT NULL,
  caption       text NOT NULL DEFAULT '' CHECK (length(caption) <= 100),
  state         text NOT NULL CHECK (state IN ('waiting','released','contested','removed')),
  consented_at  timestamptz NOT NULL,        -- when the uploader said that all on it agree
  contested_by_id uuid,                      -- who asked to take it down: hidden from then on
  why           text NOT NULL DEFAULT '' CHECK (length(why) <= 300),
  decided_by_id uuid,
  decided_at    timestamptz,
  at            timestamptz NOT NULL,
  PRIMARY KEY (federation_id, id),
  CHECK ((state = 'contested') <= (contested_by_id IS NOT NULL))
);
CREATE INDEX activity_photo_of ON activity_photo (federation_id, activity_id, at);

CREATE TABLE activity_cost (
  federation_id uuid NOT NULL,
  id            uuid NOT NULL,
  activity_id   uuid NOT NULL,
  item          text NOT NULL CHECK (length(item) BETWEEN 1 AND 60),
  amount_fen    bigint NOT NULL CHECK (amount_fen BETWEEN 1 AND 100000000000),
  spent_on      date NOT NULL,
  note          text NOT NULL DEFAULT '' CHECK (length(note) <= 200),
  by_id         uuid NOT NULL,
  at            timestamptz NOT NULL,
  removed_at    timestamptz,                 -- entered by mistake; no longer counts
  PRIMARY KEY (federation_id, id)
);
CREATE INDEX activity_cost_of ON activity_cost (federation_id, activity_id) WHERE removed_at IS NULL;

-- phase: distribution
SELECT create_distributed_table('activity', 'federation_id');
SELECT create_distributed_table('activity_audience', 'federation_id');
SELECT create_distributed_table('activity_entry', 'federation_id');
SELECT create_distributed_table('activity_rating', 'federation_id');
SELECT create_distributed_table('activity_photo', 'federation_id');
SELECT create_distributed_table('activity_cost', 'federation_id');

-- phase: foreign keys
ALTER TABLE activity ADD FOREIGN KEY (federation_id, id) REFERENCES case_file (federation_id, id);
ALTER TABLE activity ADD FOREIGN KEY (federation_id, union_id) REFERENCES union_unit (federation_id, id);
ALTER TABLE activity ADD FOREIGN KEY (federation_id, organiser_id) REFERENCES person (federation_id, id);
ALTER TABLE activity_audience ADD FOREIGN KEY (federation_id, activity_id) REFERENCES activity (federation_id, id);
ALTER TABLE activity_audience ADD FOREIGN KEY (federation_id, union_id) REFERENCES union_unit (federation_id, id);
ALTER TABLE activity_entry ADD FOREIGN KEY (federation_id, activity_id) REFERENCES activity (federation_id, id);
ALTER TABLE activity_entry ADD FOREIGN KEY (federation_id, person_id) REFERENCES person (federation_id, id);
ALTER TABLE activity_rating ADD FOREIGN KEY (federation_id, activity_id) REFERENCES activity (federation_id, id);
ALTER TABLE activity_rating ADD FOREIGN KEY (federation_id, person_id) REFERENCES person (federation_id, id);
ALTER TABLE activity_photo ADD FOREIGN KEY (federation_id, activity_id) REFERENCES activity (federation_id, id);
ALTER TABLE activity_photo ADD FOREIGN KEY (federation_id, by_id) REFERENCES person (federation_id, id);
ALTER TABLE activity_cost ADD FOREIGN KEY (federation_id, activity_id) REFERENCES activity (federation_id, id);
