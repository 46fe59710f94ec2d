import { Button, Input, Table } from 'antd';
import { Basis, Card, DeskPage, Empty, Icon, Loaded, type Output, useAddress, useCall, useWords } from '../../../../../web/kit/index.ts';
import { api } from '../../codes.contract.ts';
import { words } from '../screens.words.ts';

type List = Output<typeof api.codes>['items'][number];

const holds = (list: List, text: string): boolean =>
  [list.list, list.title, ...list.values.flatMap((v) => [v.code, v.zh, v.en])].some((part) => part.toLowerCase().includes(text));

/** The tables of codes, one card each. */
export default function Codes() {
  const w = useWords(words);
  const [text, setText] = useAddress('text');
  const codes = useCall(api.codes, {});
  const sought = (text ?? '').trim().toLowerCase();
  return (
    <DeskPage title={w.codes} about={w.about} actions={<Button icon={<Icon name="print" size={16} />} onClick={() => window.print()}>{w.print}</Button>}>
      <Basis>{w.interface}</Basis>
      <Input className="noprint" style={{ maxWidth: 320 }} prefix={<Icon name="search" size={16} />} allowClear aria-label={w.search} placeholder={w.search} value={text ?? ''} onChange={(e) => setText(e.target.value || undefined)} />
      <Loaded from={codes} lines={8}>
        {({ items }) => {
          const found = items.filter((list) => holds(list, sought));
          if (found.length === 0) return <Card><Empty icon="search" title={w.nothing} /></Card>;
          return found.map((list) => (
            <Card key={list.list} title={list.title} aside={<span className="note">{[list.list, list.standard, w.count({ n: list.values.length })].filter(Boolean).join(' · ')}</span>}>
              <Table<List['values'][number]>
                rowKey="code" size="small" pagination={false} dataSource={list.values} scroll={{ x: 520 }}
                columns={[{ title: w.code, dataIndex: 'code', width: 220 }, { title: w.zh, dataIndex: 'zh', width: 280 }, { title: w.en, dataIndex: 'en' }]}
              />
            </Card>
          ));
        }}
      </Loaded>
    </DeskPage>
  );
}
