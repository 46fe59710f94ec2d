import { Table } from 'antd';
import { useState } from 'react';
import { Link } from 'react-router';
import { Card, Chip, DeskPage, Empty, Loaded, type Output, showShare, useAddress, useCall, useSay, useScope, useWords } from '../../../../../web/kit/index.ts';
import { Day } from '../../../../../web/kit/desk.ts';
import { reviews } from '../../review.contract.ts';
import { words as suggestionWords } from '../../suggestions.words.ts';
import { VerdictChip } from '../both/Opinions.tsx';
import { words } from '../review-ui.words.ts';
import { words as titles } from '../screens.words.ts';

type Quality = Output<typeof reviews.quality>;
type Group = Quality['items'][number]['group'];
type Chosen = { readonly group: Group; readonly firstId?: string; readonly secondId?: string; readonly name: string };
type Period = { readonly from?: string; readonly to?: string; readonly unionId?: string };

const share = (same: number, pairs: number): string => (pairs === 0 ? '–' : showShare(same / pairs));
const kappaText = (k: number | null): string => (k === null ? '–' : k.toFixed(2));

/** The suggestions behind a figure. */
function Behind({ chosen, period }: { chosen: Chosen; period: Period }) {
  const w = useWords(words);
  const sw = useWords(suggestionWords);
  const [differ, setDiffer] = useState(false);
  const found = useCall(reviews.qualityItems, { group: chosen.group, ...(chosen.firstId && chosen.secondId ? { firstId: chosen.firstId, secondId: chosen.secondId } : {}), ...(differ ? { differ: 'true' } : {}), ...period, limit: 50 }, { keepWhileChanging: true });
  return (
    <Card title={`${w.behind} · ${chosen.name}`} aside={<label><input type="checkbox" checked={differ} onChange={(e) => setDiffer(e.target.checked)} /> {w.differOnly}</label>}>
      <Loaded from={found} lines={3}>
        {(f) => (f.items.length === 0 ? <p className="note">{w.noPairs}</p> : (
          <div>{f.items.map((i) => (
            <div key={`${i.id}/${i.round}`} className="setline">
              <span className="grow"><Link to={`/suggestions/${i.id}`}>{i.title}</Link> <span className="note num">{sw.prefix} {i.number}{i.round > 1 ? ` · ${w.round_2}` : ''}</span></span>
              {i.opinions.map((o) => <span key={o.name}>{o.name} <VerdictChip verdict={o.verdict} grade={o.grade} /></span>)}
              <Chip kind={i.same ? 'ok' : 'warn'}>{i.same ? w.agree : w.differ}</Chip>
            </div>
          ))}</div>
        ))}
      </Loaded>
    </Card>
  );
}

function Figures({ quality: q, choose }: { quality: Quality; choose: (c: Chosen) => void }) {
  const w = useWords(words);
  const sw = useWords(suggestionWords);
  const number = { align: 'right' as const, className: 'num' };
  const common = [
    { title: w.pairs, dataIndex: 'pairs', ...number }, { title: w.same, key: 'same', ...number, render: (_: unknown, r: { same: number; pairs: number }) => share(r.same, r.pairs) },
    { title: w.kappa, key: 'kappa', ...number, render: (_: unknown, r: { kappa: number | null }) => kappaText(r.kappa) },
  ];
  return (
    <>
      <Card title={w.groups}>
        <Table<Quality['items'][number]> rowKey="group" size="middle" pagination={false} dataSource={[...q.items]} scroll={{ x: 'max-content' }}
          columns={[{ title: w.group, key: 'group', render: (_, r) => sw[`group_${r.group}`] }, { title: w.opinions, dataIndex: 'opinions', ...number }, { title: w.suggestions, dataIndex: 'suggestions', ...number }, ...common,
            { title: w.behind, key: 'behind', render: (_, r) => (r.pairs > 0 ? <button type="button" className="btn plain" onClick={() => choose({ group: r.group, name: sw[`group_${r.group}`] })}>{w.items}</button> : null) }]} />
      </Card>
      <Card title={w.couples}>
        <Table<Quality['couples'][number]> rowKey={(r) => `${r.group}/${r.first.id}/${r.second.id}`} size="middle" pagination={{ pageSize: 20, hideOnSinglePage: true }} dataSource={[...q.couples]} scroll={{ x: 'max-content' }}
          columns={[{ title: w.couple, key: 'couple', render: (_, r) => `${r.first.name} · ${r.second.name}` }, { title: w.group, key: 'group', render: (_, r) => sw[`group_${r.group}`] }, ...common,
            { title: w.behind, key: 'behind', render: (_, r) => <button type="button" className="btn plain" onClick={() => choose({ group: r.group, firstId: r.first.id, secondId: r.second.id, name: `${r.first.name} · ${r.second.name}` })}>{w.items}</button> }]} />
      </Card>
    </>
  );
}

/** How far experts agree, by group and by two people, over a period, with what stands behind each figure. */
export default function Quality() {
  const w = useWords(words);
  const say = useSay();
  const scope = useScope();
  const [from, setFrom] = useAddress('from');
  const [to, setTo] = useAddress('to');
  const [chosen, choose] = useState<Chosen | null>(null);
  const period: Period = { ...(from ? { from } : {}), ...(to ? { to } : {}), ...(scope.union ? { unionId: scope.union } : {}) };
  const found = useCall(reviews.quality, period, { keepWhileChanging: true });
  return (
    <DeskPage title={say(titles.quality)} about={w.quality}>
      <div className="setgrid">
        <div className="figline"><div className="field"><span>{w.from}</span><Day label={w.from} value={from ?? null} onChange={(d) => setFrom(d ?? undefined)} /></div><div className="field"><span>{w.to}</span><Day label={w.to} value={to ?? null} onChange={(d) => setTo(d ?? undefined)} /></div></div>
        <Loaded from={found} lines={6}>
          {(q) => (q.items.every((i) => i.opinions === 0) ? <Card><Empty icon="people" title={w.noPairs} hint={w.noPairsHint} /></Card> : <Figures quality={q} choose={choose} />)}
        </Loaded>
        {chosen ? <Behind key={chosen.name} chosen={chosen} period={period} /> : null}
        <p className="note">{w.kappaHint}</p>
      </div>
    </DeskPage>
  );
}
