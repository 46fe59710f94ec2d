import { useNavigate, useSearchParams } from 'react-router';
import { Card, Empty, Facts, PhonePage, showMoney, showTime, tell, useAct, useLocale, useMe, useWords } from '../../../../../web/kit/index.ts';
import { api } from '../../offers.contract.ts';
import { demoPayments } from '../../payments.contract.ts';
import { Countdown } from '../both/countdown.tsx';
import { words } from '../offers-ui.words.ts';
import '../offers.css';

/** The demonstration's payment: stands where a real gate would, and says so. */
export default function Pay() {
  const w = useWords(words);
  const me = useMe();
  const language = useLocale();
  const go = useNavigate();
  const [params] = useSearchParams();
  const [account = '', number = '', amount = '', sign = '', until = ''] = ['account', 'number', 'amount', 'sign', 'until'].map((name) => params.get(name) ?? '');
  const back = (): void => void go('/places', { replace: true });
  const pay = useAct(demoPayments.pay, { refreshes: [api.mine, api.place, api.ofOffer], after: ({ state }) => { tell({ taken: w.demoPaid, again: w.demoAgain, late: w.demoLate }[state], state === 'late' ? 'bad' : 'plain'); back(); } });
  if (me.mode !== 'demo' || !/^[1-9]\d{0,11}$/.test(amount)) return <PhonePage title={w.demoPay} up="/places"><Card><Empty icon="money" title={w.demoWrong} /></Card></PhonePage>;
  return (
    <PhonePage title={w.demoPay} up="/places">
      <Card title={params.get('title') ?? ''}>
        <p className="payamount num">{showMoney(amount)}</p>
        <Facts of={[[w.time, until ? <>{showTime(until, language)} <Countdown to={until} /></> : null], [w.orderNo, <span className="num payno" key="no">{number}</span>]]} />
      </Card>
      <p className="note paynote">{w.demoPayHint}</p>
      <div className="placeacts">
        <button type="button" className="btn primary wide big" disabled={pay.busy} onClick={() => pay.act({ account, number, amount, sign })}>{w.demoPayYes({ amount: showMoney(amount) })}</button>
        <button type="button" className="btn wide" onClick={back}>{w.demoPayNo}</button>
      </div>
    </PhonePage>
  );
}
