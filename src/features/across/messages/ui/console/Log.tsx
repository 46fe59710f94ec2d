import { Button } from 'antd';
import { useState } from 'react';
import { Card, Chip, DeskPage, Empty, type Output, Row, showTime, useAct, useCall, useMe, useWords } from '../../../../../web/kit/index.ts';
import { type List, ListActions, ListPanel, useList, useNewest } from '../../../../../web/kit/desk.ts';
import { api } from '../../messages.contract.ts';
import { words as messageWords } from '../../messages.words.ts';
import { words } from '../channels-ui.words.ts';
import '../messages.css';

type Line = Output<typeof api.log>['items'][number];
const CHANNELS = ['email', 'sms', 'wecom', 'dingtalk', 'webhook'] as const;
const STATES = ['sent', 'waiting', 'sending', 'dead', 'skipped'] as const;
const chipOf = { sent: 'ok', waiting: 'warn', sending: 'info', dead: 'late', skipped: 'quiet' } as const;

function useLog(): List<Line> {
  const w = useWords(words);
  const mw = useWords(messageWords);
  return useList<Line>('message-log', {
    filters: [
      { kind: 'choose', name: 'channel', label: w.anyChannel, options: CHANNELS.map((c) => [c, mw[`channel_${c}`]]) },
      { kind: 'choose', name: 'delivery', label: w.anyState, options: STATES.map((s) => [s, mw[`delivery_${s}`]]) },
    ],
    columns: {
      at: { title: w.when, width: 140, cell: (l) => <time className="num" dateTime={l.beganAt}>{showTime(l.beganAt)}</time> },
      channel: { title: w.channel, width: 190, cell: (l) => <span className="cell"><b>{l.channelName ?? mw[`channel_${l.channel}`]}</b><small>{l.unionName}</small></span> },
      to: { title: w.to, width: 200, cell: (l) => <span className="num">{l.address}</span> },
      about: { title: w.about, width: 150, cell: (l) => l.group },
      number: { title: w.number, width: 76, align: 'right', cell: (l) => (l.number === 0 ? '–' : l.number) },
      result: { title: w.result, cell: (l) => <span className="cell"><Chip kind={chipOf[l.delivery]}>{mw[`delivery_${l.delivery}`]}</Chip><small>{l.why}{l.dueAt ? ` · ${w.nextTry({ time: showTime(l.dueAt) })}` : ''}</small></span> },
    },
  });
}

/** One line for each try: what, to whom, and how it ended; what could not be delivered can be sent again. */
function Lines({ list }: { list: List<Line> }) {
  const w = useWords(words);
  const [chosen, choose] = useState<string[]>([]);
  const rows = useNewest(api.log, list);
  const retry = useAct(api.retry, { done: (out) => w.retried({ count: out.count }), refreshes: [api.log], after: () => choose([]) });
  const again = [...new Set(rows.items.filter((l) => chosen.includes(l.id) && l.delivery === 'dead').map((l) => l.deliveryId))].slice(0, 100);
  return (
    <ListPanel list={list} rows={rows} empty={<Empty icon="send" title={w.logNone} hint={w.logNoneHint} />}
      ticks={{ chosen, choose, can: (l) => l.delivery === 'dead', label: (l) => `${w.choose} ${l.address}` }} bulk={again.length > 0 ? <Button type="primary" disabled={retry.busy} onClick={() => retry.act({ deliveryIds: again })}>{w.retry}</Button> : null} />
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
  const list = useLog();
  return (
    <DeskPage title={w.logTitle} about={w.logAbout} actions={<ListActions list={list} to={api.exportLog} can="messages.log" />}>
      <Lines list={list} />
      {me.mode === 'demo' ? <Shown /> : null}
    </DeskPage>
  );
}
