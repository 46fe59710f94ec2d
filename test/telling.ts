import { randomBytes } from 'node:crypto';
import { contactsOf, draftUnion, foundFederation, foundUnions, newPerson, savePeople, type Union } from '#engines/org';
import { notify, outboundOf, type Telling } from '#engines/notify';
import { clock } from '#platform/clock';
import { rows, sql } from '#platform/db';
import { keyRing, secrets } from '#platform/secrets';
import type { Tx } from '#shared/call';
import { newId } from '#shared/ids';
import { defineWords } from '#shared/words';
import { fixClock } from './clock.ts';
import { freshDatabase } from './database.ts';

/** A database of its own, unions, people and letters to tell of: what tests of messages begin with. */

export const words = defineWords('letters', {
  title: ['您的来信已答复', 'Your letter was answered'],
  body: ['来信“{subject}”已由{union}答复。', 'Your letter "{subject}" was answered by {union}.'],
  code: ['验证码 {code}，{minutes} 分钟内有效', 'Code {code}, valid for {minutes} minutes'],
});
export const slots = { subject: '食堂', union: '机械厂工会' };
export const NOON = '2026-11-21T04:00:00Z'; // 12:00 in China
export const NIGHT = '2026-11-21T15:00:00Z'; // 23:00

fixClock(NOON);
secrets.use(keyRing([randomBytes(32)]));
export const database = await freshDatabase();
const outbound = outboundOf({ allow: ['127.0.0.1'], plainHttp: true });
export const everywhere = sql<boolean>`true`;

export type City = { id: string; plant: Union; in<T>(run: (tx: Tx) => Promise<T>): Promise<T>; person(o?: { email?: string; phone?: string; locale?: 'zh' | 'en' }): Promise<string> };

export async function foundCity(): Promise<City> {
  const id = newId();
  const run = <T>(work: (tx: Tx) => Promise<T>): Promise<T> => database.transaction(id, clock.now(), work);
  const plant = await run(async (tx) => {
    const top = await foundFederation(tx, { name: '市总工会', code: id.slice(-8) });
    const union = draftUnion({ name: '机械厂工会', code: 'P1', kind: 'enterprise', parentId: id }, top);
    await foundUnions(tx, [union]);
    return union;
  });
  const person: City['person'] = (o = {}) => run(async (tx) => {
    const p = { ...newPerson('王师傅'), email: o.email ?? null, phone: o.phone ?? null, locale: o.locale ?? 'zh' };
    await savePeople(tx, [p]);
    return p.id;
  });
  return { id, plant, in: run, person };
}

type Ways = Pick<Parameters<typeof notify.use>[0], 'email' | 'sms'>;
export const use = (ways: Ways = {}): void =>
  notify.use({ database, contactsOf, publicUrl: 'https://union.example', mode: 'demo', outbound, email: null, sms: null, ...ways });
export const smtp = (port: number) => ({ host: '127.0.0.1', port, safety: 'none' as const, from: 'union@union.example', fromName: '市总工会' });
export const telling = (to: Telling['to'], o: Partial<Telling> = {}): Telling =>
  ({ key: `letters/${newId()}`, kind: 'letters.answered', word: words.title, body: words.body, slots, link: '/letters/1', to, ...o });
export const deliveries = (city: City) => city.in(async (tx) => (await sql<{ channel: string; state: string; code: string; tries: number; due: Date; address: Buffer | null }>`
  SELECT channel, state, code, tries::int AS tries, due_at AS due, address_sealed AS address FROM notify_delivery WHERE federation_id = ${tx.federationId} ORDER BY queued_at, id`.execute(rows(tx))).rows);
export const attempts = (city: City) => city.in(async (tx) => (await sql<{ state: string; code: string; address: string }>`
  SELECT state, code, address_masked AS address FROM notify_attempt WHERE federation_id = ${tx.federationId} ORDER BY began_at, id`.execute(rows(tx))).rows);
