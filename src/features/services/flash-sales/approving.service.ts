import type { z } from 'zod';
import type { Actor, Tx } from '#shared/call';
import { Refused } from '#shared/errors';
import { say } from '#shared/words';
import type { Call } from '#platform/http';
import { audit } from '#engines/audit';
import { cases, caseWords } from '#engines/cases';
import { claims, type Offer } from '#engines/claims';
import { notify } from '#engines/notify';
import { findUnion, listAncestors, officersOf, officesWith } from '#engines/org';
import { check, type Checked, sayCheck } from './checking.service.ts';
import type { Done } from './making.service.ts';
import type { api } from './sales.contract.ts';
import { saleProcess } from './sales.process.ts';
import * as q from './sales.sql.ts';
import type { SaleRow } from './sales.sql.ts';
import { words } from './sales.words.ts';
import { loadKept } from './scope.service.ts';

type In<K extends keyof typeof api> = z.output<(typeof api)[K]['in']>;

const done = async (tx: Tx, by: Actor, id: string): Promise<Done> => ({ id, state: (await loadKept(tx, by, id)).sale.state });

/** The union where somebody else may approve: this one, or the nearest above. */
async function approverFor(tx: Tx, by: Actor, unionId: string): Promise<string> {
  const own = await findUnion(tx, unionId);
  const line = own === null ? [] : [own, ...(await listAncestors(tx, own))];
  const others = new Set((await officersOf(tx, line.map((u) => u.id), officesWith('sales.approve'))).filter((o) => o.personId !== by.personId).map((o) => o.unionId));
  const union = line.find((u) => others.has(u.id));
  if (union === undefined) throw new Refused(words.noApprover);
  return union.id;
}

/** Publishes: from its start on it can be claimed. What it was checked against is kept with it. */
async function publish(tx: Tx, by: Actor, sale: SaleRow, checked: Checked): Promise<void> {
  await claims.open(tx, by, sale.id);
  await q.markPublished(tx, sale.id, checked.ruleSetId);
}

async function checkedFor(tx: Tx, sale: SaleRow, offer: Offer, call: Call): Promise<Checked> {
  const checked = await check(tx, sale, offer, sale.photos.length, true);
  const stops = checked.checks.filter((c) => c.level === 'stop');
  if (stops.length > 0) throw new Refused(words.stopped, { slots: { why: stops.map((c) => sayCheck(c, sale, call.locale)).join('') } });
  return checked;
}

/** Sends a draft for approval by a second officer; where the rulebook asks for none it is published at once. */
export async function submit(tx: Tx, by: Actor, { id }: In<'submit'>, call: Call): Promise<Done> {
  const { sale, offer } = await loadKept(tx, by, id);
  if (sale.state !== 'draft') throw new Refused(words.notDraft);
  const checked = await checkedFor(tx, sale, offer, call);
  if (!checked.needsApproval) {
    await publish(tx, by, sale, checked);
    await audit.record(tx, by, words.auditPublished, { subject: { kind: 'sale', id: sale.id }, unionId: sale.unionId, slots: { title: sale.title }, basis: { ruleSetId: checked.ruleSetId } });
  } else if (sale.caseId !== null && sale.caseState === 'returned') await cases.step(tx, saleProcess, 'submit', sale.caseId, { kind: 'person', actor: by });
  else {
    const opened = await cases.open(tx, saleProcess, { unionId: await approverFor(tx, by, sale.unionId), originUnionId: sale.unionId, title: sale.title, text: sale.about, privacy: 'named', channel: 'desk', author: by });
    await q.setCase(tx, sale.id, opened.id);
  }
  return done(tx, by, sale.id);
}

async function waiting(tx: Tx, by: Actor, id: string, permission: string): Promise<{ sale: SaleRow; offer: Offer; caseId: string }> {
  const { sale, offer } = await loadKept(tx, by, id, permission);
  if (sale.state !== 'waiting' || sale.caseId === null) throw new Refused(words.notWaiting);
  return { sale, offer, caseId: sale.caseId };
}

/** Approves and publishes; never by whoever made it. */
export async function approve(tx: Tx, by: Actor, { id, version, text }: In<'approve'>, call: Call): Promise<Done> {
  const { sale, offer, caseId } = await waiting(tx, by, id, 'sales.approve');
  if (sale.madeById === by.personId) throw new Refused(caseWords.ownCase, { status: 403 });
  if (sale.opensAt <= tx.now) throw new Refused(words.startPassed);
  const checked = await checkedFor(tx, sale, offer, call);
  await cases.step(tx, saleProcess, 'approve', caseId, { kind: 'person', actor: by }, { text, ...(version ? { version } : {}) });
  await publish(tx, by, sale, checked);
  return done(tx, by, sale.id);
}

/** Returns it to whoever made it, with what is to be changed. */
export async function giveBack(tx: Tx, by: Actor, { id, version, text }: In<'return'>): Promise<Done> {
  const { sale, caseId } = await waiting(tx, by, id, 'sales.approve');
  await cases.step(tx, saleProcess, 'return', caseId, { kind: 'person', actor: by }, { text, ...(version ? { version } : {}) });
  return done(tx, by, sale.id);
}

/** Takes a sale out of approval; it is a draft again. */
export async function withdraw(tx: Tx, by: Actor, { id }: In<'withdraw'>): Promise<Done> {
  const { sale, caseId } = await waiting(tx, by, id, 'sales.keep');
  await cases.step(tx, saleProcess, 'withdraw', caseId, { kind: 'person', actor: by });
  await q.setCase(tx, sale.id, null);
  return done(tx, by, sale.id);
}

/** Calls it off: places and points come back, those who had one and those who wanted to be reminded are told why. */
export async function callOff(tx: Tx, by: Actor, { id, why }: In<'callOff'>): Promise<Done> {
  const { sale } = await loadKept(tx, by, id);
  if (sale.state === 'cancelled') throw new Refused(words.nothingLeft);
  if (sale.state === 'waiting' && sale.caseId !== null) await cases.step(tx, saleProcess, 'withdraw', sale.caseId, { kind: 'person', actor: by }, { text: why });
  const others = sale.publishedAt !== null && sale.opensAt > tx.now ? await q.listReminded(tx, sale.id) : [];
  await claims.callOff(tx, by, sale.id, why);
  if (others.length > 0) await notify.tell(tx, { key: `sales/${sale.id}/off`, kind: 'sales.off', word: words.tellOff, body: words.tellOffBody, slots: { title: sale.title, why }, link: `/flash-sales/${sale.id}`, to: others, unionId: sale.unionId });
  return { id: sale.id, state: 'cancelled' };
}

/** Raises the number of a pool; whoever waits moves up. */
export async function raise(tx: Tx, by: Actor, { id, no, by: more }: In<'raise'>): Promise<{ promoted: number }> {
  const { sale } = await loadKept(tx, by, id);
  const pool = (await claims.listPools(tx, sale.id)).find((p) => p.no === no);
  return { promoted: await claims.setPlaces(tx, by, sale.id, no, (pool?.capacity ?? 0) + more) };
}

/** Publishes the exact order with masked names, or takes it back. */
export async function showOrder(tx: Tx, by: Actor, { id, shown }: In<'showOrder'>): Promise<Done> {
  const { sale } = await loadKept(tx, by, id);
  const over = sale.state === 'over' || (sale.state === 'on' && sale.taken >= sale.places);
  if (shown && !over) throw new Refused(words.notOver);
  await claims.amend(tx, by, sale.id, { published: shown });
  await audit.record(tx, by, shown ? words.auditShown : words.auditHidden, { subject: { kind: 'sale', id: sale.id }, unionId: sale.unionId, slots: { title: sale.title } });
  return { id: sale.id, state: sale.state };
}

/** The words of a step of the approval. */
export const stepWord = (step: string, call: Pick<Call, 'locale'>): string => say((saleProcess.steps as Record<string, { word: typeof words.sale }>)[step]?.word ?? words.submit, call.locale);
