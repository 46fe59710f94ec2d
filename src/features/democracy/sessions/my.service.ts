import type { z } from 'zod';
import type { Actor, Tx } from '#shared/call';
import type { Call } from '#platform/http';
import { ballots } from '#engines/ballot';
import { cases } from '#engines/cases';
import { HELD, loadMine, quorumOf, quorumOut } from './access.service.ts';
import * as t from './items.sql.ts';
import type { mine } from './my.contract.ts';
import { mayCheckIn } from './room.service.ts';
import * as s from './seats.sql.ts';
import { sessionProcess } from './sessions.process.ts';
import * as q from './sessions.sql.ts';
import { cardOf, countOf, paperOf, speakerOf } from './views.service.ts';

type In<K extends keyof typeof mine> = z.output<(typeof mine)[K]['in']>;
const OPINIONS_SHOWN = 500;
const iso = (at: Date | null): string | null => at?.toISOString() ?? null;

const listed = (z: q.MyRow) => ({ ...cardOf(z), seat: z.seat ?? ('' as const), here: z.here, fresh: z.fresh, votes: z.votes });

/** Sessions in which I sit, and what my unions published. */
export async function list(tx: Tx, by: Actor, page: In<'list'>) {
  const { items, total } = await q.listMine(tx, by, page);
  return { items: items.map(listed), total };
}

const OPINING = ['noticed', 'discussing', 'open', 'sitting', 'adjourned'];

/** The agenda as somebody who sits sees it: papers, own delegation's opinions, what may be voted on now. Who does not sit sees what was decided. */
async function agendaFor(tx: Tx, by: Actor, z: q.SessionRow, seat: s.SeatRow | null, locale: 'zh' | 'en') {
  const items = (await t.listItems(tx, z.id)).filter((i) => i.state !== 'withdrawn' || seat !== null);
  const all = new Map((await ballots.findBallots(tx, items.map((i) => i.id))).map((b) => [b.id, b]));
  const own = new Map((await ballots.listOwn(tx, by.personId, { states: ['open', 'closed', 'declared'], kinds: ['sessionItem'], limit: 100 })).map((o) => [o.id, o.given]));
  const papers = seat ? await t.listPapers(tx, z.id) : [];
  const said = seat ? (await t.listOpinions(tx, z.id, { of: seat.delegationId }, { limit: OPINIONS_SHOWN, offset: 0 })).items : [];
  return Promise.all(items.map(async (i) => {
    const b = all.get(i.id);
    const voter = b?.state === 'open' && seat?.votes ? await ballots.findVoter(tx, i.id, by.personId) : null;
    const can: readonly (readonly [string, boolean])[] = [['vote', voter?.present === true], ['late', voter !== null && !voter.present], ['opine', seat?.class === 'delegate' && OPINING.includes(z.state) && ['listed', 'presented'].includes(i.state)], ['gather', seat?.head === true && OPINING.includes(z.state) && ['listed', 'presented'].includes(i.state)]];
    return {
      id: i.id, number: i.number, matter: i.matter, act: i.act, title: i.title, body: seat ? i.body : '', reporter: i.reporter, level: i.level, state: i.state, amends: i.amends, resolution: z.publishedAt !== null || seat ? i.resolution : '', execBy: i.execBy, execDue: i.execDue, execNote: i.execNote, execDoneAt: iso(i.execDoneAt),
      papers: papers.filter((p) => p.itemId === i.id).map((p) => paperOf(p, z, seat?.seenAt)), count: countOf(b, locale), voted: own.get(i.id) ?? false, opinions: said.filter((o) => o.itemId === i.id).map((o) => ({ id: o.id, name: o.name, delegation: o.delegation, sort: o.sort, text: o.text, taken: o.taken, answer: o.answer, mine: o.personId === by.personId && o.sort === 'own' })),
      may: can.flatMap(([name, yes]) => (yes ? [name] : [])),
    };
  }));
}

/** One session: for whoever sits in it all of it, for other workers what was decided. */
export async function one(tx: Tx, by: Actor, { id }: In<'one'>, { locale }: Call) {
  const z = await loadMine(tx, by, id);
  const seat = await s.findSeat(tx, id, by.personId);
  const [agenda, papers, speakers] = [await agendaFor(tx, by, z, seat, locale), seat ? await t.listPapers(tx, id) : [], HELD.includes(z.state) ? await t.listSpeakers(tx, id) : []];
  const { events } = await cases.loadWhole(tx, sessionProcess, id, true);
  const asked = speakers.some((k) => k.state === 'asked' && k.personId === by.personId);
  const can: readonly (readonly [string, boolean])[] = [['checkIn', mayCheckIn(z, seat, tx.now)], ['leave', seat?.here === 'online' && z.closedAt === null], ['ask', seat !== null && seat.here !== '' && HELD.includes(z.state) && !asked], ['withdraw', asked]];
  const shown = papers.filter((p) => p.itemId === null).map((p) => paperOf(p, z, seat?.seenAt));
  return {
    ...cardOf(z), seat: seat?.class ?? ('' as const), here: seat !== null && seat.here !== '', fresh: papers.filter((p) => seat?.seenAt == null || p.at > seat.seenAt).length, votes: agenda.filter((i) => i.may.includes('vote') && !i.voted).length, federationId: tx.federationId, about: z.about,
    name: seat?.name ?? '', delegation: seat?.delegation ?? '', head: seat?.head ?? false, card: seat?.card ?? '', code: seat?.code ?? '', agenda, papers: shown, quorum: quorumOut(await quorumOf(tx, z), locale), speaker: speakers.filter((k) => k.state === 'speaking').map(speakerOf)[0] ?? null, waiting: speakers.filter((k) => k.state === 'asked').length, asked,
    minutes: z.publishedAt === null ? '' : z.minutes, publishedAt: iso(z.publishedAt), why: z.state === 'calledOff' || z.state === 'adjourned' ? (events.findLast((e) => e.step === 'callOff' || e.step === 'adjourn')?.text ?? '') : '', may: can.flatMap(([name, yes]) => (yes ? [name] : [])),
  };
}

/** The marks of what is new go away. */
export async function seen(tx: Tx, by: Actor, { id }: In<'seen'>) {
  await loadMine(tx, by, id);
  await s.setSeen(tx, id, by.personId);
  return { id };
}

/** What sessions of my unions decided, for every worker. */
export async function decided(tx: Tx, by: Actor, f: In<'decided'>, { locale }: Call) {
  const { items, total } = await t.listDecisions(tx, by, f);
  const all = new Map((await ballots.findBallots(tx, items.map((i) => i.id))).map((b) => [b.id, b]));
  return {
    total, items: items.map((i) => ({ id: i.id, sessionId: i.sessionId, session: i.session, union: i.union, title: i.title, act: i.act, state: i.state, decidedAt: iso(i.decidedAt), resolution: i.resolution, count: countOf(all.get(i.id), locale), execBy: i.execBy, execDue: i.execDue, execNote: i.execNote, execDoneAt: iso(i.execDoneAt), secret: i.level === 'blind' || i.level === 'detached' })),
  };
}
