import { Button, Dropdown, Space, Table } from 'antd';
import { useState } from 'react';
import { Link, useNavigate, useParams } from 'react-router';
import { ask, Basis, Card, Chip, DeskPage, Facts, Loaded, Qr, saveFile, showDate, useAct, useCall, useWords } from '../../../../../web/kit/index.ts';
import { api } from '../../unions.contract.ts';
import { words } from '../../unions.words.ts';
import { AppointForm } from './AppointForm.tsx';
import { Ending, MoveForm, SectorForm } from './MoveForms.tsx';
import { UnionForm } from './UnionForm.tsx';
import type { UnionData } from './union-data.ts';
import './unions.css';

type Open = 'change' | 'found' | 'move' | 'merge' | 'dissolve' | 'setSector' | 'appoint' | null;

function Offices({ union, add }: { union: UnionData; add: () => void }) {
  const w = useWords(words);
  const end = useAct(api.endOffice, { done: w.ended, refreshes: [api.union] });
  const endOffice = async (id: string, name: string): Promise<void> => {
    if (await ask({ title: w.endOfficeAsk, text: w.endOfficeHint({ name }), yes: w.endOffice, danger: true })) end.act({ id });
  };
  return (
    <Card title={w.offices} aside={union.may.includes('appoint') ? <Button size="small" type="primary" onClick={add}>{w.appoint}</Button> : undefined}>
      <Table
        rowKey="id" size="small" pagination={false} dataSource={union.offices} scroll={{ x: 480 }} locale={{ emptyText: union.may.includes('appoint') ? w.noOffices : w.noOfficesRead }}
        columns={[
          { title: w.person, dataIndex: 'person' },
          { title: w.office, dataIndex: 'officeWord', render: (word: string, o) => <Space size={6}>{o.title ? `${word} · ${o.title}` : word}{o.fullTime ? <Chip kind="info">{w.fullTime}</Chip> : null}</Space> },
          { title: w.held, dataIndex: 'fromDate', render: (day: string, o) => <span className="note num">{w.since({ day })}{o.toDate ? ` ${w.until({ day: o.toDate })}` : ''}</span> },
          ...(union.may.includes('endOffice') ? [{ title: '', key: 'end', align: 'right' as const, render: (_: unknown, o: UnionData['offices'][number]) => <Button size="small" type="text" disabled={end.busy} onClick={() => void endOffice(o.id, o.person)}>{w.endOffice}</Button> }] : []),
        ]}
      />
    </Card>
  );
}

function Figures({ union }: { union: UnionData }) {
  const w = useWords(words);
  const f = union.figures;
  return (
    <Card title={w.figures} aside={f.countedAt ? w.counted({ when: showDate(f.countedAt) }) : undefined}>
      <Facts of={[[w.unionsBelow, f.unions], [w.allMembers, <span key="m" className="num">{f.members}{f.unions > 1 ? <span className="note"> · {w.ownMembers({ n: union.own })}</span> : null}</span>], [w.womenMembers, f.women], [w.joinedYear, f.joinedYear], [w.unattached, f.unattached], [w.reserved, f.reserved]]} />
    </Card>
  );
}

function Joining({ union }: { union: UnionData }) {
  const w = useWords(words);
  const go = useNavigate();
  const renew = useAct(api.renewQr, { done: w.saved, refreshes: [api.union] });
  if (union.state !== 'active' && union.state !== 'preparing') return null;
  return (
    <Card title={w.qr}>
      <div className="unionqr">
        <Qr text={`${location.origin}/join/${union.joinCode}`} />
        <p className="note">{w.qrHint}</p>
        {union.mailbox ? <p className="note">{w.mailboxAt} <span className="num mailboxat">{union.mailbox}</span></p> : null}
        <Space>
          <Button onClick={() => go(`/unions/${union.id}/poster`)}>{w.print}</Button>
          {union.may.includes('renewQr') ? <Button disabled={renew.busy} onClick={() => void ask({ title: w.renewAsk, text: w.renewHint, yes: w.renew }).then((yes) => { if (yes) renew.act({ id: union.id }); })}>{w.renew}</Button> : null}
        </Space>
      </div>
    </Card>
  );
}

function Particulars({ union }: { union: UnionData }) {
  const w = useWords(words);
  return (
    <Card title={w.particulars}>
      <Facts of={[
        [w.kind, union.kindWord], [w.code, union.code], [w.parent, union.parent ? <Link key="p" to={`/unions/${union.parent.id}`}>{union.parent.name}</Link> : null],
        [w.sector, union.sectorParent ? <Link key="s" to={`/unions/${union.sectorParent.id}`}>{union.sectorParent.name}</Link> : null], [w.employer, union.employerName], [w.employerUscc, union.employerUscc], [w.unionUscc, union.unionUscc],
        [w.address, union.address], [w.workers, union.workers], [w.women, union.women], [w.foundedOn, union.foundedOn], [w.termFrom, union.termFrom], [w.termTo, union.termTo],
        [w.takesUnattached, union.takesUnattached ? '✓' : null], [w.state, w[`state_${union.state}` as 'state_active']], [w.mergeInto, union.mergedInto],
      ]} />
    </Card>
  );
}

function Actions({ union, open }: { union: UnionData; open: (what: Open) => void }) {
  const w = useWords(words);
  const items = ([['change', w.change], ['setSector', w.sector], ['move', w.move], ['merge', w.merge], ['dissolve', w.dissolve]] as const).filter(([key]) => union.may.includes(key));
  return (
    <Space wrap>
      <Button onClick={() => void saveFile(api.exportUnions, { id: union.id }, 'unions.xlsx')}>{w.export}</Button>
      {items.length > 0 ? <Dropdown menu={{ items: items.map(([key, label]) => ({ key, label, danger: key === 'dissolve' || key === 'merge' })), onClick: ({ key }) => open(key as Open) }}><Button>{w.more} ▾</Button></Dropdown> : null}
      {union.may.includes('found') ? <Button type="primary" onClick={() => open('found')}>{w.found}</Button> : null}
    </Space>
  );
}

function Former({ union }: { union: UnionData }) {
  const w = useWords(words);
  if (union.officeHistory.length === 0) return null;
  return <Card title={w.officeHistory}><Facts of={union.officeHistory.map((o) => [`${o.person} · ${o.officeWord}`, <span key={o.id} className="num">{o.fromDate} – {o.toDate ?? ''}</span>] as const)} /></Card>;
}

function Page({ union }: { union: UnionData }) {
  const [open, setOpen] = useState<Open>(null);
  const close = (): void => setOpen(null);
  return (
    <DeskPage title={union.name} about={`${union.kindWord} · ${union.code}`} crumbs={union.ancestors.map((a) => ({ title: a.name, to: `/unions/${a.id}` }))} actions={<Actions union={union} open={setOpen} />}>
      {union.duties.map((d) => <Basis key={d}>{d}</Basis>)}
      <div className="unioncolumns">
        <div><Offices union={union} add={() => setOpen('appoint')} /><Particulars union={union} /></div>
        <div><Figures union={union} /><Joining union={union} /><Former union={union} /></div>
      </div>
      {open === 'found' ? <UnionForm parent={union} close={close} /> : null}
      {open === 'change' ? <UnionForm union={union} close={close} /> : null}
      {open === 'appoint' ? <AppointForm union={union} close={close} /> : null}
      {open === 'move' ? <MoveForm union={union} close={close} /> : null}
      {open === 'setSector' ? <SectorForm union={union} close={close} /> : null}
      {open === 'merge' || open === 'dissolve' ? <Ending union={union} how={open} close={close} /> : null}
    </DeskPage>
  );
}

export default function UnionPage() {
  const { id = '' } = useParams();
  const union = useCall(api.union, { id });
  return <Loaded from={union}>{(u) => <Page key={u.id} union={u} />}</Loaded>;
}
