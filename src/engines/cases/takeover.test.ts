import assert from 'node:assert/strict';
import test from 'node:test';
import fc from 'fast-check';
import { cases, type TakenCase, type TakenEvent } from '#engines/cases';
import { similarity } from '#engines/similarity';
import { rows, sql } from '#platform/db';
import { clock } from '#platform/clock';
import { Refused } from '#shared/errors';
import { newId } from '#shared/ids';
import type { Tx } from '#shared/call';
import { fixClock } from '#test/clock';
import { cast, foundCity, type Player } from '#test/people';
import { startHouse } from '#test/server';

const DAY = '2026-09-07T01:00:00Z';
const on = (date: string): Date => new Date(`${date}T02:00:00Z`);
const code = (expected: string) => (error: unknown): boolean => error instanceof Refused && error.word.code === `cases.${expected}`;
const officer = (step: string, toState: string, date: string, text = '看过了'): TakenEvent => ({ step, toState, byKind: 'officer', byId: null, text, at: on(date) });
const SETTLED: readonly TakenEvent[] = [
  officer('accept', 'accepted', '2016-03-02'), officer('answer', 'answered', '2016-03-08', '饮水机已经修好'), { step: 'rate', toState: 'closed', byKind: 'author', byId: null, at: on('2016-03-09') },
];

async function stage() {
  fixClock(DAY);
  const house = await startHouse();
  const city = await foundCity(house, 'T');
  const [writer, chair] = (await cast(house, city.federationId, [{ name: '王小兵', unionId: city.one.id }, { name: '高主席', unionId: city.one.id, offices: ['chair'] }])) as [Player, Player];
  const letter = (more: Partial<TakenCase> = {}): TakenCase => ({
    title: '饮水机坏了', text: '二车间的饮水机坏了三天，没有人修。', state: 'closed', privacy: 'named', channel: 'register', unionId: city.one.id, authorId: writer.id,
    openedAt: on('2016-03-01'), events: SETTLED, ...more,
  });
  const take = (list: readonly TakenCase[], o?: Parameters<typeof cases.takeOver>[3]) => house.within(city.federationId, (tx) => cases.takeOver(tx, cases.processNamed('letter'), list, o));
  const count = async (table: 'case_file' | 'case_event' | 'notify_message' | 'audit_entry', where = sql`true`) =>
    house.within(city.federationId, async (tx) => Number((await sql<{ n: string }>`select count(*) as n from ${sql.table(table)} where federation_id = ${tx.federationId} and ${where}`.execute(rows(tx))).rows[0]?.n));
  return { house, city, writer, chair, letter, take, count };
}

type Row = { number: string; state: string; isOpen: boolean; acceptDue: Date | null; acceptedAt: Date | null; answerDue: Date | null; nextDue: Date | null; nextEscalation: Date | null; lapseDue: Date | null; version: number; ruleSetId: string | null; openedAt: Date; changedAt: Date };
const row = async (tx: Tx, id: string): Promise<Row> => (await sql<Row>`select number, state, is_open as "isOpen", accept_due as "acceptDue", accepted_at as "acceptedAt", answer_due as "answerDue", next_due as "nextDue",
  next_escalation as "nextEscalation", lapse_due as "lapseDue", version, rule_set_id as "ruleSetId", opened_at as "openedAt", changed_at as "changedAt" from case_file where federation_id = ${tx.federationId} and id = ${id}`.execute(rows(tx))).rows[0] as Row;

test('taking over refuses what could not have happened, and writes nothing of the rest', { timeout: 120_000 }, async () => {
  const { city, letter, take, count } = await stage();
  const wrong: readonly [RegExp, Partial<TakenCase>][] = [
    [/no step resolve/, { events: [officer('resolve', 'closed', '2016-03-02')] }],
    [/rate is not possible in received/, { events: [officer('rate', 'closed', '2016-03-02')] }],
    [/accept leads to accepted, not to answered/, { events: [officer('accept', 'answered', '2016-03-02')] }],
    [/ends in accepted, not in closed/, { events: [officer('accept', 'accepted', '2016-03-02')] }],
    [/no state settled/, { state: 'settled' }],
    [/happened before/, { events: [...SETTLED].map((e, n) => (n === 1 ? { ...e, at: on('2016-02-01') } : e)) }],
    [/in the future/, { openedAt: on('2026-09-08'), state: 'received', events: [] }],
    [/in the future/, { changedAt: on('2016-03-03') }],
  ];
  for (const [why, change] of wrong) await assert.rejects(take([letter(), letter(change)]), why);
  await assert.rejects(take([letter({ unionId: newId() })]), code('unionElsewhere'));
  await assert.rejects(take([letter({ number: '旧-16-004' }), letter({ number: '旧-16-004' })]), code('numberTaken'));
  await take([letter({ number: '旧-16-003' })]);
  await assert.rejects(take([letter(), letter({ number: '旧-16-003' })]), code('numberTaken'));
  await assert.rejects(take(Array.from({ length: 1001 }, () => letter())), /more than 1000/);
  await assert.rejects(take([letter({ events: Array.from({ length: 101 }, () => officer('ask', 'received', '2016-03-02')) })]), /more than 100 events/);
  assert.equal(await count('case_file'), 1, city.one.name);
  assert.equal(await count('case_event'), 4);
});

test('what is taken over stands with its timeline: numbers by year, one line in the log, nobody is told, no clock of what is closed', { timeout: 120_000 }, async () => {
  const { house, city, chair, writer, letter, take, count } = await stage();
  const lines = await count('audit_entry');
  const id = newId();
  const late = letter({ id, state: 'received', events: [], openedAt: on('2026-09-01') });
  const rated = letter({ state: 'answered', events: [officer('accept', 'accepted', '2026-08-20'), officer('answer', 'answered', '2026-09-01')], openedAt: on('2026-08-19') });
  const taken = await take([letter({ openedAt: on('2016-03-01') }), letter({ openedAt: on('2016-02-28'), barred: [{ personId: chair.id, why: '亲属' }] }), letter({ number: '2026-00007', openedAt: on('2026-01-05'), state: 'declined', events: [officer('decline', 'declined', '2026-01-06')] }), late, rated], { by: null, findable: true });
  assert.deepEqual(taken.map((t) => t.number), ['2016-00002', '2016-00001', '2026-00007', '2026-00009', '2026-00008'], 'the earliest first, behind the numbers given elsewhere');
  assert.equal(taken[3]?.id, id);
  assert.equal(await count('audit_entry'), lines + 1);
  assert.equal(await count('notify_message'), 0);
  await house.within(city.federationId, async (tx) => {
    const closed = await row(tx, taken[0]?.id ?? '');
    assert.deepEqual({ ...closed, ruleSetId: null }, { number: '2016-00002', state: 'closed', isOpen: false, acceptDue: null, acceptedAt: on('2016-03-02'), answerDue: null, nextDue: null, nextEscalation: null, lapseDue: null, version: 4, ruleSetId: null, openedAt: on('2016-03-01'), changedAt: on('2016-03-09') });
    const open = await row(tx, id);
    assert.ok(open.isOpen && open.ruleSetId && open.acceptDue && open.acceptDue > open.openedAt && open.nextDue?.getTime() === open.acceptDue.getTime() && open.nextEscalation);
    const answered = await row(tx, taken[4]?.id ?? '');
    assert.ok(answered.lapseDue && answered.lapseDue > on('2026-09-01') && answered.nextDue === null);
    const events = await sql<{ position: number; from: string; to: string }>`select position, from_state as "from", to_state as "to" from case_event where federation_id = ${tx.federationId} and case_id = ${taken[0]?.id} order by position`.execute(rows(tx));
    assert.deepEqual(events.rows.map((e) => `${e.position} ${e.from}>${e.to}`), ['1 received>received', '2 received>accepted', '3 accepted>answered', '4 answered>closed']);
    assert.equal((await similarity.search(tx, { collection: 'letters', text: '饮水机坏了没有人修', scopes: [city.top.path], limit: 10 })).length, 5);
  });
  const ask = (token: string, path: string) => house.ask('GET', `/api/v1${path}`, undefined, { token });
  assert.equal((await ask(writer.token, `/letters/${taken[0]?.id}`)).status, 200);
  assert.equal((await ask(chair.token, `/letters/${taken[0]?.id}`)).status, 200);
  assert.equal((await ask(chair.token, `/letters/${taken[1]?.id}`)).status, 404, 'barred');
  const next = await house.ask('POST', '/api/v1/letters', { title: '饮水机又坏了', text: '二车间的饮水机又坏了两天。', category: 'living', place: '二车间' }, { token: writer.token });
  assert.equal((next.body as { number: string }).number, '2026-00010', 'counting goes on');
  await cases.sweep((federation, run) => house.database.transaction(federation, clock.now(), run));
  assert.ok((await count('case_event', sql`case_id = ${id} and step = 'escalated'`)) >= 1, 'what waits too long is reported up as any other');
});

test('two who take over at once get different numbers', { timeout: 120_000 }, async () => {
  const { letter, take } = await stage();
  const both = await Promise.all([1, 2, 3].map(() => take(Array.from({ length: 40 }, () => letter()))));
  const numbers = both.flat().map((t) => t.number).sort();
  assert.deepEqual(numbers, Array.from({ length: 120 }, (_, n) => `2016-${String(n + 1).padStart(5, '0')}`));
});

test('any walk by the steps of a process can be taken over, and stands as it was walked', { timeout: 120_000 }, async () => {
  const { house, city, letter, take } = await stage();
  const p = cases.processNamed('letter');
  const walks = fc.array(fc.nat(1000), { maxLength: 8 }).map((choices) => {
    let state = p.start;
    const events: TakenEvent[] = [];
    for (const [n, choice] of choices.entries()) {
      const open = Object.entries(p.steps).filter(([, s]) => s.from.includes(state));
      const [step, s] = open[choice % open.length] ?? [];
      if (step === undefined || s === undefined) break;
      state = s.to === 'same' ? state : s.to;
      events.push({ step, toState: state, byKind: 'system', byId: null, at: on(`2026-08-${String(10 + n).padStart(2, '0')}`) });
    }
    return letter({ openedAt: on('2026-08-03'), state, events });
  });
  await fc.assert(fc.asyncProperty(fc.array(walks, { minLength: 1, maxLength: 20 }), async (list) => {
    const taken = await take(list);
    await house.within(city.federationId, async (tx) => {
      for (const [n, t] of taken.entries()) {
        const stored = await row(tx, t.id);
        assert.equal(stored.state, list[n]?.state);
        assert.equal(stored.version, 1 + (list[n]?.events.length ?? 0));
        assert.equal(stored.isOpen, p.states[stored.state]?.waits === 'office');
        if (p.states[stored.state]?.waits === 'nobody') assert.ok(stored.nextDue === null && stored.lapseDue === null && stored.nextEscalation === null && stored.acceptDue === null);
      }
    });
  }), { numRuns: 15 });
});
