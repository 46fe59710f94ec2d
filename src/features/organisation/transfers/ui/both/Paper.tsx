import { Link } from 'react-router';
import { Icon, Loaded, showDate, useCall, useLocale, useWords } from '../../../../../web/kit/index.ts';
import { api } from '../../transfers.contract.ts';
import { words } from '../../transfers-ui.words.ts';
import '../transfers.css';
import type { TransferSeen } from './Way.tsx';

function Sheet({ t }: { t: TransferSeen }) {
  const w = useWords(words);
  const language = useLocale();
  const day = t.effectiveOn ? showDate(t.effectiveOn, language, 0) : '';
  const member = { name: t.name, id: t.idNumber || '—', card: t.cardNumber || '—', since: t.memberSince };
  return (
    <article className="transfersheet">
      <h1>{w.paperTitle}</h1>
      <p className="no num">{w.paperNumber({ number: t.number })}</p>
      <p>{w.paperTo({ union: t.to })}</p>
      <p className="body">{w.paperBody(member)}</p>
      {t.duesThrough ? <p className="body">{w.paperDues({ month: t.duesThrough })}</p> : null}
      <p className="sign"><span>{t.from}</span><span>{w.paperSeal}</span><span className="num">{day}</span></p>
      {t.outside ? (
        <>
          <hr />
          <h2>{w.paperSlip}</h2>
          <p className="body">{w.paperSlipBody({ union: t.from, name: t.name, number: t.number })}</p>
          <p className="sign">{w.paperSlipSeal}</p>
        </>
      ) : <p className="note">{w.paperInside}</p>}
    </article>
  );
}

/** The letter on A4: what a union outside asks for, or a page for the file. */
export function Paper({ id }: { id: string }) {
  const w = useWords(words);
  const one = useCall(api.one, { id });
  return (
    <main className="transferpaper" id="content">
      <title>{w.paperTitle}</title>
      <div className="transferbar"><Link className="btn" to={`/transfers/${id}`}><Icon name="back" size={18} />{w.back}</Link><button type="button" className="btn primary" onClick={() => print()}><Icon name="print" size={18} />{w.print}</button></div>
      <Loaded from={one} lines={8}>{(t) => <Sheet t={t} />}</Loaded>
    </main>
  );
}
