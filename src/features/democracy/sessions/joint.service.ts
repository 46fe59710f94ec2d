import type { z } from 'zod';
import type { Actor, Tx } from '#shared/call';
import { chinaTime } from '#shared/dates';
import { newId } from '#shared/ids';
import { type Locale, say } from '#shared/words';
import type { Call, Download } from '#platform/http';
import { exportSheet } from '#platform/sheets';
import { audit } from '#engines/audit';
import { type Composed, decideJointly, sayJoint } from '#engines/ballot';
import { loadUnionFor } from '#engines/org';
import { KEEP, missing, wrong } from './access.service.ts';
import type { joint } from './joint.contract.ts';
import * as q from './joint.sql.ts';
import { words } from './joint.words.ts';

type In<K extends keyof typeof joint> = z.output<(typeof joint)[K]['in']>;
const EXPORT_MOST = 5_000;

/** The kernel's rule: enough of the congresses by the weight of their delegates, and none of those that may veto did (source 004). */
function ruleOf(d: q.DecisionRow): Composed {
  const agree = d.votes.filter((v) => !v.veto).map((v) => ({ weight: v.weight, rule: { kind: 'passed' as const, ballot: v.id } }));
  const veto = d.votes.filter((v) => v.veto).map((v) => ({ weight: 1, rule: { kind: 'noVeto' as const, ballot: v.id } }));
  return { kind: 'share', op: 'GE', num: 1, den: 1, of: [{ weight: 1, rule: { kind: 'share', op: d.op, num: d.num, den: d.den, of: agree } }, ...veto] };
}

/** What the votes that were declared make of it; as soon as nothing that is open could change it. */
function judged(d: q.DecisionRow) {
  return decideJointly(ruleOf(d), new Map(d.votes.flatMap((v) => (v.state === 'passed' || v.state === 'failed' ? [[v.id, v.state === 'passed'] as const] : []))));
}

const rowOf = (d: q.DecisionRow) => ({ id: d.id, title: d.title, union: d.union, round: d.round, parts: d.votes.length, verdict: judged(d).verdict, at: d.madeAt.toISOString() });
const filterOf = async (tx: Tx, by: Actor, { unionId, text }: { unionId?: string | undefined; text?: string | undefined }) => ({ text, unionPath: unionId ? (await loadUnionFor(tx, by, KEEP, unionId)).path : undefined });

/** Decisions over the unions of the officer. */
export async function list(tx: Tx, by: Actor, f: In<'list'>) {
  const { items, total } = await q.listDecisions(tx, by, await filterOf(tx, by, f), f);
  return { items: items.map(rowOf), total };
}

/** The same as a sheet. */
export async function exportList(tx: Tx, by: Actor, { columns, ...f }: In<'exportList'>, { locale }: Call): Promise<Download> {
  const { items } = await q.listDecisions(tx, by, await filterOf(tx, by, f), { limit: EXPORT_MOST, offset: 0 });
  await audit.record(tx, by, words.auditExported, { subject: { kind: 'register', id: tx.federationId }, slots: { n: items.length } });
  return exportSheet({
    name: words.exportName, now: tx.now, locale, rows: items.map(rowOf), shown: columns,
    columns: [{ heading: words.name, under: ['title'], cell: (r) => r.title }, { heading: words.union, under: ['union'], cell: (r) => r.union }, { heading: words.round, under: ['round'], kind: 'number', cell: (r) => r.round }, { heading: words.parts, under: ['parts'], kind: 'number', cell: (r) => r.parts }, { heading: words.verdict, under: ['verdict'], cell: (r) => say(words[`verdict_${r.verdict}`], locale) }, { heading: words.at, under: ['at'], cell: (r) => chinaTime(new Date(r.at)) }],
  });
}

const linesOf = (d: q.DecisionRow, locale: Locale) => judged(d).lines.map((l) => ({ depth: l.depth, verdict: l.verdict, title: l.ballot === null ? say(words.all, locale) : (d.votes.find((v) => v.id === l.ballot)?.title ?? ''), sentence: sayJoint(l, locale) }));

/** One decision with how its result comes about. */
export async function one(tx: Tx, by: Actor, { id }: In<'one'>, { locale }: Call) {
  const d = (await q.findDecision(tx, by, id)) ?? missing();
  return { ...rowOf(d), about: d.about, op: d.op, num: d.num, den: d.den, votes: [...d.votes], lines: linesOf(d, locale) };
}

/** Votes that may be composed. */
export async function items(tx: Tx, by: Actor, { text }: In<'items'>) {
  return { items: await q.listVotable(tx, by, { text }) };
}

/** Composes votes of several sessions to one decision; each weighs what its congress has delegates. */
export async function make(tx: Tx, by: Actor, d: In<'make'>) {
  await loadUnionFor(tx, by, KEEP, d.unionId);
  if (d.num > d.den) wrong('num', words.shareWrong);
  const ids = [...d.agree, ...d.veto];
  if (new Set(ids).size < ids.length) wrong('veto', words.itemTwice);
  const found = await q.listVotable(tx, by, { ids });
  if (found.length < ids.length) wrong('agree', words.itemUnknown);
  const id = newId();
  const parts = ids.map((x) => ({ id: x, weight: Math.max(1, found.find((v) => v.id === x)?.delegates ?? 1), veto: d.veto.includes(x) }));
  await q.insertDecision(tx, { id, unionId: d.unionId, title: d.title, about: d.about, round: d.round, op: d.op, num: d.num, den: d.den, byId: by.personId }, parts);
  await audit.record(tx, by, words.auditMade, { subject: { kind: 'jointDecision', id }, unionId: d.unionId, slots: { title: d.title } });
  return { id };
}
