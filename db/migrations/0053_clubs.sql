-- Why: clubs and interest groups (SVC-2): what is said about them, who founds and leads them, their gatherings with who came, grants, costs, yearly reports, awards.
--   Who belongs to a club is the engine's (claims, decision 0014): a club has the id of its case and, once approved, of its offer.
-- Locks: new tables only. Rows at a large federation: 5,000 clubs, 200,000 gatherings, 3 million attendances, 100,000 costs.

-- phase: tables

CREATE TABLE club (
  federation_id uuid NOT NULL,
  id            uuid NOT NULL,               -- of the case, and of the offer once it is approved
  union_id      uuid NOT NULL,               -- whose club it is
  category      text NOT NULL CHECK (category IN ('ball','outdoor','fitness','arts','music','board','reading','craft','volunteer','other')),
  name          text NOT NULL CHECK (length(name) BETWEEN 2 AND 30),
  name_taken    text,                        -- the name while nobody else in the union may have it; null once it is over
  purpose       text NOT NULL CHECK (length(purpose) BETWEEN 2 AND 500),
  charter       text NOT NULL CHECK (length(charter) BETWEEN 10 AND 5000),
  meets         text NOT NULL DEFAULT '' CHECK (length(meets) <= 100),
  places        integer CHECK (places BETWEEN 1 AND 100000),   -- most members as wished; null: no limit. What holds after approval is the offer's
  founded_on    date,                        -- when it was approved
  rule_set_id   text,                        -- the numbers its proposal was sent with
  PRIMARY KEY (federation_id, id),
  UNIQUE (federation_id, union_id, name_taken)
);

-- Who founds it; each says so on the own phone.
CREATE TABLE club_founder (
  federation_id uuid NOT NULL,
  club_id       uuid NOT NULL,
  person_id     uuid NOT NULL,
  state         text NOT NULL CHECK (state IN ('invited','confirmed','declined')),
  invited_at    timestamptz NOT NULL,
  answered_at   timestamptz,
  PRIMARY KEY (federation_id, club_id, person_id),
  CHECK ((state = 'invited') = (answered_at IS NULL))
);
CREATE INDEX club_founder_person ON club_founder (federation_id, person_id) WHERE state = 'invited';

CREATE TABLE club_role (
  federation_id uuid NOT NULL,
  club_id       uuid NOT NULL,
  role          text NOT NULL CHECK (role IN ('leader','deputy','treasurer')),
  person_id     uuid NOT NULL,
  since         date NOT NULL,
  PRIMARY KEY (federation_id, club_id, role)
);
CREATE INDEX club_role_person ON club_role (federation_id, person_id);

CREATE TABLE club_gathering (
  federation_id uuid NOT NULL,
  id            uuid NOT NULL,
  club_id       uuid NOT NULL,
  title         text NOT NULL CHECK (length(title) BETWEEN 2 AND 60),
  place         text NOT NULL CHECK (length(place) BETWEEN 1 AND 200),
  starts_at     timestamptz NOT NULL,
  about         text NOT NULL DEFAULT '' CHECK (length(about) <= 1000),
  by_id         uuid NOT NULL,
  at            timestamptz NOT NULL,
  dropped_at    timestamptz,                 -- did not take place; no longer counts
  why           text NOT NULL DEFAULT '' CHECK (length(why) <= 300),
  PRIMARY KEY (federation_id, id)
);
CREATE INDEX club_gathering_of ON club_gathering (federation_id, club_id, starts_at);

-- Who came, and what they thought of it.
CREATE TABLE club_attendance (
  federation_id uuid NOT NULL,
  gathering_id  uuid NOT NULL,
  person_id     uuid NOT NULL,
  way           text NOT NULL CHECK (way IN ('list','code')),
  at            timestamptz NOT NULL,
  stars         smallint CHECK (stars BETWEEN 1 AND 5),
  comment       text NOT NULL DEFAULT '' CHECK (length(comment) <= 300),
  PRIMARY KEY (federation_id, gathering_id, person_id)
);
CREATE INDEX club_attendance_person ON club_attendance (federation_id, person_id);

CREATE TABLE club_cost (
  federation_id uuid NOT NULL,
  id            uuid NOT NULL,
  club_id       uuid NOT NULL,
  year          smallint NOT NULL,           -- whose grant pays
  gathering_id  uuid,
  item          text NOT NULL CHECK (length(item) BETWEEN 1 AND 60),
  amount_fen    bigint NOT NULL CHECK (amount_fen BETWEEN 1 AND 100000000000),
  spent_on      date NOT NULL,
  note          text NOT NULL DEFAULT '' CHECK (length(note) <= 200),
  by_id         uuid NOT NULL,
  at            timestamptz NOT NULL,
  removed_at    timestamptz,                 -- entered by mistake; no longer counts
  PRIMARY KEY (federation_id, id)
);
CREATE INDEX club_cost_of ON club_cost (federation_id, club_id, year) WHERE removed_at IS NULL;
CREATE INDEX club_cost_gathering ON club_cost (federation_id, gathering_id) WHERE gathering_id IS NOT NULL AND removed_at IS NULL;

-- What a union sets aside for its clubs in a year: grants never come to more.
CREATE TABLE club_budget (
  federation_id uuid NOT NULL,
  union_id      uuid NOT NULL,
  year          smallint NOT NULL CHECK (year BETWEEN 2000 AND 2199),
  amount_fen    bigint NOT NULL CHECK (amount_fen BETWEEN 0 AND 100000000000),
  decided_by_id uuid NOT NULL,
  decided_at    timestamptz NOT NULL,
  PRIMARY KEY (federation_id, union_id, year)
);

CREATE TABLE club_grant (
  federation_id uuid NOT NULL,
  club_id       uuid NOT NULL,
  year          smallint NOT NULL CHECK (year BETWEEN 2000 AND 2199),
  amount_fen    bigint NOT NULL CHECK (amount_fen BETWEEN 0 AND 100000000000),
  account       text NOT NULL CHECK (account IN ('50102','50105','50106')),   -- of the union accounting system (rules.md 12.2)
  members       integer NOT NULL,            -- counted when it was decided
  usual_fen     bigint NOT NULL,             -- by members and the rulebook
  note          text NOT NULL DEFAULT '' CHECK (length(note) <= 300),
  rule_set_id   text NOT NULL,
  decided_by_id uuid NOT NULL,
  decided_at    timestamptz NOT NULL,
  PRIMARY KEY (federation_id, club_id, year)
);

CREATE TABLE club_report (
  federation_id uuid NOT NULL,
  club_id       uuid NOT NULL,
  year          smallint NOT NULL,
  done          text NOT NULL CHECK (length(done) BETWEEN 2 AND 3000),
  plans         text NOT NULL DEFAULT '' CHECK (length(plans) <= 3000),
  by_id         uuid NOT NULL,
  sent_at       timestamptz NOT NULL,        -- when it was first sent: that counts for being in time
  changed_at    timestamptz NOT NULL,
  PRIMARY KEY (federation_id, club_id, year)
);

-- The best clubs of a year: made by the job of January, confirmed and published by the union.
CREATE TABLE club_award_list (
  federation_id uuid NOT NULL,
  id            uuid NOT NULL,
  union_id      uuid NOT NULL,
  year          smallint NOT NULL,
  most          integer NOT NULL,
  least_score   integer NOT NULL,            -- hundredths of a mark
  rule_set_id   text NOT NULL,
  made_at       timestamptz NOT NULL,
  published_at  timestamptz,
  published_by_id uuid,
  PRIMARY KEY (federation_id, id),
  UNIQUE (federation_id, union_id, year),
  CHECK ((published_at IS NULL) = (published_by_id IS NULL))
);

-- Every club of the ranking as it was reckoned then.
CREATE TABLE club_award (
  federation_id uuid NOT NULL,
  list_id       uuid NOT NULL,
  club_id       uuid NOT NULL,
  place         integer NOT NULL,
  won           boolean NOT NULL,
  score         integer NOT NULL,
  marks         jsonb NOT NULL,
  prize         text NOT NULL DEFAULT '' CHECK (length(prize) <= 60),
  prize_fen     bigint NOT NULL DEFAULT 0 CHECK (prize_fen BETWEEN 0 AND 100000000),
  PRIMARY KEY (federation_id, list_id, club_id)
);

-- phase: distribution
SELECT create_distributed_table('club', 'federation_id');
SELECT create_distributed_table('club_founder', 'federation_id');
SELECT create_distributed_table('club_role', 'federation_id');
SELECT create_distributed_table('club_gathering', 'federation_id');
SELECT create_distributed_table('club_attendance', 'federation_id');
SELECT create_distributed_table('club_cost', 'federation_id');
SELECT create_distributed_table('club_budget', 'federation_id');
SELECT create_distributed_table('club_grant', 'federation_id');
SELECT create_distributed_table('club_report', 'federation_id');
SELECT create_distributed_table('club_award_list', 'federation_id');
SELECT create_distributed_table('club_award', 'federation_id');

-- phase: foreign keys
ALTER TABLE club ADD FOREIGN KEY (federation_id, id) REFERENCES case_file (federation_id, id);
ALTER TABLE club ADD FOREIGN KEY (federation_id, union_id) REFERENCES union_unit (federation_id, id);
ALTER TABLE club_founder ADD FOREIGN KEY (federation_id, club_id) REFERENCES club (federation_id, id);
ALTER TABLE club_founder ADD FOREIGN KEY (federation_id, person_id) REFERENCES person (federation_id, id);
ALTER TABLE club_role ADD FOREIGN KEY (federation_id, club_id) REFERENCES club (federation_id, id);
ALTER TABLE club_role ADD FOREIGN KEY (federation_id, person_id) REFERENCES person (federation_id, id);
ALTER TABLE club_gathering ADD FOREIGN KEY (federation_id, club_id) REFERENCES club (federation_id, id);
ALTER TABLE club_attendance ADD FOREIGN KEY (federation_id, gathering_id) REFERENCES club_gathering (federation_id, id);
ALTER TABLE club_attendance ADD FOREIGN KEY (federation_id, person_id) REFERENCES person (federation_id, id);
ALTER TABLE club_cost ADD FOREIGN KEY (federation_id, club_id) REFERENCES club (federation_id, id);
ALTER TABLE club_cost ADD FOREIGN KEY (federation_id, gathering_id) REFERENCES club_gathering (federation_id, id);
ALTER TABLE club_budget ADD FOREIGN KEY (federation_id, union_id) REFERENCES union_unit (federation_id, id);
ALTER TABLE club_grant ADD FOREIGN KEY (federation_id, club_id) REFERENCES club (federation_id, id);
ALTER TABLE club_report ADD FOREIGN KEY (federation_id, club_id) REFERENCES club (federation_id, id);
ALTER TABLE club_award_list ADD FOREIGN KEY (federation_id, union_id) REFERENCES union_unit (federation_id, id);
ALTER TABLE club_award ADD FOREIGN KEY (federation_id, list_id) REFERENCES club_award_list (federation_id, id);
ALTER TABLE club_award ADD FOREIGN KEY (federation_id, club_id) REFERENCES club (federation_id, id);
