import { timingSafeEqual } from 'node:crypto';
import type { z } from 'zod';
import type { Actor, Tx } from '#shared/call';
import { addDays, chinaTime, instantAt, legalDateOf } from '#shared/dates';
import { Refused } from '#shared/errors';
import { say } from '#shared/words';
import { type Call, doorWords, type Download } from '#platform/http';
import { exportSheet } from '#platform/sheets';
import { audit } from '#engines/audit';
import { loadUnionFor } from '#engines/org';
import { belongingOf, linkSecret } from './asking.service.ts';
import { findFaults } from './check.rules.ts';
import { loadKept } from './drafting.service.ts';
import { askedOf } from './form.rules.ts';
import * as rolls from './roll.sql.ts';
import { minutesFor, stageOf } from './surveys.rules.ts';
import { Roll, type api, type desk } from './surveys.contract.ts';
import * as q from './surveys.sql.ts';
import { countTasks } from './tasks.sql.ts';
import { words } from './surveys.words.ts';

type In<K extends keyof typeof api> = z.output<(typeof api)[K]['in']>;
type DeskIn<K extends keyof typeof desk> = z.output<(typeof desk)[K]['in']>;
const REGISTER_MOST = 2_000;

const rowOf = (s: q.SurveyRow) => ({ id: s.id, title: s.title, union: s.union, stage: stageOf(s.state, s.counted), level: s.level, opensAt: s.opensAt.toISOString(), closesAt: s.closesAt.toISOString(), questions: askedOf(s.form).length, asked: s.asked, answered: s.answered, headline: s.headline });

/** Surveys over the unions of the officer, latest first. */
export async function register(tx: Tx, by: Actor, f: Omit<DeskIn<'register'>, 'limit' | 'offset'> & { readonly limit: number; readonly offset: number }) {
  const unionPath = f.unionId === undefined ? undefined : (await loadUnionFor(tx, by, 'surveys.keep', f.unionId)).path;
  const { items, total } = await q.listKept(tx, by, { unionPath, text: f.text, stage: f.stage, from: f.from === undefined ? undefined : instantAt(f.from), to: f.to === undefined ? undefined : instantAt(addDays(f.to, 1)), limit: f.limit, offset: f.offset });
  return { items: items.map(rowOf), total };
}

/** The register as it is shown, as a sheet. */
export async function exportRegister(tx: Tx, by: Actor, f: DeskIn<'exportRegister'>, call: Call): Promise<Download> {
  const { items } = await register(tx, by, { ...f, limit: REGISTER_MOST, offset: 0 });
  await audit.record(tx, by, words.auditRegisterExported, { subject: { kind: 'register', id: tx.federationId }, slots: { n: items.length } });
  return exportSheet({
    name: words.registerName, now: tx.now, locale: call.locale, rows: items, shown: f.columns,
    columns: [
      { heading: words.colTitle, under: ['title'], cell: (x) => x.title }, { heading: words.colUnion, under: ['union'], cell: (x) => x.union }, { heading: words.colStage, under: ['stage'], cell: (x) => say(words[`stage_${x.stage}`], call.locale) },
      { heading: words.colLevel, under: ['level'], cell: (x) => say(words[`level_${x.level}`], call.locale) }, { heading: words.colCloses, under: ['closes'], cell: (x) => chinaTime(new Date(x.closesAt)) }, { heading: words.colAsked, under: ['turnout'], cell: (x) => String(x.asked) },
      { heading: words.colPapers, under: ['turnout'], cell: (x) => String(x.answered) }, { heading: words.colHeadline, under: ['headline'], cell: (x) => (x.headline === null ? '' : `${(x.headline / 10).toFixed(1)}%`) },
    ],
  });
}

function mayOf(s: q.SurveyRow): string[] {
  const stage = stageOf(s.state, s.counted);
  const linked = s.links > 0 && s.state !== null && stage !== 'off' ? ['links'] : [];
  return { draft: ['change', 'discard', 'announce'], announced: ['callOff', ...linked], open: ['close', 'callOff', 'remind', 'interview', ...linked], closing: [], closed: ['results', 'tasks', 'again'], off: ['again'] }[stage];
}

/** One survey at the desk. */
export async function kept(tx: Tx, by: Actor, { id }: DeskIn<'kept'>) {
  const s = await loadKept(tx, by, id);
  return {
    ...rowOf(s), unionId: s.unionId, about: s.about, form: s.form, series: s.series, groups: s.groups, units: s.units, roll: Roll.parse(s.roll), seed: s.seed, links: s.links, resultsTo: s.resultsTo, reminders: s.reminders, remindedAt: s.remindedAt?.toISOString() ?? null,
    channels: await rolls.countChannels(tx, id), findings: s.state === null ? findFaults(s.form) : [], tasks: await countTasks(tx, id), why: s.why, version: s.version, may: mayOf(s),
  };
}

/** Surveys the person is asked, latest first. */
export async function mine(tx: Tx, by: Actor, page: In<'mine'>) {
  const { items, total } = await q.listAsked(tx, by.personId, page);
  const given = await q.givenBy(tx, by.personId, items.map((s) => s.id));
  return { items: await Promise.all(items.map((s) => askedView(tx, s, given.has(s.id)))), total };
}

async function askedView(tx: Tx, s: q.SurveyRow, given: boolean) {
  const stage = stageOf(s.state, s.counted);
  return { id: s.id, title: s.title, union: s.union, stage, level: s.level, closesAt: s.closesAt.toISOString(), minutes: minutesFor(s.form), given, results: stage === 'closed' && s.resultsTo === 'asked', tasks: stage === 'closed' ? await countTasks(tx, s.id) : 0 };
}

const NOBODY = { unit: '', sex: '', age: '', work: '' };

/** A survey as it is answered: questions, and what the person may let travel with the answers. */
export async function ownView(tx: Tx, s: q.SurveyRow, personId: string | null, given: boolean) {
  const person = personId === null ? null : await rolls.findReached(tx, s.unionId, personId);
  return { ...(await askedView(tx, s, given)), federation: tx.federationId, about: s.about, form: s.form, groups: s.groups, units: s.units, mine: person === null ? NOBODY : belongingOf(person, legalDateOf(tx.now)), asked: s.asked };
}

/** A survey that the person is asked. */
export async function one(tx: Tx, by: Actor, { id }: In<'one'>) {
  const s = await q.findAsked(tx, by.personId, id);
  if (s === null) throw new Refused(doorWords.notFound, { status: 404 });
  return ownView(tx, s, by.personId, (await q.givenBy(tx, by.personId, [id])).has(id));
}

/** The roll entry behind a single-use link; the same refusal for every wrong one. */
export async function voterOfLink(tx: Tx, d: { readonly id: string; readonly no: number; readonly secret: string }): Promise<{ survey: q.SurveyRow; voterId: string }> {
  const [own, given] = [Buffer.from(linkSecret(d.id, d.no)), Buffer.from(d.secret)];
  const voterId = own.length === given.length && timingSafeEqual(own, given) ? await rolls.findLink(tx, d.id, d.no) : null;
  const survey = voterId === null ? null : await q.findSurvey(tx, d.id);
  if (survey === null || voterId === null || survey.state === null || survey.state === 'void') throw new Refused(words.linkUnknown, { status: 404 });
  return { survey, voterId };
}

/** A survey behind a single-use link. Nobody is known here. */
export async function link(tx: Tx, _by: null, d: In<'link'>) {
  const { survey, voterId } = await voterOfLink(tx, d);
  return ownView(tx, survey, null, (await rolls.isOnRoll(tx, survey.id, voterId))?.given ?? false);
}
