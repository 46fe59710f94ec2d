import { Button, Input, Segmented, Space, Table } from 'antd';
import { useId } from 'react';
import {
  Basis, Chip, DeskPage, Empty, LoadedPages, showTime, type Output, useAddress, useCall, useMe, usePages, useScope, useWords,
} from '../../../../../web/kit/index.ts';
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

function Day({ label, value, choose }: { label: string; value: string | undefined; choose: (day: string | undefined) => void }) {
  const id = useId();
  return (
    <Space size={8}>
      <label className="note" htmlFor={id}>{label}</label>
      <Input id={id} type="date" value={value ?? ''} onChange={(e) => choose(e.target.value || undefined)} />
    </Space>
  );
}

function Lines({ looks }: { looks: boolean }) {
  const w = useWords(words);
  const { union } = useScope();
  const [from, setFrom] = useAddress('from');
  const [to, setTo] = useAddress('to');
  const [person, setPerson] = useAddress('person');
  const [subject, setSubject] = useAddress('subject');
  const [subjectKind, subjectId] = subject?.split('~') ?? [];
  const asked = { unionId: union, from, to, personId: person, subjectKind, subjectId, limit: 50 };
  const lines = usePages(looks ? api.looks : api.list, asked);
  const clear = (): void => { setPerson(undefined); setSubject(undefined); };
  return (
    <>
      <Space wrap>
        <Day label={w.from} value={from} choose={setFrom} />
        <Day label={w.to} value={to} choose={setTo} />
        {person || subject ? <><Chip kind="info">{w.filtered}</Chip><Button onClick={clear}>{w.clear}</Button></> : null}
      </Space>
      <LoadedPages from={lines} empty={<Empty icon="shield" title={w.none} hint={w.noneHint} />}>
        {(items) => (
          <div className="panel">
            <Table<Line>
              rowKey="id" size="middle" pagination={false} dataSource={[...items]} scroll={{ x: 760 }}
              expandable={{ columnTitle: w.basis, columnWidth: 64, rowExpandable: (l) => l.basis.ruleSetId !== undefined, expandedRowRender: (l) => <Grounds line={l} /> }}
              columns={[
                { title: w.when, key: 'at', width: 150, render: (_, l) => <time className="num" dateTime={l.at}>{showTime(l.at)}</time> },
                { title: w.who, key: 'by', width: 150, render: (_, l) => (l.by.personId
                  ? <Button type="link" size="small" className="auditlink" title={w.onlyPerson({ name: l.by.name })} onClick={() => setPerson(l.by.personId ?? undefined)}>{l.by.name}</Button>
                  : <span className="note">{l.by.name}</span>) },
                { title: w.what, key: 'what', render: (_, l) => (
                  <Button type="text" size="small" className="auditlink wide" title={w.onlySubject} onClick={() => setSubject(`${l.subject.kind}~${l.subject.id}`)}>{l.sentence}</Button>
                ) },
                { title: w.where, key: 'union', width: 190, render: (_, l) => <span className="note">{l.union?.name ?? w.noUnion}{l.sealed ? null : <> <Chip>{w.unsealed}</Chip></>}</span> },
              ]}
            />
          </div>
        )}
      </LoadedPages>
    </>
  );
}

/** The log as an auditor reads it: lines, looks at personal fields, and whether anything was changed. */
export default function AuditLog() {
  const w = useWords(words);
  const me = useMe();
  const [view, setView] = useAddress('view');
  const views = [{ value: 'all', label: w.all }, { value: 'looks', label: w.looks }, { value: 'chain', label: w.chain }];
  return (
    <DeskPage title={w.title} about={w.about}>
      <Segmented aria-label={w.views} options={views} value={view ?? 'all'} onChange={(v) => setView(v === 'all' ? undefined : v)} />
      {view === 'chain' ? <Chain key={me.person.id} /> : <Lines key={view ?? 'all'} looks={view === 'looks'} />}
    </DeskPage>
  );
}
