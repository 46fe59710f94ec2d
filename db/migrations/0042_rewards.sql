-- Why: what suggestions earn beside the reward for each: the best of the year, the best units, specialists, prizes of campaigns (part
-- innovation/rewards, INN-2). The rewards for each suggestion are derived from `suggestion` and live on payment lists only.
-- Locks: new tables only, but for one small index on suggestion. Rows: some hundred a year in a scheme.

-- phase: tables

-- A month's total of wages of a unit, by which the award of a best unit is reckoned.
CREATE TABLE reward_unit_payroll (
  federation_id uuid NOT NULL,
  union_id      uuid NOT NULL,
  month         text NOT NULL CHECK (month ~ '^[0-9]{4}-(0[1-9]|1[0-2])$'),
  payroll_fen   bigint NOT NULL CHECK (payroll_fen >= 0),
  entered_by_id uuid,
  entered_at    timestamptz NOT NULL,
  PRIMARY KEY (federation_id, union_id, month)
);

-- What was decided for a year, one row for each award.
CREATE TABLE reward_honour (
  federation_id   uuid NOT NULL,
  id              uuid NOT NULL,
  scheme_union_id uuid NOT NULL,
  year            smallint NOT NULL CHECK (year BETWEEN 1980 AND 2200),
  kind            text NOT NULL CHECK (kind IN ('bestSuggestion','bestUnit','specialist','campaign')),
  suggestion_id   uuid,                     -- bestSuggestion, campaign
  unit_union_id   uuid,                     -- bestUnit, specialist
  person_id       uuid,                     -- specialist; who takes it for a best unit
  campaign_id     uuid,
  place           smallint NOT NULL DEFAULT 0 CHECK (place BETWEEN 0 AND 100), -- of a campaign's prize; best units: 1 = among the best
  month           text NOT NULL DEFAULT '', -- of the payroll
  amount_fen      bigint NOT NULL CHECK (amount_fen >= 0),
  rule_set_id     uuid,
  decided_by_id   uuid,
  decided_at      timestamptz NOT NULL,
  withdrawn_at    timestamptz,
  withdrawn_why   text NOT NULL DEFAULT '',
  PRIMARY KEY (federation_id, id),
  CHECK ((kind IN ('bestSuggestion','campaign')) = (suggestion_id IS NOT NULL)),
  CHECK ((kind IN ('bestUnit','specialist')) = (unit_union_id IS NOT NULL)),
  CHECK ((kind IN ('bestUnit','specialist')) = (person_id IS NOT NULL)),
  CHECK ((kind = 'campaign') = (campaign_id IS NOT NULL)),
  CHECK ((withdrawn_at IS NULL) = (withdrawn_why = ''))
);
CREATE UNIQUE INDEX reward_honour_suggestion ON reward_honour (federation_id, kind, year, suggestion_id, campaign_id) NULLS NOT DISTINCT WHERE withdrawn_at IS NULL AND suggestion_id IS NOT NULL;
CREATE UNIQUE INDEX reward_honour_unit ON reward_honour (federation_id, year, unit_union_id) WHERE withdrawn_at IS NULL AND kind = 'bestUnit';
CREATE UNIQUE INDEX reward_honour_specialist ON reward_honour (federation_id, year, scheme_union_id, person_id) WHERE withdrawn_at IS NULL AND kind = 'specialist';
CREATE INDEX reward_honour_of ON reward_honour (federation_id, scheme_union_id, year);
CREATE INDEX suggestion_revoked ON suggestion (federation_id, scheme_union_id) WHERE revoked_on IS NOT NULL;

-- phase: distribution
SELECT create_distributed_table('reward_unit_payroll', 'federation_id');
SELECT create_distributed_table('reward_honour', 'federation_id');

-- phase: foreign keys
ALTER TABLE reward_unit_payroll ADD FOREIGN KEY (federation_id, union_id) REFERENCES union_unit (federation_id, id);
ALTER TABLE reward_honour ADD FOREIGN KEY (federation_id, scheme_union_id) REFERENCES suggestion_scheme (federation_id, union_id);
ALTER TABLE reward_honour ADD FOREIGN KEY (federation_id, suggestion_id) REFERENCES suggestion (federation_id, id);
ALTER TABLE reward_honour ADD FOREIGN KEY (federation_id, unit_union_id) REFERENCES union_unit (federation_id, id);
ALTER TABLE reward_honour ADD FOREIGN KEY (federation_id, person_id) REFERENCES person (federation_id, id);
ALTER TABLE reward_honour ADD FOREIGN KEY (federation_id, campaign_id) REFERENCES suggestion_campaign (federation_id, id);
