import { Table } from 'antd';
import { useState } from 'react';
import { useNavigate, useParams } from 'react-router';
import { Card, Chip, DeskPage, Empty, Icon, type Output, RefusedByServer, sendFile, tell, useAct, useWords } from '../../../../../web/kit/index.ts';
import { api } from '../../daily-question.contract.ts';
import '../daily.css';
import { words } from '../desk.words.ts';

type Line = Output<typeof api.readSheet>['items'][number];

/** Questions from a sheet: read, looked at, then all of them at once. */
export default function ImportBank() {
  const w = useWords(words);
  const go = useNavigate();
  const { id = '' } = useParams();
  const [lines, setLines] = useState<readonly Line[] | null>(null);
  const [reading, setReading] = useState(false);
  const take = useAct(api.takeSheet, { done: (out) => w.taken({ n: out.added }), refreshes: [api.bank, api.boards], after: () => void go(`/daily-question/${id}?tab=bank`) });
  const read = async (file: File): Promise<void> => {
    setReading(true);
    try {
      setLines((await sendFile(api.readSheet, { unionId: id, name: file.name }, file)).items);
    } catch (why) {
      tell(why instanceof RefusedByServer ? why.sentence : String(why), 'bad');
    } finally {
      setReading(false);
    }
  };
  const faults = (lines ?? []).filter((l) => l.fault !== null).length;
  const shown = (lines ?? []).map((l, n) => ({ ...l, n }));
  return (
    <DeskPage title={w.importTitle} crumbs={[{ title: w.tab_bank, to: `/daily-question/${id}?tab=bank` }]}>
      <div className="dqdesk">
        <Card>
          <div className="dqdesk">
            <p className="note" style={{ margin: 0 }}>{w.importHint}</p>
            <div className="dqacts">
              <label className="btn"><Icon name="upload" size={18} />{lines ? w.chooseAgain : w.choose}<input type="file" className="unseen" accept=".xlsx,.csv" disabled={reading} onChange={(e) => { const [file] = e.target.files ?? []; if (file) void read(file); e.target.value = ''; }} /></label>
              {lines ? <b className="num" role="status">{w.rowsRead({ n: lines.length, faults })}</b> : null}
              {lines ? <button type="button" className="btn primary" disabled={take.busy || faults > 0} onClick={() => take.act({ unionId: id, rows: lines.map(({ fault: _, ...row }) => row) })}>{w.take({ n: lines.length })}</button> : null}
            </div>
          </div>
        </Card>
        {lines === null ? <Card><Empty icon="table" title={w.bankNone} hint={w.importHint} /></Card> : (
          <section className="panel">
            <Table rowKey="n" size="small" dataSource={shown} scroll={{ x: 'max-content' }} pagination={{ pageSize: 50, hideOnSinglePage: true, showSizeChanger: false }} columns={[
              { title: w.check, render: (_, r) => (r.fault ? <Chip kind="late" icon="late">{r.fault}</Chip> : <Chip kind="ok" icon="check">{w.good}</Chip>) }, { title: w.text, dataIndex: 'text' }, { title: w.kind, dataIndex: 'kind' }, { title: w.options, render: (_, r) => r.options.join(' / ') }, { title: w.right, dataIndex: 'right' }, { title: w.topic, dataIndex: 'topic' },
            ]} />
          </section>
        )}
      </div>
    </DeskPage>
  );
}
