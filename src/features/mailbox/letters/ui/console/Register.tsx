import { Table } from 'antd';
import { useState } from 'react';
import { useNavigate } from 'react-router';
import { DeskPage, Empty, holds, Icon, type Input, NotShown, refresh, RefusedByServer, saveFile, tell, useCall, useLive, useMe, useRowKeys, useSay, useWords } from '../../../../../web/kit/index.ts';
import { api } from '../../letters.contract.ts';
import { words } from '../desk-ui.words.ts';
import '../desk.css';
import '../letters.css';
import { words as titles } from '../screens.words.ts';
import { COLUMNS, type Row, useColumns, useRegisterColumns } from './register-columns.tsx';
import { RegisterFilters } from './RegisterFilters.tsx';
import { PER_PAGE, useFilters } from './use-filters.tsx';

const MOST_COUNTED = 10_000;
type Asked = Input<typeof api.register>;

function ColumnMenu({ shown, toggle }: { shown: ReturnType<typeof useColumns>[0]; toggle: ReturnType<typeof useColumns>[1] }) {
  const w = useWords(words);
  const columns = useRegisterColumns();
  return (
    <details className="viewmenu">
      <summary>{w.columns}<Icon name="down" size={14} /></summary>
      <div className="popuppanel">{COLUMNS.map((c) => <label key={c}><input type="checkbox" checked={shown.includes(c)} onChange={() => toggle(c)} />{String(columns[c].title)}</label>)}</div>
    </details>
  );
}

function ExportButton({ asked }: { asked: Asked }) {
  const w = useWords(words);
  const [busy, setBusy] = useState(false);
  const save = (): void => {
    setBusy(true);
    saveFile(api.exportRegister, asked, w.exportName)
      .catch((why: unknown) => tell(why instanceof RefusedByServer ? why.sentence : String(why), 'bad'))
      .finally(() => setBusy(false));
  };
  return <button type="button" className="btn" disabled={busy} onClick={save}><Icon name="download" size={18} />{w.export}</button>;
}

/** Every letter of the unions I read letters for, newest first. */
export default function Register() {
  const w = useWords(words);
  const say = useSay();
  const me = useMe();
  const go = useNavigate();
  const state = useFilters();
  const [shown, toggle] = useColumns();
  const columns = useRegisterColumns();
  const asked = state.asked as Asked;
  const list = useCall(api.register, { ...asked, limit: PER_PAGE, offset: (state.page - 1) * PER_PAGE }, { keepWhileChanging: true });
  useLive(() => void refresh(api.register));
  const rows = list.data?.items ?? [];
  const total = list.data?.total ?? 0;
  const open = (id: string): void => void go(`/letters/${id}`);
  useRowKeys(rows.map((r) => r.id), state.at, { mark: (at) => state.change({ at }), open });
  return (
    <DeskPage title={say(titles.register)} about={total > MOST_COUNTED ? w.registerAboutMany : list.data ? w.registerAbout({ n: total }) : undefined} actions={holds(me, 'letters.export') ? <ExportButton asked={asked} /> : undefined}>
      <section className="panel register">
        <RegisterFilters state={state} end={<ColumnMenu shown={shown} toggle={toggle} />} />
        {list.error && !list.data ? <NotShown why={list.error} again={() => void list.refetch()} /> : (
          <Table<Row> rowKey="id" size="middle" loading={list.isPending} dataSource={[...rows]} columns={shown.map((c) => columns[c])} scroll={{ x: 'max-content' }}
            locale={{ emptyText: <Empty icon="letter" title={w.nothing} hint={w.nothingHint} /> }} rowClassName={(r) => (r.id === state.at ? 'at' : '')} onRow={(r) => ({ onClick: () => open(r.id) })}
            pagination={{ current: state.page, pageSize: PER_PAGE, total: Math.min(total, MOST_COUNTED), showSizeChanger: false, hideOnSinglePage: true, onChange: (page) => state.change({ page: String(page) }) }} />
        )}
        <p className="note tablenote">{w.keys}</p>
      </section>
    </DeskPage>
  );
}
