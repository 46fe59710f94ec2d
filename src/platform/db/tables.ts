// Written by tools/dump-schema.ts from the migrations; do not edit.
import type { ColumnType, Generated } from 'kysely';

/** Read as a parsed value, written as text (`JSON.stringify`). */
export type Json = ColumnType<unknown, string, string>;
export type GeneratedJson = ColumnType<unknown, string | undefined, string>;

export type CaseBarredTable = {
  federation_id: string;
  case_id: string;
  person_id: string;
  why: string;
};

export type CaseEventTable = {
  federation_id: string;
  id: string;
  case_id: string;
  position: number;
  step: string;
  from_state: string;
  to_state: string;
  by_kind: string;
  by_id: string | null;
  by_title: Generated<string>;
  text: Generated<string>;
  shown_to: string;
  files: Generated<string[]>;
  data: GeneratedJson;
  at: Date;
};

export type CaseFileTable = {
  federation_id: string;
  id: string;
  process: string;
  number: string;
  title: string;
  state: string;
  is_open: boolean;
  privacy: string;
  channel: string;
  union_id: string;
  origin_union_id: string;
  author_id: string | null;
  subject_id: string | null;
  assignee_id: string | null;
  assignee_title: Generated<string>;
  accept_due: Date | null;
  answer_due: Date | null;
  finish_due: Date | null;
  accepted_at: Date | null;
  answered_at: Date | null;
  finished_at: Date | null;
  next_due: Date | null;
  next_clock: string | null;
  late_level: Generated<number>;
  late_union_id: string | null;
  next_escalation: Date | null;
  warned_at: Date | null;
  recheck_due: Date | null;
  rating: number | null;
  rating_again: number | null;
  reopened: Generated<number>;
  rule_set_id: string | null;
  facts: GeneratedJson;
  version: Generated<number>;
  opened_at: Date;
  changed_at: Date;
};

export type CaseNumberTable = {
  federation_id: string;
  process: string;
  year: number;
  last: number;
};

export type FederationTable = {
  federation_id: string;
  name: string;
  region_code: Generated<string>;
  founded_at: Date;
};

export type FollowUpTable = {
  code_lookup: Buffer;
  federation_id: string;
  case_id: string;
};

export type JobRunTable = {
  federation_id: string;
  id: string;
  kind: string;
  key: string;
  started_by: string | null;
  state: string;
  done: Generated<number>;
  total: number | null;
  input: Json;
  cursor: Json | null;
  report: Json | null;
  refusal: Generated<string>;
  cancel_requested: Generated<boolean>;
  tries: Generated<number>;
  created_at: Date;
  started_at: Date | null;
  beat_at: Date | null;
  ended_at: Date | null;
};

export type JoinCodeLookupTable = {
  join_code: string;
  federation_id: string;
  union_id: string;
};

export type MembershipTable = {
  federation_id: string;
  id: string;
  person_id: string;
  union_id: string;
  state: string;
  began_on: string;
  ended_on: string | null;
  end_reason: string | null;
  origin: string;
  origin_id: string | null;
  card_number: string;
  category: Generated<string>;
  subsidised: Generated<boolean>;
  department: Generated<string>;
  job: Generated<string>;
  employment_form: Generated<string>;
  employed_on: string | null;
  contract_to: string | null;
  created_at: Date;
};

export type OfficeHoldingTable = {
  federation_id: string;
  id: string;
  person_id: string;
  union_id: string;
  office: string;
  title: Generated<string>;
  full_time: Generated<boolean>;
  from_date: string;
  to_date: string | null;
  basis: Generated<string>;
  created_at: Date;
};

export type OfficePermissionTable = {
  federation_id: string;
  office: string;
  permission: string;
  allowed: boolean;
};

export type PersonTable = {
  federation_id: string;
  id: string;
  name: string;
  sex: string | null;
  birth_date: string | null;
  ethnicity: Generated<string>;
  id_kind: Generated<string>;
  id_sealed: Buffer | null;
  id_lookup: Buffer | null;
  phone_sealed: Buffer | null;
  phone_lookup: Buffer | null;
  email_sealed: Buffer | null;
  staff_number: Generated<string>;
  political_status: Generated<string>;
  education: Generated<string>;
  skill_grade: Generated<string>;
  professional_title: Generated<string>;
  household: Generated<string>;
  migrant: Generated<boolean>;
  new_form: Generated<string>;
  honour_grade: Generated<string>;
  locale: Generated<string>;
  text_size: Generated<string>;
  created_at: Date;
  changed_at: Date;
};

export type SchemaMigrationTable = {
  name: string;
  phase: string;
  hash: string;
  ran: boolean;
  applied_at: Date;
};

export type UnionFigureTable = {
  federation_id: string;
  union_id: string;
  members: number;
  women: number;
  unattached: number;
  reserved: number;
  joined_year: number;
  counted_at: Date;
};

export type UnionUnitTable = {
  federation_id: string;
  id: string;
  code: string;
  join_code: string;
  node: string;
  name: string;
  kind: string;
  state: string;
  parent_id: string | null;
  sector_parent_id: string | null;
  path: string;
  sector_path: string | null;
  region_code: Generated<string>;
  address: Generated<string>;
  employer_name: Generated<string>;
  employer_uscc: Generated<string>;
  union_uscc: Generated<string>;
  industry: Generated<string>;
  workers: Generated<number>;
  women: Generated<number>;
  takes_unattached: Generated<boolean>;
  founded_on: string | null;
  term_years: number | null;
  term_from: string | null;
  term_to: string | null;
  approval: Generated<string>;
  merged_into_id: string | null;
  ended_on: string | null;
  created_at: Date;
};

/** Every table there is, by name. */
export type Tables = {
  case_barred: CaseBarredTable;
  case_event: CaseEventTable;
  case_file: CaseFileTable;
  case_number: CaseNumberTable;
  federation: FederationTable;
  follow_up: FollowUpTable;
  job_run: JobRunTable;
  join_code_lookup: JoinCodeLookupTable;
  membership: MembershipTable;
  office_holding: OfficeHoldingTable;
  office_permission: OfficePermissionTable;
  person: PersonTable;
  schema_migration: SchemaMigrationTable;
  union_figure: UnionFigureTable;
  union_unit: UnionUnitTable;
};
