-- Why: sessions of a workers' or members' congress (DEM-1): who sits, agenda by item with the act the law asks for, papers in advance, opinions by
--   delegation, presence, presidium, speakers, votes (engine ballot: an item's ballot has the item's id), resolutions with their execution, minutes.
--   A session has the id of its case (process `congressSession`). Joint meetings between two sessions stand here too.
-- Locks: new tables only. Rows at a large federation: 300,000 sessions, 20 million seats, 3 million items and papers, 5 million opinions.

-- phase: tables

CREATE TABLE congress_session (
  federation_id   uuid NOT NULL,
  id              uuid NOT NULL,               -- of the case
  body_id         uuid NOT NULL,
  term_id         uuid NOT NULL,
  union_id        uuid NOT NULL,
  sort            text NOT NULL CHECK (sort IN ('regular','extraordinary','joint')),
  number          smallint NOT NULL CHECK (number >= 1 AND number <= 200),
  mode            text NOT NULL CHECK (mode IN ('site','online','mixed')),
  title           text NOT NULL CHECK (length(title) >= 2 AND length(title) <= 80),
  about           text NOT NULL DEFAULT '' CHECK (length(about) <= 3000),
  place           text NOT NULL CHECK (length(place) >= 1 AND length(place) <= 200),
  called_by       text NOT NULL CHECK (called_by IN ('yearly','employer','union','delegates')),
  held_at         timestamptz NOT NULL,
  ends_at         timestamptz NOT NULL,
  papers_by       date NOT NULL,               -- last day on which a paper is in time, by the rule of the place
  agreed_employer text NOT NULL DEFAULT '' CHECK (length(agreed_employer) <= 60),
  agreed_union    text NOT NULL DEFAULT '' CHECK (length(agreed_union) <= 60),
  rule_set_id     text NOT NULL,
  entitled        integer NOT NULL DEFAULT 0 CHECK (entitled >= 0),   -- seats with a vote, held or vacant; frozen at the opening
  present_first   integer NOT NULL DEFAULT 0,  -- of those with a vote, at the opening
  opened_at       timestamptz,
  closed_at       timestamptz,
  hands           jsonb,                       -- how the presidium was adopted: { present, for, against }
  minutes         text NOT NULL DEFAULT '' CHECK (length(minutes) <= 20000),
  publish_by      date,
  published_at    timestamptz,
  report          text NOT NULL DEFAULT '' CHECK (length(report) <= 5000),
  report_by       timestamptz,
  reported_at     timestamptz,
  by_id           uuid NOT NULL,
  PRIMARY KEY (federation_id, id),
  CHECK (ends_at > held_at),
  CHECK (closed_at IS NULL OR opened_at IS NOT NULL),
  CHECK ((published_at IS NOT NULL) <= (minutes <> '')),
  CHECK ((reported_at IS NOT NULL) <= (report <> ''))
);
CREATE INDEX congress_session_of_union ON congress_session (federation_id, union_id, held_at);
CREATE INDEX congress_session_of_term ON congress_session (federation_id, term_id, held_at);
CREATE UNIQUE INDEX congress_session_one_open ON congress_session (federation_id, term_id) WHERE opened_at IS NOT NULL AND closed_at IS NULL;

-- Who sits: read from the roll of the term until the opening, frozen from then on. A vacant seat counts as entitled and is never there.
CREATE TABLE congress_session_seat (
  federation_id uuid NOT NULL,
  session_id    uuid NOT NULL,
  delegate_id   uuid NOT NULL,
  person_id     uuid,
  name          text NOT NULL,
  class         text NOT NULL CHECK (class IN ('delegate','observer','guest')),
  vacant        boolean NOT NULL,
  votes         boolean NOT NULL,
  post          text NOT NULL,
  union_id      uuid NOT NULL,
  unit          text NOT NULL,
  delegation_id uuid,
  delegation    text NOT NULL,
  head          boolean NOT NULL,            -- of the delegation
  card_number   text NOT NULL,
  card_code     uuid NOT NULL,
  presidium     text NOT NULL DEFAULT '' CHECK (presidium IN ('','member','chair')),
  here          text NOT NULL DEFAULT '' CHECK (here IN ('','site','online')),
  came_at       timestamptz,
  left_at       timestamptz,
  seen_at       timestamptz,                 -- when the papers were looked at last
  PRIMARY KEY (federation_id, session_id, delegate_id),
  CHECK (NOT votes OR (class = 'delegate' AND NOT vacant)),
  CHECK (here = '' OR (came_at IS NOT NULL AND NOT vacant))
);
CREATE UNIQUE INDEX congress_session_seat_person ON congress_session_seat (federation_id, session_id, person_id) WHERE person_id IS NOT NULL;
CREATE INDEX congress_session_seat_mine ON congress_session_seat (federation_id, person_id);
CREATE INDEX congress_session_seat_card ON congress_session_seat (federation_id, session_id, card_code);

CREATE TABLE congress_session_item (
  federation_id uuid NOT NULL,
  id            uuid NOT NULL,               -- of its ballot, too
  session_id    uuid NOT NULL,
  number        smallint NOT NULL CHECK (number >= 1 AND number <= 200),
  matter        text NOT NULL CHECK (length(matter) <= 40),
  act           text NOT NULL CHECK (act IN ('REPORT','DELIBERATE','ADOPT','DECIDE','ELECT','APPRAISE','SUPERVISE')),
  title         text NOT NULL CHECK (length(title) >= 2 AND length(title) <= 120),
  body          text NOT NULL DEFAULT '' CHECK (length(body) <= 20000),
  reporter      text NOT NULL DEFAULT '' CHECK (length(reporter) <= 60),
  level         text NOT NULL CHECK (level IN ('none','open','detached','blind')),
  candidates    jsonb NOT NULL DEFAULT '[]', -- names, for an election
  seats         smallint NOT NULL DEFAULT 0,
  state         text NOT NULL CHECK (state IN ('listed','presented','voting','counting','passed','failed','noted','withdrawn')),
  amends_id     uuid,                        -- the item of which this is the amended text
  ratifies_id   uuid,                        -- the item of a joint meeting that the session ratifies
  resolution    text NOT NULL DEFAULT '' CHECK (length(resolution) <= 10000),
  exec_by       text NOT NULL DEFAULT '' CHECK (length(exec_by) <= 80),
  exec_due      date,
  exec_note     text NOT NULL DEFAULT '' CHECK (length(exec_note) <= 1000),
  exec_done_at  timestamptz,
  decided_at    timestamptz,
  version       integer NOT NULL DEFAULT 1,
  PRIMARY KEY (federation_id, id),
  CHECK ((state IN ('passed','failed','noted')) = (decided_at IS NOT NULL)),
  CHECK (level <> 'none' OR state NOT IN ('voting','counting','passed','failed')),
  CHECK (act NOT IN ('ADOPT','ELECT') OR level IN ('detached','blind'))
);
CREATE INDEX congress_session_item_of ON congress_session_item (federation_id, session_id, number);
CREATE UNIQUE INDEX congress_session_item_ratified_once ON congress_session_item (federation_id, ratifies_id) WHERE ratifies_id IS NOT NULL AND state NOT IN ('failed','withdrawn');

CREATE TABLE congress_session_paper (
  federation_id uuid NOT NULL,
  id            uuid NOT NULL,               -- of the file
  session_id    uuid NOT NULL,
  item_id       uuid,
  name          text NOT NULL,
  put_at        timestamptz NOT NULL,
  by_id         uuid NOT NULL,
  PRIMARY KEY (federation_id, id)
);
CREATE INDEX congress_session_paper_of ON congress_session_paper (federation_id, session_id, put_at);

-- What delegates say to an item in their delegations, and what each delegation's head gathered of it.
CREATE TABLE congress_session_opinion (
  federation_id uuid NOT NULL,
  id            uuid NOT NULL,
  session_id    uuid NOT NULL,
  item_id       uuid NOT NULL,
  delegation_id uuid,
  delegation    text NOT NULL,
  sort          text NOT NULL CHECK (sort IN ('own','gathered')),
  person_id     uuid NOT NULL,
  name          text NOT NULL,
  text          text NOT NULL CHECK (length(text) >= 2 AND length(text) <= 2000),
  taken         text NOT NULL DEFAULT '' CHECK (taken IN ('','taken','partly','declined')),
  answer        text NOT NULL DEFAULT '' CHECK (length(answer) <= 1000),
  at            timestamptz NOT NULL,
  PRIMARY KEY (federation_id, id),
  CHECK (taken <> 'declined' OR answer <> '')
);
CREATE INDEX congress_session_opinion_of ON congress_session_opinion (federation_id, session_id, item_id, at);
CREATE UNIQUE INDEX congress_session_opinion_gathered ON congress_session_opinion (federation_id, item_id, delegation_id) WHERE sort = 'gathered';

CREATE TABLE congress_session_speaker (
  federation_id uuid NOT NULL,
  id            uuid NOT NULL,
  session_id    uuid NOT NULL,
  item_id       uuid,
  delegate_id   uuid NOT NULL,
  about         text NOT NULL DEFAULT '' CHECK (length(about) <= 200),
  state         text NOT NULL CHECK (state IN ('asked','speaking','spoke','withdrawn')),
  minutes       smallint NOT NULL DEFAULT 0 CHECK (minutes >= 0 AND minutes <= 60),
  asked_at      timestamptz NOT NULL,
  began_at      timestamptz,
  ended_at      timestamptz,
  PRIMARY KEY (federation_id, id)
);
CREATE UNIQUE INDEX congress_session_speaker_one ON congress_session_speaker (federation_id, session_id) WHERE state = 'speaking';
CREATE UNIQUE INDEX congress_session_speaker_asked ON congress_session_speaker (federation_id, session_id, delegate_id) WHERE state = 'asked';
CREATE INDEX congress_session_speaker_of ON congress_session_speaker (federation_id, session_id, asked_at);

-- phase: distribution

SELECT create_distributed_table('congress_session', 'federation_id');
SELECT create_distributed_table('congress_session_seat', 'federation_id');
SELECT create_distributed_table('congress_session_item', 'federation_id');
SELECT create_distributed_table('congress_session_paper', 'federation_id');
SELECT create_distributed_table('congress_session_opinion', 'federation_id');
SELECT create_distributed_table('congress_session_speaker', 'federation_id');

-- phase: foreign keys

ALTER TABLE congress_session ADD FOREIGN KEY (federation_id, id) REFERENCES case_file (federation_id, id);
ALTER TABLE congress_session ADD FOREIGN KEY (federation_id, body_id) REFERENCES congress_body (federation_id, id);
ALTER TABLE congress_session ADD FOREIGN KEY (federation_id, term_id) REFERENCES congress_term (federation_id, id);
ALTER TABLE congress_session_seat ADD FOREIGN KEY (federation_id, session_id) REFERENCES congress_session (federation_id, id);
ALTER TABLE congress_session_seat ADD FOREIGN KEY (federation_id, delegate_id) REFERENCES congress_delegate (federation_id, id);
ALTER TABLE congress_session_item ADD FOREIGN KEY (federation_id, session_id) REFERENCES congress_session (federation_id, id);
ALTER TABLE congress_session_item ADD FOREIGN KEY (federation_id, amends_id) REFERENCES congress_session_item (federation_id, id);
ALTER TABLE congress_session_item ADD FOREIGN KEY (federation_id, ratifies_id) REFERENCES congress_session_item (federation_id, id);
ALTER TABLE congress_session_paper ADD FOREIGN KEY (federation_id, session_id) REFERENCES congress_session (federation_id, id);
ALTER TABLE congress_session_opinion ADD FOREIGN KEY (federation_id, item_id) REFERENCES congress_session_item (federation_id, id);
ALTER TABLE congress_session_speaker ADD FOREIGN KEY (federation_id, session_id, delegate_id) REFERENCES congress_session_seat (federation_id, session_id, delegate_id);
