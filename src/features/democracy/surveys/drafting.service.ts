import type { z } from 'zod';
import type { Actor, Tx } from '#shared/call';
import { instantAt } from '#shared/dates';
import { Refused } from '#shared/errors';
import { newId } from '#shared/ids';
import { say, type Word } from '#shared/words';
import { doorWords } from '#platform/http';
import { audit } from '#engines/audit';
import { loadUnionFor, refuseEnded } from '#engines/org';
import type { Call } from '#platform/http';
import { askedOf, type Form } from './form.rules.ts';
import { words as satisfaction } from './satisfaction.words.ts';
import type { desk } from './surveys.contract.ts';
import * as q from './surveys.sql.ts';
import { words } from './surveys.words.ts';
import { SATISFACTION, satisfactionForm } from './templates.rules.ts';

type In<K extends keyof typeof desk> = z.output<(typeof desk)[K]['in']>;
export const KEEP = 'surveys.keep';

export const wrong = (path: string, why: Word, slots: Record<string, string | number> = {}): never => { throw new Refused(doorWords.checkInput, { status: 400, fields: [{ path, why, slots }] }); };
const minutes = (clock: string): number => Number(clock.slice(0, 2)) * 60 + Number(clock.slice(3));
export const subject = (id: string) => ({ kind: 'survey', id });

/** A survey that this officer keeps, or the refusal that hides it. */
export async function loadKept(tx: Tx, by: Actor, id: string, permission = KEEP): Promise<q.SurveyRow> {
  const s = await q.findKept(tx, by, id, permission);
  if (s === null) throw new Refused(doorWords.notFound, { status: 404 });
  return s;
}

function wantedOf(d: In<'create'>, id: string, now: Date): Omit<q.NewSurvey, 'madeById' | 'unionId'> {
  const [opensAt, closesAt] = [instantAt(d.opensOn, minutes(d.opensAt)), instantAt(d.closesOn, minutes(d.closesAt))];
  if (closesAt <= opensAt) wrong('closesOn', words.closesFirst);
  if (closesAt <= now) wrong('closesOn', words.closesPast);
  if (closesAt.getTime() - opensAt.getTime() > 366 * 86_400_000) wrong('closesOn', words.tooLong);
  if (d.level === 'open' && d.links > 0) wrong('links', words.linksNameless);
  return { id, series: d.series || id, title: d.title, about: d.about, form: d.form as Form, level: d.level, groups: [...new Set(d.groups)], roll: d.roll, seed: d.seed, links: d.links, opensAt, closesAt, resultsTo: d.resultsTo };
}

/** Prepares a survey; nobody but officers sees it. */
export async function create(tx: Tx, by: Actor, d: In<'create'>) {
  refuseEnded(await loadUnionFor(tx, by, KEEP, d.unionId));
  const wanted = wantedOf(d, newId(), tx.now);
  await q.insertSurvey(tx, { ...wanted, unionId: d.unionId, madeById: by.personId });
  await audit.record(tx, by, words.auditCreated, { subject: subject(wanted.id), unionId: d.unionId, slots: { title: d.title } });
  return { id: wanted.id };
}

/** Changes a survey that is not announced yet. */
export async function change(tx: Tx, by: Actor, d: In<'change'>) {
  const s = await loadKept(tx, by, d.id);
  if (s.state !== null) throw new Refused(words.announcedAlready);
  if (!(await q.updateSurvey(tx, wantedOf({ ...d, unionId: s.unionId, series: d.series || s.series }, s.id, tx.now), d.version))) throw new Refused(words.changedMeanwhile);
  await audit.record(tx, by, words.auditChanged, { subject: subject(s.id), unionId: s.unionId, slots: { title: d.title } });
  return { id: s.id };
}

/** Throws a survey in preparation away. */
export async function discard(tx: Tx, by: Actor, { id }: In<'discard'>) {
  const s = await loadKept(tx, by, id);
  if (!(await q.deleteSurvey(tx, id))) throw new Refused(words.announcedAlready);
  await audit.record(tx, by, words.auditDiscarded, { subject: subject(id), unionId: s.unionId, slots: { title: s.title } });
  return { id };
}

const DAY = 86_400_000;

/** Prepares the next run of a survey: the same questions, the same series, opening tomorrow for as long as the last time. */
export async function again(tx: Tx, by: Actor, { id }: In<'again'>) {
  const s = await loadKept(tx, by, id);
  const opensAt = new Date(tx.now.getTime() + DAY);
  const copy = { ...s, id: newId(), level: s.level, madeById: by.personId, opensAt, closesAt: new Date(opensAt.getTime() + Math.max(DAY, s.closesAt.getTime() - s.opensAt.getTime())) };
  await q.insertSurvey(tx, copy);
  await audit.record(tx, by, words.auditAgain, { subject: subject(copy.id), unionId: s.unionId, slots: { title: s.title } });
  return { id: copy.id };
}

const shown = (t: { id: string; title: string; about: string; form: Form }, own: boolean) => ({ id: t.id, title: t.title, about: t.about, questions: askedOf(t.form).length, own });

const ready = (call: Call) => ({ id: SATISFACTION, title: say(satisfaction.title, call.locale), about: say(satisfaction.about, call.locale), form: satisfactionForm() });

/** Templates: what comes with the product, and what unions have kept. */
export async function templates(tx: Tx, by: Actor, _d: In<'templates'>, call: Call) {
  return { items: [shown(ready(call), false), ...(await q.listTemplates(tx, by)).map((t) => shown(t, true))] };
}

/** One template with its questions. */
export async function template(tx: Tx, by: Actor, { name }: In<'template'>, call: Call) {
  const found = name === SATISFACTION ? ready(call) : /^[0-9a-f-]{36}$/.test(name) ? await q.findTemplate(tx, by, name) : null;
  if (found === null) throw new Refused(doorWords.notFound, { status: 404 });
  return { ...shown(found, name !== SATISFACTION), form: found.form };
}

/** Keeps a questionnaire for later. */
export async function keepTemplate(tx: Tx, by: Actor, d: In<'keepTemplate'>) {
  refuseEnded(await loadUnionFor(tx, by, KEEP, d.unionId));
  const id = newId();
  await q.insertTemplate(tx, { id, unionId: d.unionId, title: d.title, about: d.about, form: d.form as Form, madeById: by.personId });
  await audit.record(tx, by, words.auditTemplateKept, { subject: { kind: 'surveyTemplate', id }, unionId: d.unionId, slots: { title: d.title } });
  return { id };
}

/** Takes a kept questionnaire away; surveys made of it stay. */
export async function dropTemplate(tx: Tx, by: Actor, { id }: In<'dropTemplate'>) {
  const t = await q.findTemplate(tx, by, id);
  if (t === null) throw new Refused(doorWords.notFound, { status: 404 });
  await q.deleteTemplate(tx, id);
  await audit.record(tx, by, words.auditTemplateDropped, { subject: { kind: 'surveyTemplate', id }, unionId: t.unionId, slots: { title: t.title } });
  return { id };
}
