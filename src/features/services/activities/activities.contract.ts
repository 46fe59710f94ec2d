import { z } from 'zod';
import { endpoint, PAGE } from '#shared/contract';
import { ASKS, KINDS, PAYS, STANDINGS } from './activities.rules.ts';
import { words as w } from './activities.words.ts';

export const id = z.uuid();
export const Page = { limit: z.coerce.number().int().min(1).max(PAGE.most).default(PAGE.usual), offset: z.coerce.number().int().min(0).max(10_000).default(0) };
/** A moment of this century or the next. */
export const moment = z.iso.datetime({ offset: true }).refine((at) => at >= '2000' && at < '2200');
const Kind = z.enum(KINDS);
const fen = z.int().min(0).max(10_000_000);

export const QuestionOut = z.object({ ask: z.enum(ASKS), label: z.string(), required: z.boolean(), options: z.array(z.string()) });
const Question = z.object({ ask: z.enum(ASKS), label: z.string().trim().min(1).max(80), required: z.boolean().default(false), options: z.array(z.string().trim().min(1).max(40)).max(12).default([]) });
const Quota = z.object({ unionId: id, places: z.int().min(0).max(100_000), rollsUpAt: moment.nullable().default(null) });
const Planned = z.object({ item: z.string().trim().min(1).max(40), fen: z.int().min(0).max(100_000_000) });
/** Who may besides belonging to one of the unions it is for. */
const Who = z.object({
  memberDays: z.int().min(0).max(20_000).default(0), misses: z.object({ most: z.int().min(1).max(20), days: z.int().min(1).max(3_660) }).nullable().default(null), sex: z.enum(['male', 'female']).nullable().default(null), newForm: z.boolean().default(false),
});

/** What is said about an activity. `price` of one person, in fen or in hundredths of a point; no `audience`: the organising union and those below it. */
const Draft = {
  kind: Kind, title: z.string().trim().min(2).max(60), about: z.string().trim().max(3000).default(''), place: z.string().trim().min(1).max(200), startsAt: moment, endsAt: moment, opensAt: moment.nullable().default(null), closesAt: moment,
  cancelUntil: moment.nullable().default(null), places: z.int().min(1).max(100_000), family: z.int().min(0).max(9).default(0), pays: z.enum(PAYS).default('free'), price: fen.default(0), waits: z.boolean().default(true),
  quotas: z.array(Quota).max(50).default([]), audience: z.array(id).max(50).default([]), who: Who.prefault({}), questions: z.array(Question).max(10).default([]), plan: z.array(Planned).max(20).default([]),
  /** whose grant pays: a club of the organising union whose money one spends or whose union one keeps; left out, it stays as it was */ clubId: id.nullable().optional(), selfCheckIn: z.boolean().default(false), cover: z.array(id).max(1).default([]),
};

/** An activity in a list. `capacity`, `taken`, `came` are places, `waiting` people; `mine` the state of one's own claim. */
export const ActivityCard = z.object({
  id, number: z.string(), kind: Kind, title: z.string(), union: z.string(), unionId: id, place: z.string(), startsAt: z.string(), endsAt: z.string(), closesAt: z.string(), standing: z.enum(STANDINGS), capacity: z.int(), taken: z.int(), waiting: z.int(), came: z.int(),
  pays: z.enum(PAYS), price: z.int(), family: z.int(), cover: z.string().nullable(), mine: z.string().nullable(), stars: z.number().nullable(), ratings: z.int(), organiser: z.string(),
});
const FamilyMember = z.object({ name: z.string().trim().min(1).max(30), relation: z.enum(['child', 'spouse', 'parent', 'other']), age: z.int().min(0).max(120).nullable().default(null) });
const Answers = z.array(z.union([z.string().max(300), z.number(), z.boolean(), z.null()])).max(10);
const Event = z.object({ id: z.string(), word: z.string(), by: z.string(), text: z.string(), at: z.string() });

/** The page of an activity. `may`: draft, submit, withdraw, publish, drop, approve, giveBack, decline, amend, callOff, close, copy, repeat, signUp, checkIn, rate, photo, keep. `bar`: why one may not have a place. */
export const ActivityOut = ActivityCard.extend({
  about: z.string(), opensAt: z.string().nullable(), cancelUntil: z.string().nullable(), waits: z.boolean(), questions: z.array(QuestionOut), selfCheckIn: z.boolean(), why: z.string(), organiserId: id, state: z.string(), version: z.int(), bar: z.string().nullable(), may: z.array(z.string()),
  audience: z.array(z.object({ id, name: z.string() })), quotas: z.array(z.object({ unionId: id, union: z.string(), places: z.int(), rollsUpAt: z.string().nullable() })), who: Who, plan: z.array(z.object({ item: z.string(), fen: z.int() })), plannedFen: z.int(), clubId: id.nullable(), club: z.string().nullable(),
  seriesId: id.nullable(), places: z.int(), events: z.array(Event),
  own: z.object({ claimId: id, state: z.string(), places: z.int(), family: z.array(z.object({ name: z.string(), relation: z.string(), age: z.int().nullable() })), answers: Answers, complete: z.boolean() }).nullable(),
  rating: z.object({ stars: z.int(), comment: z.string(), until: z.string() }).nullable(), comments: z.array(z.object({ name: z.string(), stars: z.int(), comment: z.string(), at: z.string() })),
});

/** A picture; `mine`: I gave it. `by` and `why` only for officers and the giver. */
export const PhotoOut = z.object({ id, caption: z.string(), state: z.enum(['waiting', 'released', 'contested', 'removed']), fileId: id.nullable(), by: z.string(), mine: z.boolean(), contestedBy: z.string(), why: z.string(), at: z.string() });
export const Done = z.object({ id, state: z.string() });
const At = { id, version: z.int().min(1).optional() };
const at = (rest: string) => `/api/v1/activities/:id${rest}` as const;
const join = 'activities.join';

export const api = {
  list: endpoint({
    method: 'GET', path: '/api/v1/activities', can: join, about: w.aboutList,
    in: z.object({ when: z.enum(['today', 'week', 'all', 'past']).default('all'), unionId: id.optional(), kind: Kind.optional(), text: z.string().trim().max(60).optional(), ...Page }), out: z.object({ items: z.array(ActivityCard), total: z.int() }),
  }),
  hosts: endpoint({ method: 'GET', path: '/api/v1/activity-hosts', can: join, about: w.aboutHosts, in: z.object({}), out: z.object({ items: z.array(z.object({ id, name: z.string() })) }) }),
  activity: endpoint({ method: 'GET', path: at(''), can: 'person', about: w.aboutOne, in: z.object({ id }), out: ActivityOut }),
  start: endpoint({
    method: 'GET', path: '/api/v1/activity-start', can: 'activities.draft', about: w.aboutStart, in: z.object({ unionId: id.optional() }),
    out: z.object({ union: z.object({ id, name: z.string() }).nullable(), publishes: z.boolean(), online: z.boolean(), points: z.boolean(), units: z.array(z.object({ id, name: z.string() })), own: id.nullable(), /** whose grant may pay; choosing one of another union makes that union the organiser */ clubs: z.array(z.object({ id, name: z.string(), unionId: id, union: z.string() })) }),
  }),
  mine: endpoint({ method: 'GET', path: '/api/v1/activity-drafts', can: 'activities.draft', about: w.aboutMine, in: z.object({ ...Page }), out: z.object({ items: z.array(ActivityCard) }) }),
  draft: endpoint({ method: 'POST', path: '/api/v1/activities', can: 'activities.draft', about: w.aboutDraft, in: z.object({ unionId: id.optional(), ...Draft }), out: z.object({ id, number: z.string(), may: z.array(z.string()) }) }),
  save: endpoint({ method: 'PUT', path: at(''), can: 'activities.draft', about: w.aboutSave, in: z.object({ ...At, ...Draft }), out: Done }),
  submit: endpoint({ method: 'POST', path: at('/submit'), can: 'activities.draft', about: w.aboutSubmit, in: z.object(At), out: Done }),
  withdraw: endpoint({ method: 'POST', path: at('/withdraw'), can: 'activities.draft', about: w.aboutWithdraw, in: z.object(At), out: Done }),
  copy: endpoint({ method: 'POST', path: at('/copy'), can: 'activities.draft', about: w.aboutCopy, in: z.object({ id, startsOn: z.iso.date().refine((d) => d >= '2000' && d < '2200') }), out: z.object({ id, number: z.string() }) }),
  signUp: endpoint({
    method: 'POST', path: at('/sign-up'), can: join, about: w.aboutSignUp,
    in: z.object({ id, /** the same when the same request is sent again */ key: z.string().min(8).max(100), family: z.array(FamilyMember).max(9).default([]), answers: Answers.default([]) }), out: z.object({ claimId: id, state: z.string(), places: z.int() }),
  }),
  entry: endpoint({ method: 'PUT', path: at('/entry'), can: join, about: w.aboutEntry, in: z.object({ id, family: z.array(FamilyMember).max(9).default([]), answers: Answers.default([]) }), out: z.object({ id }) }),
  checkIn: endpoint({ method: 'POST', path: at('/check-in'), can: join, about: w.aboutCheckIn, in: z.object({ id, here: z.string().min(8).max(60) }), out: z.object({ id }) }),
  calendar: endpoint({ method: 'GET', path: at('/calendar'), can: 'person', about: w.aboutCalendar, in: z.object({ id }), out: z.object({}), download: true }),
  rate: endpoint({ method: 'PUT', path: at('/rating'), can: join, about: w.aboutRate, in: z.object({ id, stars: z.int().min(1).max(5), comment: z.string().trim().max(500).default('') }), out: z.object({ id }) }),
  photos: endpoint({ method: 'GET', path: at('/photos'), can: 'person', about: w.aboutPhotos, in: z.object({ id }), out: z.object({ items: z.array(PhotoOut) }) }),
  addPhotos: endpoint({ method: 'POST', path: at('/photos'), can: join, about: w.aboutAddPhotos, in: z.object({ id, files: z.array(id).min(1).max(9), caption: z.string().trim().max(100).default(''), /** all people on the pictures agree */ consent: z.literal(true) }), out: z.object({ n: z.int() }) }),
  contest: endpoint({ method: 'POST', path: '/api/v1/activity-photos/:id/contest', can: 'person', about: w.aboutContest, in: z.object({ id, why: z.string().trim().max(300).default('') }), out: z.object({ id }) }),
  takeBack: endpoint({ method: 'POST', path: '/api/v1/activity-photos/:id/take-back', can: 'person', about: w.aboutTakeBack, in: z.object({ id }), out: z.object({ id }) }),
};
