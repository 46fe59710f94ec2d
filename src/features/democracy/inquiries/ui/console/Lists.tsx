import { Input, Modal } from 'antd';
import { useState } from 'react';
import { Chip, Empty, type Output, useAct, useWords } from '../../../../../web/kit/index.ts';
import { ListActions, ListPanel, useList, useRows } from '../../../../../web/kit/desk.ts';
import { api } from '../../inquiries.contract.ts';
import { ANSWER_STATES, CHANNELS, PERSON_STATES } from '../../inquiries.rules.ts';
import { words } from '../desk.words.ts';

type Person = Output<typeof api.people>['items'][number];
type Answer = Output<typeof api.answers>['items'][number];

/** Who was invited, and whether they spoke. */
export function People({ id }: { id: string }) {
  const w = useWords(words);
  const list = useList<Person>('inquiry-people', {
    filters: [{ kind: 'find', name: 'text', label: w.findName }, { kind: 'choose', name: 'state', label: w.anyState, options: PERSON_STATES.map((s) => [s, w[`person_${s}`]]) }], ask: (set) => ({ ...set, id }),
    columns: { name: { title: w.personName, cell: (r) => <b>{r.name}</b> }, unit: { title: w.union, cell: (r) => r.unit }, state: { title: w.state, width: 140, cell: (r) => <Chip kind={r.state === 'answered' ? 'ok' : r.state === 'invited' ? 'info' : 'quiet'}>{w[`person_${r.state}`]}</Chip> } },
  });
  const rows = useRows(api.people, list);
  return <><p><ListActions list={list} to={api.exportPeople} can="inquiries.keep" /></p><ListPanel list={list} rows={rows} empty={<Empty icon="people" title={w.peopleNone} />} /></>;
}

function Settle({ a, close }: { a: Answer; close: () => void }) {
  const w = useWords(words);
  const [reply, setReply] = useState('');
  const follow = useAct(api.follow, { refreshes: [api.answers, api.kept], done: w.settled, after: close });
  return (
    <Modal open title={w.settle} onCancel={close} okButtonProps={{ disabled: reply.trim() === '' }} confirmLoading={follow.busy} onOk={() => follow.act({ id: a.id, settle: true, reply })}>
      <p>{a.text}</p><p className="note">{w.settleHint}</p>
      <Input.TextArea rows={4} autoFocus aria-label={w.reply} placeholder={w.reply} value={reply} maxLength={2000} onChange={(e) => setReply(e.target.value)} />
    </Modal>
  );
}

/** What was said, and what is done about it. */
export function Answers({ id }: { id: string }) {
  const w = useWords(words);
  const [settling, setSettling] = useState<Answer | null>(null);
  const follow = useAct(api.follow, { refreshes: [api.answers, api.kept], done: w.followed });
  const list = useList<Answer>('inquiry-answers', {
    filters: [{ kind: 'choose', name: 'channel', label: w.channel, options: CHANNELS.map((c) => [c, w[`channel_${c}`]]) }, { kind: 'choose', name: 'state', label: w.anyState, options: ANSWER_STATES.map((s) => [s, w[`answer_${s}`]]) }], ask: (set) => ({ ...set, id }),
    columns: {
      text: { title: w.what, cell: (r) => r.text }, who: { title: w.who, width: 130, cell: (r) => r.name ?? <span className="note">{w.nameless}</span> }, channel: { title: w.channel, width: 120, cell: (r) => w[`channel_${r.channel}`] },
      state: { title: w.state, width: 110, cell: (r) => <Chip kind={r.state === 'settled' ? 'ok' : r.state === 'following' ? 'info' : 'warn'}>{w[`answer_${r.state}`]}</Chip> }, reply: { title: w.reply, cell: (r) => r.reply ?? '' },
      act: { title: w.follow, width: 220, cell: (r) => (r.state === 'settled' ? null : <span style={{ display: 'flex', gap: 8 }}>{r.state === 'new' ? <button type="button" className="btn" disabled={follow.busy} onClick={() => follow.act({ id: r.id, settle: false })}>{w.follow}</button> : null}<button type="button" className="btn" onClick={() => setSettling(r)}>{w.settle}</button></span>) },
    },
  });
  const rows = useRows(api.answers, list);
  return <><p><ListActions list={list} to={api.exportAnswers} can="inquiries.keep" /></p><ListPanel list={list} rows={rows} empty={<Empty icon="talk" title={w.answersNone} hint={w.answersHint} />} />{settling ? <Settle a={settling} close={() => setSettling(null)} /> : null}</>;
}
