import { Button, Dropdown, Input, Modal } from 'antd';
import { useState } from 'react';
import { Link } from 'react-router';
import { Chip, DeskPage, Empty, holds, Icon, type Output, saveFile, tell, useMe, useWords } from '../../../../../web/kit/index.ts';
import { type Filter, type List, ListActions, ListPanel, useList, useRows } from '../../../../../web/kit/desk.ts';
import { api } from '../../members.contract.ts';
import { words } from '../../members.words.ts';

type Row = Output<typeof api.register>['items'][number];

function Purpose({ close, save }: { close: () => void; save: (purpose: string) => void }) {
  const w = useWords(words);
  const [purpose, setPurpose] = useState('');
  return (
    <Modal open title={w.exportIds} onCancel={close} onOk={() => save(purpose)} okButtonProps={{ disabled: purpose.trim().length < 2 }}>
      <p className="note">{w.purposeHint}</p>
      <Input autoFocus aria-label={w.purpose} placeholder={w.purpose} value={purpose} onChange={(e) => setPurpose(e.target.value)} maxLength={100} />
    </Modal>
  );
}

/** Document numbers leave only with a special permission and a purpose. */
function ExportWithNumbers({ list }: { list: List<Row> }) {
  const w = useWords(words);
  const me = useMe();
  const [asking, setAsking] = useState(false);
  const save = (purpose: string): void => { setAsking(false); saveFile(api.exportRegister, { ...list.asked, columns: [...list.shown], identity: true, purpose }, 'members.xlsx').catch((e: Error & { sentence?: string }) => tell(e.sentence ?? e.message, 'bad')); };
  if (!holds(me, 'members.exportIdentity')) return null;
  return (
    <>
      <Dropdown menu={{ items: [{ key: 'ids', label: w.exportIds }], onClick: () => setAsking(true) }}><Button aria-label={w.exportMore} icon={<Icon name="down" size={16} />} /></Dropdown>
      {asking ? <Purpose close={() => setAsking(false)} save={save} /> : null}
    </>
  );
}

function useMembers(): List<Row> {
  const w = useWords(words);
  const filters: Filter[] = [
    { kind: 'find', name: 'text', label: w.search },
    { kind: 'choose', name: 'state', label: w.state, options: [['active', w.state_active], ['reserved', w.state_reserved]] },
    { kind: 'choose', name: 'category', label: w.category, options: [['regular', w.category_regular], ['unattached', w.category_unattached]] },
  ];
  return useList<Row>('members', {
    filters,
    columns: {
      name: { title: w.name, cell: (r) => <span className="cell"><b>{r.name}</b></span> },
      union: { title: w.union, cell: (r) => r.union },
      job: { title: w.job, cell: (r) => r.job },
      state: { title: w.state, width: 150, cell: (r) => <span className="chiprow"><Chip kind={r.state === 'active' ? 'ok' : 'quiet'}>{w[`state_${r.state}` as 'state_active']}</Chip>{r.category === 'unattached' ? <Chip kind="info">{w.category_unattached}</Chip> : null}</span> },
      since: { title: w.since, width: 120, cell: (r) => <span className="num">{r.beganOn}</span> },
      card: { title: w.card, width: 150, cell: (r) => <span className="num">{r.cardNumber}</span> },
      staffNumber: { title: w.staffNumber, width: 110, cell: (r) => <span className="num">{r.staffNumber}</span> },
    },
  });
}

/** Members of the unions I read members of. */
export default function Members() {
  const w = useWords(words);
  const me = useMe();
  const list = useMembers();
  const rows = useRows(api.register, list);
  return (
    <DeskPage title={w.register} actions={<><ListActions list={list} to={api.exportRegister} can="members.export" /><ExportWithNumbers list={list} /></>}>
      <ListPanel list={list} rows={rows} open={(r) => `/members/${r.id}`}
        empty={<Empty icon="people" title={w.noneYet} hint={w.noneYetHint}>{holds(me, 'rosters.import') ? <Link className="btn primary" to="/rosters">{w.importRoster}</Link> : null}</Empty>} />
    </DeskPage>
  );
}
