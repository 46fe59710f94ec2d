-- Written by tools/dump-schema.ts from the migrations. Read it; change db/migrations instead.

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
  rating          smallint,
  rating_again    smallint,
  reopened        smallint NOT NULL DEFAULT 0,
  rule_set_id     uuid,
  facts           jsonb NOT NULL DEFAULT '{}'::jsonb,
  version         integer NOT NULL DEFAULT 1,
  opened_at       timestamp with time zone NOT NULL,
  changed_at      timestamp with time zone NOT NULL,
  CONSTRAINT case_file_pkey PRIMARY KEY (federation_id, id),
  CONSTRAINT case_file_federation_id_process_number_key UNIQUE (federation_id, process, number),
  CONSTRAINT case_file_check CHECK (((privacy <> 'anonymous'::text) OR (author_id IS NULL))),
  CONSTRAINT case_file_next_clock_check CHECK ((next_clock = ANY (ARRAY['accept'::text, 'answer'::text, 'finish'::text]))),
  CONSTRAINT case_file_privacy_check CHECK ((privacy = ANY (ARRAY['named'::text, 'hidden'::text, 'anonymous'::text]))),
  CONSTRAINT case_file_rating_again_check CHECK (((rating_again >= 1) AND (rating_again <= 5))),
  CONSTRAINT case_file_rating_check CHECK (((rating >= 1) AND (rating <= 5)))
);
CREATE INDEX case_file_assignee ON case_file USING btree (federation_id, assignee_id, next_due) WHERE is_open;
CREATE INDEX case_file_author ON case_file USING btree (federation_id, author_id, changed_at);
CREATE INDEX case_file_late ON case_file USING btree (federation_id, late_union_id, next_due) WHERE (is_open AND (late_union_id IS NOT NULL));
CREATE INDEX case_file_open ON case_file USING btree (federation_id, union_id, next_due) WHERE is_open;
CREATE INDEX case_file_process ON case_file USING btree (federation_id, process, union_id, opened_at);
CREATE INDEX case_file_recheck ON case_file USING btree (recheck_due) WHERE (recheck_due IS NOT NULL);
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

CREATE TABLE federation (
  federation_id uuid NOT NULL,
  name          text NOT NULL,
  region_code   text NOT NULL DEFAULT ''::text,
  founded_at    timestamp with time zone NOT NULL,
  CONSTRAINT federation_pkey PRIMARY KEY (federation_id)
);

CREATE TABLE follow_up (
  code_lookup   bytea NOT NULL,
  federation_id uuid NOT NULL,
  case_id       uuid NOT NULL,
  CONSTRAINT follow_up_pkey PRIMARY KEY (code_lookup)
);

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
  CONSTRAINT person_id_kind_check CHECK ((id_kind = ANY (ARRAY['resident'::text, 'passport'::text, 'permit'::text, 'foreignResident'::text, 'none'::text]))),
  CONSTRAINT person_locale_check CHECK ((locale = ANY (ARRAY['zh'::text, 'en'::text]))),
  CONSTRAINT person_sex_check CHECK ((sex = ANY (ARRAY['male'::text, 'female'::text]))),
  CONSTRAINT person_text_size_check CHECK ((text_size = ANY (ARRAY['usual'::text, 'large'::text, 'larger'::text, 'largest'::text])))
);
CREATE UNIQUE INDEX person_id_lookup ON person USING btree (federation_id, id_lookup) WHERE (id_lookup IS NOT NULL);
CREATE INDEX person_name ON person USING btree (federation_id, name text_pattern_ops);
CREATE INDEX person_phone_lookup ON person USING btree (federation_id, phone_lookup) WHERE (phone_lookup IS NOT NULL);
CREATE INDEX person_staff_number ON person USING btree (federation_id, staff_number) WHERE (staff_number <> ''::text);

CREATE TABLE schema_migration (
  name       text NOT NULL,
  phase      text NOT NULL,
  hash       text NOT NULL,
  ran        boolean NOT NULL,
  applied_at timestamp with time zone NOT NULL,
  CONSTRAINT schema_migration_pkey PRIMARY KEY (name, phase),
  CONSTRAINT schema_migration_phase_check CHECK ((phase = ANY (ARRAY['tables'::text, 'distribution'::text, 'foreign keys'::text])))
);

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
ALTER TABLE job_run ADD CONSTRAINT job_run_federation_id_fkey FOREIGN KEY (federation_id) REFERENCES federation(federation_id);
ALTER TABLE job_run ADD CONSTRAINT job_run_federation_id_started_by_fkey FOREIGN KEY (federation_id, started_by) REFERENCES person(federation_id, id);
ALTER TABLE membership ADD CONSTRAINT membership_federation_id_person_id_fkey FOREIGN KEY (federation_id, person_id) REFERENCES person(federation_id, id);
ALTER TABLE membership ADD CONSTRAINT membership_federation_id_union_id_fkey FOREIGN KEY (federation_id, union_id) REFERENCES union_unit(federation_id, id);
ALTER TABLE office_holding ADD CONSTRAINT office_holding_federation_id_person_id_fkey FOREIGN KEY (federation_id, person_id) REFERENCES person(federation_id, id);
ALTER TABLE office_holding ADD CONSTRAINT office_holding_federation_id_union_id_fkey FOREIGN KEY (federation_id, union_id) REFERENCES union_unit(federation_id, id);
ALTER TABLE office_permission ADD CONSTRAINT office_permission_federation_id_fkey FOREIGN KEY (federation_id) REFERENCES federation(federation_id);
ALTER TABLE person ADD CONSTRAINT person_federation_id_fkey FOREIGN KEY (federation_id) REFERENCES federation(federation_id);
ALTER TABLE union_figure ADD CONSTRAINT union_figure_federation_id_union_id_fkey FOREIGN KEY (federation_id, union_id) REFERENCES union_unit(federation_id, id);
ALTER TABLE union_unit ADD CONSTRAINT union_unit_federation_id_fkey FOREIGN KEY (federation_id) REFERENCES federation(federation_id);
ALTER TABLE union_unit ADD CONSTRAINT union_unit_federation_id_merged_into_id_fkey FOREIGN KEY (federation_id, merged_into_id) REFERENCES union_unit(federation_id, id);
ALTER TABLE union_unit ADD CONSTRAINT union_unit_federation_id_parent_id_fkey FOREIGN KEY (federation_id, parent_id) REFERENCES union_unit(federation_id, id);
ALTER TABLE union_unit ADD CONSTRAINT union_unit_federation_id_sector_parent_id_fkey FOREIGN KEY (federation_id, sector_parent_id) REFERENCES union_unit(federation_id, id);
