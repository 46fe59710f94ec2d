-- Why: disclosure of an employer's affairs (DEM-5): what kind of employer it is, what must be disclosed and when, the items with all their
--   versions, for whom each is, who has read it, what was asked and answered. An item has the id of its case (process `disclosure`), a question
--   too (process `disclosureQuestion`).
-- Locks: new tables only. Rows at a large federation: 200,000 items, 400,000 versions, 20 million readings, 200,000 questions.

-- phase: tables

-- From this day on duties of the catalogue fall due for this union's employer.
CREATE TABLE disclosure_employer (
  federation_id uuid NOT NULL,
  union_id      uuid NOT NULL,
  ownership     text NOT NULL CHECK (ownership IN ('state','private','institution')),
  since         date NOT NULL,
  by_id         uuid NOT NULL,
  at            timestamptz NOT NULL,
  PRIMARY KEY (federation_id, union_id)
);

-- What employer and union agreed to disclose besides the catalogue.
CREATE TABLE disclosure_agreed (
  federation_id uuid NOT NULL,
  id            uuid NOT NULL,
  union_id      uuid NOT NULL,
  title         text NOT NULL CHECK (length(title) BETWEEN 2 AND 60),
  every_months  smallint NOT NULL CHECK (every_months IN (0,1,3,6,12)),   -- 0: when it happens
  since         date NOT NULL,
  ended_on      date,
  by_id         uuid NOT NULL,
  PRIMARY KEY (federation_id, id)
);
CREATE INDEX disclosure_agreed_of ON disclosure_agreed (federation_id, union_id);

-- A circle of people by name: delegates, or any other group to which something is disclosed.
CREATE TABLE disclosure_circle (
  federation_id uuid NOT NULL,
  id            uuid NOT NULL,
  union_id      uuid NOT NULL,
  kind          text NOT NULL CHECK (kind IN ('delegates','tag')),
  name          text NOT NULL CHECK (length(name) BETWEEN 2 AND 40),
  at            timestamptz NOT NULL,
  PRIMARY KEY (federation_id, id),
  UNIQUE (federation_id, union_id, name)
);
CREATE TABLE disclosure_circle_person (
  federation_id uuid NOT NULL,
  circle_id     uuid NOT NULL,
  person_id     uuid NOT NULL,
  at            timestamptz NOT NULL,
  PRIMARY KEY (federation_id, circle_id, person_id)
);
CREATE INDEX disclosure_circle_of_person ON disclosure_circle_person (federation_id, person_id);

-- A workers' congress: its agenda is disclosed before it opens, its decisions after it closed.
CREATE TABLE disclosure_congress (
  federation_id uuid NOT NULL,
  id            uuid NOT NULL,
  union_id      uuid NOT NULL,
  name          text NOT NULL CHECK (length(name) BETWEEN 2 AND 60),
  opens_on      date NOT NULL,
  closes_on     date NOT NULL,
  by_id         uuid NOT NULL,
  at            timestamptz NOT NULL,
  PRIMARY KEY (federation_id, id),
  CHECK (closes_on >= opens_on)
);
CREATE UNIQUE INDEX disclosure_congress_once ON disclosure_congress (federation_id, union_id, opens_on);

-- What is written now stands here; what the audience sees stands in disclosure_version.
CREATE TABLE disclosure_item (
  federation_id uuid NOT NULL,
  id            uuid NOT NULL,               -- of the case
  union_id      uuid NOT NULL,
  entry         text NOT NULL CHECK (length(entry) BETWEEN 2 AND 40),   -- code of the catalogue, or id of disclosure_agreed
  period        text NOT NULL DEFAULT '' CHECK (length(period) <= 60),  -- 2026-10, 2026-Q3, 2026, a congress; empty: no duty of a period
  due_at        timestamptz,                 -- must be public by then
  title         text NOT NULL CHECK (length(title) BETWEEN 2 AND 80),
  body          text NOT NULL DEFAULT '' CHECK (length(body) <= 20000),
  files         uuid[] NOT NULL DEFAULT '{}',
  draft_id      uuid NOT NULL,               -- owner of the files of what is written now
  public_days   smallint NOT NULL CHECK (public_days BETWEEN 1 AND 3660),
  audience      text NOT NULL CHECK (audience IN ('all','circle')),
  written_by_id uuid,                        -- who saved it last
  submitted_by_id uuid,                      -- who sent it to be checked
  why           text NOT NULL DEFAULT '' CHECK (length(why) <= 300),    -- why a published text is changed
  versions      smallint NOT NULL DEFAULT 0 CHECK (versions >= 0),
  published_at  timestamptz,                 -- first
  public_until  date,
  least_days    smallint NOT NULL CHECK (least_days BETWEEN 0 AND 3660),   -- days it must stay public, by the rulebook when it was drafted
  audience_n    integer NOT NULL DEFAULT 0,  -- people in the audience, counted at publication and each night
  withdrawn_at  timestamptz,
  withdrawn_why text NOT NULL DEFAULT '' CHECK (length(withdrawn_why) <= 300),
  withdrawn_days smallint,                   -- full days it had been public
  reminded_at   timestamptz,                 -- those who had not read it, last
  shown         tsvector,                    -- pairs of characters of what is published
  PRIMARY KEY (federation_id, id),
  CHECK ((versions > 0) = (published_at IS NOT NULL)),
  CHECK ((versions > 0) = (public_until IS NOT NULL)),
  CHECK ((withdrawn_at IS NULL) = (withdrawn_days IS NULL)),
  CHECK (withdrawn_at IS NULL OR versions > 0)
);
CREATE UNIQUE INDEX disclosure_item_duty ON disclosure_item (federation_id, union_id, entry, period) WHERE period <> '';
CREATE INDEX disclosure_item_of_union ON disclosure_item (federation_id, union_id, published_at);
CREATE INDEX disclosure_item_due ON disclosure_item (federation_id, due_at);
CREATE INDEX disclosure_item_shown ON disclosure_item USING gin (shown);

-- For whom: any line that fits lets somebody see it. union: everybody below; office: whoever holds it there; circle: whoever is in it.
CREATE TABLE disclosure_audience (
  federation_id uuid NOT NULL,
  item_id       uuid NOT NULL,
  line          smallint NOT NULL,
  kind          text NOT NULL CHECK (kind IN ('union','office','circle')),
  union_id      uuid,
  office        text NOT NULL DEFAULT '',
  circle_id     uuid,
  PRIMARY KEY (federation_id, item_id, line),
  CHECK ((kind = 'circle') = (circle_id IS NOT NULL)),
  CHECK ((kind = 'circle') = (union_id IS NULL)),
  CHECK ((kind = 'office') = (office <> ''))
);

-- What was published, by whom it was written and which second person looked for secrets.
CREATE TABLE disclosure_version (
  federation_id uuid NOT NULL,
  item_id       uuid NOT NULL,
  no            smallint NOT NULL CHECK (no >= 1),
  title         text NOT NULL,
  body          text NOT NULL,
  files         uuid[] NOT NULL,
  draft_id      uuid NOT NULL,
  why           text NOT NULL,
  by_id         uuid NOT NULL,
  checked_by_id uuid NOT NULL,
  state_secret  text NOT NULL CHECK (state_secret IN ('none','redacted')),
  trade_secret  text NOT NULL CHECK (trade_secret IN ('none','redacted')),
  personal_data text NOT NULL CHECK (personal_data IN ('none','redacted')),
  redaction     text NOT NULL DEFAULT '' CHECK (length(redaction) <= 500),
  at            timestamptz NOT NULL,
  PRIMARY KEY (federation_id, item_id, no),
  CHECK (by_id <> checked_by_id),
  CHECK (redaction <> '' OR (state_secret = 'none' AND trade_secret = 'none' AND personal_data = 'none')),
  CHECK (no = 1 OR why <> '')
);
CREATE INDEX disclosure_version_draft ON disclosure_version (federation_id, draft_id);

CREATE TABLE disclosure_reading (
  federation_id uuid NOT NULL,
  item_id       uuid NOT NULL,
  person_id     uuid NOT NULL,
  version       smallint NOT NULL,
  read_at       timestamptz NOT NULL,        -- first
  understood    boolean,
  PRIMARY KEY (federation_id, item_id, person_id)
);
CREATE INDEX disclosure_reading_of_person ON disclosure_reading (federation_id, person_id);

CREATE TABLE disclosure_question (
  federation_id uuid NOT NULL,
  id            uuid NOT NULL,               -- of the case
  item_id       uuid NOT NULL,
  person_id     uuid NOT NULL,
  kind          text NOT NULL CHECK (kind IN ('question','objection')),
  text          text NOT NULL CHECK (length(text) BETWEEN 2 AND 1000),
  named         boolean NOT NULL,            -- the name is shown beside it
  follows_id    uuid,                        -- the question whose answer it follows up
  due_at        timestamptz NOT NULL,
  answer        text NOT NULL DEFAULT '' CHECK (length(answer) <= 3000),
  open          boolean,                     -- answered before everybody, or to the asker alone
  upheld        boolean,                     -- of an objection: the item is put right
  answered_by_id uuid,
  answered_at   timestamptz,
  at            timestamptz NOT NULL,
  PRIMARY KEY (federation_id, id),
  CHECK ((answered_at IS NULL) = (answer = '')),
  CHECK ((answered_at IS NULL) = (open IS NULL)),
  CHECK (upheld IS NULL OR kind = 'objection')
);
CREATE INDEX disclosure_question_of ON disclosure_question (federation_id, item_id, at);
CREATE UNIQUE INDEX disclosure_question_follows ON disclosure_question (federation_id, follows_id) WHERE follows_id IS NOT NULL;

-- phase: distribution
SELECT create_distributed_table('disclosure_employer', 'federation_id');
SELECT create_distributed_table('disclosure_agreed', 'federation_id');
SELECT create_distributed_table('disclosure_circle', 'federation_id');
SELECT create_distributed_table('disclosure_circle_person', 'federation_id');
SELECT create_distributed_table('disclosure_congress', 'federation_id');
SELECT create_distributed_table('disclosure_item', 'federation_id');
SELECT create_distributed_table('disclosure_audience', 'federation_id');
SELECT create_distributed_table('disclosure_version', 'federation_id');
SELECT create_distributed_table('disclosure_reading', 'federation_id');
SELECT create_distributed_table('disclosure_question', 'federation_id');

-- phase: foreign keys
ALTER TABLE disclosure_employer ADD FOREIGN KEY (federation_id, union_id) REFERENCES union_unit (federation_id, id);
ALTER TABLE disclosure_agreed ADD FOREIGN KEY (federation_id, union_id) REFERENCES union_unit (federation_id, id);
ALTER TABLE disclosure_circle ADD FOREIGN KEY (federation_id, union_id) REFERENCES union_unit (federation_id, id);
ALTER TABLE disclosure_circle_person ADD FOREIGN KEY (federation_id, circle_id) REFERENCES disclosure_circle (federation_id, id);
ALTER TABLE disclosure_circle_person ADD FOREIGN KEY (federation_id, person_id) REFERENCES person (federation_id, id);
ALTER TABLE disclosure_congress ADD FOREIGN KEY (federation_id, union_id) REFERENCES union_unit (federation_id, id);
ALTER TABLE disclosure_item ADD FOREIGN KEY (federation_id, id) REFERENCES case_file (federation_id, id);
ALTER TABLE disclosure_item ADD FOREIGN KEY (federation_id, union_id) REFERENCES union_unit (federation_id, id);
ALTER TABLE disclosure_audience ADD FOREIGN KEY (federation_id, item_id) REFERENCES disclosure_item (federation_id, id);
ALTER TABLE disclosure_audience ADD FOREIGN KEY (federation_id, union_id) REFERENCES union_unit (federation_id, id);
ALTER TABLE disclosure_audience ADD FOREIGN KEY (federation_id, circle_id) REFERENCES disclosure_circle (federation_id, id);
ALTER TABLE disclosure_version ADD FOREIGN KEY (federation_id, item_id) REFERENCES disclosure_item (federation_id, id);
ALTER TABLE disclosure_version ADD FOREIGN KEY (federation_id, by_id) REFERENCES person (federation_id, id);
ALTER TABLE disclosure_version ADD FOREIGN KEY (federation_id, checked_by_id) REFERENCES person (federation_id, id);
ALTER TABLE disclosure_reading ADD FOREIGN KEY (federation_id, item_id) REFERENCES disclosure_item (federation_id, id);
ALTER TABLE disclosure_reading ADD FOREIGN KEY (federation_id, person_id) REFERENCES person (federation_id, id);
ALTER TABLE disclosure_question ADD FOREIGN KEY (federation_id, id) REFERENCES case_file (federation_id, id);
ALTER TABLE disclosure_question ADD FOREIGN KEY (federation_id, item_id) REFERENCES disclosure_item (federation_id, id);
ALTER TABLE disclosure_question ADD FOREIGN KEY (federation_id, person_id) REFERENCES person (federation_id, id);
