import { Button, Segmented, Space, Table } from 'antd';
import { useState } from 'react';
import {
  ask, Basis, Card, Chip, DeskPage, Empty, holds, Loaded, useAct, useAddress, useCall, useMe, useScope, useWords,
} from '../../../../../web/kit/index.ts';
import { api } from '../../rules.contract.ts';
import { words } from '../rules-ui.words.ts';
import { DecideForm } from './DecideForm.tsx';
import { History } from './History.tsx';
import { type Book, type Line, type Rule, Standing } from './Standing.tsx';
import './rules.css';

type Doing = { readonly line: Line; readonly what: 'decide' | 'history' };
type Show = 'all' | 'open' | 'own';

const belongs = (line: Line, show: Show): boolean => {
  if (show === 'all') return true;
  if (show === 'open') return line.now?.confidence === 'unconfirmed';
  return line.now?.confidence === 'decided' || line.later.length > 0;
};

function Holding({ line }: { line: Line }) {
  const w = useWords(words);
  if (!line.now) return <span className="note">{w.nothing}</span>;
  return (
    <div className="cell">
      <b className="num">{line.now.said}</b>
      {line.later.map((r) => <small key={r.id}>{w.later({ day: r.from, value: r.said })}</small>)}
    </div>
  );
}

function Source({ rule }: { rule: Rule }) {
  return <div className="cell"><span>{rule.basis}</span>{rule.note ? <small>{rule.note}</small> : null}</div>;
}

function Acts({ line, open }: { line: Line; open: (doing: Doing) => void }) {
  const w = useWords(words);
  const confirm = useAct(api.confirm, { done: w.confirmDone, refreshes: [api.book] });
  const { now } = line;
  const confirmIt = async (rule: Rule): Promise<void> => {
    if (await ask({ title: w.confirmAsk({ title: line.title, value: rule.said }), text: w.confirmHint({ basis: rule.basis }), yes: w.confirm })) {
      confirm.act({ param: line.param, ruleId: rule.id });
    }
  };
  return (
    <Space size={4} wrap>
      {now?.may.includes('confirm') ? <Button size="small" type="primary" loading={confirm.busy} onClick={() => void confirmIt(now)}>{w.confirm}</Button> : null}
      {line.may.includes('decide') ? <Button size="small" onClick={() => open({ line, what: 'decide' })}>{w.decide}</Button> : null}
      <Button size="small" type="text" onClick={() => open({ line, what: 'history' })}>{w.history}</Button>
    </Space>
  );
}

function Areas({ book, show, open }: { book: Book; show: Show; open: (doing: Doing) => void }) {
  const w = useWords(words);
  const areas = book.items.map((a) => ({ ...a, lines: a.lines.filter((l) => belongs(l, show)) })).filter((a) => a.lines.length > 0);
  if (areas.length === 0) return <Empty icon="law" title={w.noneShown} hint={w.noneShownHint} />;
  return areas.map((a) => (
    <Card key={a.area} title={a.title}>
      <Table<Line>
        rowKey="param" size="middle" pagination={false} dataSource={a.lines} scroll={{ x: 860 }}
        columns={[
          { title: w.number, key: 'title', width: '21%', render: (_, l) => l.title },
          { title: w.holds, key: 'now', width: '17%', render: (_, l) => <Holding line={l} /> },
          { title: w.basis, key: 'basis', render: (_, l) => (l.now ? <Source rule={l.now} /> : null) },
          { title: w.standing, key: 'standing', width: 120, render: (_, l) => (l.now ? <div className="cell"><Standing rule={l.now} /><small>{l.now.place}</small></div> : null) },
          { title: w.acts, key: 'acts', width: 240, align: 'right', render: (_, l) => <Acts line={l} open={open} /> },
        ]}
      />
    </Card>
  ));
}

/** Every number as it stands for the chosen union: what holds, why, and what an officer may do about it. */
export default function Rulebook() {
  const w = useWords(words);
  const me = useMe();
  const { union } = useScope();
  const [show, setShow] = useAddress('show');
  const [doing, setDoing] = useState<Doing | null>(null);
  const unionId = union ?? me.scopes[0]?.unionId ?? '';
  const book = useCall(api.book, { unionId }, { when: unionId !== '', keepWhileChanging: true });
  const shows = [{ value: 'all', label: w.showAll }, { value: 'open', label: w.showOpen }, { value: 'own', label: w.showOwn }];
  const close = (): void => setDoing(null);
  return (
    <DeskPage title={w.title} about={book.data ? w.about({ union: book.data.union.name }) : undefined}>
      <Loaded from={book} lines={8}>
        {(b) => (
          <>
            <Space wrap>
              <Segmented aria-label={w.show} options={shows} value={show ?? 'all'} onChange={(v) => setShow(v === 'all' ? undefined : v)} />
              {b.unconfirmed > 0 ? <Chip kind="warn" icon="late">{w.toConfirm({ n: b.unconfirmed })}</Chip> : null}
            </Space>
            {b.unconfirmed > 0 && holds(me, 'rules.confirm') ? <Basis>{w.toConfirmHint}</Basis> : null}
            <Areas book={b} show={(show as Show | undefined) ?? 'all'} open={setDoing} />
            {doing?.what === 'decide' ? <DecideForm line={doing.line} union={b.union} today={b.today} close={close} /> : null}
            {doing?.what === 'history' ? <History line={doing.line} unionId={b.union.id} today={b.today} close={close} /> : null}
          </>
        )}
      </Loaded>
    </DeskPage>
  );
}
