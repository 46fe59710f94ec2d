import { Button, Select } from 'antd';
import type { ReactNode } from 'react';
import { useNavigate, useSearchParams } from 'react-router';
import { DeskPage, Empty, Loaded, useCall, useWords } from '../../../../../web/kit/index.ts';
import { api } from '../../rewards.contract.ts';
import { words } from '../rewards-ui.words.ts';
import { words as titles } from '../screens.words.ts';

/** One value of the address bar; the page of a list begins anew when it changes. */
export function useAsked(name: string, usual: string): [string, (value: string) => void] {
  const [params, set] = useSearchParams();
  return [params.get(name) ?? usual, (value) => set((before) => {
    const next = new URLSearchParams(before);
    next.set(name, value);
    next.delete('page');
    next.delete('at');
    return next;
  }, { replace: true })];
}

/** Today's year and month in China. */
export const thisMonth = (): string => new Date(Date.now() + 8 * 3_600_000).toISOString().slice(0, 7);

type Shown = { readonly unionId: string; readonly bar: ReactNode; readonly other: ReactNode };

/** The scheme whose rewards are shown (chosen when there are several) and the way between months and years. */
export function WithScheme({ at, children }: { at: 'month' | 'year'; children: (shown: Shown) => ReactNode }) {
  const w = useWords(words);
  const t = useWords(titles);
  const go = useNavigate();
  const [chosen, choose] = useAsked('scheme', '');
  const schemes = useCall(api.schemes, {});
  return (
    <Loaded from={schemes} lines={6}>
      {({ items }) => {
        const unionId = items.find((s) => s.id === chosen)?.id ?? items[0]?.id;
        if (unionId === undefined) return <DeskPage title={t.rewards}><section className="panel"><Empty icon="gift" title={w.noScheme} hint={w.noSchemeHint} /></section></DeskPage>;
        const bar = items.length > 1 ? <Select aria-label={w.scheme} value={unionId} onChange={choose} options={items.map((s) => ({ value: s.id, label: s.name }))} style={{ minWidth: 200 }} /> : null;
        const other = <Button onClick={() => void go(at === 'month' ? '/rewards/year' : '/rewards')}>{at === 'month' ? w.year : w.month}</Button>;
        return children({ unionId, bar, other });
      }}
    </Loaded>
  );
}
