import { ballots } from '#engines/ballot';
import { notify } from '#engines/notify';
import { clock } from '#platform/clock';
import { type Asked, blind, type BoothBallot, finalise, paperOf, type Receipt, type Token } from '#shared/ballot-booth';
import { fixClock } from './clock.ts';
import { cast, foundCity, type Player } from './people.ts';
import { startHouse } from './server.ts';

type Body = {
  id: string; stage: string; asked: number; answered: number; papers: number; invalid: number; total: number; headline: number | null; may: string[]; given: boolean; people: number; version: number; tasks: number; reminded: boolean; class: string; signature: string; number: string | null; level: string;
  items: (Body & { title: string; url: string; no: number; used: boolean; name: string; state: string; text: string; topicId: string | null; finding: string; answer: string })[]; topics: { id: string; title: string; remarks: number }[]; loose: number; cells: (number | null)[]; form: { sections: unknown[] };
  questions: { id: string; all: { n: number; counts: number[]; topTwo: number | null } }[]; by: { id: string; groups: { value: string; figures: { n: number } | null }[] }[]; findings: { at: string; fault: string }[]; channels: { own: number; link: number; telephone: number }; mine: { sex: string };
  error?: { code: string; fields?: { path: string }[] };
};
const t = (zh: string) => ({ zh, en: '' });
const option = (id: string) => ({ id, text: t(`选项${id}`), other: false, exclusive: false });
/** A question as it travels. */
export const question = (id: string, kind: string, more: object = {}) => ({
  id, kind, title: t(`第${id}题`), hint: t(''), required: true, options: kind === 'single' ? ['a', 'b', 'c'].map(option) : [], rows: [], look: 'smileys', low: kind === 'scale' ? 1 : null, high: kind === 'scale' ? 5 : null, ends: [t(''), t('')], unit: t(''), most: 300, showIf: null, jumps: [], ...more,
});
export const FORM = {
  layout: 'one', english: false, headline: 'q1',
  sections: [{ id: 's1', title: t('第一部分'), about: t(''), questions: [question('q1', 'scale'), question('q2', 'single'), question('q3', 'long', { required: false, showIf: { all: true, of: [{ ask: 'q2', is: 'is', than: 'c' }] } })] }],
};
const ROLL = { unions: [], sex: null, ages: [], works: [], offices: false, sample: null };

/** A house with a union of an officer and twelve members, and a neighbour; nine in the morning of 7 September 2026. */
export async function surveyStage() {
  fixClock('2026-09-07T01:00:00Z');
  const house = await startHouse();
  const city = await foundCity(house, 'S');
  const people = await cast(house, city.federationId, [
    { name: '高主席', unionId: city.one.id, offices: ['chair'] }, ...Array.from({ length: 12 }, (_, i) => ({ name: `职工${String.fromCharCode(0x4e00 + 100 + i)}`, unionId: city.one.id })),
    { name: '邻主席', unionId: city.other.id, offices: ['chair'] }, { name: '李部长', unionId: city.one.id, offices: ['departmentLiaison'] },
  ]);
  const chair = people[0] as Player;
  const [members, sibling, liaison] = [people.slice(1, 13), people[13] as Player, people[14] as Player];
  let fresh = new Map(people.map((p) => [p.id, p.token]));
  const ask = async (who: Player | null, method: 'GET' | 'POST' | 'PUT' | 'DELETE', path: string, body?: unknown): Promise<{ status: number; body: Body; text: string }> => {
    const a = await house.ask(method, `/api/v1${path}`, body, { token: who === null ? null : (fresh.get(who.id) ?? null) });
    return { status: a.status, body: a.body as Body, text: a.text };
  };
  const at = async (when: string): Promise<void> => {
    fixClock(when);
    const tokens = await house.tokens(city.federationId, people.map((p) => p.id));
    fresh = new Map(people.map((p, i) => [p.id, tokens[i] ?? '']));
  };
  const form = (more: object = {}) => ({
    unionId: city.one.id, title: '食堂调查', about: '', form: FORM, series: '', level: 'blind', groups: ['sex'], roll: ROLL, seed: '', links: 0, opensOn: '2026-09-07', opensAt: '09:30', closesOn: '2026-09-09', closesAt: '18:00', resultsTo: 'asked', ...more,
  });
  const sweep = (id: string): Promise<void> => ballots.sweepBallot(house.database, city.federationId, id, clock.now());
  /** Prepared, announced, with keys, and open. */
  const open = async (more: object = {}): Promise<string> => {
    const { id } = (await ask(chair, 'POST', '/survey-desk', form(more))).body;
    await ask(chair, 'POST', `/survey-desk/${id}/announce`, {});
    await at('2026-09-07T01:31:00Z');
    await sweep(id);
    return id;
  };
  const close = async (id: string): Promise<void> => {
    await at('2026-09-09T10:01:00Z');
    await sweep(id);
  };
  const booth = async (id: string): Promise<BoothBallot> => (await ask(null, 'GET', `/survey-booths/${city.federationId}/${id}`)).body as unknown as BoothBallot;
  /** A device fetches its token the way that `by` says, and posts papers with it. */
  const device = async (id: string, by: (blinded: string) => Promise<{ status: number; body: Body }>): Promise<{ status: number; code: string | undefined; token: Token | null; asked: Asked }> => {
    const b = await booth(id);
    const asked = await blind(b, '');
    const answer = await by(asked.blinded);
    return { status: answer.status, code: answer.body.error?.code, token: answer.status === 200 ? await finalise(b, asked, answer.body.signature) : null, asked };
  };
  const post = async (id: string, token: Token, paper: { given: object; about?: object }): Promise<{ status: number; receipt: Receipt; token: Token }> => {
    const ready = await paperOf(await booth(id), token, { kind: 'questions', answers: { given: paper.given, about: paper.about ?? {} } });
    if (ready === null) throw new Error('too long');
    const r = await ask(null, 'POST', '/ballot-papers', { federationId: city.federationId, ballotId: id, body: ready.body });
    return { status: r.status, receipt: r.body as unknown as Receipt, token: ready.token };
  };
  const answer = async (id: string, who: Player, paper: { given: object; about?: object }): Promise<Token> => {
    const { token } = await device(id, (blinded) => ask(who, 'POST', `/surveys/${id}/token`, { blinded }));
    if (token === null) throw new Error(`${who.name} has no token`);
    return (await post(id, token, paper)).token;
  };
  const inbox = async (who: Player) => (await house.within(city.federationId, (tx) => notify.inbox(tx, { personId: who.id, locale: 'zh' }, { limit: 50 }))).items.map((m) => m.title);
  return { house, city, chair, members, sibling, liaison, ask, at, form, sweep, open, close, booth, device, post, answer, inbox };
}
