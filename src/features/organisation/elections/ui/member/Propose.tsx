import { useDeferredValue, useState } from 'react';
import { useNavigate, useParams } from 'react-router';
import { Card, errorAt, Field, FieldText, Loaded, type Output, PhonePage, Row, useAct, useCall, useWords } from '../../../../../web/kit/index.ts';
import { mine } from '../../elections.contract.ts';
import { words as part } from '../../elections.words.ts';
import '../elections.css';
import { words } from '../phone.words.ts';

type Seen = Output<typeof mine.one>;
type Post = Seen['posts'][number]['post'];

function Form({ of: e }: { of: Seen }) {
  const w = useWords(words);
  const p = useWords(part);
  const go = useNavigate();
  const posts = e.posts.filter((x) => x.left > 0);
  const [post, setPost] = useState<Post | null>(posts[0]?.post ?? null);
  const [text, setText] = useState('');
  const [person, setPerson] = useState<{ id: string; name: string } | null>(null);
  const [about, setAbout] = useState('');
  const asked = useDeferredValue(text.trim());
  const found = useCall(mine.people, { id: e.id, text: asked }, { when: asked.length >= 2 && person === null, keepWhileChanging: true });
  const { act, busy, refusal } = useAct(mine.propose, { done: w.proposed, refreshes: [mine.one, mine.list], after: () => void go(-1) });
  if (post === null) return <Card><p className="note">{w.leftNone}</p></Card>;
  return (
    <div className="elec">
      <Card title={w.post}>{posts.map((x) => <button key={x.post} type="button" className={`btn wide ${x.post === post ? 'primary' : ''}`} aria-pressed={x.post === post} onClick={() => setPost(x.post)} style={{ marginBottom: 8 }}>{p[`post_${x.post}`]} · {w.leftN({ n: x.left })}</button>)}</Card>
      <Card>
        <Field label={w.person} hint={w.personHint} value={text} maxLength={20} error={errorAt(refusal, 'personId')} onChange={(x) => { setText(x.target.value); setPerson(null); }} />
        {person === null ? found.data?.items.map((x) => <Row key={x.id} icon="me" title={x.name} note={[x.unit, x.job].filter(Boolean).join(' · ')} onClick={() => { setPerson(x); setText(x.name); }} />) : null}
        {person === null && asked.length >= 2 && found.data?.items.length === 0 ? <p className="note">{w.nobody}</p> : null}
        <FieldText label={w.why} value={about} maxLength={500} onChange={(x) => setAbout(x.target.value)} />
        <button type="button" className="btn primary wide" disabled={busy || person === null} onClick={() => { if (person) act({ id: e.id, post, personId: person.id, about }); }}>{w.send}</button>
      </Card>
    </div>
  );
}

/** Proposes a member for a post. */
export default function Propose() {
  const { id = '' } = useParams();
  const w = useWords(words);
  const one = useCall(mine.one, { id });
  return <PhonePage title={w.propose} up={`/elections/${id}`}><Loaded from={one} lines={6}>{(e) => <Form of={e} />}</Loaded></PhonePage>;
}
