import type { z } from 'zod';
import type { Actor, Tx } from '#shared/call';
import { legalDateOf } from '#shared/dates';
import { Refused } from '#shared/errors';
import { plainYuan, sumFen } from '#shared/money';
import { say } from '#shared/words';
import type { Call, Download } from '#platform/http';
import { exportSheet } from '#platform/sheets';
import { audit } from '#engines/audit';
import { type LineWanted, payments } from '#engines/payments';
import { rulebook } from '#engines/rulebook';
import { loadCollection } from './collecting.service.ts';
import type { desk } from './desk.contract.ts';
import { listEarners, listSeconders } from './people.sql.ts';
import { words } from './proposals.words.ts';

type In<K extends keyof typeof desk> = z.output<(typeof desk)[K]['in']>;
const PURPOSE = 'proposal.reward';
const MAY = 'proposals.reward';
const NUMBERS = ['proposals.reward.filed', 'proposals.reward.hotEach'] as const;

/** Says once, when the part is loaded, what rewards of proposals are paid as. */
export const declarePurpose = (): void => payments.usePurpose({ name: PURPOSE, title: words.purpose, expense: { code: '503', name: words.expense }, memberPath: '/proposals/:id', consolePath: '/proposals/:id' });

const filedKey = (id: string): string => `proposal/${id}/filed`;
const hotKey = (id: string, personId: string): string => `proposal/${id}/hot/${personId}`;

/** Every key under which something of a proposal may be paid. */
export async function keysOf(tx: Tx, p: { readonly id: string; readonly authorId: string }): Promise<string[]> {
  const yes = (await listSeconders(tx, p.id)).map((s) => s.id);
  return [filedKey(p.id), ...[p.authorId, ...yes].map((person) => hotKey(p.id, person))];
}

type Earned = { readonly key: string; readonly proposalId: string; readonly number: string; readonly title: string; readonly personId: string; readonly name: string; readonly why: 'filed' | 'hot'; readonly amountFen: bigint };

/** Who earned what in a collection: the mover of each filed proposal its reward; mover and seconders of a hot topic theirs (source file 002). */
async function earned(tx: Tx, collectionId: string, each: { readonly filed: bigint; readonly hot: bigint }): Promise<Earned[]> {
  const list = await listEarners(tx, collectionId);
  const filed = list.filter((e) => e.mover).map((e): Earned => ({ ...e, key: filedKey(e.proposalId), why: 'filed', amountFen: each.filed }));
  const hot = list.filter((e) => e.hot).map((e): Earned => ({ ...e, key: hotKey(e.proposalId, e.personId), why: 'hot', amountFen: each.hot }));
  return [...filed, ...hot].filter((e) => e.amountFen > 0n);
}

async function reckoned(tx: Tx, by: Actor, id: string, locale: 'zh' | 'en') {
  const c = await loadCollection(tx, by, MAY, id);
  const { values, basis } = await rulebook.look(tx, { unionId: c.unionId }, NUMBERS);
  const each = { filed: BigInt(values['proposals.reward.filed']), hot: BigInt(values['proposals.reward.hotEach']) };
  const list = await earned(tx, id, each);
  return { c, each, list, places: await payments.findByKeys(tx, list.map((e) => e.key)), basis: [...new Set(basis.map((g) => rulebook.sayBasis(g, locale)))] };
}

/** What the proposals of a session earned, and on which list it is paid. */
export async function rewards(tx: Tx, by: Actor, { id }: In<'rewards'>, call: Call) {
  const { c, each, list, places, basis } = await reckoned(tx, by, id, call.locale);
  return {
    session: c.session, filedFen: Number(each.filed), hotFen: Number(each.hot), totalFen: Number(sumFen(list.map((e) => e.amountFen))), dueFen: Number(sumFen(list.filter((e) => !places.has(e.key)).map((e) => e.amountFen))), basis,
    items: list.map((e) => { const p = places.get(e.key); return { id: e.key, proposalId: e.proposalId, number: e.number, title: e.title, name: e.name, why: e.why, amountFen: Number(e.amountFen), place: p ? { listId: p.listId, number: p.number, state: p.state } : null }; }),
  };
}

/** The same as a spreadsheet. */
export async function exportRewards(tx: Tx, by: Actor, { id }: In<'exportRewards'>, call: Call): Promise<Download> {
  const { c, list, places } = await reckoned(tx, by, id, call.locale);
  await audit.record(tx, by, words.auditExported, { subject: { kind: 'proposalCollection', id }, unionId: c.unionId, slots: { n: list.length } });
  return exportSheet({
    name: words.rewardsName, now: tx.now, locale: call.locale, rows: list,
    columns: [
      { heading: words.colNumber, under: [], cell: (e) => e.number }, { heading: words.colTitle, under: [], cell: (e) => e.title }, { heading: words.colName, under: [], cell: (e) => e.name },
      { heading: words.colWhy, under: [], cell: (e) => say(words[`why_${e.why}`], call.locale) }, { heading: words.colAmount, under: [], cell: (e) => plainYuan(e.amountFen) }, { heading: words.colList, under: [], cell: (e) => places.get(e.key)?.number ?? '' },
    ],
  });
}

/** Drafts the payment list of what is due; again: nothing new. */
export async function draw(tx: Tx, by: Actor, { id }: In<'draw'>, call: Call) {
  const c = await loadCollection(tx, by, MAY, id);
  const { values } = await rulebook.resolve(tx, { unionId: c.unionId }, NUMBERS);
  const list = await earned(tx, id, { filed: BigInt(values['proposals.reward.filed']), hot: BigInt(values['proposals.reward.hotEach']) });
  const lines = list.map((e): LineWanted => ({ personId: e.personId, amountFen: e.amountFen, reason: { word: words[`reason_${e.why}`], slots: { number: e.number } }, document: { kind: 'proposal', id: e.proposalId }, key: e.key }));
  const drafted = lines.length === 0 ? null : await payments.draft(tx, by, { unionId: c.unionId, purpose: PURPOSE, period: legalDateOf(tx.now).slice(0, 4), title: say(words.listTitle, call.locale, { session: c.session }), lines });
  if (drafted === null || drafted.id === null || drafted.number === null) throw new Refused(words.nothingDue);
  return { listId: drafted.id, number: drafted.number, added: drafted.added };
}
