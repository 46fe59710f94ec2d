// Written by tools/dump-schema.ts from the migrations; do not edit.
import type { ColumnType, Generated } from 'kysely';

/** Read as a parsed value, written as text (`JSON.stringify`). */
export type Json = ColumnType<unknown, string, string>;
export type GeneratedJson = ColumnType<unknown, string | undefined, string>;

export type ActivityTable = {
  federation_id: string;
  id: string;
  union_id: string;
  organiser_id: string;
  kind: string;
  title: string;
  about: string;
  place: string;
  starts_at: Date;
  ends_at: Date;
  opens_at: Date | null;
  closes_at: Date;
  cancel_until: Date | null;
  places: number;
  family: number;
  pays: string;
  price: bigint;
  waits: boolean;
  quotas: GeneratedJson;
  who: GeneratedJson;
  questions: GeneratedJson;
  plan: GeneratedJson;
  planned_fen: Generated<bigint>;
  club_id: string | null;
  self_check_in: boolean;
  series_id: string | null;
  reminded: Generated<number>;
};

export type ActivityAudienceTable = {
  federation_id: string;
  activity_id: string;
  union_id: string;
};

export type ActivityCostTable = {
  federation_id: string;
  id: string;
  activity_id: string;
  item: string;
  amount_fen: bigint;
  spent_on: string;
  note: Generated<string>;
  by_id: string;
  at: Date;
  removed_at: Date | null;
};

export type ActivityEntryTable = {
  federation_id: string;
  activity_id: string;
  person_id: string;
  family: number;
  family_sealed: Buffer | null;
  answers: Json;
  changed_at: Date;
};

export type ActivityPhotoTable = {
  federation_id: string;
  id: string;
  activity_id: string;
  by_id: string;
  caption: Generated<string>;
  state: string;
  consented_at: Date;
  contested_by_id: string | null;
  why: Generated<string>;
  decided_by_id: string | null;
  decided_at: Date | null;
  at: Date;
};

export type ActivityRatingTable = {
  federation_id: string;
  activity_id: string;
  person_id: string;
  stars: number;
  comment: Generated<string>;
  at: Date;
  changed_at: Date;
};

export type AppraisalTable = {
  federation_id: string;
  id: string;
  union_id: string;
  year: number;
  about: string;
  scale: string;
  classes: Json;
  readers: Json;
  rule_set_id: string;
  released_at: Date | null;
  released_by: string | null;
};

export type AppraisalLeaderTable = {
  federation_id: string;
  appraisal_id: string;
  no: number;
  person_id: string | null;
  name: string;
  post: string;
  duty: Generated<string>;
  files: Generated<string[]>;
  duty_at: Date | null;
};

export type AuditCheckTable = {
  federation_id: string;
  id: string;
  checked_at: Date;
  blocks: bigint;
  entries: bigint;
  unsealed: bigint;
  fault_count: bigint;
  faults: Json;
  head_block: bigint;
  head_hash: Buffer;
};

export type AuditEntryTable = {
  federation_id: string;
  id: string;
  at: Date;
  act: string;
  by_kind: string;
  by_name: string;
  person_id: string | null;
  session_id: string | null;
  union_id: string | null;
  subject_kind: string;
  subject_id: string;
  word: string;
  zh: string;
  en: string;
  slots: Json;
  basis: Json;
  fields: string[];
  purpose: string;
};

export type AuditSealTable = {
  federation_id: string;
  block: bigint;
  prev_hash: Buffer;
  entry_ids: string[];
  entry_hashes: Buffer[];
  hash: Buffer;
  sealed_at: Date;
};

export type AuditUnsealedTable = {
  federation_id: string;
  entry_id: string;
};

export type AuthenticatorTable = {
  federation_id: string;
  person_id: string;
  secret_sealed: Buffer;
  begun_at: Date;
  confirmed_at: Date | null;
  last_step: bigint;
};

export type BallotTable = {
  federation_id: string;
  id: string;
  union_id: string;
  kind: string;
  title: string;
  level: string;
  state: string;
  paper: Json;
  rule: Json;
  paper_bytes: number;
  mix_at_least: number;
  present_only: boolean;
  opens_at: Date | null;
  closes_at: Date | null;
  keys_ready: Generated<boolean>;
  entitled: Generated<number>;
  present: Generated<number>;
  roll_hash: Generated<string>;
  announced_at: Date | null;
  opened_at: Date | null;
  closed_at: Date | null;
  ended_at: Date | null;
  why: Generated<string>;
  header: string | null;
  head: string | null;
  signature: Buffer | null;
  result: Json | null;
  blocks: Buffer | null;
  destroyed: Generated<boolean>;
  version: Generated<number>;
  made_by_id: string | null;
  made_at: Date;
  short_head: string | null;
  short_signature: Buffer | null;
};

export type BallotCardTable = {
  federation_id: string;
  ballot_id: string;
  hash: Buffer;
  class: string;
  asked: Buffer | null;
};

export type BallotEnvelopeTable = {
  federation_id: string;
  ballot_id: string;
  person_id: string;
  sealed: Buffer;
};

export type BallotEnvelopeKeyTable = {
  federation_id: string;
  ballot_id: string;
  secret: Buffer;
};

export type BallotKeyTable = {
  federation_id: string;
  ballot_id: string;
  purpose: string;
  class: string;
  public: Buffer;
  secret: Buffer | null;
};

export type BallotMatterTable = {
  federation_id: string;
  id: string;
  union_id: string;
  about: string;
  basis: string;
  roll: Json;
  again_of: string | null;
  round: number;
  tellers: Generated<string>;
};

export type BallotOpenPaperTable = {
  federation_id: string;
  ballot_id: string;
  person_id: string;
  content: Json;
};

export type BallotPaperTable = {
  federation_id: string;
  ballot_id: string;
  hash: Buffer;
  token: Buffer;
  turn: number;
  body: Buffer;
  mixed: boolean;
  no: number | null;
};

export type BallotTerminalTable = {
  federation_id: string;
  ballot_id: string;
  unlocked: number;
};

export type BallotVoterTable = {
  federation_id: string;
  ballot_id: string;
  person_id: string;
  class: string;
  union_id: string;
  present: boolean;
  given: boolean;
  asked: Buffer | null;
};

export type BoxLetterTable = {
  federation_id: string;
  letter_id: string;
  opening_id: string;
  position: number;
};

export type BoxOpeningTable = {
  federation_id: string;
  id: string;
  box_id: string;
  opened_on: string;
  opened_at: Date;
  opened_by: string;
  witness_id: string;
  found: number;
  keyed: Generated<number>;
  seal_intact: boolean;
  note: Generated<string>;
  left_why: string | null;
  logged_by: string;
  logged_at: Date;
  corrected: Generated<number>;
};

export type BoxOpeningBeforeTable = {
  federation_id: string;
  opening_id: string;
  position: number;
  was: Json;
  why: string;
  changed_by: string;
  changed_at: Date;
};

export type BriefingTable = {
  federation_id: string;
  id: string;
  union_id: string;
  title: string;
  about: Generated<string>;
  place: string;
  held_at: Date;
  ends_at: Date;
  agenda: GeneratedJson;
  files: Generated<string[]>;
  minutes: Generated<string>;
  started_at: Date | null;
  ended_at: Date | null;
  published_at: Date | null;
  by_id: string;
};

export type BriefingAttendanceTable = {
  federation_id: string;
  briefing_id: string;
  person_id: string;
  at: Date;
};

export type BriefingQuestionTable = {
  federation_id: string;
  id: string;
  briefing_id: string;
  person_id: string;
  text: string;
  named: boolean;
  state: string;
  answer: Generated<string>;
  live: boolean | null;
  answered_by_id: string | null;
  answered_at: Date | null;
  case_id: string | null;
  due_at: Date | null;
  at: Date;
};

export type BriefingVoteTable = {
  federation_id: string;
  question_id: string;
  person_id: string;
  at: Date;
};

export type CareConsentTable = {
  federation_id: string;
  programme_id: string;
  no: number;
  text: string;
  health_text: string;
  hash: Buffer;
  at: Date;
  by_id: string | null;
};

export type CareDayTable = {
  federation_id: string;
  entry_id: string;
  day: string;
  session_id: string;
  child_key: Buffer | null;
  excused_at: Date | null;
  absent_told_at: Date | null;
  arrived_at: Date | null;
  arrived_by_id: string | null;
  left_at: Date | null;
  left_by_id: string | null;
  pickup_id: string | null;
  release_id: string | null;
};

export type CareDutyTable = {
  federation_id: string;
  id: string;
  session_id: string;
  person_id: string;
  from_on: string;
  to_on: string;
};

export type CareEntryTable = {
  federation_id: string;
  id: string;
  session_id: string;
  guardian_id: string | null;
  claim_id: string | null;
  key: string;
  child_sealed: Buffer | null;
  contact_sealed: Buffer | null;
  notes_sealed: Buffer | null;
  age: number;
  age_from: number;
  age_to: number;
  consent_no: number;
  consent_hash: Buffer;
  consent_at: Date;
  notes_no: number | null;
  notes_hash: Buffer | null;
  notes_at: Date | null;
  notes_withdrawn_at: Date | null;
  made_at: Date;
  ended_at: Date | null;
  forgotten_at: Date | null;
  version: Generated<number>;
};

export type CareIncidentTable = {
  federation_id: string;
  id: string;
  session_id: string;
  entry_id: string;
  at: Date;
  by_id: string;
  sealed: Buffer | null;
};

export type CareMessageTable = {
  federation_id: string;
  id: string;
  session_id: string;
  at: Date;
  by_id: string;
  text: string;
  receivers: number;
};

export type CarePickupTable = {
  federation_id: string;
  id: string;
  entry_id: string;
  no: number;
  sealed: Buffer | null;
  code_no: Generated<number>;
  made_at: Date;
  removed_at: Date | null;
};

export type CareProgrammeTable = {
  federation_id: string;
  id: string;
  union_id: string;
  year: number;
  title: string;
  about: Generated<string>;
  age_from: number;
  age_to: number;
  age_on: string | null;
  opens_at: Date;
  closes_at: Date;
  price_fen: Generated<bigint>;
  consent_no: Generated<number>;
  published_at: Date | null;
  made_by_id: string | null;
  made_at: Date;
  version: Generated<number>;
};

export type CareReleaseTable = {
  federation_id: string;
  id: string;
  session_id: string;
  entry_id: string;
  day: string;
  sealed: Buffer | null;
  by_id: string;
  at: Date;
  state: string;
  second_id: string | null;
  decided_at: Date | null;
};

export type CareSessionTable = {
  federation_id: string;
  id: string;
  programme_id: string;
  union_id: string;
  title: string;
  site: string;
  address: Generated<string>;
  starts_on: string;
  ends_on: string;
  weekdays: number;
  days_off: Generated<string[]>;
  opens_minute: number;
  closes_minute: number;
  capacity: number;
  age_from: number;
  age_to: number;
  forget_days: Generated<number>;
  rule_set_id: string | null;
  forgotten_at: Date | null;
};

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
  lapse_due: Date | null;
  rating: number | null;
  rating_again: number | null;
  reopened: Generated<number>;
  rule_set_id: string | null;
  facts: GeneratedJson;
  version: Generated<number>;
  opened_at: Date;
  changed_at: Date;
  searched: Generated<string>;
};

export type CaseNumberTable = {
  federation_id: string;
  process: string;
  year: number;
  last: number;
};

export type ClaimTable = {
  federation_id: string;
  id: string;
  offer_id: string;
  person_id: string;
  turn: number;
  no: number;
  rank: number | null;
  pool_no: number;
  places: number;
  unit_id: string | null;
  state: string;
  key: string;
  amount: bigint;
  journal_id: string | null;
  paid_at: Date | null;
  payment_no: Generated<string>;
  owed_back: Generated<boolean>;
  at: Date;
  due_at: Date | null;
  handed_at: Date | null;
  handed_by_id: string | null;
  ended_at: Date | null;
};

export type ClaimEventTable = {
  federation_id: string;
  id: string;
  claim_id: string;
  at: Date;
  verb: string;
  by_id: string | null;
  why: Generated<string>;
};

export type ClubTable = {
  federation_id: string;
  id: string;
  union_id: string;
  category: string;
  name: string;
  name_taken: string | null;
  purpose: string;
  charter: string;
  meets: Generated<string>;
  places: number | null;
  founded_on: string | null;
  rule_set_id: string | null;
};

export type ClubAttendanceTable = {
  federation_id: string;
  gathering_id: string;
  person_id: string;
  way: string;
  at: Date;
  stars: number | null;
  comment: Generated<string>;
};

export type ClubAwardTable = {
  federation_id: string;
  list_id: string;
  club_id: string;
  place: number;
  won: boolean;
  score: number;
  marks: Json;
  prize: Generated<string>;
  prize_fen: Generated<bigint>;
};

export type ClubAwardListTable = {
  federation_id: string;
  id: string;
  union_id: string;
  year: number;
  most: number;
  least_score: number;
  rule_set_id: string;
  made_at: Date;
  published_at: Date | null;
  published_by_id: string | null;
};

export type ClubBudgetTable = {
  federation_id: string;
  union_id: string;
  year: number;
  amount_fen: bigint;
  decided_by_id: string;
  decided_at: Date;
};

export type ClubCostTable = {
  federation_id: string;
  id: string;
  club_id: string;
  year: number;
  gathering_id: string | null;
  item: string;
  amount_fen: bigint;
  spent_on: string;
  note: Generated<string>;
  by_id: string;
  at: Date;
  removed_at: Date | null;
};

export type ClubFounderTable = {
  federation_id: string;
  club_id: string;
  person_id: string;
  state: string;
  invited_at: Date;
  answered_at: Date | null;
};

export type ClubGatheringTable = {
  federation_id: string;
  id: string;
  club_id: string;
  title: string;
  place: string;
  starts_at: Date;
  about: Generated<string>;
  by_id: string;
  at: Date;
  dropped_at: Date | null;
  why: Generated<string>;
};

export type ClubGrantTable = {
  federation_id: string;
  club_id: string;
  year: number;
  amount_fen: bigint;
  account: string;
  members: number;
  usual_fen: bigint;
  note: Generated<string>;
  rule_set_id: string;
  decided_by_id: string;
  decided_at: Date;
};

export type ClubReportTable = {
  federation_id: string;
  club_id: string;
  year: number;
  done: string;
  plans: Generated<string>;
  by_id: string;
  sent_at: Date;
  changed_at: Date;
};

export type ClubRoleTable = {
  federation_id: string;
  club_id: string;
  role: string;
  person_id: string;
  since: string;
};

export type CongressBodyTable = {
  federation_id: string;
  id: string;
  union_id: string;
  kind: string;
  form: string;
  name: string;
  founded_at: Date;
};

export type CongressCandidateTable = {
  federation_id: string;
  election_id: string;
  person_id: string;
  number: number;
  way: string;
  post: string;
  dispatched: Generated<boolean>;
  about: Generated<string>;
  votes: number | null;
  elected: Generated<boolean>;
};

export type CongressConstituencyTable = {
  federation_id: string;
  id: string;
  term_id: string;
  number: number;
  name: string;
  delegation_id: string | null;
  counted: number;
  others: Generated<number>;
  others_reason: Generated<string>;
  women: number;
  dispatched: Generated<number>;
  seats: Generated<number>;
};

export type CongressConstituencyUnitTable = {
  federation_id: string;
  term_id: string;
  union_id: string;
  constituency_id: string;
};

export type CongressDelegateTable = {
  federation_id: string;
  id: string;
  term_id: string;
  person_id: string | null;
  name: Generated<string>;
  class: string;
  constituency_id: string | null;
  delegation_id: string | null;
  election_id: string | null;
  replaces_id: string | null;
  post: string;
  dispatched: Generated<boolean>;
  unit: Generated<string>;
  card_number: string;
  card_code: string;
  contact: Generated<string>;
  since: string;
  until: string | null;
  end_reason: string | null;
  end_note: Generated<string>;
  seat_dropped: Generated<string>;
  checked: Generated<string>;
  check_note: Generated<string>;
};

export type CongressDelegationTable = {
  federation_id: string;
  id: string;
  term_id: string;
  number: number;
  name: string;
  head_id: string | null;
  deputy_id: string | null;
};

export type CongressElectionTable = {
  federation_id: string;
  id: string;
  term_id: string;
  constituency_id: string;
  purpose: string;
  round: number;
  seats: number;
  method: string;
  ballot_id: string | null;
  held_on: string;
  place: Generated<string>;
  entitled: number;
  present: number | null;
  issued: number | null;
  returned: number | null;
  invalid: number | null;
  tellers: Generated<string>;
  entered_by: string | null;
  rule_set_id: string;
  outcome: string | null;
  findings: Json | null;
  closed_at: Date | null;
  closed_by: string | null;
  called_at: Date;
};

export type CongressGroupTable = {
  federation_id: string;
  id: string;
  term_id: string;
  sort: string;
  name: string;
  duty: Generated<string>;
};

export type CongressGroupSeatTable = {
  federation_id: string;
  group_id: string;
  delegate_id: string;
  leads: Generated<boolean>;
};

export type CongressJointDecisionTable = {
  federation_id: string;
  id: string;
  union_id: string;
  title: string;
  about: Generated<string>;
  round: number;
  op: string;
  num: number;
  den: number;
  made_at: Date;
  by_id: string;
};

export type CongressJointPartTable = {
  federation_id: string;
  decision_id: string;
  item_id: string;
  place: number;
  weight: number;
  veto: boolean;
};

export type CongressRecallTable = {
  federation_id: string;
  id: string;
  term_id: string;
  delegate_id: string;
  constituency_id: string;
  proposed_on: string;
  proposers: number;
  reason: string;
  statement: Generated<string>;
  entitled: number;
  voted_on: string | null;
  issued: number | null;
  returned: number | null;
  approvals: number | null;
  invalid: number | null;
  outcome: string | null;
  findings: Json | null;
  rule_set_id: string;
  closed_at: Date | null;
};

export type CongressSessionTable = {
  federation_id: string;
  id: string;
  body_id: string;
  term_id: string;
  union_id: string;
  sort: string;
  number: number;
  mode: string;
  title: string;
  about: Generated<string>;
  place: string;
  called_by: string;
  held_at: Date;
  ends_at: Date;
  papers_by: string;
  agreed_employer: Generated<string>;
  agreed_union: Generated<string>;
  rule_set_id: string;
  entitled: Generated<number>;
  present_first: Generated<number>;
  opened_at: Date | null;
  closed_at: Date | null;
  hands: Json | null;
  minutes: Generated<string>;
  publish_by: string | null;
  published_at: Date | null;
  report: Generated<string>;
  report_by: Date | null;
  reported_at: Date | null;
  by_id: string;
};

export type CongressSessionItemTable = {
  federation_id: string;
  id: string;
  session_id: string;
  number: number;
  matter: string;
  act: string;
  title: string;
  body: Generated<string>;
  reporter: Generated<string>;
  level: string;
  candidates: GeneratedJson;
  seats: Generated<number>;
  state: string;
  amends_id: string | null;
  ratifies_id: string | null;
  resolution: Generated<string>;
  exec_by: Generated<string>;
  exec_due: string | null;
  exec_note: Generated<string>;
  exec_done_at: Date | null;
  decided_at: Date | null;
  version: Generated<number>;
};

export type CongressSessionOpinionTable = {
  federation_id: string;
  id: string;
  session_id: string;
  item_id: string;
  delegation_id: string | null;
  delegation: string;
  sort: string;
  person_id: string;
  name: string;
  text: string;
  taken: Generated<string>;
  answer: Generated<string>;
  at: Date;
};

export type CongressSessionPaperTable = {
  federation_id: string;
  id: string;
  session_id: string;
  item_id: string | null;
  name: string;
  put_at: Date;
  by_id: string;
};

export type CongressSessionSeatTable = {
  federation_id: string;
  session_id: string;
  delegate_id: string;
  person_id: string | null;
  name: string;
  class: string;
  vacant: boolean;
  votes: boolean;
  post: string;
  union_id: string;
  unit: string;
  delegation_id: string | null;
  delegation: string;
  head: boolean;
  card_number: string;
  card_code: string;
  presidium: Generated<string>;
  here: Generated<string>;
  came_at: Date | null;
  left_at: Date | null;
  seen_at: Date | null;
};

export type CongressSessionSpeakerTable = {
  federation_id: string;
  id: string;
  session_id: string;
  item_id: string | null;
  delegate_id: string;
  about: Generated<string>;
  state: string;
  minutes: Generated<number>;
  asked_at: Date;
  began_at: Date | null;
  ended_at: Date | null;
};

export type CongressTermTable = {
  federation_id: string;
  id: string;
  body_id: string;
  kind: string;
  number: number;
  years: number;
  began_on: string;
  ends_on: string;
  renewal: string;
  renewal_reason: Generated<string>;
  approval: Generated<string>;
  counted_on: string;
  workers: number;
  women: number;
  dispatched: Generated<number>;
  seats: number;
  seats_least: number;
  seats_reason: Generated<string>;
  rule_set_id: string;
  confirmed_at: Date | null;
  confirmed_by: string | null;
  ended_on: string | null;
  planned_at: Date;
};

export type ConsentTable = {
  federation_id: string;
  id: string;
  person_id: string;
  purpose: string;
  version: number;
  text_hash: Buffer;
  fields: string[];
  decision: string;
  channel: string;
  decided_at: Date;
  withdrawn_at: Date | null;
  replaced_at: Date | null;
};

export type ContactBoxTable = {
  federation_id: string;
  id: string;
  union_id: string;
  number: number;
  place: string;
  placed_on: string;
  due_on: string;
  duty_id: string | null;
  retired_on: string | null;
  retired_why: string | null;
  created_by: string;
  created_at: Date;
};

export type ContactBoxKeeperTable = {
  federation_id: string;
  box_id: string;
  person_id: string;
};

export type DailyAnswerTable = {
  federation_id: string;
  union_id: string;
  day: string;
  person_id: string;
  unit_id: string;
  given: number;
  correct: boolean;
  answered_at: Date;
  reviewed_at: Date | null;
};

export type DailyBoardTable = {
  federation_id: string;
  union_id: string;
  days: string;
  opened_on: string;
  points_from: string | null;
  closed_on: string | null;
  version: number;
};

export type DailyDayTable = {
  federation_id: string;
  union_id: string;
  day: string;
  question_id: string;
  set_by_id: string | null;
  void_why: string;
};

export type DailyQuestionTable = {
  federation_id: string;
  id: string;
  union_id: string;
  kind: string;
  text: string;
  text_key: string;
  options: string[];
  answer: number;
  explanation: string;
  source: string;
  topic: string;
  state: string;
  made_by_id: string | null;
  made_at: Date;
  version: number;
};

export type DisclosureAgreedTable = {
  federation_id: string;
  id: string;
  union_id: string;
  title: string;
  every_months: number;
  since: string;
  ended_on: string | null;
  by_id: string;
};

export type DisclosureAudienceTable = {
  federation_id: string;
  item_id: string;
  line: number;
  kind: string;
  union_id: string | null;
  office: Generated<string>;
  circle_id: string | null;
};

export type DisclosureCircleTable = {
  federation_id: string;
  id: string;
  union_id: string;
  kind: string;
  name: string;
  at: Date;
};

export type DisclosureCirclePersonTable = {
  federation_id: string;
  circle_id: string;
  person_id: string;
  at: Date;
};

export type DisclosureCongressTable = {
  federation_id: string;
  id: string;
  union_id: string;
  name: string;
  opens_on: string;
  closes_on: string;
  by_id: string;
  at: Date;
};

export type DisclosureEmployerTable = {
  federation_id: string;
  union_id: string;
  ownership: string;
  since: string;
  by_id: string;
  at: Date;
};

export type DisclosureItemTable = {
  federation_id: string;
  id: string;
  union_id: string;
  entry: string;
  period: Generated<string>;
  due_at: Date | null;
  title: string;
  body: Generated<string>;
  files: Generated<string[]>;
  draft_id: string;
  public_days: number;
  audience: string;
  written_by_id: string | null;
  submitted_by_id: string | null;
  why: Generated<string>;
  versions: Generated<number>;
  published_at: Date | null;
  public_until: string | null;
  least_days: number;
  audience_n: Generated<number>;
  withdrawn_at: Date | null;
  withdrawn_why: Generated<string>;
  withdrawn_days: number | null;
  reminded_at: Date | null;
  shown: string | null;
};

export type DisclosureQuestionTable = {
  federation_id: string;
  id: string;
  item_id: string;
  person_id: string;
  kind: string;
  text: string;
  named: boolean;
  follows_id: string | null;
  due_at: Date;
  answer: Generated<string>;
  open: boolean | null;
  upheld: boolean | null;
  answered_by_id: string | null;
  answered_at: Date | null;
  at: Date;
};

export type DisclosureReadingTable = {
  federation_id: string;
  item_id: string;
  person_id: string;
  version: number;
  read_at: Date;
  understood: boolean | null;
};

export type DisclosureVersionTable = {
  federation_id: string;
  item_id: string;
  no: number;
  title: string;
  body: string;
  files: string[];
  draft_id: string;
  why: string;
  by_id: string;
  checked_by_id: string;
  state_secret: string;
  trade_secret: string;
  personal_data: string;
  redaction: Generated<string>;
  at: Date;
};

export type DrawTable = {
  federation_id: string;
  id: string;
  rules: string;
  rules_hash: string;
  secret: Buffer;
  salt: Buffer;
  need: number;
  closes_at: Date;
  announced_at: Date;
  again_of: string | null;
};

export type DrawCampaignTable = {
  federation_id: string;
  id: string;
  union_id: string;
  about: string;
  who_text: string;
  prizes: Json;
  source: string;
  need: number;
  reveal_hours: number;
  witness_ids: string[];
  schedule_id: string | null;
  month: string | null;
  again_of: string | null;
  why: Generated<string>;
  made_by_id: string | null;
  made_at: Date;
};

export type DrawEntryTable = {
  federation_id: string;
  draw_id: string;
  claim_id: string;
  token: string;
  tickets: number;
};

export type DrawNoticeTable = {
  federation_id: string;
  draw_id: string;
  notice: string;
  notice_hash: string;
  frozen_at: Date;
  due_at: Date;
};

export type DrawResultTable = {
  federation_id: string;
  draw_id: string;
  file: string;
  file_hash: string;
  winners: Json;
  drawn_at: Date;
};

export type DrawScheduleTable = {
  federation_id: string;
  id: string;
  union_id: string;
  title: string;
  about: string;
  prizes: Json;
  opens_day: number;
  closes_day: number;
  place: string;
  source: string;
  need: number;
  reveal_hours: number;
  witness_ids: string[];
  active: boolean;
  made_by_id: string;
  made_at: Date;
};

export type DrawWishTable = {
  federation_id: string;
  person_id: string;
  since: Date;
};

export type DrawWitnessTable = {
  federation_id: string;
  draw_id: string;
  no: number;
  person_id: string;
  name: string;
  commitment: string | null;
  committed_at: Date | null;
  secret: string | null;
  revealed_at: Date | null;
};

export type ElectionContestTable = {
  federation_id: string;
  id: string;
  election_id: string;
  post: string;
  electors: string;
  round: number;
  method: string;
  held_on: string;
  place: Generated<string>;
  paper: Json;
  people: Json;
  rule: Json;
  rule_set_id: string;
  ballot_id: string | null;
  entitled: number;
  present: number | null;
  issued: number | null;
  returned: number | null;
  invalid: number | null;
  votes: Json | null;
  tellers: Generated<string>;
  entered_by_id: string | null;
  outcome: string | null;
  result: Json | null;
  declared_at: Date | null;
  declared_by_id: string | null;
};

export type ElectionNominationTable = {
  federation_id: string;
  nominee_id: string;
  by_person_id: string;
};

export type ElectionNomineeTable = {
  federation_id: string;
  id: string;
  election_id: string;
  post: string;
  person_id: string;
  number: number;
  standing: string;
  main_leader: boolean;
  near_relative: boolean;
  human_resources: boolean;
  foreign_national: boolean;
  job: Generated<string>;
  about: Generated<string>;
};

export type ElectionSeatTable = {
  federation_id: string;
  id: string;
  election_id: string;
  contest_id: string;
  post: string;
  name: string;
  person_id: string | null;
  votes: number;
};

export type ElectionVoterTable = {
  federation_id: string;
  election_id: string;
  electors: string;
  person_id: string;
  union_id: string;
  took: boolean;
};

export type FederationTable = {
  federation_id: string;
  name: string;
  region_code: Generated<string>;
  founded_at: Date;
};

export type FirstAdministratorLinkTable = {
  token_hash: Buffer;
  made_at: Date;
  expires_at: Date;
  used_at: Date | null;
};

export type FollowUpTable = {
  code_lookup: Buffer;
  federation_id: string;
  case_id: string;
};

export type HousingAllocationTable = {
  federation_id: string;
  id: string;
  union_id: string;
  about: string;
  documents: string[];
  tenancy_months: number;
  checks: string[];
  started_at: Date | null;
  last_number: Generated<number>;
};

export type HousingApplicationTable = {
  federation_id: string;
  id: string;
  allocation_id: string;
  person_id: string;
  people: number;
  sealed: Buffer;
  version: Generated<number>;
  submitted_at: Date | null;
  number: number | null;
  objected_at: Date | null;
  declines: Generated<number>;
  again_unit_id: string | null;
  again_at: Date | null;
  ended_at: Date | null;
  ended_why: string | null;
};

export type HousingFlatTable = {
  federation_id: string;
  allocation_id: string;
  no: number;
  estate: string;
  rooms: number;
  area_dm2: number;
  rent_fen: bigint;
};

export type HousingLookTable = {
  federation_id: string;
  application_id: string;
  person_id: string;
  until: Date;
};

export type HousingPlaceTable = {
  federation_id: string;
  claim_id: string;
  application_id: string;
  number: number;
  joined_at: Date;
};

export type HousingTenancyTable = {
  federation_id: string;
  id: string;
  application_id: string;
  allocation_id: string;
  person_id: string;
  flat_no: number;
  rent_fen: bigint;
  accepted_at: Date;
  from_date: string | null;
  to_date: string | null;
  notice: string | null;
  notice_at: Date | null;
  leave_by: string | null;
  ended_on: string | null;
};

export type HousingVisitTable = {
  federation_id: string;
  id: string;
  tenancy_id: string;
  kind: string;
  planned_at: Date;
  checks: Json;
  keys: Generated<number>;
  electricity: Generated<string>;
  water: Generated<string>;
  note: Generated<string>;
  officer_id: string | null;
  officer_at: Date | null;
  tenant_at: Date | null;
  absent: Generated<string>;
  done_at: Date | null;
};

export type IndicatorBookletTable = {
  federation_id: string;
  id: string;
  scheme_union_id: string;
  year: number;
  title: string;
  preface: string;
  version: number;
  changed_by_id: string;
  changed_at: Date;
};

export type IndicatorBookletItemTable = {
  federation_id: string;
  booklet_id: string;
  suggestion_id: string;
  position: number;
};

export type IndicatorReportTable = {
  federation_id: string;
  id: string;
  scheme_union_id: string;
  from_date: string;
  to_date: string;
  basis: string;
  figures: string;
  hash: Buffer;
  kept_by_id: string;
  kept_at: Date;
};

export type IndicatorTargetTable = {
  federation_id: string;
  scheme_union_id: string;
  year: number;
  unit_union_id: string;
  person_group: string;
  indicator: string;
  target: number;
  set_by_id: string;
  set_at: Date;
};

export type InquiryTable = {
  federation_id: string;
  id: string;
  union_id: string;
  title: string;
  question: string;
  from_day: string;
  to_day: string;
  most: number;
  seed: string;
  closes_on: string;
  state: string;
  made_by_id: string | null;
  made_at: Date;
  opened_at: Date | null;
  closed_at: Date | null;
  reminded_at: Date | null;
};

export type InquiryAnswerTable = {
  federation_id: string;
  id: string;
  inquiry_id: string;
  person_id: string | null;
  channel: string;
  text: Buffer;
  reply: Buffer | null;
  state: string;
  entered_by_id: string | null;
};

export type InquiryPersonTable = {
  federation_id: string;
  inquiry_id: string;
  person_id: string;
  state: string;
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

export type JoiningApplicationTable = {
  federation_id: string;
  case_id: string;
  person_id: string;
  phone_sealed: Buffer;
  employer: Generated<string>;
  job: Generated<string>;
  new_form: Generated<string>;
  unattached: boolean;
  conflict: boolean;
  is_return: boolean;
  is_open: boolean;
  letter: Generated<string>;
};

export type JointConsentTable = {
  federation_id: string;
  subject_id: string;
  round: number;
  side: string;
  person_id: string;
  at: Date;
};

export type JointCouncilTable = {
  federation_id: string;
  id: string;
  union_id: string;
  title: string;
  other_name: string;
  purpose: string;
  meets_per_year: number;
  founded_on: string;
  ended_on: string | null;
  version: number;
};

export type JointItemTable = {
  federation_id: string;
  id: string;
  council_id: string;
  meeting_id: string;
  title: string;
  detail: string;
  owner_id: string;
  due_on: string;
  progress: number;
  ask: string | null;
  ask_text: string;
  ask_due: string | null;
  ask_by_id: string | null;
  round: number;
  follows_id: string | null;
};

export type JointMeetingTable = {
  federation_id: string;
  id: string;
  council_id: string;
  title: string;
  place: string;
  held_at: Date;
  agenda: string[];
  minutes: string;
  draft: Json;
  round: number;
};

export type JointRepresentativeTable = {
  federation_id: string;
  council_id: string;
  person_id: string;
  side: string;
  role: string;
  since: string;
  until: string | null;
};

export type LedgerAccountTable = {
  federation_id: string;
  book_id: string;
  no: number;
  code: string;
  zh: string;
  en: string;
  kind: string;
  side: string;
  floored: boolean;
  heading: boolean;
  parent_no: number | null;
  subject_kind: string | null;
  subject_id: string | null;
  closed_on: string | null;
  opened_at: Date;
};

export type LedgerBalanceTable = {
  federation_id: string;
  book_id: string;
  no: number;
  amount: bigint;
  held: bigint;
};

export type LedgerBlockTable = {
  federation_id: string;
  book_id: string;
  block: bigint;
  prev_hash: Buffer;
  account_nos: number[];
  journal_ids: string[];
  leaves: Buffer;
  root: Buffer;
  hash: Buffer;
  sealed_at: Date;
};

export type LedgerBookTable = {
  federation_id: string;
  id: string;
  union_id: string;
  purpose: string;
  commodity: string;
  begins: string;
  closed_through: string | null;
  last_account: number;
  opened_at: Date;
};

export type LedgerCarriedTable = {
  federation_id: string;
  book_id: string;
  month: string;
  no: number;
  balance: bigint;
};

export type LedgerHoldTable = {
  federation_id: string;
  id: string;
  book_id: string;
  from_no: number;
  to_no: number;
  amount: bigint;
  key: string;
  body_hash: Buffer;
  summary: string;
  document_kind: string;
  document_id: string;
  state: string;
  expires_at: Date;
  journal_id: string | null;
  made_by: string | null;
  made_at: Date;
  ended_at: Date | null;
};

export type LedgerJournalTable = {
  federation_id: string;
  id: string;
  book_id: string;
  on_day: string;
  key: string;
  body_hash: Buffer;
  summary: string;
  document_kind: string;
  document_id: string;
  made_by: string | null;
  checked_by: string | null;
  reverses: string | null;
  posted_at: Date;
};

export type LedgerMoveTable = {
  federation_id: string;
  book_id: string;
  on_day: string;
  journal_id: string;
  n: number;
  from_no: number;
  to_no: number;
  amount: bigint;
  red: boolean;
  tags: Json | null;
};

export type LedgerPeriodTable = {
  federation_id: string;
  book_id: string;
  month: string;
  journals: bigint;
  moved: string;
  closed_at: Date;
  closed_by: string | null;
  sealed_at: Date | null;
  sealed_block: bigint | null;
  sealed_hash: Buffer | null;
};

export type LedgerUnsealedTable = {
  federation_id: string;
  book_id: string;
  id: string;
  journal_ids: string[];
  account_nos: number[];
};

export type LetterMailTable = {
  federation_id: string;
  case_id: string;
  address_sealed: Buffer;
  address_masked: string;
  code_sealed: Buffer;
  token: string;
  subject: string;
  locale: string;
};

export type LetterMailMessageTable = {
  federation_id: string;
  target_id: string;
  message_key: Buffer;
  address_lookup: Buffer;
  message_id: string;
  case_id: string | null;
  is_new: boolean;
  auto_replied: boolean;
  at: Date;
};

export type LetterMailThreadTable = {
  token: string;
  federation_id: string;
  case_id: string;
};

export type LetterPublicationTable = {
  federation_id: string;
  case_id: string;
  union_id: string;
  category: string;
  question: string;
  answer: string;
  published_at: Date;
  published_by: string;
};

export type LockerCabinetTable = {
  federation_id: string;
  id: string;
  union_id: string;
  number: number;
  place: string;
  opens_minute: number;
  closes_minute: number;
  state: string;
  why: Generated<string>;
  hardware: string;
  address: Generated<string>;
  key_sealed: Buffer | null;
  cut: Generated<boolean>;
  made_at: Date;
};

export type LockerCompartmentTable = {
  federation_id: string;
  id: string;
  cabinet_id: string;
  no: number;
  kind: string;
  item: string;
  label: string;
  lend_hours: Generated<number>;
  stock: Generated<number>;
  capacity: Generated<number>;
  threshold: Generated<number>;
  out_of_order: Generated<string>;
  jammed: Generated<boolean>;
  opened_at: Date | null;
};

export type LockerLoanTable = {
  federation_id: string;
  id: string;
  cabinet_id: string;
  compartment_id: string;
  claim_id: string | null;
  person_id: string;
  item: string;
  label: string;
  asked_at: Date;
  lent_at: Date | null;
  due_at: Date | null;
  missing_at: Date | null;
  ended_at: Date | null;
  ended_by_id: string | null;
  ending: string | null;
  note: Generated<string>;
};

export type LockerOpeningTable = {
  federation_id: string;
  id: string;
  cabinet_id: string;
  compartment_id: string;
  purpose: string;
  key: string;
  person_id: string;
  loan_id: string | null;
  quantity: Generated<number>;
  asked_at: Date;
  outcome: string | null;
  ended_at: Date | null;
};

export type LockerRefillTable = {
  federation_id: string;
  id: string;
  cabinet_id: string;
  at: Date;
  by_id: string;
  note: Generated<string>;
};

export type LockerRefillLineTable = {
  federation_id: string;
  refill_id: string;
  compartment_id: string;
  label: string;
  expected: number;
  found: number;
  added: number;
};

export type LockerReportTable = {
  federation_id: string;
  id: string;
  cabinet_id: string;
  compartment_id: string;
  loan_id: string | null;
  kind: string;
  text: string;
  reported_by_id: string | null;
  reported_at: Date;
  settled_at: Date | null;
  settled_by_id: string | null;
  settled_how: string | null;
  settled_note: Generated<string>;
};

export type LockerSwapTable = {
  federation_id: string;
  id: string;
  cabinet_id: string;
  compartment_id: string;
  title: string;
  note: Generated<string>;
  state: string;
  key_hash: Buffer;
  waiting_since: Date | null;
  put_on: string;
  ended_on: string | null;
  why: Generated<string>;
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

export type MembershipOfferTable = {
  federation_id: string;
  id: string;
  person_id: string;
  union_id: string;
  state: string;
  origin: string;
  origin_id: string | null;
  employer: Generated<string>;
  job: Generated<string>;
  new_form: Generated<string>;
  unattached: boolean;
  offered_by: string | null;
  offered_at: Date;
  settled_at: Date | null;
};

export type MembershipTransferTable = {
  federation_id: string;
  case_id: string;
  person_id: string;
  from_union_id: string;
  to_union_id: string | null;
  outside: Generated<string>;
  reason: string;
  employer: Generated<string>;
  job: Generated<string>;
  new_form: Generated<string>;
  unattached: boolean;
  offer_id: string | null;
  invited: boolean;
  effective_on: string | null;
  is_open: boolean;
};

export type NotifyAttemptTable = {
  federation_id: string;
  id: string;
  delivery_id: string;
  channel: string;
  channel_id: string | null;
  union_id: string | null;
  kind: string;
  address_masked: string;
  number: number;
  state: string;
  code: Generated<string>;
  began_at: Date;
  ended_at: Date | null;
};

export type NotifyChannelTable = {
  federation_id: string;
  id: string;
  union_id: string;
  kind: string;
  name: string;
  settings_sealed: Buffer;
  shown: Json;
  kinds: string[];
  enabled: boolean;
  fault: Generated<string>;
  fault_at: Date | null;
  paused_until: Date | null;
  created_at: Date;
  changed_at: Date;
};

export type NotifyChoiceTable = {
  federation_id: string;
  person_id: string;
  kind_group: string;
  channel: string;
  mode: string;
};

export type NotifyDeliveryTable = {
  federation_id: string;
  id: string;
  message_id: string;
  channel: string;
  target: string;
  person_id: string | null;
  channel_id: string | null;
  address_sealed: Buffer | null;
  locale: Generated<string>;
  urgent: boolean;
  digest: boolean;
  state: string;
  code: Generated<string>;
  tries: Generated<number>;
  due_at: Date;
  lease: string | null;
  queued_at: Date;
  ended_at: Date | null;
};

export type NotifyInboxTable = {
  federation_id: string;
  person_id: string;
  message_id: string;
  told_at: Date;
  read_at: Date | null;
};

export type NotifyMessageTable = {
  federation_id: string;
  id: string;
  key: string;
  content_hash: Buffer;
  kind: string;
  kind_group: string;
  title_code: string;
  title_zh: string;
  title_en: string;
  body_code: string;
  body_zh: string;
  body_en: string;
  slots: Json;
  secret_sealed: Buffer | null;
  link: string;
  urgent: boolean;
  union_id: string | null;
  calls: string[];
  thread: Json | null;
  told_at: Date;
};

export type NotifyPersonTable = {
  federation_id: string;
  person_id: string;
  quiet_from: number;
  quiet_to: number;
  digest_at: number;
  next_digest_at: Date | null;
  changed_at: Date;
};

export type NotifyVisibleTable = {
  federation_id: string;
  id: string;
  address_masked: string;
  body: string;
  sent_at: Date;
};

export type OfferTable = {
  federation_id: string;
  id: string;
  union_id: string;
  kind: string;
  title: string;
  mode: string;
  state: string;
  opens_at: Date;
  closes_at: Date;
  per_person: number;
  party: number;
  waits: boolean;
  answer_hours: number | null;
  pays: string;
  price: bigint;
  hold_minutes: number;
  book_id: string | null;
  wallets: Generated<string>;
  sold_no: number | null;
  who: Json;
  series: Generated<string>;
  cancel_until: Date | null;
  transferable: boolean;
  hand_over_from: Date | null;
  hand_over_to: Date | null;
  place: Generated<string>;
  published: Generated<boolean>;
  last_no: Generated<number>;
  version: Generated<number>;
  made_by_id: string | null;
  made_at: Date;
  ended_at: Date | null;
  why: Generated<string>;
};

export type OfferPoolTable = {
  federation_id: string;
  offer_id: string;
  no: number;
  union_id: string | null;
  path: string;
  capacity: number;
  taken: Generated<number>;
  rolls_up_at: Date | null;
};

export type OfferUnitTable = {
  federation_id: string;
  id: string;
  offer_id: string;
  no: number;
  label: string;
  starts_at: Date | null;
  ends_at: Date | null;
  out_of_order: Generated<string>;
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

export type OneTimeCodeTable = {
  phone_lookup: Buffer;
  code_hash: Buffer;
  sent_at: Date;
  expires_at: Date;
  tries: number;
  used_at: Date | null;
  hour_from: Date;
  hour_count: number;
};

export type PasswordTable = {
  federation_id: string;
  person_id: string;
  hash: string;
  set_at: Date;
  must_change: boolean;
};

export type PasswordPastTable = {
  federation_id: string;
  person_id: string;
  set_at: Date;
  hash: string;
};

export type PaymentLineTable = {
  federation_id: string;
  id: string;
  list_id: string;
  person_id: string;
  amount_fen: bigint;
  zh: string;
  en: string;
  document_kind: string;
  document_id: string;
  key: string;
  body_hash: Buffer;
  attempt: number;
  state: string;
  why: Generated<string>;
  added_by_id: string | null;
  added_at: Date;
  ended_at: Date | null;
};

export type PaymentListTable = {
  federation_id: string;
  id: string;
  union_id: string;
  purpose: string;
  title: string;
  period: string;
  made_by_id: string | null;
  made_at: Date;
  submitted_by_id: string | null;
  submitted_at: Date | null;
  approved_by_id: string | null;
  approved_at: Date | null;
  filed_by_id: string | null;
  filed_at: Date | null;
  xlsx_hash: Buffer | null;
  csv_hash: Buffer | null;
  settled_by_id: string | null;
  settled_at: Date | null;
  cancelled_by_id: string | null;
  cancelled_at: Date | null;
  cancelled_why: Generated<string>;
};

export type PaymentRowTable = {
  federation_id: string;
  list_id: string;
  person_id: string;
  position: number;
  staff_number: string;
  name: string;
  amount_fen: bigint;
  summary: string;
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

export type PointAccountTable = {
  federation_id: string;
  scheme_union_id: string;
  person_id: string;
  wallet_no: number;
  debt_no: number;
};

export type PointCorrectionTable = {
  federation_id: string;
  id: string;
  scheme_union_id: string;
  person_id: string;
  amount: bigint;
  reason: string;
  made_by_id: string;
  made_at: Date;
};

export type PrizeTable = {
  federation_id: string;
  id: string;
  round_id: string;
  title: string;
  text: Generated<string>;
  points: number;
  worth_fen: bigint;
  per_person: number;
  state: string;
  version: Generated<number>;
};

export type PrizeReservationTable = {
  federation_id: string;
  id: string;
  round_id: string;
  prize_id: string;
  unit: number;
  person_id: string;
  unit_union_id: string;
  slot: number;
  per_person: number;
  points: number;
  code: string;
  state: string;
  hold_id: string;
  reserved_at: Date;
  ended_at: Date | null;
  ended_by_id: string | null;
  collector_id: string | null;
  note: Generated<string>;
  reminded_at: Date | null;
};

export type PrizeRoundTable = {
  federation_id: string;
  id: string;
  scheme_union_id: string;
  year: number;
  title: string;
  text: Generated<string>;
  from_date: string;
  to_date: string;
  collect_from: string;
  collect_to: string;
  place: string;
  most_each: number;
  bands: Json;
  state: string;
  closed_at: Date | null;
  closed_by_id: string | null;
  version: Generated<number>;
};

export type PrizeUnitTable = {
  federation_id: string;
  prize_id: string;
  n: number;
  reservation_id: string | null;
};

export type ProposalTable = {
  federation_id: string;
  id: string;
  collection_id: string;
  mover_id: string;
  unit: Generated<string>;
  kind: string;
  reason: string;
  grounds: string;
  remedy: string;
  submitted_on: string | null;
  decision: string | null;
  decided_on: string | null;
  decided_by_id: string | null;
  decision_text: Generated<string>;
  merged_into_id: string | null;
  suggestion_id: string | null;
  department: Generated<string>;
  assigned_on: string | null;
  due_on: string | null;
  answer: Generated<string>;
  answered_on: string | null;
  satisfaction: string | null;
  department_again: Generated<string>;
  due_again_on: string | null;
  answer_again: Generated<string>;
  answered_again_on: string | null;
  satisfaction_again: string | null;
  outcome: string | null;
  outcome_text: Generated<string>;
  closed_on: string | null;
  hot_on: string | null;
  hot_by_id: string | null;
};

export type ProposalCollectionTable = {
  federation_id: string;
  id: string;
  union_id: string;
  term_id: string;
  session: string;
  session_on: string;
  opens_on: string;
  closes_on: string;
  about: Generated<string>;
  seconders: number;
  answer_days: number;
  rule_set_id: string;
  called_by_id: string;
  called_at: Date;
  reported_on: string | null;
  reported_to: Generated<string>;
};

export type ProposalFollowerTable = {
  federation_id: string;
  proposal_id: string;
  person_id: string;
  since: Date;
};

export type ProposalHelperTable = {
  federation_id: string;
  proposal_id: string;
  person_id: string;
  department: string;
  asked_at: Date;
  opinion: Generated<string>;
  given_at: Date | null;
};

export type ProposalSeconderTable = {
  federation_id: string;
  proposal_id: string;
  person_id: string;
  asked_at: Date;
  answer: string | null;
  word: Generated<string>;
  answered_at: Date | null;
};

export type ReceptionBookingTable = {
  federation_id: string;
  day_id: string;
  seat: number;
  person_id: string;
  held_on: string;
  slots: number;
  wish: Generated<string>;
  came: boolean | null;
  booked_at: Date;
};

export type ReceptionDayTable = {
  federation_id: string;
  id: string;
  union_id: string;
  held_on: string;
  from_minute: number;
  to_minute: number;
  place: string;
  slots: number;
  called_off: string | null;
  created_by: string;
  created_at: Date;
};

export type ReceptionItemTable = {
  federation_id: string;
  letter_id: string;
  day_id: string;
  seat: number | null;
};

export type RecoveryCodeTable = {
  federation_id: string;
  person_id: string;
  code_hash: Buffer;
  used_at: Date | null;
};

export type RewardHonourTable = {
  federation_id: string;
  id: string;
  scheme_union_id: string;
  year: number;
  kind: string;
  suggestion_id: string | null;
  unit_union_id: string | null;
  person_id: string | null;
  campaign_id: string | null;
  place: Generated<number>;
  month: Generated<string>;
  amount_fen: bigint;
  rule_set_id: string | null;
  decided_by_id: string | null;
  decided_at: Date;
  withdrawn_at: Date | null;
  withdrawn_why: Generated<string>;
};

export type RewardUnitPayrollTable = {
  federation_id: string;
  union_id: string;
  month: string;
  payroll_fen: bigint;
  entered_by_id: string | null;
  entered_at: Date;
};

export type RosterImportTable = {
  federation_id: string;
  id: string;
  union_id: string;
  state: string;
  file_name: string;
  rows: number;
  headings: Json;
  mapping: Json;
  turn: Generated<number>;
  run_id: string | null;
  cursor: Generated<number>;
  preview: GeneratedJson;
  result: GeneratedJson;
  created_by: string | null;
  created_at: Date;
  confirmed_by: string | null;
  confirmed_at: Date | null;
  ended_at: Date | null;
  beat_at: Date;
  erase_at: Date;
  erased_at: Date | null;
};

export type RosterPieceTable = {
  federation_id: string;
  import_id: string;
  number: number;
  first_row: number;
  last_row: number;
  sealed: Buffer;
};

export type RosterRowTable = {
  federation_id: string;
  import_id: string;
  row_number: number;
  outcome: string;
  id_lookup: Buffer | null;
  union_id: string | null;
  other_id: string | null;
  reasons: Generated<string[]>;
  sealed: Buffer;
  person_id: string | null;
  membership_id: string | null;
  adds_person: Generated<boolean>;
  former_sealed: Buffer | null;
  applied_at: Date | null;
  undo: string | null;
};

export type RuleBookTable = {
  federation_id: string;
  stamp: string;
};

export type RuleConfirmationTable = {
  federation_id: string;
  rule_id: string;
  param: string;
  note: string;
  confirmed_by: string;
  confirmed_at: Date;
};

export type RuleDecisionTable = {
  federation_id: string;
  id: string;
  param: string;
  union_id: string | null;
  region_code: Generated<string>;
  place: string;
  union_kind: Generated<string>;
  valid_from: string;
  valid_to: string | null;
  value: Json;
  document: string;
  article: string;
  statute: boolean;
  note: string;
  decided_by: string;
  decided_at: Date;
  ended_by: string | null;
  ended_at: Date | null;
};

export type RuleSetTable = {
  federation_id: string;
  id: string;
  content: Json;
  first_used_at: Date;
};

export type SaleTable = {
  federation_id: string;
  id: string;
  union_id: string;
  about: Generated<string>;
  measure: string;
  worth_fen: bigint;
  occasion: string;
  form: string;
  member_months: number;
  tax: Generated<string>;
  tax_note: Generated<string>;
  case_id: string | null;
  photos: Generated<string[]>;
  photos_of_id: string | null;
  rule_set_id: string | null;
  made_by_id: string;
  made_at: Date;
  published_at: Date | null;
};

export type SaleReminderTable = {
  federation_id: string;
  sale_id: string;
  person_id: string;
  at: Date;
  told_at: Date | null;
};

export type SavedViewTable = {
  federation_id: string;
  id: string;
  person_id: string;
  screen: string;
  name: string;
  query: string;
  created_at: Date;
};

export type SavingTable = {
  federation_id: string;
  id: string;
  unit_union_id: string;
  post_id: string;
  kind: string;
  monthly: boolean;
  made_from: string;
  made_to: string;
  before_milli: bigint | null;
  after_milli: bigint | null;
  price_e4: bigint | null;
  measure: Generated<string>;
  reckoned: Generated<string>;
  claimed_fen: bigint;
  entered_on: string;
  verified_fen: bigint | null;
  verified_on: string | null;
  verified_by_id: string | null;
  double_word: Generated<string>;
  finance_by_id: string | null;
  counted_fen: bigint | null;
  counted_on: string | null;
  ended_on: string | null;
  ended_why: string | null;
};

export type SavingPersonTable = {
  federation_id: string;
  saving_id: string;
  person_id: string;
  position: number;
  share: number;
};

export type SavingPostTable = {
  federation_id: string;
  id: string;
  union_id: string;
  name: string;
  key: string;
};

export type SavingPrizeTable = {
  federation_id: string;
  month: string;
  person_id: string;
  union_id: string;
  position: number;
  amount_fen: bigint;
  share_fen: bigint;
};

export type SavingPrizeMonthTable = {
  federation_id: string;
  union_id: string;
  month: string;
  each_fen: bigint;
  rule_set_id: string;
  confirmed_by_id: string;
  confirmed_at: Date;
};

export type SchemaMigrationTable = {
  name: string;
  phase: string;
  hash: string;
  ran: boolean;
  applied_at: Date;
};

export type SessionTable = {
  federation_id: string;
  id: string;
  person_id: string;
  token_hash: Buffer;
  app: string;
  method: string;
  second_factor: boolean;
  device: string;
  begun_at: Date;
  seen_at: Date;
};

export type SignInGateTable = {
  gate: Buffer;
  tries: number;
  last_at: Date;
  locked_until: Date | null;
};

export type SignInTicketTable = {
  token_hash: Buffer;
  federation_id: string | null;
  person_id: string | null;
  phone_lookup: Buffer | null;
  method: string;
  app: string;
  device: string;
  expires_at: Date;
};

export type SimilarCollectionTable = {
  federation_id: string;
  collection: string;
  last: bigint;
};

export type SimilarTextTable = {
  federation_id: string;
  collection: string;
  id: string;
  union_id: string;
  written_at: Date;
  position: bigint;
  sealed: Buffer | null;
};

export type StoredFileTable = {
  federation_id: string;
  id: string;
  name: string;
  kind: string;
  type: string;
  bytes: bigint;
  width: number | null;
  height: number | null;
  thumbnail: boolean;
  uploaded_by: string | null;
  uploaded_at: Date;
  owner_kind: string | null;
  owner_id: string | null;
  place: Generated<number>;
  attached_at: Date | null;
  keep_until: Date | null;
};

export type SuggestionTable = {
  federation_id: string;
  id: string;
  scheme_union_id: string;
  unit_union_id: string;
  category: string;
  campaign_id: string | null;
  problem: string;
  remedy: string;
  effect: Generated<string>;
  place: Generated<string>;
  submitted_on: string;
  void_on: string | null;
  void_why: string | null;
  merged_into_id: string | null;
  level: Generated<string>;
  expert_group: string | null;
  first_grade: number | null;
  grade: number | null;
  adopted_on: string | null;
  started_on: string | null;
  completed_on: string | null;
  standardised_on: string | null;
  document_number: Generated<string>;
  rejected_on: string | null;
  revoked_on: string | null;
  owner_id: string | null;
  planned_from: string | null;
  planned_to: string | null;
  plan: Generated<string>;
  benefit_fen: bigint | null;
  benefit_on: string | null;
  award_level: number | null;
  from_register: Generated<boolean>;
  document_kind: string | null;
  document_on: string | null;
  authors_text: Generated<string>;
  import_id: string | null;
};

export type SuggestionAuthorTable = {
  federation_id: string;
  suggestion_id: string;
  person_id: string;
  position: number;
  share: number;
  unit_union_id: string;
  merged_from_id: string | null;
};

export type SuggestionAwardTable = {
  federation_id: string;
  id: string;
  suggestion_id: string;
  position: number;
  level: number;
  ground: string;
  borrowed: boolean;
  amount_fen: bigint;
  paid_before_fen: bigint;
  pays_fen: bigint;
  reason: string;
  decided_by_id: string;
  decided_at: Date;
  rule_set_id: string | null;
  value_fen: bigint | null;
  filed_with_id: string | null;
  taken_back_at: Date | null;
};

export type SuggestionAwardShareTable = {
  federation_id: string;
  award_id: string;
  person_id: string;
  suggestion_id: string;
  pays_fen: bigint;
};

export type SuggestionBenefitTable = {
  federation_id: string;
  id: string;
  suggestion_id: string;
  state: string;
  claimed_fen: bigint;
  basis: string;
  window_from: string;
  window_to: string;
  claimed_by_id: string;
  claimed_at: Date;
  verified_fen: bigint | null;
  settled_by_id: string | null;
  settled_at: Date | null;
  text: Generated<string>;
  reckoning: Json | null;
};

export type SuggestionCampaignTable = {
  federation_id: string;
  id: string;
  scheme_union_id: string;
  title: string;
  theme: string;
  from_date: string;
  to_date: string;
  prizes: GeneratedJson;
  state: string;
  version: Generated<number>;
};

export type SuggestionEvidenceTable = {
  federation_id: string;
  suggestion_id: string;
  file_id: string;
  shows: string;
  label: Generated<string>;
  position: number;
  at: Date;
};

export type SuggestionExpertTable = {
  federation_id: string;
  id: string;
  scheme_union_id: string;
  person_id: string;
  expert_group: string;
  leads: boolean;
  from_date: string;
  to_date: string | null;
};

export type SuggestionImportTable = {
  federation_id: string;
  id: string;
  scheme_union_id: string;
  state: string;
  file_name: string;
  rows: number;
  columns: Json;
  mapping: Json;
  turn: Generated<number>;
  run_id: string | null;
  cursor: Generated<number>;
  good: Generated<number>;
  bad: Generated<number>;
  unmatched: Generated<number>;
  taken: Generated<number>;
  removed: Generated<number>;
  kept: Generated<number>;
  reasons: GeneratedJson;
  created_by: string;
  created_at: Date;
  ended_at: Date | null;
  erase_at: Date;
  erased_at: Date | null;
};

export type SuggestionImportRowTable = {
  federation_id: string;
  import_id: string;
  row: number;
  cells: Json;
  number: Generated<string>;
  problems: GeneratedJson;
  good: boolean | null;
  suggestion_id: string | null;
  kept: Generated<boolean>;
};

export type SuggestionLikenessTable = {
  federation_id: string;
  suggestion_id: string;
  earlier_id: string;
  score_per_mille: number;
  state: string;
  text: Generated<string>;
  said_by_id: string | null;
  said_at: Date | null;
  settled_text: Generated<string>;
  settled_by_id: string | null;
  settled_at: Date | null;
};

export type SuggestionMergerTable = {
  federation_id: string;
  id: string;
  suggestion_id: string;
  earlier_id: string;
  share: number;
  by_id: string;
  at: Date;
  undone_by_id: string | null;
  undone_at: Date | null;
};

export type SuggestionOwnShareTable = {
  federation_id: string;
  suggestion_id: string;
  person_id: string;
  share: number;
};

export type SuggestionPersonGroupTable = {
  federation_id: string;
  id: string;
  scheme_union_id: string;
  person_id: string;
  person_group: string;
  from_date: string;
  to_date: string | null;
};

export type SuggestionReviewTable = {
  federation_id: string;
  suggestion_id: string;
  round: number;
  reviewer_id: string;
  expert_group: string;
  asked_by_id: string;
  asked_at: Date;
  verdict: string | null;
  grade: number | null;
  text: Generated<string>;
  conflict: Generated<string>;
  given_at: Date | null;
};

export type SuggestionSchemeTable = {
  federation_id: string;
  union_id: string;
  opened_on: string;
  closed_on: string | null;
  blind: boolean;
};

export type SuggestionSupporterTable = {
  federation_id: string;
  suggestion_id: string;
  person_id: string;
  text: Generated<string>;
  merged_from_id: string | null;
  at: Date;
};

export type SurveyTable = {
  federation_id: string;
  id: string;
  union_id: string;
  series: string;
  title: string;
  about: string;
  form: Json;
  level: string;
  groups: string[];
  units: GeneratedJson;
  roll: Json;
  seed: Generated<string>;
  links: Generated<number>;
  opens_at: Date;
  closes_at: Date;
  results_to: string;
  reminders: Generated<number>;
  reminded_at: Date | null;
  made_by_id: string | null;
  made_at: Date;
  version: Generated<number>;
};

export type SurveyCrossTable = {
  federation_id: string;
  survey_id: string;
  a: string;
  b: string;
  cells: number[];
};

export type SurveyInterviewTable = {
  federation_id: string;
  survey_id: string;
  person_id: string;
  by_id: string;
  why: string;
};

export type SurveyLinkTable = {
  federation_id: string;
  survey_id: string;
  no: number;
  voter_id: string;
};

export type SurveyRemarkTable = {
  federation_id: string;
  survey_id: string;
  id: string;
  question: string;
  text: string;
  topic_id: string | null;
  gathered: Generated<boolean>;
};

export type SurveyResultTable = {
  federation_id: string;
  survey_id: string;
  dimension: string;
  body: Json;
  papers: number;
  invalid: number;
  asked: number;
  headline: number | null;
  counted_at: Date;
};

export type SurveyTaskTable = {
  federation_id: string;
  id: string;
  survey_id: string;
  question: string;
  finding: string;
  due_on: string;
  progress: Generated<number>;
  answer: Generated<string>;
  answered_at: Date | null;
};

export type SurveyTemplateTable = {
  federation_id: string;
  id: string;
  union_id: string;
  title: string;
  about: string;
  form: Json;
  made_by_id: string | null;
  made_at: Date;
};

export type SurveyTopicTable = {
  federation_id: string;
  survey_id: string;
  id: string;
  question: string;
  title: string;
};

export type TopicApartTable = {
  federation_id: string;
  letter_id: string;
  other_id: string;
  said_by: string;
  said_at: Date;
};

export type TopicCountTable = {
  federation_id: string;
  survey_id: string;
  place: number;
  question: number;
  choice: number;
  votes: number;
};

export type TopicLetterTable = {
  federation_id: string;
  letter_id: string;
  topic_id: string;
  gathered_at: Date;
  gathered_by: string;
  merged_from: string | null;
  told_at: Date | null;
};

export type TopicMeasureTable = {
  federation_id: string;
  measure_id: string;
  topic_id: string;
};

export type TopicPlaceTable = {
  federation_id: string;
  survey_id: string;
  place: number;
  union_id: string | null;
  asked: Generated<number>;
  counted: Generated<number>;
  hidden: Generated<boolean>;
};

export type TopicRollTable = {
  federation_id: string;
  survey_id: string;
  person_id: string;
  place: number;
  answered: Generated<boolean>;
};

export type TopicSheetTable = {
  federation_id: string;
  id: string;
  survey_id: string;
  sealed: Buffer;
};

export type TopicSurveyTable = {
  federation_id: string;
  id: string;
  topic_id: string;
  title: string;
  intro: string;
  questions: Json;
  state: string;
  closes_at: Date | null;
  smallest: number | null;
  rule_set_id: string | null;
  sent_at: Date | null;
  reminded_at: Date | null;
  counted_at: Date | null;
  asked: Generated<number>;
  answered: Generated<number>;
};

export type TopicTextTable = {
  federation_id: string;
  id: string;
  survey_id: string;
  question: number;
  text: string;
};

export type UnionElectionTable = {
  federation_id: string;
  id: string;
  union_id: string;
  kind: string;
  post: string;
  number: number;
  timing: string;
  reason: Generated<string>;
  ends_on: string | null;
  planned_on: string;
  term_years: number;
  assembly: string;
  method: string;
  seats: number;
  audit_seats: number;
  vice_seats: number;
  chair_by: string;
  members: number;
  women: number;
  preparers: Generated<string>;
  about: Generated<string>;
  party: Generated<string>;
  party_reply: Generated<string>;
  party_on: string | null;
  plan_document: Generated<string>;
  candidates_document: Generated<string>;
  result_document: Generated<string>;
  publicity_from: string | null;
  publicity_to: string | null;
  publicity_place: Generated<string>;
  frozen_at: Date | null;
  elected_on: string | null;
  term_from: string | null;
  term_to: string | null;
  rule_set_id: string;
  version: Generated<number>;
  made_by_id: string | null;
  made_at: Date;
  closed_at: Date | null;
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

export type VendorAccountTable = {
  federation_id: string;
  id: string;
  person_id: string;
  vendor: string;
  account_lookup: Buffer;
  bound_by: string;
  bound_at: Date;
  ended_at: Date | null;
};

/** Every table there is, by name. */
export type Tables = {
  activity: ActivityTable;
  activity_audience: ActivityAudienceTable;
  activity_cost: ActivityCostTable;
  activity_entry: ActivityEntryTable;
  activity_photo: ActivityPhotoTable;
  activity_rating: ActivityRatingTable;
  appraisal: AppraisalTable;
  appraisal_leader: AppraisalLeaderTable;
  audit_check: AuditCheckTable;
  audit_entry: AuditEntryTable;
  audit_seal: AuditSealTable;
  audit_unsealed: AuditUnsealedTable;
  authenticator: AuthenticatorTable;
  ballot: BallotTable;
  ballot_card: BallotCardTable;
  ballot_envelope: BallotEnvelopeTable;
  ballot_envelope_key: BallotEnvelopeKeyTable;
  ballot_key: BallotKeyTable;
  ballot_matter: BallotMatterTable;
  ballot_open_paper: BallotOpenPaperTable;
  ballot_paper: BallotPaperTable;
  ballot_terminal: BallotTerminalTable;
  ballot_voter: BallotVoterTable;
  box_letter: BoxLetterTable;
  box_opening: BoxOpeningTable;
  box_opening_before: BoxOpeningBeforeTable;
  briefing: BriefingTable;
  briefing_attendance: BriefingAttendanceTable;
  briefing_question: BriefingQuestionTable;
  briefing_vote: BriefingVoteTable;
  care_consent: CareConsentTable;
  care_day: CareDayTable;
  care_duty: CareDutyTable;
  care_entry: CareEntryTable;
  care_incident: CareIncidentTable;
  care_message: CareMessageTable;
  care_pickup: CarePickupTable;
  care_programme: CareProgrammeTable;
  care_release: CareReleaseTable;
  care_session: CareSessionTable;
  case_barred: CaseBarredTable;
  case_event: CaseEventTable;
  case_file: CaseFileTable;
  case_number: CaseNumberTable;
  claim: ClaimTable;
  claim_event: ClaimEventTable;
  club: ClubTable;
  club_attendance: ClubAttendanceTable;
  club_award: ClubAwardTable;
  club_award_list: ClubAwardListTable;
  club_budget: ClubBudgetTable;
  club_cost: ClubCostTable;
  club_founder: ClubFounderTable;
  club_gathering: ClubGatheringTable;
  club_grant: ClubGrantTable;
  club_report: ClubReportTable;
  club_role: ClubRoleTable;
  congress_body: CongressBodyTable;
  congress_candidate: CongressCandidateTable;
  congress_constituency: CongressConstituencyTable;
  congress_constituency_unit: CongressConstituencyUnitTable;
  congress_delegate: CongressDelegateTable;
  congress_delegation: CongressDelegationTable;
  congress_election: CongressElectionTable;
  congress_group: CongressGroupTable;
  congress_group_seat: CongressGroupSeatTable;
  congress_joint_decision: CongressJointDecisionTable;
  congress_joint_part: CongressJointPartTable;
  congress_recall: CongressRecallTable;
  congress_session: CongressSessionTable;
  congress_session_item: CongressSessionItemTable;
  congress_session_opinion: CongressSessionOpinionTable;
  congress_session_paper: CongressSessionPaperTable;
  congress_session_seat: CongressSessionSeatTable;
  congress_session_speaker: CongressSessionSpeakerTable;
  congress_term: CongressTermTable;
  consent: ConsentTable;
  contact_box: ContactBoxTable;
  contact_box_keeper: ContactBoxKeeperTable;
  daily_answer: DailyAnswerTable;
  daily_board: DailyBoardTable;
  daily_day: DailyDayTable;
  daily_question: DailyQuestionTable;
  disclosure_agreed: DisclosureAgreedTable;
  disclosure_audience: DisclosureAudienceTable;
  disclosure_circle: DisclosureCircleTable;
  disclosure_circle_person: DisclosureCirclePersonTable;
  disclosure_congress: DisclosureCongressTable;
  disclosure_employer: DisclosureEmployerTable;
  disclosure_item: DisclosureItemTable;
  disclosure_question: DisclosureQuestionTable;
  disclosure_reading: DisclosureReadingTable;
  disclosure_version: DisclosureVersionTable;
  draw: DrawTable;
  draw_campaign: DrawCampaignTable;
  draw_entry: DrawEntryTable;
  draw_notice: DrawNoticeTable;
  draw_result: DrawResultTable;
  draw_schedule: DrawScheduleTable;
  draw_wish: DrawWishTable;
  draw_witness: DrawWitnessTable;
  election_contest: ElectionContestTable;
  election_nomination: ElectionNominationTable;
  election_nominee: ElectionNomineeTable;
  election_seat: ElectionSeatTable;
  election_voter: ElectionVoterTable;
  federation: FederationTable;
  first_administrator_link: FirstAdministratorLinkTable;
  follow_up: FollowUpTable;
  housing_allocation: HousingAllocationTable;
  housing_application: HousingApplicationTable;
  housing_flat: HousingFlatTable;
  housing_look: HousingLookTable;
  housing_place: HousingPlaceTable;
  housing_tenancy: HousingTenancyTable;
  housing_visit: HousingVisitTable;
  indicator_booklet: IndicatorBookletTable;
  indicator_booklet_item: IndicatorBookletItemTable;
  indicator_report: IndicatorReportTable;
  indicator_target: IndicatorTargetTable;
  inquiry: InquiryTable;
  inquiry_answer: InquiryAnswerTable;
  inquiry_person: InquiryPersonTable;
  job_run: JobRunTable;
  join_code_lookup: JoinCodeLookupTable;
  joining_application: JoiningApplicationTable;
  joint_consent: JointConsentTable;
  joint_council: JointCouncilTable;
  joint_item: JointItemTable;
  joint_meeting: JointMeetingTable;
  joint_representative: JointRepresentativeTable;
  ledger_account: LedgerAccountTable;
  ledger_balance: LedgerBalanceTable;
  ledger_block: LedgerBlockTable;
  ledger_book: LedgerBookTable;
  ledger_carried: LedgerCarriedTable;
  ledger_hold: LedgerHoldTable;
  ledger_journal: LedgerJournalTable;
  ledger_move: LedgerMoveTable;
  ledger_period: LedgerPeriodTable;
  ledger_unsealed: LedgerUnsealedTable;
  letter_mail: LetterMailTable;
  letter_mail_message: LetterMailMessageTable;
  letter_mail_thread: LetterMailThreadTable;
  letter_publication: LetterPublicationTable;
  locker_cabinet: LockerCabinetTable;
  locker_compartment: LockerCompartmentTable;
  locker_loan: LockerLoanTable;
  locker_opening: LockerOpeningTable;
  locker_refill: LockerRefillTable;
  locker_refill_line: LockerRefillLineTable;
  locker_report: LockerReportTable;
  locker_swap: LockerSwapTable;
  membership: MembershipTable;
  membership_offer: MembershipOfferTable;
  membership_transfer: MembershipTransferTable;
  notify_attempt: NotifyAttemptTable;
  notify_channel: NotifyChannelTable;
  notify_choice: NotifyChoiceTable;
  notify_delivery: NotifyDeliveryTable;
  notify_inbox: NotifyInboxTable;
  notify_message: NotifyMessageTable;
  notify_person: NotifyPersonTable;
  notify_visible: NotifyVisibleTable;
  offer: OfferTable;
  offer_pool: OfferPoolTable;
  offer_unit: OfferUnitTable;
  office_holding: OfficeHoldingTable;
  office_permission: OfficePermissionTable;
  one_time_code: OneTimeCodeTable;
  password: PasswordTable;
  password_past: PasswordPastTable;
  payment_line: PaymentLineTable;
  payment_list: PaymentListTable;
  payment_row: PaymentRowTable;
  person: PersonTable;
  point_account: PointAccountTable;
  point_correction: PointCorrectionTable;
  prize: PrizeTable;
  prize_reservation: PrizeReservationTable;
  prize_round: PrizeRoundTable;
  prize_unit: PrizeUnitTable;
  proposal: ProposalTable;
  proposal_collection: ProposalCollectionTable;
  proposal_follower: ProposalFollowerTable;
  proposal_helper: ProposalHelperTable;
  proposal_seconder: ProposalSeconderTable;
  reception_booking: ReceptionBookingTable;
  reception_day: ReceptionDayTable;
  reception_item: ReceptionItemTable;
  recovery_code: RecoveryCodeTable;
  reward_honour: RewardHonourTable;
  reward_unit_payroll: RewardUnitPayrollTable;
  roster_import: RosterImportTable;
  roster_piece: RosterPieceTable;
  roster_row: RosterRowTable;
  rule_book: RuleBookTable;
  rule_confirmation: RuleConfirmationTable;
  rule_decision: RuleDecisionTable;
  rule_set: RuleSetTable;
  sale: SaleTable;
  sale_reminder: SaleReminderTable;
  saved_view: SavedViewTable;
  saving: SavingTable;
  saving_person: SavingPersonTable;
  saving_post: SavingPostTable;
  saving_prize: SavingPrizeTable;
  saving_prize_month: SavingPrizeMonthTable;
  schema_migration: SchemaMigrationTable;
  session: SessionTable;
  sign_in_gate: SignInGateTable;
  sign_in_ticket: SignInTicketTable;
  similar_collection: SimilarCollectionTable;
  similar_text: SimilarTextTable;
  stored_file: StoredFileTable;
  suggestion: SuggestionTable;
  suggestion_author: SuggestionAuthorTable;
  suggestion_award: SuggestionAwardTable;
  suggestion_award_share: SuggestionAwardShareTable;
  suggestion_benefit: SuggestionBenefitTable;
  suggestion_campaign: SuggestionCampaignTable;
  suggestion_evidence: SuggestionEvidenceTable;
  suggestion_expert: SuggestionExpertTable;
  suggestion_import: SuggestionImportTable;
  suggestion_import_row: SuggestionImportRowTable;
  suggestion_likeness: SuggestionLikenessTable;
  suggestion_merger: SuggestionMergerTable;
  suggestion_own_share: SuggestionOwnShareTable;
  suggestion_person_group: SuggestionPersonGroupTable;
  suggestion_review: SuggestionReviewTable;
  suggestion_scheme: SuggestionSchemeTable;
  suggestion_supporter: SuggestionSupporterTable;
  survey: SurveyTable;
  survey_cross: SurveyCrossTable;
  survey_interview: SurveyInterviewTable;
  survey_link: SurveyLinkTable;
  survey_remark: SurveyRemarkTable;
  survey_result: SurveyResultTable;
  survey_task: SurveyTaskTable;
  survey_template: SurveyTemplateTable;
  survey_topic: SurveyTopicTable;
  topic_apart: TopicApartTable;
  topic_count: TopicCountTable;
  topic_letter: TopicLetterTable;
  topic_measure: TopicMeasureTable;
  topic_place: TopicPlaceTable;
  topic_roll: TopicRollTable;
  topic_sheet: TopicSheetTable;
  topic_survey: TopicSurveyTable;
  topic_text: TopicTextTable;
  union_election: UnionElectionTable;
  union_figure: UnionFigureTable;
  union_unit: UnionUnitTable;
  vendor_account: VendorAccountTable;
};
