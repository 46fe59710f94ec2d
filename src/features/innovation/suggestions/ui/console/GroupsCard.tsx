import { Modal } from 'antd';
import { useState } from 'react';
import { Card, FieldText, LoadedPages, Row, showList, tell, useAct, usePages, useWords } from '../../../../../web/kit/index.ts';
import { Day } from '../../../../../web/kit/desk.ts';
import { settings as routes } from '../../settings.contract.ts';
import { words as suggestionWords } from '../../suggestions.words.ts';
import { words } from '../settings-ui.words.ts';
import { PersonPick } from './PersonPick.tsx';
import type { Settings } from './Settings.tsx';

type Group = Settings['groups'][number]['group'];

/** Staff numbers out of what was pasted: separated by lines, blanks, commas. */
const numbersIn = (text: string): string[] => [...new Set(text.split(/[\s,，;；、]+/).filter(Boolean))].slice(0, 500);

function AddPeople({ unionId, group }: { unionId: string; group: Group }) {
  const w = useWords(words);
  const [person, pick] = useState<string | null>(null);
  const [pasted, paste] = useState('');
  const [from, setFrom] = useState<string | null>(null);
  const numbers = numbersIn(pasted);
  const { act, busy } = useAct(routes.addToGroup, {
    refreshes: [routes.settings, routes.group],
    after: (out) => {
      tell([w.addedN({ n: out.added, m: out.already }), out.unknown.length > 0 ? w.unknownN({ numbers: showList(out.unknown.slice(0, 10)) }) : '', out.twice.length > 0 ? w.twiceN({ numbers: showList(out.twice.slice(0, 10)) }) : ''].filter(Boolean).join(' · '));
      pick(null);
      paste(out.unknown.join('\n'));
    },
  });
  const add = (): void => act({ unionId, group, ...(from ? { fromDate: from } : {}), ...(person ? { personIds: [person] } : {}), ...(numbers.length > 0 ? { staffNumbers: numbers } : {}) });
  return (
    <form className="setform" onSubmit={(e) => { e.preventDefault(); add(); }}>
      <div className="setpair"><PersonPick unionId={unionId} label={w.bySearch} value={person} onChange={pick} /><div className="field"><span>{w.fromDay}</span><Day label={w.fromDay} value={from} onChange={setFrom} /></div></div>
      <FieldText label={w.paste} rows={3} value={pasted} onChange={(e) => paste(e.target.value)} />
      <div className="sugacts"><button type="submit" className="btn primary" disabled={busy || (person === null && numbers.length === 0)}>{numbers.length > 0 ? w.addN({ n: numbers.length }) : w.add}</button></div>
    </form>
  );
}

function PeopleOf({ unionId, group }: { unionId: string; group: Group }) {
  const w = useWords(words);
  const pages = usePages(routes.group, { unionId, group, limit: 50 });
  const { act, busy } = useAct(routes.endInGroup, { refreshes: [routes.settings, routes.group], done: w.removed });
  return (
    <LoadedPages from={pages} empty={<p className="note">{w.nobody}</p>}>
      {(items) => <div>{items.map((p) => (
        <div key={p.id} className="setline">
          <b>{p.name}</b><span className="grow note">{[p.staffNumber, p.unit, p.toDate ? w.until({ from: p.fromDate, to: p.toDate }) : w.since({ from: p.fromDate })].filter(Boolean).join(' · ')}</span>
          {p.toDate === null ? <button type="button" className="btn plain" disabled={busy} aria-label={`${w.remove} ${p.name}`} onClick={() => act({ unionId, group, ids: [p.id] })}>{w.remove}</button> : null}
        </div>
      ))}</div>}
    </LoadedPages>
  );
}

/** Groups of people that are counted by themselves: managers, key staff, team leaders, Party members. */
export function GroupsCard({ settings: s }: { settings: Settings }) {
  const w = useWords(words);
  const sw = useWords(suggestionWords);
  const [open, show] = useState<Group | null>(null);
  return (
    <Card title={w.groups} aside={w.groupsNote}>
      {s.groups.map((g) => <Row key={g.group} icon="people" title={sw[`person_${g.group}`]} note={w.look} end={<span className="num">{w.people({ n: g.n })}</span>} onClick={() => show(g.group)} />)}
      <Modal open={open !== null} title={open ? sw[`person_${open}`] : ''} onCancel={() => show(null)} footer={null} width={640} destroyOnHidden>
        {open ? <div className="setform"><AddPeople unionId={s.union.id} group={open} /><PeopleOf unionId={s.union.id} group={open} /></div> : null}
      </Modal>
    </Card>
  );
}
