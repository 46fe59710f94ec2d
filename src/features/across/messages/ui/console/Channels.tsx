import { Button, Space, Table } from 'antd';
import { useState } from 'react';
import { ask, Chip, DeskPage, Empty, Loaded, type Output, showTime, useAct, useCall, useMe, useScope, useWords } from '../../../../../web/kit/index.ts';
import { api } from '../../messages.contract.ts';
import { words as messageWords } from '../../messages.words.ts';
import { words } from '../channels-ui.words.ts';
import { ChannelForm } from './ChannelForm.tsx';
import '../messages.css';

type Answer = Output<typeof api.channels>;
type Channel = Answer['items'][number];

function State({ channel: c }: { channel: Channel }) {
  const w = useWords(words);
  if (!c.enabled) return <Chip>{w.offState}</Chip>;
  if (c.fault) return <Chip kind="late" icon="late" title={c.faultWhy}>{w.fault}</Chip>;
  if (c.pausedUntil && new Date(c.pausedUntil) > new Date()) return <Chip kind="warn" icon="clock">{w.paused({ time: showTime(c.pausedUntil) })}</Chip>;
  return <Chip kind="ok" icon="check">{w.works}</Chip>;
}

/** Where a channel leads, as far as it may be shown. */
const placeOf = (c: Channel): string => String(c.settings['host'] ?? c.settings['url'] ?? '');

function Channels({ answer, edit }: { answer: Answer; edit: (channel: Channel) => void }) {
  const w = useWords(words);
  const mw = useWords(messageWords);
  const refreshes = [api.channels, api.log];
  const remove = useAct(api.removeChannel, { done: w.removed, refreshes });
  const tryOut = useAct(api.tryChannel, { done: w.tried, refreshes });
  const really = async (c: Channel): Promise<void> => {
    if (await ask({ title: w.removeAsk({ name: c.name }), text: w.removeHint, yes: w.remove, danger: true })) remove.act({ id: c.id });
  };
  if (answer.items.length === 0) return <section className="card"><Empty icon="robot" title={w.none} hint={w.noneHint} /></section>;
  return (
    <div className="panel">
      <Table<Channel>
        rowKey="id" size="middle" pagination={false} dataSource={[...answer.items]} scroll={{ x: 820 }}
        columns={[
          { title: w.name, key: 'name', render: (_, c) => <span className="cell"><b>{c.name}</b><small>{mw[`channel_${c.kind}`]}</small></span> },
          { title: w.union, dataIndex: 'unionName', width: 200 },
          { title: w.address, key: 'place', width: 220, render: (_, c) => <span className="note">{placeOf(c)}</span> },
          { title: w.state, key: 'state', width: 220, render: (_, c) => <span className="cell"><State channel={c} />{c.enabled && c.fault ? <small>{c.faultWhy}</small> : null}</span> },
          { title: w.actions, key: 'do', width: 240, render: (_, c) => (
            <Space size={4}>
              <Button type="link" size="small" disabled={tryOut.busy || !c.enabled} onClick={() => tryOut.act({ id: c.id })}>{w.tryIt}</Button>
              <Button type="link" size="small" onClick={() => edit(c)}>{w.change}</Button>
              <Button type="link" size="small" danger onClick={() => void really(c)}>{w.remove}</Button>
            </Space>
          ) },
        ]}
      />
    </div>
  );
}

/** Mail servers, gateways, robots and webhooks of the officer's unions. */
export default function ChannelsPage() {
  const w = useWords(words);
  const me = useMe();
  const chosen = useScope().union;
  const [only, second] = me.scopes;
  const union = chosen ?? (second === undefined ? only?.unionId : undefined);
  const [open, setOpen] = useState<Channel | 'new' | null>(null);
  const channels = useCall(api.channels, chosen ? { unionId: chosen } : {});
  const mayAdd = channels.data?.may.includes('add') ?? false;
  return (
    <DeskPage title={w.channelsTitle} about={w.channelsAbout} actions={mayAdd ? <Button type="primary" disabled={!union} title={union ? undefined : w.chooseUnion} onClick={() => setOpen('new')}>{w.add}</Button> : null}>
      {mayAdd && !union ? <p className="note">{w.chooseUnion}</p> : null}
      <Loaded from={channels}>{(answer) => <Channels answer={answer} edit={setOpen} />}</Loaded>
      {open && channels.data ? <ChannelForm channel={open === 'new' ? null : open} unionId={open === 'new' ? (union ?? '') : open.unionId} groups={channels.data.groups} close={() => setOpen(null)} /> : null}
    </DeskPage>
  );
}
