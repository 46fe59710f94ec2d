import { Button } from 'antd';
import { useNavigate } from 'react-router';
import { DeskPage, Empty, Loaded, type Output, useAddress, useCall, useScope, useWords } from '../../../../../web/kit/index.ts';
import { type List, ListActions, ListPanel, useList, useRows } from '../../../../../web/kit/desk.ts';
import { api } from '../../unions.contract.ts';
import { words } from '../../unions.words.ts';
import { words as screenWords } from '../screens.words.ts';
import { Name, Sum, Tree } from './Tree.tsx';

type Union = Output<typeof api.find>['items'][number];

function useUnions(): List<Union> {
  const w = useWords(words);
  const searched = useAddress('text')[0] !== undefined;
  return useList<Union>('unions', {
    filters: [{ kind: 'find', name: 'text', label: w.search }],
    columns: {
      name: { title: w.name, cell: (u) => <Name union={u} found={searched} /> },
      parent: { title: w.parent, extra: true, cell: (u) => u.parent },
      kind: { title: w.kind, width: 150, cell: (u) => u.kindWord },
      state: { title: w.state, extra: true, width: 110, cell: (u) => w[`state_${u.state}` as 'state_active'] },
      chair: { title: w.chair, width: 100, cell: (u) => u.chair ?? <span className="note">{w.noChair}</span> },
      members: { title: w.allMembers, width: 150, align: 'right', cell: (u) => <Sum all={u.allMembers} own={u.allUnions > 1 ? w.ownMembers({ n: u.members }) : null} /> },
      below: { title: w.unionsUnder, width: 120, align: 'right', cell: (u) => <Sum all={Math.max(0, u.allUnions - 1)} own={u.allUnions - 1 > u.branches ? w.ownBranches({ n: u.branches }) : null} /> },
    },
  });
}

function Whole({ list }: { list: List<Union> }) {
  const roots = useCall(api.roots, {});
  return <Loaded from={roots}>{(r) => <Tree list={list} roots={r.items} />}</Loaded>;
}

function Scoped({ list, id }: { list: List<Union>; id: string }) {
  const w = useWords(words);
  const branches = useCall(api.branches, { id });
  return <Loaded from={branches}>{(b) => (b.items.length === 0 ? <Empty icon="tree" title={w.noBranches} hint={w.noBranchesHint} /> : <Tree key={id} list={list} roots={b.items} below={{ id, total: b.total }} />)}</Loaded>;
}

/** The union tree: opened level by level; searched by name or code it becomes a list. */
export default function Unions() {
  const w = useWords(words);
  const s = useWords(screenWords);
  const go = useNavigate();
  const { union } = useScope();
  const list = useUnions();
  const searched = list.set['text'] !== undefined;
  const rows = useRows(api.find, list, { when: searched });
  const none = <Empty icon="search" title={w.noMatch} hint={w.noMatchHint} />;
  return (
    <DeskPage title={s.tree} actions={<>{searched ? <ListActions list={list} to={api.exportFound} can="unions.read" /> : null}{union ? <Button onClick={() => go(`/unions/${union}`)}>{w.particulars}</Button> : null}</>}>
      <ListPanel list={list} rows={rows} open={(u) => `/unions/${u.id}`} empty={none} nothing={none}
        {...(searched ? {} : { instead: union ? <Scoped list={list} id={union} /> : <Whole list={list} /> })} />
    </DeskPage>
  );
}
