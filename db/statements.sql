-- Written by tools/print-sql.ts from the *.sql.ts files: `$` is a value, `{…}` a piece of SQL made elsewhere. Read it; change the files instead.

-- src/demo/tokens.sql.ts listMemberIds
select m.person_id as id from membership m where m.federation_id = $ and m.state = 'active' and ($::uuid is null or m.person_id > $::uuid) order by m.person_id limit $;

-- src/engines/audit/audit.sql.ts insertEntries
WITH written AS ( INSERT INTO audit_entry (federation_id, id, at, act, by_kind, by_name, person_id, session_id, union_id, subject_kind, subject_id, word, zh, en, slots, basis, fields, purpose) SELECT $::uuid, r.id, $::timestamptz, r.act, r."byKind", r."byName", r."personId", r."sessionId", r."unionId", r."subjectKind", r."subjectId", r.word, r.zh, r.en, r.slots, r.basis, ARRAY(SELECT jsonb_array_elements_text(r.fields)), r.purpose FROM jsonb_to_recordset($::jsonb) AS r( id uuid, act text, "byKind" text, "byName" text, "personId" uuid, "sessionId" text, "unionId" uuid, "subjectKind" text, "subjectId" text, word text, zh text, en text, slots jsonb, basis jsonb, fields jsonb, purpose text) RETURNING federation_id, id) INSERT INTO audit_unsealed (federation_id, entry_id) SELECT federation_id, id FROM written;

-- src/engines/audit/audit.sql.ts selectEntries
SELECT e.id, to_char(e.at AT TIME ZONE 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.US"Z"') AS at, e.act, e.by_kind, e.by_name, e.person_id, e.union_id, u.name AS union_name, e.subject_kind, e.subject_id, e.word, e.zh, e.en, e.slots, e.basis, e.fields, e.purpose, NOT EXISTS (SELECT 1 FROM audit_unsealed q WHERE q.federation_id = e.federation_id AND q.entry_id = e.id) AS sealed FROM audit_entry e LEFT JOIN union_unit u ON u.federation_id = e.federation_id AND u.id = e.union_id WHERE e.federation_id = $::uuid AND {conditions(f)} ORDER BY e.at DESC, e.id DESC LIMIT $;

-- src/engines/audit/chain.sql.ts lockChain
SELECT pg_advisory_xact_lock(hashtextextended($, 0));

-- src/engines/audit/chain.sql.ts selectUnsealed
SELECT $ FROM ( SELECT q.federation_id, q.entry_id FROM audit_unsealed q WHERE q.federation_id = $::uuid ORDER BY q.entry_id LIMIT $) AS next JOIN audit_entry e ON e.federation_id = next.federation_id AND e.id = next.entry_id ORDER BY e.id;

-- src/engines/audit/chain.sql.ts selectForms
SELECT $ FROM audit_entry e WHERE e.federation_id = $::uuid AND e.id = ANY ($::uuid[]);

-- src/engines/audit/chain.sql.ts selectBlocks
SELECT $ FROM audit_seal s WHERE s.federation_id = $::uuid AND s.block > $::bigint ORDER BY s.block LIMIT $;

-- src/engines/audit/chain.sql.ts selectHead
SELECT s.block::text AS block, encode(s.hash, 'hex') AS hash, $ AS "sealedAt" FROM audit_seal s WHERE s.federation_id = $::uuid ORDER BY s.block DESC LIMIT 1;

-- src/engines/audit/chain.sql.ts insertBlock
WITH sealed AS ( DELETE FROM audit_unsealed WHERE federation_id = $::uuid AND entry_id = ANY ($::uuid[])) INSERT INTO audit_seal (federation_id, block, prev_hash, entry_ids, entry_hashes, hash, sealed_at) VALUES ($::uuid, $::bigint, decode($, 'hex'), $::uuid[], ARRAY(SELECT decode(h, 'hex') FROM unnest($::text[]) WITH ORDINALITY AS t(h, n) ORDER BY n), decode($, 'hex'), $::timestamptz);

-- src/engines/audit/chain.sql.ts selectInserted
SELECT e.id FROM audit_entry e WHERE e.federation_id = $::uuid AND NOT EXISTS (SELECT 1 FROM audit_unsealed q WHERE q.federation_id = e.federation_id AND q.entry_id = e.id) AND NOT EXISTS (SELECT 1 FROM (SELECT unnest(s.entry_ids) AS id FROM audit_seal s WHERE s.federation_id = $::uuid) AS named WHERE named.id = e.id) ORDER BY e.id LIMIT $;

-- src/engines/audit/chain.sql.ts selectQueuedMissing
SELECT q.entry_id AS id FROM audit_unsealed q WHERE q.federation_id = $::uuid AND NOT EXISTS (SELECT 1 FROM audit_entry e WHERE e.federation_id = q.federation_id AND e.id = q.entry_id) ORDER BY q.entry_id LIMIT $;

-- src/engines/audit/chain.sql.ts countUnsealed
SELECT count(*)::text AS n FROM audit_unsealed q WHERE q.federation_id = $::uuid;

-- src/engines/audit/chain.sql.ts selectWaitingFederations
SELECT DISTINCT q.federation_id::text AS id FROM audit_unsealed q LIMIT 10000;

-- src/engines/audit/chain.sql.ts selectLoggedFederations
SELECT q.federation_id::text AS id FROM audit_unsealed q UNION SELECT s.federation_id::text FROM audit_seal s WHERE s.block = 1 LIMIT 10000;

-- src/engines/audit/check.sql.ts insertCheck
INSERT INTO audit_check (federation_id, id, checked_at, blocks, entries, unsealed, fault_count, faults, head_block, head_hash) VALUES ($::uuid, $::uuid, $::timestamptz, $, $, $, $, $::jsonb, $::bigint, decode($, 'hex'));

-- src/engines/audit/check.sql.ts selectLastCheck
SELECT c.checked_at AS "checkedAt", c.blocks::text AS blocks, c.entries::text AS entries, c.unsealed::text AS unsealed, c.fault_count::text AS "faultCount", c.faults, c.head_block::text AS "headBlock", encode(c.head_hash, 'hex') AS "headHash" FROM audit_check c WHERE c.federation_id = $::uuid ORDER BY c.checked_at DESC LIMIT 1;

-- src/engines/ballot/ballot.sql.ts findBallot
SELECT {COLUMNS} FROM ballot b WHERE b.federation_id = $ AND b.id = $ $;

-- src/engines/ballot/ballot.sql.ts findBallots
SELECT {COLUMNS} FROM ballot b WHERE b.federation_id = $ AND b.id = ANY ($::uuid[]);

-- src/engines/ballot/ballot.sql.ts insertBallot
INSERT INTO ballot (federation_id, id, union_id, kind, title, level, state, paper, rule, paper_bytes, mix_at_least, present_only, opens_at, closes_at, made_by_id, made_at) VALUES ($, $, $, $, $, $, 'prepared', $::jsonb, $::jsonb, $, $, $, $, $, $, $);

-- src/engines/ballot/ballot.sql.ts updateBallot
UPDATE ballot SET title = $, level = $, paper = $::jsonb, rule = $::jsonb, paper_bytes = $, mix_at_least = $, present_only = $, opens_at = $, closes_at = $, version = version + 1 WHERE federation_id = $ AND id = $ AND state = 'prepared' AND version = $;

-- src/engines/ballot/ballot.sql.ts moveBallot
UPDATE ballot SET state = $, level = coalesce($, level), keys_ready = coalesce($::boolean, keys_ready), entitled = coalesce($::int, entitled), present = coalesce($::int, present), roll_hash = coalesce($, roll_hash), announced_at = coalesce($::timestamptz, announced_at), opened_at = coalesce($::timestamptz, opened_at), closed_at = coalesce($::timestamptz, closed_at), ended_at = coalesce($::timestamptz, ended_at), why = coalesce($, why), version = version + 1 WHERE federation_id = $ AND id = $;

-- src/engines/ballot/ballot.sql.ts listDue
SELECT b.id FROM ballot b WHERE b.federation_id = $ AND ( (b.state = 'announced' AND (b.opens_at <= $ OR (b.level <> 'open' AND NOT b.keys_ready))) OR (b.state = 'open' AND (b.closes_at <= $ OR b.level <> 'open')) OR (b.state = 'closed' AND b.result IS NULL) OR (b.state IN ('closed','declared','void') AND NOT b.destroyed)) ORDER BY b.made_at LIMIT $;

-- src/engines/ballot/board.sql.ts setBoard
UPDATE ballot SET header = $, head = $, signature = $, short_head = $, short_signature = $, blocks = $, result = $::jsonb, version = version + 1 WHERE federation_id = $ AND id = $;

-- src/engines/ballot/board.sql.ts findBoard
SELECT b.header, b.head, b.signature, b.blocks, b.short_head AS "shortHead", b.short_signature AS "shortSignature" FROM ballot b WHERE b.federation_id = $ AND b.id = $ AND b.head IS NOT NULL;

-- src/engines/ballot/board.sql.ts setDestroyed
UPDATE ballot SET destroyed = true WHERE federation_id = $ AND id = ANY ($::uuid[]);

-- src/engines/ballot/board.sql.ts listUndestroyed
SELECT b.id FROM ballot b WHERE b.federation_id = $ AND NOT b.destroyed AND (b.state IN ('declared','void') OR (b.state = 'closed' AND b.head IS NOT NULL)) LIMIT 1000;

-- src/engines/ballot/hall.sql.ts insertCards
INSERT INTO ballot_card (federation_id, ballot_id, hash, class) SELECT $::uuid, $::uuid, {all.at(sql`x.hf`, sql`x.hn`)}, $ FROM unnest($::int[], $::int[]) AS x(hf, hn);

-- src/engines/ballot/hall.sql.ts findCard
SELECT c.class, c.asked FROM ballot_card c WHERE c.federation_id = $ AND c.ballot_id = $ AND c.hash = $ FOR UPDATE;

-- src/engines/ballot/hall.sql.ts useCard
UPDATE ballot_card SET asked = $ WHERE federation_id = $ AND ballot_id = $ AND hash = $;

-- src/engines/ballot/hall.sql.ts dropCard
DELETE FROM ballot_card WHERE federation_id = $ AND ballot_id = $ AND hash = $ AND asked IS NULL;

-- src/engines/ballot/hall.sql.ts listHall
SELECT v.class, count(*)::int AS entitled, count(*) FILTER (WHERE v.given AND v.asked IS NULL)::int AS handed, (SELECT count(*)::int FROM ballot_card c WHERE c.federation_id = $ AND c.ballot_id = $ AND c.class = v.class) AS printed, (SELECT count(*)::int FROM ballot_card c WHERE c.federation_id = $ AND c.ballot_id = $ AND c.class = v.class AND c.asked IS NOT NULL) AS used FROM ballot_voter v WHERE v.federation_id = $ AND v.ballot_id = $ GROUP BY v.class ORDER BY v.class COLLATE "C" LIMIT 100;

-- src/engines/ballot/hall.sql.ts findUnlocked
INSERT INTO ballot_terminal (federation_id, ballot_id, unlocked) VALUES ($, $, 0) ON CONFLICT (federation_id, ballot_id) DO NOTHING;

-- src/engines/ballot/hall.sql.ts findUnlocked
SELECT t.unlocked FROM ballot_terminal t WHERE t.federation_id = $ AND t.ballot_id = $ {lock ? sql`FOR UPDATE` : sql``};

-- src/engines/ballot/hall.sql.ts setUnlocked
UPDATE ballot_terminal SET unlocked = $ WHERE federation_id = $ AND ballot_id = $;

-- src/engines/ballot/hall.sql.ts deleteCards
DELETE FROM ballot_card WHERE federation_id = $ AND ballot_id = $;

-- src/engines/ballot/hall.sql.ts deleteCards
DELETE FROM ballot_terminal WHERE federation_id = $ AND ballot_id = $;

-- src/engines/ballot/keys.sql.ts listKeys
SELECT k.purpose, k.class, k.public, k.secret FROM ballot_key k WHERE k.federation_id = $ AND k.ballot_id = $ LIMIT 100;

-- src/engines/ballot/keys.sql.ts holdMixing
SELECT 1 FROM ballot_key k WHERE k.federation_id = $ AND k.ballot_id = $ AND k.purpose = 'content' AND k.class = '' FOR UPDATE SKIP LOCKED;

-- src/engines/ballot/keys.sql.ts insertKeys
INSERT INTO ballot_key (federation_id, ballot_id, purpose, class, public, secret) VALUES ($, $, $, $, $, $) ON CONFLICT (federation_id, ballot_id, purpose, class) DO NOTHING;

-- src/engines/ballot/keys.sql.ts findEnvelopeKey
SELECT k.secret FROM ballot_envelope_key k WHERE k.federation_id = $ AND k.ballot_id = $ {lock === 'put' ? sql`FOR SHARE` : sql`FOR UPDATE`};

-- src/engines/ballot/keys.sql.ts insertEnvelopeKey
INSERT INTO ballot_envelope_key (federation_id, ballot_id, secret) VALUES ($, $, $) ON CONFLICT (federation_id, ballot_id) DO NOTHING;

-- src/engines/ballot/keys.sql.ts deleteEnvelopeKey
DELETE FROM ballot_envelope_key WHERE federation_id = $ AND ballot_id = $;

-- src/engines/ballot/keys.sql.ts deleteSecrets
UPDATE ballot_key SET secret = NULL WHERE federation_id = $ AND ballot_id = $;

-- src/engines/ballot/members.sql.ts membersSelect
SELECT s.person_id, $::text AS class, s.union_id FROM membership s JOIN union_unit h ON h.federation_id = s.federation_id AND h.id = s.union_id WHERE s.federation_id = $ AND s.state = 'active' AND h.path LIKE ANY ($::text[]) {of.people === undefined ? sql`` : sql`AND s.person_id = ANY (${[...of.people]}::uuid[])`};

-- src/engines/ballot/members.sql.ts findByStaff
SELECT p.id, p.name, p.staff_number AS "staffNumber", s.union_id AS "unionId", h.name AS unit FROM person p JOIN membership s ON s.federation_id = p.federation_id AND s.person_id = p.id AND s.state = 'active' JOIN union_unit h ON h.federation_id = s.federation_id AND h.id = s.union_id WHERE p.federation_id = $ AND h.path LIKE $ AND p.staff_number = ANY ($::text[]) AND p.staff_number <> '' ORDER BY p.staff_number, p.id LIMIT 10000;

-- src/engines/ballot/members.sql.ts listUnits
SELECT {UNIT} FROM union_unit u WHERE u.federation_id = $ AND starts_with(u.path, $) AND u.state NOT IN ('merged','dissolved') ORDER BY u.path LIMIT 200;

-- src/engines/ballot/members.sql.ts findUnits
SELECT {UNIT} FROM union_unit u WHERE u.federation_id = $ AND u.id = ANY ($::uuid[]) AND starts_with(u.path, $) ORDER BY u.path LIMIT 300;

-- src/engines/ballot/papers.sql.ts putOpenPaper
INSERT INTO ballot_open_paper (federation_id, ballot_id, person_id, content) VALUES ($, $, $, $::jsonb) ON CONFLICT (federation_id, ballot_id, person_id) DO UPDATE SET content = excluded.content;

-- src/engines/ballot/papers.sql.ts listOpenPapers
SELECT p.person_id AS "personId", v.class, p.content FROM ballot_open_paper p JOIN ballot_voter v ON v.federation_id = p.federation_id AND v.ballot_id = p.ballot_id AND v.person_id = p.person_id WHERE p.federation_id = $ AND p.ballot_id = $ AND ($::uuid IS NULL OR p.person_id > $::uuid) ORDER BY p.person_id LIMIT $;

-- src/engines/ballot/papers.sql.ts putEnvelope
UPDATE ballot_envelope SET sealed = $ WHERE federation_id = $ AND ballot_id = $ AND person_id = $;

-- src/engines/ballot/papers.sql.ts putEnvelope
INSERT INTO ballot_envelope (federation_id, ballot_id, person_id, sealed) VALUES ($, $, $, $);

-- src/engines/ballot/papers.sql.ts takeEnvelopes
DELETE FROM ballot_envelope e WHERE e.federation_id = $ AND e.ballot_id = $ AND e.person_id IN (SELECT w.person_id FROM ballot_envelope w WHERE w.federation_id = $ AND w.ballot_id = $ ORDER BY w.person_id LIMIT $) RETURNING e.person_id AS "personId", e.sealed;

-- src/engines/ballot/papers.sql.ts countWaiting
SELECT ((SELECT count(*) FROM ballot_envelope e WHERE e.federation_id = $ AND e.ballot_id = $) + (SELECT count(*) FROM ballot_paper p WHERE p.federation_id = $ AND p.ballot_id = $ AND NOT p.mixed))::int AS n;

-- src/engines/ballot/papers.sql.ts insertMixed
INSERT INTO ballot_paper (federation_id, ballot_id, hash, token, turn, body, mixed) SELECT $::uuid, $::uuid, {hashes.at(sql`x.hf`, sql`x.hn`)}, {tokens.at(sql`x.tf`, sql`x.tn`)}, x.turn, {bodies.at(sql`x.bf`, sql`x.bn`)}, true FROM unnest($::int[], $::int[], $::int[], $::int[], $::int[], $::int[], $::int[]) AS x(hf, hn, tf, tn, bf, bn, turn);

-- src/engines/ballot/papers.sql.ts insertWaiting
INSERT INTO ballot_paper (federation_id, ballot_id, hash, token, turn, body, mixed) SELECT $::uuid, $::uuid, $, $, $::int, $, false WHERE $ OR EXISTS (SELECT 1 FROM ballot_paper b WHERE b.federation_id = $ AND b.ballot_id = $ AND b.token = $ AND b.turn = $) ON CONFLICT DO NOTHING;

-- src/engines/ballot/papers.sql.ts mixWaiting
WITH gone AS (DELETE FROM ballot_paper p WHERE p.federation_id = $ AND p.ballot_id = $ AND p.hash IN (SELECT w.hash FROM ballot_paper w WHERE w.federation_id = $ AND w.ballot_id = $ AND NOT w.mixed ORDER BY w.hash LIMIT $) RETURNING p.hash, p.token, p.turn, p.body) INSERT INTO ballot_paper (federation_id, ballot_id, hash, token, turn, body, mixed) SELECT $::uuid, $::uuid, g.hash, g.token, g.turn, g.body, true FROM gone g ORDER BY g.hash;

-- src/engines/ballot/papers.sql.ts writeBoard
WITH gone AS (DELETE FROM ballot_paper p WHERE p.federation_id = $ AND p.ballot_id = $ RETURNING p.hash, p.token, p.turn, p.body) INSERT INTO ballot_paper (federation_id, ballot_id, hash, token, turn, body, mixed, no) SELECT $::uuid, $::uuid, g.hash, g.token, g.turn, g.body, true, row_number() OVER (ORDER BY g.hash) FROM gone g ORDER BY g.hash;

-- src/engines/ballot/papers.sql.ts listBoard
SELECT p.no, p.hash, p.token, p.turn, p.body, NOT EXISTS (SELECT 1 FROM ballot_paper l WHERE l.federation_id = p.federation_id AND l.ballot_id = p.ballot_id AND l.token = p.token AND l.turn = p.turn + 1) AS last FROM ballot_paper p WHERE p.federation_id = $ AND p.ballot_id = $ AND p.no > $ ORDER BY p.no LIMIT $;

-- src/engines/ballot/papers.sql.ts findPaper
SELECT p.no, p.turn, p.body, p.token FROM ballot_paper p WHERE p.federation_id = $ AND p.ballot_id = $ AND p.hash = $;

-- src/engines/ballot/papers.sql.ts findByToken
SELECT p.hash FROM ballot_paper p WHERE p.federation_id = $ AND p.ballot_id = $ AND p.token = $ ORDER BY p.turn DESC LIMIT 1;

-- src/engines/ballot/papers.sql.ts listHashes
SELECT p.hash FROM ballot_paper p WHERE p.federation_id = $ AND p.ballot_id = $ AND p.no >= $ ORDER BY p.no LIMIT $;

-- src/engines/ballot/papers.sql.ts countPapers
SELECT ((SELECT count(*) FROM ballot_paper p WHERE p.federation_id = $ AND p.ballot_id = $ AND p.turn = 1) + (SELECT count(*) FROM ballot_envelope e WHERE e.federation_id = $ AND e.ballot_id = $) + (SELECT count(*) FROM ballot_open_paper o WHERE o.federation_id = $ AND o.ballot_id = $))::int AS n;

-- src/engines/ballot/papers.sql.ts deletePapers
DELETE FROM ballot_envelope WHERE federation_id = $ AND ballot_id = $;

-- src/engines/ballot/papers.sql.ts deletePapers
DELETE FROM ballot_paper WHERE federation_id = $ AND ballot_id = $;

-- src/engines/ballot/papers.sql.ts deletePapers
DELETE FROM ballot_open_paper WHERE federation_id = $ AND ballot_id = $;

-- src/engines/ballot/roll.sql.ts replaceRoll
DELETE FROM ballot_voter WHERE federation_id = $ AND ballot_id = $;

-- src/engines/ballot/roll.sql.ts replaceRoll
INSERT INTO ballot_voter (federation_id, ballot_id, person_id, class, union_id, present, given) SELECT $::uuid, $::uuid, x.person_id, coalesce(x.class, ''), x.union_id, false, false FROM ($) AS x(person_id, class, union_id) ORDER BY x.person_id ON CONFLICT (federation_id, ballot_id, person_id) DO NOTHING;

-- src/engines/ballot/roll.sql.ts rollOf
SELECT x.person, x.class, x.union_id FROM unnest($::uuid[], $::text[], $::uuid[]) AS x(person, class, union_id);

-- src/engines/ballot/roll.sql.ts listClasses
SELECT v.class, count(*)::int AS entitled, count(*) FILTER (WHERE v.given)::int AS given FROM ballot_voter v WHERE v.federation_id = $ AND v.ballot_id = $ GROUP BY v.class ORDER BY v.class COLLATE "C" LIMIT 1000;

-- src/engines/ballot/roll.sql.ts hashRoll
SELECT encode(sha256(convert_to(string_agg(v.person_id::text || ' ' || v.class, E' ' ORDER BY v.person_id), 'UTF8')), 'hex') AS hash FROM ballot_voter v WHERE v.federation_id = $ AND v.ballot_id = $;

-- src/engines/ballot/roll.sql.ts markPresent
UPDATE ballot_voter SET present = $ WHERE federation_id = $ AND ballot_id = $ AND person_id = ANY ($::uuid[]) AND present <> $;

-- src/engines/ballot/roll.sql.ts findVoter
SELECT v.class, v.union_id AS "unionId", v.present, v.given, v.asked FROM ballot_voter v WHERE v.federation_id = $ AND v.ballot_id = $ AND v.person_id = $ {lock ? sql`FOR UPDATE` : sql``};

-- src/engines/ballot/roll.sql.ts markGiven
UPDATE ballot_voter SET given = true, asked = $ WHERE federation_id = $ AND ballot_id = $ AND person_id = $;

-- src/engines/ballot/roll.sql.ts unmarkGiven
UPDATE ballot_voter SET given = false WHERE federation_id = $ AND ballot_id = $ AND person_id = ANY ($::uuid[]);

-- src/engines/ballot/roll.sql.ts countTurnout
SELECT count(*)::int AS entitled, count(*) FILTER (WHERE v.present)::int AS present, count(*) FILTER (WHERE v.given)::int AS given FROM ballot_voter v WHERE v.federation_id = $ AND v.ballot_id = $;

-- src/engines/ballot/roll.sql.ts listTurnout
SELECT v.union_id AS "unionId", count(*)::int AS entitled, count(*) FILTER (WHERE v.present)::int AS present, count(*) FILTER (WHERE v.given)::int AS given FROM ballot_voter v WHERE v.federation_id = $ AND v.ballot_id = $ GROUP BY v.union_id LIMIT 20000;

-- src/engines/ballot/roll.sql.ts listMissing
SELECT v.person_id AS id FROM ballot_voter v WHERE v.federation_id = $ AND v.ballot_id = $ AND NOT v.given AND ($::uuid IS NULL OR v.person_id > $::uuid) ORDER BY v.person_id LIMIT $;

-- src/engines/ballot/roll.sql.ts listOwn
SELECT b.id, v.class, v.given FROM ballot_voter v JOIN ballot b ON b.federation_id = v.federation_id AND b.id = v.ballot_id WHERE v.federation_id = $ AND v.person_id = $ AND b.state = ANY ($::text[]) AND ($ OR b.kind = ANY ($::text[])) ORDER BY b.made_at DESC, b.id LIMIT $;

-- src/engines/ballot/roll.sql.ts rewriteRoll
WITH gone AS (DELETE FROM ballot_voter WHERE federation_id = $ AND ballot_id = $ RETURNING person_id, class, union_id, present, given) INSERT INTO ballot_voter (federation_id, ballot_id, person_id, class, union_id, present, given) SELECT $::uuid, $::uuid, g.person_id, g.class, g.union_id, g.present, g.given FROM gone g ORDER BY g.person_id;

-- src/engines/cases/cases.sql.ts takeNumber
insert into case_number (federation_id, process, year, last) values ($, $, $, 1) on conflict (federation_id, process, year) do update set last = case_number.last + 1 returning last;

-- src/engines/cases/cases.sql.ts insertCase
insert into case_file (federation_id, id, process, number, title, state, is_open, privacy, channel, union_id, origin_union_id, author_id, subject_id, assignee_id, assignee_title, accept_due, answer_due, finish_due, accepted_at, answered_at, finished_at, next_due, next_clock, next_escalation, lapse_due, rule_set_id, facts, version, opened_at, changed_at, searched) values ($, $, $, $, $, $, $, $, $, $, $, $, $, $, $, $, $, $, $, $, $, $, $, $, $, $, $::jsonb, $, $, $, to_tsvector('simple', $));

-- src/engines/cases/cases.sql.ts updateCase
update case_file set state = $, is_open = $, union_id = $, title = $, searched = case when title = $ then searched else searched || to_tsvector('simple', $) end, assignee_id = $, assignee_title = $, accept_due = $, answer_due = $, finish_due = $, accepted_at = $, answered_at = $, finished_at = $, next_due = $, next_clock = $, late_level = $, late_union_id = $, next_escalation = $, warned_at = null, recheck_due = $, lapse_due = $, rating = $, rating_again = $, reopened = $, rule_set_id = $, facts = $::jsonb, version = $, changed_at = $ where federation_id = $ and id = $ and version = $;

-- src/engines/cases/cases.sql.ts lockCase
select {COLUMNS} from case_file c where c.federation_id = $ and c.id = $ for update;

-- src/engines/cases/cases.sql.ts findCase
select {COLUMNS} from case_file c where c.federation_id = $ and c.id = $;

-- src/engines/cases/cases.sql.ts insertEvents
insert into case_event (federation_id, id, case_id, position, step, from_state, to_state, by_kind, by_id, by_title, text, shown_to, files, data, at) select $, x.id, x."caseId", x.position, x.step, x."fromState", x."toState", x."byKind", x."byId", coalesce(x."byTitle", ''), coalesce(x.text, ''), x."shownTo", coalesce(x.files, '{}'), coalesce(x.data, '{}'), x.at from json_to_recordset($::json) as x(id uuid, "caseId" uuid, position integer, step text, "fromState" text, "toState" text, "byKind" text, "byId" uuid, "byTitle" text, text text, "shownTo" text, files uuid[], data jsonb, at timestamptz);

-- src/engines/cases/cases.sql.ts listEvents
select e.id, e.position, e.step, e.from_state as "fromState", e.to_state as "toState", e.by_kind as "byKind", e.by_id as "byId", p.name as "byName", e.by_title as "byTitle", e.text, e.shown_to as "shownTo", e.files, e.data, e.at from case_event e left join person p on p.federation_id = e.federation_id and p.id = e.by_id where e.federation_id = $ and e.case_id = $ and (not $::boolean or e.shown_to = 'all') order by e.position limit 500;

-- src/engines/cases/cases.sql.ts insertBarred
insert into case_barred (federation_id, case_id, person_id, why) select $, $, x."personId", x.why from jsonb_to_recordset($::jsonb) as x("personId" uuid, why text) on conflict do nothing;

-- src/engines/cases/cases.sql.ts deleteBarred
delete from case_barred where federation_id = $ and case_id = $ and why = $;

-- src/engines/cases/cases.sql.ts isBarred
select 1 from case_barred b where b.federation_id = $ and b.case_id = $ and b.person_id = $;

-- src/engines/cases/cases.sql.ts insertFollowUp
insert into follow_up (code_lookup, federation_id, case_id) values ($, $, $);

-- src/engines/cases/cases.sql.ts findByFollowUp
select case_id as "caseId" from follow_up where code_lookup = $ and federation_id = $;

-- src/engines/cases/cases.sql.ts findTenantByFollowUp
select federation_id as id from follow_up where code_lookup = $;

-- src/engines/cases/likeness.sql.ts listTenantsUnlisted
select f.federation_id as id from federation f where exists (select 1 from case_file c where c.federation_id = f.federation_id and c.process = $ and not exists (select 1 from similar_text t where t.federation_id = c.federation_id and t.collection = $ and t.id = c.id)) limit 1000;

-- src/engines/cases/likeness.sql.ts listUnlisted
select c.id, c.union_id as "unionId", c.title, e.text, c.opened_at as "openedAt" from case_file c join case_event e on e.federation_id = c.federation_id and e.case_id = c.id and e.position = 1 where c.federation_id = $ and c.process = $ and not exists (select 1 from similar_text t where t.federation_id = c.federation_id and t.collection = $ and t.id = c.id) order by c.opened_at, c.id limit $;

-- src/engines/cases/lists.sql.ts listRegister
select {COLUMNS}, {NAMES} from {FROM} where {where} order by c.opened_at desc, c.id limit $ offset $;

-- src/engines/cases/lists.sql.ts listRegister
select count(*)::int as n from (select 1 from case_file c join union_unit u on u.federation_id = c.federation_id and u.id = c.union_id where {where} limit 10001) x;

-- src/engines/cases/lists.sql.ts listOwn
select {COLUMNS}, {NAMES} from {FROM} where c.federation_id = $ and (c.author_id = $ or c.subject_id = $) and ($::text[] is null or c.process = any($::text[])) order by c.changed_at desc, c.id limit $ offset $;

-- src/engines/cases/lists.sql.ts listWaiting
select {COLUMNS}, {NAMES} from {FROM} where c.federation_id = $ and $ and ($::text is null or c.process = $) and {matches(f.text)} and {f.unionPath ? inSubtrees([f.unionPath]) : sql`true`} and {f.late ? sql`c.next_due < ${tx.now}` : sql`true`} order by c.next_due nulls last, c.id limit $ offset $;

-- src/engines/cases/lists.sql.ts countWaiting
select c.process, count(*)::int as waiting, count(*) filter (where c.next_due >= $ and c.next_due < $)::int as today, count(*) filter (where c.next_due < $)::int as late, count(*) filter (where c.late_union_id = any($::uuid[]) and not c.union_id = any($::uuid[]))::int as reported from case_file c join union_unit u on u.federation_id = c.federation_id and u.id = c.union_id where c.federation_id = $ and $ and {matches(f.text)} and {f.unionPath ? inSubtrees([f.unionPath]) : sql`true`} group by c.process;

-- src/engines/cases/lists.sql.ts listForAuthor
select {COLUMNS}, {NAMES} from {FROM} where c.federation_id = $ and (c.author_id = $ or c.subject_id = $) and ((c.process, c.state) in (select x.process, x.state from jsonb_to_recordset($::jsonb) as x(process text, state text)) or (c.recheck_due is not null and c.recheck_due <= $)) order by c.changed_at desc limit 20;

-- src/engines/cases/lists.sql.ts countFigures
select count(*)::int as opened, count(*) filter (where c.is_open)::int as open, count(*) filter (where c.is_open and c.next_due < $)::int as late, count(c.answered_at)::int as answered, count(*) filter (where c.answered_at <= c.answer_due)::int as "inTime", count(coalesce(c.rating_again, c.rating))::int as rated, count(*) filter (where coalesce(c.rating_again, c.rating) >= 4)::int as satisfied, count(*) filter (where c.reopened > 0)::int as reopened from case_file c join union_unit u on u.federation_id = c.federation_id and u.id = c.union_id where c.federation_id = $ and c.process = $ and c.opened_at >= $ and c.opened_at < $ and $;

-- src/engines/cases/sweep.sql.ts listDueFederations
select distinct federation_id as id from ( (select federation_id from case_file where is_open and next_escalation <= $ limit 5000) union all (select federation_id from case_file where is_open and warned_at is null and next_due <= $::timestamptz + interval '12 days' limit 5000) union all (select federation_id from case_file where lapse_due <= $ limit 5000) union all (select federation_id from case_file where recheck_due <= $ and facts->>'recheckAsked' is null limit 5000)) due limit 1000;

-- src/engines/cases/sweep.sql.ts takeWarnings
update case_file c set warned_at = $, version = c.version + 1 from (select federation_id, id from case_file where federation_id = $ and is_open and warned_at is null and next_due <= $ order by next_due limit $ for update skip locked) due where c.federation_id = due.federation_id and c.id = due.id returning {COLUMNS};

-- src/engines/cases/sweep.sql.ts takeEscalations
update case_file c set late_level = c.late_level + 1, late_union_id = coalesce(up.id, c.late_union_id), next_escalation = $, version = c.version + 1 from (select f.federation_id, f.id, coalesce(f.late_union_id, f.union_id) as at_union from case_file f where f.federation_id = $ and f.process = $ and f.is_open and f.next_escalation <= $ order by f.next_escalation limit $ for update skip locked) due join union_unit here on here.federation_id = due.federation_id and here.id = due.at_union left join union_unit up on up.federation_id = here.federation_id and up.id = here.parent_id where c.federation_id = due.federation_id and c.id = due.id returning {COLUMNS}, up.name as "upName";

-- src/engines/cases/sweep.sql.ts listLapsed
select id, state from case_file where federation_id = $ and process = $ and lapse_due <= $ order by lapse_due limit $;

-- src/engines/cases/sweep.sql.ts takeRechecks
update case_file c set facts = c.facts || '{"recheckAsked": true}'::jsonb, version = c.version + 1 from (select federation_id, id from case_file where federation_id = $ and recheck_due <= $ and facts->>'recheckAsked' is null order by recheck_due limit $ for update skip locked) due where c.federation_id = due.federation_id and c.id = due.id returning {COLUMNS};

-- src/engines/cases/takeover.sql.ts insertCases
insert into case_file (federation_id, id, process, number, title, state, is_open, privacy, channel, union_id, origin_union_id, author_id, accept_due, answer_due, finish_due, accepted_at, answered_at, finished_at, next_due, next_clock, next_escalation, lapse_due, reopened, rule_set_id, facts, version, opened_at, changed_at, searched) select $, x.id, x.process, x.number, x.title, x.state, x."isOpen", x.privacy, x.channel, x."unionId", x."originUnionId", x."authorId", x."acceptDue", x."answerDue", x."finishDue", x."acceptedAt", x."answeredAt", x."finishedAt", x."nextDue", x."nextClock", x."nextEscalation", x."lapseDue", x.reopened, x."ruleSetId", x.facts, x.version, x."openedAt", x."changedAt", to_tsvector('simple', coalesce(x.searched, '')) from json_to_recordset($::json) as x(id uuid, process text, number text, title text, state text, "isOpen" boolean, privacy text, channel text, "unionId" uuid, "originUnionId" uuid, "authorId" uuid, "acceptDue" timestamptz, "answerDue" timestamptz, "finishDue" timestamptz, "acceptedAt" timestamptz, "answeredAt" timestamptz, "finishedAt" timestamptz, "nextDue" timestamptz, "nextClock" text, "nextEscalation" timestamptz, "lapseDue" timestamptz, reopened smallint, "ruleSetId" uuid, facts jsonb, version integer, "openedAt" timestamptz, "changedAt" timestamptz, searched text);

-- src/engines/cases/takeover.sql.ts insertBarredFromMany
insert into case_barred (federation_id, case_id, person_id, why) select $, x."caseId", x."personId", x.why from json_to_recordset($::json) as x("caseId" uuid, "personId" uuid, why text) on conflict do nothing;

-- src/engines/cases/takeover.sql.ts listTakenNumbers
select x.number from unnest($::text[]) as x(number), lateral (select 1 from case_file c where c.federation_id = $ and c.process = $ and c.number = x.number limit 1) y order by x.number limit 10;

-- src/engines/cases/takeover.sql.ts takeNumbers
insert into case_number (federation_id, process, year, last) select $, $, x.year, x.count from unnest($::smallint[], $::integer[]) as x(year, count) order by x.year on conflict (federation_id, process, year) do update set last = case_number.last + excluded.last returning year, last;

-- src/engines/cases/takeover.sql.ts raiseNumbers
insert into case_number (federation_id, process, year, last) select $, $, x.year, x.last from unnest($::smallint[], $::integer[]) as x(year, last) order by x.year on conflict (federation_id, process, year) do update set last = greatest(case_number.last, excluded.last);

-- src/engines/cases/takeover.sql.ts listUntouched
select c.id from case_file c where c.federation_id = $ and c.process = $ and c.id = any($::uuid[]) and not exists (select 1 from case_event e where e.federation_id = c.federation_id and e.case_id = c.id and e.at > $) order by c.id for update;

-- src/engines/cases/takeover.sql.ts deleteCases
delete from case_event where federation_id = $ and case_id = any($::uuid[]);

-- src/engines/cases/takeover.sql.ts deleteCases
delete from case_barred where federation_id = $ and case_id = any($::uuid[]);

-- src/engines/cases/takeover.sql.ts deleteCases
delete from case_file where federation_id = $ and id = any($::uuid[]);

-- src/engines/claims/claims.sql.ts listClaimsOf
SELECT {CLAIM} FROM claim c WHERE c.federation_id = $ AND c.offer_id = $ AND c.person_id = ANY ($::uuid[]) AND (c.state = ANY ($::text[]) OR c.key = ANY ($::text[])) ORDER BY c.no;

-- src/engines/claims/claims.sql.ts listFacts
SELECT p.id AS "personId", CASE WHEN u.path IS NULL THEN '{}'::text[] ELSE array_remove(ARRAY[u.path, u.sector_path], NULL) END AS paths, $ AS "memberSince", p.sex, p.birth_date AS "birthDate", p.new_form <> '' AS "newForm", p.migrant, $ AS "lastWonAt", $ AS missed FROM person p LEFT JOIN membership m ON m.federation_id = p.federation_id AND m.person_id = p.id AND m.state = 'active' LEFT JOIN union_unit u ON u.federation_id = m.federation_id AND u.id = m.union_id WHERE p.federation_id = $ AND p.id = ANY ($::uuid[]);

-- src/engines/claims/claims.sql.ts insertClaims
INSERT INTO claim (federation_id, offer_id, id, person_id, turn, no, pool_no, places, unit_id, state, key, amount, at, due_at) SELECT $::uuid, $::uuid, x.* FROM unnest($::uuid[], $::uuid[], $::smallint[], $::int[], $::smallint[], $::smallint[], $::uuid[], $::text[], $::text[], $::bigint[], $::timestamptz[], $::timestamptz[]) AS x;

-- src/engines/claims/claims.sql.ts findClaim
SELECT {CLAIM} FROM claim c WHERE c.federation_id = $ AND c.id = $;

-- src/engines/claims/claims.sql.ts findClaims
SELECT {CLAIM} FROM claim c WHERE c.federation_id = $ AND c.offer_id = $ AND c.id = ANY ($::uuid[]) ORDER BY c.no;

-- src/engines/claims/claims.sql.ts findNumbered
SELECT {CLAIM} FROM claim c WHERE c.federation_id = $ AND c.offer_id = $ AND c.no = ANY ($::int[]) ORDER BY c.no;

-- src/engines/claims/claims.sql.ts listByState
SELECT {CLAIM} FROM claim c WHERE c.federation_id = $ AND c.offer_id = $ AND c.state = ANY ($::text[]) ORDER BY c.rank NULLS LAST, c.no LIMIT $;

-- src/engines/claims/claims.sql.ts listOverdue
SELECT {CLAIM} FROM claim c WHERE c.federation_id = $ AND c.offer_id = $ AND c.state IN ('held','offered') AND c.due_at <= $ ORDER BY c.no LIMIT 1000;

-- src/engines/claims/claims.sql.ts changeClaims
UPDATE claim c SET state = x.state, pool_no = coalesce(x.pool_no, c.pool_no), unit_id = CASE WHEN x.unit_given THEN x.unit_id ELSE c.unit_id END, rank = coalesce(x.rank, c.rank), due_at = x.due_at, ended_at = CASE WHEN x.over THEN $::timestamptz END, handed_at = CASE x.state WHEN 'handed' THEN coalesce(x.handed_at, $::timestamptz) WHEN 'taken' THEN NULL ELSE c.handed_at END, handed_by_id = CASE x.state WHEN 'handed' THEN x.handed_by WHEN 'taken' THEN NULL ELSE c.handed_by_id END FROM unnest($::uuid[], $::text[], $::text[], $::smallint[], $::uuid[], $::boolean[], $::int[], $::timestamptz[], $::boolean[], $::timestamptz[], $::uuid[]) AS x(id, was, state, pool_no, unit_id, unit_given, rank, due_at, over, handed_at, handed_by) WHERE c.federation_id = $ AND c.id = x.id AND c.state = x.was;

-- src/engines/claims/claims.sql.ts setRank
UPDATE claim c SET rank = x.rank FROM unnest($::uuid[], $::int[]) AS x(id, rank) WHERE c.federation_id = $ AND c.offer_id = $ AND c.id = x.id AND c.state = 'waiting';

-- src/engines/claims/claims.sql.ts setRanks
UPDATE claim c SET rank = x.rank FROM unnest($::uuid[]) WITH ORDINALITY AS x(id, rank) WHERE c.federation_id = $ AND c.offer_id = $ AND c.id = x.id AND c.state = 'entered';

-- src/engines/claims/claims.sql.ts insertEvents
INSERT INTO claim_event (federation_id, id, claim_id, at, verb, by_id, why) SELECT $::uuid, x.id, x.claim, $::timestamptz, x.verb, $::uuid, x.why FROM unnest($::uuid[], $::uuid[], $::text[], $::text[]) AS x(id, claim, verb, why);

-- src/engines/claims/claims.sql.ts listEvents
SELECT e.at, e.verb, e.by_id AS "byId", p.name AS by, e.why FROM claim_event e LEFT JOIN person p ON p.federation_id = e.federation_id AND p.id = e.by_id WHERE e.federation_id = $ AND e.claim_id = $ ORDER BY e.at, e.id LIMIT 500;

-- src/engines/claims/claims.sql.ts setJournals
UPDATE claim c SET journal_id = x.journal FROM unnest($::uuid[], $::uuid[]) AS x(id, journal) WHERE c.federation_id = $ AND c.id = x.id;

-- src/engines/claims/claims.sql.ts setPaid
UPDATE claim SET paid_at = $, owed_back = $, payment_no = coalesce($, payment_no) WHERE federation_id = $ AND id = $;

-- src/engines/claims/claims.sql.ts findByPayment
SELECT {CLAIM} FROM claim c WHERE c.federation_id = $ AND c.payment_no = $ AND c.payment_no <> '';

-- src/engines/claims/claims.sql.ts setPerson
UPDATE claim SET person_id = $, turn = $ WHERE federation_id = $ AND id = $;

-- src/engines/claims/claims.sql.ts oweBack
UPDATE claim SET owed_back = true WHERE federation_id = $ AND id = ANY ($::uuid[]) AND paid_at IS NOT NULL AND amount > 0;

-- src/engines/claims/claims.sql.ts listMiscounted
SELECT p.offer_id AS "offerId", p.no, p.taken, coalesce(x.n, 0)::int AS counted FROM offer_pool p JOIN offer o ON o.federation_id = p.federation_id AND o.id = p.offer_id AND o.mode <> 'units' LEFT JOIN (SELECT c.offer_id, c.pool_no, sum(c.places) AS n FROM claim c WHERE c.federation_id = $ AND c.state = ANY ($::text[]) AND c.unit_id IS NULL GROUP BY 1, 2) x ON x.offer_id = p.offer_id AND x.pool_no = p.no WHERE p.federation_id = $ AND p.taken <> coalesce(x.n, 0) LIMIT 100;

-- src/engines/claims/draw/draw.sql.ts insertDraw
INSERT INTO draw (federation_id, id, rules, rules_hash, secret, salt, need, closes_at, announced_at, again_of) VALUES ($, $, $, $, $, $, $, $, $, $);

-- src/engines/claims/draw/draw.sql.ts insertWitnesses
INSERT INTO draw_witness (federation_id, draw_id, no, person_id, name) SELECT $::uuid, $::uuid, x.no::smallint, x.person_id, x.name FROM unnest($::uuid[], $::text[]) WITH ORDINALITY AS x (person_id, name, no);

-- src/engines/claims/draw/draw.sql.ts findDraw
SELECT 1 FROM draw d WHERE d.federation_id = $ AND d.id = $ FOR UPDATE;

-- src/engines/claims/draw/draw.sql.ts findDraw
SELECT {DRAW} {FROM} WHERE d.federation_id = $ AND d.id = $;

-- src/engines/claims/draw/draw.sql.ts findDraws
SELECT {DRAW} {FROM} WHERE d.federation_id = $ AND d.id = ANY ($::uuid[]);

-- src/engines/claims/draw/draw.sql.ts listWitnesses
SELECT {WITNESS} FROM draw_witness w WHERE w.federation_id = $ AND w.draw_id = ANY ($::uuid[]) ORDER BY w.draw_id, w.no;

-- src/engines/claims/draw/draw.sql.ts listWitnessed
SELECT {WITNESS} FROM draw_witness w JOIN draw d ON d.federation_id = w.federation_id AND d.id = w.draw_id WHERE w.federation_id = $ AND w.person_id = $ ORDER BY d.closes_at DESC, d.id LIMIT 50;

-- src/engines/claims/draw/draw.sql.ts setCommitment
UPDATE draw_witness SET commitment = $, committed_at = $ WHERE federation_id = $ AND draw_id = $ AND no = $ AND commitment IS NULL RETURNING no;

-- src/engines/claims/draw/draw.sql.ts setSecret
UPDATE draw_witness SET secret = $, revealed_at = $ WHERE federation_id = $ AND draw_id = $ AND no = $ AND secret IS NULL RETURNING no;

-- src/engines/claims/draw/draw.sql.ts insertNotice
INSERT INTO draw_notice (federation_id, draw_id, notice, notice_hash, frozen_at, due_at) VALUES ($, $, $, $, $, $);

-- src/engines/claims/draw/draw.sql.ts insertEntries
INSERT INTO draw_entry (federation_id, draw_id, claim_id, token, tickets) SELECT $::uuid, $::uuid, x.* FROM unnest($::uuid[], $::text[], $::smallint[]) AS x;

-- src/engines/claims/draw/draw.sql.ts listEntries
SELECT e.claim_id AS "claimId", e.token, e.tickets FROM draw_entry e WHERE e.federation_id = $ AND e.draw_id = $ ORDER BY e.token;

-- src/engines/claims/draw/draw.sql.ts findEntry
SELECT e.claim_id AS "claimId", e.token, e.tickets FROM draw_entry e WHERE e.federation_id = $ AND e.draw_id = $ AND e.claim_id = $;

-- src/engines/claims/draw/draw.sql.ts insertResult
INSERT INTO draw_result (federation_id, draw_id, file, file_hash, winners, drawn_at) VALUES ($, $, $, $, $::jsonb, $);

-- src/engines/claims/draw/draw.sql.ts findWinners
SELECT r.winners FROM draw_result r WHERE r.federation_id = $ AND r.draw_id = $;

-- src/engines/claims/draw/draw.sql.ts findFile
SELECT r.file FROM draw_result r WHERE r.federation_id = $ AND r.draw_id = $;

-- src/engines/claims/draw/draw.sql.ts listDue
SELECT d.id, n.draw_id IS NOT NULL AS frozen {FROM} JOIN offer o ON o.federation_id = d.federation_id AND o.id = d.id WHERE d.federation_id = $ AND r.draw_id IS NULL AND o.state = 'open' AND d.closes_at <= $ AND (n.draw_id IS NULL OR n.due_at <= $) ORDER BY d.closes_at, d.id LIMIT 100;

-- src/engines/claims/offers.sql.ts findOffer
SELECT {COLUMNS} FROM offer o WHERE o.federation_id = $ AND o.id = $ {lock ? sql`FOR UPDATE` : sql``};

-- src/engines/claims/offers.sql.ts findOffers
SELECT {COLUMNS} FROM offer o WHERE o.federation_id = $ AND o.id = ANY ($::uuid[]);

-- src/engines/claims/offers.sql.ts listPools
SELECT p.no, p.union_id AS "unionId", p.path, p.capacity, p.taken, p.rolls_up_at AS "rollsUpAt" FROM offer_pool p WHERE p.federation_id = $ AND p.offer_id = $ ORDER BY p.no LIMIT 1001;

-- src/engines/claims/offers.sql.ts listUnits
SELECT u.id, u.no, u.label, u.starts_at AS "startsAt", u.ends_at AS "endsAt", u.out_of_order AS "outOfOrder", u.out_of_order = '' AND NOT EXISTS (SELECT 1 FROM claim c WHERE c.federation_id = u.federation_id AND c.unit_id = u.id AND c.state IN ('offered','held','taken','handed','missed')) AS free FROM offer_unit u WHERE u.federation_id = $ AND u.offer_id = $ ORDER BY u.no LIMIT 5001;

-- src/engines/claims/offers.sql.ts pathsOf
SELECT u.id, u.path FROM union_unit u WHERE u.federation_id = $ AND u.id = ANY ($::uuid[]);

-- src/engines/claims/offers.sql.ts insertOffer
INSERT INTO offer (federation_id, id, union_id, kind, title, mode, state, opens_at, closes_at, per_person, party, waits, answer_hours, pays, price, hold_minutes, book_id, wallets, sold_no, who, series, cancel_until, transferable, hand_over_from, hand_over_to, place, published, made_by_id, made_at) VALUES ($, $, $, $, $, $, 'draft', $, $, $, $, $, $, $, $, $, $, $, $, $::jsonb, $, $, $, $, $, $, $, $, $);

-- src/engines/claims/offers.sql.ts updateOffer
UPDATE offer SET title = $, mode = $, opens_at = $, closes_at = $, per_person = $, party = $, waits = $, answer_hours = $, pays = $, price = $, hold_minutes = $, book_id = $, wallets = $, sold_no = $, who = $::jsonb, series = $, cancel_until = $, transferable = $, hand_over_from = $, hand_over_to = $, place = $, published = $, version = version + 1 WHERE federation_id = $ AND id = $ AND version = $;

-- src/engines/claims/offers.sql.ts moveOffer
UPDATE offer SET state = $, ended_at = $, why = $, version = version + 1 WHERE federation_id = $ AND id = $ AND state = ANY ($::text[]);

-- src/engines/claims/offers.sql.ts setPools
DELETE FROM offer_pool WHERE federation_id = $ AND offer_id = $ AND no <> ALL ($::smallint[]) AND taken = 0;

-- src/engines/claims/offers.sql.ts setPools
INSERT INTO offer_pool (federation_id, offer_id, no, union_id, path, capacity, rolls_up_at) SELECT $::uuid, $::uuid, x.* FROM unnest($::smallint[], $::uuid[], $::text[], $::int[], $::timestamptz[]) AS x ON CONFLICT (federation_id, offer_id, no) DO UPDATE SET union_id = excluded.union_id, path = excluded.path, capacity = excluded.capacity, rolls_up_at = excluded.rolls_up_at;

-- src/engines/claims/offers.sql.ts changePools
UPDATE offer_pool p SET taken = p.taken + x.taken, capacity = p.capacity + x.capacity FROM unnest($::smallint[], $::int[], $::int[]) AS x(no, taken, capacity) WHERE p.federation_id = $ AND p.offer_id = $ AND p.no = x.no;

-- src/engines/claims/offers.sql.ts putUnits
INSERT INTO offer_unit (federation_id, offer_id, id, no, label, starts_at, ends_at, out_of_order) SELECT $::uuid, $::uuid, x.* FROM unnest($::uuid[], $::int[], $::text[], $::timestamptz[], $::timestamptz[], $::text[]) AS x ON CONFLICT (federation_id, offer_id, no) DO UPDATE SET label = excluded.label, starts_at = excluded.starts_at, ends_at = excluded.ends_at, out_of_order = excluded.out_of_order;

-- src/engines/claims/offers.sql.ts dropUnits
DELETE FROM offer_unit u WHERE u.federation_id = $ AND u.offer_id = $ AND u.id = ANY ($::uuid[]) AND NOT EXISTS (SELECT 1 FROM claim c WHERE c.federation_id = u.federation_id AND c.unit_id = u.id);

-- src/engines/claims/offers.sql.ts takeNumbers
UPDATE offer SET last_no = last_no + $ WHERE federation_id = $ AND id = $ RETURNING last_no AS last;

-- src/engines/claims/offers.sql.ts listDue
SELECT DISTINCT x.id FROM ( SELECT c.offer_id AS id FROM claim c WHERE c.federation_id = $ AND c.state IN ('held','offered') AND c.due_at <= $ UNION ALL SELECT p.offer_id FROM offer_pool p JOIN offer o ON o.federation_id = p.federation_id AND o.id = p.offer_id WHERE p.federation_id = $ AND p.rolls_up_at <= $ AND p.capacity > p.taken AND p.no > 0 AND o.state = 'open' UNION ALL SELECT o.id FROM offer o WHERE o.federation_id = $ AND o.state IN ('open','closed') AND o.hand_over_to <= $ AND EXISTS (SELECT 1 FROM claim c WHERE c.federation_id = o.federation_id AND c.offer_id = o.id AND c.state IN ('taken','waiting'))) AS x ORDER BY x.id LIMIT $;

-- src/engines/claims/views.sql.ts countOffers
SELECT o.id AS "offerId", coalesce(CASE WHEN u.n > 0 THEN u.n ELSE p.places END, 0)::int AS places, coalesce(CASE WHEN u.n > 0 THEN c.units ELSE p.taken END, 0)::int AS taken, coalesce(c.waiting, 0)::int AS waiting, coalesce(c.entered, 0)::int AS entered, coalesce(c.handed, 0)::int AS handed, coalesce(c.missed, 0)::int AS missed, coalesce(c.received, 0)::bigint AS received, coalesce(c.owed, 0)::bigint AS owed FROM offer o LEFT JOIN LATERAL (SELECT sum(p.capacity) AS places, sum(p.taken) AS taken FROM offer_pool p WHERE p.federation_id = o.federation_id AND p.offer_id = o.id) p ON true LEFT JOIN LATERAL (SELECT count(*) AS n FROM offer_unit u WHERE u.federation_id = o.federation_id AND u.offer_id = o.id AND u.out_of_order = '') u ON true LEFT JOIN LATERAL (SELECT count(*) FILTER (WHERE c.state = 'waiting') AS waiting, count(*) FILTER (WHERE c.state = 'entered') AS entered, count(*) FILTER (WHERE c.state = 'handed') AS handed, count(*) FILTER (WHERE c.state = 'missed') AS missed, count(*) FILTER (WHERE c.unit_id IS NOT NULL AND c.state IN ('offered','held','taken','handed','missed')) AS units, sum(c.amount) FILTER (WHERE c.paid_at IS NOT NULL) AS received, sum(c.amount) FILTER (WHERE c.owed_back) AS owed FROM claim c WHERE c.federation_id = o.federation_id AND c.offer_id = o.id) c ON true WHERE o.federation_id = $ AND o.id = ANY ($::uuid[]);

-- src/engines/claims/views.sql.ts sumPlaces
SELECT coalesce(sum(p.capacity), 0)::int AS places, coalesce(sum(p.taken), 0)::int AS taken FROM offer_pool p WHERE p.federation_id = $ AND p.offer_id = $;

-- src/engines/claims/views.sql.ts listClaims
SELECT {WHO} {FROM} {where} ORDER BY c.rank NULLS LAST, c.no LIMIT $ OFFSET $;

-- src/engines/claims/views.sql.ts listClaims
SELECT count(*)::int AS n {FROM} {where};

-- src/engines/claims/views.sql.ts findRows
SELECT {WHO} {FROM} WHERE c.federation_id = $ AND c.id = ANY ($::uuid[]) ORDER BY c.no;

-- src/engines/claims/views.sql.ts owned
SELECT {OWN} {OWN_FROM} WHERE c.federation_id = $ AND {where} ORDER BY $ LIMIT $ OFFSET $;

-- src/engines/claims/views.sql.ts listOwn
SELECT count(*)::int AS n {OWN_FROM} WHERE c.federation_id = $ AND {where};

-- src/engines/claims/views.sql.ts listOrder
SELECT {WHO} {FROM} {where} ORDER BY c.rank NULLS LAST, c.no LIMIT $ OFFSET $;

-- src/engines/claims/views.sql.ts listOrder
SELECT count(*)::int AS n FROM claim c {where};

-- src/engines/files/files.sql.ts insertFile
INSERT INTO stored_file (federation_id, id, name, kind, type, bytes, width, height, thumbnail, uploaded_by, uploaded_at) VALUES ($::uuid, $::uuid, $, $, $, $, $, $, $, $::uuid, $::timestamptz);

-- src/engines/files/files.sql.ts countWaiting
SELECT count(*)::text AS n FROM stored_file f WHERE f.federation_id = $::uuid AND f.owner_kind IS NULL AND f.uploaded_by IS NOT DISTINCT FROM $::uuid;

-- src/engines/files/files.sql.ts selectFile
SELECT $ FROM stored_file f WHERE f.federation_id = $::uuid AND f.id = $::uuid;

-- src/engines/files/files.sql.ts selectOwned
SELECT $ FROM stored_file f WHERE f.federation_id = $::uuid AND f.owner_kind = $ AND f.owner_id = ANY ($::uuid[]) ORDER BY f.owner_id, f.place, f.id;

-- src/engines/files/files.sql.ts updateOwner
UPDATE stored_file f SET owner_kind = $, owner_id = $::uuid, attached_at = $::timestamptz, keep_until = $::timestamptz, place = placed.n FROM unnest($::uuid[]) WITH ORDINALITY AS given(id, position) CROSS JOIN LATERAL (SELECT (given.position + $::int)::smallint AS n) AS placed(n) WHERE f.federation_id = $::uuid AND f.id = given.id AND f.owner_kind IS NULL AND (f.uploaded_by IS NULL OR f.uploaded_by = $::uuid) RETURNING f.id;

-- src/engines/files/files.sql.ts updateKeepUntil
UPDATE stored_file f SET keep_until = $::timestamptz WHERE f.federation_id = $::uuid AND f.owner_kind = $ AND f.owner_id = ANY ($::uuid[]) RETURNING f.id;

-- src/engines/files/files.sql.ts deleteWaiting
DELETE FROM stored_file f WHERE f.federation_id = $::uuid AND f.id = $::uuid AND f.owner_kind IS NULL AND f.uploaded_by = $::uuid RETURNING f.id;

-- src/engines/files/files.sql.ts deleteOver
DELETE FROM stored_file f WHERE f.federation_id = $::uuid AND f.id = ANY (ARRAY( SELECT g.id FROM stored_file g WHERE g.federation_id = $::uuid AND ((g.owner_kind IS NULL AND g.uploaded_at < $::timestamptz) OR g.keep_until < $::timestamptz) ORDER BY g.id LIMIT $)) RETURNING f.id;

-- src/engines/files/files.sql.ts selectUnknown
SELECT given.id::text AS id FROM unnest($::uuid[]) AS given(id) WHERE NOT EXISTS (SELECT 1 FROM stored_file f WHERE f.federation_id = $::uuid AND f.id = given.id);

-- src/engines/files/files.sql.ts selectFederations
SELECT federation_id::text AS id FROM federation ORDER BY federation_id LIMIT 10000;

-- src/engines/identity/candidate.sql.ts findByPhone
select $ from federation f cross join lateral (select p.* from person p where p.federation_id = f.federation_id and p.phone_lookup = $ limit {MOST}) p $ where $::text is null or exists (select 1 from union_unit c where c.federation_id = f.federation_id and c.code = $ and (u.path like c.path || '%' or c.id = c.federation_id)) order by p.created_at, p.id limit {MOST};

-- src/engines/identity/candidate.sql.ts findByStaffNumber
select $ from federation f cross join lateral (select p.* from person p where p.federation_id = f.federation_id and p.staff_number = $ and p.staff_number <> '' limit 200) p $ where $::text is null or exists (select 1 from union_unit c where c.federation_id = f.federation_id and c.code = $ and u.path like c.path || '%') order by p.created_at, p.id limit {MOST};

-- src/engines/identity/candidate.sql.ts findPerson
select $ from federation f join person p on p.federation_id = f.federation_id $ where f.federation_id = $ and p.id = $;

-- src/engines/identity/candidate.sql.ts findFederationOf
select f.federation_id as id from federation f where exists (select 1 from person p where p.federation_id = f.federation_id and p.id = $) limit 1;

-- src/engines/identity/code.sql.ts writeCode
insert into one_time_code as c (phone_lookup, code_hash, sent_at, expires_at, tries, used_at, hour_from, hour_count) values ($, $, $, $, 0, null, $, 1) on conflict (phone_lookup) do update set code_hash = excluded.code_hash, sent_at = excluded.sent_at, expires_at = excluded.expires_at, tries = 0, used_at = null, hour_from = case when c.hour_from <= $ then excluded.hour_from else c.hour_from end, hour_count = case when c.hour_from <= $ then 1 else c.hour_count + 1 end where c.sent_at <= $ and (c.hour_from <= $ or c.hour_count < $::int);

-- src/engines/identity/code.sql.ts writeCode
select sent_at as "sentAt", hour_from as "hourFrom", hour_count as "hourCount" from one_time_code where phone_lookup = $;

-- src/engines/identity/code.sql.ts takeTry
update one_time_code set tries = tries + 1 where phone_lookup = $ and used_at is null and expires_at > $ and tries < $::int returning code_hash;

-- src/engines/identity/code.sql.ts spendCode
update one_time_code set used_at = $ where phone_lookup = $ and code_hash = $ and used_at is null;

-- src/engines/identity/consent.sql.ts selectStanding
select purpose, version, decision, decided_at as "decidedAt", withdrawn_at as "withdrawnAt", channel from consent where federation_id = $ and person_id = $ and replaced_at is null limit 100;

-- src/engines/identity/consent.sql.ts selectHistory
select purpose, version, decision, decided_at as "decidedAt", withdrawn_at as "withdrawnAt", channel, replaced_at as "replacedAt" from consent where federation_id = $ and person_id = $ order by decided_at desc, id limit $;

-- src/engines/identity/consent.sql.ts writeConsent
select 1 from person where federation_id = $ and id = $ for no key update;

-- src/engines/identity/consent.sql.ts writeConsent
update consent set replaced_at = $ where federation_id = $ and person_id = $ and purpose = $ and replaced_at is null;

-- src/engines/identity/consent.sql.ts writeConsent
insert into consent (federation_id, id, person_id, purpose, version, text_hash, fields, decision, channel, decided_at, withdrawn_at, replaced_at) values ($, $, $, $, $, $, $::text[], $, $, $, null, null);

-- src/engines/identity/consent.sql.ts markWithdrawn
update consent set withdrawn_at = $ where federation_id = $ and person_id = $ and purpose = $ and replaced_at is null and withdrawn_at is null and decision = 'given';

-- src/engines/identity/consent.sql.ts selectConsented
select person_id as id from consent where federation_id = $ and purpose = $ and person_id = any($::uuid[]) and replaced_at is null and withdrawn_at is null and decision = 'given' and version >= $::int;

-- src/engines/identity/consent.sql.ts findApp
select app from session where federation_id = $ and id = $;

-- src/engines/identity/credential.sql.ts findPassword
select hash, set_at as "setAt", must_change as "mustChange" from password where federation_id = $ and person_id = $;

-- src/engines/identity/credential.sql.ts findPasswordHash
select hash from password where federation_id = $ and person_id = $;

-- src/engines/identity/credential.sql.ts selectPastHashes
select hash from password_past where federation_id = $ and person_id = $ order by set_at desc limit $;

-- src/engines/identity/credential.sql.ts writePassword
insert into password as p (federation_id, person_id, hash, set_at, must_change) values ($, $, $, $, $) on conflict (federation_id, person_id) do update set hash = excluded.hash, set_at = excluded.set_at, must_change = excluded.must_change;

-- src/engines/identity/credential.sql.ts writePassword
insert into password_past (federation_id, person_id, set_at, hash) values ($, $, $, $) on conflict (federation_id, person_id, set_at) do update set hash = excluded.hash;

-- src/engines/identity/credential.sql.ts writePassword
delete from password_past where federation_id = $ and person_id = $ and set_at not in ( select set_at from password_past where federation_id = $ and person_id = $ order by set_at desc limit $);

-- src/engines/identity/credential.sql.ts rewriteHash
update password set hash = $ where federation_id = $ and person_id = $ and hash = $;

-- src/engines/identity/credential.sql.ts findAuthenticator
select secret_sealed as "secretSealed", confirmed_at as "confirmedAt", last_step as "lastStep" from authenticator where federation_id = $ and person_id = $;

-- src/engines/identity/credential.sql.ts beginAuthenticator
insert into authenticator as a (federation_id, person_id, secret_sealed, begun_at, confirmed_at, last_step) values ($, $, $, $, null, 0) on conflict (federation_id, person_id) do update set secret_sealed = excluded.secret_sealed, begun_at = excluded.begun_at where a.confirmed_at is null;

-- src/engines/identity/credential.sql.ts spendStep
update authenticator set last_step = $::bigint, confirmed_at = case when $ then coalesce(confirmed_at, $) else confirmed_at end where federation_id = $ and person_id = $ and last_step < $::bigint;

-- src/engines/identity/credential.sql.ts deleteAuthenticator
delete from recovery_code where federation_id = $ and person_id = $;

-- src/engines/identity/credential.sql.ts deleteAuthenticator
delete from authenticator where federation_id = $ and person_id = $;

-- src/engines/identity/credential.sql.ts writeRecoveryCodes
delete from recovery_code where federation_id = $ and person_id = $;

-- src/engines/identity/credential.sql.ts writeRecoveryCodes
insert into recovery_code (federation_id, person_id, code_hash, used_at) select $, $, x, null from unnest($::bytea[]) x;

-- src/engines/identity/credential.sql.ts hasRecoveryCode
select 1 from recovery_code where federation_id = $ and person_id = $ and code_hash = $ and used_at is null;

-- src/engines/identity/credential.sql.ts spendRecoveryCode
update recovery_code set used_at = $ where federation_id = $ and person_id = $ and code_hash = $ and used_at is null;

-- src/engines/identity/credential.sql.ts findSafety
select exists (select 1 from password where federation_id = $ and person_id = $) as password, exists (select 1 from authenticator where federation_id = $ and person_id = $ and confirmed_at is not null) as totp, (select count(*)::int from recovery_code where federation_id = $ and person_id = $ and used_at is null) as "recoveryCodesLeft";

-- src/engines/identity/credential.sql.ts deleteCredentials
delete from password_past where federation_id = $ and person_id = $;

-- src/engines/identity/credential.sql.ts deleteCredentials
delete from password where federation_id = $ and person_id = $;

-- src/engines/identity/credential.sql.ts deleteCredentials
delete from vendor_account where federation_id = $ and person_id = $;

-- src/engines/identity/credential.sql.ts deleteCredentials
delete from session where federation_id = $ and person_id = $;

-- src/engines/identity/first-administrator.sql.ts hasAdministrator
select 1 from federation f where exists (select 1 from office_holding o where o.federation_id = f.federation_id and o.office = any($::text[]) and (o.to_date is null or o.to_date >= $::date)) limit 1;

-- src/engines/identity/first-administrator.sql.ts writeLink
delete from first_administrator_link where used_at is null;

-- src/engines/identity/first-administrator.sql.ts writeLink
insert into first_administrator_link (token_hash, made_at, expires_at, used_at) values ($, $, $, null);

-- src/engines/identity/first-administrator.sql.ts isOpen
select 1 from first_administrator_link where token_hash = $ and used_at is null and expires_at > $;

-- src/engines/identity/first-administrator.sql.ts takeLink
update first_administrator_link set used_at = $ where token_hash = $ and used_at is null and expires_at > $;

-- src/engines/identity/first-administrator.sql.ts selectFederations
select federation_id as id from federation order by founded_at, federation_id limit 2;

-- src/engines/identity/gate.sql.ts reserveTry
insert into sign_in_gate as g (gate, tries, last_at, locked_until) values ($, 1, $, $) on conflict (gate) do update set tries = $, last_at = excluded.last_at, locked_until = case when $ >= $::int then $::timestamptz end where g.locked_until is null or g.locked_until <= excluded.last_at returning g.tries;

-- src/engines/identity/gate.sql.ts reserveTry
select locked_until from sign_in_gate where gate = $;

-- src/engines/identity/gate.sql.ts clearGate
delete from sign_in_gate where gate = $;

-- src/engines/identity/gate.sql.ts sweep
delete from sign_in_gate where gate = any(array(select gate from sign_in_gate where last_at < $ limit $));

-- src/engines/identity/gate.sql.ts sweep
delete from one_time_code where phone_lookup = any(array(select phone_lookup from one_time_code where sent_at < $ limit $));

-- src/engines/identity/gate.sql.ts sweep
delete from sign_in_ticket where token_hash = any(array(select token_hash from sign_in_ticket where expires_at < $ limit $));

-- src/engines/identity/session.sql.ts insertSessions
insert into session (federation_id, id, person_id, token_hash, app, method, second_factor, device, begun_at, seen_at) select $, x.id, x.person, x.token, x.app, x.method, x.second, x.device, x.begun, x.seen from unnest($::uuid[], $::uuid[], $::bytea[], $::text[], $::text[], $::bool[], $::text[], $::timestamptz[], $::timestamptz[]) as x(id, person, token, app, method, second, device, begun, seen);

-- src/engines/identity/session.sql.ts deleteBeyond
delete from session where federation_id = $ and person_id = $ and id in ( select id from session where federation_id = $ and person_id = $ and ($::text is null or app = $::text) order by id = $::uuid desc, seen_at desc, begun_at desc offset $);

-- src/engines/identity/session.sql.ts selectSessions
select id, app, device, begun_at as "begunAt", date_trunc('hour', seen_at) as "seenAt" from session where federation_id = $ and person_id = $ order by seen_at desc, id limit $;

-- src/engines/identity/session.sql.ts deleteSession
delete from session where federation_id = $ and person_id = $ and id = $;

-- src/engines/identity/session.sql.ts deleteSessions
delete from session where federation_id = $ and person_id = $ and ($::uuid is null or id <> $::uuid) and ($::text is null or app = $::text);

-- src/engines/identity/session.sql.ts markSecondFactor
update session set second_factor = true where federation_id = $ and id = $;

-- src/engines/identity/session.sql.ts clearSecondFactor
update session set second_factor = false where federation_id = $ and person_id = $;

-- src/engines/identity/session.sql.ts findBegun
select begun_at from session where federation_id = $ and person_id = $ and id = $;

-- src/engines/identity/session.sql.ts moveSeen
update session s set seen_at = x.at from (select * from unnest($::uuid[], $::timestamptz[]) as y(id, at) order by y.id) x where s.federation_id = $ and s.id = x.id and s.seen_at < x.at;

-- src/engines/identity/session.sql.ts sweepSessions
delete from session s using (select federation_id, id from session where seen_at < $ limit $) x where s.federation_id = x.federation_id and s.id = x.id;

-- src/engines/identity/session.sql.ts insertTicket
insert into sign_in_ticket (token_hash, federation_id, person_id, phone_lookup, method, app, device, expires_at) values ($, $, $, $, $, $, $, $);

-- src/engines/identity/session.sql.ts findTicket
select federation_id as "federationId", person_id as "personId", phone_lookup as "phoneLookup", method, app, device from sign_in_ticket where token_hash = $ and expires_at > $;

-- src/engines/identity/session.sql.ts takeTicket
delete from sign_in_ticket where token_hash = $ and expires_at > $;

-- src/engines/identity/vendor.sql.ts insertBinding
insert into vendor_account (federation_id, id, person_id, vendor, account_lookup, bound_by, bound_at, ended_at) values ($, $, $, $, $, $, $, null) on conflict do nothing;

-- src/engines/identity/vendor.sql.ts findBoundPerson
select person_id as id from vendor_account where federation_id = $ and vendor = $ and account_lookup = $ and ended_at is null;

-- src/engines/identity/vendor.sql.ts wasTakenAway
select 1 from vendor_account where federation_id = $ and vendor = $ and account_lookup = $ and ended_at is not null limit 1;

-- src/engines/identity/vendor.sql.ts selectBindings
select vendor, bound_by as "boundBy", bound_at as "boundAt" from vendor_account where federation_id = $ and person_id = $ and ended_at is null order by vendor;

-- src/engines/identity/vendor.sql.ts endBinding
update vendor_account set ended_at = $ where federation_id = $ and person_id = $ and vendor = $ and ended_at is null;

-- src/engines/identity/vendor.sql.ts deleteVendorSessions
delete from session where federation_id = $ and person_id = $ and method = $ and id <> $;

-- src/engines/identity/vendor.sql.ts selectVendorScopes
select u.federation_id as "federationId", u.path from federation f join union_unit u on u.federation_id = f.federation_id and (case when $::text is null then u.id = f.federation_id else u.code = $::text end) limit 2;

-- src/engines/ledger/accounts.sql.ts selectBookFor
SELECT {bookColumns} FROM ledger_book b WHERE b.federation_id = $::uuid AND b.union_id = $::uuid AND b.purpose = $;

-- src/engines/ledger/accounts.sql.ts selectBook
SELECT {bookColumns} FROM ledger_book b WHERE b.federation_id = $::uuid AND b.id = $::uuid;

-- src/engines/ledger/accounts.sql.ts insertBook
INSERT INTO ledger_book (federation_id, id, union_id, purpose, commodity, begins, closed_through, last_account, opened_at) VALUES ($::uuid, $::uuid, $::uuid, $, $, $, NULL, 0, $::timestamptz) ON CONFLICT (federation_id, union_id, purpose) DO NOTHING RETURNING id;

-- src/engines/ledger/accounts.sql.ts takeNumbers
UPDATE ledger_book SET last_account = last_account + $::int WHERE federation_id = $::uuid AND id = $::uuid RETURNING last_account - $::int + 1 AS first;

-- src/engines/ledger/accounts.sql.ts insertAccounts
WITH account AS ( INSERT INTO ledger_account (federation_id, book_id, no, code, zh, en, kind, side, floored, heading, parent_no, subject_kind, subject_id, opened_at) SELECT $::uuid, $::uuid, r.no, r.code, r.zh, r.en, r.kind, r.side, r.floored, r.heading, r."parentNo", r."subjectKind", r."subjectId", $::timestamptz FROM jsonb_to_recordset($::jsonb) AS r( no int, code text, zh text, en text, kind text, side text, floored boolean, heading boolean, "parentNo" int, "subjectKind" text, "subjectId" uuid) RETURNING no, floored), balance AS ( INSERT INTO ledger_balance (federation_id, book_id, no, amount, held) SELECT $::uuid, $::uuid, no, 0, 0 FROM account WHERE floored) INSERT INTO ledger_unsealed (federation_id, book_id, id, journal_ids, account_nos) SELECT $::uuid, $::uuid, $::uuid, '{}', array_agg(no ORDER BY no) FROM account HAVING count(*) > 0;

-- src/engines/ledger/accounts.sql.ts selectByCodes
SELECT {accountColumns} FROM ledger_account a WHERE a.federation_id = $::uuid AND a.book_id = $::uuid AND a.code = ANY ($::text[]);

-- src/engines/ledger/accounts.sql.ts selectByNumbers
SELECT {accountColumns} FROM ledger_account a WHERE a.federation_id = $::uuid AND a.book_id = $::uuid AND a.no = ANY ($::int[]);

-- src/engines/ledger/accounts.sql.ts selectChart
SELECT {accountColumns}, a.closed_on IS NOT NULL AS closed FROM ledger_account a WHERE a.federation_id = $::uuid AND a.book_id = $::uuid AND a.subject_id IS NULL ORDER BY a.code COLLATE "C" LIMIT 2000;

-- src/engines/ledger/accounts.sql.ts selectOfSubjects
SELECT a.no, a.subject_id AS "subjectId" FROM ledger_account a WHERE a.federation_id = $::uuid AND a.book_id = $::uuid AND a.parent_no = $::int AND a.subject_id = ANY ($::uuid[]);

-- src/engines/ledger/accounts.sql.ts selectWhose
SELECT a.book_id AS "bookId", a.no, b.commodity, p.zh AS "parentZh", p.en AS "parentEn" FROM ledger_account a JOIN ledger_book b ON b.federation_id = a.federation_id AND b.id = a.book_id JOIN ledger_account p ON p.federation_id = a.federation_id AND p.book_id = a.book_id AND p.no = a.parent_no WHERE a.federation_id = $::uuid AND a.subject_id = $::uuid AND a.subject_kind = $ ORDER BY a.book_id, a.no LIMIT 500;

-- src/engines/ledger/accounts.sql.ts endAccount
UPDATE ledger_account SET closed_on = $::date WHERE federation_id = $::uuid AND book_id = $::uuid AND no = $::int AND closed_on IS NULL RETURNING no;

-- src/engines/ledger/chain.sql.ts lockChain
SELECT pg_advisory_xact_lock(hashtextextended($, 0));

-- src/engines/ledger/chain.sql.ts selectQueue
SELECT id, "journalIds", "accountNos" FROM ( SELECT q.id, q.journal_ids::text[] AS "journalIds", q.account_nos AS "accountNos", sum(cardinality(q.journal_ids) + cardinality(q.account_nos)) OVER (ORDER BY q.id) AS upto, row_number() OVER (ORDER BY q.id) AS n FROM (SELECT u.id, u.journal_ids, u.account_nos FROM ledger_unsealed u WHERE u.federation_id = $::uuid AND u.book_id = $::uuid ORDER BY u.id LIMIT $) AS q) AS first WHERE upto <= $ OR n = 1 ORDER BY id;

-- src/engines/ledger/chain.sql.ts selectJournalForms
SELECT j.id, j.key, encode(j.body_hash, 'hex') AS "bodyHash", j.made_by AS "madeBy", j.checked_by AS "checkedBy", $ AS "postedAt" FROM ledger_journal j WHERE j.federation_id = $::uuid AND j.id = ANY ($::uuid[]);

-- src/engines/ledger/chain.sql.ts selectBlocks
SELECT {blockColumns} FROM ledger_block b WHERE b.federation_id = $::uuid AND b.book_id = $::uuid AND b.block > $::bigint ORDER BY b.block LIMIT $;

-- src/engines/ledger/chain.sql.ts selectBlockOf
SELECT {blockColumns} FROM ledger_block b WHERE b.federation_id = $::uuid AND b.book_id = $::uuid AND $::uuid = ANY (b.journal_ids) LIMIT 1;

-- src/engines/ledger/chain.sql.ts selectHead
SELECT b.block::text AS block, encode(b.hash, 'hex') AS hash, $ AS "sealedAt" FROM ledger_block b WHERE b.federation_id = $::uuid AND b.book_id = $::uuid ORDER BY b.block DESC LIMIT 1;

-- src/engines/ledger/chain.sql.ts insertBlock
WITH sealed AS ( DELETE FROM ledger_unsealed WHERE federation_id = $::uuid AND book_id = $::uuid AND id = ANY ($::uuid[])) INSERT INTO ledger_block (federation_id, book_id, block, prev_hash, account_nos, journal_ids, leaves, root, hash, sealed_at) VALUES ($::uuid, $::uuid, $::bigint, decode($, 'hex'), $::int[], $::uuid[], $::bytea, decode($, 'hex'), decode($, 'hex'), $::timestamptz);

-- src/engines/ledger/chain.sql.ts selectWaitingBooks
SELECT DISTINCT u.federation_id::text AS "federationId", u.book_id::text AS "bookId" FROM ledger_unsealed u LIMIT 10000;

-- src/engines/ledger/holds.sql.ts insertHolds
INSERT INTO ledger_hold (federation_id, id, book_id, from_no, to_no, amount, key, body_hash, summary, document_kind, document_id, state, expires_at, made_by, made_at) SELECT $::uuid, r.id, r."bookId", r."from", r."to", r.amount, r.key, decode(r."bodyHash", 'hex'), r.summary, r."documentKind", r."documentId", 'open', r."expiresAt", r."madeBy", $::timestamptz FROM jsonb_to_recordset($::jsonb) AS r(id uuid, "bookId" uuid, "from" int, "to" int, amount bigint, key text, "bodyHash" text, summary text, "documentKind" text, "documentId" text, "expiresAt" timestamptz, "madeBy" uuid) ON CONFLICT (federation_id, key) DO NOTHING RETURNING id;

-- src/engines/ledger/holds.sql.ts selectHoldsByKey
SELECT $ FROM ledger_hold h WHERE h.federation_id = $::uuid AND h.key = ANY ($::text[]);

-- src/engines/ledger/holds.sql.ts lockHolds
SELECT $ FROM ledger_hold h WHERE h.federation_id = $::uuid AND h.id = ANY ($::uuid[]) ORDER BY h.id FOR UPDATE;

-- src/engines/ledger/holds.sql.ts lockExpired
SELECT $ FROM ledger_hold h WHERE h.federation_id = $::uuid AND h.state = 'open' AND h.expires_at <= $::timestamptz ORDER BY h.expires_at, h.id LIMIT $ FOR UPDATE SKIP LOCKED;

-- src/engines/ledger/holds.sql.ts endHolds
UPDATE ledger_hold h SET state = $, ended_at = $::timestamptz, journal_id = e.journal_id FROM unnest($::uuid[], $::uuid[]) AS e(id, journal_id) WHERE h.federation_id = $::uuid AND h.id = e.id AND h.state = 'open';

-- src/engines/ledger/holds.sql.ts selectFederationsWithExpired
SELECT DISTINCT h.federation_id::text AS id FROM ledger_hold h WHERE h.state = 'open' AND h.expires_at <= $::timestamptz LIMIT 10000;

-- src/engines/ledger/journals.sql.ts selectJournals
SELECT $, $ FROM ledger_journal j WHERE j.federation_id = $::uuid AND j.id = ANY ($::uuid[]);

-- src/engines/ledger/journals.sql.ts selectReversals
SELECT j.id, j.key, j.on_day AS on, j.reverses FROM ledger_journal j WHERE j.federation_id = $::uuid AND j.reverses = ANY ($::uuid[]);

-- src/engines/ledger/journals.sql.ts selectOfDocument
SELECT j.id FROM ledger_journal j WHERE j.federation_id = $::uuid AND j.document_kind = $ AND j.document_id = $ ORDER BY j.id LIMIT $;

-- src/engines/ledger/periods.sql.ts selectTotals
SELECT count(DISTINCT m.journal_id) AS journals, coalesce(sum(m.amount), 0)::numeric::text AS moved FROM ledger_move m WHERE m.federation_id = $::uuid AND m.book_id = $::uuid AND m.on_day >= $::date AND m.on_day <= $::date;

-- src/engines/ledger/periods.sql.ts insertCarried
INSERT INTO ledger_carried (federation_id, book_id, month, no, balance) SELECT $::uuid, $::uuid, $, no, sum(x)::bigint FROM ( SELECT c.no, c.balance AS x FROM ledger_carried c WHERE c.federation_id = $::uuid AND c.book_id = $::uuid AND c.month = $ UNION ALL SELECT m.to_no, m.amount FROM ledger_move m WHERE $ UNION ALL SELECT m.from_no, -m.amount FROM ledger_move m WHERE $) AS sides GROUP BY no HAVING sum(x) <> 0;

-- src/engines/ledger/periods.sql.ts deleteCarried
DELETE FROM ledger_carried WHERE federation_id = $::uuid AND book_id = $::uuid AND month = $;

-- src/engines/ledger/periods.sql.ts insertPeriod
WITH closed AS ( INSERT INTO ledger_period (federation_id, book_id, month, journals, moved, closed_at, closed_by) VALUES ($::uuid, $::uuid, $, $::bigint, $::numeric, $::timestamptz, $::uuid)) UPDATE ledger_book SET closed_through = $ WHERE federation_id = $::uuid AND id = $::uuid;

-- src/engines/ledger/periods.sql.ts deletePeriod
WITH opened AS (DELETE FROM ledger_period WHERE federation_id = $::uuid AND book_id = $::uuid AND month = $) UPDATE ledger_book SET closed_through = $ WHERE federation_id = $::uuid AND id = $::uuid;

-- src/engines/ledger/periods.sql.ts selectPeriods
SELECT p.month, p.journals, p.moved::text AS moved, p.closed_at AS "closedAt", p.closed_by AS "closedBy", p.sealed_at AS "sealedAt", p.sealed_block AS "sealedBlock" FROM ledger_period p WHERE p.federation_id = $::uuid AND p.book_id = $::uuid ORDER BY p.month DESC LIMIT 600;

-- src/engines/ledger/periods.sql.ts sealMonth
UPDATE ledger_period SET sealed_at = $::timestamptz, sealed_block = $::bigint, sealed_hash = decode($, 'hex') WHERE federation_id = $::uuid AND book_id = $::uuid AND month = $;

-- src/engines/ledger/posting.sql.ts lockBooks
SELECT $(hashtextextended('ledger_book ' || $ || ' ' || b.id, 0)) FROM unnest($::text[]) WITH ORDINALITY AS b(id, n) ORDER BY b.n;

-- src/engines/ledger/posting.sql.ts lockBalances
SELECT b.no, b.amount, b.held FROM ledger_balance b WHERE b.federation_id = $::uuid AND b.book_id = $::uuid AND b.no = ANY ($::int[]) ORDER BY b.no FOR UPDATE;

-- src/engines/ledger/posting.sql.ts lockStandings
SELECT a.book_id AS "bookId", a.no, a.code, a.zh, a.side, a.heading, a.closed_on IS NOT NULL AS closed, k.begins, k.closed_through AS "closedThrough" FROM ledger_account a JOIN ledger_book k ON k.federation_id = a.federation_id AND k.id = a.book_id WHERE a.federation_id = $::uuid AND a.book_id = $::uuid AND a.no = ANY ($::int[]);

-- src/engines/ledger/posting.sql.ts changeBalances
UPDATE ledger_balance SET $ = $ + ($::jsonb ->> no::text)::bigint WHERE federation_id = $::uuid AND book_id = $::uuid AND no = ANY ($::int[]);

-- src/engines/ledger/posting.sql.ts insertJournals
WITH journal AS ( INSERT INTO ledger_journal (federation_id, id, book_id, on_day, key, body_hash, summary, document_kind, document_id, made_by, checked_by, reverses, posted_at) SELECT $::uuid, g.id, g.book_id, g.on_day, g.key, g.body_hash, g.summary, g.kind, g.document, $::uuid, $::uuid, g.reverses, $::timestamptz FROM unnest($::uuid[], $::uuid[], $::date[], $::text[], $::bytea[], $::text[], $::text[], $::text[], $::uuid[]) AS g(id, book_id, on_day, key, body_hash, summary, kind, document, reverses) ON CONFLICT ON CONSTRAINT ledger_journal_key DO NOTHING RETURNING id, book_id), move AS ( INSERT INTO ledger_move (federation_id, book_id, on_day, journal_id, n, from_no, to_no, amount, red, tags) SELECT $::uuid, m.* FROM unnest($::uuid[], $::date[], $::uuid[], $::smallint[], $::int[], $::int[], $::bigint[], $::boolean[], $::jsonb[]) AS m(book_id, on_day, journal_id, n, from_no, to_no, amount, red, tags) WHERE (m.journal_id IN (SELECT id FROM journal)) IS TRUE), queue AS ( INSERT INTO ledger_unsealed (federation_id, book_id, id, journal_ids, account_nos) SELECT $::uuid, j.book_id, $::uuid, array_agg(j.id ORDER BY j.id), '{}' FROM journal j GROUP BY j.book_id) SELECT id FROM journal;

-- src/engines/ledger/posting.sql.ts selectByKeys
SELECT j.key, j.id, encode(j.body_hash, 'hex') AS "bodyHash" FROM ledger_journal j WHERE j.federation_id = $::uuid AND j.key = ANY ($::text[]);

-- src/engines/ledger/reports.sql.ts selectBalances
SELECT no, sum(x)::bigint AS debit FROM ( SELECT c.no, c.balance AS x FROM ledger_carried c WHERE c.federation_id = $::uuid AND c.book_id = $::uuid AND c.month = $ $ UNION ALL SELECT m.to_no, m.amount FROM ledger_move m WHERE $ $ $ UNION ALL SELECT m.from_no, -m.amount FROM ledger_move m WHERE $ $ $) AS sides GROUP BY no ORDER BY no LIMIT 1000000;

-- src/engines/ledger/reports.sql.ts selectGuarded
SELECT b.no, b.amount, b.held FROM ledger_balance b WHERE b.federation_id = $::uuid AND b.book_id = $::uuid AND b.no = ANY ($::int[]) ORDER BY b.no;

-- src/engines/ledger/reports.sql.ts selectStatement
SELECT l.on_day AS on, l.journal_id AS "journalId", l.n, l.against, l.debit, l.red, j.summary, j.document_kind AS "documentKind", j.document_id AS "documentId" FROM ((SELECT m.on_day, m.journal_id, m.n, m.from_no AS against, m.amount AS debit, m.red FROM ledger_move m WHERE $ AND m.to_no = $::int $) UNION ALL (SELECT m.on_day, m.journal_id, m.n, m.to_no, -m.amount, m.red FROM ledger_move m WHERE $ AND m.from_no = $::int $)) AS l JOIN ledger_journal j ON j.federation_id = $::uuid AND j.id = l.journal_id ORDER BY l.on_day, l.journal_id, l.n LIMIT $;

-- src/engines/ledger/reports.sql.ts selectDayUpTo
SELECT coalesce(sum(x), 0)::bigint AS debit FROM ( SELECT m.amount AS x FROM ledger_move m WHERE {where} AND m.to_no = $::int UNION ALL SELECT -m.amount FROM ledger_move m WHERE {where} AND m.from_no = $::int) AS sides;

-- src/engines/ledger/reports.sql.ts moved
SELECT m.from_no, m.to_no, m.amount, m.red, m.tags FROM ledger_move m WHERE {own(tx, bookId)} AND m.on_day >= $::date AND m.on_day <= $::date;

-- src/engines/ledger/reports.sql.ts chartOf
SELECT a.no, CASE WHEN a.subject_id IS NULL THEN a.no ELSE a.parent_no END, $ FROM ledger_account a WHERE a.federation_id = $::uuid AND a.book_id = $::uuid;

-- src/engines/ledger/reports.sql.ts selectTurnover
WITH moved AS ({moved(tx, bookId, from, to)}) SELECT chart_no AS no, sum(debit)::bigint AS debit, sum(credit)::bigint AS credit FROM ( SELECT no, max(chart_no) AS chart_no, sum(debit) AS debit, sum(credit) AS credit, count(debit) AS moves FROM ( SELECT t.no, NULL::int AS chart_no, t.debit, t.credit FROM $ AS t UNION ALL {chartOf(tx, bookId, sql`NULL, NULL`)}) AS both_sides GROUP BY no) AS each WHERE moves > 0 GROUP BY chart_no ORDER BY chart_no LIMIT 2000;

-- src/engines/ledger/reports.sql.ts selectChartBalances
SELECT chart_no AS no, sum(x)::bigint AS debit FROM ( SELECT no, max(chart_no) AS chart_no, sum(x) AS x FROM ( SELECT c.no, NULL::int AS chart_no, c.balance AS x FROM ledger_carried c WHERE c.federation_id = $::uuid AND c.book_id = $::uuid AND c.month = $ UNION ALL SELECT m.to_no, NULL, m.amount FROM ledger_move m WHERE $ UNION ALL SELECT m.from_no, NULL, -m.amount FROM ledger_move m WHERE $ UNION ALL {chartOf(tx, s.bookId, sql`NULL`)}) AS sides GROUP BY no) AS each GROUP BY chart_no HAVING count(x) > 0 ORDER BY chart_no LIMIT 2000;

-- src/engines/ledger/reports.sql.ts selectSums
WITH moved AS ({moved(tx, bookId, from, to)}), each AS (SELECT t.no, $ AS value, sum(t.debit) AS debit, sum(t.credit) AS credit FROM $ AS t GROUP BY 1, 2) SELECT kind, value, sum(debit)::bigint AS debit, sum(credit)::bigint AS credit FROM ( SELECT max(kind) OVER (PARTITION BY no) AS kind, value, debit, credit FROM ( SELECT each.no, NULL AS kind, each.value, each.debit, each.credit FROM each UNION ALL SELECT a.no, a.kind, NULL, NULL, NULL FROM ledger_account a WHERE a.federation_id = $::uuid AND a.book_id = $::uuid) AS t) AS named WHERE debit IS NOT NULL GROUP BY kind, value ORDER BY kind, value LIMIT 10000;

-- src/engines/ledger/verify.sql.ts selectWhole
SELECT j.id, j.key, encode(j.body_hash, 'hex') AS "bodyHash", j.made_by AS "madeBy", j.checked_by AS "checkedBy", to_char(j.posted_at AT TIME ZONE 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.US"Z"') AS "postedAt", j.on_day AS on, j.summary, j.document_kind AS "documentKind", j.document_id AS "documentId", j.reverses, m.moves, m.count, m.tagged, m.sound FROM ledger_journal j CROSS JOIN LATERAL ( SELECT string_agg('[' || m.from_no || ',' || m.to_no || ',"' || m.amount || '"' || coalesce(',' || m.tags::text, '') || ']', ',' ORDER BY m.n) AS moves, count(*)::int AS count, coalesce(bool_or(m.tags IS NOT NULL), false) AS tagged, coalesce(bool_and(m.amount > 0 AND m.from_no <> m.to_no AND m.red = (j.reverses IS NOT NULL)) AND max(m.n) = count(*) AND min(m.n) = 1, false) AS sound FROM ledger_move m WHERE m.federation_id = j.federation_id AND m.book_id = j.book_id AND m.on_day = j.on_day AND m.journal_id = j.id) AS m WHERE j.federation_id = $::uuid AND j.book_id = $::uuid AND j.id = ANY ($::uuid[]);

-- src/engines/ledger/verify.sql.ts selectWaiting
SELECT u.id, u.journal_ids::text[] AS "journalIds", u.account_nos AS "accountNos" FROM ledger_unsealed u WHERE u.federation_id = $::uuid AND u.book_id = $::uuid AND u.id > $::uuid ORDER BY u.id LIMIT $;

-- src/engines/ledger/verify.sql.ts countRows
SELECT (SELECT count(*) FROM ledger_journal WHERE {where}) AS journals, (SELECT count(*) FROM ledger_move WHERE {where}) AS moves, (SELECT count(*) FROM ledger_account WHERE {where}) AS accounts;

-- src/engines/ledger/verify.sql.ts named
SELECT unnest({sql.ref(column)}) FROM ledger_block WHERE federation_id = $::uuid AND book_id = $::uuid UNION ALL SELECT unnest({sql.ref(column)}) FROM ledger_unsealed WHERE federation_id = $::uuid AND book_id = $::uuid;

-- src/engines/ledger/verify.sql.ts selectInserted
SELECT id::text FROM (SELECT j.id FROM ledger_journal j WHERE j.federation_id = $::uuid AND j.book_id = $::uuid EXCEPT ({named(tx, bookId, 'journal_ids')})) AS t ORDER BY id LIMIT $;

-- src/engines/ledger/verify.sql.ts selectInsertedAccounts
SELECT no FROM (SELECT a.no FROM ledger_account a WHERE a.federation_id = $::uuid AND a.book_id = $::uuid EXCEPT ({named(tx, bookId, 'account_nos')})) AS t ORDER BY no LIMIT $;

-- src/engines/ledger/verify.sql.ts selectLoose
SELECT DISTINCT m.journal_id::text AS id FROM ledger_move m WHERE m.federation_id = $::uuid AND m.book_id = $::uuid AND NOT EXISTS (SELECT 1 FROM ledger_journal j WHERE j.federation_id = m.federation_id AND j.id = m.journal_id AND j.book_id = m.book_id AND j.on_day = m.on_day) ORDER BY 1 LIMIT $;

-- src/engines/ledger/verify.sql.ts selectWrongBalances
SELECT no FROM ( SELECT a.no, 0::bigint AS debit, 0::bigint AS amount, 0 AS kept, CASE WHEN a.floored THEN 1 ELSE 0 END AS floored, CASE a.side WHEN 'debit' THEN 1 ELSE -1 END AS side FROM ledger_account a WHERE a.federation_id = $::uuid AND a.book_id = $::uuid UNION ALL SELECT b.no, 0, b.amount, 1, 0, 0 FROM ledger_balance b WHERE b.federation_id = $::uuid AND b.book_id = $::uuid UNION ALL SELECT m.to_no, m.amount, 0, 0, 0, 0 FROM ledger_move m WHERE $ UNION ALL SELECT m.from_no, -m.amount, 0, 0, 0, 0 FROM ledger_move m WHERE $) AS t GROUP BY no HAVING sum(kept) <> sum(floored) OR (sum(kept) = 1 AND (sum(amount) <> sum(side) * sum(debit) OR sum(amount) < 0)) ORDER BY no LIMIT $;

-- src/engines/ledger/verify.sql.ts selectWrongHeld
SELECT no FROM ( SELECT b.no, b.held AS x FROM ledger_balance b WHERE b.federation_id = $::uuid AND b.book_id = $::uuid UNION ALL SELECT h.from_no, -h.amount FROM ledger_hold h WHERE h.federation_id = $::uuid AND h.book_id = $::uuid AND h.state = 'open') AS t GROUP BY no HAVING sum(x) <> 0 ORDER BY no LIMIT $;

-- src/engines/ledger/verify.sql.ts selectDoubleKeys
SELECT min(j.book_id::text) AS "bookId", j.key AS id FROM ledger_journal j WHERE j.federation_id = $::uuid GROUP BY j.key HAVING count(*) > 1 ORDER BY j.key LIMIT $;

-- src/engines/ledger/verify.sql.ts carriedAgrees
SELECT c.no, {sql.lit(sign)} * c.balance AS x FROM ledger_carried c WHERE c.federation_id = $::uuid AND c.book_id = $::uuid AND c.month = $;

-- src/engines/ledger/verify.sql.ts carriedAgrees
SELECT NOT EXISTS (SELECT 1 FROM ( {carriedFrom(tx, m.before, 1)} UNION ALL SELECT m.to_no, m.amount FROM ledger_move m WHERE $ UNION ALL SELECT m.from_no, -m.amount FROM ledger_move m WHERE $ UNION ALL {carriedFrom(tx, m.month, -1)}) AS sides GROUP BY no HAVING sum(x) <> 0) AS agrees;

-- src/engines/ledger/verify.sql.ts selectSealedMonths
SELECT p.month, p.sealed_block::text AS block, encode(p.sealed_hash, 'hex') AS hash FROM ledger_period p WHERE p.federation_id = $::uuid AND p.book_id = $::uuid AND p.sealed_block > 0 ORDER BY p.month LIMIT 600;

-- src/engines/ledger/verify.sql.ts selectBookIds
SELECT b.id FROM ledger_book b WHERE b.federation_id = $::uuid ORDER BY b.id LIMIT 100000;

-- src/engines/notify/channels.sql.ts listChannels
SELECT {COLUMNS} FROM notify_channel c JOIN union_unit u ON u.federation_id = c.federation_id AND u.id = c.union_id WHERE c.federation_id = $ AND $ ORDER BY u.path, c.kind, c.name, c.id LIMIT 500;

-- src/engines/notify/channels.sql.ts findChannel
SELECT {COLUMNS} FROM notify_channel c JOIN union_unit u ON u.federation_id = c.federation_id AND u.id = c.union_id WHERE c.federation_id = $ AND c.id = $ AND $ {lock ? sql`FOR UPDATE OF c` : sql``};

-- src/engines/notify/channels.sql.ts countChannels
SELECT FROM union_unit WHERE federation_id = $ AND id = $ FOR NO KEY UPDATE;

-- src/engines/notify/channels.sql.ts countChannels
SELECT count(*)::int AS n FROM notify_channel WHERE federation_id = $ AND union_id = $;

-- src/engines/notify/channels.sql.ts insertChannel
INSERT INTO notify_channel (federation_id, id, union_id, kind, name, settings_sealed, shown, kinds, enabled, created_at, changed_at) VALUES ($, $, $, $, $, $, $, $::text[], $, $, $) ON CONFLICT DO NOTHING;

-- src/engines/notify/channels.sql.ts updateChannel
UPDATE notify_channel SET name = $, settings_sealed = $, shown = $::jsonb, kinds = $::text[], enabled = $, fault = '', fault_at = NULL, paused_until = NULL, changed_at = $ WHERE federation_id = $ AND id = $;

-- src/engines/notify/channels.sql.ts deleteChannel
UPDATE notify_delivery SET state = 'skipped', code = 'channelGone', lease = NULL, ended_at = $ WHERE federation_id = $ AND channel_id = $ AND state = 'waiting';

-- src/engines/notify/channels.sql.ts deleteChannel
DELETE FROM notify_channel WHERE federation_id = $ AND id = $;

-- src/engines/notify/channels.sql.ts lastTry
SELECT max(at) AS at FROM ( SELECT began_at AS at FROM notify_attempt WHERE federation_id = $ AND channel_id = $ AND kind = 'notify.try' AND began_at > $ UNION ALL SELECT queued_at FROM notify_delivery WHERE federation_id = $ AND channel_id = $ AND state IN ('waiting', 'sending') AND urgent) AS tries;

-- src/engines/notify/channels.sql.ts findWays
SELECT DISTINCT ON (g.id, c.kind) g.id AS "forUnion", c.id, c.kind, c.settings_sealed AS "settingsSealed" FROM notify_channel c JOIN union_unit u ON u.federation_id = c.federation_id AND u.id = c.union_id JOIN union_unit g ON g.federation_id = u.federation_id AND g.id = ANY($::uuid[]) AND starts_with(g.path, u.path) WHERE c.federation_id = $ AND c.enabled AND c.kind IN ('email', 'sms') ORDER BY g.id, c.kind, length(u.path) DESC;

-- src/engines/notify/channels.sql.ts findEnabled
SELECT id, kind, name, union_id AS "unionId", settings_sealed AS "settingsSealed" FROM notify_channel WHERE federation_id = $ AND id = ANY($::uuid[]) AND enabled;

-- src/engines/notify/choices.sql.ts listChoices
SELECT person_id AS "personId", kind_group AS "group", channel, mode FROM notify_choice WHERE federation_id = $ AND person_id = ANY($::uuid[]);

-- src/engines/notify/choices.sql.ts listHours
SELECT person_id AS "personId", quiet_from AS "quietFrom", quiet_to AS "quietTo", digest_at AS "digestAt" FROM notify_person WHERE federation_id = $ AND person_id = ANY($::uuid[]);

-- src/engines/notify/choices.sql.ts saveHours
INSERT INTO notify_person (federation_id, person_id, quiet_from, quiet_to, digest_at, next_digest_at, changed_at) VALUES ($, $, $, $, $, $, $) ON CONFLICT (federation_id, person_id) DO UPDATE SET quiet_from = excluded.quiet_from, quiet_to = excluded.quiet_to, digest_at = excluded.digest_at, next_digest_at = excluded.next_digest_at, changed_at = excluded.changed_at;

-- src/engines/notify/choices.sql.ts replaceChoices
DELETE FROM notify_choice WHERE federation_id = $ AND person_id = $;

-- src/engines/notify/choices.sql.ts replaceChoices
INSERT INTO notify_choice (federation_id, person_id, kind_group, channel, mode) SELECT $::uuid, $::uuid, g, c, m FROM unnest($::text[], $::text[], $::text[]) AS x(g, c, m);

-- src/engines/notify/choices.sql.ts saveChoice
INSERT INTO notify_choice (federation_id, person_id, kind_group, channel, mode) VALUES ($, $, $, $, $) ON CONFLICT (federation_id, person_id, kind_group, channel) DO UPDATE SET mode = excluded.mode;

-- src/engines/notify/choices.sql.ts undigest
UPDATE notify_delivery SET digest = false WHERE federation_id = $ AND person_id = $ AND digest AND state = 'waiting';

-- src/engines/notify/choices.sql.ts personExists
SELECT FROM person WHERE federation_id = $ AND id = $;

-- src/engines/notify/choices.sql.ts forget
DELETE FROM notify_inbox WHERE federation_id = $ AND person_id = ANY($::uuid[]);

-- src/engines/notify/choices.sql.ts forget
DELETE FROM notify_choice WHERE federation_id = $ AND person_id = ANY($::uuid[]);

-- src/engines/notify/choices.sql.ts forget
DELETE FROM notify_person WHERE federation_id = $ AND person_id = ANY($::uuid[]);

-- src/engines/notify/choices.sql.ts forget
UPDATE notify_delivery SET state = 'skipped', code = 'noAddress', lease = NULL, ended_at = $ WHERE federation_id = $ AND person_id = ANY($::uuid[]) AND state = 'waiting';

-- src/engines/notify/claim.sql.ts listDueFederations
SELECT f.federation_id AS id FROM federation f WHERE EXISTS (SELECT FROM notify_delivery d WHERE $ AND NOT d.digest AND d.channel IN ('email', 'sms') AND d.urgent = true) OR EXISTS (SELECT FROM notify_delivery d WHERE $ AND NOT d.digest AND d.channel IN ('email', 'sms') AND d.urgent = false) OR EXISTS (SELECT FROM notify_delivery d WHERE $ AND d.channel_id IS NOT NULL) OR EXISTS (SELECT FROM notify_person p WHERE p.federation_id = f.federation_id AND p.next_digest_at <= $) LIMIT 1000;

-- src/engines/notify/claim.sql.ts claimPersonal
WITH due AS ( SELECT id FROM notify_delivery WHERE federation_id = $ AND state IN ('waiting', 'sending') AND NOT digest AND channel IN ('email', 'sms') AND urgent = $ AND due_at <= $ ORDER BY due_at, id LIMIT $ FOR UPDATE SKIP LOCKED) UPDATE notify_delivery d SET state = 'sending', lease = $, due_at = $, tries = d.tries + 1 FROM due WHERE d.federation_id = $ AND d.id = due.id AND d.state IN ('waiting', 'sending') AND d.due_at <= $ RETURNING {TAKEN};

-- src/engines/notify/claim.sql.ts lockGroupChannels
SELECT c.id, c.kind FROM notify_channel c WHERE c.federation_id = $ AND c.kind IN ('wecom', 'dingtalk', 'webhook') AND (c.paused_until IS NULL OR c.paused_until <= $) AND EXISTS (SELECT FROM notify_delivery d WHERE d.federation_id = c.federation_id AND d.channel_id = c.id AND d.state IN ('waiting', 'sending') AND d.due_at <= $) ORDER BY c.id LIMIT $ FOR UPDATE OF c SKIP LOCKED;

-- src/engines/notify/claim.sql.ts countTries
SELECT channel_id AS id, count(*)::int AS n FROM notify_attempt WHERE federation_id = $ AND channel_id = ANY($::uuid[]) AND began_at > $ GROUP BY channel_id;

-- src/engines/notify/claim.sql.ts claimGroup
WITH due AS ( SELECT picked.id FROM unnest($::uuid[], $::int[]) AS c(id, n) CROSS JOIN LATERAL ( SELECT d.id FROM notify_delivery d WHERE d.federation_id = $ AND d.channel_id = c.id AND d.state IN ('waiting', 'sending') AND d.channel IN ('wecom', 'dingtalk', 'webhook') AND d.due_at <= $ ORDER BY d.due_at, d.id LIMIT c.n FOR UPDATE SKIP LOCKED) AS picked) UPDATE notify_delivery d SET state = 'sending', lease = $, due_at = $, tries = d.tries + 1 FROM due WHERE d.federation_id = $ AND d.id = due.id AND d.state IN ('waiting', 'sending') AND d.due_at <= $ RETURNING {TAKEN};

-- src/engines/notify/claim.sql.ts claimOrphans
WITH due AS ( SELECT d.id FROM notify_delivery d WHERE d.federation_id = $ AND d.channel_id IS NOT NULL AND d.channel IN ('wecom', 'dingtalk', 'webhook') AND d.state IN ('waiting', 'sending') AND d.due_at <= $ AND NOT EXISTS (SELECT FROM notify_channel c WHERE c.federation_id = d.federation_id AND c.id = d.channel_id) LIMIT $ FOR UPDATE SKIP LOCKED) UPDATE notify_delivery d SET state = 'sending', lease = $, due_at = $, tries = d.tries + 1 FROM due WHERE d.federation_id = $ AND d.id = due.id AND d.state IN ('waiting', 'sending') AND d.due_at <= $ RETURNING {TAKEN};

-- src/engines/notify/claim.sql.ts lockDigestPeople
WITH due AS ( SELECT person_id FROM notify_person WHERE federation_id = $ AND next_digest_at <= $ ORDER BY person_id LIMIT $ FOR UPDATE SKIP LOCKED) UPDATE notify_person p SET next_digest_at = $ FROM due WHERE p.federation_id = $ AND p.person_id = due.person_id RETURNING p.person_id AS id;

-- src/engines/notify/claim.sql.ts claimDigest
UPDATE notify_delivery d SET state = 'sending', lease = $, due_at = $, tries = d.tries + 1 WHERE d.federation_id = $ AND d.person_id = ANY($::uuid[]) AND d.digest AND d.state IN ('waiting', 'sending') AND d.due_at <= $ RETURNING {TAKEN};

-- src/engines/notify/claim.sql.ts setNextDigest
UPDATE notify_person p SET next_digest_at = x.at FROM unnest($::uuid[], $::timestamptz[]) AS x(id, at) WHERE p.federation_id = $ AND p.person_id = x.id AND p.next_digest_at IS NOT NULL;

-- src/engines/notify/claim.sql.ts loadMessages
SELECT id, kind, kind_group AS "group", title_code AS "titleCode", title_zh AS "titleZh", title_en AS "titleEn", body_zh AS "bodyZh", body_en AS "bodyEn", secret_sealed AS "secretSealed", link, union_id AS "unionId", calls, thread, told_at AS "toldAt" FROM notify_message WHERE federation_id = $ AND id = ANY($::uuid[]);

-- src/engines/notify/claim.sql.ts loseTries
UPDATE notify_attempt SET state = 'lost', ended_at = $ WHERE federation_id = $ AND delivery_id = ANY($::uuid[]) AND state = 'sending';

-- src/engines/notify/claim.sql.ts insertAttempts
INSERT INTO notify_attempt (federation_id, id, delivery_id, channel, channel_id, union_id, kind, address_masked, number, state, code, began_at, ended_at) SELECT $::uuid, x.id, x."deliveryId", x.channel, x."channelId", x."unionId", x.kind, x.address, x.number, CASE WHEN x.left_out IS NULL THEN 'sending' ELSE 'failed' END, coalesce(x.left_out, ''), $, CASE WHEN x.left_out IS NULL THEN NULL ELSE $::timestamptz END FROM jsonb_to_recordset($::jsonb) AS x(id uuid, "deliveryId" uuid, channel text, "channelId" uuid, "unionId" uuid, kind text, address text, number smallint, left_out text);

-- src/engines/notify/finish.sql.ts settle
UPDATE notify_delivery d SET state = x.state, code = x.code, due_at = x.due, lease = NULL, tries = greatest(0, d.tries - 1), ended_at = CASE WHEN x.state = 'waiting' THEN NULL ELSE $::timestamptz END, address_sealed = CASE WHEN x.state = 'skipped' THEN NULL ELSE d.address_sealed END FROM unnest($::uuid[], $::text[], $::text[], $::timestamptz[]) AS x(id, state, code, due) WHERE d.federation_id = $ AND d.id = x.id;

-- src/engines/notify/finish.sql.ts finish
UPDATE notify_attempt a SET state = CASE WHEN x.state = 'sent' THEN 'sent' ELSE 'failed' END, code = x.code, ended_at = $ FROM unnest($::uuid[], $::text[], $::text[]) AS x(id, state, code) WHERE a.federation_id = $ AND a.id = x.id;

-- src/engines/notify/finish.sql.ts finish
UPDATE notify_delivery d SET state = x.state, code = x.code, due_at = x.due, lease = NULL, tries = d.tries - x.uncounted::int, ended_at = CASE WHEN x.state = 'waiting' THEN NULL ELSE $::timestamptz END, address_sealed = CASE WHEN x.state = 'sent' THEN NULL ELSE d.address_sealed END FROM unnest($::uuid[], $::text[], $::text[], $::timestamptz[], $::boolean[]) AS x(id, state, code, due, uncounted) WHERE d.federation_id = $ AND d.id = x.id AND d.lease = $;

-- src/engines/notify/finish.sql.ts forgetSecrets
UPDATE notify_message SET secret_sealed = NULL WHERE federation_id = $ AND id = ANY($::uuid[]);

-- src/engines/notify/finish.sql.ts noteChannels
UPDATE notify_channel c SET fault = x.fault, fault_at = CASE WHEN x.fault = '' THEN NULL ELSE $::timestamptz END, paused_until = coalesce(x.paused, c.paused_until) FROM unnest($::uuid[], $::text[], $::timestamptz[]) AS x(id, fault, paused) WHERE c.federation_id = $ AND c.id = x.id AND (c.fault <> x.fault OR x.paused IS NOT NULL);

-- src/engines/notify/finish.sql.ts giveBack
UPDATE notify_delivery SET state = 'waiting', lease = NULL, due_at = $, tries = greatest(0, tries - 1) WHERE federation_id = $ AND id = ANY($::uuid[]) AND lease = $;

-- src/engines/notify/finish.sql.ts giveBack
DELETE FROM notify_attempt WHERE federation_id = $ AND id = ANY($::uuid[]) AND state = 'sending';

-- src/engines/notify/finish.sql.ts showSms
INSERT INTO notify_visible (federation_id, id, address_masked, body, sent_at) VALUES ($, $, $, $, $);

-- src/engines/notify/finish.sql.ts showSms
DELETE FROM notify_visible WHERE federation_id = $ AND id IN ( SELECT id FROM notify_visible WHERE federation_id = $ ORDER BY sent_at DESC, id DESC OFFSET {MOST_VISIBLE});

-- src/engines/notify/finish.sql.ts listVisible
SELECT id, address_masked AS phone, body AS text, sent_at AS "sentAt" FROM notify_visible WHERE federation_id = $ ORDER BY sent_at DESC, id DESC LIMIT $;

-- src/engines/notify/inbox.sql.ts listInbox
SELECT {COLUMNS} FROM notify_inbox i JOIN notify_message m ON m.federation_id = i.federation_id AND m.id = i.message_id WHERE i.federation_id = $ AND i.person_id = $ $ $ ORDER BY i.told_at DESC, i.message_id DESC LIMIT $;

-- src/engines/notify/inbox.sql.ts listAfter
SELECT {COLUMNS} FROM notify_inbox i JOIN notify_message m ON m.federation_id = i.federation_id AND m.id = i.message_id WHERE i.federation_id = $ AND i.person_id = $ AND (i.told_at, i.message_id) > ($::timestamptz, $::uuid) ORDER BY i.told_at, i.message_id LIMIT $;

-- src/engines/notify/inbox.sql.ts findToldTo
SELECT i.person_id AS "personId", {COLUMNS} FROM notify_inbox i JOIN notify_message m ON m.federation_id = i.federation_id AND m.id = i.message_id WHERE i.federation_id = $ AND i.message_id = $ AND i.person_id = ANY($::uuid[]);

-- src/engines/notify/inbox.sql.ts countUnread
SELECT count(*)::int AS n FROM (SELECT FROM notify_inbox WHERE federation_id = $ AND person_id = $ AND read_at IS NULL LIMIT $) AS few;

-- src/engines/notify/inbox.sql.ts markRead
UPDATE notify_inbox SET read_at = $ WHERE federation_id = $ AND person_id = $ AND message_id = ANY($::uuid[]) AND read_at IS NULL;

-- src/engines/notify/inbox.sql.ts markAllRead
UPDATE notify_inbox SET read_at = $ WHERE federation_id = $ AND person_id = $ AND told_at <= $ AND read_at IS NULL;

-- src/engines/notify/live.sql.ts callOut
SELECT pg_notify($, t) FROM unnest($::text[]) AS t;

-- src/engines/notify/log.sql.ts listLines
SELECT a.id, a.delivery_id AS "deliveryId", a.channel, a.channel_id AS "channelId", c.name AS "channelName", a.union_id AS "unionId", u.name AS "unionName", a.kind, m.title_code AS "titleCode", a.address_masked AS address, a.number::int AS number, a.state, a.code, a.began_at AS "beganAt", a.ended_at AS "endedAt", d.state AS delivery, d.due_at AS "dueAt", to_char(a.began_at AT TIME ZONE 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.US"Z"') AS exact FROM notify_attempt a JOIN union_unit u ON u.federation_id = a.federation_id AND u.id = coalesce(a.union_id, a.federation_id) JOIN notify_delivery d ON d.federation_id = a.federation_id AND d.id = a.delivery_id JOIN notify_message m ON m.federation_id = d.federation_id AND m.id = d.message_id LEFT JOIN notify_channel c ON c.federation_id = a.federation_id AND c.id = a.channel_id WHERE a.federation_id = $ AND $ AND {conditions(f, before)} ORDER BY a.began_at DESC, a.id DESC LIMIT $;

-- src/engines/notify/log.sql.ts retry
UPDATE notify_delivery d SET state = 'waiting', code = '', tries = 0, due_at = $, queued_at = $, ended_at = NULL, digest = false WHERE d.federation_id = $ AND d.id = ANY($::uuid[]) AND d.state = 'dead' AND (d.person_id IS NOT NULL OR d.channel_id IS NOT NULL OR d.address_sealed IS NOT NULL) AND EXISTS (SELECT FROM notify_attempt a JOIN union_unit u ON u.federation_id = a.federation_id AND u.id = coalesce(a.union_id, a.federation_id) WHERE a.federation_id = d.federation_id AND a.delivery_id = d.id AND $);

-- src/engines/notify/log.sql.ts countDeliveries
SELECT (SELECT count(*)::int FROM (SELECT FROM notify_delivery WHERE federation_id = $ AND state IN ('waiting', 'sending') LIMIT 10000) AS w) AS waiting, (SELECT count(*)::int FROM (SELECT FROM notify_delivery WHERE federation_id = $ AND state = 'dead' LIMIT 10000) AS x) AS dead;

-- src/engines/notify/log.sql.ts sweep
DELETE FROM notify_attempt WHERE federation_id = $ AND id IN ( SELECT id FROM notify_attempt WHERE federation_id = $ AND began_at < $ LIMIT $);

-- src/engines/notify/log.sql.ts sweep
DELETE FROM notify_delivery WHERE federation_id = $ AND id IN ( SELECT d.id FROM notify_delivery d WHERE d.federation_id = $ AND d.ended_at < $ AND NOT EXISTS (SELECT FROM notify_attempt a WHERE a.federation_id = d.federation_id AND a.delivery_id = d.id) LIMIT $);

-- src/engines/notify/log.sql.ts sweep
UPDATE notify_delivery SET address_sealed = NULL WHERE federation_id = $ AND id IN ( SELECT id FROM notify_delivery WHERE federation_id = $ AND ended_at < $ AND address_sealed IS NOT NULL LIMIT $);

-- src/engines/notify/log.sql.ts sweep
DELETE FROM notify_visible WHERE federation_id = $ AND sent_at < $;

-- src/engines/notify/tell.sql.ts insertMessage
INSERT INTO notify_message (federation_id, id, key, content_hash, kind, kind_group, title_code, title_zh, title_en, body_code, body_zh, body_en, slots, secret_sealed, link, urgent, union_id, calls, thread, told_at) VALUES ($, $, $, $, $, $, $, $, $, $, $, $, $, $, $, $, $, $::uuid[], $, $) ON CONFLICT (federation_id, key) DO NOTHING;

-- src/engines/notify/tell.sql.ts findMessageByKey
SELECT id, content_hash AS "contentHash" FROM notify_message WHERE federation_id = $ AND key = $;

-- src/engines/notify/tell.sql.ts insertInbox
INSERT INTO notify_inbox (federation_id, person_id, message_id, told_at) SELECT $::uuid, p, $::uuid, m.told_at FROM unnest($::uuid[]) AS p, notify_message m WHERE m.federation_id = $ AND m.id = $ ON CONFLICT (federation_id, person_id, message_id) DO NOTHING RETURNING person_id;

-- src/engines/notify/tell.sql.ts listWays
SELECT DISTINCT kind FROM notify_channel WHERE federation_id = $ AND enabled AND kind IN ('email', 'sms');

-- src/engines/notify/tell.sql.ts insertPersonal
INSERT INTO notify_delivery (federation_id, id, message_id, channel, target, person_id, urgent, digest, state, due_at, queued_at) SELECT $::uuid, x.id, $::uuid, $, x.person::text, x.person, $::boolean, NOT $::boolean AND coalesce(own.mode, rest.mode, 'now') = 'digest', 'waiting', $, $ FROM unnest($::uuid[], $::uuid[]) AS x(id, person) JOIN person p ON p.federation_id = $ AND p.id = x.person AND $ LEFT JOIN notify_choice own ON own.federation_id = $ AND own.person_id = x.person AND own.kind_group = $ AND own.channel = $ LEFT JOIN notify_choice rest ON rest.federation_id = $ AND rest.person_id = x.person AND rest.kind_group = '*' AND rest.channel = $ WHERE coalesce(own.mode, rest.mode, 'now') <> 'off' ON CONFLICT (federation_id, message_id, channel, target) DO NOTHING;

-- src/engines/notify/tell.sql.ts listPathsUp
SELECT path, sector_path AS "sectorPath" FROM union_unit WHERE federation_id = $ AND id = ANY($::uuid[]);

-- src/engines/notify/tell.sql.ts listGroupChannels
SELECT c.id, c.kind FROM notify_channel c JOIN union_unit u ON u.federation_id = c.federation_id AND u.id = c.union_id WHERE c.federation_id = $ AND c.enabled AND ((c.kind = 'webhook' AND (u.path = ANY($::text[]) OR u.sector_path = ANY($::text[]))) OR (c.kind IN ('wecom', 'dingtalk') AND c.union_id = ANY($::uuid[]))) AND (cardinality(c.kinds) = 0 OR c.kinds && ARRAY[$, split_part($, '.', 1)]::text[]) LIMIT 1000;

-- src/engines/notify/tell.sql.ts insertGroup
INSERT INTO notify_delivery (federation_id, id, message_id, channel, target, channel_id, urgent, digest, state, due_at, queued_at) SELECT $::uuid, x.id, $::uuid, x.kind, x.channel_id::text, x.channel_id, $, false, 'waiting', $, $ FROM unnest($::uuid[], $::uuid[], $::text[]) AS x(id, channel_id, kind) ON CONFLICT (federation_id, message_id, channel, target) DO NOTHING;

-- src/engines/notify/tell.sql.ts insertOutside
INSERT INTO notify_delivery (federation_id, id, message_id, channel, target, address_sealed, locale, urgent, digest, state, due_at, queued_at) VALUES ($, $, $, $, $, $, $, $, false, 'waiting', $, $) ON CONFLICT (federation_id, message_id, channel, target) DO NOTHING RETURNING id;

-- src/engines/notify/tell.sql.ts insertOutside
SELECT id FROM notify_delivery WHERE federation_id = $ AND message_id = $ AND channel = $ AND target = $;

-- src/engines/notify/tell.sql.ts insertThrough
INSERT INTO notify_delivery (federation_id, id, message_id, channel, target, person_id, channel_id, urgent, digest, state, due_at, queued_at) VALUES ($, $, $, $, $, $, $, true, false, 'waiting', $, $);

-- src/engines/org/figures.sql.ts countMembers
insert into union_figure (federation_id, union_id, members, women, unattached, reserved, joined_year, counted_at) select $, u.id, count(*) filter (where m.state = 'active')::int, count(*) filter (where m.state = 'active' and p.sex = 'female')::int, count(*) filter (where m.state = 'active' and m.category = 'unattached')::int, count(*) filter (where m.state = 'reserved')::int, count(*) filter (where m.state = 'active' and m.began_on >= $::date and m.origin in ('roster','application'))::int, $ from union_unit u left join membership m on m.federation_id = u.federation_id and m.union_id = u.id and m.state <> 'ended' left join person p on p.federation_id = m.federation_id and p.id = m.person_id where u.federation_id = $ group by u.id on conflict (federation_id, union_id) do update set members = excluded.members, women = excluded.women, unattached = excluded.unattached, reserved = excluded.reserved, joined_year = excluded.joined_year, counted_at = excluded.counted_at;

-- src/engines/org/figures.sql.ts sumFigures
select count(*)::int as unions, coalesce(sum(f.members), 0)::int as members, coalesce(sum(f.women), 0)::int as women, coalesce(sum(f.unattached), 0)::int as unattached, coalesce(sum(f.reserved), 0)::int as reserved, coalesce(sum(f.joined_year), 0)::int as "joinedYear", min(f.counted_at) as "countedAt" from union_unit u left join union_figure f on f.federation_id = u.federation_id and f.union_id = u.id where u.federation_id = $ and u.state in ('preparing','active') and $;

-- src/engines/org/memberships.sql.ts insertMemberships
insert into membership (federation_id, id, person_id, union_id, state, began_on, origin, origin_id, card_number, category, subsidised, department, job, employment_form, employed_on, contract_to, created_at) select $, x.*, $ from unnest($::uuid[], $::uuid[], $::uuid[], $::text[], $::date[], $::text[], $::uuid[], $::text[], $::text[], $::boolean[], $::text[], $::text[], $::text[], $::date[], $::date[]) as x on conflict (federation_id, person_id) where state <> 'ended' do nothing returning id;

-- src/engines/org/memberships.sql.ts findLiving
select {COLUMNS} from membership m where m.federation_id = $ and m.person_id = any($::uuid[]) and m.state <> 'ended';

-- src/engines/org/memberships.sql.ts lockLiving
select {COLUMNS} from membership m where m.federation_id = $ and m.person_id = $ and m.state <> 'ended' for update;

-- src/engines/org/memberships.sql.ts listHistory
select {COLUMNS}, u.name as "unionName" from membership m join union_unit u on u.federation_id = m.federation_id and u.id = m.union_id where m.federation_id = $ and m.person_id = $ order by m.began_on desc, m.created_at desc limit 100;

-- src/engines/org/memberships.sql.ts endMemberships
update membership set state = 'ended', ended_on = $, end_reason = $ where federation_id = $ and person_id = any($::uuid[]) and state <> 'ended';

-- src/engines/org/memberships.sql.ts moveMemberships
with closed as ( update membership set state = 'ended', ended_on = $, end_reason = 'merged' where federation_id = $ and union_id = $ and state <> 'ended' returning person_id, card_number, category, subsidised, department, job, employment_form, employed_on, contract_to, id) insert into membership (federation_id, id, person_id, union_id, state, began_on, origin, origin_id, card_number, category, subsidised, department, job, employment_form, employed_on, contract_to, created_at) select $, gen_random_uuid(), c.person_id, $, 'active', $, 'merge', c.id, c.card_number, c.category, c.subsidised, c.department, c.job, c.employment_form, c.employed_on, c.contract_to, $ from closed c;

-- src/engines/org/memberships.sql.ts undoOrigin
delete from membership where federation_id = $ and origin_id = $ and state = 'active' returning person_id as "personId";

-- src/engines/org/offers.sql.ts insertOffers
insert into membership_offer (federation_id, id, person_id, union_id, state, origin, origin_id, employer, job, new_form, unattached, offered_by, offered_at) select $, x.id, x."personId", x."unionId", 'open', x.origin, x."originId", x.employer, x.job, x."newForm", x.unattached, x."offeredBy", $ from jsonb_to_recordset($::jsonb) as x(id uuid, "personId" uuid, "unionId" uuid, origin text, "originId" uuid, employer text, job text, "newForm" text, unattached boolean, "offeredBy" uuid) join membership m on m.federation_id = $ and m.person_id = x."personId" and m.state = 'active' and m.union_id <> x."unionId" on conflict do nothing returning person_id as "personId";

-- src/engines/org/offers.sql.ts listOpenOffers
select {COLUMNS} from {OFFERS} where o.federation_id = $ and o.person_id = $ and o.state = 'open' order by o.offered_at desc, o.id limit 20;

-- src/engines/org/offers.sql.ts lockOffer
select {COLUMNS} from {OFFERS} where o.federation_id = $ and o.person_id = $ and o.id = $ and o.state = 'open' for update of o;

-- src/engines/org/offers.sql.ts settleOffer
update membership_offer set state = $, settled_at = $ where federation_id = $ and id = $ and state = 'open';

-- src/engines/org/offers.sql.ts countOffers
select count(*)::int as n from membership_offer where federation_id = $ and origin_id = $;

-- src/engines/org/offices.sql.ts listOfficesOf
select {COLUMNS} from {FROM} where o.federation_id = $ and o.person_id = $ and $ order by length(u.path), o.office limit 100;

-- src/engines/org/offices.sql.ts listOfficers
select {COLUMNS} from {FROM} where o.federation_id = $ and o.union_id = any($::uuid[]) and $ and ($::text[] is null or o.office = any($::text[])) order by u.path, o.office, p.name limit 5000;

-- src/engines/org/offices.sql.ts listOfficeHistory
select {COLUMNS} from {FROM} where o.federation_id = $ and o.union_id = $ order by o.to_date desc nulls first, o.from_date desc limit 200;

-- src/engines/org/offices.sql.ts findOffice
select {COLUMNS} from {FROM} where o.federation_id = $ and o.id = $;

-- src/engines/org/offices.sql.ts insertOffices
insert into office_holding (federation_id, id, person_id, union_id, office, title, full_time, from_date, to_date, basis, created_at) select $, x.id, x."personId", x."unionId", x.office, x.title, x."fullTime", x."fromDate", x."toDate", x.basis, $ from jsonb_to_recordset($::jsonb) as x(id uuid, "personId" uuid, "unionId" uuid, office text, title text, "fullTime" boolean, "fromDate" date, "toDate" date, basis text);

-- src/engines/org/offices.sql.ts endOffice
update office_holding set to_date = greatest($::date, from_date) where federation_id = $ and id = $;

-- src/engines/org/offices.sql.ts deleteOffice
delete from office_holding where federation_id = $ and id = $;

-- src/engines/org/offices.sql.ts listOfficePermissions
select office, permission, allowed from office_permission where federation_id = $ order by office, permission limit 5000;

-- src/engines/org/people.sql.ts findPeople
select {COLUMNS} from person p where p.federation_id = $ and p.id = any($::uuid[]);

-- src/engines/org/people.sql.ts findPeopleByIdLookup
select {COLUMNS} from person p where p.federation_id = $ and p.id_lookup = any($::bytea[]);

-- src/engines/org/people.sql.ts findPeopleByPhone
select {COLUMNS} from person p where p.federation_id = $ and p.phone_lookup = any($::bytea[]) limit 10000;

-- src/engines/org/people.sql.ts upsertPeople
insert into person (federation_id, id, name, sex, birth_date, ethnicity, id_kind, staff_number, political_status, education, skill_grade, professional_title, household, migrant, new_form, honour_grade, locale, text_size, id_sealed, id_lookup, phone_sealed, phone_lookup, email_sealed, created_at, changed_at) select $, x.id, x.name, x.sex, x.birth_date, x.ethnicity, x.id_kind, x.staff_number, x.political_status, x.education, x.skill_grade, x.professional_title, x.household, x.migrant, x.new_form, x.honour_grade, x.locale, x.text_size, {idSealed.at(sql`x.f1`, sql`x.n1`)}, {idLookup.at(sql`x.f2`, sql`x.n2`)}, {phoneSealed.at(sql`x.f3`, sql`x.n3`)}, {phoneLookup.at(sql`x.f4`, sql`x.n4`)}, {emailSealed.at(sql`x.f5`, sql`x.n5`)}, $, $ from unnest($::uuid[], $::text[], $::text[], $::date[], $::text[], $::text[], $::text[], $::text[], $::text[], $::text[], $::text[], $::text[], $::boolean[], $::text[], $::text[], $::text[], $::text[], $::int[], $::int[], $::int[], $::int[], $::int[], $::int[], $::int[], $::int[], $::int[], $::int[]) as x(id, name, sex, birth_date, ethnicity, id_kind, staff_number, political_status, education, skill_grade, professional_title, household, migrant, new_form, honour_grade, locale, text_size, f1, n1, f2, n2, f3, n3, f4, n4, f5, n5) on conflict (federation_id, id) do update set name = excluded.name, sex = excluded.sex, birth_date = excluded.birth_date, ethnicity = excluded.ethnicity, id_kind = excluded.id_kind, id_sealed = coalesce(excluded.id_sealed, person.id_sealed), id_lookup = coalesce(excluded.id_lookup, person.id_lookup), phone_sealed = coalesce(excluded.phone_sealed, person.phone_sealed), phone_lookup = coalesce(excluded.phone_lookup, person.phone_lookup), email_sealed = coalesce(excluded.email_sealed, person.email_sealed), staff_number = excluded.staff_number, political_status = excluded.political_status, education = excluded.education, skill_grade = excluded.skill_grade, professional_title = excluded.professional_title, household = excluded.household, migrant = excluded.migrant, new_form = excluded.new_form, honour_grade = excluded.honour_grade, changed_at = excluded.changed_at;

-- src/engines/org/people.sql.ts deletePeople
delete from person p where p.federation_id = $ and p.id = any($::uuid[]);

-- src/engines/org/people.sql.ts updatePreferences
update person set locale = coalesce($, locale), text_size = coalesce($, text_size) where federation_id = $ and id = $;

-- src/engines/org/take-back.sql.ts restoreRows
update person p set name = x.name, sex = x.sex, birth_date = x."birthDate", ethnicity = x.ethnicity, id_kind = x."idKind", phone_sealed = decode(x."phoneSealed", 'hex'), phone_lookup = decode(x."phoneLookup", 'hex'), email_sealed = decode(x."emailSealed", 'hex'), staff_number = x."staffNumber", political_status = x."politicalStatus", education = x.education, skill_grade = x."skillGrade", professional_title = x."professionalTitle", household = x.household, migrant = x.migrant, new_form = x."newForm", honour_grade = x."honourGrade", changed_at = $ from jsonb_to_recordset($::jsonb) as x(id uuid, name text, sex text, "birthDate" date, ethnicity text, "idKind" text, "phoneSealed" text, "phoneLookup" text, "emailSealed" text, "staffNumber" text, "politicalStatus" text, education text, "skillGrade" text, "professionalTitle" text, household text, migrant boolean, "newForm" text, "honourGrade" text) where p.federation_id = $ and p.id = x.id and p.changed_at = $ returning p.id;

-- src/engines/org/take-back.sql.ts changeParticulars
update membership m set department = x.department, job = x.job, employment_form = x."employmentForm", employed_on = x."employedOn", contract_to = x."contractTo" from jsonb_to_recordset($::jsonb) as x(id uuid, department text, job text, "employmentForm" text, "employedOn" date, "contractTo" date) where m.federation_id = $ and m.id = x.id and m.state <> 'ended';

-- src/engines/org/take-back.sql.ts removeOnce
delete from membership where federation_id = $ and origin_id = $ and id = any($::uuid[]) and state <> 'ended' returning id;

-- src/engines/org/take-back.sql.ts removeOnce
delete from person where federation_id = $ and id = any($::uuid[]);

-- src/engines/org/tenants.sql.ts listTenants
select federation_id as id from federation order by founded_at, federation_id limit 1000;

-- src/engines/org/tenants.sql.ts findTenantByJoinCode
select federation_id as id from join_code_lookup where join_code = $;

-- src/engines/org/unions.sql.ts findUnion
select {COLUMNS} from union_unit u where u.federation_id = $ and u.id = $;

-- src/engines/org/unions.sql.ts lockUnion
select {COLUMNS} from union_unit u where u.federation_id = $ and u.id = $ for update;

-- src/engines/org/unions.sql.ts findUnionFor
select {COLUMNS} from union_unit u where u.federation_id = $ and u.id = $ and {visibleTo(by, permission)};

-- src/engines/org/unions.sql.ts findUnions
select {COLUMNS} from union_unit u where u.federation_id = $ and u.id = any($::uuid[]);

-- src/engines/org/unions.sql.ts findUnionsByCode
select {COLUMNS} from union_unit u where u.federation_id = $ and u.code = any($::text[]);

-- src/engines/org/unions.sql.ts findUnionByJoinCode
select {COLUMNS} from join_code_lookup j join union_unit u on u.federation_id = j.federation_id and u.id = j.union_id where j.join_code = $ and j.federation_id = $;

-- src/engines/org/unions.sql.ts listAncestors
select {COLUMNS} from union_unit u where u.federation_id = $ and u.node = any($::text[]) order by length(u.path) desc;

-- src/engines/org/unions.sql.ts listSubtree
select {COLUMNS} from union_unit u where u.federation_id = $ and u.path like $ order by u.path limit 5000;

-- src/engines/org/unions.sql.ts insertUnions
insert into union_unit (federation_id, id, code, join_code, node, name, kind, state, parent_id, sector_parent_id, path, sector_path, region_code, address, employer_name, employer_uscc, union_uscc, industry, workers, women, takes_unattached, founded_on, term_years, term_from, term_to, approval, created_at) select $, x.* , $ from jsonb_to_recordset($::jsonb) as x( id uuid, code text, "joinCode" text, node text, name text, kind text, state text, "parentId" uuid, "sectorParentId" uuid, path text, "sectorPath" text, "regionCode" text, address text, "employerName" text, "employerUscc" text, "unionUscc" text, industry text, workers integer, women integer, "takesUnattached" boolean, "foundedOn" date, "termYears" smallint, "termFrom" date, "termTo" date, approval text);

-- src/engines/org/unions.sql.ts insertUnions
insert into join_code_lookup (join_code, federation_id, union_id) select x."joinCode", $, x.id from jsonb_to_recordset($::jsonb) as x(id uuid, "joinCode" text);

-- src/engines/org/unions.sql.ts updateUnion
update union_unit set name = $, code = $, kind = $, region_code = $, address = $, employer_name = $, employer_uscc = $, union_uscc = $, industry = $, workers = $, women = $, takes_unattached = $, founded_on = $, term_years = $, term_from = $, term_to = $ where federation_id = $ and id = $;

-- src/engines/org/unions.sql.ts movePaths
update union_unit set path = $ || substr(path, $::int), parent_id = case when id = $ then $::uuid else parent_id end where federation_id = $ and path like $;

-- src/engines/org/unions.sql.ts setSectorPaths
update union_unit set sector_parent_id = case when id = $ then $::uuid else sector_parent_id end, sector_path = $::text || $::text || substr(path, $::int) where federation_id = $ and path like $ and (sector_path is null or sector_path like $::text);

-- src/engines/org/unions.sql.ts moveSectorPaths
update union_unit set sector_path = $ || substr(sector_path, $::int) where federation_id = $ and sector_path like $;

-- src/engines/org/unions.sql.ts endUnion
update union_unit set state = $, ended_on = $, approval = $, merged_into_id = $ where federation_id = $ and id = $;

-- src/engines/org/unions.sql.ts endUnion
update office_holding set to_date = $ where federation_id = $ and union_id = $ and from_date <= $ and (to_date is null or to_date > $);

-- src/engines/org/unions.sql.ts countBelow
select (select count(*)::int from union_unit c where c.federation_id = $ and c.parent_id = $ and c.state in ('preparing','active')) as branches, (select count(*)::int from membership m where m.federation_id = $ and m.union_id = $ and m.state <> 'ended') as members;

-- src/engines/org/unions.sql.ts insertFederation
insert into federation (federation_id, name, region_code, founded_at) values ($, $, $, $);

-- src/engines/payments/lines.sql.ts selectKeys
SELECT DISTINCT ON (x.key) x.key, x.attempt, x.state, x.body_hash AS "bodyHash" FROM payment_line x WHERE x.federation_id = $ AND x.key = ANY ($::text[]) ORDER BY x.key, x.attempt DESC;

-- src/engines/payments/lines.sql.ts insertLines
INSERT INTO payment_line (federation_id, id, list_id, person_id, amount_fen, zh, en, document_kind, document_id, key, body_hash, attempt, state, added_by_id, added_at) SELECT $::uuid, x.id, $::uuid, x.person_id, x.amount, x.zh, x.en, x.kind, x.document, x.key, {hashes.at(sql`x.f`, sql`x.n`)}, x.attempt, 'pending', $::uuid, $::timestamptz FROM unnest($::uuid[], $::uuid[], $::bigint[], $::text[], $::text[], $::text[], $::text[], $::text[], $::smallint[], $::int[], $::int[]) WITH ORDINALITY AS x(id, person_id, amount, zh, en, kind, document, key, attempt, f, n, o) ORDER BY x.o ON CONFLICT DO NOTHING RETURNING id;

-- src/engines/payments/lines.sql.ts findLine
SELECT {COLUMNS} {FROM} WHERE x.federation_id = $ AND x.id = $;

-- src/engines/payments/lines.sql.ts listLines
SELECT {COLUMNS} {FROM} WHERE x.federation_id = $ AND x.list_id = $ AND x.state = ANY ($::text[]) ORDER BY p.staff_number, p.name, x.person_id, x.added_at, x.id LIMIT 20000;

-- src/engines/payments/lines.sql.ts selectSums
SELECT x.person_id AS "personId", sum(x.amount_fen)::bigint AS amount FROM payment_line x WHERE x.federation_id = $ AND x.list_id = $ AND x.state = 'pending' GROUP BY x.person_id;

-- src/engines/payments/lines.sql.ts listPeople
SELECT x.person_id AS "personId", p.name, p.staff_number AS "staffNumber", coalesce((SELECT u.name FROM membership m JOIN union_unit u ON u.federation_id = m.federation_id AND u.id = m.union_id WHERE m.federation_id = $ AND m.person_id = x.person_id AND m.state <> 'ended' LIMIT 1), '') AS unit, sum(x.amount_fen)::bigint AS "amountFen", count(*)::int AS lines, array_agg(DISTINCT x.zh) AS zh, array_agg(DISTINCT x.en) AS en {FROM} {where} GROUP BY x.person_id, p.name, p.staff_number ORDER BY p.staff_number, p.name, x.person_id LIMIT $ OFFSET $;

-- src/engines/payments/lines.sql.ts listPeople
SELECT count(DISTINCT x.person_id)::int AS n {FROM} {where};

-- src/engines/payments/lines.sql.ts listLinesOf
SELECT {COLUMNS} {FROM} WHERE x.federation_id = $ AND x.list_id = $ AND x.person_id = ANY ($::uuid[]) AND x.state = ANY ($::text[]) ORDER BY x.person_id, x.added_at, x.id LIMIT 20000;

-- src/engines/payments/lines.sql.ts hasAdded
SELECT 1 FROM payment_line x WHERE x.federation_id = $ AND x.list_id = $ AND x.added_by_id = $ AND x.state = 'pending' LIMIT 1;

-- src/engines/payments/lines.sql.ts endLines
UPDATE payment_line l SET state = $, why = x.why, ended_at = $ FROM unnest($::uuid[], $::text[]) AS x(id, why) WHERE l.federation_id = $ AND l.id = x.id AND l.state = $;

-- src/engines/payments/lines.sql.ts insertRows
INSERT INTO payment_row (federation_id, list_id, person_id, position, staff_number, name, amount_fen, summary) SELECT $::uuid, $::uuid, x.* FROM unnest($::uuid[], $::int[], $::text[], $::text[], $::bigint[], $::text[]) AS x;

-- src/engines/payments/lines.sql.ts listRows
SELECT r.person_id AS "personId", r.position, r.staff_number AS "staffNumber", r.name, r.amount_fen AS "amountFen", r.summary FROM payment_row r WHERE r.federation_id = $ AND r.list_id = $ ORDER BY r.position LIMIT 10000;

-- src/engines/payments/lines.sql.ts listOwn
SELECT x.id, x.amount_fen AS "amountFen", x.zh, x.en, x.document_kind AS "documentKind", x.document_id AS "documentId", x.state, x.why, x.attempt, l.purpose, l.title, l.period, u.name AS "unionName", c.state AS "listState", coalesce(x.ended_at, l.approved_at) AS at FROM payment_line x JOIN payment_list l ON l.federation_id = x.federation_id AND l.id = x.list_id JOIN case_file c ON c.federation_id = l.federation_id AND c.id = l.id JOIN union_unit u ON u.federation_id = l.federation_id AND u.id = l.union_id WHERE x.federation_id = $ AND x.person_id = $ AND x.state <> 'withdrawn' AND l.approved_at IS NOT NULL ORDER BY coalesce(x.ended_at, l.approved_at) DESC, x.id LIMIT $ OFFSET $;

-- src/engines/payments/lines.sql.ts sumOwn
SELECT count(*)::int AS total, coalesce(sum(x.amount_fen) FILTER (WHERE x.state = 'paid' AND x.ended_at >= $), 0)::bigint AS "paidFen" FROM payment_line x JOIN payment_list l ON l.federation_id = x.federation_id AND l.id = x.list_id WHERE x.federation_id = $ AND x.person_id = $ AND x.state <> 'withdrawn' AND l.approved_at IS NOT NULL;

-- src/engines/payments/lines.sql.ts findPlaces
SELECT DISTINCT ON (x.key) x.key, x.id AS "lineId", x.list_id AS "listId", c.number, c.state AS "listState", x.state, x.attempt, x.amount_fen AS "amountFen", CASE WHEN x.state = 'paid' THEN x.ended_at END AS "paidAt", x.why FROM payment_line x JOIN case_file c ON c.federation_id = x.federation_id AND c.id = x.list_id WHERE x.federation_id = $ AND x.key = ANY ($::text[]) AND x.state <> 'withdrawn' ORDER BY x.key, x.attempt DESC;

-- src/engines/payments/payments.sql.ts insertList
INSERT INTO payment_list (federation_id, id, union_id, purpose, title, period, made_by_id, made_at) VALUES ($, $, $, $, $, $, $, $);

-- src/engines/payments/payments.sql.ts lockPurpose
SELECT pg_advisory_xact_lock(hashtextextended('payment_list ' || $ || ' ' || $ || ' ' || $, 0));

-- src/engines/payments/payments.sql.ts findList
SELECT 1 FROM payment_list l WHERE l.federation_id = $ AND l.id = $ FOR UPDATE;

-- src/engines/payments/payments.sql.ts findList
SELECT {COLUMNS} {FROM} WHERE l.federation_id = $ AND l.id = $;

-- src/engines/payments/payments.sql.ts findSums
SELECT {COLUMNS}, {NAMES}, s.* {FROM} {SUMS} WHERE l.federation_id = $ AND l.id = ANY ($::uuid[]);

-- src/engines/payments/payments.sql.ts listLists
SELECT {COLUMNS}, {NAMES}, s.* {FROM} {SUMS} {where} ORDER BY l.made_at DESC, l.id DESC LIMIT $ OFFSET $;

-- src/engines/payments/payments.sql.ts listLists
SELECT count(*)::int AS n {FROM} {where};

-- src/engines/payments/payments.sql.ts setSubmitted
UPDATE payment_list SET submitted_by_id = $::uuid, submitted_at = CASE WHEN $::uuid IS NULL THEN NULL ELSE $::timestamptz END WHERE federation_id = $ AND id = $;

-- src/engines/payments/payments.sql.ts setApproved
UPDATE payment_list SET approved_by_id = $, approved_at = $ WHERE federation_id = $ AND id = $;

-- src/engines/payments/payments.sql.ts setFiled
UPDATE payment_list SET filed_by_id = $, filed_at = $, xlsx_hash = $, csv_hash = $ WHERE federation_id = $ AND id = $;

-- src/engines/payments/payments.sql.ts setSettled
UPDATE payment_list SET settled_by_id = $, settled_at = $ WHERE federation_id = $ AND id = $;

-- src/engines/payments/payments.sql.ts setCancelled
UPDATE payment_list SET cancelled_by_id = $, cancelled_at = $, cancelled_why = $ WHERE federation_id = $ AND id = $;

-- src/engines/rulebook/rulebook.sql.ts selectPlace
SELECT (SELECT b.stamp FROM rule_book b WHERE b.federation_id = u.federation_id) AS stamp, u.id, u.name, u.path, u.kind, coalesce(nullif(u.region_code, ''), ( SELECT a.region_code FROM union_unit a WHERE a.federation_id = u.federation_id AND a.region_code <> '' AND a.node = ANY (string_to_array(trim(BOTH '/' FROM u.path), '/')) ORDER BY length(a.path) DESC LIMIT 1), '') AS "regionCode" FROM union_unit u WHERE u.federation_id = $::uuid AND u.id = $::uuid;

-- src/engines/rulebook/rulebook.sql.ts selectDecisions
SELECT $ $ WHERE d.federation_id = $::uuid AND (d.valid_to IS NULL OR d.valid_to >= d.valid_from) ORDER BY d.param, d.valid_from LIMIT 20000;

-- src/engines/rulebook/rulebook.sql.ts selectHistory
SELECT $ $ WHERE d.federation_id = $::uuid AND d.param = $ AND (u.node = ANY ($::text[]) OR d.region_code = ANY ($::text[])) AND ($::uuid IS NULL OR d.id < $::uuid) ORDER BY d.id DESC LIMIT $;

-- src/engines/rulebook/rulebook.sql.ts lockDecision
SELECT $ $ WHERE d.federation_id = $::uuid AND d.id = $::uuid FOR UPDATE OF d;

-- src/engines/rulebook/rulebook.sql.ts selectConfirmed
SELECT c.rule_id::text AS id FROM rule_confirmation c WHERE c.federation_id = $::uuid LIMIT 20000;

-- src/engines/rulebook/rulebook.sql.ts insertDecision
INSERT INTO rule_decision (federation_id, id, param, union_id, region_code, place, union_kind, valid_from, valid_to, value, document, article, statute, note, decided_by, decided_at) VALUES ($::uuid, $::uuid, $, $::uuid, $, $, $, $::date, $::date, $::jsonb, $, $, $, $, $::uuid, $::timestamptz) ON CONFLICT DO NOTHING RETURNING id;

-- src/engines/rulebook/rulebook.sql.ts updateEnd
UPDATE rule_decision SET valid_to = $::date, ended_by = $::uuid, ended_at = $::timestamptz WHERE federation_id = $::uuid AND id = $::uuid;

-- src/engines/rulebook/rulebook.sql.ts insertConfirmation
INSERT INTO rule_confirmation (federation_id, rule_id, param, note, confirmed_by, confirmed_at) VALUES ($::uuid, $::uuid, $, $, $::uuid, $::timestamptz) ON CONFLICT DO NOTHING RETURNING rule_id;

-- src/engines/rulebook/rulebook.sql.ts restamp
INSERT INTO rule_book (federation_id, stamp) VALUES ($::uuid, $::uuid) ON CONFLICT (federation_id) DO UPDATE SET stamp = excluded.stamp;

-- src/engines/rulebook/rulebook.sql.ts insertSet
INSERT INTO rule_set (federation_id, id, content, first_used_at) VALUES ($::uuid, $::uuid, $::jsonb, $::timestamptz) ON CONFLICT DO NOTHING;

-- src/engines/rulebook/rulebook.sql.ts selectSet
SELECT s.content FROM rule_set s WHERE s.federation_id = $::uuid AND s.id = $::uuid;

-- src/engines/similarity/scope.sql.ts unionsWithin
select u.id from union_unit u where u.federation_id = $ and u.id = any($::uuid[]) and {inSubtrees(outermost(scopes))};

-- src/engines/similarity/similarity.sql.ts takePositions
insert into similar_collection (federation_id, collection, last) values ($, $, $) on conflict (federation_id, collection) do update set last = similar_collection.last + $ returning last;

-- src/engines/similarity/similarity.sql.ts saveTexts
insert into similar_text (federation_id, collection, id, union_id, written_at, position, sealed) select $, $, x.id, x.union_id, x.written_at, $::bigint + x.n - 1, x.sealed from unnest($::uuid[], $::uuid[], $::timestamptz[], $::bytea[]) with ordinality as x(id, union_id, written_at, sealed, n) on conflict (federation_id, collection, id) do update set union_id = excluded.union_id, written_at = excluded.written_at, position = excluded.position, sealed = excluded.sealed;

-- src/engines/similarity/similarity.sql.ts clearTexts
update similar_text t set sealed = null, position = $::bigint + x.n - 1 from unnest($::uuid[]) with ordinality as x(id, n) where t.federation_id = $ and t.collection = $ and t.id = x.id;

-- src/engines/similarity/similarity.sql.ts moveTexts
update similar_text t set union_id = $, position = $::bigint + x.n - 1 from unnest($::uuid[]) with ordinality as x(id, n) where t.federation_id = $ and t.collection = $ and t.id = x.id;

-- src/engines/similarity/similarity.sql.ts listChanges
select id, union_id as "unionId", written_at as "writtenAt", position, sealed from similar_text where federation_id = $ and collection = $ and position > $::bigint and ($::bigint is null or position < $::bigint) order by position limit $;

-- src/features/across/figures/figures.sql.ts countLetters
select extract(month from c.opened_at at time zone 'Asia/Shanghai')::int as month, coalesce(c.facts->>'category', 'other') as category, count(*)::int as opened, count(*) filter (where c.is_open)::int as open, count(*) filter (where c.is_open and c.next_due < $)::int as late, count(*) filter (where c.reopened > 0)::int as reopened, count(c.answered_at)::int as answered, count(*) filter (where c.answered_at <= c.answer_due)::int as "inTime", count(coalesce(c.rating_again, c.rating))::int as rated, count(*) filter (where coalesce(c.rating_again, c.rating) >= 4)::int as satisfied, count(*) filter (where c.accepted_at <= c.accept_due)::int as "acceptKept", count(*) filter (where c.accept_due is not null and (c.accepted_at is not null or c.accept_due < $))::int as "acceptOf", count(*) filter (where c.answered_at <= c.answer_due)::int as "answerKept", count(*) filter (where c.answer_due is not null and (c.answered_at is not null or c.answer_due < $))::int as "answerOf", count(*) filter (where c.finished_at <= c.finish_due)::int as "finishKept", count(*) filter (where c.finish_due is not null and (c.finished_at is not null or (c.is_open and c.finish_due < $)))::int as "finishOf" from case_file c join union_unit u on u.federation_id = c.federation_id and u.id = c.union_id where c.federation_id = $ and c.process = 'letter' and {inSubtrees(s.paths)} and c.opened_at >= $ and c.opened_at < $ group by 1, 2;

-- src/features/across/figures/figures.sql.ts sumBranches
with branch as ( select b.id, b.name, b.path, count(*) over ()::int as total from union_unit b where b.federation_id = $ and b.state in ('preparing','active') and $ order by b.name, b.id limit $ offset $), people as (select b.id, count(*)::int - 1 as below, coalesce(sum(f.members), 0)::int as members, coalesce(sum(f.women), 0)::int as women, coalesce(sum(f.unattached), 0)::int as unattached, coalesce(sum(f.joined_year), 0)::int as joined from branch b join union_unit u on u.federation_id = $ and u.path like b.path || '%' and u.state in ('preparing','active') left join union_figure f on f.federation_id = u.federation_id and f.union_id = u.id group by b.id), post as (select b.id, count(*)::int as opened, count(c.answered_at)::int as answered, count(*) filter (where c.answered_at <= c.answer_due)::int as in_time, count(coalesce(c.rating_again, c.rating))::int as rated, count(*) filter (where coalesce(c.rating_again, c.rating) >= 4)::int as satisfied from branch b join union_unit u on u.federation_id = $ and u.path like b.path || '%' join case_file c on c.federation_id = u.federation_id and c.union_id = u.id and c.process = 'letter' and c.opened_at >= $ and c.opened_at < $ group by b.id) select b.id, b.name, b.total, coalesce(p.below, 0) as below, coalesce(p.members, 0) as members, coalesce(p.women, 0) as women, coalesce(p.unattached, 0) as unattached, coalesce(p.joined, 0) as "joinedYear", coalesce(l.opened, 0) as opened, coalesce(l.answered, 0) as answered, coalesce(l.in_time, 0) as "inTime", coalesce(l.rated, 0) as rated, coalesce(l.satisfied, 0) as satisfied from branch b left join people p on p.id = b.id left join post l on l.id = b.id order by b.name, b.id;

-- src/features/across/figures/figures.sql.ts findByPath
select u.id, u.name, u.path from union_unit u where u.federation_id = $ and u.path = $;

-- src/features/across/my-data/my-data.sql.ts emptyVoluntary
update person set email_sealed = null, ethnicity = '', political_status = '', education = '', skill_grade = '', professional_title = '', household = '', changed_at = $ where federation_id = $ and id = $ and (email_sealed is not null or ethnicity <> '' or political_status <> '' or education <> '' or skill_grade <> '' or professional_title <> '' or household <> '');

-- src/features/across/my-data/my-data.sql.ts emptyContacts
update person set phone_sealed = null, phone_lookup = null, email_sealed = null, staff_number = '', changed_at = $ where federation_id = $ and id = $;

-- src/features/across/my-data/my-data.sql.ts emptyEmail
update person set email_sealed = null where federation_id = $ and id = $;

-- src/features/across/permissions/permissions.sql.ts selectDecided
SELECT p.office, p.permission, p.allowed FROM office_permission p WHERE p.federation_id = $::uuid ORDER BY p.office, p.permission LIMIT 5000;

-- src/features/across/permissions/permissions.sql.ts upsertDecided
INSERT INTO office_permission (federation_id, office, permission, allowed) VALUES ($::uuid, $, $, $) ON CONFLICT (federation_id, office, permission) DO UPDATE SET allowed = excluded.allowed;

-- src/features/across/permissions/permissions.sql.ts deleteDecided
DELETE FROM office_permission WHERE federation_id = $::uuid AND office = $ AND permission = $;

-- src/features/across/search/search.sql.ts searchPeople
select * from ( (select $ from $ where $ and p.name like $ order by p.name, p.id limit $) union (select $ from $ where $ and p.staff_number <> '' and p.staff_number = $ limit $) union (select $ from $ where $ and m.federation_id = $ and m.card_number = $ limit $)) hit order by name, id limit $;

-- src/features/across/search/search.sql.ts searchUnions
select u.id, u.name, u.code, up.name as parent from union_unit u left join union_unit up on up.federation_id = u.federation_id and up.id = u.parent_id where u.federation_id = $ and u.state in ('preparing','active') and {visibleTo(by, 'unions.read')} and (u.name like $ or u.code like $) order by length(u.path), u.name limit $;

-- src/features/across/search/search.sql.ts searchOwn
select c.id, c.process, c.number, c.title, c.state from case_file c where c.federation_id = $ and (c.author_id = $ or c.subject_id = $) and (c.title ilike $ or c.number like $) order by c.changed_at desc limit $;

-- src/features/across/worklist/worklist.sql.ts countByDay
select (c.opened_at at time zone 'Asia/Shanghai')::date as date, count(*)::int as n from {lettersOf(tx, by, unionPath)} and c.opened_at >= $ group by 1;

-- src/features/across/worklist/worklist.sql.ts countAnswered
select (c.opened_at at time zone 'Asia/Shanghai')::date as opened, (c.answered_at at time zone 'Asia/Shanghai')::date as answered, count(*)::int as n, count(coalesce(c.rating_again, c.rating))::int as rated, count(*) filter (where coalesce(c.rating_again, c.rating) >= 4)::int as good from {lettersOf(tx, by, unionPath)} and c.answered_at >= $ and c.answered_at < $ group by 1, 2;

-- src/features/across/worklist/worklist.sql.ts listViews
select v.id, v.name, v.query from saved_view v where v.federation_id = $ and v.person_id = $ and v.screen = $ order by v.name limit 100;

-- src/features/across/worklist/worklist.sql.ts upsertView
insert into saved_view (federation_id, id, person_id, screen, name, query, created_at) values ($, $, $, $, $, $, $) on conflict (federation_id, person_id, screen, name) do update set query = excluded.query returning id;

-- src/features/across/worklist/worklist.sql.ts deleteView
delete from saved_view where federation_id = $ and id = $ and person_id = $;

-- src/features/democracy/appraisals/appraisals.sql.ts putAppraisal
INSERT INTO appraisal (federation_id, id, union_id, year, about, scale, classes, readers, rule_set_id) VALUES ($, $, $, $, $, $, $::jsonb, $::jsonb, $) ON CONFLICT (federation_id, id) DO UPDATE SET year = excluded.year, about = excluded.about, scale = excluded.scale, classes = excluded.classes, readers = excluded.readers, rule_set_id = excluded.rule_set_id;

-- src/features/democracy/appraisals/appraisals.sql.ts replaceLeaders
DELETE FROM appraisal_leader WHERE federation_id = $ AND appraisal_id = $;

-- src/features/democracy/appraisals/appraisals.sql.ts replaceLeaders
INSERT INTO appraisal_leader (federation_id, appraisal_id, no, person_id, name, post, duty, files, duty_at) SELECT $::uuid, $::uuid, x.no, x.person, x.name, x.post, x.duty, ARRAY(SELECT jsonb_array_elements_text(x.files)::uuid), x.at FROM unnest($::int[], $::uuid[], $::text[], $::text[], $::text[], $::jsonb[], $::timestamptz[]) AS x(no, person, name, post, duty, files, at);

-- src/features/democracy/appraisals/appraisals.sql.ts listLeaders
SELECT l.no, l.person_id AS "personId", l.name, l.post, l.duty, l.files, l.duty_at AS "dutyAt" FROM appraisal_leader l WHERE l.federation_id = $ AND l.appraisal_id = $ ORDER BY l.no LIMIT 200;

-- src/features/democracy/appraisals/appraisals.sql.ts setDuty
UPDATE appraisal_leader SET duty = $, files = $::uuid[], duty_at = $ WHERE federation_id = $ AND appraisal_id = $ AND no = $;

-- src/features/democracy/appraisals/appraisals.sql.ts setReleased
UPDATE appraisal SET released_at = $, released_by = $ WHERE federation_id = $ AND id = $ AND released_at IS NULL;

-- src/features/democracy/appraisals/appraisals.sql.ts held
SELECT {HELD} {FROM} WHERE a.federation_id = $ AND {where} ORDER BY a.year DESC, b.made_at DESC, a.id LIMIT $ OFFSET $;

-- src/features/democracy/appraisals/appraisals.sql.ts readableAmong
SELECT a.id {FROM} WHERE a.federation_id = $ AND a.id = ANY ($::uuid[]) AND $ LIMIT 200;

-- src/features/democracy/appraisals/appraisals.sql.ts listKept
SELECT count(*)::int AS n {FROM} WHERE a.federation_id = $ AND $;

-- src/features/democracy/appraisals/appraisals.sql.ts sumYears
SELECT a.year, count(*)::int AS appraisals, sum((SELECT count(*) FROM appraisal_leader l WHERE l.federation_id = a.federation_id AND l.appraisal_id = a.id))::int AS leaders, sum((b.result->'counts'->>'entitled')::int)::int AS entitled, sum((b.result->'counts'->>'ballotsReturned')::int)::int AS returned {FROM} WHERE a.federation_id = $ AND b.state = 'declared' AND $ GROUP BY a.year ORDER BY a.year DESC LIMIT 10;

-- src/features/democracy/appraisals/appraisals.sql.ts listLed
SELECT l.appraisal_id AS id, l.duty_at IS NOT NULL AS told FROM appraisal_leader l WHERE l.federation_id = $ AND l.appraisal_id = ANY ($::uuid[]) AND l.person_id = $ LIMIT 200;

-- src/features/democracy/appraisals/appraisals.sql.ts mayOpen
SELECT ({visibleTo(by, KEEP)} OR ($) OR EXISTS (SELECT 1 FROM appraisal_leader l WHERE l.federation_id = a.federation_id AND l.appraisal_id = a.id AND l.person_id = $) OR (b.state <> 'prepared' AND EXISTS (SELECT 1 FROM ballot_voter v WHERE v.federation_id = a.federation_id AND v.ballot_id = a.id AND v.person_id = $))) AS ok {FROM} WHERE a.federation_id = $ AND a.id = $;

-- src/features/democracy/appraisals/appraisals.sql.ts rollSelect
SELECT y.person_id, $::text AS class, y.union_id, $::int AS rank FROM ($) AS y(person_id, class, union_id);

-- src/features/democracy/appraisals/appraisals.sql.ts rollSelect
SELECT DISTINCT ON (z.person_id) z.person_id, z.class, z.union_id FROM ({sql.join(all, sql` UNION ALL `)}) z ORDER BY z.person_id, z.rank;

-- src/features/democracy/appraisals/appraisals.sql.ts countClasses
SELECT x.class, count(*)::int AS n FROM ($) x GROUP BY x.class LIMIT 20;

-- src/features/democracy/appraisals/appraisals.sql.ts findNamed
SELECT p.id, p.name, h.name AS unit {MEMBERS} WHERE s.federation_id = $ AND s.state = 'active' AND (starts_with(h.path, $) {above ? sql`OR starts_with(${path}, h.path)` : sql``}) AND p.name LIKE $ ORDER BY p.name, p.id LIMIT 20;

-- src/features/democracy/appraisals/appraisals.sql.ts findPeople
SELECT p.id, p.name, h.name AS unit {MEMBERS} WHERE s.federation_id = $ AND s.state = 'active' AND (starts_with(h.path, $) OR starts_with($, h.path)) AND p.id = ANY ($::uuid[]) ORDER BY p.name, p.id LIMIT 1000;

-- src/features/democracy/appraisals/appraisals.sql.ts listVoters
SELECT v.person_id AS id FROM ballot_voter v WHERE v.federation_id = $ AND v.ballot_id = $ ORDER BY v.person_id LIMIT 100000;

-- src/features/democracy/appraisals/stories.sql.ts listActive
SELECT s.person_id AS id FROM membership s JOIN person p ON p.federation_id = s.federation_id AND p.id = s.person_id WHERE s.federation_id = $ AND s.union_id = $ AND s.state = 'active' ORDER BY p.staff_number, p.id LIMIT $ OFFSET $;

-- src/features/democracy/ballots/ballots.sql.ts putMatter
INSERT INTO ballot_matter (federation_id, id, union_id, about, basis, roll, again_of, round, tellers) VALUES ($, $, $, $, $, $::jsonb, $, $, $) ON CONFLICT (federation_id, id) DO UPDATE SET about = excluded.about, basis = excluded.basis, roll = excluded.roll, tellers = excluded.tellers;

-- src/features/democracy/ballots/ballots.sql.ts held
SELECT {HELD} {FROM} WHERE b.federation_id = $ AND {where} ORDER BY b.made_at DESC, b.id LIMIT $ OFFSET $;

-- src/features/democracy/ballots/ballots.sql.ts listKept
SELECT count(*)::int AS n {FROM} WHERE b.federation_id = $ AND {where};

-- src/features/democracy/ballots/ballots.sql.ts countRoll
SELECT count(*)::int AS n FROM ($) x;

-- src/features/democracy/ballots/ballots.sql.ts listPeople
SELECT p.id, p.name, h.name AS unit {MEMBERS} WHERE s.federation_id = $ AND s.state = 'active' AND starts_with(h.path, $) AND p.name LIKE $ ORDER BY p.name, p.id LIMIT 20;

-- src/features/democracy/ballots/ballots.sql.ts findPeople
SELECT p.id, p.name, h.name AS unit {MEMBERS} WHERE s.federation_id = $ AND s.state = 'active' AND starts_with(h.path, $) AND p.id = ANY ($::uuid[]) ORDER BY p.name, p.id LIMIT 1000;

-- src/features/democracy/ballots/ballots.sql.ts nameUnions
SELECT id, name FROM union_unit WHERE federation_id = $ AND id = ANY ($::uuid[]) LIMIT 20000;

-- src/features/democracy/ballots/ballots.sql.ts listVoters
SELECT v.person_id AS id FROM ballot_voter v WHERE v.federation_id = $ AND v.ballot_id = $ ORDER BY v.person_id LIMIT $;

-- src/features/democracy/ballots/hall.sql.ts findPlace
SELECT u.name AS union, u.path, coalesce(m.about, '') AS about FROM ballot b JOIN union_unit u ON u.federation_id = b.federation_id AND u.id = b.union_id LEFT JOIN ballot_matter m ON m.federation_id = b.federation_id AND m.id = b.id WHERE b.federation_id = $ AND b.id = $;

-- src/features/democracy/ballots/hall.sql.ts findVoters
SELECT p.id, p.name, coalesce(p.staff_number, '') AS "staffNumber", u.name AS unit, v.class FROM ballot_voter v JOIN person p ON p.federation_id = v.federation_id AND p.id = v.person_id JOIN union_unit u ON u.federation_id = v.federation_id AND u.id = v.union_id WHERE v.federation_id = $ AND v.ballot_id = $ AND (starts_with(p.name, $) OR p.staff_number = $) ORDER BY p.name, p.id LIMIT 20;

-- src/features/democracy/briefings/briefings.sql.ts findBriefing
SELECT $ FROM {FROM} WHERE {tenant(tx)} AND b.id = $ AND ($ OR $);

-- src/features/democracy/briefings/briefings.sql.ts findKept
SELECT 1 FROM briefing b WHERE {tenant(tx)} AND b.id = $ FOR UPDATE;

-- src/features/democracy/briefings/briefings.sql.ts findKept
SELECT $ FROM {FROM} WHERE {tenant(tx)} AND b.id = $ AND $;

-- src/features/democracy/briefings/briefings.sql.ts listForMe
SELECT $, (count(*) OVER ())::int AS n FROM {FROM} WHERE {where} ORDER BY {f.when === 'coming' ? sql`b.held_at, b.id` : sql`b.held_at DESC, b.id`} LIMIT $ OFFSET $;

-- src/features/democracy/briefings/briefings.sql.ts listRegister
SELECT $, (count(*) OVER ())::int AS n FROM {FROM} WHERE {sql.join(all, sql` AND `)} ORDER BY b.held_at DESC, b.id LIMIT $ OFFSET $;

-- src/features/democracy/briefings/briefings.sql.ts insertBriefing
INSERT INTO briefing (federation_id, id, union_id, title, about, place, held_at, ends_at, agenda, files, by_id) VALUES ($, $, $, $, $, $, $, $, $::jsonb, $::uuid[], $);

-- src/features/democracy/briefings/briefings.sql.ts updateBriefing
UPDATE briefing SET title = $, about = $, place = $, held_at = $, ends_at = $, agenda = $::jsonb, files = $::uuid[] WHERE federation_id = $ AND id = $;

-- src/features/democracy/briefings/briefings.sql.ts mark
UPDATE briefing SET started_at = CASE WHEN $::boolean THEN $::timestamptz ELSE started_at END, ended_at = CASE WHEN $::boolean THEN $::timestamptz ELSE ended_at END, minutes = coalesce($::text, minutes), published_at = CASE WHEN $::text IS NULL THEN published_at ELSE $::timestamptz END WHERE federation_id = $ AND id = $;

-- src/features/democracy/briefings/briefings.sql.ts listMembers
SELECT m.person_id AS id FROM membership m JOIN union_unit u ON u.federation_id = m.federation_id AND u.id = m.union_id WHERE m.federation_id = $ AND m.state = 'active' AND (u.path LIKE $ OR u.sector_path LIKE $) ORDER BY m.person_id LIMIT 1000000;

-- src/features/democracy/briefings/briefings.sql.ts putAttendance
INSERT INTO briefing_attendance (federation_id, briefing_id, person_id, at) SELECT $::uuid, $::uuid, x.id, $ FROM unnest($::uuid[]) AS x(id) ON CONFLICT DO NOTHING;

-- src/features/democracy/briefings/briefings.sql.ts listAttendance
SELECT p.id, p.name, coalesce(u.name, '') AS union, x.at, (count(*) OVER ())::int AS n FROM briefing_attendance x JOIN person p ON p.federation_id = x.federation_id AND p.id = x.person_id LEFT JOIN membership m ON m.federation_id = p.federation_id AND m.person_id = p.id AND m.state <> 'ended' LEFT JOIN union_unit u ON u.federation_id = m.federation_id AND u.id = m.union_id WHERE x.federation_id = $ AND x.briefing_id = $ ORDER BY x.at, p.id LIMIT $ OFFSET $;

-- src/features/democracy/briefings/briefings.sql.ts listQuestions
SELECT $, (count(*) OVER ())::int AS n FROM {QUESTIONS} WHERE q.federation_id = $ AND q.briefing_id = $ AND ($::boolean OR q.state <> 'hidden' OR q.person_id = $) ORDER BY array_position(ARRAY['answering','asked','answered','hidden'], q.state), CASE WHEN q.state = 'asked' THEN v.n END DESC, q.at, q.id LIMIT $ OFFSET $;

-- src/features/democracy/briefings/briefings.sql.ts findQuestion
SELECT 1 FROM briefing_question q WHERE q.federation_id = $ AND (q.id = $ OR q.case_id = $) FOR UPDATE;

-- src/features/democracy/briefings/briefings.sql.ts findQuestion
SELECT $, c.state AS "briefingState", b.title, b.union_id AS "unionId", u.name AS union FROM {QUESTIONS} JOIN briefing b ON b.federation_id = q.federation_id AND b.id = q.briefing_id JOIN case_file c ON c.federation_id = b.federation_id AND c.id = b.id JOIN union_unit u ON u.federation_id = b.federation_id AND u.id = b.union_id WHERE q.federation_id = $ AND (q.id = $ OR q.case_id = $) AND ($ OR ($::boolean AND $ AND (q.state <> 'hidden' OR q.person_id = $)));

-- src/features/democracy/briefings/briefings.sql.ts insertQuestion
INSERT INTO briefing_question (federation_id, id, briefing_id, person_id, text, named, state, at) VALUES ($, $, $, $, $, $, 'asked', $);

-- src/features/democracy/briefings/briefings.sql.ts countAsked
SELECT count(*)::int AS n FROM briefing_question WHERE federation_id = $ AND briefing_id = $ AND person_id = $;

-- src/features/democracy/briefings/briefings.sql.ts setVote
INSERT INTO briefing_vote (federation_id, question_id, person_id, at) VALUES ($, $, $, $) ON CONFLICT DO NOTHING;

-- src/features/democracy/briefings/briefings.sql.ts setVote
DELETE FROM briefing_vote WHERE federation_id = $ AND question_id = $ AND person_id = $;

-- src/features/democracy/briefings/briefings.sql.ts setVote
SELECT count(*)::int AS n FROM briefing_vote WHERE federation_id = $ AND question_id = $;

-- src/features/democracy/briefings/briefings.sql.ts putVotes
INSERT INTO briefing_vote (federation_id, question_id, person_id, at) SELECT $::uuid, $::uuid, x.id, $ FROM unnest($::uuid[]) AS x(id) ON CONFLICT DO NOTHING;

-- src/features/democracy/briefings/briefings.sql.ts setState
UPDATE briefing_question q SET state = $ WHERE q.federation_id = $ AND q.id = $ AND q.state <> 'answered' AND ($ <> 'answering' OR NOT EXISTS (SELECT 1 FROM briefing_question x WHERE x.federation_id = q.federation_id AND x.briefing_id = q.briefing_id AND x.state = 'answering' AND x.id <> q.id)) RETURNING q.id;

-- src/features/democracy/briefings/briefings.sql.ts setAnswer
UPDATE briefing_question SET state = 'answered', answer = $, live = $, answered_by_id = $, answered_at = $ WHERE federation_id = $ AND id = $ AND answered_at IS NULL RETURNING id;

-- src/features/democracy/briefings/briefings.sql.ts setLater
UPDATE briefing_question SET state = 'asked', case_id = $, due_at = $ WHERE federation_id = $ AND id = $ AND answered_at IS NULL;

-- src/features/democracy/briefings/briefings.sql.ts sumYear
SELECT u.id, u.name, u.path, coalesce(s.held, 0)::int AS held, coalesce(s.planned, 0)::int AS planned, coalesce(s.attended, 0)::int AS attended, coalesce(s.questions, 0)::int AS questions, coalesce(s.live, 0)::int AS "answeredLive", coalesce(s.later, 0)::int AS "answeredLater", coalesce(s.open, 0)::int AS open, (count(*) OVER ())::int AS n FROM union_unit u LEFT JOIN (SELECT b.union_id, count(*) FILTER (WHERE c.state IN ('live','ended','published')) AS held, count(*) FILTER (WHERE c.state = 'planned') AS planned, sum(a.n) AS attended, sum(k.n) AS questions, sum(k.live) AS live, sum(k.later) AS later, sum(k.open) AS open FROM briefing b JOIN case_file c ON c.federation_id = b.federation_id AND c.id = b.id CROSS JOIN LATERAL (SELECT count(*) AS n FROM briefing_attendance x WHERE x.federation_id = b.federation_id AND x.briefing_id = b.id) a CROSS JOIN LATERAL (SELECT count(*) FILTER (WHERE x.state <> 'hidden') AS n, count(*) FILTER (WHERE x.live) AS live, count(*) FILTER (WHERE NOT x.live) AS later, count(*) FILTER (WHERE x.state IN ('asked','answering')) AS open FROM briefing_question x WHERE x.federation_id = b.federation_id AND x.briefing_id = b.id) k WHERE b.federation_id = $ AND b.held_at >= $ AND b.held_at < $ AND c.state <> 'calledOff' GROUP BY b.union_id) s ON s.union_id = u.id WHERE u.federation_id = $ AND u.state IN ('preparing','active') AND $ AND {o.unionPath ? sql`u.path LIKE ${`${o.unionPath}%`}` : sql`true`} AND (u.kind IN ('enterprise','group') OR s.union_id IS NOT NULL) ORDER BY coalesce(s.held, 0), u.path LIMIT $ OFFSET $;

-- src/features/democracy/congress/constituencies.sql.ts countUnits
SELECT u.id, u.name, u.kind, u.path, count(m.id)::int AS people, count(m.id) FILTER (WHERE p.sex = 'female')::int AS women, count(m.id) FILTER (WHERE m.employment_form = 'dispatched')::int AS dispatched FROM union_unit u LEFT JOIN membership m ON m.federation_id = u.federation_id AND m.union_id = u.id AND m.state <> 'reserved' AND m.began_on <= $::date AND (m.ended_on IS NULL OR m.ended_on > $::date) LEFT JOIN person p ON p.federation_id = m.federation_id AND p.id = m.person_id WHERE u.federation_id = $ AND u.path LIKE $ AND u.state IN ('preparing','active') GROUP BY u.id, u.name, u.kind, u.path ORDER BY u.path LIMIT 5000;

-- src/features/democracy/congress/constituencies.sql.ts listConstituencies
SELECT c.id, c.term_id AS "termId", c.number, c.name, c.delegation_id AS "delegationId", coalesce(g.name, '') AS delegation, c.counted, c.others, c.others_reason AS "othersReason", c.women, c.dispatched, c.seats, (SELECT count(*)::int FROM congress_delegate d WHERE d.federation_id = c.federation_id AND d.constituency_id = c.id AND d.class = 'delegate' AND d.until IS NULL) AS filled, e.id AS "electionId", e.state AS "electionState", (SELECT coalesce(jsonb_agg(jsonb_build_object('id', u.id, 'name', u.name) ORDER BY u.path), '[]'::jsonb) FROM congress_constituency_unit x JOIN union_unit u ON u.federation_id = x.federation_id AND u.id = x.union_id WHERE x.federation_id = c.federation_id AND x.constituency_id = c.id) AS units FROM congress_constituency c LEFT JOIN congress_delegation g ON g.federation_id = c.federation_id AND g.id = c.delegation_id LEFT JOIN LATERAL (SELECT e.id, coalesce(e.outcome, CASE WHEN e.present IS NULL THEN 'open' ELSE 'entered' END) AS state FROM congress_election e WHERE e.federation_id = c.federation_id AND e.constituency_id = c.id AND e.outcome IS DISTINCT FROM 'dropped' ORDER BY e.called_at DESC, e.id DESC LIMIT 1) e ON true WHERE c.federation_id = $ AND c.term_id = $ AND {ids === null ? sql`true` : sql`c.id = ANY (${[...ids]}::uuid[])`} ORDER BY c.number, c.id LIMIT 2000;

-- src/features/democracy/congress/constituencies.sql.ts termOfConstituency
SELECT term_id AS "termId" FROM congress_constituency WHERE federation_id = $ AND id = $;

-- src/features/democracy/congress/constituencies.sql.ts insertConstituencies
INSERT INTO congress_constituency (federation_id, id, term_id, number, name, counted, others, others_reason, women, dispatched) SELECT $, x.id, $, x.number, x.name, x.counted, x.others, x."othersReason", x.women, x.dispatched FROM jsonb_to_recordset($::jsonb) AS x(id uuid, number smallint, name text, counted integer, others integer, "othersReason" text, women integer, dispatched integer);

-- src/features/democracy/congress/constituencies.sql.ts putUnits
INSERT INTO congress_constituency_unit (federation_id, term_id, union_id, constituency_id) SELECT $, $, x.u, x.c FROM unnest($::uuid[], $::uuid[]) AS x(u, c) ON CONFLICT (federation_id, term_id, union_id) DO NOTHING RETURNING 1;

-- src/features/democracy/congress/constituencies.sql.ts clearUnits
DELETE FROM congress_constituency_unit WHERE federation_id = $ AND constituency_id = $;

-- src/features/democracy/congress/constituencies.sql.ts updateConstituencies
UPDATE congress_constituency c SET name = x.name, counted = x.counted, others = x.others, others_reason = x."othersReason", women = x.women, dispatched = x.dispatched, seats = x.seats FROM jsonb_to_recordset($::jsonb) AS x(id uuid, name text, counted integer, others integer, "othersReason" text, women integer, dispatched integer, seats integer) WHERE c.federation_id = $ AND c.id = x.id;

-- src/features/democracy/congress/constituencies.sql.ts deleteConstituencies
DELETE FROM congress_constituency_unit WHERE federation_id = $ AND constituency_id = ANY ($::uuid[]);

-- src/features/democracy/congress/constituencies.sql.ts deleteConstituencies
DELETE FROM congress_constituency WHERE federation_id = $ AND id = ANY ($::uuid[]);

-- src/features/democracy/congress/constituencies.sql.ts isVotedIn
SELECT EXISTS (SELECT 1 FROM congress_delegate d WHERE d.federation_id = $ AND d.constituency_id = $) OR EXISTS (SELECT 1 FROM congress_election e WHERE e.federation_id = $ AND e.constituency_id = $) AS used;

-- src/features/democracy/congress/constituencies.sql.ts listDelegations
SELECT g.id, g.number, g.name, g.head_id AS "headId", coalesce(hp.name, '') AS head, g.deputy_id AS "deputyId", coalesce(dp.name, '') AS deputy, (SELECT count(*)::int FROM congress_delegate d LEFT JOIN congress_constituency c ON c.federation_id = d.federation_id AND c.id = d.constituency_id WHERE d.federation_id = g.federation_id AND d.term_id = g.term_id AND d.until IS NULL AND d.class = 'delegate' AND coalesce(d.delegation_id, c.delegation_id) = g.id) AS delegates FROM congress_delegation g LEFT JOIN congress_delegate h ON h.federation_id = g.federation_id AND h.id = g.head_id AND h.until IS NULL LEFT JOIN person hp ON hp.federation_id = h.federation_id AND hp.id = h.person_id LEFT JOIN congress_delegate d ON d.federation_id = g.federation_id AND d.id = g.deputy_id AND d.until IS NULL LEFT JOIN person dp ON dp.federation_id = d.federation_id AND dp.id = d.person_id WHERE g.federation_id = $ AND g.term_id = $ ORDER BY g.number, g.id LIMIT 500;

-- src/features/democracy/congress/constituencies.sql.ts termOfDelegation
SELECT term_id AS "termId" FROM congress_delegation WHERE federation_id = $ AND id = $;

-- src/features/democracy/congress/constituencies.sql.ts putDelegation
SELECT 1 FROM congress_delegation WHERE federation_id = $ AND term_id = $ AND name = $ AND id <> $;

-- src/features/democracy/congress/constituencies.sql.ts putDelegation
INSERT INTO congress_delegation (federation_id, id, term_id, number, name, head_id, deputy_id) VALUES ($, $, $, $, $, $, $) ON CONFLICT (federation_id, id) DO UPDATE SET name = excluded.name, head_id = excluded.head_id, deputy_id = excluded.deputy_id;

-- src/features/democracy/congress/constituencies.sql.ts setDelegation
UPDATE congress_constituency SET delegation_id = CASE WHEN id = ANY ($::uuid[]) THEN $::uuid ELSE NULL END WHERE federation_id = $ AND term_id = $ AND (delegation_id = $ OR id = ANY ($::uuid[]));

-- src/features/democracy/congress/constituencies.sql.ts deleteDelegation
UPDATE congress_constituency SET delegation_id = NULL WHERE federation_id = $ AND delegation_id = $;

-- src/features/democracy/congress/constituencies.sql.ts deleteDelegation
UPDATE congress_delegate SET delegation_id = NULL WHERE federation_id = $ AND delegation_id = $;

-- src/features/democracy/congress/constituencies.sql.ts deleteDelegation
DELETE FROM congress_delegation WHERE federation_id = $ AND id = $;

-- src/features/democracy/congress/delegates.sql.ts listRoll
SELECT {COLUMNS} FROM {FROM} WHERE {where} ORDER BY array_position(ARRAY['delegate','observer','guest'], d.class), c.number, d.card_number, d.id LIMIT $ OFFSET $;

-- src/features/democracy/congress/delegates.sql.ts listRoll
SELECT count(*)::int AS n FROM {FROM} WHERE {where};

-- src/features/democracy/congress/delegates.sql.ts findDelegates
SELECT {COLUMNS} FROM {FROM} WHERE {tenant(tx)} AND d.id = ANY ($::uuid[]) ORDER BY d.card_number;

-- src/features/democracy/congress/delegates.sql.ts sumRoll
SELECT count(*) FILTER (WHERE v)::int AS delegates, count(*) FILTER (WHERE v AND p.sex = 'female')::int AS women, count(*) FILTER (WHERE v AND d.post = 'frontline')::int AS frontline, count(*) FILTER (WHERE v AND d.post = 'manager')::int AS managers, count(*) FILTER (WHERE v AND d.dispatched)::int AS dispatched, count(*) FILTER (WHERE v AND p.birth_date >= $::date)::int AS young, count(*) FILTER (WHERE d.class = 'observer' AND d.until IS NULL)::int AS observers, count(*) FILTER (WHERE d.class = 'guest' AND d.until IS NULL)::int AS guests, count(*) FILTER (WHERE v AND d.checked = 'waiting')::int AS waiting, count(*) FILTER (WHERE v AND d.checked = 'failed')::int AS failed, count(*) FILTER (WHERE {VACANT})::int AS vacancies, count(*) FILTER (WHERE v AND NOT EXISTS (SELECT 1 FROM membership m WHERE m.federation_id = d.federation_id AND m.person_id = d.person_id AND m.state = 'active'))::int AS gone FROM congress_delegate d CROSS JOIN LATERAL (SELECT d.class = 'delegate' AND d.until IS NULL AS v) k LEFT JOIN person p ON p.federation_id = d.federation_id AND p.id = d.person_id LEFT JOIN congress_delegate n ON n.federation_id = d.federation_id AND n.replaces_id = d.id AND n.end_reason IS DISTINCT FROM 'mistake' WHERE {tenant(tx)} AND d.term_id = $;

-- src/features/democracy/congress/delegates.sql.ts insertDelegates
INSERT INTO congress_delegate (federation_id, id, term_id, person_id, name, class, constituency_id, delegation_id, election_id, replaces_id, post, dispatched, unit, card_number, card_code, since, checked) SELECT $, x.id, $, x."personId", x.name, x.class, x."constituencyId", x."delegationId", x."electionId", x."replacesId", x.post, x.dispatched, x.unit, x."cardNumber", x."cardCode", x.since, x.checked FROM jsonb_to_recordset($::jsonb) AS x(id uuid, "personId" uuid, name text, class text, "constituencyId" uuid, "delegationId" uuid, "electionId" uuid, "replacesId" uuid, post text, dispatched boolean, unit text, "cardNumber" text, "cardCode" uuid, since date, checked text) ON CONFLICT (federation_id, term_id, person_id) WHERE until IS NULL AND person_id IS NOT NULL DO NOTHING RETURNING id;

-- src/features/democracy/congress/delegates.sql.ts lastCards
SELECT d.class, max(substring(d.card_number FROM '([0-9]{1,5})$')::int)::int AS n FROM congress_delegate d WHERE {tenant(tx)} AND d.term_id = $ GROUP BY d.class;

-- src/features/democracy/congress/delegates.sql.ts cardsTaken
SELECT d.card_number AS card FROM congress_delegate d WHERE {tenant(tx)} AND d.term_id = $ AND d.card_number = ANY ($::text[]);

-- src/features/democracy/congress/delegates.sql.ts updateDelegate
UPDATE congress_delegate d SET post = $, dispatched = $, delegation_id = $, contact = $ WHERE {tenant(tx)} AND d.id = $;

-- src/features/democracy/congress/delegates.sql.ts setContact
UPDATE congress_delegate d SET contact = $ WHERE {tenant(tx)} AND d.id = $;

-- src/features/democracy/congress/delegates.sql.ts setChecked
UPDATE congress_delegate d SET checked = $, check_note = $ WHERE {tenant(tx)} AND d.term_id = $ AND d.id = ANY ($::uuid[]) AND d.until IS NULL RETURNING 1;

-- src/features/democracy/congress/delegates.sql.ts endDelegate
UPDATE congress_delegate d SET until = $::date, end_reason = $, end_note = $ WHERE {tenant(tx)} AND d.id = $;

-- src/features/democracy/congress/delegates.sql.ts endDelegate
DELETE FROM congress_group_seat s WHERE s.federation_id = $ AND s.delegate_id = $;

-- src/features/democracy/congress/delegates.sql.ts endDelegate
UPDATE congress_delegation g SET head_id = CASE WHEN g.head_id = $ THEN NULL ELSE g.head_id END, deputy_id = CASE WHEN g.deputy_id = $ THEN NULL ELSE g.deputy_id END WHERE g.federation_id = $ AND (g.head_id = $ OR g.deputy_id = $);

-- src/features/democracy/congress/delegates.sql.ts restoreDelegate
UPDATE congress_delegate d SET until = NULL, end_reason = NULL, end_note = '' WHERE {tenant(tx)} AND d.id = $ AND NOT EXISTS (SELECT 1 FROM congress_delegate o WHERE o.federation_id = d.federation_id AND o.term_id = d.term_id AND o.person_id = d.person_id AND o.until IS NULL) RETURNING 1;

-- src/features/democracy/congress/delegates.sql.ts setSeatDropped
UPDATE congress_delegate d SET seat_dropped = $ WHERE {tenant(tx)} AND d.id = $;

-- src/features/democracy/congress/delegates.sql.ts listVacant
SELECT d.id FROM congress_delegate d LEFT JOIN congress_delegate n ON n.federation_id = d.federation_id AND n.replaces_id = d.id AND n.end_reason IS DISTINCT FROM 'mistake' WHERE {tenant(tx)} AND d.constituency_id = $ AND {VACANT} ORDER BY d.until, d.id LIMIT 1000;

-- src/features/democracy/congress/delegates.sql.ts listColleagues
SELECT p.id, p.name, u.name AS unit, m.job FROM membership m JOIN union_unit u ON u.federation_id = m.federation_id AND u.id = m.union_id JOIN person p ON p.federation_id = m.federation_id AND p.id = m.person_id WHERE m.federation_id = $ AND m.state = 'active' AND $ AND (p.name LIKE $ OR p.staff_number = $) ORDER BY p.name, p.id LIMIT 10;

-- src/features/democracy/congress/delegates.sql.ts findWorkers
SELECT p.id AS "personId", p.name, p.staff_number AS "staffNumber", m.union_id AS "unionId", m.employment_form = 'dispatched' AS dispatched, x.constituency_id AS "constituencyId" FROM person p JOIN membership m ON m.federation_id = p.federation_id AND m.person_id = p.id AND m.state = 'active' JOIN union_unit u ON u.federation_id = m.federation_id AND u.id = m.union_id LEFT JOIN congress_constituency_unit x ON x.federation_id = m.federation_id AND x.term_id = $ AND x.union_id = m.union_id WHERE p.federation_id = $ AND u.path LIKE $ AND $ ORDER BY p.staff_number, p.id LIMIT 10000;

-- src/features/democracy/congress/elections.sql.ts findElection
SELECT 1 FROM congress_election e WHERE e.federation_id = $ AND e.id = $ FOR UPDATE;

-- src/features/democracy/congress/elections.sql.ts findElection
SELECT {ELECTION} FROM {FROM} WHERE e.federation_id = $ AND e.id = $;

-- src/features/democracy/congress/elections.sql.ts listElections
SELECT {ELECTION} FROM {FROM} WHERE e.federation_id = $ AND e.term_id = $ ORDER BY (e.outcome IS NOT NULL), e.called_at DESC, c.number, e.id LIMIT 5000;

-- src/features/democracy/congress/elections.sql.ts countRounds
SELECT count(*)::int AS n FROM congress_election e WHERE e.federation_id = $ AND e.constituency_id = $ AND e.purpose = $;

-- src/features/democracy/congress/elections.sql.ts insertElections
INSERT INTO congress_election (federation_id, id, term_id, constituency_id, purpose, round, seats, method, held_on, place, entitled, rule_set_id, called_at) SELECT $, x.id, $, x."constituencyId", x.purpose, x.round, x.seats, x.method, x."heldOn", x.place, x.entitled, x."ruleSetId", $ FROM jsonb_to_recordset($::jsonb) AS x(id uuid, "constituencyId" uuid, purpose text, round smallint, seats integer, method text, "heldOn" date, place text, entitled integer, "ruleSetId" text) ON CONFLICT DO NOTHING RETURNING 1;

-- src/features/democracy/congress/elections.sql.ts findByBallot
SELECT {ELECTION} FROM {FROM} WHERE e.federation_id = $ AND e.ballot_id = $;

-- src/features/democracy/congress/elections.sql.ts setBallot
UPDATE congress_election SET method = 'ballot', ballot_id = $, entitled = $, held_on = $ WHERE federation_id = $ AND id = $ AND ballot_id IS NULL;

-- src/features/democracy/congress/elections.sql.ts rollOfConstituency
SELECT m.person_id, ''::text AS class, m.union_id FROM membership m JOIN congress_constituency_unit x ON x.federation_id = m.federation_id AND x.union_id = m.union_id WHERE m.federation_id = $ AND x.constituency_id = $ AND m.state = 'active';

-- src/features/democracy/congress/elections.sql.ts setFigures
UPDATE congress_election SET present = $, issued = $, returned = $, invalid = $, held_on = $, place = $, tellers = $, entered_by = $ WHERE federation_id = $ AND id = $;

-- src/features/democracy/congress/elections.sql.ts closeElection
UPDATE congress_election SET outcome = $, findings = $::jsonb, closed_at = $, closed_by = $ WHERE federation_id = $ AND id = $;

-- src/features/democracy/congress/elections.sql.ts listCandidates
SELECT k.person_id AS "personId", k.number, p.name, coalesce(u.name, '') AS unit, coalesce(p.sex, '') AS sex, k.way, k.post, k.dispatched, k.about, k.votes, k.elected FROM congress_candidate k JOIN person p ON p.federation_id = k.federation_id AND p.id = k.person_id LEFT JOIN membership m ON m.federation_id = k.federation_id AND m.person_id = k.person_id AND m.state <> 'ended' LEFT JOIN union_unit u ON u.federation_id = m.federation_id AND u.id = m.union_id WHERE k.federation_id = $ AND k.election_id = $ ORDER BY k.votes DESC NULLS LAST, k.number, k.person_id LIMIT 1000;

-- src/features/democracy/congress/elections.sql.ts insertCandidates
INSERT INTO congress_candidate (federation_id, election_id, person_id, number, way, post, dispatched, about, votes, elected) SELECT $, x."electionId", x."personId", x.number, x.way, x.post, x.dispatched, x.about, x.votes, coalesce(x.elected, false) FROM jsonb_to_recordset($::jsonb) AS x("electionId" uuid, "personId" uuid, number smallint, way text, post text, dispatched boolean, about text, votes integer, elected boolean) ON CONFLICT (federation_id, election_id, person_id) DO NOTHING RETURNING 1;

-- src/features/democracy/congress/elections.sql.ts deleteCandidate
DELETE FROM congress_candidate WHERE federation_id = $ AND election_id = $ AND person_id = $ RETURNING 1;

-- src/features/democracy/congress/elections.sql.ts setVotes
UPDATE congress_candidate k SET votes = x.votes FROM unnest($::uuid[], $::int[]) AS x(id, votes) WHERE k.federation_id = $ AND k.election_id = $ AND k.person_id = x.id;

-- src/features/democracy/congress/elections.sql.ts setElected
UPDATE congress_candidate SET elected = (person_id = ANY ($::uuid[])) WHERE federation_id = $ AND election_id = $;

-- src/features/democracy/congress/my.sql.ts listMine
SELECT b.id AS "bodyId", b.kind, b.form, b.name AS body, u.name AS union, t.id AS "termId", t.number, {STAGE} AS stage, t.began_on::text AS "beganOn", t.ends_on::text AS "endsOn", t.seats, c.id AS "constituencyId", coalesce(c.name, '') AS constituency FROM {FROM} LEFT JOIN congress_constituency_unit x ON x.federation_id = t.federation_id AND x.term_id = t.id AND x.union_id = $::uuid LEFT JOIN congress_constituency c ON c.federation_id = x.federation_id AND c.id = x.constituency_id WHERE t.federation_id = $ AND t.ended_on IS NULL AND $ ORDER BY length(u.path) DESC, b.kind DESC, (t.confirmed_at IS NULL), t.id LIMIT 40;

-- src/features/democracy/congress/my.sql.ts listOfConstituencies
SELECT d.id, d.term_id AS "termId", CASE WHEN d.class = 'delegate' THEN d.constituency_id END AS "constituencyId", d.person_id AS "personId", p.name, coalesce(u.name, d.unit) AS unit, d.post, d.contact FROM congress_delegate d JOIN person p ON p.federation_id = d.federation_id AND p.id = d.person_id LEFT JOIN membership m ON m.federation_id = d.federation_id AND m.person_id = d.person_id AND m.state <> 'ended' LEFT JOIN union_unit u ON u.federation_id = m.federation_id AND u.id = m.union_id WHERE d.federation_id = $ AND d.until IS NULL AND ((d.class = 'delegate' AND d.constituency_id = ANY ($::uuid[])) OR (d.person_id = $ AND d.term_id = ANY ($::uuid[]))) ORDER BY d.card_number, d.id LIMIT 500;

-- src/features/democracy/congress/my.sql.ts listElectionsOf
SELECT e.id, e.term_id AS "termId", e.constituency_id AS "constituencyId", c.name AS constituency, e.purpose, e.held_on::text AS "heldOn", e.seats, e.outcome IS NULL AS open FROM congress_election e JOIN congress_constituency c ON c.federation_id = e.federation_id AND c.id = e.constituency_id WHERE e.federation_id = $ AND e.constituency_id = ANY ($::uuid[]) AND (e.outcome IS NULL OR (e.closed_at > $ AND e.outcome <> 'dropped')) ORDER BY (e.outcome IS NULL) DESC, e.held_on DESC, e.id LIMIT 50;

-- src/features/democracy/congress/my.sql.ts findMyTerm
SELECT t.id, b.id AS "bodyId", b.union_id AS "unionId", b.name AS body, u.name AS union, b.kind, t.number, {STAGE} AS stage, t.began_on::text AS "beganOn", t.ends_on::text AS "endsOn", t.seats, h.held, h.women, h.frontline FROM {FROM} LEFT JOIN LATERAL (SELECT count(*)::int AS held, count(*) FILTER (WHERE p.sex = 'female')::int AS women, count(*) FILTER (WHERE d.post = 'frontline')::int AS frontline FROM congress_delegate d LEFT JOIN person p ON p.federation_id = d.federation_id AND p.id = d.person_id WHERE d.federation_id = t.federation_id AND d.term_id = t.id AND d.class = 'delegate' AND d.until IS NULL) h ON true WHERE t.federation_id = $ AND t.id = $ AND $;

-- src/features/democracy/congress/my.sql.ts findMyElection
SELECT t.id AS "termId", b.name AS body, u.name AS union, t.number FROM {FROM} JOIN congress_election e ON e.federation_id = t.federation_id AND e.term_id = t.id WHERE t.federation_id = $ AND e.id = $ AND e.outcome IS DISTINCT FROM 'dropped' AND $;

-- src/features/democracy/congress/my.sql.ts findMyCard
SELECT d.id, t.id AS "termId", b.name AS body, u.name AS union, b.union_id AS "unionId", b.kind, t.number, {STAGE} AS stage, t.began_on::text AS "beganOn", t.ends_on::text AS "endsOn", p.name, coalesce(mu.name, d.unit) AS unit, d.class, d.card_number AS "cardNumber", d.card_code AS code, coalesce(g.name, '') AS delegation, coalesce(hp.name, '') AS head, coalesce(c.name, '') AS constituency, d.contact, ARRAY(SELECT w.name FROM congress_group_seat s JOIN congress_group w ON w.federation_id = s.federation_id AND w.id = s.group_id WHERE s.federation_id = d.federation_id AND s.delegate_id = d.id ORDER BY w.name) AS groups, coalesce(c.counted + c.others, 0)::int AS electors FROM {FROM} JOIN congress_delegate d ON d.federation_id = t.federation_id AND d.term_id = t.id JOIN person p ON p.federation_id = d.federation_id AND p.id = d.person_id LEFT JOIN membership m ON m.federation_id = d.federation_id AND m.person_id = d.person_id AND m.state <> 'ended' LEFT JOIN union_unit mu ON mu.federation_id = m.federation_id AND mu.id = m.union_id LEFT JOIN congress_constituency c ON c.federation_id = d.federation_id AND c.id = d.constituency_id LEFT JOIN congress_delegation g ON g.federation_id = d.federation_id AND g.id = coalesce(d.delegation_id, c.delegation_id) LEFT JOIN congress_delegate h ON h.federation_id = g.federation_id AND h.id = g.head_id LEFT JOIN person hp ON hp.federation_id = h.federation_id AND hp.id = h.person_id WHERE t.federation_id = $ AND d.id = $ AND d.person_id = $ AND d.until IS NULL;

-- src/features/democracy/congress/recalls.sql.ts listRecalls
SELECT {RECALL} FROM {FROM} WHERE r.federation_id = $ AND r.term_id = $ ORDER BY (r.outcome IS NOT NULL), r.proposed_on DESC, r.id LIMIT 500;

-- src/features/democracy/congress/recalls.sql.ts lockRecall
SELECT 1 FROM congress_recall r WHERE r.federation_id = $ AND r.id = $ FOR UPDATE;

-- src/features/democracy/congress/recalls.sql.ts lockRecall
SELECT {RECALL} FROM {FROM} WHERE r.federation_id = $ AND r.id = $;

-- src/features/democracy/congress/recalls.sql.ts insertRecall
INSERT INTO congress_recall (federation_id, id, term_id, delegate_id, constituency_id, proposed_on, proposers, reason, entitled, rule_set_id) VALUES ($, $, $, $, $, $, $, $, $, $) ON CONFLICT (federation_id, delegate_id) WHERE outcome IS NULL DO NOTHING RETURNING 1;

-- src/features/democracy/congress/recalls.sql.ts closeRecall
UPDATE congress_recall SET outcome = $, closed_at = $, findings = $::jsonb, voted_on = $::date, statement = $, issued = $, returned = $, approvals = $, invalid = $ WHERE federation_id = $ AND id = $;

-- src/features/democracy/congress/recalls.sql.ts listGroups
SELECT g.id, g.term_id AS "termId", g.sort, g.name, g.duty, (SELECT coalesce(jsonb_agg(jsonb_build_object('delegateId', d.id, 'name', coalesce(p.name, d.name), 'leads', s.leads, 'post', d.post, 'sex', coalesce(p.sex, '')) ORDER BY s.leads DESC, d.card_number), '[]'::jsonb) FROM congress_group_seat s JOIN congress_delegate d ON d.federation_id = s.federation_id AND d.id = s.delegate_id LEFT JOIN person p ON p.federation_id = d.federation_id AND p.id = d.person_id WHERE s.federation_id = g.federation_id AND s.group_id = g.id) AS people FROM congress_group g WHERE g.federation_id = $ AND g.term_id = $ ORDER BY g.sort, g.name, g.id LIMIT 100;

-- src/features/democracy/congress/recalls.sql.ts termOfGroup
SELECT term_id AS "termId" FROM congress_group WHERE federation_id = $ AND id = $;

-- src/features/democracy/congress/recalls.sql.ts putGroup
SELECT 1 FROM congress_group WHERE federation_id = $ AND term_id = $ AND id <> $ AND (name = $ OR (sort = 'presidium' AND $::text = 'presidium'));

-- src/features/democracy/congress/recalls.sql.ts putGroup
INSERT INTO congress_group (federation_id, id, term_id, sort, name, duty) VALUES ($, $, $, $, $, $) ON CONFLICT (federation_id, id) DO UPDATE SET name = excluded.name, duty = excluded.duty;

-- src/features/democracy/congress/recalls.sql.ts putGroup
INSERT INTO congress_group_seat (federation_id, group_id, delegate_id, leads) SELECT $, $, x.id, coalesce(x.id = $::uuid, false) FROM (SELECT DISTINCT id FROM unnest($::uuid[]) AS y(id)) x;

-- src/features/democracy/congress/recalls.sql.ts clearGroup
DELETE FROM congress_group_seat WHERE federation_id = $ AND group_id = $;

-- src/features/democracy/congress/recalls.sql.ts deleteGroup
DELETE FROM congress_group WHERE federation_id = $ AND id = $;

-- src/features/democracy/congress/roll.sql.ts rollOf
SELECT t.id AS "termId", t.number, b.kind, b.union_id AS "unionId", b.name AS body, (SELECT count(*)::int FROM congress_delegate d WHERE d.federation_id = t.federation_id AND d.term_id = t.id AND d.class = 'delegate' AND d.until <= $::date AND d.end_reason <> 'mistake' AND d.seat_dropped = '' AND NOT EXISTS (SELECT 1 FROM congress_delegate n WHERE n.federation_id = d.federation_id AND n.replaces_id = d.id AND n.end_reason IS DISTINCT FROM 'mistake' AND n.since <= $::date)) AS vacant FROM congress_term t JOIN congress_body b ON b.federation_id = t.federation_id AND b.id = t.body_id WHERE t.federation_id = $ AND t.body_id = $ AND t.confirmed_at IS NOT NULL AND t.began_on <= $::date AND (t.ended_on IS NULL OR t.ended_on > $::date) ORDER BY t.number DESC LIMIT 1;

-- src/features/democracy/congress/roll.sql.ts rollOf
SELECT d.id AS "delegateId", d.person_id AS "personId", coalesce(p.name, d.name) AS name, d.class, (d.class = 'delegate' AND d.checked = 'passed') AS votes, d.post, coalesce(p.sex = 'female', false) AS woman, d.dispatched, m.union_id AS "unionId", coalesce(u.name, d.unit) AS unit, d.constituency_id AS "constituencyId", coalesce(c.name, '') AS constituency, g.id AS "delegationId", coalesce(g.name, '') AS delegation, d.card_number AS "cardNumber", d.card_code AS "cardCode" FROM congress_delegate d LEFT JOIN person p ON p.federation_id = d.federation_id AND p.id = d.person_id LEFT JOIN membership m ON m.federation_id = d.federation_id AND m.person_id = d.person_id AND m.state <> 'ended' LEFT JOIN union_unit u ON u.federation_id = m.federation_id AND u.id = m.union_id LEFT JOIN congress_constituency c ON c.federation_id = d.federation_id AND c.id = d.constituency_id LEFT JOIN congress_delegation g ON g.federation_id = d.federation_id AND g.id = coalesce(d.delegation_id, c.delegation_id) WHERE d.federation_id = $ AND d.term_id = $ AND d.since <= $::date AND (d.until IS NULL OR d.until > $::date) AND d.end_reason IS DISTINCT FROM 'mistake' ORDER BY g.number, c.number, d.card_number, d.id LIMIT 10000;

-- src/features/democracy/congress/roll.sql.ts votersOf
SELECT b.id FROM congress_body b WHERE b.federation_id = $ AND b.union_id = $ AND b.kind = $ LIMIT 1;

-- src/features/democracy/congress/roll.sql.ts findByCard
SELECT d.id AS "delegateId", d.term_id AS "termId", t.body_id AS "bodyId", coalesce(p.name, d.name) AS name, d.class, d.card_number AS "cardNumber" FROM congress_delegate d JOIN congress_term t ON t.federation_id = d.federation_id AND t.id = d.term_id LEFT JOIN person p ON p.federation_id = d.federation_id AND p.id = d.person_id WHERE d.federation_id = $ AND d.card_code = $::uuid AND d.until IS NULL;

-- src/features/democracy/congress/stories.sql.ts listElectors
SELECT z."constituencyId", z."personId", z.job, z.dispatched FROM (SELECT x.constituency_id AS "constituencyId", m.person_id AS "personId", m.job, m.employment_form = 'dispatched' AS dispatched, row_number() OVER (PARTITION BY x.constituency_id ORDER BY (p.sex = 'female' AND md5(p.staff_number) < '05') DESC, md5(p.name || p.staff_number)) AS n FROM congress_constituency_unit x JOIN membership m ON m.federation_id = x.federation_id AND m.union_id = x.union_id AND m.state = 'active' JOIN person p ON p.federation_id = m.federation_id AND p.id = m.person_id WHERE x.federation_id = $ AND x.term_id = $) z WHERE z.n <= 60 OR z."personId" = ANY ($::uuid[]) ORDER BY z.n LIMIT 20000;

-- src/features/democracy/congress/terms.sql.ts findBody
SELECT {BODY} FROM {FROM_BODY} WHERE {tenant(tx)} AND b.id = $ AND {visibleTo(by, permission)};

-- src/features/democracy/congress/terms.sql.ts findBodyOf
SELECT {BODY} FROM {FROM_BODY} WHERE {tenant(tx)} AND b.union_id = $ AND b.kind = $;

-- src/features/democracy/congress/terms.sql.ts lockBody
SELECT 1 FROM congress_body b WHERE {tenant(tx)} AND b.id = $ FOR UPDATE;

-- src/features/democracy/congress/terms.sql.ts insertBody
INSERT INTO congress_body (federation_id, id, union_id, kind, form, name, founded_at) VALUES ($, $, $, $, $, $, $) ON CONFLICT (federation_id, union_id, kind) DO NOTHING RETURNING 1;

-- src/features/democracy/congress/terms.sql.ts findTerm
SELECT {TERM} FROM {FROM_TERM} WHERE {tenant(tx)} AND t.id = $ AND {visibleTo(by, permission)};

-- src/features/democracy/congress/terms.sql.ts findAnyTerm
SELECT {TERM} FROM {FROM_TERM} WHERE {tenant(tx)} AND t.id = $;

-- src/features/democracy/congress/terms.sql.ts lockTerm
SELECT 1 FROM congress_term t WHERE t.federation_id = $ AND t.id = $ FOR UPDATE;

-- src/features/democracy/congress/terms.sql.ts listTerms
SELECT t.id, t.number, {STAGE} AS stage, t.began_on::text AS "beganOn", t.ends_on::text AS "endsOn", t.ended_on::text AS "endedOn", t.renewal, t.seats, (SELECT count(*)::int FROM congress_delegate d WHERE d.federation_id = t.federation_id AND d.term_id = t.id AND d.class = 'delegate' AND d.until IS NULL) AS delegates FROM congress_term t WHERE t.federation_id = $ AND t.body_id = $ ORDER BY t.number DESC LIMIT 200;

-- src/features/democracy/congress/terms.sql.ts insertTerm
INSERT INTO congress_term (federation_id, id, body_id, kind, number, years, began_on, ends_on, renewal, renewal_reason, approval, counted_on, workers, women, dispatched, seats, seats_least, seats_reason, rule_set_id, planned_at) VALUES ($, $, $, $, $, $, $, $, $, $, $, $, $, $, $, $, $, $, $, $);

-- src/features/democracy/congress/terms.sql.ts updateTerm
UPDATE congress_term SET years = $, began_on = $, ends_on = $, renewal = $, renewal_reason = $, approval = $, counted_on = $, workers = $, women = $, dispatched = $, seats = $, seats_least = $, seats_reason = $, rule_set_id = $ WHERE federation_id = $ AND id = $;

-- src/features/democracy/congress/terms.sql.ts seatTerm
UPDATE congress_term SET ended_on = $::date WHERE federation_id = $ AND body_id = $ AND confirmed_at IS NOT NULL AND ended_on IS NULL;

-- src/features/democracy/congress/terms.sql.ts seatTerm
UPDATE congress_term SET confirmed_at = $, confirmed_by = $ WHERE federation_id = $ AND id = $;

-- src/features/democracy/congress/terms.sql.ts deleteTerm
DELETE FROM {sql.table(table)} WHERE federation_id = $ AND term_id = $;

-- src/features/democracy/congress/terms.sql.ts deleteTerm
DELETE FROM congress_term WHERE federation_id = $ AND id = $;

-- src/features/democracy/congress/terms.sql.ts isUsed
SELECT EXISTS (SELECT 1 FROM congress_delegate d WHERE d.federation_id = $ AND d.term_id = $) OR EXISTS (SELECT 1 FROM congress_election e WHERE e.federation_id = $ AND e.term_id = $) AS used;

-- src/features/democracy/congress/terms.sql.ts listBodies
SELECT {BODY}, t.id AS "termId", t.number, CASE WHEN t.id IS NULL THEN NULL ELSE {STAGE} END AS stage, t.began_on::text AS "beganOn", t.ends_on::text AS "endsOn", coalesce(t.workers, 0)::int AS workers, coalesce(t.seats, 0)::int AS seats, coalesce(h.held, 0)::int AS delegates, coalesce(h.vacant, 0)::int AS vacancies, (SELECT n.id FROM congress_term n WHERE n.federation_id = b.federation_id AND n.body_id = b.id AND n.confirmed_at IS NULL AND n.ended_on IS NULL AND n.id <> t.id) AS "nextId" FROM {FROM_BODY} {LATEST} WHERE {where} ORDER BY t.ends_on NULLS FIRST, u.path, b.kind DESC, b.id LIMIT $ OFFSET $;

-- src/features/democracy/congress/terms.sql.ts listBodies
SELECT count(*)::int AS n FROM {FROM_BODY} {LATEST} WHERE {where};

-- src/features/democracy/congress/terms.sql.ts sumBodies
SELECT count(*) FILTER (WHERE t.ends_on BETWEEN $::date AND $::date)::int AS soon, count(*) FILTER (WHERE t.ends_on < $::date)::int AS over, count(*) FILTER (WHERE h.vacant > 0)::int AS vacant FROM {FROM_BODY} {LATEST} WHERE {bodyWhere(tx, by, { unionPath }, o.six, o.today)};

-- src/features/democracy/congress/terms.sql.ts listEnding
SELECT {TERM} FROM {FROM_TERM} WHERE {tenant(tx)} AND t.ended_on IS NULL AND t.confirmed_at IS NOT NULL AND t.ends_on <= $::date ORDER BY t.ends_on, t.id LIMIT 5000;

-- src/features/democracy/daily-question/answers.sql.ts insertAnswers
INSERT INTO daily_answer (federation_id, union_id, day, person_id, unit_id, given, correct, answered_at) SELECT $::uuid, $::uuid, x.day, x.person, x.unit, x.given, x.correct, x.at FROM unnest($::date[], $::uuid[], $::uuid[], $::smallint[], $::boolean[], $::timestamptz[]) AS x(day, person, unit, given, correct, at) ON CONFLICT (federation_id, union_id, day, person_id) DO NOTHING;

-- src/features/democracy/daily-question/answers.sql.ts findAnswer
SELECT a.given, a.correct, a.reviewed_at IS NOT NULL AS reviewed FROM daily_answer a WHERE a.federation_id = $ AND a.union_id = $ AND a.day = $::date AND a.person_id = $;

-- src/features/democracy/daily-question/answers.sql.ts countDay
SELECT count(*)::int AS answered, (count(*) FILTER (WHERE a.correct))::int AS "rightOnes" FROM daily_answer a WHERE a.federation_id = $ AND a.union_id = $ AND a.day = $::date;

-- src/features/democracy/daily-question/answers.sql.ts countGiven
SELECT a.given, count(*)::int AS n FROM daily_answer a WHERE a.federation_id = $ AND a.union_id = $ AND a.day = $::date GROUP BY a.given ORDER BY a.given LIMIT 64;

-- src/features/democracy/daily-question/answers.sql.ts countStreaks
WITH days AS ( SELECT d.day, a.day IS NOT NULL AS answered FROM daily_day d LEFT JOIN daily_answer a ON a.federation_id = d.federation_id AND a.union_id = d.union_id AND a.day = d.day AND a.person_id = $ WHERE d.federation_id = $ AND d.union_id = $ AND d.void_why = '' AND d.day > $::date - 1096 AND (d.day < $::date OR (d.day = $::date AND a.day IS NOT NULL))), runs AS (SELECT answered, count(*) FILTER (WHERE NOT answered) OVER (ORDER BY day) AS run FROM days), lengths AS (SELECT run, (count(*) FILTER (WHERE answered))::int AS n FROM runs GROUP BY run) SELECT coalesce((SELECT n FROM lengths ORDER BY run DESC LIMIT 1), 0) AS now, coalesce((SELECT max(n) FROM lengths), 0) AS best;

-- src/features/democracy/daily-question/answers.sql.ts listOwnDays
SELECT d.day::text, d.void_why <> '' AS void, a.correct FROM daily_day d LEFT JOIN daily_answer a ON a.federation_id = d.federation_id AND a.union_id = d.union_id AND a.day = d.day AND a.person_id = $ WHERE d.federation_id = $ AND d.union_id = $ AND d.day >= $::date AND d.day <= $::date ORDER BY d.day LIMIT 400;

-- src/features/democracy/daily-question/answers.sql.ts countWrong
SELECT count(*)::int AS n {WRONG(tx, unionId, personId, today)};

-- src/features/democracy/daily-question/answers.sql.ts listWrong
SELECT a.day::text, q.kind, q.text, q.options, q.topic, a.given {WRONG(tx, unionId, personId, today)} ORDER BY a.day DESC LIMIT $ OFFSET $;

-- src/features/democracy/daily-question/answers.sql.ts markReviewed
UPDATE daily_answer SET reviewed_at = $ WHERE federation_id = $ AND union_id = $ AND day = $::date AND person_id = $ AND NOT correct AND reviewed_at IS NULL;

-- src/features/democracy/daily-question/answers.sql.ts sumKeys
SELECT j.key, sum(m.amount)::float8 AS amount FROM ledger_journal j JOIN ledger_move m ON m.federation_id = j.federation_id AND m.book_id = j.book_id AND m.on_day = j.on_day AND m.journal_id = j.id WHERE j.federation_id = $ AND j.book_id = $ AND j.key = ANY($::text[]) GROUP BY j.key LIMIT 400;

-- src/features/democracy/daily-question/answers.sql.ts sumUnits
WITH answers AS (SELECT coalesce(k.id, s.id) AS id, coalesce(k.name, s.name) AS name, count(DISTINCT a.person_id)::int AS people, count(*)::int AS answers, (count(*) FILTER (WHERE a.correct))::int AS "rightOnes" FROM daily_answer a JOIN union_unit h ON h.federation_id = a.federation_id AND h.id = a.unit_id $ WHERE a.federation_id = $ AND a.union_id = $ AND a.day >= $::date AND a.day <= $::date GROUP BY 1, 2), members AS (SELECT coalesce(k.id, s.id) AS id, coalesce(k.name, s.name) AS name, count(*)::int AS members FROM membership m JOIN union_unit h ON h.federation_id = m.federation_id AND h.id = m.union_id $ WHERE m.federation_id = $ AND m.state = 'active' AND starts_with(h.path, $) GROUP BY 1, 2) SELECT coalesce(m.id, a.id) AS id, coalesce(m.name, a.name) AS name, coalesce(m.members, 0) AS members, coalesce(a.people, 0) AS people, coalesce(a.answers, 0) AS answers, coalesce(a."rightOnes", 0) AS "rightOnes" FROM members m FULL JOIN answers a ON a.id = m.id ORDER BY answers DESC, name LIMIT 200;

-- src/features/democracy/daily-question/answers.sql.ts sumMonths
SELECT extract(month FROM d.day)::int AS month, count(DISTINCT d.day)::int AS days, count(a.person_id)::int AS answers, (count(*) FILTER (WHERE a.correct))::int AS "rightOnes" FROM daily_day d LEFT JOIN daily_answer a ON a.federation_id = d.federation_id AND a.union_id = d.union_id AND a.day = d.day WHERE d.federation_id = $ AND d.union_id = $ AND d.day >= $::date AND d.day <= $::date GROUP BY 1 ORDER BY 1 LIMIT 12;

-- src/features/democracy/daily-question/answers.sql.ts countPeople
SELECT count(DISTINCT a.person_id)::int AS n FROM daily_answer a WHERE a.federation_id = $ AND a.union_id = $ AND a.day >= $::date AND a.day <= $::date;

-- src/features/democracy/daily-question/answers.sql.ts listMembers
SELECT m.person_id AS "personId", m.union_id AS "unitId" FROM membership m JOIN union_unit h ON h.federation_id = m.federation_id AND h.id = m.union_id WHERE m.federation_id = $ AND m.state = 'active' AND starts_with(h.path, $) ORDER BY m.person_id LIMIT 5000;

-- src/features/democracy/daily-question/daily-question.sql.ts findBoardAbove
SELECT {BOARD} WHERE b.federation_id = $ AND starts_with($, u.path) AND b.opened_on <= $::date AND b.closed_on IS NULL ORDER BY length(u.path) DESC LIMIT 1;

-- src/features/democracy/daily-question/daily-question.sql.ts findKeptBoard
SELECT 1 FROM daily_board b WHERE b.federation_id = $ AND b.union_id = $ FOR NO KEY UPDATE;

-- src/features/democracy/daily-question/daily-question.sql.ts findKeptBoard
SELECT {BOARD} WHERE b.federation_id = $ AND b.union_id = $ AND {visibleTo(by, KEEP)};

-- src/features/democracy/daily-question/daily-question.sql.ts insertBoard
INSERT INTO daily_board (federation_id, union_id, days, opened_on, points_from, version) VALUES ($, $, $, $::date, $::date, 1) ON CONFLICT (federation_id, union_id) DO NOTHING;

-- src/features/democracy/daily-question/daily-question.sql.ts updateBoard
UPDATE daily_board SET days = $, points_from = $::date, closed_on = $::date, version = version + 1 WHERE federation_id = $ AND union_id = $ AND version = $;

-- src/features/democracy/daily-question/daily-question.sql.ts listBoards
SELECT (count(*) OVER ())::int AS n, (SELECT count(*)::int FROM daily_question q WHERE q.federation_id = b.federation_id AND q.union_id = b.union_id AND q.state = 'ready' AND {FRESH}) AS fresh, (SELECT q.text FROM daily_day d JOIN daily_question q ON q.federation_id = d.federation_id AND q.id = d.question_id WHERE d.federation_id = b.federation_id AND d.union_id = b.union_id AND d.day = $::date) AS today, (SELECT count(*)::int FROM daily_answer a WHERE a.federation_id = b.federation_id AND a.union_id = b.union_id AND a.day = $::date) AS answered, {BOARD} WHERE {where} ORDER BY b.closed_on NULLS FIRST, u.path LIMIT $ OFFSET $;

-- src/features/democracy/daily-question/daily-question.sql.ts listRunning
SELECT {BOARD} WHERE b.federation_id = $ AND b.closed_on IS NULL ORDER BY b.union_id LIMIT 2000;

-- src/features/democracy/daily-question/daily-question.sql.ts listBank
SELECT count(*)::int AS n FROM daily_question q WHERE {where};

-- src/features/democracy/daily-question/daily-question.sql.ts listBank
SELECT $ WHERE {where} ORDER BY x."askedOn" DESC NULLS FIRST, q.made_at DESC, q.id LIMIT $ OFFSET $;

-- src/features/democracy/daily-question/daily-question.sql.ts listTopics
SELECT DISTINCT q.topic FROM daily_question q WHERE q.federation_id = $ AND q.union_id = $ AND q.topic <> '' ORDER BY q.topic LIMIT 100;

-- src/features/democracy/daily-question/daily-question.sql.ts findKeptQuestion
SELECT $ WHERE q.federation_id = $ AND q.id = $ AND {visibleTo(by, KEEP)};

-- src/features/democracy/daily-question/daily-question.sql.ts insertQuestions
INSERT INTO daily_question (federation_id, id, union_id, kind, text, text_key, options, answer, explanation, source, topic, state, made_by_id, made_at, version) SELECT $::uuid, x.id, $::uuid, x.kind, x.text, x.key, ARRAY(SELECT jsonb_array_elements_text(x.options)), x.answer, x.explanation, x.source, x.topic, 'ready', $::uuid, $::timestamptz, 1 FROM jsonb_to_recordset($::jsonb) AS x(id uuid, kind text, text text, key text, options jsonb, answer smallint, explanation text, source text, topic text) ON CONFLICT (federation_id, union_id, text_key) DO NOTHING;

-- src/features/democracy/daily-question/daily-question.sql.ts updateQuestion
UPDATE daily_question SET kind = $, text = $, text_key = $, options = $::text[], answer = $, explanation = $, source = $, topic = $, version = version + 1 WHERE federation_id = $ AND id = $ AND version = $;

-- src/features/democracy/daily-question/daily-question.sql.ts turnQuestion
UPDATE daily_question SET state = $, version = version + 1 WHERE federation_id = $ AND id = $ AND state <> $;

-- src/features/democracy/daily-question/daily-question.sql.ts findTexts
SELECT q.text_key AS key, q.id FROM daily_question q WHERE q.federation_id = $ AND q.union_id = $ AND q.text_key = ANY($::text[]) LIMIT 5000;

-- src/features/democracy/daily-question/daily-question.sql.ts findDay
SELECT {DAY} WHERE d.federation_id = $ AND d.union_id = $ AND d.day = $::date;

-- src/features/democracy/daily-question/daily-question.sql.ts listDays
SELECT (SELECT count(*)::int FROM daily_answer a WHERE a.federation_id = d.federation_id AND a.union_id = d.union_id AND a.day = d.day) AS answers, (SELECT count(*)::int FROM daily_answer a WHERE a.federation_id = d.federation_id AND a.union_id = d.union_id AND a.day = d.day AND a.correct) AS "rightOnes", {DAY} WHERE d.federation_id = $ AND d.union_id = $ AND d.day >= $::date AND d.day <= $::date ORDER BY d.day LIMIT 400;

-- src/features/democracy/daily-question/daily-question.sql.ts putDays
INSERT INTO daily_day (federation_id, union_id, day, question_id, set_by_id, void_why) SELECT $::uuid, $::uuid, x.day, x.question, $::uuid, '' FROM unnest($::date[], $::uuid[]) AS x(day, question) ON CONFLICT (federation_id, union_id, day) {change ? sql`DO UPDATE SET question_id = excluded.question_id, set_by_id = excluded.set_by_id` : sql`DO NOTHING`};

-- src/features/democracy/daily-question/daily-question.sql.ts deleteDay
DELETE FROM daily_day WHERE federation_id = $ AND union_id = $ AND day = $::date;

-- src/features/democracy/daily-question/daily-question.sql.ts voidDay
UPDATE daily_day SET void_why = $ WHERE federation_id = $ AND union_id = $ AND day = $::date AND void_why = '';

-- src/features/democracy/daily-question/daily-question.sql.ts listNext
SELECT q.id FROM daily_question q CROSS JOIN LATERAL (SELECT max(d.day) AS last FROM daily_day d WHERE d.federation_id = q.federation_id AND d.question_id = q.id) x WHERE q.federation_id = $ AND q.union_id = $ AND q.state = 'ready' ORDER BY x.last NULLS FIRST, q.made_at, q.id LIMIT $;

-- src/features/democracy/disclosure/audience.sql.ts setLines
DELETE FROM disclosure_audience WHERE federation_id = $ AND item_id = $;

-- src/features/democracy/disclosure/audience.sql.ts setLines
INSERT INTO disclosure_audience (federation_id, item_id, line, kind, union_id, office, circle_id) SELECT $::uuid, $::uuid, x.n, x.kind, x.union_id, x.office, x.circle_id FROM unnest($::text[], $::uuid[], $::text[], $::uuid[]) WITH ORDINALITY AS x(kind, union_id, office, circle_id, n);

-- src/features/democracy/disclosure/audience.sql.ts listLines
SELECT d.kind, d.union_id AS "unionId", d.office, d.circle_id AS "circleId", coalesce(u.name, c.name) AS name FROM disclosure_audience d LEFT JOIN union_unit u ON u.federation_id = d.federation_id AND u.id = d.union_id LEFT JOIN disclosure_circle c ON c.federation_id = d.federation_id AND c.id = d.circle_id WHERE d.federation_id = $ AND d.item_id = $ ORDER BY d.line;

-- src/features/democracy/disclosure/catalogue.sql.ts findEmployer
SELECT union_id AS "unionId", ownership, since::text AS since FROM disclosure_employer WHERE federation_id = $ AND union_id = $;

-- src/features/democracy/disclosure/catalogue.sql.ts putEmployer
INSERT INTO disclosure_employer (federation_id, union_id, ownership, since, by_id, at) VALUES ($, $, $, $, $, $) ON CONFLICT (federation_id, union_id) DO UPDATE SET ownership = excluded.ownership, since = excluded.since, by_id = excluded.by_id, at = excluded.at;

-- src/features/democracy/disclosure/catalogue.sql.ts listEmployers
SELECT e.union_id AS "unionId", e.ownership, e.since::text AS since FROM disclosure_employer e JOIN union_unit u ON u.federation_id = e.federation_id AND u.id = e.union_id WHERE e.federation_id = $ AND e.union_id > $ AND u.state IN ('preparing','active') ORDER BY e.union_id LIMIT 50;

-- src/features/democracy/disclosure/catalogue.sql.ts listAgreed
SELECT id, union_id AS "unionId", title, every_months::int AS "everyMonths", since::text AS since, ended_on::text AS "endedOn" FROM disclosure_agreed WHERE federation_id = $ AND union_id = $ AND ($::boolean OR ended_on IS NULL) ORDER BY since, id LIMIT 100;

-- src/features/democracy/disclosure/catalogue.sql.ts insertAgreed
INSERT INTO disclosure_agreed (federation_id, id, union_id, title, every_months, since, by_id) VALUES ($, $, $, $, $, $, $);

-- src/features/democracy/disclosure/catalogue.sql.ts endAgreed
UPDATE disclosure_agreed a SET ended_on = {legalDateOf(tx.now)} FROM union_unit u WHERE a.federation_id = $ AND a.id = $ AND a.ended_on IS NULL AND u.federation_id = a.federation_id AND u.id = a.union_id AND {visibleTo(by, 'disclosure.keep')} RETURNING a.id, a.union_id AS "unionId", a.title, a.every_months::int AS "everyMonths", a.since::text AS since, a.ended_on::text AS "endedOn";

-- src/features/democracy/disclosure/catalogue.sql.ts listCongresses
SELECT id, union_id AS "unionId", name, opens_on::text AS "opensOn", closes_on::text AS "closesOn" FROM disclosure_congress WHERE federation_id = $ AND union_id = $ ORDER BY opens_on DESC LIMIT 20;

-- src/features/democracy/disclosure/catalogue.sql.ts insertCongress
INSERT INTO disclosure_congress (federation_id, id, union_id, name, opens_on, closes_on, by_id, at) VALUES ($, $, $, $, $, $, $, $) ON CONFLICT DO NOTHING RETURNING id;

-- src/features/democracy/disclosure/catalogue.sql.ts listDuties
SELECT i.id, i.entry, i.period, i.due_at AS "dueAt", i.published_at AS "publishedAt", c.state FROM disclosure_item i JOIN case_file c ON c.federation_id = i.federation_id AND c.id = i.id WHERE i.federation_id = $ AND i.union_id = $ AND i.period <> '' AND i.due_at >= $ AND i.due_at < $ ORDER BY i.due_at, i.id LIMIT 1000;

-- src/features/democracy/disclosure/catalogue.sql.ts listOpened
SELECT i.entry || '/' || i.period AS key FROM disclosure_item i JOIN unnest($::text[], $::text[]) AS x(entry, period) ON x.entry = i.entry AND x.period = i.period WHERE i.federation_id = $ AND i.union_id = $;

-- src/features/democracy/disclosure/catalogue.sql.ts listCircles
SELECT {CIRCLE}, (count(*) OVER ())::int AS n FROM {CIRCLES} WHERE k.federation_id = $ AND k.union_id = $ ORDER BY k.kind, k.name LIMIT $ OFFSET $;

-- src/features/democracy/disclosure/catalogue.sql.ts findCircle
SELECT {CIRCLE} FROM {CIRCLES} WHERE k.federation_id = $ AND k.id = $ AND {visibleTo(by, permission)};

-- src/features/democracy/disclosure/catalogue.sql.ts findCircles
SELECT {CIRCLE} FROM {CIRCLES} WHERE k.federation_id = $ AND k.id = ANY ($::uuid[]) ORDER BY k.id;

-- src/features/democracy/disclosure/catalogue.sql.ts insertCircle
INSERT INTO disclosure_circle (federation_id, id, union_id, kind, name, at) VALUES ($, $, $, $, $, $) ON CONFLICT DO NOTHING RETURNING id;

-- src/features/democracy/disclosure/catalogue.sql.ts listCirclePeople
SELECT p.id, p.name, coalesce(u.name, '') AS union, (count(*) OVER ())::int AS n FROM disclosure_circle_person x JOIN person p ON p.federation_id = x.federation_id AND p.id = x.person_id LEFT JOIN membership m ON m.federation_id = p.federation_id AND m.person_id = p.id AND m.state <> 'ended' LEFT JOIN union_unit u ON u.federation_id = m.federation_id AND u.id = m.union_id WHERE x.federation_id = $ AND x.circle_id = $ ORDER BY p.name, p.id LIMIT $ OFFSET $;

-- src/features/democracy/disclosure/catalogue.sql.ts listNamed
SELECT p.id, x.said FROM unnest($::text[]) AS x(said) JOIN person p ON p.federation_id = $ AND (p.name = x.said OR (p.staff_number = x.said AND p.staff_number <> '')) JOIN membership m ON m.federation_id = p.federation_id AND m.person_id = p.id AND m.state <> 'ended' JOIN union_unit u ON u.federation_id = m.federation_id AND u.id = m.union_id AND (u.path LIKE $ OR u.sector_path LIKE $) ORDER BY p.id LIMIT 2000;

-- src/features/democracy/disclosure/catalogue.sql.ts changeCircle
INSERT INTO disclosure_circle_person (federation_id, circle_id, person_id, at) SELECT $::uuid, $::uuid, x.id, $ FROM unnest($::uuid[]) AS x(id) ON CONFLICT DO NOTHING;

-- src/features/democracy/disclosure/catalogue.sql.ts changeCircle
DELETE FROM disclosure_circle_person WHERE federation_id = $ AND circle_id = $ AND person_id = ANY ($::uuid[]);

-- src/features/democracy/disclosure/disclosure.sql.ts findForMe
SELECT {COLUMNS} FROM {FROM} WHERE {tenant(tx)} AND i.id = $ AND {forMe(tx, by)};

-- src/features/democracy/disclosure/disclosure.sql.ts mayOpenFiles
SELECT 1 FROM disclosure_item i JOIN union_unit u ON u.federation_id = i.federation_id AND u.id = i.union_id WHERE {tenant(tx)} AND ((i.draft_id = $ AND {visibleTo(by, 'disclosure.desk')}) OR EXISTS (SELECT 1 FROM disclosure_version v WHERE v.federation_id = i.federation_id AND v.item_id = i.id AND v.draft_id = $ AND ((i.withdrawn_at IS NULL AND {forMe(tx, by)}) OR {visibleTo(by, 'disclosure.desk')})));

-- src/features/democracy/disclosure/disclosure.sql.ts findKept
SELECT 1 FROM disclosure_item i WHERE {tenant(tx)} AND i.id = $ FOR UPDATE;

-- src/features/democracy/disclosure/disclosure.sql.ts findKept
SELECT {COLUMNS} FROM {FROM} WHERE {tenant(tx)} AND i.id = $ AND {visibleTo(by, permission)};

-- src/features/democracy/disclosure/disclosure.sql.ts findItem
SELECT {COLUMNS} FROM {FROM} WHERE {tenant(tx)} AND i.id = $;

-- src/features/democracy/disclosure/disclosure.sql.ts listForMe
SELECT {COLUMNS} FROM {FROM} WHERE {where} ORDER BY v.at DESC, i.id DESC LIMIT $ OFFSET $;

-- src/features/democracy/disclosure/disclosure.sql.ts listForMe
SELECT count(*)::int AS n FROM disclosure_item i JOIN case_file c ON c.federation_id = i.federation_id AND c.id = i.id WHERE {where};

-- src/features/democracy/disclosure/disclosure.sql.ts listUnread
SELECT i.id, v.title, u.name AS union, (count(*) OVER ())::int AS n FROM disclosure_item i JOIN case_file c ON c.federation_id = i.federation_id AND c.id = i.id JOIN union_unit u ON u.federation_id = i.federation_id AND u.id = i.union_id JOIN disclosure_version v ON v.federation_id = i.federation_id AND v.item_id = i.id AND v.no = i.versions WHERE {tenant(tx)} AND {forMe(tx, by)} AND $ ORDER BY v.at DESC, i.id LIMIT 5;

-- src/features/democracy/disclosure/disclosure.sql.ts listRegister
SELECT {COLUMNS} FROM {FROM} WHERE {where} ORDER BY c.is_open DESC, CASE WHEN c.is_open THEN i.due_at END, coalesce(i.published_at, c.changed_at) DESC, i.id LIMIT $ OFFSET $;

-- src/features/democracy/disclosure/disclosure.sql.ts listRegister
SELECT count(*)::int AS n FROM disclosure_item i JOIN case_file c ON c.federation_id = i.federation_id AND c.id = i.id JOIN union_unit u ON u.federation_id = i.federation_id AND u.id = i.union_id WHERE {where};

-- src/features/democracy/disclosure/disclosure.sql.ts listBoard
SELECT {COLUMNS} FROM {FROM} WHERE {tenant(tx)} AND i.union_id = $ AND i.audience = 'all' AND i.versions > 0 AND i.public_until >= {legalDateOf(tx.now)}::date AND c.state IN ('published','feedback','rectifying','rechecking') ORDER BY v.at DESC, i.id LIMIT 50;

-- src/features/democracy/disclosure/disclosure.sql.ts insertItem
INSERT INTO disclosure_item (federation_id, id, union_id, entry, period, due_at, title, body, files, draft_id, public_days, audience, written_by_id, least_days) VALUES ($, $, $, $, $, $, $, $, $::uuid[], $, $, $, $, $);

-- src/features/democracy/disclosure/disclosure.sql.ts updateDraft
UPDATE disclosure_item SET title = $, body = $, files = $::uuid[], public_days = $, audience = $, why = $, draft_id = $, written_by_id = $ WHERE federation_id = $ AND id = $;

-- src/features/democracy/disclosure/disclosure.sql.ts setSubmitted
UPDATE disclosure_item SET submitted_by_id = $ WHERE federation_id = $ AND id = $;

-- src/features/democracy/disclosure/disclosure.sql.ts publish
INSERT INTO disclosure_version (federation_id, item_id, no, title, body, files, draft_id, why, by_id, checked_by_id, state_secret, trade_secret, personal_data, redaction, at) VALUES ($, $, $, $, $, $::uuid[], $, $, $, $, $, $, $, $, $);

-- src/features/democracy/disclosure/disclosure.sql.ts publish
UPDATE disclosure_item SET versions = $, published_at = coalesce(published_at, $), public_until = greatest(coalesce(public_until, $::date), $::date), draft_id = $, why = '', shown = to_tsvector('simple', $) WHERE federation_id = $ AND id = $;

-- src/features/democracy/disclosure/disclosure.sql.ts takeDown
UPDATE disclosure_item SET withdrawn_at = $, withdrawn_days = $, withdrawn_why = $ WHERE federation_id = $ AND id = $;

-- src/features/democracy/disclosure/disclosure.sql.ts listVersions
SELECT v.no::int AS no, v.title, v.body, v.files, v.draft_id AS "draftId", v.why, p.name AS by, q.name AS "checkedBy", v.redaction, v.at FROM disclosure_version v JOIN person p ON p.federation_id = v.federation_id AND p.id = v.by_id JOIN person q ON q.federation_id = v.federation_id AND q.id = v.checked_by_id WHERE v.federation_id = $ AND v.item_id = $ ORDER BY v.no DESC LIMIT 100;

-- src/features/democracy/disclosure/figures.sql.ts sumYear
SELECT $ AS key, $ AS name, (count(*) FILTER (WHERE i.due_at IS NOT NULL))::int AS duties, (count(*) FILTER (WHERE i.published_at <= i.due_at))::int AS "onTime", (count(*) FILTER (WHERE i.published_at > i.due_at))::int AS late, (count(*) FILTER (WHERE i.published_at IS NULL AND i.due_at < $ AND c.state <> 'nothing'))::int AS missing, (count(*) FILTER (WHERE c.state = 'nothing'))::int AS nothing, (count(*) FILTER (WHERE i.published_at IS NOT NULL))::int AS published, coalesce(sum(r.n), 0)::int AS reads, coalesce(sum(i.audience_n) FILTER (WHERE i.published_at IS NOT NULL), 0)::int AS people, coalesce(sum({asked(sql`true`)}), 0)::int AS questions, coalesce(sum({asked(sql`x.answered_at <= x.due_at`)}), 0)::int AS "answeredInTime", (count(*) FILTER (WHERE i.withdrawn_days < i.least_days))::int AS violations FROM disclosure_item i JOIN case_file c ON c.federation_id = i.federation_id AND c.id = i.id JOIN union_unit u ON u.federation_id = i.federation_id AND u.id = i.union_id LEFT JOIN disclosure_agreed g ON g.federation_id = i.federation_id AND g.id::text = i.entry CROSS JOIN LATERAL (SELECT count(*) AS n FROM disclosure_reading x WHERE x.federation_id = i.federation_id AND x.item_id = i.id) r WHERE i.federation_id = $ AND {visibleTo(by, 'disclosure.desk')} AND {o.unionPath ? sql`u.path LIKE ${`${o.unionPath}%`}` : sql`true`} AND c.state <> 'dropped' AND coalesce(i.due_at, i.published_at) >= $ AND coalesce(i.due_at, i.published_at) < $ GROUP BY 1 ORDER BY missing DESC, late DESC, duties DESC, 1 LIMIT 200;

-- src/features/democracy/disclosure/questions.sql.ts insertQuestion
INSERT INTO disclosure_question (federation_id, id, item_id, person_id, kind, text, named, follows_id, due_at, at) VALUES ($, $, $, $, $, $, $, $, $, $) ON CONFLICT DO NOTHING RETURNING id;

-- src/features/democracy/disclosure/questions.sql.ts listForReader
SELECT {COLUMNS} FROM {FROM} WHERE k.federation_id = $ AND k.item_id = $ AND (k.open OR k.person_id = $) ORDER BY (k.person_id = $) DESC, k.at DESC, k.id LIMIT 100;

-- src/features/democracy/disclosure/questions.sql.ts listOfItem
SELECT {COLUMNS} FROM {FROM} WHERE k.federation_id = $ AND k.item_id = $ ORDER BY k.answered_at IS NOT NULL, k.due_at, k.id LIMIT 100;

-- src/features/democracy/disclosure/questions.sql.ts listOpenAnswers
SELECT k.item_id AS "itemId", k.text, k.answer FROM disclosure_question k WHERE k.federation_id = $ AND k.item_id = ANY ($::uuid[]) AND k.open ORDER BY k.answered_at DESC, k.id LIMIT 200;

-- src/features/democracy/disclosure/questions.sql.ts findOwn
SELECT {COLUMNS} FROM {FROM} WHERE k.federation_id = $ AND k.id = $ AND (k.person_id = $ OR (k.open AND {forMe(tx, by)}));

-- src/features/democracy/disclosure/questions.sql.ts findKept
SELECT {COLUMNS} FROM {FROM} WHERE k.federation_id = $ AND k.id = $ AND {visibleTo(by, permission)};

-- src/features/democracy/disclosure/questions.sql.ts listKept
SELECT {COLUMNS}, (count(*) OVER ())::int AS n FROM {FROM} WHERE {where} ORDER BY k.answered_at IS NOT NULL, CASE WHEN k.answered_at IS NULL THEN k.due_at END, k.answered_at DESC, k.id LIMIT $ OFFSET $;

-- src/features/democracy/disclosure/questions.sql.ts setAnswer
UPDATE disclosure_question SET answer = $, open = $, upheld = $, answered_by_id = $, answered_at = $ WHERE federation_id = $ AND id = $ AND answered_at IS NULL RETURNING id;

-- src/features/democracy/disclosure/questions.sql.ts countAsked
SELECT count(*)::int AS n FROM disclosure_question WHERE federation_id = $ AND person_id = $ AND at >= $;

-- src/features/democracy/disclosure/reading.sql.ts findReadings
SELECT item_id AS id, version::int AS version, understood FROM disclosure_reading WHERE federation_id = $ AND person_id = $ AND item_id = ANY ($::uuid[]);

-- src/features/democracy/disclosure/reading.sql.ts putReadings
INSERT INTO disclosure_reading (federation_id, item_id, person_id, version, read_at) SELECT $::uuid, $::uuid, x.id, $, $ FROM unnest($::uuid[]) AS x(id) ON CONFLICT (federation_id, item_id, person_id) DO UPDATE SET version = excluded.version, understood = CASE WHEN disclosure_reading.version = excluded.version THEN disclosure_reading.understood END;

-- src/features/democracy/disclosure/reading.sql.ts setUnderstood
UPDATE disclosure_reading SET understood = $ WHERE federation_id = $ AND item_id = $ AND person_id = ANY ($::uuid[]);

-- src/features/democracy/disclosure/reading.sql.ts listPeople
SELECT m.person_id AS id FROM {peopleOf(tx, itemId)} AND $ ORDER BY m.person_id LIMIT 1000000;

-- src/features/democracy/disclosure/reading.sql.ts countAudience
UPDATE disclosure_item i SET audience_n = x.n FROM (SELECT count(*)::int AS n FROM {peopleOf(tx, itemId)}) x WHERE i.federation_id = $ AND i.id = $ RETURNING i.audience_n AS n;

-- src/features/democracy/disclosure/reading.sql.ts listPublic
SELECT i.id FROM disclosure_item i JOIN case_file c ON c.federation_id = i.federation_id AND c.id = i.id WHERE i.federation_id = $ AND c.state IN ('published','feedback','rectifying','rechecking') ORDER BY i.id LIMIT 10000;

-- src/features/democracy/disclosure/reading.sql.ts setReminded
UPDATE disclosure_item SET reminded_at = $ WHERE federation_id = $ AND id = $;

-- src/features/democracy/disclosure/reading.sql.ts listUnits
SELECT mu.id, mu.name, count(*)::int AS people, count(x.person_id)::int AS reads, (count(*) FILTER (WHERE x.understood))::int AS understood, (count(*) FILTER (WHERE x.understood = false))::int AS unclear, (count(*) OVER ())::int AS n FROM (SELECT m.person_id, m.union_id FROM {peopleOf(tx, itemId)}) a JOIN union_unit mu ON mu.federation_id = $ AND mu.id = a.union_id LEFT JOIN disclosure_reading x ON x.federation_id = $ AND x.item_id = $ AND x.person_id = a.person_id GROUP BY mu.id, mu.name, mu.path ORDER BY count(x.person_id)::float8 / count(*), mu.path LIMIT $ OFFSET $;

-- src/features/democracy/inquiries/inquiries.sql.ts spoken
SELECT p.id, coalesce(k.name, s.name) AS unit, EXISTS (SELECT 1 FROM case_file c WHERE c.federation_id = m.federation_id AND c.author_id = p.id AND c.opened_at >= $ AND c.opened_at < $) OR EXISTS (SELECT 1 FROM ballot_voter v JOIN ballot b ON b.federation_id = v.federation_id AND b.id = v.ballot_id WHERE v.federation_id = m.federation_id AND v.person_id = p.id AND v.given AND b.opened_at >= $ AND b.opened_at < $) OR EXISTS (SELECT 1 FROM inquiry_person q JOIN inquiry i ON i.federation_id = q.federation_id AND i.id = q.inquiry_id WHERE q.federation_id = m.federation_id AND q.person_id = p.id AND q.state = 'answered' AND i.opened_at >= $ AND i.opened_at < $) AS spoke FROM membership m JOIN person p ON p.federation_id = m.federation_id AND p.id = m.person_id JOIN union_unit h ON h.federation_id = m.federation_id AND h.id = m.union_id JOIN union_unit s ON s.federation_id = m.federation_id AND s.id = $ LEFT JOIN union_unit k ON k.federation_id = m.federation_id AND k.parent_id = s.id AND starts_with(h.path, k.path) WHERE m.federation_id = $ AND m.state = 'active' AND starts_with(h.path, $);

-- src/features/democracy/inquiries/inquiries.sql.ts countSilent
SELECT x.unit AS name, count(*)::int AS members, count(*) FILTER (WHERE NOT x.spoke)::int AS silent FROM ({spoken(tx, o)}) x GROUP BY x.unit ORDER BY silent DESC, x.unit LIMIT 200;

-- src/features/democracy/inquiries/inquiries.sql.ts inviteSilent
INSERT INTO inquiry_person (federation_id, inquiry_id, person_id, state) SELECT $::uuid, $::uuid, x.id, 'invited' FROM ({spoken(tx, o)}) x WHERE NOT x.spoke AND x.id <> $::uuid ORDER BY sha256(convert_to($ || '/' || x.id::text, 'UTF8')) LIMIT $ ON CONFLICT DO NOTHING RETURNING person_id AS id;

-- src/features/democracy/inquiries/inquiries.sql.ts insertInquiry
INSERT INTO inquiry (federation_id, id, union_id, title, question, from_day, to_day, most, seed, closes_on, state, made_by_id, made_at) VALUES ($, $, $, $, $, $::date, $::date, $, $, $::date, 'draft', $, $);

-- src/features/democracy/inquiries/inquiries.sql.ts turn
UPDATE inquiry SET $ WHERE federation_id = $ AND id = $ AND state = $;

-- src/features/democracy/inquiries/inquiries.sql.ts markReminded
UPDATE inquiry SET reminded_at = $ WHERE federation_id = $ AND id = $ AND state = 'open' AND (reminded_at IS NULL OR reminded_at < $);

-- src/features/democracy/inquiries/inquiries.sql.ts mixAnswers
WITH gone AS (DELETE FROM inquiry_answer WHERE federation_id = $ AND inquiry_id = $ RETURNING *) INSERT INTO inquiry_answer SELECT * FROM gone ORDER BY id;

-- src/features/democracy/inquiries/inquiries.sql.ts mixAnswers
WITH gone AS (DELETE FROM inquiry_person WHERE federation_id = $ AND inquiry_id = $ RETURNING *) INSERT INTO inquiry_person SELECT * FROM gone ORDER BY person_id;

-- src/features/democracy/inquiries/inquiries.sql.ts listOpen
SELECT id FROM inquiry WHERE federation_id = $ AND state = 'open' ORDER BY id LIMIT 500;

-- src/features/democracy/inquiries/inquiries.sql.ts listOver
SELECT {INQUIRY} WHERE i.federation_id = $ AND i.state = 'open' AND i.closes_on < $::date ORDER BY i.id LIMIT 100;

-- src/features/democracy/inquiries/inquiries.sql.ts findKept
SELECT {INQUIRY} WHERE i.federation_id = $ AND i.id = $ AND {visibleTo(by, 'inquiries.keep')};

-- src/features/democracy/inquiries/inquiries.sql.ts listKept
SELECT count(*)::int AS n FROM inquiry i JOIN union_unit u ON u.federation_id = i.federation_id AND u.id = i.union_id WHERE {where};

-- src/features/democracy/inquiries/inquiries.sql.ts listKept
SELECT {INQUIRY} WHERE {where} ORDER BY i.made_at DESC, i.id LIMIT $ OFFSET $;

-- src/features/democracy/inquiries/inquiries.sql.ts listChannels
SELECT channel, count(*)::int AS said, count(*) FILTER (WHERE state = 'settled')::int AS settled FROM inquiry_answer WHERE federation_id = $ AND inquiry_id = $ GROUP BY channel ORDER BY channel LIMIT 10;

-- src/features/democracy/inquiries/inquiries.sql.ts listPeople
SELECT count(*)::int AS n $;

-- src/features/democracy/inquiries/inquiries.sql.ts listPeople
SELECT p.id, p.name, coalesce(h.name, '') AS unit, q.state $ ORDER BY p.name, p.id LIMIT $ OFFSET $;

-- src/features/democracy/inquiries/inquiries.sql.ts listUnanswered
SELECT person_id AS id FROM inquiry_person WHERE federation_id = $ AND inquiry_id = $ AND state = 'invited' LIMIT 20000;

-- src/features/democracy/inquiries/inquiries.sql.ts turnPerson
UPDATE inquiry_person SET state = $ WHERE federation_id = $ AND inquiry_id = $ AND person_id = $ AND state <> 'answered';

-- src/features/democracy/inquiries/inquiries.sql.ts insertAnswer
INSERT INTO inquiry_answer (federation_id, id, inquiry_id, person_id, channel, text, state, entered_by_id) VALUES ($, $, $, $, $, $, 'new', $);

-- src/features/democracy/inquiries/inquiries.sql.ts listAnswers
SELECT count(*)::int AS n FROM inquiry_answer a WHERE {where};

-- src/features/democracy/inquiries/inquiries.sql.ts listAnswers
SELECT {ANSWER} WHERE {where} ORDER BY a.id LIMIT $ OFFSET $;

-- src/features/democracy/inquiries/inquiries.sql.ts findAnswer
SELECT {ANSWER} WHERE a.federation_id = $ AND a.id = $;

-- src/features/democracy/inquiries/inquiries.sql.ts followAnswer
UPDATE inquiry_answer SET state = $, reply = $ WHERE federation_id = $ AND id = $ AND state <> 'settled';

-- src/features/democracy/inquiries/inquiries.sql.ts listMine
SELECT count(*)::int AS n FROM inquiry i $ WHERE {where};

-- src/features/democracy/inquiries/inquiries.sql.ts listMine
SELECT q.own, q.reply, x.* FROM (SELECT q.inquiry_id, q.state AS own, (SELECT a.reply FROM inquiry_answer a WHERE a.federation_id = q.federation_id AND a.inquiry_id = q.inquiry_id AND a.person_id = q.person_id AND a.reply IS NOT NULL ORDER BY a.id LIMIT 1) AS reply FROM inquiry_person q WHERE q.federation_id = $ AND q.person_id = $) q JOIN LATERAL (SELECT {INQUIRY} WHERE i.federation_id = $ AND i.id = q.inquiry_id AND i.state <> 'draft' {id === null ? sql`` : sql`AND i.id = ${id}`}) x ON true ORDER BY x."closesOn" DESC, x.id LIMIT $ OFFSET $;

-- src/features/democracy/joint-meetings/councils.sql.ts findCouncil
SELECT {COUNCIL(tx, by)} WHERE k.federation_id = $ AND k.id = $ AND (r.side IS NOT NULL OR {visibleTo(by, KEEP)});

-- src/features/democracy/joint-meetings/councils.sql.ts lockCouncil
SELECT 1 FROM joint_council k WHERE k.federation_id = $ AND k.id = $ FOR NO KEY UPDATE;

-- src/features/democracy/joint-meetings/councils.sql.ts listMine
SELECT {COUNCIL(tx, by)} WHERE k.federation_id = $ AND r.side IS NOT NULL ORDER BY k.ended_on NULLS FIRST, k.title, k.id LIMIT 50;

-- src/features/democracy/joint-meetings/councils.sql.ts listKept
SELECT (count(*) OVER ())::int AS n, {COUNCIL(tx, by)} WHERE {where} ORDER BY k.ended_on NULLS FIRST, u.path, k.id LIMIT $ OFFSET $;

-- src/features/democracy/joint-meetings/councils.sql.ts insertCouncil
INSERT INTO joint_council (federation_id, id, union_id, title, other_name, purpose, meets_per_year, founded_on, version) VALUES ($, $, $, $, $, $, $, $::date, 1);

-- src/features/democracy/joint-meetings/councils.sql.ts updateCouncil
UPDATE joint_council SET title = $, other_name = $, purpose = $, meets_per_year = $, ended_on = $::date, version = version + 1 WHERE federation_id = $ AND id = $ AND version = $;

-- src/features/democracy/joint-meetings/councils.sql.ts listPeople
SELECT p.id, p.name, coalesce(h.name, '') AS unit, r.side, r.role, r.since::text, r.until::text FROM joint_representative r JOIN person p ON p.federation_id = r.federation_id AND p.id = r.person_id LEFT JOIN membership m ON m.federation_id = r.federation_id AND m.person_id = r.person_id AND m.state = 'active' LEFT JOIN union_unit h ON h.federation_id = m.federation_id AND h.id = m.union_id WHERE r.federation_id = $ AND r.council_id = $ ORDER BY r.until NULLS FIRST, r.side DESC, array_position(ARRAY['head','contact','member'], r.role), p.name, p.id LIMIT 200;

-- src/features/democracy/joint-meetings/councils.sql.ts putRepresentative
INSERT INTO joint_representative (federation_id, council_id, person_id, side, role, since) VALUES ($, $, $, $, $, $::date) ON CONFLICT (federation_id, council_id, person_id) DO UPDATE SET side = excluded.side, role = excluded.role, until = NULL, since = CASE WHEN joint_representative.until IS NULL THEN joint_representative.since ELSE excluded.since END;

-- src/features/democracy/joint-meetings/councils.sql.ts endRepresentative
UPDATE joint_representative SET until = $::date WHERE federation_id = $ AND council_id = $ AND person_id = $ AND until IS NULL;

-- src/features/democracy/joint-meetings/councils.sql.ts findPeople
SELECT p.id, p.name, h.name AS unit FROM membership m JOIN person p ON p.federation_id = m.federation_id AND p.id = m.person_id JOIN union_unit h ON h.federation_id = m.federation_id AND h.id = m.union_id WHERE m.federation_id = $ AND m.state = 'active' AND starts_with(h.path, $) AND starts_with(p.name, $) ORDER BY p.name, p.id LIMIT 20;

-- src/features/democracy/joint-meetings/meetings.sql.ts findMeeting
SELECT {MEETING} WHERE m.federation_id = $ AND m.id = $;

-- src/features/democracy/joint-meetings/meetings.sql.ts listMeetings
SELECT {MEETING} WHERE m.federation_id = $ AND m.council_id = $ ORDER BY m.held_at DESC, m.id LIMIT 100;

-- src/features/democracy/joint-meetings/meetings.sql.ts insertMeeting
INSERT INTO joint_meeting (federation_id, id, council_id, title, place, held_at, agenda, minutes, draft, round) VALUES ($, $, $, $, $, $, $::text[], '', '[]'::jsonb, 0);

-- src/features/democracy/joint-meetings/meetings.sql.ts updateMeeting
UPDATE joint_meeting SET title = $, place = $, held_at = $, agenda = $::text[] WHERE federation_id = $ AND id = $;

-- src/features/democracy/joint-meetings/meetings.sql.ts writeMinutes
UPDATE joint_meeting SET minutes = $, draft = $::jsonb, round = round + 1 WHERE federation_id = $ AND id = $;

-- src/features/democracy/joint-meetings/meetings.sql.ts insertConsent
INSERT INTO joint_consent (federation_id, subject_id, round, side, person_id, at) VALUES ($, $, $, $, $, $) ON CONFLICT (federation_id, subject_id, round, side) DO NOTHING;

-- src/features/democracy/joint-meetings/meetings.sql.ts listConsents
SELECT x.side, p.name, x.at FROM joint_consent x JOIN person p ON p.federation_id = x.federation_id AND p.id = x.person_id WHERE x.federation_id = $ AND x.subject_id = $ AND x.round = $ ORDER BY x.at, x.side LIMIT 2;

-- src/features/democracy/joint-meetings/meetings.sql.ts items
SELECT {ITEM(tx)} {FROM} WHERE i.federation_id = $ AND {where} ORDER BY c.is_open DESC, i.due_on, i.id LIMIT $ OFFSET $;

-- src/features/democracy/joint-meetings/meetings.sql.ts listRegister
SELECT count(*)::int AS n {FROM} WHERE i.federation_id = $ AND {where};

-- src/features/democracy/joint-meetings/meetings.sql.ts listUnagreed
SELECT {MEETING} JOIN joint_representative s ON s.federation_id = m.federation_id AND s.council_id = m.council_id AND s.person_id = $ AND s.until IS NULL AND s.role <> 'member' WHERE m.federation_id = $ AND c.state = 'drafted' AND NOT EXISTS (SELECT 1 FROM joint_consent x WHERE x.federation_id = m.federation_id AND x.subject_id = m.id AND x.round = m.round AND x.side = s.side) ORDER BY m.held_at, m.id LIMIT 50;

-- src/features/democracy/joint-meetings/meetings.sql.ts countOwned
SELECT count(*)::int AS n FROM joint_item i JOIN case_file c ON c.federation_id = i.federation_id AND c.id = i.id WHERE i.federation_id = $ AND i.council_id = $ AND i.owner_id = $ AND c.is_open;

-- src/features/democracy/joint-meetings/meetings.sql.ts insertItem
INSERT INTO joint_item (federation_id, id, council_id, meeting_id, title, detail, owner_id, due_on, progress, ask_text, round, follows_id) VALUES ($, $, $, $, $, $, $, $::date, 0, '', 0, $);

-- src/features/democracy/joint-meetings/meetings.sql.ts setProgress
UPDATE joint_item SET progress = $ WHERE federation_id = $ AND id = $;

-- src/features/democracy/joint-meetings/meetings.sql.ts setOwner
UPDATE joint_item SET owner_id = $ WHERE federation_id = $ AND id = $;

-- src/features/democracy/joint-meetings/meetings.sql.ts setAsk
UPDATE joint_item SET ask = $, ask_text = $, ask_due = $::date, ask_by_id = $, round = round + 1 WHERE federation_id = $ AND id = $;

-- src/features/democracy/joint-meetings/meetings.sql.ts clearAsk
UPDATE joint_item SET ask = NULL, ask_text = '', ask_due = NULL, ask_by_id = NULL WHERE federation_id = $ AND id = $;

-- src/features/democracy/joint-meetings/meetings.sql.ts listDue
SELECT i.id, i.title, c.union_id AS "unionId", i.due_on::text AS "dueOn", ARRAY(SELECT s.person_id FROM joint_representative s WHERE s.federation_id = i.federation_id AND s.council_id = i.council_id AND s.until IS NULL AND (s.role = 'contact' OR s.person_id = i.owner_id)) AS people FROM joint_item i JOIN case_file c ON c.federation_id = i.federation_id AND c.id = i.id WHERE i.federation_id = $ AND c.is_open AND i.due_on <= $::date + $::int ORDER BY i.due_on, i.id LIMIT 2000;

-- src/features/democracy/proposals/collections.sql.ts list
SELECT {COLUMNS} {FROM} WHERE k.federation_id = $ AND {where} ORDER BY k.session_on DESC, k.id LIMIT $ OFFSET $;

-- src/features/democracy/proposals/collections.sql.ts listForDesk
SELECT count(*)::int AS n {FROM} WHERE k.federation_id = $ AND {where};

-- src/features/democracy/proposals/collections.sql.ts insertCollection
INSERT INTO proposal_collection (federation_id, id, union_id, term_id, session, session_on, opens_on, closes_on, about, seconders, answer_days, rule_set_id, called_by_id, called_at) VALUES ($, $, $, $, $, $::date, $::date, $::date, $, $, $, $, $, $) ON CONFLICT (federation_id, term_id, session) DO NOTHING;

-- src/features/democracy/proposals/collections.sql.ts updateCollection
UPDATE proposal_collection k SET session = $, session_on = $::date, opens_on = $::date, closes_on = $::date, about = $ WHERE k.federation_id = $ AND k.id = $ AND NOT EXISTS (SELECT 1 FROM proposal_collection x WHERE x.federation_id = k.federation_id AND x.term_id = $ AND x.session = $ AND x.id <> k.id);

-- src/features/democracy/proposals/collections.sql.ts markReported
UPDATE proposal_collection SET reported_on = $::date, reported_to = $ WHERE federation_id = $ AND id = $ AND reported_on IS NULL;

-- src/features/democracy/proposals/collections.sql.ts listLapsed
SELECT p.id FROM proposal p JOIN proposal_collection k ON k.federation_id = p.federation_id AND k.id = p.collection_id JOIN case_file c ON c.federation_id = p.federation_id AND c.id = p.id WHERE p.federation_id = $ AND ((c.state = 'gathering' AND k.closes_on < $::date) OR (c.state = 'returned' AND k.session_on < $::date)) ORDER BY p.id LIMIT 500;

-- src/features/democracy/proposals/delegates.sql.ts listSeats
SELECT d.id AS "delegateId", t.id AS "termId", t.number AS "termNumber", b.union_id AS "unionId", u.path, b.name AS body FROM congress_delegate d JOIN congress_term t ON t.federation_id = d.federation_id AND t.id = d.term_id JOIN congress_body b ON b.federation_id = t.federation_id AND b.id = t.body_id JOIN union_unit u ON u.federation_id = b.federation_id AND u.id = b.union_id WHERE d.federation_id = $ AND d.person_id = $ AND {VOTES} AND {SITS} ORDER BY t.began_on DESC, d.id LIMIT 10;

-- src/features/democracy/proposals/delegates.sql.ts find
SELECT p.id, p.name, coalesce(u.name, '') AS unit FROM congress_delegate d JOIN person p ON p.federation_id = d.federation_id AND p.id = d.person_id LEFT JOIN membership m ON m.federation_id = d.federation_id AND m.person_id = d.person_id AND m.state <> 'ended' LEFT JOIN union_unit u ON u.federation_id = m.federation_id AND u.id = m.union_id WHERE d.federation_id = $ AND d.term_id = $ AND {VOTES} AND $ ORDER BY p.name, p.id LIMIT $;

-- src/features/democracy/proposals/delegates.sql.ts listVoters
SELECT d.person_id AS id FROM congress_delegate d WHERE d.federation_id = $ AND d.term_id = $ AND {VOTES} ORDER BY d.card_number LIMIT 5000;

-- src/features/democracy/proposals/delegates.sql.ts listTerms
SELECT t.id AS "termId", t.number AS "termNumber", b.union_id AS "unionId", u.name AS union, b.name AS body, (SELECT count(*)::int FROM congress_delegate d WHERE d.federation_id = t.federation_id AND d.term_id = t.id AND {VOTES}) AS delegates FROM congress_term t JOIN congress_body b ON b.federation_id = t.federation_id AND b.id = t.body_id JOIN union_unit u ON u.federation_id = b.federation_id AND u.id = b.union_id WHERE t.federation_id = $ AND {SITS} AND b.form = 'congress' AND $ ORDER BY u.path, t.id LIMIT 200;

-- src/features/democracy/proposals/people.sql.ts listSeconders
SELECT p.id, p.name, coalesce(u.name, '') AS unit, x.answer, x.word, x.answered_at AS "answeredAt" FROM proposal_seconder x JOIN person p ON p.federation_id = x.federation_id AND p.id = x.person_id {UNIT} WHERE x.federation_id = $ AND x.proposal_id = $ ORDER BY x.answer = 'yes' DESC NULLS LAST, x.answered_at NULLS LAST, p.id LIMIT 50;

-- src/features/democracy/proposals/people.sql.ts insertSeconders
INSERT INTO proposal_seconder (federation_id, proposal_id, person_id, asked_at) SELECT $, $, x.id, $ FROM unnest($::uuid[]) AS x(id) ON CONFLICT DO NOTHING RETURNING person_id AS id;

-- src/features/democracy/proposals/people.sql.ts answerSeconding
UPDATE proposal_seconder SET answer = $, word = $, answered_at = $ WHERE federation_id = $ AND proposal_id = $ AND person_id = $;

-- src/features/democracy/proposals/people.sql.ts askAgain
WITH said AS (SELECT person_id FROM proposal_seconder WHERE federation_id = $ AND proposal_id = $ AND answer = 'yes'), anew AS (UPDATE proposal_seconder SET answer = NULL, word = '', answered_at = NULL, asked_at = $ WHERE federation_id = $ AND proposal_id = $ AND answer IS NOT NULL RETURNING person_id) SELECT person_id AS id FROM said;

-- src/features/democracy/proposals/people.sql.ts listHelpers
SELECT p.id, p.name, x.department, x.opinion, x.given_at AS "givenAt" FROM proposal_helper x JOIN person p ON p.federation_id = x.federation_id AND p.id = x.person_id WHERE x.federation_id = $ AND x.proposal_id = $ ORDER BY x.department, p.id LIMIT 20;

-- src/features/democracy/proposals/people.sql.ts setHelpers
DELETE FROM proposal_helper WHERE federation_id = $ AND proposal_id = $ AND given_at IS NULL AND person_id <> ALL ($::uuid[]);

-- src/features/democracy/proposals/people.sql.ts setHelpers
INSERT INTO proposal_helper (federation_id, proposal_id, person_id, department, asked_at) SELECT $, $, x.id, x.department, $ FROM unnest($::uuid[], $::text[]) AS x(id, department) ON CONFLICT DO NOTHING RETURNING person_id AS id;

-- src/features/democracy/proposals/people.sql.ts giveOpinion
UPDATE proposal_helper SET opinion = $, given_at = $ WHERE federation_id = $ AND proposal_id = $ AND person_id = $;

-- src/features/democracy/proposals/people.sql.ts insertFollowers
INSERT INTO proposal_follower (federation_id, proposal_id, person_id, since) SELECT $, $, x.id, $ FROM unnest($::uuid[]) AS x(id) ON CONFLICT DO NOTHING;

-- src/features/democracy/proposals/people.sql.ts deleteFollower
DELETE FROM proposal_follower WHERE federation_id = $ AND proposal_id = $ AND person_id = $;

-- src/features/democracy/proposals/people.sql.ts listFollowers
SELECT person_id AS id FROM proposal_follower WHERE federation_id = $ AND proposal_id = $ ORDER BY since, person_id LIMIT 5000;

-- src/features/democracy/proposals/people.sql.ts listEarners
SELECT p.id AS "proposalId", c.number, c.title, p.hot_on IS NOT NULL AS hot, y.mover, n.id AS "personId", n.name FROM proposal p JOIN case_file c ON c.federation_id = p.federation_id AND c.id = p.id CROSS JOIN LATERAL (SELECT c.author_id AS person_id, true AS mover UNION ALL SELECT s.person_id, false FROM proposal_seconder s WHERE s.federation_id = p.federation_id AND s.proposal_id = p.id AND s.answer = 'yes') y JOIN person n ON n.federation_id = p.federation_id AND n.id = y.person_id WHERE p.federation_id = $ AND p.collection_id = $ AND p.decision = 'filed' AND (y.mover OR p.hot_on IS NOT NULL) ORDER BY c.number, y.mover DESC, n.name, n.id LIMIT 5000;

-- src/features/democracy/proposals/proposals.sql.ts page
SELECT $ {FROM} WHERE p.federation_id = $ AND {where} ORDER BY k.session_on DESC, c.number DESC, p.id LIMIT $ OFFSET $;

-- src/features/democracy/proposals/proposals.sql.ts page
SELECT count(*)::int AS n {FROM} WHERE p.federation_id = $ AND {where};

-- src/features/democracy/proposals/proposals.sql.ts listOfCollection
SELECT $ {FROM} WHERE p.federation_id = $ AND p.collection_id = $ AND p.submitted_on IS NOT NULL AND c.state <> 'withdrawn' ORDER BY c.number LIMIT 2000;

-- src/features/democracy/proposals/proposals.sql.ts findProposal
SELECT $ {FROM} WHERE p.federation_id = $ AND p.id = $;

-- src/features/democracy/proposals/proposals.sql.ts listNear
SELECT $ {FROM} WHERE p.federation_id = $ AND p.id = ANY ($::uuid[]) AND starts_with($, u.path) AND (c.state = ANY ($::text[]) OR c.author_id = $);

-- src/features/democracy/proposals/proposals.sql.ts insertProposal
INSERT INTO proposal (federation_id, id, collection_id, mover_id, unit, kind, reason, grounds, remedy) VALUES ($, $, $, $, $, $, $, $, $);

-- src/features/democracy/proposals/proposals.sql.ts changeProposal
UPDATE proposal SET {sql.join(set, sql`, `)} WHERE federation_id = $ AND id = $;

-- src/features/democracy/proposals/proposals.sql.ts holdProposals
SELECT 1 FROM proposal WHERE federation_id = $ AND id = ANY ($::uuid[]) ORDER BY id FOR UPDATE;

-- src/features/democracy/proposals/proposals.sql.ts holdProposals
SELECT p.id, c.state, k.term_id AS "termId", c.author_id AS "authorId", p.collection_id AS "collectionId" FROM proposal p JOIN case_file c ON c.federation_id = p.federation_id AND c.id = p.id JOIN proposal_collection k ON k.federation_id = p.federation_id AND k.id = p.collection_id WHERE p.federation_id = $ AND p.id = ANY ($::uuid[]);

-- src/features/democracy/proposals/proposals.sql.ts listMergedInto
SELECT p.id, c.number, c.title, a.name AS mover FROM proposal p JOIN case_file c ON c.federation_id = p.federation_id AND c.id = p.id JOIN person a ON a.federation_id = c.federation_id AND a.id = c.author_id WHERE p.federation_id = $ AND p.merged_into_id = $ ORDER BY c.number LIMIT 50;

-- src/features/democracy/proposals/proposals.sql.ts listTargets
SELECT p.id, c.number, c.title FROM proposal p JOIN case_file c ON c.federation_id = p.federation_id AND c.id = p.id WHERE p.federation_id = $ AND p.collection_id = $ AND p.id <> $ AND c.state IN ('filed','working') ORDER BY c.number LIMIT 200;

-- src/features/democracy/proposals/proposals.sql.ts findMadeSuggestion
SELECT id FROM case_file WHERE federation_id = $ AND author_id = $ AND process = 'suggestion' AND facts @> $::jsonb LIMIT 1;

-- src/features/democracy/sessions/items.sql.ts listItems
SELECT {COLUMNS} FROM {FROM} WHERE i.federation_id = $ AND i.session_id = $ ORDER BY i.number, i.id LIMIT 200;

-- src/features/democracy/sessions/items.sql.ts findItem
SELECT {COLUMNS} FROM {FROM} WHERE i.federation_id = $ AND i.id = $;

-- src/features/democracy/sessions/items.sql.ts insertItem
INSERT INTO congress_session_item (federation_id, id, session_id, number, matter, act, title, body, reporter, level, candidates, seats, state, amends_id, ratifies_id) SELECT $::uuid, $::uuid, $::uuid, coalesce((SELECT max(x.number) FROM congress_session_item x WHERE x.federation_id = $ AND x.session_id = $), 0) + 1, $, $, $, $, $, $, $::jsonb, $, $, $::uuid, $::uuid;

-- src/features/democracy/sessions/items.sql.ts updateItem
UPDATE congress_session_item SET matter = $, act = $, title = $, body = $, reporter = $, level = $, candidates = $::jsonb, seats = $, version = version + 1 WHERE federation_id = $ AND id = $ AND version = $ AND state = 'listed' RETURNING id;

-- src/features/democracy/sessions/items.sql.ts swapItems
UPDATE congress_session_item i SET number = x.number FROM unnest($::uuid[], $::int[]) AS x(id, number) WHERE i.federation_id = $ AND i.id = x.id;

-- src/features/democracy/sessions/items.sql.ts setState
UPDATE congress_session_item SET state = $, decided_at = CASE WHEN $::boolean THEN $::timestamptz END, version = version + 1 WHERE federation_id = $ AND id = $ AND state = ANY ($::text[]) RETURNING id;

-- src/features/democracy/sessions/items.sql.ts setResolution
UPDATE congress_session_item SET resolution = $, exec_by = $, exec_due = $::date, version = version + 1 WHERE federation_id = $ AND id = $;

-- src/features/democracy/sessions/items.sql.ts setProgress
UPDATE congress_session_item SET exec_note = $, exec_done_at = CASE WHEN $::boolean THEN $::timestamptz END, version = version + 1 WHERE federation_id = $ AND id = $;

-- src/features/democracy/sessions/items.sql.ts listCarried
SELECT i.id, i.title, z.title AS session, i.exec_by AS "execBy", i.exec_due::text AS "execDue", i.exec_note AS "execNote", CASE WHEN z.sort = 'joint' THEN 'ratification' ELSE 'execution' END AS waits FROM congress_session_item i JOIN congress_session z ON z.federation_id = i.federation_id AND z.id = i.session_id WHERE i.federation_id = $ AND z.term_id = $ AND z.id <> $ AND z.held_at < $ AND i.state = 'passed' AND ((z.sort <> 'joint' AND i.exec_by <> '' AND i.exec_done_at IS NULL) OR (z.sort = 'joint' AND NOT EXISTS (SELECT 1 FROM congress_session_item r WHERE r.federation_id = i.federation_id AND r.ratifies_id = i.id AND r.state NOT IN ('failed','withdrawn')))) ORDER BY z.held_at, i.number LIMIT 100;

-- src/features/democracy/sessions/items.sql.ts listPapers
SELECT p.id, p.item_id AS "itemId", p.name, p.put_at AS at FROM congress_session_paper p WHERE p.federation_id = $ AND p.session_id = $ ORDER BY p.put_at, p.id LIMIT 500;

-- src/features/democracy/sessions/items.sql.ts insertPapers
INSERT INTO congress_session_paper (federation_id, id, session_id, item_id, name, put_at, by_id) SELECT $::uuid, x.id, $::uuid, $::uuid, x.name, $, $::uuid FROM unnest($::uuid[], $::text[]) AS x(id, name);

-- src/features/democracy/sessions/items.sql.ts listOpinions
SELECT {OPINION}, (count(*) OVER ())::int AS n FROM {OPINIONS} WHERE {where} ORDER BY i.number, o.delegation, o.sort, o.at, o.id LIMIT $ OFFSET $;

-- src/features/democracy/sessions/items.sql.ts findOpinion
SELECT {OPINION} FROM {OPINIONS} WHERE o.federation_id = $ AND o.id = $;

-- src/features/democracy/sessions/items.sql.ts putOpinion
INSERT INTO congress_session_opinion (federation_id, id, session_id, item_id, delegation_id, delegation, sort, person_id, name, text, at) VALUES ($, $, $, $, $, $, $, $, $, $, $) ON CONFLICT (federation_id, item_id, delegation_id) WHERE sort = 'gathered' DO UPDATE SET text = excluded.text, person_id = excluded.person_id, name = excluded.name, at = excluded.at, taken = '', answer = '';

-- src/features/democracy/sessions/items.sql.ts putOpinion
SELECT count(*)::int AS n FROM congress_session_opinion o WHERE o.federation_id = $ AND o.item_id = $ AND o.person_id = $ AND o.sort = 'own';

-- src/features/democracy/sessions/items.sql.ts setTaken
UPDATE congress_session_opinion SET taken = $, answer = $ WHERE federation_id = $ AND id = $;

-- src/features/democracy/sessions/items.sql.ts listSpeakers
SELECT {SPEAKER} FROM {SPEAKERS} WHERE k.federation_id = $ AND k.session_id = $ AND (k.state IN ('asked','speaking') OR ($::boolean AND k.state = 'spoke')) ORDER BY k.state <> 'speaking', k.asked_at, k.id LIMIT 500;

-- src/features/democracy/sessions/items.sql.ts findSpeaker
SELECT {SPEAKER} FROM {SPEAKERS} WHERE k.federation_id = $ AND k.id = $;

-- src/features/democracy/sessions/items.sql.ts insertSpeaker
INSERT INTO congress_session_speaker (federation_id, id, session_id, item_id, delegate_id, about, state, asked_at) VALUES ($, $, $, $, $, $, 'asked', $) ON CONFLICT (federation_id, session_id, delegate_id) WHERE state = 'asked' DO NOTHING RETURNING id;

-- src/features/democracy/sessions/items.sql.ts setSpeaking
UPDATE congress_session_speaker SET state = 'speaking', minutes = $, began_at = $ WHERE federation_id = $ AND id = $ AND state = 'asked' RETURNING id;

-- src/features/democracy/sessions/items.sql.ts endSpeeches
UPDATE congress_session_speaker SET state = 'spoke', ended_at = $ WHERE federation_id = $ AND session_id = $ AND state = 'speaking';

-- src/features/democracy/sessions/items.sql.ts withdrawSpeakers
UPDATE congress_session_speaker SET state = 'withdrawn', ended_at = $ WHERE federation_id = $ AND session_id = $ AND state = 'asked' AND ($::uuid IS NULL OR delegate_id = $::uuid) RETURNING id;

-- src/features/democracy/sessions/items.sql.ts listDecisions
SELECT {COLUMNS}, z.title AS session, u.name AS union, (count(*) OVER ())::int AS n FROM {FROM} JOIN congress_body b ON b.federation_id = z.federation_id AND b.id = z.body_id JOIN union_unit u ON u.federation_id = z.federation_id AND u.id = z.union_id WHERE i.federation_id = $ AND z.published_at IS NOT NULL AND i.state IN ('passed','failed','noted') AND starts_with($::text, u.path) AND (b.kind = 'workers' OR $::boolean) {o.text ? sql`AND (i.title ILIKE ${`%${o.text.replace(/[\\%_]/g, '\\$&')}%`} OR i.resolution ILIKE ${`%${o.text.replace(/[\\%_]/g, '\\$&')}%`})` : sql``} ORDER BY z.held_at DESC, i.number LIMIT $ OFFSET $;

-- src/features/democracy/sessions/joint.sql.ts listDecisions
SELECT {COLUMNS}, (count(*) OVER ())::int AS n FROM {FROM} WHERE {kept(tx, by)} {f.unionPath ? sql`AND starts_with(u.path, ${f.unionPath})` : sql``} {f.text ? sql`AND (d.title ILIKE ${like(f.text)} OR u.name ILIKE ${like(f.text)})` : sql``} ORDER BY d.made_at DESC, d.id LIMIT $ OFFSET $;

-- src/features/democracy/sessions/joint.sql.ts findDecision
SELECT {COLUMNS} FROM {FROM} WHERE {kept(tx, by)} AND d.id = $;

-- src/features/democracy/sessions/joint.sql.ts listVotable
SELECT i.id, i.title, u.name AS union, z.title AS session, (SELECT count(*)::int FROM congress_session_seat s WHERE s.federation_id = z.federation_id AND s.session_id = z.id AND s.class = 'delegate') AS delegates FROM congress_session_item i JOIN congress_session z ON z.federation_id = i.federation_id AND z.id = i.session_id JOIN union_unit u ON u.federation_id = z.federation_id AND u.id = z.union_id WHERE i.federation_id = $ AND {visibleTo(by, 'sessions.keep')} AND i.level <> 'none' AND i.state <> 'withdrawn' {f.ids ? sql`AND i.id = ANY (${[...f.ids]}::uuid[])` : sql``} {f.text ? sql`AND (i.title ILIKE ${like(f.text)} OR z.title ILIKE ${like(f.text)})` : sql``} ORDER BY z.held_at DESC, i.number LIMIT 80;

-- src/features/democracy/sessions/joint.sql.ts insertDecision
INSERT INTO congress_joint_decision (federation_id, id, union_id, title, about, round, op, num, den, made_at, by_id) VALUES ($, $, $, $, $, $, $, $, $, $, $);

-- src/features/democracy/sessions/joint.sql.ts insertDecision
INSERT INTO congress_joint_part (federation_id, decision_id, item_id, place, weight, veto) SELECT $::uuid, $::uuid, x.id, x.place, x.weight, x.veto FROM unnest($::uuid[], $::int[], $::int[], $::boolean[]) AS x(id, place, weight, veto);

-- src/features/democracy/sessions/seats.sql.ts readRoll
WITH roll AS (SELECT d.id, d.person_id, coalesce(p.name, d.name) AS name, d.class, NOT ($) AS vacant, ($ AND d.class = 'delegate' AND d.checked = 'passed') AS votes, d.post, coalesce(m.union_id, $::uuid) AS union_id, coalesce(u.name, d.unit) AS unit, g.id AS delegation_id, coalesce(g.name, '') AS delegation, coalesce(g.head_id = d.id, false) AS head, d.card_number, d.card_code FROM congress_delegate d LEFT JOIN person p ON p.federation_id = d.federation_id AND p.id = d.person_id LEFT JOIN membership m ON m.federation_id = d.federation_id AND m.person_id = d.person_id AND m.state <> 'ended' LEFT JOIN union_unit u ON u.federation_id = m.federation_id AND u.id = m.union_id LEFT JOIN congress_constituency c ON c.federation_id = d.federation_id AND c.id = d.constituency_id LEFT JOIN congress_delegation g ON g.federation_id = d.federation_id AND g.id = coalesce(d.delegation_id, c.delegation_id) WHERE d.federation_id = $ AND d.term_id = $ AND {o.joint ? sql`${held} AND d.class = 'delegate' AND ${leads}` : sql`(${held} OR (${vacated}))`}), gone AS (DELETE FROM congress_session_seat s WHERE {of(tx, o.sessionId)} AND NOT EXISTS (SELECT 1 FROM roll WHERE roll.id = s.delegate_id)) INSERT INTO congress_session_seat (federation_id, session_id, delegate_id, person_id, name, class, vacant, votes, post, union_id, unit, delegation_id, delegation, head, card_number, card_code) SELECT $::uuid, $::uuid, n.id, CASE WHEN n.vacant THEN NULL ELSE n.person_id END, CASE WHEN n.vacant THEN '' ELSE n.name END, n.class, n.vacant, n.votes, n.post, n.union_id, n.unit, n.delegation_id, n.delegation, n.head, n.card_number, n.card_code FROM roll n ORDER BY n.card_number LIMIT 10000 ON CONFLICT (federation_id, session_id, delegate_id) DO UPDATE SET person_id = excluded.person_id, name = excluded.name, class = excluded.class, vacant = excluded.vacant, votes = excluded.votes, post = excluded.post, union_id = excluded.union_id, unit = excluded.unit, delegation_id = excluded.delegation_id, delegation = excluded.delegation, head = excluded.head, card_number = excluded.card_number, card_code = excluded.card_code, here = CASE WHEN excluded.vacant THEN '' ELSE congress_session_seat.here END;

-- src/features/democracy/sessions/seats.sql.ts countUnchecked
SELECT count(*)::int AS n FROM congress_delegate d WHERE d.federation_id = $ AND d.term_id = $ AND d.class = 'delegate' AND d.until IS NULL AND d.checked = 'waiting';

-- src/features/democracy/sessions/seats.sql.ts sumSeats
SELECT count(*) FILTER (WHERE s.class = 'delegate')::int AS entitled, count(*) FILTER (WHERE s.votes AND s.here <> '')::int AS present, count(*) FILTER (WHERE s.class <> 'delegate' AND s.here <> '')::int AS observers, count(*) FILTER (WHERE s.votes)::int AS holders FROM congress_session_seat s WHERE {of(tx, sessionId)};

-- src/features/democracy/sessions/seats.sql.ts listPresent
SELECT s.person_id AS id FROM congress_session_seat s WHERE {of(tx, sessionId)} AND s.votes AND s.here <> '' AND s.person_id IS NOT NULL ORDER BY s.person_id LIMIT 10000;

-- src/features/democracy/sessions/seats.sql.ts voters
SELECT coalesce(s.person_id, s.delegate_id), ''::text AS class, s.union_id FROM congress_session_seat s WHERE {of(tx, sessionId)} AND s.class = 'delegate';

-- src/features/democracy/sessions/seats.sql.ts listSeats
SELECT {COLUMNS}, (count(*) OVER ())::int AS n FROM congress_session_seat s WHERE {where} ORDER BY s.vacant, array_position(ARRAY['delegate','observer','guest'], s.class), s.delegation, s.card_number LIMIT $ OFFSET $;

-- src/features/democracy/sessions/seats.sql.ts lockSeats
SELECT {COLUMNS} FROM congress_session_seat s WHERE {of(tx, sessionId)} AND (s.delegate_id = ANY ($::uuid[]) OR s.card_code = ANY ($::uuid[])) ORDER BY s.delegate_id LIMIT 10000 FOR UPDATE;

-- src/features/democracy/sessions/seats.sql.ts findSeat
SELECT {COLUMNS} FROM congress_session_seat s WHERE {of(tx, sessionId)} AND s.person_id = $;

-- src/features/democracy/sessions/seats.sql.ts setHere
UPDATE congress_session_seat s SET here = $, came_at = coalesce(s.came_at, x.at), left_at = NULL FROM unnest($::uuid[], $::timestamptz[]) AS x(id, at) WHERE {of(tx, sessionId)} AND s.delegate_id = x.id AND NOT s.vacant;

-- src/features/democracy/sessions/seats.sql.ts setGone
UPDATE congress_session_seat s SET here = '', left_at = $ WHERE {of(tx, sessionId)} AND s.delegate_id = $;

-- src/features/democracy/sessions/seats.sql.ts setPresidium
UPDATE congress_session_seat s SET presidium = CASE WHEN s.delegate_id = $::uuid THEN 'chair' WHEN s.delegate_id = ANY ($::uuid[]) THEN 'member' ELSE '' END WHERE {of(tx, sessionId)};

-- src/features/democracy/sessions/seats.sql.ts setSeen
UPDATE congress_session_seat s SET seen_at = $ WHERE {of(tx, sessionId)} AND s.person_id = $;

-- src/features/democracy/sessions/seats.sql.ts listSitting
SELECT s.person_id AS id FROM congress_session_seat s WHERE {of(tx, sessionId)} AND s.person_id IS NOT NULL ORDER BY s.person_id LIMIT 10000;

-- src/features/democracy/sessions/seats.sql.ts sumDelegations
SELECT s.delegation_id AS id, s.delegation AS name, count(*)::int AS seats, count(*) FILTER (WHERE s.here <> '')::int AS present FROM congress_session_seat s WHERE {of(tx, sessionId)} AND s.class = 'delegate' GROUP BY s.delegation_id, s.delegation ORDER BY min(s.card_number) LIMIT 200;

-- src/features/democracy/sessions/seats.sql.ts listPresidium
SELECT s.delegate_id AS id, s.name, s.post, s.presidium = 'chair' AS chair, s.presidium <> '' AS seated FROM congress_session_seat s WHERE {of(tx, sessionId)} AND NOT s.vacant AND (s.presidium <> '' OR EXISTS (SELECT 1 FROM congress_group g JOIN congress_group_seat k ON k.federation_id = g.federation_id AND k.group_id = g.id WHERE g.federation_id = s.federation_id AND g.term_id = $ AND g.sort = 'presidium' AND k.delegate_id = s.delegate_id)) ORDER BY s.presidium <> 'chair', s.card_number LIMIT 60;

-- src/features/democracy/sessions/sessions.sql.ts findKept
SELECT {COLUMNS} FROM {FROM} WHERE {tenant(tx)} AND z.id = $ AND {visibleTo(by, 'sessions.keep')};

-- src/features/democracy/sessions/sessions.sql.ts lockSession
SELECT 1 FROM congress_session z WHERE {tenant(tx)} AND z.id = $ FOR UPDATE;

-- src/features/democracy/sessions/sessions.sql.ts lockSession
SELECT 1 FROM congress_session z WHERE {tenant(tx)} AND z.id = $ FOR SHARE;

-- src/features/democracy/sessions/sessions.sql.ts findMine
SELECT {COLUMNS} FROM {FROM} WHERE {tenant(tx)} AND z.id = $ AND ((c.state NOT IN ('preparing','confirmed') AND $) OR ({PUBLIC} AND $));

-- src/features/democracy/sessions/sessions.sql.ts mayOpenPapers
SELECT 1 FROM {FROM} WHERE {tenant(tx)} AND z.id = $ AND ({visibleTo(by, 'sessions.keep')} OR (c.state NOT IN ('preparing','confirmed') AND $));

-- src/features/democracy/sessions/sessions.sql.ts listMine
SELECT {COLUMNS}, y.class AS seat, coalesce(y.here <> '', false) AS here, CASE WHEN y.class IS NULL THEN 0 ELSE (SELECT count(*)::int FROM congress_session_paper p WHERE p.federation_id = z.federation_id AND p.session_id = z.id AND (y.seen_at IS NULL OR p.put_at > y.seen_at)) END AS fresh, (SELECT count(*)::int FROM congress_session_item i JOIN ballot x ON x.federation_id = i.federation_id AND x.id = i.id AND x.state = 'open' JOIN ballot_voter v ON v.federation_id = x.federation_id AND v.ballot_id = x.id AND v.person_id = $ AND v.present AND NOT v.given WHERE i.federation_id = z.federation_id AND i.session_id = z.id) AS votes, (count(*) OVER ())::int AS n FROM {FROM} LEFT JOIN congress_session_seat y ON y.federation_id = z.federation_id AND y.session_id = z.id AND y.person_id = $ WHERE {tenant(tx)} AND c.state <> 'calledOff' AND ((y.delegate_id IS NOT NULL AND c.state NOT IN ('preparing','confirmed')) OR ({PUBLIC} AND $)) ORDER BY (c.state IN ('open','sitting','adjourned')) DESC, z.held_at DESC, z.id LIMIT $ OFFSET $;

-- src/features/democracy/sessions/sessions.sql.ts listRegister
SELECT {COLUMNS}, (count(*) OVER ())::int AS n FROM {FROM} WHERE {where} ORDER BY z.held_at DESC, z.id LIMIT $ OFFSET $;

-- src/features/democracy/sessions/sessions.sql.ts listBodies
SELECT b.id, b.name, u.name AS union, u.id AS "unionId", u.path, t.id AS "termId", t.number AS term, b.kind, (SELECT count(*)::int FROM congress_delegate d WHERE d.federation_id = t.federation_id AND d.term_id = t.id AND d.class = 'delegate' AND d.until IS NULL) AS entitled, least(200, 1 + x.sessions) AS "nextNumber", least(200, 1 + x.joints) AS "nextJoint" FROM congress_body b JOIN congress_term t ON t.federation_id = b.federation_id AND t.body_id = b.id AND t.confirmed_at IS NOT NULL AND t.ended_on IS NULL JOIN union_unit u ON u.federation_id = b.federation_id AND u.id = b.union_id CROSS JOIN LATERAL (SELECT (count(*) FILTER (WHERE z.sort <> 'joint'))::int AS sessions, (count(*) FILTER (WHERE z.sort = 'joint'))::int AS joints FROM congress_session z JOIN case_file c ON c.federation_id = z.federation_id AND c.id = z.id AND c.state <> 'calledOff' WHERE z.federation_id = t.federation_id AND z.term_id = t.id) x WHERE b.federation_id = $ AND b.form = 'congress' AND {visibleTo(by, 'sessions.keep')} {f.unionId ? sql`AND u.id = ${f.unionId}` : sql``} {f.bodyId ? sql`AND b.id = ${f.bodyId}` : sql``} ORDER BY length(u.path), u.path, b.kind DESC LIMIT 100;

-- src/features/democracy/sessions/sessions.sql.ts findOther
SELECT t.id FROM congress_term t WHERE t.federation_id = $ AND t.id = $ FOR NO KEY UPDATE;

-- src/features/democracy/sessions/sessions.sql.ts findOther
SELECT z.title FROM congress_session z WHERE {tenant(tx)} AND z.term_id = $ AND z.id <> $ AND z.opened_at IS NOT NULL AND z.closed_at IS NULL LIMIT 1;

-- src/features/democracy/sessions/sessions.sql.ts insertSession
INSERT INTO congress_session (federation_id, id, body_id, term_id, union_id, sort, number, mode, title, about, place, called_by, held_at, ends_at, papers_by, rule_set_id, by_id) VALUES ($, $, $, $, $, $, $, $, $, $, $, $, $, $, $, $, $);

-- src/features/democracy/sessions/sessions.sql.ts updatePlan
UPDATE congress_session SET sort = $, number = $, mode = $, title = $, about = $, place = $, called_by = $, held_at = $, ends_at = $, papers_by = $ WHERE federation_id = $ AND id = $;

-- src/features/democracy/sessions/sessions.sql.ts mark
UPDATE congress_session SET agreed_employer = coalesce($::text, agreed_employer), agreed_union = coalesce($::text, agreed_union), opened_at = CASE WHEN $::boolean THEN $::timestamptz ELSE opened_at END, entitled = coalesce($::int, entitled), present_first = coalesce($::int, present_first), hands = coalesce($::jsonb, hands), closed_at = CASE WHEN $::boolean THEN $::timestamptz ELSE closed_at END, publish_by = coalesce($::date, publish_by), report_by = coalesce($::timestamptz, report_by), minutes = coalesce($::text, minutes), published_at = CASE WHEN $::boolean THEN $::timestamptz ELSE published_at END, report = coalesce($::text, report), reported_at = CASE WHEN $::boolean THEN $::timestamptz ELSE reported_at END WHERE federation_id = $ AND id = $;

-- src/features/democracy/sessions/sessions.sql.ts listWorkers
SELECT DISTINCT m.person_id AS id FROM membership m JOIN union_unit u ON u.federation_id = m.federation_id AND u.id = m.union_id WHERE m.federation_id = $ AND starts_with(u.path, $) AND (m.state = 'active' OR (NOT $::boolean AND m.state = 'reserved')) ORDER BY 1 LIMIT 100000;

-- src/features/democracy/surveys/results.sql.ts insertResults
INSERT INTO survey_result (federation_id, survey_id, dimension, body, papers, invalid, asked, headline, counted_at) SELECT $, $, x.dimension, x.body, x.papers, x.invalid, x.asked, x.headline, $ FROM jsonb_to_recordset($::jsonb) AS x(dimension text, body jsonb, papers int, invalid int, asked int, headline smallint);

-- src/features/democracy/surveys/results.sql.ts insertCrosses
INSERT INTO survey_cross (federation_id, survey_id, a, b, cells) SELECT $, $, x.a, x.b, x.cells::int[] FROM unnest($::text[], $::text[], $::text[]) AS x(a, b, cells);

-- src/features/democracy/surveys/results.sql.ts findResult
SELECT dimension, body, papers, invalid, asked, headline FROM survey_result WHERE federation_id = $ AND survey_id = $ AND dimension = $;

-- src/features/democracy/surveys/results.sql.ts listSummaries
SELECT survey_id AS id, dimension, body, papers, invalid, asked, headline FROM survey_result WHERE federation_id = $ AND survey_id = ANY ($::uuid[]) AND dimension = '';

-- src/features/democracy/surveys/results.sql.ts findCross
SELECT a, b, cells FROM survey_cross WHERE federation_id = $ AND survey_id = $ AND a = $ AND b = $;

-- src/features/democracy/surveys/results.sql.ts insertRemarks
INSERT INTO survey_remark (federation_id, survey_id, id, question, text) SELECT $, $, x.id, x.question, x.text FROM unnest($::uuid[], $::text[], $::text[]) AS x(id, question, text) ORDER BY x.id;

-- src/features/democracy/surveys/results.sql.ts listRemarks
SELECT count(*)::int AS n FROM survey_remark WHERE {where};

-- src/features/democracy/surveys/results.sql.ts listRemarks
SELECT id, question, text, topic_id AS "topicId" FROM survey_remark WHERE {where} ORDER BY id LIMIT $ OFFSET $;

-- src/features/democracy/surveys/results.sql.ts listTopics
SELECT t.id, t.question, t.title, (SELECT count(*)::int FROM survey_remark r WHERE r.federation_id = t.federation_id AND r.survey_id = t.survey_id AND r.topic_id = t.id) AS remarks FROM survey_topic t WHERE t.federation_id = $ AND t.survey_id = $ ORDER BY remarks DESC, t.id LIMIT 200;

-- src/features/democracy/surveys/results.sql.ts listUngathered
SELECT r.survey_id AS "surveyId", s.union_id AS "unionId", u.path, r.id, r.question, r.text, r.topic_id AS "topicId" FROM survey_remark r JOIN survey s ON s.federation_id = r.federation_id AND s.id = r.survey_id JOIN union_unit u ON u.federation_id = s.federation_id AND u.id = s.union_id WHERE r.federation_id = $ AND NOT r.gathered ORDER BY r.survey_id, r.question, r.id LIMIT $;

-- src/features/democracy/surveys/results.sql.ts insertTopic
INSERT INTO survey_topic (federation_id, survey_id, id, question, title) VALUES ($, $, $, $, $);

-- src/features/democracy/surveys/results.sql.ts gatherRemarks
UPDATE survey_remark SET gathered = true, topic_id = coalesce($::uuid, topic_id) WHERE federation_id = $ AND survey_id = $ AND id = ANY ($::uuid[]);

-- src/features/democracy/surveys/results.sql.ts renameTopic
UPDATE survey_topic SET title = $ WHERE federation_id = $ AND survey_id = $ AND id = $;

-- src/features/democracy/surveys/results.sql.ts mergeTopic
UPDATE survey_remark SET topic_id = $ WHERE federation_id = $ AND survey_id = $ AND topic_id = $;

-- src/features/democracy/surveys/results.sql.ts mergeTopic
DELETE FROM survey_topic WHERE federation_id = $ AND survey_id = $ AND id = $;

-- src/features/democracy/surveys/roll.sql.ts listReach
SELECT p.id, p.name, h.id AS "unionId", {UNIT}, p.sex, p.birth_date::text AS "birthDate", p.new_form AS "newForm", p.migrant {MEMBER} WHERE m.federation_id = $ AND m.state = 'active' AND s.id = $ AND starts_with(h.path, $) {o.unions.length > 0 ? sql`AND EXISTS (SELECT 1 FROM union_unit c WHERE c.federation_id = m.federation_id AND c.id = ANY (${[...o.unions]}::uuid[]) AND starts_with(h.path, c.path))` : sql``} {o.offices ? sql`AND EXISTS (SELECT 1 FROM office_holding f WHERE f.federation_id = m.federation_id AND f.person_id = p.id AND f.from_date <= ${o.today}::date AND (f.to_date IS NULL OR f.to_date >= ${o.today}::date))` : sql``} ORDER BY p.id LIMIT {MOST};

-- src/features/democracy/surveys/roll.sql.ts findReached
SELECT p.id, p.name, h.id AS "unionId", {UNIT}, p.sex, p.birth_date::text AS "birthDate", p.new_form AS "newForm", p.migrant {MEMBER} WHERE m.federation_id = $ AND m.state = 'active' AND s.id = $ AND p.id = $ AND starts_with(h.path, s.path) LIMIT 1;

-- src/features/democracy/surveys/roll.sql.ts listUnits
SELECT id, name FROM union_unit WHERE federation_id = $ AND (id = $ OR (parent_id = $ AND state <> 'ended')) ORDER BY (id = $), name, id LIMIT 60;

-- src/features/democracy/surveys/roll.sql.ts countChannels
SELECT count(*) FILTER (WHERE v.given AND l.no IS NULL AND i.person_id IS NULL)::int AS own, count(*) FILTER (WHERE v.given AND l.no IS NOT NULL)::int AS link, count(*) FILTER (WHERE v.given AND i.person_id IS NOT NULL)::int AS telephone FROM ballot_voter v LEFT JOIN survey_link l ON l.federation_id = v.federation_id AND l.survey_id = v.ballot_id AND l.voter_id = v.person_id LEFT JOIN survey_interview i ON i.federation_id = v.federation_id AND i.survey_id = v.ballot_id AND i.person_id = v.person_id WHERE v.federation_id = $ AND v.ballot_id = $;

-- src/features/democracy/surveys/roll.sql.ts listSilent
SELECT v.person_id AS id FROM ballot_voter v WHERE v.federation_id = $ AND v.ballot_id = $ AND NOT v.given AND NOT EXISTS (SELECT 1 FROM survey_link l WHERE l.federation_id = v.federation_id AND l.survey_id = v.ballot_id AND l.voter_id = v.person_id) LIMIT {MOST};

-- src/features/democracy/surveys/roll.sql.ts listAskedPeople
SELECT v.person_id AS id FROM ballot_voter v WHERE v.federation_id = $ AND v.ballot_id = $ AND NOT EXISTS (SELECT 1 FROM survey_link l WHERE l.federation_id = v.federation_id AND l.survey_id = v.ballot_id AND l.voter_id = v.person_id) LIMIT {MOST};

-- src/features/democracy/surveys/roll.sql.ts insertLinks
INSERT INTO survey_link (federation_id, survey_id, no, voter_id) SELECT $, $, x.no, x.id FROM unnest($::uuid[]) WITH ORDINALITY AS x(id, no);

-- src/features/democracy/surveys/roll.sql.ts listLinks
SELECT l.no, l.voter_id AS "voterId", coalesce(v.given, false) AS used FROM survey_link l LEFT JOIN ballot_voter v ON v.federation_id = l.federation_id AND v.ballot_id = l.survey_id AND v.person_id = l.voter_id WHERE l.federation_id = $ AND l.survey_id = $ ORDER BY l.no LIMIT 5000;

-- src/features/democracy/surveys/roll.sql.ts findLink
SELECT voter_id AS "voterId" FROM survey_link WHERE federation_id = $ AND survey_id = $ AND no = $;

-- src/features/democracy/surveys/roll.sql.ts findOnRoll
SELECT p.id, p.name, h.name AS unit, v.given FROM ballot_voter v JOIN person p ON p.federation_id = v.federation_id AND p.id = v.person_id JOIN union_unit h ON h.federation_id = v.federation_id AND h.id = v.union_id WHERE v.federation_id = $ AND v.ballot_id = $ AND p.name LIKE $ ORDER BY p.name, p.id LIMIT 20;

-- src/features/democracy/surveys/roll.sql.ts isOnRoll
SELECT given FROM ballot_voter WHERE federation_id = $ AND ballot_id = $ AND person_id = $;

-- src/features/democracy/surveys/roll.sql.ts insertInterview
INSERT INTO survey_interview (federation_id, survey_id, person_id, by_id, why) VALUES ($, $, $, $, $) ON CONFLICT (federation_id, survey_id, person_id) DO UPDATE SET by_id = excluded.by_id, why = excluded.why;

-- src/features/democracy/surveys/roll.sql.ts findInterview
SELECT by_id AS "byId" FROM survey_interview WHERE federation_id = $ AND survey_id = $ AND person_id = $;

-- src/features/democracy/surveys/surveys.sql.ts surveys
SELECT {SURVEY} {FROM} WHERE s.federation_id = $ AND {where} ORDER BY $ LIMIT $ OFFSET $;

-- src/features/democracy/surveys/surveys.sql.ts paged
SELECT count(*)::int AS n {FROM} WHERE s.federation_id = $ AND {where};

-- src/features/democracy/surveys/surveys.sql.ts insertSurvey
INSERT INTO survey (federation_id, id, union_id, series, title, about, form, level, groups, roll, seed, links, opens_at, closes_at, results_to, made_by_id, made_at) VALUES ($, $, $, $, $, $, $::jsonb, $, $::text[], $::jsonb, $, $, $, $, $, $, $);

-- src/features/democracy/surveys/surveys.sql.ts updateSurvey
UPDATE survey SET series = $, title = $, about = $, form = $::jsonb, level = $, groups = $::text[], roll = $::jsonb, seed = $, links = $, opens_at = $, closes_at = $, results_to = $, version = version + 1 WHERE federation_id = $ AND id = $ AND version = $ AND NOT EXISTS (SELECT 1 FROM ballot b WHERE b.federation_id = survey.federation_id AND b.id = survey.id);

-- src/features/democracy/surveys/surveys.sql.ts deleteSurvey
DELETE FROM survey WHERE federation_id = $ AND id = $ AND NOT EXISTS (SELECT 1 FROM ballot b WHERE b.federation_id = survey.federation_id AND b.id = survey.id);

-- src/features/democracy/surveys/surveys.sql.ts fixAnnounced
UPDATE survey SET units = $::jsonb, seed = $, version = version + 1 WHERE federation_id = $ AND id = $;

-- src/features/democracy/surveys/surveys.sql.ts markReminded
UPDATE survey SET reminders = reminders + 1, reminded_at = $ WHERE federation_id = $ AND id = $ AND (reminded_at IS NULL OR reminded_at < $) RETURNING reminders;

-- src/features/democracy/surveys/surveys.sql.ts givenBy
SELECT ballot_id AS id FROM ballot_voter WHERE federation_id = $ AND person_id = $ AND ballot_id = ANY ($::uuid[]) AND given;

-- src/features/democracy/surveys/surveys.sql.ts listTemplates
SELECT {TEMPLATE} WHERE t.federation_id = $ AND {visibleTo(by, 'surveys.keep')} ORDER BY t.made_at DESC, t.id LIMIT 200;

-- src/features/democracy/surveys/surveys.sql.ts findTemplate
SELECT {TEMPLATE} WHERE t.federation_id = $ AND t.id = $ AND {visibleTo(by, 'surveys.keep')};

-- src/features/democracy/surveys/surveys.sql.ts insertTemplate
INSERT INTO survey_template (federation_id, id, union_id, title, about, form, made_by_id, made_at) VALUES ($, $, $, $, $, $::jsonb, $, $);

-- src/features/democracy/surveys/surveys.sql.ts deleteTemplate
DELETE FROM survey_template WHERE federation_id = $ AND id = $;

-- src/features/democracy/surveys/tasks.sql.ts insertTask
INSERT INTO survey_task (federation_id, id, survey_id, question, finding, due_on) VALUES ($, $, $, $, $, $::date);

-- src/features/democracy/surveys/tasks.sql.ts updateTask
UPDATE survey_task SET progress = coalesce($::smallint, progress), answer = coalesce($::text, answer), answered_at = CASE WHEN $ THEN $ ELSE answered_at END WHERE federation_id = $ AND id = $;

-- src/features/democracy/surveys/tasks.sql.ts countTasks
SELECT count(*)::int AS n FROM survey_task WHERE federation_id = $ AND survey_id = $;

-- src/features/democracy/surveys/tasks.sql.ts tasks
SELECT {TASK} {FROM} WHERE t.federation_id = $ AND {where} ORDER BY c.is_open DESC, t.due_on, t.id LIMIT $ OFFSET $;

-- src/features/democracy/surveys/tasks.sql.ts listTasks
SELECT count(*)::int AS n {FROM} WHERE t.federation_id = $ AND {where};

-- src/features/democracy/surveys/tasks.sql.ts listOfficers
SELECT DISTINCT p.id, p.name FROM office_holding f JOIN union_unit u ON u.federation_id = f.federation_id AND u.id = f.union_id JOIN person p ON p.federation_id = f.federation_id AND p.id = f.person_id WHERE f.federation_id = $ AND starts_with(u.path, $) AND f.from_date <= $::date AND (f.to_date IS NULL OR f.to_date >= $::date) ORDER BY p.name, p.id LIMIT 200;

-- src/features/funds/payment-lists/payment-lists.sql.ts findByStaff
select p.staff_number as "staffNumber", p.id as "personId", p.name, u.name as unit from person p join membership m on m.federation_id = p.federation_id and m.person_id = p.id and m.state <> 'ended' join union_unit u on u.federation_id = m.federation_id and u.id = m.union_id where p.federation_id = $ and p.staff_number = any($::text[]) and p.staff_number <> '' and {inSubtrees([unionPath])} order by p.staff_number, p.id limit 10000;

-- src/features/funds/payment-lists/payment-lists.sql.ts listUnions
select u.id, u.name from union_unit u where u.federation_id = $ and {visibleTo(by, 'paymentLists.prepare')} and u.state = 'active' and {text === '' ? sql`true` : sql`u.name ilike ${`%${text.replace(/[\\%_]/g, '\\$&')}%`}`} order by length(u.path), u.name limit 20;

-- src/features/innovation/indicators/booklets.sql.ts findBooklet
select id, title, preface, version from indicator_booklet where federation_id = $ and scheme_union_id = $ and year = $;

-- src/features/innovation/indicators/booklets.sql.ts saveBooklet
insert into indicator_booklet (federation_id, id, scheme_union_id, year, title, preface, version, changed_by_id, changed_at) values ($, $, $, $, $, $, 1, $, $) on conflict on constraint indicator_booklet_once do update set title = excluded.title, preface = excluded.preface, version = indicator_booklet.version + 1, changed_by_id = excluded.changed_by_id, changed_at = excluded.changed_at where indicator_booklet.version = $ returning id, version;

-- src/features/innovation/indicators/booklets.sql.ts replaceItems
delete from indicator_booklet_item where federation_id = $ and booklet_id = $;

-- src/features/innovation/indicators/booklets.sql.ts replaceItems
insert into indicator_booklet_item (federation_id, booklet_id, suggestion_id, position) select $, $, x.id, x.place from unnest($::uuid[]) with ordinality as x(id, place);

-- src/features/innovation/indicators/booklets.sql.ts listEvidence
select e.case_id as "caseId", e.step, e.files from case_event e where e.federation_id = $ and e.case_id = any($::uuid[]) and cardinality(e.files) > 0 and e.shown_to = 'all' order by e.case_id, e.position limit 4000;

-- src/features/innovation/indicators/figures.sql.ts countSuggestions
with c as materialized (select s.unit_union_id as unit, $ as month, s.category as kind, s.campaign_id as campaign, $ from suggestion s $ where s.federation_id = $ and $ group by 1, 2, 3, 4) select 'unit' as part, c.unit::text as key, {SUMS} from c group by c.unit union all select 'month', c.month::text, {SUMS} from c where $ group by c.month union all select 'kind', c.kind, {SUMS} from c where $ group by c.kind union all select 'campaign', c.campaign::text, {SUMS} from c where c.campaign is not null and $ group by c.campaign;

-- src/features/innovation/indicators/figures.sql.ts countParticipants
with a as materialized ( select a.person_id, a.unit_union_id, bit_or(1::bigint << {placeOf(sql`s.submitted_on`, months)}) as months, bit_or({KIND_BITS}) as kinds, bit_or($) as campaigns from suggestion s join suggestion_author a on a.federation_id = s.federation_id and a.suggestion_id = s.id where s.federation_id = $ and $ group by a.person_id, a.unit_union_id), p as materialized (select a.person_id, bit_or(a.months) as months, bit_or(a.kinds) as kinds, bit_or(a.campaigns) as campaigns from a where $::uuid is null or a.unit_union_id = $::uuid group by a.person_id), {groupedPeople(tx, s)} select 'unit' as part, a.unit_union_id::text as key, count(*)::int as n from a group by a.unit_union_id union all select 'all', '', count(*)::int from p union all select 'month', p.months::text, count(*)::int from p group by p.months union all select 'kind', p.kinds::text, count(*)::int from p where p.kinds is not null group by p.kinds union all select 'campaign', p.campaigns::text, count(*)::int from p where p.campaigns is not null group by p.campaigns union all select 'group', g.bits::text, count(*)::int from p join g on g.person_id = p.person_id group by g.bits;

-- src/features/innovation/indicators/figures.sql.ts countStaff
select m.union_id as "unionId", width_bucket(m.began_on, $::date[]) as first, coalesce(width_bucket(m.ended_on, $::date[]), $::int) as last, count(*)::int as n from membership m where m.federation_id = $ and m.union_id = any($::uuid[]) and m.state <> 'reserved' group by 1, 2, 3;

-- src/features/innovation/indicators/figures.sql.ts countGroups
with {groupedPeople(tx, s)}, w as materialized (select a.suggestion_id, bit_or(g.bits) as bits from g join suggestion_author a on a.federation_id = $ and a.person_id = g.person_id group by a.suggestion_id) select g.bits, count(*)::int as staff, 0 as valid, 0 as adopted, 0 as started, 0 as completed, 0 as standardised, 0 as benefited, 0::float8 as "benefitFen" from g group by g.bits union all select w.bits, 0, $, $, $, $, $, $, coalesce(sum(s.benefit_fen) filter (where $), 0)::float8 from w join suggestion s on s.federation_id = $ and s.id = w.suggestion_id where s.scheme_union_id = $ and s.void_on is null and ($ or s.submitted_on between $::date and $::date) and ($::uuid is null or s.unit_union_id = $::uuid) group by w.bits;

-- src/features/innovation/indicators/figures.sql.ts sumRewards
select coalesce(a.unit_union_id, (select m.union_id from membership m where m.federation_id = x.federation_id and m.person_id = x.person_id and $ limit 1)) as "unionId", sum(x.amount_fen)::float8 as "paidFen" from payment_list l join payment_line x on x.federation_id = l.federation_id and x.list_id = l.id and x.state = 'paid' left join suggestion_author a on a.federation_id = x.federation_id and a.suggestion_id = case when x.document_kind = 'suggestion' then x.document_id::uuid end and a.person_id = x.person_id where l.federation_id = $ and l.union_id = $ and l.purpose like 'suggestion.%' and case when length(l.period) = 4 then to_date(l.period || '-01-01', 'YYYY-MM-DD') >= $::date and to_date(l.period || '-12-31', 'YYYY-MM-DD') <= $::date else to_date(l.period || '-01', 'YYYY-MM-DD') >= $::date and (to_date(l.period || '-01', 'YYYY-MM-DD') + interval '1 month')::date - 1 <= $::date end group by 1;

-- src/features/innovation/indicators/items.sql.ts listItems
select count(*)::int as n from suggestion s where {where};

-- src/features/innovation/indicators/items.sql.ts listItems
select {ITEM} from (select s.id from suggestion s where {where} order by $ desc, s.id desc limit $ offset $) x join suggestion s on s.federation_id = $ and s.id = x.id {JOINED} order by $ desc, s.id desc;

-- src/features/innovation/indicators/items.sql.ts listPeople
with w as (select a.person_id, count(*)::int as valid from suggestion s join suggestion_author a on a.federation_id = s.federation_id and a.suggestion_id = s.id where $ group by a.person_id), m as (select m.person_id, m.union_id from membership m where m.federation_id = $ and $ and $), x as materialized (select coalesce(w.person_id, m.person_id) as person_id, m.union_id, coalesce(w.valid, 0) as valid from m full join w on w.person_id = m.person_id where $), o as (select x.person_id, p.name, x.union_id, x.valid from x join person p on p.federation_id = $ and p.id = x.person_id order by x.valid desc, p.name, x.person_id limit $ offset $) select n.n as total, o.person_id as id, o.name, u.name as union, o.valid from (select count(*)::int as n from x) n left join o on true left join lateral (select a.unit_union_id from suggestion_author a join suggestion s on s.federation_id = a.federation_id and s.id = a.suggestion_id where a.federation_id = $ and a.person_id = o.person_id and o.union_id is null and $ order by s.submitted_on desc, s.id desc limit 1) l on true left join union_unit u on u.federation_id = $ and u.id = coalesce(o.union_id, l.unit_union_id) order by o.valid desc, o.name, o.person_id;

-- src/features/innovation/indicators/items.sql.ts listFit
select {ITEM} from suggestion s {JOINED} where {where} order by s.benefit_fen desc nulls last, s.completed_on, s.id limit $ offset $;

-- src/features/innovation/indicators/items.sql.ts listFit
select count(*)::int as n from suggestion s {JOINED} where {where};

-- src/features/innovation/indicators/items.sql.ts findFit
select s.id from suggestion s where {fit(tx, schemeId)} and s.id = any($::uuid[]);

-- src/features/innovation/indicators/items.sql.ts listPrinted
select {ITEM}, s.problem, s.remedy, s.effect, s.document_number as "documentNumber" from indicator_booklet_item i join suggestion s on s.federation_id = i.federation_id and s.id = i.suggestion_id {JOINED} where i.federation_id = $ and i.booklet_id = $ order by i.position limit 200;

-- src/features/innovation/indicators/reports.sql.ts insertReport
insert into indicator_report (federation_id, id, scheme_union_id, from_date, to_date, basis, figures, hash, kept_by_id, kept_at) values ($, $, $, $, $, $, $, $, $, $) on conflict on constraint indicator_report_once do nothing;

-- src/features/innovation/indicators/reports.sql.ts listReports
select {REPORT} from {FROM} where r.federation_id = $ and r.scheme_union_id = $ order by r.to_date desc, r.from_date, r.basis limit $ offset $;

-- src/features/innovation/indicators/reports.sql.ts listReports
select count(*)::int as n from indicator_report r where r.federation_id = $ and r.scheme_union_id = $;

-- src/features/innovation/indicators/reports.sql.ts findReport
select {REPORT} from {FROM} where r.federation_id = $ and r.id = $;

-- src/features/innovation/indicators/scheme.sql.ts listWhere
select u.id, u.name, u.path, u.workers, $ as whole from {FROM} where k.federation_id = $ and {where} order by 5 desc, u.name, u.id limit {MOST};

-- src/features/innovation/indicators/scheme.sql.ts listNested
select u.path from {FROM} where k.federation_id = $ and u.path like $ and u.path <> $ limit {MOST};

-- src/features/innovation/indicators/scheme.sql.ts listCampaigns
select c.id, c.title, c.from_date as "fromDate", c.to_date as "toDate" from suggestion_campaign c where c.federation_id = $ and c.scheme_union_id = $ and c.from_date <= $::date and c.to_date >= $::date and c.state <> 'cancelled' order by c.from_date desc, c.id limit 60;

-- src/features/innovation/indicators/targets.sql.ts listTargets
select unit_union_id as "unitId", person_group as "group", indicator, target from indicator_target where federation_id = $ and scheme_union_id = $ and year = $ order by unit_union_id, person_group, indicator limit 5000;

-- src/features/innovation/indicators/targets.sql.ts upsertTargets
insert into indicator_target (federation_id, scheme_union_id, year, unit_union_id, person_group, indicator, target, set_by_id, set_at) select $, $, $, x.*, $, $ from unnest($::uuid[], $::text[], $::text[], $::int[]) as x(unit, person_group, indicator, target) on conflict (federation_id, scheme_union_id, year, unit_union_id, person_group, indicator) do update set target = excluded.target, set_by_id = excluded.set_by_id, set_at = excluded.set_at where indicator_target.target <> excluded.target;

-- src/features/innovation/indicators/targets.sql.ts deleteTargets
delete from indicator_target t using unnest($::uuid[], $::text[], $::text[]) as x(unit, person_group, indicator) where t.federation_id = $ and t.scheme_union_id = $ and t.year = $ and t.unit_union_id = x.unit and t.person_group = x.person_group and t.indicator = x.indicator;

-- src/features/innovation/points/accounts.sql.ts lockAccounts
select {ACCOUNT} from point_account a where a.federation_id = $ and a.scheme_union_id = $ and a.person_id = any($::uuid[]) order by a.person_id for update;

-- src/features/innovation/points/accounts.sql.ts listAccountsOf
select {ACCOUNT} from point_account a where a.federation_id = $ and a.person_id = $ order by a.scheme_union_id limit 20;

-- src/features/innovation/points/accounts.sql.ts insertAccounts
insert into point_account (federation_id, scheme_union_id, person_id, wallet_no, debt_no) select $, $, x.p, x.w, x.d from unnest($::uuid[], $::int[], $::int[]) as x(p, w, d) order by x.p on conflict do nothing;

-- src/features/innovation/points/accounts.sql.ts insertCorrection
insert into point_correction (federation_id, id, scheme_union_id, person_id, amount, reason, made_by_id, made_at) values ($, $, $, $, $, $, $, $) on conflict do nothing returning id;

-- src/features/innovation/points/accounts.sql.ts findCorrections
select c.id, c.person_id as "personId", c.amount::float8 as amount, c.reason, p.name as "madeBy", c.made_at as "madeAt" from point_correction c join person p on p.federation_id = c.federation_id and p.id = c.made_by_id where c.federation_id = $ and c.id = any($::uuid[]) limit 1000;

-- src/features/innovation/points/accounts.sql.ts sumEarned
select x.no, x.year::int as year, sum(x.amount)::float8 as amount from ( select m.to_no as no, m.tags ->> 'year' as year, m.amount from ledger_move m where m.federation_id = $ and m.book_id = $ and m.to_no = any($::int[]) and m.tags ? 'year' union all select m.from_no, m.tags ->> 'year', -m.amount from ledger_move m where m.federation_id = $ and m.book_id = $ and m.from_no = any($::int[]) and m.tags ? 'year') x group by x.no, x.year limit 100000;

-- src/features/innovation/points/accounts.sql.ts listRanking
select a.person_id as "personId", p.name, a.scheme_union_id as "schemeId", u.name as unit, u.id as "unitId", coalesce(e.amount, 0)::float8 as earned, coalesce(b.amount, 0)::float8 as balance, coalesce(b.held, 0)::float8 as held, coalesce(d.amount, 0)::float8 as debt $ order by coalesce(e.amount, 0) desc, coalesce(b.amount, 0) desc, p.name, a.person_id limit $ offset $;

-- src/features/innovation/points/accounts.sql.ts listRanking
select count(*)::int as n $;

-- src/features/innovation/points/accounts.sql.ts listUnits
select u.id, u.name as unit, count(distinct x.no)::int as people, sum(x.amount)::float8 as points from ( select m.tags ->> 'unit' as unit, m.to_no as no, m.amount from ledger_move m join ledger_book k on k.federation_id = m.federation_id and k.id = m.book_id and k.purpose = {PURPOSE} where m.federation_id = $ and m.tags ->> 'year' = $ and not m.red and m.tags ? 'occasion' union all select m.tags ->> 'unit', m.from_no, -m.amount from ledger_move m join ledger_book k on k.federation_id = m.federation_id and k.id = m.book_id and k.purpose = {PURPOSE} where m.federation_id = $ and m.tags ->> 'year' = $ and m.red and m.tags ? 'occasion') x join union_unit u on u.federation_id = $ and u.id = x.unit::uuid where {visibleTo(by, 'points.view')} and {f.unionPath ? inSubtrees([f.unionPath]) : sql`true`} group by u.id, u.name having sum(x.amount) > 0 order by points desc, u.name limit 200;

-- src/features/innovation/points/accounts.sql.ts listFilled
select a.person_id as "personId", a.wallet_no as "walletNo" from point_account a join {BOOK} join ledger_balance b on b.federation_id = a.federation_id and b.book_id = k.id and b.no = a.wallet_no where a.federation_id = $ and a.scheme_union_id = $ and a.person_id > $ and b.amount > b.held order by a.person_id limit $;

-- src/features/innovation/points/accounts.sql.ts listAble
select a.person_id as id from point_account a join {BOOK} join ledger_balance b on b.federation_id = a.federation_id and b.book_id = k.id and b.no = a.wallet_no where a.federation_id = $ and a.scheme_union_id = $ and b.amount - b.held >= $ order by a.person_id limit 10000;

-- src/features/innovation/points/accounts.sql.ts findHolder
select p.name, u.name as unit, u.id as "unitId" from point_account a join person p on p.federation_id = a.federation_id and p.id = a.person_id left join membership m on m.federation_id = a.federation_id and m.person_id = a.person_id and m.state <> 'ended' join union_unit u on u.federation_id = a.federation_id and u.id = coalesce(m.union_id, a.scheme_union_id) where a.federation_id = $ and a.scheme_union_id = $ and a.person_id = $ and {visibleTo(by, 'points.view')};

-- src/features/innovation/points/accounts.sql.ts findMembers
select p.id, p.name, u.name as union from person p join membership m on m.federation_id = p.federation_id and m.person_id = p.id and m.state <> 'ended' join union_unit u on u.federation_id = m.federation_id and u.id = m.union_id where p.federation_id = $ and p.name like $ and {inSubtrees([unionPath])} order by p.name, p.id limit 20;

-- src/features/innovation/points/accounts.sql.ts memberUnder
select m.union_id as "unionId", p.name from membership m join person p on p.federation_id = m.federation_id and p.id = m.person_id join union_unit u on u.federation_id = m.federation_id and u.id = m.union_id where m.federation_id = $ and m.person_id = $ and m.state <> 'ended' and {inSubtrees([unionPath])};

-- src/features/innovation/points/accounts.sql.ts listExpiredOn
select m.from_no as no from ledger_journal j join ledger_move m on m.federation_id = j.federation_id and m.book_id = j.book_id and m.on_day = j.on_day and m.journal_id = j.id where j.federation_id = $ and j.book_id = $ and j.document_kind = 'pointExpiry' and m.on_day = $::date and m.from_no = any($::int[]) limit 1000;

-- src/features/innovation/points/credits.sql.ts lockSuggestions
select s.id, s.scheme_union_id as "schemeId", s.from_register as "fromRegister", s.void_on as "voidOn", s.revoked_on as "revokedOn", s.adopted_on as "adoptedOn", s.completed_on as "completedOn", s.standardised_on as "standardisedOn" from suggestion s where s.federation_id = $ and s.id = any($::uuid[]) order by s.id for no key update;

-- src/features/innovation/points/credits.sql.ts listAuthors
select a.suggestion_id as "suggestionId", a.person_id as "personId", a.unit_union_id as "unitId", a.share from suggestion_author a where a.federation_id = $ and a.suggestion_id = any($::uuid[]) order by a.suggestion_id, a.position limit 20000;

-- src/features/innovation/points/credits.sql.ts listCredits
select j.id as "journalId", j.key, m.amount, exists (select 1 from ledger_journal b where b.federation_id = j.federation_id and b.reverses = j.id) as reversed from ledger_journal j join ledger_move m on m.federation_id = j.federation_id and m.book_id = j.book_id and m.on_day = j.on_day and m.journal_id = j.id where j.federation_id = $ and j.document_kind = any({KINDS}) and j.document_id = any($::text[]) and j.reverses is null order by j.id limit $;

-- src/features/innovation/points/credits.sql.ts listUneven
select s.id from suggestion s where s.federation_id = $ and s.id > $ and not s.from_register and s.adopted_on is not null and (s.void_on is null and s.revoked_on is null) is distinct from ( case when s.void_on is null and s.revoked_on is null then $ and (s.completed_on is null or $) and (s.standardised_on is null or $) else $ or $ or $ end) order by s.id limit $;

-- src/features/innovation/points/credits.sql.ts findScheme
select s.union_id as "unionId", u.name, u.path, s.opened_on as "openedOn" from suggestion_scheme s join union_unit u on u.federation_id = s.federation_id and u.id = s.union_id where s.federation_id = $ and s.union_id = $;

-- src/features/innovation/points/credits.sql.ts listSchemes
select s.union_id as "unionId", u.name, u.path, s.opened_on as "openedOn" from suggestion_scheme s join union_unit u on u.federation_id = s.federation_id and u.id = s.union_id where s.federation_id = $ and {how === 'above' ? sql`${path} like u.path || '%'` : sql`u.path like ${`${path}%`}`} order by {how === 'above' ? sql`length(u.path) desc` : sql`u.name`}, u.id limit 200;

-- src/features/innovation/points/credits.sql.ts titlesOf
select c.id, c.number, c.title from case_file c where c.federation_id = $ and c.id = any($::uuid[]) limit 2000;

-- src/features/innovation/points/credits.sql.ts listSchemesOf
select s.union_id as "unionId", u.name, u.path, s.opened_on as "openedOn" from suggestion_scheme s join union_unit u on u.federation_id = s.federation_id and u.id = s.union_id where s.federation_id = $ order by s.union_id limit 2000;

-- src/features/innovation/points/reservations.sql.ts findReservation
select 1 from prize_reservation where federation_id = $ and id = $ for update;

-- src/features/innovation/points/reservations.sql.ts findReservation
select {ROW} {FROM} where v.federation_id = $ and v.id = $;

-- src/features/innovation/points/reservations.sql.ts findByCode
select {ROW} {FROM} where v.federation_id = $ and v.code = $;

-- src/features/innovation/points/reservations.sql.ts listOwn
select {ROW} {FROM} where v.federation_id = $ and v.person_id = $ order by v.reserved_at desc, v.id limit 200;

-- src/features/innovation/points/reservations.sql.ts listLive
select v.id, v.prize_id as "prizeId", v.slot, v.state from prize_reservation v where v.federation_id = $ and v.person_id = $ and v.round_id = $ and v.state in ('reserved','collected') order by v.reserved_at limit 100;

-- src/features/innovation/points/reservations.sql.ts insertReservation
insert into prize_reservation (federation_id, id, round_id, prize_id, unit, person_id, unit_union_id, slot, per_person, points, code, state, hold_id, reserved_at) values ($, $, $, $, $, $, $, $, $, $, $, 'reserved', $, $) on conflict (federation_id, code) do nothing returning id;

-- src/features/innovation/points/reservations.sql.ts endReservations
update prize_reservation set state = $, ended_at = $, ended_by_id = $, note = $ where federation_id = $ and id = any($::uuid[]) and state = 'reserved';

-- src/features/innovation/points/reservations.sql.ts collectReservation
update prize_reservation set state = 'collected', ended_at = $, ended_by_id = $, collector_id = $, note = $ where federation_id = $ and id = $ and state = 'reserved' returning id;

-- src/features/innovation/points/reservations.sql.ts listReservations
select {ROW} {FROM} {where} order by {o.byName ? sql`u.name, p.name, v.id` : sql`v.reserved_at desc, v.id`} limit $ offset $;

-- src/features/innovation/points/reservations.sql.ts listReservations
select count(*)::int as n {FROM} {where};

-- src/features/innovation/points/reservations.sql.ts lockOpen
select v.id from prize_reservation v where v.federation_id = $ and v.round_id = $ and v.state = 'reserved' order by v.id limit $ for update;

-- src/features/innovation/points/reservations.sql.ts lockOpen
select {ROW} {FROM} where v.federation_id = $ and v.id = any($::uuid[]) and v.state = 'reserved' order by v.id limit $;

-- src/features/innovation/points/reservations.sql.ts takeToRemind
with due as ( select v.id from prize_reservation v join prize_round r on r.federation_id = v.federation_id and r.id = v.round_id where v.federation_id = $ and v.state = 'reserved' and v.reminded_at is null and r.collect_to between $::date and $::date and r.collect_from <= $::date order by v.id limit 500 for update of v skip locked) update prize_reservation v set reminded_at = $ from due, prize z, prize_round r where v.federation_id = $ and v.id = due.id and z.federation_id = v.federation_id and z.id = v.prize_id and r.federation_id = v.federation_id and r.id = v.round_id returning v.id, v.person_id as "personId", z.title as prize, r.place, r.collect_to as "collectTo";

-- src/features/innovation/points/rounds.sql.ts shareRound
select r.id, r.scheme_union_id as "schemeId", r.state, r.from_date as "from", r.to_date as "to", r.collect_to as "collectTo", r.most_each as "mostEach" from prize_round r where r.federation_id = $ and r.id = $ for share;

-- src/features/innovation/points/rounds.sql.ts findRound
select 1 from prize_round where federation_id = $ and id = $ for update;

-- src/features/innovation/points/rounds.sql.ts findRound
select {ROUND} {FROM} where r.federation_id = $ and r.id = $;

-- src/features/innovation/points/rounds.sql.ts listRounds
select {ROUND} {FROM} {where} order by r.year desc, u.name, r.id limit $ offset $;

-- src/features/innovation/points/rounds.sql.ts listRounds
select count(*)::int as n from prize_round r join union_unit u on u.federation_id = r.federation_id and u.id = r.scheme_union_id {where};

-- src/features/innovation/points/rounds.sql.ts listShown
select {ROUND} {FROM} where r.federation_id = $ and r.scheme_union_id = $ and r.state <> 'draft' order by r.year desc limit 20;

-- src/features/innovation/points/rounds.sql.ts listOver
select id from prize_round where federation_id = $ and state = 'open' and collect_to < $::date order by id limit 100;

-- src/features/innovation/points/rounds.sql.ts insertRound
insert into prize_round (federation_id, id, scheme_union_id, year, title, text, from_date, to_date, collect_from, collect_to, place, most_each, bands, state) values ($, $, $, $, $, $, $, $, $, $, $, $, $::jsonb, 'draft') on conflict (federation_id, scheme_union_id, year) do nothing returning id;

-- src/features/innovation/points/rounds.sql.ts updateRound
update prize_round set title = $, text = $, from_date = $, to_date = $, collect_from = $, collect_to = $, place = $, most_each = $, bands = $::jsonb, version = version + 1 where federation_id = $ and id = $;

-- src/features/innovation/points/rounds.sql.ts setRoundState
update prize_round set state = $, version = version + 1, closed_at = $::timestamptz, closed_by_id = $::uuid where federation_id = $ and id = $;

-- src/features/innovation/points/rounds.sql.ts listPrizes
select {PRIZE} {PRIZE_FROM} where p.federation_id = $ and p.round_id = $ order by p.points, p.title, p.id limit 200;

-- src/features/innovation/points/rounds.sql.ts findPrize
select 1 from prize where federation_id = $ and id = $ for no key update;

-- src/features/innovation/points/rounds.sql.ts findPrize
select {PRIZE} {PRIZE_FROM} where p.federation_id = $ and p.id = $;

-- src/features/innovation/points/rounds.sql.ts findPrizeAlone
select p.id, p.round_id as "roundId", p.title, p.points, p.per_person as "perPerson", p.state from prize p where p.federation_id = $ and p.id = $;

-- src/features/innovation/points/rounds.sql.ts insertPrize
insert into prize (federation_id, id, round_id, title, text, points, worth_fen, per_person, state) values ($, $, $, $, $, $, $, $, 'shown');

-- src/features/innovation/points/rounds.sql.ts updatePrize
update prize set title = $, text = $, points = $, worth_fen = $, per_person = $, state = $, version = version + 1 where federation_id = $ and id = $;

-- src/features/innovation/points/rounds.sql.ts addUnits
insert into prize_unit (federation_id, prize_id, n) select $, $, m.last + g from generate_series(1, $::int) g, (select coalesce(max(x.n), 0) as last from prize_unit x where x.federation_id = $ and x.prize_id = $) m;

-- src/features/innovation/points/rounds.sql.ts removeUnits
delete from prize_unit x where x.federation_id = $ and x.prize_id = $ and x.n = any(array( select f.n from prize_unit f where f.federation_id = $ and f.prize_id = $ and f.reservation_id is null order by f.n desc limit $ for update skip locked)) returning x.n;

-- src/features/innovation/points/rounds.sql.ts lockFreeUnit
select x.n from prize_unit x where x.federation_id = $ and x.prize_id = $ and x.reservation_id is null order by x.n limit 1 for no key update skip locked;

-- src/features/innovation/points/rounds.sql.ts freeUnits
update prize_unit set reservation_id = null where federation_id = $ and reservation_id = any($::uuid[]);

-- src/features/innovation/points/rounds.sql.ts setUnit
update prize_unit set reservation_id = $ where federation_id = $ and prize_id = $ and n = $;

-- src/features/innovation/points/rounds.sql.ts sumCollected
select count(distinct v.person_id)::int as people, coalesce(sum(v.points), 0)::int as spent, coalesce(sum(p.worth_fen), 0)::float8 as "worthFen" from prize_reservation v join prize p on p.federation_id = v.federation_id and p.id = v.prize_id where v.federation_id = $ and v.round_id = $ and v.state = 'collected';

-- src/features/innovation/points/rounds.sql.ts isExchanging
select 1 from prize_round where federation_id = $ and scheme_union_id = $ and state = 'open' limit 1;

-- src/features/innovation/rewards/honours.sql.ts lockScheme
select 1 from suggestion_scheme where federation_id = $ and union_id = $ for update;

-- src/features/innovation/rewards/honours.sql.ts insertHonours
insert into reward_honour (federation_id, id, scheme_union_id, year, kind, suggestion_id, unit_union_id, person_id, campaign_id, place, month, amount_fen, rule_set_id, decided_by_id, decided_at) select $, x.id, x."schemeUnionId", x.year, x.kind, x."suggestionId", x."unitUnionId", x."personId", x."campaignId", x.place, x.month, x."amountFen", x."ruleSetId", x."decidedById", $ from jsonb_to_recordset($::jsonb) as x(id uuid, "schemeUnionId" uuid, year smallint, kind text, "suggestionId" uuid, "unitUnionId" uuid, "personId" uuid, "campaignId" uuid, place smallint, month text, "amountFen" bigint, "ruleSetId" uuid, "decidedById" uuid) on conflict do nothing returning id;

-- src/features/innovation/rewards/honours.sql.ts listHonours
select {SHOWN} from {FROM} where h.federation_id = $ and h.scheme_union_id = $ and h.year = $ order by h.withdrawn_at nulls first, h.kind, h.campaign_id, h.place, h.amount_fen desc, h.id limit 1000;

-- src/features/innovation/rewards/honours.sql.ts lockHonour
select {SHOWN} from {FROM} where h.federation_id = $ and h.id = $ for update of h;

-- src/features/innovation/rewards/honours.sql.ts withdrawHonour
update reward_honour set withdrawn_at = $, withdrawn_why = $ where federation_id = $ and id = $ and withdrawn_at is null;

-- src/features/innovation/rewards/honours.sql.ts listSharing
select suggestion_id as "suggestionId", person_id as "personId", share from suggestion_author where federation_id = $ and suggestion_id = any($::uuid[]) order by suggestion_id, position;

-- src/features/innovation/rewards/honours.sql.ts findQualified
select s.id from suggestion s where s.federation_id = $ and s.scheme_union_id = $ and s.id = any($::uuid[]) and $;

-- src/features/innovation/rewards/honours.sql.ts listCandidates
select s.id, c.number, c.title, n.name as unit, s.grade, s.completed_on::text as "completedOn", s.benefit_fen::float8 as "benefitFen", (select string_agg(p.name, '、' order by a.position) from suggestion_author a join person p on p.federation_id = a.federation_id and p.id = a.person_id where a.federation_id = s.federation_id and a.suggestion_id = s.id) as authors, exists (select 1 from reward_honour h where h.federation_id = s.federation_id and h.suggestion_id = s.id and h.year = $ and h.kind = $ and h.withdrawn_at is null) as chosen from suggestion s join case_file c on c.federation_id = s.federation_id and c.id = s.id join union_unit n on n.federation_id = s.federation_id and n.id = s.unit_union_id where {where} order by s.benefit_fen desc nulls last, s.id limit $ offset $;

-- src/features/innovation/rewards/honours.sql.ts listCandidates
select count(*)::int as n from suggestion s join case_file c on c.federation_id = s.federation_id and c.id = s.id where {where};

-- src/features/innovation/rewards/honours.sql.ts listUnits
select u.id, u.name, coalesce(f.valid, 0)::int as valid, coalesce(f.started, 0)::int as started, coalesce(f.completed, 0)::int as completed, coalesce(f.benefit, 0)::float8 as "benefitFen", w.payroll_fen::float8 as "payrollFen", w.month from union_unit u left join (select s.unit_union_id, count(*) filter (where s.void_on is null) as valid, count(*) filter (where s.started_on is not null and s.revoked_on is null) as started, count(*) filter (where s.completed_on is not null and s.revoked_on is null) as completed, sum(s.benefit_fen) filter (where s.revoked_on is null) as benefit from suggestion s where s.federation_id = $ and s.scheme_union_id = $ and s.submitted_on between $::date and $::date group by s.unit_union_id) f on f.unit_union_id = u.id left join lateral (select x.payroll_fen, x.month from reward_unit_payroll x where x.federation_id = u.federation_id and x.union_id = u.id and x.month like $ order by x.month desc limit 1) w on true where u.federation_id = $ and u.parent_id = $ and u.state = 'active' order by completed desc, u.name limit 500;

-- src/features/innovation/rewards/honours.sql.ts listSpecialists
select distinct on (o.person_id) o.person_id as "personId", p.name, u.id as "unitId", u.name as unit from office_holding o join union_unit u on u.federation_id = o.federation_id and u.id = o.union_id join person p on p.federation_id = o.federation_id and p.id = o.person_id where o.federation_id = $ and o.office = 'suggestionSpecialist' and u.path like $ and o.from_date <= $::date and (o.to_date is null or o.to_date >= $::date) order by o.person_id, u.path limit 2000;

-- src/features/innovation/rewards/honours.sql.ts listCampaigns
select id, title, to_date::text as "toDate", prizes from suggestion_campaign where federation_id = $ and scheme_union_id = $ and state <> 'cancelled' and to_date between $::date and $::date order by to_date, id limit 100;

-- src/features/innovation/rewards/honours.sql.ts savePayrolls
insert into reward_unit_payroll (federation_id, union_id, month, payroll_fen, entered_by_id, entered_at) select $, x.u, x.m, x.f, $::uuid, $ from unnest($::uuid[], $::text[], $::bigint[]) as x(u, m, f) on conflict (federation_id, union_id, month) do update set payroll_fen = excluded.payroll_fen, entered_by_id = excluded.entered_by_id, entered_at = excluded.entered_at;

-- src/features/innovation/rewards/rewards.sql.ts listEarned
select s.id as "suggestionId", c.number, c.title, n.name as unit, s.grade, s.started_on::text as "startedOn", a.person_id as "personId", p.name, a.share from suggestion s {AUTHORED} where s.federation_id = $ and s.scheme_union_id = $ and s.started_on between $::date and $::date and s.revoked_on is null and s.void_on is null and not s.from_register and {o.unlisted ? sql`exists (select 1 from suggestion_author b where b.federation_id = s.federation_id and b.suggestion_id = s.id and b.share > 0 and not exists (select 1 from payment_line x where x.federation_id = b.federation_id and x.key = 'suggestion/' || s.id || '/reward/' || b.person_id and x.state in ('pending','paid')))` : sql`true`} order by s.started_on, s.id, a.position limit 20000;

-- src/features/innovation/rewards/rewards.sql.ts listAwards
select s.id as "suggestionId", c.number, w.level, w.position, h.pays_fen as "paysFen", h.person_id as "personId" from suggestion_award w join suggestion s on s.federation_id = w.federation_id and s.id = w.suggestion_id join case_file c on c.federation_id = s.federation_id and c.id = s.id join suggestion_award_share h on h.federation_id = w.federation_id and h.award_id = w.id where w.federation_id = $ and s.scheme_union_id = $ and w.decided_at >= $ and w.decided_at < $ and h.pays_fen > 0 and w.taken_back_at is null and s.revoked_on is null order by w.decided_at, w.id, h.person_id limit 5000;

-- src/features/innovation/rewards/rewards.sql.ts listTakenBack
select s.id from suggestion s where s.federation_id = $ and s.scheme_union_id = $ and s.revoked_on is not null order by s.revoked_on desc, s.id limit 5000;

-- src/features/innovation/rewards/rewards.sql.ts listTakenBack
select x.document_id as "suggestionId", c.number, x.key, x.person_id as "personId", x.amount_fen as "amountFen" from payment_line x join case_file c on c.federation_id = x.federation_id and c.id = x.document_id::uuid where x.federation_id = $ and x.document_id = any($::text[]) and x.document_kind = 'suggestion' and x.state = 'paid' and x.amount_fen > 0 and not exists (select 1 from payment_line b where b.federation_id = x.federation_id and b.key = x.key || '/back' and b.state in ('pending','paid')) order by x.key limit 2000;

-- src/features/innovation/rewards/rewards.sql.ts listUnpaid
select x.id as "lineId", c.state as "listState" from payment_line x join case_file c on c.federation_id = x.federation_id and c.id = x.list_id where x.federation_id = $ and x.document_kind = 'suggestion' and x.document_id = $ and x.state in ('pending','failed') and x.amount_fen > 0;

-- src/features/innovation/rewards/rewards.sql.ts listLists
select l.id, c.number, l.title, c.state, count(x.id)::int as lines, coalesce(sum(x.amount_fen), 0)::bigint as "totalFen" from payment_list l join case_file c on c.federation_id = l.federation_id and c.id = l.id left join payment_line x on x.federation_id = l.federation_id and x.list_id = l.id and x.state <> 'withdrawn' where l.federation_id = $ and l.union_id = $ and l.purpose = $ and l.period = $ group by l.id, c.number, l.title, c.state, l.made_at order by l.made_at desc limit 50;

-- src/features/innovation/rewards/rewards.sql.ts runsScheme
select 1 from suggestion_scheme where federation_id = $ and union_id = $;

-- src/features/innovation/rewards/rewards.sql.ts listSchemes
select u.id, u.name from suggestion_scheme k join union_unit u on u.federation_id = k.federation_id and u.id = k.union_id where k.federation_id = $ and u.path like any($::text[]) order by u.path limit 200;

-- src/features/innovation/savings/prizes.sql.ts findMonth
select z.each_fen as "eachFen", z.confirmed_at as at, p.name as by, z.rule_set_id as "ruleSetId" from saving_prize_month z join person p on p.federation_id = z.federation_id and p.id = z.confirmed_by_id where z.federation_id = $ and z.union_id = $ and z.month = $::date;

-- src/features/innovation/savings/prizes.sql.ts insertMonth
insert into saving_prize_month (federation_id, union_id, month, each_fen, rule_set_id, confirmed_by_id, confirmed_at) values ($, $, $, $, $, $, $) on conflict do nothing returning month;

-- src/features/innovation/savings/prizes.sql.ts insertWinners
insert into saving_prize (federation_id, month, person_id, union_id, position, amount_fen, share_fen) select $, $::date, x.id, $::uuid, x.position, $::bigint, x.share from unnest($::uuid[], $::bigint[]) with ordinality as x(id, share, position) on conflict do nothing returning person_id;

-- src/features/innovation/savings/prizes.sql.ts listWinners
select z.person_id as "personId", p.name, coalesce(u.name, '') as unit, z.position, z.amount_fen as amount, z.share_fen as share from saving_prize z join person p on p.federation_id = z.federation_id and p.id = z.person_id left join membership m on m.federation_id = p.federation_id and m.person_id = p.id and m.ended_on is null left join union_unit u on u.federation_id = m.federation_id and u.id = m.union_id where z.federation_id = $ and z.union_id = $ and z.month = $::date order by z.position limit 1000;

-- src/features/innovation/savings/prizes.sql.ts deleteMonth
delete from saving_prize where federation_id = $ and union_id = $ and month = $::date;

-- src/features/innovation/savings/prizes.sql.ts deleteMonth
delete from saving_prize_month where federation_id = $ and union_id = $ and month = $::date returning month;

-- src/features/innovation/savings/prizes.sql.ts listOwnPrizes
select to_char(month, 'YYYY-MM') as month, amount_fen as amount from saving_prize where federation_id = $ and person_id = $ order by saving_prize.month desc limit 24;

-- src/features/innovation/savings/savings.sql.ts keepPost
insert into saving_post (federation_id, id, union_id, name, key) values ($, $, $, $, $) on conflict (federation_id, union_id, key) do nothing;

-- src/features/innovation/savings/savings.sql.ts keepPost
select id from saving_post where federation_id = $ and union_id = $ and key = $;

-- src/features/innovation/savings/savings.sql.ts listPosts
select p.name from saving_post p join saving s on s.federation_id = p.federation_id and s.post_id = p.id join case_file c on c.federation_id = s.federation_id and c.id = s.id where p.federation_id = $ and p.union_id = $ group by p.id, p.name order by max(case when c.author_id = $ then c.opened_at end) desc nulls last, count(*) desc, p.id limit 12;

-- src/features/innovation/savings/savings.sql.ts listColleagues
select p.id, p.name from membership m join person p on p.federation_id = m.federation_id and p.id = m.person_id where m.federation_id = $ and m.union_id = $ and m.ended_on is null and p.id <> $ and p.name ilike $ order by p.name, p.id limit 10;

-- src/features/innovation/savings/savings.sql.ts countMembersOf
select count(distinct m.person_id)::int as n from membership m where m.federation_id = $ and m.union_id = $ and m.ended_on is null and m.person_id = any($::uuid[]);

-- src/features/innovation/savings/savings.sql.ts countEntered
select count(*)::int as n from saving s join case_file c on c.federation_id = s.federation_id and c.id = s.id where s.federation_id = $ and s.entered_on = $::date and c.author_id = $;

-- src/features/innovation/savings/savings.sql.ts insertSaving
insert into saving (federation_id, id, unit_union_id, post_id, kind, monthly, made_from, made_to, before_milli, after_milli, price_e4, measure, reckoned, claimed_fen, entered_on) values ($, $, $, $, $, $, $, $, $, $, $, $, $, $, $);

-- src/features/innovation/savings/savings.sql.ts insertSaving
insert into saving_person (federation_id, saving_id, person_id, position, share) select $, $, x.person_id, x.position, x.share from unnest($::uuid[], $::int[]) with ordinality as x(person_id, share, position);

-- src/features/innovation/savings/savings.sql.ts findSaving
select $ from {FROM} where s.federation_id = $ and s.id = $ and ({visibleTo(by, 'savings.read')} or $);

-- src/features/innovation/savings/savings.sql.ts lockPosts
select 1 from saving_post where federation_id = $ and id in (select s.post_id from saving s where s.federation_id = $ and s.id = any($::uuid[])) order by id for update;

-- src/features/innovation/savings/savings.sql.ts listOthers
select $ from {FROM} join saving o on o.federation_id = s.federation_id and o.id = $ where s.federation_id = $ and $ order by s.verified_on nulls last, s.entered_on, s.id limit 20;

-- src/features/innovation/savings/savings.sql.ts listPeople
select m.saving_id as "savingId", m.person_id as id, p.name, m.share from saving_person m join person p on p.federation_id = m.federation_id and p.id = m.person_id where m.federation_id = $ and m.saving_id = any($::uuid[]) order by m.saving_id, m.position limit 1000;

-- src/features/innovation/savings/savings.sql.ts markVerified
update saving set verified_fen = $, verified_by_id = $, verified_on = $::date, double_word = $, counted_fen = $, counted_on = $::date where federation_id = $ and id = $;

-- src/features/innovation/savings/savings.sql.ts markConfirmed
update saving set counted_fen = $, counted_on = $::date, finance_by_id = $ where federation_id = $ and id = $;

-- src/features/innovation/savings/savings.sql.ts markEnded
update saving set ended_on = $::date, ended_why = $ where federation_id = $ and id = $;

-- src/features/innovation/savings/savings.sql.ts listRegister
select $ from {FROM} where {where} order by s.entered_on desc, s.id desc limit $ offset $;

-- src/features/innovation/savings/savings.sql.ts listRegister
select count(*)::int as n, coalesce(sum(s.counted_fen * {MONTHS}) filter (where s.ended_on is null), 0)::bigint as fen from {FROM} where {where};

-- src/features/innovation/savings/savings.sql.ts listMine
select $ from {FROM} where s.federation_id = $ and $ order by s.entered_on desc, s.id desc limit $ offset $;

-- src/features/innovation/savings/sums.sql.ts sumMonths
with {counted(tx, s)} select extract(month from month)::int as month, kind, sum(counted_fen)::bigint as fen, count(*)::int as entries from counted group by 1, 2;

-- src/features/innovation/savings/sums.sql.ts countAll
with {counted(tx, s)} select coalesce(sum(counted_fen), 0)::bigint as fen, count(distinct id)::int as entries, (select count(distinct n.person_id)::int from saving_person n where n.federation_id = $ and n.saving_id in (select id from counted)) as people from counted;

-- src/features/innovation/savings/sums.sql.ts sumWaiting
select coalesce(sum(coalesce(s.verified_fen, s.claimed_fen) * {MONTHS}), 0)::bigint as fen, count(*)::int as entries from saving s join union_unit u on u.federation_id = s.federation_id and u.id = s.unit_union_id where s.federation_id = $ and s.counted_on is null and s.ended_on is null and {inSubtrees(paths)};

-- src/features/innovation/savings/sums.sql.ts sumUnits
with {counted(tx, s)} select b.id, b.name, '' as note, coalesce(sum(c.counted_fen), 0)::bigint as fen, count(distinct c.id)::int as entries from union_unit b left join counted c on c.unit_path like b.path || '%' where b.federation_id = $ and b.state in ('preparing','active') and $ group by b.id, b.name order by 4 desc, b.name, b.id limit 200;

-- src/features/innovation/savings/sums.sql.ts sumPosts
with {counted(tx, s)} select p.id, p.name, c.unit as note, sum(c.counted_fen)::bigint as fen, count(distinct c.id)::int as entries from counted c join saving_post p on p.federation_id = $ and p.id = c.post_id group by p.id, p.name, c.unit order by 4 desc, p.id limit $;

-- src/features/innovation/savings/sums.sql.ts sumPersons
with {counted(tx, s)}, {parts(tx, sql<boolean>`s.id in (select id from counted)`)} select n.person_id as id, p.name, coalesce(u.name, '') as note, sum(n.fen)::bigint as fen, count(distinct n.id)::int as entries from part n join counted c on c.id = n.id join person p on p.federation_id = $ and p.id = n.person_id left join membership m on m.federation_id = p.federation_id and m.person_id = p.id and m.ended_on is null left join union_unit u on u.federation_id = m.federation_id and u.id = m.union_id where true $ group by n.person_id, p.name, u.name order by 4 desc, n.person_id limit $;

-- src/features/innovation/savings/sums.sql.ts sumPost
with {counted(tx, s)} select coalesce(sum(counted_fen), 0)::bigint as fen, count(distinct id)::int as entries from counted where post_id = $;

-- src/features/innovation/savings/sums.sql.ts findOwnPost
select p.id, p.name, u.name as unit from saving_person n join saving s on s.federation_id = n.federation_id and s.id = n.saving_id join saving_post p on p.federation_id = s.federation_id and p.id = s.post_id join union_unit u on u.federation_id = p.federation_id and u.id = p.union_id where n.federation_id = $ and n.person_id = $ and n.position = 1 order by s.entered_on desc, s.id desc limit 1;

-- src/features/innovation/savings/sums.sql.ts listCells
with {counted(tx, s)} select unit, to_char(month, 'YYYY-MM') as month, kind, sum(counted_fen)::bigint as fen, count(*)::int as entries from counted group by unit_path, unit, month, kind order by unit_path, month, kind limit 20000;

-- src/features/innovation/savings/sums.sql.ts listRanking
with {parts(tx, which)} select n.person_id as id, p.name, coalesce(u.name, '') as unit, sum(n.fen * n.months)::bigint as fen, count(distinct n.id)::int as entries, z.union_id as "wonIn" from part n join person p on p.federation_id = $ and p.id = n.person_id left join membership m on m.federation_id = p.federation_id and m.person_id = p.id and m.ended_on is null left join union_unit u on u.federation_id = m.federation_id and u.id = m.union_id left join saving_prize z on z.federation_id = p.federation_id and z.person_id = p.id and z.month = $::date group by n.person_id, p.name, u.name, z.union_id having sum(n.fen) > 0 order by 4 desc, n.person_id limit $;

-- src/features/innovation/suggestions/agreement.sql.ts listGiven
select v.suggestion_id as id, c.number, c.title, v.round, v.expert_group as "expertGroup", v.reviewer_id as "reviewerId", p.name, v.verdict, v.grade from suggestion_review v join suggestion s on s.federation_id = v.federation_id and s.id = v.suggestion_id join case_file c on c.federation_id = s.federation_id and c.id = s.id join union_unit u on u.federation_id = s.federation_id and u.id = s.scheme_union_id join union_unit n on n.federation_id = s.federation_id and n.id = s.unit_union_id join person p on p.federation_id = v.federation_id and p.id = v.reviewer_id where v.federation_id = $ and v.verdict is not null and {inSubtrees(outermost(scopesOf(by, 'suggestions.decide')))} and ($::timestamptz is null or v.given_at >= $) and ($::timestamptz is null or v.given_at < $) and ($::text is null or n.path like $ || '%') and ($::text is null or v.expert_group = $) and not exists (select 1 from case_barred b where b.federation_id = c.federation_id and b.case_id = c.id and b.person_id = $) and c.author_id is distinct from $ order by v.given_at desc, v.suggestion_id, v.reviewer_id limit {MOST_OPINIONS};

-- src/features/innovation/suggestions/award.sql.ts listAwards
select w.id, w.suggestion_id as "suggestionId", w.position, w.level, w.ground, w.borrowed, w.amount_fen::float8 as "amountFen", w.paid_before_fen::float8 as "paidBeforeFen", w.pays_fen::float8 as "paysFen", w.reason, p.name as "decidedBy", w.decided_at as "decidedAt", coalesce(f.name, '') as "filedWith", w.taken_back_at as "takenBackAt", coalesce((select jsonb_agg(jsonb_build_object('name', q.name, 'paysFen', x.pays_fen) order by a.position) from suggestion_award_share x join person q on q.federation_id = x.federation_id and q.id = x.person_id left join suggestion_author a on a.federation_id = x.federation_id and a.suggestion_id = x.suggestion_id and a.person_id = x.person_id where x.federation_id = w.federation_id and x.award_id = w.id), '[]') as shares from suggestion_award w join person p on p.federation_id = w.federation_id and p.id = w.decided_by_id left join union_unit f on f.federation_id = w.federation_id and f.id = w.filed_with_id where w.federation_id = $ and w.suggestion_id = $ order by w.position limit 100;

-- src/features/innovation/suggestions/award.sql.ts insertAward
insert into suggestion_award (federation_id, id, suggestion_id, position, level, ground, borrowed, amount_fen, paid_before_fen, pays_fen, reason, decided_by_id, decided_at, rule_set_id, value_fen, filed_with_id) values ($, $, $, $, $, $, $, $, $, $, $, $, $, $, $, $);

-- src/features/innovation/suggestions/award.sql.ts insertAward
insert into suggestion_award_share (federation_id, award_id, person_id, suggestion_id, pays_fen) select $, $, x.person, $, x.pays from unnest($::uuid[], $::bigint[]) as x(person, pays);

-- src/features/innovation/suggestions/award.sql.ts takeBackAwards
update suggestion_award set taken_back_at = $ where federation_id = $ and suggestion_id = $ and taken_back_at is null;

-- src/features/innovation/suggestions/benefit.sql.ts lockSuggestion
select 1 from suggestion where federation_id = $ and id = $ for update;

-- src/features/innovation/suggestions/benefit.sql.ts insertClaim
insert into suggestion_benefit (federation_id, id, suggestion_id, state, claimed_fen, basis, reckoning, window_from, window_to, claimed_by_id, claimed_at) values ($, $, $, 'claimed', $, $, $::jsonb, $::date, $::date, $, $) on conflict (federation_id, suggestion_id) where state = 'claimed' do nothing;

-- src/features/innovation/suggestions/benefit.sql.ts listClaims
select {CLAIM} from suggestion_benefit b {PEOPLE} where b.federation_id = $ and b.suggestion_id = $ order by b.claimed_at desc, b.id desc limit 100;

-- src/features/innovation/suggestions/benefit.sql.ts findClaim
select {CLAIM} from suggestion_benefit b {PEOPLE} where b.federation_id = $ and b.id = $;

-- src/features/innovation/suggestions/benefit.sql.ts replaceVerified
update suggestion_benefit set state = 'replaced' where federation_id = $ and suggestion_id = $ and state = 'verified';

-- src/features/innovation/suggestions/benefit.sql.ts settleClaim
update suggestion_benefit set state = $, verified_fen = $, text = $, settled_by_id = $, settled_at = $ where federation_id = $ and id = $ and state = 'claimed';

-- src/features/innovation/suggestions/benefit.sql.ts listBenefits
select {CLAIM}, c.number, c.title, n.name as unit, n.path as "unitPath", {AUTHORS} as authors, (c.author_id = $ or s.owner_id is not distinct from $) as own from ($) {PEOPLE} where {where} order by (b.state = 'claimed') desc, b.claimed_at desc, b.id desc limit $ offset $;

-- src/features/innovation/suggestions/benefit.sql.ts listBenefits
select count(*)::int as n, coalesce(sum(b.claimed_fen) filter (where b.state = 'claimed'), 0)::float8 as claimed, coalesce(sum(b.verified_fen) filter (where b.state = 'verified'), 0)::float8 as verified from $ where {where};

-- src/features/innovation/suggestions/browse.sql.ts listUnitsOf
select id, name from union_unit where federation_id = $ and parent_id = $ and state = 'active' order by code limit 500;

-- src/features/innovation/suggestions/browse.sql.ts listOpenCampaigns
select id, title, theme, from_date::text as "fromDate", to_date::text as "toDate", prizes from suggestion_campaign where federation_id = $ and scheme_union_id = $ and state = 'open' and from_date <= $::date and to_date >= $::date order by to_date, id limit 20;

-- src/features/innovation/suggestions/browse.sql.ts countOwn
select count(*)::int as submitted, count(*) filter (where s.adopted_on is not null and s.revoked_on is null)::int as adopted, count(*) filter (where s.completed_on is not null and s.revoked_on is null)::int as completed from suggestion_author a join suggestion s on s.federation_id = a.federation_id and s.id = a.suggestion_id where a.federation_id = $ and a.person_id = $ and s.void_on is null and s.submitted_on between $::date and $::date;

-- src/features/innovation/suggestions/browse.sql.ts findColleagues
select p.id, p.name, u.name as unit from membership m join union_unit u on u.federation_id = m.federation_id and u.id = m.union_id join person p on p.federation_id = m.federation_id and p.id = m.person_id where m.federation_id = $ and m.state = 'active' and u.path like $ and {matches} and p.id <> $ order by length(p.name), p.name, u.name, p.id limit $;

-- src/features/innovation/suggestions/browse.sql.ts listShared
select {LISTED} from (select s.id from {FROM} where {where} order by $ limit $ offset $) x join ({FROM}) on s.federation_id = $ and s.id = x.id order by $;

-- src/features/innovation/suggestions/browse.sql.ts listShared
select count(*)::int as n from (select 1 from {FROM} where {where} limit {MOST_COUNTED}) x;

-- src/features/innovation/suggestions/browse.sql.ts listOwn
select f.suggestion_id from suggestion_supporter f where f.federation_id = $ and f.person_id = $;

-- src/features/innovation/suggestions/browse.sql.ts listOwn
select a.suggestion_id from suggestion_author a where a.federation_id = $ and a.person_id = $;

-- src/features/innovation/suggestions/browse.sql.ts listOwn
select {LISTED}, u.name as desk, $::boolean as mine from {FROM} where s.federation_id = $ and s.id in ($) and {f.open === undefined ? sql`true` : sql`c.is_open = ${f.open}`} and $ order by c.changed_at desc, c.id limit $ offset $;

-- src/features/innovation/suggestions/duplicates.sql.ts listLikenesses
select suggestion_id as "suggestionId", earlier_id as "earlierId", score_per_mille / 1000.0::float8 as score, state, text as said, settled_text as "settledText" from suggestion_likeness where federation_id = $ and (suggestion_id = $ or earlier_id = $) order by score_per_mille desc, suggestion_id, earlier_id limit 20;

-- src/features/innovation/suggestions/duplicates.sql.ts settleLikeness
insert into suggestion_likeness as l (federation_id, suggestion_id, earlier_id, score_per_mille, state, text, settled_text, settled_by_id, settled_at) values ($, $, $, $, $, $, $, $, $) on conflict (federation_id, suggestion_id, earlier_id) do update set settled_text = excluded.settled_text, settled_by_id = excluded.settled_by_id, settled_at = excluded.settled_at, state = case when $ <> 'open' then excluded.state when l.text <> '' then 'contested' else 'found' end;

-- src/features/innovation/suggestions/from-proposals.sql.ts findProposalText
select left(p.reason || chr(10) || p.grounds, 2000) as problem, p.remedy, case p.kind when 'production' then 'process' when 'safety' then 'safety' when 'management' then 'management' else 'other' end as category from proposal p where p.federation_id = $ and p.id = $;

-- src/features/innovation/suggestions/from-proposals.sql.ts listProposalSeconders
select person_id as id from proposal_seconder where federation_id = $ and proposal_id = $ and answer = 'yes' order by answered_at, person_id limit 50;

-- src/features/innovation/suggestions/looking.sql.ts listNear
select {LISTED}, $ as mine, $ as joined from {FROM} where s.federation_id = $ and s.id = any($::uuid[]) and s.scheme_union_id = $ and s.void_on is null;

-- src/features/innovation/suggestions/looking.sql.ts keepLikenesses
insert into suggestion_likeness (federation_id, suggestion_id, earlier_id, score_per_mille, state, text, said_by_id, said_at) select $, $, x.earlier, x.score, case when x.text = '' then 'found' else 'contested' end, x.text, case when x.text = '' then null else $::uuid end, case when x.text = '' then null else $::timestamptz end from unnest($::uuid[], $::int[], $::text[]) as x(earlier, score, text) on conflict (federation_id, suggestion_id, earlier_id) do nothing;

-- src/features/innovation/suggestions/looking.sql.ts listLikenesses
select earlier_id as "earlierId", score_per_mille::float8 / 1000 as score, state as standing, text, said_at as "saidAt" from suggestion_likeness where federation_id = $ and suggestion_id = $ order by score_per_mille desc, earlier_id limit 40;

-- src/features/innovation/suggestions/looking.sql.ts contestLikeness
select state from suggestion_likeness where federation_id = $ and suggestion_id = $ and earlier_id = $ for update;

-- src/features/innovation/suggestions/looking.sql.ts contestLikeness
update suggestion_likeness set state = 'contested', text = $, said_by_id = $, said_at = $ where federation_id = $ and suggestion_id = $ and earlier_id = $;

-- src/features/innovation/suggestions/looking.sql.ts holdRow
select 1 from suggestion where federation_id = $ and id = $ for update;

-- src/features/innovation/suggestions/looking.sql.ts insertSupporter
insert into suggestion_supporter (federation_id, suggestion_id, person_id, text, at) values ($, $, $, $, $) on conflict (federation_id, suggestion_id, person_id) do nothing;

-- src/features/innovation/suggestions/looking.sql.ts deleteSupporter
delete from suggestion_supporter where federation_id = $ and suggestion_id = $ and person_id = $;

-- src/features/innovation/suggestions/looking.sql.ts listSupporters
select p.id, p.name, coalesce(u.name, '') as unit, f.text, f.at from suggestion_supporter f join person p on p.federation_id = f.federation_id and p.id = f.person_id left join membership m on m.federation_id = f.federation_id and m.person_id = f.person_id and m.state <> 'ended' left join union_unit u on u.federation_id = m.federation_id and u.id = m.union_id where f.federation_id = $ and f.suggestion_id = $ order by f.at desc, p.id limit $ offset $;

-- src/features/innovation/suggestions/merging.sql.ts lockCases
select 1 from case_file c where c.federation_id = $ and c.id = any($::uuid[]) order by c.id for update;

-- src/features/innovation/suggestions/merging.sql.ts findMerger
select id, suggestion_id as "suggestionId", earlier_id as "earlierId", share from suggestion_merger where federation_id = $ and suggestion_id = $ and undone_at is null;

-- src/features/innovation/suggestions/merging.sql.ts listMergers
select m.id, m.suggestion_id as "suggestionId", m.earlier_id as "earlierId", m.share, c.number, c.title from suggestion_merger m join case_file c on c.federation_id = m.federation_id and c.id = m.suggestion_id where m.federation_id = $ and m.earlier_id = $ and m.undone_at is null order by m.at, m.id limit 500;

-- src/features/innovation/suggestions/merging.sql.ts insertMerger
insert into suggestion_merger (federation_id, id, suggestion_id, earlier_id, share, by_id, at) values ($, $, $, $, $, $, $);

-- src/features/innovation/suggestions/merging.sql.ts undoMerger
update suggestion_merger set undone_by_id = $, undone_at = $ where federation_id = $ and id = $ and undone_at is null;

-- src/features/innovation/suggestions/merging.sql.ts listShares
select suggestion_id as id, person_id as "personId", share from suggestion_author where federation_id = $ and suggestion_id = any($::uuid[]) order by suggestion_id, position;

-- src/features/innovation/suggestions/merging.sql.ts keepOwnShares
insert into suggestion_own_share (federation_id, suggestion_id, person_id, share) select federation_id, suggestion_id, person_id, share from suggestion_author where federation_id = $ and suggestion_id = $ and merged_from_id is null on conflict do nothing;

-- src/features/innovation/suggestions/merging.sql.ts listOwnShares
select o.person_id as "personId", o.share from suggestion_own_share o join suggestion_author a on a.federation_id = o.federation_id and a.suggestion_id = o.suggestion_id and a.person_id = o.person_id where o.federation_id = $ and o.suggestion_id = $ order by a.position;

-- src/features/innovation/suggestions/merging.sql.ts dropOwnShares
delete from suggestion_own_share where federation_id = $ and suggestion_id = $;

-- src/features/innovation/suggestions/merging.sql.ts writeAuthors
delete from suggestion_author where federation_id = $ and suggestion_id = $ and merged_from_id is not null;

-- src/features/innovation/suggestions/merging.sql.ts writeAuthors
update suggestion_author a set share = x.share from unnest($::uuid[], $::int[]) as x(person, share) where a.federation_id = $ and a.suggestion_id = $ and a.person_id = x.person;

-- src/features/innovation/suggestions/merging.sql.ts writeAuthors
insert into suggestion_author (federation_id, suggestion_id, person_id, position, share, unit_union_id, merged_from_id) select $, $, x.person, coalesce((select max(o.position) from suggestion_author o where o.federation_id = $ and o.suggestion_id = $), 0) + x.n, x.share, b.unit_union_id, x.source from unnest($::uuid[], $::int[], $::uuid[]) with ordinality as x(person, share, source, n) join suggestion_author b on b.federation_id = $ and b.suggestion_id = x.source and b.person_id = x.person;

-- src/features/innovation/suggestions/merging.sql.ts carrySupporters
insert into suggestion_supporter (federation_id, suggestion_id, person_id, text, merged_from_id, at) select $, $, x.person_id, x.text, $, $ from ( select person_id, text from suggestion_supporter where federation_id = $ and suggestion_id = $ union select person_id, '' from suggestion_author where federation_id = $ and suggestion_id = $ ) x where not exists (select 1 from suggestion_author a where a.federation_id = $ and a.suggestion_id = $ and a.person_id = x.person_id) on conflict do nothing;

-- src/features/innovation/suggestions/merging.sql.ts returnSupporters
delete from suggestion_supporter where federation_id = $ and suggestion_id = $ and merged_from_id = $;

-- src/features/innovation/suggestions/merging.sql.ts findComparable
select s.id, c.number, c.title, c.state, s.problem, s.remedy, s.category, s.grade, s.submitted_on::text as "submittedOn", c.opened_at as "openedAt", s.scheme_union_id as "schemeUnionId", d.path as "deskPath", n.path as "unitPath", n.name as unit, c.author_id as "authorId", s.void_on::text as "voidOn", s.adopted_on::text as "adoptedOn", s.revoked_on::text as "revokedOn", (select string_agg(p.name, '、' order by a.position) from suggestion_author a join person p on p.federation_id = a.federation_id and p.id = a.person_id where a.federation_id = s.federation_id and a.suggestion_id = s.id) as authors, (select count(*)::int from suggestion_author a where a.federation_id = s.federation_id and a.suggestion_id = s.id) as "authorCount", (exists (select 1 from case_barred b where b.federation_id = s.federation_id and b.case_id = s.id and b.person_id = $) or exists (select 1 from suggestion_author a where a.federation_id = s.federation_id and a.suggestion_id = s.id and a.person_id = $)) as barred from suggestion s join case_file c on c.federation_id = s.federation_id and c.id = s.id join union_unit d on d.federation_id = c.federation_id and d.id = c.union_id join union_unit n on n.federation_id = s.federation_id and n.id = s.unit_union_id where s.federation_id = $ and s.id = any($::uuid[]);

-- src/features/innovation/suggestions/register-import.sql.ts insertImport
insert into suggestion_import (federation_id, id, scheme_union_id, state, file_name, rows, columns, mapping, created_by, created_at, erase_at) values ($, $, $, 'read', $, $, $::jsonb, $::jsonb, $, $, $);

-- src/features/innovation/suggestions/register-import.sql.ts insertRows
insert into suggestion_import_row (federation_id, import_id, row, cells) select $, $, x.row, x.cells from json_to_recordset($::json) as x(row integer, cells jsonb);

-- src/features/innovation/suggestions/register-import.sql.ts findImport
select {IMPORT} from {FROM} where i.federation_id = $ and i.id = $ and $;

-- src/features/innovation/suggestions/register-import.sql.ts lockImport
select {IMPORT} from {FROM} where i.federation_id = $ and i.id = $ for update of i;

-- src/features/innovation/suggestions/register-import.sql.ts listImports
select {IMPORT} from {FROM} where {where} order by i.created_at desc, i.id desc limit $ offset $;

-- src/features/innovation/suggestions/register-import.sql.ts listImports
select count(*)::int as n from {FROM} where {where};

-- src/features/innovation/suggestions/register-import.sql.ts listSchemes
select u.id, u.name from suggestion_scheme k join union_unit u on u.federation_id = k.federation_id and u.id = k.union_id where k.federation_id = $ and $ order by u.path limit 100;

-- src/features/innovation/suggestions/register-import.sql.ts changeImport
update suggestion_import set {sql.join(set, sql`, `)} where federation_id = $ and id = $;

-- src/features/innovation/suggestions/register-import.sql.ts nextRows
select {ROW} from suggestion_import_row where federation_id = $ and import_id = $ and row > $ {which === 'good' ? sql`and good and suggestion_id is null` : which === 'bad' ? sql`and not good and problems <> '[]'::jsonb` : which === 'taken' ? sql`and suggestion_id is not null and not kept` : sql``} order by row limit $;

-- src/features/innovation/suggestions/register-import.sql.ts listProblemRows
select {ROW} from suggestion_import_row where federation_id = $ and import_id = $ and problems <> '[]'::jsonb order by good, row limit $ offset $;

-- src/features/innovation/suggestions/register-import.sql.ts markRows
update suggestion_import_row r set good = x.good, problems = x.problems, number = x.number from json_to_recordset($::json) as x(row integer, good boolean, problems jsonb, number text) where r.federation_id = $ and r.import_id = $ and r.row = x.row;

-- src/features/innovation/suggestions/register-import.sql.ts markTaken
update suggestion_import_row r set suggestion_id = x."suggestionId" from unnest($::int[], $::uuid[]) as x(row, "suggestionId") where r.federation_id = $ and r.import_id = $ and r.row = x.row;

-- src/features/innovation/suggestions/register-import.sql.ts markKept
update suggestion_import_row set kept = true where federation_id = $ and import_id = $ and row = any($::int[]);

-- src/features/innovation/suggestions/register-import.sql.ts listNumbersAbove
select x.number from unnest($::text[]) as x(number), lateral (select 1 from suggestion_import_row r where r.federation_id = $ and r.import_id = $ and r.number = x.number and r.number <> '' and r.row <= $ limit 1) y;

-- src/features/innovation/suggestions/register-import.sql.ts listNumbers
select x.number from unnest($::text[]) as x(number), lateral (select 1 from case_file c where c.federation_id = $ and c.process = 'suggestion' and c.number = x.number limit 1) y;

-- src/features/innovation/suggestions/register-import.sql.ts eraseRows
delete from suggestion_import_row where federation_id = $ and import_id = $;

-- src/features/innovation/suggestions/register-import.sql.ts listToErase
select id from suggestion_import where federation_id = $ and erased_at is null and erase_at <= $ and state not in ('checking','running','undoing') limit 100;

-- src/features/innovation/suggestions/register-import.sql.ts listUnits
select id, name, code, path from union_unit where federation_id = $ and (id = $ or parent_id = $) and state in ('active','preparing') limit 5000;

-- src/features/innovation/suggestions/register-import.sql.ts listPeople
with found as materialized ( select p.id, p.name, p.staff_number from person p where p.federation_id = $ and p.name = any($::text[]) union select p.id, p.name, p.staff_number from person p where p.federation_id = $ and p.staff_number <> '' and p.staff_number = any($::text[])) select p.id, p.name, p.staff_number as "staffNumber", u.path from found p, lateral (select m.union_id from membership m where m.federation_id = $ and m.person_id = p.id and m.state = 'active' limit 1) m, lateral (select u.path from union_unit u where u.federation_id = $ and u.id = m.union_id limit 1) u where u.path like $ limit 50000;

-- src/features/innovation/suggestions/register-import.sql.ts insertTaken
insert into suggestion (federation_id, id, scheme_union_id, unit_union_id, category, problem, remedy, submitted_on, level, first_grade, grade, adopted_on, started_on, completed_on, standardised_on, rejected_on, document_number, benefit_fen, benefit_on, award_level, from_register, authors_text, import_id) select $, x.id, $, x."unitId", x.category, coalesce(x.problem, ''), coalesce(x.remedy, ''), x."submittedOn", 'unit', x.grade, x.grade, x."adoptedOn", x."startedOn", x."completedOn", x."standardisedOn", x."rejectedOn", coalesce(x."documentNumber", ''), x."benefitFen", case when x."benefitFen" is null then null else x."completedOn" end, x."awardLevel", true, coalesce(x."authorsText", ''), $ from json_to_recordset($::json) as x(id uuid, "unitId" uuid, category text, problem text, remedy text, "submittedOn" date, grade smallint, "adoptedOn" date, "startedOn" date, "completedOn" date, "standardisedOn" date, "rejectedOn" date, "documentNumber" text, "benefitFen" bigint, "awardLevel" smallint, "authorsText" text);

-- src/features/innovation/suggestions/register-import.sql.ts insertTaken
insert into suggestion_author (federation_id, suggestion_id, person_id, position, share, unit_union_id) select $, x.id, x."personId", x.position, x.share, x."unitId" from json_to_recordset($::json) as x(id uuid, "personId" uuid, position smallint, share integer, "unitId" uuid);

-- src/features/innovation/suggestions/register-import.sql.ts deleteTaken
select s.id from suggestion s where s.federation_id = $ and s.id = any($::uuid[]) and s.from_register and not exists (select 1 from suggestion_supporter f where f.federation_id = s.federation_id and f.suggestion_id = s.id) and not exists (select 1 from suggestion_benefit b where b.federation_id = s.federation_id and b.suggestion_id = s.id) and not exists (select 1 from suggestion_award a where a.federation_id = s.federation_id and a.suggestion_id = s.id) and not exists (select 1 from suggestion_review v where v.federation_id = s.federation_id and v.suggestion_id = s.id) and not exists (select 1 from suggestion_likeness l where l.federation_id = s.federation_id and (l.suggestion_id = s.id or l.earlier_id = s.id)) and not exists (select 1 from suggestion m where m.federation_id = s.federation_id and m.merged_into_id = s.id) order by s.id;

-- src/features/innovation/suggestions/register-import.sql.ts deleteTaken
delete from suggestion_author where federation_id = $ and suggestion_id = any($::uuid[]);

-- src/features/innovation/suggestions/register-import.sql.ts deleteTaken
delete from suggestion where federation_id = $ and id = any($::uuid[]);

-- src/features/innovation/suggestions/register-import.sql.ts listWhole
select s.id, c.number, c.title, s.problem, s.remedy, s.category, n.name as unit, coalesce(nullif(s.authors_text, ''), a.names, '') as authors, coalesce(a.numbers, '') as "staffNumbers", case when s.authors_text = '' then coalesce(a.shares, '') else '' end as shares, s.submitted_on::text as "submittedOn", c.state, s.grade, s.adopted_on::text as "adoptedOn", s.started_on::text as "startedOn", s.completed_on::text as "completedOn", s.standardised_on::text as "standardisedOn", s.document_number as "documentNumber", s.benefit_fen::float8 as "benefitFen", s.award_level as "awardLevel", coalesce((select sum(w.pays_fen) from suggestion_award w where w.federation_id = s.federation_id and w.suggestion_id = s.id and w.taken_back_at is null), 0)::float8 as "awardFen" from suggestion s join case_file c on c.federation_id = s.federation_id and c.id = s.id join union_unit n on n.federation_id = s.federation_id and n.id = s.unit_union_id left join lateral (select string_agg(p.name, '、' order by x.position) as names, string_agg(p.staff_number, '、' order by x.position) as numbers, string_agg((x.share / 100.0)::float8::text, '、' order by x.position) as shares from suggestion_author x join person p on p.federation_id = x.federation_id and p.id = x.person_id where x.federation_id = s.federation_id and x.suggestion_id = s.id) a on true where s.federation_id = $ and n.path like any($::text[]) and (s.submitted_on, s.id) > ($::date, $::uuid) and not exists (select 1 from case_barred b where b.federation_id = c.federation_id and b.case_id = c.id and b.person_id = $) order by s.submitted_on, s.id limit $;

-- src/features/innovation/suggestions/review.sql.ts findHearing
select c.state, c.union_id as "unionId", c.title, c.version, s.expert_group as "expertGroup", s.category, s.scheme_union_id as "schemeUnionId", s.unit_union_id as "unitUnionId", k.blind, {ROUND} as round, (select count(*)::int from suggestion_review v where v.federation_id = s.federation_id and v.suggestion_id = s.id and v.round = {ROUND} and v.verdict is not null) as given, (select count(distinct x.person_id)::int from suggestion_expert x where x.federation_id = s.federation_id and x.scheme_union_id = s.scheme_union_id and (s.expert_group is null or x.expert_group = s.expert_group) and x.from_date <= $::date and (x.to_date is null or x.to_date >= $::date)) as experts, {LAST_JUDGE} as "rejectedById" from suggestion s join case_file c on c.federation_id = s.federation_id and c.id = s.id join suggestion_scheme k on k.federation_id = s.federation_id and k.union_id = s.scheme_union_id where s.federation_id = $ and s.id = $;

-- src/features/innovation/suggestions/review.sql.ts lockHearing
select 1 from case_file c where c.federation_id = $ and c.id = $ for update;

-- src/features/innovation/suggestions/review.sql.ts listReviews
select v.reviewer_id as "reviewerId", p.name, coalesce(u.name, '') as unit, v.round, v.expert_group as "expertGroup", v.asked_by_id as "askedById", v.asked_at as "askedAt", v.verdict, v.grade, v.text, v.conflict, v.given_at as "givenAt" from suggestion_review v join person p on p.federation_id = v.federation_id and p.id = v.reviewer_id left join membership m on m.federation_id = v.federation_id and m.person_id = v.reviewer_id and m.state = 'active' left join union_unit u on u.federation_id = m.federation_id and u.id = m.union_id where v.federation_id = $ and v.suggestion_id = $ order by v.round, v.asked_at, v.reviewer_id limit 60;

-- src/features/innovation/suggestions/review.sql.ts listExpertsFor
select x.person_id as "personId", p.name, coalesce(u.name, '') as unit, bool_or(x.leads) as leads, coalesce(bool_or(exists (select 1 from suggestion_author a join union_unit n on n.federation_id = a.federation_id and n.id = a.unit_union_id where a.federation_id = x.federation_id and a.suggestion_id = $ and u.path like n.path || '%')), false) as near, (select count(*)::int from suggestion_review v join case_file c on c.federation_id = v.federation_id and c.id = v.suggestion_id where v.federation_id = x.federation_id and v.reviewer_id = x.person_id and v.given_at is null and c.state in ('company', 'appealed') and v.round = {ROUND}) as open, case when exists (select 1 from suggestion_author a where a.federation_id = x.federation_id and a.suggestion_id = $ and a.person_id = x.person_id) then 'author' when exists (select 1 from case_barred b where b.federation_id = x.federation_id and b.case_id = $ and b.person_id = x.person_id) then 'barred' when exists (select 1 from suggestion_review v where v.federation_id = x.federation_id and v.suggestion_id = $ and v.reviewer_id = x.person_id and v.round = $) then 'asked' when exists (select 1 from suggestion_review v where v.federation_id = x.federation_id and v.suggestion_id = $ and v.reviewer_id = x.person_id and v.round < $ and v.verdict is not null) or ($ > 1 and x.person_id = (select {LAST_JUDGE} from case_file c where c.federation_id = x.federation_id and c.id = $)) then 'before' end as bar from suggestion_expert x join person p on p.federation_id = x.federation_id and p.id = x.person_id left join membership m on m.federation_id = x.federation_id and m.person_id = x.person_id and m.state = 'active' left join union_unit u on u.federation_id = m.federation_id and u.id = m.union_id where x.federation_id = $ and x.scheme_union_id = $ and x.expert_group = $ and x.from_date <= $::date and (x.to_date is null or x.to_date >= $::date) group by x.federation_id, x.person_id, p.name, u.name, u.path order by p.name, x.person_id limit 200;

-- src/features/innovation/suggestions/review.sql.ts insertReviews
insert into suggestion_review (federation_id, suggestion_id, round, reviewer_id, expert_group, asked_by_id, asked_at) select $, $, $, x.id, $, $, $ from unnest($::uuid[]) as x(id);

-- src/features/innovation/suggestions/review.sql.ts settleReview
update suggestion_review set verdict = $, grade = $, text = $, conflict = $, given_at = $ where federation_id = $ and suggestion_id = $ and round = $ and reviewer_id = $ and given_at is null;

-- src/features/innovation/suggestions/review.sql.ts deleteWaiting
delete from suggestion_review where federation_id = $ and suggestion_id = $ and round = $ and reviewer_id = $ and given_at is null;

-- src/features/innovation/suggestions/review.sql.ts listAsked
select s.id, c.number, c.title, s.category, v.expert_group as "expertGroup", v.round, v.asked_at as "askedAt", v.given_at as "givenAt", v.verdict, v.grade, $ as waits $ order by $ desc, case when $ then v.asked_at end, v.given_at desc, s.id limit $ offset $;

-- src/features/innovation/suggestions/review.sql.ts listAsked
select count(*)::int as n $;

-- src/features/innovation/suggestions/review.sql.ts listOverdue
select v.suggestion_id as id, c.title, v.reviewer_id as "reviewerId", v.round, v.asked_at as "askedAt", s.scheme_union_id as "schemeUnionId" from suggestion_review v join suggestion s on s.federation_id = v.federation_id and s.id = v.suggestion_id join case_file c on c.federation_id = s.federation_id and c.id = s.id where v.federation_id = $ and v.given_at is null and v.asked_at <= $ and c.state in ('company', 'appealed') and v.round = {ROUND} order by v.asked_at, v.suggestion_id, v.reviewer_id limit $;

-- src/features/innovation/suggestions/scheme.sql.ts findSchemes
select union_id as "unionId", opened_on::text as "openedOn", blind from suggestion_scheme where federation_id = $ and union_id = any($::uuid[]) and opened_on <= $::date and (closed_on is null or closed_on >= $::date);

-- src/features/innovation/suggestions/scheme.sql.ts saveScheme
insert into suggestion_scheme (federation_id, union_id, opened_on, blind) values ($, $, $, $) on conflict (federation_id, union_id) do update set blind = excluded.blind, closed_on = null;

-- src/features/innovation/suggestions/scheme.sql.ts findCampaign
select id, scheme_union_id as "schemeUnionId", title, theme, from_date::text as "fromDate", to_date::text as "toDate", state from suggestion_campaign where federation_id = $ and id = $;

-- src/features/innovation/suggestions/scheme.sql.ts findMembersWithin
select m.person_id as "personId", m.union_id as "unionId", u.path from membership m join union_unit u on u.federation_id = m.federation_id and u.id = m.union_id where m.federation_id = $ and m.person_id = any($::uuid[]) and m.state = 'active' and u.path like $;

-- src/features/innovation/suggestions/seats.sql.ts findSeat
select d.path as "deskPath", n.path as "unitPath", k.blind, exists (select 1 from suggestion_author a where a.federation_id = s.federation_id and a.suggestion_id = s.id and a.person_id = $) as coauthor, exists (select 1 from suggestion_review v where v.federation_id = s.federation_id and v.suggestion_id = s.id and v.reviewer_id = $) as reviewer, exists (select 1 from suggestion_supporter f where f.federation_id = s.federation_id and f.suggestion_id = s.id and f.person_id = $) as supports, exists (select 1 from case_barred b where b.federation_id = s.federation_id and b.case_id = s.id and b.person_id = $) as barred from suggestion s join case_file c on c.federation_id = s.federation_id and c.id = s.id join union_unit d on d.federation_id = c.federation_id and d.id = c.union_id join union_unit n on n.federation_id = s.federation_id and n.id = s.unit_union_id join suggestion_scheme k on k.federation_id = s.federation_id and k.union_id = s.scheme_union_id where s.federation_id = $ and s.id = $;

-- src/features/innovation/suggestions/settings.sql.ts findScheme
select union_id as "unionId", opened_on::text as "openedOn", closed_on::text as "closedOn", blind from suggestion_scheme where federation_id = $ and union_id = $;

-- src/features/innovation/suggestions/settings.sql.ts writeScheme
insert into suggestion_scheme (federation_id, union_id, opened_on, closed_on, blind) values ($, $, $, $, $) on conflict (federation_id, union_id) do update set opened_on = excluded.opened_on, closed_on = excluded.closed_on, blind = excluded.blind;

-- src/features/innovation/suggestions/settings.sql.ts listExperts
select x.id, x.person_id as "personId", p.name, coalesce(u.name, '') as unit, x.expert_group as "expertGroup", x.leads, x.from_date::text as "fromDate", x.to_date::text as "toDate", (select count(*)::int from suggestion_review v join case_file c on c.federation_id = v.federation_id and c.id = v.suggestion_id where v.federation_id = x.federation_id and v.reviewer_id = x.person_id and v.expert_group = x.expert_group and v.given_at is null and c.state in ('company', 'appealed') and v.round = case when c.state = 'appealed' then 2 else 1 end) as open, (select count(*)::int from suggestion_review v where v.federation_id = x.federation_id and v.reviewer_id = x.person_id and v.expert_group = x.expert_group and v.verdict is not null) as given from suggestion_expert x join person p on p.federation_id = x.federation_id and p.id = x.person_id left join membership m on m.federation_id = x.federation_id and m.person_id = x.person_id and m.state = 'active' left join union_unit u on u.federation_id = m.federation_id and u.id = m.union_id where x.federation_id = $ and x.scheme_union_id = $ order by (x.to_date is not null and x.to_date < $::date), x.expert_group, x.leads desc, p.name, x.id limit 400;

-- src/features/innovation/suggestions/settings.sql.ts insertExpert
insert into suggestion_expert (federation_id, id, scheme_union_id, person_id, expert_group, leads, from_date) values ($, $, $, $, $, $, $) on conflict (federation_id, scheme_union_id, expert_group, person_id) where to_date is null do nothing;

-- src/features/innovation/suggestions/settings.sql.ts endExpert
update suggestion_expert set to_date = greatest($::date, from_date) where federation_id = $ and scheme_union_id = $ and id = $ and to_date is null;

-- src/features/innovation/suggestions/settings.sql.ts listCampaigns
select {CAMPAIGN} from suggestion_campaign k where k.federation_id = $ and k.scheme_union_id = $ order by k.from_date desc, k.id limit 200;

-- src/features/innovation/suggestions/settings.sql.ts holdCampaign
select 1 from suggestion_campaign where federation_id = $ and id = $ for update;

-- src/features/innovation/suggestions/settings.sql.ts holdCampaign
select {CAMPAIGN} from suggestion_campaign k where k.federation_id = $ and k.id = $;

-- src/features/innovation/suggestions/settings.sql.ts writeCampaign
insert into suggestion_campaign (federation_id, id, scheme_union_id, title, theme, from_date, to_date, prizes, state) values ($, $, $, $, $, $, $, $::jsonb, $) on conflict (federation_id, id) do update set title = excluded.title, theme = excluded.theme, from_date = excluded.from_date, to_date = excluded.to_date, prizes = excluded.prizes, state = excluded.state, version = suggestion_campaign.version + 1;

-- src/features/innovation/suggestions/settings.sql.ts listGroup
select g.id, g.person_id as "personId", p.name, p.staff_number as "staffNumber", coalesce(u.name, '') as unit, g.from_date::text as "fromDate", g.to_date::text as "toDate" $ order by p.name, g.id limit $ offset $;

-- src/features/innovation/suggestions/settings.sql.ts listGroup
select count(*)::int as n $;

-- src/features/innovation/suggestions/settings.sql.ts countGroups
select person_group as "group", count(*)::int as n from suggestion_person_group where federation_id = $ and scheme_union_id = $ and from_date <= $::date and (to_date is null or to_date >= $::date) group by person_group;

-- src/features/innovation/suggestions/settings.sql.ts insertGroup
insert into suggestion_person_group (federation_id, id, scheme_union_id, person_id, person_group, from_date) select $, x.id, $, x.person, $, $::date from unnest($::uuid[], $::uuid[]) as x(id, person) on conflict (federation_id, scheme_union_id, person_group, person_id) where to_date is null do nothing;

-- src/features/innovation/suggestions/settings.sql.ts endGroup
update suggestion_person_group set to_date = greatest($::date, from_date) where federation_id = $ and scheme_union_id = $ and id = any($::uuid[]) and to_date is null;

-- src/features/innovation/suggestions/settings.sql.ts searchMembers
select {MEMBER} where p.federation_id = $ and u.path like $ and (p.name like $ or p.staff_number = $) order by p.name, p.id limit $;

-- src/features/innovation/suggestions/settings.sql.ts findByStaffNumbers
select {MEMBER} where p.federation_id = $ and u.path like $ and p.staff_number = any($::text[]) and p.staff_number <> '';

-- src/features/innovation/suggestions/settings.sql.ts listSpecialists
select o.person_id as "personId", p.name, o.office, u.id as "unionId", u.name as union from office_holding o join union_unit u on u.federation_id = o.federation_id and u.id = o.union_id join person p on p.federation_id = o.federation_id and p.id = o.person_id where o.federation_id = $ and u.path like $ and o.office in ('suggestionSpecialist', 'suggestionOffice') and o.from_date <= $::date and (o.to_date is null or o.to_date >= $::date) order by o.office, u.path, p.name limit 200;

-- src/features/innovation/suggestions/settings.sql.ts listSchemes
select u.id, u.name, (s.union_id is not null and s.opened_on <= $::date and (s.closed_on is null or s.closed_on >= $::date)) as open from union_unit u left join suggestion_scheme s on s.federation_id = u.federation_id and s.union_id = u.id where u.federation_id = $ and ((s.union_id is not null and u.path like any($::text[])) or u.path = any($::text[])) order by (s.union_id is null), u.path limit 200;

-- src/features/innovation/suggestions/settings.sql.ts countUnderWay
select count(*)::int as n from suggestion s join case_file c on c.federation_id = s.federation_id and c.id = s.id where s.federation_id = $ and s.scheme_union_id = $ and c.is_open;

-- src/features/innovation/suggestions/settings.sql.ts nameOf
select name from person where federation_id = $ and id = $;

-- src/features/innovation/suggestions/suggestions.sql.ts insertSuggestion
insert into suggestion (federation_id, id, scheme_union_id, unit_union_id, category, campaign_id, problem, remedy, effect, place, submitted_on) values ($, $, $, $, $, $, $, $, $, $, $);

-- src/features/innovation/suggestions/suggestions.sql.ts insertSuggestion
insert into suggestion_author (federation_id, suggestion_id, person_id, position, share, unit_union_id) select $, $, x.person, x.position, x.share, x.unit from unnest($::uuid[], $::int[], $::uuid[]) with ordinality as x(person, share, unit, position);

-- src/features/innovation/suggestions/suggestions.sql.ts changeSuggestion
update suggestion set {sql.join(set, sql`, `)} where federation_id = $ and id = $;

-- src/features/innovation/suggestions/suggestions.sql.ts findFacts
select {FACTS} from suggestion s where s.federation_id = $ and s.id = any($::uuid[]);

-- src/features/innovation/suggestions/suggestions.sql.ts listAuthors
select a.person_id as "personId", p.name, u.name as unit, a.share, a.position, a.merged_from_id as "mergedFromId" from suggestion_author a join person p on p.federation_id = a.federation_id and p.id = a.person_id join union_unit u on u.federation_id = a.federation_id and u.id = a.unit_union_id where a.federation_id = $ and a.suggestion_id = $ order by a.position;

-- src/features/innovation/suggestions/suggestions.sql.ts withinReach
select 1 from suggestion_scheme k join union_unit u on u.federation_id = k.federation_id and u.id = k.union_id where k.federation_id = $ and {inSubtrees(paths)} limit 1;

-- src/features/innovation/suggestions/suggestions.sql.ts listRegister
select {LISTED} from (select s.id from {FROM} where {where} order by s.submitted_on desc, s.id desc limit $ offset $) x join ({FROM}) on s.federation_id = $ and s.id = x.id order by s.submitted_on desc, s.id desc;

-- src/features/innovation/suggestions/suggestions.sql.ts listRegister
select count(*)::int as n from (select 1 from {FROM} where {where} limit {MOST_COUNTED}) x;

-- src/features/innovation/suggestions/suggestions.sql.ts findListed
select {LISTED} from {FROM} where s.federation_id = $ and s.id = $;

-- src/features/innovation/suggestions/suggestions.sql.ts countSince
select count(*)::int as n from case_file c where c.federation_id = $ and c.author_id = $ and c.process = 'suggestion' and c.opened_at >= $;

-- src/features/innovation/suggestions/taken.sql.ts insertTaken
insert into suggestion (federation_id, id, scheme_union_id, unit_union_id, category, campaign_id, problem, remedy, effect, place, submitted_on, void_on, void_why, merged_into_id, level, expert_group, first_grade, grade, adopted_on, started_on, completed_on, standardised_on, document_number, rejected_on, benefit_fen, benefit_on, from_register) select $, x.id, x."schemeUnionId", x."unitUnionId", x.category, x."campaignId", x.problem, x.remedy, x.effect, x.place, x."submittedOn", x."voidOn", x."voidWhy", x."mergedIntoId", x.level, x."expertGroup", x."firstGrade", x.grade, x."adoptedOn", x."startedOn", x."completedOn", x."standardisedOn", x."documentNumber", x."rejectedOn", x."benefitFen", x."benefitOn", x."fromRegister" from jsonb_to_recordset($::jsonb) as x(id uuid, "schemeUnionId" uuid, "unitUnionId" uuid, category text, "campaignId" uuid, problem text, remedy text, effect text, place text, "submittedOn" date, "voidOn" date, "voidWhy" text, "mergedIntoId" uuid, level text, "expertGroup" text, "firstGrade" smallint, grade smallint, "adoptedOn" date, "startedOn" date, "completedOn" date, "standardisedOn" date, "documentNumber" text, "rejectedOn" date, "benefitFen" bigint, "benefitOn" date, "fromRegister" boolean);

-- src/features/innovation/suggestions/taken.sql.ts insertTakenAuthors
insert into suggestion_author (federation_id, suggestion_id, person_id, position, share, unit_union_id) select $, x."suggestionId", x."personId", x.position, x.share, x."unitUnionId" from jsonb_to_recordset($::jsonb) as x("suggestionId" uuid, "personId" uuid, position smallint, share integer, "unitUnionId" uuid);

-- src/features/innovation/suggestions/taken.sql.ts insertTakenReviews
insert into suggestion_review (federation_id, suggestion_id, round, reviewer_id, expert_group, asked_by_id, asked_at, verdict, grade, text, given_at) select $, x."suggestionId", 1, x."reviewerId", x."expertGroup", x."askedById", x."askedAt", x.verdict, x.grade, x.text, x."givenAt" from jsonb_to_recordset($::jsonb) as x("suggestionId" uuid, "reviewerId" uuid, "expertGroup" text, "askedById" uuid, "askedAt" timestamptz, verdict text, grade smallint, text text, "givenAt" timestamptz);

-- src/features/innovation/suggestions/taken.sql.ts insertTakenBenefits
insert into suggestion_benefit (federation_id, id, suggestion_id, state, claimed_fen, basis, window_from, window_to, claimed_by_id, claimed_at, verified_fen, settled_by_id, settled_at, text) select $, x.id, x."suggestionId", x.state, x."claimedFen", x.basis, x."windowFrom", x."windowTo", x."claimedById", x."claimedAt", x."verifiedFen", x."settledById", x."settledAt", x.text from jsonb_to_recordset($::jsonb) as x(id uuid, "suggestionId" uuid, state text, "claimedFen" bigint, basis text, "windowFrom" date, "windowTo" date, "claimedById" uuid, "claimedAt" timestamptz, "verifiedFen" bigint, "settledById" uuid, "settledAt" timestamptz, text text);

-- src/features/innovation/suggestions/taken.sql.ts insertTakenSupporters
insert into suggestion_supporter (federation_id, suggestion_id, person_id, merged_from_id, at) select $, x."suggestionId", x."personId", x."mergedFromId", x.at from jsonb_to_recordset($::jsonb) as x("suggestionId" uuid, "personId" uuid, "mergedFromId" uuid, at timestamptz) on conflict do nothing;

-- src/features/innovation/suggestions/taken.sql.ts insertExperts
insert into suggestion_expert (federation_id, id, scheme_union_id, person_id, expert_group, leads, from_date) select $, x.id, x."schemeUnionId", x."personId", x."expertGroup", x.leads, x."fromDate" from jsonb_to_recordset($::jsonb) as x(id uuid, "schemeUnionId" uuid, "personId" uuid, "expertGroup" text, leads boolean, "fromDate" date);

-- src/features/innovation/suggestions/taken.sql.ts insertPersonGroups
insert into suggestion_person_group (federation_id, id, scheme_union_id, person_id, person_group, from_date) select $, x.id, x."schemeUnionId", x."personId", x."personGroup", x."fromDate" from jsonb_to_recordset($::jsonb) as x(id uuid, "schemeUnionId" uuid, "personId" uuid, "personGroup" text, "fromDate" date);

-- src/features/innovation/suggestions/taken.sql.ts insertCampaign
insert into suggestion_campaign (federation_id, id, scheme_union_id, title, theme, from_date, to_date, state) values ($, $, $, $, $, $, $, $);

-- src/features/innovation/suggestions/taken.sql.ts listStaffOn
select m.person_id as "personId", u.path as "unionPath", m.department from membership m join union_unit u on u.federation_id = m.federation_id and u.id = m.union_id where m.federation_id = $ and u.path like $ and m.began_on <= $::date and (m.ended_on is null or m.ended_on > $::date) order by m.person_id limit 20000;

-- src/features/innovation/suggestions/work.sql.ts saveDocument
update suggestion set document_kind = $, document_on = $::date where federation_id = $ and id = $;

-- src/features/innovation/suggestions/work.sql.ts findDocument
select document_kind as kind, document_on::text as "on" from suggestion where federation_id = $ and id = $;

-- src/features/innovation/suggestions/work.sql.ts insertEvidence
insert into suggestion_evidence (federation_id, suggestion_id, file_id, shows, label, position, at) select $, $, x.file, x.shows, x.label, x.position + (select count(*) from suggestion_evidence e where e.federation_id = $ and e.suggestion_id = $), $ from unnest($::uuid[], $::text[], $::text[]) with ordinality as x(file, shows, label, position);

-- src/features/innovation/suggestions/work.sql.ts listEvidence
select file_id as "fileId", shows, label, at from suggestion_evidence where federation_id = $ and suggestion_id = $ order by position limit 200;

-- src/features/innovation/suggestions/work.sql.ts listMembersLike
select p.id, p.name, u.name as unit from membership m join union_unit u on u.federation_id = m.federation_id and u.id = m.union_id join person p on p.federation_id = m.federation_id and p.id = m.person_id where m.federation_id = $ and m.state = 'active' and u.path like $ and (p.name like $ or (p.staff_number <> '' and p.staff_number = $)) order by p.name, p.id limit 20;

-- src/features/innovation/suggestions/work.sql.ts listStandards
select s.id, c.number, c.title, n.name as unit, {AUTHORS} as authors, s.document_number as "documentNumber", s.document_kind as "documentKind", s.document_on::text as "documentOn", s.standardised_on::text as "standardisedOn", s.benefit_fen::float8 as "benefitFen" from {LISTED_FROM} where {where} order by s.standardised_on desc, s.id desc limit $ offset $;

-- src/features/innovation/suggestions/work.sql.ts listStandards
select count(*)::int as n from (select 1 from {LISTED_FROM} where {where} limit 10001) x;

-- src/features/innovation/suggestions/work.sql.ts listOverdue
select s.id, c.number, c.title, s.owner_id as "ownerId", s.planned_to::text as "plannedTo", c.union_id as "unionId", c.author_id as "authorId" from suggestion s join case_file c on c.federation_id = s.federation_id and c.id = s.id where s.federation_id = $ and c.state = 'implementing' and s.planned_to < $::date and s.completed_on is null and s.owner_id is not null and s.id > $::uuid order by s.id limit 500;

-- src/features/mailbox/contact-boxes/contact-boxes.sql.ts findBox
select 1 from contact_box where federation_id = $ and id = $ for update;

-- src/features/mailbox/contact-boxes/contact-boxes.sql.ts findBox
select {BOX} {FROM} where b.federation_id = $ and (b.id = $ or b.duty_id = $);

-- src/features/mailbox/contact-boxes/contact-boxes.sql.ts findBoxByNumber
select {BOX} {FROM} where b.federation_id = $ and b.union_id = $ and b.number = $;

-- src/features/mailbox/contact-boxes/contact-boxes.sql.ts listBoxes
select {BOX} {FROM} {where} order by b.retired_on is not null, b.due_on, u.name, b.number limit $ offset $;

-- src/features/mailbox/contact-boxes/contact-boxes.sql.ts listBoxes
select count(*)::int as n from contact_box b join union_unit u on u.federation_id = b.federation_id and u.id = b.union_id {where};

-- src/features/mailbox/contact-boxes/contact-boxes.sql.ts listKept
select {BOX} {FROM} where b.federation_id = $ and b.retired_on is null and (b.union_id = any($::uuid[]) or exists (select 1 from contact_box_keeper k where k.federation_id = b.federation_id and k.box_id = b.id and k.person_id = $)) order by b.due_on, b.id limit 30;

-- src/features/mailbox/contact-boxes/contact-boxes.sql.ts listKeepers
select k.box_id as "boxId", p.id, p.name, coalesce(u.name, '') as union from contact_box_keeper k join person p on p.federation_id = k.federation_id and p.id = k.person_id left join membership m on m.federation_id = p.federation_id and m.person_id = p.id and m.state <> 'ended' left join union_unit u on u.federation_id = m.federation_id and u.id = m.union_id where k.federation_id = $ and k.box_id = any($::uuid[]) order by p.name, p.id limit 10000;

-- src/features/mailbox/contact-boxes/contact-boxes.sql.ts insertBox
insert into contact_box (federation_id, id, union_id, number, place, placed_on, due_on, created_by, created_at) select $, $, $, coalesce(max(x.number), 0) + 1, $, $::date, $::date, $, $::timestamptz from contact_box x where x.federation_id = $ and x.union_id = $ on conflict do nothing returning number;

-- src/features/mailbox/contact-boxes/contact-boxes.sql.ts updateBox
update contact_box set place = $ where federation_id = $ and id = $;

-- src/features/mailbox/contact-boxes/contact-boxes.sql.ts updateBox
delete from contact_box_keeper where federation_id = $ and box_id = $;

-- src/features/mailbox/contact-boxes/contact-boxes.sql.ts updateBox
insert into contact_box_keeper (federation_id, box_id, person_id) select $, $, x from unnest($::uuid[]) x;

-- src/features/mailbox/contact-boxes/contact-boxes.sql.ts retireBox
update contact_box set retired_on = $, retired_why = $, duty_id = null where federation_id = $ and id = $;

-- src/features/mailbox/contact-boxes/contact-boxes.sql.ts setDue
update contact_box set due_on = $::date, duty_id = null where federation_id = $ and id = $;

-- src/features/mailbox/contact-boxes/contact-boxes.sql.ts setDuty
update contact_box set duty_id = $ where federation_id = $ and id = $;

-- src/features/mailbox/contact-boxes/contact-boxes.sql.ts findPeopleAround
select p.id, p.name, min(u.name) as union from person p join (select m.federation_id, m.person_id, m.union_id from membership m where m.federation_id = $ and m.state <> 'ended' union all select h.federation_id, h.person_id, h.union_id from office_holding h where h.federation_id = $ and h.from_date <= $::date and (h.to_date is null or h.to_date >= $::date)) b on b.federation_id = p.federation_id and b.person_id = p.id join union_unit u on u.federation_id = b.federation_id and u.id = b.union_id where p.federation_id = $ and p.name like $ and {inSubtrees([unionPath])} group by p.id, p.name order by p.name, p.id limit 20;

-- src/features/mailbox/contact-boxes/contact-boxes.sql.ts filterAround
select distinct b.person_id as id from ( select m.federation_id, m.person_id, m.union_id from membership m where m.federation_id = $ and m.state <> 'ended' and m.person_id = any($::uuid[]) union all select h.federation_id, h.person_id, h.union_id from office_holding h where h.federation_id = $ and h.person_id = any($::uuid[]) and h.from_date <= $::date and (h.to_date is null or h.to_date >= $::date)) b join union_unit u on u.federation_id = b.federation_id and u.id = b.union_id where {inSubtrees([unionPath])};

-- src/features/mailbox/contact-boxes/contact-boxes.sql.ts findMembersNamed
select p.id, p.name, u.name as union from person p join membership m on m.federation_id = p.federation_id and m.person_id = p.id and m.state <> 'ended' join union_unit u on u.federation_id = m.federation_id and u.id = m.union_id where p.federation_id = $ and p.name = $ and {inSubtrees([unionPath])} order by u.name, p.id limit 20;

-- src/features/mailbox/contact-boxes/openings.sql.ts insertOpening
insert into box_opening (federation_id, id, box_id, opened_on, opened_at, opened_by, witness_id, found, seal_intact, note, logged_by, logged_at) values ($, $, $, $, $, $, $, $, $, $, $, $) on conflict do nothing returning id;

-- src/features/mailbox/contact-boxes/openings.sql.ts lockOpening
select 1 from box_opening where federation_id = $ and id = $ for update;

-- src/features/mailbox/contact-boxes/openings.sql.ts lockOpening
select {OPENING} {FROM} where o.federation_id = $ and o.id = $;

-- src/features/mailbox/contact-boxes/openings.sql.ts listOpenings
select {OPENING} {FROM} where o.federation_id = $ and o.box_id = $ order by o.opened_on desc limit 60;

-- src/features/mailbox/contact-boxes/openings.sql.ts listLatest
select distinct on (o.box_id) {OPENING} {FROM} where o.federation_id = $ and o.box_id = any($::uuid[]) order by o.box_id, o.opened_on desc;

-- src/features/mailbox/contact-boxes/openings.sql.ts listBefore
select opening_id as "openingId", was, why, changed_at as at from box_opening_before where federation_id = $ and opening_id = any($::uuid[]) order by opening_id, position desc limit 600;

-- src/features/mailbox/contact-boxes/openings.sql.ts correctOpening
insert into box_opening_before (federation_id, opening_id, position, was, why, changed_by, changed_at) values ($, $, $, $::jsonb, $, $, $);

-- src/features/mailbox/contact-boxes/openings.sql.ts correctOpening
update box_opening set witness_id = $, found = $, seal_intact = $, note = $, corrected = $, left_why = $ where federation_id = $ and id = $;

-- src/features/mailbox/contact-boxes/openings.sql.ts settleOpening
update box_opening set left_why = $ where federation_id = $ and id = $;

-- src/features/mailbox/contact-boxes/openings.sql.ts insertLetter
insert into box_letter (federation_id, letter_id, opening_id, position) values ($, $, $, $);

-- src/features/mailbox/contact-boxes/openings.sql.ts insertLetter
update box_opening set keyed = keyed + 1 where federation_id = $ and id = $;

-- src/features/mailbox/contact-boxes/openings.sql.ts listLetters
select l.letter_id as "letterId", c.number, c.title, c.state, o.opened_on as "openedOn", l.position::int as position, ({visibleTo(by, 'letters.read')} and c.author_id is distinct from $::uuid and not exists (select 1 from case_barred x where x.federation_id = c.federation_id and x.case_id = c.id and x.person_id = $)) as open from box_opening o join box_letter l on l.federation_id = o.federation_id and l.opening_id = o.id join case_file c on c.federation_id = l.federation_id and c.id = l.letter_id join union_unit u on u.federation_id = c.federation_id and u.id = c.union_id where o.federation_id = $ and o.box_id = $ order by o.opened_on desc, l.position desc limit 200;

-- src/features/mailbox/contact-boxes/openings.sql.ts listPublished
select x.question, x.answer, x.category, o.opened_on as "openedOn", x.published_at as "publishedAt" from box_opening o join box_letter l on l.federation_id = o.federation_id and l.opening_id = o.id join letter_publication x on x.federation_id = l.federation_id and x.case_id = l.letter_id where o.federation_id = $ and o.box_id = $ order by x.published_at desc, x.case_id limit 60;

-- src/features/mailbox/contact-boxes/openings.sql.ts listActive
select b.id, b.union_id as "unionId", u.name as "unionName", b.number, b.place, b.placed_on as "placedOn", b.due_on as "dueOn", b.duty_id as "dutyId", (select max(o.opened_on) from box_opening o where o.federation_id = b.federation_id and o.box_id = b.id) as "lastOn" from contact_box b join union_unit u on u.federation_id = b.federation_id and u.id = b.union_id where b.federation_id = $ and b.retired_on is null and u.state = 'active' and b.id > $ order by b.id limit 200;

-- src/features/mailbox/contact-boxes/openings.sql.ts updateDue
update contact_box b set due_on = x.due_on from unnest($::uuid[], $::date[]) as x (id, due_on) where b.federation_id = $ and b.id = x.id and b.due_on <> x.due_on and b.retired_on is null;

-- src/features/mailbox/contact-boxes/openings.sql.ts listTold
select x.box_id as "boxId", x.person_id as "personId", bool_or(x.keeper) as keeper from (select k.box_id, k.person_id, true as keeper from contact_box_keeper k where k.federation_id = $ and k.box_id = any($::uuid[]) union all select b.id, h.person_id, false from contact_box b join office_holding h on h.federation_id = b.federation_id and h.union_id = b.union_id where b.federation_id = $ and b.id = any($::uuid[]) and h.office = any($::text[]) and h.from_date <= $::date and (h.to_date is null or h.to_date >= $::date)) x group by 1, 2 limit 20000;

-- src/features/mailbox/contact-boxes/openings.sql.ts findBoxOfOpening
select box_id as "boxId" from box_opening where federation_id = $ and id = $;

-- src/features/mailbox/contact-boxes/openings.sql.ts insertPublication
insert into letter_publication (federation_id, case_id, union_id, category, question, answer, published_at, published_by) values ($, $, $, $, $, $, $, $);

-- src/features/mailbox/letters/letters.sql.ts countSince
select count(*)::int as n from case_file where federation_id = $ and author_id = $ and process = 'letter' and opened_at >= $;

-- src/features/mailbox/letters/letters.sql.ts findPublications
select l.case_id as id, l.question, l.answer, l.category, u.name as union, l.published_at as "publishedAt" from letter_publication l join union_unit u on u.federation_id = l.federation_id and u.id = l.union_id where l.federation_id = $ and l.case_id = any($::uuid[]);

-- src/features/mailbox/letters/letters.sql.ts insertPublication
insert into letter_publication (federation_id, case_id, union_id, category, question, answer, published_at, published_by) values ($, $, $, $, $, $, $, $) on conflict do nothing;

-- src/features/mailbox/letters/letters.sql.ts deletePublication
delete from letter_publication where federation_id = $ and case_id = $;

-- src/features/mailbox/letters/letters.sql.ts listPublications
select l.case_id as id, l.question, l.answer, l.category, u.name as union, l.published_at as "publishedAt" from letter_publication l join union_unit u on u.federation_id = l.federation_id and u.id = l.union_id where l.federation_id = $ and ($::text is null or l.category = $) and ($::text is null or l.question ilike $ or l.answer ilike $) order by l.published_at desc, l.case_id limit $ offset $;

-- src/features/mailbox/letters/letters.sql.ts findAddress
select address_masked as masked, address_sealed as sealed from letter_mail where federation_id = $ and case_id = $;

-- src/features/mailbox/letters/letters.sql.ts findTopics
select t.letter_id as "letterId", c.id, c.title as name from topic_letter t join case_file c on c.federation_id = t.federation_id and c.id = t.topic_id where t.federation_id = $ and t.letter_id = any($::uuid[]);

-- src/features/mailbox/mail/mail.sql.ts insertMessage
insert into letter_mail_message (federation_id, target_id, message_key, address_lookup, message_id, case_id, is_new, auto_replied, at) values ($, $, $, $, $, $, $, false, $) on conflict do nothing;

-- src/features/mailbox/mail/mail.sql.ts setCase
update letter_mail_message set case_id = $ where federation_id = $ and target_id = $ and message_key = $;

-- src/features/mailbox/mail/mail.sql.ts setAutoReplied
update letter_mail_message set auto_replied = true where federation_id = $ and target_id = $ and message_key = $;

-- src/features/mailbox/mail/mail.sql.ts countOfAddress
select count(*) filter (where is_new and at >= $)::int as letters, count(*) filter (where auto_replied and at >= $)::int as replies from letter_mail_message where federation_id = $ and address_lookup = $ and at >= least($::timestamptz, $::timestamptz);

-- src/features/mailbox/mail/mail.sql.ts insertMailed
insert into letter_mail (federation_id, case_id, address_sealed, address_masked, code_sealed, token, subject, locale) values ($, $, $, $, $, $, $, $);

-- src/features/mailbox/mail/mail.sql.ts insertMailed
insert into letter_mail_thread (token, federation_id, case_id) values ($, $, $);

-- src/features/mailbox/mail/mail.sql.ts findMailed
select case_id as "caseId", address_sealed as "addressSealed", address_masked as "addressMasked", code_sealed as "codeSealed", token, subject, locale from letter_mail where federation_id = $ and case_id = $;

-- src/features/mailbox/mail/mail.sql.ts findThread
select federation_id as "federationId", case_id as "caseId" from letter_mail_thread where token = $;

-- src/features/mailbox/mail/mail.sql.ts findByReferences
select m.case_id as "caseId" from letter_mail_message m where m.federation_id = $ and m.address_lookup = $ and m.message_key = any($::bytea[]) and m.case_id is not null order by m.at desc limit 1;

-- src/features/mailbox/mail/mail.sql.ts listMessageIds
select message_id as id from letter_mail_message where federation_id = $ and case_id = $ order by at limit 200;

-- src/features/mailbox/mail/mail.sql.ts findAnswerDue
select answer_due as due from case_file where federation_id = $ and id = $;

-- src/features/mailbox/mail/mail.sql.ts findFirstText
select text from case_event where federation_id = $ and case_id = $ and position = 1;

-- src/features/mailbox/mail/mail.sql.ts findCase
select number, state, union_id as "unionId" from case_file where federation_id = $ and id = $;

-- src/features/mailbox/receptions/receptions.sql.ts insertDay
insert into reception_day (federation_id, id, union_id, held_on, from_minute, to_minute, place, slots, created_by, created_at) values ($, $, $, $, $, $, $, $, $, $);

-- src/features/mailbox/receptions/receptions.sql.ts findDay
select 1 from reception_day where federation_id = $ and id = $ {lock === 'update' ? sql`for update` : sql`for share`};

-- src/features/mailbox/receptions/receptions.sql.ts findDay
select {DAY} {FROM} where d.federation_id = $ and d.id = $;

-- src/features/mailbox/receptions/receptions.sql.ts listComing
select {DAY} {FROM} where d.federation_id = $ and d.union_id = any($::uuid[]) and d.held_on >= $::date order by d.held_on, d.from_minute, d.id limit 30;

-- src/features/mailbox/receptions/receptions.sql.ts listDays
select {DAY} {FROM} {where} order by d.held_on desc, d.from_minute desc, d.id limit $ offset $;

-- src/features/mailbox/receptions/receptions.sql.ts listDays
select count(*)::int as n {FROM} {where};

-- src/features/mailbox/receptions/receptions.sql.ts listBookings
select b.day_id as "dayId", b.seat, b.person_id as "personId", p.name, b.wish, b.came from reception_booking b join person p on p.federation_id = b.federation_id and p.id = b.person_id where b.federation_id = $ and b.day_id = any($::uuid[]) order by b.day_id, b.seat limit 1800;

-- src/features/mailbox/receptions/receptions.sql.ts insertBooking
insert into reception_booking (federation_id, day_id, seat, person_id, held_on, slots, wish, booked_at) values ($, $, $, $, $, $, $, $) on conflict do nothing returning seat;

-- src/features/mailbox/receptions/receptions.sql.ts insertBooking
select 1 from reception_booking where federation_id = $ and person_id = $ and held_on = $::date;

-- src/features/mailbox/receptions/receptions.sql.ts deleteBooking
delete from reception_booking where federation_id = $ and day_id = $ and person_id = $ returning seat;

-- src/features/mailbox/receptions/receptions.sql.ts setCame
update reception_booking set came = $ where federation_id = $ and day_id = $ and seat = $ returning seat;

-- src/features/mailbox/receptions/receptions.sql.ts callOffDay
update reception_day set called_off = $ where federation_id = $ and id = $;

-- src/features/mailbox/receptions/receptions.sql.ts callOffDay
delete from reception_booking where federation_id = $ and day_id = $;

-- src/features/mailbox/receptions/receptions.sql.ts insertItem
insert into reception_item (federation_id, letter_id, day_id, seat) values ($, $, $, $);

-- src/features/mailbox/receptions/receptions.sql.ts listItems
select i.letter_id as "letterId", i.seat, c.number, c.title, ({visibleTo(by, 'letters.read')} and c.author_id is distinct from $::uuid and not exists (select 1 from case_barred x where x.federation_id = c.federation_id and x.case_id = c.id and x.person_id = $)) as open from reception_item i join case_file c on c.federation_id = i.federation_id and c.id = i.letter_id join union_unit u on u.federation_id = c.federation_id and u.id = c.union_id where i.federation_id = $ and i.day_id = $ order by c.number limit 200;

-- src/features/mailbox/receptions/receptions.sql.ts listPlanning
select u.id as "unionId", u.name, h.person_id as "chairId", (select count(*)::int from reception_day d where d.federation_id = u.federation_id and d.union_id = u.id and d.held_on between $::date and $::date and d.called_off is null) as planned from union_unit u join office_holding h on h.federation_id = u.federation_id and h.union_id = u.id and h.office = 'chair' and h.from_date <= $::date and (h.to_date is null or h.to_date >= $::date) where u.federation_id = $ and u.state = 'active' and u.id > $ order by u.id limit 200;

-- src/features/mailbox/topics/letters.sql.ts listAlike
select {LINE} from unnest($::uuid[], $::float8[]) as x(id, score) join case_file c on c.federation_id = $ and c.id = x.id join union_unit u on u.federation_id = c.federation_id and u.id = c.union_id {TOPIC_OF} where c.process = 'letter' and $ and {l.unionPath ? inSubtrees([l.unionPath]) : sql`true`} and {l.open ? sql`c.is_open` : sql`true`} and {l.from ? sql`c.opened_at >= ${l.from}` : sql`true`} and {l.to ? sql`c.opened_at < ${l.to}` : sql`true`} and (t.topic_id is distinct from $::uuid or t.topic_id is null) order by x.score desc, c.opened_at, c.id limit {ALIKE_SHOWN};

-- src/features/mailbox/topics/letters.sql.ts listLoose
select {LINE} from case_file c join union_unit u on u.federation_id = c.federation_id and u.id = c.union_id {TOPIC_OF} where c.federation_id = $ and c.process = 'letter' and c.is_open and t.topic_id is null and $ and {unionPath === null ? sql`true` : inSubtrees([unionPath])} order by c.opened_at desc, c.id limit $;

-- src/features/mailbox/topics/letters.sql.ts countReadable
select count(*)::int as n from case_file c join union_unit u on u.federation_id = c.federation_id and u.id = c.union_id where c.federation_id = $ and c.process = 'letter' and c.id = any($::uuid[]) and $;

-- src/features/mailbox/topics/letters.sql.ts listGathered
select c.id, c.number, c.title, {EXCERPT} as excerpt, u.name as union, c.state, c.opened_at as "openedAt", t.told_at as "toldAt", null as "topicId", null as "topicTitle", $ as open from topic_letter t join case_file c on c.federation_id = t.federation_id and c.id = t.letter_id join union_unit u on u.federation_id = c.federation_id and u.id = c.union_id where t.federation_id = $ and t.topic_id = $ order by c.opened_at desc, c.id limit $ offset $;

-- src/features/mailbox/topics/letters.sql.ts countGathered
select count(*)::int as letters, count(told_at)::int as told from topic_letter where federation_id = $ and topic_id = $;

-- src/features/mailbox/topics/letters.sql.ts insertGathered
insert into topic_letter (federation_id, letter_id, topic_id, gathered_at, gathered_by) select $, x, $, $, $ from unnest($::uuid[]) x order by x on conflict (federation_id, letter_id) do nothing returning letter_id as id;

-- src/features/mailbox/topics/letters.sql.ts findTopicsOf
select t.letter_id as "letterId", l.number, c.id, c.title as name from topic_letter t join case_file c on c.federation_id = t.federation_id and c.id = t.topic_id join case_file l on l.federation_id = t.federation_id and l.id = t.letter_id where t.federation_id = $ and t.letter_id = any($::uuid[]) limit 100;

-- src/features/mailbox/topics/letters.sql.ts deleteGathered
delete from topic_letter where federation_id = $ and topic_id = $ and letter_id = any($::uuid[]) and told_at is null returning letter_id as id;

-- src/features/mailbox/topics/letters.sql.ts moveGathered
update topic_letter set topic_id = $, merged_from = $ where federation_id = $ and topic_id = $;

-- src/features/mailbox/topics/letters.sql.ts moveBack
update topic_letter set topic_id = $, merged_from = null where federation_id = $ and topic_id = $ and merged_from = $;

-- src/features/mailbox/topics/letters.sql.ts takeUntold
update topic_letter t set told_at = $ from (select federation_id, letter_id from topic_letter where federation_id = $ and topic_id = $ and told_at is null order by letter_id limit $ for update) due where t.federation_id = due.federation_id and t.letter_id = due.letter_id returning t.letter_id as id;

-- src/features/mailbox/topics/letters.sql.ts namesWriter
select 1 from topic_letter t join case_file c on c.federation_id = t.federation_id and c.id = t.letter_id join person p on p.federation_id = c.federation_id and p.id = c.author_id where t.federation_id = $ and t.topic_id = $ and length(p.name) >= 2 and strpos($, p.name) > 0 limit 1;

-- src/features/mailbox/topics/proposals.sql.ts listApart
select letter_id as "letterId", other_id as "otherId" from topic_apart where federation_id = $ and letter_id = any($::uuid[]) and other_id = any($::uuid[]) limit 20000;

-- src/features/mailbox/topics/proposals.sql.ts insertApart
insert into topic_apart (federation_id, letter_id, other_id, said_by, said_at) select $, x.a, x.b, $, $ from $ x on conflict do nothing;

-- src/features/mailbox/topics/proposals.sql.ts deleteApart
delete from topic_apart t using $ x where t.federation_id = $ and t.letter_id = x.a and t.other_id = x.b;

-- src/features/mailbox/topics/survey.sql.ts findSurveyOf
select {COLUMNS} from topic_survey s where s.federation_id = $ and s.topic_id = $;

-- src/features/mailbox/topics/survey.sql.ts findSurvey
select {COLUMNS} from topic_survey s where s.federation_id = $ and s.id = $ $;

-- src/features/mailbox/topics/survey.sql.ts upsertDraft
insert into topic_survey (federation_id, id, topic_id, title, intro, questions, state) values ($, $, $, $, $, $::jsonb, 'draft') on conflict (federation_id, topic_id) do update set title = excluded.title, intro = excluded.intro, questions = excluded.questions where topic_survey.state = 'draft';

-- src/features/mailbox/topics/survey.sql.ts openSurvey
update topic_survey set state = 'open', closes_at = $, smallest = $, rule_set_id = $, asked = $, sent_at = $ where federation_id = $ and id = $ and state = 'draft';

-- src/features/mailbox/topics/survey.sql.ts insertPlaces
insert into topic_place (federation_id, survey_id, place, union_id) values ($, $, 0, null);

-- src/features/mailbox/topics/survey.sql.ts insertPlaces
insert into topic_place (federation_id, survey_id, place, union_id) select $, $, x.n, x.id from unnest($::uuid[]) with ordinality as x(id, n);

-- src/features/mailbox/topics/survey.sql.ts insertRoll
with place as (select p.place, u.path from topic_place p join union_unit u on u.federation_id = p.federation_id and u.id = p.union_id where p.federation_id = $ and p.survey_id = $), near as (select distinct on (u.id) u.id, p.place from place p join union_unit u on u.federation_id = $ and (u.path like p.path || '%' or u.sector_path like p.path || '%') order by u.id, length(p.path) desc, p.place), made as (insert into topic_roll (federation_id, survey_id, person_id, place) select $, $, m.person_id, n.place from near n join membership m on m.federation_id = $ and m.union_id = n.id and m.state = 'active' on conflict do nothing returning place), sums as (select place, count(*)::int as n from made group by place), told as (update topic_place p set asked = s.n from sums s where p.federation_id = $ and p.survey_id = $ and p.place = s.place returning s.n) select coalesce(sum(n), 0)::int as n from told;

-- src/features/mailbox/topics/survey.sql.ts listAsked
select person_id as id from topic_roll where federation_id = $ and survey_id = $ and person_id > $ and (not $::boolean or not answered) order by person_id limit $;

-- src/features/mailbox/topics/survey.sql.ts takeTurn
update topic_roll set answered = true where federation_id = $ and survey_id = $ and person_id = $ and not answered returning place;

-- src/features/mailbox/topics/survey.sql.ts insertSheet
insert into topic_sheet (federation_id, survey_id, id, sealed) values ($, $, $, $);

-- src/features/mailbox/topics/survey.sql.ts listSheets
select id, sealed from topic_sheet where federation_id = $ and survey_id = $ and id > $ order by id limit $;

-- src/features/mailbox/topics/survey.sql.ts deleteSheets
delete from topic_sheet where federation_id = $ and survey_id = $;

-- src/features/mailbox/topics/survey.sql.ts insertCounts
insert into topic_count (federation_id, survey_id, place, question, choice, votes) select $, $, x.place, x.question, x.choice, x.votes from jsonb_to_recordset($::jsonb) as x(place smallint, question smallint, choice smallint, votes integer);

-- src/features/mailbox/topics/survey.sql.ts insertTexts
insert into topic_text (federation_id, survey_id, id, question, text) select $, $, x.id, x.question, x.text from jsonb_to_recordset($::jsonb) as x(id uuid, question smallint, text text);

-- src/features/mailbox/topics/survey.sql.ts updatePlaces
update topic_place p set counted = x.counted, hidden = x.hidden from jsonb_to_recordset($::jsonb) as x(place smallint, counted integer, hidden boolean) where p.federation_id = $ and p.survey_id = $ and p.place = x.place;

-- src/features/mailbox/topics/survey.sql.ts turnSurvey
update topic_survey set state = $, answered = $, counted_at = $ where federation_id = $ and id = $ and state = any($::text[]);

-- src/features/mailbox/topics/survey.sql.ts markReminded
update topic_survey set reminded_at = $ where federation_id = $ and id = $ and state = 'open' and reminded_at is null;

-- src/features/mailbox/topics/survey.sql.ts countAnswered
select count(*)::int as n from topic_roll where federation_id = $ and survey_id = $ and answered;

-- src/features/mailbox/topics/survey.sql.ts listPlaces
select p.place, p.union_id as "unionId", u.name as union, p.asked, p.counted, p.hidden from topic_place p left join union_unit u on u.federation_id = p.federation_id and u.id = p.union_id where p.federation_id = $ and p.survey_id = $ order by p.place limit 1001;

-- src/features/mailbox/topics/survey.sql.ts listCounts
select place, question, choice, votes from topic_count where federation_id = $ and survey_id = $ limit 130000;

-- src/features/mailbox/topics/survey.sql.ts listTexts
select text from topic_text where federation_id = $ and survey_id = $ and question = $ order by id limit 200;

-- src/features/mailbox/topics/survey.sql.ts listAskedOf
select {COLUMNS}, u.name as union, r.answered as "hasAnswered" from topic_roll r join topic_survey s on s.federation_id = r.federation_id and s.id = r.survey_id join case_file c on c.federation_id = s.federation_id and c.id = s.topic_id join union_unit u on u.federation_id = c.federation_id and u.id = c.union_id where r.federation_id = $ and r.person_id = $ and ($::uuid is null or s.id = $::uuid) order by (s.state = 'open' and not r.answered) desc, s.closes_at desc, s.id limit 50;

-- src/features/mailbox/topics/survey.sql.ts listDueTenants
select distinct federation_id as id from topic_survey where state in ('open', 'counting') and closes_at <= $ limit 1000;

-- src/features/mailbox/topics/survey.sql.ts listDueSurveys
select id, (state = 'counting' or closes_at <= $) as over, (state = 'open' and reminded_at is null and closes_at - sent_at > interval '3 days') as remind from topic_survey where federation_id = $ and state in ('open', 'counting') and closes_at <= $ order by closes_at limit 200;

-- src/features/mailbox/topics/topics.sql.ts countOf
select x.id, (select count(*)::int from topic_letter t where t.federation_id = $ and t.topic_id = x.id) as letters, m.measures, m.done, m.late from unnest($::uuid[]) as x(id) cross join lateral ( select count(*) filter (where c.state <> 'dropped')::int as measures, count(*) filter (where c.state = 'done')::int as done, count(*) filter (where c.is_open and c.next_due < $)::int as late from topic_measure t join case_file c on c.federation_id = t.federation_id and c.id = t.measure_id where t.federation_id = $ and t.topic_id = x.id) m;

-- src/features/mailbox/topics/topics.sql.ts findTopic
select c.union_id as "unionId", u.name as union, coalesce(c.facts->>'result', '') as result from case_file c join union_unit u on u.federation_id = c.federation_id and u.id = c.union_id where c.federation_id = $ and c.id = $ and c.process = 'topic';

-- src/features/mailbox/topics/topics.sql.ts insertMeasure
insert into topic_measure (federation_id, measure_id, topic_id) values ($, $, $);

-- src/features/mailbox/topics/topics.sql.ts listMeasures
select measure_id as id from topic_measure where federation_id = $ and topic_id = $ order by measure_id limit 100;

-- src/features/mailbox/topics/topics.sql.ts findTopicOf
select c.id, c.title as name from topic_measure t join case_file c on c.federation_id = t.federation_id and c.id = t.topic_id where t.federation_id = $ and t.measure_id = $;

-- src/features/mailbox/topics/topics.sql.ts insertResult
insert into letter_publication (federation_id, case_id, union_id, category, question, answer, published_at, published_by) select $, $, $, coalesce((select c.facts->>'category' from topic_letter t join case_file c on c.federation_id = t.federation_id and c.id = t.letter_id where t.federation_id = $ and t.topic_id = $ group by 1 order by count(*) desc limit 1), 'other'), $, $, $, $ on conflict do nothing;

-- src/features/mailbox/topics/topics.sql.ts deleteResult
delete from letter_publication where federation_id = $ and case_id = $;

-- src/features/mailbox/topics/topics.sql.ts isPublished
select 1 from letter_publication where federation_id = $ and case_id = $;

-- src/features/organisation/elections/contests.sql.ts found
SELECT {COLUMNS} FROM election_contest c WHERE c.federation_id = $ AND {where} ORDER BY array_position(ARRAY['committee','audit','chair','viceChair'], c.post), c.round LIMIT 200 {lock ? sql`FOR UPDATE` : sql``};

-- src/features/organisation/elections/contests.sql.ts insertContest
INSERT INTO election_contest (federation_id, id, election_id, post, electors, round, method, held_on, place, paper, people, rule, rule_set_id, ballot_id, entitled, tellers) VALUES ($, $, $, $, $, $, $, $, $, $::jsonb, $::jsonb, $::jsonb, $, $, $, $);

-- src/features/organisation/elections/contests.sql.ts setFigures
UPDATE election_contest SET present = $, issued = $, returned = $, invalid = $, votes = $::jsonb, tellers = $, entered_by_id = $ WHERE federation_id = $ AND id = $ AND outcome IS NULL;

-- src/features/organisation/elections/contests.sql.ts closeContest
UPDATE election_contest SET outcome = $, result = $::jsonb, declared_at = $, declared_by_id = $ WHERE federation_id = $ AND id = $ AND outcome IS NULL;

-- src/features/organisation/elections/contests.sql.ts settleContest
UPDATE election_contest SET outcome = 'elected' WHERE federation_id = $ AND id = $ AND outcome = 'short';

-- src/features/organisation/elections/contests.sql.ts insertSeats
INSERT INTO election_seat (federation_id, id, election_id, contest_id, post, name, person_id, votes) SELECT $, x.id, x."electionId", x."contestId", x.post, x.name, x."personId", x.votes FROM jsonb_to_recordset($::jsonb) AS x(id uuid, "electionId" uuid, "contestId" uuid, post text, name text, "personId" uuid, votes integer);

-- src/features/organisation/elections/contests.sql.ts listSeats
SELECT s.id, s.election_id AS "electionId", s.contest_id AS "contestId", s.post, s.name, s.person_id AS "personId", s.votes FROM election_seat s WHERE s.federation_id = $ AND s.election_id = $ ORDER BY array_position(ARRAY['chair','viceChair','committee','audit'], s.post), s.votes DESC, s.id LIMIT 300;

-- src/features/organisation/elections/contests.sql.ts findSeat
SELECT s.id, s.election_id AS "electionId", s.contest_id AS "contestId", s.post, s.name, s.person_id AS "personId", s.votes FROM election_seat s WHERE s.federation_id = $ AND s.id = $;

-- src/features/organisation/elections/contests.sql.ts setSeatPerson
UPDATE election_seat SET person_id = $ WHERE federation_id = $ AND id = $;

-- src/features/organisation/elections/elections.sql.ts found
SELECT {COLUMNS} {FROM} WHERE e.federation_id = $ AND {where} ORDER BY e.made_at DESC, e.id LIMIT $ OFFSET $;

-- src/features/organisation/elections/elections.sql.ts lockElection
SELECT 1 FROM union_election e WHERE e.federation_id = $ AND e.id = $ FOR UPDATE;

-- src/features/organisation/elections/elections.sql.ts listKept
SELECT count(*)::int AS n {FROM} WHERE e.federation_id = $ AND {where};

-- src/features/organisation/elections/elections.sql.ts insertElection
INSERT INTO union_election (federation_id, id, union_id, kind, post, number, timing, reason, ends_on, planned_on, term_years, assembly, method, seats, audit_seats, vice_seats, chair_by, members, women, preparers, about, party, rule_set_id, made_by_id, made_at) VALUES ($, $, $, $, $, $, $, $, $, $, $, $, $, $, $, $, $, $, $, $, $, $, $, $, $) ON CONFLICT (federation_id, union_id) WHERE closed_at IS NULL DO NOTHING RETURNING 1;

-- src/features/organisation/elections/elections.sql.ts updatePlan
UPDATE union_election SET post = $, number = $, timing = $, reason = $, ends_on = $, planned_on = $, term_years = $, assembly = $, method = $, seats = $, audit_seats = $, vice_seats = $, chair_by = $, members = $, women = $, preparers = $, about = $, party = $, rule_set_id = $, version = version + 1 WHERE federation_id = $ AND id = $ AND version = $;

-- src/features/organisation/elections/elections.sql.ts noteElection
UPDATE union_election SET party_reply = coalesce($, party_reply), party_on = coalesce($::date, party_on), plan_document = coalesce($, plan_document), candidates_document = coalesce($, candidates_document), result_document = coalesce($, result_document), publicity_from = coalesce($::date, publicity_from), publicity_to = coalesce($::date, publicity_to), publicity_place = coalesce($, publicity_place), frozen_at = coalesce($::timestamptz, frozen_at), elected_on = coalesce($::date, elected_on), term_from = coalesce($::date, term_from), term_to = coalesce($::date, term_to), closed_at = coalesce($::timestamptz, closed_at), version = version + 1 WHERE federation_id = $ AND id = $;

-- src/features/organisation/elections/elections.sql.ts countMembers
SELECT count(*)::int AS members, count(*) FILTER (WHERE p.sex = 'female')::int AS women FROM membership s JOIN union_unit h ON h.federation_id = s.federation_id AND h.id = s.union_id JOIN person p ON p.federation_id = s.federation_id AND p.id = s.person_id WHERE s.federation_id = $ AND s.state = 'active' AND starts_with(h.path, $);

-- src/features/organisation/elections/elections.sql.ts listTerms
SELECT u.id AS "unionId", u.name AS union, u.path, coalesce(a.name, '') AS above, coalesce((SELECT g.members FROM union_figure g WHERE g.federation_id = u.federation_id AND g.union_id = u.id), 0) AS members, (SELECT p.name FROM office_holding o JOIN person p ON p.federation_id = o.federation_id AND p.id = o.person_id WHERE $ LIMIT 1) AS chair, u.term_from::text AS "termFrom", u.term_to::text AS "termTo", CASE WHEN $ THEN (SELECT (max(o.to_date) + 1)::text FROM office_holding o WHERE o.federation_id = u.federation_id AND o.union_id = u.id AND o.office = 'chair') END AS "vacantSince", e.id AS "electionId", c.state AS "electionState" FROM union_unit u LEFT JOIN union_unit a ON a.federation_id = u.federation_id AND a.id = u.parent_id LEFT JOIN union_election e ON e.federation_id = u.federation_id AND e.union_id = u.id AND e.closed_at IS NULL LEFT JOIN case_file c ON c.federation_id = e.federation_id AND c.id = e.id WHERE u.federation_id = $ AND {where} ORDER BY u.term_to NULLS LAST, u.path LIMIT $ OFFSET $;

-- src/features/organisation/elections/elections.sql.ts listTerms
SELECT count(*)::int AS total FROM union_unit u WHERE u.federation_id = $ AND {where};

-- src/features/organisation/elections/elections.sql.ts listTerms
SELECT count(*) FILTER (WHERE $)::int AS soon, count(*) FILTER (WHERE u.term_to < $::date)::int AS over, count(*) FILTER (WHERE $)::int AS vacant FROM union_unit u WHERE u.federation_id = $ AND $;

-- src/features/organisation/elections/elections.sql.ts listEnding
SELECT u.id AS "unionId", u.name AS union, u.parent_id AS "parentId", u.term_to::text AS "termTo" FROM union_unit u WHERE u.federation_id = $ AND {WATCHED} AND u.term_to <= $::date AND NOT EXISTS (SELECT 1 FROM union_election e WHERE e.federation_id = u.federation_id AND e.union_id = u.id AND e.closed_at IS NULL) ORDER BY u.term_to, u.id LIMIT 5000;

-- src/features/organisation/elections/people.sql.ts listNominees
SELECT {NOMINEE} {FROM} WHERE n.federation_id = $ AND n.election_id = $ ORDER BY array_position(ARRAY['committee','audit','chair','viceChair'], n.post), array_position(ARRAY['candidate','proposed','dropped'], n.standing), support DESC, n.number LIMIT 2000;

-- src/features/organisation/elections/people.sql.ts findNominee
SELECT {NOMINEE} {FROM} WHERE n.federation_id = $ AND n.id = $;

-- src/features/organisation/elections/people.sql.ts putNominee
INSERT INTO election_nominee (federation_id, id, election_id, post, person_id, number, standing, main_leader, near_relative, human_resources, foreign_national, job, about) SELECT $, $, $, $, $, coalesce(max(o.number), 0) + 1, $, $, $, $, $, $, $ FROM election_nominee o WHERE o.federation_id = $ AND o.election_id = $ AND o.post = $ ON CONFLICT (federation_id, election_id, post, person_id) DO NOTHING;

-- src/features/organisation/elections/people.sql.ts putNominee
SELECT id FROM election_nominee WHERE federation_id = $ AND election_id = $ AND post = $ AND person_id = $;

-- src/features/organisation/elections/people.sql.ts updateNominee
UPDATE election_nominee SET standing = $, main_leader = $, near_relative = $, human_resources = $, foreign_national = $, job = $, about = $ WHERE federation_id = $ AND id = $;

-- src/features/organisation/elections/people.sql.ts insertNomination
INSERT INTO election_nomination (federation_id, nominee_id, by_person_id) VALUES ($, $, $) ON CONFLICT DO NOTHING RETURNING 1;

-- src/features/organisation/elections/people.sql.ts deleteNomination
DELETE FROM election_nomination WHERE federation_id = $ AND nominee_id = $ AND by_person_id = $;

-- src/features/organisation/elections/people.sql.ts listProposedBy
SELECT n.id FROM election_nomination x JOIN election_nominee n ON n.federation_id = x.federation_id AND n.id = x.nominee_id WHERE x.federation_id = $ AND x.by_person_id = $ AND n.election_id = $ LIMIT 200;

-- src/features/organisation/elections/people.sql.ts listPeople
SELECT p.id, p.name, h.name AS unit, s.job {MEMBERS} WHERE s.federation_id = $ AND s.state = 'active' AND starts_with(h.path, $) AND (p.name LIKE $ OR p.staff_number = $) ORDER BY p.name, p.id LIMIT 20;

-- src/features/organisation/elections/people.sql.ts findStandings
SELECT p.id, p.name, s.state, s.union_id AS "unionId", s.job {MEMBERS} WHERE s.federation_id = $ AND s.state <> 'ended' AND starts_with(h.path, $) AND p.id = ANY ($::uuid[]) LIMIT 2000;

-- src/features/organisation/elections/people.sql.ts listMembers
SELECT s.person_id AS id {MEMBERS} WHERE s.federation_id = $ AND s.state = 'active' AND starts_with(h.path, $) ORDER BY s.person_id LIMIT $;

-- src/features/organisation/elections/people.sql.ts freezeAssembly
SELECT s.person_id, s.union_id {MEMBERS} WHERE s.federation_id = $ AND s.state = 'active' AND starts_with(h.path, $);

-- src/features/organisation/elections/people.sql.ts freezeAssembly
SELECT DISTINCT d.person_id, s.union_id FROM congress_delegate d JOIN congress_term t ON t.federation_id = d.federation_id AND t.id = d.term_id JOIN congress_body y ON y.federation_id = t.federation_id AND y.id = t.body_id JOIN membership s ON s.federation_id = d.federation_id AND s.person_id = d.person_id AND s.state = 'active' WHERE d.federation_id = $ AND y.union_id = $ AND y.kind = 'members' AND t.confirmed_at IS NOT NULL AND t.ended_on IS NULL AND d.class = 'delegate' AND d.checked = 'passed' AND d.until IS NULL AND d.person_id IS NOT NULL;

-- src/features/organisation/elections/people.sql.ts freeze
DELETE FROM election_voter WHERE federation_id = $ AND election_id = $ AND electors = $;

-- src/features/organisation/elections/people.sql.ts freeze
INSERT INTO election_voter (federation_id, election_id, electors, person_id, union_id, took) SELECT $::uuid, $::uuid, $, x.person_id, x.union_id, false FROM ($) AS x(person_id, union_id) ON CONFLICT (federation_id, election_id, electors, person_id) DO NOTHING;

-- src/features/organisation/elections/people.sql.ts freezeCommittee
SELECT x.id, $::uuid FROM unnest($::uuid[]) AS x(id);

-- src/features/organisation/elections/people.sql.ts rollOfElection
SELECT v.person_id, ''::text AS class, v.union_id FROM election_voter v WHERE v.federation_id = $ AND v.election_id = $ AND v.electors = $;

-- src/features/organisation/elections/people.sql.ts listRoll
SELECT v.person_id AS id FROM election_voter v WHERE v.federation_id = $ AND v.election_id = $ AND v.electors = $ ORDER BY v.person_id LIMIT $;

-- src/features/organisation/elections/people.sql.ts listOwnRolls
SELECT v.electors FROM election_voter v WHERE v.federation_id = $ AND v.election_id = $ AND v.person_id = $;

-- src/features/organisation/elections/people.sql.ts listVoters
SELECT v.person_id AS "personId", p.name, h.name AS unit, v.took, $ AS online $ AND p.name LIKE $ ORDER BY p.name, p.id LIMIT $ OFFSET $;

-- src/features/organisation/elections/people.sql.ts listVoters
SELECT count(*) FILTER (WHERE p.name LIKE $)::int AS total, count(*) FILTER (WHERE v.took)::int AS took $;

-- src/features/organisation/elections/people.sql.ts markTook
SELECT v.took FROM election_voter v WHERE v.federation_id = $ AND v.election_id = $ AND v.electors = 'assembly' AND v.person_id = $ FOR UPDATE;

-- src/features/organisation/elections/people.sql.ts markTook
UPDATE election_voter SET took = true WHERE federation_id = $ AND election_id = $ AND electors = 'assembly' AND person_id = $;

-- src/features/organisation/elections/people.sql.ts countTook
SELECT count(*)::int AS n FROM election_voter v WHERE v.federation_id = $ AND v.election_id = $ AND v.electors = 'assembly' AND v.took;

-- src/features/organisation/joining/joining.sql.ts holdApplicant
select pg_advisory_xact_lock($, $);

-- src/features/organisation/joining/joining.sql.ts hasOpen
select 1 from joining_application where federation_id = $ and person_id = $ and is_open;

-- src/features/organisation/joining/joining.sql.ts insertApplication
insert into joining_application (federation_id, case_id, person_id, phone_sealed, employer, job, new_form, unattached, letter, conflict, is_return, is_open) values ($, $, $, $, $, $, $, $, $, $, $, true);

-- src/features/organisation/joining/joining.sql.ts findApplications
select {COLUMNS} from joining_application where federation_id = $ and case_id = any($::uuid[]);

-- src/features/organisation/joining/joining.sql.ts closeApplication
update joining_application set is_open = false where federation_id = $ and case_id = $;

-- src/features/organisation/members/members.sql.ts listMembers
select {COLUMNS} from {FROM} where {where} order by m.id desc limit $ offset $;

-- src/features/organisation/members/members.sql.ts listMembers
select count(*)::int as n from (select 1 from {FROM} where {where} limit 10001) x;

-- src/features/organisation/members/members.sql.ts findMember
select * from (select distinct on (m.person_id) {COLUMNS}, u.sector_path, u.path from {FROM} where m.federation_id = $ and m.person_id = $ order by m.person_id, m.began_on desc, m.created_at desc) u where {inSubtrees(outermost(scopesOf(by, permission)))};

-- src/features/organisation/members/members.sql.ts findByCard
select {COLUMNS} from {FROM} where m.federation_id = $ and m.card_number = $ order by m.state = 'ended', m.began_on desc limit 1;

-- src/features/organisation/rosters/imports.sql.ts insertImport
insert into roster_import (federation_id, id, union_id, state, file_name, rows, headings, mapping, created_by, created_at, beat_at, erase_at) values ($, $, $, 'read', $, $, $, $, $, $, $, $);

-- src/features/organisation/rosters/imports.sql.ts updateImport
update roster_import set state = coalesce($, state), mapping = coalesce($::jsonb, mapping), turn = coalesce($::smallint, turn), run_id = case when $ then $::uuid else run_id end, cursor = coalesce($::int, cursor), preview = coalesce($::jsonb, preview), result = coalesce($::jsonb, result), confirmed_by = coalesce($::uuid, confirmed_by), confirmed_at = coalesce($::timestamptz, confirmed_at), ended_at = coalesce($::timestamptz, ended_at), erase_at = coalesce($::timestamptz, erase_at), beat_at = $ where federation_id = $ and id = $;

-- src/features/organisation/rosters/imports.sql.ts lockImport
select {COLUMNS} from roster_import i where i.federation_id = $ and i.id = $ for update;

-- src/features/organisation/rosters/imports.sql.ts findImportFor
select {NAMED} from {JOINED} where i.federation_id = $ and i.id = $ and {visibleTo(by, permission)};

-- src/features/organisation/rosters/imports.sql.ts listImports
select {NAMED} from {JOINED} where {where} order by i.created_at desc, i.id limit $ offset $;

-- src/features/organisation/rosters/imports.sql.ts listImports
select count(*)::int as n from roster_import i join union_unit u on u.federation_id = i.federation_id and u.id = i.union_id where {where};

-- src/features/organisation/rosters/imports.sql.ts listTargets
select u.id, u.name, coalesce(a.name, '') as above from union_unit u left join union_unit a on a.federation_id = u.federation_id and a.id = u.parent_id where u.federation_id = $ and u.state in ('preparing','active') and {visibleTo(by, permission)} and (u.name ilike $ or u.code ilike $) order by (u.id = $::uuid) is true desc, length(u.path), u.name limit 30;

-- src/features/organisation/rosters/imports.sql.ts namesOfUnions
select u.id, u.name from union_unit u where u.federation_id = $ and u.id = any($::uuid[]) and {visibleTo(by, permission)};

-- src/features/organisation/rosters/imports.sql.ts listStranded
select {COLUMNS} from roster_import i where i.federation_id = $ and i.state in ('checking','running','undoing') and i.run_id is null and i.beat_at < $ order by i.created_at limit 100;

-- src/features/organisation/rosters/imports.sql.ts listToErase
select {COLUMNS} from roster_import i where i.federation_id = $ and i.erased_at is null and i.erase_at <= $ and i.state not in ('checking','running','undoing') order by i.erase_at limit 100 for update skip locked;

-- src/features/organisation/rosters/imports.sql.ts eraseSheet
delete from roster_row where federation_id = $ and import_id = $;

-- src/features/organisation/rosters/imports.sql.ts eraseSheet
delete from roster_piece where federation_id = $ and import_id = $;

-- src/features/organisation/rosters/imports.sql.ts eraseSheet
update roster_import set erased_at = $ where federation_id = $ and id = $;

-- src/features/organisation/rosters/imports.sql.ts queueUp
select pg_advisory_xact_lock(hashtextextended($, 0));

-- src/features/organisation/rosters/offers.sql.ts nextElsewhere
select row_number as row, union_id as "unionId", sealed from roster_row where federation_id = $ and import_id = $ and row_number > $ and outcome = 'elsewhere' and union_id is not null order by row_number limit $;

-- src/features/organisation/rosters/rows.sql.ts insertPieces
insert into roster_piece (federation_id, import_id, number, first_row, last_row, sealed) values ($, $, $, $, $, $);

-- src/features/organisation/rosters/rows.sql.ts findPiece
select number, first_row as "firstRow", last_row as "lastRow", sealed from roster_piece where federation_id = $ and import_id = $ and number = $;

-- src/features/organisation/rosters/rows.sql.ts insertRows
insert into roster_row (federation_id, import_id, row_number, outcome, id_lookup, union_id, other_id, reasons, sealed) select $, $, x.row, x.outcome, {lookup.at(sql`x.lf`, sql`x.ll`)}, x.union_id, x.other_id, string_to_array(x.reasons, {REASON_MARK}), {sealed.at(sql`x.sf`, sql`x.sl`)} from unnest($::int[], $::text[], $::int[], $::int[], $::uuid[], $::uuid[], $::text[], $::int[], $::int[]) as x(row, outcome, lf, ll, union_id, other_id, reasons, sf, sl);

-- src/features/organisation/rosters/rows.sql.ts deleteRows
delete from roster_row where federation_id = $ and import_id = $;

-- src/features/organisation/rosters/rows.sql.ts firstRowsOf
select encode(l.lookup, 'hex') as lookup, f.row_number as row from unnest($::bytea[]) as l(lookup) cross join lateral (select r.row_number from roster_row r where r.federation_id = $ and r.import_id = $ and r.id_lookup = l.lookup limit 1) f;

-- src/features/organisation/rosters/rows.sql.ts nextToTake
select row_number as row, outcome, union_id as "unionId", id_lookup as "idLookup", sealed from roster_row where federation_id = $ and import_id = $ and row_number > $ and outcome in ('new','update','same') order by row_number limit $;

-- src/features/organisation/rosters/rows.sql.ts markApplied
update roster_row r set outcome = x.outcome, other_id = x.other_id, person_id = x.person_id, membership_id = x.membership_id, adds_person = x.adds_person, former_sealed = x.former, applied_at = $ from unnest($::int[], $::text[], $::uuid[], $::uuid[], $::uuid[], $::boolean[], $::bytea[]) as x(row, outcome, other_id, person_id, membership_id, adds_person, former) where r.federation_id = $ and r.import_id = $ and r.row_number = x.row;

-- src/features/organisation/rosters/rows.sql.ts nextToUndo
select row_number as row, outcome, person_id as "personId", membership_id as "membershipId", adds_person as "addsPerson", former_sealed as former, applied_at as "appliedAt" from roster_row where federation_id = $ and import_id = $ and row_number > $ and outcome in ('added','updated') order by row_number limit $;

-- src/features/organisation/rosters/rows.sql.ts markUndone
update roster_row set undo = case when row_number = any($::int[]) then 'taken' else 'kept' end where federation_id = $ and import_id = $ and row_number = any($::int[]);

-- src/features/organisation/rosters/rows.sql.ts listRows
select {SHOWN} from roster_row where {where} order by row_number limit $ offset $;

-- src/features/organisation/rosters/rows.sql.ts listRows
select count(*)::int as n from roster_row where {where};

-- src/features/organisation/rosters/rows.sql.ts rowsBetween
select {SHOWN} from roster_row where federation_id = $ and import_id = $ and row_number between $ and $ and outcome = any($::text[]) order by row_number;

-- src/features/organisation/transfers/transfers.sql.ts insertTransfer
insert into membership_transfer (federation_id, case_id, person_id, from_union_id, to_union_id, outside, reason, employer, job, new_form, unattached, offer_id, invited, is_open) values ($, $, $, $, $, $, $, $, $, $, $, $, $, true) on conflict (federation_id, person_id) where is_open do nothing returning case_id;

-- src/features/organisation/transfers/transfers.sql.ts findOpen
select case_id as id from membership_transfer where federation_id = $ and person_id = $ and is_open;

-- src/features/organisation/transfers/transfers.sql.ts closeTransfer
update membership_transfer set is_open = false, effective_on = $::date where federation_id = $ and case_id = $;

-- src/features/organisation/transfers/transfers.sql.ts findTransferFor
select {LISTED}, $ as "isIn", $ as "isOut" from {FROM} where t.federation_id = $ and t.case_id = $ and (t.person_id = $ or $ or $);

-- src/features/organisation/transfers/transfers.sql.ts holdTransfer
select 1 from case_file where federation_id = $ and id = $ for update;

-- src/features/organisation/transfers/transfers.sql.ts listOfPerson
select {LISTED}, false as "isIn", false as "isOut" from {FROM} where t.federation_id = $ and t.person_id = $ order by c.opened_at desc limit 50;

-- src/features/organisation/transfers/transfers.sql.ts listTransfers
select {LISTED}, $ as "isIn", $ as "isOut" from {FROM} where {where} order by c.opened_at desc, c.id limit $ offset $;

-- src/features/organisation/transfers/transfers.sql.ts listTransfers
select count(*)::int as n from (select 1 from {FROM} where {where} limit 10001) x;

-- src/features/organisation/transfers/transfers.sql.ts listStory
select e.id, e.step, e.by_kind as "byKind", p.name as "byName", e.text, e.at from case_event e left join person p on p.federation_id = e.federation_id and p.id = e.by_id where e.federation_id = $ and e.case_id = $ and e.shown_to = 'all' order by e.position limit 100;

-- src/features/organisation/transfers/transfers.sql.ts listReady
select {OWN} from membership_transfer t join case_file c on c.federation_id = t.federation_id and c.id = t.case_id where t.federation_id = $ and t.is_open and c.state = 'released' and (t.invited or t.to_union_id is null) order by t.case_id limit $;

-- src/features/organisation/transfers/transfers.sql.ts listStale
select t.case_id as id from membership_transfer t join union_unit f on f.federation_id = t.federation_id and f.id = t.from_union_id left join membership m on m.federation_id = t.federation_id and m.person_id = t.person_id and m.state = 'active' where t.federation_id = $ and t.is_open and (m.id is null or m.union_id = t.to_union_id or (m.union_id <> t.from_union_id and m.union_id is distinct from f.merged_into_id)) order by t.case_id limit $;

-- src/features/organisation/transfers/transfers.sql.ts searchUnions
select u.id, u.name, coalesce(a.name, '') as above from union_unit u left join union_unit a on a.federation_id = u.federation_id and a.id = u.parent_id where u.federation_id = $ and u.state = 'active' and u.name like $ and ($::uuid is null or u.id <> $::uuid) order by length(u.name), u.name limit 20;

-- src/features/organisation/transfers/transfers.sql.ts listOffers
select o.id, o.origin, o.employer, o.job, o.unattached, o.state, o.offered_at as "offeredAt", u.name as "unionName", p.name as "personName" from $ where {where} order by o.offered_at desc, o.id limit $ offset $;

-- src/features/organisation/transfers/transfers.sql.ts listOffers
select count(*)::int as n from (select 1 from $ where {where} limit 10001) x;

-- src/features/organisation/unions/unions.sql.ts summed
select b.id, count(*)::int as unions, coalesce(sum(f.members), 0)::int as members from unnest($::uuid[], $::text[]) as b(id, path) join union_unit c on c.federation_id = $ and c.state in ('preparing','active') and $ left join union_figure f on f.federation_id = c.federation_id and f.union_id = c.id group by b.id;

-- src/features/organisation/unions/unions.sql.ts listRoots
select $, false as "bySector" from union_unit u where u.federation_id = $ and u.id = any($::uuid[]) order by length(u.path), u.name limit 100;

-- src/features/organisation/unions/unions.sql.ts listBranches
select $, (u.sector_parent_id = $) is true as "bySector" from union_unit u where {where} order by u.code limit 100 offset $;

-- src/features/organisation/unions/unions.sql.ts listBranches
select count(*)::int as n from union_unit u where {where};

-- src/features/organisation/unions/unions.sql.ts findUnions
select $, false as "bySector" from union_unit u where {where} order by u.state in ('merged','dissolved'), length(u.path), u.name, u.id limit $ offset $;

-- src/features/organisation/unions/unions.sql.ts findUnions
select count(*)::int as n from union_unit u where {where};

-- src/features/organisation/unions/unions.sql.ts findMembersIn
select p.id, p.name, u.name as union, p.staff_number as "staffNumber" from person p join membership m on m.federation_id = p.federation_id and m.person_id = p.id and m.state = 'active' join union_unit u on u.federation_id = m.federation_id and u.id = m.union_id where p.federation_id = $ and (p.name like $ or p.staff_number = $ or m.card_number = $) and {inSubtrees([path])} order by p.name, p.id limit 20;

-- src/features/organisation/unions/unions.sql.ts isMemberIn
select 1 from membership m join union_unit u on u.federation_id = m.federation_id and u.id = m.union_id where m.federation_id = $ and m.person_id = $ and m.state = 'active' and {inSubtrees([path])};

-- src/features/organisation/unions/unions.sql.ts replaceJoinCode
delete from join_code_lookup where federation_id = $ and union_id = $;

-- src/features/organisation/unions/unions.sql.ts replaceJoinCode
update union_unit set join_code = $ where federation_id = $ and id = $;

-- src/features/organisation/unions/unions.sql.ts replaceJoinCode
insert into join_code_lookup (join_code, federation_id, union_id) values ($, $, $);

-- src/features/organisation/unions/unions.sql.ts listForExport
select $, false as "bySector", u.workers, u.women, u.employer_name as employer, u.term_to as "termTo" from union_unit u where u.federation_id = $ and u.state in ('preparing','active') and $ order by u.path limit 5000;

-- src/features/services/activities/activities.sql.ts findActivity
SELECT {COLUMNS} FROM {FROM} WHERE {tenant(tx)} AND a.id = $ AND ($ OR a.organiser_id = $ OR $ OR $);

-- src/features/services/activities/activities.sql.ts findActivities
SELECT {COLUMNS} FROM {FROM} WHERE {tenant(tx)} AND a.id = ANY ($::uuid[]) ORDER BY a.id;

-- src/features/services/activities/activities.sql.ts findKept
SELECT {COLUMNS} FROM {FROM} WHERE {tenant(tx)} AND a.id = $ AND {visibleTo(by, permission)};

-- src/features/services/activities/activities.sql.ts lockKept
SELECT 1 FROM activity a JOIN union_unit u ON u.federation_id = a.federation_id AND u.id = a.union_id WHERE {tenant(tx)} AND a.id = $ AND {visibleTo(by, permission)} FOR UPDATE OF a;

-- src/features/services/activities/activities.sql.ts insertActivity
INSERT INTO activity (federation_id, id, union_id, organiser_id, {NAMES}) VALUES ($, $, $, $, {sql.join(VALUES(w))});

-- src/features/services/activities/activities.sql.ts updateActivity
UPDATE activity SET ({NAMES}) = ({sql.join(VALUES(w))}) WHERE federation_id = $ AND id = $;

-- src/features/services/activities/activities.sql.ts setAudience
DELETE FROM activity_audience WHERE federation_id = $ AND activity_id = $;

-- src/features/services/activities/activities.sql.ts addAudience
INSERT INTO activity_audience (federation_id, activity_id, union_id) SELECT $::uuid, $::uuid, x.id FROM unnest($::uuid[]) AS x(id);

-- src/features/services/activities/activities.sql.ts listAudience
SELECT u.id, u.name FROM activity_audience d JOIN union_unit u ON u.federation_id = d.federation_id AND u.id = d.union_id WHERE d.federation_id = $ AND d.activity_id = $ ORDER BY u.path LIMIT 50;

-- src/features/services/activities/activities.sql.ts listForMe
SELECT {COLUMNS} FROM {FROM} WHERE {where} ORDER BY {f.past ? sql`a.starts_at DESC, a.id` : sql`a.starts_at, a.id`} LIMIT $ OFFSET $;

-- src/features/services/activities/activities.sql.ts listForMe
SELECT count(*)::int AS n FROM activity a JOIN union_unit u ON u.federation_id = a.federation_id AND u.id = a.union_id JOIN offer o ON o.federation_id = a.federation_id AND o.id = a.id WHERE {where};

-- src/features/services/activities/activities.sql.ts listHosts
SELECT DISTINCT u.id, u.name FROM activity a JOIN union_unit u ON u.federation_id = a.federation_id AND u.id = a.union_id JOIN offer o ON o.federation_id = a.federation_id AND o.id = a.id WHERE {tenant(tx)} AND a.ends_at > $ AND o.state IN ('open','closed') AND $ ORDER BY u.name, u.id LIMIT 30;

-- src/features/services/activities/activities.sql.ts listOwn
SELECT {COLUMNS} FROM {FROM} WHERE {tenant(tx)} AND a.organiser_id = $ ORDER BY c.changed_at DESC, a.id LIMIT $ OFFSET $;

-- src/features/services/activities/activities.sql.ts listRegister
SELECT {COLUMNS} FROM {FROM} WHERE {where} ORDER BY a.starts_at DESC, a.id DESC LIMIT $ OFFSET $;

-- src/features/services/activities/activities.sql.ts listRegister
SELECT count(*)::int AS n FROM {FROM} WHERE {where};

-- src/features/services/activities/activities.sql.ts takeToRemind
UPDATE activity a SET reminded = $ FROM offer o WHERE a.federation_id = $ AND o.federation_id = a.federation_id AND o.id = a.id AND o.state IN ('open','closed') AND a.reminded < $ AND a.starts_at > $ AND a.starts_at <= $ RETURNING a.id;

-- src/features/services/activities/activities.sql.ts forgetReminders
UPDATE activity SET reminded = 0 WHERE federation_id = $ AND id = $;

-- src/features/services/activities/activities.sql.ts listHolders
SELECT x.person_id AS id FROM claim x WHERE x.federation_id = $ AND x.offer_id = $ AND x.state IN ('held','taken','handed') ORDER BY x.no LIMIT 20000;

-- src/features/services/activities/costs.sql.ts insertCosts
INSERT INTO activity_cost (federation_id, id, activity_id, item, amount_fen, spent_on, note, by_id, at) SELECT $::uuid, x.id, $::uuid, x.item, x.fen, x.spent_on, x.note, $::uuid, $::timestamptz FROM unnest($::uuid[], $::text[], $::bigint[], $::date[], $::text[]) AS x(id, item, fen, spent_on, note);

-- src/features/services/activities/costs.sql.ts listCosts
SELECT {COST} FROM activity_cost k JOIN person p ON p.federation_id = k.federation_id AND p.id = k.by_id WHERE k.federation_id = $ AND k.activity_id = $ AND k.removed_at IS NULL ORDER BY k.spent_on, k.id LIMIT 200;

-- src/features/services/activities/costs.sql.ts findCost
SELECT {COST} FROM activity_cost k JOIN person p ON p.federation_id = k.federation_id AND p.id = k.by_id WHERE k.federation_id = $ AND k.id = $ AND k.removed_at IS NULL;

-- src/features/services/activities/costs.sql.ts removeCost
UPDATE activity_cost SET removed_at = $ WHERE federation_id = $ AND id = $ AND removed_at IS NULL;

-- src/features/services/activities/costs.sql.ts sumOfClub
SELECT coalesce(sum(k.amount_fen), 0)::bigint AS fen FROM activity a JOIN activity_cost k ON k.federation_id = a.federation_id AND k.activity_id = a.id AND k.removed_at IS NULL WHERE a.federation_id = $ AND a.club_id = $ AND k.spent_on >= $::date AND k.spent_on < $::date;

-- src/features/services/activities/costs.sql.ts sumActivities
WITH one AS ( SELECT a.id, a.federation_id, extract(month FROM a.starts_at AT TIME ZONE 'Asia/Shanghai')::int AS month, a.union_id, u.name AS host, a.kind FROM activity a JOIN union_unit u ON u.federation_id = a.federation_id AND u.id = a.union_id JOIN offer o ON o.federation_id = a.federation_id AND o.id = a.id WHERE a.federation_id = $ AND o.state IN ('open','closed') AND a.starts_at >= $ AND a.starts_at < $ AND a.ends_at <= $ AND {visibleTo(by, 'activities.keep')} AND {o.unionPath ? sql`u.path LIKE ${`${o.unionPath}%`}` : sql`true`} ), full_one AS ( SELECT one.*, q.places, q.taken, c.came, c.absent, r.stars, r.n AS ratings, k.fen FROM one CROSS JOIN LATERAL (SELECT coalesce(sum(x.capacity), 0) AS places, coalesce(sum(x.taken), 0) AS taken FROM offer_pool x WHERE x.federation_id = one.federation_id AND x.offer_id = one.id) q CROSS JOIN LATERAL (SELECT coalesce(sum(x.places) FILTER (WHERE x.state = 'handed'), 0) AS came, coalesce(sum(x.places) FILTER (WHERE x.state IN ('taken','held','missed')), 0) AS absent FROM claim x WHERE x.federation_id = one.federation_id AND x.offer_id = one.id) c CROSS JOIN LATERAL (SELECT coalesce(sum(x.stars), 0) AS stars, count(*) AS n FROM activity_rating x WHERE x.federation_id = one.federation_id AND x.activity_id = one.id) r CROSS JOIN LATERAL (SELECT coalesce(sum(x.amount_fen), 0) AS fen FROM activity_cost x WHERE x.federation_id = one.federation_id AND x.activity_id = one.id AND x.removed_at IS NULL) k ) SELECT month, union_id AS "unionId", host AS "union", kind, count(*)::int AS activities, sum(places)::int AS places, sum(taken)::int AS taken, sum(came)::int AS came, coalesce(sum(absent) FILTER (WHERE came > 0), 0)::int AS absent, sum(stars)::int AS stars, sum(ratings)::int AS ratings, sum(fen)::bigint AS fen, coalesce(sum(came) FILTER (WHERE fen > 0), 0)::int AS costed, count(*) FILTER (WHERE came > 0)::int AS scanned FROM full_one GROUP BY month, union_id, host, kind ORDER BY month, host, union_id, kind LIMIT 20000;

-- src/features/services/activities/paying-clubs.sql.ts listPaying
SELECT c.id, c.name, c.union_id AS "unionId", u.name AS union FROM club c JOIN case_file f ON f.federation_id = c.federation_id AND f.id = c.id AND f.state = 'active' JOIN union_unit u ON u.federation_id = c.federation_id AND u.id = c.union_id WHERE c.federation_id = $ AND c.union_id = ANY ($::uuid[]) AND {spentBy === null ? sql`true` : sql`EXISTS (SELECT 1 FROM club_role x WHERE x.federation_id = c.federation_id AND x.club_id = c.id AND x.person_id = ${spentBy} AND x.role IN ('leader','deputy','treasurer'))`} ORDER BY c.name, c.id LIMIT 200;

-- src/features/services/activities/paying-clubs.sql.ts nameOfClub
SELECT c.name FROM club c WHERE c.federation_id = $ AND c.id = $;

-- src/features/services/activities/taking.sql.ts putEntries
INSERT INTO activity_entry (federation_id, activity_id, person_id, family, family_sealed, answers, changed_at) SELECT $::uuid, $::uuid, x.person_id, x.family, x.sealed, x.answers::jsonb, $::timestamptz FROM unnest($::uuid[], $::smallint[], $::bytea[], $::text[]) AS x(person_id, family, sealed, answers) ON CONFLICT (federation_id, activity_id, person_id) DO UPDATE SET family = excluded.family, family_sealed = excluded.family_sealed, answers = excluded.answers, changed_at = excluded.changed_at;

-- src/features/services/activities/taking.sql.ts findEntries
SELECT e.person_id AS "personId", e.family::int AS family, e.family_sealed AS sealed, e.answers, e.changed_at AS "changedAt" FROM activity_entry e WHERE e.federation_id = $ AND e.activity_id = $ AND e.person_id = ANY ($::uuid[]);

-- src/features/services/activities/taking.sql.ts findRating
SELECT r.person_id AS "personId", p.name, r.stars::int AS stars, r.comment, r.at FROM activity_rating r JOIN person p ON p.federation_id = r.federation_id AND p.id = r.person_id WHERE r.federation_id = $ AND r.activity_id = $ AND r.person_id = $;

-- src/features/services/activities/taking.sql.ts putRatings
INSERT INTO activity_rating (federation_id, activity_id, person_id, stars, comment, at, changed_at) SELECT $::uuid, $::uuid, x.person_id, x.stars, x.comment, $::timestamptz, $::timestamptz FROM unnest($::uuid[], $::smallint[], $::text[]) AS x(person_id, stars, comment) ON CONFLICT (federation_id, activity_id, person_id) DO UPDATE SET stars = excluded.stars, comment = excluded.comment, changed_at = excluded.changed_at;

-- src/features/services/activities/taking.sql.ts listRatings
SELECT r.person_id AS "personId", p.name, r.stars::int AS stars, r.comment, r.at FROM activity_rating r JOIN person p ON p.federation_id = r.federation_id AND p.id = r.person_id WHERE r.federation_id = $ AND r.activity_id = $ ORDER BY r.at DESC, r.person_id LIMIT $ OFFSET $;

-- src/features/services/activities/taking.sql.ts findPlace
SELECT x.id, x.no, x.state, x.places::int AS places FROM claim x WHERE x.federation_id = $ AND x.offer_id = $ AND x.person_id = $ AND x.state IN ('waiting','offered','held','taken','handed','missed') ORDER BY x.no LIMIT 1;

-- src/features/services/activities/taking.sql.ts insertPhotos
INSERT INTO activity_photo (federation_id, id, activity_id, by_id, caption, state, consented_at, at) SELECT $::uuid, x.id, $::uuid, $::uuid, $, 'waiting', $::timestamptz, $::timestamptz FROM unnest($::uuid[]) AS x(id);

-- src/features/services/activities/taking.sql.ts findPhoto
SELECT {PHOTO} FROM {PHOTO_FROM} WHERE f.federation_id = $ AND f.id = $;

-- src/features/services/activities/taking.sql.ts listPhotos
SELECT {PHOTO} FROM {PHOTO_FROM} WHERE f.federation_id = $ AND f.activity_id = $ AND f.state <> 'removed' AND ($ OR f.state = 'released' OR f.by_id = $) ORDER BY f.at, f.id LIMIT 200;

-- src/features/services/activities/taking.sql.ts countPhotos
SELECT count(*)::int AS n FROM activity_photo f WHERE f.federation_id = $ AND f.activity_id = $ AND f.by_id = $ AND f.state <> 'removed';

-- src/features/services/activities/taking.sql.ts movePhoto
UPDATE activity_photo SET state = $, why = $, contested_by_id = coalesce($::uuid, contested_by_id), decided_by_id = coalesce($::uuid, decided_by_id), decided_at = CASE WHEN $::uuid IS NULL THEN decided_at ELSE $::timestamptz END WHERE federation_id = $ AND id = $ AND state = ANY ($::text[]);

-- src/features/services/activities/taking.sql.ts listBelow
SELECT p.id, p.name FROM membership m JOIN union_unit u ON u.federation_id = m.federation_id AND u.id = m.union_id JOIN person p ON p.federation_id = m.federation_id AND p.id = m.person_id WHERE m.federation_id = $ AND m.state = 'active' AND u.path LIKE $ ORDER BY md5(p.id::text || $), p.id LIMIT $;

-- src/features/services/clubs/clubs.sql.ts findClub
SELECT $ FROM {FROM} WHERE {tenant(tx)} AND c.id = $ AND ({visibleTo(by, 'clubs.keep')} OR $ OR $);

-- src/features/services/clubs/clubs.sql.ts findClubs
SELECT $ FROM {FROM} WHERE {tenant(tx)} AND c.id = ANY ($::uuid[]) ORDER BY c.id;

-- src/features/services/clubs/clubs.sql.ts lockClub
SELECT 1 FROM club c WHERE {tenant(tx)} AND c.id = $ FOR UPDATE;

-- src/features/services/clubs/clubs.sql.ts insertClub
INSERT INTO club (federation_id, id, union_id, category, name, name_taken, purpose, charter, meets, places) VALUES ($, $, $, $, $, $, $, $, $, $) ON CONFLICT (federation_id, union_id, name_taken) DO NOTHING RETURNING 1;

-- src/features/services/clubs/clubs.sql.ts updateClub
UPDATE club c SET category = $, name = $, name_taken = $, purpose = $, charter = $, meets = $, places = $ WHERE {tenant(tx)} AND c.id = $ AND NOT EXISTS (SELECT 1 FROM club d WHERE d.federation_id = c.federation_id AND d.union_id = c.union_id AND d.name_taken = $ AND d.id <> c.id) RETURNING 1;

-- src/features/services/clubs/clubs.sql.ts freeName
UPDATE club SET name_taken = NULL WHERE federation_id = $ AND id = $;

-- src/features/services/clubs/clubs.sql.ts setRules
UPDATE club SET rule_set_id = $ WHERE federation_id = $ AND id = $;

-- src/features/services/clubs/clubs.sql.ts setFounded
UPDATE club SET founded_on = $::date WHERE federation_id = $ AND id = $;

-- src/features/services/clubs/clubs.sql.ts listForMe
SELECT $ FROM {FROM} WHERE {where} ORDER BY coalesce(q.taken, 0) DESC, c.name, c.id LIMIT $ OFFSET $;

-- src/features/services/clubs/clubs.sql.ts listForMe
SELECT count(*)::int AS n FROM club c JOIN case_file f ON f.federation_id = c.federation_id AND f.id = c.id JOIN union_unit u ON u.federation_id = c.federation_id AND u.id = c.union_id WHERE {where};

-- src/features/services/clubs/clubs.sql.ts listRegister
SELECT $ FROM {FROM} WHERE {where} ORDER BY (f.state = 'submitted') DESC, (f.state IN ('active','suspended')) DESC, u.path, c.name, c.id LIMIT $ OFFSET $;

-- src/features/services/clubs/clubs.sql.ts listRegister
SELECT count(*)::int AS n FROM {FROM} WHERE {where};

-- src/features/services/clubs/clubs.sql.ts listUnionsWithClubs
SELECT DISTINCT u.id, u.path FROM club c JOIN case_file f ON f.federation_id = c.federation_id AND f.id = c.id JOIN union_unit u ON u.federation_id = c.federation_id AND u.id = c.union_id WHERE {tenant(tx)} AND f.state IN ('active','suspended') AND c.founded_on <= make_date($, 12, 31) ORDER BY u.path LIMIT 5000;

-- src/features/services/clubs/gatherings.sql.ts held
SELECT g.id, g.club_id AS "clubId", g.title, g.place, g.starts_at AS "startsAt", g.about, false AS activity, p.name AS by, g.dropped_at AS "droppedAt", g.why, t.came, t.stars, t.ratings, coalesce((SELECT sum(x.amount_fen) FROM club_cost x WHERE x.federation_id = g.federation_id AND x.gathering_id = g.id AND x.removed_at IS NULL), 0)::bigint AS "spentFen" FROM club_gathering g JOIN person p ON p.federation_id = g.federation_id AND p.id = g.by_id CROSS JOIN LATERAL (SELECT count(*)::int AS came, coalesce(sum(x.stars), 0)::int AS stars, count(x.stars)::int AS ratings FROM club_attendance x WHERE x.federation_id = g.federation_id AND x.gathering_id = g.id) t WHERE g.federation_id = $ AND {where};

-- src/features/services/clubs/gatherings.sql.ts activities
SELECT a.id, a.club_id AS "clubId", a.title, a.place, a.starts_at AS "startsAt", left(a.about, 1000) AS about, true AS activity, p.name AS by, CASE WHEN o.state = 'cancelled' THEN a.starts_at END AS "droppedAt", o.why, coalesce((SELECT sum(x.places) FROM claim x WHERE x.federation_id = a.federation_id AND x.offer_id = a.id AND x.state = 'handed'), 0)::int AS came, t.stars, t.ratings, coalesce((SELECT sum(x.amount_fen) FROM activity_cost x WHERE x.federation_id = a.federation_id AND x.activity_id = a.id AND x.removed_at IS NULL), 0)::bigint AS "spentFen" FROM activity a JOIN club c ON c.federation_id = a.federation_id AND c.id = a.club_id AND c.union_id = a.union_id JOIN offer o ON o.federation_id = a.federation_id AND o.id = a.id AND o.state <> 'draft' JOIN person p ON p.federation_id = a.federation_id AND p.id = a.organiser_id CROSS JOIN LATERAL (SELECT coalesce(sum(x.stars), 0)::int AS stars, count(*)::int AS ratings FROM activity_rating x WHERE x.federation_id = a.federation_id AND x.activity_id = a.id) t WHERE a.federation_id = $ AND {where};

-- src/features/services/clubs/gatherings.sql.ts listGatherings
SELECT e.* $ ORDER BY e."startsAt" DESC, e.id LIMIT $ OFFSET $;

-- src/features/services/clubs/gatherings.sql.ts listGatherings
SELECT count(*)::int AS n $;

-- src/features/services/clubs/gatherings.sql.ts findGathering
SELECT 1 FROM club_gathering WHERE federation_id = $ AND id = $ FOR UPDATE;

-- src/features/services/clubs/gatherings.sql.ts listNext
SELECT DISTINCT ON (g.club_id) g.club_id AS "clubId", g.id, g.title, g.place, g.starts_at AS "startsAt" FROM club_gathering g WHERE g.federation_id = $ AND g.club_id = ANY ($::uuid[]) AND g.dropped_at IS NULL AND g.starts_at > $ ORDER BY g.club_id, g.starts_at, g.id;

-- src/features/services/clubs/gatherings.sql.ts sumEvents
SELECT e."clubId", count(*)::int AS gatherings, sum(e.came)::int AS attendances, sum(e.stars)::int AS stars, sum(e.ratings)::int AS ratings FROM ({events(tx, (club) => sql`${club} = ANY (${[...clubIds]}::uuid[])`)}) e WHERE e."droppedAt" IS NULL AND e."startsAt" >= $ AND e."startsAt" < $ GROUP BY e."clubId";

-- src/features/services/clubs/gatherings.sql.ts insertGatherings
INSERT INTO club_gathering (federation_id, id, club_id, title, place, starts_at, about, by_id, at) SELECT $::uuid, x.id, x.club, x.title, x.place, x.starts, x.about, x.by, $::timestamptz FROM unnest($::uuid[], $::uuid[], $::text[], $::text[], $::timestamptz[], $::text[], $::uuid[]) AS x(id, club, title, place, starts, about, by);

-- src/features/services/clubs/gatherings.sql.ts updateGathering
UPDATE club_gathering SET title = $, place = $, starts_at = $, about = $ WHERE federation_id = $ AND id = $;

-- src/features/services/clubs/gatherings.sql.ts dropGathering
UPDATE club_gathering SET dropped_at = $, why = $ WHERE federation_id = $ AND id = $ AND dropped_at IS NULL;

-- src/features/services/clubs/gatherings.sql.ts listAttendance
SELECT x.person_id AS "personId", p.name, x.way, x.stars::int AS stars, x.comment FROM club_attendance x JOIN person p ON p.federation_id = x.federation_id AND p.id = x.person_id WHERE x.federation_id = $ AND x.gathering_id = $ ORDER BY p.name, p.id LIMIT 2000;

-- src/features/services/clubs/gatherings.sql.ts findOwn
SELECT x.gathering_id AS id, x.stars::int AS stars FROM club_attendance x WHERE x.federation_id = $ AND x.person_id = $ AND x.gathering_id = ANY ($::uuid[]);

-- src/features/services/clubs/gatherings.sql.ts insertAttendance
INSERT INTO club_attendance (federation_id, gathering_id, person_id, way, at) SELECT $::uuid, $::uuid, x.id, $, $::timestamptz FROM unnest($::uuid[]) AS x(id) ON CONFLICT DO NOTHING;

-- src/features/services/clubs/gatherings.sql.ts keepOnly
DELETE FROM club_attendance WHERE federation_id = $ AND gathering_id = $ AND NOT (person_id = ANY ($::uuid[]));

-- src/features/services/clubs/gatherings.sql.ts setRating
UPDATE club_attendance SET stars = $, comment = $ WHERE federation_id = $ AND gathering_id = $ AND person_id = $ RETURNING 1;

-- src/features/services/clubs/gatherings.sql.ts plantAttendance
INSERT INTO club_attendance (federation_id, gathering_id, person_id, way, at, stars, comment) SELECT $::uuid, x.g, x.p, 'list', g.starts_at, x.stars, x.comment FROM unnest($::uuid[], $::uuid[], $::smallint[], $::text[]) AS x(g, p, stars, comment) JOIN club_gathering g ON g.federation_id = $ AND g.id = x.g ON CONFLICT DO NOTHING;

-- src/features/services/clubs/money.sql.ts costs
SELECT x.id, x.club_id AS "clubId", x.year::int AS year, x.item, x.amount_fen AS "amountFen", x.spent_on::text AS "spentOn", x.note, x.by_id AS "byId", p.name AS by, coalesce(g.title, '') AS gathering, false AS activity FROM club_cost x JOIN person p ON p.federation_id = x.federation_id AND p.id = x.by_id LEFT JOIN club_gathering g ON g.federation_id = x.federation_id AND g.id = x.gathering_id WHERE x.federation_id = $ AND x.club_id = ANY ($::uuid[]) AND x.year = $ AND x.removed_at IS NULL UNION ALL SELECT x.id, a.club_id AS "clubId", $::int AS year, x.item, x.amount_fen AS "amountFen", x.spent_on::text AS "spentOn", x.note, x.by_id AS "byId", p.name AS by, a.title AS gathering, true AS activity FROM activity_cost x JOIN activity a ON a.federation_id = x.federation_id AND a.id = x.activity_id JOIN club c ON c.federation_id = a.federation_id AND c.id = a.club_id AND c.union_id = a.union_id JOIN person p ON p.federation_id = x.federation_id AND p.id = x.by_id WHERE x.federation_id = $ AND a.club_id = ANY ($::uuid[]) AND x.spent_on >= make_date($, 1, 1) AND x.spent_on < make_date($ + 1, 1, 1) AND x.removed_at IS NULL;

-- src/features/services/clubs/money.sql.ts listCosts
SELECT e.* FROM ({costs(tx, [clubId], year)}) e ORDER BY e."spentOn" DESC, e.id LIMIT 2000;

-- src/features/services/clubs/money.sql.ts sumCosts
SELECT e."clubId", sum(e."amountFen")::bigint AS fen FROM ({costs(tx, clubIds, year)}) e GROUP BY e."clubId";

-- src/features/services/clubs/money.sql.ts findCost
SELECT x.id, x.club_id AS "clubId", x.year::int AS year, x.item, x.amount_fen AS "amountFen", x.spent_on::text AS "spentOn", x.note, x.by_id AS "byId", p.name AS by, '' AS gathering, false AS activity FROM club_cost x JOIN person p ON p.federation_id = x.federation_id AND p.id = x.by_id WHERE x.federation_id = $ AND x.id = $ AND x.removed_at IS NULL;

-- src/features/services/clubs/money.sql.ts insertCosts
INSERT INTO club_cost (federation_id, id, club_id, year, gathering_id, item, amount_fen, spent_on, note, by_id, at) SELECT $::uuid, x.id, x.club, x.year, x.gathering, x.item, x.fen, x.spent, x.note, x.by, $::timestamptz FROM unnest($::uuid[], $::uuid[], $::smallint[], $::uuid[], $::text[], $::bigint[], $::date[], $::text[], $::uuid[]) AS x(id, club, year, gathering, item, fen, spent, note, by);

-- src/features/services/clubs/money.sql.ts removeCost
UPDATE club_cost SET removed_at = $ WHERE federation_id = $ AND id = $ AND removed_at IS NULL RETURNING 1;

-- src/features/services/clubs/money.sql.ts findGrants
SELECT g.club_id AS "clubId", g.amount_fen AS "amountFen", g.account, g.note, g.members, g.usual_fen AS "usualFen", g.rule_set_id AS "ruleSetId", g.decided_at AS "decidedAt", p.name AS "decidedBy" FROM club_grant g JOIN person p ON p.federation_id = g.federation_id AND p.id = g.decided_by_id WHERE g.federation_id = $ AND g.club_id = ANY ($::uuid[]) AND g.year = $ {lock ? sql`FOR UPDATE OF g` : sql``};

-- src/features/services/clubs/money.sql.ts putGrant
INSERT INTO club_grant (federation_id, club_id, year, amount_fen, account, members, usual_fen, note, rule_set_id, decided_by_id, decided_at) VALUES ($, $, $, $, $, $, $, $, $, $, $) ON CONFLICT (federation_id, club_id, year) DO UPDATE SET amount_fen = excluded.amount_fen, account = excluded.account, members = excluded.members, usual_fen = excluded.usual_fen, note = excluded.note, rule_set_id = excluded.rule_set_id, decided_by_id = excluded.decided_by_id, decided_at = excluded.decided_at;

-- src/features/services/clubs/money.sql.ts lockBudget
SELECT amount_fen AS fen FROM club_budget WHERE federation_id = $ AND union_id = $ AND year = $ FOR UPDATE;

-- src/features/services/clubs/money.sql.ts putBudget
INSERT INTO club_budget (federation_id, union_id, year, amount_fen, decided_by_id, decided_at) VALUES ($, $, $, $, $, $) ON CONFLICT (federation_id, union_id, year) DO UPDATE SET amount_fen = excluded.amount_fen, decided_by_id = excluded.decided_by_id, decided_at = excluded.decided_at;

-- src/features/services/clubs/money.sql.ts sumGrants
SELECT coalesce(sum(g.amount_fen), 0)::bigint AS fen FROM club_grant g JOIN club c ON c.federation_id = g.federation_id AND c.id = g.club_id WHERE g.federation_id = $ AND c.union_id = $ AND g.year = $ AND ($::uuid IS NULL OR g.club_id <> $::uuid);

-- src/features/services/clubs/money.sql.ts listBudgets
SELECT u.id AS "unionId", u.name AS union, b.amount_fen AS "budgetFen", coalesce(sum(g.amount_fen), 0)::bigint AS "grantedFen", count(c.id) FILTER (WHERE f.state IN ('active','suspended'))::int AS clubs, coalesce(array_agg(c.id) FILTER (WHERE c.id IS NOT NULL), '{}') AS "clubIds" FROM union_unit u LEFT JOIN club_budget b ON b.federation_id = u.federation_id AND b.union_id = u.id AND b.year = $ LEFT JOIN club c ON c.federation_id = u.federation_id AND c.union_id = u.id AND c.founded_on IS NOT NULL LEFT JOIN case_file f ON f.federation_id = c.federation_id AND f.id = c.id LEFT JOIN club_grant g ON g.federation_id = c.federation_id AND g.club_id = c.id AND g.year = $ WHERE u.federation_id = $ AND {visibleTo(by, 'clubs.keep')} AND {unionPath ? sql`u.path LIKE ${`${unionPath}%`}` : sql`true`} AND (c.id IS NOT NULL OR b.union_id IS NOT NULL) GROUP BY u.id, u.name, u.path, b.amount_fen ORDER BY u.path LIMIT 200;

-- src/features/services/clubs/money.sql.ts listFunded
SELECT c.id, c.name, u.name AS union, u.id AS "unionId", c.category, f.state, (SELECT count(*) FROM claim x WHERE x.federation_id = c.federation_id AND x.offer_id = c.id AND x.at <= $ AND (x.state IN ('held','taken','handed') OR (x.state IN ('cancelled','expired') AND x.ended_at > $)))::int AS members $ ORDER BY u.path, c.name, c.id LIMIT $ OFFSET $;

-- src/features/services/clubs/money.sql.ts listFunded
SELECT count(*)::int AS n $;

-- src/features/services/clubs/people.sql.ts listColleagues
SELECT p.id, p.name, u.name AS unit FROM membership m JOIN union_unit u ON u.federation_id = m.federation_id AND u.id = m.union_id JOIN person p ON p.federation_id = m.federation_id AND p.id = m.person_id WHERE m.federation_id = $ AND m.state = 'active' AND u.path LIKE $ AND p.name ILIKE $ AND p.id <> $ ORDER BY length(p.name), p.name, p.id LIMIT 10;

-- src/features/services/clubs/people.sql.ts listMembersAmong
SELECT DISTINCT m.person_id AS id FROM membership m JOIN union_unit u ON u.federation_id = m.federation_id AND u.id = m.union_id WHERE m.federation_id = $ AND m.person_id = ANY ($::uuid[]) AND m.state = 'active' AND u.path LIKE $;

-- src/features/services/clubs/people.sql.ts insertFounders
INSERT INTO club_founder (federation_id, club_id, person_id, state, invited_at, answered_at) SELECT $::uuid, $::uuid, x.id, $, $::timestamptz, $::timestamptz FROM unnest($::uuid[]) AS x(id) ON CONFLICT DO NOTHING RETURNING person_id AS id;

-- src/features/services/clubs/people.sql.ts setAnswer
UPDATE club_founder SET state = $, answered_at = $ WHERE federation_id = $ AND club_id = $ AND person_id = $ RETURNING 1;

-- src/features/services/clubs/people.sql.ts dropFounder
DELETE FROM club_founder WHERE federation_id = $ AND club_id = $ AND person_id = $ RETURNING 1;

-- src/features/services/clubs/people.sql.ts listFounders
SELECT d.person_id AS "personId", p.name, coalesce(u.name, '') AS unit, d.state FROM club_founder d JOIN person p ON p.federation_id = d.federation_id AND p.id = d.person_id LEFT JOIN membership m ON m.federation_id = d.federation_id AND m.person_id = d.person_id AND m.state = 'active' LEFT JOIN union_unit u ON u.federation_id = m.federation_id AND u.id = m.union_id WHERE d.federation_id = $ AND d.club_id = $ ORDER BY d.invited_at, (d.state = 'confirmed') DESC, p.name, p.id LIMIT 200;

-- src/features/services/clubs/people.sql.ts putRole
INSERT INTO club_role (federation_id, club_id, role, person_id, since) VALUES ($, $, $, $, $::date) ON CONFLICT (federation_id, club_id, role) DO UPDATE SET person_id = excluded.person_id, since = excluded.since;

-- src/features/services/clubs/people.sql.ts dropRole
DELETE FROM club_role WHERE federation_id = $ AND club_id = $ AND role = $;

-- src/features/services/clubs/people.sql.ts dropRolesOf
DELETE FROM club_role WHERE federation_id = $ AND club_id = $ AND person_id = ANY ($::uuid[]) AND role <> 'leader';

-- src/features/services/clubs/people.sql.ts listRoles
SELECT x.role, x.person_id AS "personId", p.name FROM club_role x JOIN person p ON p.federation_id = x.federation_id AND p.id = x.person_id WHERE x.federation_id = $ AND x.club_id = $ ORDER BY array_position(ARRAY['leader','deputy','treasurer'], x.role);

-- src/features/services/clubs/people.sql.ts listBelonging
SELECT x.person_id AS id FROM claim x WHERE x.federation_id = $ AND x.offer_id = $ AND x.state IN ('held','taken','handed') AND {ids === null ? sql`true` : sql`x.person_id = ANY (${[...ids]}::uuid[])`} ORDER BY x.no LIMIT 20000;

-- src/features/services/clubs/people.sql.ts countAttended
SELECT x.id AS "personId", count(a.person_id)::int AS attended, count(g.id)::int AS of FROM unnest($::uuid[], $::timestamptz[]) AS x(id, since) LEFT JOIN club_gathering g ON g.federation_id = $ AND g.club_id = $ AND g.dropped_at IS NULL AND g.starts_at <= $ AND g.starts_at >= greatest(x.since, $::timestamptz) LEFT JOIN club_attendance a ON a.federation_id = g.federation_id AND a.gathering_id = g.id AND a.person_id = x.id GROUP BY x.id;

-- src/features/services/clubs/people.sql.ts listSome
SELECT m.person_id AS id FROM membership m JOIN union_unit u ON u.federation_id = m.federation_id AND u.id = m.union_id WHERE m.federation_id = $ AND m.state = 'active' AND u.path LIKE $ ORDER BY md5(m.person_id::text || $) LIMIT $;

-- src/features/services/clubs/years.sql.ts findReports
SELECT x.club_id AS "clubId", x.done, x.plans, p.name AS by, x.sent_at AS "sentAt" FROM club_report x JOIN person p ON p.federation_id = x.federation_id AND p.id = x.by_id WHERE x.federation_id = $ AND x.club_id = ANY ($::uuid[]) AND x.year = $;

-- src/features/services/clubs/years.sql.ts putReport
INSERT INTO club_report (federation_id, club_id, year, done, plans, by_id, sent_at, changed_at) VALUES ($, $, $, $, $, $, $, $) ON CONFLICT (federation_id, club_id, year) DO UPDATE SET done = excluded.done, plans = excluded.plans, by_id = excluded.by_id, changed_at = excluded.changed_at;

-- src/features/services/clubs/years.sql.ts listAwardLists
SELECT {LIST} FROM {LIST_FROM} WHERE {where} ORDER BY l.year DESC, u.path LIMIT $ OFFSET $;

-- src/features/services/clubs/years.sql.ts listAwardLists
SELECT count(*)::int AS n FROM club_award_list l JOIN union_unit u ON u.federation_id = l.federation_id AND u.id = l.union_id WHERE {where};

-- src/features/services/clubs/years.sql.ts findAwardList
SELECT {LIST} FROM {LIST_FROM} WHERE l.federation_id = $ AND l.id = $ AND ({visibleTo(by, 'clubs.keep')} OR (l.published_at IS NOT NULL AND $ LIKE u.path || '%'));

-- src/features/services/clubs/years.sql.ts insertAwardList
INSERT INTO club_award_list (federation_id, id, union_id, year, most, least_score, rule_set_id, made_at) VALUES ($, $, $, $, $, $, $, $) ON CONFLICT (federation_id, union_id, year) DO NOTHING RETURNING 1;

-- src/features/services/clubs/years.sql.ts insertAwards
INSERT INTO club_award (federation_id, list_id, club_id, place, won, score, marks) SELECT $::uuid, $::uuid, x.club, x.place, x.won, x.score, x.marks FROM unnest($::uuid[], $::int[], $::bool[], $::int[], $::jsonb[]) AS x(club, place, won, score, marks);

-- src/features/services/clubs/years.sql.ts listAwards
SELECT a.club_id AS "clubId", c.name, c.category, l.person_id AS "leaderId", a.place, a.won, a.score, a.marks, a.prize, a.prize_fen AS "prizeFen" FROM club_award a JOIN club c ON c.federation_id = a.federation_id AND c.id = a.club_id LEFT JOIN club_role l ON l.federation_id = a.federation_id AND l.club_id = a.club_id AND l.role = 'leader' WHERE a.federation_id = $ AND a.list_id = $ ORDER BY a.place, c.name, c.id LIMIT 1000;

-- src/features/services/clubs/years.sql.ts publishList
UPDATE club_award_list SET published_at = $, published_by_id = $ WHERE federation_id = $ AND id = $ AND published_at IS NULL RETURNING 1;

-- src/features/services/clubs/years.sql.ts setPrizes
UPDATE club_award a SET prize = x.prize, prize_fen = x.fen FROM unnest($::uuid[], $::text[], $::bigint[]) AS x(club, prize, fen) WHERE a.federation_id = $ AND a.list_id = $ AND a.club_id = x.club AND a.won;

-- src/features/services/clubs/years.sql.ts listAwardsOf
SELECT l.year::int AS year, a.place, a.prize FROM club_award a JOIN club_award_list l ON l.federation_id = a.federation_id AND l.id = a.list_id WHERE a.federation_id = $ AND a.club_id = $ AND a.won AND l.published_at IS NOT NULL ORDER BY l.year DESC LIMIT 20;

-- src/features/services/draws/draws.sql.ts putCampaign
INSERT INTO draw_campaign (federation_id, id, union_id, about, who_text, prizes, source, need, reveal_hours, witness_ids, schedule_id, month, again_of, why, made_by_id, made_at) VALUES ($, $, $, $, $, $::jsonb, $, $, $, $::uuid[], $, $::date, $, $, $, $) ON CONFLICT (federation_id, id) DO UPDATE SET about = excluded.about, who_text = excluded.who_text, prizes = excluded.prizes, source = excluded.source, need = excluded.need, reveal_hours = excluded.reveal_hours, witness_ids = excluded.witness_ids;

-- src/features/services/draws/draws.sql.ts campaigns
SELECT {CAMPAIGN} {FROM} WHERE c.federation_id = $ AND {where} ORDER BY $ LIMIT $ OFFSET $;

-- src/features/services/draws/draws.sql.ts listSeen
SELECT count(*)::int AS n {FROM} WHERE c.federation_id = $ AND {where};

-- src/features/services/draws/draws.sql.ts listKept
SELECT count(*)::int AS n {FROM} WHERE c.federation_id = $ AND {where};

-- src/features/services/draws/draws.sql.ts listPeople
SELECT p.id, p.name, h.name AS unit FROM membership m JOIN person p ON p.federation_id = m.federation_id AND p.id = m.person_id JOIN union_unit h ON h.federation_id = m.federation_id AND h.id = m.union_id WHERE m.federation_id = $ AND m.state = 'active' AND h.path LIKE $ AND p.name LIKE $ ORDER BY p.name, p.id LIMIT 20;

-- src/features/services/draws/draws.sql.ts findPeople
SELECT p.id, p.name, h.name AS unit FROM membership m JOIN person p ON p.federation_id = m.federation_id AND p.id = m.person_id JOIN union_unit h ON h.federation_id = m.federation_id AND h.id = m.union_id WHERE m.federation_id = $ AND m.state = 'active' AND h.path LIKE $ AND p.id = ANY ($::uuid[]) ORDER BY array_position($::uuid[], p.id);

-- src/features/services/draws/schedules.sql.ts schedules
SELECT {SCHEDULE} FROM draw_schedule s JOIN union_unit u ON u.federation_id = s.federation_id AND u.id = s.union_id {LAST} WHERE s.federation_id = $ AND {where} ORDER BY s.made_at, s.id LIMIT 200;

-- src/features/services/draws/schedules.sql.ts putSchedule
INSERT INTO draw_schedule (federation_id, id, union_id, title, about, prizes, opens_day, closes_day, place, source, need, reveal_hours, witness_ids, active, made_by_id, made_at) VALUES ($, $, $, $, $, $::jsonb, $, $, $, $, $, $, $::uuid[], true, $, $) ON CONFLICT (federation_id, id) DO UPDATE SET title = excluded.title, about = excluded.about, prizes = excluded.prizes, opens_day = excluded.opens_day, closes_day = excluded.closes_day, place = excluded.place, source = excluded.source, need = excluded.need, reveal_hours = excluded.reveal_hours, witness_ids = excluded.witness_ids;

-- src/features/services/draws/schedules.sql.ts setActive
UPDATE draw_schedule SET active = $ WHERE federation_id = $ AND id = $;

-- src/features/services/draws/schedules.sql.ts hasMonth
SELECT 1 FROM draw_campaign c WHERE c.federation_id = $ AND c.schedule_id = $ AND c.month = $::date;

-- src/features/services/draws/schedules.sql.ts listWishing
SELECT p.id FROM draw_wish w JOIN person p ON p.federation_id = w.federation_id AND p.id = w.person_id JOIN membership m ON m.federation_id = p.federation_id AND m.person_id = p.id AND m.state = 'active' JOIN union_unit h ON h.federation_id = m.federation_id AND h.id = m.union_id WHERE w.federation_id = $ AND w.person_id > $ AND extract(month FROM p.birth_date) = $ AND h.path LIKE $ ORDER BY p.id LIMIT 1000;

-- src/features/services/draws/schedules.sql.ts findWish
SELECT w.person_id IS NOT NULL AS "on", extract(month FROM p.birth_date)::int AS month FROM person p LEFT JOIN draw_wish w ON w.federation_id = p.federation_id AND w.person_id = p.id WHERE p.federation_id = $ AND p.id = $;

-- src/features/services/draws/schedules.sql.ts setWish
INSERT INTO draw_wish (federation_id, person_id, since) VALUES ($, $, $) ON CONFLICT DO NOTHING;

-- src/features/services/draws/schedules.sql.ts setWish
DELETE FROM draw_wish WHERE federation_id = $ AND person_id = $;

-- src/features/services/flash-sales/figures.sql.ts countMembers
SELECT count(*)::int AS n FROM membership m JOIN union_unit u ON u.federation_id = m.federation_id AND u.id = m.union_id WHERE m.federation_id = $ AND m.state = 'active' AND (u.path LIKE ANY ($::text[]) OR u.sector_path LIKE ANY ($::text[]));

-- src/features/services/flash-sales/figures.sql.ts pathsOf
SELECT u.id, u.name, u.path FROM union_unit u WHERE u.federation_id = $ AND u.id = ANY ($::uuid[]) ORDER BY u.path;

-- src/features/services/flash-sales/figures.sql.ts sumSpent
SELECT coalesce(max(x.spent), 0)::bigint AS most, (count(*) FILTER (WHERE x.spent + $ > $))::int AS over FROM ( SELECT c.person_id, sum(c.places * greatest(0, s.worth_fen - CASE WHEN f.pays = 'points' THEN 0 ELSE f.price END)) AS spent FROM sale s JOIN offer f ON f.federation_id = s.federation_id AND f.id = s.id JOIN claim c ON c.federation_id = s.federation_id AND c.offer_id = s.id AND c.state IN ('held','taken','handed') JOIN membership m ON m.federation_id = c.federation_id AND m.person_id = c.person_id AND m.state = 'active' JOIN union_unit u ON u.federation_id = m.federation_id AND u.id = m.union_id WHERE s.federation_id = $ AND s.id <> $ AND f.opens_at >= $ AND f.opens_at < $ AND (u.path LIKE ANY ($::text[]) OR u.sector_path LIKE ANY ($::text[])) GROUP BY c.person_id) x;

-- src/features/services/flash-sales/figures.sql.ts listSeconds
SELECT floor(extract(epoch FROM c.at - o.opens_at))::int AS second, sum(c.places)::int AS n FROM claim c JOIN offer o ON o.federation_id = c.federation_id AND o.id = c.offer_id WHERE c.federation_id = $ AND c.offer_id = $ AND {HOLD} GROUP BY 1 ORDER BY 1 LIMIT 3600;

-- src/features/services/flash-sales/figures.sql.ts sumSale
SELECT (count(DISTINCT c.person_id) FILTER (WHERE {HOLD}))::int AS people, coalesce(sum(c.places) FILTER (WHERE {HOLD}), 0)::int AS taken, coalesce(sum(c.places) FILTER (WHERE c.state = 'handed'), 0)::int AS handed, coalesce(sum(c.places) FILTER (WHERE c.state = 'missed'), 0)::int AS missed, coalesce(sum(c.places) FILTER (WHERE c.state IN ('held','taken')), 0)::int AS open, coalesce(sum(c.places) FILTER (WHERE c.state IN ('cancelled','declined','expired')), 0)::int AS "givenBack", coalesce(sum(c.amount) FILTER (WHERE c.paid_at IS NOT NULL AND NOT c.owed_back AND {HOLD}), 0)::bigint AS received, min(c.at) FILTER (WHERE {HOLD}) AS first, max(c.at) FILTER (WHERE {HOLD}) AS last FROM claim c WHERE c.federation_id = $ AND c.offer_id = $;

-- src/features/services/flash-sales/figures.sql.ts listByUnion
WITH part AS (SELECT u.id, b.id AS branch, b.name FROM union_unit u JOIN union_unit b ON b.federation_id = u.federation_id AND b.path = array_to_string((string_to_array(rtrim(u.path, '/'), '/'))[1:$], '/') || '/' WHERE u.federation_id = $ AND u.path LIKE $) SELECT part.branch AS id, part.name, count(m.person_id)::int AS members, coalesce(sum(k.taken), 0)::int AS taken, coalesce(sum(k.handed), 0)::int AS handed, coalesce(sum(k.missed), 0)::int AS missed FROM part JOIN membership m ON m.federation_id = $ AND m.union_id = part.id AND m.state = 'active' LEFT JOIN (SELECT c.person_id, sum(c.places) FILTER (WHERE {HOLD}) AS taken, sum(c.places) FILTER (WHERE c.state = 'handed') AS handed, sum(c.places) FILTER (WHERE c.state = 'missed') AS missed FROM claim c WHERE c.federation_id = $ AND c.offer_id = $ GROUP BY c.person_id) k ON k.person_id = m.person_id GROUP BY part.branch, part.name ORDER BY taken DESC, part.name LIMIT 200;

-- src/features/services/flash-sales/figures.sql.ts listMemberIds
SELECT m.person_id AS id FROM membership m JOIN union_unit u ON u.federation_id = m.federation_id AND u.id = m.union_id WHERE m.federation_id = $ AND m.state = 'active' AND u.path LIKE $ ORDER BY md5(m.person_id::text) LIMIT $;

-- src/features/services/flash-sales/sales.sql.ts select
SELECT {columns(tx)} FROM {FROM} {COUNTED} $ WHERE s.federation_id = $ AND {where} ORDER BY $ LIMIT $ OFFSET $;

-- src/features/services/flash-sales/sales.sql.ts count
SELECT count(*)::int AS n FROM {FROM} WHERE s.federation_id = $ AND {where};

-- src/features/services/flash-sales/sales.sql.ts insertSale
INSERT INTO sale (federation_id, id, union_id, about, measure, worth_fen, occasion, form, member_months, tax, tax_note, photos, photos_of_id, made_by_id, made_at) VALUES ($, $, $, $, $, $, $, $, $, $, $, $::uuid[], $, $, $);

-- src/features/services/flash-sales/sales.sql.ts updateSale
UPDATE sale SET about = $, measure = $, worth_fen = $, occasion = $, form = $, member_months = $, tax = $, tax_note = $, photos = $::uuid[] WHERE federation_id = $ AND id = $;

-- src/features/services/flash-sales/sales.sql.ts setAbout
UPDATE sale SET about = $ WHERE federation_id = $ AND id = $;

-- src/features/services/flash-sales/sales.sql.ts setCase
UPDATE sale SET case_id = $ WHERE federation_id = $ AND id = $;

-- src/features/services/flash-sales/sales.sql.ts markPublished
UPDATE sale SET published_at = $, rule_set_id = $ WHERE federation_id = $ AND id = $;

-- src/features/services/flash-sales/sales.sql.ts setReminder
DELETE FROM sale_reminder WHERE federation_id = $ AND sale_id = $ AND person_id = $;

-- src/features/services/flash-sales/sales.sql.ts setReminder
INSERT INTO sale_reminder (federation_id, sale_id, person_id, at) VALUES ($, $, $, $) ON CONFLICT (federation_id, sale_id, person_id) DO UPDATE SET at = excluded.at, told_at = NULL;

-- src/features/services/flash-sales/sales.sql.ts findReminder
SELECT at FROM sale_reminder WHERE federation_id = $ AND sale_id = $ AND person_id = $;

-- src/features/services/flash-sales/sales.sql.ts takeReminders
UPDATE sale_reminder SET told_at = $ WHERE federation_id = $ AND sale_id = $ AND told_at IS NULL AND at <= $ AND person_id IN (SELECT x.person_id FROM sale_reminder x WHERE x.federation_id = $ AND x.sale_id = $ AND x.told_at IS NULL AND x.at <= $ ORDER BY x.person_id LIMIT $ FOR UPDATE SKIP LOCKED) RETURNING person_id AS "personId";

-- src/features/services/flash-sales/sales.sql.ts listToRemind
SELECT s.id, s.union_id AS "unionId", o.title, o.opens_at AS "opensAt", (SELECT coalesce(sum(p.capacity), 0)::int FROM offer_pool p WHERE p.federation_id = s.federation_id AND p.offer_id = s.id) AS places FROM sale s JOIN offer o ON o.federation_id = s.federation_id AND o.id = s.id WHERE s.federation_id = $ AND o.state = 'open' AND o.opens_at > $ AND s.id IN (SELECT x.sale_id FROM sale_reminder x WHERE x.federation_id = $ AND x.told_at IS NULL AND x.at <= $) ORDER BY o.opens_at, s.id LIMIT 100;

-- src/features/services/flash-sales/sales.sql.ts listReminded
SELECT x.person_id AS "personId" FROM sale_reminder x WHERE x.federation_id = $ AND x.sale_id = $ AND NOT EXISTS (SELECT 1 FROM claim c WHERE c.federation_id = x.federation_id AND c.offer_id = x.sale_id AND c.person_id = x.person_id) ORDER BY x.person_id LIMIT 10000;

-- src/features/services/housing/allocations.sql.ts putAllocation
INSERT INTO housing_allocation (federation_id, id, union_id, about, documents, checks, tenancy_months) VALUES ($, $, $, $, $::text[], $::text[], $) ON CONFLICT (federation_id, id) DO UPDATE SET about = excluded.about, documents = excluded.documents, checks = excluded.checks, tenancy_months = excluded.tenancy_months;

-- src/features/services/housing/allocations.sql.ts putAllocation
DELETE FROM housing_flat f WHERE f.federation_id = $ AND f.allocation_id = $;

-- src/features/services/housing/allocations.sql.ts putFlats
INSERT INTO housing_flat (federation_id, allocation_id, no, estate, rooms, area_dm2, rent_fen) SELECT $::uuid, $::uuid, x.* FROM unnest($::int[], $::text[], $::smallint[], $::int[], $::bigint[]) AS x ON CONFLICT (federation_id, allocation_id, no) DO UPDATE SET estate = excluded.estate, rooms = excluded.rooms, area_dm2 = excluded.area_dm2, rent_fen = excluded.rent_fen;

-- src/features/services/housing/allocations.sql.ts markStarted
UPDATE housing_allocation SET started_at = $ WHERE federation_id = $ AND id = $ AND started_at IS NULL;

-- src/features/services/housing/allocations.sql.ts takeNumber
UPDATE housing_allocation SET last_number = last_number + $ WHERE federation_id = $ AND id = $ RETURNING last_number AS n;

-- src/features/services/housing/allocations.sql.ts one
SELECT {COLUMNS} FROM {FROM} WHERE a.federation_id = $ AND a.id = $ AND {where};

-- src/features/services/housing/allocations.sql.ts listForMe
SELECT {COLUMNS} FROM {FROM} WHERE {where} ORDER BY (o.state = 'open') DESC, o.opens_at DESC, a.id LIMIT $ OFFSET $;

-- src/features/services/housing/allocations.sql.ts listForMe
SELECT count(*)::int AS n FROM housing_allocation a JOIN offer o ON o.federation_id = a.federation_id AND o.id = a.id JOIN union_unit u ON u.federation_id = a.federation_id AND u.id = a.union_id WHERE {where};

-- src/features/services/housing/allocations.sql.ts listRegister
SELECT {COLUMNS} FROM {FROM} WHERE {where} ORDER BY o.opens_at DESC, a.id LIMIT $ OFFSET $;

-- src/features/services/housing/allocations.sql.ts listRegister
SELECT count(*)::int AS n FROM housing_allocation a JOIN offer o ON o.federation_id = a.federation_id AND o.id = a.id JOIN union_unit u ON u.federation_id = a.federation_id AND u.id = a.union_id WHERE {where};

-- src/features/services/housing/allocations.sql.ts listFlats
SELECT f.no, t.id AS "unitId", t.label, f.estate, f.rooms, f.area_dm2 AS area, f.rent_fen AS rent, t.out_of_order AS out, c.state AS claim FROM housing_flat f JOIN offer_unit t ON t.federation_id = f.federation_id AND t.offer_id = f.allocation_id AND t.no = f.no LEFT JOIN claim c ON c.federation_id = t.federation_id AND c.unit_id = t.id AND c.state IN ('offered','held','taken','handed','missed') WHERE f.federation_id = $ AND f.allocation_id = $ AND {no === undefined ? sql`true` : sql`f.no = ${no}`} ORDER BY f.no LIMIT 2000;

-- src/features/services/housing/allocations.sql.ts listTurning
SELECT a.id FROM housing_allocation a JOIN offer o ON o.federation_id = a.federation_id AND o.id = a.id WHERE a.federation_id = $ AND a.started_at IS NOT NULL AND o.state = 'open' AND (EXISTS (SELECT 1 FROM housing_application x WHERE x.federation_id = a.federation_id AND x.allocation_id = a.id AND x.again_unit_id IS NOT NULL) OR (EXISTS (SELECT 1 FROM claim c WHERE c.federation_id = a.federation_id AND c.offer_id = a.id AND c.state = 'waiting') AND EXISTS (SELECT 1 FROM offer_unit t WHERE t.federation_id = a.federation_id AND t.offer_id = a.id AND t.out_of_order = '' AND NOT EXISTS (SELECT 1 FROM claim c WHERE c.federation_id = t.federation_id AND c.unit_id = t.id AND c.state IN ('offered','held','taken','handed','missed'))))) ORDER BY a.id LIMIT 200;

-- src/features/services/housing/applications.sql.ts insertApplication
INSERT INTO housing_application (federation_id, id, allocation_id, person_id, people, sealed) VALUES ($, $, $, $, $, $) ON CONFLICT (federation_id, allocation_id, person_id) WHERE ended_at IS NULL DO NOTHING;

-- src/features/services/housing/applications.sql.ts insertTaken
INSERT INTO housing_application (federation_id, id, allocation_id, person_id, people, sealed, submitted_at, number) SELECT $::uuid, x.* FROM unnest($::uuid[], $::uuid[], $::uuid[], $::smallint[], $::bytea[], $::timestamptz[], $::int[]) AS x;

-- src/features/services/housing/applications.sql.ts updateHousehold
UPDATE housing_application SET people = $, sealed = $ WHERE federation_id = $ AND id = $;

-- src/features/services/housing/applications.sql.ts findSealed
SELECT sealed FROM housing_application WHERE federation_id = $ AND id = $;

-- src/features/services/housing/applications.sql.ts markSubmitted
UPDATE housing_application SET submitted_at = $, number = $ WHERE federation_id = $ AND id = $;

-- src/features/services/housing/applications.sql.ts markObjected
UPDATE housing_application h SET objected_at = $, ended_at = NULL, ended_why = NULL WHERE h.federation_id = $ AND h.id = $ AND h.objected_at IS NULL AND NOT EXISTS (SELECT 1 FROM housing_application x WHERE x.federation_id = h.federation_id AND x.allocation_id = h.allocation_id AND x.person_id = h.person_id AND x.ended_at IS NULL AND x.id <> h.id);

-- src/features/services/housing/applications.sql.ts endApplications
UPDATE housing_application SET ended_at = $, ended_why = $, again_unit_id = NULL, again_at = NULL WHERE federation_id = $ AND id = ANY ($::uuid[]) AND ended_at IS NULL;

-- src/features/services/housing/applications.sql.ts markDeclined
UPDATE housing_application SET declines = $, number = $, again_unit_id = $, again_at = $ WHERE federation_id = $ AND id = $;

-- src/features/services/housing/applications.sql.ts findApplication
SELECT {COLUMNS} FROM {FROM} WHERE h.federation_id = $ AND h.id = $ AND ($ OR (c.state <> 'drafted' AND ({visibleTo(by, 'housing.check')} OR {visibleTo(by, 'housing.keep')})));

-- src/features/services/housing/applications.sql.ts lockOwn
SELECT 1 FROM housing_application h WHERE h.federation_id = $ AND h.id = $ AND $ FOR UPDATE;

-- src/features/services/housing/applications.sql.ts lockOwn
SELECT {COLUMNS} FROM {FROM} WHERE h.federation_id = $ AND h.id = $ AND $;

-- src/features/services/housing/applications.sql.ts findApplications
SELECT {COLUMNS} FROM {FROM} WHERE h.federation_id = $ AND h.id = ANY ($::uuid[]) ORDER BY h.id;

-- src/features/services/housing/applications.sql.ts listMine
SELECT {COLUMNS} FROM {FROM} WHERE h.federation_id = $ AND $ ORDER BY (h.ended_at IS NULL) DESC, c.opened_at DESC, h.id LIMIT 50;

-- src/features/services/housing/applications.sql.ts listOwn
SELECT {COLUMNS} FROM {FROM} WHERE h.federation_id = $ AND $ AND h.allocation_id = ANY ($::uuid[]) ORDER BY (h.ended_at IS NULL) DESC, c.opened_at DESC LIMIT 200;

-- src/features/services/housing/applications.sql.ts listRegister
SELECT {COLUMNS} FROM {FROM} WHERE {where} ORDER BY h.submitted_at DESC, h.id LIMIT $ OFFSET $;

-- src/features/services/housing/applications.sql.ts listRegister
SELECT count(*)::int AS n FROM {FROM} WHERE {where};

-- src/features/services/housing/applications.sql.ts countBefore
SELECT count(*)::int AS n FROM housing_application x WHERE x.federation_id = $ AND x.allocation_id = $ AND x.number < $ AND x.ended_at IS NULL AND NOT EXISTS (SELECT 1 FROM housing_place l JOIN claim c ON c.federation_id = l.federation_id AND c.id = l.claim_id WHERE l.federation_id = x.federation_id AND l.application_id = x.id AND c.state IN ('offered','taken','handed'));

-- src/features/services/housing/applications.sql.ts putLook
INSERT INTO housing_look (federation_id, application_id, person_id, until) VALUES ($, $, $, $) ON CONFLICT (federation_id, application_id, person_id) DO UPDATE SET until = excluded.until;

-- src/features/services/housing/applications.sql.ts isLooking
SELECT 1 FROM housing_look WHERE federation_id = $ AND application_id = $ AND person_id = $ AND until > $;

-- src/features/services/housing/applications.sql.ts countStates
SELECT c.state, count(*)::int AS n FROM housing_application h JOIN case_file c ON c.federation_id = h.federation_id AND c.id = h.id JOIN housing_allocation a ON a.federation_id = h.federation_id AND a.id = h.allocation_id JOIN union_unit u ON u.federation_id = a.federation_id AND u.id = a.union_id WHERE h.federation_id = $ AND h.submitted_at IS NOT NULL AND {visibleTo(by, 'housing.keep')} AND {unionPath ? sql`u.path LIKE ${`${unionPath}%`}` : sql`true`} GROUP BY c.state;

-- src/features/services/housing/queue.sql.ts insertPlaces
INSERT INTO housing_place (federation_id, claim_id, application_id, number, joined_at) SELECT $::uuid, x.claim_id, x.application_id, x.number, $::timestamptz FROM unnest($::uuid[], $::uuid[], $::int[]) AS x(claim_id, application_id, number);

-- src/features/services/housing/queue.sql.ts insertPlaces
UPDATE housing_application SET again_unit_id = NULL, again_at = NULL WHERE federation_id = $ AND id = ANY ($::uuid[]);

-- src/features/services/housing/queue.sql.ts applicationsOf
SELECT claim_id AS "claimId", application_id AS id FROM housing_place WHERE federation_id = $ AND claim_id = ANY ($::uuid[]);

-- src/features/services/housing/queue.sql.ts acceptedAmong
SELECT h.person_id AS id FROM housing_application h JOIN case_file c ON c.federation_id = h.federation_id AND c.id = h.id WHERE h.federation_id = $ AND h.allocation_id = $ AND h.person_id = ANY ($::uuid[]) AND h.ended_at IS NULL AND c.state = 'accepted';

-- src/features/services/housing/queue.sql.ts countPlaces
SELECT count(*)::int AS n FROM housing_place WHERE federation_id = $ AND application_id = $;

-- src/features/services/housing/queue.sql.ts listAgain
SELECT h.id FROM housing_application h WHERE h.federation_id = $ AND h.allocation_id = $ AND h.again_unit_id IS NOT NULL AND h.ended_at IS NULL AND (h.again_at <= $ OR EXISTS (SELECT 1 FROM claim c WHERE c.federation_id = h.federation_id AND c.unit_id = h.again_unit_id AND c.state IN ('offered','held','taken','handed','missed'))) ORDER BY h.number LIMIT 500;

-- src/features/services/housing/queue.sql.ts listBefore
SELECT l.joined_at AS "joinedAt", e.at AS "leftAt", e.verb AS how FROM housing_place l JOIN claim c ON c.federation_id = l.federation_id AND c.id = l.claim_id {LEFT} WHERE l.federation_id = $ AND c.offer_id = $ AND l.claim_id <> $ AND l.number < $ ORDER BY l.joined_at LIMIT 20000;

-- src/features/services/housing/queue.sql.ts listQueue
SELECT l.application_id AS "applicationId", c.id AS "claimId", CASE WHEN c.state = 'waiting' THEN (count(*) FILTER (WHERE c.state = 'waiting') OVER (ORDER BY l.number, l.joined_at))::int END AS place, l.number AS "order", c.person_id AS "personId", p.name, p.staff_number AS "staffNumber", coalesce(mu.name, '') AS unit, h.people, h.submitted_at AS "submittedAt", l.joined_at AS "joinedAt", c.state AS claim, t.label AS flat, c.due_at AS "dueAt", h.declines FROM housing_place l JOIN claim c ON c.federation_id = l.federation_id AND c.id = l.claim_id JOIN housing_application h ON h.federation_id = l.federation_id AND h.id = l.application_id JOIN person p ON p.federation_id = c.federation_id AND p.id = c.person_id LEFT JOIN membership m ON m.federation_id = c.federation_id AND m.person_id = c.person_id AND m.state = 'active' LEFT JOIN union_unit mu ON mu.federation_id = m.federation_id AND mu.id = m.union_id LEFT JOIN offer_unit t ON t.federation_id = c.federation_id AND t.id = c.unit_id WHERE l.federation_id = $ AND c.offer_id = $ AND c.state IN ('waiting','offered','taken','handed');

-- src/features/services/housing/queue.sql.ts listQueue
SELECT q.* FROM ($) q WHERE {where} ORDER BY q."order", q."joinedAt" LIMIT $ OFFSET $;

-- src/features/services/housing/queue.sql.ts listQueue
SELECT count(*)::int AS n FROM ($) q WHERE {where};

-- src/features/services/housing/queue.sql.ts endedWith
SELECT h.id FROM housing_application h WHERE h.federation_id = $ AND h.allocation_id = $ AND h.ended_at IS NULL AND NOT EXISTS (SELECT 1 FROM housing_tenancy t WHERE t.federation_id = h.federation_id AND t.application_id = h.id AND t.from_date IS NOT NULL AND t.ended_on IS NULL) LIMIT 20000;

-- src/features/services/housing/tenancies.sql.ts insertTenancy
INSERT INTO housing_tenancy (federation_id, id, application_id, allocation_id, person_id, flat_no, rent_fen, accepted_at) SELECT $::uuid, $::uuid, $::uuid, $::uuid, $::uuid, f.no, f.rent_fen, $::timestamptz FROM offer_unit t JOIN housing_flat f ON f.federation_id = t.federation_id AND f.allocation_id = t.offer_id AND f.no = t.no WHERE t.federation_id = $ AND t.id = $;

-- src/features/services/housing/tenancies.sql.ts markMovedIn
UPDATE housing_tenancy SET from_date = $::date, to_date = $::date WHERE federation_id = $ AND id = $ AND from_date IS NULL;

-- src/features/services/housing/tenancies.sql.ts markNotice
UPDATE housing_tenancy SET notice = $, notice_at = $, leave_by = $::date WHERE federation_id = $ AND id = ANY ($::uuid[]) AND notice IS NULL AND ended_on IS NULL AND from_date IS NOT NULL RETURNING id;

-- src/features/services/housing/tenancies.sql.ts endTenancies
UPDATE housing_tenancy SET ended_on = $::date WHERE federation_id = $ AND id = ANY ($::uuid[]) AND ended_on IS NULL;

-- src/features/services/housing/tenancies.sql.ts listToLeave
SELECT x.id, CASE WHEN x.inside THEN 'term' ELSE 'leftUnion' END AS notice, x.union_id AS "unionId" FROM ( SELECT n.id, a.union_id, n.to_date, EXISTS (SELECT 1 FROM membership m JOIN union_unit mu ON mu.federation_id = m.federation_id AND mu.id = m.union_id WHERE m.federation_id = n.federation_id AND m.person_id = n.person_id AND m.ended_on IS NULL AND (mu.path LIKE u.path || '%' OR mu.sector_path LIKE u.path || '%')) AS inside FROM housing_tenancy n JOIN housing_allocation a ON a.federation_id = n.federation_id AND a.id = n.allocation_id JOIN union_unit u ON u.federation_id = a.federation_id AND u.id = a.union_id WHERE n.federation_id = $ AND n.from_date IS NOT NULL AND n.ended_on IS NULL AND n.notice IS NULL) x WHERE NOT x.inside OR x.to_date <= $::date ORDER BY x.id LIMIT 500;

-- src/features/services/housing/tenancies.sql.ts findTenancies
SELECT {COLUMNS} FROM {FROM} WHERE n.federation_id = $ AND {where.ids ? sql`n.id = ANY (${[...where.ids]}::uuid[])` : sql`n.application_id = ${where.applicationId ?? null}`} ORDER BY n.accepted_at DESC LIMIT 500;

-- src/features/services/housing/tenancies.sql.ts findKept
SELECT {COLUMNS} FROM {FROM} WHERE n.federation_id = $ AND n.id = $ AND {visibleTo(by, 'housing.keep')};

-- src/features/services/housing/tenancies.sql.ts listTenancies
SELECT {COLUMNS} FROM {FROM} WHERE {where} ORDER BY (n.ended_on IS NOT NULL), n.leave_by NULLS LAST, n.accepted_at DESC, n.id LIMIT $ OFFSET $;

-- src/features/services/housing/tenancies.sql.ts listTenancies
SELECT count(*)::int AS n FROM {FROM} WHERE {where};

-- src/features/services/housing/tenancies.sql.ts putVisit
INSERT INTO housing_visit AS v (federation_id, id, tenancy_id, kind, planned_at, checks) VALUES ($, $, $, $, $, $::jsonb) ON CONFLICT (federation_id, tenancy_id, kind) DO UPDATE SET planned_at = excluded.planned_at WHERE v.officer_at IS NULL RETURNING v.id;

-- src/features/services/housing/tenancies.sql.ts listVisits
SELECT {VISIT} FROM housing_visit v LEFT JOIN person p ON p.federation_id = v.federation_id AND p.id = v.officer_id WHERE v.federation_id = $ AND v.tenancy_id = ANY ($::uuid[]) ORDER BY v.kind LIMIT 1000;

-- src/features/services/housing/tenancies.sql.ts lockVisit
SELECT 1 FROM housing_visit v WHERE v.federation_id = $ AND v.id = $ FOR UPDATE;

-- src/features/services/housing/tenancies.sql.ts lockVisit
SELECT {VISIT} FROM housing_visit v LEFT JOIN person p ON p.federation_id = v.federation_id AND p.id = v.officer_id WHERE v.federation_id = $ AND v.id = $;

-- src/features/services/housing/tenancies.sql.ts signByOfficer
UPDATE housing_visit SET checks = $::jsonb, keys = $, electricity = $, water = $, note = $, absent = $, officer_id = $, officer_at = $, tenant_at = NULL WHERE federation_id = $ AND id = $;

-- src/features/services/housing/tenancies.sql.ts signByTenant
UPDATE housing_visit SET tenant_at = $ WHERE federation_id = $ AND id = $;

-- src/features/services/housing/tenancies.sql.ts markDone
UPDATE housing_visit SET done_at = $ WHERE federation_id = $ AND id = $;

-- src/features/services/housing/tenancies.sql.ts sumTenancies
SELECT count(*)::int AS households, coalesce(sum(h.people), 0)::int AS people, round(avg(n.from_date - (h.submitted_at AT TIME ZONE 'Asia/Shanghai')::date))::int AS days, coalesce(sum(n.rent_fen) FILTER (WHERE n.ended_on IS NULL), 0)::bigint AS rent, count(*) FILTER (WHERE n.ended_on IS NULL AND n.notice IS NOT NULL)::int AS leaving FROM housing_tenancy n JOIN housing_application h ON h.federation_id = n.federation_id AND h.id = n.application_id JOIN housing_allocation a ON a.federation_id = n.federation_id AND a.id = n.allocation_id JOIN union_unit u ON u.federation_id = a.federation_id AND u.id = a.union_id WHERE n.federation_id = $ AND n.from_date IS NOT NULL AND {visibleTo(by, 'housing.keep')} AND {unionPath ? sql`u.path LIKE ${`${unionPath}%`}` : sql`true`};

-- src/features/services/housing/tenancies.sql.ts sumFlats
SELECT f.estate, count(*)::int AS flats, count(*) FILTER (WHERE c.state IS NULL AND t.out_of_order NOT IN ('', {notStarted}))::int AS out, count(*) FILTER (WHERE c.state = 'offered')::int AS offered, count(*) FILTER (WHERE c.state = 'taken')::int AS taken, count(*) FILTER (WHERE c.state = 'handed')::int AS lived FROM housing_flat f JOIN housing_allocation a ON a.federation_id = f.federation_id AND a.id = f.allocation_id JOIN offer o ON o.federation_id = a.federation_id AND o.id = a.id AND o.state <> 'draft' JOIN union_unit u ON u.federation_id = a.federation_id AND u.id = a.union_id JOIN offer_unit t ON t.federation_id = f.federation_id AND t.offer_id = f.allocation_id AND t.no = f.no LEFT JOIN claim c ON c.federation_id = t.federation_id AND c.unit_id = t.id AND c.state IN ('offered','held','taken','handed','missed') WHERE f.federation_id = $ AND {visibleTo(by, 'housing.keep')} AND {unionPath ? sql`u.path LIKE ${`${unionPath}%`}` : sql`true`} GROUP BY f.estate ORDER BY count(*) DESC, f.estate LIMIT 100;

-- src/features/services/lockers/cabinets.sql.ts findCabinet
SELECT {CABINET} {FROM} WHERE k.federation_id = $ AND k.id = $ {lock ? sql`FOR UPDATE OF k` : sql``};

-- src/features/services/lockers/cabinets.sql.ts insertCabinet
INSERT INTO locker_cabinet (federation_id, id, union_id, number, place, opens_minute, closes_minute, state, hardware, address, key_sealed, made_at) SELECT $, $, $, coalesce(max(k.number), 0) + 1, $, $, $, 'active', $, $, $::bytea, $ FROM locker_cabinet k WHERE k.federation_id = $ ON CONFLICT (federation_id, number) DO NOTHING RETURNING number;

-- src/features/services/lockers/cabinets.sql.ts updateCabinet
UPDATE locker_cabinet SET place = $, opens_minute = $, closes_minute = $, hardware = $, address = $, key_sealed = coalesce($::bytea, key_sealed) WHERE federation_id = $ AND id = $;

-- src/features/services/lockers/cabinets.sql.ts setState
UPDATE locker_cabinet SET state = $, why = $ WHERE federation_id = $ AND id = $;

-- src/features/services/lockers/cabinets.sql.ts listCompartments
SELECT {COMPARTMENT} FROM locker_compartment d WHERE d.federation_id = $ AND d.cabinet_id = ANY ($::uuid[]) ORDER BY d.cabinet_id, d.no LIMIT 20000;

-- src/features/services/lockers/cabinets.sql.ts findCompartment
SELECT {COMPARTMENT} FROM locker_compartment d WHERE d.federation_id = $ AND d.cabinet_id = $ AND d.no = $;

-- src/features/services/lockers/cabinets.sql.ts findCompartmentById
SELECT {COMPARTMENT} FROM locker_compartment d WHERE d.federation_id = $ AND d.id = $;

-- src/features/services/lockers/cabinets.sql.ts putCompartments
INSERT INTO locker_compartment (federation_id, cabinet_id, id, no, kind, item, label, lend_hours, capacity, threshold) SELECT $::uuid, $::uuid, x.* FROM unnest($::uuid[], $::smallint[], $::text[], $::text[], $::text[], $::smallint[], $::int[], $::int[]) AS x ON CONFLICT (federation_id, cabinet_id, no) DO UPDATE SET item = excluded.item, label = excluded.label, lend_hours = excluded.lend_hours, capacity = excluded.capacity, threshold = excluded.threshold;

-- src/features/services/lockers/cabinets.sql.ts setOutOfOrder
UPDATE locker_compartment SET out_of_order = $ WHERE federation_id = $ AND id = $;

-- src/features/services/lockers/cabinets.sql.ts takeStock
UPDATE locker_compartment SET stock = stock - $ WHERE federation_id = $ AND id = $ AND stock >= $ RETURNING stock;

-- src/features/services/lockers/cabinets.sql.ts putStockBack
UPDATE locker_compartment SET stock = stock + $ WHERE federation_id = $ AND id = $;

-- src/features/services/lockers/cabinets.sql.ts lockStocks
SELECT {COMPARTMENT} FROM locker_compartment d WHERE d.federation_id = $ AND d.cabinet_id = $ AND d.kind = 'take' ORDER BY d.no FOR UPDATE;

-- src/features/services/lockers/cabinets.sql.ts setStocks
UPDATE locker_compartment d SET stock = x.stock FROM unnest($::uuid[], $::int[]) AS x(id, stock) WHERE d.federation_id = $ AND d.id = x.id;

-- src/features/services/lockers/cabinets.sql.ts listNear
SELECT {CABINET} {FROM} WHERE k.federation_id = $ AND k.state <> 'retired' AND starts_with($, u.path) ORDER BY length(u.path) DESC, k.number LIMIT 100;

-- src/features/services/lockers/cabinets.sql.ts listCabinets
SELECT {CABINET}, n.doors::int AS doors, n.free::int AS free, n.out::int AS out, n.overdue::int AS overdue, n.missing::int AS missing, n.broken::int AS broken, n.low::int AS low {FROM} {COUNTS(tx.now)} {where} ORDER BY k.state = 'retired', n.missing + n.overdue + n.broken + n.low DESC, k.number LIMIT $ OFFSET $;

-- src/features/services/lockers/cabinets.sql.ts listCabinets
SELECT count(*)::int AS n {FROM} {COUNTS(tx.now)} {where};

-- src/features/services/lockers/cabinets.sql.ts setSimulator
UPDATE locker_cabinet SET cut = $ WHERE federation_id = $ AND id = $;

-- src/features/services/lockers/cabinets.sql.ts setSimulator
UPDATE locker_compartment SET jammed = coalesce($::boolean, jammed), opened_at = CASE WHEN $ THEN $::timestamptz ELSE opened_at END WHERE federation_id = $ AND cabinet_id = $ AND no = $;

-- src/features/services/lockers/care.sql.ts insertReport
INSERT INTO locker_report (federation_id, id, cabinet_id, compartment_id, loan_id, kind, text, reported_by_id, reported_at) VALUES ($, $, $, $, $, $, $, $, $);

-- src/features/services/lockers/care.sql.ts findReport
SELECT {REPORT} {FROM} WHERE r.federation_id = $ AND r.id = $ {lock ? sql`FOR UPDATE OF r` : sql``};

-- src/features/services/lockers/care.sql.ts settleReports
UPDATE locker_report SET settled_at = $, settled_by_id = $, settled_how = $, settled_note = $ WHERE federation_id = $ AND compartment_id = $ AND settled_at IS NULL;

-- src/features/services/lockers/care.sql.ts countOpenReports
SELECT count(*)::int AS n FROM locker_report r WHERE r.federation_id = $ AND r.settled_at IS NULL AND {o.personId ? sql`r.reported_by_id = ${o.personId}` : sql`true`} AND {o.compartmentId ? sql`r.compartment_id = ${o.compartmentId}` : sql`true`} AND {o.kind ? sql`r.kind = ${o.kind}` : sql`true`};

-- src/features/services/lockers/care.sql.ts listReports
SELECT {REPORT} {FROM} {where} ORDER BY {f.open ? sql`r.reported_at` : sql`r.settled_at DESC`}, r.id LIMIT $ OFFSET $;

-- src/features/services/lockers/care.sql.ts listReports
SELECT count(*)::int AS n {FROM} {where};

-- src/features/services/lockers/care.sql.ts listShortages
SELECT d.id AS "compartmentId", k.id AS "cabinetId", k.number AS "cabinetNumber", k.place, u.name AS union, d.no, d.item, d.label, d.stock, d.capacity $ ORDER BY k.number, d.no LIMIT $ OFFSET $;

-- src/features/services/lockers/care.sql.ts listShortages
SELECT count(*)::int AS n $;

-- src/features/services/lockers/care.sql.ts insertRefill
INSERT INTO locker_refill (federation_id, id, cabinet_id, at, by_id, note) VALUES ($, $, $, $, $, $);

-- src/features/services/lockers/care.sql.ts insertRefill
INSERT INTO locker_refill_line (federation_id, refill_id, compartment_id, label, expected, found, added) SELECT $::uuid, $::uuid, x.* FROM unnest($::uuid[], $::text[], $::int[], $::int[], $::int[]) AS x;

-- src/features/services/lockers/care.sql.ts listRefills
SELECT f.id, k.id AS "cabinetId", k.number AS "cabinetNumber", k.place, u.name AS union, f.at, p.name AS by, f.note, (SELECT coalesce(jsonb_agg(jsonb_build_object('compartmentId', x.compartment_id, 'label', x.label, 'expected', x.expected, 'found', x.found, 'added', x.added) ORDER BY x.label), '[]') FROM locker_refill_line x WHERE x.federation_id = f.federation_id AND x.refill_id = f.id) AS lines $ ORDER BY f.at DESC, f.id LIMIT $ OFFSET $;

-- src/features/services/lockers/care.sql.ts listRefills
SELECT count(*)::int AS n $;

-- src/features/services/lockers/doors.sql.ts insertOpening
INSERT INTO locker_opening (federation_id, id, cabinet_id, compartment_id, purpose, key, person_id, loan_id, quantity, asked_at) VALUES ($, $, $, $, $, $, $, $, $, $) ON CONFLICT (federation_id, compartment_id, key) DO NOTHING;

-- src/features/services/lockers/doors.sql.ts findOpening
SELECT {OPENING} FROM locker_opening o WHERE o.federation_id = $ AND o.compartment_id = $ AND o.key = $;

-- src/features/services/lockers/doors.sql.ts endOpening
UPDATE locker_opening SET outcome = $, ended_at = $ WHERE federation_id = $ AND id = $ AND outcome IS NULL;

-- src/features/services/lockers/doors.sql.ts listForgotten
SELECT {OPENING} FROM locker_opening o WHERE o.federation_id = $ AND o.outcome IS NULL AND o.asked_at < $ ORDER BY o.asked_at, o.id LIMIT 100 FOR UPDATE SKIP LOCKED;

-- src/features/services/lockers/doors.sql.ts wasOpenedFor
SELECT 1 FROM locker_opening o WHERE o.federation_id = $ AND o.loan_id = $ AND o.purpose = 'return' AND o.outcome = 'opened' LIMIT 1;

-- src/features/services/lockers/doors.sql.ts countTaken
SELECT coalesce(sum(o.quantity), 0)::int AS n FROM locker_opening o WHERE o.federation_id = $ AND o.person_id = $ AND o.cabinet_id = $ AND o.purpose = 'take' AND o.asked_at >= $ AND (o.outcome IS NULL OR o.outcome = 'opened');

-- src/features/services/lockers/doors.sql.ts listOpenings
SELECT {OPENING}, p.name, d.no, d.label FROM locker_opening o JOIN person p ON p.federation_id = o.federation_id AND p.id = o.person_id JOIN locker_compartment d ON d.federation_id = o.federation_id AND d.id = o.compartment_id WHERE o.federation_id = $ AND o.cabinet_id = $ ORDER BY o.asked_at DESC, o.id LIMIT 50;

-- src/features/services/lockers/doors.sql.ts offlineSince
SELECT DISTINCT ON (o.cabinet_id) o.cabinet_id AS id, o.outcome, o.asked_at AS at FROM locker_opening o WHERE o.federation_id = $ AND o.cabinet_id = ANY ($::uuid[]) AND o.outcome IS NOT NULL ORDER BY o.cabinet_id, o.asked_at DESC LIMIT 1000;

-- src/features/services/lockers/history.sql.ts listServed
SELECT k.id AS "cabinetId", p.person_id AS "personId" FROM locker_cabinet k JOIN union_unit u ON u.federation_id = k.federation_id AND u.id = k.union_id CROSS JOIN LATERAL (SELECT m.person_id FROM union_unit b JOIN membership m ON m.federation_id = b.federation_id AND m.union_id = b.id AND m.state = 'active' WHERE b.federation_id = k.federation_id AND b.path LIKE u.path || '%' ORDER BY m.person_id LIMIT $) p WHERE k.federation_id = $ AND k.id = ANY ($::uuid[]);

-- src/features/services/lockers/history.sql.ts insertOldLoans
INSERT INTO locker_loan (federation_id, id, cabinet_id, compartment_id, person_id, item, label, asked_at, lent_at, due_at, missing_at, ended_at, ending) SELECT $::uuid, x.id, d.cabinet_id, d.id, x.person, d.item, d.label, x.lent, x.lent, x.lent + d.lend_hours * interval '1 hour', CASE WHEN x.off THEN x.ended END, x.ended, CASE WHEN x.off THEN 'writtenOff' ELSE 'returned' END FROM unnest($::uuid[], $::uuid[], $::uuid[], $::timestamptz[], $::timestamptz[], $::boolean[]) AS x(id, door, person, lent, ended, off) JOIN locker_compartment d ON d.federation_id = $ AND d.id = x.door;

-- src/features/services/lockers/history.sql.ts insertOldTakings
INSERT INTO locker_opening (federation_id, id, cabinet_id, compartment_id, purpose, key, person_id, quantity, asked_at, outcome, ended_at) SELECT $::uuid, x.id, d.cabinet_id, d.id, 'take', 'older/' || x.id, x.person, 1, x.at, 'opened', x.at FROM unnest($::uuid[], $::uuid[], $::uuid[], $::timestamptz[]) AS x(id, door, person, at) JOIN locker_compartment d ON d.federation_id = $ AND d.id = x.door;

-- src/features/services/lockers/loans.sql.ts findLoan
SELECT {ROW} {FROM} WHERE l.federation_id = $ AND l.id = $ {lock ? sql`FOR UPDATE OF l` : sql``};

-- src/features/services/lockers/loans.sql.ts findLoanOfClaim
SELECT {ROW} {FROM} WHERE l.federation_id = $ AND l.claim_id = $;

-- src/features/services/lockers/loans.sql.ts insertAsked
INSERT INTO locker_loan (federation_id, id, cabinet_id, compartment_id, claim_id, person_id, item, label, asked_at) SELECT $::uuid, x.loan, d.cabinet_id, d.id, x.claim, x.person, d.item, d.label, $::timestamptz FROM $ JOIN locker_compartment d ON d.federation_id = $ AND d.id = x.unit;

-- src/features/services/lockers/loans.sql.ts insertAsked
INSERT INTO locker_opening (federation_id, id, cabinet_id, compartment_id, purpose, key, person_id, loan_id, asked_at) SELECT $::uuid, x.opening, d.cabinet_id, d.id, 'borrow', 'claim/' || x.claim, x.person, x.loan, $::timestamptz FROM $ JOIN locker_compartment d ON d.federation_id = $ AND d.id = x.unit;

-- src/features/services/lockers/loans.sql.ts setLent
UPDATE locker_loan l SET lent_at = $::timestamptz, due_at = $::timestamptz + d.lend_hours * interval '1 hour' FROM locker_compartment d WHERE l.federation_id = $ AND d.federation_id = l.federation_id AND d.id = l.compartment_id AND l.claim_id = ANY ($::uuid[]) AND l.lent_at IS NULL;

-- src/features/services/lockers/loans.sql.ts setEnded
UPDATE locker_loan SET ended_at = $::timestamptz, ending = CASE WHEN lent_at IS NULL THEN 'notOpened' ELSE 'returned' END WHERE federation_id = $ AND claim_id = ANY ($::uuid[]) AND ended_at IS NULL;

-- src/features/services/lockers/loans.sql.ts endLoan
UPDATE locker_loan SET ended_at = coalesce(ended_at, $::timestamptz), ending = $, ended_by_id = $::uuid, note = $ WHERE federation_id = $ AND id = $;

-- src/features/services/lockers/loans.sql.ts setMissing
UPDATE locker_loan SET missing_at = $::timestamptz WHERE federation_id = $ AND id = ANY ($::uuid[]) AND missing_at IS NULL AND ended_at IS NULL AND lent_at IS NOT NULL RETURNING id;

-- src/features/services/lockers/loans.sql.ts listLive
SELECT {ROW} {FROM} WHERE l.federation_id = $ AND l.cabinet_id = ANY ($::uuid[]) AND l.ended_at IS NULL LIMIT 20000;

-- src/features/services/lockers/loans.sql.ts listMine
SELECT {ROW} {FROM} {where} ORDER BY (l.ended_at IS NOT NULL), CASE WHEN l.ended_at IS NULL THEN l.due_at END, l.asked_at DESC, l.id LIMIT $ OFFSET $;

-- src/features/services/lockers/loans.sql.ts listMine
SELECT count(*)::int AS n FROM locker_loan l {where};

-- src/features/services/lockers/loans.sql.ts listLoans
SELECT {ROW} {FROM} {where} ORDER BY (l.ended_at IS NOT NULL), CASE WHEN l.ended_at IS NULL THEN l.due_at END, l.asked_at DESC, l.id LIMIT $ OFFSET $;

-- src/features/services/lockers/loans.sql.ts listLoans
SELECT count(*)::int AS n {FROM} {where};

-- src/features/services/lockers/loans.sql.ts listDue
SELECT {ROW} {FROM} WHERE l.federation_id = $ AND l.ended_at IS NULL AND l.lent_at IS NOT NULL AND l.due_at <= $ AND l.id > $ ORDER BY l.id LIMIT 200;

-- src/features/services/lockers/statistics.sql.ts countAll
WITH every AS (SELECT k.id, k.union_id, k.state FROM $ WHERE {seen(tx, by, unionPath)}), c AS (SELECT id, union_id FROM every WHERE state <> 'retired'), d AS (SELECT count(*) AS doors, count(DISTINCT nullif(d.item, '')) AS kinds FROM c JOIN locker_compartment d ON d.federation_id = $ AND d.cabinet_id = c.id), l AS (SELECT count(*) AS lent, count(DISTINCT l.person_id) AS borrowers, count(*) FILTER (WHERE l.ending = 'returned') AS ended, count(*) FILTER (WHERE l.ending = 'returned' AND l.ended_at <= l.due_at) AS "onTime", count(*) FILTER (WHERE l.ending = 'writtenOff') AS "writtenOff" FROM every JOIN locker_loan l ON l.federation_id = $ AND l.cabinet_id = every.id AND l.lent_at >= $) SELECT (SELECT count(*) FROM c)::int AS cabinets, (SELECT count(DISTINCT union_id) FROM c)::int AS unions, d.doors::int AS doors, d.kinds::int AS kinds, l.lent::int AS lent, l.borrowers::int AS borrowers, l.ended::int AS ended, l."onTime"::int AS "onTime", l."writtenOff"::int AS "writtenOff" FROM d, l;

-- src/features/services/lockers/statistics.sql.ts countByMonth
SELECT x.month, sum(x.lent)::int AS lent, sum(x.taken)::int AS taken FROM ( SELECT $ AS month, count(*) AS lent, 0 AS taken FROM $ {LENT} WHERE {seen(tx, by, unionPath)} AND l.lent_at >= $ GROUP BY 1 UNION ALL SELECT $, 0, sum(o.quantity) FROM $ JOIN locker_opening o ON o.federation_id = k.federation_id AND o.cabinet_id = k.id WHERE {seen(tx, by, unionPath)} AND o.purpose = 'take' AND o.outcome = 'opened' AND o.asked_at >= $ GROUP BY 1) x GROUP BY x.month ORDER BY x.month LIMIT 60;

-- src/features/services/lockers/statistics.sql.ts countByItem
SELECT l.item, count(*)::int AS lent, count(*) FILTER (WHERE l.ended_at <= l.due_at)::int AS "onTime" FROM $ {LENT} WHERE {seen(tx, by, unionPath)} AND l.lent_at >= $ GROUP BY l.item ORDER BY 2 DESC, 1 LIMIT 60;

-- src/features/services/lockers/statistics.sql.ts countByUnion
SELECT u.name AS union, (count(DISTINCT k.id) FILTER (WHERE k.state <> 'retired'))::int AS cabinets, count(l.id)::int AS lent FROM $ LEFT JOIN locker_loan l ON l.federation_id = k.federation_id AND l.cabinet_id = k.id AND l.lent_at >= $ WHERE {seen(tx, by, unionPath)} GROUP BY u.id, u.name ORDER BY 3 DESC, 1 LIMIT 100;

-- src/features/services/lockers/swap.sql.ts insertSwap
INSERT INTO locker_swap (federation_id, id, cabinet_id, compartment_id, title, note, state, key_hash, waiting_since, put_on) VALUES ($, $, $, $, $, $, 'putting', $, $, $) ON CONFLICT (federation_id, key_hash) DO NOTHING;

-- src/features/services/lockers/swap.sql.ts findSwap
SELECT {SWAP} FROM locker_swap s WHERE s.federation_id = $ AND s.id = $ {lock ? sql`FOR UPDATE` : sql``};

-- src/features/services/lockers/swap.sql.ts findSwapOfKey
SELECT {SWAP} FROM locker_swap s WHERE s.federation_id = $ AND s.key_hash = $;

-- src/features/services/lockers/swap.sql.ts reserveSwap
UPDATE locker_swap SET state = 'taking', key_hash = $, waiting_since = $ WHERE federation_id = $ AND id = $ AND state = 'in' AND NOT EXISTS (SELECT 1 FROM locker_swap x WHERE x.federation_id = $ AND x.key_hash = $);

-- src/features/services/lockers/swap.sql.ts settleSwap
UPDATE locker_swap SET state = $, waiting_since = NULL, ended_on = $::date WHERE federation_id = $ AND id = $ AND state = $;

-- src/features/services/lockers/swap.sql.ts dropSwap
DELETE FROM locker_swap WHERE federation_id = $ AND id = $ AND state = 'putting';

-- src/features/services/lockers/swap.sql.ts removeSwap
UPDATE locker_swap SET state = 'removed', why = $, ended_on = $ WHERE federation_id = $ AND id = $ AND state = 'in';

-- src/features/services/lockers/swap.sql.ts listSwaps
SELECT {SWAP} FROM locker_swap s WHERE s.federation_id = $ AND s.cabinet_id = $ AND s.state = 'in' ORDER BY s.put_on DESC, s.id LIMIT 100;

-- src/features/services/lockers/swap.sql.ts countSwaps
SELECT count(*) FILTER (WHERE s.state <> 'putting')::int AS put, count(*) FILTER (WHERE s.state = 'taken')::int AS taken FROM locker_swap s WHERE s.federation_id = $ AND s.cabinet_id = $;

-- src/features/services/lockers/swap.sql.ts sweepSwaps
DELETE FROM locker_swap WHERE federation_id = $ AND state = 'putting' AND waiting_since < $ RETURNING id;

-- src/features/services/lockers/swap.sql.ts sweepSwaps
UPDATE locker_swap SET state = 'in', waiting_since = NULL WHERE federation_id = $ AND state = 'taking' AND waiting_since < $;

-- src/features/services/offers/offers.sql.ts findCount
SELECT o.title, o.opens_at AS "opensAt", o.closes_at AS "closesAt", CASE WHEN o.mode = 'units' THEN (SELECT count(*) FROM offer_unit t WHERE t.federation_id = o.federation_id AND t.offer_id = o.id AND t.out_of_order = '') ELSE (SELECT coalesce(sum(p.capacity), 0) FROM offer_pool p WHERE p.federation_id = o.federation_id AND p.offer_id = o.id) END::int AS places, CASE WHEN o.mode = 'units' THEN (SELECT count(*) FROM claim c WHERE c.federation_id = o.federation_id AND c.offer_id = o.id AND c.unit_id IS NOT NULL AND c.state IN ('offered','held','taken','handed','missed')) ELSE (SELECT coalesce(sum(p.taken), 0) FROM offer_pool p WHERE p.federation_id = o.federation_id AND p.offer_id = o.id) END::int AS taken FROM offer o JOIN union_unit u ON u.federation_id = o.federation_id AND u.id = o.union_id WHERE o.federation_id = $ AND o.id = $ AND ((o.state <> 'draft' AND $) OR $);

-- src/features/services/offers/offers.sql.ts listOwnKinds
SELECT DISTINCT o.kind FROM claim c JOIN offer o ON o.federation_id = c.federation_id AND o.id = c.offer_id WHERE c.federation_id = $ AND c.person_id = $ ORDER BY o.kind LIMIT 50;

-- src/features/services/offers/offers.sql.ts listPeople
SELECT p.id, p.name, p.staff_number AS "staffNumber", u.name AS unit {MEMBERS} WHERE p.federation_id = $ AND (p.staff_number = $ OR p.name LIKE $) AND {inSubtrees(paths)} ORDER BY (p.staff_number = $) DESC, p.name, p.id LIMIT 20;

-- src/features/services/offers/offers.sql.ts findColleague
SELECT p.id {MEMBERS} WHERE p.federation_id = $ AND p.staff_number = $ AND p.name = $ AND {inSubtrees(paths)} ORDER BY p.id LIMIT 2;

-- src/features/services/offers/offers.sql.ts listScanned
SELECT c.id, p.name, t.label AS "unitLabel", c.places, c.amount, c.paid_at IS NOT NULL AS paid, c.handed_at AS "handedAt" FROM claim c JOIN person p ON p.federation_id = c.federation_id AND p.id = c.person_id LEFT JOIN offer_unit t ON t.federation_id = c.federation_id AND t.id = c.unit_id WHERE c.federation_id = $ AND c.offer_id = $ AND c.state IN ('taken','handed','missed') ORDER BY c.no LIMIT 20000;

-- src/features/services/summer-care/days.sql.ts days
SELECT {DAY} FROM care_day d WHERE d.federation_id = $ AND {where} ORDER BY d.day, d.entry_id LIMIT 5000;

-- src/features/services/summer-care/days.sql.ts lockDay
SELECT {DAY} FROM care_day d WHERE d.federation_id = $ AND d.entry_id = $ AND d.day = $::date FOR UPDATE;

-- src/features/services/summer-care/days.sql.ts setArrived
UPDATE care_day SET arrived_at = $, arrived_by_id = $ WHERE federation_id = $ AND entry_id = ANY ($::uuid[]) AND day = $::date AND left_at IS NULL;

-- src/features/services/summer-care/days.sql.ts setLeft
UPDATE care_day SET left_at = $, left_by_id = $, pickup_id = $, release_id = $ WHERE federation_id = $ AND entry_id = $ AND day = $::date;

-- src/features/services/summer-care/days.sql.ts setExcused
UPDATE care_day SET excused_at = $ WHERE federation_id = $ AND entry_id = $ AND day = $::date;

-- src/features/services/summer-care/days.sql.ts dropDays
SELECT 1 FROM care_day WHERE federation_id = $ AND session_id = $ AND day = ANY ($::date[]) AND arrived_at IS NOT NULL LIMIT 1;

-- src/features/services/summer-care/days.sql.ts dropDays
DELETE FROM care_day WHERE federation_id = $ AND session_id = $ AND day = ANY ($::date[]);

-- src/features/services/summer-care/days.sql.ts takeMissing
UPDATE care_day d SET absent_told_at = $ FROM care_entry e JOIN claim c ON c.federation_id = e.federation_id AND c.id = e.claim_id WHERE d.federation_id = $ AND e.federation_id = d.federation_id AND e.id = d.entry_id AND d.session_id = $ AND d.day = $::date AND d.arrived_at IS NULL AND d.excused_at IS NULL AND d.absent_told_at IS NULL AND e.ended_at IS NULL AND e.guardian_id IS NOT NULL AND c.state IN ('taken','handed') RETURNING e.id AS "entryId", e.guardian_id AS "guardianId";

-- src/features/services/summer-care/days.sql.ts listRunning
SELECT s.id FROM care_session s JOIN offer o ON o.federation_id = s.federation_id AND o.id = s.id WHERE s.federation_id = $ AND s.starts_on <= $::date AND s.ends_on >= $::date AND o.state IN ('open','closed') ORDER BY s.id LIMIT 2000;

-- src/features/services/summer-care/days.sql.ts listToForget
SELECT s.id FROM care_session s JOIN offer o ON o.federation_id = s.federation_id AND o.id = s.id WHERE s.federation_id = $ AND s.forgotten_at IS NULL AND o.state <> 'draft' AND s.ends_on + s.forget_days < $::date ORDER BY s.ends_on, s.id LIMIT 200;

-- src/features/services/summer-care/days.sql.ts listStaff
SELECT {DUTY} FROM {DUTY_FROM} WHERE d.federation_id = $ AND d.session_id = $ AND {day === null ? sql`true` : sql`d.from_on <= ${day}::date AND d.to_on >= ${day}::date`} ORDER BY d.from_on, p.name, d.id LIMIT 300;

-- src/features/services/summer-care/days.sql.ts isStaff
SELECT 1 FROM care_duty d WHERE d.federation_id = $ AND d.session_id = $ AND d.person_id = $ AND d.from_on <= $::date AND d.to_on >= $::date LIMIT 1;

-- src/features/services/summer-care/days.sql.ts listDuties
SELECT d.session_id AS "sessionId", min(greatest(d.from_on, $::date)) AS "from", max(d.to_on) AS "to" FROM care_duty d JOIN offer o ON o.federation_id = d.federation_id AND o.id = d.session_id WHERE d.federation_id = $ AND d.person_id = $ AND d.to_on >= $::date AND o.state IN ('open','closed') GROUP BY d.session_id ORDER BY 2, 1 LIMIT 50;

-- src/features/services/summer-care/days.sql.ts insertStaff
INSERT INTO care_duty (federation_id, id, session_id, person_id, from_on, to_on) SELECT $::uuid, x.* FROM unnest($::uuid[], $::uuid[], $::uuid[], $::date[], $::date[]) AS x;

-- src/features/services/summer-care/days.sql.ts dropStaff
DELETE FROM care_duty WHERE federation_id = $ AND session_id = $ AND id = $;

-- src/features/services/summer-care/days.sql.ts findMembers
SELECT p.id, p.name, p.staff_number AS "staffNumber", u.name AS unit FROM membership m JOIN person p ON p.federation_id = m.federation_id AND p.id = m.person_id JOIN union_unit u ON u.federation_id = m.federation_id AND u.id = m.union_id WHERE m.federation_id = $ AND m.state = 'active' AND u.path LIKE $ AND (p.name LIKE $ OR p.staff_number LIKE $) ORDER BY p.name, p.id LIMIT $;

-- src/features/services/summer-care/days.sql.ts findMember
SELECT p.name FROM membership m JOIN person p ON p.federation_id = m.federation_id AND p.id = m.person_id JOIN union_unit u ON u.federation_id = m.federation_id AND u.id = m.union_id WHERE m.federation_id = $ AND m.person_id = $ AND m.state = 'active' AND u.path LIKE $ LIMIT 1;

-- src/features/services/summer-care/days.sql.ts insertRelease
INSERT INTO care_release (federation_id, id, session_id, entry_id, day, sealed, by_id, at, state) VALUES ($, $, $, $, $::date, $, $, $, 'asked') ON CONFLICT DO NOTHING;

-- src/features/services/summer-care/days.sql.ts lockRelease
SELECT {RELEASE} FROM {RELEASE_FROM} WHERE r.federation_id = $ AND r.id = $ FOR UPDATE OF r;

-- src/features/services/summer-care/days.sql.ts decideRelease
UPDATE care_release SET state = $, second_id = $, decided_at = $ WHERE federation_id = $ AND id = $ AND state = 'asked';

-- src/features/services/summer-care/days.sql.ts listReleases
SELECT {RELEASE} FROM {RELEASE_FROM} WHERE r.federation_id = $ AND {where} ORDER BY r.at DESC, r.id LIMIT 200;

-- src/features/services/summer-care/days.sql.ts insertIncidents
INSERT INTO care_incident (federation_id, id, session_id, entry_id, at, by_id, sealed) SELECT $::uuid, x.id, x.session, x.entry, $::timestamptz, x.by, x.sealed FROM unnest($::uuid[], $::uuid[], $::uuid[], $::uuid[], $::bytea[]) AS x(id, session, entry, by, sealed);

-- src/features/services/summer-care/days.sql.ts listIncidents
SELECT i.id, i.at, p.name AS by, i.sealed FROM care_incident i JOIN person p ON p.federation_id = i.federation_id AND p.id = i.by_id WHERE i.federation_id = $ AND i.entry_id = $ ORDER BY i.at DESC, i.id LIMIT 100;

-- src/features/services/summer-care/days.sql.ts insertMessage
INSERT INTO care_message (federation_id, id, session_id, at, by_id, text, receivers) VALUES ($, $, $, $, $, $, $);

-- src/features/services/summer-care/days.sql.ts listMessages
SELECT m.id, m.at, p.name AS by, m.text, m.receivers FROM care_message m JOIN person p ON p.federation_id = m.federation_id AND p.id = m.by_id WHERE {where} ORDER BY m.at DESC, m.id LIMIT $ OFFSET $;

-- src/features/services/summer-care/days.sql.ts listMessages
SELECT count(*)::int AS n FROM care_message m WHERE {where};

-- src/features/services/summer-care/days.sql.ts takeOverDays
UPDATE care_day d SET arrived_at = x.arrived, arrived_by_id = $, left_at = x.gone, left_by_id = CASE WHEN x.gone IS NULL THEN NULL ELSE $::uuid END, pickup_id = CASE WHEN x.gone IS NULL THEN NULL ELSE x.pickup END FROM unnest($::uuid[], $::date[], $::timestamptz[], $::timestamptz[], $::uuid[]) AS x(entry, day, arrived, gone, pickup) WHERE d.federation_id = $ AND d.entry_id = x.entry AND d.day = x.day;

-- src/features/services/summer-care/entries.sql.ts entries
SELECT {ENTRY} FROM {FROM} WHERE e.federation_id = $ AND {where} ORDER BY $ LIMIT $ OFFSET $;

-- src/features/services/summer-care/entries.sql.ts listOwn
SELECT count(*)::int AS n FROM care_entry e WHERE e.federation_id = $ AND {where};

-- src/features/services/summer-care/entries.sql.ts insertEntries
INSERT INTO care_entry (federation_id, id, session_id, guardian_id, key, child_sealed, contact_sealed, notes_sealed, age, age_from, age_to, consent_no, consent_hash, consent_at, notes_no, notes_hash, notes_at, made_at) SELECT $::uuid, x.id, x.session, x.guardian, x.key, x.child, x.contact, x.notes, x.age, x.age_from, x.age_to, x.consent_no, x.consent_hash, $::timestamptz, x.notes_no, x.notes_hash, CASE WHEN x.notes IS NULL THEN NULL ELSE $::timestamptz END, $::timestamptz FROM unnest($::uuid[], $::uuid[], $::uuid[], $::text[], $::bytea[], $::bytea[], $::bytea[], $::smallint[], $::smallint[], $::smallint[], $::smallint[], $::bytea[], $::smallint[], $::bytea[]) AS x(id, session, guardian, key, child, contact, notes, age, age_from, age_to, consent_no, consent_hash, notes_no, notes_hash);

-- src/features/services/summer-care/entries.sql.ts tieClaims
UPDATE care_entry e SET claim_id = x.id FROM unnest($::uuid[], $::uuid[], $::text[]) AS x(id, person, key) WHERE e.federation_id = $ AND e.session_id = $ AND e.guardian_id = x.person AND e.key = x.key AND e.claim_id IS NULL AND e.ended_at IS NULL;

-- src/features/services/summer-care/entries.sql.ts insertDays
INSERT INTO care_day (federation_id, entry_id, day, session_id, child_key) SELECT $::uuid, x.entry, x.day, x.session, x.key FROM unnest($::uuid[], $::date[], $::uuid[], $::bytea[]) AS x(entry, day, session, key) ORDER BY x.key, x.day ON CONFLICT DO NOTHING;

-- src/features/services/summer-care/entries.sql.ts clearDays
DELETE FROM care_day WHERE federation_id = $ AND entry_id = $ AND arrived_at IS NULL;

-- src/features/services/summer-care/entries.sql.ts updateEntry
UPDATE care_entry SET child_sealed = $, contact_sealed = $, age = $, version = version + 1 WHERE federation_id = $ AND id = $ AND version = $ AND ended_at IS NULL AND forgotten_at IS NULL;

-- src/features/services/summer-care/entries.sql.ts setNotes
UPDATE care_entry SET notes_sealed = $, notes_no = coalesce($, notes_no), notes_hash = coalesce($, notes_hash), notes_at = {notes ? sql`${tx.now}` : sql`notes_at`}, notes_withdrawn_at = $, version = version + 1 WHERE federation_id = $ AND id = $ AND forgotten_at IS NULL;

-- src/features/services/summer-care/entries.sql.ts setConsent
UPDATE care_entry SET consent_no = $, consent_hash = $, consent_at = $ WHERE federation_id = $ AND id = $;

-- src/features/services/summer-care/entries.sql.ts listPickups
SELECT p.id, p.entry_id AS "entryId", p.no::int AS no, p.sealed, p.code_no::int AS "codeNo" FROM care_pickup p WHERE p.federation_id = $ AND p.entry_id = ANY ($::uuid[]) AND p.removed_at IS NULL ORDER BY p.entry_id, p.no LIMIT 10000;

-- src/features/services/summer-care/entries.sql.ts findPickups
SELECT p.id, p.entry_id AS "entryId", p.no::int AS no, p.sealed, p.code_no::int AS "codeNo" FROM care_pickup p WHERE p.federation_id = $ AND p.id = ANY ($::uuid[]) LIMIT 10000;

-- src/features/services/summer-care/entries.sql.ts putPickups
INSERT INTO care_pickup (federation_id, id, entry_id, no, sealed, made_at) SELECT $::uuid, x.id, x.entry, x.no, x.sealed, $::timestamptz FROM unnest($::uuid[], $::uuid[], $::smallint[], $::bytea[]) AS x(id, entry, no, sealed) ON CONFLICT (federation_id, id) DO UPDATE SET sealed = excluded.sealed;

-- src/features/services/summer-care/entries.sql.ts lastNo
SELECT coalesce(max(no), 0)::int AS n FROM care_pickup WHERE federation_id = $ AND entry_id = $;

-- src/features/services/summer-care/entries.sql.ts removePickups
UPDATE care_pickup SET removed_at = $ WHERE federation_id = $ AND id = ANY ($::uuid[]) AND removed_at IS NULL;

-- src/features/services/summer-care/entries.sql.ts nextCode
UPDATE care_pickup SET code_no = code_no + 1 WHERE federation_id = $ AND id = $;

-- src/features/services/summer-care/entries.sql.ts endEntries
UPDATE care_entry SET ended_at = $, child_sealed = CASE WHEN $ THEN NULL ELSE child_sealed END, contact_sealed = CASE WHEN $ THEN NULL ELSE contact_sealed END, notes_sealed = NULL WHERE federation_id = $ AND claim_id = ANY ($::uuid[]) AND ended_at IS NULL RETURNING id;

-- src/features/services/summer-care/entries.sql.ts endEntries
DELETE FROM care_day WHERE federation_id = $ AND entry_id = ANY ($::uuid[]) AND arrived_at IS NULL AND (day >= $::date OR $);

-- src/features/services/summer-care/entries.sql.ts endEntries
UPDATE care_pickup SET sealed = NULL, removed_at = coalesce(removed_at, $) WHERE federation_id = $ AND entry_id = ANY ($::uuid[]);

-- src/features/services/summer-care/entries.sql.ts endEntries
UPDATE care_day SET child_key = NULL WHERE federation_id = $ AND entry_id = ANY ($::uuid[]);

-- src/features/services/summer-care/entries.sql.ts forgetSession
SELECT id, guardian_id AS guardian FROM care_entry WHERE federation_id = $ AND session_id = $ AND forgotten_at IS NULL LIMIT 5000;

-- src/features/services/summer-care/entries.sql.ts forgetSession
UPDATE care_entry SET child_sealed = NULL, contact_sealed = NULL, notes_sealed = NULL, guardian_id = NULL, claim_id = NULL, ended_at = coalesce(ended_at, $), forgotten_at = $ WHERE federation_id = $ AND id = ANY ($::uuid[]);

-- src/features/services/summer-care/entries.sql.ts forgetSession
UPDATE care_pickup SET sealed = NULL, removed_at = coalesce(removed_at, $) WHERE federation_id = $ AND entry_id = ANY ($::uuid[]);

-- src/features/services/summer-care/entries.sql.ts forgetSession
UPDATE care_day SET child_key = NULL WHERE federation_id = $ AND session_id = $;

-- src/features/services/summer-care/entries.sql.ts forgetSession
UPDATE care_release SET sealed = NULL WHERE federation_id = $ AND session_id = $;

-- src/features/services/summer-care/entries.sql.ts forgetSession
UPDATE care_incident SET sealed = NULL WHERE federation_id = $ AND session_id = $;

-- src/features/services/summer-care/entries.sql.ts forgetSession
UPDATE care_session SET forgotten_at = $ WHERE federation_id = $ AND id = $;

-- src/features/services/summer-care/figures.sql.ts listChildren
SELECT e.id, coalesce(c.no, 0)::int AS no, s.id AS "sessionId", s.title AS session, s.site, g.consent_no::int AS "programmeConsent", e.consent_no::int AS "consentNo", e.child_sealed AS "childSealed", e.contact_sealed AS "contactSealed", e.age::int AS age, coalesce(p.name, '') AS guardian, coalesce(p.staff_number, '') AS "staffNumber", coalesce(mu.name, '') AS unit, (SELECT count(*) FROM care_pickup k WHERE k.federation_id = e.federation_id AND k.entry_id = e.id AND k.removed_at IS NULL)::int AS people, e.notes_sealed IS NOT NULL AS health, coalesce(c.state, 'returned') AS state, e.ended_at AS "endedAt", (SELECT count(*) FROM care_day d WHERE d.federation_id = e.federation_id AND d.entry_id = e.id AND d.arrived_at IS NOT NULL)::int AS came, e.forgotten_at AS "forgottenAt", e.made_at AS "madeAt" FROM {FROM} WHERE {where} ORDER BY s.starts_on DESC, s.site, s.id, c.no NULLS LAST, e.id LIMIT $ OFFSET $;

-- src/features/services/summer-care/figures.sql.ts listChildren
SELECT count(*)::int AS n FROM {FROM} WHERE {where};

-- src/features/services/summer-care/figures.sql.ts listFigures
SELECT s.id, g.id AS "programmeId", g.title, u.name AS union, s.site, s.capacity::int AS places, d.children, k.waited, d.child_days AS "childDays", d.expected_days AS "expectedDays", (SELECT count(*) FROM care_incident i WHERE i.federation_id = s.federation_id AND i.session_id = s.id)::int AS incidents, (SELECT count(*) FROM care_release x WHERE x.federation_id = s.federation_id AND x.session_id = s.id AND x.state = 'confirmed')::int AS releases, (SELECT count(*) FROM care_entry e WHERE e.federation_id = s.federation_id AND e.session_id = s.id AND e.notes_at IS NOT NULL)::int AS health FROM care_session s JOIN care_programme g ON g.federation_id = s.federation_id AND g.id = s.programme_id JOIN offer o ON o.federation_id = s.federation_id AND o.id = s.id AND o.state IN ('open','closed') JOIN union_unit u ON u.federation_id = s.federation_id AND u.id = s.union_id LEFT JOIN LATERAL (SELECT count(*) FILTER (WHERE c.state IN ('waiting','expired'))::int AS waited FROM claim c WHERE c.federation_id = s.federation_id AND c.offer_id = s.id) k ON true LEFT JOIN LATERAL (SELECT count(DISTINCT y.entry_id) FILTER (WHERE y.arrived_at IS NOT NULL)::int AS children, count(*) FILTER (WHERE y.arrived_at IS NOT NULL)::int AS child_days, count(*) FILTER (WHERE y.day <= $::date AND (y.arrived_at IS NOT NULL OR e.claim_id IS NULL OR c.state IN ('taken','handed','missed')))::int AS expected_days FROM care_day y JOIN care_entry e ON e.federation_id = y.federation_id AND e.id = y.entry_id LEFT JOIN claim c ON c.federation_id = e.federation_id AND c.id = e.claim_id WHERE y.federation_id = s.federation_id AND y.session_id = s.id) d ON true WHERE s.federation_id = $ AND g.year = $ AND {visibleTo(by, KEEP)} AND {unionPath === null ? sql`true` : sql`u.path LIKE ${`${unionPath}%`}`} ORDER BY g.opens_at DESC, g.id, s.starts_on, s.site, s.id LIMIT 2000;

-- src/features/services/summer-care/figures.sql.ts listAges
SELECT e.age::int AS age, count(*)::int AS children FROM care_entry e JOIN care_session s ON s.federation_id = e.federation_id AND s.id = e.session_id JOIN care_programme g ON g.federation_id = s.federation_id AND g.id = s.programme_id JOIN union_unit u ON u.federation_id = s.federation_id AND u.id = s.union_id WHERE e.federation_id = $ AND g.year = $ AND {visibleTo(by, KEEP)} AND {unionPath === null ? sql`true` : sql`u.path LIKE ${`${unionPath}%`}`} AND EXISTS (SELECT 1 FROM care_day d WHERE d.federation_id = e.federation_id AND d.entry_id = e.id AND d.arrived_at IS NOT NULL) GROUP BY e.age ORDER BY e.age;

-- src/features/services/summer-care/figures.sql.ts listKept
SELECT s.id, g.id AS "programmeId", g.title AS programme, s.title AS session, s.site, u.name AS union, s.ends_on AS "endsOn", s.forget_days::int AS "forgetDays", s.forgotten_at AS "forgottenAt", (SELECT count(*) FROM care_entry e WHERE e.federation_id = s.federation_id AND e.session_id = s.id AND e.child_sealed IS NOT NULL)::int AS children FROM $ ORDER BY (s.forgotten_at IS NOT NULL), s.ends_on + s.forget_days, s.id LIMIT $ OFFSET $;

-- src/features/services/summer-care/figures.sql.ts listKept
SELECT count(*)::int AS n FROM $;

-- src/features/services/summer-care/programmes.sql.ts findKept
SELECT {PROGRAMME} FROM {PROGRAMME_FROM} WHERE g.federation_id = $ AND g.id = $ AND {visibleTo(by, KEEP)} {lock ? sql`FOR UPDATE OF g` : sql``};

-- src/features/services/summer-care/programmes.sql.ts listProgrammes
SELECT {PROGRAMME} {COUNTED} FROM {PROGRAMME_FROM} {COUNTS} WHERE {where} ORDER BY g.year DESC, g.opens_at DESC, g.id LIMIT $ OFFSET $;

-- src/features/services/summer-care/programmes.sql.ts listProgrammes
SELECT count(*)::int AS n FROM {PROGRAMME_FROM} WHERE {where};

-- src/features/services/summer-care/programmes.sql.ts putProgramme
INSERT INTO care_programme (federation_id, id, union_id, year, title, about, age_from, age_to, age_on, opens_at, closes_at, price_fen, made_by_id, made_at) VALUES ($, $, $, $, $, $, $, $, $::date, $, $, $, $, $) ON CONFLICT (federation_id, id) DO UPDATE SET year = excluded.year, title = excluded.title, about = excluded.about, age_from = excluded.age_from, age_to = excluded.age_to, age_on = excluded.age_on, opens_at = excluded.opens_at, closes_at = excluded.closes_at, price_fen = excluded.price_fen, version = care_programme.version + 1;

-- src/features/services/summer-care/programmes.sql.ts markPublished
UPDATE care_programme SET published_at = $, version = version + 1 WHERE federation_id = $ AND id = $ AND published_at IS NULL;

-- src/features/services/summer-care/programmes.sql.ts dropProgramme
DELETE FROM care_consent WHERE federation_id = $ AND programme_id = $;

-- src/features/services/summer-care/programmes.sql.ts dropProgramme
DELETE FROM care_programme WHERE federation_id = $ AND id = $;

-- src/features/services/summer-care/programmes.sql.ts insertConsent
INSERT INTO care_consent (federation_id, programme_id, no, text, health_text, hash, at, by_id) VALUES ($, $, $, $, $, $, $, $);

-- src/features/services/summer-care/programmes.sql.ts insertConsent
UPDATE care_programme SET consent_no = $ WHERE federation_id = $ AND id = $;

-- src/features/services/summer-care/programmes.sql.ts listConsents
SELECT c.no::int AS no, c.text, c.health_text AS "healthText", c.hash, c.at, coalesce(p.name, '') AS by FROM care_consent c LEFT JOIN person p ON p.federation_id = c.federation_id AND p.id = c.by_id WHERE c.federation_id = $ AND c.programme_id = $ ORDER BY c.no DESC LIMIT 100;

-- src/features/services/summer-care/programmes.sql.ts findSession
SELECT $ FROM {SESSION_FROM} WHERE s.federation_id = $ AND s.id = $;

-- src/features/services/summer-care/programmes.sql.ts findKeptSession
SELECT $ FROM {SESSION_FROM} WHERE s.federation_id = $ AND s.id = $ AND {visibleTo(by, KEEP)};

-- src/features/services/summer-care/programmes.sql.ts listSessions
SELECT $ FROM {SESSION_FROM} WHERE s.federation_id = $ AND s.programme_id = $ ORDER BY s.starts_on, s.site, s.title, s.id LIMIT 200;

-- src/features/services/summer-care/programmes.sql.ts findForMe
SELECT $ FROM {SESSION_FROM} WHERE s.federation_id = $ AND s.id = $ AND o.state <> 'draft' AND ($ OR $);

-- src/features/services/summer-care/programmes.sql.ts listForMe
SELECT $ FROM {SESSION_FROM} WHERE {where} ORDER BY {past ? sql`s.starts_on DESC, s.site, s.id` : sql`s.starts_on, s.site, s.id`} LIMIT $ OFFSET $;

-- src/features/services/summer-care/programmes.sql.ts listForMe
SELECT count(*)::int AS n FROM care_session s JOIN offer o ON o.federation_id = s.federation_id AND o.id = s.id JOIN union_unit u ON u.federation_id = s.federation_id AND u.id = s.union_id WHERE {where};

-- src/features/services/summer-care/programmes.sql.ts putSession
INSERT INTO care_session (federation_id, id, programme_id, union_id, title, site, address, starts_on, ends_on, weekdays, days_off, opens_minute, closes_minute, capacity, age_from, age_to) VALUES ($, $, $, $, $, $, $, $::date, $::date, $, $::date[], $, $, $, $, $) ON CONFLICT (federation_id, id) DO UPDATE SET title = excluded.title, site = excluded.site, address = excluded.address, starts_on = excluded.starts_on, ends_on = excluded.ends_on, weekdays = excluded.weekdays, days_off = excluded.days_off, opens_minute = excluded.opens_minute, closes_minute = excluded.closes_minute, capacity = excluded.capacity, age_from = excluded.age_from, age_to = excluded.age_to;

-- src/features/services/summer-care/programmes.sql.ts dropSession
DELETE FROM care_duty WHERE federation_id = $ AND session_id = $;

-- src/features/services/summer-care/programmes.sql.ts dropSession
DELETE FROM care_session WHERE federation_id = $ AND id = $;

-- src/features/services/summer-care/programmes.sql.ts setForgetDays
UPDATE care_session SET forget_days = $, rule_set_id = $ WHERE federation_id = $ AND id = $;

-- src/platform/jobs/jobs.sql.ts holdWaiting
SELECT id FROM pgboss.job WHERE name = $ AND singleton_key = $ AND state = 'created' FOR UPDATE;

-- src/platform/jobs/jobs.sql.ts ensureQueue
SELECT pgboss.create_queue($, $::jsonb) WHERE NOT EXISTS (SELECT FROM pgboss.queue WHERE name = $);

-- src/platform/jobs/jobs.sql.ts listFailed
SELECT id, name, completed_on AS at, retry_count AS tries, output AS error FROM pgboss.job WHERE state = 'failed' ORDER BY completed_on DESC LIMIT 100;

-- src/platform/jobs/runs.sql.ts insertRun
INSERT INTO job_run (federation_id, id, kind, key, started_by, state, input, created_at) VALUES ($, $, $, $, $, 'waiting', $, $) ON CONFLICT (federation_id, kind, key) DO NOTHING RETURNING id;

-- src/platform/jobs/runs.sql.ts takeRun
UPDATE job_run SET tries = tries + 1, beat_at = $, started_at = coalesce(started_at, $), state = CASE WHEN cancel_requested THEN 'cancelled' ELSE 'running' END, ended_at = CASE WHEN cancel_requested THEN $::timestamptz END WHERE federation_id = $ AND id = $ AND state IN ('waiting', 'running') RETURNING kind, input, cursor, done, total, tries AS turn, cancel_requested AS cancelled;

-- src/platform/jobs/runs.sql.ts noteProgress
UPDATE job_run SET done = coalesce($, done), total = coalesce($, total), cursor = coalesce($::jsonb, cursor), beat_at = $ WHERE federation_id = $ AND id = $ AND tries = $ AND state = 'running' AND NOT cancel_requested RETURNING id;

-- src/platform/jobs/runs.sql.ts endRun
UPDATE job_run SET state = $, report = $::jsonb, refusal = $, beat_at = $, ended_at = CASE WHEN $ <> 'waiting' THEN $::timestamptz END WHERE federation_id = $ AND id = $ AND tries = $ AND state = 'running';

-- src/platform/jobs/runs.sql.ts requestCancel
UPDATE job_run SET cancel_requested = true, ended_at = CASE WHEN state = 'waiting' THEN $::timestamptz END, state = CASE WHEN state = 'waiting' THEN 'cancelled' ELSE state END WHERE federation_id = $ AND id = $ AND state IN ('waiting', 'running') RETURNING id;

-- src/platform/jobs/runs.sql.ts listRuns
SELECT $ FROM job_run WHERE federation_id = $ AND ($::uuid IS NULL OR id = $) AND ($::uuid IS NULL OR started_by = $) AND ($::text IS NULL OR kind = $) AND ($::text IS NULL OR key = $) ORDER BY created_at DESC, id DESC LIMIT $;

-- src/platform/jobs/runs.sql.ts listOpenRuns
SELECT federation_id AS "federationId", id FROM job_run WHERE state IN ('waiting', 'running') ORDER BY created_at LIMIT 1000;
