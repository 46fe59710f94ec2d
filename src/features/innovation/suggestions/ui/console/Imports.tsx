import { Select } from 'antd';
import { useState } from 'react';
import { useNavigate } from 'react-router';
import { Card, Chip, DeskPage, Empty, Icon, type Output, refresh, RefusedByServer, saveFile, sendFile, showNumber, showTime, tell, useSay, useWords } from '../../../../../web/kit/index.ts';
import { ListPanel, useList, useRows } from '../../../../../web/kit/desk.ts';
import { importApi } from '../../register-import.contract.ts';
import { words } from '../register-ui.words.ts';
import { words as titles } from '../screens.words.ts';
import '../work.css';

type Answer = Output<typeof importApi.imports>;
type Line = Answer['items'][number];
const KIND = { done: 'ok', previewed: 'warn', read: 'warn', checking: 'info', running: 'info', undoing: 'info', undone: 'quiet', cancelled: 'quiet' } as const;

/** What an import is doing, or has done. */
export function StateChip({ of }: { of: Pick<Line, 'state'> }) {
  const w = useWords(words);
  return <Chip kind={KIND[of.state]}>{w[`state_${of.state}`]}</Chip>;
}

function Drop({ schemes }: { schemes: Answer['schemes'] }) {
  const w = useWords(words);
  const go = useNavigate();
  const [chosen, setChosen] = useState<string>();
  const [reading, setReading] = useState('');
  const union = chosen ?? schemes[0]?.id;
  async function send(file: File | undefined): Promise<void> {
    if (!file || !union || reading !== '') return;
    setReading(file.name);
    try {
      const { id } = await sendFile(importApi.upload, { union, name: file.name }, file);
      await refresh(importApi.imports);
      void go(`/suggestion-imports/${id}`);
    } catch (why) {
      tell(why instanceof RefusedByServer ? why.sentence : String(why), 'bad');
    } finally {
      setReading('');
    }
  }
  return (
    <Card>
      <div className="fields">
        {schemes.length > 1 ? <div className="field"><label htmlFor="import-scheme">{w.scheme}</label><Select id="import-scheme" value={union ?? null} onChange={(id: string) => setChosen(id)} options={schemes.map((s) => ({ value: s.id, label: s.name }))} /></div> : null}
        <div className="workdrop">
          <Icon name={reading ? 'clock' : 'upload'} size={28} />
          <b role="status">{reading ? w.reading({ name: reading }) : w.drop}</b>
          <span className="note">{w.dropHint}</span>
          <input type="file" aria-label={w.drop} accept=".xlsx,.csv,.txt" disabled={reading !== '' || !union} onChange={(e) => { void send(e.target.files?.[0]); e.target.value = ''; }} />
        </div>
      </div>
    </Card>
  );
}

/** Older registers: drop one, and what was imported before; everything can be exported. */
export default function Imports() {
  const w = useWords(words);
  const say = useSay();
  const list = useList<Line>('suggestion-imports', {
    filters: [],
    columns: {
      file: { title: w.file, cell: (i) => <span className="cell"><b>{i.fileName}</b><small className="num">{w.rowsN({ n: showNumber(i.rows) })}</small></span> },
      state: { title: w.state, width: 130, cell: (i) => <StateChip of={i} /> },
      result: { title: w.result, cell: (i) => <span className="num">{i.state === 'undone' ? w.undoneLine({ removed: i.removed, kept: i.kept }) : i.taken > 0 ? w.takenLine({ n: i.taken }) : w.resultLine({ good: i.good, bad: i.bad })}</span> },
      who: { title: w.who, width: 110, cell: (i) => i.author },
      when: { title: w.when, width: 150, cell: (i) => <time>{showTime(i.createdAt)}</time> },
    },
  });
  const rows = useRows(importApi.imports, list, { every: 5000 });
  return (
    <DeskPage title={say(titles.imports)} about={w.about} actions={<button type="button" className="btn" onClick={() => void saveFile(importApi.exportWhole, {}, `${w.exportWhole}.xlsx`).catch((why: unknown) => tell(why instanceof RefusedByServer ? why.sentence : String(why), 'bad'))}><Icon name="download" size={18} />{w.exportWhole}</button>}>
      <Drop schemes={rows.answer?.schemes ?? []} />
      <ListPanel label={w.history} list={list} rows={rows} open={(i) => `/suggestion-imports/${i.id}`} empty={<Empty icon="table" title={w.none} hint={w.noneHint} />} />
    </DeskPage>
  );
}
