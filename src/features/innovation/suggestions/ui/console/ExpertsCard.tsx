import { Select } from 'antd';
import { useState } from 'react';
import { ask, Card, Chip, useAct, useWords } from '../../../../../web/kit/index.ts';
import { Day, namedList } from '../../../../../web/kit/desk.ts';
import { settings as routes } from '../../settings.contract.ts';
import { ExpertGroup } from '../../suggestions.contract.ts';
import { words as suggestionWords } from '../../suggestions.words.ts';
import { words } from '../settings-ui.words.ts';
import { PersonPick } from './PersonPick.tsx';
import type { Settings } from './Settings.tsx';

type Group = Settings['experts'][number]['expertGroup'];

function AddExpert({ unionId }: { unionId: string }) {
  const w = useWords(words);
  const sw = useWords(suggestionWords);
  const [d, setD] = useState<{ personId: string | null; group: Group; leads: boolean; from: string | null }>({ personId: null, group: 'technology', leads: false, from: null });
  const { act, busy } = useAct(routes.addExpert, { refreshes: [routes.settings], done: w.added, after: () => setD({ ...d, personId: null, leads: false }) });
  return (
    <form className="setadd" aria-label={w.addExpert} onSubmit={(e) => { e.preventDefault(); if (d.personId) act({ unionId, personId: d.personId, expertGroup: d.group, leads: d.leads, ...(d.from ? { fromDate: d.from } : {}) }); }}>
      <PersonPick unionId={unionId} label={w.person} value={d.personId} onChange={(personId) => setD({ ...d, personId })} />
      <div className="field"><span>{w.group}</span><Select {...namedList(w.group)} value={d.group} onChange={(group) => setD({ ...d, group })} options={ExpertGroup.options.map((g) => ({ value: g, label: sw[`group_${g}`] }))} /></div>
      <div className="field"><span>{w.fromDay}</span><Day label={w.fromDay} value={d.from} onChange={(from) => setD({ ...d, from })} /></div>
      <label className="pick"><input type="checkbox" checked={d.leads} onChange={(e) => setD({ ...d, leads: e.target.checked })} />{w.leads}</label>
      <button type="submit" className="btn primary" disabled={busy || d.personId === null}>{w.addExpert}</button>
    </form>
  );
}

/** The four expert groups with their people, what waits for each, and how long they serve. */
export function ExpertsCard({ settings: s }: { settings: Settings }) {
  const w = useWords(words);
  const sw = useWords(suggestionWords);
  const { act, busy } = useAct(routes.endExpert, { refreshes: [routes.settings], done: w.ended });
  const end = async (id: string, name: string): Promise<void> => {
    if (await ask({ title: w.endAsk({ name }), yes: w.end })) act({ unionId: s.union.id, id });
  };
  return (
    <Card title={w.experts} aside={w.expertsNote({ n: new Set(s.experts.filter((e) => e.toDate === null).map((e) => e.personId)).size })}>
      {ExpertGroup.options.map((g) => {
        const list = s.experts.filter((e) => e.expertGroup === g);
        return (
          <section key={g} aria-label={sw[`group_${g}`]} className="sugtext">
            <h3>{sw[`group_${g}`]}</h3>
            {list.length === 0 ? <p className="note">{w.noExperts}</p> : list.map((e) => (
              <div key={e.id} className="setline">
                <b>{e.name}</b>{e.leads ? <Chip kind="info">{w.leads}</Chip> : null}
                <span className="grow note">{[e.unit, e.toDate ? w.until({ from: e.fromDate, to: e.toDate }) : w.since({ from: e.fromDate })].filter(Boolean).join(' · ')}</span>
                <span className="note">{w.load({ open: e.open, given: e.given })}</span>
                {e.toDate === null ? <button type="button" className="btn plain" disabled={busy} aria-label={`${w.end} ${e.name}`} onClick={() => void end(e.id, e.name)}>{w.end}</button> : null}
              </div>
            ))}
          </section>
        );
      })}
      <AddExpert unionId={s.union.id} />
    </Card>
  );
}
