import { useState } from 'react';
import { useParams } from 'react-router';
import { ask, Attach, type Attached, Card, Empty, errorAt, Field, Loaded, type Output, PhonePage, showDate, tell, useAct, useCall, useLocale, useWords } from '../../../../../web/kit/index.ts';
import { api } from '../../lockers.contract.ts';
import { Pictures } from '../both/Pictures.tsx';
import { words } from '../locker-ui.words.ts';
import '../lockers.css';

type CabinetSeen = Output<typeof api.cabinet>;

function Things({ cabinet: c }: { cabinet: CabinetSeen }) {
  const w = useWords(words);
  const language = useLocale();
  const take = useAct(api.takeSwap, { refreshes: [api.cabinet], done: (out) => w.swapOpened({ n: out.no }) });
  const press = async (s: CabinetSeen['swaps'][number]): Promise<void> => {
    if (await ask({ title: w.takeAsk({ title: s.title }), text: w.takeAskHint, yes: w.takeYes })) take.act({ id: c.id, swapId: s.id });
  };
  if (c.swaps.length === 0) return <Empty icon="swap" title={w.swapNone} hint={w.swapNoneHint} />;
  return c.swaps.map((s) => (
    <div key={s.id} className="lkswap">
      <span><Pictures files={s.photos} /></span>
      <span><b>{s.title}</b>{s.note ? <small>{s.note}</small> : null}<small>{w.putOn({ date: showDate(s.putOn, language) })}</small></span>
      <button type="button" className="btn" disabled={take.busy} aria-label={`${w.takeThis} ${s.title}`} onClick={() => void press(s)}>{w.takeThis}</button>
    </div>
  ));
}

function PutIn({ cabinet: c }: { cabinet: CabinetSeen }) {
  const w = useWords(words);
  const [title, setTitle] = useState('');
  const [note, setNote] = useState('');
  const [files, setFiles] = useState<readonly Attached[]>([]);
  const put = useAct(api.put, { refreshes: [api.cabinet], after: (out) => { tell(w.swapOpened({ n: out.no })); setTitle(''); setNote(''); setFiles([]); } });
  const photoId = files[0]?.id;
  return (
    <Card title={w.putIn} className="lkstep">
      <div className="fields">
        <Field label={w.what} hint={w.whatHint} maxLength={40} value={title} error={errorAt(put.refusal, 'title')} onChange={(e) => setTitle(e.target.value)} />
        <Field label={w.swapNote} maxLength={200} value={note} error={errorAt(put.refusal, 'note')} onChange={(e) => setNote(e.target.value)} />
      </div>
      <p className="note">{w.swapPhoto}</p>
      <Attach key={String(put.busy)} to={api.photo} input={(name) => ({ name })} value={files} onChange={setFiles} most={1} />
      <div className="lkacts"><button type="button" className="btn primary wide" disabled={put.busy || title.trim() === ''} onClick={() => put.act({ id: c.id, title: title.trim(), note, ...(photoId ? { photoId } : {}) })}>{put.busy ? w.opening : w.openAndPut}</button></div>
    </Card>
  );
}

/** The swap box of a cabinet: take something, put something in, without a name. */
export default function Swap() {
  const { id = '' } = useParams();
  const w = useWords(words);
  const seen = useCall(api.cabinet, { id });
  return (
    <Loaded from={seen} lines={6}>
      {(c) => (
        <PhonePage title={w.swapTitle} up={`/lockers/${c.id}`}>
          <Card title={c.place} aside={w.swapCounts({ put: c.swapPut, taken: c.swapTaken })}><p className="note">{w.swapAbout}</p><Things cabinet={c} /></Card>
          <PutIn cabinet={c} />
        </PhonePage>
      )}
    </Loaded>
  );
}
