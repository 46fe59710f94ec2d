-- Why: appraisals of leaders (DEM-3), and voting in the hall by card. A ballot whose board is kept (appraisal, survey) gets a short head beside the whole one, so that
--   whoever proves a paper learns nothing of the result.
-- Locks: two columns without a default on `ballot` (for a moment); new tables only. Rows at a large federation: 2,000 appraisals, 20,000 leaders, 50,000 cards that are gone
--   with the close.

-- phase: tables

ALTER TABLE ballot ADD COLUMN short_head text, ADD COLUMN short_signature bytea;
ALTER TABLE ballot ADD CHECK ((short_head IS NULL) = (short_signature IS NULL));

-- Cards for those who vote in the hall without a device of their own. Nothing leads from a card to a person, and nothing from its token to a card.
CREATE TABLE ballot_card (
  federation_id uuid NOT NULL,
  ballot_id     uuid NOT NULL,
  hash          bytea NOT NULL CHECK (length(hash) = 32),   -- of the code that is printed
  class         text NOT NULL CHECK (length(class) <= 40),
  asked         bytea,                                      -- hash of the blinded message that was signed for it: the card is used
  PRIMARY KEY (federation_id, ballot_id, hash)
);
-- How many times the terminals of a ballot were unlocked; one vote each.
CREATE TABLE ballot_terminal (
  federation_id uuid NOT NULL,
  ballot_id     uuid NOT NULL,
  unlocked      integer NOT NULL CHECK (unlocked >= 0),
  PRIMARY KEY (federation_id, ballot_id)
);

-- Appraisals of leaders. What is voted and counted belongs to the engine's tables (0056); a row has the ballot's id.
CREATE TABLE appraisal (
  federation_id uuid NOT NULL,
  id            uuid NOT NULL,               -- the ballot's
  union_id      uuid NOT NULL,
  year          smallint NOT NULL CHECK (year BETWEEN 2000 AND 2100),   -- the year that is appraised
  about         text NOT NULL CHECK (length(about) <= 4000),
  scale         text NOT NULL CHECK (scale IN ('competence','satisfaction')),
  classes       jsonb NOT NULL,              -- classes of raters and how the roll of each was chosen
  readers       jsonb NOT NULL,              -- people named to read the report, each with a capacity
  rule_set_id   uuid NOT NULL,               -- numbers of the rulebook it is counted by
  released_at   timestamptz,                 -- results were shown to those who rated
  released_by   uuid,
  PRIMARY KEY (federation_id, id)
);
CREATE INDEX appraisal_of_union ON appraisal (federation_id, union_id, year);

CREATE TABLE appraisal_leader (
  federation_id uuid NOT NULL,
  appraisal_id  uuid NOT NULL,
  no            smallint NOT NULL CHECK (no BETWEEN 1 AND 200),         -- place on the paper; `p1` … is the mark there
  person_id     uuid,                        -- null: not a member here
  name          text NOT NULL CHECK (length(name) BETWEEN 1 AND 60),
  post          text NOT NULL CHECK (length(post) <= 80),
  duty          text NOT NULL DEFAULT '' CHECK (length(duty) <= 10000), -- report of duty
  files         uuid[] NOT NULL DEFAULT '{}',
  duty_at       timestamptz,
  PRIMARY KEY (federation_id, appraisal_id, no)
);
CREATE UNIQUE INDEX appraisal_leader_once ON appraisal_leader (federation_id, appraisal_id, person_id) WHERE person_id IS NOT NULL;
CREATE INDEX appraisal_leader_person ON appraisal_leader (federation_id, person_id) WHERE person_id IS NOT NULL;

-- phase: distribution

SELECT create_distributed_table('ballot_card', 'federation_id');
SELECT create_distributed_table('ballot_terminal', 'federation_id');
SELECT create_distributed_table('appraisal', 'federation_id');
SELECT create_distributed_table('appraisal_leader', 'federation_id');

-- phase: foreign keys

ALTER TABLE ballot_card ADD FOREIGN KEY (federation_id, ballot_id) REFERENCES ballot (federation_id, id);
ALTER TABLE ballot_terminal ADD FOREIGN KEY (federation_id, ballot_id) REFERENCES ballot (federation_id, id);
ALTER TABLE appraisal ADD FOREIGN KEY (federation_id, id) REFERENCES ballot (federation_id, id);
ALTER TABLE appraisal ADD FOREIGN KEY (federation_id, union_id) REFERENCES union_unit (federation_id, id);
ALTER TABLE appraisal_leader ADD FOREIGN KEY (federation_id, appraisal_id) REFERENCES appraisal (federation_id, id);
