import { Facts, type Output, showMoney, StepBar, Timeline, useLocale, useWords } from '../../../../../web/kit/index.ts';
import type { api } from '../../payment-lists.contract.ts';
import { words } from '../payment-lists-ui.words.ts';
import '../payment-lists.css';
import { StateMark, usePeriodName } from './marks.tsx';

type List = Output<typeof api.list>;
const WAY = ['drafted', 'submitted', 'approved', 'filed', 'settled'] as const;

/** Where a list stands and what it comes to. */
export function Standing({ list }: { list: List }) {
  const w = useWords(words);
  const period = usePeriodName();
  const language = useLocale();
  const at = WAY.findIndex((s) => s === (list.state === 'returned' ? 'drafted' : list.state));
  const returned = list.state === 'returned' ? list.story.findLast((e) => e.text !== '')?.text : undefined;
  return (
    <>
      <p className="paystate"><StateMark state={list.state} failed={list.failed} /></p>
      {at < 0 ? null : <StepBar steps={WAY.map((s) => w[`state_${s}`])} at={list.state === 'settled' ? WAY.length : at} />}
      <p className="paytotal num">{showMoney(list.totalFen)}</p>
      <Facts of={[
        [w.capital, language === 'zh' ? list.capital : null], [w.paidSum, list.state === 'settled' && list.failed > 0 ? <b key="p" className="num">{showMoney(BigInt(list.totalFen) - BigInt(list.failedFen))}</b> : null], [w.people, `${list.people}`], [w.lines, `${list.lines}`], [w.purpose, list.purpose], [w.union, list.union], [w.period, period(list.period)],
        [w.returnedWhy, returned], [w.cancelledWhy, list.cancelledWhy], [w.checksum, list.checksum ? <span key="c" className="num">{list.checksum}</span> : null],
      ]} />
    </>
  );
}

/** Who did what. */
export const Story = ({ list }: { list: List }) => (
  <Timeline items={list.story.map((e) => ({ key: e.id, what: <><b>{e.by}</b> {e.word}{e.text ? <span className="note"><br />{e.text}</span> : null}</>, when: e.at }))} />
);
