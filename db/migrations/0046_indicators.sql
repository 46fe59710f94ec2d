-- Why: indicators of the suggestion scheme (part innovation/indicators, INN-3): targets, kept reports, the yearly booklet; everything else is counted
-- from the tables of part suggestions when it is asked (decision 0013).
-- Locks: new tables; two covering indexes on `suggestion` and `suggestion_author` (writes wait while they are built: seconds at a million rows), so that
-- counting reads the indexes alone and not the long texts beside them. Rows: some hundred targets, some dozen reports and one booklet a year for each scheme.

-- phase: tables

-- What a unit, or a group of people, is to reach in a year. `unit_union_id` = the scheme's own union: the whole scheme.
CREATE TABLE indicator_target (
  federation_id   uuid NOT NULL,
  scheme_union_id uuid NOT NULL,
  year            smallint NOT NULL CHECK (year BETWEEN 2000 AND 2100),
  unit_union_id   uuid NOT NULL,
  person_group    text NOT NULL CHECK (person_group IN ('all','manager','keyStaff','teamLeader','party')),
  indicator       text NOT NULL CHECK (indicator IN ('participation','submission','adoption','implementation','completion')),
  target          integer NOT NULL CHECK (target BETWEEN 1 AND 10000000),  -- ten-thousandths: 9700 = 97 %
  set_by_id       uuid NOT NULL,
  set_at          timestamptz NOT NULL,
  PRIMARY KEY (federation_id, scheme_union_id, year, unit_union_id, person_group, indicator)
);

-- Figures of a closed period as they were: the text is what was shown, the hash is of that text. Never changed, never deleted.
CREATE TABLE indicator_report (
  federation_id   uuid NOT NULL,
  id              uuid NOT NULL,
  scheme_union_id uuid NOT NULL,
  from_date       date NOT NULL,
  to_date         date NOT NULL,
  basis           text NOT NULL CHECK (basis IN ('cohort','event')),
  figures         text NOT NULL,
  hash            bytea NOT NULL CHECK (length(hash) = 32),
  kept_by_id      uuid NOT NULL,
  kept_at         timestamptz NOT NULL,
  PRIMARY KEY (federation_id, id),
  CONSTRAINT indicator_report_once UNIQUE (federation_id, scheme_union_id, from_date, to_date, basis),
  CHECK (from_date <= to_date)
);

-- The yearly booklet of the best (《优秀合理化建议成果汇编》).
CREATE TABLE indicator_booklet (
  federation_id   uuid NOT NULL,
  id              uuid NOT NULL,
  scheme_union_id uuid NOT NULL,
  year            smallint NOT NULL CHECK (year BETWEEN 2000 AND 2100),
  title           text NOT NULL CHECK (length(title) BETWEEN 2 AND 60),
  preface         text NOT NULL CHECK (length(preface) <= 2000),
  version         integer NOT NULL,
  changed_by_id   uuid NOT NULL,
  changed_at      timestamptz NOT NULL,
  PRIMARY KEY (federation_id, id),
  CONSTRAINT indicator_booklet_once UNIQUE (federation_id, scheme_union_id, year)
);
CREATE TABLE indicator_booklet_item (
  federation_id uuid NOT NULL,
  booklet_id    uuid NOT NULL,
  suggestion_id uuid NOT NULL,
  position      smallint NOT NULL CHECK (position BETWEEN 1 AND 200),
  PRIMARY KEY (federation_id, booklet_id, suggestion_id)
);

CREATE INDEX suggestion_counted ON suggestion (federation_id, scheme_union_id, submitted_on)
  INCLUDE (id, unit_union_id, category, campaign_id, void_on, adopted_on, started_on, completed_on, standardised_on, revoked_on, grade, benefit_fen, benefit_on);
CREATE INDEX suggestion_author_counted ON suggestion_author (federation_id, suggestion_id) INCLUDE (person_id, unit_union_id);

-- phase: distribution
SELECT create_distributed_table('indicator_target', 'federation_id');
SELECT create_distributed_table('indicator_report', 'federation_id');
SELECT create_distributed_table('indicator_booklet', 'federation_id');
SELECT create_distributed_table('indicator_booklet_item', 'federation_id');

-- phase: foreign keys
ALTER TABLE indicator_target ADD FOREIGN KEY (federation_id, scheme_union_id) REFERENCES suggestion_scheme (federation_id, union_id);
ALTER TABLE indicator_target ADD FOREIGN KEY (federation_id, unit_union_id) REFERENCES union_unit (federation_id, id);
ALTER TABLE indicator_report ADD FOREIGN KEY (federation_id, scheme_union_id) REFERENCES suggestion_scheme (federation_id, union_id);
ALTER TABLE indicator_booklet ADD FOREIGN KEY (federation_id, scheme_union_id) REFERENCES suggestion_scheme (federation_id, union_id);
ALTER TABLE indicator_booklet_item ADD FOREIGN KEY (federation_id, booklet_id) REFERENCES indicator_booklet (federation_id, id);
ALTER TABLE indicator_booklet_item ADD FOREIGN KEY (federation_id, suggestion_id) REFERENCES suggestion (federation_id, id);
