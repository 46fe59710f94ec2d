import { useState } from 'react';
import { Link } from 'react-router';
import { Chip, Empty, Icon, type Output, showShare, useAct, useWords } from '../../../../../web/kit/index.ts';
import { ListActions, ListPanel, useList, useRows } from '../../../../../web/kit/desk.ts';
import { api } from '../../daily-question.contract.ts';
import { KINDS } from '../../daily-question.rules.ts';
import { words } from '../desk.words.ts';
import { QuestionForm } from './QuestionForm.tsx';

type Row = Output<typeof api.bank>['items'][number];
const USES = ['fresh', 'asked', 'withdrawn'] as const;

function Acts({ of: r, edit }: { of: Row; edit: (row: Row) => void }) {
  const w = useWords(words);
  const turn = useAct(api.turn, { refreshes: [api.bank, api.boards], done: r.state === 'ready' ? w.withdrawn : w.restored });
  return (
    <span className="dqacts">
      {r.may.includes('change') ? <button type="button" className="btn" onClick={() => edit(r)}>{w.editShort}<span className="unseen">{r.text}</span></button> : null}
      <button type="button" className="btn" disabled={turn.busy} onClick={() => turn.act({ id: r.id, state: r.state === 'ready' ? 'withdrawn' : 'ready' })}>{r.state === 'ready' ? w.withdraw : w.restore}<span className="unseen">{r.text}</span></button>
    </span>
  );
}

/** The bank of a board: searched, added to, imported, exported. */
export function Bank({ id }: { id: string }) {
  const w = useWords(words);
  const [editing, setEditing] = useState<Row | 'new' | null>(null);
  const [topics, setTopics] = useState<readonly string[]>([]);
  const list = useList<Row>('daily-bank', {
    filters: [
      { kind: 'find', name: 'text', label: w.find }, { kind: 'choose', name: 'kind', label: w.anyKind, options: KINDS.map((k) => [k, w[`kind_${k}`]]) }, { kind: 'choose', name: 'topic', label: w.anyTopic, options: topics.map((t) => [t, t]) }, { kind: 'choose', name: 'use', label: w.anyUse, options: USES.map((u) => [u, w[`use_${u}`]]) },
    ],
    ask: (set) => ({ ...set, unionId: id }),
    columns: {
      text: { title: w.text, cell: (r) => <span className="cell"><b>{r.text}</b><small>{r.options.map((o, i) => (r.right.includes(i) ? `✓ ${o}` : o)).join(' / ')}</small></span> }, kind: { title: w.kind, width: 90, cell: (r) => w[`kind_${r.kind}`] }, topic: { title: w.topic, width: 100, cell: (r) => r.topic },
      source: { title: w.source, width: 180, extra: true, cell: (r) => r.source }, asked: { title: w.asked, width: 120, cell: (r) => (r.state === 'withdrawn' ? <Chip>{w.use_withdrawn}</Chip> : r.askedOn ? <span className="num">{r.askedOn}</span> : <Chip kind="info">{w.use_fresh}</Chip>) },
      rate: { title: w.rate, width: 140, align: 'right', cell: (r) => <span className="num">{r.answers > 0 ? w.rateOf({ share: showShare(r.rightOnes / r.answers, 0), n: r.answers }) : ''}</span> }, acts: { title: w.acts, width: 170, cell: (r) => <Acts of={r} edit={setEditing} /> },
    },
  });
  const rows = useRows(api.bank, list);
  const found = rows.answer?.topics ?? [];
  if (found.length > 0 && found.join() !== topics.join()) setTopics(found);
  const add = <button type="button" className="btn primary" onClick={() => setEditing('new')}><Icon name="add" size={18} />{w.add}</button>;
  return (
    <div className="dqdesk">
      <div className="dqacts noprint"><ListActions list={list} to={api.exportBank} can="dailyQuestion.keep" also={{ unionId: id }} /><Link className="btn" to={`/daily-question/${id}/import`}><Icon name="upload" size={18} />{w.import}</Link>{add}</div>
      <ListPanel list={list} rows={rows} empty={<Empty icon="books" title={w.bankNone} hint={w.bankHint}>{add}</Empty>} />
      {editing ? <QuestionForm key={editing === 'new' ? 'new' : editing.id} unionId={id} kept={editing === 'new' ? null : editing} close={() => setEditing(null)} /> : null}
    </div>
  );
}
