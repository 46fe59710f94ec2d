import { type ReactNode, useState } from 'react';
import { ask, Card, errorAt, Facts, Icon, showDate, showTime, tell, useAct, useLocale, useWords } from '../../../../../web/kit/index.ts';
import { api } from '../../joint-meetings.contract.ts';
import { words } from '../joint-ui.words.ts';
import { Consents, ItemRows, type Meeting, MeetingChip, Story } from './looks.tsx';
import { Say } from './Say.tsx';

const SHOWS = [api.meeting, api.mine, api.council] as const;

/** The side's own acts: agreeing what was read, or saying what is to be changed. */
function Consent({ of: m }: { of: Meeting }) {
  const w = useWords(words);
  const [objecting, setObjecting] = useState(false);
  const agree = useAct(api.agree, { refreshes: SHOWS, after: (out) => tell(out.agreed ? w.agreedBoth : w.agreedOne) });
  const object = useAct(api.object, { refreshes: SHOWS, done: w.objected, after: () => setObjecting(false) });
  if (!m.may.includes('agree') && !m.may.includes('object')) return null;
  if (objecting) return <Card><Say label={w.objectText} button={w.object} busy={object.busy} error={errorAt(object.refusal, 'text')} send={(text) => object.act({ id: m.id, round: m.round, text })} close={() => setObjecting(false)} /></Card>;
  const sure = async (): Promise<void> => { if (await ask({ title: w.agreeAsk, text: w.agreeHint, yes: w.agree })) agree.act({ id: m.id, round: m.round }); };
  return (
    <div className="jmacts noprint">
      {m.may.includes('agree') ? <button type="button" className="btn primary" disabled={agree.busy} onClick={() => void sure()}><Icon name="check" size={18} />{w.agree}</button> : null}
      <button type="button" className="btn" onClick={() => setObjecting(true)}><Icon name="edit" size={18} />{w.object}</button>
    </div>
  );
}

function Proposed({ of: m }: { of: Meeting }) {
  const w = useWords(words);
  const language = useLocale();
  return <Card title={w.draft}><ol className="jmlist">{m.draft.map((d) => <li key={`${d.title} ${d.ownerId}`}><b>{d.title}</b><p className="note" style={{ margin: 0 }}>{d.side ? w[`side_${d.side}`] : ''} {d.owner} · {showDate(d.dueOn, language)}{d.detail ? ` · ${d.detail}` : ''}</p></li>)}</ol></Card>;
}

/** A meeting as both sides read it. `acts`: what the officer may do besides. */
export function MeetingView({ of: m, acts }: { of: Meeting; acts?: ReactNode }) {
  const w = useWords(words);
  const language = useLocale();
  return (
    <div className="jmpage">
      <Card>
        <div className="jmpage">
          <p className="jmrow"><MeetingChip of={m.state} /><span className="note">{w.between({ union: m.union, other: m.otherName })}</span></p>
          <Facts of={[[w.number, m.number], [w.council, m.council], [w.time, showTime(m.heldAt, language)], [w.place, m.place || '—']]} />
          {m.agenda.length > 0 ? <div><p className="note">{w.agenda}</p><ol className="jmlist">{m.agenda.map((a) => <li key={a}>{a}</li>)}</ol></div> : null}
          {acts}
        </div>
      </Card>
      <Card title={w.minutes}>{m.minutes ? <p className="jmtext">{m.minutes}</p> : <p className="note">{w.noMinutes}</p>}</Card>
      {m.draft.length > 0 ? <Proposed of={m} /> : null}
      <Consent of={m} />
      {m.round > 0 ? <Consents of={m.consents} /> : null}
      {m.list.length > 0 ? <Card title={w.items}><ItemRows items={m.list} /></Card> : null}
      <Story of={m.story} />
    </div>
  );
}
