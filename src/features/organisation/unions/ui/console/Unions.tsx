import { Button, Input } from 'antd';
import { useNavigate } from 'react-router';
import { Card, DeskPage, Empty, Icon, Loaded, useAddress, useCall, useScope, useWords } from '../../../../../web/kit/index.ts';
import { api } from '../../unions.contract.ts';
import { words } from '../../unions.words.ts';
import { words as screenWords } from '../screens.words.ts';
import { Tree } from './Tree.tsx';

/** How many unions a search answers at most. */
const FOUND_AT_MOST = 30;

function Results({ text }: { text: string }) {
  const w = useWords(words);
  const found = useCall(api.find, { text }, { keepWhileChanging: true });
  return (
    <Loaded from={found}>
      {(f) => (f.items.length === 0 ? <Empty icon="search" title={w.noMatch} hint={w.noMatchHint} /> : (
        <>
          <Tree key={f.items.map((u) => u.id).join()} roots={f.items} found />
          {f.items.length >= FOUND_AT_MOST ? <p className="note" role="status">{w.firstThirty}</p> : null}
        </>
      ))}
    </Loaded>
  );
}

function Scoped({ id }: { id: string }) {
  const w = useWords(words);
  const branches = useCall(api.branches, { id });
  return <Loaded from={branches}>{(b) => (b.items.length === 0 ? <Empty icon="tree" title={w.noBranches} hint={w.noBranchesHint} /> : <Tree key={id} roots={b.items} below={{ id, total: b.total }} />)}</Loaded>;
}

/** The union tree: opened level by level, searched by name or code. */
export default function Unions() {
  const w = useWords(words);
  const s = useWords(screenWords);
  const go = useNavigate();
  const scope = useScope();
  const [text, setText] = useAddress('text');
  const roots = useCall(api.roots, {}, { when: !scope.union });
  return (
    <DeskPage title={s.tree} actions={scope.union ? <Button onClick={() => go(`/unions/${scope.union}`)}>{w.particulars}</Button> : null}>
      <Card>
        <Input allowClear type="search" prefix={<Icon name="search" size={16} />} placeholder={w.search} aria-label={w.search} value={text ?? ''} maxLength={40} onChange={(e) => setText(e.target.value || undefined)} style={{ maxWidth: 360, marginBottom: 12 }} />
        {text?.trim() ? <Results text={text.trim()} /> : scope.union ? <Scoped id={scope.union} /> : <Loaded from={roots}>{(r) => <Tree roots={r.items} />}</Loaded>}
      </Card>
    </DeskPage>
  );
}
