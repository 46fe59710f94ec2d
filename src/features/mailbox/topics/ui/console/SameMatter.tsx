import { useState } from 'react';
import { Link, useNavigate } from 'react-router';
import { Card, Empty, holds, Icon, Loaded, type Output, useAct, useCall, useMe, useWords } from '../../../../../web/kit/index.ts';
import { api } from '../../topics.contract.ts';
import '../topics.css';
import { words } from '../topics-ui.words.ts';
import { LetterLines, toggled } from './LetterLines.tsx';

type Alike = Output<typeof api.alikeLetter>;

function Found({ id, alike }: { id: string; alike: Alike }) {
  const w = useWords(words);
  const go = useNavigate();
  const [ticked, setTicked] = useState<ReadonlySet<string>>(new Set());
  const open = useAct(api.open, { refreshes: [api.register, api.alikeLetter], after: (out) => void go(`/topics/${out.id}`) });
  const gather = useAct(api.gather, { refreshes: [api.register, api.alikeLetter, api.topic], after: (out) => void go(`/topics/${out.id}`) });
  const [name, setName] = useState('');
  const all = [id, ...ticked];
  if (alike.topic) return <p>{w.sameIn} <Link to={`/topics/${alike.topic.id}`}>{alike.topic.name}</Link></p>;
  return (
    <>
      {alike.items.length === 0 ? <Empty icon="search" title={w.sameNone} /> : <LetterLines letters={alike.items.slice(0, 10)} ticked={ticked} tick={(one) => setTicked(toggled(ticked, one))} />}
      <form className="topictools" onSubmit={(e) => { e.preventDefault(); open.act({ title: name, letterIds: all }); }}>
        <span className="fieldbox grow"><input value={name} maxLength={60} placeholder={w.nameHint} aria-label={w.name} onChange={(e) => setName(e.target.value)} /></span>
        <button type="submit" className="btn primary" disabled={name.trim().length < 2 || open.busy}>{w.makeTopic} ({all.length})</button>
      </form>
      {alike.topics.map((t) => <button key={t.id} type="button" className="btn" disabled={gather.busy} onClick={() => gather.act({ id: t.id, ids: all })}>{w.addTo} “{t.name}” ({all.length})</button>)}
    </>
  );
}

/** The same matter elsewhere: its topic, or letters like this one, looked for when asked. */
export default function SameMatter({ id }: { id: string }) {
  const w = useWords(words);
  const me = useMe();
  const [shown, setShown] = useState<string>();
  const alike = useCall(api.alikeLetter, { id }, { when: shown === id });
  if (!holds(me, 'topics.work')) return null;
  return (
    <Card title={w.same}>
      {shown === id ? <Loaded from={alike}>{(a) => <Found key={id} id={id} alike={a} />}</Loaded> : <button type="button" className="btn" onClick={() => setShown(id)}><Icon name="search" size={18} />{w.sameShow}</button>}
    </Card>
  );
}
