import { useDeferredValue, useState } from 'react';
import { useParams } from 'react-router';
import { Card, Chip, Empty, Field, Loaded, LoadedPages, type Output, PhonePage, showDate, useAct, useCall, useLocale, usePages, useWords } from '../../../../../web/kit/index.ts';
import { api } from '../../clubs.contract.ts';
import { ROLES } from '../../clubs.rules.ts';
import { words as clubWords } from '../../clubs.words.ts';
import { words } from '../clubs-ui.words.ts';
import '../clubs.css';

type Row = Output<typeof api.members>['items'][number];

function Lead({ clubId, of: m }: { clubId: string; of: Row }) {
  const w = useWords(words);
  const kw = useWords(clubWords);
  const [why, setWhy] = useState('');
  const changed = [api.members, api.club, api.list] as const;
  const appoint = useAct(api.appoint, { done: w.roleGiven, refreshes: changed });
  const dismiss = useAct(api.dismiss, { done: w.dismissed, refreshes: changed });
  return (
    <details className="clubfold"><summary>{w.change}</summary>
      <div className="fields">
        <div className="clubchips">{ROLES.map((role) => <button key={role} type="button" disabled={appoint.busy} aria-pressed={m.role === role} onClick={() => appoint.act({ id: clubId, role, personId: m.role === role ? null : m.personId })}>{kw[`role_${role}`]}</button>)}</div>
        {m.role === 'leader' ? null : <><Field label={w.dismissWhy} maxLength={200} value={why} onChange={(e) => setWhy(e.target.value)} /><button type="button" className="btn" disabled={dismiss.busy || why.trim().length < 2} onClick={() => dismiss.act({ id: clubId, personId: m.personId, why })}>{w.dismiss}</button></>}
      </div>
    </details>
  );
}

function List({ id, leads }: { id: string; leads: boolean }) {
  const w = useWords(words);
  const kw = useWords(clubWords);
  const language = useLocale();
  const [text, setText] = useState('');
  const wanted = useDeferredValue(text.trim());
  const list = usePages(api.members, { id, ...(wanted ? { text: wanted } : {}) });
  return (
    <>
      <Field label={w.findMember} maxLength={30} value={text} onChange={(e) => setText(e.target.value)} />
      <LoadedPages from={list} empty={<Empty icon="people" title={w.nobody} />}>
        {(items) => <>{items.map((m) => (
          <Card key={m.personId}>
            <p className="clubline"><b>{m.name}</b>{m.role ? <Chip kind="union">{kw[`role_${m.role}`]}</Chip> : null}{m.state === 'waiting' ? <Chip kind="info">{m.stateWord}</Chip> : null}</p>
            <small className="note num">{m.unit} · {w.since({ day: showDate(m.since, language) })} · {w.attended({ n: m.attended, of: m.of })}</small>
            {leads && m.state !== 'waiting' ? <Lead clubId={id} of={m} /> : null}
          </Card>
        ))}</>}
      </LoadedPages>
    </>
  );
}

/** Members of a club; its leader gives roles. */
export default function Members() {
  const w = useWords(words);
  const { id = '' } = useParams();
  const club = useCall(api.club, { id });
  return <PhonePage title={w.members} up={`/clubs/${id}`}><Loaded from={club} lines={6}>{(c) => <List id={id} leads={c.may.includes('appoint')} />}</Loaded></PhonePage>;
}
