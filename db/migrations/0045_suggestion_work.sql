-- Why: what is carried out (evidence, the document a suggestion became), how a benefit was reckoned, who gets what of an award, and older registers that are taken over (INN-1, INN-2).
-- Locks: suggestion, suggestion_benefit and suggestion_award for an instant (columns without a rewrite, checks over the rows that are there). Rows: evidence some for each
--   completed suggestion, shares some for each award, register rows up to 230,000 for an import and erased 30 days later.

-- phase: tables
ALTER TABLE suggestion
  ADD COLUMN document_kind text CHECK (document_kind IN ('processSheet','operatingRule','drawing','checklist','other')),
  ADD COLUMN document_on date,                -- the document holds from here
  ADD COLUMN authors_text text NOT NULL DEFAULT '', -- authors of an older register whom nobody could be found for
  ADD COLUMN import_id uuid;
CREATE INDEX suggestion_document ON suggestion (federation_id, scheme_union_id, standardised_on) WHERE standardised_on IS NOT NULL;
CREATE INDEX suggestion_overdue ON suggestion (federation_id, planned_to) WHERE planned_to IS NOT NULL AND completed_on IS NULL;
CREATE INDEX suggestion_of_import ON suggestion (federation_id, import_id) WHERE import_id IS NOT NULL;

-- Pictures and papers that show how it was before and after.
CREATE TABLE suggestion_evidence (
  federation_id uuid NOT NULL,
  suggestion_id uuid NOT NULL,
  file_id       uuid NOT NULL,
  shows         text NOT NULL CHECK (shows IN ('before','after','other')),
  label         text NOT NULL DEFAULT '',
  position      smallint NOT NULL,
  at            timestamptz NOT NULL,
  PRIMARY KEY (federation_id, suggestion_id, file_id)
);

ALTER TABLE suggestion_benefit ADD COLUMN reckoning jsonb; -- {"before":…,"after":…,"unit":…,"priceFen":…,"times":…}; none = told in words only
CREATE INDEX suggestion_benefit_waiting ON suggestion_benefit (federation_id, claimed_at) WHERE state = 'claimed';
CREATE INDEX suggestion_benefit_settled ON suggestion_benefit (federation_id, settled_at);

ALTER TABLE suggestion_award
  ADD COLUMN value_fen bigint,                -- the verified yearly value it rests on
  ADD COLUMN filed_with_id uuid,              -- levels 1 and 2 are filed with the union above (art. 15)
  ADD COLUMN taken_back_at timestamptz;       -- fraud: what it paid has to come back (art. 21)

-- What each author gets of an award; the parts sum to what the award pays.
CREATE TABLE suggestion_award_share (
  federation_id uuid NOT NULL,
  award_id      uuid NOT NULL,
  person_id     uuid NOT NULL,
  suggestion_id uuid NOT NULL,
  pays_fen      bigint NOT NULL CHECK (pays_fen >= 0),
  PRIMARY KEY (federation_id, award_id, person_id)
);
CREATE INDEX suggestion_award_share_person ON suggestion_award_share (federation_id, person_id);

-- Older registers that are taken over, and their rows until they are erased.
CREATE TABLE suggestion_import (
  federation_id   uuid NOT NULL,
  id              uuid NOT NULL,
  scheme_union_id uuid NOT NULL,
  state           text NOT NULL CHECK (state IN ('read','checking','previewed','running','done','undoing','undone','cancelled')),
  file_name       text NOT NULL,
  rows            integer NOT NULL,
  columns         jsonb NOT NULL,             -- headings as they stood, with examples
  mapping         jsonb NOT NULL,             -- field → column
  turn            integer NOT NULL DEFAULT 0,
  run_id          uuid,
  cursor          integer NOT NULL DEFAULT 0, -- row up to which the present work is done
  good            integer NOT NULL DEFAULT 0,
  bad             integer NOT NULL DEFAULT 0,
  unmatched       integer NOT NULL DEFAULT 0, -- rows with an author nobody could be found for
  taken           integer NOT NULL DEFAULT 0,
  removed         integer NOT NULL DEFAULT 0,
  kept            integer NOT NULL DEFAULT 0,
  reasons         jsonb NOT NULL DEFAULT '{}',
  created_by      uuid NOT NULL,
  created_at      timestamptz NOT NULL,
  ended_at        timestamptz,
  erase_at        timestamptz NOT NULL,
  erased_at       timestamptz,
  PRIMARY KEY (federation_id, id)
);
CREATE INDEX suggestion_import_of ON suggestion_import (federation_id, scheme_union_id, created_at);
CREATE INDEX suggestion_import_erase ON suggestion_import (federation_id, erase_at) WHERE erased_at IS NULL;

CREATE TABLE suggestion_import_row (
  federation_id uuid NOT NULL,
  import_id     uuid NOT NULL,
  row           integer NOT NULL,             -- as the sheet counts them
  cells         jsonb NOT NULL,
  number        text NOT NULL DEFAULT '',     -- of the suggestion, once looked at
  problems      jsonb NOT NULL DEFAULT '[]',
  good          boolean,                      -- none = not looked at
  suggestion_id uuid,
  kept          boolean NOT NULL DEFAULT false, -- not taken back: somebody worked on since
  PRIMARY KEY (federation_id, import_id, row)
);
CREATE INDEX suggestion_import_row_number ON suggestion_import_row (federation_id, import_id, number) WHERE number <> '';

-- phase: distribution
SELECT create_distributed_table('suggestion_evidence', 'federation_id');
SELECT create_distributed_table('suggestion_award_share', 'federation_id');
SELECT create_distributed_table('suggestion_import', 'federation_id');
SELECT create_distributed_table('suggestion_import_row', 'federation_id');

-- phase: foreign keys
ALTER TABLE suggestion_evidence ADD FOREIGN KEY (federation_id, suggestion_id) REFERENCES suggestion (federation_id, id);
ALTER TABLE suggestion_award_share ADD FOREIGN KEY (federation_id, award_id) REFERENCES suggestion_award (federation_id, id);
ALTER TABLE suggestion_award_share ADD FOREIGN KEY (federation_id, suggestion_id) REFERENCES suggestion (federation_id, id);
ALTER TABLE suggestion_award_share ADD FOREIGN KEY (federation_id, person_id) REFERENCES person (federation_id, id);
ALTER TABLE suggestion_import ADD FOREIGN KEY (federation_id, scheme_union_id) REFERENCES suggestion_scheme (federation_id, union_id);
ALTER TABLE suggestion_import_row ADD FOREIGN KEY (federation_id, import_id) REFERENCES suggestion_import (federation_id, id);
ALTER TABLE suggestion ADD FOREIGN KEY (federation_id, import_id) REFERENCES suggestion_import (federation_id, id);
