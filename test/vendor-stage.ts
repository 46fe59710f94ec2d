/** A plant whose people sign in by WeCom, DingTalk and WeChat, the stand-in for those, and browsers that keep their cookies. */
import assert from 'node:assert/strict';
import { identity, useIdentity, type VendorName } from '#engines/identity';
import { permissionsOf } from '#engines/org';
import { clock } from '#platform/clock';
import { rows, sql } from '#platform/db';
import type { Feature } from '#platform/http';
import { outboundOf } from '#platform/outbound';
import { freshDatabase } from './database.ts';
import { addPerson, type Answer, foundCity, openStage } from './stage.ts';
import { DINGTALK, fakeVendors, type Holder, WECHAT, WECOM } from './vendors.ts';

export const UA = { wecom: 'Mozilla/5.0 (Linux; Android 14) MicroMessenger/7.0.1 wxwork/4.1.30', dingtalk: 'Mozilla/5.0 (iPhone) AliApp(DingTalk/7.6.0)', wechat: 'Mozilla/5.0 (iPhone) MicroMessenger/8.0.50' } as const;
export const ALL = ['wecom', 'dingtalk', 'wechat'] as const;

let number = 13_900_000_000;
export const newPhone = (): string => String(++number);
export const newHolder = (more: Partial<Holder> = {}): Holder => ({ id: `acc-${++number}`, ...more });

type Method = 'GET' | 'POST' | 'PUT' | 'DELETE';
/** One browser: keeps its cookies and sends them as a browser would. */
export type Browser = { readonly jar: Map<string, string>; ask(method: Method, url: string, body?: unknown, headers?: Record<string, string>): Promise<Answer> };

/** Asserts that a call was refused with this sentence of the engine. */
export const refused = (r: Answer, status: number, code: string): void =>
  assert.deepEqual([r.status, r.body.error?.code], [status, `identity.${code}`], JSON.stringify(r.body));

/** Opens the stage in live mode with two federations; `plant` is the union that uses the vendors. */
export async function openVendorStage(features: readonly Feature[]) {
  const fake = await fakeVendors();
  const stage = await openStage(await freshDatabase(), features, 'live');
  const city = await foundCity(stage);
  const town = await foundCity(stage, 'TOWN');
  const plant = { federationId: city.federationId, unionId: city.plant.id };

  /** Sets all vendors up for the people of the plant, or as told. */
  function setUp(match: 'ask' | 'mobile' | 'staffNumber' = 'ask', o: { union?: string | undefined; offer?: VendorName[] } = {}): void {
    const common = { union: 'union' in o ? o.union : 'CITY-1', url: fake.url };
    const all = identity.vendorsFrom(
      { wecom: { ...WECOM, ...common, match }, dingtalk: { ...DINGTALK, ...common, match }, wechat: { ...WECHAT, ...common } },
      outboundOf({ allow: ['127.0.0.1'], plainHttp: true }),
    );
    useIdentity({
      db: stage.db, mode: 'live', wordsOf: permissionsOf, sendCode: async (m) => void stage.codes.push(m),
      publicUrl: 'https://union.example', vendors: all.filter((v) => o.offer?.includes(v.name) ?? true),
    });
  }
  setUp();

  function browser(): Browser {
    const jar = new Map<string, string>();
    return {
      jar,
      async ask(method, url, body, headers = {}) {
        const cookie = [...jar].filter(([name]) => name === 'niangjia' || url.startsWith('/api/v1/sign-in')).map(([name, value]) => `${name}=${value}`).join('; ');
        const r = await stage.ask(method, url, body, { headers: { cookie, ...headers } });
        for (const line of [r.headers['set-cookie'] ?? []].flat() as string[]) {
          const [, name = '', value = ''] = /^([^=]+)=([^;]*)/.exec(line) ?? [];
          if (value === '') jar.delete(name);
          else jar.set(name, value);
        }
        return r;
      },
    };
  }

  async function begin(b: Browser, vendor: VendorName, next?: string): Promise<{ state: string; url: URL }> {
    const r = await b.ask('POST', `/api/v1/sign-in/vendors/${vendor}/begin`, next === undefined ? {} : { next }, { 'user-agent': UA[vendor] });
    assert.equal(r.status, 200, JSON.stringify(r.body));
    const url = new URL(r.body.url);
    return { url, state: url.searchParams.get('state') ?? '' };
  }
  const finish = (b: Browser, vendor: VendorName, o: { code: string; state: string }): Promise<Answer> =>
    b.ask('POST', `/api/v1/sign-in/vendors/${vendor}/finish`, o, { 'user-agent': UA[vendor] });

  /** The whole way there and back as this holder. */
  async function come(b: Browser, vendor: VendorName, holder: Holder, next?: string): Promise<Answer> {
    const { state } = await begin(b, vendor, next);
    return finish(b, vendor, { state, code: fake.codeFor(holder) });
  }
  async function signInByCode(b: Browser, phone: string): Promise<void> {
    const r = await b.ask('POST', '/api/v1/sign-in/code', { phone, code: await stage.codeFor(phone) });
    assert.equal(r.status, 200, JSON.stringify(r.body));
    clock.advance(60_000);
  }
  const bind = (b: Browser, claim: string): Promise<Answer> => b.ask('POST', '/api/v1/sign-in/vendors/bind', { claim });

  /** A member who has bound an account already, still in the browser `b`. */
  async function boundMember(vendor: VendorName, name = '韦工'): Promise<{ id: string; phone: string; holder: Holder; b: Browser }> {
    const phone = newPhone();
    const id = await addPerson(stage, plant, { name, phone });
    const holder = newHolder();
    const b = browser();
    const first = await come(b, vendor, holder);
    assert.equal(first.body.next, 'bind', JSON.stringify(first.body));
    await signInByCode(b, phone);
    assert.equal((await bind(b, first.body.claim)).status, 200);
    return { id, phone, holder, b };
  }
  const count = async (query: ReturnType<typeof sql<{ n: number }>>): Promise<number> => (await stage.in(city.federationId, (tx) => query.execute(rows(tx)))).rows[0]?.n ?? -1;
  return {
    fake, stage, city, town, plant, setUp, browser, begin, finish, come, signInByCode, bind, boundMember,
    /** how many accounts of a person count */
    bindings: (id: string) => count(sql<{ n: number }>`select count(*)::int n from vendor_account where federation_id = ${city.federationId} and person_id = ${id} and ended_at is null`),
    /** how many lines of the log say this about a person */
    said: (id: string, word: string) => count(sql<{ n: number }>`select count(*)::int n from audit_entry where federation_id = ${city.federationId} and subject_id = ${id} and word = ${`identity.${word}`}`),
    async close(): Promise<void> {
      await stage.close();
      await fake.close();
    },
  };
}
