import { Link, useSearchParams } from 'react-router';
import { Card, Empty, Icon, LoadedPages, PhonePage, useCall, usePages, useWords } from '../../../../../web/kit/index.ts';
import { api } from '../../activities.contract.ts';
import { type Kind, KINDS } from '../../activities.rules.ts';
import { words as kinds } from '../../activities.words.ts';
import { words } from '../activities-ui.words.ts';
import { Chips, Choose } from '../../../offers/ui/both/Choose.tsx';
import { ActivityCards } from './Cards.tsx';

const WHEN = ['all', 'today', 'week', 'past'] as const;
type When = (typeof WHEN)[number];

/** What is on for me: today, this week, all, or what is over; by union, kind and words. */
export default function List() {
  const w = useWords(words);
  const kw = useWords(kinds);
  const [params, setParams] = useSearchParams();
  const set = (name: string, value: string): void => setParams((before) => { const next = new URLSearchParams(before); if (value) next.set(name, value); else next.delete(name); return next; }, { replace: true });
  const when = (WHEN.find((x) => x === params.get('when')) ?? 'all') satisfies When;
  const kind = KINDS.find((k) => k === params.get('kind'));
  const [unionId, text] = [params.get('union') ?? '', params.get('text') ?? ''];
  const hosts = useCall(api.hosts, {});
  const list = usePages(api.list, { when, ...(kind ? { kind } : {}), ...(unionId ? { unionId } : {}), ...(text ? { text } : {}) });
  return (
    <PhonePage title={w.title} actions={<Link className="btn plain" to="/activities/mine">{w.mine}</Link>} foot={<Link className="btn primary" to="/activities/new"><Icon name="add" size={20} />{w.propose}</Link>}>
      <Card>
        <div className="actfilter">
          <Chips label={w.when} hideLabel options={WHEN.map((x) => [x, w[x]] as const)} value={when} onChange={(x) => set('when', x === 'all' ? '' : x)} />
          <div className="actselects">
            <Choose label={w.union} hideLabel value={unionId} options={[['', w.anyUnion], ...(hosts.data?.items ?? []).map((u) => [u.id, u.name] as const)]} onChange={(id) => set('union', id)} />
            <Choose<Kind | ''> label={w.kind} hideLabel value={kind ?? ''} options={[['', w.anyKind], ...KINDS.map((k) => [k, kw[`kind_${k}`]] as const)]} onChange={(k) => set('kind', k)} />
          </div>
          <input className="choosebox" type="search" aria-label={w.find} placeholder={w.find} maxLength={60} defaultValue={text} onKeyDown={(e) => { if (e.key === 'Enter') set('text', e.currentTarget.value.trim()); }} onBlur={(e) => set('text', e.currentTarget.value.trim())} />
        </div>
      </Card>
      <h2 className="unseen">{w[when]}</h2>
      <LoadedPages from={list} empty={<Card><Empty icon="calendar" title={w.empty} hint={w.emptyHint} /></Card>}>{(items) => <ActivityCards items={items} />}</LoadedPages>
    </PhonePage>
  );
}
