import { Modal, Select } from 'antd';
import { useState } from 'react';
import { Link, useSearchParams } from 'react-router';
import { legalDateOf, monthEnd, weekdayOf } from '#shared/dates';
import { Card, Icon, Loaded, type Output, showDate, tell, useAct, useCall, useLocale, useWords } from '../../../../../web/kit/index.ts';
import { Month, namedList } from '../../../../../web/kit/desk.ts';
import { api } from '../../daily-question.contract.ts';
import { words } from '../desk.words.ts';
import { words as phone } from '../phone.words.ts';

type Day = Output<typeof api.schedule>['items'][number];
const CHANGED = [api.schedule, api.boards, api.bank] as const;

/** Gives a day a question from the bank, another one, or none. */
function DayDialog({ id, day: d, close }: { id: string; day: Day; close: () => void }) {
  const w = useWords(words);
  const language = useLocale();
  const [find, setFind] = useState('');
  const [chosen, setChosen] = useState<string | null>(null);
  const bank = useCall(api.bank, { unionId: id, limit: 50, ...(find ? { text: find } : {}) }, { keepWhileChanging: true });
  const set = useAct(api.put, { refreshes: CHANGED, done: w.setDone, after: close });
  const clear = useAct(api.clear, { refreshes: CHANGED, done: w.cleared, after: close });
  const options = (bank.data?.items ?? []).filter((x) => x.state === 'ready').map((x) => ({ value: x.id, label: x.askedOn ? `${x.text}（${x.askedOn}）` : x.text }));
  return (
    <Modal open title={w.setFor({ day: showDate(d.day, language) })} onCancel={close} okText={w.set} okButtonProps={{ disabled: chosen === null }} confirmLoading={set.busy} onOk={() => { if (chosen) set.act({ unionId: id, day: d.day, questionId: chosen }); }}>
      <div style={{ display: 'grid', gap: 12 }}>
        {d.text ? <p className="dqtold"><span className="note">{w.now}</span> {d.text}</p> : null}
        <Select {...namedList(w.pickQuestion)} placeholder={w.pickQuestion} showSearch={{ filterOption: false, onSearch: setFind }} value={chosen} onChange={setChosen} options={options} />
        {d.may.includes('clear') ? <div><button type="button" className="btn" disabled={clear.busy} onClick={() => clear.act({ unionId: id, day: d.day })}>{w.clear}</button></div> : null}
      </div>
    </Modal>
  );
}

function Cell({ id, day: d, today, open }: { id: string; day: Day; today: string; open: (day: Day) => void }) {
  const w = useWords(words);
  const language = useLocale();
  const gap = d.wanted && d.questionId === null && d.day >= today;
  const inside = (
    <>
      <span className="dayno num"><span><span className="unseen">{showDate(d.day, language)}</span><b aria-hidden="true">{Number(d.day.slice(8))}</b></span>{d.voidWhy ? <span className="late">{w.voidCell}</span> : d.answers > 0 ? <span>{w.answersN({ n: d.answers })}</span> : null}</span>
      <span className={gap ? 'what late' : 'what'}>{d.text || (gap ? w.gapCell : d.day >= today ? w.restCell : '')}</span>
    </>
  );
  const look = `${gap ? 'gap' : ''} ${d.day === today ? 'now' : ''}`;
  if (d.questionId !== null && !d.may.includes('set')) return <Link className={`dqday ${look}`} to={`/daily-question/${id}/days/${d.day}`}>{inside}</Link>;
  return <button type="button" className={look} disabled={!d.may.includes('set')} onClick={() => open(d)}>{inside}</button>;
}

/** The month: what is asked when, and where a question is missing. */
export function Plan({ id }: { id: string }) {
  const w = useWords(words);
  const pw = useWords(phone);
  const [params, setParams] = useSearchParams();
  const today = legalDateOf(new Date());
  const asked = params.get('month') ?? '';
  const month = /^2\d{3}-(0[1-9]|1[0-2])$/.test(asked) ? asked : today.slice(0, 7);
  const [open, setOpen] = useState<Day | null>(null);
  const plan = useCall(api.schedule, { unionId: id, month }, { keepWhileChanging: true });
  const fill = useAct(api.fill, { refreshes: CHANGED, after: (out) => tell(out.left > 0 ? w.filledLeft({ n: out.added, left: out.left }) : w.filled({ n: out.added }), out.left > 0 ? 'bad' : 'good') });
  const lead = (weekdayOf(`${month}-01`) + 6) % 7;
  const gaps = plan.data?.items.some((d) => d.wanted && d.questionId === null && d.day >= today) ?? false;
  return (
    <Card>
      <div className="dqdesk">
        <div className="dqacts noprint">
          <Month label={w.month} value={month} onChange={(m) => setParams({ tab: 'plan', month: m }, { replace: true })} />
          <button type="button" className="btn primary" disabled={fill.busy || !gaps} onClick={() => fill.act({ unionId: id, from: `${month}-01` > today ? `${month}-01` : today, to: monthEnd(`${month}-01`) })}><Icon name="flash" size={18} />{w.fill}</button>
          <button type="button" className="btn" onClick={() => print()}><Icon name="print" size={18} />{w.print}</button>
        </div>
        <Loaded from={plan} lines={10}>
          {(m) => (
            <div className="dqplan">
              {([1, 2, 3, 4, 5, 6, 0] as const).map((d) => <span key={d} aria-hidden="true">{pw[`w${d}`]}</span>)}
              {Array.from({ length: lead }, (_, i) => <i key={`lead ${String(i)}`} />)}
              {m.items.map((d) => <Cell key={d.day} id={id} day={d} today={m.today} open={setOpen} />)}
            </div>
          )}
        </Loaded>
        {open ? <DayDialog key={open.day} id={id} day={open} close={() => setOpen(null)} /> : null}
      </div>
    </Card>
  );
}
