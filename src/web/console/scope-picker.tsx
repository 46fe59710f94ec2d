import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { holds, Icon, type UnionNode, type UnionSource, useMe, useScope, useWords, Waiting } from '../kit/index.ts';
import { words } from './console.words.ts';
import { unions } from './gather.ts';
import { Popup } from './popup.tsx';

let source: Promise<UnionSource> | undefined;
const look = (): Promise<UnionSource> => {
  if (!unions) return Promise.reject(new Error('no part brings the union tree'));
  source ??= unions().then((m) => m.default);
  return source;
};

function Branch({ node, chosen, choose }: { node: UnionNode; chosen: string | undefined; choose: (id: string) => void }) {
  const w = useWords(words);
  const [open, setOpen] = useState(false);
  const below = useQuery({ queryKey: ['scope', 'below', node.id], queryFn: async () => (await look()).below(node.id), enabled: open });
  return (
    <li>
      <div className={`branch ${chosen === node.id ? 'on' : ''}`}>
        {node.below > 0
          ? <button type="button" className="fold" aria-expanded={open} aria-label={open ? w.scopeClose({ name: node.name }) : w.scopeOpen({ name: node.name })} onClick={() => setOpen(!open)}><Icon name={open ? 'down' : 'next'} size={14} /></button>
          : <span className="fold" />}
        <button type="button" className="pick" aria-pressed={chosen === node.id} onClick={() => choose(node.id)}>{node.name}{node.below > 0 ? <span className="note num">{node.below}</span> : null}</button>
      </div>
      {open ? (below.data ? <ul>{below.data.map((n) => <Branch key={n.id} node={n} chosen={chosen} choose={choose} />)}</ul> : <Waiting lines={2} />) : null}
    </li>
  );
}

function Finder({ choose }: { choose: (id: string) => void }) {
  const w = useWords(words);
  const [text, setText] = useState('');
  const wanted = text.trim();
  const found = useQuery({ queryKey: ['scope', 'find', wanted], queryFn: async () => (await look()).find(wanted), enabled: wanted.length > 0 });
  return (
    <>
      <label className="searchline"><Icon name="search" size={16} /><input type="search" value={text} placeholder={w.scopeFind} aria-label={w.scopeFind} onChange={(e) => setText(e.target.value)} /></label>
      {wanted ? (
        <ul className="tree">
          {found.data?.map((n) => <li key={n.id}><button type="button" className="pick" onClick={() => choose(n.id)}>{n.name}<span className="note">{n.above?.join(' / ')}</span></button></li>)}
          {found.data?.length === 0 ? <li className="note">{w.scopeNothing}</li> : null}
        </ul>
      ) : null}
    </>
  );
}

/** Which unions the whole desk shows: one of the unions under which I hold an office, with everything below it. */
export function ScopePicker() {
  const w = useWords(words);
  const me = useMe();
  const scope = useScope();
  const may = unions !== undefined && holds(me, 'unions.read');
  const ids = scope.union ? [scope.union] : me.scopes.length === 1 && me.scopes[0] ? [me.scopes[0].unionId] : [];
  const shown = useQuery({ queryKey: ['scope', 'one', ids[0]], queryFn: async () => (await look()).one(ids[0] ?? ''), enabled: ids.length > 0 && may });
  const roots = useQuery({ queryKey: ['scope', 'roots', me.person.id], queryFn: async () => Promise.all(me.scopes.map(async (s) => (await look()).one(s.unionId))), enabled: may });
  const name = shown.data?.name ?? me.scopes.find((s) => s.unionId === ids[0])?.name ?? w.scopeAll;
  if (me.scopes.length === 0) return null;
  return (
    <Popup className="scope" label={w.scope} button={<><Icon name="tree" size={18} /><b>{name}</b>{shown.data && shown.data.below > 0 ? <span className="note num">{w.scopeBelow({ n: shown.data.below })}</span> : null}<Icon name="down" size={14} /></>}>
      {(close) => {
        const choose = (id: string | undefined): void => { scope.choose(id); close(); };
        return (
          <>
            {may ? <Finder choose={choose} /> : null}
            <ul className="tree">
              {me.scopes.length > 1 ? <li><button type="button" className="pick" aria-pressed={!scope.union} onClick={() => choose(undefined)}>{w.scopeAll}</button></li> : null}
              {(roots.data ?? me.scopes.map((s) => ({ id: s.unionId, name: s.name, below: 0 }))).map((n) => <Branch key={n.id} node={n} chosen={scope.union} choose={choose} />)}
            </ul>
          </>
        );
      }}
    </Popup>
  );
}
