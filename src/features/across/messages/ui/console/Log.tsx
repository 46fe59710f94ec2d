import { Button, Checkbox, Select, Space, Table } from 'antd';
import { useState } from 'react';
import { Card, Chip, DeskPage, Empty, LoadedPages, type Output, Row, showTime, useAct, useAddress, useCall, useMe, usePages, useScope, useWords } from '../../../../../web/kit/index.ts';
import { api } from '../../messages.contract.ts';
import { words as messageWords } from '../../messages.words.ts';
import { words } from '../channels-ui.words.ts';
import '../messages.css';

type Line = Output<typeof api.log>['items'][number];
const CHANNELS = ['email', 'sms', 'wecom', 'dingtalk', 'webhook'] as const;
const STATES = ['sent', 'waiting', 'sending', 'dead', 'skipped'] as const;
const chipOf = { sent: 'ok', waiting: 'warn', sending: 'info', dead: 'late', skipped: 'quiet' } as const;

const oneOf = <T extends string>(all: readonly T[], value: string | undefined): T | undefined => all.find((v) => v === value);

/** One line for each try: what, to whom, and how it ended. */
function Lines() {
  const w = useWords(words);
  const mw = useWords(messageWords);
  const { union } = useScope();
  const [channel, setChannel] = useAddress('channel');
  const [state, setState] = useAddress('state');
  const [chosen, setChosen] = useState<readonly string[]>([]);
  const lines = usePages(api.log, { unionId: union, channel: oneOf(CHANNELS, channel), delivery: oneOf(STATES, state), limit: 50 });
  const retry = useAct(api.retry, { done: (out) => w.retried({ count: out.count }), refreshes: [api.log], after: () => setChosen([]) });
  const pick = (id: string, on: boolean): void => setChosen((before) => (on ? [...before.filter((b) => b !== id), id].slice(-100) : before.filter((b) => b !== id)));
  return (
    <>
      <Space wrap>
        <Select aria-label={w.channel} style={{ width: 200 }} value={channel ?? ''} onChange={(v) => setChannel(v || undefined)} options={[{ value: '', label: w.anyChannel }, ...CHANNELS.map((value) => ({ value, label: mw[`channel_${value}`] }))]} />
        <Select aria-label={w.state} style={{ width: 180 }} value={state ?? ''} onChange={(v) => setState(v || undefined)} options={[{ value: '', label: w.anyState }, ...STATES.map((value) => ({ value, label: w[`delivery_${value}`] }))]} />
        <Button disabled={chosen.length === 0 || retry.busy} onClick={() => retry.act({ deliveryIds: [...chosen] })}>{w.retry}</Button>
      </Space>
      <LoadedPages from={lines} empty={<Card><Empty icon="send" title={w.logNone} hint={w.logNoneHint} /></Card>}>
        {(items) => (
          <div className="panel">
            <Table<Line>
              rowKey="id" size="middle" pagination={false} dataSource={[...items]} scroll={{ x: 900 }}
              columns={[
                { title: w.choose, key: 'choose', width: 64, render: (_, l) => (l.delivery === 'dead' ? <Checkbox aria-label={w.choose} checked={chosen.includes(l.deliveryId)} onChange={(e) => pick(l.deliveryId, e.target.checked)} /> : null) },
                { title: w.when, key: 'at', width: 140, render: (_, l) => <time className="num" dateTime={l.beganAt}>{showTime(l.beganAt)}</time> },
                { title: w.channel, key: 'channel', width: 190, render: (_, l) => <span className="cell"><b>{l.channelName ?? mw[`channel_${l.channel}`]}</b><small>{l.unionName}</small></span> },
                { title: w.to, key: 'to', width: 200, render: (_, l) => <span className="num">{l.address}</span> },
                { title: w.about, key: 'about', width: 150, render: (_, l) => l.group },
                { title: w.number, key: 'number', width: 76, align: 'right', className: 'num', render: (_, l) => (l.number === 0 ? '–' : l.number) },
                { title: w.result, key: 'result', render: (_, l) => (
                  <span className="cell"><Chip kind={chipOf[l.delivery]}>{w[`delivery_${l.delivery}`]}</Chip><small>{l.why}{l.dueAt ? ` · ${w.nextTry({ time: showTime(l.dueAt) })}` : ''}</small></span>
                ) },
              ]}
            />
          </div>
        )}
      </LoadedPages>
    </>
  );
}

/** Short messages that the demonstration shows instead of sending. */
function Shown() {
  const w = useWords(words);
  const shown = useCall(api.shown, {});
  if (!shown.data || shown.data.items.length === 0) return null;
  return (
    <Card title={w.shownTitle} aside={w.shownHint}>
      {shown.data.items.map((s) => <Row key={s.id} icon="phone" title={s.text} note={<span className="num">{s.phone}</span>} end={<span className="num">{showTime(s.sentAt)}</span>} />)}
    </Card>
  );
}

/** The delivery log. */
export default function Log() {
  const w = useWords(words);
  const me = useMe();
  return (
    <DeskPage title={w.logTitle} about={w.logAbout}>
      <Lines />
      {me.mode === 'demo' ? <Shown /> : null}
    </DeskPage>
  );
}
