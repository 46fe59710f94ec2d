import type { Attached, Input } from '../../../../../web/kit/index.ts';
import type { api } from '../../activities.contract.ts';
import type { Kind, Question } from '../../activities.rules.ts';
import type { Seen } from '../both/Look.tsx';
import { clockPart, dayPart, momentOf } from '../both/times.ts';

/** The form as it is filled in: days and times apart, money in yuan or points. */
export type Filled = {
  readonly title: string; readonly kind: Kind; readonly day: string; readonly from: string; readonly toDay: string | null; readonly to: string; readonly place: string; readonly about?: string; readonly cover?: readonly Attached[]; readonly places: number; readonly family: number | null; readonly pays: Seen['pays']; readonly price: number | null;
  readonly opensDay: string | null; readonly closeDay: string; readonly closeTime: string; readonly cancelDay: string | null; readonly waits: boolean; readonly selfCheckIn: boolean; readonly audience: string[]; readonly memberDays: number | null; readonly misses: number | null; readonly sex: '' | 'male' | 'female'; readonly newForm: boolean;
  readonly quotas: { readonly unionId: string; readonly places: number; readonly rollsUp?: string | null }[]; readonly questions: { readonly ask: Question['ask']; readonly label: string; readonly options?: string[]; readonly required?: boolean }[]; readonly plan: { readonly item: string; readonly yuan: number }[]; /** whose grant pays; empty: nobody’s */ readonly club?: string;
};

/** What a new one starts with. */
export const NEW: Partial<Filled> = { kind: 'sport', from: '14:00', to: '16:00', places: 20, family: 0, pays: 'free', price: 0, closeTime: '18:00', waits: true, selfCheckIn: false, audience: [], memberDays: 0, misses: null, sex: '', newForm: false, quotas: [], questions: [], plan: [], cover: [], club: '' };
const MISSES_DAYS = 180;

/** A kept draft as the form shows it. */
export const filledFrom = (a: Seen): Filled => ({
  ...a, day: dayPart(a.startsAt), from: clockPart(a.startsAt), toDay: dayPart(a.endsAt), to: clockPart(a.endsAt), cover: [], price: a.price / 100, opensDay: a.opensAt && dayPart(a.opensAt), closeDay: dayPart(a.closesAt), closeTime: clockPart(a.closesAt), cancelDay: a.cancelUntil && dayPart(a.cancelUntil),
  audience: a.audience.map((u) => u.id), memberDays: a.who.memberDays, misses: a.who.misses?.most ?? null, sex: a.who.sex ?? '', newForm: a.who.newForm, quotas: a.quotas.map((x) => ({ unionId: x.unionId, places: x.places, rollsUp: x.rollsUpAt && dayPart(x.rollsUpAt) })), questions: a.questions.map((x) => ({ ...x })), plan: a.plan.map((x) => ({ item: x.item, yuan: x.fen / 100 })), club: a.clubId ?? '',
});

/** What is sent. */
export function sentFrom(d: Filled): Omit<Input<typeof api.draft>, 'unionId'> {
  return {
    kind: d.kind, title: d.title, about: d.about ?? '', place: d.place, startsAt: momentOf(d.day, d.from) ?? '', endsAt: momentOf(d.toDay ?? d.day, d.to) ?? '', opensAt: momentOf(d.opensDay, '09:00'), closesAt: momentOf(d.closeDay, d.closeTime) ?? '', cancelUntil: momentOf(d.cancelDay, d.cancelDay === d.day ? d.from : '18:00'),
    places: d.places, family: d.family ?? 0, pays: d.pays, price: d.pays === 'free' ? 0 : Math.round((d.price ?? 0) * 100), waits: d.waits, selfCheckIn: d.selfCheckIn, audience: d.audience, who: { memberDays: d.memberDays ?? 0, misses: d.misses ? { most: d.misses, days: MISSES_DAYS } : null, sex: d.sex === '' ? null : d.sex, newForm: d.newForm },
    quotas: d.quotas.map((x) => ({ unionId: x.unionId, places: x.places, rollsUpAt: momentOf(x.rollsUp, '09:00') })), questions: d.questions.map((x) => ({ ask: x.ask, label: x.label, required: x.required ?? false, options: x.ask === 'choice' ? (x.options ?? []) : [] })), plan: d.plan.map((x) => ({ item: x.item, fen: Math.round(x.yuan * 100) })),
    clubId: d.club || null, cover: (d.cover ?? []).map((f) => f.id),
  };
}
