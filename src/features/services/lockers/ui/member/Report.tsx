import { useState } from 'react';
import { useNavigate, useParams } from 'react-router';
import { Attach, type Attached, attachments, Card, errorAt, FieldText, PhonePage, useAct, useWords } from '../../../../../web/kit/index.ts';
import { api } from '../../lockers.contract.ts';
import { words } from '../locker-ui.words.ts';
import '../lockers.css';

const KINDS = ['missing', 'broken', 'dirty'] as const;

/** Says that something is missing, broken or dirty. */
export default function Report() {
  const { id = '', no = '' } = useParams();
  const w = useWords(words);
  const go = useNavigate();
  const [kind, setKind] = useState<(typeof KINDS)[number]>();
  const [text, setText] = useState('');
  const [files, setFiles] = useState<readonly Attached[]>([]);
  const { act, busy, refusal } = useAct(api.report, { done: w.reported, refreshes: [api.cabinet, api.near], after: () => void go(`/lockers/${id}`, { replace: true }) });
  return (
    <PhonePage title={w.reportTitle({ n: no })} up={`/lockers/${id}/${no}`} foot={<button type="button" className="btn primary" disabled={busy || kind === undefined} onClick={() => kind && act({ id, no: Number(no), kind, text, files: files.map((f) => f.id) })}>{w.send}</button>}>
      <Card>
        <fieldset className="lkkinds"><legend>{w.kind}</legend>{KINDS.map((k) => <button key={k} type="button" aria-pressed={kind === k} onClick={() => setKind(k)}>{w[`kind_${k}`]}</button>)}</fieldset>
        <FieldText label={w.describe} rows={3} maxLength={300} value={text} error={errorAt(refusal, 'text')} onChange={(e) => setText(e.target.value)} />
        <p className="note">{w.reportHint}</p>
      </Card>
      <Card title={w.photo}><Attach to={attachments.upload} input={(name) => ({ name })} value={files} onChange={setFiles} most={4} /></Card>
    </PhonePage>
  );
}
