-- Written by tools/dump-schema.ts from the migrations. Read it; change db/migrations instead.

CREATE TABLE activity (
  federation_id uuid NOT NULL,
  id            uuid NOT NULL,
  union_id      uuid NOT NULL,
  organiser_id  uuid NOT NULL,
  kind          text NOT NULL,
  title         text NOT NULL,
  about         text NOT NULL,
  place         text NOT NULL,
  starts_at     timestamp with time zone NOT NULL,
  ends_at       timestamp with time zone NOT NULL,
  opens_at      timestamp with time zone,
  closes_at     timestamp with time zone NOT NULL,
  cancel_until  timestamp with time zone,
  places        integer NOT NULL,
  family        smallint NOT NULL,
  pays          text NOT NULL,
  price         bigint NOT NULL,
  waits         boolean NOT NULL,
  quotas        jsonb NOT NULL DEFAULT '[]'::jsonb,
  who           jsonb NOT NULL DEFAULT '{}'::jsonb,
  questions     jsonb NOT NULL DEFAULT '[]'::jsonb,
  plan          jsonb NOT NULL DEFAULT '[]'::jsonb,
  planned_fen   bigint NOT NULL DEFAULT 0,
  club_id       uuid,
  self_check_in boolean NOT NULL,
  series_id     uuid,
  reminded      smallint NOT NULL DEFAULT 0,
  CONSTRAINT activity_pkey PRIMARY KEY (federation_id, id),
  CONSTRAINT activity_about_check CHECK ((length(about) <= 3000)),
  CONSTRAINT activity_check CHECK ((ends_at > starts_at)),
  CONSTRAINT activity_check1 CHECK ((closes_at <= ends_at)),
  CONSTRAINT activity_check2 CHECK (((opens_at IS NULL) OR (opens_at < closes_at))),
  CONSTRAINT activity_check3 CHECK (((pays = 'free'::text) = (price = 0))),
  CONSTRAINT activity_family_check CHECK (((family >= 0) AND (family <= 9))),
  CONSTRAINT activity_kind_check CHECK ((kind = ANY (ARRAY['sport'::text, 'culture'::text, 'outing'::text, 'family'::text, 'volunteer'::text, 'learning'::text, 'talk'::text, 'other'::text]))),
  CONSTRAINT activity_pays_check CHECK ((pays = ANY (ARRAY['free'::text, 'atHandOver'::text, 'online'::text, 'points'::text]))),
  CONSTRAINT activity_place_check CHECK (((length(place) >= 1) AND (length(place) <= 200))),
  CONSTRAINT activity_places_check CHECK (((places >= 1) AND (places <= 100000))),
  CONSTRAINT activity_planned_fen_check CHECK (((planned_fen >= 0) AND (planned_fen <= '100000000000'::bigint))),
  CONSTRAINT activity_price_check CHECK (((price >= 0) AND (price <= 100000000))),
  CONSTRAINT activity_reminded_check CHECK (((reminded >= 0) AND (reminded <= 2))),
  CONSTRAINT activity_title_check CHECK (((length(title) >= 2) AND (length(title) <= 60)))
);
CREATE INDEX activity_club ON activity USING btree (federation_id, club_id) WHERE (club_id IS NOT NULL);
CREATE INDEX activity_of_union ON activity USING btree (federation_id, union_id, starts_at);
CREATE INDEX activity_organiser ON activity USING btree (federation_id, organiser_id);
CREATE INDEX activity_series ON activity USING btree (federation_id, series_id) WHERE (series_id IS NOT NULL);
CREATE INDEX activity_soon ON activity USING btree (federation_id, starts_at) WHERE (reminded < 2);
CREATE INDEX activity_time ON activity USING btree (federation_id, ends_at);

CREATE TABLE activity_audience (
  federation_id uuid NOT NULL,
  activity_id   uuid NOT NULL,
  union_id      uuid NOT NULL,
  CONSTRAINT activity_audience_pkey PRIMARY KEY (federation_id, activity_id, union_id)
);

CREATE TABLE activity_cost (
  federation_id uuid NOT NULL,
  id            uuid NOT NULL,
  activity_id   uuid NOT NULL,
  item          text NOT NULL,
  amount_fen    bigint NOT NULL,
  spent_on      date NOT NULL,
  note          text NOT NULL DEFAULT ''::text,
  by_id         uuid NOT NULL,
  at            timestamp with time zone NOT NULL,
  removed_at    timestamp with time zone,
  CONSTRAINT activity_cost_pkey PRIMARY KEY (federation_id, id),
  CONSTRAINT activity_cost_amount_fen_check CHECK (((amount_fen >= 1) AND (amount_fen <= '100000000000'::bigint))),
  CONSTRAINT activity_cost_item_check CHECK (((length(item) >= 1) AND (length(item) <= 60))),
  CONSTRAINT activity_cost_note_check CHECK ((length(note) <= 200))
);
CREATE INDEX activity_cost_of ON activity_cost USING btree (federation_id, activity_id) WHERE (removed_at IS NULL);

CREATE TABLE activity_entry (
  federation_id uuid NOT NULL,
  activity_id   uuid NOT NULL,
  person_id     uuid NOT NULL,
  family        smallint NOT NULL,
  family_sealed bytea,
  answers       jsonb NOT NULL,
  changed_at    timestamp with time zone NOT NULL,
  CONSTRAINT activity_entry_pkey PRIMARY KEY (federation_id, activity_id, person_id),
  CONSTRAINT activity_entry_check CHECK (((family = 0) = (family_sealed IS NULL))),
  CONSTRAINT activity_entry_family_check CHECK (((family >= 0) AND (family <= 9)))
);

CREATE TABLE activity_photo (
  federation_id   uuid NOT NULL,
  id              uuid NOT NULL,
  activity_id     uuid NOT NULL,
  by_id           uuid NOT NULL,
  caption         text NOT NULL DEFAULT ''::text,
  state           text NOT NULL,
  consented_at    timestamp with time zone NOT NULL,
  contested_by_id uuid,
  why             text NOT NULL DEFAULT ''::text,
  decided_by_id   uuid,
  decided_at      timestamp with time zone,
  at              timestamp with time zone NOT NULL,
  CONSTRAINT activity_photo_pkey PRIMARY KEY (federation_id, id),
  CONSTRAINT activity_photo_caption_check CHECK ((length(caption) <= 100)),
  CONSTRAINT activity_photo_check CHECK (((state = 'contested'::text) <= (contested_by_id IS NOT NULL))),
  CONSTRAINT activity_photo_state_check CHECK ((state = ANY (ARRAY['waiting'::text, 'released'::text, 'contested'::text, 'removed'::text]))),
  CONSTRAINT activity_photo_why_check CHECK ((length(why) <= 300))
);
CREATE INDEX activity_photo_of ON activity_photo USING btree (federation_id, activity_id, at);

CREATE TABLE activity_rating (
  federation_id uuid NOT NULL,
  activity_id   uuid NOT NULL,
  person_id     uuid NOT NULL,
  stars         smallint NOT NULL,
  comment       text NOT NULL DEFAULT ''::text,
  at            timestamp with time zone NOT NULL,
  changed_at    timestamp with time zone NOT NULL,
  CONSTRAINT activity_rating_pkey PRIMARY KEY (federation_id, activity_id, person_id),
  CONSTRAINT activity_rating_comment_check CHECK ((length(comment) <= 500)),
  CONSTRAINT activity_rating_stars_check CHECK (((stars >= 1) AND (stars <= 5)))
);

CREATE TABLE appraisal (
  federation_id uuid NOT NULL,
  id            uuid NOT NULL,
  union_id      uuid NOT NULL,
  year          smallint NOT NULL,
  about         text NOT NULL,
  scale         text NOT NULL,
  classes       jsonb NOT NULL,
  readers       jsonb NOT NULL,
  rule_set_id   uuid NOT NULL,
  released_at   timestamp with time zone,
  released_by   uuid,
  CONSTRAINT appraisal_pkey PRIMARY KEY (federation_id, id),
  CONSTRAINT appraisal_about_check CHECK ((length(about) <= 4000)),
  CONSTRAINT appraisal_scale_check CHECK ((scale = ANY (ARRAY['competence'::text, 'satisfaction'::text]))),
  CONSTRAINT appraisal_year_check CHECK (((year >= 2000) AND (year <= 2100)))
);
CREATE INDEX appraisal_of_union ON appraisal USING btree (federation_id, union_id, year);

CREATE TABLE appraisal_leader (
  federation_id uuid NOT NULL,
  appraisal_id  uuid NOT NULL,
  no            smallint NOT NULL,
  person_id     uuid,
  name          text NOT NULL,
  post          text NOT NULL,
  duty          text NOT NULL DEFAULT ''::text,
  files         uuid[] NOT NULL DEFAULT '{}'::uuid[],
  duty_at       timestamp with time zone,
  CONSTRAINT appraisal_leader_pkey PRIMARY KEY (federation_id, appraisal_id, no),
  CONSTRAINT appraisal_leader_duty_check CHECK ((length(duty) <= 10000)),
  CONSTRAINT appraisal_leader_name_check CHECK (((length(name) >= 1) AND (length(name) <= 60))),
  CONSTRAINT appraisal_leader_no_check CHECK (((no >= 1) AND (no <= 200))),
  CONSTRAINT appraisal_leader_post_check CHECK ((length(post) <= 80))
);
CREATE UNIQUE INDEX appraisal_leader_once ON appraisal_leader USING btree (federation_id, appraisal_id, person_id) WHERE (person_id IS NOT NULL);
CREATE INDEX appraisal_leader_person ON appraisal_leader USING btree (federation_id, person_id) WHERE (person_id IS NOT NULL);

CREATE TABLE audit_check (
  federation_id uuid NOT NULL,
  id            uuid NOT NULL,
  checked_at    timestamp with time zone NOT NULL,
  blocks        bigint NOT NULL,
  entries       bigint NOT NULL,
  unsealed      bigint NOT NULL,
  fault_count   bigint NOT NULL,
  faults        jsonb NOT NULL,
  head_block    bigint NOT NULL,
  head_hash     bytea NOT NULL,
  CONSTRAINT audit_check_pkey PRIMARY KEY (federation_id, id)
);
CREATE INDEX audit_check_at ON audit_check USING btree (federation_id, checked_at DESC);

CREATE TABLE audit_entry (
  federation_id uuid NOT NULL,
  id            uuid NOT NULL,
  at            timestamp with time zone NOT NULL,
  act           text NOT NULL,
  by_kind       text NOT NULL,
  by_name       text NOT NULL,
  person_id     uuid,
  session_id    text,
  union_id      uuid,
  subject_kind  text NOT NULL,
  subject_id    text NOT NULL,
  word          text NOT NULL,
  zh            text NOT NULL,
  en            text NOT NULL,
  slots         jsonb NOT NULL,
  basis         jsonb NOT NULL,
  fields        text[] NOT NULL,
  purpose       text NOT NULL,
  CONSTRAINT audit_entry_pkey PRIMARY KEY (federation_id, id),
  CONSTRAINT audit_entry_act_check CHECK ((act = ANY (ARRAY['write'::text, 'look'::text]))),
  CONSTRAINT audit_entry_by_kind_check CHECK ((by_kind = ANY (ARRAY['person'::text, 'anonymous'::text, 'system'::text]))),
  CONSTRAINT audit_entry_check CHECK (((by_kind = 'person'::text) = (person_id IS NOT NULL))),
  CONSTRAINT audit_entry_check1 CHECK (((by_kind = 'person'::text) OR (session_id IS NULL))),
  CONSTRAINT audit_entry_check2 CHECK (((by_kind <> 'anonymous'::text) OR (by_name = ''::text))),
  CONSTRAINT audit_entry_check3 CHECK (((act = 'look'::text) = (cardinality(fields) > 0))),
  CONSTRAINT audit_entry_check4 CHECK (((act <> 'look'::text) OR (purpose <> ''::text))),
  CONSTRAINT audit_entry_subject_id_check CHECK (((length(subject_id) >= 1) AND (length(subject_id) <= 100))),
  CONSTRAINT audit_entry_subject_kind_check CHECK (((length(subject_kind) >= 1) AND (length(subject_kind) <= 60)))
);
CREATE INDEX audit_entry_at ON audit_entry USING btree (federation_id, at DESC, id DESC);
CREATE INDEX audit_entry_look ON audit_entry USING btree (federation_id, at DESC, id DESC) WHERE (act = 'look'::text);
CREATE INDEX audit_entry_person ON audit_entry USING btree (federation_id, person_id, at DESC, id DESC) WHERE (person_id IS NOT NULL);
CREATE INDEX audit_entry_subject ON audit_entry USING btree (federation_id, subject_kind, subject_id, at DESC, id DESC);
CREATE INDEX audit_entry_union ON audit_entry USING btree (federation_id, union_id, at DESC, id DESC);

CREATE TABLE audit_seal (
  federation_id uuid NOT NULL,
  block         bigint NOT NULL,
  prev_hash     bytea NOT NULL,
  entry_ids     uuid[] NOT NULL,
  entry_hashes  bytea[] NOT NULL,
  hash          bytea NOT NULL,
  sealed_at     timestamp with time zone NOT NULL,
  CONSTRAINT audit_seal_pkey PRIMARY KEY (federation_id, block),
  CONSTRAINT audit_seal_block_check CHECK ((block > 0)),
  CONSTRAINT audit_seal_check CHECK ((cardinality(entry_ids) = cardinality(entry_hashes))),
  CONSTRAINT audit_seal_entry_ids_check CHECK (((cardinality(entry_ids) >= 1) AND (cardinality(entry_ids) <= 1000))),
  CONSTRAINT audit_seal_hash_check CHECK ((length(hash) = 32)),
  CONSTRAINT audit_seal_prev_hash_check CHECK ((length(prev_hash) = 32))
);

CREATE TABLE audit_unsealed (
  federation_id uuid NOT NULL,
  entry_id      uuid NOT NULL,
  CONSTRAINT audit_unsealed_pkey PRIMARY KEY (federation_id, entry_id)
);

CREATE TABLE authenticator (
  federation_id uuid NOT NULL,
  person_id     uuid NOT NULL,
  secret_sealed bytea NOT NULL,
  begun_at      timestamp with time zone NOT NULL,
  confirmed_at  timestamp with time zone,
  last_step     bigint NOT NULL,
  CONSTRAINT authenticator_pkey PRIMARY KEY (federation_id, person_id)
);

CREATE TABLE ballot (
  federation_id   uuid NOT NULL,
  id              uuid NOT NULL,
  union_id        uuid NOT NULL,
  kind            text NOT NULL,
  title           text NOT NULL,
  level           text NOT NULL,
  state           text NOT NULL,
  paper           jsonb NOT NULL,
  rule            jsonb NOT NULL,
  paper_bytes     integer NOT NULL,
  mix_at_least    integer NOT NULL,
  present_only    boolean NOT NULL,
  opens_at        timestamp with time zone,
  closes_at       timestamp with time zone,
  keys_ready      boolean NOT NULL DEFAULT false,
  entitled        integer NOT NULL DEFAULT 0,
  present         integer NOT NULL DEFAULT 0,
  roll_hash       text NOT NULL DEFAULT ''::text,
  announced_at    timestamp with time zone,
  opened_at       timestamp with time zone,
  closed_at       timestamp with time zone,
  ended_at        timestamp with time zone,
  why             text NOT NULL DEFAULT ''::text,
  header          text,
  head            text,
  signature       bytea,
  result          jsonb,
  blocks          bytea,
  destroyed       boolean NOT NULL DEFAULT false,
  version         integer NOT NULL DEFAULT 1,
  made_by_id      uuid,
  made_at         timestamp with time zone NOT NULL,
  short_head      text,
  short_signature bytea,
  CONSTRAINT ballot_pkey PRIMARY KEY (federation_id, id),
  CONSTRAINT ballot_check CHECK (((closes_at IS NULL) OR (opens_at IS NULL) OR (closes_at > opens_at))),
  CONSTRAINT ballot_check1 CHECK (((state <> 'void'::text) OR (why <> ''::text))),
  CONSTRAINT ballot_check2 CHECK (((state <> ALL (ARRAY['open'::text, 'closed'::text, 'declared'::text])) OR (opened_at IS NOT NULL))),
  CONSTRAINT ballot_check3 CHECK (((head IS NULL) = (result IS NULL))),
  CONSTRAINT ballot_check4 CHECK (((state <> 'declared'::text) OR (head IS NOT NULL))),
  CONSTRAINT ballot_check5 CHECK (((short_head IS NULL) = (short_signature IS NULL))),
  CONSTRAINT ballot_kind_check CHECK (((length(kind) >= 1) AND (length(kind) <= 40))),
  CONSTRAINT ballot_level_check CHECK ((level = ANY (ARRAY['open'::text, 'detached'::text, 'blind'::text]))),
  CONSTRAINT ballot_mix_at_least_check CHECK (((mix_at_least >= 5) AND (mix_at_least <= 100000))),
  CONSTRAINT ballot_paper_bytes_check CHECK (((paper_bytes >= 64) AND (paper_bytes <= 65536))),
  CONSTRAINT ballot_state_check CHECK ((state = ANY (ARRAY['prepared'::text, 'announced'::text, 'open'::text, 'closed'::text, 'declared'::text, 'void'::text]))),
  CONSTRAINT ballot_title_check CHECK (((length(title) >= 1) AND (length(title) <= 200))),
  CONSTRAINT ballot_why_check CHECK ((length(why) <= 300))
);
CREATE INDEX ballot_of_union ON ballot USING btree (federation_id, union_id, kind, made_at);
CREATE INDEX ballot_running ON ballot USING btree (federation_id, state) WHERE ((state = ANY (ARRAY['announced'::text, 'open'::text, 'closed'::text])) OR ((state = ANY (ARRAY['declared'::text, 'void'::text])) AND (NOT destroyed)));

CREATE TABLE ballot_card (
  federation_id uuid NOT NULL,
  ballot_id     uuid NOT NULL,
  hash          bytea NOT NULL,
  class         text NOT NULL,
  asked         bytea,
  CONSTRAINT ballot_card_pkey PRIMARY KEY (federation_id, ballot_id, hash),
  CONSTRAINT ballot_card_class_check CHECK ((length(class) <= 40)),
  CONSTRAINT ballot_card_hash_check CHECK ((length(hash) = 32))
);

CREATE TABLE ballot_envelope (
  federation_id uuid NOT NULL,
  ballot_id     uuid NOT NULL,
  person_id     uuid NOT NULL,
  sealed        bytea NOT NULL,
  CONSTRAINT ballot_envelope_pkey PRIMARY KEY (federation_id, ballot_id, person_id)
);

CREATE TABLE ballot_envelope_key (
  federation_id uuid NOT NULL,
  ballot_id     uuid NOT NULL,
  secret        bytea NOT NULL,
  CONSTRAINT ballot_envelope_key_pkey PRIMARY KEY (federation_id, ballot_id)
);

CREATE TABLE ballot_key (
  federation_id uuid NOT NULL,
  ballot_id     uuid NOT NULL,
  purpose       text NOT NULL,
  class         text NOT NULL,
  public        bytea NOT NULL,
  secret        bytea,
  CONSTRAINT ballot_key_pkey PRIMARY KEY (federation_id, ballot_id, purpose, class),
  CONSTRAINT ballot_key_purpose_check CHECK ((purpose = ANY (ARRAY['token'::text, 'content'::text, 'seal'::text])))
);

CREATE TABLE ballot_matter (
  federation_id uuid NOT NULL,
  id            uuid NOT NULL,
  union_id      uuid NOT NULL,
  about         text NOT NULL,
  basis         text NOT NULL,
  roll          jsonb NOT NULL,
  again_of      uuid,
  round         smallint NOT NULL,
  tellers       text NOT NULL DEFAULT ''::text,
  CONSTRAINT ballot_matter_pkey PRIMARY KEY (federation_id, id),
  CONSTRAINT ballot_matter_about_check CHECK ((length(about) <= 4000)),
  CONSTRAINT ballot_matter_basis_check CHECK (((length(basis) >= 1) AND (length(basis) <= 40))),
  CONSTRAINT ballot_matter_round_check CHECK (((round >= 1) AND (round <= 20))),
  CONSTRAINT ballot_matter_tellers_check CHECK ((length(tellers) <= 200))
);
CREATE UNIQUE INDEX ballot_matter_again ON ballot_matter USING btree (federation_id, again_of) WHERE (again_of IS NOT NULL);
CREATE INDEX ballot_matter_of_union ON ballot_matter USING btree (federation_id, union_id);

CREATE TABLE ballot_open_paper (
  federation_id uuid NOT NULL,
  ballot_id     uuid NOT NULL,
  person_id     uuid NOT NULL,
  content       jsonb NOT NULL,
  CONSTRAINT ballot_open_paper_pkey PRIMARY KEY (federation_id, ballot_id, person_id)
);

CREATE TABLE ballot_paper (
  federation_id uuid NOT NULL,
  ballot_id     uuid NOT NULL,
  hash          bytea NOT NULL,
  token         bytea NOT NULL,
  turn          integer NOT NULL,
  body          bytea NOT NULL,
  mixed         boolean NOT NULL,
  no            integer,
  CONSTRAINT ballot_paper_pkey PRIMARY KEY (federation_id, ballot_id, hash),
  CONSTRAINT ballot_paper_federation_id_ballot_id_token_turn_key UNIQUE (federation_id, ballot_id, token, turn),
  CONSTRAINT ballot_paper_hash_check CHECK ((length(hash) = 32)),
  CONSTRAINT ballot_paper_token_check CHECK ((length(token) = ANY (ARRAY[16, 65]))),
  CONSTRAINT ballot_paper_turn_check CHECK (((turn >= 1) AND (turn <= 100)))
);
CREATE UNIQUE INDEX ballot_paper_no ON ballot_paper USING btree (federation_id, ballot_id, no) WHERE (no IS NOT NULL);
CREATE INDEX ballot_paper_waiting ON ballot_paper USING btree (federation_id, ballot_id) WHERE (NOT mixed);

CREATE TABLE ballot_terminal (
  federation_id uuid NOT NULL,
  ballot_id     uuid NOT NULL,
  unlocked      integer NOT NULL,
  CONSTRAINT ballot_terminal_pkey PRIMARY KEY (federation_id, ballot_id),
  CONSTRAINT ballot_terminal_unlocked_check CHECK ((unlocked >= 0))
);

CREATE TABLE ballot_voter (
  federation_id uuid NOT NULL,
  ballot_id     uuid NOT NULL,
  person_id     uuid NOT NULL,
  class         text NOT NULL,
  union_id      uuid NOT NULL,
  present       boolean NOT NULL,
  given         boolean NOT NULL,
  asked         bytea,
  CONSTRAINT ballot_voter_pkey PRIMARY KEY (federation_id, ballot_id, person_id),
  CONSTRAINT ballot_voter_class_check CHECK ((length(class) <= 40))
);
CREATE INDEX ballot_voter_person ON ballot_voter USING btree (federation_id, person_id, ballot_id);

CREATE TABLE box_letter (
  federation_id uuid NOT NULL,
  letter_id     uuid NOT NULL,
  opening_id    uuid NOT NULL,
  position      smallint NOT NULL,
  CONSTRAINT box_letter_pkey PRIMARY KEY (federation_id, letter_id),
  CONSTRAINT box_letter_federation_id_opening_id_position_key UNIQUE (federation_id, opening_id, "position")
);

CREATE TABLE box_opening (
  federation_id uuid NOT NULL,
  id            uuid NOT NULL,
  box_id        uuid NOT NULL,
  opened_on     date NOT NULL,
  opened_at     timestamp with time zone NOT NULL,
  opened_by     uuid NOT NULL,
  witness_id    uuid NOT NULL,
  found         smallint NOT NULL,
  keyed         smallint NOT NULL DEFAULT 0,
  seal_intact   boolean NOT NULL,
  note          text NOT NULL DEFAULT ''::text,
  left_why      text,
  logged_by     uuid NOT NULL,
  logged_at     timestamp with time zone NOT NULL,
  corrected     smallint NOT NULL DEFAULT 0,
  CONSTRAINT box_opening_pkey PRIMARY KEY (federation_id, id),
  CONSTRAINT box_opening_federation_id_box_id_opened_on_key UNIQUE (federation_id, box_id, opened_on),
  CONSTRAINT box_opening_check CHECK ((opened_by <> witness_id)),
  CONSTRAINT box_opening_check1 CHECK (((keyed >= 0) AND (keyed <= found))),
  CONSTRAINT box_opening_check2 CHECK (((left_why IS NULL) OR (keyed < found))),
  CONSTRAINT box_opening_found_check CHECK (((found >= 0) AND (found <= 300)))
);

CREATE TABLE box_opening_before (
  federation_id uuid NOT NULL,
  opening_id    uuid NOT NULL,
  position      smallint NOT NULL,
  was           jsonb NOT NULL,
  why           text NOT NULL,
  changed_by    uuid NOT NULL,
  changed_at    timestamp with time zone NOT NULL,
  CONSTRAINT box_opening_before_pkey PRIMARY KEY (federation_id, opening_id, "position")
);

CREATE TABLE briefing (
  federation_id uuid NOT NULL,
  id            uuid NOT NULL,
  union_id      uuid NOT NULL,
  title         text NOT NULL,
  about         text NOT NULL DEFAULT ''::text,
  place         text NOT NULL,
  held_at       timestamp with time zone NOT NULL,
  ends_at       timestamp with time zone NOT NULL,
  agenda        jsonb NOT NULL DEFAULT '[]'::jsonb,
  files         uuid[] NOT NULL DEFAULT '{}'::uuid[],
  minutes       text NOT NULL DEFAULT ''::text,
  started_at    timestamp with time zone,
  ended_at      timestamp with time zone,
  published_at  timestamp with time zone,
  by_id         uuid NOT NULL,
  CONSTRAINT briefing_pkey PRIMARY KEY (federation_id, id),
  CONSTRAINT briefing_about_check CHECK ((length(about) <= 3000)),
  CONSTRAINT briefing_check CHECK ((ends_at > held_at)),
  CONSTRAINT briefing_check1 CHECK (((published_at IS NOT NULL) <= (minutes <> ''::text))),
  CONSTRAINT briefing_minutes_check CHECK ((length(minutes) <= 20000)),
  CONSTRAINT briefing_place_check CHECK (((length(place) >= 1) AND (length(place) <= 200))),
  CONSTRAINT briefing_title_check CHECK (((length(title) >= 2) AND (length(title) <= 60)))
);
CREATE INDEX briefing_of_union ON briefing USING btree (federation_id, union_id, held_at);

CREATE TABLE briefing_attendance (
  federation_id uuid NOT NULL,
  briefing_id   uuid NOT NULL,
  person_id     uuid NOT NULL,
  at            timestamp with time zone NOT NULL,
  CONSTRAINT briefing_attendance_pkey PRIMARY KEY (federation_id, briefing_id, person_id)
);

CREATE TABLE briefing_question (
  federation_id  uuid NOT NULL,
  id             uuid NOT NULL,
  briefing_id    uuid NOT NULL,
  person_id      uuid NOT NULL,
  text           text NOT NULL,
  named          boolean NOT NULL,
  state          text NOT NULL,
  answer         text NOT NULL DEFAULT ''::text,
  live           boolean,
  answered_by_id uuid,
  answered_at    timestamp with time zone,
  case_id        uuid,
  due_at         timestamp with time zone,
  at             timestamp with time zone NOT NULL,
  CONSTRAINT briefing_question_pkey PRIMARY KEY (federation_id, id),
  CONSTRAINT briefing_question_answer_check CHECK ((length(answer) <= 3000)),
  CONSTRAINT briefing_question_check CHECK (((state = 'answered'::text) = (answered_at IS NOT NULL))),
  CONSTRAINT briefing_question_check1 CHECK (((state = 'answered'::text) = (live IS NOT NULL))),
  CONSTRAINT briefing_question_check2 CHECK (((case_id IS NULL) = (due_at IS NULL))),
  CONSTRAINT briefing_question_state_check CHECK ((state = ANY (ARRAY['asked'::text, 'answering'::text, 'answered'::text, 'hidden'::text]))),
  CONSTRAINT briefing_question_text_check CHECK (((length(text) >= 2) AND (length(text) <= 500)))
);
CREATE UNIQUE INDEX briefing_question_case ON briefing_question USING btree (federation_id, case_id) WHERE (case_id IS NOT NULL);
CREATE UNIQUE INDEX briefing_question_now ON briefing_question USING btree (federation_id, briefing_id) WHERE (state = 'answering'::text);
CREATE INDEX briefing_question_of ON briefing_question USING btree (federation_id, briefing_id, at);

CREATE TABLE briefing_vote (
  federation_id uuid NOT NULL,
  question_id   uuid NOT NULL,
  person_id     uuid NOT NULL,
  at            timestamp with time zone NOT NULL,
  CONSTRAINT briefing_vote_pkey PRIMARY KEY (federation_id, question_id, person_id)
);

CREATE TABLE care_consent (
  federation_id uuid NOT NULL,
  programme_id  uuid NOT NULL,
  no            smallint NOT NULL,
  text          text NOT NULL,
  health_text   text NOT NULL,
  hash          bytea NOT NULL,
  at            timestamp with time zone NOT NULL,
  by_id         uuid,
  CONSTRAINT care_consent_pkey PRIMARY KEY (federation_id, programme_id, no),
  CONSTRAINT care_consent_health_text_check CHECK (((length(health_text) >= 20) AND (length(health_text) <= 3000))),
  CONSTRAINT care_consent_no_check CHECK (((no >= 1) AND (no <= 1000))),
  CONSTRAINT care_consent_text_check CHECK (((length(text) >= 20) AND (length(text) <= 6000)))
);

CREATE TABLE care_day (
  federation_id  uuid NOT NULL,
  entry_id       uuid NOT NULL,
  day            date NOT NULL,
  session_id     uuid NOT NULL,
  child_key      bytea,
  excused_at     timestamp with time zone,
  absent_told_at timestamp with time zone,
  arrived_at     timestamp with time zone,
  arrived_by_id  uuid,
  left_at        timestamp with time zone,
  left_by_id     uuid,
  pickup_id      uuid,
  release_id     uuid,
  CONSTRAINT care_day_pkey PRIMARY KEY (federation_id, entry_id, day),
  CONSTRAINT care_day_check CHECK (((left_at IS NULL) OR ((arrived_at IS NOT NULL) AND ((pickup_id IS NULL) <> (release_id IS NULL)))))
);
CREATE UNIQUE INDEX care_day_child ON care_day USING btree (federation_id, child_key, day) WHERE (child_key IS NOT NULL);
CREATE INDEX care_day_session ON care_day USING btree (federation_id, session_id, day);

CREATE TABLE care_duty (
  federation_id uuid NOT NULL,
  id            uuid NOT NULL,
  session_id    uuid NOT NULL,
  person_id     uuid NOT NULL,
  from_on       date NOT NULL,
  to_on         date NOT NULL,
  CONSTRAINT care_duty_pkey PRIMARY KEY (federation_id, id),
  CONSTRAINT care_duty_check CHECK ((to_on >= from_on))
);
CREATE INDEX care_duty_person ON care_duty USING btree (federation_id, person_id, to_on);
CREATE INDEX care_duty_session ON care_duty USING btree (federation_id, session_id);

CREATE TABLE care_entry (
  federation_id      uuid NOT NULL,
  id                 uuid NOT NULL,
  session_id         uuid NOT NULL,
  guardian_id        uuid,
  claim_id           uuid,
  key                text NOT NULL,
  child_sealed       bytea,
  contact_sealed     bytea,
  notes_sealed       bytea,
  age                smallint NOT NULL,
  age_from           smallint NOT NULL,
  age_to             smallint NOT NULL,
  consent_no         smallint NOT NULL,
  consent_hash       bytea NOT NULL,
  consent_at         timestamp with time zone NOT NULL,
  notes_no           smallint,
  notes_hash         bytea,
  notes_at           timestamp with time zone,
  notes_withdrawn_at timestamp with time zone,
  made_at            timestamp with time zone NOT NULL,
  ended_at           timestamp with time zone,
  forgotten_at       timestamp with time zone,
  version            integer NOT NULL DEFAULT 1,
  CONSTRAINT care_entry_pkey PRIMARY KEY (federation_id, id),
  CONSTRAINT care_entry_key UNIQUE (federation_id, session_id, guardian_id, key),
  CONSTRAINT care_entry_age CHECK (((age >= age_from) AND (age <= age_to))),
  CONSTRAINT care_entry_check CHECK (((notes_sealed IS NULL) OR ((notes_hash IS NOT NULL) AND (notes_at IS NOT NULL) AND (notes_withdrawn_at IS NULL)))),
  CONSTRAINT care_entry_check1 CHECK (((forgotten_at IS NULL) OR ((child_sealed IS NULL) AND (contact_sealed IS NULL) AND (notes_sealed IS NULL)))),
  CONSTRAINT care_entry_key_check CHECK (((length(key) >= 8) AND (length(key) <= 100)))
);
CREATE UNIQUE INDEX care_entry_claim ON care_entry USING btree (federation_id, claim_id) WHERE (claim_id IS NOT NULL);
CREATE INDEX care_entry_guardian ON care_entry USING btree (federation_id, guardian_id) WHERE (guardian_id IS NOT NULL);
CREATE INDEX care_entry_session ON care_entry USING btree (federation_id, session_id);

CREATE TABLE care_incident (
  federation_id uuid NOT NULL,
  id            uuid NOT NULL,
  session_id    uuid NOT NULL,
  entry_id      uuid NOT NULL,
  at            timestamp with time zone NOT NULL,
  by_id         uuid NOT NULL,
  sealed        bytea,
  CONSTRAINT care_incident_pkey PRIMARY KEY (federation_id, id)
);
CREATE INDEX care_incident_entry ON care_incident USING btree (federation_id, entry_id);
CREATE INDEX care_incident_session ON care_incident USING btree (federation_id, session_id, at);

CREATE TABLE care_message (
  federation_id uuid NOT NULL,
  id            uuid NOT NULL,
  session_id    uuid NOT NULL,
  at            timestamp with time zone NOT NULL,
  by_id         uuid NOT NULL,
  text          text NOT NULL,
  receivers     integer NOT NULL,
  CONSTRAINT care_message_pkey PRIMARY KEY (federation_id, id),
  CONSTRAINT care_message_text_check CHECK (((length(text) >= 2) AND (length(text) <= 1000)))
);
CREATE INDEX care_message_session ON care_message USING btree (federation_id, session_id, at);

CREATE TABLE care_pickup (
  federation_id uuid NOT NULL,
  id            uuid NOT NULL,
  entry_id      uuid NOT NULL,
  no            smallint NOT NULL,
  sealed        bytea,
  code_no       smallint NOT NULL DEFAULT 1,
  made_at       timestamp with time zone NOT NULL,
  removed_at    timestamp with time zone,
  CONSTRAINT care_pickup_pkey PRIMARY KEY (federation_id, id),
  CONSTRAINT care_pickup_no UNIQUE (federation_id, entry_id, no),
  CONSTRAINT care_pickup_no_check CHECK (((no >= 1) AND (no <= 100)))
);

CREATE TABLE care_programme (
  federation_id uuid NOT NULL,
  id            uuid NOT NULL,
  union_id      uuid NOT NULL,
  year          smallint NOT NULL,
  title         text NOT NULL,
  about         text NOT NULL DEFAULT ''::text,
  age_from      smallint NOT NULL,
  age_to        smallint NOT NULL,
  age_on        date,
  opens_at      timestamp with time zone NOT NULL,
  closes_at     timestamp with time zone NOT NULL,
  price_fen     bigint NOT NULL DEFAULT 0,
  consent_no    smallint NOT NULL DEFAULT 1,
  published_at  timestamp with time zone,
  made_by_id    uuid,
  made_at       timestamp with time zone NOT NULL,
  version       integer NOT NULL DEFAULT 1,
  CONSTRAINT care_programme_pkey PRIMARY KEY (federation_id, id),
  CONSTRAINT care_programme_about_check CHECK ((length(about) <= 3000)),
  CONSTRAINT care_programme_age_from_check CHECK (((age_from >= 3) AND (age_from <= 17))),
  CONSTRAINT care_programme_age_to_check CHECK (((age_to >= 3) AND (age_to <= 17))),
  CONSTRAINT care_programme_check CHECK ((age_to >= age_from)),
  CONSTRAINT care_programme_check1 CHECK ((closes_at > opens_at)),
  CONSTRAINT care_programme_price_fen_check CHECK (((price_fen >= 0) AND (price_fen <= 10000000))),
  CONSTRAINT care_programme_title_check CHECK (((length(title) >= 1) AND (length(title) <= 60))),
  CONSTRAINT care_programme_year_check CHECK (((year >= 2000) AND (year <= 2200)))
);
CREATE INDEX care_programme_union ON care_programme USING btree (federation_id, union_id, year);

CREATE TABLE care_release (
  federation_id uuid NOT NULL,
  id            uuid NOT NULL,
  session_id    uuid NOT NULL,
  entry_id      uuid NOT NULL,
  day           date NOT NULL,
  sealed        bytea,
  by_id         uuid NOT NULL,
  at            timestamp with time zone NOT NULL,
  state         text NOT NULL,
  second_id     uuid,
  decided_at    timestamp with time zone,
  CONSTRAINT care_release_pkey PRIMARY KEY (federation_id, id),
  CONSTRAINT care_release_check CHECK ((((state = 'asked'::text) = (second_id IS NULL)) AND ((second_id IS NULL) = (decided_at IS NULL)))),
  CONSTRAINT care_release_state_check CHECK ((state = ANY (ARRAY['asked'::text, 'confirmed'::text, 'declined'::text]))),
  CONSTRAINT care_release_two_people CHECK (((state <> 'confirmed'::text) OR (second_id <> by_id)))
);
CREATE UNIQUE INDEX care_release_open ON care_release USING btree (federation_id, entry_id, day) WHERE (state = 'asked'::text);
CREATE INDEX care_release_session ON care_release USING btree (federation_id, session_id, day);

CREATE TABLE care_session (
  federation_id uuid NOT NULL,
  id            uuid NOT NULL,
  programme_id  uuid NOT NULL,
  union_id      uuid NOT NULL,
  title         text NOT NULL,
  site          text NOT NULL,
  address       text NOT NULL DEFAULT ''::text,
  starts_on     date NOT NULL,
  ends_on       date NOT NULL,
  weekdays      smallint NOT NULL,
  days_off      date[] NOT NULL DEFAULT '{}'::date[],
  opens_minute  smallint NOT NULL,
  closes_minute smallint NOT NULL,
  capacity      smallint NOT NULL,
  age_from      smallint NOT NULL,
  age_to        smallint NOT NULL,
  forget_days   smallint NOT NULL DEFAULT 0,
  rule_set_id   uuid,
  forgotten_at  timestamp with time zone,
  CONSTRAINT care_session_pkey PRIMARY KEY (federation_id, id),
  CONSTRAINT care_session_ages UNIQUE (federation_id, id, age_from, age_to),
  CONSTRAINT care_session_address_check CHECK ((length(address) <= 120)),
  CONSTRAINT care_session_capacity_check CHECK (((capacity >= 1) AND (capacity <= 1000))),
  CONSTRAINT care_session_check CHECK (((ends_on >= starts_on) AND ((ends_on - starts_on) <= 120))),
  CONSTRAINT care_session_check1 CHECK ((closes_minute > opens_minute)),
  CONSTRAINT care_session_closes_minute_check CHECK (((closes_minute >= 1) AND (closes_minute <= 1440))),
  CONSTRAINT care_session_opens_minute_check CHECK (((opens_minute >= 0) AND (opens_minute <= 1439))),
  CONSTRAINT care_session_site_check CHECK (((length(site) >= 1) AND (length(site) <= 60))),
  CONSTRAINT care_session_title_check CHECK (((length(title) >= 1) AND (length(title) <= 60))),
  CONSTRAINT care_session_weekdays_check CHECK (((weekdays >= 1) AND (weekdays <= 127)))
);
CREATE INDEX care_session_forget ON care_session USING btree (federation_id, ends_on) WHERE (forgotten_at IS NULL);
CREATE INDEX care_session_programme ON care_session USING btree (federation_id, programme_id, starts_on);

CREATE TABLE case_barred (
  federation_id uuid NOT NULL,
  case_id       uuid NOT NULL,
  person_id     uuid NOT NULL,
  why           text NOT NULL,
  CONSTRAINT case_barred_pkey PRIMARY KEY (federation_id, case_id, person_id)
);

CREATE TABLE case_event (
  federation_id uuid NOT NULL,
  id            uuid NOT NULL,
  case_id       uuid NOT NULL,
  position      integer NOT NULL,
  step          text NOT NULL,
  from_state    text NOT NULL,
  to_state      text NOT NULL,
  by_kind       text NOT NULL,
  by_id         uuid,
  by_title      text NOT NULL DEFAULT ''::text,
  text          text NOT NULL DEFAULT ''::text,
  shown_to      text NOT NULL,
  files         uuid[] NOT NULL DEFAULT '{}'::uuid[],
  data          jsonb NOT NULL DEFAULT '{}'::jsonb,
  at            timestamp with time zone NOT NULL,
  CONSTRAINT case_event_pkey PRIMARY KEY (federation_id, id),
  CONSTRAINT case_event_federation_id_case_id_position_key UNIQUE (federation_id, case_id, "position"),
  CONSTRAINT case_event_by_kind_check CHECK ((by_kind = ANY (ARRAY['author'::text, 'officer'::text, 'system'::text]))),
  CONSTRAINT case_event_shown_to_check CHECK ((shown_to = ANY (ARRAY['all'::text, 'officers'::text])))
);

CREATE TABLE case_file (
  federation_id   uuid NOT NULL,
  id              uuid NOT NULL,
  process         text NOT NULL,
  number          text NOT NULL,
  title           text NOT NULL,
  state           text NOT NULL,
  is_open         boolean NOT NULL,
  privacy         text NOT NULL,
  channel         text NOT NULL,
  union_id        uuid NOT NULL,
  origin_union_id uuid NOT NULL,
  author_id       uuid,
  subject_id      uuid,
  assignee_id     uuid,
  assignee_title  text NOT NULL DEFAULT ''::text,
  accept_due      timestamp with time zone,
  answer_due      timestamp with time zone,
  finish_due      timestamp with time zone,
  accepted_at     timestamp with time zone,
  answered_at     timestamp with time zone,
  finished_at     timestamp with time zone,
  next_due        timestamp with time zone,
  next_clock      text,
  late_level      smallint NOT NULL DEFAULT 0,
  late_union_id   uuid,
  next_escalation timestamp with time zone,
  warned_at       timestamp with time zone,
  recheck_due     timestamp with time zone,
  lapse_due       timestamp with time zone,
  rating          smallint,
  rating_again    smallint,
  reopened        smallint NOT NULL DEFAULT 0,
  rule_set_id     uuid,
  facts           jsonb NOT NULL DEFAULT '{}'::jsonb,
  version         integer NOT NULL DEFAULT 1,
  opened_at       timestamp with time zone NOT NULL,
  changed_at      timestamp with time zone NOT NULL,
  searched        tsvector NOT NULL DEFAULT ''::tsvector,
  CONSTRAINT case_file_pkey PRIMARY KEY (federation_id, id),
  CONSTRAINT case_file_federation_id_process_number_key UNIQUE (federation_id, process, number),
  CONSTRAINT case_file_check CHECK (((privacy <> 'anonymous'::text) OR (author_id IS NULL))),
  CONSTRAINT case_file_next_clock_check CHECK ((next_clock = ANY (ARRAY['accept'::text, 'answer'::text, 'finish'::text]))),
  CONSTRAINT case_file_privacy_check CHECK ((privacy = ANY (ARRAY['named'::text, 'hidden'::text, 'anonymous'::text]))),
  CONSTRAINT case_file_rating_again_check CHECK (((rating_again >= 1) AND (rating_again <= 5))),
  CONSTRAINT case_file_rating_check CHECK (((rating >= 1) AND (rating <= 5)))
);
CREATE INDEX case_file_answered ON case_file USING btree (federation_id, process, answered_at) WHERE (answered_at IS NOT NULL);
CREATE INDEX case_file_assignee ON case_file USING btree (federation_id, assignee_id, next_due) WHERE is_open;
CREATE INDEX case_file_author ON case_file USING btree (federation_id, author_id, changed_at);
CREATE INDEX case_file_lapse ON case_file USING btree (lapse_due) WHERE (lapse_due IS NOT NULL);
CREATE INDEX case_file_late ON case_file USING btree (federation_id, late_union_id, next_due) WHERE (is_open AND (late_union_id IS NOT NULL));
CREATE INDEX case_file_open ON case_file USING btree (federation_id, union_id, next_due) WHERE is_open;
CREATE INDEX case_file_opened ON case_file USING btree (federation_id, process, opened_at);
CREATE INDEX case_file_process ON case_file USING btree (federation_id, process, union_id, opened_at);
CREATE INDEX case_file_recheck ON case_file USING btree (recheck_due) WHERE (recheck_due IS NOT NULL);
CREATE INDEX case_file_searched ON case_file USING gin (searched);
CREATE INDEX case_file_subject ON case_file USING btree (federation_id, subject_id, changed_at);
CREATE INDEX case_file_sweep ON case_file USING btree (next_escalation) WHERE (is_open AND (next_escalation IS NOT NULL));
CREATE INDEX case_file_warn ON case_file USING btree (next_due) WHERE (is_open AND (warned_at IS NULL));

CREATE TABLE case_number (
  federation_id uuid NOT NULL,
  process       text NOT NULL,
  year          smallint NOT NULL,
  last          integer NOT NULL,
  CONSTRAINT case_number_pkey PRIMARY KEY (federation_id, process, year)
);

CREATE TABLE claim (
  federation_id uuid NOT NULL,
  id            uuid NOT NULL,
  offer_id      uuid NOT NULL,
  person_id     uuid NOT NULL,
  turn          smallint NOT NULL,
  no            integer NOT NULL,
  rank          integer,
  pool_no       smallint NOT NULL,
  places        smallint NOT NULL,
  unit_id       uuid,
  state         text NOT NULL,
  key           text NOT NULL,
  amount        bigint NOT NULL,
  journal_id    uuid,
  paid_at       timestamp with time zone,
  payment_no    text NOT NULL DEFAULT ''::text,
  owed_back     boolean NOT NULL DEFAULT false,
  at            timestamp with time zone NOT NULL,
  due_at        timestamp with time zone,
  handed_at     timestamp with time zone,
  handed_by_id  uuid,
  ended_at      timestamp with time zone,
  CONSTRAINT claim_pkey PRIMARY KEY (federation_id, id),
  CONSTRAINT claim_key UNIQUE (federation_id, offer_id, person_id, key),
  CONSTRAINT claim_no UNIQUE (federation_id, offer_id, no),
  CONSTRAINT claim_amount_check CHECK ((amount >= 0)),
  CONSTRAINT claim_check CHECK (((state = ANY (ARRAY['held'::text, 'offered'::text])) = (due_at IS NOT NULL))),
  CONSTRAINT claim_check1 CHECK (((state = ANY (ARRAY['returned'::text, 'cancelled'::text, 'declined'::text, 'expired'::text, 'lost'::text])) = (ended_at IS NOT NULL))),
  CONSTRAINT claim_check2 CHECK (((state <> 'handed'::text) OR (handed_at IS NOT NULL))),
  CONSTRAINT claim_key_check CHECK (((length(key) >= 1) AND (length(key) <= 120))),
  CONSTRAINT claim_no_check CHECK ((no > 0)),
  CONSTRAINT claim_places_check CHECK (((places >= 1) AND (places <= 100))),
  CONSTRAINT claim_rank_check CHECK ((rank > 0)),
  CONSTRAINT claim_state_check CHECK ((state = ANY (ARRAY['entered'::text, 'waiting'::text, 'offered'::text, 'held'::text, 'taken'::text, 'handed'::text, 'missed'::text, 'returned'::text, 'cancelled'::text, 'declined'::text, 'expired'::text, 'lost'::text]))),
  CONSTRAINT claim_turn_check CHECK (((turn >= 1) AND (turn <= 100)))
);
CREATE INDEX claim_due ON claim USING btree (federation_id, due_at) WHERE (state = ANY (ARRAY['held'::text, 'offered'::text]));
CREATE UNIQUE INDEX claim_one ON claim USING btree (federation_id, offer_id, person_id, turn) WHERE (state = ANY (ARRAY['entered'::text, 'waiting'::text, 'offered'::text, 'held'::text, 'taken'::text, 'handed'::text, 'missed'::text]));
CREATE UNIQUE INDEX claim_payment ON claim USING btree (federation_id, payment_no) WHERE (payment_no <> ''::text);
CREATE INDEX claim_person ON claim USING btree (federation_id, person_id, at);
CREATE UNIQUE INDEX claim_unit ON claim USING btree (federation_id, unit_id) WHERE ((unit_id IS NOT NULL) AND (state = ANY (ARRAY['offered'::text, 'held'::text, 'taken'::text, 'handed'::text, 'missed'::text])));
CREATE INDEX claim_waiting ON claim USING btree (federation_id, offer_id, no) WHERE (state = ANY (ARRAY['entered'::text, 'waiting'::text]));

CREATE TABLE claim_event (
  federation_id uuid NOT NULL,
  id            uuid NOT NULL,
  claim_id      uuid NOT NULL,
  at            timestamp with time zone NOT NULL,
  verb          text NOT NULL,
  by_id         uuid,
  why           text NOT NULL DEFAULT ''::text,
  CONSTRAINT claim_event_pkey PRIMARY KEY (federation_id, id),
  CONSTRAINT claim_event_verb_check CHECK (((length(verb) >= 1) AND (length(verb) <= 30))),
  CONSTRAINT claim_event_why_check CHECK ((length(why) <= 300))
);
CREATE INDEX claim_event_claim ON claim_event USING btree (federation_id, claim_id, at);

CREATE TABLE club (
  federation_id uuid NOT NULL,
  id            uuid NOT NULL,
  union_id      uuid NOT NULL,
  category      text NOT NULL,
  name          text NOT NULL,
  name_taken    text,
  purpose       text NOT NULL,
  charter       text NOT NULL,
  meets         text NOT NULL DEFAULT ''::text,
  places        integer,
  founded_on    date,
  rule_set_id   text,
  CONSTRAINT club_pkey PRIMARY KEY (federation_id, id),
  CONSTRAINT club_federation_id_union_id_name_taken_key UNIQUE (federation_id, union_id, name_taken),
  CONSTRAINT club_category_check CHECK ((category = ANY (ARRAY['ball'::text, 'outdoor'::text, 'fitness'::text, 'arts'::text, 'music'::text, 'board'::text, 'reading'::text, 'craft'::text, 'volunteer'::text, 'other'::text]))),
  CONSTRAINT club_charter_check CHECK (((length(charter) >= 10) AND (length(charter) <= 5000))),
  CONSTRAINT club_meets_check CHECK ((length(meets) <= 100)),
  CONSTRAINT club_name_check CHECK (((length(name) >= 2) AND (length(name) <= 30))),
  CONSTRAINT club_places_check CHECK (((places >= 1) AND (places <= 100000))),
  CONSTRAINT club_purpose_check CHECK (((length(purpose) >= 2) AND (length(purpose) <= 500)))
);

CREATE TABLE club_attendance (
  federation_id uuid NOT NULL,
  gathering_id  uuid NOT NULL,
  person_id     uuid NOT NULL,
  way           text NOT NULL,
  at            timestamp with time zone NOT NULL,
  stars         smallint,
  comment       text NOT NULL DEFAULT ''::text,
  CONSTRAINT club_attendance_pkey PRIMARY KEY (federation_id, gathering_id, person_id),
  CONSTRAINT club_attendance_comment_check CHECK ((length(comment) <= 300)),
  CONSTRAINT club_attendance_stars_check CHECK (((stars >= 1) AND (stars <= 5))),
  CONSTRAINT club_attendance_way_check CHECK ((way = ANY (ARRAY['list'::text, 'code'::text])))
);
CREATE INDEX club_attendance_person ON club_attendance USING btree (federation_id, person_id);

CREATE TABLE club_award (
  federation_id uuid NOT NULL,
  list_id       uuid NOT NULL,
  club_id       uuid NOT NULL,
  place         integer NOT NULL,
  won           boolean NOT NULL,
  score         integer NOT NULL,
  marks         jsonb NOT NULL,
  prize         text NOT NULL DEFAULT ''::text,
  prize_fen     bigint NOT NULL DEFAULT 0,
  CONSTRAINT club_award_pkey PRIMARY KEY (federation_id, list_id, club_id),
  CONSTRAINT club_award_prize_check CHECK ((length(prize) <= 60)),
  CONSTRAINT club_award_prize_fen_check CHECK (((prize_fen >= 0) AND (prize_fen <= 100000000)))
);

CREATE TABLE club_award_list (
  federation_id   uuid NOT NULL,
  id              uuid NOT NULL,
  union_id        uuid NOT NULL,
  year            smallint NOT NULL,
  most            integer NOT NULL,
  least_score     integer NOT NULL,
  rule_set_id     text NOT NULL,
  made_at         timestamp with time zone NOT NULL,
  published_at    timestamp with time zone,
  published_by_id uuid,
  CONSTRAINT club_award_list_pkey PRIMARY KEY (federation_id, id),
  CONSTRAINT club_award_list_federation_id_union_id_year_key UNIQUE (federation_id, union_id, year),
  CONSTRAINT club_award_list_check CHECK (((published_at IS NULL) = (published_by_id IS NULL)))
);

CREATE TABLE club_budget (
  federation_id uuid NOT NULL,
  union_id      uuid NOT NULL,
  year          smallint NOT NULL,
  amount_fen    bigint NOT NULL,
  decided_by_id uuid NOT NULL,
  decided_at    timestamp with time zone NOT NULL,
  CONSTRAINT club_budget_pkey PRIMARY KEY (federation_id, union_id, year),
  CONSTRAINT club_budget_amount_fen_check CHECK (((amount_fen >= 0) AND (amount_fen <= '100000000000'::bigint))),
  CONSTRAINT club_budget_year_check CHECK (((year >= 2000) AND (year <= 2199)))
);

CREATE TABLE club_cost (
  federation_id uuid NOT NULL,
  id            uuid NOT NULL,
  club_id       uuid NOT NULL,
  year          smallint NOT NULL,
  gathering_id  uuid,
  item          text NOT NULL,
  amount_fen    bigint NOT NULL,
  spent_on      date NOT NULL,
  note          text NOT NULL DEFAULT ''::text,
  by_id         uuid NOT NULL,
  at            timestamp with time zone NOT NULL,
  removed_at    timestamp with time zone,
  CONSTRAINT club_cost_pkey PRIMARY KEY (federation_id, id),
  CONSTRAINT club_cost_amount_fen_check CHECK (((amount_fen >= 1) AND (amount_fen <= '100000000000'::bigint))),
  CONSTRAINT club_cost_item_check CHECK (((length(item) >= 1) AND (length(item) <= 60))),
  CONSTRAINT club_cost_note_check CHECK ((length(note) <= 200))
);
CREATE INDEX club_cost_gathering ON club_cost USING btree (federation_id, gathering_id) WHERE ((gathering_id IS NOT NULL) AND (removed_at IS NULL));
CREATE INDEX club_cost_of ON club_cost USING btree (federation_id, club_id, year) WHERE (removed_at IS NULL);

CREATE TABLE club_founder (
  federation_id uuid NOT NULL,
  club_id       uuid NOT NULL,
  person_id     uuid NOT NULL,
  state         text NOT NULL,
  invited_at    timestamp with time zone NOT NULL,
  answered_at   timestamp with time zone,
  CONSTRAINT club_founder_pkey PRIMARY KEY (federation_id, club_id, person_id),
  CONSTRAINT club_founder_check CHECK (((state = 'invited'::text) = (answered_at IS NULL))),
  CONSTRAINT club_founder_state_check CHECK ((state = ANY (ARRAY['invited'::text, 'confirmed'::text, 'declined'::text])))
);
CREATE INDEX club_founder_person ON club_founder USING btree (federation_id, person_id) WHERE (state = 'invited'::text);

CREATE TABLE club_gathering (
  federation_id uuid NOT NULL,
  id            uuid NOT NULL,
  club_id       uuid NOT NULL,
  title         text NOT NULL,
  place         text NOT NULL,
  starts_at     timestamp with time zone NOT NULL,
  about         text NOT NULL DEFAULT ''::text,
  by_id         uuid NOT NULL,
  at            timestamp with time zone NOT NULL,
  dropped_at    timestamp with time zone,
  why           text NOT NULL DEFAULT ''::text,
  CONSTRAINT club_gathering_pkey PRIMARY KEY (federation_id, id),
  CONSTRAINT club_gathering_about_check CHECK ((length(about) <= 1000)),
  CONSTRAINT club_gathering_place_check CHECK (((length(place) >= 1) AND (length(place) <= 200))),
  CONSTRAINT club_gathering_title_check CHECK (((length(title) >= 2) AND (length(title) <= 60))),
  CONSTRAINT club_gathering_why_check CHECK ((length(why) <= 300))
);
CREATE INDEX club_gathering_of ON club_gathering USING btree (federation_id, club_id, starts_at);

CREATE TABLE club_grant (
  federation_id uuid NOT NULL,
  club_id       uuid NOT NULL,
  year          smallint NOT NULL,
  amount_fen    bigint NOT NULL,
  account       text NOT NULL,
  members       integer NOT NULL,
  usual_fen     bigint NOT NULL,
  note          text NOT NULL DEFAULT ''::text,
  rule_set_id   text NOT NULL,
  decided_by_id uuid NOT NULL,
  decided_at    timestamp with time zone NOT NULL,
  CONSTRAINT club_grant_pkey PRIMARY KEY (federation_id, club_id, year),
  CONSTRAINT club_grant_account_check CHECK ((account = ANY (ARRAY['50102'::text, '50105'::text, '50106'::text]))),
  CONSTRAINT club_grant_amount_fen_check CHECK (((amount_fen >= 0) AND (amount_fen <= '100000000000'::bigint))),
  CONSTRAINT club_grant_note_check CHECK ((length(note) <= 300)),
  CONSTRAINT club_grant_year_check CHECK (((year >= 2000) AND (year <= 2199)))
);

CREATE TABLE club_report (
  federation_id uuid NOT NULL,
  club_id       uuid NOT NULL,
  year          smallint NOT NULL,
  done          text NOT NULL,
  plans         text NOT NULL DEFAULT ''::text,
  by_id         uuid NOT NULL,
  sent_at       timestamp with time zone NOT NULL,
  changed_at    timestamp with time zone NOT NULL,
  CONSTRAINT club_report_pkey PRIMARY KEY (federation_id, club_id, year),
  CONSTRAINT club_report_done_check CHECK (((length(done) >= 2) AND (length(done) <= 3000))),
  CONSTRAINT club_report_plans_check CHECK ((length(plans) <= 3000))
);

CREATE TABLE club_role (
  federation_id uuid NOT NULL,
  club_id       uuid NOT NULL,
  role          text NOT NULL,
  person_id     uuid NOT NULL,
  since         date NOT NULL,
  CONSTRAINT club_role_pkey PRIMARY KEY (federation_id, club_id, role),
  CONSTRAINT club_role_role_check CHECK ((role = ANY (ARRAY['leader'::text, 'deputy'::text, 'treasurer'::text])))
);
CREATE INDEX club_role_person ON club_role USING btree (federation_id, person_id);

CREATE TABLE congress_body (
  federation_id uuid NOT NULL,
  id            uuid NOT NULL,
  union_id      uuid NOT NULL,
  kind          text NOT NULL,
  form          text NOT NULL,
  name          text NOT NULL,
  founded_at    timestamp with time zone NOT NULL,
  CONSTRAINT congress_body_pkey PRIMARY KEY (federation_id, id),
  CONSTRAINT congress_body_federation_id_id_kind_key UNIQUE (federation_id, id, kind),
  CONSTRAINT congress_body_federation_id_union_id_kind_key UNIQUE (federation_id, union_id, kind),
  CONSTRAINT congress_body_form_check CHECK ((form = ANY (ARRAY['congress'::text, 'meeting'::text]))),
  CONSTRAINT congress_body_kind_check CHECK ((kind = ANY (ARRAY['workers'::text, 'members'::text]))),
  CONSTRAINT congress_body_name_check CHECK (((length(name) >= 2) AND (length(name) <= 60)))
);

CREATE TABLE congress_candidate (
  federation_id uuid NOT NULL,
  election_id   uuid NOT NULL,
  person_id     uuid NOT NULL,
  number        smallint NOT NULL,
  way           text NOT NULL,
  post          text NOT NULL,
  dispatched    boolean NOT NULL DEFAULT false,
  about         text NOT NULL DEFAULT ''::text,
  votes         integer,
  elected       boolean NOT NULL DEFAULT false,
  CONSTRAINT congress_candidate_pkey PRIMARY KEY (federation_id, election_id, person_id),
  CONSTRAINT congress_candidate_about_check CHECK ((length(about) <= 300)),
  CONSTRAINT congress_candidate_post_check CHECK ((post = ANY (ARRAY['frontline'::text, 'technical'::text, 'manager'::text]))),
  CONSTRAINT congress_candidate_votes_check CHECK ((votes >= 0)),
  CONSTRAINT congress_candidate_way_check CHECK ((way = ANY (ARRAY['unit'::text, 'joint'::text, 'self'::text, 'writeIn'::text])))
);

CREATE TABLE congress_constituency (
  federation_id uuid NOT NULL,
  id            uuid NOT NULL,
  term_id       uuid NOT NULL,
  number        smallint NOT NULL,
  name          text NOT NULL,
  delegation_id uuid,
  counted       integer NOT NULL,
  others        integer NOT NULL DEFAULT 0,
  others_reason text NOT NULL DEFAULT ''::text,
  women         integer NOT NULL,
  dispatched    integer NOT NULL DEFAULT 0,
  seats         integer NOT NULL DEFAULT 0,
  CONSTRAINT congress_constituency_pkey PRIMARY KEY (federation_id, id),
  CONSTRAINT congress_constituency_federation_id_term_id_name_key UNIQUE (federation_id, term_id, name),
  CONSTRAINT congress_constituency_check CHECK (((counted + others) >= 0)),
  CONSTRAINT congress_constituency_check1 CHECK (((others = 0) OR (others_reason <> ''::text))),
  CONSTRAINT congress_constituency_counted_check CHECK ((counted >= 0)),
  CONSTRAINT congress_constituency_dispatched_check CHECK ((dispatched >= 0)),
  CONSTRAINT congress_constituency_name_check CHECK (((length(name) >= 2) AND (length(name) <= 60))),
  CONSTRAINT congress_constituency_number_check CHECK (((number >= 1) AND (number <= 2000))),
  CONSTRAINT congress_constituency_others_check CHECK (((others >= '-100000'::integer) AND (others <= 100000))),
  CONSTRAINT congress_constituency_others_reason_check CHECK ((length(others_reason) <= 200)),
  CONSTRAINT congress_constituency_seats_check CHECK (((seats >= 0) AND (seats <= 1000))),
  CONSTRAINT congress_constituency_women_check CHECK ((women >= 0))
);
CREATE INDEX congress_constituency_of ON congress_constituency USING btree (federation_id, term_id, number);

CREATE TABLE congress_constituency_unit (
  federation_id   uuid NOT NULL,
  term_id         uuid NOT NULL,
  union_id        uuid NOT NULL,
  constituency_id uuid NOT NULL,
  CONSTRAINT congress_constituency_unit_pkey PRIMARY KEY (federation_id, term_id, union_id)
);
CREATE INDEX congress_constituency_unit_of ON congress_constituency_unit USING btree (federation_id, constituency_id);

CREATE TABLE congress_delegate (
  federation_id   uuid NOT NULL,
  id              uuid NOT NULL,
  term_id         uuid NOT NULL,
  person_id       uuid,
  name            text NOT NULL DEFAULT ''::text,
  class           text NOT NULL,
  constituency_id uuid,
  delegation_id   uuid,
  election_id     uuid,
  replaces_id     uuid,
  post            text NOT NULL,
  dispatched      boolean NOT NULL DEFAULT false,
  unit            text NOT NULL DEFAULT ''::text,
  card_number     text NOT NULL,
  card_code       uuid NOT NULL,
  contact         text NOT NULL DEFAULT ''::text,
  since           date NOT NULL,
  until           date,
  end_reason      text,
  end_note        text NOT NULL DEFAULT ''::text,
  seat_dropped    text NOT NULL DEFAULT ''::text,
  checked         text NOT NULL DEFAULT 'waiting'::text,
  check_note      text NOT NULL DEFAULT ''::text,
  CONSTRAINT congress_delegate_pkey PRIMARY KEY (federation_id, id),
  CONSTRAINT congress_delegate_federation_id_card_code_key UNIQUE (federation_id, card_code),
  CONSTRAINT congress_delegate_federation_id_term_id_card_number_key UNIQUE (federation_id, term_id, card_number),
  CONSTRAINT congress_delegate_card_number_check CHECK (((length(card_number) >= 3) AND (length(card_number) <= 30))),
  CONSTRAINT congress_delegate_check CHECK (((person_id IS NULL) = (name <> ''::text))),
  CONSTRAINT congress_delegate_check1 CHECK (((class = 'guest'::text) OR (person_id IS NOT NULL))),
  CONSTRAINT congress_delegate_check2 CHECK (((class <> 'delegate'::text) OR (constituency_id IS NOT NULL))),
  CONSTRAINT congress_delegate_check3 CHECK (((until IS NULL) = (end_reason IS NULL))),
  CONSTRAINT congress_delegate_check4 CHECK (((checked <> 'failed'::text) OR (check_note <> ''::text))),
  CONSTRAINT congress_delegate_check_note_check CHECK ((length(check_note) <= 300)),
  CONSTRAINT congress_delegate_checked_check CHECK ((checked = ANY (ARRAY['waiting'::text, 'passed'::text, 'failed'::text]))),
  CONSTRAINT congress_delegate_class_check CHECK ((class = ANY (ARRAY['delegate'::text, 'observer'::text, 'guest'::text]))),
  CONSTRAINT congress_delegate_contact_check CHECK ((length(contact) <= 100)),
  CONSTRAINT congress_delegate_end_note_check CHECK ((length(end_note) <= 300)),
  CONSTRAINT congress_delegate_end_reason_check CHECK ((end_reason = ANY (ARRAY['leftFirm'::text, 'resigned'::text, 'recalled'::text, 'deceased'::text, 'disqualified'::text, 'moved'::text, 'mistake'::text]))),
  CONSTRAINT congress_delegate_name_check CHECK ((length(name) <= 60)),
  CONSTRAINT congress_delegate_post_check CHECK ((post = ANY (ARRAY['frontline'::text, 'technical'::text, 'manager'::text]))),
  CONSTRAINT congress_delegate_seat_dropped_check CHECK ((length(seat_dropped) <= 300)),
  CONSTRAINT congress_delegate_unit_check CHECK ((length(unit) <= 100))
);
CREATE UNIQUE INDEX congress_delegate_once ON congress_delegate USING btree (federation_id, term_id, person_id) WHERE ((until IS NULL) AND (person_id IS NOT NULL));
CREATE INDEX congress_delegate_person ON congress_delegate USING btree (federation_id, person_id);
CREATE INDEX congress_delegate_place ON congress_delegate USING btree (federation_id, constituency_id);
CREATE UNIQUE INDEX congress_delegate_replaced_once ON congress_delegate USING btree (federation_id, replaces_id) WHERE ((replaces_id IS NOT NULL) AND ((end_reason IS NULL) OR (end_reason <> 'mistake'::text)));

CREATE TABLE congress_delegation (
  federation_id uuid NOT NULL,
  id            uuid NOT NULL,
  term_id       uuid NOT NULL,
  number        smallint NOT NULL,
  name          text NOT NULL,
  head_id       uuid,
  deputy_id     uuid,
  CONSTRAINT congress_delegation_pkey PRIMARY KEY (federation_id, id),
  CONSTRAINT congress_delegation_federation_id_term_id_name_key UNIQUE (federation_id, term_id, name),
  CONSTRAINT congress_delegation_name_check CHECK (((length(name) >= 2) AND (length(name) <= 60))),
  CONSTRAINT congress_delegation_number_check CHECK (((number >= 1) AND (number <= 500)))
);

CREATE TABLE congress_election (
  federation_id   uuid NOT NULL,
  id              uuid NOT NULL,
  term_id         uuid NOT NULL,
  constituency_id uuid NOT NULL,
  purpose         text NOT NULL,
  round           smallint NOT NULL,
  seats           integer NOT NULL,
  method          text NOT NULL,
  ballot_id       uuid,
  held_on         date NOT NULL,
  place           text NOT NULL DEFAULT ''::text,
  entitled        integer NOT NULL,
  present         integer,
  issued          integer,
  returned        integer,
  invalid         integer,
  tellers         text NOT NULL DEFAULT ''::text,
  entered_by      uuid,
  rule_set_id     text NOT NULL,
  outcome         text,
  findings        jsonb,
  closed_at       timestamp with time zone,
  closed_by       uuid,
  called_at       timestamp with time zone NOT NULL,
  CONSTRAINT congress_election_pkey PRIMARY KEY (federation_id, id),
  CONSTRAINT congress_election_federation_id_constituency_id_purpose_rou_key UNIQUE (federation_id, constituency_id, purpose, round),
  CONSTRAINT congress_election_check CHECK (((outcome IS NULL) = (closed_at IS NULL))),
  CONSTRAINT congress_election_check1 CHECK (((present IS NULL) OR ((issued IS NOT NULL) AND (returned IS NOT NULL) AND (invalid IS NOT NULL) AND ((present >= 0) AND (present <= entitled)) AND ((issued >= 0) AND (issued <= present)) AND ((invalid >= 0) AND (invalid <= returned))))),
  CONSTRAINT congress_election_entitled_check CHECK ((entitled >= 0)),
  CONSTRAINT congress_election_method_check CHECK ((method = ANY (ARRAY['hall'::text, 'ballot'::text]))),
  CONSTRAINT congress_election_outcome_check CHECK ((outcome = ANY (ARRAY['elected'::text, 'short'::text, 'void'::text, 'dropped'::text]))),
  CONSTRAINT congress_election_place_check CHECK ((length(place) <= 100)),
  CONSTRAINT congress_election_purpose_check CHECK ((purpose = ANY (ARRAY['term'::text, 'byElection'::text]))),
  CONSTRAINT congress_election_round_check CHECK (((round >= 1) AND (round <= 20))),
  CONSTRAINT congress_election_seats_check CHECK (((seats >= 1) AND (seats <= 1000))),
  CONSTRAINT congress_election_tellers_check CHECK ((length(tellers) <= 200))
);
CREATE INDEX congress_election_of ON congress_election USING btree (federation_id, term_id);
CREATE UNIQUE INDEX congress_election_one_open ON congress_election USING btree (federation_id, constituency_id) WHERE (outcome IS NULL);

CREATE TABLE congress_group (
  federation_id uuid NOT NULL,
  id            uuid NOT NULL,
  term_id       uuid NOT NULL,
  sort          text NOT NULL,
  name          text NOT NULL,
  duty          text NOT NULL DEFAULT ''::text,
  CONSTRAINT congress_group_pkey PRIMARY KEY (federation_id, id),
  CONSTRAINT congress_group_federation_id_term_id_name_key UNIQUE (federation_id, term_id, name),
  CONSTRAINT congress_group_duty_check CHECK ((length(duty) <= 300)),
  CONSTRAINT congress_group_name_check CHECK (((length(name) >= 2) AND (length(name) <= 40))),
  CONSTRAINT congress_group_sort_check CHECK ((sort = ANY (ARRAY['standing'::text, 'presidium'::text])))
);
CREATE UNIQUE INDEX congress_group_one_presidium ON congress_group USING btree (federation_id, term_id) WHERE (sort = 'presidium'::text);

CREATE TABLE congress_group_seat (
  federation_id uuid NOT NULL,
  group_id      uuid NOT NULL,
  delegate_id   uuid NOT NULL,
  leads         boolean NOT NULL DEFAULT false,
  CONSTRAINT congress_group_seat_pkey PRIMARY KEY (federation_id, group_id, delegate_id)
);
CREATE UNIQUE INDEX congress_group_one_lead ON congress_group_seat USING btree (federation_id, group_id) WHERE leads;
CREATE INDEX congress_group_seat_delegate ON congress_group_seat USING btree (federation_id, delegate_id);

CREATE TABLE congress_joint_decision (
  federation_id uuid NOT NULL,
  id            uuid NOT NULL,
  union_id      uuid NOT NULL,
  title         text NOT NULL,
  about         text NOT NULL DEFAULT ''::text,
  round         smallint NOT NULL,
  op            text NOT NULL,
  num           integer NOT NULL,
  den           integer NOT NULL,
  made_at       timestamp with time zone NOT NULL,
  by_id         uuid NOT NULL,
  CONSTRAINT congress_joint_decision_pkey PRIMARY KEY (federation_id, id),
  CONSTRAINT congress_joint_decision_about_check CHECK ((length(about) <= 3000)),
  CONSTRAINT congress_joint_decision_check CHECK ((num <= den)),
  CONSTRAINT congress_joint_decision_den_check CHECK ((den >= 1)),
  CONSTRAINT congress_joint_decision_num_check CHECK ((num >= 0)),
  CONSTRAINT congress_joint_decision_op_check CHECK ((op = ANY (ARRAY['GE'::text, 'GT'::text]))),
  CONSTRAINT congress_joint_decision_round_check CHECK (((round >= 1) AND (round <= 5))),
  CONSTRAINT congress_joint_decision_title_check CHECK (((length(title) >= 2) AND (length(title) <= 120)))
);
CREATE INDEX congress_joint_decision_of ON congress_joint_decision USING btree (federation_id, union_id, made_at);

CREATE TABLE congress_joint_part (
  federation_id uuid NOT NULL,
  decision_id   uuid NOT NULL,
  item_id       uuid NOT NULL,
  place         smallint NOT NULL,
  weight        integer NOT NULL,
  veto          boolean NOT NULL,
  CONSTRAINT congress_joint_part_pkey PRIMARY KEY (federation_id, decision_id, item_id),
  CONSTRAINT congress_joint_part_weight_check CHECK ((weight >= 1))
);

CREATE TABLE congress_recall (
  federation_id   uuid NOT NULL,
  id              uuid NOT NULL,
  term_id         uuid NOT NULL,
  delegate_id     uuid NOT NULL,
  constituency_id uuid NOT NULL,
  proposed_on     date NOT NULL,
  proposers       integer NOT NULL,
  reason          text NOT NULL,
  statement       text NOT NULL DEFAULT ''::text,
  entitled        integer NOT NULL,
  voted_on        date,
  issued          integer,
  returned        integer,
  approvals       integer,
  invalid         integer,
  outcome         text,
  findings        jsonb,
  rule_set_id     text NOT NULL,
  closed_at       timestamp with time zone,
  CONSTRAINT congress_recall_pkey PRIMARY KEY (federation_id, id),
  CONSTRAINT congress_recall_check CHECK (((outcome IS NULL) = (closed_at IS NULL))),
  CONSTRAINT congress_recall_check1 CHECK (((voted_on IS NULL) OR ((issued >= 0) AND (issued <= entitled) AND (returned >= 0) AND (approvals >= 0) AND (invalid >= 0)))),
  CONSTRAINT congress_recall_entitled_check CHECK ((entitled >= 1)),
  CONSTRAINT congress_recall_outcome_check CHECK ((outcome = ANY (ARRAY['passed'::text, 'failed'::text, 'void'::text, 'withdrawn'::text]))),
  CONSTRAINT congress_recall_proposers_check CHECK ((proposers >= 1)),
  CONSTRAINT congress_recall_reason_check CHECK (((length(reason) >= 2) AND (length(reason) <= 500))),
  CONSTRAINT congress_recall_statement_check CHECK ((length(statement) <= 1000))
);
CREATE INDEX congress_recall_of ON congress_recall USING btree (federation_id, term_id);
CREATE UNIQUE INDEX congress_recall_one_open ON congress_recall USING btree (federation_id, delegate_id) WHERE (outcome IS NULL);

CREATE TABLE congress_session (
  federation_id   uuid NOT NULL,
  id              uuid NOT NULL,
  body_id         uuid NOT NULL,
  term_id         uuid NOT NULL,
  union_id        uuid NOT NULL,
  sort            text NOT NULL,
  number          smallint NOT NULL,
  mode            text NOT NULL,
  title           text NOT NULL,
  about           text NOT NULL DEFAULT ''::text,
  place           text NOT NULL,
  called_by       text NOT NULL,
  held_at         timestamp with time zone NOT NULL,
  ends_at         timestamp with time zone NOT NULL,
  papers_by       date NOT NULL,
  agreed_employer text NOT NULL DEFAULT ''::text,
  agreed_union    text NOT NULL DEFAULT ''::text,
  rule_set_id     text NOT NULL,
  entitled        integer NOT NULL DEFAULT 0,
  present_first   integer NOT NULL DEFAULT 0,
  opened_at       timestamp with time zone,
  closed_at       timestamp with time zone,
  hands           jsonb,
  minutes         text NOT NULL DEFAULT ''::text,
  publish_by      date,
  published_at    timestamp with time zone,
  report          text NOT NULL DEFAULT ''::text,
  report_by       timestamp with time zone,
  reported_at     timestamp with time zone,
  by_id           uuid NOT NULL,
  CONSTRAINT congress_session_pkey PRIMARY KEY (federation_id, id),
  CONSTRAINT congress_session_about_check CHECK ((length(about) <= 3000)),
  CONSTRAINT congress_session_agreed_employer_check CHECK ((length(agreed_employer) <= 60)),
  CONSTRAINT congress_session_agreed_union_check CHECK ((length(agreed_union) <= 60)),
  CONSTRAINT congress_session_called_by_check CHECK ((called_by = ANY (ARRAY['yearly'::text, 'employer'::text, 'union'::text, 'delegates'::text]))),
  CONSTRAINT congress_session_check CHECK ((ends_at > held_at)),
  CONSTRAINT congress_session_check1 CHECK (((closed_at IS NULL) OR (opened_at IS NOT NULL))),
  CONSTRAINT congress_session_check2 CHECK (((published_at IS NOT NULL) <= (minutes <> ''::text))),
  CONSTRAINT congress_session_check3 CHECK (((reported_at IS NOT NULL) <= (report <> ''::text))),
  CONSTRAINT congress_session_entitled_check CHECK ((entitled >= 0)),
  CONSTRAINT congress_session_minutes_check CHECK ((length(minutes) <= 20000)),
  CONSTRAINT congress_session_mode_check CHECK ((mode = ANY (ARRAY['site'::text, 'online'::text, 'mixed'::text]))),
  CONSTRAINT congress_session_number_check CHECK (((number >= 1) AND (number <= 200))),
  CONSTRAINT congress_session_place_check CHECK (((length(place) >= 1) AND (length(place) <= 200))),
  CONSTRAINT congress_session_report_check CHECK ((length(report) <= 5000)),
  CONSTRAINT congress_session_sort_check CHECK ((sort = ANY (ARRAY['regular'::text, 'extraordinary'::text, 'joint'::text]))),
  CONSTRAINT congress_session_title_check CHECK (((length(title) >= 2) AND (length(title) <= 80)))
);
CREATE INDEX congress_session_of_term ON congress_session USING btree (federation_id, term_id, held_at);
CREATE INDEX congress_session_of_union ON congress_session USING btree (federation_id, union_id, held_at);
CREATE UNIQUE INDEX congress_session_one_open ON congress_session USING btree (federation_id, term_id) WHERE ((opened_at IS NOT NULL) AND (closed_at IS NULL));

CREATE TABLE congress_session_item (
  federation_id uuid NOT NULL,
  id            uuid NOT NULL,
  session_id    uuid NOT NULL,
  number        smallint NOT NULL,
  matter        text NOT NULL,
  act           text NOT NULL,
  title         text NOT NULL,
  body          text NOT NULL DEFAULT ''::text,
  reporter      text NOT NULL DEFAULT ''::text,
  level         text NOT NULL,
  candidates    jsonb NOT NULL DEFAULT '[]'::jsonb,
  seats         smallint NOT NULL DEFAULT 0,
  state         text NOT NULL,
  amends_id     uuid,
  ratifies_id   uuid,
  resolution    text NOT NULL DEFAULT ''::text,
  exec_by       text NOT NULL DEFAULT ''::text,
  exec_due      date,
  exec_note     text NOT NULL DEFAULT ''::text,
  exec_done_at  timestamp with time zone,
  decided_at    timestamp with time zone,
  version       integer NOT NULL DEFAULT 1,
  CONSTRAINT congress_session_item_pkey PRIMARY KEY (federation_id, id),
  CONSTRAINT congress_session_item_act_check CHECK ((act = ANY (ARRAY['REPORT'::text, 'DELIBERATE'::text, 'ADOPT'::text, 'DECIDE'::text, 'ELECT'::text, 'APPRAISE'::text, 'SUPERVISE'::text]))),
  CONSTRAINT congress_session_item_body_check CHECK ((length(body) <= 20000)),
  CONSTRAINT congress_session_item_check CHECK (((state = ANY (ARRAY['passed'::text, 'failed'::text, 'noted'::text])) = (decided_at IS NOT NULL))),
  CONSTRAINT congress_session_item_check1 CHECK (((level <> 'none'::text) OR (state <> ALL (ARRAY['voting'::text, 'counting'::text, 'passed'::text, 'failed'::text])))),
  CONSTRAINT congress_session_item_check2 CHECK (((act <> ALL (ARRAY['ADOPT'::text, 'ELECT'::text])) OR (level = ANY (ARRAY['detached'::text, 'blind'::text])))),
  CONSTRAINT congress_session_item_exec_by_check CHECK ((length(exec_by) <= 80)),
  CONSTRAINT congress_session_item_exec_note_check CHECK ((length(exec_note) <= 1000)),
  CONSTRAINT congress_session_item_level_check CHECK ((level = ANY (ARRAY['none'::text, 'open'::text, 'detached'::text, 'blind'::text]))),
  CONSTRAINT congress_session_item_matter_check CHECK ((length(matter) <= 40)),
  CONSTRAINT congress_session_item_number_check CHECK (((number >= 1) AND (number <= 200))),
  CONSTRAINT congress_session_item_reporter_check CHECK ((length(reporter) <= 60)),
  CONSTRAINT congress_session_item_resolution_check CHECK ((length(resolution) <= 10000)),
  CONSTRAINT congress_session_item_state_check CHECK ((state = ANY (ARRAY['listed'::text, 'presented'::text, 'voting'::text, 'counting'::text, 'passed'::text, 'failed'::text, 'noted'::text, 'withdrawn'::text]))),
  CONSTRAINT congress_session_item_title_check CHECK (((length(title) >= 2) AND (length(title) <= 120)))
);
CREATE INDEX congress_session_item_of ON congress_session_item USING btree (federation_id, session_id, number);
CREATE UNIQUE INDEX congress_session_item_ratified_once ON congress_session_item USING btree (federation_id, ratifies_id) WHERE ((ratifies_id IS NOT NULL) AND (state <> ALL (ARRAY['failed'::text, 'withdrawn'::text])));

CREATE TABLE congress_session_opinion (
  federation_id uuid NOT NULL,
  id            uuid NOT NULL,
  session_id    uuid NOT NULL,
  item_id       uuid NOT NULL,
  delegation_id uuid,
  delegation    text NOT NULL,
  sort          text NOT NULL,
  person_id     uuid NOT NULL,
  name          text NOT NULL,
  text          text NOT NULL,
  taken         text NOT NULL DEFAULT ''::text,
  answer        text NOT NULL DEFAULT ''::text,
  at            timestamp with time zone NOT NULL,
  CONSTRAINT congress_session_opinion_pkey PRIMARY KEY (federation_id, id),
  CONSTRAINT congress_session_opinion_answer_check CHECK ((length(answer) <= 1000)),
  CONSTRAINT congress_session_opinion_check CHECK (((taken <> 'declined'::text) OR (answer <> ''::text))),
  CONSTRAINT congress_session_opinion_sort_check CHECK ((sort = ANY (ARRAY['own'::text, 'gathered'::text]))),
  CONSTRAINT congress_session_opinion_taken_check CHECK ((taken = ANY (ARRAY[''::text, 'taken'::text, 'partly'::text, 'declined'::text]))),
  CONSTRAINT congress_session_opinion_text_check CHECK (((length(text) >= 2) AND (length(text) <= 2000)))
);
CREATE UNIQUE INDEX congress_session_opinion_gathered ON congress_session_opinion USING btree (federation_id, item_id, delegation_id) WHERE (sort = 'gathered'::text);
CREATE INDEX congress_session_opinion_of ON congress_session_opinion USING btree (federation_id, session_id, item_id, at);

CREATE TABLE congress_session_paper (
  federation_id uuid NOT NULL,
  id            uuid NOT NULL,
  session_id    uuid NOT NULL,
  item_id       uuid,
  name          text NOT NULL,
  put_at        timestamp with time zone NOT NULL,
  by_id         uuid NOT NULL,
  CONSTRAINT congress_session_paper_pkey PRIMARY KEY (federation_id, id)
);
CREATE INDEX congress_session_paper_of ON congress_session_paper USING btree (federation_id, session_id, put_at);

CREATE TABLE congress_session_seat (
  federation_id uuid NOT NULL,
  session_id    uuid NOT NULL,
  delegate_id   uuid NOT NULL,
  person_id     uuid,
  name          text NOT NULL,
  class         text NOT NULL,
  vacant        boolean NOT NULL,
  votes         boolean NOT NULL,
  post          text NOT NULL,
  union_id      uuid NOT NULL,
  unit          text NOT NULL,
  delegation_id uuid,
  delegation    text NOT NULL,
  head          boolean NOT NULL,
  card_number   text NOT NULL,
  card_code     uuid NOT NULL,
  presidium     text NOT NULL DEFAULT ''::text,
  here          text NOT NULL DEFAULT ''::text,
  came_at       timestamp with time zone,
  left_at       timestamp with time zone,
  seen_at       timestamp with time zone,
  CONSTRAINT congress_session_seat_pkey PRIMARY KEY (federation_id, session_id, delegate_id),
  CONSTRAINT congress_session_seat_check CHECK (((NOT votes) OR ((class = 'delegate'::text) AND (NOT vacant)))),
  CONSTRAINT congress_session_seat_check1 CHECK (((here = ''::text) OR ((came_at IS NOT NULL) AND (NOT vacant)))),
  CONSTRAINT congress_session_seat_class_check CHECK ((class = ANY (ARRAY['delegate'::text, 'observer'::text, 'guest'::text]))),
  CONSTRAINT congress_session_seat_here_check CHECK ((here = ANY (ARRAY[''::text, 'site'::text, 'online'::text]))),
  CONSTRAINT congress_session_seat_presidium_check CHECK ((presidium = ANY (ARRAY[''::text, 'member'::text, 'chair'::text])))
);
CREATE INDEX congress_session_seat_card ON congress_session_seat USING btree (federation_id, session_id, card_code);
CREATE INDEX congress_session_seat_mine ON congress_session_seat USING btree (federation_id, person_id);
CREATE UNIQUE INDEX congress_session_seat_person ON congress_session_seat USING btree (federation_id, session_id, person_id) WHERE (person_id IS NOT NULL);

CREATE TABLE congress_session_speaker (
  federation_id uuid NOT NULL,
  id            uuid NOT NULL,
  session_id    uuid NOT NULL,
  item_id       uuid,
  delegate_id   uuid NOT NULL,
  about         text NOT NULL DEFAULT ''::text,
  state         text NOT NULL,
  minutes       smallint NOT NULL DEFAULT 0,
  asked_at      timestamp with time zone NOT NULL,
  began_at      timestamp with time zone,
  ended_at      timestamp with time zone,
  CONSTRAINT congress_session_speaker_pkey PRIMARY KEY (federation_id, id),
  CONSTRAINT congress_session_speaker_about_check CHECK ((length(about) <= 200)),
  CONSTRAINT congress_session_speaker_minutes_check CHECK (((minutes >= 0) AND (minutes <= 60))),
  CONSTRAINT congress_session_speaker_state_check CHECK ((state = ANY (ARRAY['asked'::text, 'speaking'::text, 'spoke'::text, 'withdrawn'::text])))
);
CREATE UNIQUE INDEX congress_session_speaker_asked ON congress_session_speaker USING btree (federation_id, session_id, delegate_id) WHERE (state = 'asked'::text);
CREATE INDEX congress_session_speaker_of ON congress_session_speaker USING btree (federation_id, session_id, asked_at);
CREATE UNIQUE INDEX congress_session_speaker_one ON congress_session_speaker USING btree (federation_id, session_id) WHERE (state = 'speaking'::text);

CREATE TABLE congress_term (
  federation_id  uuid NOT NULL,
  id             uuid NOT NULL,
  body_id        uuid NOT NULL,
  kind           text NOT NULL,
  number         smallint NOT NULL,
  years          smallint NOT NULL,
  began_on       date NOT NULL,
  ends_on        date NOT NULL,
  renewal        text NOT NULL,
  renewal_reason text NOT NULL DEFAULT ''::text,
  approval       text NOT NULL DEFAULT ''::text,
  counted_on     date NOT NULL,
  workers        integer NOT NULL,
  women          integer NOT NULL,
  dispatched     integer NOT NULL DEFAULT 0,
  seats          integer NOT NULL,
  seats_least    integer NOT NULL,
  seats_reason   text NOT NULL DEFAULT ''::text,
  rule_set_id    text NOT NULL,
  confirmed_at   timestamp with time zone,
  confirmed_by   uuid,
  ended_on       date,
  planned_at     timestamp with time zone NOT NULL,
  CONSTRAINT congress_term_pkey PRIMARY KEY (federation_id, id),
  CONSTRAINT congress_term_federation_id_body_id_number_key UNIQUE (federation_id, body_id, number),
  CONSTRAINT congress_term_approval_check CHECK ((length(approval) <= 100)),
  CONSTRAINT congress_term_check CHECK (((women >= 0) AND (women <= workers))),
  CONSTRAINT congress_term_check1 CHECK (((dispatched >= 0) AND (dispatched <= workers))),
  CONSTRAINT congress_term_check2 CHECK ((ends_on > began_on)),
  CONSTRAINT congress_term_check3 CHECK (((confirmed_at IS NULL) = (confirmed_by IS NULL))),
  CONSTRAINT congress_term_check4 CHECK (((renewal = ANY (ARRAY['first'::text, 'due'::text])) OR (renewal_reason <> ''::text))),
  CONSTRAINT congress_term_number_check CHECK (((number >= 1) AND (number <= 200))),
  CONSTRAINT congress_term_renewal_check CHECK ((renewal = ANY (ARRAY['first'::text, 'due'::text, 'early'::text, 'late'::text]))),
  CONSTRAINT congress_term_renewal_reason_check CHECK ((length(renewal_reason) <= 500)),
  CONSTRAINT congress_term_seats_check CHECK (((seats >= 0) AND (seats <= 5000))),
  CONSTRAINT congress_term_seats_reason_check CHECK ((length(seats_reason) <= 300)),
  CONSTRAINT congress_term_workers_check CHECK ((workers >= 0)),
  CONSTRAINT congress_term_years_check CHECK (((years >= 1) AND (years <= 10)))
);
CREATE INDEX congress_term_end ON congress_term USING btree (federation_id, ends_on) WHERE (ended_on IS NULL);
CREATE UNIQUE INDEX congress_term_one_prepared ON congress_term USING btree (federation_id, body_id) WHERE ((confirmed_at IS NULL) AND (ended_on IS NULL));
CREATE UNIQUE INDEX congress_term_one_sitting ON congress_term USING btree (federation_id, body_id) WHERE ((confirmed_at IS NOT NULL) AND (ended_on IS NULL));

CREATE TABLE consent (
  federation_id uuid NOT NULL,
  id            uuid NOT NULL,
  person_id     uuid NOT NULL,
  purpose       text NOT NULL,
  version       integer NOT NULL,
  text_hash     bytea NOT NULL,
  fields        text[] NOT NULL,
  decision      text NOT NULL,
  channel       text NOT NULL,
  decided_at    timestamp with time zone NOT NULL,
  withdrawn_at  timestamp with time zone,
  replaced_at   timestamp with time zone,
  CONSTRAINT consent_pkey PRIMARY KEY (federation_id, id),
  CONSTRAINT consent_channel_check CHECK ((channel = ANY (ARRAY['phone'::text, 'console'::text, 'paper'::text, 'api'::text]))),
  CONSTRAINT consent_check CHECK (((withdrawn_at IS NULL) OR (decision = 'given'::text))),
  CONSTRAINT consent_decision_check CHECK ((decision = ANY (ARRAY['given'::text, 'refused'::text]))),
  CONSTRAINT consent_version_check CHECK ((version >= 1))
);
CREATE INDEX consent_given ON consent USING btree (federation_id, purpose, person_id) WHERE ((replaced_at IS NULL) AND (withdrawn_at IS NULL) AND (decision = 'given'::text));
CREATE INDEX consent_of_person ON consent USING btree (federation_id, person_id, decided_at);
CREATE UNIQUE INDEX consent_standing ON consent USING btree (federation_id, person_id, purpose) WHERE (replaced_at IS NULL);

CREATE TABLE contact_box (
  federation_id uuid NOT NULL,
  id            uuid NOT NULL,
  union_id      uuid NOT NULL,
  number        smallint NOT NULL,
  place         text NOT NULL,
  placed_on     date NOT NULL,
  due_on        date NOT NULL,
  duty_id       uuid,
  retired_on    date,
  retired_why   text,
  created_by    uuid NOT NULL,
  created_at    timestamp with time zone NOT NULL,
  CONSTRAINT contact_box_pkey PRIMARY KEY (federation_id, id),
  CONSTRAINT contact_box_federation_id_union_id_number_key UNIQUE (federation_id, union_id, number),
  CONSTRAINT contact_box_check CHECK (((retired_on IS NULL) = (retired_why IS NULL))),
  CONSTRAINT contact_box_check1 CHECK (((retired_on IS NULL) OR (duty_id IS NULL))),
  CONSTRAINT contact_box_number_check CHECK (((number >= 1) AND (number <= 999)))
);
CREATE INDEX contact_box_due ON contact_box USING btree (federation_id, due_on) WHERE (retired_on IS NULL);
CREATE UNIQUE INDEX contact_box_of_duty ON contact_box USING btree (federation_id, duty_id) WHERE (duty_id IS NOT NULL);

CREATE TABLE contact_box_keeper (
  federation_id uuid NOT NULL,
  box_id        uuid NOT NULL,
  person_id     uuid NOT NULL,
  CONSTRAINT contact_box_keeper_pkey PRIMARY KEY (federation_id, box_id, person_id)
);
CREATE INDEX contact_box_keeper_person ON contact_box_keeper USING btree (federation_id, person_id);

CREATE TABLE daily_answer (
  federation_id uuid NOT NULL,
  union_id      uuid NOT NULL,
  day           date NOT NULL,
  person_id     uuid NOT NULL,
  unit_id       uuid NOT NULL,
  given         smallint NOT NULL,
  correct       boolean NOT NULL,
  answered_at   timestamp with time zone NOT NULL,
  reviewed_at   timestamp with time zone,
  CONSTRAINT daily_answer_pkey PRIMARY KEY (federation_id, union_id, day, person_id),
  CONSTRAINT daily_answer_check CHECK (((reviewed_at IS NULL) OR (NOT correct))),
  CONSTRAINT daily_answer_given_check CHECK (((given >= 1) AND (given < 64)))
);
CREATE INDEX daily_answer_person ON daily_answer USING btree (federation_id, person_id, union_id, day);

CREATE TABLE daily_board (
  federation_id uuid NOT NULL,
  union_id      uuid NOT NULL,
  days          text NOT NULL,
  opened_on     date NOT NULL,
  points_from   date,
  closed_on     date,
  version       integer NOT NULL,
  CONSTRAINT daily_board_pkey PRIMARY KEY (federation_id, union_id),
  CONSTRAINT daily_board_check CHECK (((closed_on IS NULL) OR (closed_on >= opened_on))),
  CONSTRAINT daily_board_days_check CHECK ((days = ANY (ARRAY['every'::text, 'weekdays'::text]))),
  CONSTRAINT daily_board_version_check CHECK ((version >= 1))
);

CREATE TABLE daily_day (
  federation_id uuid NOT NULL,
  union_id      uuid NOT NULL,
  day           date NOT NULL,
  question_id   uuid NOT NULL,
  set_by_id     uuid,
  void_why      text NOT NULL,
  CONSTRAINT daily_day_pkey PRIMARY KEY (federation_id, union_id, day),
  CONSTRAINT daily_day_void_why_check CHECK ((length(void_why) <= 200))
);
CREATE INDEX daily_day_question ON daily_day USING btree (federation_id, question_id, day);

CREATE TABLE daily_question (
  federation_id uuid NOT NULL,
  id            uuid NOT NULL,
  union_id      uuid NOT NULL,
  kind          text NOT NULL,
  text          text NOT NULL,
  text_key      text NOT NULL,
  options       text[] NOT NULL,
  answer        smallint NOT NULL,
  explanation   text NOT NULL,
  source        text NOT NULL,
  topic         text NOT NULL,
  state         text NOT NULL,
  made_by_id    uuid,
  made_at       timestamp with time zone NOT NULL,
  version       integer NOT NULL,
  CONSTRAINT daily_question_pkey PRIMARY KEY (federation_id, id),
  CONSTRAINT daily_question_federation_id_union_id_id_key UNIQUE (federation_id, union_id, id),
  CONSTRAINT daily_question_federation_id_union_id_text_key_key UNIQUE (federation_id, union_id, text_key),
  CONSTRAINT daily_question_answer_check CHECK (((answer >= 1) AND (answer < 64))),
  CONSTRAINT daily_question_explanation_check CHECK ((length(explanation) <= 1000)),
  CONSTRAINT daily_question_kind_check CHECK ((kind = ANY (ARRAY['single'::text, 'multiple'::text, 'trueFalse'::text]))),
  CONSTRAINT daily_question_options_check CHECK (((cardinality(options) >= 2) AND (cardinality(options) <= 6))),
  CONSTRAINT daily_question_source_check CHECK ((length(source) <= 200)),
  CONSTRAINT daily_question_state_check CHECK ((state = ANY (ARRAY['ready'::text, 'withdrawn'::text]))),
  CONSTRAINT daily_question_text_check CHECK (((length(text) >= 2) AND (length(text) <= 300))),
  CONSTRAINT daily_question_topic_check CHECK ((length(topic) <= 20)),
  CONSTRAINT daily_question_version_check CHECK ((version >= 1))
);

CREATE TABLE disclosure_agreed (
  federation_id uuid NOT NULL,
  id            uuid NOT NULL,
  union_id      uuid NOT NULL,
  title         text NOT NULL,
  every_months  smallint NOT NULL,
  since         date NOT NULL,
  ended_on      date,
  by_id         uuid NOT NULL,
  CONSTRAINT disclosure_agreed_pkey PRIMARY KEY (federation_id, id),
  CONSTRAINT disclosure_agreed_every_months_check CHECK ((every_months = ANY (ARRAY[0, 1, 3, 6, 12]))),
  CONSTRAINT disclosure_agreed_title_check CHECK (((length(title) >= 2) AND (length(title) <= 60)))
);
CREATE INDEX disclosure_agreed_of ON disclosure_agreed USING btree (federation_id, union_id);

CREATE TABLE disclosure_audience (
  federation_id uuid NOT NULL,
  item_id       uuid NOT NULL,
  line          smallint NOT NULL,
  kind          text NOT NULL,
  union_id      uuid,
  office        text NOT NULL DEFAULT ''::text,
  circle_id     uuid,
  CONSTRAINT disclosure_audience_pkey PRIMARY KEY (federation_id, item_id, line),
  CONSTRAINT disclosure_audience_check CHECK (((kind = 'circle'::text) = (circle_id IS NOT NULL))),
  CONSTRAINT disclosure_audience_check1 CHECK (((kind = 'circle'::text) = (union_id IS NULL))),
  CONSTRAINT disclosure_audience_check2 CHECK (((kind = 'office'::text) = (office <> ''::text))),
  CONSTRAINT disclosure_audience_kind_check CHECK ((kind = ANY (ARRAY['union'::text, 'office'::text, 'circle'::text])))
);

CREATE TABLE disclosure_circle (
  federation_id uuid NOT NULL,
  id            uuid NOT NULL,
  union_id      uuid NOT NULL,
  kind          text NOT NULL,
  name          text NOT NULL,
  at            timestamp with time zone NOT NULL,
  CONSTRAINT disclosure_circle_pkey PRIMARY KEY (federation_id, id),
  CONSTRAINT disclosure_circle_federation_id_union_id_name_key UNIQUE (federation_id, union_id, name),
  CONSTRAINT disclosure_circle_kind_check CHECK ((kind = ANY (ARRAY['delegates'::text, 'tag'::text]))),
  CONSTRAINT disclosure_circle_name_check CHECK (((length(name) >= 2) AND (length(name) <= 40)))
);

CREATE TABLE disclosure_circle_person (
  federation_id uuid NOT NULL,
  circle_id     uuid NOT NULL,
  person_id     uuid NOT NULL,
  at            timestamp with time zone NOT NULL,
  CONSTRAINT disclosure_circle_person_pkey PRIMARY KEY (federation_id, circle_id, person_id)
);
CREATE INDEX disclosure_circle_of_person ON disclosure_circle_person USING btree (federation_id, person_id);

CREATE TABLE disclosure_congress (
  federation_id uuid NOT NULL,
  id            uuid NOT NULL,
  union_id      uuid NOT NULL,
  name          text NOT NULL,
  opens_on      date NOT NULL,
  closes_on     date NOT NULL,
  by_id         uuid NOT NULL,
  at            timestamp with time zone NOT NULL,
  CONSTRAINT disclosure_congress_pkey PRIMARY KEY (federation_id, id),
  CONSTRAINT disclosure_congress_check CHECK ((closes_on >= opens_on)),
  CONSTRAINT disclosure_congress_name_check CHECK (((length(name) >= 2) AND (length(name) <= 60)))
);
CREATE UNIQUE INDEX disclosure_congress_once ON disclosure_congress USING btree (federation_id, union_id, opens_on);

CREATE TABLE disclosure_employer (
  federation_id uuid NOT NULL,
  union_id      uuid NOT NULL,
  ownership     text NOT NULL,
  since         date NOT NULL,
  by_id         uuid NOT NULL,
  at            timestamp with time zone NOT NULL,
  CONSTRAINT disclosure_employer_pkey PRIMARY KEY (federation_id, union_id),
  CONSTRAINT disclosure_employer_ownership_check CHECK ((ownership = ANY (ARRAY['state'::text, 'private'::text, 'institution'::text])))
);

CREATE TABLE disclosure_item (
  federation_id   uuid NOT NULL,
  id              uuid NOT NULL,
  union_id        uuid NOT NULL,
  entry           text NOT NULL,
  period          text NOT NULL DEFAULT ''::text,
  due_at          timestamp with time zone,
  title           text NOT NULL,
  body            text NOT NULL DEFAULT ''::text,
  files           uuid[] NOT NULL DEFAULT '{}'::uuid[],
  draft_id        uuid NOT NULL,
  public_days     smallint NOT NULL,
  audience        text NOT NULL,
  written_by_id   uuid,
  submitted_by_id uuid,
  why             text NOT NULL DEFAULT ''::text,
  versions        smallint NOT NULL DEFAULT 0,
  published_at    timestamp with time zone,
  public_until    date,
  least_days      smallint NOT NULL,
  audience_n      integer NOT NULL DEFAULT 0,
  withdrawn_at    timestamp with time zone,
  withdrawn_why   text NOT NULL DEFAULT ''::text,
  withdrawn_days  smallint,
  reminded_at     timestamp with time zone,
  shown           tsvector,
  CONSTRAINT disclosure_item_pkey PRIMARY KEY (federation_id, id),
  CONSTRAINT disclosure_item_audience_check CHECK ((audience = ANY (ARRAY['all'::text, 'circle'::text]))),
  CONSTRAINT disclosure_item_body_check CHECK ((length(body) <= 20000)),
  CONSTRAINT disclosure_item_check CHECK (((versions > 0) = (published_at IS NOT NULL))),
  CONSTRAINT disclosure_item_check1 CHECK (((versions > 0) = (public_until IS NOT NULL))),
  CONSTRAINT disclosure_item_check2 CHECK (((withdrawn_at IS NULL) = (withdrawn_days IS NULL))),
  CONSTRAINT disclosure_item_check3 CHECK (((withdrawn_at IS NULL) OR (versions > 0))),
  CONSTRAINT disclosure_item_entry_check CHECK (((length(entry) >= 2) AND (length(entry) <= 40))),
  CONSTRAINT disclosure_item_least_days_check CHECK (((least_days >= 0) AND (least_days <= 3660))),
  CONSTRAINT disclosure_item_period_check CHECK ((length(period) <= 60)),
  CONSTRAINT disclosure_item_public_days_check CHECK (((public_days >= 1) AND (public_days <= 3660))),
  CONSTRAINT disclosure_item_title_check CHECK (((length(title) >= 2) AND (length(title) <= 80))),
  CONSTRAINT disclosure_item_versions_check CHECK ((versions >= 0)),
  CONSTRAINT disclosure_item_why_check CHECK ((length(why) <= 300)),
  CONSTRAINT disclosure_item_withdrawn_why_check CHECK ((length(withdrawn_why) <= 300))
);
CREATE INDEX disclosure_item_due ON disclosure_item USING btree (federation_id, due_at);
CREATE UNIQUE INDEX disclosure_item_duty ON disclosure_item USING btree (federation_id, union_id, entry, period) WHERE (period <> ''::text);
CREATE INDEX disclosure_item_of_union ON disclosure_item USING btree (federation_id, union_id, published_at);
CREATE INDEX disclosure_item_shown ON disclosure_item USING gin (shown);

CREATE TABLE disclosure_question (
  federation_id  uuid NOT NULL,
  id             uuid NOT NULL,
  item_id        uuid NOT NULL,
  person_id      uuid NOT NULL,
  kind           text NOT NULL,
  text           text NOT NULL,
  named          boolean NOT NULL,
  follows_id     uuid,
  due_at         timestamp with time zone NOT NULL,
  answer         text NOT NULL DEFAULT ''::text,
  open           boolean,
  upheld         boolean,
  answered_by_id uuid,
  answered_at    timestamp with time zone,
  at             timestamp with time zone NOT NULL,
  CONSTRAINT disclosure_question_pkey PRIMARY KEY (federation_id, id),
  CONSTRAINT disclosure_question_answer_check CHECK ((length(answer) <= 3000)),
  CONSTRAINT disclosure_question_check CHECK (((answered_at IS NULL) = (answer = ''::text))),
  CONSTRAINT disclosure_question_check1 CHECK (((answered_at IS NULL) = (open IS NULL))),
  CONSTRAINT disclosure_question_check2 CHECK (((upheld IS NULL) OR (kind = 'objection'::text))),
  CONSTRAINT disclosure_question_kind_check CHECK ((kind = ANY (ARRAY['question'::text, 'objection'::text]))),
  CONSTRAINT disclosure_question_text_check CHECK (((length(text) >= 2) AND (length(text) <= 1000)))
);
CREATE UNIQUE INDEX disclosure_question_follows ON disclosure_question USING btree (federation_id, follows_id) WHERE (follows_id IS NOT NULL);
CREATE INDEX disclosure_question_of ON disclosure_question USING btree (federation_id, item_id, at);

CREATE TABLE disclosure_reading (
  federation_id uuid NOT NULL,
  item_id       uuid NOT NULL,
  person_id     uuid NOT NULL,
  version       smallint NOT NULL,
  read_at       timestamp with time zone NOT NULL,
  understood    boolean,
  CONSTRAINT disclosure_reading_pkey PRIMARY KEY (federation_id, item_id, person_id)
);
CREATE INDEX disclosure_reading_of_person ON disclosure_reading USING btree (federation_id, person_id);

CREATE TABLE disclosure_version (
  federation_id uuid NOT NULL,
  item_id       uuid NOT NULL,
  no            smallint NOT NULL,
  title         text NOT NULL,
  body          text NOT NULL,
  files         uuid[] NOT NULL,
  draft_id      uuid NOT NULL,
  why           text NOT NULL,
  by_id         uuid NOT NULL,
  checked_by_id uuid NOT NULL,
  state_secret  text NOT NULL,
  trade_secret  text NOT NULL,
  personal_data text NOT NULL,
  redaction     text NOT NULL DEFAULT ''::text,
  at            timestamp with time zone NOT NULL,
  CONSTRAINT disclosure_version_pkey PRIMARY KEY (federation_id, item_id, no),
  CONSTRAINT disclosure_version_check CHECK ((by_id <> checked_by_id)),
  CONSTRAINT disclosure_version_check1 CHECK (((redaction <> ''::text) OR ((state_secret = 'none'::text) AND (trade_secret = 'none'::text) AND (personal_data = 'none'::text)))),
  CONSTRAINT disclosure_version_check2 CHECK (((no = 1) OR (why <> ''::text))),
  CONSTRAINT disclosure_version_no_check CHECK ((no >= 1)),
  CONSTRAINT disclosure_version_personal_data_check CHECK ((personal_data = ANY (ARRAY['none'::text, 'redacted'::text]))),
  CONSTRAINT disclosure_version_redaction_check CHECK ((length(redaction) <= 500)),
  CONSTRAINT disclosure_version_state_secret_check CHECK ((state_secret = ANY (ARRAY['none'::text, 'redacted'::text]))),
  CONSTRAINT disclosure_version_trade_secret_check CHECK ((trade_secret = ANY (ARRAY['none'::text, 'redacted'::text])))
);
CREATE INDEX disclosure_version_draft ON disclosure_version USING btree (federation_id, draft_id);

CREATE TABLE draw (
  federation_id uuid NOT NULL,
  id            uuid NOT NULL,
  rules         text NOT NULL,
  rules_hash    text NOT NULL,
  secret        bytea NOT NULL,
  salt          bytea NOT NULL,
  need          smallint NOT NULL,
  closes_at     timestamp with time zone NOT NULL,
  announced_at  timestamp with time zone NOT NULL,
  again_of      uuid,
  CONSTRAINT draw_pkey PRIMARY KEY (federation_id, id),
  CONSTRAINT draw_need_check CHECK (((need >= 0) AND (need <= 15))),
  CONSTRAINT draw_rules_hash_check CHECK ((length(rules_hash) = 64))
);
CREATE UNIQUE INDEX draw_again ON draw USING btree (federation_id, again_of) WHERE (again_of IS NOT NULL);
CREATE INDEX draw_closing ON draw USING btree (federation_id, closes_at);

CREATE TABLE draw_campaign (
  federation_id uuid NOT NULL,
  id            uuid NOT NULL,
  union_id      uuid NOT NULL,
  about         text NOT NULL,
  who_text      text NOT NULL,
  prizes        jsonb NOT NULL,
  source        text NOT NULL,
  need          smallint NOT NULL,
  reveal_hours  smallint NOT NULL,
  witness_ids   uuid[] NOT NULL,
  schedule_id   uuid,
  month         date,
  again_of      uuid,
  why           text NOT NULL DEFAULT ''::text,
  made_by_id    uuid,
  made_at       timestamp with time zone NOT NULL,
  CONSTRAINT draw_campaign_pkey PRIMARY KEY (federation_id, id),
  CONSTRAINT draw_campaign_about_check CHECK ((length(about) <= 4000)),
  CONSTRAINT draw_campaign_check CHECK (((schedule_id IS NULL) = (month IS NULL))),
  CONSTRAINT draw_campaign_check1 CHECK (((again_of IS NULL) = (why = ''::text))),
  CONSTRAINT draw_campaign_need_check CHECK (((need >= 0) AND (need <= 15))),
  CONSTRAINT draw_campaign_reveal_hours_check CHECK (((reveal_hours >= 1) AND (reveal_hours <= 720))),
  CONSTRAINT draw_campaign_source_check CHECK ((source = ANY (ARRAY['drand'::text, 'witnesses'::text]))),
  CONSTRAINT draw_campaign_who_text_check CHECK (((length(who_text) >= 1) AND (length(who_text) <= 300))),
  CONSTRAINT draw_campaign_why_check CHECK ((length(why) <= 300)),
  CONSTRAINT draw_campaign_witness_ids_check CHECK ((cardinality(witness_ids) <= 15))
);
CREATE UNIQUE INDEX draw_campaign_again ON draw_campaign USING btree (federation_id, again_of) WHERE (again_of IS NOT NULL);
CREATE UNIQUE INDEX draw_campaign_month ON draw_campaign USING btree (federation_id, schedule_id, month) WHERE ((schedule_id IS NOT NULL) AND (again_of IS NULL));
CREATE INDEX draw_campaign_union ON draw_campaign USING btree (federation_id, union_id, made_at);

CREATE TABLE draw_entry (
  federation_id uuid NOT NULL,
  draw_id       uuid NOT NULL,
  claim_id      uuid NOT NULL,
  token         text NOT NULL,
  tickets       smallint NOT NULL,
  CONSTRAINT draw_entry_pkey PRIMARY KEY (federation_id, draw_id, claim_id),
  CONSTRAINT draw_entry_token UNIQUE (federation_id, draw_id, token),
  CONSTRAINT draw_entry_tickets_check CHECK (((tickets >= 1) AND (tickets <= 1000))),
  CONSTRAINT draw_entry_token_check CHECK ((length(token) = 64))
);

CREATE TABLE draw_notice (
  federation_id uuid NOT NULL,
  draw_id       uuid NOT NULL,
  notice        text NOT NULL,
  notice_hash   text NOT NULL,
  frozen_at     timestamp with time zone NOT NULL,
  due_at        timestamp with time zone NOT NULL,
  CONSTRAINT draw_notice_pkey PRIMARY KEY (federation_id, draw_id),
  CONSTRAINT draw_notice_notice_hash_check CHECK ((length(notice_hash) = 64))
);

CREATE TABLE draw_result (
  federation_id uuid NOT NULL,
  draw_id       uuid NOT NULL,
  file          text NOT NULL,
  file_hash     text NOT NULL,
  winners       jsonb NOT NULL,
  drawn_at      timestamp with time zone NOT NULL,
  CONSTRAINT draw_result_pkey PRIMARY KEY (federation_id, draw_id),
  CONSTRAINT draw_result_file_hash_check CHECK ((length(file_hash) = 64))
);

CREATE TABLE draw_schedule (
  federation_id uuid NOT NULL,
  id            uuid NOT NULL,
  union_id      uuid NOT NULL,
  title         text NOT NULL,
  about         text NOT NULL,
  prizes        jsonb NOT NULL,
  opens_day     smallint NOT NULL,
  closes_day    smallint NOT NULL,
  place         text NOT NULL,
  source        text NOT NULL,
  need          smallint NOT NULL,
  reveal_hours  smallint NOT NULL,
  witness_ids   uuid[] NOT NULL,
  active        boolean NOT NULL,
  made_by_id    uuid NOT NULL,
  made_at       timestamp with time zone NOT NULL,
  CONSTRAINT draw_schedule_pkey PRIMARY KEY (federation_id, id),
  CONSTRAINT draw_schedule_about_check CHECK ((length(about) <= 4000)),
  CONSTRAINT draw_schedule_check CHECK ((closes_day > opens_day)),
  CONSTRAINT draw_schedule_closes_day_check CHECK (((closes_day >= 2) AND (closes_day <= 28))),
  CONSTRAINT draw_schedule_need_check CHECK (((need >= 0) AND (need <= 15))),
  CONSTRAINT draw_schedule_opens_day_check CHECK (((opens_day >= 1) AND (opens_day <= 27))),
  CONSTRAINT draw_schedule_place_check CHECK ((length(place) <= 200)),
  CONSTRAINT draw_schedule_reveal_hours_check CHECK (((reveal_hours >= 1) AND (reveal_hours <= 720))),
  CONSTRAINT draw_schedule_source_check CHECK ((source = ANY (ARRAY['drand'::text, 'witnesses'::text]))),
  CONSTRAINT draw_schedule_title_check CHECK (((length(title) >= 1) AND (length(title) <= 60))),
  CONSTRAINT draw_schedule_witness_ids_check CHECK ((cardinality(witness_ids) <= 15))
);
CREATE INDEX draw_schedule_union ON draw_schedule USING btree (federation_id, union_id);

CREATE TABLE draw_wish (
  federation_id uuid NOT NULL,
  person_id     uuid NOT NULL,
  since         timestamp with time zone NOT NULL,
  CONSTRAINT draw_wish_pkey PRIMARY KEY (federation_id, person_id)
);

CREATE TABLE draw_witness (
  federation_id uuid NOT NULL,
  draw_id       uuid NOT NULL,
  no            smallint NOT NULL,
  person_id     uuid NOT NULL,
  name          text NOT NULL,
  commitment    text,
  committed_at  timestamp with time zone,
  secret        text,
  revealed_at   timestamp with time zone,
  CONSTRAINT draw_witness_pkey PRIMARY KEY (federation_id, draw_id, no),
  CONSTRAINT draw_witness_once UNIQUE (federation_id, draw_id, person_id),
  CONSTRAINT draw_witness_check CHECK (((commitment IS NULL) = (committed_at IS NULL))),
  CONSTRAINT draw_witness_check1 CHECK (((secret IS NULL) = (revealed_at IS NULL))),
  CONSTRAINT draw_witness_check2 CHECK (((secret IS NULL) OR (commitment IS NOT NULL))),
  CONSTRAINT draw_witness_commitment_check CHECK ((length(commitment) = 64)),
  CONSTRAINT draw_witness_no_check CHECK (((no >= 1) AND (no <= 15))),
  CONSTRAINT draw_witness_secret_check CHECK ((length(secret) = 32))
);
CREATE INDEX draw_witness_person ON draw_witness USING btree (federation_id, person_id);

CREATE TABLE election_contest (
  federation_id  uuid NOT NULL,
  id             uuid NOT NULL,
  election_id    uuid NOT NULL,
  post           text NOT NULL,
  electors       text NOT NULL,
  round          smallint NOT NULL,
  method         text NOT NULL,
  held_on        date NOT NULL,
  place          text NOT NULL DEFAULT ''::text,
  paper          jsonb NOT NULL,
  people         jsonb NOT NULL,
  rule           jsonb NOT NULL,
  rule_set_id    text NOT NULL,
  ballot_id      uuid,
  entitled       integer NOT NULL,
  present        integer,
  issued         integer,
  returned       integer,
  invalid        integer,
  votes          jsonb,
  tellers        text NOT NULL DEFAULT ''::text,
  entered_by_id  uuid,
  outcome        text,
  result         jsonb,
  declared_at    timestamp with time zone,
  declared_by_id uuid,
  CONSTRAINT election_contest_pkey PRIMARY KEY (federation_id, id),
  CONSTRAINT election_contest_federation_id_election_id_post_round_key UNIQUE (federation_id, election_id, post, round),
  CONSTRAINT election_contest_check CHECK (((outcome IS NULL) = (declared_at IS NULL))),
  CONSTRAINT election_contest_check1 CHECK (((outcome IS NULL) = (result IS NULL))),
  CONSTRAINT election_contest_check2 CHECK (((method = 'hall'::text) = (ballot_id IS NULL))),
  CONSTRAINT election_contest_check3 CHECK (((present IS NULL) OR ((issued IS NOT NULL) AND (returned IS NOT NULL) AND (invalid IS NOT NULL) AND (votes IS NOT NULL) AND (present >= 0) AND (present <= entitled) AND (issued >= 0) AND (issued <= present) AND (returned >= 0) AND (invalid >= 0) AND (invalid <= returned)))),
  CONSTRAINT election_contest_electors_check CHECK ((electors = ANY (ARRAY['assembly'::text, 'committee'::text]))),
  CONSTRAINT election_contest_entitled_check CHECK ((entitled >= 0)),
  CONSTRAINT election_contest_method_check CHECK ((method = ANY (ARRAY['online'::text, 'hall'::text, 'mixed'::text]))),
  CONSTRAINT election_contest_outcome_check CHECK ((outcome = ANY (ARRAY['elected'::text, 'short'::text, 'tie'::text, 'void'::text]))),
  CONSTRAINT election_contest_place_check CHECK ((length(place) <= 100)),
  CONSTRAINT election_contest_post_check CHECK ((post = ANY (ARRAY['committee'::text, 'audit'::text, 'chair'::text, 'viceChair'::text]))),
  CONSTRAINT election_contest_round_check CHECK (((round >= 1) AND (round <= 20))),
  CONSTRAINT election_contest_tellers_check CHECK ((length(tellers) <= 200))
);
CREATE UNIQUE INDEX election_contest_ballot ON election_contest USING btree (federation_id, ballot_id) WHERE (ballot_id IS NOT NULL);

CREATE TABLE election_nomination (
  federation_id uuid NOT NULL,
  nominee_id    uuid NOT NULL,
  by_person_id  uuid NOT NULL,
  CONSTRAINT election_nomination_pkey PRIMARY KEY (federation_id, nominee_id, by_person_id)
);
CREATE INDEX election_nomination_by ON election_nomination USING btree (federation_id, by_person_id);

CREATE TABLE election_nominee (
  federation_id    uuid NOT NULL,
  id               uuid NOT NULL,
  election_id      uuid NOT NULL,
  post             text NOT NULL,
  person_id        uuid NOT NULL,
  number           smallint NOT NULL,
  standing         text NOT NULL,
  main_leader      boolean NOT NULL,
  near_relative    boolean NOT NULL,
  human_resources  boolean NOT NULL,
  foreign_national boolean NOT NULL,
  job              text NOT NULL DEFAULT ''::text,
  about            text NOT NULL DEFAULT ''::text,
  CONSTRAINT election_nominee_pkey PRIMARY KEY (federation_id, id),
  CONSTRAINT election_nominee_federation_id_election_id_post_person_id_key UNIQUE (federation_id, election_id, post, person_id),
  CONSTRAINT election_nominee_about_check CHECK ((length(about) <= 500)),
  CONSTRAINT election_nominee_job_check CHECK ((length(job) <= 60)),
  CONSTRAINT election_nominee_post_check CHECK ((post = ANY (ARRAY['committee'::text, 'audit'::text, 'chair'::text, 'viceChair'::text]))),
  CONSTRAINT election_nominee_standing_check CHECK ((standing = ANY (ARRAY['proposed'::text, 'candidate'::text, 'dropped'::text])))
);

CREATE TABLE election_seat (
  federation_id uuid NOT NULL,
  id            uuid NOT NULL,
  election_id   uuid NOT NULL,
  contest_id    uuid NOT NULL,
  post          text NOT NULL,
  name          text NOT NULL,
  person_id     uuid,
  votes         integer NOT NULL,
  CONSTRAINT election_seat_pkey PRIMARY KEY (federation_id, id),
  CONSTRAINT election_seat_name_check CHECK (((length(name) >= 1) AND (length(name) <= 60))),
  CONSTRAINT election_seat_post_check CHECK ((post = ANY (ARRAY['committee'::text, 'audit'::text, 'chair'::text, 'viceChair'::text]))),
  CONSTRAINT election_seat_votes_check CHECK ((votes >= 0))
);
CREATE UNIQUE INDEX election_seat_once ON election_seat USING btree (federation_id, election_id, post, person_id) WHERE (person_id IS NOT NULL);

CREATE TABLE election_voter (
  federation_id uuid NOT NULL,
  election_id   uuid NOT NULL,
  electors      text NOT NULL,
  person_id     uuid NOT NULL,
  union_id      uuid NOT NULL,
  took          boolean NOT NULL,
  CONSTRAINT election_voter_pkey PRIMARY KEY (federation_id, election_id, electors, person_id),
  CONSTRAINT election_voter_electors_check CHECK ((electors = ANY (ARRAY['assembly'::text, 'committee'::text])))
);

CREATE TABLE federation (
  federation_id uuid NOT NULL,
  name          text NOT NULL,
  region_code   text NOT NULL DEFAULT ''::text,
  founded_at    timestamp with time zone NOT NULL,
  CONSTRAINT federation_pkey PRIMARY KEY (federation_id)
);

CREATE TABLE first_administrator_link (
  token_hash bytea NOT NULL,
  made_at    timestamp with time zone NOT NULL,
  expires_at timestamp with time zone NOT NULL,
  used_at    timestamp with time zone,
  CONSTRAINT first_administrator_link_pkey PRIMARY KEY (token_hash)
);

CREATE TABLE follow_up (
  code_lookup   bytea NOT NULL,
  federation_id uuid NOT NULL,
  case_id       uuid NOT NULL,
  CONSTRAINT follow_up_pkey PRIMARY KEY (code_lookup)
);

CREATE TABLE housing_allocation (
  federation_id  uuid NOT NULL,
  id             uuid NOT NULL,
  union_id       uuid NOT NULL,
  about          text NOT NULL,
  documents      text[] NOT NULL,
  tenancy_months smallint NOT NULL,
  checks         text[] NOT NULL,
  started_at     timestamp with time zone,
  last_number    integer NOT NULL DEFAULT 0,
  CONSTRAINT housing_allocation_pkey PRIMARY KEY (federation_id, id),
  CONSTRAINT housing_allocation_about_check CHECK ((length(about) <= 3000)),
  CONSTRAINT housing_allocation_checks_check CHECK (((cardinality(checks) >= 1) AND (cardinality(checks) <= 30))),
  CONSTRAINT housing_allocation_documents_check CHECK ((cardinality(documents) <= 12)),
  CONSTRAINT housing_allocation_tenancy_months_check CHECK (((tenancy_months >= 1) AND (tenancy_months <= 120)))
);
CREATE INDEX housing_allocation_union ON housing_allocation USING btree (federation_id, union_id);

CREATE TABLE housing_application (
  federation_id uuid NOT NULL,
  id            uuid NOT NULL,
  allocation_id uuid NOT NULL,
  person_id     uuid NOT NULL,
  people        smallint NOT NULL,
  sealed        bytea NOT NULL,
  version       integer NOT NULL DEFAULT 1,
  submitted_at  timestamp with time zone,
  number        integer,
  objected_at   timestamp with time zone,
  declines      smallint NOT NULL DEFAULT 0,
  again_unit_id uuid,
  again_at      timestamp with time zone,
  ended_at      timestamp with time zone,
  ended_why     text,
  CONSTRAINT housing_application_pkey PRIMARY KEY (federation_id, id),
  CONSTRAINT housing_application_check CHECK (((submitted_at IS NULL) = (number IS NULL))),
  CONSTRAINT housing_application_check1 CHECK (((again_unit_id IS NULL) = (again_at IS NULL))),
  CONSTRAINT housing_application_check2 CHECK (((ended_at IS NULL) = (ended_why IS NULL))),
  CONSTRAINT housing_application_ended_why_check CHECK ((ended_why = ANY (ARRAY['withdrawn'::text, 'rejected'::text, 'cancelled'::text, 'declined'::text, 'left'::text, 'closed'::text, 'returned'::text]))),
  CONSTRAINT housing_application_number_check CHECK ((number > 0)),
  CONSTRAINT housing_application_people_check CHECK (((people >= 1) AND (people <= 12)))
);
CREATE INDEX housing_application_again ON housing_application USING btree (federation_id, allocation_id) WHERE (again_unit_id IS NOT NULL);
CREATE INDEX housing_application_number ON housing_application USING btree (federation_id, allocation_id, number);
CREATE UNIQUE INDEX housing_application_one ON housing_application USING btree (federation_id, allocation_id, person_id) WHERE (ended_at IS NULL);
CREATE INDEX housing_application_person ON housing_application USING btree (federation_id, person_id);

CREATE TABLE housing_flat (
  federation_id uuid NOT NULL,
  allocation_id uuid NOT NULL,
  no            integer NOT NULL,
  estate        text NOT NULL,
  rooms         smallint NOT NULL,
  area_dm2      integer NOT NULL,
  rent_fen      bigint NOT NULL,
  CONSTRAINT housing_flat_pkey PRIMARY KEY (federation_id, allocation_id, no),
  CONSTRAINT housing_flat_area_dm2_check CHECK (((area_dm2 >= 100) AND (area_dm2 <= 100000))),
  CONSTRAINT housing_flat_estate_check CHECK (((length(estate) >= 1) AND (length(estate) <= 60))),
  CONSTRAINT housing_flat_no_check CHECK ((no > 0)),
  CONSTRAINT housing_flat_rent_fen_check CHECK (((rent_fen >= 0) AND (rent_fen <= 100000000))),
  CONSTRAINT housing_flat_rooms_check CHECK (((rooms >= 1) AND (rooms <= 9)))
);

CREATE TABLE housing_look (
  federation_id  uuid NOT NULL,
  application_id uuid NOT NULL,
  person_id      uuid NOT NULL,
  until          timestamp with time zone NOT NULL,
  CONSTRAINT housing_look_pkey PRIMARY KEY (federation_id, application_id, person_id)
);

CREATE TABLE housing_place (
  federation_id  uuid NOT NULL,
  claim_id       uuid NOT NULL,
  application_id uuid NOT NULL,
  number         integer NOT NULL,
  joined_at      timestamp with time zone NOT NULL,
  CONSTRAINT housing_place_pkey PRIMARY KEY (federation_id, claim_id),
  CONSTRAINT housing_place_number_check CHECK ((number > 0))
);
CREATE INDEX housing_place_application ON housing_place USING btree (federation_id, application_id, joined_at);

CREATE TABLE housing_tenancy (
  federation_id  uuid NOT NULL,
  id             uuid NOT NULL,
  application_id uuid NOT NULL,
  allocation_id  uuid NOT NULL,
  person_id      uuid NOT NULL,
  flat_no        integer NOT NULL,
  rent_fen       bigint NOT NULL,
  accepted_at    timestamp with time zone NOT NULL,
  from_date      date,
  to_date        date,
  notice         text,
  notice_at      timestamp with time zone,
  leave_by       date,
  ended_on       date,
  CONSTRAINT housing_tenancy_pkey PRIMARY KEY (federation_id, id),
  CONSTRAINT housing_tenancy_check CHECK (((from_date IS NULL) = (to_date IS NULL))),
  CONSTRAINT housing_tenancy_check1 CHECK ((((notice IS NULL) = (leave_by IS NULL)) AND ((notice IS NULL) = (notice_at IS NULL)))),
  CONSTRAINT housing_tenancy_notice_check CHECK ((notice = ANY (ARRAY['leftUnion'::text, 'term'::text, 'wish'::text, 'other'::text])))
);
CREATE INDEX housing_tenancy_allocation ON housing_tenancy USING btree (federation_id, allocation_id);
CREATE INDEX housing_tenancy_application ON housing_tenancy USING btree (federation_id, application_id);
CREATE INDEX housing_tenancy_person ON housing_tenancy USING btree (federation_id, person_id) WHERE (ended_on IS NULL);

CREATE TABLE housing_visit (
  federation_id uuid NOT NULL,
  id            uuid NOT NULL,
  tenancy_id    uuid NOT NULL,
  kind          text NOT NULL,
  planned_at    timestamp with time zone NOT NULL,
  checks        jsonb NOT NULL,
  keys          smallint NOT NULL DEFAULT 0,
  electricity   text NOT NULL DEFAULT ''::text,
  water         text NOT NULL DEFAULT ''::text,
  note          text NOT NULL DEFAULT ''::text,
  officer_id    uuid,
  officer_at    timestamp with time zone,
  tenant_at     timestamp with time zone,
  absent        text NOT NULL DEFAULT ''::text,
  done_at       timestamp with time zone,
  CONSTRAINT housing_visit_pkey PRIMARY KEY (federation_id, id),
  CONSTRAINT housing_visit_absent_check CHECK ((length(absent) <= 300)),
  CONSTRAINT housing_visit_check CHECK (((officer_id IS NULL) = (officer_at IS NULL))),
  CONSTRAINT housing_visit_check1 CHECK (((done_at IS NULL) OR ((officer_at IS NOT NULL) AND ((tenant_at IS NOT NULL) OR ((kind = 'moveOut'::text) AND (absent <> ''::text)))))),
  CONSTRAINT housing_visit_electricity_check CHECK ((length(electricity) <= 20)),
  CONSTRAINT housing_visit_keys_check CHECK (((keys >= 0) AND (keys <= 50))),
  CONSTRAINT housing_visit_kind_check CHECK ((kind = ANY (ARRAY['moveIn'::text, 'moveOut'::text]))),
  CONSTRAINT housing_visit_note_check CHECK ((length(note) <= 500)),
  CONSTRAINT housing_visit_water_check CHECK ((length(water) <= 20))
);
CREATE UNIQUE INDEX housing_visit_one ON housing_visit USING btree (federation_id, tenancy_id, kind);
CREATE INDEX housing_visit_planned ON housing_visit USING btree (federation_id, planned_at) WHERE (done_at IS NULL);

CREATE TABLE indicator_booklet (
  federation_id   uuid NOT NULL,
  id              uuid NOT NULL,
  scheme_union_id uuid NOT NULL,
  year            smallint NOT NULL,
  title           text NOT NULL,
  preface         text NOT NULL,
  version         integer NOT NULL,
  changed_by_id   uuid NOT NULL,
  changed_at      timestamp with time zone NOT NULL,
  CONSTRAINT indicator_booklet_pkey PRIMARY KEY (federation_id, id),
  CONSTRAINT indicator_booklet_once UNIQUE (federation_id, scheme_union_id, year),
  CONSTRAINT indicator_booklet_preface_check CHECK ((length(preface) <= 2000)),
  CONSTRAINT indicator_booklet_title_check CHECK (((length(title) >= 2) AND (length(title) <= 60))),
  CONSTRAINT indicator_booklet_year_check CHECK (((year >= 2000) AND (year <= 2100)))
);

CREATE TABLE indicator_booklet_item (
  federation_id uuid NOT NULL,
  booklet_id    uuid NOT NULL,
  suggestion_id uuid NOT NULL,
  position      smallint NOT NULL,
  CONSTRAINT indicator_booklet_item_pkey PRIMARY KEY (federation_id, booklet_id, suggestion_id),
  CONSTRAINT indicator_booklet_item_position_check CHECK ((("position" >= 1) AND ("position" <= 200)))
);
CREATE INDEX indicator_booklet_item_of ON indicator_booklet_item USING btree (federation_id, suggestion_id);

CREATE TABLE indicator_report (
  federation_id   uuid NOT NULL,
  id              uuid NOT NULL,
  scheme_union_id uuid NOT NULL,
  from_date       date NOT NULL,
  to_date         date NOT NULL,
  basis           text NOT NULL,
  figures         text NOT NULL,
  hash            bytea NOT NULL,
  kept_by_id      uuid NOT NULL,
  kept_at         timestamp with time zone NOT NULL,
  CONSTRAINT indicator_report_pkey PRIMARY KEY (federation_id, id),
  CONSTRAINT indicator_report_once UNIQUE (federation_id, scheme_union_id, from_date, to_date, basis),
  CONSTRAINT indicator_report_basis_check CHECK ((basis = ANY (ARRAY['cohort'::text, 'event'::text]))),
  CONSTRAINT indicator_report_check CHECK ((from_date <= to_date)),
  CONSTRAINT indicator_report_hash_check CHECK ((length(hash) = 32))
);

CREATE TABLE indicator_target (
  federation_id   uuid NOT NULL,
  scheme_union_id uuid NOT NULL,
  year            smallint NOT NULL,
  unit_union_id   uuid NOT NULL,
  person_group    text NOT NULL,
  indicator       text NOT NULL,
  target          integer NOT NULL,
  set_by_id       uuid NOT NULL,
  set_at          timestamp with time zone NOT NULL,
  CONSTRAINT indicator_target_pkey PRIMARY KEY (federation_id, scheme_union_id, year, unit_union_id, person_group, indicator),
  CONSTRAINT indicator_target_indicator_check CHECK ((indicator = ANY (ARRAY['participation'::text, 'submission'::text, 'adoption'::text, 'implementation'::text, 'completion'::text]))),
  CONSTRAINT indicator_target_person_group_check CHECK ((person_group = ANY (ARRAY['all'::text, 'manager'::text, 'keyStaff'::text, 'teamLeader'::text, 'party'::text]))),
  CONSTRAINT indicator_target_target_check CHECK (((target >= 1) AND (target <= 10000000))),
  CONSTRAINT indicator_target_year_check CHECK (((year >= 2000) AND (year <= 2100)))
);

CREATE TABLE inquiry (
  federation_id uuid NOT NULL,
  id            uuid NOT NULL,
  union_id      uuid NOT NULL,
  title         text NOT NULL,
  question      text NOT NULL,
  from_day      date NOT NULL,
  to_day        date NOT NULL,
  most          integer NOT NULL,
  seed          text NOT NULL,
  closes_on     date NOT NULL,
  state         text NOT NULL,
  made_by_id    uuid,
  made_at       timestamp with time zone NOT NULL,
  opened_at     timestamp with time zone,
  closed_at     timestamp with time zone,
  reminded_at   timestamp with time zone,
  CONSTRAINT inquiry_pkey PRIMARY KEY (federation_id, id),
  CONSTRAINT inquiry_check CHECK ((to_day >= from_day)),
  CONSTRAINT inquiry_check1 CHECK (((state = 'draft'::text) = (opened_at IS NULL))),
  CONSTRAINT inquiry_most_check CHECK (((most >= 1) AND (most <= 20000))),
  CONSTRAINT inquiry_question_check CHECK (((length(question) >= 2) AND (length(question) <= 1000))),
  CONSTRAINT inquiry_seed_check CHECK (((length(seed) >= 1) AND (length(seed) <= 40))),
  CONSTRAINT inquiry_state_check CHECK ((state = ANY (ARRAY['draft'::text, 'open'::text, 'closed'::text]))),
  CONSTRAINT inquiry_title_check CHECK (((length(title) >= 2) AND (length(title) <= 100)))
);
CREATE INDEX inquiry_union ON inquiry USING btree (federation_id, union_id, made_at);

CREATE TABLE inquiry_answer (
  federation_id uuid NOT NULL,
  id            uuid NOT NULL,
  inquiry_id    uuid NOT NULL,
  person_id     uuid,
  channel       text NOT NULL,
  text          bytea NOT NULL,
  reply         bytea,
  state         text NOT NULL,
  entered_by_id uuid,
  CONSTRAINT inquiry_answer_pkey PRIMARY KEY (federation_id, id),
  CONSTRAINT inquiry_answer_channel_check CHECK ((channel = ANY (ARRAY['app'::text, 'telephone'::text, 'visit'::text, 'box'::text]))),
  CONSTRAINT inquiry_answer_check CHECK (((state = 'settled'::text) = (reply IS NOT NULL))),
  CONSTRAINT inquiry_answer_check1 CHECK (((channel = 'app'::text) = (entered_by_id IS NULL))),
  CONSTRAINT inquiry_answer_state_check CHECK ((state = ANY (ARRAY['new'::text, 'following'::text, 'settled'::text])))
);
CREATE INDEX inquiry_answer_of ON inquiry_answer USING btree (federation_id, inquiry_id, state);

CREATE TABLE inquiry_person (
  federation_id uuid NOT NULL,
  inquiry_id    uuid NOT NULL,
  person_id     uuid NOT NULL,
  state         text NOT NULL,
  CONSTRAINT inquiry_person_pkey PRIMARY KEY (federation_id, inquiry_id, person_id),
  CONSTRAINT inquiry_person_state_check CHECK ((state = ANY (ARRAY['invited'::text, 'answered'::text, 'declined'::text])))
);
CREATE INDEX inquiry_person_own ON inquiry_person USING btree (federation_id, person_id);

CREATE TABLE job_run (
  federation_id    uuid NOT NULL,
  id               uuid NOT NULL,
  kind             text NOT NULL,
  key              text NOT NULL,
  started_by       uuid,
  state            text NOT NULL,
  done             integer NOT NULL DEFAULT 0,
  total            integer,
  input            jsonb NOT NULL,
  cursor           jsonb,
  report           jsonb,
  refusal          text NOT NULL DEFAULT ''::text,
  cancel_requested boolean NOT NULL DEFAULT false,
  tries            smallint NOT NULL DEFAULT 0,
  created_at       timestamp with time zone NOT NULL,
  started_at       timestamp with time zone,
  beat_at          timestamp with time zone,
  ended_at         timestamp with time zone,
  CONSTRAINT job_run_pkey PRIMARY KEY (federation_id, id),
  CONSTRAINT job_run_federation_id_kind_key_key UNIQUE (federation_id, kind, key),
  CONSTRAINT job_run_done_check CHECK ((done >= 0)),
  CONSTRAINT job_run_state_check CHECK ((state = ANY (ARRAY['waiting'::text, 'running'::text, 'done'::text, 'failed'::text, 'cancelled'::text]))),
  CONSTRAINT job_run_total_check CHECK ((total >= 0))
);
CREATE INDEX job_run_open ON job_run USING btree (state, beat_at) WHERE (state = ANY (ARRAY['waiting'::text, 'running'::text]));
CREATE INDEX job_run_person ON job_run USING btree (federation_id, started_by, created_at);

CREATE TABLE join_code_lookup (
  join_code     text NOT NULL,
  federation_id uuid NOT NULL,
  union_id      uuid NOT NULL,
  CONSTRAINT join_code_lookup_pkey PRIMARY KEY (join_code)
);

CREATE TABLE joining_application (
  federation_id uuid NOT NULL,
  case_id       uuid NOT NULL,
  person_id     uuid NOT NULL,
  phone_sealed  bytea NOT NULL,
  employer      text NOT NULL DEFAULT ''::text,
  job           text NOT NULL DEFAULT ''::text,
  new_form      text NOT NULL DEFAULT ''::text,
  unattached    boolean NOT NULL,
  conflict      boolean NOT NULL,
  is_return     boolean NOT NULL,
  is_open       boolean NOT NULL,
  letter        text NOT NULL DEFAULT ''::text,
  CONSTRAINT joining_application_pkey PRIMARY KEY (federation_id, case_id)
);
CREATE UNIQUE INDEX joining_application_one_open ON joining_application USING btree (federation_id, person_id) WHERE is_open;

CREATE TABLE joint_consent (
  federation_id uuid NOT NULL,
  subject_id    uuid NOT NULL,
  round         integer NOT NULL,
  side          text NOT NULL,
  person_id     uuid NOT NULL,
  at            timestamp with time zone NOT NULL,
  CONSTRAINT joint_consent_pkey PRIMARY KEY (federation_id, subject_id, round, side),
  CONSTRAINT joint_consent_side_check CHECK ((side = ANY (ARRAY['union'::text, 'other'::text])))
);

CREATE TABLE joint_council (
  federation_id  uuid NOT NULL,
  id             uuid NOT NULL,
  union_id       uuid NOT NULL,
  title          text NOT NULL,
  other_name     text NOT NULL,
  purpose        text NOT NULL,
  meets_per_year smallint NOT NULL,
  founded_on     date NOT NULL,
  ended_on       date,
  version        integer NOT NULL,
  CONSTRAINT joint_council_pkey PRIMARY KEY (federation_id, id),
  CONSTRAINT joint_council_check CHECK (((ended_on IS NULL) OR (ended_on >= founded_on))),
  CONSTRAINT joint_council_meets_per_year_check CHECK (((meets_per_year >= 1) AND (meets_per_year <= 12))),
  CONSTRAINT joint_council_other_name_check CHECK (((length(other_name) >= 2) AND (length(other_name) <= 60))),
  CONSTRAINT joint_council_purpose_check CHECK ((length(purpose) <= 1000)),
  CONSTRAINT joint_council_title_check CHECK (((length(title) >= 2) AND (length(title) <= 60))),
  CONSTRAINT joint_council_version_check CHECK ((version >= 1))
);
CREATE INDEX joint_council_union ON joint_council USING btree (federation_id, union_id);

CREATE TABLE joint_item (
  federation_id uuid NOT NULL,
  id            uuid NOT NULL,
  council_id    uuid NOT NULL,
  meeting_id    uuid NOT NULL,
  title         text NOT NULL,
  detail        text NOT NULL,
  owner_id      uuid NOT NULL,
  due_on        date NOT NULL,
  progress      smallint NOT NULL,
  ask           text,
  ask_text      text NOT NULL,
  ask_due       date,
  ask_by_id     uuid,
  round         integer NOT NULL,
  follows_id    uuid,
  CONSTRAINT joint_item_pkey PRIMARY KEY (federation_id, id),
  CONSTRAINT joint_item_ask_check CHECK ((ask = ANY (ARRAY['done'::text, 'drop'::text, 'postpone'::text]))),
  CONSTRAINT joint_item_ask_text_check CHECK ((length(ask_text) <= 1000)),
  CONSTRAINT joint_item_check CHECK (((ask IS NULL) = (ask_by_id IS NULL))),
  CONSTRAINT joint_item_check1 CHECK (((ask_due IS NOT NULL) = ((ask IS NOT NULL) AND (ask = 'postpone'::text)))),
  CONSTRAINT joint_item_detail_check CHECK ((length(detail) <= 1000)),
  CONSTRAINT joint_item_progress_check CHECK (((progress >= 0) AND (progress <= 100))),
  CONSTRAINT joint_item_round_check CHECK ((round >= 0)),
  CONSTRAINT joint_item_title_check CHECK (((length(title) >= 2) AND (length(title) <= 100)))
);
CREATE INDEX joint_item_council ON joint_item USING btree (federation_id, council_id, due_on);
CREATE INDEX joint_item_owner ON joint_item USING btree (federation_id, owner_id);

CREATE TABLE joint_meeting (
  federation_id uuid NOT NULL,
  id            uuid NOT NULL,
  council_id    uuid NOT NULL,
  title         text NOT NULL,
  place         text NOT NULL,
  held_at       timestamp with time zone NOT NULL,
  agenda        text[] NOT NULL,
  minutes       text NOT NULL,
  draft         jsonb NOT NULL,
  round         integer NOT NULL,
  CONSTRAINT joint_meeting_pkey PRIMARY KEY (federation_id, id),
  CONSTRAINT joint_meeting_agenda_check CHECK ((cardinality(agenda) <= 20)),
  CONSTRAINT joint_meeting_minutes_check CHECK ((length(minutes) <= 20000)),
  CONSTRAINT joint_meeting_place_check CHECK ((length(place) <= 200)),
  CONSTRAINT joint_meeting_round_check CHECK ((round >= 0)),
  CONSTRAINT joint_meeting_title_check CHECK (((length(title) >= 2) AND (length(title) <= 60)))
);
CREATE INDEX joint_meeting_council ON joint_meeting USING btree (federation_id, council_id, held_at);

CREATE TABLE joint_representative (
  federation_id uuid NOT NULL,
  council_id    uuid NOT NULL,
  person_id     uuid NOT NULL,
  side          text NOT NULL,
  role          text NOT NULL,
  since         date NOT NULL,
  until         date,
  CONSTRAINT joint_representative_pkey PRIMARY KEY (federation_id, council_id, person_id),
  CONSTRAINT joint_representative_role_check CHECK ((role = ANY (ARRAY['head'::text, 'contact'::text, 'member'::text]))),
  CONSTRAINT joint_representative_side_check CHECK ((side = ANY (ARRAY['union'::text, 'other'::text])))
);
CREATE INDEX joint_representative_own ON joint_representative USING btree (federation_id, person_id);

CREATE TABLE ledger_account (
  federation_id uuid NOT NULL,
  book_id       uuid NOT NULL,
  no            integer NOT NULL,
  code          text NOT NULL,
  zh            text NOT NULL,
  en            text NOT NULL,
  kind          text NOT NULL,
  side          text NOT NULL,
  floored       boolean NOT NULL,
  heading       boolean NOT NULL,
  parent_no     integer,
  subject_kind  text,
  subject_id    uuid,
  closed_on     date,
  opened_at     timestamp with time zone NOT NULL,
  CONSTRAINT ledger_account_pkey PRIMARY KEY (federation_id, book_id, no),
  CONSTRAINT ledger_account_federation_id_code_book_id_key UNIQUE (federation_id, code, book_id),
  CONSTRAINT ledger_account_check CHECK (((subject_kind IS NULL) = (subject_id IS NULL))),
  CONSTRAINT ledger_account_check1 CHECK ((NOT (heading AND floored))),
  CONSTRAINT ledger_account_check2 CHECK ((parent_no < no)),
  CONSTRAINT ledger_account_code_check CHECK (((length(code) >= 1) AND (length(code) <= 60))),
  CONSTRAINT ledger_account_kind_check CHECK ((kind = ANY (ARRAY['asset'::text, 'liability'::text, 'equity'::text, 'income'::text, 'expense'::text]))),
  CONSTRAINT ledger_account_no_check CHECK ((no > 0)),
  CONSTRAINT ledger_account_side_check CHECK ((side = ANY (ARRAY['debit'::text, 'credit'::text]))),
  CONSTRAINT ledger_account_zh_check CHECK (((length(zh) >= 1) AND (length(zh) <= 120)))
);
CREATE UNIQUE INDEX ledger_account_subject ON ledger_account USING btree (federation_id, subject_id, book_id, parent_no) WHERE (subject_id IS NOT NULL);

CREATE TABLE ledger_balance (
  federation_id uuid NOT NULL,
  book_id       uuid NOT NULL,
  no            integer NOT NULL,
  amount        bigint NOT NULL,
  held          bigint NOT NULL,
  CONSTRAINT ledger_balance_pkey PRIMARY KEY (federation_id, book_id, no),
  CONSTRAINT ledger_balance_floor CHECK ((amount >= held)),
  CONSTRAINT ledger_balance_held_check CHECK ((held >= 0))
);

CREATE TABLE ledger_block (
  federation_id uuid NOT NULL,
  book_id       uuid NOT NULL,
  block         bigint NOT NULL,
  prev_hash     bytea NOT NULL,
  account_nos   integer[] NOT NULL,
  journal_ids   uuid[] NOT NULL,
  leaves        bytea NOT NULL,
  root          bytea NOT NULL,
  hash          bytea NOT NULL,
  sealed_at     timestamp with time zone NOT NULL,
  CONSTRAINT ledger_block_pkey PRIMARY KEY (federation_id, book_id, block),
  CONSTRAINT ledger_block_block_check CHECK ((block > 0)),
  CONSTRAINT ledger_block_check CHECK ((length(leaves) = (32 * (cardinality(account_nos) + cardinality(journal_ids))))),
  CONSTRAINT ledger_block_hash_check CHECK ((length(hash) = 32)),
  CONSTRAINT ledger_block_leaves_check CHECK ((length(leaves) > 0)),
  CONSTRAINT ledger_block_prev_hash_check CHECK ((length(prev_hash) = 32)),
  CONSTRAINT ledger_block_root_check CHECK ((length(root) = 32))
);

CREATE TABLE ledger_book (
  federation_id  uuid NOT NULL,
  id             uuid NOT NULL,
  union_id       uuid NOT NULL,
  purpose        text NOT NULL,
  commodity      text NOT NULL,
  begins         text NOT NULL,
  closed_through text,
  last_account   integer NOT NULL,
  opened_at      timestamp with time zone NOT NULL,
  CONSTRAINT ledger_book_pkey PRIMARY KEY (federation_id, id),
  CONSTRAINT ledger_book_federation_id_union_id_purpose_key UNIQUE (federation_id, union_id, purpose),
  CONSTRAINT ledger_book_begins_check CHECK ((begins ~ '^[0-9]{4}-(0[1-9]|1[0-2])$'::text)),
  CONSTRAINT ledger_book_closed_through_check CHECK ((closed_through ~ '^[0-9]{4}-(0[1-9]|1[0-2])$'::text)),
  CONSTRAINT ledger_book_commodity_check CHECK ((commodity ~ '^[A-Za-z]{2,12}$'::text)),
  CONSTRAINT ledger_book_last_account_check CHECK ((last_account >= 0)),
  CONSTRAINT ledger_book_purpose_check CHECK (((length(purpose) >= 1) AND (length(purpose) <= 60)))
);

CREATE TABLE ledger_carried (
  federation_id uuid NOT NULL,
  book_id       uuid NOT NULL,
  month         text NOT NULL,
  no            integer NOT NULL,
  balance       bigint NOT NULL,
  CONSTRAINT ledger_carried_pkey PRIMARY KEY (federation_id, book_id, month, no)
);

CREATE TABLE ledger_hold (
  federation_id uuid NOT NULL,
  id            uuid NOT NULL,
  book_id       uuid NOT NULL,
  from_no       integer NOT NULL,
  to_no         integer NOT NULL,
  amount        bigint NOT NULL,
  key           text NOT NULL,
  body_hash     bytea NOT NULL,
  summary       text NOT NULL,
  document_kind text NOT NULL,
  document_id   text NOT NULL,
  state         text NOT NULL,
  expires_at    timestamp with time zone NOT NULL,
  journal_id    uuid,
  made_by       uuid,
  made_at       timestamp with time zone NOT NULL,
  ended_at      timestamp with time zone,
  CONSTRAINT ledger_hold_pkey PRIMARY KEY (federation_id, id),
  CONSTRAINT ledger_hold_federation_id_key_key UNIQUE (federation_id, key),
  CONSTRAINT ledger_hold_amount_check CHECK ((amount > 0)),
  CONSTRAINT ledger_hold_body_hash_check CHECK ((length(body_hash) = 32)),
  CONSTRAINT ledger_hold_check CHECK (((state = 'confirmed'::text) = (journal_id IS NOT NULL))),
  CONSTRAINT ledger_hold_check1 CHECK (((state = 'open'::text) = (ended_at IS NULL))),
  CONSTRAINT ledger_hold_check2 CHECK ((from_no <> to_no)),
  CONSTRAINT ledger_hold_document_id_check CHECK (((length(document_id) >= 1) AND (length(document_id) <= 100))),
  CONSTRAINT ledger_hold_document_kind_check CHECK (((length(document_kind) >= 1) AND (length(document_kind) <= 60))),
  CONSTRAINT ledger_hold_key_check CHECK (((length(key) >= 1) AND (length(key) <= 100))),
  CONSTRAINT ledger_hold_state_check CHECK ((state = ANY (ARRAY['open'::text, 'confirmed'::text, 'cancelled'::text, 'expired'::text]))),
  CONSTRAINT ledger_hold_summary_check CHECK (((length(summary) >= 1) AND (length(summary) <= 200)))
);
CREATE INDEX ledger_hold_open ON ledger_hold USING btree (federation_id, expires_at, id) WHERE (state = 'open'::text);

CREATE TABLE ledger_journal (
  federation_id uuid NOT NULL,
  id            uuid NOT NULL,
  book_id       uuid NOT NULL,
  on_day        date NOT NULL,
  key           text NOT NULL,
  body_hash     bytea NOT NULL,
  summary       text NOT NULL,
  document_kind text NOT NULL,
  document_id   text NOT NULL,
  made_by       uuid,
  checked_by    uuid,
  reverses      uuid,
  posted_at     timestamp with time zone NOT NULL,
  CONSTRAINT ledger_journal_pkey PRIMARY KEY (federation_id, id),
  CONSTRAINT ledger_journal_key UNIQUE (federation_id, key),
  CONSTRAINT ledger_journal_body_hash_check CHECK ((length(body_hash) = 32)),
  CONSTRAINT ledger_journal_check CHECK ((checked_by <> made_by)),
  CONSTRAINT ledger_journal_check1 CHECK ((reverses <> id)),
  CONSTRAINT ledger_journal_document_id_check CHECK (((length(document_id) >= 1) AND (length(document_id) <= 100))),
  CONSTRAINT ledger_journal_document_kind_check CHECK (((length(document_kind) >= 1) AND (length(document_kind) <= 60))),
  CONSTRAINT ledger_journal_key_check CHECK (((length(key) >= 1) AND (length(key) <= 120))),
  CONSTRAINT ledger_journal_summary_check CHECK (((length(summary) >= 1) AND (length(summary) <= 200)))
);
CREATE INDEX ledger_journal_document ON ledger_journal USING btree (federation_id, document_kind, document_id);
CREATE UNIQUE INDEX ledger_journal_reverses ON ledger_journal USING btree (federation_id, reverses) WHERE (reverses IS NOT NULL);

CREATE TABLE ledger_move (
  federation_id uuid NOT NULL,
  book_id       uuid NOT NULL,
  on_day        date NOT NULL,
  journal_id    uuid NOT NULL,
  n             smallint NOT NULL,
  from_no       integer NOT NULL,
  to_no         integer NOT NULL,
  amount        bigint NOT NULL,
  red           boolean NOT NULL,
  tags          jsonb,
  CONSTRAINT ledger_move_pkey PRIMARY KEY (federation_id, book_id, on_day, journal_id, n),
  CONSTRAINT ledger_move_amount_check CHECK ((amount > 0)),
  CONSTRAINT ledger_move_check CHECK ((from_no <> to_no)),
  CONSTRAINT ledger_move_n_check CHECK ((n > 0))
);
CREATE INDEX ledger_move_from ON ledger_move USING btree (federation_id, from_no, book_id, on_day, journal_id, n);
CREATE INDEX ledger_move_to ON ledger_move USING btree (federation_id, to_no, book_id, on_day, journal_id, n);

CREATE TABLE ledger_period (
  federation_id uuid NOT NULL,
  book_id       uuid NOT NULL,
  month         text NOT NULL,
  journals      bigint NOT NULL,
  moved         numeric NOT NULL,
  closed_at     timestamp with time zone NOT NULL,
  closed_by     uuid,
  sealed_at     timestamp with time zone,
  sealed_block  bigint,
  sealed_hash   bytea,
  CONSTRAINT ledger_period_pkey PRIMARY KEY (federation_id, book_id, month),
  CONSTRAINT ledger_period_check CHECK (((sealed_at IS NULL) = (sealed_hash IS NULL))),
  CONSTRAINT ledger_period_check1 CHECK (((sealed_at IS NULL) = (sealed_block IS NULL))),
  CONSTRAINT ledger_period_month_check CHECK ((month ~ '^[0-9]{4}-(0[1-9]|1[0-2])$'::text)),
  CONSTRAINT ledger_period_sealed_hash_check CHECK ((length(sealed_hash) = 32))
);

CREATE TABLE ledger_unsealed (
  federation_id uuid NOT NULL,
  book_id       uuid NOT NULL,
  id            uuid NOT NULL,
  journal_ids   uuid[] NOT NULL,
  account_nos   integer[] NOT NULL,
  CONSTRAINT ledger_unsealed_pkey PRIMARY KEY (federation_id, book_id, id)
);

CREATE TABLE letter_mail (
  federation_id  uuid NOT NULL,
  case_id        uuid NOT NULL,
  address_sealed bytea NOT NULL,
  address_masked text NOT NULL,
  code_sealed    bytea NOT NULL,
  token          text NOT NULL,
  subject        text NOT NULL,
  locale         text NOT NULL,
  CONSTRAINT letter_mail_pkey PRIMARY KEY (federation_id, case_id),
  CONSTRAINT letter_mail_federation_id_token_key UNIQUE (federation_id, token),
  CONSTRAINT letter_mail_locale_check CHECK ((locale = ANY (ARRAY['zh'::text, 'en'::text])))
);

CREATE TABLE letter_mail_message (
  federation_id  uuid NOT NULL,
  target_id      uuid NOT NULL,
  message_key    bytea NOT NULL,
  address_lookup bytea NOT NULL,
  message_id     text NOT NULL,
  case_id        uuid,
  is_new         boolean NOT NULL,
  auto_replied   boolean NOT NULL,
  at             timestamp with time zone NOT NULL,
  CONSTRAINT letter_mail_message_pkey PRIMARY KEY (federation_id, target_id, message_key)
);
CREATE INDEX letter_mail_message_of_address ON letter_mail_message USING btree (federation_id, address_lookup, at);
CREATE INDEX letter_mail_message_of_case ON letter_mail_message USING btree (federation_id, case_id, at);

CREATE TABLE letter_mail_thread (
  token         text NOT NULL,
  federation_id uuid NOT NULL,
  case_id       uuid NOT NULL,
  CONSTRAINT letter_mail_thread_pkey PRIMARY KEY (token)
);

CREATE TABLE letter_publication (
  federation_id uuid NOT NULL,
  case_id       uuid NOT NULL,
  union_id      uuid NOT NULL,
  category      text NOT NULL,
  question      text NOT NULL,
  answer        text NOT NULL,
  published_at  timestamp with time zone NOT NULL,
  published_by  uuid NOT NULL,
  CONSTRAINT letter_publication_pkey PRIMARY KEY (federation_id, case_id)
);
CREATE INDEX letter_publication_newest ON letter_publication USING btree (federation_id, published_at DESC);

CREATE TABLE locker_cabinet (
  federation_id uuid NOT NULL,
  id            uuid NOT NULL,
  union_id      uuid NOT NULL,
  number        integer NOT NULL,
  place         text NOT NULL,
  opens_minute  smallint NOT NULL,
  closes_minute smallint NOT NULL,
  state         text NOT NULL,
  why           text NOT NULL DEFAULT ''::text,
  hardware      text NOT NULL,
  address       text NOT NULL DEFAULT ''::text,
  key_sealed    bytea,
  cut           boolean NOT NULL DEFAULT false,
  made_at       timestamp with time zone NOT NULL,
  CONSTRAINT locker_cabinet_pkey PRIMARY KEY (federation_id, id),
  CONSTRAINT locker_cabinet_number UNIQUE (federation_id, number),
  CONSTRAINT locker_cabinet_address_check CHECK ((length(address) <= 300)),
  CONSTRAINT locker_cabinet_check CHECK ((closes_minute > opens_minute)),
  CONSTRAINT locker_cabinet_check1 CHECK (((state = 'active'::text) = (why = ''::text))),
  CONSTRAINT locker_cabinet_check2 CHECK (((hardware <> 'http'::text) OR ((address <> ''::text) AND (key_sealed IS NOT NULL)))),
  CONSTRAINT locker_cabinet_closes_minute_check CHECK (((closes_minute >= 1) AND (closes_minute <= 1440))),
  CONSTRAINT locker_cabinet_hardware_check CHECK ((hardware = ANY (ARRAY['simulator'::text, 'http'::text]))),
  CONSTRAINT locker_cabinet_number_check CHECK (((number >= 1) AND (number <= 100000))),
  CONSTRAINT locker_cabinet_opens_minute_check CHECK (((opens_minute >= 0) AND (opens_minute <= 1439))),
  CONSTRAINT locker_cabinet_place_check CHECK (((length(place) >= 2) AND (length(place) <= 60))),
  CONSTRAINT locker_cabinet_state_check CHECK ((state = ANY (ARRAY['active'::text, 'paused'::text, 'retired'::text]))),
  CONSTRAINT locker_cabinet_why_check CHECK ((length(why) <= 200))
);
CREATE INDEX locker_cabinet_union ON locker_cabinet USING btree (federation_id, union_id);

CREATE TABLE locker_compartment (
  federation_id uuid NOT NULL,
  id            uuid NOT NULL,
  cabinet_id    uuid NOT NULL,
  no            smallint NOT NULL,
  kind          text NOT NULL,
  item          text NOT NULL,
  label         text NOT NULL,
  lend_hours    smallint NOT NULL DEFAULT 0,
  stock         integer NOT NULL DEFAULT 0,
  capacity      integer NOT NULL DEFAULT 0,
  threshold     integer NOT NULL DEFAULT 0,
  out_of_order  text NOT NULL DEFAULT ''::text,
  jammed        boolean NOT NULL DEFAULT false,
  opened_at     timestamp with time zone,
  CONSTRAINT locker_compartment_pkey PRIMARY KEY (federation_id, id),
  CONSTRAINT locker_compartment_no UNIQUE (federation_id, cabinet_id, no),
  CONSTRAINT locker_compartment_capacity_check CHECK (((capacity >= 0) AND (capacity <= 1000))),
  CONSTRAINT locker_compartment_check CHECK (((kind = 'lend'::text) = (lend_hours > 0))),
  CONSTRAINT locker_compartment_check1 CHECK (((kind = 'take'::text) OR ((stock = 0) AND (capacity = 0) AND (threshold = 0)))),
  CONSTRAINT locker_compartment_check2 CHECK (((kind = 'swap'::text) = (item = ''::text))),
  CONSTRAINT locker_compartment_item_check CHECK ((length(item) <= 30)),
  CONSTRAINT locker_compartment_kind_check CHECK ((kind = ANY (ARRAY['lend'::text, 'take'::text, 'swap'::text]))),
  CONSTRAINT locker_compartment_label_check CHECK (((length(label) >= 1) AND (length(label) <= 40))),
  CONSTRAINT locker_compartment_lend_hours_check CHECK (((lend_hours >= 0) AND (lend_hours <= 2000))),
  CONSTRAINT locker_compartment_no_check CHECK (((no >= 1) AND (no <= 99))),
  CONSTRAINT locker_compartment_out_of_order_check CHECK ((length(out_of_order) <= 200)),
  CONSTRAINT locker_compartment_stock CHECK (((stock >= 0) AND (stock <= 10000))),
  CONSTRAINT locker_compartment_threshold_check CHECK (((threshold >= 0) AND (threshold <= 1000)))
);
CREATE INDEX locker_compartment_refill ON locker_compartment USING btree (federation_id, cabinet_id) WHERE (kind = 'take'::text);

CREATE TABLE locker_loan (
  federation_id  uuid NOT NULL,
  id             uuid NOT NULL,
  cabinet_id     uuid NOT NULL,
  compartment_id uuid NOT NULL,
  claim_id       uuid,
  person_id      uuid NOT NULL,
  item           text NOT NULL,
  label          text NOT NULL,
  asked_at       timestamp with time zone NOT NULL,
  lent_at        timestamp with time zone,
  due_at         timestamp with time zone,
  missing_at     timestamp with time zone,
  ended_at       timestamp with time zone,
  ended_by_id    uuid,
  ending         text,
  note           text NOT NULL DEFAULT ''::text,
  CONSTRAINT locker_loan_pkey PRIMARY KEY (federation_id, id),
  CONSTRAINT locker_loan_check CHECK (((lent_at IS NULL) = (due_at IS NULL))),
  CONSTRAINT locker_loan_check1 CHECK (((ended_at IS NULL) = (ending IS NULL))),
  CONSTRAINT locker_loan_check2 CHECK (((ending IS NULL) OR ((ending = 'notOpened'::text) = (lent_at IS NULL)))),
  CONSTRAINT locker_loan_check3 CHECK (((missing_at IS NULL) OR (lent_at IS NOT NULL))),
  CONSTRAINT locker_loan_ending_check CHECK ((ending = ANY (ARRAY['returned'::text, 'writtenOff'::text, 'notOpened'::text]))),
  CONSTRAINT locker_loan_note_check CHECK ((length(note) <= 300))
);
CREATE INDEX locker_loan_cabinet ON locker_loan USING btree (federation_id, cabinet_id, asked_at);
CREATE UNIQUE INDEX locker_loan_claim ON locker_loan USING btree (federation_id, claim_id) WHERE (claim_id IS NOT NULL);
CREATE INDEX locker_loan_due ON locker_loan USING btree (federation_id, due_at) WHERE ((ended_at IS NULL) AND (lent_at IS NOT NULL));
CREATE UNIQUE INDEX locker_loan_out ON locker_loan USING btree (federation_id, compartment_id) WHERE (ended_at IS NULL);
CREATE INDEX locker_loan_person ON locker_loan USING btree (federation_id, person_id, asked_at);

CREATE TABLE locker_opening (
  federation_id  uuid NOT NULL,
  id             uuid NOT NULL,
  cabinet_id     uuid NOT NULL,
  compartment_id uuid NOT NULL,
  purpose        text NOT NULL,
  key            text NOT NULL,
  person_id      uuid NOT NULL,
  loan_id        uuid,
  quantity       smallint NOT NULL DEFAULT 0,
  asked_at       timestamp with time zone NOT NULL,
  outcome        text,
  ended_at       timestamp with time zone,
  CONSTRAINT locker_opening_pkey PRIMARY KEY (federation_id, id),
  CONSTRAINT locker_opening_key UNIQUE (federation_id, compartment_id, key),
  CONSTRAINT locker_opening_check CHECK (((outcome IS NULL) = (ended_at IS NULL))),
  CONSTRAINT locker_opening_check1 CHECK (((purpose = ANY (ARRAY['borrow'::text, 'return'::text])) = (loan_id IS NOT NULL))),
  CONSTRAINT locker_opening_check2 CHECK (((purpose = 'take'::text) = (quantity > 0))),
  CONSTRAINT locker_opening_key_check CHECK (((length(key) >= 1) AND (length(key) <= 160))),
  CONSTRAINT locker_opening_outcome_check CHECK ((outcome = ANY (ARRAY['opened'::text, 'offline'::text, 'jammed'::text, 'lost'::text]))),
  CONSTRAINT locker_opening_purpose_check CHECK ((purpose = ANY (ARRAY['borrow'::text, 'return'::text, 'take'::text, 'service'::text]))),
  CONSTRAINT locker_opening_quantity_check CHECK (((quantity >= 0) AND (quantity <= 20)))
);
CREATE INDEX locker_opening_cabinet ON locker_opening USING btree (federation_id, cabinet_id, asked_at);
CREATE INDEX locker_opening_loan ON locker_opening USING btree (federation_id, loan_id) WHERE (loan_id IS NOT NULL);
CREATE INDEX locker_opening_person ON locker_opening USING btree (federation_id, person_id, purpose, asked_at);
CREATE INDEX locker_opening_waiting ON locker_opening USING btree (federation_id, asked_at) WHERE (outcome IS NULL);

CREATE TABLE locker_refill (
  federation_id uuid NOT NULL,
  id            uuid NOT NULL,
  cabinet_id    uuid NOT NULL,
  at            timestamp with time zone NOT NULL,
  by_id         uuid NOT NULL,
  note          text NOT NULL DEFAULT ''::text,
  CONSTRAINT locker_refill_pkey PRIMARY KEY (federation_id, id),
  CONSTRAINT locker_refill_note_check CHECK ((length(note) <= 200))
);
CREATE INDEX locker_refill_cabinet ON locker_refill USING btree (federation_id, cabinet_id, at);

CREATE TABLE locker_refill_line (
  federation_id  uuid NOT NULL,
  refill_id      uuid NOT NULL,
  compartment_id uuid NOT NULL,
  label          text NOT NULL,
  expected       integer NOT NULL,
  found          integer NOT NULL,
  added          integer NOT NULL,
  CONSTRAINT locker_refill_line_pkey PRIMARY KEY (federation_id, refill_id, compartment_id),
  CONSTRAINT locker_refill_line_added_check CHECK (((added >= 0) AND (added <= 1000))),
  CONSTRAINT locker_refill_line_expected_check CHECK (((expected >= 0) AND (expected <= 10000))),
  CONSTRAINT locker_refill_line_found_check CHECK (((found >= 0) AND (found <= 10000)))
);

CREATE TABLE locker_report (
  federation_id  uuid NOT NULL,
  id             uuid NOT NULL,
  cabinet_id     uuid NOT NULL,
  compartment_id uuid NOT NULL,
  loan_id        uuid,
  kind           text NOT NULL,
  text           text NOT NULL,
  reported_by_id uuid,
  reported_at    timestamp with time zone NOT NULL,
  settled_at     timestamp with time zone,
  settled_by_id  uuid,
  settled_how    text,
  settled_note   text NOT NULL DEFAULT ''::text,
  CONSTRAINT locker_report_pkey PRIMARY KEY (federation_id, id),
  CONSTRAINT locker_report_check CHECK ((((settled_at IS NULL) = (settled_how IS NULL)) AND ((settled_at IS NULL) = (settled_by_id IS NULL)))),
  CONSTRAINT locker_report_kind_check CHECK ((kind = ANY (ARRAY['missing'::text, 'broken'::text, 'jammed'::text, 'dirty'::text]))),
  CONSTRAINT locker_report_settled_how_check CHECK ((settled_how = ANY (ARRAY['mended'::text, 'replaced'::text, 'fine'::text]))),
  CONSTRAINT locker_report_settled_note_check CHECK ((length(settled_note) <= 300)),
  CONSTRAINT locker_report_text_check CHECK ((length(text) <= 300))
);
CREATE INDEX locker_report_cabinet ON locker_report USING btree (federation_id, cabinet_id, reported_at);
CREATE INDEX locker_report_open ON locker_report USING btree (federation_id, compartment_id) WHERE (settled_at IS NULL);

CREATE TABLE locker_swap (
  federation_id  uuid NOT NULL,
  id             uuid NOT NULL,
  cabinet_id     uuid NOT NULL,
  compartment_id uuid NOT NULL,
  title          text NOT NULL,
  note           text NOT NULL DEFAULT ''::text,
  state          text NOT NULL,
  key_hash       bytea NOT NULL,
  waiting_since  timestamp with time zone,
  put_on         date NOT NULL,
  ended_on       date,
  why            text NOT NULL DEFAULT ''::text,
  CONSTRAINT locker_swap_pkey PRIMARY KEY (federation_id, id),
  CONSTRAINT locker_swap_key UNIQUE (federation_id, key_hash),
  CONSTRAINT locker_swap_check CHECK (((state = ANY (ARRAY['putting'::text, 'taking'::text])) = (waiting_since IS NOT NULL))),
  CONSTRAINT locker_swap_check1 CHECK (((state = ANY (ARRAY['taken'::text, 'removed'::text])) = (ended_on IS NOT NULL))),
  CONSTRAINT locker_swap_check2 CHECK (((state = 'removed'::text) = (why <> ''::text))),
  CONSTRAINT locker_swap_note_check CHECK ((length(note) <= 200)),
  CONSTRAINT locker_swap_state_check CHECK ((state = ANY (ARRAY['putting'::text, 'in'::text, 'taking'::text, 'taken'::text, 'removed'::text]))),
  CONSTRAINT locker_swap_title_check CHECK (((length(title) >= 1) AND (length(title) <= 40))),
  CONSTRAINT locker_swap_why_check CHECK ((length(why) <= 200))
);
CREATE INDEX locker_swap_cabinet ON locker_swap USING btree (federation_id, cabinet_id, state);
CREATE INDEX locker_swap_waiting ON locker_swap USING btree (federation_id, waiting_since) WHERE (waiting_since IS NOT NULL);

CREATE TABLE membership (
  federation_id   uuid NOT NULL,
  id              uuid NOT NULL,
  person_id       uuid NOT NULL,
  union_id        uuid NOT NULL,
  state           text NOT NULL,
  began_on        date NOT NULL,
  ended_on        date,
  end_reason      text,
  origin          text NOT NULL,
  origin_id       uuid,
  card_number     text NOT NULL,
  category        text NOT NULL DEFAULT 'regular'::text,
  subsidised      boolean NOT NULL DEFAULT false,
  department      text NOT NULL DEFAULT ''::text,
  job             text NOT NULL DEFAULT ''::text,
  employment_form text NOT NULL DEFAULT ''::text,
  employed_on     date,
  contract_to     date,
  created_at      timestamp with time zone NOT NULL,
  CONSTRAINT membership_pkey PRIMARY KEY (federation_id, id),
  CONSTRAINT membership_category_check CHECK ((category = ANY (ARRAY['regular'::text, 'unattached'::text]))),
  CONSTRAINT membership_check CHECK (((state = 'ended'::text) = (ended_on IS NOT NULL))),
  CONSTRAINT membership_end_reason_check CHECK ((end_reason = ANY (ARRAY['transferred'::text, 'left'::text, 'lapsed'::text, 'retired'::text, 'expelled'::text, 'deceased'::text, 'returned'::text, 'merged'::text, 'undone'::text]))),
  CONSTRAINT membership_origin_check CHECK ((origin = ANY (ARRAY['roster'::text, 'application'::text, 'transfer'::text, 'founding'::text, 'return'::text, 'retirement'::text, 'merge'::text, 'demo'::text]))),
  CONSTRAINT membership_state_check CHECK ((state = ANY (ARRAY['active'::text, 'reserved'::text, 'ended'::text])))
);
CREATE INDEX membership_card ON membership USING btree (federation_id, card_number);
CREATE INDEX membership_of_person ON membership USING btree (federation_id, person_id, began_on);
CREATE INDEX membership_of_union ON membership USING btree (federation_id, union_id, state, person_id);
CREATE UNIQUE INDEX membership_one_active ON membership USING btree (federation_id, person_id) WHERE (state <> 'ended'::text);
CREATE INDEX membership_origin ON membership USING btree (federation_id, origin_id) WHERE (origin_id IS NOT NULL);

CREATE TABLE membership_offer (
  federation_id uuid NOT NULL,
  id            uuid NOT NULL,
  person_id     uuid NOT NULL,
  union_id      uuid NOT NULL,
  state         text NOT NULL,
  origin        text NOT NULL,
  origin_id     uuid,
  employer      text NOT NULL DEFAULT ''::text,
  job           text NOT NULL DEFAULT ''::text,
  new_form      text NOT NULL DEFAULT ''::text,
  unattached    boolean NOT NULL,
  offered_by    uuid,
  offered_at    timestamp with time zone NOT NULL,
  settled_at    timestamp with time zone,
  CONSTRAINT membership_offer_pkey PRIMARY KEY (federation_id, id),
  CONSTRAINT membership_offer_check CHECK (((state = 'open'::text) = (settled_at IS NULL))),
  CONSTRAINT membership_offer_origin_check CHECK ((origin = ANY (ARRAY['roster'::text, 'application'::text, 'desk'::text]))),
  CONSTRAINT membership_offer_state_check CHECK ((state = ANY (ARRAY['open'::text, 'accepted'::text, 'declined'::text])))
);
CREATE INDEX membership_offer_of_union ON membership_offer USING btree (federation_id, union_id, offered_at);
CREATE UNIQUE INDEX membership_offer_once_per_origin ON membership_offer USING btree (federation_id, origin_id, person_id) WHERE (origin_id IS NOT NULL);
CREATE UNIQUE INDEX membership_offer_one_open ON membership_offer USING btree (federation_id, person_id, union_id) WHERE (state = 'open'::text);

CREATE TABLE membership_transfer (
  federation_id uuid NOT NULL,
  case_id       uuid NOT NULL,
  person_id     uuid NOT NULL,
  from_union_id uuid NOT NULL,
  to_union_id   uuid,
  outside       text NOT NULL DEFAULT ''::text,
  reason        text NOT NULL,
  employer      text NOT NULL DEFAULT ''::text,
  job           text NOT NULL DEFAULT ''::text,
  new_form      text NOT NULL DEFAULT ''::text,
  unattached    boolean NOT NULL,
  offer_id      uuid,
  invited       boolean NOT NULL,
  effective_on  date,
  is_open       boolean NOT NULL,
  CONSTRAINT membership_transfer_pkey PRIMARY KEY (federation_id, case_id),
  CONSTRAINT membership_transfer_check CHECK (((to_union_id IS NULL) = (outside <> ''::text)))
);
CREATE INDEX membership_transfer_in ON membership_transfer USING btree (federation_id, to_union_id);
CREATE UNIQUE INDEX membership_transfer_one_open ON membership_transfer USING btree (federation_id, person_id) WHERE is_open;
CREATE INDEX membership_transfer_out ON membership_transfer USING btree (federation_id, from_union_id);

CREATE TABLE notify_attempt (
  federation_id  uuid NOT NULL,
  id             uuid NOT NULL,
  delivery_id    uuid NOT NULL,
  channel        text NOT NULL,
  channel_id     uuid,
  union_id       uuid,
  kind           text NOT NULL,
  address_masked text NOT NULL,
  number         smallint NOT NULL,
  state          text NOT NULL,
  code           text NOT NULL DEFAULT ''::text,
  began_at       timestamp with time zone NOT NULL,
  ended_at       timestamp with time zone,
  CONSTRAINT notify_attempt_pkey PRIMARY KEY (federation_id, id),
  CONSTRAINT notify_attempt_state_check CHECK ((state = ANY (ARRAY['sending'::text, 'sent'::text, 'failed'::text, 'lost'::text])))
);
CREATE INDEX notify_attempt_began ON notify_attempt USING btree (began_at);
CREATE INDEX notify_attempt_channel ON notify_attempt USING btree (federation_id, channel_id, began_at) WHERE (channel_id IS NOT NULL);
CREATE INDEX notify_attempt_delivery ON notify_attempt USING btree (federation_id, delivery_id);
CREATE INDEX notify_attempt_order ON notify_attempt USING btree (federation_id, began_at DESC, id DESC);

CREATE TABLE notify_channel (
  federation_id   uuid NOT NULL,
  id              uuid NOT NULL,
  union_id        uuid NOT NULL,
  kind            text NOT NULL,
  name            text NOT NULL,
  settings_sealed bytea NOT NULL,
  shown           jsonb NOT NULL,
  kinds           text[] NOT NULL,
  enabled         boolean NOT NULL,
  fault           text NOT NULL DEFAULT ''::text,
  fault_at        timestamp with time zone,
  paused_until    timestamp with time zone,
  created_at      timestamp with time zone NOT NULL,
  changed_at      timestamp with time zone NOT NULL,
  CONSTRAINT notify_channel_pkey PRIMARY KEY (federation_id, id),
  CONSTRAINT notify_channel_kind_check CHECK ((kind = ANY (ARRAY['email'::text, 'sms'::text, 'wecom'::text, 'dingtalk'::text, 'webhook'::text])))
);
CREATE UNIQUE INDEX notify_channel_one ON notify_channel USING btree (federation_id, union_id, kind) WHERE (kind = ANY (ARRAY['email'::text, 'sms'::text]));
CREATE INDEX notify_channel_union ON notify_channel USING btree (federation_id, union_id);

CREATE TABLE notify_choice (
  federation_id uuid NOT NULL,
  person_id     uuid NOT NULL,
  kind_group    text NOT NULL,
  channel       text NOT NULL,
  mode          text NOT NULL,
  CONSTRAINT notify_choice_pkey PRIMARY KEY (federation_id, person_id, kind_group, channel),
  CONSTRAINT notify_choice_channel_check CHECK ((channel = ANY (ARRAY['email'::text, 'sms'::text]))),
  CONSTRAINT notify_choice_check CHECK (((mode <> 'digest'::text) OR (channel = 'email'::text))),
  CONSTRAINT notify_choice_mode_check CHECK ((mode = ANY (ARRAY['now'::text, 'digest'::text, 'off'::text])))
);

CREATE TABLE notify_delivery (
  federation_id  uuid NOT NULL,
  id             uuid NOT NULL,
  message_id     uuid NOT NULL,
  channel        text NOT NULL,
  target         text NOT NULL,
  person_id      uuid,
  channel_id     uuid,
  address_sealed bytea,
  locale         text NOT NULL DEFAULT 'zh'::text,
  urgent         boolean NOT NULL,
  digest         boolean NOT NULL,
  state          text NOT NULL,
  code           text NOT NULL DEFAULT ''::text,
  tries          smallint NOT NULL DEFAULT 0,
  due_at         timestamp with time zone NOT NULL,
  lease          uuid,
  queued_at      timestamp with time zone NOT NULL,
  ended_at       timestamp with time zone,
  CONSTRAINT notify_delivery_pkey PRIMARY KEY (federation_id, id),
  CONSTRAINT notify_delivery_federation_id_message_id_channel_target_key UNIQUE (federation_id, message_id, channel, target),
  CONSTRAINT notify_delivery_channel_check CHECK ((channel = ANY (ARRAY['email'::text, 'sms'::text, 'wecom'::text, 'dingtalk'::text, 'webhook'::text]))),
  CONSTRAINT notify_delivery_check CHECK (((state = 'sending'::text) = (lease IS NOT NULL))),
  CONSTRAINT notify_delivery_check1 CHECK (((state = ANY (ARRAY['sent'::text, 'skipped'::text, 'dead'::text])) = (ended_at IS NOT NULL))),
  CONSTRAINT notify_delivery_locale_check CHECK ((locale = ANY (ARRAY['zh'::text, 'en'::text]))),
  CONSTRAINT notify_delivery_state_check CHECK ((state = ANY (ARRAY['waiting'::text, 'sending'::text, 'sent'::text, 'skipped'::text, 'dead'::text])))
);
CREATE INDEX notify_delivery_dead ON notify_delivery USING btree (federation_id, ended_at DESC, id DESC) WHERE (state = 'dead'::text);
CREATE INDEX notify_delivery_due ON notify_delivery USING btree (federation_id, urgent, due_at, id) WHERE ((state = ANY (ARRAY['waiting'::text, 'sending'::text])) AND (NOT digest) AND (channel = ANY (ARRAY['email'::text, 'sms'::text])));
CREATE INDEX notify_delivery_ended ON notify_delivery USING btree (ended_at) WHERE (ended_at IS NOT NULL);
CREATE INDEX notify_delivery_group ON notify_delivery USING btree (federation_id, channel_id, due_at, id) WHERE ((state = ANY (ARRAY['waiting'::text, 'sending'::text])) AND (channel_id IS NOT NULL));
CREATE INDEX notify_delivery_open ON notify_delivery USING btree (due_at) WHERE ((state = ANY (ARRAY['waiting'::text, 'sending'::text])) AND (NOT digest));
CREATE INDEX notify_delivery_person ON notify_delivery USING btree (federation_id, person_id) WHERE ((state = ANY (ARRAY['waiting'::text, 'sending'::text])) AND (person_id IS NOT NULL));

CREATE TABLE notify_inbox (
  federation_id uuid NOT NULL,
  person_id     uuid NOT NULL,
  message_id    uuid NOT NULL,
  told_at       timestamp with time zone NOT NULL,
  read_at       timestamp with time zone,
  CONSTRAINT notify_inbox_pkey PRIMARY KEY (federation_id, person_id, message_id)
);
CREATE INDEX notify_inbox_message ON notify_inbox USING btree (federation_id, message_id);
CREATE INDEX notify_inbox_order ON notify_inbox USING btree (federation_id, person_id, told_at DESC, message_id DESC);
CREATE INDEX notify_inbox_unread ON notify_inbox USING btree (federation_id, person_id) WHERE (read_at IS NULL);

CREATE TABLE notify_message (
  federation_id uuid NOT NULL,
  id            uuid NOT NULL,
  key           text NOT NULL,
  content_hash  bytea NOT NULL,
  kind          text NOT NULL,
  kind_group    text NOT NULL,
  title_code    text NOT NULL,
  title_zh      text NOT NULL,
  title_en      text NOT NULL,
  body_code     text NOT NULL,
  body_zh       text NOT NULL,
  body_en       text NOT NULL,
  slots         jsonb NOT NULL,
  secret_sealed bytea,
  link          text NOT NULL,
  urgent        boolean NOT NULL,
  union_id      uuid,
  calls         uuid[] NOT NULL,
  thread        jsonb,
  told_at       timestamp with time zone NOT NULL,
  CONSTRAINT notify_message_pkey PRIMARY KEY (federation_id, id),
  CONSTRAINT notify_message_federation_id_key_key UNIQUE (federation_id, key),
  CONSTRAINT notify_message_content_hash_check CHECK ((length(content_hash) = 32)),
  CONSTRAINT notify_message_key_check CHECK (((length(key) >= 1) AND (length(key) <= 200))),
  CONSTRAINT notify_message_kind_check CHECK (((length(kind) >= 1) AND (length(kind) <= 80)))
);

CREATE TABLE notify_person (
  federation_id  uuid NOT NULL,
  person_id      uuid NOT NULL,
  quiet_from     smallint NOT NULL,
  quiet_to       smallint NOT NULL,
  digest_at      smallint NOT NULL,
  next_digest_at timestamp with time zone,
  changed_at     timestamp with time zone NOT NULL,
  CONSTRAINT notify_person_pkey PRIMARY KEY (federation_id, person_id),
  CONSTRAINT notify_person_digest_at_check CHECK (((digest_at >= 0) AND (digest_at <= 1439))),
  CONSTRAINT notify_person_quiet_from_check CHECK (((quiet_from >= 0) AND (quiet_from <= 1439))),
  CONSTRAINT notify_person_quiet_to_check CHECK (((quiet_to >= 0) AND (quiet_to <= 1439)))
);
CREATE INDEX notify_person_digest ON notify_person USING btree (next_digest_at) WHERE (next_digest_at IS NOT NULL);

CREATE TABLE notify_visible (
  federation_id  uuid NOT NULL,
  id             uuid NOT NULL,
  address_masked text NOT NULL,
  body           text NOT NULL,
  sent_at        timestamp with time zone NOT NULL,
  CONSTRAINT notify_visible_pkey PRIMARY KEY (federation_id, id)
);
CREATE INDEX notify_visible_order ON notify_visible USING btree (federation_id, sent_at DESC, id DESC);

CREATE TABLE offer (
  federation_id  uuid NOT NULL,
  id             uuid NOT NULL,
  union_id       uuid NOT NULL,
  kind           text NOT NULL,
  title          text NOT NULL,
  mode           text NOT NULL,
  state          text NOT NULL,
  opens_at       timestamp with time zone NOT NULL,
  closes_at      timestamp with time zone NOT NULL,
  per_person     smallint NOT NULL,
  party          smallint NOT NULL,
  waits          boolean NOT NULL,
  answer_hours   smallint,
  pays           text NOT NULL,
  price          bigint NOT NULL,
  hold_minutes   smallint NOT NULL,
  book_id        uuid,
  wallets        text NOT NULL DEFAULT ''::text,
  sold_no        integer,
  who            jsonb NOT NULL,
  series         text NOT NULL DEFAULT ''::text,
  cancel_until   timestamp with time zone,
  transferable   boolean NOT NULL,
  hand_over_from timestamp with time zone,
  hand_over_to   timestamp with time zone,
  place          text NOT NULL DEFAULT ''::text,
  published      boolean NOT NULL DEFAULT false,
  last_no        integer NOT NULL DEFAULT 0,
  version        integer NOT NULL DEFAULT 1,
  made_by_id     uuid,
  made_at        timestamp with time zone NOT NULL,
  ended_at       timestamp with time zone,
  why            text NOT NULL DEFAULT ''::text,
  CONSTRAINT offer_pkey PRIMARY KEY (federation_id, id),
  CONSTRAINT offer_answer_hours_check CHECK (((answer_hours >= 1) AND (answer_hours <= 2000))),
  CONSTRAINT offer_check CHECK ((closes_at > opens_at)),
  CONSTRAINT offer_check1 CHECK (((hand_over_to IS NULL) OR (hand_over_from IS NULL) OR (hand_over_to > hand_over_from))),
  CONSTRAINT offer_check2 CHECK (((pays = 'free'::text) = (price = 0))),
  CONSTRAINT offer_check3 CHECK (((pays = 'points'::text) = (book_id IS NOT NULL))),
  CONSTRAINT offer_check4 CHECK (((state = ANY (ARRAY['closed'::text, 'cancelled'::text])) = (ended_at IS NOT NULL))),
  CONSTRAINT offer_check5 CHECK (((state <> 'cancelled'::text) OR (why <> ''::text))),
  CONSTRAINT offer_hold_minutes_check CHECK (((hold_minutes >= 1) AND (hold_minutes <= 1440))),
  CONSTRAINT offer_kind_check CHECK (((length(kind) >= 1) AND (length(kind) <= 40))),
  CONSTRAINT offer_mode_check CHECK ((mode = ANY (ARRAY['first'::text, 'draw'::text, 'queue'::text, 'units'::text]))),
  CONSTRAINT offer_party_check CHECK (((party >= 1) AND (party <= 100))),
  CONSTRAINT offer_pays_check CHECK ((pays = ANY (ARRAY['free'::text, 'atHandOver'::text, 'online'::text, 'points'::text]))),
  CONSTRAINT offer_per_person_check CHECK (((per_person >= 1) AND (per_person <= 100))),
  CONSTRAINT offer_place_check CHECK ((length(place) <= 200)),
  CONSTRAINT offer_price_check CHECK (((price >= 0) AND (price <= '100000000000'::bigint))),
  CONSTRAINT offer_state_check CHECK ((state = ANY (ARRAY['draft'::text, 'open'::text, 'closed'::text, 'cancelled'::text]))),
  CONSTRAINT offer_title_check CHECK (((length(title) >= 1) AND (length(title) <= 100))),
  CONSTRAINT offer_why_check CHECK ((length(why) <= 300))
);
CREATE INDEX offer_of_union ON offer USING btree (federation_id, union_id, kind, opens_at);
CREATE INDEX offer_running ON offer USING btree (federation_id, state, hand_over_to) WHERE (state = ANY (ARRAY['open'::text, 'closed'::text]));
CREATE INDEX offer_series ON offer USING btree (federation_id, series) WHERE (series <> ''::text);

CREATE TABLE offer_pool (
  federation_id uuid NOT NULL,
  offer_id      uuid NOT NULL,
  no            smallint NOT NULL,
  union_id      uuid,
  path          text NOT NULL,
  capacity      integer NOT NULL,
  taken         integer NOT NULL DEFAULT 0,
  rolls_up_at   timestamp with time zone,
  CONSTRAINT offer_pool_pkey PRIMARY KEY (federation_id, offer_id, no),
  CONSTRAINT offer_pool_capacity_check CHECK (((capacity >= 0) AND (capacity <= 10000000))),
  CONSTRAINT offer_pool_check CHECK (((no = 0) = (union_id IS NULL))),
  CONSTRAINT offer_pool_no_check CHECK (((no >= 0) AND (no <= 1000))),
  CONSTRAINT offer_pool_not_oversold CHECK (((taken >= 0) AND (taken <= capacity)))
);
CREATE INDEX offer_pool_rolling ON offer_pool USING btree (federation_id, rolls_up_at) WHERE (rolls_up_at IS NOT NULL);
CREATE UNIQUE INDEX offer_pool_union ON offer_pool USING btree (federation_id, offer_id, union_id) WHERE (union_id IS NOT NULL);

CREATE TABLE offer_unit (
  federation_id uuid NOT NULL,
  id            uuid NOT NULL,
  offer_id      uuid NOT NULL,
  no            integer NOT NULL,
  label         text NOT NULL,
  starts_at     timestamp with time zone,
  ends_at       timestamp with time zone,
  out_of_order  text NOT NULL DEFAULT ''::text,
  CONSTRAINT offer_unit_pkey PRIMARY KEY (federation_id, id),
  CONSTRAINT offer_unit_no UNIQUE (federation_id, offer_id, no),
  CONSTRAINT offer_unit_check CHECK ((((starts_at IS NULL) = (ends_at IS NULL)) AND ((ends_at IS NULL) OR (ends_at > starts_at)))),
  CONSTRAINT offer_unit_label_check CHECK (((length(label) >= 1) AND (length(label) <= 60))),
  CONSTRAINT offer_unit_no_check CHECK ((no > 0)),
  CONSTRAINT offer_unit_out_of_order_check CHECK ((length(out_of_order) <= 200))
);
CREATE INDEX offer_unit_time ON offer_unit USING btree (federation_id, offer_id, starts_at) WHERE (starts_at IS NOT NULL);

CREATE TABLE office_holding (
  federation_id uuid NOT NULL,
  id            uuid NOT NULL,
  person_id     uuid NOT NULL,
  union_id      uuid NOT NULL,
  office        text NOT NULL,
  title         text NOT NULL DEFAULT ''::text,
  full_time     boolean NOT NULL DEFAULT false,
  from_date     date NOT NULL,
  to_date       date,
  basis         text NOT NULL DEFAULT ''::text,
  created_at    timestamp with time zone NOT NULL,
  CONSTRAINT office_holding_pkey PRIMARY KEY (federation_id, id),
  CONSTRAINT office_holding_check CHECK (((to_date IS NULL) OR (to_date >= from_date)))
);
CREATE INDEX office_holding_person ON office_holding USING btree (federation_id, person_id);
CREATE INDEX office_holding_union ON office_holding USING btree (federation_id, union_id, office);

CREATE TABLE office_permission (
  federation_id uuid NOT NULL,
  office        text NOT NULL,
  permission    text NOT NULL,
  allowed       boolean NOT NULL,
  CONSTRAINT office_permission_pkey PRIMARY KEY (federation_id, office, permission)
);

CREATE TABLE one_time_code (
  phone_lookup bytea NOT NULL,
  code_hash    bytea NOT NULL,
  sent_at      timestamp with time zone NOT NULL,
  expires_at   timestamp with time zone NOT NULL,
  tries        integer NOT NULL,
  used_at      timestamp with time zone,
  hour_from    timestamp with time zone NOT NULL,
  hour_count   integer NOT NULL,
  CONSTRAINT one_time_code_pkey PRIMARY KEY (phone_lookup),
  CONSTRAINT one_time_code_hour_count_check CHECK ((hour_count >= 1)),
  CONSTRAINT one_time_code_tries_check CHECK ((tries >= 0))
);
CREATE INDEX one_time_code_age ON one_time_code USING btree (sent_at);

CREATE TABLE password (
  federation_id uuid NOT NULL,
  person_id     uuid NOT NULL,
  hash          text NOT NULL,
  set_at        timestamp with time zone NOT NULL,
  must_change   boolean NOT NULL,
  CONSTRAINT password_pkey PRIMARY KEY (federation_id, person_id)
);

CREATE TABLE password_past (
  federation_id uuid NOT NULL,
  person_id     uuid NOT NULL,
  set_at        timestamp with time zone NOT NULL,
  hash          text NOT NULL,
  CONSTRAINT password_past_pkey PRIMARY KEY (federation_id, person_id, set_at)
);

CREATE TABLE payment_line (
  federation_id uuid NOT NULL,
  id            uuid NOT NULL,
  list_id       uuid NOT NULL,
  person_id     uuid NOT NULL,
  amount_fen    bigint NOT NULL,
  zh            text NOT NULL,
  en            text NOT NULL,
  document_kind text NOT NULL,
  document_id   text NOT NULL,
  key           text NOT NULL,
  body_hash     bytea NOT NULL,
  attempt       smallint NOT NULL,
  state         text NOT NULL,
  why           text NOT NULL DEFAULT ''::text,
  added_by_id   uuid,
  added_at      timestamp with time zone NOT NULL,
  ended_at      timestamp with time zone,
  CONSTRAINT payment_line_pkey PRIMARY KEY (federation_id, id),
  CONSTRAINT payment_line_attempt UNIQUE (federation_id, key, attempt),
  CONSTRAINT payment_line_amount_fen_check CHECK (((amount_fen <> 0) AND (abs(amount_fen) < '100000000000'::bigint))),
  CONSTRAINT payment_line_attempt_check CHECK ((attempt > 0)),
  CONSTRAINT payment_line_body_hash_check CHECK ((length(body_hash) = 32)),
  CONSTRAINT payment_line_check CHECK (((state = 'pending'::text) = (ended_at IS NULL))),
  CONSTRAINT payment_line_check1 CHECK (((state <> ALL (ARRAY['failed'::text, 'withdrawn'::text])) OR (why <> ''::text))),
  CONSTRAINT payment_line_document_id_check CHECK (((length(document_id) >= 1) AND (length(document_id) <= 100))),
  CONSTRAINT payment_line_document_kind_check CHECK (((length(document_kind) >= 1) AND (length(document_kind) <= 60))),
  CONSTRAINT payment_line_en_check CHECK (((length(en) >= 1) AND (length(en) <= 200))),
  CONSTRAINT payment_line_key_check CHECK (((length(key) >= 1) AND (length(key) <= 120))),
  CONSTRAINT payment_line_state_check CHECK ((state = ANY (ARRAY['pending'::text, 'paid'::text, 'failed'::text, 'withdrawn'::text]))),
  CONSTRAINT payment_line_why_check CHECK ((length(why) <= 200)),
  CONSTRAINT payment_line_zh_check CHECK (((length(zh) >= 1) AND (length(zh) <= 200)))
);
CREATE INDEX payment_line_document ON payment_line USING btree (federation_id, document_id);
CREATE UNIQUE INDEX payment_line_key ON payment_line USING btree (federation_id, key) WHERE (state = ANY (ARRAY['pending'::text, 'paid'::text]));
CREATE INDEX payment_line_list ON payment_line USING btree (federation_id, list_id, person_id, added_at);
CREATE INDEX payment_line_person ON payment_line USING btree (federation_id, person_id, added_at);

CREATE TABLE payment_list (
  federation_id   uuid NOT NULL,
  id              uuid NOT NULL,
  union_id        uuid NOT NULL,
  purpose         text NOT NULL,
  title           text NOT NULL,
  period          text NOT NULL,
  made_by_id      uuid,
  made_at         timestamp with time zone NOT NULL,
  submitted_by_id uuid,
  submitted_at    timestamp with time zone,
  approved_by_id  uuid,
  approved_at     timestamp with time zone,
  filed_by_id     uuid,
  filed_at        timestamp with time zone,
  xlsx_hash       bytea,
  csv_hash        bytea,
  settled_by_id   uuid,
  settled_at      timestamp with time zone,
  cancelled_by_id uuid,
  cancelled_at    timestamp with time zone,
  cancelled_why   text NOT NULL DEFAULT ''::text,
  CONSTRAINT payment_list_pkey PRIMARY KEY (federation_id, id),
  CONSTRAINT payment_list_check CHECK (((submitted_by_id IS NULL) = (submitted_at IS NULL))),
  CONSTRAINT payment_list_check1 CHECK (((approved_by_id IS NULL) = (approved_at IS NULL))),
  CONSTRAINT payment_list_check2 CHECK (((filed_by_id IS NULL) = (filed_at IS NULL))),
  CONSTRAINT payment_list_check3 CHECK (((settled_by_id IS NULL) = (settled_at IS NULL))),
  CONSTRAINT payment_list_check4 CHECK (((cancelled_by_id IS NULL) = (cancelled_at IS NULL))),
  CONSTRAINT payment_list_check5 CHECK (((approved_at IS NULL) OR (submitted_at IS NOT NULL))),
  CONSTRAINT payment_list_check6 CHECK (((filed_at IS NULL) OR ((approved_at IS NOT NULL) AND (xlsx_hash IS NOT NULL) AND (csv_hash IS NOT NULL)))),
  CONSTRAINT payment_list_check7 CHECK (((settled_at IS NULL) OR (filed_at IS NOT NULL))),
  CONSTRAINT payment_list_check8 CHECK (((settled_at IS NULL) OR (cancelled_at IS NULL))),
  CONSTRAINT payment_list_csv_hash_check CHECK ((length(csv_hash) = 32)),
  CONSTRAINT payment_list_four_eyes CHECK (((approved_by_id <> made_by_id) AND (approved_by_id <> submitted_by_id))),
  CONSTRAINT payment_list_period_check CHECK ((period ~ '^[0-9]{4}(-(0[1-9]|1[0-2]))?$'::text)),
  CONSTRAINT payment_list_purpose_check CHECK (((length(purpose) >= 1) AND (length(purpose) <= 60))),
  CONSTRAINT payment_list_title_check CHECK (((length(title) >= 1) AND (length(title) <= 100))),
  CONSTRAINT payment_list_xlsx_hash_check CHECK ((length(xlsx_hash) = 32))
);
CREATE INDEX payment_list_of_union ON payment_list USING btree (federation_id, union_id, made_at);

CREATE TABLE payment_row (
  federation_id uuid NOT NULL,
  list_id       uuid NOT NULL,
  person_id     uuid NOT NULL,
  position      integer NOT NULL,
  staff_number  text NOT NULL,
  name          text NOT NULL,
  amount_fen    bigint NOT NULL,
  summary       text NOT NULL,
  CONSTRAINT payment_row_pkey PRIMARY KEY (federation_id, list_id, person_id),
  CONSTRAINT payment_row_position UNIQUE (federation_id, list_id, "position"),
  CONSTRAINT payment_row_amount_fen_check CHECK ((amount_fen > 0)),
  CONSTRAINT payment_row_position_check CHECK (("position" > 0))
);

CREATE TABLE person (
  federation_id      uuid NOT NULL,
  id                 uuid NOT NULL,
  name               text NOT NULL,
  sex                text,
  birth_date         date,
  ethnicity          text NOT NULL DEFAULT ''::text,
  id_kind            text NOT NULL DEFAULT 'none'::text,
  id_sealed          bytea,
  id_lookup          bytea,
  phone_sealed       bytea,
  phone_lookup       bytea,
  email_sealed       bytea,
  staff_number       text NOT NULL DEFAULT ''::text,
  political_status   text NOT NULL DEFAULT ''::text,
  education          text NOT NULL DEFAULT ''::text,
  skill_grade        text NOT NULL DEFAULT ''::text,
  professional_title text NOT NULL DEFAULT ''::text,
  household          text NOT NULL DEFAULT ''::text,
  migrant            boolean NOT NULL DEFAULT false,
  new_form           text NOT NULL DEFAULT ''::text,
  honour_grade       text NOT NULL DEFAULT ''::text,
  locale             text NOT NULL DEFAULT 'zh'::text,
  text_size          text NOT NULL DEFAULT 'usual'::text,
  created_at         timestamp with time zone NOT NULL,
  changed_at         timestamp with time zone NOT NULL,
  CONSTRAINT person_pkey PRIMARY KEY (federation_id, id),
  CONSTRAINT person_id_kind_check CHECK ((id_kind = ANY (ARRAY['none'::text, 'residentId'::text, 'residencePermit'::text, 'foreignPermanent'::text, 'passport'::text, 'hongKongMacaoPermit'::text, 'taiwanPermit'::text, 'military'::text, 'other'::text]))),
  CONSTRAINT person_locale_check CHECK ((locale = ANY (ARRAY['zh'::text, 'en'::text]))),
  CONSTRAINT person_sex_check CHECK ((sex = ANY (ARRAY['male'::text, 'female'::text]))),
  CONSTRAINT person_text_size_check CHECK ((text_size = ANY (ARRAY['usual'::text, 'large'::text, 'larger'::text, 'largest'::text])))
);
CREATE UNIQUE INDEX person_id_lookup ON person USING btree (federation_id, id_lookup) WHERE (id_lookup IS NOT NULL);
CREATE INDEX person_name ON person USING btree (federation_id, name text_pattern_ops);
CREATE INDEX person_phone_lookup ON person USING btree (federation_id, phone_lookup) WHERE (phone_lookup IS NOT NULL);
CREATE INDEX person_staff_number ON person USING btree (federation_id, staff_number) WHERE (staff_number <> ''::text);

CREATE TABLE point_account (
  federation_id   uuid NOT NULL,
  scheme_union_id uuid NOT NULL,
  person_id       uuid NOT NULL,
  wallet_no       integer NOT NULL,
  debt_no         integer NOT NULL,
  CONSTRAINT point_account_pkey PRIMARY KEY (federation_id, scheme_union_id, person_id)
);
CREATE INDEX point_account_person ON point_account USING btree (federation_id, person_id);

CREATE TABLE point_correction (
  federation_id   uuid NOT NULL,
  id              uuid NOT NULL,
  scheme_union_id uuid NOT NULL,
  person_id       uuid NOT NULL,
  amount          bigint NOT NULL,
  reason          text NOT NULL,
  made_by_id      uuid NOT NULL,
  made_at         timestamp with time zone NOT NULL,
  CONSTRAINT point_correction_pkey PRIMARY KEY (federation_id, id),
  CONSTRAINT point_correction_amount_check CHECK ((amount <> 0))
);
CREATE INDEX point_correction_of ON point_correction USING btree (federation_id, scheme_union_id, person_id);

CREATE TABLE prize (
  federation_id uuid NOT NULL,
  id            uuid NOT NULL,
  round_id      uuid NOT NULL,
  title         text NOT NULL,
  text          text NOT NULL DEFAULT ''::text,
  points        integer NOT NULL,
  worth_fen     bigint NOT NULL,
  per_person    smallint NOT NULL,
  state         text NOT NULL,
  version       integer NOT NULL DEFAULT 1,
  CONSTRAINT prize_pkey PRIMARY KEY (federation_id, id),
  CONSTRAINT prize_per_person_check CHECK (((per_person >= 1) AND (per_person <= 50))),
  CONSTRAINT prize_points_check CHECK (((points >= 1) AND (points <= 100000))),
  CONSTRAINT prize_state_check CHECK ((state = ANY (ARRAY['shown'::text, 'withdrawn'::text]))),
  CONSTRAINT prize_worth_fen_check CHECK ((worth_fen >= 0))
);
CREATE INDEX prize_of_round ON prize USING btree (federation_id, round_id, points);

CREATE TABLE prize_reservation (
  federation_id uuid NOT NULL,
  id            uuid NOT NULL,
  round_id      uuid NOT NULL,
  prize_id      uuid NOT NULL,
  unit          integer NOT NULL,
  person_id     uuid NOT NULL,
  unit_union_id uuid NOT NULL,
  slot          smallint NOT NULL,
  per_person    smallint NOT NULL,
  points        integer NOT NULL,
  code          text NOT NULL,
  state         text NOT NULL,
  hold_id       uuid NOT NULL,
  reserved_at   timestamp with time zone NOT NULL,
  ended_at      timestamp with time zone,
  ended_by_id   uuid,
  collector_id  uuid,
  note          text NOT NULL DEFAULT ''::text,
  reminded_at   timestamp with time zone,
  CONSTRAINT prize_reservation_pkey PRIMARY KEY (federation_id, id),
  CONSTRAINT prize_reservation_federation_id_code_key UNIQUE (federation_id, code),
  CONSTRAINT prize_reservation_check CHECK (((slot >= 1) AND (slot <= per_person))),
  CONSTRAINT prize_reservation_check1 CHECK (((state = 'reserved'::text) = (ended_at IS NULL))),
  CONSTRAINT prize_reservation_check2 CHECK (((state <> 'collected'::text) OR (ended_by_id IS NOT NULL))),
  CONSTRAINT prize_reservation_check3 CHECK (((collector_id IS NULL) OR ((state = 'collected'::text) AND (note <> ''::text) AND (collector_id <> person_id)))),
  CONSTRAINT prize_reservation_code_check CHECK ((code ~ '^[0-9]{8}$'::text)),
  CONSTRAINT prize_reservation_points_check CHECK ((points > 0)),
  CONSTRAINT prize_reservation_state_check CHECK ((state = ANY (ARRAY['reserved'::text, 'collected'::text, 'cancelled'::text, 'expired'::text])))
);
CREATE INDEX prize_reservation_person ON prize_reservation USING btree (federation_id, person_id, round_id);
CREATE INDEX prize_reservation_round ON prize_reservation USING btree (federation_id, round_id, state);
CREATE UNIQUE INDEX prize_reservation_slot ON prize_reservation USING btree (federation_id, prize_id, person_id, slot) WHERE (state = ANY (ARRAY['reserved'::text, 'collected'::text]));
CREATE UNIQUE INDEX prize_reservation_unit ON prize_reservation USING btree (federation_id, prize_id, unit) WHERE (state = ANY (ARRAY['reserved'::text, 'collected'::text]));
CREATE INDEX prize_reservation_unit_union ON prize_reservation USING btree (federation_id, unit_union_id);

CREATE TABLE prize_round (
  federation_id   uuid NOT NULL,
  id              uuid NOT NULL,
  scheme_union_id uuid NOT NULL,
  year            smallint NOT NULL,
  title           text NOT NULL,
  text            text NOT NULL DEFAULT ''::text,
  from_date       date NOT NULL,
  to_date         date NOT NULL,
  collect_from    date NOT NULL,
  collect_to      date NOT NULL,
  place           text NOT NULL,
  most_each       smallint NOT NULL,
  bands           jsonb NOT NULL,
  state           text NOT NULL,
  closed_at       timestamp with time zone,
  closed_by_id    uuid,
  version         integer NOT NULL DEFAULT 1,
  CONSTRAINT prize_round_pkey PRIMARY KEY (federation_id, id),
  CONSTRAINT prize_round_federation_id_scheme_union_id_year_key UNIQUE (federation_id, scheme_union_id, year),
  CONSTRAINT prize_round_check CHECK ((from_date <= to_date)),
  CONSTRAINT prize_round_check1 CHECK ((from_date <= collect_from)),
  CONSTRAINT prize_round_check2 CHECK ((collect_from <= collect_to)),
  CONSTRAINT prize_round_check3 CHECK ((to_date <= collect_to)),
  CONSTRAINT prize_round_check4 CHECK (((state = 'closed'::text) = (closed_at IS NOT NULL))),
  CONSTRAINT prize_round_most_each_check CHECK (((most_each >= 1) AND (most_each <= 50))),
  CONSTRAINT prize_round_state_check CHECK ((state = ANY (ARRAY['draft'::text, 'open'::text, 'closed'::text]))),
  CONSTRAINT prize_round_year_check CHECK (((year >= 2000) AND (year <= 2200)))
);

CREATE TABLE prize_unit (
  federation_id  uuid NOT NULL,
  prize_id       uuid NOT NULL,
  n              integer NOT NULL,
  reservation_id uuid,
  CONSTRAINT prize_unit_pkey PRIMARY KEY (federation_id, prize_id, n),
  CONSTRAINT prize_unit_n_check CHECK ((n > 0))
);
CREATE INDEX prize_unit_free ON prize_unit USING btree (federation_id, prize_id, n) WHERE (reservation_id IS NULL);
CREATE UNIQUE INDEX prize_unit_once ON prize_unit USING btree (federation_id, reservation_id) WHERE (reservation_id IS NOT NULL);

CREATE TABLE proposal (
  federation_id      uuid NOT NULL,
  id                 uuid NOT NULL,
  collection_id      uuid NOT NULL,
  mover_id           uuid NOT NULL,
  unit               text NOT NULL DEFAULT ''::text,
  kind               text NOT NULL,
  reason             text NOT NULL,
  grounds            text NOT NULL,
  remedy             text NOT NULL,
  submitted_on       date,
  decision           text,
  decided_on         date,
  decided_by_id      uuid,
  decision_text      text NOT NULL DEFAULT ''::text,
  merged_into_id     uuid,
  suggestion_id      uuid,
  department         text NOT NULL DEFAULT ''::text,
  assigned_on        date,
  due_on             date,
  answer             text NOT NULL DEFAULT ''::text,
  answered_on        date,
  satisfaction       text,
  department_again   text NOT NULL DEFAULT ''::text,
  due_again_on       date,
  answer_again       text NOT NULL DEFAULT ''::text,
  answered_again_on  date,
  satisfaction_again text,
  outcome            text,
  outcome_text       text NOT NULL DEFAULT ''::text,
  closed_on          date,
  hot_on             date,
  hot_by_id          uuid,
  CONSTRAINT proposal_pkey PRIMARY KEY (federation_id, id),
  CONSTRAINT proposal_answer_again_check CHECK ((length(answer_again) <= 5000)),
  CONSTRAINT proposal_answer_check CHECK ((length(answer) <= 5000)),
  CONSTRAINT proposal_check CHECK ((((decision IS NULL) = (decided_on IS NULL)) AND ((decision IS NULL) = (decided_by_id IS NULL)))),
  CONSTRAINT proposal_check1 CHECK (((decision IS NULL) OR (submitted_on IS NOT NULL))),
  CONSTRAINT proposal_check10 CHECK (((due_again_on IS NULL) OR (satisfaction = 'not'::text))),
  CONSTRAINT proposal_check11 CHECK (((outcome IS NULL) = (closed_on IS NULL))),
  CONSTRAINT proposal_check12 CHECK (((outcome IS NULL) OR (outcome_text <> ''::text))),
  CONSTRAINT proposal_check13 CHECK (((hot_on IS NULL) OR ((decision = 'filed'::text) AND (hot_by_id IS NOT NULL)))),
  CONSTRAINT proposal_check2 CHECK (((decision IS NULL) OR (decision = 'filed'::text) OR (decision_text <> ''::text))),
  CONSTRAINT proposal_check3 CHECK (((merged_into_id IS NOT NULL) = ((decision IS NOT NULL) AND (decision = 'merged'::text)))),
  CONSTRAINT proposal_check4 CHECK (((suggestion_id IS NULL) OR (decision = 'suggestion'::text))),
  CONSTRAINT proposal_check5 CHECK ((merged_into_id <> id)),
  CONSTRAINT proposal_check6 CHECK (((assigned_on IS NULL) = (due_on IS NULL))),
  CONSTRAINT proposal_check7 CHECK (((assigned_on IS NULL) OR ((decision = 'filed'::text) AND (due_on > assigned_on)))),
  CONSTRAINT proposal_check8 CHECK (((answered_on IS NULL) = (answer = ''::text))),
  CONSTRAINT proposal_check9 CHECK (((answered_again_on IS NULL) = (answer_again = ''::text))),
  CONSTRAINT proposal_decision_check CHECK ((decision = ANY (ARRAY['filed'::text, 'merged'::text, 'suggestion'::text, 'rejected'::text]))),
  CONSTRAINT proposal_decision_text_check CHECK ((length(decision_text) <= 1000)),
  CONSTRAINT proposal_department_again_check CHECK ((length(department_again) <= 100)),
  CONSTRAINT proposal_department_check CHECK ((length(department) <= 100)),
  CONSTRAINT proposal_grounds_check CHECK ((length(grounds) <= 3000)),
  CONSTRAINT proposal_kind_check CHECK ((kind = ANY (ARRAY['production'::text, 'safety'::text, 'pay'::text, 'welfare'::text, 'training'::text, 'management'::text, 'other'::text]))),
  CONSTRAINT proposal_outcome_check CHECK ((outcome = ANY (ARRAY['done'::text, 'partly'::text, 'explained'::text]))),
  CONSTRAINT proposal_outcome_text_check CHECK ((length(outcome_text) <= 2000)),
  CONSTRAINT proposal_reason_check CHECK ((length(reason) <= 1000)),
  CONSTRAINT proposal_remedy_check CHECK ((length(remedy) <= 3000)),
  CONSTRAINT proposal_satisfaction_again_check CHECK ((satisfaction_again = ANY (ARRAY['satisfied'::text, 'mostly'::text, 'not'::text]))),
  CONSTRAINT proposal_satisfaction_check CHECK ((satisfaction = ANY (ARRAY['satisfied'::text, 'mostly'::text, 'not'::text]))),
  CONSTRAINT proposal_unit_check CHECK ((length(unit) <= 100))
);
CREATE INDEX proposal_merged ON proposal USING btree (federation_id, merged_into_id) WHERE (merged_into_id IS NOT NULL);
CREATE INDEX proposal_of ON proposal USING btree (federation_id, collection_id, id);

CREATE TABLE proposal_collection (
  federation_id uuid NOT NULL,
  id            uuid NOT NULL,
  union_id      uuid NOT NULL,
  term_id       uuid NOT NULL,
  session       text NOT NULL,
  session_on    date NOT NULL,
  opens_on      date NOT NULL,
  closes_on     date NOT NULL,
  about         text NOT NULL DEFAULT ''::text,
  seconders     smallint NOT NULL,
  answer_days   smallint NOT NULL,
  rule_set_id   text NOT NULL,
  called_by_id  uuid NOT NULL,
  called_at     timestamp with time zone NOT NULL,
  reported_on   date,
  reported_to   text NOT NULL DEFAULT ''::text,
  CONSTRAINT proposal_collection_pkey PRIMARY KEY (federation_id, id),
  CONSTRAINT proposal_collection_federation_id_term_id_session_key UNIQUE (federation_id, term_id, session),
  CONSTRAINT proposal_collection_about_check CHECK ((length(about) <= 2000)),
  CONSTRAINT proposal_collection_answer_days_check CHECK (((answer_days >= 1) AND (answer_days <= 365))),
  CONSTRAINT proposal_collection_check CHECK (((opens_on <= closes_on) AND (closes_on <= session_on))),
  CONSTRAINT proposal_collection_check1 CHECK (((reported_on IS NULL) = (reported_to = ''::text))),
  CONSTRAINT proposal_collection_reported_to_check CHECK ((length(reported_to) <= 60)),
  CONSTRAINT proposal_collection_seconders_check CHECK (((seconders >= 0) AND (seconders <= 50))),
  CONSTRAINT proposal_collection_session_check CHECK (((length(session) >= 2) AND (length(session) <= 60)))
);
CREATE INDEX proposal_collection_of ON proposal_collection USING btree (federation_id, union_id, session_on);

CREATE TABLE proposal_follower (
  federation_id uuid NOT NULL,
  proposal_id   uuid NOT NULL,
  person_id     uuid NOT NULL,
  since         timestamp with time zone NOT NULL,
  CONSTRAINT proposal_follower_pkey PRIMARY KEY (federation_id, proposal_id, person_id)
);
CREATE INDEX proposal_follower_person ON proposal_follower USING btree (federation_id, person_id);

CREATE TABLE proposal_helper (
  federation_id uuid NOT NULL,
  proposal_id   uuid NOT NULL,
  person_id     uuid NOT NULL,
  department    text NOT NULL,
  asked_at      timestamp with time zone NOT NULL,
  opinion       text NOT NULL DEFAULT ''::text,
  given_at      timestamp with time zone,
  CONSTRAINT proposal_helper_pkey PRIMARY KEY (federation_id, proposal_id, person_id),
  CONSTRAINT proposal_helper_check CHECK (((given_at IS NULL) = (opinion = ''::text))),
  CONSTRAINT proposal_helper_department_check CHECK (((length(department) >= 1) AND (length(department) <= 100))),
  CONSTRAINT proposal_helper_opinion_check CHECK ((length(opinion) <= 2000))
);
CREATE INDEX proposal_helper_person ON proposal_helper USING btree (federation_id, person_id);

CREATE TABLE proposal_seconder (
  federation_id uuid NOT NULL,
  proposal_id   uuid NOT NULL,
  person_id     uuid NOT NULL,
  asked_at      timestamp with time zone NOT NULL,
  answer        text,
  word          text NOT NULL DEFAULT ''::text,
  answered_at   timestamp with time zone,
  CONSTRAINT proposal_seconder_pkey PRIMARY KEY (federation_id, proposal_id, person_id),
  CONSTRAINT proposal_seconder_answer_check CHECK ((answer = ANY (ARRAY['yes'::text, 'no'::text]))),
  CONSTRAINT proposal_seconder_check CHECK (((answer IS NULL) = (answered_at IS NULL))),
  CONSTRAINT proposal_seconder_word_check CHECK ((length(word) <= 300))
);
CREATE INDEX proposal_seconder_person ON proposal_seconder USING btree (federation_id, person_id);

CREATE TABLE reception_booking (
  federation_id uuid NOT NULL,
  day_id        uuid NOT NULL,
  seat          smallint NOT NULL,
  person_id     uuid NOT NULL,
  held_on       date NOT NULL,
  slots         smallint NOT NULL,
  wish          text NOT NULL DEFAULT ''::text,
  came          boolean,
  booked_at     timestamp with time zone NOT NULL,
  CONSTRAINT reception_booking_pkey PRIMARY KEY (federation_id, day_id, seat),
  CONSTRAINT reception_booking_check CHECK (((seat >= 1) AND (seat <= slots)))
);
CREATE UNIQUE INDEX reception_booking_once ON reception_booking USING btree (federation_id, person_id, held_on);

CREATE TABLE reception_day (
  federation_id uuid NOT NULL,
  id            uuid NOT NULL,
  union_id      uuid NOT NULL,
  held_on       date NOT NULL,
  from_minute   smallint NOT NULL,
  to_minute     smallint NOT NULL,
  place         text NOT NULL,
  slots         smallint NOT NULL,
  called_off    text,
  created_by    uuid NOT NULL,
  created_at    timestamp with time zone NOT NULL,
  CONSTRAINT reception_day_pkey PRIMARY KEY (federation_id, id),
  CONSTRAINT reception_day_federation_id_id_slots_held_on_key UNIQUE (federation_id, id, slots, held_on),
  CONSTRAINT reception_day_check CHECK ((to_minute > from_minute)),
  CONSTRAINT reception_day_from_minute_check CHECK (((from_minute >= 0) AND (from_minute <= 1439))),
  CONSTRAINT reception_day_slots_check CHECK (((slots >= 1) AND (slots <= 60))),
  CONSTRAINT reception_day_to_minute_check CHECK (((to_minute >= 1) AND (to_minute <= 1440)))
);
CREATE INDEX reception_day_of_union ON reception_day USING btree (federation_id, union_id, held_on);

CREATE TABLE reception_item (
  federation_id uuid NOT NULL,
  letter_id     uuid NOT NULL,
  day_id        uuid NOT NULL,
  seat          smallint,
  CONSTRAINT reception_item_pkey PRIMARY KEY (federation_id, letter_id)
);
CREATE INDEX reception_item_of_day ON reception_item USING btree (federation_id, day_id);

CREATE TABLE recovery_code (
  federation_id uuid NOT NULL,
  person_id     uuid NOT NULL,
  code_hash     bytea NOT NULL,
  used_at       timestamp with time zone,
  CONSTRAINT recovery_code_pkey PRIMARY KEY (federation_id, person_id, code_hash)
);

CREATE TABLE reward_honour (
  federation_id   uuid NOT NULL,
  id              uuid NOT NULL,
  scheme_union_id uuid NOT NULL,
  year            smallint NOT NULL,
  kind            text NOT NULL,
  suggestion_id   uuid,
  unit_union_id   uuid,
  person_id       uuid,
  campaign_id     uuid,
  place           smallint NOT NULL DEFAULT 0,
  month           text NOT NULL DEFAULT ''::text,
  amount_fen      bigint NOT NULL,
  rule_set_id     uuid,
  decided_by_id   uuid,
  decided_at      timestamp with time zone NOT NULL,
  withdrawn_at    timestamp with time zone,
  withdrawn_why   text NOT NULL DEFAULT ''::text,
  CONSTRAINT reward_honour_pkey PRIMARY KEY (federation_id, id),
  CONSTRAINT reward_honour_amount_fen_check CHECK ((amount_fen >= 0)),
  CONSTRAINT reward_honour_check CHECK (((kind = ANY (ARRAY['bestSuggestion'::text, 'campaign'::text])) = (suggestion_id IS NOT NULL))),
  CONSTRAINT reward_honour_check1 CHECK (((kind = ANY (ARRAY['bestUnit'::text, 'specialist'::text])) = (unit_union_id IS NOT NULL))),
  CONSTRAINT reward_honour_check2 CHECK (((kind = ANY (ARRAY['bestUnit'::text, 'specialist'::text])) = (person_id IS NOT NULL))),
  CONSTRAINT reward_honour_check3 CHECK (((kind = 'campaign'::text) = (campaign_id IS NOT NULL))),
  CONSTRAINT reward_honour_check4 CHECK (((withdrawn_at IS NULL) = (withdrawn_why = ''::text))),
  CONSTRAINT reward_honour_kind_check CHECK ((kind = ANY (ARRAY['bestSuggestion'::text, 'bestUnit'::text, 'specialist'::text, 'campaign'::text]))),
  CONSTRAINT reward_honour_place_check CHECK (((place >= 0) AND (place <= 100))),
  CONSTRAINT reward_honour_year_check CHECK (((year >= 1980) AND (year <= 2200)))
);
CREATE INDEX reward_honour_of ON reward_honour USING btree (federation_id, scheme_union_id, year);
CREATE INDEX reward_honour_of_suggestion ON reward_honour USING btree (federation_id, suggestion_id) WHERE (suggestion_id IS NOT NULL);
CREATE UNIQUE INDEX reward_honour_specialist ON reward_honour USING btree (federation_id, year, scheme_union_id, person_id) WHERE ((withdrawn_at IS NULL) AND (kind = 'specialist'::text));
CREATE UNIQUE INDEX reward_honour_suggestion ON reward_honour USING btree (federation_id, kind, year, suggestion_id, campaign_id) NULLS NOT DISTINCT WHERE ((withdrawn_at IS NULL) AND (suggestion_id IS NOT NULL));
CREATE UNIQUE INDEX reward_honour_unit ON reward_honour USING btree (federation_id, year, unit_union_id) WHERE ((withdrawn_at IS NULL) AND (kind = 'bestUnit'::text));

CREATE TABLE reward_unit_payroll (
  federation_id uuid NOT NULL,
  union_id      uuid NOT NULL,
  month         text NOT NULL,
  payroll_fen   bigint NOT NULL,
  entered_by_id uuid,
  entered_at    timestamp with time zone NOT NULL,
  CONSTRAINT reward_unit_payroll_pkey PRIMARY KEY (federation_id, union_id, month),
  CONSTRAINT reward_unit_payroll_month_check CHECK ((month ~ '^[0-9]{4}-(0[1-9]|1[0-2])$'::text)),
  CONSTRAINT reward_unit_payroll_payroll_fen_check CHECK ((payroll_fen >= 0))
);

CREATE TABLE roster_import (
  federation_id uuid NOT NULL,
  id            uuid NOT NULL,
  union_id      uuid NOT NULL,
  state         text NOT NULL,
  file_name     text NOT NULL,
  rows          integer NOT NULL,
  headings      jsonb NOT NULL,
  mapping       jsonb NOT NULL,
  turn          smallint NOT NULL DEFAULT 0,
  run_id        uuid,
  cursor        integer NOT NULL DEFAULT 0,
  preview       jsonb NOT NULL DEFAULT '{}'::jsonb,
  result        jsonb NOT NULL DEFAULT '{}'::jsonb,
  created_by    uuid,
  created_at    timestamp with time zone NOT NULL,
  confirmed_by  uuid,
  confirmed_at  timestamp with time zone,
  ended_at      timestamp with time zone,
  beat_at       timestamp with time zone NOT NULL,
  erase_at      timestamp with time zone NOT NULL,
  erased_at     timestamp with time zone,
  CONSTRAINT roster_import_pkey PRIMARY KEY (federation_id, id),
  CONSTRAINT roster_import_file_name_check CHECK (((length(file_name) >= 1) AND (length(file_name) <= 140))),
  CONSTRAINT roster_import_rows_check CHECK (((rows >= 0) AND (rows <= 300000))),
  CONSTRAINT roster_import_state_check CHECK ((state = ANY (ARRAY['read'::text, 'checking'::text, 'previewed'::text, 'running'::text, 'done'::text, 'undoing'::text, 'undone'::text, 'cancelled'::text])))
);
CREATE INDEX roster_import_erase ON roster_import USING btree (federation_id, erase_at) WHERE (erased_at IS NULL);
CREATE INDEX roster_import_newest ON roster_import USING btree (federation_id, created_at DESC, id);
CREATE INDEX roster_import_of_union ON roster_import USING btree (federation_id, union_id, created_at DESC);

CREATE TABLE roster_piece (
  federation_id uuid NOT NULL,
  import_id     uuid NOT NULL,
  number        integer NOT NULL,
  first_row     integer NOT NULL,
  last_row      integer NOT NULL,
  sealed        bytea NOT NULL,
  CONSTRAINT roster_piece_pkey PRIMARY KEY (federation_id, import_id, number)
);

CREATE TABLE roster_row (
  federation_id uuid NOT NULL,
  import_id     uuid NOT NULL,
  row_number    integer NOT NULL,
  outcome       text NOT NULL,
  id_lookup     bytea,
  union_id      uuid,
  other_id      uuid,
  reasons       text[] NOT NULL DEFAULT '{}'::text[],
  sealed        bytea NOT NULL,
  person_id     uuid,
  membership_id uuid,
  adds_person   boolean NOT NULL DEFAULT false,
  former_sealed bytea,
  applied_at    timestamp with time zone,
  undo          text,
  CONSTRAINT roster_row_pkey PRIMARY KEY (federation_id, import_id, row_number),
  CONSTRAINT roster_row_outcome_check CHECK ((outcome = ANY (ARRAY['new'::text, 'update'::text, 'same'::text, 'elsewhere'::text, 'rejected'::text, 'added'::text, 'updated'::text]))),
  CONSTRAINT roster_row_undo_check CHECK ((undo = ANY (ARRAY['taken'::text, 'kept'::text])))
);
CREATE INDEX roster_row_person ON roster_row USING btree (federation_id, import_id, id_lookup) WHERE (id_lookup IS NOT NULL);

CREATE TABLE rule_book (
  federation_id uuid NOT NULL,
  stamp         uuid NOT NULL,
  CONSTRAINT rule_book_pkey PRIMARY KEY (federation_id)
);

CREATE TABLE rule_confirmation (
  federation_id uuid NOT NULL,
  rule_id       uuid NOT NULL,
  param         text NOT NULL,
  note          text NOT NULL,
  confirmed_by  uuid NOT NULL,
  confirmed_at  timestamp with time zone NOT NULL,
  CONSTRAINT rule_confirmation_pkey PRIMARY KEY (federation_id, rule_id),
  CONSTRAINT rule_confirmation_note_check CHECK ((length(note) <= 500))
);

CREATE TABLE rule_decision (
  federation_id uuid NOT NULL,
  id            uuid NOT NULL,
  param         text NOT NULL,
  union_id      uuid,
  region_code   text NOT NULL DEFAULT ''::text,
  place         text NOT NULL,
  union_kind    text NOT NULL DEFAULT ''::text,
  valid_from    date NOT NULL,
  valid_to      date,
  value         jsonb NOT NULL,
  document      text NOT NULL,
  article       text NOT NULL,
  statute       boolean NOT NULL,
  note          text NOT NULL,
  decided_by    uuid NOT NULL,
  decided_at    timestamp with time zone NOT NULL,
  ended_by      uuid,
  ended_at      timestamp with time zone,
  CONSTRAINT rule_decision_pkey PRIMARY KEY (federation_id, id),
  CONSTRAINT rule_decision_check CHECK (((union_id IS NULL) = (region_code <> ''::text))),
  CONSTRAINT rule_decision_check1 CHECK ((place = COALESCE((union_id)::text, region_code))),
  CONSTRAINT rule_decision_check2 CHECK (((valid_to IS NULL) OR (valid_to >= (valid_from - 1)))),
  CONSTRAINT rule_decision_check3 CHECK (((ended_by IS NULL) = (ended_at IS NULL))),
  CONSTRAINT rule_decision_document_check CHECK (((length(document) >= 1) AND (length(document) <= 200))),
  CONSTRAINT rule_decision_note_check CHECK ((length(note) <= 500)),
  CONSTRAINT rule_decision_region_code_check CHECK (((region_code = ''::text) OR (region_code ~ '^[0-9]{6}$'::text)))
);
CREATE UNIQUE INDEX rule_decision_one ON rule_decision USING btree (federation_id, param, place, union_kind, valid_from) WHERE ((valid_to IS NULL) OR (valid_to >= valid_from));
CREATE INDEX rule_decision_param ON rule_decision USING btree (federation_id, param, valid_from DESC);

CREATE TABLE rule_set (
  federation_id uuid NOT NULL,
  id            uuid NOT NULL,
  content       jsonb NOT NULL,
  first_used_at timestamp with time zone NOT NULL,
  CONSTRAINT rule_set_pkey PRIMARY KEY (federation_id, id)
);

CREATE TABLE sale (
  federation_id uuid NOT NULL,
  id            uuid NOT NULL,
  union_id      uuid NOT NULL,
  about         text NOT NULL DEFAULT ''::text,
  measure       text NOT NULL,
  worth_fen     bigint NOT NULL,
  occasion      text NOT NULL,
  form          text NOT NULL,
  member_months smallint NOT NULL,
  tax           text NOT NULL DEFAULT ''::text,
  tax_note      text NOT NULL DEFAULT ''::text,
  case_id       uuid,
  photos        uuid[] NOT NULL DEFAULT '{}'::uuid[],
  photos_of_id  uuid,
  rule_set_id   uuid,
  made_by_id    uuid NOT NULL,
  made_at       timestamp with time zone NOT NULL,
  published_at  timestamp with time zone,
  CONSTRAINT sale_pkey PRIMARY KEY (federation_id, id),
  CONSTRAINT sale_about_check CHECK ((length(about) <= 2000)),
  CONSTRAINT sale_form_check CHECK ((form = ANY (ARRAY['goods'::text, 'voucher'::text]))),
  CONSTRAINT sale_measure_check CHECK (((length(measure) >= 1) AND (length(measure) <= 10))),
  CONSTRAINT sale_member_months_check CHECK (((member_months >= 0) AND (member_months <= 120))),
  CONSTRAINT sale_occasion_check CHECK ((occasion = ANY (ARRAY['newYear'::text, 'spring'::text, 'qingming'::text, 'labour'::text, 'dragonBoat'::text, 'midAutumn'::text, 'national'::text, 'birthday'::text, 'other'::text]))),
  CONSTRAINT sale_photos_check CHECK ((cardinality(photos) <= 6)),
  CONSTRAINT sale_tax_check CHECK ((tax = ANY (ARRAY[''::text, 'welfare'::text, 'wages'::text, 'incidental'::text]))),
  CONSTRAINT sale_tax_note_check CHECK ((length(tax_note) <= 300)),
  CONSTRAINT sale_worth_fen_check CHECK (((worth_fen >= 0) AND (worth_fen <= 100000000)))
);
CREATE UNIQUE INDEX sale_case ON sale USING btree (federation_id, case_id) WHERE (case_id IS NOT NULL);
CREATE INDEX sale_union ON sale USING btree (federation_id, union_id, made_at);

CREATE TABLE sale_reminder (
  federation_id uuid NOT NULL,
  sale_id       uuid NOT NULL,
  person_id     uuid NOT NULL,
  at            timestamp with time zone NOT NULL,
  told_at       timestamp with time zone,
  CONSTRAINT sale_reminder_pkey PRIMARY KEY (federation_id, sale_id, person_id)
);
CREATE INDEX sale_reminder_due ON sale_reminder USING btree (federation_id, at) WHERE (told_at IS NULL);

CREATE TABLE saved_view (
  federation_id uuid NOT NULL,
  id            uuid NOT NULL,
  person_id     uuid NOT NULL,
  screen        text NOT NULL,
  name          text NOT NULL,
  query         text NOT NULL,
  created_at    timestamp with time zone NOT NULL,
  CONSTRAINT saved_view_pkey PRIMARY KEY (federation_id, id),
  CONSTRAINT saved_view_federation_id_person_id_screen_name_key UNIQUE (federation_id, person_id, screen, name)
);

CREATE TABLE saving (
  federation_id  uuid NOT NULL,
  id             uuid NOT NULL,
  unit_union_id  uuid NOT NULL,
  post_id        uuid NOT NULL,
  kind           text NOT NULL,
  monthly        boolean NOT NULL,
  made_from      date NOT NULL,
  made_to        date NOT NULL,
  before_milli   bigint,
  after_milli    bigint,
  price_e4       bigint,
  measure        text NOT NULL DEFAULT ''::text,
  reckoned       text NOT NULL DEFAULT ''::text,
  claimed_fen    bigint NOT NULL,
  entered_on     date NOT NULL,
  verified_fen   bigint,
  verified_on    date,
  verified_by_id uuid,
  double_word    text NOT NULL DEFAULT ''::text,
  finance_by_id  uuid,
  counted_fen    bigint,
  counted_on     date,
  ended_on       date,
  ended_why      text,
  CONSTRAINT saving_pkey PRIMARY KEY (federation_id, id),
  CONSTRAINT saving_after_milli_check CHECK ((after_milli >= 0)),
  CONSTRAINT saving_before_milli_check CHECK ((before_milli >= 0)),
  CONSTRAINT saving_check CHECK ((made_from <= made_to)),
  CONSTRAINT saving_check1 CHECK (((NOT monthly) OR ((EXTRACT(day FROM made_from) = (1)::numeric) AND (EXTRACT(day FROM (made_to + 1)) = (1)::numeric)))),
  CONSTRAINT saving_check10 CHECK (((ended_on IS NULL) = (ended_why IS NULL))),
  CONSTRAINT saving_check2 CHECK ((((before_milli IS NULL) = (after_milli IS NULL)) AND ((before_milli IS NULL) = (price_e4 IS NULL)))),
  CONSTRAINT saving_check3 CHECK ((before_milli > after_milli)),
  CONSTRAINT saving_check4 CHECK (((price_e4 IS NOT NULL) OR (reckoned <> ''::text))),
  CONSTRAINT saving_check5 CHECK ((((verified_on IS NULL) = (verified_fen IS NULL)) AND ((verified_on IS NULL) = (verified_by_id IS NULL)))),
  CONSTRAINT saving_check6 CHECK (((verified_fen <= claimed_fen) AND (counted_fen <= verified_fen))),
  CONSTRAINT saving_check7 CHECK (((counted_on IS NULL) = (counted_fen IS NULL))),
  CONSTRAINT saving_check8 CHECK (((counted_on IS NULL) OR (verified_on IS NOT NULL))),
  CONSTRAINT saving_check9 CHECK ((finance_by_id <> verified_by_id)),
  CONSTRAINT saving_claimed_fen_check CHECK (((claimed_fen >= 1) AND (claimed_fen <= '1000000000000'::bigint))),
  CONSTRAINT saving_counted_fen_check CHECK ((counted_fen > 0)),
  CONSTRAINT saving_ended_why_check CHECK ((ended_why = ANY (ARRAY['refused'::text, 'withdrawn'::text, 'struck'::text]))),
  CONSTRAINT saving_kind_check CHECK ((kind = ANY (ARRAY['material'::text, 'energy'::text, 'parts'::text, 'time'::text, 'scrap'::text, 'other'::text]))),
  CONSTRAINT saving_price_e4_check CHECK ((price_e4 > 0)),
  CONSTRAINT saving_verified_fen_check CHECK ((verified_fen > 0))
);
CREATE INDEX saving_counted ON saving USING btree (federation_id, counted_on) WHERE ((counted_on IS NOT NULL) AND (ended_on IS NULL));
CREATE UNIQUE INDEX saving_counted_once ON saving USING btree (federation_id, post_id, kind, made_from, made_to) WHERE ((verified_on IS NOT NULL) AND (ended_on IS NULL) AND (double_word = ''::text));
CREATE INDEX saving_entered ON saving USING btree (federation_id, entered_on DESC, id DESC);
CREATE INDEX saving_of_post ON saving USING btree (federation_id, post_id, kind, made_to) WHERE (ended_on IS NULL);
CREATE INDEX saving_of_unit ON saving USING btree (federation_id, unit_union_id, made_to) WHERE ((counted_on IS NOT NULL) AND (ended_on IS NULL));

CREATE TABLE saving_person (
  federation_id uuid NOT NULL,
  saving_id     uuid NOT NULL,
  person_id     uuid NOT NULL,
  position      smallint NOT NULL,
  share         integer NOT NULL,
  CONSTRAINT saving_person_pkey PRIMARY KEY (federation_id, saving_id, person_id),
  CONSTRAINT saving_person_federation_id_saving_id_position_key UNIQUE (federation_id, saving_id, "position"),
  CONSTRAINT saving_person_position_check CHECK ((("position" >= 1) AND ("position" <= 10))),
  CONSTRAINT saving_person_share_check CHECK (((share >= 1) AND (share <= 10000)))
);
CREATE INDEX saving_person_of ON saving_person USING btree (federation_id, person_id);

CREATE TABLE saving_post (
  federation_id uuid NOT NULL,
  id            uuid NOT NULL,
  union_id      uuid NOT NULL,
  name          text NOT NULL,
  key           text NOT NULL,
  CONSTRAINT saving_post_pkey PRIMARY KEY (federation_id, id),
  CONSTRAINT saving_post_federation_id_union_id_key_key UNIQUE (federation_id, union_id, key)
);

CREATE TABLE saving_prize (
  federation_id uuid NOT NULL,
  month         date NOT NULL,
  person_id     uuid NOT NULL,
  union_id      uuid NOT NULL,
  position      smallint NOT NULL,
  amount_fen    bigint NOT NULL,
  share_fen     bigint NOT NULL,
  CONSTRAINT saving_prize_pkey PRIMARY KEY (federation_id, month, person_id),
  CONSTRAINT saving_prize_federation_id_union_id_month_position_key UNIQUE (federation_id, union_id, month, "position"),
  CONSTRAINT saving_prize_amount_fen_check CHECK ((amount_fen >= 0)),
  CONSTRAINT saving_prize_position_check CHECK (("position" > 0)),
  CONSTRAINT saving_prize_share_fen_check CHECK ((share_fen > 0))
);
CREATE INDEX saving_prize_person ON saving_prize USING btree (federation_id, person_id);

CREATE TABLE saving_prize_month (
  federation_id   uuid NOT NULL,
  union_id        uuid NOT NULL,
  month           date NOT NULL,
  each_fen        bigint NOT NULL,
  rule_set_id     uuid NOT NULL,
  confirmed_by_id uuid NOT NULL,
  confirmed_at    timestamp with time zone NOT NULL,
  CONSTRAINT saving_prize_month_pkey PRIMARY KEY (federation_id, union_id, month),
  CONSTRAINT saving_prize_month_each_fen_check CHECK ((each_fen >= 0)),
  CONSTRAINT saving_prize_month_month_check CHECK ((EXTRACT(day FROM month) = (1)::numeric))
);

CREATE TABLE schema_migration (
  name       text NOT NULL,
  phase      text NOT NULL,
  hash       text NOT NULL,
  ran        boolean NOT NULL,
  applied_at timestamp with time zone NOT NULL,
  CONSTRAINT schema_migration_pkey PRIMARY KEY (name, phase),
  CONSTRAINT schema_migration_phase_check CHECK ((phase = ANY (ARRAY['tables'::text, 'distribution'::text, 'foreign keys'::text])))
);

CREATE TABLE session (
  federation_id uuid NOT NULL,
  id            uuid NOT NULL,
  person_id     uuid NOT NULL,
  token_hash    bytea NOT NULL,
  app           text NOT NULL,
  method        text NOT NULL,
  second_factor boolean NOT NULL,
  device        text NOT NULL,
  begun_at      timestamp with time zone NOT NULL,
  seen_at       timestamp with time zone NOT NULL,
  CONSTRAINT session_pkey PRIMARY KEY (federation_id, id),
  CONSTRAINT session_federation_id_token_hash_key UNIQUE (federation_id, token_hash),
  CONSTRAINT session_app_check CHECK ((app = ANY (ARRAY['member'::text, 'console'::text, 'api'::text]))),
  CONSTRAINT session_device_check CHECK ((length(device) <= 60)),
  CONSTRAINT session_method_check CHECK ((method = ANY (ARRAY['code'::text, 'password'::text, 'demo'::text, 'link'::text, 'wecom'::text, 'dingtalk'::text, 'wechat'::text]))),
  CONSTRAINT session_token_hash_check CHECK ((length(token_hash) = 32))
);
CREATE INDEX session_of_person ON session USING btree (federation_id, person_id);
CREATE INDEX session_seen ON session USING btree (seen_at);

CREATE TABLE sign_in_gate (
  gate         bytea NOT NULL,
  tries        integer NOT NULL,
  last_at      timestamp with time zone NOT NULL,
  locked_until timestamp with time zone,
  CONSTRAINT sign_in_gate_pkey PRIMARY KEY (gate),
  CONSTRAINT sign_in_gate_tries_check CHECK ((tries >= 0))
);
CREATE INDEX sign_in_gate_age ON sign_in_gate USING btree (last_at);

CREATE TABLE sign_in_ticket (
  token_hash    bytea NOT NULL,
  federation_id uuid,
  person_id     uuid,
  phone_lookup  bytea,
  method        text NOT NULL,
  app           text NOT NULL,
  device        text NOT NULL,
  expires_at    timestamp with time zone NOT NULL,
  CONSTRAINT sign_in_ticket_pkey PRIMARY KEY (token_hash),
  CONSTRAINT sign_in_ticket_app_check CHECK ((app = ANY (ARRAY['member'::text, 'console'::text, 'api'::text]))),
  CONSTRAINT sign_in_ticket_check CHECK (((person_id IS NULL) = (federation_id IS NULL))),
  CONSTRAINT sign_in_ticket_check1 CHECK (((person_id IS NOT NULL) OR (phone_lookup IS NOT NULL))),
  CONSTRAINT sign_in_ticket_method_check CHECK ((method = ANY (ARRAY['code'::text, 'password'::text, 'wecom'::text, 'dingtalk'::text, 'wechat'::text])))
);
CREATE INDEX sign_in_ticket_age ON sign_in_ticket USING btree (expires_at);

CREATE TABLE similar_collection (
  federation_id uuid NOT NULL,
  collection    text NOT NULL,
  last          bigint NOT NULL,
  CONSTRAINT similar_collection_pkey PRIMARY KEY (federation_id, collection)
);

CREATE TABLE similar_text (
  federation_id uuid NOT NULL,
  collection    text NOT NULL,
  id            uuid NOT NULL,
  union_id      uuid NOT NULL,
  written_at    timestamp with time zone NOT NULL,
  position      bigint NOT NULL,
  sealed        bytea,
  CONSTRAINT similar_text_pkey PRIMARY KEY (federation_id, collection, id),
  CONSTRAINT similar_text_federation_id_collection_position_key UNIQUE (federation_id, collection, "position")
);

CREATE TABLE stored_file (
  federation_id uuid NOT NULL,
  id            uuid NOT NULL,
  name          text NOT NULL,
  kind          text NOT NULL,
  type          text NOT NULL,
  bytes         bigint NOT NULL,
  width         integer,
  height        integer,
  thumbnail     boolean NOT NULL,
  uploaded_by   uuid,
  uploaded_at   timestamp with time zone NOT NULL,
  owner_kind    text,
  owner_id      uuid,
  place         smallint NOT NULL DEFAULT 0,
  attached_at   timestamp with time zone,
  keep_until    timestamp with time zone,
  CONSTRAINT stored_file_pkey PRIMARY KEY (federation_id, id),
  CONSTRAINT stored_file_bytes_check CHECK ((bytes > 0)),
  CONSTRAINT stored_file_check CHECK (((owner_kind IS NULL) = (owner_id IS NULL))),
  CONSTRAINT stored_file_check1 CHECK (((owner_kind IS NULL) = (attached_at IS NULL))),
  CONSTRAINT stored_file_check2 CHECK (((kind = 'image'::text) = ((width IS NOT NULL) AND (height IS NOT NULL)))),
  CONSTRAINT stored_file_kind_check CHECK ((kind = ANY (ARRAY['image'::text, 'document'::text, 'sheet'::text, 'text'::text]))),
  CONSTRAINT stored_file_name_check CHECK (((length(name) >= 1) AND (length(name) <= 140)))
);
CREATE INDEX stored_file_ends ON stored_file USING btree (federation_id, keep_until) WHERE (keep_until IS NOT NULL);
CREATE INDEX stored_file_owner ON stored_file USING btree (federation_id, owner_kind, owner_id, place) WHERE (owner_kind IS NOT NULL);
CREATE INDEX stored_file_waiting ON stored_file USING btree (federation_id, uploaded_at) WHERE (owner_kind IS NULL);

CREATE TABLE suggestion (
  federation_id   uuid NOT NULL,
  id              uuid NOT NULL,
  scheme_union_id uuid NOT NULL,
  unit_union_id   uuid NOT NULL,
  category        text NOT NULL,
  campaign_id     uuid,
  problem         text NOT NULL,
  remedy          text NOT NULL,
  effect          text NOT NULL DEFAULT ''::text,
  place           text NOT NULL DEFAULT ''::text,
  submitted_on    date NOT NULL,
  void_on         date,
  void_why        text,
  merged_into_id  uuid,
  level           text NOT NULL DEFAULT 'unit'::text,
  expert_group    text,
  first_grade     smallint,
  grade           smallint,
  adopted_on      date,
  started_on      date,
  completed_on    date,
  standardised_on date,
  document_number text NOT NULL DEFAULT ''::text,
  rejected_on     date,
  revoked_on      date,
  owner_id        uuid,
  planned_from    date,
  planned_to      date,
  plan            text NOT NULL DEFAULT ''::text,
  benefit_fen     bigint,
  benefit_on      date,
  award_level     smallint,
  from_register   boolean NOT NULL DEFAULT false,
  document_kind   text,
  document_on     date,
  authors_text    text NOT NULL DEFAULT ''::text,
  import_id       uuid,
  CONSTRAINT suggestion_pkey PRIMARY KEY (federation_id, id),
  CONSTRAINT suggestion_award_level_check CHECK (((award_level >= 1) AND (award_level <= 5))),
  CONSTRAINT suggestion_benefit_fen_check CHECK ((benefit_fen >= 0)),
  CONSTRAINT suggestion_check CHECK (((void_on IS NULL) = (void_why IS NULL))),
  CONSTRAINT suggestion_check1 CHECK (((merged_into_id IS NOT NULL) = (NOT (void_why IS DISTINCT FROM 'merged'::text)))),
  CONSTRAINT suggestion_check2 CHECK (((started_on IS NULL) OR (adopted_on IS NOT NULL))),
  CONSTRAINT suggestion_check3 CHECK (((started_on IS NULL) OR (grade IS NOT NULL))),
  CONSTRAINT suggestion_check4 CHECK (((completed_on IS NULL) OR (started_on IS NOT NULL))),
  CONSTRAINT suggestion_check5 CHECK (((standardised_on IS NULL) OR (completed_on IS NOT NULL))),
  CONSTRAINT suggestion_document_kind_check CHECK ((document_kind = ANY (ARRAY['processSheet'::text, 'operatingRule'::text, 'drawing'::text, 'checklist'::text, 'other'::text]))),
  CONSTRAINT suggestion_expert_group_check CHECK ((expert_group = ANY (ARRAY['technology'::text, 'safety'::text, 'equipment'::text, 'management'::text]))),
  CONSTRAINT suggestion_first_grade_check CHECK (((first_grade >= 1) AND (first_grade <= 3))),
  CONSTRAINT suggestion_grade_check CHECK (((grade >= 1) AND (grade <= 3))),
  CONSTRAINT suggestion_level_check CHECK ((level = ANY (ARRAY['unit'::text, 'company'::text]))),
  CONSTRAINT suggestion_void_why_check CHECK ((void_why = ANY (ARRAY['withdrawn'::text, 'incomplete'::text, 'merged'::text])))
);
CREATE INDEX suggestion_campaign_entries ON suggestion USING btree (federation_id, campaign_id) WHERE (campaign_id IS NOT NULL);
CREATE INDEX suggestion_counted ON suggestion USING btree (federation_id, scheme_union_id, submitted_on) INCLUDE (id, unit_union_id, category, campaign_id, void_on, adopted_on, started_on, completed_on, standardised_on, revoked_on, grade, benefit_fen, benefit_on);
CREATE INDEX suggestion_document ON suggestion USING btree (federation_id, scheme_union_id, standardised_on) WHERE (standardised_on IS NOT NULL);
CREATE INDEX suggestion_merged ON suggestion USING btree (federation_id, merged_into_id) WHERE (merged_into_id IS NOT NULL);
CREATE INDEX suggestion_newest ON suggestion USING btree (federation_id, submitted_on DESC, id DESC);
CREATE INDEX suggestion_of_import ON suggestion USING btree (federation_id, import_id) WHERE (import_id IS NOT NULL);
CREATE INDEX suggestion_of_unit ON suggestion USING btree (federation_id, unit_union_id, submitted_on);
CREATE INDEX suggestion_overdue ON suggestion USING btree (federation_id, planned_to) WHERE ((planned_to IS NOT NULL) AND (completed_on IS NULL));
CREATE INDEX suggestion_owner ON suggestion USING btree (federation_id, owner_id) WHERE (owner_id IS NOT NULL);
CREATE INDEX suggestion_revoked ON suggestion USING btree (federation_id, scheme_union_id) WHERE (revoked_on IS NOT NULL);
CREATE INDEX suggestion_shared_best ON suggestion USING btree (federation_id, scheme_union_id, award_level, grade, benefit_fen DESC NULLS LAST, adopted_on DESC, id) WHERE ((adopted_on IS NOT NULL) AND (revoked_on IS NULL) AND (void_on IS NULL));
CREATE INDEX suggestion_shared_newest ON suggestion USING btree (federation_id, scheme_union_id, adopted_on DESC, id DESC) WHERE ((adopted_on IS NOT NULL) AND (revoked_on IS NULL) AND (void_on IS NULL));
CREATE INDEX suggestion_started ON suggestion USING btree (federation_id, scheme_union_id, started_on) WHERE (started_on IS NOT NULL);

CREATE TABLE suggestion_author (
  federation_id  uuid NOT NULL,
  suggestion_id  uuid NOT NULL,
  person_id      uuid NOT NULL,
  position       smallint NOT NULL,
  share          integer NOT NULL,
  unit_union_id  uuid NOT NULL,
  merged_from_id uuid,
  CONSTRAINT suggestion_author_pkey PRIMARY KEY (federation_id, suggestion_id, person_id),
  CONSTRAINT suggestion_author_federation_id_suggestion_id_position_key UNIQUE (federation_id, suggestion_id, "position"),
  CONSTRAINT suggestion_author_share_check CHECK (((share >= 0) AND (share <= 10000)))
);
CREATE INDEX suggestion_author_person ON suggestion_author USING btree (federation_id, person_id) INCLUDE (suggestion_id, unit_union_id);

CREATE TABLE suggestion_award (
  federation_id   uuid NOT NULL,
  id              uuid NOT NULL,
  suggestion_id   uuid NOT NULL,
  position        smallint NOT NULL,
  level           smallint NOT NULL,
  ground          text NOT NULL,
  borrowed        boolean NOT NULL,
  amount_fen      bigint NOT NULL,
  paid_before_fen bigint NOT NULL,
  pays_fen        bigint NOT NULL,
  reason          text NOT NULL,
  decided_by_id   uuid NOT NULL,
  decided_at      timestamp with time zone NOT NULL,
  rule_set_id     uuid,
  value_fen       bigint,
  filed_with_id   uuid,
  taken_back_at   timestamp with time zone,
  CONSTRAINT suggestion_award_pkey PRIMARY KEY (federation_id, id),
  CONSTRAINT suggestion_award_federation_id_suggestion_id_position_key UNIQUE (federation_id, suggestion_id, "position"),
  CONSTRAINT suggestion_award_amount_fen_check CHECK ((amount_fen >= 0)),
  CONSTRAINT suggestion_award_check CHECK ((pays_fen = GREATEST((0)::bigint, (amount_fen - paid_before_fen)))),
  CONSTRAINT suggestion_award_ground_check CHECK ((ground = ANY (ARRAY['benefit'::text, 'effect'::text, 'reserve'::text]))),
  CONSTRAINT suggestion_award_level_check1 CHECK (((level >= 1) AND (level <= 5))),
  CONSTRAINT suggestion_award_paid_before_fen_check CHECK ((paid_before_fen >= 0)),
  CONSTRAINT suggestion_award_pays_fen_check CHECK ((pays_fen >= 0))
);

CREATE TABLE suggestion_award_share (
  federation_id uuid NOT NULL,
  award_id      uuid NOT NULL,
  person_id     uuid NOT NULL,
  suggestion_id uuid NOT NULL,
  pays_fen      bigint NOT NULL,
  CONSTRAINT suggestion_award_share_pkey PRIMARY KEY (federation_id, award_id, person_id),
  CONSTRAINT suggestion_award_share_pays_fen_check CHECK ((pays_fen >= 0))
);
CREATE INDEX suggestion_award_share_of ON suggestion_award_share USING btree (federation_id, suggestion_id);
CREATE INDEX suggestion_award_share_person ON suggestion_award_share USING btree (federation_id, person_id);

CREATE TABLE suggestion_benefit (
  federation_id uuid NOT NULL,
  id            uuid NOT NULL,
  suggestion_id uuid NOT NULL,
  state         text NOT NULL,
  claimed_fen   bigint NOT NULL,
  basis         text NOT NULL,
  window_from   date NOT NULL,
  window_to     date NOT NULL,
  claimed_by_id uuid NOT NULL,
  claimed_at    timestamp with time zone NOT NULL,
  verified_fen  bigint,
  settled_by_id uuid,
  settled_at    timestamp with time zone,
  text          text NOT NULL DEFAULT ''::text,
  reckoning     jsonb,
  CONSTRAINT suggestion_benefit_pkey PRIMARY KEY (federation_id, id),
  CONSTRAINT suggestion_benefit_check CHECK ((window_from <= window_to)),
  CONSTRAINT suggestion_benefit_check1 CHECK (((state = 'claimed'::text) = (settled_at IS NULL))),
  CONSTRAINT suggestion_benefit_check2 CHECK (((state <> ALL (ARRAY['verified'::text, 'replaced'::text])) OR (verified_fen IS NOT NULL))),
  CONSTRAINT suggestion_benefit_claimed_fen_check CHECK ((claimed_fen >= 0)),
  CONSTRAINT suggestion_benefit_state_check CHECK ((state = ANY (ARRAY['claimed'::text, 'verified'::text, 'refused'::text, 'replaced'::text]))),
  CONSTRAINT suggestion_benefit_verified_fen_check CHECK ((verified_fen >= 0))
);
CREATE UNIQUE INDEX suggestion_benefit_counted_once ON suggestion_benefit USING btree (federation_id, suggestion_id) WHERE (state = 'verified'::text);
CREATE INDEX suggestion_benefit_of ON suggestion_benefit USING btree (federation_id, suggestion_id);
CREATE UNIQUE INDEX suggestion_benefit_one_open ON suggestion_benefit USING btree (federation_id, suggestion_id) WHERE (state = 'claimed'::text);
CREATE INDEX suggestion_benefit_settled ON suggestion_benefit USING btree (federation_id, settled_at);
CREATE INDEX suggestion_benefit_waiting ON suggestion_benefit USING btree (federation_id, claimed_at) WHERE (state = 'claimed'::text);

CREATE TABLE suggestion_campaign (
  federation_id   uuid NOT NULL,
  id              uuid NOT NULL,
  scheme_union_id uuid NOT NULL,
  title           text NOT NULL,
  theme           text NOT NULL,
  from_date       date NOT NULL,
  to_date         date NOT NULL,
  prizes          jsonb NOT NULL DEFAULT '[]'::jsonb,
  state           text NOT NULL,
  version         integer NOT NULL DEFAULT 1,
  CONSTRAINT suggestion_campaign_pkey PRIMARY KEY (federation_id, id),
  CONSTRAINT suggestion_campaign_check CHECK ((from_date <= to_date)),
  CONSTRAINT suggestion_campaign_state_check CHECK ((state = ANY (ARRAY['open'::text, 'cancelled'::text, 'awarded'::text])))
);
CREATE INDEX suggestion_campaign_of ON suggestion_campaign USING btree (federation_id, scheme_union_id, from_date);

CREATE TABLE suggestion_evidence (
  federation_id uuid NOT NULL,
  suggestion_id uuid NOT NULL,
  file_id       uuid NOT NULL,
  shows         text NOT NULL,
  label         text NOT NULL DEFAULT ''::text,
  position      smallint NOT NULL,
  at            timestamp with time zone NOT NULL,
  CONSTRAINT suggestion_evidence_pkey PRIMARY KEY (federation_id, suggestion_id, file_id),
  CONSTRAINT suggestion_evidence_shows_check CHECK ((shows = ANY (ARRAY['before'::text, 'after'::text, 'other'::text])))
);

CREATE TABLE suggestion_expert (
  federation_id   uuid NOT NULL,
  id              uuid NOT NULL,
  scheme_union_id uuid NOT NULL,
  person_id       uuid NOT NULL,
  expert_group    text NOT NULL,
  leads           boolean NOT NULL,
  from_date       date NOT NULL,
  to_date         date,
  CONSTRAINT suggestion_expert_pkey PRIMARY KEY (federation_id, id),
  CONSTRAINT suggestion_expert_expert_group_check CHECK ((expert_group = ANY (ARRAY['technology'::text, 'safety'::text, 'equipment'::text, 'management'::text])))
);
CREATE UNIQUE INDEX suggestion_expert_now ON suggestion_expert USING btree (federation_id, scheme_union_id, expert_group, person_id) WHERE (to_date IS NULL);
CREATE INDEX suggestion_expert_person ON suggestion_expert USING btree (federation_id, person_id);

CREATE TABLE suggestion_import (
  federation_id   uuid NOT NULL,
  id              uuid NOT NULL,
  scheme_union_id uuid NOT NULL,
  state           text NOT NULL,
  file_name       text NOT NULL,
  rows            integer NOT NULL,
  columns         jsonb NOT NULL,
  mapping         jsonb NOT NULL,
  turn            integer NOT NULL DEFAULT 0,
  run_id          uuid,
  cursor          integer NOT NULL DEFAULT 0,
  good            integer NOT NULL DEFAULT 0,
  bad             integer NOT NULL DEFAULT 0,
  unmatched       integer NOT NULL DEFAULT 0,
  taken           integer NOT NULL DEFAULT 0,
  removed         integer NOT NULL DEFAULT 0,
  kept            integer NOT NULL DEFAULT 0,
  reasons         jsonb NOT NULL DEFAULT '{}'::jsonb,
  created_by      uuid NOT NULL,
  created_at      timestamp with time zone NOT NULL,
  ended_at        timestamp with time zone,
  erase_at        timestamp with time zone NOT NULL,
  erased_at       timestamp with time zone,
  CONSTRAINT suggestion_import_pkey PRIMARY KEY (federation_id, id),
  CONSTRAINT suggestion_import_state_check CHECK ((state = ANY (ARRAY['read'::text, 'checking'::text, 'previewed'::text, 'running'::text, 'done'::text, 'undoing'::text, 'undone'::text, 'cancelled'::text])))
);
CREATE INDEX suggestion_import_erase ON suggestion_import USING btree (federation_id, erase_at) WHERE (erased_at IS NULL);
CREATE INDEX suggestion_import_of ON suggestion_import USING btree (federation_id, scheme_union_id, created_at);

CREATE TABLE suggestion_import_row (
  federation_id uuid NOT NULL,
  import_id     uuid NOT NULL,
  row           integer NOT NULL,
  cells         jsonb NOT NULL,
  number        text NOT NULL DEFAULT ''::text,
  problems      jsonb NOT NULL DEFAULT '[]'::jsonb,
  good          boolean,
  suggestion_id uuid,
  kept          boolean NOT NULL DEFAULT false,
  CONSTRAINT suggestion_import_row_pkey PRIMARY KEY (federation_id, import_id, "row")
);
CREATE INDEX suggestion_import_row_number ON suggestion_import_row USING btree (federation_id, import_id, number) WHERE (number <> ''::text);
CREATE INDEX suggestion_import_row_problem ON suggestion_import_row USING btree (federation_id, import_id, good, "row") WHERE (problems <> '[]'::jsonb);

CREATE TABLE suggestion_likeness (
  federation_id   uuid NOT NULL,
  suggestion_id   uuid NOT NULL,
  earlier_id      uuid NOT NULL,
  score_per_mille smallint NOT NULL,
  state           text NOT NULL,
  text            text NOT NULL DEFAULT ''::text,
  said_by_id      uuid,
  said_at         timestamp with time zone,
  settled_text    text NOT NULL DEFAULT ''::text,
  settled_by_id   uuid,
  settled_at      timestamp with time zone,
  CONSTRAINT suggestion_likeness_pkey PRIMARY KEY (federation_id, suggestion_id, earlier_id),
  CONSTRAINT suggestion_likeness_score_per_mille_check CHECK (((score_per_mille >= 0) AND (score_per_mille <= 1000))),
  CONSTRAINT suggestion_likeness_state_check CHECK ((state = ANY (ARRAY['found'::text, 'contested'::text, 'cleared'::text, 'merged'::text])))
);
CREATE INDEX suggestion_likeness_earlier ON suggestion_likeness USING btree (federation_id, earlier_id);

CREATE TABLE suggestion_merger (
  federation_id uuid NOT NULL,
  id            uuid NOT NULL,
  suggestion_id uuid NOT NULL,
  earlier_id    uuid NOT NULL,
  share         integer NOT NULL,
  by_id         uuid NOT NULL,
  at            timestamp with time zone NOT NULL,
  undone_by_id  uuid,
  undone_at     timestamp with time zone,
  CONSTRAINT suggestion_merger_pkey PRIMARY KEY (federation_id, id),
  CONSTRAINT suggestion_merger_check CHECK (((undone_by_id IS NULL) = (undone_at IS NULL))),
  CONSTRAINT suggestion_merger_check1 CHECK ((suggestion_id <> earlier_id)),
  CONSTRAINT suggestion_merger_share_check CHECK (((share >= 0) AND (share <= 9900)))
);
CREATE INDEX suggestion_merger_earlier ON suggestion_merger USING btree (federation_id, earlier_id);
CREATE INDEX suggestion_merger_into ON suggestion_merger USING btree (federation_id, earlier_id) WHERE (undone_at IS NULL);
CREATE INDEX suggestion_merger_of ON suggestion_merger USING btree (federation_id, suggestion_id);
CREATE UNIQUE INDEX suggestion_merger_one ON suggestion_merger USING btree (federation_id, suggestion_id) WHERE (undone_at IS NULL);

CREATE TABLE suggestion_own_share (
  federation_id uuid NOT NULL,
  suggestion_id uuid NOT NULL,
  person_id     uuid NOT NULL,
  share         integer NOT NULL,
  CONSTRAINT suggestion_own_share_pkey PRIMARY KEY (federation_id, suggestion_id, person_id),
  CONSTRAINT suggestion_own_share_share_check CHECK (((share >= 0) AND (share <= 10000)))
);

CREATE TABLE suggestion_person_group (
  federation_id   uuid NOT NULL,
  id              uuid NOT NULL,
  scheme_union_id uuid NOT NULL,
  person_id       uuid NOT NULL,
  person_group    text NOT NULL,
  from_date       date NOT NULL,
  to_date         date,
  CONSTRAINT suggestion_person_group_pkey PRIMARY KEY (federation_id, id),
  CONSTRAINT suggestion_person_group_person_group_check CHECK ((person_group = ANY (ARRAY['manager'::text, 'keyStaff'::text, 'teamLeader'::text, 'party'::text])))
);
CREATE UNIQUE INDEX suggestion_person_group_now ON suggestion_person_group USING btree (federation_id, scheme_union_id, person_group, person_id) WHERE (to_date IS NULL);
CREATE INDEX suggestion_person_group_person ON suggestion_person_group USING btree (federation_id, person_id);

CREATE TABLE suggestion_review (
  federation_id uuid NOT NULL,
  suggestion_id uuid NOT NULL,
  round         smallint NOT NULL,
  reviewer_id   uuid NOT NULL,
  expert_group  text NOT NULL,
  asked_by_id   uuid NOT NULL,
  asked_at      timestamp with time zone NOT NULL,
  verdict       text,
  grade         smallint,
  text          text NOT NULL DEFAULT ''::text,
  conflict      text NOT NULL DEFAULT ''::text,
  given_at      timestamp with time zone,
  CONSTRAINT suggestion_review_pkey PRIMARY KEY (federation_id, suggestion_id, round, reviewer_id),
  CONSTRAINT suggestion_review_check CHECK (((given_at IS NOT NULL) OR ((verdict IS NULL) AND (conflict = ''::text)))),
  CONSTRAINT suggestion_review_check1 CHECK (((verdict IS DISTINCT FROM 'implement'::text) OR (grade IS NOT NULL))),
  CONSTRAINT suggestion_review_grade_check CHECK (((grade >= 1) AND (grade <= 3))),
  CONSTRAINT suggestion_review_verdict_check CHECK ((verdict = ANY (ARRAY['implement'::text, 'adopt'::text, 'reject'::text])))
);
CREATE INDEX suggestion_review_waiting ON suggestion_review USING btree (federation_id, reviewer_id) WHERE (given_at IS NULL);

CREATE TABLE suggestion_scheme (
  federation_id uuid NOT NULL,
  union_id      uuid NOT NULL,
  opened_on     date NOT NULL,
  closed_on     date,
  blind         boolean NOT NULL,
  CONSTRAINT suggestion_scheme_pkey PRIMARY KEY (federation_id, union_id)
);

CREATE TABLE suggestion_supporter (
  federation_id  uuid NOT NULL,
  suggestion_id  uuid NOT NULL,
  person_id      uuid NOT NULL,
  text           text NOT NULL DEFAULT ''::text,
  merged_from_id uuid,
  at             timestamp with time zone NOT NULL,
  CONSTRAINT suggestion_supporter_pkey PRIMARY KEY (federation_id, suggestion_id, person_id)
);
CREATE INDEX suggestion_supporter_person ON suggestion_supporter USING btree (federation_id, person_id);

CREATE TABLE survey (
  federation_id uuid NOT NULL,
  id            uuid NOT NULL,
  union_id      uuid NOT NULL,
  series        text NOT NULL,
  title         text NOT NULL,
  about         text NOT NULL,
  form          jsonb NOT NULL,
  level         text NOT NULL,
  groups        text[] NOT NULL,
  units         jsonb NOT NULL DEFAULT '[]'::jsonb,
  roll          jsonb NOT NULL,
  seed          text NOT NULL DEFAULT ''::text,
  links         integer NOT NULL DEFAULT 0,
  opens_at      timestamp with time zone NOT NULL,
  closes_at     timestamp with time zone NOT NULL,
  results_to    text NOT NULL,
  reminders     smallint NOT NULL DEFAULT 0,
  reminded_at   timestamp with time zone,
  made_by_id    uuid,
  made_at       timestamp with time zone NOT NULL,
  version       integer NOT NULL DEFAULT 1,
  CONSTRAINT survey_pkey PRIMARY KEY (federation_id, id),
  CONSTRAINT survey_about_check CHECK ((length(about) <= 2000)),
  CONSTRAINT survey_check CHECK ((closes_at > opens_at)),
  CONSTRAINT survey_level_check CHECK ((level = ANY (ARRAY['open'::text, 'detached'::text, 'blind'::text]))),
  CONSTRAINT survey_links_check CHECK (((links >= 0) AND (links <= 5000))),
  CONSTRAINT survey_results_to_check CHECK ((results_to = ANY (ARRAY['office'::text, 'asked'::text]))),
  CONSTRAINT survey_seed_check CHECK ((length(seed) <= 40)),
  CONSTRAINT survey_series_check CHECK (((length(series) >= 1) AND (length(series) <= 80))),
  CONSTRAINT survey_title_check CHECK (((length(title) >= 2) AND (length(title) <= 100)))
);
CREATE INDEX survey_series ON survey USING btree (federation_id, series, closes_at);
CREATE INDEX survey_union ON survey USING btree (federation_id, union_id, opens_at);

CREATE TABLE survey_cross (
  federation_id uuid NOT NULL,
  survey_id     uuid NOT NULL,
  a             text NOT NULL,
  b             text NOT NULL,
  cells         integer[] NOT NULL,
  CONSTRAINT survey_cross_pkey PRIMARY KEY (federation_id, survey_id, a, b)
);

CREATE TABLE survey_interview (
  federation_id uuid NOT NULL,
  survey_id     uuid NOT NULL,
  person_id     uuid NOT NULL,
  by_id         uuid NOT NULL,
  why           text NOT NULL,
  CONSTRAINT survey_interview_pkey PRIMARY KEY (federation_id, survey_id, person_id),
  CONSTRAINT survey_interview_why_check CHECK (((length(why) >= 2) AND (length(why) <= 200)))
);

CREATE TABLE survey_link (
  federation_id uuid NOT NULL,
  survey_id     uuid NOT NULL,
  no            integer NOT NULL,
  voter_id      uuid NOT NULL,
  CONSTRAINT survey_link_pkey PRIMARY KEY (federation_id, survey_id, no),
  CONSTRAINT survey_link_voter UNIQUE (federation_id, survey_id, voter_id),
  CONSTRAINT survey_link_no_check CHECK (((no >= 1) AND (no <= 5000)))
);

CREATE TABLE survey_remark (
  federation_id uuid NOT NULL,
  survey_id     uuid NOT NULL,
  id            uuid NOT NULL,
  question      text NOT NULL,
  text          text NOT NULL,
  topic_id      uuid,
  gathered      boolean NOT NULL DEFAULT false,
  CONSTRAINT survey_remark_pkey PRIMARY KEY (federation_id, survey_id, id),
  CONSTRAINT survey_remark_text_check CHECK (((length(text) >= 1) AND (length(text) <= 4000)))
);
CREATE INDEX survey_remark_question ON survey_remark USING btree (federation_id, survey_id, question, topic_id);

CREATE TABLE survey_result (
  federation_id uuid NOT NULL,
  survey_id     uuid NOT NULL,
  dimension     text NOT NULL,
  body          jsonb NOT NULL,
  papers        integer NOT NULL,
  invalid       integer NOT NULL,
  asked         integer NOT NULL,
  headline      smallint,
  counted_at    timestamp with time zone NOT NULL,
  CONSTRAINT survey_result_pkey PRIMARY KEY (federation_id, survey_id, dimension),
  CONSTRAINT survey_result_dimension_check CHECK ((dimension = ANY (ARRAY[''::text, 'unit'::text, 'sex'::text, 'age'::text, 'work'::text])))
);

CREATE TABLE survey_task (
  federation_id uuid NOT NULL,
  id            uuid NOT NULL,
  survey_id     uuid NOT NULL,
  question      text NOT NULL,
  finding       text NOT NULL,
  due_on        date NOT NULL,
  progress      smallint NOT NULL DEFAULT 0,
  answer        text NOT NULL DEFAULT ''::text,
  answered_at   timestamp with time zone,
  CONSTRAINT survey_task_pkey PRIMARY KEY (federation_id, id),
  CONSTRAINT survey_task_answer_check CHECK ((length(answer) <= 1000)),
  CONSTRAINT survey_task_finding_check CHECK (((length(finding) >= 2) AND (length(finding) <= 300))),
  CONSTRAINT survey_task_progress_check CHECK (((progress >= 0) AND (progress <= 100)))
);
CREATE INDEX survey_task_survey ON survey_task USING btree (federation_id, survey_id);

CREATE TABLE survey_template (
  federation_id uuid NOT NULL,
  id            uuid NOT NULL,
  union_id      uuid NOT NULL,
  title         text NOT NULL,
  about         text NOT NULL,
  form          jsonb NOT NULL,
  made_by_id    uuid,
  made_at       timestamp with time zone NOT NULL,
  CONSTRAINT survey_template_pkey PRIMARY KEY (federation_id, id),
  CONSTRAINT survey_template_about_check CHECK ((length(about) <= 1000)),
  CONSTRAINT survey_template_title_check CHECK (((length(title) >= 2) AND (length(title) <= 100)))
);
CREATE INDEX survey_template_union ON survey_template USING btree (federation_id, union_id);

CREATE TABLE survey_topic (
  federation_id uuid NOT NULL,
  survey_id     uuid NOT NULL,
  id            uuid NOT NULL,
  question      text NOT NULL,
  title         text NOT NULL,
  CONSTRAINT survey_topic_pkey PRIMARY KEY (federation_id, survey_id, id),
  CONSTRAINT survey_topic_title_check CHECK (((length(title) >= 1) AND (length(title) <= 100)))
);

CREATE TABLE topic_apart (
  federation_id uuid NOT NULL,
  letter_id     uuid NOT NULL,
  other_id      uuid NOT NULL,
  said_by       uuid NOT NULL,
  said_at       timestamp with time zone NOT NULL,
  CONSTRAINT topic_apart_pkey PRIMARY KEY (federation_id, letter_id, other_id),
  CONSTRAINT topic_apart_check CHECK ((letter_id < other_id))
);
CREATE INDEX topic_apart_other ON topic_apart USING btree (federation_id, other_id);

CREATE TABLE topic_count (
  federation_id uuid NOT NULL,
  survey_id     uuid NOT NULL,
  place         smallint NOT NULL,
  question      smallint NOT NULL,
  choice        smallint NOT NULL,
  votes         integer NOT NULL,
  CONSTRAINT topic_count_pkey PRIMARY KEY (federation_id, survey_id, place, question, choice)
);

CREATE TABLE topic_letter (
  federation_id uuid NOT NULL,
  letter_id     uuid NOT NULL,
  topic_id      uuid NOT NULL,
  gathered_at   timestamp with time zone NOT NULL,
  gathered_by   uuid NOT NULL,
  merged_from   uuid,
  told_at       timestamp with time zone,
  CONSTRAINT topic_letter_pkey PRIMARY KEY (federation_id, letter_id)
);
CREATE INDEX topic_letter_merged_from ON topic_letter USING btree (federation_id, merged_from) WHERE (merged_from IS NOT NULL);
CREATE INDEX topic_letter_of_topic ON topic_letter USING btree (federation_id, topic_id, letter_id);

CREATE TABLE topic_measure (
  federation_id uuid NOT NULL,
  measure_id    uuid NOT NULL,
  topic_id      uuid NOT NULL,
  CONSTRAINT topic_measure_pkey PRIMARY KEY (federation_id, measure_id)
);
CREATE INDEX topic_measure_of_topic ON topic_measure USING btree (federation_id, topic_id, measure_id);

CREATE TABLE topic_place (
  federation_id uuid NOT NULL,
  survey_id     uuid NOT NULL,
  place         smallint NOT NULL,
  union_id      uuid,
  asked         integer NOT NULL DEFAULT 0,
  counted       integer NOT NULL DEFAULT 0,
  hidden        boolean NOT NULL DEFAULT false,
  CONSTRAINT topic_place_pkey PRIMARY KEY (federation_id, survey_id, place),
  CONSTRAINT topic_place_check CHECK (((place = 0) = (union_id IS NULL)))
);

CREATE TABLE topic_roll (
  federation_id uuid NOT NULL,
  survey_id     uuid NOT NULL,
  person_id     uuid NOT NULL,
  place         smallint NOT NULL,
  answered      boolean NOT NULL DEFAULT false,
  CONSTRAINT topic_roll_pkey PRIMARY KEY (federation_id, survey_id, person_id)
);
CREATE INDEX topic_roll_of_person ON topic_roll USING btree (federation_id, person_id);

CREATE TABLE topic_sheet (
  federation_id uuid NOT NULL,
  id            uuid NOT NULL,
  survey_id     uuid NOT NULL,
  sealed        bytea NOT NULL,
  CONSTRAINT topic_sheet_pkey PRIMARY KEY (federation_id, survey_id, id)
);

CREATE TABLE topic_survey (
  federation_id uuid NOT NULL,
  id            uuid NOT NULL,
  topic_id      uuid NOT NULL,
  title         text NOT NULL,
  intro         text NOT NULL,
  questions     jsonb NOT NULL,
  state         text NOT NULL,
  closes_at     timestamp with time zone,
  smallest      smallint,
  rule_set_id   uuid,
  sent_at       timestamp with time zone,
  reminded_at   timestamp with time zone,
  counted_at    timestamp with time zone,
  asked         integer NOT NULL DEFAULT 0,
  answered      integer NOT NULL DEFAULT 0,
  CONSTRAINT topic_survey_pkey PRIMARY KEY (federation_id, id),
  CONSTRAINT topic_survey_federation_id_topic_id_key UNIQUE (federation_id, topic_id),
  CONSTRAINT topic_survey_check CHECK (((state = 'draft'::text) OR ((closes_at IS NOT NULL) AND (smallest IS NOT NULL) AND (sent_at IS NOT NULL)))),
  CONSTRAINT topic_survey_state_check CHECK ((state = ANY (ARRAY['draft'::text, 'open'::text, 'counting'::text, 'counted'::text])))
);
CREATE INDEX topic_survey_due ON topic_survey USING btree (closes_at) WHERE (state = ANY (ARRAY['open'::text, 'counting'::text]));

CREATE TABLE topic_text (
  federation_id uuid NOT NULL,
  id            uuid NOT NULL,
  survey_id     uuid NOT NULL,
  question      smallint NOT NULL,
  text          text NOT NULL,
  CONSTRAINT topic_text_pkey PRIMARY KEY (federation_id, survey_id, question, id)
);

CREATE TABLE union_election (
  federation_id       uuid NOT NULL,
  id                  uuid NOT NULL,
  union_id            uuid NOT NULL,
  kind                text NOT NULL,
  post                text NOT NULL,
  number              smallint NOT NULL,
  timing              text NOT NULL,
  reason              text NOT NULL DEFAULT ''::text,
  ends_on             date,
  planned_on          date NOT NULL,
  term_years          smallint NOT NULL,
  assembly            text NOT NULL,
  method              text NOT NULL,
  seats               smallint NOT NULL,
  audit_seats         smallint NOT NULL,
  vice_seats          smallint NOT NULL,
  chair_by            text NOT NULL,
  members             integer NOT NULL,
  women               integer NOT NULL,
  preparers           text NOT NULL DEFAULT ''::text,
  about               text NOT NULL DEFAULT ''::text,
  party               text NOT NULL DEFAULT ''::text,
  party_reply         text NOT NULL DEFAULT ''::text,
  party_on            date,
  plan_document       text NOT NULL DEFAULT ''::text,
  candidates_document text NOT NULL DEFAULT ''::text,
  result_document     text NOT NULL DEFAULT ''::text,
  publicity_from      date,
  publicity_to        date,
  publicity_place     text NOT NULL DEFAULT ''::text,
  frozen_at           timestamp with time zone,
  elected_on          date,
  term_from           date,
  term_to             date,
  rule_set_id         text NOT NULL,
  version             integer NOT NULL DEFAULT 1,
  made_by_id          uuid,
  made_at             timestamp with time zone NOT NULL,
  closed_at           timestamp with time zone,
  CONSTRAINT union_election_pkey PRIMARY KEY (federation_id, id),
  CONSTRAINT union_election_about_check CHECK ((length(about) <= 2000)),
  CONSTRAINT union_election_assembly_check CHECK ((assembly = ANY (ARRAY['members'::text, 'congress'::text]))),
  CONSTRAINT union_election_audit_seats_check CHECK (((audit_seats >= 0) AND (audit_seats <= 30))),
  CONSTRAINT union_election_candidates_document_check CHECK ((length(candidates_document) <= 100)),
  CONSTRAINT union_election_chair_by_check CHECK ((chair_by = ANY (ARRAY['assembly'::text, 'committee'::text]))),
  CONSTRAINT union_election_check CHECK (((publicity_from IS NULL) = (publicity_to IS NULL))),
  CONSTRAINT union_election_check1 CHECK (((term_from IS NULL) = (term_to IS NULL))),
  CONSTRAINT union_election_kind_check CHECK ((kind = ANY (ARRAY['renewal'::text, 'byElection'::text]))),
  CONSTRAINT union_election_members_check CHECK ((members >= 0)),
  CONSTRAINT union_election_method_check CHECK ((method = ANY (ARRAY['online'::text, 'hall'::text, 'mixed'::text]))),
  CONSTRAINT union_election_number_check CHECK (((number >= 1) AND (number <= 200))),
  CONSTRAINT union_election_party_check CHECK ((length(party) <= 100)),
  CONSTRAINT union_election_party_reply_check CHECK ((length(party_reply) <= 100)),
  CONSTRAINT union_election_plan_document_check CHECK ((length(plan_document) <= 100)),
  CONSTRAINT union_election_post_check CHECK ((post = ANY (ARRAY['committee'::text, 'audit'::text, 'chair'::text, 'viceChair'::text]))),
  CONSTRAINT union_election_preparers_check CHECK ((length(preparers) <= 500)),
  CONSTRAINT union_election_publicity_place_check CHECK ((length(publicity_place) <= 100)),
  CONSTRAINT union_election_reason_check CHECK ((length(reason) <= 500)),
  CONSTRAINT union_election_result_document_check CHECK ((length(result_document) <= 100)),
  CONSTRAINT union_election_seats_check CHECK (((seats >= 0) AND (seats <= 99))),
  CONSTRAINT union_election_term_years_check CHECK ((term_years = ANY (ARRAY[3, 5]))),
  CONSTRAINT union_election_timing_check CHECK ((timing = ANY (ARRAY['due'::text, 'early'::text, 'late'::text]))),
  CONSTRAINT union_election_vice_seats_check CHECK (((vice_seats >= 0) AND (vice_seats <= 10))),
  CONSTRAINT union_election_women_check CHECK ((women >= 0))
);
CREATE INDEX union_election_of ON union_election USING btree (federation_id, union_id, made_at);
CREATE UNIQUE INDEX union_election_one_open ON union_election USING btree (federation_id, union_id) WHERE (closed_at IS NULL);

CREATE TABLE union_figure (
  federation_id uuid NOT NULL,
  union_id      uuid NOT NULL,
  members       integer NOT NULL,
  women         integer NOT NULL,
  unattached    integer NOT NULL,
  reserved      integer NOT NULL,
  joined_year   integer NOT NULL,
  counted_at    timestamp with time zone NOT NULL,
  CONSTRAINT union_figure_pkey PRIMARY KEY (federation_id, union_id)
);

CREATE TABLE union_unit (
  federation_id    uuid NOT NULL,
  id               uuid NOT NULL,
  code             text NOT NULL,
  join_code        text NOT NULL,
  node             text NOT NULL,
  name             text NOT NULL,
  kind             text NOT NULL,
  state            text NOT NULL,
  parent_id        uuid,
  sector_parent_id uuid,
  path             text NOT NULL,
  sector_path      text,
  region_code      text NOT NULL DEFAULT ''::text,
  address          text NOT NULL DEFAULT ''::text,
  employer_name    text NOT NULL DEFAULT ''::text,
  employer_uscc    text NOT NULL DEFAULT ''::text,
  union_uscc       text NOT NULL DEFAULT ''::text,
  industry         text NOT NULL DEFAULT ''::text,
  workers          integer NOT NULL DEFAULT 0,
  women            integer NOT NULL DEFAULT 0,
  takes_unattached boolean NOT NULL DEFAULT false,
  founded_on       date,
  term_years       smallint,
  term_from        date,
  term_to          date,
  approval         text NOT NULL DEFAULT ''::text,
  merged_into_id   uuid,
  ended_on         date,
  created_at       timestamp with time zone NOT NULL,
  CONSTRAINT union_unit_pkey PRIMARY KEY (federation_id, id),
  CONSTRAINT union_unit_federation_id_code_key UNIQUE (federation_id, code),
  CONSTRAINT union_unit_federation_id_node_key UNIQUE (federation_id, node),
  CONSTRAINT union_unit_check CHECK (((women >= 0) AND (women <= workers))),
  CONSTRAINT union_unit_kind_check CHECK ((kind = ANY (ARRAY['federation'::text, 'district'::text, 'street'::text, 'industry'::text, 'group'::text, 'area'::text, 'joint'::text, 'enterprise'::text, 'sector'::text, 'park'::text, 'building'::text, 'streetFront'::text, 'site'::text, 'farmCooperative'::text, 'dwelling'::text, 'branch'::text, 'unionGroup'::text]))),
  CONSTRAINT union_unit_state_check CHECK ((state = ANY (ARRAY['preparing'::text, 'active'::text, 'merged'::text, 'dissolved'::text]))),
  CONSTRAINT union_unit_term_years_check CHECK ((term_years = ANY (ARRAY[3, 5]))),
  CONSTRAINT union_unit_workers_check CHECK ((workers >= 0))
);
CREATE INDEX union_unit_parent ON union_unit USING btree (federation_id, parent_id);
CREATE INDEX union_unit_path ON union_unit USING btree (federation_id, path text_pattern_ops);
CREATE INDEX union_unit_sector_path ON union_unit USING btree (federation_id, sector_path text_pattern_ops) WHERE (sector_path IS NOT NULL);

CREATE TABLE vendor_account (
  federation_id  uuid NOT NULL,
  id             uuid NOT NULL,
  person_id      uuid NOT NULL,
  vendor         text NOT NULL,
  account_lookup bytea NOT NULL,
  bound_by       text NOT NULL,
  bound_at       timestamp with time zone NOT NULL,
  ended_at       timestamp with time zone,
  CONSTRAINT vendor_account_pkey PRIMARY KEY (federation_id, id),
  CONSTRAINT vendor_account_account_lookup_check CHECK ((length(account_lookup) = 32)),
  CONSTRAINT vendor_account_bound_by_check CHECK ((bound_by = ANY (ARRAY['person'::text, 'directory'::text]))),
  CONSTRAINT vendor_account_check CHECK ((ended_at >= bound_at)),
  CONSTRAINT vendor_account_vendor_check CHECK ((vendor = ANY (ARRAY['wecom'::text, 'dingtalk'::text, 'wechat'::text])))
);
CREATE INDEX vendor_account_ended ON vendor_account USING btree (federation_id, vendor, account_lookup) WHERE (ended_at IS NOT NULL);
CREATE UNIQUE INDEX vendor_account_once ON vendor_account USING btree (federation_id, vendor, account_lookup) WHERE (ended_at IS NULL);
CREATE UNIQUE INDEX vendor_account_one_per_person ON vendor_account USING btree (federation_id, person_id, vendor) WHERE (ended_at IS NULL);

ALTER TABLE activity ADD CONSTRAINT activity_federation_id_id_fkey FOREIGN KEY (federation_id, id) REFERENCES case_file(federation_id, id);
ALTER TABLE activity ADD CONSTRAINT activity_federation_id_organiser_id_fkey FOREIGN KEY (federation_id, organiser_id) REFERENCES person(federation_id, id);
ALTER TABLE activity ADD CONSTRAINT activity_federation_id_union_id_fkey FOREIGN KEY (federation_id, union_id) REFERENCES union_unit(federation_id, id);
ALTER TABLE activity_audience ADD CONSTRAINT activity_audience_federation_id_activity_id_fkey FOREIGN KEY (federation_id, activity_id) REFERENCES activity(federation_id, id);
ALTER TABLE activity_audience ADD CONSTRAINT activity_audience_federation_id_union_id_fkey FOREIGN KEY (federation_id, union_id) REFERENCES union_unit(federation_id, id);
ALTER TABLE activity_cost ADD CONSTRAINT activity_cost_federation_id_activity_id_fkey FOREIGN KEY (federation_id, activity_id) REFERENCES activity(federation_id, id);
ALTER TABLE activity_entry ADD CONSTRAINT activity_entry_federation_id_activity_id_fkey FOREIGN KEY (federation_id, activity_id) REFERENCES activity(federation_id, id);
ALTER TABLE activity_entry ADD CONSTRAINT activity_entry_federation_id_person_id_fkey FOREIGN KEY (federation_id, person_id) REFERENCES person(federation_id, id);
ALTER TABLE activity_photo ADD CONSTRAINT activity_photo_federation_id_activity_id_fkey FOREIGN KEY (federation_id, activity_id) REFERENCES activity(federation_id, id);
ALTER TABLE activity_photo ADD CONSTRAINT activity_photo_federation_id_by_id_fkey FOREIGN KEY (federation_id, by_id) REFERENCES person(federation_id, id);
ALTER TABLE activity_rating ADD CONSTRAINT activity_rating_federation_id_activity_id_fkey FOREIGN KEY (federation_id, activity_id) REFERENCES activity(federation_id, id);
ALTER TABLE activity_rating ADD CONSTRAINT activity_rating_federation_id_person_id_fkey FOREIGN KEY (federation_id, person_id) REFERENCES person(federation_id, id);
ALTER TABLE appraisal ADD CONSTRAINT appraisal_federation_id_id_fkey FOREIGN KEY (federation_id, id) REFERENCES ballot(federation_id, id);
ALTER TABLE appraisal ADD CONSTRAINT appraisal_federation_id_union_id_fkey FOREIGN KEY (federation_id, union_id) REFERENCES union_unit(federation_id, id);
ALTER TABLE appraisal_leader ADD CONSTRAINT appraisal_leader_federation_id_appraisal_id_fkey FOREIGN KEY (federation_id, appraisal_id) REFERENCES appraisal(federation_id, id);
ALTER TABLE authenticator ADD CONSTRAINT authenticator_federation_id_person_id_fkey FOREIGN KEY (federation_id, person_id) REFERENCES person(federation_id, id);
ALTER TABLE ballot ADD CONSTRAINT ballot_federation_id_union_id_fkey FOREIGN KEY (federation_id, union_id) REFERENCES union_unit(federation_id, id);
ALTER TABLE ballot_card ADD CONSTRAINT ballot_card_federation_id_ballot_id_fkey FOREIGN KEY (federation_id, ballot_id) REFERENCES ballot(federation_id, id);
ALTER TABLE ballot_envelope ADD CONSTRAINT ballot_envelope_federation_id_ballot_id_fkey FOREIGN KEY (federation_id, ballot_id) REFERENCES ballot(federation_id, id);
ALTER TABLE ballot_envelope_key ADD CONSTRAINT ballot_envelope_key_federation_id_ballot_id_fkey FOREIGN KEY (federation_id, ballot_id) REFERENCES ballot(federation_id, id);
ALTER TABLE ballot_key ADD CONSTRAINT ballot_key_federation_id_ballot_id_fkey FOREIGN KEY (federation_id, ballot_id) REFERENCES ballot(federation_id, id);
ALTER TABLE ballot_matter ADD CONSTRAINT ballot_matter_federation_id_id_fkey FOREIGN KEY (federation_id, id) REFERENCES ballot(federation_id, id);
ALTER TABLE ballot_matter ADD CONSTRAINT ballot_matter_federation_id_union_id_fkey FOREIGN KEY (federation_id, union_id) REFERENCES union_unit(federation_id, id);
ALTER TABLE ballot_open_paper ADD CONSTRAINT ballot_open_paper_federation_id_ballot_id_person_id_fkey FOREIGN KEY (federation_id, ballot_id, person_id) REFERENCES ballot_voter(federation_id, ballot_id, person_id);
ALTER TABLE ballot_paper ADD CONSTRAINT ballot_paper_federation_id_ballot_id_fkey FOREIGN KEY (federation_id, ballot_id) REFERENCES ballot(federation_id, id);
ALTER TABLE ballot_terminal ADD CONSTRAINT ballot_terminal_federation_id_ballot_id_fkey FOREIGN KEY (federation_id, ballot_id) REFERENCES ballot(federation_id, id);
ALTER TABLE ballot_voter ADD CONSTRAINT ballot_voter_federation_id_ballot_id_fkey FOREIGN KEY (federation_id, ballot_id) REFERENCES ballot(federation_id, id);
ALTER TABLE box_letter ADD CONSTRAINT box_letter_federation_id_letter_id_fkey FOREIGN KEY (federation_id, letter_id) REFERENCES case_file(federation_id, id);
ALTER TABLE box_letter ADD CONSTRAINT box_letter_federation_id_opening_id_fkey FOREIGN KEY (federation_id, opening_id) REFERENCES box_opening(federation_id, id);
ALTER TABLE box_opening ADD CONSTRAINT box_opening_federation_id_box_id_fkey FOREIGN KEY (federation_id, box_id) REFERENCES contact_box(federation_id, id);
ALTER TABLE box_opening ADD CONSTRAINT box_opening_federation_id_logged_by_fkey FOREIGN KEY (federation_id, logged_by) REFERENCES person(federation_id, id);
ALTER TABLE box_opening ADD CONSTRAINT box_opening_federation_id_opened_by_fkey FOREIGN KEY (federation_id, opened_by) REFERENCES person(federation_id, id);
ALTER TABLE box_opening ADD CONSTRAINT box_opening_federation_id_witness_id_fkey FOREIGN KEY (federation_id, witness_id) REFERENCES person(federation_id, id);
ALTER TABLE box_opening_before ADD CONSTRAINT box_opening_before_federation_id_changed_by_fkey FOREIGN KEY (federation_id, changed_by) REFERENCES person(federation_id, id);
ALTER TABLE box_opening_before ADD CONSTRAINT box_opening_before_federation_id_opening_id_fkey FOREIGN KEY (federation_id, opening_id) REFERENCES box_opening(federation_id, id);
ALTER TABLE briefing ADD CONSTRAINT briefing_federation_id_id_fkey FOREIGN KEY (federation_id, id) REFERENCES case_file(federation_id, id);
ALTER TABLE briefing ADD CONSTRAINT briefing_federation_id_union_id_fkey FOREIGN KEY (federation_id, union_id) REFERENCES union_unit(federation_id, id);
ALTER TABLE briefing_attendance ADD CONSTRAINT briefing_attendance_federation_id_briefing_id_fkey FOREIGN KEY (federation_id, briefing_id) REFERENCES briefing(federation_id, id);
ALTER TABLE briefing_attendance ADD CONSTRAINT briefing_attendance_federation_id_person_id_fkey FOREIGN KEY (federation_id, person_id) REFERENCES person(federation_id, id);
ALTER TABLE briefing_question ADD CONSTRAINT briefing_question_federation_id_briefing_id_fkey FOREIGN KEY (federation_id, briefing_id) REFERENCES briefing(federation_id, id);
ALTER TABLE briefing_question ADD CONSTRAINT briefing_question_federation_id_case_id_fkey FOREIGN KEY (federation_id, case_id) REFERENCES case_file(federation_id, id);
ALTER TABLE briefing_question ADD CONSTRAINT briefing_question_federation_id_person_id_fkey FOREIGN KEY (federation_id, person_id) REFERENCES person(federation_id, id);
ALTER TABLE briefing_vote ADD CONSTRAINT briefing_vote_federation_id_person_id_fkey FOREIGN KEY (federation_id, person_id) REFERENCES person(federation_id, id);
ALTER TABLE briefing_vote ADD CONSTRAINT briefing_vote_federation_id_question_id_fkey FOREIGN KEY (federation_id, question_id) REFERENCES briefing_question(federation_id, id);
ALTER TABLE care_consent ADD CONSTRAINT care_consent_federation_id_programme_id_fkey FOREIGN KEY (federation_id, programme_id) REFERENCES care_programme(federation_id, id);
ALTER TABLE care_day ADD CONSTRAINT care_day_federation_id_entry_id_fkey FOREIGN KEY (federation_id, entry_id) REFERENCES care_entry(federation_id, id);
ALTER TABLE care_day ADD CONSTRAINT care_day_federation_id_pickup_id_fkey FOREIGN KEY (federation_id, pickup_id) REFERENCES care_pickup(federation_id, id);
ALTER TABLE care_day ADD CONSTRAINT care_day_federation_id_release_id_fkey FOREIGN KEY (federation_id, release_id) REFERENCES care_release(federation_id, id);
ALTER TABLE care_duty ADD CONSTRAINT care_duty_federation_id_person_id_fkey FOREIGN KEY (federation_id, person_id) REFERENCES person(federation_id, id);
ALTER TABLE care_duty ADD CONSTRAINT care_duty_federation_id_session_id_fkey FOREIGN KEY (federation_id, session_id) REFERENCES care_session(federation_id, id);
ALTER TABLE care_entry ADD CONSTRAINT care_entry_ages FOREIGN KEY (federation_id, session_id, age_from, age_to) REFERENCES care_session(federation_id, id, age_from, age_to);
ALTER TABLE care_entry ADD CONSTRAINT care_entry_federation_id_claim_id_fkey FOREIGN KEY (federation_id, claim_id) REFERENCES claim(federation_id, id);
ALTER TABLE care_entry ADD CONSTRAINT care_entry_federation_id_guardian_id_fkey FOREIGN KEY (federation_id, guardian_id) REFERENCES person(federation_id, id);
ALTER TABLE care_incident ADD CONSTRAINT care_incident_federation_id_by_id_fkey FOREIGN KEY (federation_id, by_id) REFERENCES person(federation_id, id);
ALTER TABLE care_incident ADD CONSTRAINT care_incident_federation_id_entry_id_fkey FOREIGN KEY (federation_id, entry_id) REFERENCES care_entry(federation_id, id);
ALTER TABLE care_message ADD CONSTRAINT care_message_federation_id_session_id_fkey FOREIGN KEY (federation_id, session_id) REFERENCES care_session(federation_id, id);
ALTER TABLE care_pickup ADD CONSTRAINT care_pickup_federation_id_entry_id_fkey FOREIGN KEY (federation_id, entry_id) REFERENCES care_entry(federation_id, id);
ALTER TABLE care_programme ADD CONSTRAINT care_programme_federation_id_union_id_fkey FOREIGN KEY (federation_id, union_id) REFERENCES union_unit(federation_id, id);
ALTER TABLE care_release ADD CONSTRAINT care_release_federation_id_by_id_fkey FOREIGN KEY (federation_id, by_id) REFERENCES person(federation_id, id);
ALTER TABLE care_release ADD CONSTRAINT care_release_federation_id_entry_id_fkey FOREIGN KEY (federation_id, entry_id) REFERENCES care_entry(federation_id, id);
ALTER TABLE care_release ADD CONSTRAINT care_release_federation_id_second_id_fkey FOREIGN KEY (federation_id, second_id) REFERENCES person(federation_id, id);
ALTER TABLE care_session ADD CONSTRAINT care_session_federation_id_id_fkey FOREIGN KEY (federation_id, id) REFERENCES offer(federation_id, id);
ALTER TABLE care_session ADD CONSTRAINT care_session_federation_id_programme_id_fkey FOREIGN KEY (federation_id, programme_id) REFERENCES care_programme(federation_id, id);
ALTER TABLE care_session ADD CONSTRAINT care_session_federation_id_union_id_fkey FOREIGN KEY (federation_id, union_id) REFERENCES union_unit(federation_id, id);
ALTER TABLE case_barred ADD CONSTRAINT case_barred_federation_id_case_id_fkey FOREIGN KEY (federation_id, case_id) REFERENCES case_file(federation_id, id);
ALTER TABLE case_barred ADD CONSTRAINT case_barred_federation_id_person_id_fkey FOREIGN KEY (federation_id, person_id) REFERENCES person(federation_id, id);
ALTER TABLE case_event ADD CONSTRAINT case_event_federation_id_by_id_fkey FOREIGN KEY (federation_id, by_id) REFERENCES person(federation_id, id);
ALTER TABLE case_event ADD CONSTRAINT case_event_federation_id_case_id_fkey FOREIGN KEY (federation_id, case_id) REFERENCES case_file(federation_id, id);
ALTER TABLE case_file ADD CONSTRAINT case_file_federation_id_assignee_id_fkey FOREIGN KEY (federation_id, assignee_id) REFERENCES person(federation_id, id);
ALTER TABLE case_file ADD CONSTRAINT case_file_federation_id_author_id_fkey FOREIGN KEY (federation_id, author_id) REFERENCES person(federation_id, id);
ALTER TABLE case_file ADD CONSTRAINT case_file_federation_id_late_union_id_fkey FOREIGN KEY (federation_id, late_union_id) REFERENCES union_unit(federation_id, id);
ALTER TABLE case_file ADD CONSTRAINT case_file_federation_id_origin_union_id_fkey FOREIGN KEY (federation_id, origin_union_id) REFERENCES union_unit(federation_id, id);
ALTER TABLE case_file ADD CONSTRAINT case_file_federation_id_subject_id_fkey FOREIGN KEY (federation_id, subject_id) REFERENCES person(federation_id, id);
ALTER TABLE case_file ADD CONSTRAINT case_file_federation_id_union_id_fkey FOREIGN KEY (federation_id, union_id) REFERENCES union_unit(federation_id, id);
ALTER TABLE case_number ADD CONSTRAINT case_number_federation_id_fkey FOREIGN KEY (federation_id) REFERENCES federation(federation_id);
ALTER TABLE claim ADD CONSTRAINT claim_federation_id_offer_id_fkey FOREIGN KEY (federation_id, offer_id) REFERENCES offer(federation_id, id);
ALTER TABLE claim ADD CONSTRAINT claim_federation_id_person_id_fkey FOREIGN KEY (federation_id, person_id) REFERENCES person(federation_id, id);
ALTER TABLE claim ADD CONSTRAINT claim_federation_id_unit_id_fkey FOREIGN KEY (federation_id, unit_id) REFERENCES offer_unit(federation_id, id);
ALTER TABLE claim_event ADD CONSTRAINT claim_event_federation_id_claim_id_fkey FOREIGN KEY (federation_id, claim_id) REFERENCES claim(federation_id, id);
ALTER TABLE club ADD CONSTRAINT club_federation_id_id_fkey FOREIGN KEY (federation_id, id) REFERENCES case_file(federation_id, id);
ALTER TABLE club ADD CONSTRAINT club_federation_id_union_id_fkey FOREIGN KEY (federation_id, union_id) REFERENCES union_unit(federation_id, id);
ALTER TABLE club_attendance ADD CONSTRAINT club_attendance_federation_id_gathering_id_fkey FOREIGN KEY (federation_id, gathering_id) REFERENCES club_gathering(federation_id, id);
ALTER TABLE club_attendance ADD CONSTRAINT club_attendance_federation_id_person_id_fkey FOREIGN KEY (federation_id, person_id) REFERENCES person(federation_id, id);
ALTER TABLE club_award ADD CONSTRAINT club_award_federation_id_club_id_fkey FOREIGN KEY (federation_id, club_id) REFERENCES club(federation_id, id);
ALTER TABLE club_award ADD CONSTRAINT club_award_federation_id_list_id_fkey FOREIGN KEY (federation_id, list_id) REFERENCES club_award_list(federation_id, id);
ALTER TABLE club_award_list ADD CONSTRAINT club_award_list_federation_id_union_id_fkey FOREIGN KEY (federation_id, union_id) REFERENCES union_unit(federation_id, id);
ALTER TABLE club_budget ADD CONSTRAINT club_budget_federation_id_union_id_fkey FOREIGN KEY (federation_id, union_id) REFERENCES union_unit(federation_id, id);
ALTER TABLE club_cost ADD CONSTRAINT club_cost_federation_id_club_id_fkey FOREIGN KEY (federation_id, club_id) REFERENCES club(federation_id, id);
ALTER TABLE club_cost ADD CONSTRAINT club_cost_federation_id_gathering_id_fkey FOREIGN KEY (federation_id, gathering_id) REFERENCES club_gathering(federation_id, id);
ALTER TABLE club_founder ADD CONSTRAINT club_founder_federation_id_club_id_fkey FOREIGN KEY (federation_id, club_id) REFERENCES club(federation_id, id);
ALTER TABLE club_founder ADD CONSTRAINT club_founder_federation_id_person_id_fkey FOREIGN KEY (federation_id, person_id) REFERENCES person(federation_id, id);
ALTER TABLE club_gathering ADD CONSTRAINT club_gathering_federation_id_club_id_fkey FOREIGN KEY (federation_id, club_id) REFERENCES club(federation_id, id);
ALTER TABLE club_grant ADD CONSTRAINT club_grant_federation_id_club_id_fkey FOREIGN KEY (federation_id, club_id) REFERENCES club(federation_id, id);
ALTER TABLE club_report ADD CONSTRAINT club_report_federation_id_club_id_fkey FOREIGN KEY (federation_id, club_id) REFERENCES club(federation_id, id);
ALTER TABLE club_role ADD CONSTRAINT club_role_federation_id_club_id_fkey FOREIGN KEY (federation_id, club_id) REFERENCES club(federation_id, id);
ALTER TABLE club_role ADD CONSTRAINT club_role_federation_id_person_id_fkey FOREIGN KEY (federation_id, person_id) REFERENCES person(federation_id, id);
ALTER TABLE congress_body ADD CONSTRAINT congress_body_federation_id_union_id_fkey FOREIGN KEY (federation_id, union_id) REFERENCES union_unit(federation_id, id);
ALTER TABLE congress_candidate ADD CONSTRAINT congress_candidate_federation_id_election_id_fkey FOREIGN KEY (federation_id, election_id) REFERENCES congress_election(federation_id, id);
ALTER TABLE congress_candidate ADD CONSTRAINT congress_candidate_federation_id_person_id_fkey FOREIGN KEY (federation_id, person_id) REFERENCES person(federation_id, id);
ALTER TABLE congress_constituency ADD CONSTRAINT congress_constituency_federation_id_delegation_id_fkey FOREIGN KEY (federation_id, delegation_id) REFERENCES congress_delegation(federation_id, id);
ALTER TABLE congress_constituency ADD CONSTRAINT congress_constituency_federation_id_term_id_fkey FOREIGN KEY (federation_id, term_id) REFERENCES congress_term(federation_id, id);
ALTER TABLE congress_constituency_unit ADD CONSTRAINT congress_constituency_unit_federation_id_constituency_id_fkey FOREIGN KEY (federation_id, constituency_id) REFERENCES congress_constituency(federation_id, id);
ALTER TABLE congress_constituency_unit ADD CONSTRAINT congress_constituency_unit_federation_id_union_id_fkey FOREIGN KEY (federation_id, union_id) REFERENCES union_unit(federation_id, id);
ALTER TABLE congress_delegate ADD CONSTRAINT congress_delegate_federation_id_constituency_id_fkey FOREIGN KEY (federation_id, constituency_id) REFERENCES congress_constituency(federation_id, id);
ALTER TABLE congress_delegate ADD CONSTRAINT congress_delegate_federation_id_delegation_id_fkey FOREIGN KEY (federation_id, delegation_id) REFERENCES congress_delegation(federation_id, id);
ALTER TABLE congress_delegate ADD CONSTRAINT congress_delegate_federation_id_election_id_fkey FOREIGN KEY (federation_id, election_id) REFERENCES congress_election(federation_id, id);
ALTER TABLE congress_delegate ADD CONSTRAINT congress_delegate_federation_id_person_id_fkey FOREIGN KEY (federation_id, person_id) REFERENCES person(federation_id, id);
ALTER TABLE congress_delegate ADD CONSTRAINT congress_delegate_federation_id_replaces_id_fkey FOREIGN KEY (federation_id, replaces_id) REFERENCES congress_delegate(federation_id, id);
ALTER TABLE congress_delegate ADD CONSTRAINT congress_delegate_federation_id_term_id_fkey FOREIGN KEY (federation_id, term_id) REFERENCES congress_term(federation_id, id);
ALTER TABLE congress_delegation ADD CONSTRAINT congress_delegation_federation_id_deputy_id_fkey FOREIGN KEY (federation_id, deputy_id) REFERENCES congress_delegate(federation_id, id);
ALTER TABLE congress_delegation ADD CONSTRAINT congress_delegation_federation_id_head_id_fkey FOREIGN KEY (federation_id, head_id) REFERENCES congress_delegate(federation_id, id);
ALTER TABLE congress_delegation ADD CONSTRAINT congress_delegation_federation_id_term_id_fkey FOREIGN KEY (federation_id, term_id) REFERENCES congress_term(federation_id, id);
ALTER TABLE congress_election ADD CONSTRAINT congress_election_federation_id_constituency_id_fkey FOREIGN KEY (federation_id, constituency_id) REFERENCES congress_constituency(federation_id, id);
ALTER TABLE congress_election ADD CONSTRAINT congress_election_federation_id_term_id_fkey FOREIGN KEY (federation_id, term_id) REFERENCES congress_term(federation_id, id);
ALTER TABLE congress_group ADD CONSTRAINT congress_group_federation_id_term_id_fkey FOREIGN KEY (federation_id, term_id) REFERENCES congress_term(federation_id, id);
ALTER TABLE congress_group_seat ADD CONSTRAINT congress_group_seat_federation_id_delegate_id_fkey FOREIGN KEY (federation_id, delegate_id) REFERENCES congress_delegate(federation_id, id);
ALTER TABLE congress_group_seat ADD CONSTRAINT congress_group_seat_federation_id_group_id_fkey FOREIGN KEY (federation_id, group_id) REFERENCES congress_group(federation_id, id);
ALTER TABLE congress_joint_decision ADD CONSTRAINT congress_joint_decision_federation_id_union_id_fkey FOREIGN KEY (federation_id, union_id) REFERENCES union_unit(federation_id, id);
ALTER TABLE congress_joint_part ADD CONSTRAINT congress_joint_part_federation_id_decision_id_fkey FOREIGN KEY (federation_id, decision_id) REFERENCES congress_joint_decision(federation_id, id);
ALTER TABLE congress_joint_part ADD CONSTRAINT congress_joint_part_federation_id_item_id_fkey FOREIGN KEY (federation_id, item_id) REFERENCES congress_session_item(federation_id, id);
ALTER TABLE congress_recall ADD CONSTRAINT congress_recall_federation_id_constituency_id_fkey FOREIGN KEY (federation_id, constituency_id) REFERENCES congress_constituency(federation_id, id);
ALTER TABLE congress_recall ADD CONSTRAINT congress_recall_federation_id_delegate_id_fkey FOREIGN KEY (federation_id, delegate_id) REFERENCES congress_delegate(federation_id, id);
ALTER TABLE congress_session ADD CONSTRAINT congress_session_federation_id_body_id_fkey FOREIGN KEY (federation_id, body_id) REFERENCES congress_body(federation_id, id);
ALTER TABLE congress_session ADD CONSTRAINT congress_session_federation_id_id_fkey FOREIGN KEY (federation_id, id) REFERENCES case_file(federation_id, id);
ALTER TABLE congress_session ADD CONSTRAINT congress_session_federation_id_term_id_fkey FOREIGN KEY (federation_id, term_id) REFERENCES congress_term(federation_id, id);
ALTER TABLE congress_session_item ADD CONSTRAINT congress_session_item_federation_id_amends_id_fkey FOREIGN KEY (federation_id, amends_id) REFERENCES congress_session_item(federation_id, id);
ALTER TABLE congress_session_item ADD CONSTRAINT congress_session_item_federation_id_ratifies_id_fkey FOREIGN KEY (federation_id, ratifies_id) REFERENCES congress_session_item(federation_id, id);
ALTER TABLE congress_session_item ADD CONSTRAINT congress_session_item_federation_id_session_id_fkey FOREIGN KEY (federation_id, session_id) REFERENCES congress_session(federation_id, id);
ALTER TABLE congress_session_opinion ADD CONSTRAINT congress_session_opinion_federation_id_item_id_fkey FOREIGN KEY (federation_id, item_id) REFERENCES congress_session_item(federation_id, id);
ALTER TABLE congress_session_paper ADD CONSTRAINT congress_session_paper_federation_id_session_id_fkey FOREIGN KEY (federation_id, session_id) REFERENCES congress_session(federation_id, id);
ALTER TABLE congress_session_seat ADD CONSTRAINT congress_session_seat_federation_id_delegate_id_fkey FOREIGN KEY (federation_id, delegate_id) REFERENCES congress_delegate(federation_id, id);
ALTER TABLE congress_session_seat ADD CONSTRAINT congress_session_seat_federation_id_session_id_fkey FOREIGN KEY (federation_id, session_id) REFERENCES congress_session(federation_id, id);
ALTER TABLE congress_session_speaker ADD CONSTRAINT congress_session_speaker_federation_id_session_id_delegate_fkey FOREIGN KEY (federation_id, session_id, delegate_id) REFERENCES congress_session_seat(federation_id, session_id, delegate_id);
ALTER TABLE congress_term ADD CONSTRAINT congress_term_federation_id_body_id_kind_fkey FOREIGN KEY (federation_id, body_id, kind) REFERENCES congress_body(federation_id, id, kind);
ALTER TABLE consent ADD CONSTRAINT consent_federation_id_person_id_fkey FOREIGN KEY (federation_id, person_id) REFERENCES person(federation_id, id);
ALTER TABLE contact_box ADD CONSTRAINT contact_box_federation_id_created_by_fkey FOREIGN KEY (federation_id, created_by) REFERENCES person(federation_id, id);
ALTER TABLE contact_box ADD CONSTRAINT contact_box_federation_id_duty_id_fkey FOREIGN KEY (federation_id, duty_id) REFERENCES case_file(federation_id, id);
ALTER TABLE contact_box ADD CONSTRAINT contact_box_federation_id_union_id_fkey FOREIGN KEY (federation_id, union_id) REFERENCES union_unit(federation_id, id);
ALTER TABLE contact_box_keeper ADD CONSTRAINT contact_box_keeper_federation_id_box_id_fkey FOREIGN KEY (federation_id, box_id) REFERENCES contact_box(federation_id, id);
ALTER TABLE contact_box_keeper ADD CONSTRAINT contact_box_keeper_federation_id_person_id_fkey FOREIGN KEY (federation_id, person_id) REFERENCES person(federation_id, id);
ALTER TABLE daily_answer ADD CONSTRAINT daily_answer_federation_id_person_id_fkey FOREIGN KEY (federation_id, person_id) REFERENCES person(federation_id, id);
ALTER TABLE daily_answer ADD CONSTRAINT daily_answer_federation_id_union_id_day_fkey FOREIGN KEY (federation_id, union_id, day) REFERENCES daily_day(federation_id, union_id, day);
ALTER TABLE daily_answer ADD CONSTRAINT daily_answer_federation_id_unit_id_fkey FOREIGN KEY (federation_id, unit_id) REFERENCES union_unit(federation_id, id);
ALTER TABLE daily_board ADD CONSTRAINT daily_board_federation_id_union_id_fkey FOREIGN KEY (federation_id, union_id) REFERENCES union_unit(federation_id, id);
ALTER TABLE daily_day ADD CONSTRAINT daily_day_federation_id_union_id_question_id_fkey FOREIGN KEY (federation_id, union_id, question_id) REFERENCES daily_question(federation_id, union_id, id);
ALTER TABLE daily_question ADD CONSTRAINT daily_question_federation_id_union_id_fkey FOREIGN KEY (federation_id, union_id) REFERENCES daily_board(federation_id, union_id);
ALTER TABLE disclosure_agreed ADD CONSTRAINT disclosure_agreed_federation_id_union_id_fkey FOREIGN KEY (federation_id, union_id) REFERENCES union_unit(federation_id, id);
ALTER TABLE disclosure_audience ADD CONSTRAINT disclosure_audience_federation_id_circle_id_fkey FOREIGN KEY (federation_id, circle_id) REFERENCES disclosure_circle(federation_id, id);
ALTER TABLE disclosure_audience ADD CONSTRAINT disclosure_audience_federation_id_item_id_fkey FOREIGN KEY (federation_id, item_id) REFERENCES disclosure_item(federation_id, id);
ALTER TABLE disclosure_audience ADD CONSTRAINT disclosure_audience_federation_id_union_id_fkey FOREIGN KEY (federation_id, union_id) REFERENCES union_unit(federation_id, id);
ALTER TABLE disclosure_circle ADD CONSTRAINT disclosure_circle_federation_id_union_id_fkey FOREIGN KEY (federation_id, union_id) REFERENCES union_unit(federation_id, id);
ALTER TABLE disclosure_circle_person ADD CONSTRAINT disclosure_circle_person_federation_id_circle_id_fkey FOREIGN KEY (federation_id, circle_id) REFERENCES disclosure_circle(federation_id, id);
ALTER TABLE disclosure_circle_person ADD CONSTRAINT disclosure_circle_person_federation_id_person_id_fkey FOREIGN KEY (federation_id, person_id) REFERENCES person(federation_id, id);
ALTER TABLE disclosure_congress ADD CONSTRAINT disclosure_congress_federation_id_union_id_fkey FOREIGN KEY (federation_id, union_id) REFERENCES union_unit(federation_id, id);
ALTER TABLE disclosure_employer ADD CONSTRAINT disclosure_employer_federation_id_union_id_fkey FOREIGN KEY (federation_id, union_id) REFERENCES union_unit(federation_id, id);
ALTER TABLE disclosure_item ADD CONSTRAINT disclosure_item_federation_id_id_fkey FOREIGN KEY (federation_id, id) REFERENCES case_file(federation_id, id);
ALTER TABLE disclosure_item ADD CONSTRAINT disclosure_item_federation_id_union_id_fkey FOREIGN KEY (federation_id, union_id) REFERENCES union_unit(federation_id, id);
ALTER TABLE disclosure_question ADD CONSTRAINT disclosure_question_federation_id_id_fkey FOREIGN KEY (federation_id, id) REFERENCES case_file(federation_id, id);
ALTER TABLE disclosure_question ADD CONSTRAINT disclosure_question_federation_id_item_id_fkey FOREIGN KEY (federation_id, item_id) REFERENCES disclosure_item(federation_id, id);
ALTER TABLE disclosure_question ADD CONSTRAINT disclosure_question_federation_id_person_id_fkey FOREIGN KEY (federation_id, person_id) REFERENCES person(federation_id, id);
ALTER TABLE disclosure_reading ADD CONSTRAINT disclosure_reading_federation_id_item_id_fkey FOREIGN KEY (federation_id, item_id) REFERENCES disclosure_item(federation_id, id);
ALTER TABLE disclosure_reading ADD CONSTRAINT disclosure_reading_federation_id_person_id_fkey FOREIGN KEY (federation_id, person_id) REFERENCES person(federation_id, id);
ALTER TABLE disclosure_version ADD CONSTRAINT disclosure_version_federation_id_by_id_fkey FOREIGN KEY (federation_id, by_id) REFERENCES person(federation_id, id);
ALTER TABLE disclosure_version ADD CONSTRAINT disclosure_version_federation_id_checked_by_id_fkey FOREIGN KEY (federation_id, checked_by_id) REFERENCES person(federation_id, id);
ALTER TABLE disclosure_version ADD CONSTRAINT disclosure_version_federation_id_item_id_fkey FOREIGN KEY (federation_id, item_id) REFERENCES disclosure_item(federation_id, id);
ALTER TABLE draw ADD CONSTRAINT draw_federation_id_again_of_fkey FOREIGN KEY (federation_id, again_of) REFERENCES draw(federation_id, id);
ALTER TABLE draw ADD CONSTRAINT draw_federation_id_id_fkey FOREIGN KEY (federation_id, id) REFERENCES offer(federation_id, id);
ALTER TABLE draw_campaign ADD CONSTRAINT draw_campaign_federation_id_id_fkey FOREIGN KEY (federation_id, id) REFERENCES offer(federation_id, id);
ALTER TABLE draw_campaign ADD CONSTRAINT draw_campaign_federation_id_schedule_id_fkey FOREIGN KEY (federation_id, schedule_id) REFERENCES draw_schedule(federation_id, id);
ALTER TABLE draw_campaign ADD CONSTRAINT draw_campaign_federation_id_union_id_fkey FOREIGN KEY (federation_id, union_id) REFERENCES union_unit(federation_id, id);
ALTER TABLE draw_entry ADD CONSTRAINT draw_entry_federation_id_claim_id_fkey FOREIGN KEY (federation_id, claim_id) REFERENCES claim(federation_id, id);
ALTER TABLE draw_entry ADD CONSTRAINT draw_entry_federation_id_draw_id_fkey FOREIGN KEY (federation_id, draw_id) REFERENCES draw_notice(federation_id, draw_id);
ALTER TABLE draw_notice ADD CONSTRAINT draw_notice_federation_id_draw_id_fkey FOREIGN KEY (federation_id, draw_id) REFERENCES draw(federation_id, id);
ALTER TABLE draw_result ADD CONSTRAINT draw_result_federation_id_draw_id_fkey FOREIGN KEY (federation_id, draw_id) REFERENCES draw_notice(federation_id, draw_id);
ALTER TABLE draw_schedule ADD CONSTRAINT draw_schedule_federation_id_union_id_fkey FOREIGN KEY (federation_id, union_id) REFERENCES union_unit(federation_id, id);
ALTER TABLE draw_wish ADD CONSTRAINT draw_wish_federation_id_person_id_fkey FOREIGN KEY (federation_id, person_id) REFERENCES person(federation_id, id);
ALTER TABLE draw_witness ADD CONSTRAINT draw_witness_federation_id_draw_id_fkey FOREIGN KEY (federation_id, draw_id) REFERENCES draw(federation_id, id);
ALTER TABLE draw_witness ADD CONSTRAINT draw_witness_federation_id_person_id_fkey FOREIGN KEY (federation_id, person_id) REFERENCES person(federation_id, id);
ALTER TABLE election_contest ADD CONSTRAINT election_contest_federation_id_ballot_id_fkey FOREIGN KEY (federation_id, ballot_id) REFERENCES ballot(federation_id, id);
ALTER TABLE election_contest ADD CONSTRAINT election_contest_federation_id_election_id_fkey FOREIGN KEY (federation_id, election_id) REFERENCES union_election(federation_id, id);
ALTER TABLE election_nomination ADD CONSTRAINT election_nomination_federation_id_by_person_id_fkey FOREIGN KEY (federation_id, by_person_id) REFERENCES person(federation_id, id);
ALTER TABLE election_nomination ADD CONSTRAINT election_nomination_federation_id_nominee_id_fkey FOREIGN KEY (federation_id, nominee_id) REFERENCES election_nominee(federation_id, id);
ALTER TABLE election_nominee ADD CONSTRAINT election_nominee_federation_id_election_id_fkey FOREIGN KEY (federation_id, election_id) REFERENCES union_election(federation_id, id);
ALTER TABLE election_nominee ADD CONSTRAINT election_nominee_federation_id_person_id_fkey FOREIGN KEY (federation_id, person_id) REFERENCES person(federation_id, id);
ALTER TABLE election_seat ADD CONSTRAINT election_seat_federation_id_contest_id_fkey FOREIGN KEY (federation_id, contest_id) REFERENCES election_contest(federation_id, id);
ALTER TABLE election_seat ADD CONSTRAINT election_seat_federation_id_election_id_fkey FOREIGN KEY (federation_id, election_id) REFERENCES union_election(federation_id, id);
ALTER TABLE election_seat ADD CONSTRAINT election_seat_federation_id_person_id_fkey FOREIGN KEY (federation_id, person_id) REFERENCES person(federation_id, id);
ALTER TABLE election_voter ADD CONSTRAINT election_voter_federation_id_election_id_fkey FOREIGN KEY (federation_id, election_id) REFERENCES union_election(federation_id, id);
ALTER TABLE election_voter ADD CONSTRAINT election_voter_federation_id_person_id_fkey FOREIGN KEY (federation_id, person_id) REFERENCES person(federation_id, id);
ALTER TABLE housing_allocation ADD CONSTRAINT housing_allocation_federation_id_id_fkey FOREIGN KEY (federation_id, id) REFERENCES offer(federation_id, id);
ALTER TABLE housing_allocation ADD CONSTRAINT housing_allocation_federation_id_union_id_fkey FOREIGN KEY (federation_id, union_id) REFERENCES union_unit(federation_id, id);
ALTER TABLE housing_application ADD CONSTRAINT housing_application_federation_id_allocation_id_fkey FOREIGN KEY (federation_id, allocation_id) REFERENCES housing_allocation(federation_id, id);
ALTER TABLE housing_application ADD CONSTRAINT housing_application_federation_id_id_fkey FOREIGN KEY (federation_id, id) REFERENCES case_file(federation_id, id);
ALTER TABLE housing_application ADD CONSTRAINT housing_application_federation_id_person_id_fkey FOREIGN KEY (federation_id, person_id) REFERENCES person(federation_id, id);
ALTER TABLE housing_flat ADD CONSTRAINT housing_flat_federation_id_allocation_id_fkey FOREIGN KEY (federation_id, allocation_id) REFERENCES housing_allocation(federation_id, id);
ALTER TABLE housing_look ADD CONSTRAINT housing_look_federation_id_application_id_fkey FOREIGN KEY (federation_id, application_id) REFERENCES housing_application(federation_id, id);
ALTER TABLE housing_place ADD CONSTRAINT housing_place_federation_id_application_id_fkey FOREIGN KEY (federation_id, application_id) REFERENCES housing_application(federation_id, id);
ALTER TABLE housing_place ADD CONSTRAINT housing_place_federation_id_claim_id_fkey FOREIGN KEY (federation_id, claim_id) REFERENCES claim(federation_id, id);
ALTER TABLE housing_tenancy ADD CONSTRAINT housing_tenancy_federation_id_allocation_id_flat_no_fkey FOREIGN KEY (federation_id, allocation_id, flat_no) REFERENCES housing_flat(federation_id, allocation_id, no);
ALTER TABLE housing_tenancy ADD CONSTRAINT housing_tenancy_federation_id_application_id_fkey FOREIGN KEY (federation_id, application_id) REFERENCES housing_application(federation_id, id);
ALTER TABLE housing_tenancy ADD CONSTRAINT housing_tenancy_federation_id_id_fkey FOREIGN KEY (federation_id, id) REFERENCES claim(federation_id, id);
ALTER TABLE housing_visit ADD CONSTRAINT housing_visit_federation_id_tenancy_id_fkey FOREIGN KEY (federation_id, tenancy_id) REFERENCES housing_tenancy(federation_id, id);
ALTER TABLE indicator_booklet ADD CONSTRAINT indicator_booklet_federation_id_scheme_union_id_fkey FOREIGN KEY (federation_id, scheme_union_id) REFERENCES suggestion_scheme(federation_id, union_id);
ALTER TABLE indicator_booklet_item ADD CONSTRAINT indicator_booklet_item_federation_id_booklet_id_fkey FOREIGN KEY (federation_id, booklet_id) REFERENCES indicator_booklet(federation_id, id);
ALTER TABLE indicator_booklet_item ADD CONSTRAINT indicator_booklet_item_federation_id_suggestion_id_fkey FOREIGN KEY (federation_id, suggestion_id) REFERENCES suggestion(federation_id, id);
ALTER TABLE indicator_report ADD CONSTRAINT indicator_report_federation_id_scheme_union_id_fkey FOREIGN KEY (federation_id, scheme_union_id) REFERENCES suggestion_scheme(federation_id, union_id);
ALTER TABLE indicator_target ADD CONSTRAINT indicator_target_federation_id_scheme_union_id_fkey FOREIGN KEY (federation_id, scheme_union_id) REFERENCES suggestion_scheme(federation_id, union_id);
ALTER TABLE indicator_target ADD CONSTRAINT indicator_target_federation_id_unit_union_id_fkey FOREIGN KEY (federation_id, unit_union_id) REFERENCES union_unit(federation_id, id);
ALTER TABLE inquiry ADD CONSTRAINT inquiry_federation_id_union_id_fkey FOREIGN KEY (federation_id, union_id) REFERENCES union_unit(federation_id, id);
ALTER TABLE inquiry_answer ADD CONSTRAINT inquiry_answer_federation_id_inquiry_id_fkey FOREIGN KEY (federation_id, inquiry_id) REFERENCES inquiry(federation_id, id);
ALTER TABLE inquiry_person ADD CONSTRAINT inquiry_person_federation_id_inquiry_id_fkey FOREIGN KEY (federation_id, inquiry_id) REFERENCES inquiry(federation_id, id);
ALTER TABLE inquiry_person ADD CONSTRAINT inquiry_person_federation_id_person_id_fkey FOREIGN KEY (federation_id, person_id) REFERENCES person(federation_id, id);
ALTER TABLE job_run ADD CONSTRAINT job_run_federation_id_fkey FOREIGN KEY (federation_id) REFERENCES federation(federation_id);
ALTER TABLE job_run ADD CONSTRAINT job_run_federation_id_started_by_fkey FOREIGN KEY (federation_id, started_by) REFERENCES person(federation_id, id);
ALTER TABLE joining_application ADD CONSTRAINT joining_application_federation_id_case_id_fkey FOREIGN KEY (federation_id, case_id) REFERENCES case_file(federation_id, id);
ALTER TABLE joining_application ADD CONSTRAINT joining_application_federation_id_person_id_fkey FOREIGN KEY (federation_id, person_id) REFERENCES person(federation_id, id);
ALTER TABLE joint_consent ADD CONSTRAINT joint_consent_federation_id_person_id_fkey FOREIGN KEY (federation_id, person_id) REFERENCES person(federation_id, id);
ALTER TABLE joint_council ADD CONSTRAINT joint_council_federation_id_union_id_fkey FOREIGN KEY (federation_id, union_id) REFERENCES union_unit(federation_id, id);
ALTER TABLE joint_item ADD CONSTRAINT joint_item_federation_id_council_id_fkey FOREIGN KEY (federation_id, council_id) REFERENCES joint_council(federation_id, id);
ALTER TABLE joint_item ADD CONSTRAINT joint_item_federation_id_follows_id_fkey FOREIGN KEY (federation_id, follows_id) REFERENCES joint_item(federation_id, id);
ALTER TABLE joint_item ADD CONSTRAINT joint_item_federation_id_id_fkey FOREIGN KEY (federation_id, id) REFERENCES case_file(federation_id, id);
ALTER TABLE joint_item ADD CONSTRAINT joint_item_federation_id_meeting_id_fkey FOREIGN KEY (federation_id, meeting_id) REFERENCES joint_meeting(federation_id, id);
ALTER TABLE joint_item ADD CONSTRAINT joint_item_federation_id_owner_id_fkey FOREIGN KEY (federation_id, owner_id) REFERENCES person(federation_id, id);
ALTER TABLE joint_meeting ADD CONSTRAINT joint_meeting_federation_id_council_id_fkey FOREIGN KEY (federation_id, council_id) REFERENCES joint_council(federation_id, id);
ALTER TABLE joint_meeting ADD CONSTRAINT joint_meeting_federation_id_id_fkey FOREIGN KEY (federation_id, id) REFERENCES case_file(federation_id, id);
ALTER TABLE joint_representative ADD CONSTRAINT joint_representative_federation_id_council_id_fkey FOREIGN KEY (federation_id, council_id) REFERENCES joint_council(federation_id, id);
ALTER TABLE joint_representative ADD CONSTRAINT joint_representative_federation_id_person_id_fkey FOREIGN KEY (federation_id, person_id) REFERENCES person(federation_id, id);
ALTER TABLE ledger_account ADD CONSTRAINT ledger_account_federation_id_book_id_fkey FOREIGN KEY (federation_id, book_id) REFERENCES ledger_book(federation_id, id);
ALTER TABLE ledger_account ADD CONSTRAINT ledger_account_federation_id_book_id_parent_no_fkey FOREIGN KEY (federation_id, book_id, parent_no) REFERENCES ledger_account(federation_id, book_id, no);
ALTER TABLE ledger_balance ADD CONSTRAINT ledger_balance_federation_id_book_id_no_fkey FOREIGN KEY (federation_id, book_id, no) REFERENCES ledger_account(federation_id, book_id, no);
ALTER TABLE ledger_book ADD CONSTRAINT ledger_book_federation_id_union_id_fkey FOREIGN KEY (federation_id, union_id) REFERENCES union_unit(federation_id, id);
ALTER TABLE ledger_hold ADD CONSTRAINT ledger_hold_federation_id_book_id_from_no_fkey FOREIGN KEY (federation_id, book_id, from_no) REFERENCES ledger_account(federation_id, book_id, no);
ALTER TABLE ledger_hold ADD CONSTRAINT ledger_hold_federation_id_book_id_to_no_fkey FOREIGN KEY (federation_id, book_id, to_no) REFERENCES ledger_account(federation_id, book_id, no);
ALTER TABLE ledger_move ADD CONSTRAINT ledger_move_federation_id_book_id_from_no_fkey FOREIGN KEY (federation_id, book_id, from_no) REFERENCES ledger_account(federation_id, book_id, no);
ALTER TABLE ledger_move ADD CONSTRAINT ledger_move_federation_id_book_id_to_no_fkey FOREIGN KEY (federation_id, book_id, to_no) REFERENCES ledger_account(federation_id, book_id, no);
ALTER TABLE ledger_period ADD CONSTRAINT ledger_period_federation_id_book_id_fkey FOREIGN KEY (federation_id, book_id) REFERENCES ledger_book(federation_id, id);
ALTER TABLE letter_mail ADD CONSTRAINT letter_mail_federation_id_case_id_fkey FOREIGN KEY (federation_id, case_id) REFERENCES case_file(federation_id, id);
ALTER TABLE letter_mail_message ADD CONSTRAINT letter_mail_message_federation_id_case_id_fkey FOREIGN KEY (federation_id, case_id) REFERENCES case_file(federation_id, id);
ALTER TABLE letter_publication ADD CONSTRAINT letter_publication_federation_id_case_id_fkey FOREIGN KEY (federation_id, case_id) REFERENCES case_file(federation_id, id);
ALTER TABLE letter_publication ADD CONSTRAINT letter_publication_federation_id_published_by_fkey FOREIGN KEY (federation_id, published_by) REFERENCES person(federation_id, id);
ALTER TABLE letter_publication ADD CONSTRAINT letter_publication_federation_id_union_id_fkey FOREIGN KEY (federation_id, union_id) REFERENCES union_unit(federation_id, id);
ALTER TABLE locker_cabinet ADD CONSTRAINT locker_cabinet_federation_id_id_fkey FOREIGN KEY (federation_id, id) REFERENCES offer(federation_id, id);
ALTER TABLE locker_cabinet ADD CONSTRAINT locker_cabinet_federation_id_union_id_fkey FOREIGN KEY (federation_id, union_id) REFERENCES union_unit(federation_id, id);
ALTER TABLE locker_compartment ADD CONSTRAINT locker_compartment_federation_id_cabinet_id_fkey FOREIGN KEY (federation_id, cabinet_id) REFERENCES locker_cabinet(federation_id, id);
ALTER TABLE locker_loan ADD CONSTRAINT locker_loan_federation_id_cabinet_id_fkey FOREIGN KEY (federation_id, cabinet_id) REFERENCES locker_cabinet(federation_id, id);
ALTER TABLE locker_loan ADD CONSTRAINT locker_loan_federation_id_claim_id_fkey FOREIGN KEY (federation_id, claim_id) REFERENCES claim(federation_id, id);
ALTER TABLE locker_loan ADD CONSTRAINT locker_loan_federation_id_compartment_id_fkey FOREIGN KEY (federation_id, compartment_id) REFERENCES locker_compartment(federation_id, id);
ALTER TABLE locker_loan ADD CONSTRAINT locker_loan_federation_id_person_id_fkey FOREIGN KEY (federation_id, person_id) REFERENCES person(federation_id, id);
ALTER TABLE locker_opening ADD CONSTRAINT locker_opening_federation_id_compartment_id_fkey FOREIGN KEY (federation_id, compartment_id) REFERENCES locker_compartment(federation_id, id);
ALTER TABLE locker_opening ADD CONSTRAINT locker_opening_federation_id_loan_id_fkey FOREIGN KEY (federation_id, loan_id) REFERENCES locker_loan(federation_id, id);
ALTER TABLE locker_opening ADD CONSTRAINT locker_opening_federation_id_person_id_fkey FOREIGN KEY (federation_id, person_id) REFERENCES person(federation_id, id);
ALTER TABLE locker_refill ADD CONSTRAINT locker_refill_federation_id_cabinet_id_fkey FOREIGN KEY (federation_id, cabinet_id) REFERENCES locker_cabinet(federation_id, id);
ALTER TABLE locker_refill_line ADD CONSTRAINT locker_refill_line_federation_id_compartment_id_fkey FOREIGN KEY (federation_id, compartment_id) REFERENCES locker_compartment(federation_id, id);
ALTER TABLE locker_refill_line ADD CONSTRAINT locker_refill_line_federation_id_refill_id_fkey FOREIGN KEY (federation_id, refill_id) REFERENCES locker_refill(federation_id, id);
ALTER TABLE locker_report ADD CONSTRAINT locker_report_federation_id_compartment_id_fkey FOREIGN KEY (federation_id, compartment_id) REFERENCES locker_compartment(federation_id, id);
ALTER TABLE locker_report ADD CONSTRAINT locker_report_federation_id_loan_id_fkey FOREIGN KEY (federation_id, loan_id) REFERENCES locker_loan(federation_id, id);
ALTER TABLE locker_swap ADD CONSTRAINT locker_swap_federation_id_compartment_id_fkey FOREIGN KEY (federation_id, compartment_id) REFERENCES locker_compartment(federation_id, id);
ALTER TABLE membership ADD CONSTRAINT membership_federation_id_person_id_fkey FOREIGN KEY (federation_id, person_id) REFERENCES person(federation_id, id);
ALTER TABLE membership ADD CONSTRAINT membership_federation_id_union_id_fkey FOREIGN KEY (federation_id, union_id) REFERENCES union_unit(federation_id, id);
ALTER TABLE membership_offer ADD CONSTRAINT membership_offer_federation_id_person_id_fkey FOREIGN KEY (federation_id, person_id) REFERENCES person(federation_id, id);
ALTER TABLE membership_offer ADD CONSTRAINT membership_offer_federation_id_union_id_fkey FOREIGN KEY (federation_id, union_id) REFERENCES union_unit(federation_id, id);
ALTER TABLE membership_transfer ADD CONSTRAINT membership_transfer_federation_id_case_id_fkey FOREIGN KEY (federation_id, case_id) REFERENCES case_file(federation_id, id);
ALTER TABLE membership_transfer ADD CONSTRAINT membership_transfer_federation_id_from_union_id_fkey FOREIGN KEY (federation_id, from_union_id) REFERENCES union_unit(federation_id, id);
ALTER TABLE membership_transfer ADD CONSTRAINT membership_transfer_federation_id_person_id_fkey FOREIGN KEY (federation_id, person_id) REFERENCES person(federation_id, id);
ALTER TABLE membership_transfer ADD CONSTRAINT membership_transfer_federation_id_to_union_id_fkey FOREIGN KEY (federation_id, to_union_id) REFERENCES union_unit(federation_id, id);
ALTER TABLE notify_attempt ADD CONSTRAINT notify_attempt_federation_id_delivery_id_fkey FOREIGN KEY (federation_id, delivery_id) REFERENCES notify_delivery(federation_id, id);
ALTER TABLE notify_channel ADD CONSTRAINT notify_channel_federation_id_union_id_fkey FOREIGN KEY (federation_id, union_id) REFERENCES union_unit(federation_id, id);
ALTER TABLE notify_choice ADD CONSTRAINT notify_choice_federation_id_person_id_fkey FOREIGN KEY (federation_id, person_id) REFERENCES person(federation_id, id);
ALTER TABLE notify_delivery ADD CONSTRAINT notify_delivery_federation_id_message_id_fkey FOREIGN KEY (federation_id, message_id) REFERENCES notify_message(federation_id, id);
ALTER TABLE notify_inbox ADD CONSTRAINT notify_inbox_federation_id_message_id_fkey FOREIGN KEY (federation_id, message_id) REFERENCES notify_message(federation_id, id);
ALTER TABLE notify_person ADD CONSTRAINT notify_person_federation_id_person_id_fkey FOREIGN KEY (federation_id, person_id) REFERENCES person(federation_id, id);
ALTER TABLE offer ADD CONSTRAINT offer_federation_id_union_id_fkey FOREIGN KEY (federation_id, union_id) REFERENCES union_unit(federation_id, id);
ALTER TABLE offer_pool ADD CONSTRAINT offer_pool_federation_id_offer_id_fkey FOREIGN KEY (federation_id, offer_id) REFERENCES offer(federation_id, id);
ALTER TABLE offer_pool ADD CONSTRAINT offer_pool_federation_id_union_id_fkey FOREIGN KEY (federation_id, union_id) REFERENCES union_unit(federation_id, id);
ALTER TABLE offer_unit ADD CONSTRAINT offer_unit_federation_id_offer_id_fkey FOREIGN KEY (federation_id, offer_id) REFERENCES offer(federation_id, id);
ALTER TABLE office_holding ADD CONSTRAINT office_holding_federation_id_person_id_fkey FOREIGN KEY (federation_id, person_id) REFERENCES person(federation_id, id);
ALTER TABLE office_holding ADD CONSTRAINT office_holding_federation_id_union_id_fkey FOREIGN KEY (federation_id, union_id) REFERENCES union_unit(federation_id, id);
ALTER TABLE office_permission ADD CONSTRAINT office_permission_federation_id_fkey FOREIGN KEY (federation_id) REFERENCES federation(federation_id);
ALTER TABLE password ADD CONSTRAINT password_federation_id_person_id_fkey FOREIGN KEY (federation_id, person_id) REFERENCES person(federation_id, id);
ALTER TABLE password_past ADD CONSTRAINT password_past_federation_id_person_id_fkey FOREIGN KEY (federation_id, person_id) REFERENCES person(federation_id, id);
ALTER TABLE payment_line ADD CONSTRAINT payment_line_federation_id_list_id_fkey FOREIGN KEY (federation_id, list_id) REFERENCES payment_list(federation_id, id);
ALTER TABLE payment_line ADD CONSTRAINT payment_line_federation_id_person_id_fkey FOREIGN KEY (federation_id, person_id) REFERENCES person(federation_id, id);
ALTER TABLE payment_list ADD CONSTRAINT payment_list_federation_id_id_fkey FOREIGN KEY (federation_id, id) REFERENCES case_file(federation_id, id);
ALTER TABLE payment_list ADD CONSTRAINT payment_list_federation_id_union_id_fkey FOREIGN KEY (federation_id, union_id) REFERENCES union_unit(federation_id, id);
ALTER TABLE payment_row ADD CONSTRAINT payment_row_federation_id_list_id_fkey FOREIGN KEY (federation_id, list_id) REFERENCES payment_list(federation_id, id);
ALTER TABLE payment_row ADD CONSTRAINT payment_row_federation_id_person_id_fkey FOREIGN KEY (federation_id, person_id) REFERENCES person(federation_id, id);
ALTER TABLE person ADD CONSTRAINT person_federation_id_fkey FOREIGN KEY (federation_id) REFERENCES federation(federation_id);
ALTER TABLE point_account ADD CONSTRAINT point_account_federation_id_person_id_fkey FOREIGN KEY (federation_id, person_id) REFERENCES person(federation_id, id);
ALTER TABLE point_account ADD CONSTRAINT point_account_federation_id_scheme_union_id_fkey FOREIGN KEY (federation_id, scheme_union_id) REFERENCES suggestion_scheme(federation_id, union_id);
ALTER TABLE point_correction ADD CONSTRAINT point_correction_federation_id_scheme_union_id_person_id_fkey FOREIGN KEY (federation_id, scheme_union_id, person_id) REFERENCES point_account(federation_id, scheme_union_id, person_id);
ALTER TABLE prize ADD CONSTRAINT prize_federation_id_round_id_fkey FOREIGN KEY (federation_id, round_id) REFERENCES prize_round(federation_id, id);
ALTER TABLE prize_reservation ADD CONSTRAINT prize_reservation_federation_id_collector_id_fkey FOREIGN KEY (federation_id, collector_id) REFERENCES person(federation_id, id);
ALTER TABLE prize_reservation ADD CONSTRAINT prize_reservation_federation_id_person_id_fkey FOREIGN KEY (federation_id, person_id) REFERENCES person(federation_id, id);
ALTER TABLE prize_reservation ADD CONSTRAINT prize_reservation_federation_id_prize_id_fkey FOREIGN KEY (federation_id, prize_id) REFERENCES prize(federation_id, id);
ALTER TABLE prize_reservation ADD CONSTRAINT prize_reservation_federation_id_round_id_fkey FOREIGN KEY (federation_id, round_id) REFERENCES prize_round(federation_id, id);
ALTER TABLE prize_reservation ADD CONSTRAINT prize_reservation_federation_id_unit_union_id_fkey FOREIGN KEY (federation_id, unit_union_id) REFERENCES union_unit(federation_id, id);
ALTER TABLE prize_round ADD CONSTRAINT prize_round_federation_id_scheme_union_id_fkey FOREIGN KEY (federation_id, scheme_union_id) REFERENCES suggestion_scheme(federation_id, union_id);
ALTER TABLE prize_unit ADD CONSTRAINT prize_unit_federation_id_prize_id_fkey FOREIGN KEY (federation_id, prize_id) REFERENCES prize(federation_id, id);
ALTER TABLE prize_unit ADD CONSTRAINT prize_unit_federation_id_reservation_id_fkey FOREIGN KEY (federation_id, reservation_id) REFERENCES prize_reservation(federation_id, id);
ALTER TABLE proposal ADD CONSTRAINT proposal_federation_id_collection_id_fkey FOREIGN KEY (federation_id, collection_id) REFERENCES proposal_collection(federation_id, id);
ALTER TABLE proposal ADD CONSTRAINT proposal_federation_id_decided_by_id_fkey FOREIGN KEY (federation_id, decided_by_id) REFERENCES person(federation_id, id);
ALTER TABLE proposal ADD CONSTRAINT proposal_federation_id_hot_by_id_fkey FOREIGN KEY (federation_id, hot_by_id) REFERENCES person(federation_id, id);
ALTER TABLE proposal ADD CONSTRAINT proposal_federation_id_id_fkey FOREIGN KEY (federation_id, id) REFERENCES case_file(federation_id, id);
ALTER TABLE proposal ADD CONSTRAINT proposal_federation_id_merged_into_id_fkey FOREIGN KEY (federation_id, merged_into_id) REFERENCES proposal(federation_id, id);
ALTER TABLE proposal ADD CONSTRAINT proposal_federation_id_mover_id_fkey FOREIGN KEY (federation_id, mover_id) REFERENCES congress_delegate(federation_id, id);
ALTER TABLE proposal ADD CONSTRAINT proposal_federation_id_suggestion_id_fkey FOREIGN KEY (federation_id, suggestion_id) REFERENCES case_file(federation_id, id);
ALTER TABLE proposal_collection ADD CONSTRAINT proposal_collection_federation_id_called_by_id_fkey FOREIGN KEY (federation_id, called_by_id) REFERENCES person(federation_id, id);
ALTER TABLE proposal_collection ADD CONSTRAINT proposal_collection_federation_id_term_id_fkey FOREIGN KEY (federation_id, term_id) REFERENCES congress_term(federation_id, id);
ALTER TABLE proposal_collection ADD CONSTRAINT proposal_collection_federation_id_union_id_fkey FOREIGN KEY (federation_id, union_id) REFERENCES union_unit(federation_id, id);
ALTER TABLE proposal_follower ADD CONSTRAINT proposal_follower_federation_id_person_id_fkey FOREIGN KEY (federation_id, person_id) REFERENCES person(federation_id, id);
ALTER TABLE proposal_follower ADD CONSTRAINT proposal_follower_federation_id_proposal_id_fkey FOREIGN KEY (federation_id, proposal_id) REFERENCES proposal(federation_id, id);
ALTER TABLE proposal_helper ADD CONSTRAINT proposal_helper_federation_id_person_id_fkey FOREIGN KEY (federation_id, person_id) REFERENCES person(federation_id, id);
ALTER TABLE proposal_helper ADD CONSTRAINT proposal_helper_federation_id_proposal_id_fkey FOREIGN KEY (federation_id, proposal_id) REFERENCES proposal(federation_id, id);
ALTER TABLE proposal_seconder ADD CONSTRAINT proposal_seconder_federation_id_person_id_fkey FOREIGN KEY (federation_id, person_id) REFERENCES person(federation_id, id);
ALTER TABLE proposal_seconder ADD CONSTRAINT proposal_seconder_federation_id_proposal_id_fkey FOREIGN KEY (federation_id, proposal_id) REFERENCES proposal(federation_id, id);
ALTER TABLE reception_booking ADD CONSTRAINT reception_booking_federation_id_day_id_slots_held_on_fkey FOREIGN KEY (federation_id, day_id, slots, held_on) REFERENCES reception_day(federation_id, id, slots, held_on);
ALTER TABLE reception_booking ADD CONSTRAINT reception_booking_federation_id_person_id_fkey FOREIGN KEY (federation_id, person_id) REFERENCES person(federation_id, id);
ALTER TABLE reception_day ADD CONSTRAINT reception_day_federation_id_created_by_fkey FOREIGN KEY (federation_id, created_by) REFERENCES person(federation_id, id);
ALTER TABLE reception_day ADD CONSTRAINT reception_day_federation_id_union_id_fkey FOREIGN KEY (federation_id, union_id) REFERENCES union_unit(federation_id, id);
ALTER TABLE reception_item ADD CONSTRAINT reception_item_federation_id_day_id_fkey FOREIGN KEY (federation_id, day_id) REFERENCES reception_day(federation_id, id);
ALTER TABLE reception_item ADD CONSTRAINT reception_item_federation_id_letter_id_fkey FOREIGN KEY (federation_id, letter_id) REFERENCES case_file(federation_id, id);
ALTER TABLE recovery_code ADD CONSTRAINT recovery_code_federation_id_person_id_fkey FOREIGN KEY (federation_id, person_id) REFERENCES person(federation_id, id);
ALTER TABLE reward_honour ADD CONSTRAINT reward_honour_federation_id_campaign_id_fkey FOREIGN KEY (federation_id, campaign_id) REFERENCES suggestion_campaign(federation_id, id);
ALTER TABLE reward_honour ADD CONSTRAINT reward_honour_federation_id_person_id_fkey FOREIGN KEY (federation_id, person_id) REFERENCES person(federation_id, id);
ALTER TABLE reward_honour ADD CONSTRAINT reward_honour_federation_id_scheme_union_id_fkey FOREIGN KEY (federation_id, scheme_union_id) REFERENCES suggestion_scheme(federation_id, union_id);
ALTER TABLE reward_honour ADD CONSTRAINT reward_honour_federation_id_suggestion_id_fkey FOREIGN KEY (federation_id, suggestion_id) REFERENCES suggestion(federation_id, id);
ALTER TABLE reward_honour ADD CONSTRAINT reward_honour_federation_id_unit_union_id_fkey FOREIGN KEY (federation_id, unit_union_id) REFERENCES union_unit(federation_id, id);
ALTER TABLE reward_unit_payroll ADD CONSTRAINT reward_unit_payroll_federation_id_union_id_fkey FOREIGN KEY (federation_id, union_id) REFERENCES union_unit(federation_id, id);
ALTER TABLE roster_import ADD CONSTRAINT roster_import_federation_id_confirmed_by_fkey FOREIGN KEY (federation_id, confirmed_by) REFERENCES person(federation_id, id);
ALTER TABLE roster_import ADD CONSTRAINT roster_import_federation_id_created_by_fkey FOREIGN KEY (federation_id, created_by) REFERENCES person(federation_id, id);
ALTER TABLE roster_import ADD CONSTRAINT roster_import_federation_id_union_id_fkey FOREIGN KEY (federation_id, union_id) REFERENCES union_unit(federation_id, id);
ALTER TABLE roster_piece ADD CONSTRAINT roster_piece_federation_id_import_id_fkey FOREIGN KEY (federation_id, import_id) REFERENCES roster_import(federation_id, id);
ALTER TABLE roster_row ADD CONSTRAINT roster_row_federation_id_import_id_fkey FOREIGN KEY (federation_id, import_id) REFERENCES roster_import(federation_id, id);
ALTER TABLE roster_row ADD CONSTRAINT roster_row_federation_id_union_id_fkey FOREIGN KEY (federation_id, union_id) REFERENCES union_unit(federation_id, id);
ALTER TABLE rule_book ADD CONSTRAINT rule_book_federation_id_fkey FOREIGN KEY (federation_id) REFERENCES federation(federation_id);
ALTER TABLE rule_decision ADD CONSTRAINT rule_decision_federation_id_union_id_fkey FOREIGN KEY (federation_id, union_id) REFERENCES union_unit(federation_id, id);
ALTER TABLE sale ADD CONSTRAINT sale_federation_id_case_id_fkey FOREIGN KEY (federation_id, case_id) REFERENCES case_file(federation_id, id);
ALTER TABLE sale ADD CONSTRAINT sale_federation_id_id_fkey FOREIGN KEY (federation_id, id) REFERENCES offer(federation_id, id);
ALTER TABLE sale ADD CONSTRAINT sale_federation_id_made_by_id_fkey FOREIGN KEY (federation_id, made_by_id) REFERENCES person(federation_id, id);
ALTER TABLE sale ADD CONSTRAINT sale_federation_id_photos_of_id_fkey FOREIGN KEY (federation_id, photos_of_id) REFERENCES sale(federation_id, id);
ALTER TABLE sale ADD CONSTRAINT sale_federation_id_union_id_fkey FOREIGN KEY (federation_id, union_id) REFERENCES union_unit(federation_id, id);
ALTER TABLE sale_reminder ADD CONSTRAINT sale_reminder_federation_id_person_id_fkey FOREIGN KEY (federation_id, person_id) REFERENCES person(federation_id, id);
ALTER TABLE sale_reminder ADD CONSTRAINT sale_reminder_federation_id_sale_id_fkey FOREIGN KEY (federation_id, sale_id) REFERENCES sale(federation_id, id);
ALTER TABLE saved_view ADD CONSTRAINT saved_view_federation_id_person_id_fkey FOREIGN KEY (federation_id, person_id) REFERENCES person(federation_id, id);
ALTER TABLE saving ADD CONSTRAINT saving_federation_id_finance_by_id_fkey FOREIGN KEY (federation_id, finance_by_id) REFERENCES person(federation_id, id);
ALTER TABLE saving ADD CONSTRAINT saving_federation_id_id_fkey FOREIGN KEY (federation_id, id) REFERENCES case_file(federation_id, id);
ALTER TABLE saving ADD CONSTRAINT saving_federation_id_post_id_fkey FOREIGN KEY (federation_id, post_id) REFERENCES saving_post(federation_id, id);
ALTER TABLE saving ADD CONSTRAINT saving_federation_id_unit_union_id_fkey FOREIGN KEY (federation_id, unit_union_id) REFERENCES union_unit(federation_id, id);
ALTER TABLE saving ADD CONSTRAINT saving_federation_id_verified_by_id_fkey FOREIGN KEY (federation_id, verified_by_id) REFERENCES person(federation_id, id);
ALTER TABLE saving_person ADD CONSTRAINT saving_person_federation_id_person_id_fkey FOREIGN KEY (federation_id, person_id) REFERENCES person(federation_id, id);
ALTER TABLE saving_person ADD CONSTRAINT saving_person_federation_id_saving_id_fkey FOREIGN KEY (federation_id, saving_id) REFERENCES saving(federation_id, id);
ALTER TABLE saving_post ADD CONSTRAINT saving_post_federation_id_union_id_fkey FOREIGN KEY (federation_id, union_id) REFERENCES union_unit(federation_id, id);
ALTER TABLE saving_prize ADD CONSTRAINT saving_prize_federation_id_person_id_fkey FOREIGN KEY (federation_id, person_id) REFERENCES person(federation_id, id);
ALTER TABLE saving_prize ADD CONSTRAINT saving_prize_federation_id_union_id_month_fkey FOREIGN KEY (federation_id, union_id, month) REFERENCES saving_prize_month(federation_id, union_id, month);
ALTER TABLE saving_prize_month ADD CONSTRAINT saving_prize_month_federation_id_confirmed_by_id_fkey FOREIGN KEY (federation_id, confirmed_by_id) REFERENCES person(federation_id, id);
ALTER TABLE saving_prize_month ADD CONSTRAINT saving_prize_month_federation_id_union_id_fkey FOREIGN KEY (federation_id, union_id) REFERENCES union_unit(federation_id, id);
ALTER TABLE session ADD CONSTRAINT session_federation_id_person_id_fkey FOREIGN KEY (federation_id, person_id) REFERENCES person(federation_id, id);
ALTER TABLE similar_text ADD CONSTRAINT similar_text_federation_id_union_id_fkey FOREIGN KEY (federation_id, union_id) REFERENCES union_unit(federation_id, id);
ALTER TABLE stored_file ADD CONSTRAINT stored_file_federation_id_fkey FOREIGN KEY (federation_id) REFERENCES federation(federation_id);
ALTER TABLE suggestion ADD CONSTRAINT suggestion_federation_id_campaign_id_fkey FOREIGN KEY (federation_id, campaign_id) REFERENCES suggestion_campaign(federation_id, id);
ALTER TABLE suggestion ADD CONSTRAINT suggestion_federation_id_id_fkey FOREIGN KEY (federation_id, id) REFERENCES case_file(federation_id, id);
ALTER TABLE suggestion ADD CONSTRAINT suggestion_federation_id_import_id_fkey FOREIGN KEY (federation_id, import_id) REFERENCES suggestion_import(federation_id, id);
ALTER TABLE suggestion ADD CONSTRAINT suggestion_federation_id_merged_into_id_fkey FOREIGN KEY (federation_id, merged_into_id) REFERENCES suggestion(federation_id, id);
ALTER TABLE suggestion ADD CONSTRAINT suggestion_federation_id_owner_id_fkey FOREIGN KEY (federation_id, owner_id) REFERENCES person(federation_id, id);
ALTER TABLE suggestion ADD CONSTRAINT suggestion_federation_id_scheme_union_id_fkey FOREIGN KEY (federation_id, scheme_union_id) REFERENCES suggestion_scheme(federation_id, union_id);
ALTER TABLE suggestion ADD CONSTRAINT suggestion_federation_id_unit_union_id_fkey FOREIGN KEY (federation_id, unit_union_id) REFERENCES union_unit(federation_id, id);
ALTER TABLE suggestion_author ADD CONSTRAINT suggestion_author_federation_id_person_id_fkey FOREIGN KEY (federation_id, person_id) REFERENCES person(federation_id, id);
ALTER TABLE suggestion_author ADD CONSTRAINT suggestion_author_federation_id_suggestion_id_fkey FOREIGN KEY (federation_id, suggestion_id) REFERENCES suggestion(federation_id, id);
ALTER TABLE suggestion_author ADD CONSTRAINT suggestion_author_federation_id_unit_union_id_fkey FOREIGN KEY (federation_id, unit_union_id) REFERENCES union_unit(federation_id, id);
ALTER TABLE suggestion_award ADD CONSTRAINT suggestion_award_federation_id_suggestion_id_fkey FOREIGN KEY (federation_id, suggestion_id) REFERENCES suggestion(federation_id, id);
ALTER TABLE suggestion_award_share ADD CONSTRAINT suggestion_award_share_federation_id_award_id_fkey FOREIGN KEY (federation_id, award_id) REFERENCES suggestion_award(federation_id, id);
ALTER TABLE suggestion_award_share ADD CONSTRAINT suggestion_award_share_federation_id_person_id_fkey FOREIGN KEY (federation_id, person_id) REFERENCES person(federation_id, id);
ALTER TABLE suggestion_award_share ADD CONSTRAINT suggestion_award_share_federation_id_suggestion_id_fkey FOREIGN KEY (federation_id, suggestion_id) REFERENCES suggestion(federation_id, id);
ALTER TABLE suggestion_benefit ADD CONSTRAINT suggestion_benefit_federation_id_suggestion_id_fkey FOREIGN KEY (federation_id, suggestion_id) REFERENCES suggestion(federation_id, id);
ALTER TABLE suggestion_campaign ADD CONSTRAINT suggestion_campaign_federation_id_scheme_union_id_fkey FOREIGN KEY (federation_id, scheme_union_id) REFERENCES suggestion_scheme(federation_id, union_id);
ALTER TABLE suggestion_evidence ADD CONSTRAINT suggestion_evidence_federation_id_suggestion_id_fkey FOREIGN KEY (federation_id, suggestion_id) REFERENCES suggestion(federation_id, id);
ALTER TABLE suggestion_expert ADD CONSTRAINT suggestion_expert_federation_id_person_id_fkey FOREIGN KEY (federation_id, person_id) REFERENCES person(federation_id, id);
ALTER TABLE suggestion_expert ADD CONSTRAINT suggestion_expert_federation_id_scheme_union_id_fkey FOREIGN KEY (federation_id, scheme_union_id) REFERENCES suggestion_scheme(federation_id, union_id);
ALTER TABLE suggestion_import ADD CONSTRAINT suggestion_import_federation_id_scheme_union_id_fkey FOREIGN KEY (federation_id, scheme_union_id) REFERENCES suggestion_scheme(federation_id, union_id);
ALTER TABLE suggestion_import_row ADD CONSTRAINT suggestion_import_row_federation_id_import_id_fkey FOREIGN KEY (federation_id, import_id) REFERENCES suggestion_import(federation_id, id);
ALTER TABLE suggestion_likeness ADD CONSTRAINT suggestion_likeness_federation_id_earlier_id_fkey FOREIGN KEY (federation_id, earlier_id) REFERENCES suggestion(federation_id, id);
ALTER TABLE suggestion_likeness ADD CONSTRAINT suggestion_likeness_federation_id_suggestion_id_fkey FOREIGN KEY (federation_id, suggestion_id) REFERENCES suggestion(federation_id, id);
ALTER TABLE suggestion_merger ADD CONSTRAINT suggestion_merger_federation_id_earlier_id_fkey FOREIGN KEY (federation_id, earlier_id) REFERENCES suggestion(federation_id, id);
ALTER TABLE suggestion_merger ADD CONSTRAINT suggestion_merger_federation_id_suggestion_id_fkey FOREIGN KEY (federation_id, suggestion_id) REFERENCES suggestion(federation_id, id);
ALTER TABLE suggestion_own_share ADD CONSTRAINT suggestion_own_share_federation_id_person_id_fkey FOREIGN KEY (federation_id, person_id) REFERENCES person(federation_id, id);
ALTER TABLE suggestion_own_share ADD CONSTRAINT suggestion_own_share_federation_id_suggestion_id_fkey FOREIGN KEY (federation_id, suggestion_id) REFERENCES suggestion(federation_id, id);
ALTER TABLE suggestion_person_group ADD CONSTRAINT suggestion_person_group_federation_id_person_id_fkey FOREIGN KEY (federation_id, person_id) REFERENCES person(federation_id, id);
ALTER TABLE suggestion_person_group ADD CONSTRAINT suggestion_person_group_federation_id_scheme_union_id_fkey FOREIGN KEY (federation_id, scheme_union_id) REFERENCES suggestion_scheme(federation_id, union_id);
ALTER TABLE suggestion_review ADD CONSTRAINT suggestion_review_federation_id_reviewer_id_fkey FOREIGN KEY (federation_id, reviewer_id) REFERENCES person(federation_id, id);
ALTER TABLE suggestion_review ADD CONSTRAINT suggestion_review_federation_id_suggestion_id_fkey FOREIGN KEY (federation_id, suggestion_id) REFERENCES suggestion(federation_id, id);
ALTER TABLE suggestion_scheme ADD CONSTRAINT suggestion_scheme_federation_id_union_id_fkey FOREIGN KEY (federation_id, union_id) REFERENCES union_unit(federation_id, id);
ALTER TABLE suggestion_supporter ADD CONSTRAINT suggestion_supporter_federation_id_person_id_fkey FOREIGN KEY (federation_id, person_id) REFERENCES person(federation_id, id);
ALTER TABLE suggestion_supporter ADD CONSTRAINT suggestion_supporter_federation_id_suggestion_id_fkey FOREIGN KEY (federation_id, suggestion_id) REFERENCES suggestion(federation_id, id);
ALTER TABLE survey ADD CONSTRAINT survey_federation_id_union_id_fkey FOREIGN KEY (federation_id, union_id) REFERENCES union_unit(federation_id, id);
ALTER TABLE survey_cross ADD CONSTRAINT survey_cross_federation_id_survey_id_fkey FOREIGN KEY (federation_id, survey_id) REFERENCES survey(federation_id, id);
ALTER TABLE survey_interview ADD CONSTRAINT survey_interview_federation_id_survey_id_fkey FOREIGN KEY (federation_id, survey_id) REFERENCES survey(federation_id, id);
ALTER TABLE survey_link ADD CONSTRAINT survey_link_federation_id_survey_id_fkey FOREIGN KEY (federation_id, survey_id) REFERENCES survey(federation_id, id);
ALTER TABLE survey_remark ADD CONSTRAINT survey_remark_federation_id_survey_id_fkey FOREIGN KEY (federation_id, survey_id) REFERENCES survey(federation_id, id);
ALTER TABLE survey_result ADD CONSTRAINT survey_result_federation_id_survey_id_fkey FOREIGN KEY (federation_id, survey_id) REFERENCES survey(federation_id, id);
ALTER TABLE survey_task ADD CONSTRAINT survey_task_federation_id_id_fkey FOREIGN KEY (federation_id, id) REFERENCES case_file(federation_id, id);
ALTER TABLE survey_task ADD CONSTRAINT survey_task_federation_id_survey_id_fkey FOREIGN KEY (federation_id, survey_id) REFERENCES survey(federation_id, id);
ALTER TABLE survey_template ADD CONSTRAINT survey_template_federation_id_union_id_fkey FOREIGN KEY (federation_id, union_id) REFERENCES union_unit(federation_id, id);
ALTER TABLE survey_topic ADD CONSTRAINT survey_topic_federation_id_survey_id_fkey FOREIGN KEY (federation_id, survey_id) REFERENCES survey(federation_id, id);
ALTER TABLE topic_apart ADD CONSTRAINT topic_apart_federation_id_letter_id_fkey FOREIGN KEY (federation_id, letter_id) REFERENCES case_file(federation_id, id);
ALTER TABLE topic_apart ADD CONSTRAINT topic_apart_federation_id_other_id_fkey FOREIGN KEY (federation_id, other_id) REFERENCES case_file(federation_id, id);
ALTER TABLE topic_apart ADD CONSTRAINT topic_apart_federation_id_said_by_fkey FOREIGN KEY (federation_id, said_by) REFERENCES person(federation_id, id);
ALTER TABLE topic_count ADD CONSTRAINT topic_count_federation_id_survey_id_place_fkey FOREIGN KEY (federation_id, survey_id, place) REFERENCES topic_place(federation_id, survey_id, place);
ALTER TABLE topic_letter ADD CONSTRAINT topic_letter_federation_id_gathered_by_fkey FOREIGN KEY (federation_id, gathered_by) REFERENCES person(federation_id, id);
ALTER TABLE topic_letter ADD CONSTRAINT topic_letter_federation_id_letter_id_fkey FOREIGN KEY (federation_id, letter_id) REFERENCES case_file(federation_id, id);
ALTER TABLE topic_letter ADD CONSTRAINT topic_letter_federation_id_merged_from_fkey FOREIGN KEY (federation_id, merged_from) REFERENCES case_file(federation_id, id);
ALTER TABLE topic_letter ADD CONSTRAINT topic_letter_federation_id_topic_id_fkey FOREIGN KEY (federation_id, topic_id) REFERENCES case_file(federation_id, id);
ALTER TABLE topic_measure ADD CONSTRAINT topic_measure_federation_id_measure_id_fkey FOREIGN KEY (federation_id, measure_id) REFERENCES case_file(federation_id, id);
ALTER TABLE topic_measure ADD CONSTRAINT topic_measure_federation_id_topic_id_fkey FOREIGN KEY (federation_id, topic_id) REFERENCES case_file(federation_id, id);
ALTER TABLE topic_place ADD CONSTRAINT topic_place_federation_id_survey_id_fkey FOREIGN KEY (federation_id, survey_id) REFERENCES topic_survey(federation_id, id);
ALTER TABLE topic_place ADD CONSTRAINT topic_place_federation_id_union_id_fkey FOREIGN KEY (federation_id, union_id) REFERENCES union_unit(federation_id, id);
ALTER TABLE topic_roll ADD CONSTRAINT topic_roll_federation_id_person_id_fkey FOREIGN KEY (federation_id, person_id) REFERENCES person(federation_id, id);
ALTER TABLE topic_roll ADD CONSTRAINT topic_roll_federation_id_survey_id_fkey FOREIGN KEY (federation_id, survey_id) REFERENCES topic_survey(federation_id, id);
ALTER TABLE topic_sheet ADD CONSTRAINT topic_sheet_federation_id_survey_id_fkey FOREIGN KEY (federation_id, survey_id) REFERENCES topic_survey(federation_id, id);
ALTER TABLE topic_survey ADD CONSTRAINT topic_survey_federation_id_topic_id_fkey FOREIGN KEY (federation_id, topic_id) REFERENCES case_file(federation_id, id);
ALTER TABLE topic_text ADD CONSTRAINT topic_text_federation_id_survey_id_fkey FOREIGN KEY (federation_id, survey_id) REFERENCES topic_survey(federation_id, id);
ALTER TABLE union_election ADD CONSTRAINT union_election_federation_id_id_fkey FOREIGN KEY (federation_id, id) REFERENCES case_file(federation_id, id);
ALTER TABLE union_election ADD CONSTRAINT union_election_federation_id_union_id_fkey FOREIGN KEY (federation_id, union_id) REFERENCES union_unit(federation_id, id);
ALTER TABLE union_figure ADD CONSTRAINT union_figure_federation_id_union_id_fkey FOREIGN KEY (federation_id, union_id) REFERENCES union_unit(federation_id, id);
ALTER TABLE union_unit ADD CONSTRAINT union_unit_federation_id_fkey FOREIGN KEY (federation_id) REFERENCES federation(federation_id);
ALTER TABLE union_unit ADD CONSTRAINT union_unit_federation_id_merged_into_id_fkey FOREIGN KEY (federation_id, merged_into_id) REFERENCES union_unit(federation_id, id);
ALTER TABLE union_unit ADD CONSTRAINT union_unit_federation_id_parent_id_fkey FOREIGN KEY (federation_id, parent_id) REFERENCES union_unit(federation_id, id);
ALTER TABLE union_unit ADD CONSTRAINT union_unit_federation_id_sector_parent_id_fkey FOREIGN KEY (federation_id, sector_parent_id) REFERENCES union_unit(federation_id, id);
ALTER TABLE vendor_account ADD CONSTRAINT vendor_account_federation_id_person_id_fkey FOREIGN KEY (federation_id, person_id) REFERENCES person(federation_id, id);
