import { addDays, legalDateOf } from '#shared/dates';
import { plainYuan, readYuan } from '#shared/money';
import type { Attached, Input } from '../../../../../web/kit/index.ts';
import type { api } from '../../activities.contract.ts';
import type { Kind, Question } from '../../activities.rules.ts';
import type { Seen } from '../both/Look.tsx';
import { clockPart, dayPart, momentOf } from '../both/times.ts';

export type Asked = { readonly ask: Question['ask']; readonly label: string; readonly options: string; readonly required: boolean };
/** What is typed; numbers as they stand in their fields. */
export type Draft = {
  readonly kind: Kind; readonly title: string; readonly about: string; readonly place: string; readonly day: string; readonly from: string; readonly to: string; readonly closeDay: string; readonly closeTime: string; readonly places: string; readonly family: string;
  readonly pays: 'free' | 'atHandOver' | 'online' | 'points'; readonly price: string; readonly waits: boolean; readonly own: boolean; readonly questions: readonly Asked[]; readonly plan: readonly { readonly item: string; readonly yuan: string }[]; readonly cover: readonly Attached[]; /** whose grant pays; empty: nobody’s */ readonly club?: string;
};

/** A form nobody has written in: in a week, from two to four. */
export function emptyDraft(): Draft {
  const day = addDays(legalDateOf(new Date()), 7);
  return { kind: 'sport', title: '', about: '', place: '', day, from: '14:00', to: '16:00', closeDay: addDays(day, -1), closeTime: '18:00', places: '20', family: '0', pays: 'free', price: '', waits: true, own: false, questions: [], plan: [], cover: [] };
}

/** A kept draft as the form shows it. */
export const draftFrom = (a: Seen, own: string | null): Draft => ({
  kind: a.kind, title: a.title, about: a.about, place: a.place, day: dayPart(a.startsAt), from: clockPart(a.startsAt), to: clockPart(a.endsAt), closeDay: dayPart(a.closesAt), closeTime: clockPart(a.closesAt), places: String(a.places), family: String(a.family), pays: a.pays,
  price: a.price > 0 ? plainYuan(BigInt(a.price)) : '', waits: a.waits, own: a.audience.length === 1 && a.audience[0]?.id === own, questions: a.questions.map((q) => ({ ...q, options: q.options.join('、') })), plan: a.plan.map((x) => ({ item: x.item, yuan: plainYuan(BigInt(x.fen)) })),
  cover: a.cover ? [{ id: a.cover, name: '' }] : [], club: a.clubId ?? '',
});

const fenOf = (yuan: string): number => { const read = readYuan(yuan); return read.ok ? Number(read.fen) : 0; };

/** What the plan comes to, in fen. */
export const plannedFen = (d: Draft): number => d.plan.reduce((sum, x) => sum + fenOf(x.yuan), 0);

/** What is sent. An end before the beginning is of the next day only when the server is told so; it says which field is wrong. */
export function inputOf(d: Draft, own: string | null, kept: Seen | null): Omit<Input<typeof api.draft>, 'unionId'> {
  const others = (kept?.audience ?? []).map((u) => u.id).filter((id) => id !== own);
  // What this form does not show stays as an officer set it at the desk.
  const hidden = kept ? { quotas: kept.quotas.map(({ unionId, places, rollsUpAt }) => ({ unionId, places, rollsUpAt })), who: kept.who, opensAt: kept.opensAt, cancelUntil: kept.cancelUntil, selfCheckIn: kept.selfCheckIn } : {};
  return {
    ...hidden,
    kind: d.kind, title: d.title, about: d.about, place: d.place, startsAt: momentOf(d.day, d.from) ?? '', endsAt: momentOf(d.day, d.to) ?? '', closesAt: momentOf(d.closeDay, d.closeTime) ?? '', places: Number(d.places) || 0, family: Number(d.family) || 0, pays: d.pays, price: d.pays === 'free' ? 0 : fenOf(d.price),
    waits: d.waits, audience: d.own && own ? [own] : others, questions: d.questions.map((q) => ({ ask: q.ask, label: q.label, required: q.required, options: q.ask === 'choice' ? q.options.split(/[、,，;；\n]/).map((x) => x.trim()).filter(Boolean) : [] })),
    plan: d.plan.filter((x) => x.item.trim() !== '').map((x) => ({ item: x.item, fen: fenOf(x.yuan) })), cover: d.cover.map((f) => f.id).filter((f) => f !== kept?.cover), clubId: d.club || null,
  };
}
