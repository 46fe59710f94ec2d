import { DeskPage, Empty, refresh, useLive, useSay, useWords } from '../../../../../web/kit/index.ts';
import { type Filter, ListActions, ListPanel, useList, useRows } from '../../../../../web/kit/desk.ts';
import { api } from '../../letters.contract.ts';
import { words as letterWords } from '../../letters.words.ts';
import { words } from '../desk-ui.words.ts';
import '../desk.css';
import '../letters.css';
import { words as titles } from '../screens.words.ts';
import { type Row, useRegisterColumns } from './register-columns.tsx';

const MOST_COUNTED = 10_000;
const STATES = ['received', 'accepted', 'assigned', 'answered', 'closed', 'declined', 'withdrawn'] as const;
const CATEGORIES = ['pay', 'time', 'safety', 'living', 'insurance', 'growth', 'difficulty', 'management', 'union', 'other'] as const;
const CHANNELS = ['phone', 'email', 'reception', 'box'] as const;

function useRegisterFilters(): Filter[] {
  const w = useWords(words);
  const lw = useWords(letterWords);
  return [
    { kind: 'find', name: 'text', label: w.find },
    { kind: 'choose', name: 'state', label: w.anyState, options: STATES.map((s) => [s, lw[s]]) },
    { kind: 'choose', name: 'category', label: w.anyCategory, options: CATEGORIES.map((c) => [c, lw[`category_${c}`]]) },
    { kind: 'choose', name: 'channel', label: w.anyChannel, options: CHANNELS.map((c) => [c, lw[`channel_${c}`]]) },
    { kind: 'days', name: 'from', to: 'to', label: [w.from, w.to] },
    { kind: 'tick', name: 'open', label: w.onlyOpen }, { kind: 'tick', name: 'late', label: w.onlyLate },
  ];
}

/** Every letter of the unions I read letters for, newest first. */
export default function Register() {
  const w = useWords(words);
  const say = useSay();
  const list = useList<Row>('letters', { filters: useRegisterFilters(), columns: useRegisterColumns() });
  const rows = useRows(api.register, list);
  useLive(() => void refresh(api.register));
  const about = rows.total === undefined ? undefined : rows.total > MOST_COUNTED ? w.registerAboutMany : w.registerAbout({ n: rows.total });
  return (
    <DeskPage title={say(titles.register)} about={about} actions={<ListActions list={list} to={api.exportRegister} can="letters.export" />}>
      <ListPanel list={list} rows={rows} open={(r) => `/letters/${r.id}`} empty={<Empty icon="letter" title={w.nothing} hint={w.nothingHint} />} />
    </DeskPage>
  );
}
