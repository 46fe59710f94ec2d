import { useState } from 'react';
import { useNavigate, useParams } from 'react-router';
import { addDays, legalDateOf } from '#shared/dates';
import { Attach, attachments, Card, DayPick, Empty, errorAt, Field, FieldText, Icon, Loaded, type Output, PhonePage, type RefusedByServer, Toggle, useAct, useCall, useDraft, useWords } from '../../../../../web/kit/index.ts';
import { api } from '../../activities.contract.ts';
import { KINDS } from '../../activities.rules.ts';
import { words as kinds } from '../../activities.words.ts';
import { words } from '../activities-ui.words.ts';
import '../activities.css';
import { Chips, Choose } from '../../../offers/ui/both/Choose.tsx';
import { clubChoices } from '../both/clubs.ts';
import type { Seen } from '../both/Look.tsx';
import { PlanFields, QuestionFields } from './MoreFields.tsx';
import { type Draft, draftFrom, emptyDraft, inputOf } from './write-draft.ts';

type Start = Output<typeof api.start>;
type Parts = { readonly d: Draft; readonly write: (change: Partial<Draft>) => void; readonly refusal: RefusedByServer | null; readonly start: Start };
const CLOCKS = Array.from({ length: 96 }, (_, i) => `${String(Math.floor(i / 4)).padStart(2, '0')}:${String((i % 4) * 15).padStart(2, '0')}`);
const clocks = (value: string): readonly (readonly [string, string])[] => (CLOCKS.includes(value) ? CLOCKS : [value, ...CLOCKS]).map((c) => [c, c] as const);
const YEAR = 366;

function First({ d, write, refusal }: Parts) {
  const w = useWords(words);
  const kw = useWords(kinds);
  const until = addDays(legalDateOf(new Date()), YEAR);
  return (
    <div className="fields">
      <Field label={w.what} placeholder={w.whatHint} maxLength={60} value={d.title} error={errorAt(refusal, 'title')} onChange={(e) => write({ title: e.target.value })} />
      <Chips label={w.kind} options={KINDS.map((k) => [k, kw[`kind_${k}`]] as const)} value={d.kind} onChange={(kind) => write({ kind })} />
      <DayPick label={w.startsDay} until={until} value={d.day} error={errorAt(refusal, 'startsAt')} onChange={(day) => write({ day, ...(d.closeDay > day ? { closeDay: addDays(day, -1) } : {}) })} />
      <div className="actpair"><Choose label={w.from} value={d.from} options={clocks(d.from)} onChange={(from) => write({ from })} /><Choose label={w.to} value={d.to} options={clocks(d.to)} error={errorAt(refusal, 'endsAt')} onChange={(to) => write({ to })} /></div>
      <Field label={w.place} maxLength={200} value={d.place} error={errorAt(refusal, 'place')} onChange={(e) => write({ place: e.target.value })} />
      <FieldText label={w.about} placeholder={w.aboutHint} rows={4} maxLength={3000} value={d.about} error={errorAt(refusal, 'about')} onChange={(e) => write({ about: e.target.value })} />
    </div>
  );
}

function Who({ d, write, refusal, start }: Parts) {
  const w = useWords(words);
  const until = addDays(legalDateOf(new Date()), YEAR);
  const pays = [['free', w.free], ['atHandOver', w.atHandOver], ...(start.online ? [['online', w.online] as const] : []), ...(start.points ? [['points', w.pointsPrice] as const] : [])] as const;
  return (
    <div className="fields">
      <div className="actpair"><Field label={w.placesN} inputMode="numeric" maxLength={6} value={d.places} error={errorAt(refusal, 'places')} onChange={(e) => write({ places: e.target.value.replace(/\D/g, '') })} /><Choose label={w.familyN0} value={d.family} options={['0', '1', '2', '3', '4'].map((n) => [n, n] as const)} onChange={(family) => write({ family })} /></div>
      <Toggle label={w.waits} checked={d.waits} onChange={(waits) => write({ waits })} />
      <DayPick label={w.closeDay} until={until} value={d.closeDay} error={errorAt(refusal, 'closesAt')} onChange={(closeDay) => write({ closeDay })} />
      <Choose label={w.closeTime} value={d.closeTime} options={clocks(d.closeTime)} onChange={(closeTime) => write({ closeTime })} />
      {start.union && start.own && start.own !== start.union.id ? <Chips label={w.audience} options={[['all', w.audienceAll({ union: start.union.name })], ['own', w.audienceOwn]]} value={d.own ? 'own' : 'all'} onChange={(x) => write({ own: x === 'own' })} /> : null}
      <Chips label={w.pays} options={pays} value={d.pays} onChange={(p) => write({ pays: p })} />
      {errorAt(refusal, 'pays') ? <p className="fielderror">{errorAt(refusal, 'pays')}</p> : null}
      {d.pays === 'free' ? null : <Field label={d.pays === 'points' ? w.pointsPrice : w.price} inputMode="decimal" maxLength={9} value={d.price} error={errorAt(refusal, 'price')} onChange={(e) => write({ price: e.target.value })} />}
    </div>
  );
}

/** Whose grant pays; nothing where there is no club to choose. */
function Grant({ d, write, refusal, clubs }: Parts & { clubs: ReturnType<typeof clubChoices> }) {
  const w = useWords(words);
  if (clubs.length === 0) return null;
  return <div className="fields"><Choose label={w.club} value={d.club ?? ''} options={[['', w.noClub], ...clubs]} error={errorAt(refusal, 'clubId')} onChange={(club) => write({ club })} /><p className="note">{w.clubHint}</p></div>;
}

function Form({ start, kept }: { start: Start; kept: Seen | null }) {
  const w = useWords(words);
  const go = useNavigate();
  const draft = useDraft<Draft>(kept ? `activity ${kept.id}` : 'activity', kept ? draftFrom(kept, start.own) : emptyDraft());
  const [told, setTold] = useState(draft.found);
  const d = draft.value;
  const refreshes = [api.activity, api.mine, api.list];
  const open = (id: string): void => { draft.drop(); void go(`/activities/${id}`, { replace: true }); };
  const make = useAct(api.draft, { done: w.draftSaved, refreshes, after: (out) => open(out.id) });
  const save = useAct(api.save, { done: w.draftSaved, refreshes, after: (out) => open(out.id) });
  const { busy, waiting, refusal } = kept ? save : make;
  const send = (): void => {
    const input = inputOf(d, start.own, kept);
    if (kept) save.act({ id: kept.id, version: kept.version, ...input });
    else make.act({ ...input, ...(start.publishes && start.union ? { unionId: start.union.id } : {}) });
  };
  const all: Parts = { d, write: draft.write, refusal, start };
  return (
    <PhonePage title={kept ? w.editTitle : w.writeTitle} up={kept ? `/activities/${kept.id}` : '/activities'} foot={<button type="button" className="btn primary" disabled={busy} onClick={send}><Icon name="check" size={20} />{waiting ? w.waitingForNet : w.saveDraft}</button>}>
      {told ? <p className="actdraft" role="status"><span>{w.draftBack}</span><button type="button" className="btn plain" onClick={() => { draft.drop(); setTold(false); }}>{w.draftDrop}</button></p> : null}
      <Card><First {...all} /></Card>
      <Card><Who {...all} /></Card>
      <Card title={w.cover}><Attach to={attachments.upload} input={(name) => ({ name })} value={d.cover} onChange={(cover) => draft.write({ cover })} most={1} /></Card>
      <Card title={w.question}><QuestionFields d={d} write={draft.write} refusal={refusal} /></Card>
      <Card title={w.plan}><PlanFields d={d} write={draft.write} /><Grant {...all} clubs={clubChoices(start, kept)} /></Card>
      <p className="note">{start.publishes ? w.publishesHint : w.goesTo({ union: start.clubs.find((c) => c.id === d.club)?.union ?? start.union?.name ?? '' })}</p>
    </PhonePage>
  );
}

/** Proposing an activity, or changing what one proposed. What is typed survives a lost network. */
export default function Write() {
  const w = useWords(words);
  const { id } = useParams();
  const start = useCall(api.start, {});
  const kept = useCall(api.activity, { id: id ?? '' }, { when: id !== undefined });
  return (
    <Loaded from={start} lines={8}>
      {(s) => {
        if (s.union === null) return <PhonePage title={w.writeTitle} up="/activities"><Card><Empty icon="join" title={w.nobody} hint={w.nobodyHint} /></Card></PhonePage>;
        return id === undefined ? <Form start={s} kept={null} /> : <Loaded from={kept} lines={8}>{(a) => <Form key={a.id} start={s} kept={a} />}</Loaded>;
      }}
    </Loaded>
  );
}
