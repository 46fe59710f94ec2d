import { Card, Chip, Row, useCall, useWords } from '../../../../../web/kit/index.ts';
import { staff } from '../../staff.contract.ts';
import { api } from '../../summer-care.contract.ts';
import { words } from '../care-ui.words.ts';
import { Children } from './Home.tsx';

/** On a day of care: my children and my duty; otherwise nothing. */
export default function HomeCard() {
  const w = useWords(words);
  const mine = useCall(api.mine, { when: 'now' });
  const duties = useCall(staff.duties, {});
  const children = (mine.data?.items ?? []).filter((e) => e.today !== null || e.consentOld);
  const today = (duties.data?.items ?? []).filter((s) => s.today);
  if (children.length + today.length === 0) return null;
  return (
    <Card title={w.title}>
      {today.map((s) => <Row key={s.id} icon="shield" tint="ok" title={`${s.title} · ${s.site}`} end={<Chip kind="ok">{w.dutyToday}</Chip>} to={`/summer-care/duty/${s.id}`} />)}
      <Children items={children} />
    </Card>
  );
}
