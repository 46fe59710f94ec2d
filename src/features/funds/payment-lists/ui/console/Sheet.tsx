import { Link, useParams } from 'react-router';
import { Icon, Loaded, type Output, showMoney, useCall, useLocale, useWords } from '../../../../../web/kit/index.ts';
import { api } from '../../payment-lists.contract.ts';
import { words } from '../payment-lists-ui.words.ts';
import '../payment-lists.css';
import { usePeriodName } from './marks.tsx';

/** Who made, approved, paid and audits it: names where they are known, room for signatures. */
function Signatures({ list }: { list: Output<typeof api.sheet> }) {
  const w = useWords(words);
  const lines: [string, string | null][] = [[w.signMade, list.madeBy], [w.signApproved, list.approvedBy], [w.signPaid, list.settledBy ?? list.filedBy], [w.signChecked, null]];
  return <div className="paysigns">{lines.map(([label, name]) => <p key={label}><span>{label}</span><b>{name}</b></p>)}</div>;
}

/** The list on paper, A4, its heading on each page. */
export default function Sheet() {
  const { id = '' } = useParams();
  const w = useWords(words);
  const period = usePeriodName();
  const language = useLocale();
  const list = useCall(api.sheet, { id });
  return (
    <main className="paysheet" id="content">
      <title>{w.sheetTitle}</title>
      <div className="paybar"><Link className="btn" to={`/payment-lists/${id}`}><Icon name="back" size={18} />{w.back}</Link><button type="button" className="btn primary" onClick={() => print()}><Icon name="print" size={18} />{w.print}</button></div>
      <Loaded from={list}>
        {(l) => (
          <article>
            <h1>{l.title}</h1>
            <p className="payhead"><span>{l.union}</span><span>{l.purpose}</span><span>{period(l.period)}</span><span className="num">{l.number}</span></p>
            {l.state === 'cancelled' ? <p className="payvoid">{w.sheetVoid}</p> : l.approvedAt === null ? <p className="payvoid">{w.notYet}</p> : null}
            <table>
              <thead><tr><th>{w.position}</th><th>{w.staff}</th><th>{w.person}</th><th>{w.sheetUnit}</th><th>{w.why}</th><th className="right">{w.amount}</th><th>{w.signature}</th></tr></thead>
              <tbody>{l.rows.map((r, i) => <tr key={r.id}><td className="num">{i + 1}</td><td className="num">{r.staffNumber}</td><td className="keep">{r.name}</td><td className="keep">{r.unit}</td><td>{r.summary}</td><td className="num right">{showMoney(r.amountFen)}</td><td /></tr>)}</tbody>
              <tfoot><tr><td colSpan={5}>{w.total} · {w.sheetCount({ n: l.people })}{language === 'zh' ? ` · ${l.capital}` : ''}</td><td className="num right"><b>{showMoney(l.totalFen)}</b></td><td /></tr></tfoot>
            </table>
            {l.checksum ? <p className="note">{w.checksum} <span className="num">{l.checksum}</span></p> : null}
            <Signatures list={l} />
          </article>
        )}
      </Loaded>
    </main>
  );
}
