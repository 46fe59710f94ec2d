-- Why: a works with 230,000 suggestions. Rows that point to a suggestion or a letter are found by an index when it is taken away or opened (an import of an
-- older register is undone, a list of look-alikes is read), and rows of a sheet with something to say without reading the whole sheet.
-- Locks: writes to these tables wait while the indexes are built: seconds at a million rows. Rows: none are written.

-- phase: tables
CREATE INDEX suggestion_likeness_earlier ON suggestion_likeness (federation_id, earlier_id);
CREATE INDEX suggestion_award_share_of ON suggestion_award_share (federation_id, suggestion_id);
CREATE INDEX suggestion_merger_of ON suggestion_merger (federation_id, suggestion_id);
CREATE INDEX suggestion_merger_earlier ON suggestion_merger (federation_id, earlier_id);
CREATE INDEX suggestion_benefit_of ON suggestion_benefit (federation_id, suggestion_id);
CREATE INDEX indicator_booklet_item_of ON indicator_booklet_item (federation_id, suggestion_id);
CREATE INDEX reward_honour_of_suggestion ON reward_honour (federation_id, suggestion_id) WHERE suggestion_id IS NOT NULL;
CREATE INDEX topic_apart_other ON topic_apart (federation_id, other_id);
CREATE INDEX topic_letter_merged_from ON topic_letter (federation_id, merged_from) WHERE merged_from IS NOT NULL;
CREATE INDEX suggestion_import_row_problem ON suggestion_import_row (federation_id, import_id, good, row) WHERE problems <> '[]'::jsonb;

-- Lists in their order, so that a page is read and not sorted: the register, and what was adopted (newest, best).
CREATE INDEX suggestion_newest ON suggestion (federation_id, submitted_on DESC, id DESC);
CREATE INDEX suggestion_shared_newest ON suggestion (federation_id, scheme_union_id, adopted_on DESC, id DESC) WHERE adopted_on IS NOT NULL AND revoked_on IS NULL AND void_on IS NULL;
CREATE INDEX suggestion_shared_best ON suggestion (federation_id, scheme_union_id, award_level, grade, benefit_fen DESC NULLS LAST, adopted_on DESC, id) WHERE adopted_on IS NOT NULL AND revoked_on IS NULL AND void_on IS NULL;
-- Both begin as others do that hold more.
DROP INDEX suggestion_of_scheme;
DROP INDEX suggestion_author_counted;

-- What somebody wrote is found without reading the rows themselves.
DROP INDEX suggestion_author_person;
CREATE INDEX suggestion_author_person ON suggestion_author (federation_id, person_id) INCLUDE (suggestion_id, unit_union_id);
