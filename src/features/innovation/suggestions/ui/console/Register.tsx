import { useState } from 'react';
import { DeskPage, Empty, refresh, useCall, useLive, useMe, useSay, useScope, useWords, holds } from '../../../../../web/kit/index.ts';
import { type Filter, ListActions, ListPanel, useList, useRows } from '../../../../../web/kit/desk.ts';
import { desk } from '../../desk.contract.ts';
import { settings } from '../../settings.contract.ts';
import { api, Category, ExpertGroup } from '../../suggestions.contract.ts';
import { words as suggestionWords } from '../../suggestions.words.ts';
import { words } from '../desk-ui.words.ts';
import { words as titles } from '../screens.words.ts';
import { Batch } from './Batch.tsx';
import { type Row, useRegisterColumns } from './register-columns.tsx';

const MOST_COUNTED = 10_000;
const STATES = ['submitted', 'returned', 'company', 'appealed', 'adopted', 'implementing', 'accepting', 'completed', 'standardised', 'rejected', 'abandoned', 'revoked', 'withdrawn', 'incomplete', 'merged'] as const;

/** Campaigns for the filter, where the officer may see the settings. */
function useCampaigns(): readonly (readonly [string, string])[] {
  const me = useMe();
  const { union } = useScope();
  const settles = holds(me, 'suggestions.settle');
  const schemes = useCall(settings.schemes, {}, { when: settles });
  const unionId = schemes.data?.items.find((s) => s.open && (s.id === union || !union))?.id ?? schemes.data?.items.find((s) => s.open)?.id ?? '';
  const all = useCall(settings.settings, { unionId }, { when: settles && unionId !== '' });
  return (all.data?.campaigns ?? []).map((c) => [c.id, c.title] as const);
}

function useRegisterFilters(): Filter[] {
  const w = useWords(words);
  const sw = useWords(suggestionWords);
  const campaigns = useCampaigns();
  return [
    { kind: 'find', name: 'text', label: w.find },
    { kind: 'choose', name: 'state', label: w.anyState, options: STATES.map((s) => [s, sw[s]]) },
    { kind: 'choose', name: 'category', label: w.anyCategory, options: Category.options.map((c) => [c, sw[`category_${c}`]]) },
    { kind: 'choose', name: 'level', label: w.anyLevel, options: [['unit', w.level_unit], ['company', w.level_company]] },
    { kind: 'choose', name: 'grade', label: w.anyGrade, options: [['1', w.grade_1], ['2', w.grade_2], ['3', w.grade_3]] },
    { kind: 'choose', name: 'expertGroup', label: w.anyGroup, options: ExpertGroup.options.map((g) => [g, sw[`group_${g}`]]) },
    ...(campaigns.length > 0 ? [{ kind: 'choose' as const, name: 'campaignId', label: w.anyCampaign, options: campaigns }] : []),
    { kind: 'days', name: 'from', to: 'to', label: [w.from, w.to] },
    { kind: 'tick', name: 'open', label: w.onlyOpen }, { kind: 'tick', name: 'late', label: w.onlyLate },
  ];
}

/** Every suggestion of the units I read them for, newest first; several are settled at once. */
export default function Register() {
  const w = useWords(words);
  const say = useSay();
  const me = useMe();
  const list = useList<Row>('suggestions', { filters: useRegisterFilters(), columns: useRegisterColumns() });
  const rows = useRows(api.register, list);
  const [chosen, choose] = useState<string[]>([]);
  useLive(() => void refresh(api.register));
  const ticked = rows.items.filter((r) => chosen.includes(r.id) && r.state === 'submitted');
  const about = rows.total === undefined ? undefined : rows.total > MOST_COUNTED ? w.aboutMany : w.about({ n: rows.total });
  const reviews = holds(me, 'suggestions.review');
  return (
    <DeskPage title={say(titles.register)} about={about} actions={<ListActions list={list} to={desk.exportRegister} can="suggestions.read" />}>
      <ListPanel list={list} rows={rows} open={(r) => `/suggestions/${r.id}`} empty={<Empty icon="idea" title={w.nothing} hint={w.nothingHint} />}
        {...(reviews ? { ticks: { chosen: ticked.map((r) => r.id), choose, can: (r: Row) => r.state === 'submitted', label: (r: Row) => r.title }, bulk: <Batch chosen={ticked} clear={() => choose([])} /> } : {})} />
    </DeskPage>
  );
}
