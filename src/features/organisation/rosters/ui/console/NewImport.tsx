import { Select } from 'antd';
import { useState } from 'react';
import { useNavigate } from 'react-router';
import { Card, Icon, refresh, RefusedByServer, sendFile, tell, useCall, useScope, useWords } from '../../../../../web/kit/index.ts';
import { api } from '../../rosters.contract.ts';
import { words } from '../roster-ui.words.ts';

/** Where a sheet is dropped: the union first, then the file; reading begins at once. */
export function NewImport() {
  const w = useWords(words);
  const go = useNavigate();
  const scope = useScope();
  const [text, setText] = useState('');
  const [chosen, setChosen] = useState<string>();
  const [reading, setReading] = useState('');
  const [over, setOver] = useState(false);
  const targets = useCall(api.targets, { text, ...(scope.union ? { union: scope.union } : {}) }, { keepWhileChanging: true });
  const items = targets.data?.items ?? [];
  const union = chosen ?? scope.union ?? items[0]?.id;

  async function send(file: File | undefined): Promise<void> {
    if (!file || reading !== '') return;
    if (!union) return tell(w.targetFirst, 'bad');
    setReading(file.name);
    try {
      const { id } = await sendFile(api.upload, { union, name: file.name }, file);
      await refresh(api.list);
      go(`/rosters/${id}`);
    } catch (why) {
      tell(why instanceof RefusedByServer ? why.sentence : String(why), 'bad');
    } finally {
      setReading('');
    }
  }

  return (
    <Card>
      <div className="rosternew">
        <label htmlFor="roster-target"><b>{w.target}</b>
          <Select id="roster-target" aria-label={w.target} showSearch={{ filterOption: false, onSearch: setText }} value={union ?? null} placeholder={w.targetPlaceholder} onChange={(id: string) => setChosen(id)}
            options={items.map((u) => ({ value: u.id, label: u.above ? `${u.name} · ${u.above}` : u.name }))} />
          <span className="note">{w.targetHint}</span>
        </label>
        <div className={`rosterdrop ${over ? 'over' : ''}`}>
          <Icon name={reading ? 'clock' : 'upload'} size={28} />
          <b role="status">{reading ? w.reading({ name: reading }) : w.drop}</b>
          <span className="note">{w.dropHint}</span>
          <input type="file" aria-label={w.drop} accept=".xlsx,.csv,.txt" disabled={reading !== ''} onDragEnter={() => setOver(true)} onDragLeave={() => setOver(false)} onDrop={() => setOver(false)} onChange={(e) => { void send(e.target.files?.[0]); e.target.value = ''; }} />
        </div>
      </div>
    </Card>
  );
}
