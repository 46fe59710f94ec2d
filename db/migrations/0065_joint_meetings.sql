-- Why: joint meetings 会商 (part democracy/joint-meetings, DEM-9): two bodies meet, agree minutes and a work list, and track each item together.
-- Locks: new tables only. Rows at a large federation: some thousand councils, four meetings a year each, some ten items a meeting.

-- phase: tables

-- A standing arrangement of a union with another body: its employer, an association, an authority.
CREATE TABLE joint_council (
  federation_id  uuid NOT NULL,
  id             uuid NOT NULL,
  union_id       uuid NOT NULL,
  title          text NOT NULL CHECK (length(title) >= 2 AND length(title) <= 60),
  other_name     text NOT NULL CHECK (length(other_name) >= 2 AND length(other_name) <= 60),
  purpose        text NOT NULL CHECK (length(purpose) <= 1000),
  meets_per_year smallint NOT NULL CHECK (meets_per_year >= 1 AND meets_per_year <= 12),
  founded_on     date NOT NULL,
  ended_on       date,
  version        integer NOT NULL CHECK (version >= 1),
  PRIMARY KEY (federation_id, id),
  CHECK (ended_on IS NULL OR ended_on >= founded_on)
);
CREATE INDEX joint_council_union ON joint_council (federation_id, union_id);

-- Who speaks for which side; nobody for both. Heads and contacts consent for their side.
CREATE TABLE joint_representative (
  federation_id uuid NOT NULL,
  council_id    uuid NOT NULL,
  person_id     uuid NOT NULL,
  side          text NOT NULL CHECK (side IN ('union','other')),
  role          text NOT NULL CHECK (role IN ('head','contact','member')),
  since         date NOT NULL,
  until         date,
  PRIMARY KEY (federation_id, council_id, person_id)
);
CREATE INDEX joint_representative_own ON joint_representative (federation_id, person_id);

-- The id is that of its case. Until both sides have agreed the minutes, the work list is a draft beside them.
CREATE TABLE joint_meeting (
  federation_id uuid NOT NULL,
  id            uuid NOT NULL,
  council_id    uuid NOT NULL,
  title         text NOT NULL CHECK (length(title) >= 2 AND length(title) <= 60),
  place         text NOT NULL CHECK (length(place) <= 200),
  held_at       timestamptz NOT NULL,
  agenda        text[] NOT NULL CHECK (cardinality(agenda) <= 20),
  minutes       text NOT NULL CHECK (length(minutes) <= 20000),
  draft         jsonb NOT NULL,
  round         integer NOT NULL CHECK (round >= 0),      -- minutes written anew are consented to anew
  PRIMARY KEY (federation_id, id)
);
CREATE INDEX joint_meeting_council ON joint_meeting (federation_id, council_id, held_at);

-- An agreed item of work; the id is that of its case.
CREATE TABLE joint_item (
  federation_id uuid NOT NULL,
  id            uuid NOT NULL,
  council_id    uuid NOT NULL,
  meeting_id    uuid NOT NULL,
  title         text NOT NULL CHECK (length(title) >= 2 AND length(title) <= 100),
  detail        text NOT NULL CHECK (length(detail) <= 1000),
  owner_id      uuid NOT NULL,
  due_on        date NOT NULL,
  progress      smallint NOT NULL CHECK (progress >= 0 AND progress <= 100),
  ask           text CHECK (ask IN ('done','drop','postpone')),
  ask_text      text NOT NULL CHECK (length(ask_text) <= 1000),
  ask_due       date,
  ask_by_id     uuid,
  round         integer NOT NULL CHECK (round >= 0),
  follows_id    uuid,                                     -- the item of which this is the later day
  PRIMARY KEY (federation_id, id),
  CHECK ((ask IS NULL) = (ask_by_id IS NULL)),
  CHECK ((ask_due IS NOT NULL) = (ask IS NOT NULL AND ask = 'postpone'))
);
CREATE INDEX joint_item_council ON joint_item (federation_id, council_id, due_on);
CREATE INDEX joint_item_owner ON joint_item (federation_id, owner_id);

-- Each side consents once to the minutes of a meeting, or to what was asked of an item, as it stood in that round.
CREATE TABLE joint_consent (
  federation_id uuid NOT NULL,
  subject_id    uuid NOT NULL,
  round         integer NOT NULL,
  side          text NOT NULL CHECK (side IN ('union','other')),
  person_id     uuid NOT NULL,
  at            timestamptz NOT NULL,
  PRIMARY KEY (federation_id, subject_id, round, side)
);

-- phase: distribution

SELECT create_distributed_table('joint_council', 'federation_id');
SELECT create_distributed_table('joint_representative', 'federation_id');
SELECT create_distributed_table('joint_meeting', 'federation_id');
SELECT create_distributed_table('joint_item', 'federation_id');
SELECT create_distributed_table('joint_consent', 'federation_id');

-- phase: foreign keys

ALTER TABLE joint_council ADD FOREIGN KEY (federation_id, union_id) REFERENCES union_unit (federation_id, id);
ALTER TABLE joint_representative ADD FOREIGN KEY (federation_id, council_id) REFERENCES joint_council (federation_id, id);
ALTER TABLE joint_representative ADD FOREIGN KEY (federation_id, person_id) REFERENCES person (federation_id, id);
ALTER TABLE joint_meeting ADD FOREIGN KEY (federation_id, id) REFERENCES case_file (federation_id, id);
ALTER TABLE joint_meeting ADD FOREIGN KEY (federation_id, council_id) REFERENCES joint_council (federation_id, id);
ALTER TABLE joint_item ADD FOREIGN KEY (federation_id, id) REFERENCES case_file (federation_id, id);
ALTER TABLE joint_item ADD FOREIGN KEY (federation_id, council_id) REFERENCES joint_council (federation_id, id);
ALTER TABLE joint_item ADD FOREIGN KEY (federation_id, meeting_id) REFERENCES joint_meeting (federation_id, id);
ALTER TABLE joint_item ADD FOREIGN KEY (federation_id, owner_id) REFERENCES person (federation_id, id);
ALTER TABLE joint_item ADD FOREIGN KEY (federation_id, follows_id) REFERENCES joint_item (federation_id, id);
ALTER TABLE joint_consent ADD FOREIGN KEY (federation_id, person_id) REFERENCES person (federation_id, id);
