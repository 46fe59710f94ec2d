-- Why: draws that anyone can check (engine claims/draw, decision 0015; part services/draws, SVC-4).
-- Locks: new tables only. Rows at a large federation: some hundred draws a year, their entrants once more (up to some million entries).

-- phase: tables

-- What was fixed before entries opened. The id is the offer's: one draw for an offer.
CREATE TABLE draw (
  federation_id uuid NOT NULL,
  id            uuid NOT NULL,
  rules         text NOT NULL,               -- niangjia-draw-rules/1, as it was published
  rules_hash    text NOT NULL CHECK (length(rules_hash) = 64),
  secret        bytea NOT NULL,              -- sealed: opened with the result
  salt          bytea NOT NULL,              -- sealed, for good: tokens stay nobody's
  need          smallint NOT NULL CHECK (need BETWEEN 0 AND 15),  -- witnesses that must reveal; 0: drand
  closes_at     timestamptz NOT NULL,
  announced_at  timestamptz NOT NULL,
  again_of      uuid,                        -- the draw that this one repeats, in public
  PRIMARY KEY (federation_id, id)
);
CREATE UNIQUE INDEX draw_again ON draw (federation_id, again_of) WHERE again_of IS NOT NULL;
CREATE INDEX draw_closing ON draw (federation_id, closes_at);

CREATE TABLE draw_witness (
  federation_id uuid NOT NULL,
  draw_id       uuid NOT NULL,
  no            smallint NOT NULL CHECK (no BETWEEN 1 AND 15),
  person_id     uuid NOT NULL,
  name          text NOT NULL,               -- as the rules name them
  commitment    text CHECK (length(commitment) = 64),
  committed_at  timestamptz,
  secret        text CHECK (length(secret) = 32),
  revealed_at   timestamptz,
  PRIMARY KEY (federation_id, draw_id, no),
  CONSTRAINT draw_witness_once UNIQUE (federation_id, draw_id, person_id),
  CHECK ((commitment IS NULL) = (committed_at IS NULL)),
  CHECK ((secret IS NULL) = (revealed_at IS NULL)),
  CHECK (secret IS NULL OR commitment IS NOT NULL)
);
CREATE INDEX draw_witness_person ON draw_witness (federation_id, person_id);

-- The list is frozen once: a second notice has no key left.
CREATE TABLE draw_notice (
  federation_id uuid NOT NULL,
  draw_id       uuid NOT NULL,
  notice        text NOT NULL,               -- niangjia-draw-notice/1
  notice_hash   text NOT NULL CHECK (length(notice_hash) = 64),
  frozen_at     timestamptz NOT NULL,
  due_at        timestamptz NOT NULL,        -- the round is there, or the witnesses' time is over
  PRIMARY KEY (federation_id, draw_id)
);

CREATE TABLE draw_entry (
  federation_id uuid NOT NULL,
  draw_id       uuid NOT NULL,
  claim_id      uuid NOT NULL,
  token         text NOT NULL CHECK (length(token) = 64),
  tickets       smallint NOT NULL CHECK (tickets BETWEEN 1 AND 1000),
  PRIMARY KEY (federation_id, draw_id, claim_id),
  CONSTRAINT draw_entry_token UNIQUE (federation_id, draw_id, token)
);

-- The result is kept once: however many draw at the same moment, one row is there.
CREATE TABLE draw_result (
  federation_id uuid NOT NULL,
  draw_id       uuid NOT NULL,
  file          text NOT NULL,               -- niangjia-draw/1
  file_hash     text NOT NULL CHECK (length(file_hash) = 64),
  winners       jsonb NOT NULL,              -- those of the file, so that a page need not read all of it
  drawn_at      timestamptz NOT NULL,
  PRIMARY KEY (federation_id, draw_id)
);

-- What a union says about a draw. The id is the offer's.
CREATE TABLE draw_campaign (
  federation_id uuid NOT NULL,
  id            uuid NOT NULL,
  union_id      uuid NOT NULL,
  about         text NOT NULL CHECK (length(about) <= 4000),
  who_text      text NOT NULL CHECK (length(who_text) BETWEEN 1 AND 300),
  prizes        jsonb NOT NULL,              -- name, count, value in fen, tax and why, in the order in which they are given
  source        text NOT NULL CHECK (source IN ('drand','witnesses')),
  need          smallint NOT NULL CHECK (need BETWEEN 0 AND 15),
  reveal_hours  smallint NOT NULL CHECK (reveal_hours BETWEEN 1 AND 720),
  witness_ids   uuid[] NOT NULL CHECK (cardinality(witness_ids) <= 15),
  schedule_id   uuid,
  month         date,
  again_of      uuid,
  why           text NOT NULL DEFAULT '' CHECK (length(why) <= 300),
  made_by_id    uuid,
  made_at       timestamptz NOT NULL,
  PRIMARY KEY (federation_id, id),
  CHECK ((schedule_id IS NULL) = (month IS NULL)),
  CHECK ((again_of IS NULL) = (why = ''))
);
CREATE INDEX draw_campaign_union ON draw_campaign (federation_id, union_id, made_at);
-- One draw of a schedule in a month, and one repetition of a draw.
CREATE UNIQUE INDEX draw_campaign_month ON draw_campaign (federation_id, schedule_id, month) WHERE schedule_id IS NOT NULL AND again_of IS NULL;
CREATE UNIQUE INDEX draw_campaign_again ON draw_campaign (federation_id, again_of) WHERE again_of IS NOT NULL;

-- A draw that comes every month among those who were born in it.
CREATE TABLE draw_schedule (
  federation_id uuid NOT NULL,
  id            uuid NOT NULL,
  union_id      uuid NOT NULL,
  title         text NOT NULL CHECK (length(title) BETWEEN 1 AND 60),
  about         text NOT NULL CHECK (length(about) <= 4000),
  prizes        jsonb NOT NULL,
  opens_day     smallint NOT NULL CHECK (opens_day BETWEEN 1 AND 27),
  closes_day    smallint NOT NULL CHECK (closes_day BETWEEN 2 AND 28),
  place         text NOT NULL CHECK (length(place) <= 200),
  source        text NOT NULL CHECK (source IN ('drand','witnesses')),
  need          smallint NOT NULL CHECK (need BETWEEN 0 AND 15),
  reveal_hours  smallint NOT NULL CHECK (reveal_hours BETWEEN 1 AND 720),
  witness_ids   uuid[] NOT NULL CHECK (cardinality(witness_ids) <= 15),
  active        boolean NOT NULL,
  made_by_id    uuid NOT NULL,
  made_at       timestamptz NOT NULL,
  PRIMARY KEY (federation_id, id),
  CHECK (closes_day > opens_day)
);
CREATE INDEX draw_schedule_union ON draw_schedule (federation_id, union_id);

-- Who is entered by themselves into the draws of their birthday month.
CREATE TABLE draw_wish (
  federation_id uuid NOT NULL,
  person_id     uuid NOT NULL,
  since         timestamptz NOT NULL,
  PRIMARY KEY (federation_id, person_id)
);

-- phase: distribution
SELECT create_distributed_table('draw', 'federation_id');
SELECT create_distributed_table('draw_witness', 'federation_id');
SELECT create_distributed_table('draw_notice', 'federation_id');
SELECT create_distributed_table('draw_entry', 'federation_id');
SELECT create_distributed_table('draw_result', 'federation_id');
SELECT create_distributed_table('draw_campaign', 'federation_id');
SELECT create_distributed_table('draw_schedule', 'federation_id');
SELECT create_distributed_table('draw_wish', 'federation_id');

-- phase: foreign keys
ALTER TABLE draw ADD FOREIGN KEY (federation_id, id) REFERENCES offer (federation_id, id);
ALTER TABLE draw ADD FOREIGN KEY (federation_id, again_of) REFERENCES draw (federation_id, id);
ALTER TABLE draw_witness ADD FOREIGN KEY (federation_id, draw_id) REFERENCES draw (federation_id, id);
ALTER TABLE draw_witness ADD FOREIGN KEY (federation_id, person_id) REFERENCES person (federation_id, id);
ALTER TABLE draw_notice ADD FOREIGN KEY (federation_id, draw_id) REFERENCES draw (federation_id, id);
ALTER TABLE draw_entry ADD FOREIGN KEY (federation_id, draw_id) REFERENCES draw_notice (federation_id, draw_id);
ALTER TABLE draw_entry ADD FOREIGN KEY (federation_id, claim_id) REFERENCES claim (federation_id, id);
ALTER TABLE draw_result ADD FOREIGN KEY (federation_id, draw_id) REFERENCES draw_notice (federation_id, draw_id);
ALTER TABLE draw_campaign ADD FOREIGN KEY (federation_id, id) REFERENCES offer (federation_id, id);
ALTER TABLE draw_campaign ADD FOREIGN KEY (federation_id, union_id) REFERENCES union_unit (federation_id, id);
ALTER TABLE draw_campaign ADD FOREIGN KEY (federation_id, schedule_id) REFERENCES draw_schedule (federation_id, id);
ALTER TABLE draw_schedule ADD FOREIGN KEY (federation_id, union_id) REFERENCES union_unit (federation_id, id);
ALTER TABLE draw_wish ADD FOREIGN KEY (federation_id, person_id) REFERENCES person (federation_id, id);
