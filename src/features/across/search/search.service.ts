import type { z } from 'zod';
import { type Actor, may, type Tx } from '#shared/call';
import { type Locale, say } from '#shared/words';
import type { Call } from '#platform/http';
import { cases } from '#engines/cases';
import type { api } from './search.contract.ts';
import { MOST_HITS, veiled } from './search.rules.ts';
import * as q from './search.sql.ts';
import { words } from './search.words.ts';

type In<K extends keyof typeof api> = z.output<(typeof api)[K]['in']>;
type Hit = z.input<(typeof api)['search']['out']>['items'][number];

async function people(tx: Tx, by: Actor, text: string, locale: Locale): Promise<Hit[]> {
  if (!may(by, 'search.people')) return [];
  return (await q.searchPeople(tx, by, text, MOST_HITS)).map((p) => {
    const number = p.staffNumber ? say(words.staffNumber, locale, { n: veiled(p.staffNumber) }) : say(words.card, locale, { n: veiled(p.cardNumber) });
    return { kind: 'person', id: p.id, group: say(words.people, locale), title: p.name, note: `${p.union} · ${number}`, path: may(by, 'members.read') ? `/members/${p.id}` : `/unions/${p.unionId}` };
  });
}

async function unions(tx: Tx, by: Actor, text: string, locale: Locale): Promise<Hit[]> {
  if (!may(by, 'unions.read')) return [];
  return (await q.searchUnions(tx, by, text, MOST_HITS)).map((u) => (
    { kind: 'union', id: u.id, group: say(words.unions, locale), title: u.name, note: [u.parent, say(words.code, locale, { code: u.code })].filter(Boolean).join(' · '), path: `/unions/${u.id}` }
  ));
}

async function matters(tx: Tx, by: Actor, text: string, locale: Locale): Promise<Hit[]> {
  const found: Hit[] = [];
  for (const p of cases.allProcesses().filter((x) => may(by, x.readers))) {
    const { items } = await cases.listRegister(tx, p, by, { text: text.replace(say(p.prefix, 'zh'), '').trim() || text }, { limit: MOST_HITS, offset: 0 });
    found.push(...items.map((c): Hit => ({
      kind: 'case', id: c.id, group: say(p.title, locale), title: c.title, path: p.consolePath.replace(':id', c.id),
      note: [`${say(p.prefix, locale)} ${c.number}`, c.originName, say(p.states[c.state]?.word ?? p.title, locale)].join(' · '),
    })));
  }
  return found;
}

/** People, unions and matters that the officer may see and that match a text. */
export async function search(tx: Tx, by: Actor, { text }: In<'search'>, call: Call) {
  return { items: [...(await unions(tx, by, text, call.locale)), ...(await people(tx, by, text, call.locale)), ...(await matters(tx, by, text, call.locale))] };
}

/** My own matters that match a text. */
export async function mine(tx: Tx, by: Actor, { text }: In<'mine'>, call: Call) {
  return {
    items: (await q.searchOwn(tx, by.personId, text, MOST_HITS)).map((c) => {
      const p = cases.processNamed(c.process);
      return {
        id: c.id, processTitle: say(p.title, call.locale), number: `${say(p.prefix, call.locale)} ${c.number}`, title: c.title,
        stateWord: say(p.states[c.state]?.word ?? p.title, call.locale), path: p.memberPath.replace(':id', c.id),
      };
    }),
  };
}
