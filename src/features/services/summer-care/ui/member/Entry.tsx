import { type ReactNode, useState } from 'react';
import { Link, useParams } from 'react-router';
import { ask, Card, Chip, Facts, Icon, Loaded, type Output, PhonePage, Qr, refresh, showClock, showDay, showTime, Toggle, useAct, useCall, useLive, useLocale, useWords } from '../../../../../web/kit/index.ts';
import { offerRoutes as offers } from '../../../offers/ui/both/routes.ts';
import { api } from '../../summer-care.contract.ts';
import { words as server } from '../../summer-care.words.ts';
import { DayChip, placeLook, useCareWords } from '../both/look.tsx';
import { words } from '../care-ui.words.ts';
import '../care.css';
import { HealthCard } from './HealthCard.tsx';

type Seen = Output<typeof api.entry>;
const china = (): string => new Date(Date.now() + 8 * 3_600_000).toISOString().slice(0, 10);

function Head({ of: e }: { of: Seen }) {
  const w = useWords(words);
  const language = useLocale();
  const say = useCareWords();
  const facts: readonly (readonly [string, ReactNode])[] = [
    [w.when, say.dates(e)], [w.hours, `${say.weekdays(e.weekdays)} ${say.hours(e)}`], [w.where, `${e.site} ${e.address}`], [w.fee, say.fee(e.price)], [w.host, e.union], [w.keptUntil, e.forgotten ? w.deleted : showDay(e.keptUntil, language)],
  ];
  return (
    <Card className="carecard" title={e.forgotten ? w.deleted : e.child} aside={<Chip kind={placeLook(e.state)}>{e.stateText}</Chip>}>
      {e.state === 'waiting' ? <p><b className="num">{w.aheadN({ n: e.ahead })}</b> <span className="note">{w.waitingHint}</span></p> : null}
      {e.today ? <p className="carerow">{w.today} <DayChip of={e.today} /></p> : null}
      <Facts of={facts} />
      {e.may.includes('certificate') ? <div className="careacts"><Link className="btn primary" to={`/summer-care/entries/${e.id}/certificate`}><Icon name="medal" size={18} />{w.certificate}</Link></div> : null}
    </Card>
  );
}

function NewConsent({ of: e }: { of: Seen }) {
  const w = useWords(words);
  const [read, setRead] = useState(false);
  const { act, busy } = useAct(api.agree, { done: w.agreed, refreshes: [api.entry, api.mine] });
  if (!e.may.includes('agree')) return null;
  return (
    <Card className="carecard" title={w.consentOld} aside={w.version({ n: e.consent.no })}>
      <p>{w.consentOldText}</p><p className="caretext">{e.consent.text}</p>
      <Toggle label={w.agree} checked={read} onChange={setRead} />
      <div className="careacts"><button type="button" className="btn primary" disabled={busy || !read} onClick={() => act({ id: e.id, consentNo: e.consent.no })}>{w.agreeNow}</button></div>
    </Card>
  );
}

function Pickup({ of: p, entry: e }: { of: Seen['people'][number]; entry: Seen }) {
  const w = useWords(words);
  const sw = useWords(server);
  const [shown, show] = useState(false);
  const { act, busy } = useAct(api.newCode, { done: w.changed, refreshes: [api.entry] });
  const renew = async (): Promise<void> => { if (await ask({ title: w.newCodeAsk({ name: p.name }), text: w.newCodeText, yes: w.newCode })) act({ id: e.id, personId: p.id }); };
  return (
    <section className="carebox" aria-label={p.name}>
      <p className="carehead"><span><b>{p.name}</b> <small className="note">{sw[`relation_${p.relation}`]} · {p.phone}</small></span><button type="button" className="btn" aria-expanded={shown} onClick={() => show(!shown)}><Icon name="qr" size={18} />{shown ? w.hideCode : w.showCode}</button></p>
      {shown ? <div className="carecode"><Qr text={p.code} size={220} label={`${w.showCode} ${p.name}`} /><b className="num">{p.shortCode.slice(0, 4)} {p.shortCode.slice(4)}</b><button type="button" className="btn plain" disabled={busy} onClick={() => void renew()}>{w.newCode}</button></div> : null}
    </section>
  );
}

function Codes({ of: e }: { of: Seen }) {
  const w = useWords(words);
  return (
    <>
      {e.code && e.endsOn >= china() ? <Card title={w.code}><div className="carecode"><Qr text={e.code} size={200} label={w.code} /><b className="num">{e.shortCode}</b><p className="note">{w.codeHint}</p></div></Card> : null}
      {e.people.length > 0 ? (
        <Card className="carecard" title={w.pickups}>
          <p className="note">{w.pickupsHint}</p>
          {e.people.map((p) => <Pickup key={p.id} of={p} entry={e} />)}
          {e.may.includes('leave') ? <div className="careacts"><Link className="btn" to={`/summer-care/entries/${e.id}/cards`}><Icon name="print" size={18} />{w.printCodes}</Link></div> : null}
        </Card>
      ) : null}
    </>
  );
}

function Days({ of: e }: { of: Seen }) {
  const w = useWords(words);
  const language = useLocale();
  const { act, busy } = useAct(api.excuse, { done: w.saved, refreshes: [api.entry, api.mine] });
  const [all, showAll] = useState(false);
  if (e.days.length === 0 || e.state === 'waiting') return null;
  const near = e.days.filter((d) => d.day >= china() || d.arrivedAt !== null);
  const list = all ? e.days : near.slice(-8);
  return (
    <Card title={w.days}>
      <ul className="caredays">
        {list.map((d) => (
          <li key={d.day}>
            <span><b>{showDay(d.day, language)}</b> <DayChip of={d.state} /><small>{[d.arrivedAt ? w.arrivedAt({ time: showClock(d.arrivedAt) }) : '', d.leftAt ? w.leftAt({ time: showClock(d.leftAt) }) : '', d.leftWith ? w.leftWith({ who: d.leftWith }) : ''].filter(Boolean).join(' · ')}</small></span>
            {d.may.map((what) => <button key={what} type="button" className="btn" disabled={busy} onClick={() => act({ id: e.id, day: d.day, away: what === 'excuse' })}>{what === 'excuse' ? w.excuse : w.come}</button>)}
          </li>
        ))}
      </ul>
      {list.length < e.days.length ? <button type="button" className="btn wide" onClick={() => showAll(true)}>{w.more}</button> : null}
    </Card>
  );
}

function Told({ of: e }: { of: Seen }) {
  const w = useWords(words);
  const language = useLocale();
  return (
    <>
      {e.incidents.length > 0 ? <Card title={w.incidents}>{e.incidents.map((i) => <div key={i.id} className="carebox"><p>{i.text}</p><small className="note num">{showTime(i.at, language)}</small></div>)}</Card> : null}
      {e.messages.length > 0 ? <Card title={w.messages}>{e.messages.map((m) => <div key={m.id} className="carebox"><p>{m.text}</p><small className="note num">{showTime(m.at, language)} · {w.by({ name: m.by })}</small></div>)}</Card> : null}
    </>
  );
}

function Particulars({ of: e }: { of: Seen }) {
  const w = useWords(words);
  const sw = useWords(server);
  const language = useLocale();
  const { act, busy } = useAct(api.cancel, { done: w.cancelled, refreshes: [api.entry, api.mine, api.sessions, api.session, offers.mine] });
  const cancel = async (): Promise<void> => { if (await ask({ title: w.cancelAsk, text: e.may.includes('editChild') || e.state === 'waiting' ? w.cancelText : w.cancelLate, yes: w.cancel, danger: true })) act({ id: e.id }); };
  return (
    <>
      {e.forgotten ? null : (
        <Card title={w.child}>
          <Facts of={[[w.birth, e.birth], [w.sex, e.sex === null ? '' : w[e.sex]], [w.contact, e.contact ? `${e.contact.name}（${sw[`relation_${e.contact.relation}`]}）${e.contact.phone}` : ''], [w.step5, w.agreedAt({ n: e.consentNo, time: showTime(e.consentAt, language) })]]} />
          {e.may.includes('edit') ? <div className="careacts"><Link className="btn" to={`/summer-care/entries/${e.id}/edit`}><Icon name="edit" size={18} />{w.edit}</Link></div> : null}
        </Card>
      )}
      {e.may.includes('cancel') ? <div className="careacts"><button type="button" className="btn" disabled={busy} onClick={() => void cancel()}>{w.cancel}</button></div> : null}
    </>
  );
}

/** My child in a session: state, codes, days, what the staff say, particulars. */
export default function Entry() {
  const { id = '' } = useParams();
  const w = useWords(words);
  const entry = useCall(api.entry, { id });
  useLive(() => void refresh(api.entry));
  return (
    <PhonePage title={entry.data?.title ?? w.title} up="/summer-care">
      <Loaded from={entry} lines={8}>{(e) => <><NewConsent of={e} /><Head of={e} /><Told of={e} /><Codes of={e} /><Days of={e} />{e.forgotten ? null : <HealthCard of={e} />}<Particulars of={e} /></>}</Loaded>
    </PhonePage>
  );
}
