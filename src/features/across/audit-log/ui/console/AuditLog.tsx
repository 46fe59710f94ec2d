import { Button, Segmented } from 'antd';
import { Basis, Chip, DeskPage, Empty, type Output, showTime, useAddress, useCall, useMe, useWords } from '../../../../../web/kit/index.ts';
import { type List, ListActions, ListPanel, useList, useNewest } from '../../../../../web/kit/desk.ts';
import { api } from '../../audit-log.contract.ts';
import { words } from '../audit-log-ui.words.ts';
import { Chain } from './Chain.tsx';
import './audit-log.css';

type Line = Output<typeof api.list>['items'][number];

/** The rules a decision rested on; asked for when the line is opened. */
function Grounds({ line }: { line: Line }) {
  const ruleSetId = String(line.basis.ruleSetId ?? '');
  const basis = useCall(api.basis, { ruleSetId }, { when: ruleSetId !== '' });
  return <div className="auditbasis">{(basis.data?.items ?? []).map((said) => <Basis key={said}>{said}</Basis>)}</div>;
}

function useLines(): List<Line> {
  const w = useWords(words);
  const [, setPerson] = useAddress('person');
  const [, setSubject] = useAddress('subject');
  return useList<Line>('audit-log', {
    filters: [{ kind: 'days', name: 'from', to: 'to', label: [w.from, w.to] }], more: ['person', 'subject'],
    ask: ({ person, subject, ...set }) => {
      const [kind, id] = subject?.split('~') ?? [];
      return { ...set, ...(person ? { personId: person } : {}), ...(kind && id ? { subjectKind: kind, subjectId: id } : {}) };
    },
    columns: {
      at: { title: w.when, width: 150, cell: (l) => <time className="num" dateTime={l.at}>{showTime(l.at)}</time> },
      by: { title: w.who, width: 150, cell: (l) => (l.by.personId
        ? <Button type="link" size="small" className="auditlink" title={w.onlyPerson({ name: l.by.name })} onClick={() => setPerson(l.by.personId ?? undefined)}>{l.by.name}</Button>
        : <span className="note">{l.by.name}</span>) },
      what: { title: w.what, cell: (l) => <Button type="text" size="small" className="auditlink wide" title={w.onlySubject} onClick={() => setSubject(`${l.subject.kind}~${l.subject.id}`)}>{l.sentence}</Button> },
      union: { title: w.where, width: 190, cell: (l) => <span className="note">{l.union?.name ?? w.noUnion}{l.sealed ? null : <> <Chip>{w.unsealed}</Chip></>}</span> },
    },
  });
}

function Lines({ list, looks }: { list: List<Line>; looks: boolean }) {
  const w = useWords(words);
  const rows = useNewest(looks ? api.looks : api.list, list);
  return (
    <ListPanel list={list} rows={rows} empty={<Empty icon="shield" title={w.none} hint={w.noneHint} />} also={list.set['person'] || list.set['subject'] ? <Chip kind="info">{w.filtered}</Chip> : null}
      expand={{ columnTitle: w.basis, columnWidth: 64, rowExpandable: (l) => l.basis.ruleSetId !== undefined, expandedRowRender: (l) => <Grounds line={l} /> }} />
  );
}

/** The log as an auditor reads it: lines, looks at personal fields, and whether anything was changed. */
export default function AuditLog() {
  const w = useWords(words);
  const me = useMe();
  const [view, setView] = useAddress('view');
  const list = useLines();
  const looks = view === 'looks';
  const views = [{ value: 'all', label: w.all }, { value: 'looks', label: w.looks }, { value: 'chain', label: w.chain }];
  return (
    <DeskPage title={w.title} about={w.about} actions={view === 'chain' ? undefined : <ListActions list={list} to={api.exportLines} can="audit.read" also={{ looks }} />}>
      <Segmented aria-label={w.views} options={views} value={view ?? 'all'} onChange={(v) => setView(v === 'all' ? undefined : v)} />
      {view === 'chain' ? <Chain key={me.person.id} /> : <Lines key={view ?? 'all'} list={list} looks={looks} />}
    </DeskPage>
  );
}
