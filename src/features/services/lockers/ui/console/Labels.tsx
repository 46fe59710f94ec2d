import { Link, useParams } from 'react-router';
import { Icon, Loaded, Qr, useCall, useWords } from '../../../../../web/kit/index.ts';
import { desk } from '../../desk.contract.ts';
import { words } from '../locker-ui.words.ts';
import '../lockers.css';

/** An A4 sheet of labels: one for the cabinet, one for each door, to cut out and stick on. */
export default function Labels() {
  const { id = '' } = useParams();
  const w = useWords(words);
  const seen = useCall(desk.cabinet, { id });
  return (
    <Loaded from={seen}>
      {(c) => (
        <main className="lklabels" id="content">
          <title>{w.labels}</title>
          <h1 className="lkbar"><Link className="btn" to={`/lockers/${c.id}`}><Icon name="back" size={18} />{w.back}</Link><span>{c.place}</span><button type="button" className="btn primary" onClick={() => print()}><Icon name="print" size={18} />{w.print}</button></h1>
          <ul>
            <li className="whole"><Qr text={`${location.origin}/lockers/${c.id}`} size={150} label={w.labelWhole} /><span><b>{w.title}</b>{c.place} · {w.cabinetNo({ n: c.number })}<br />{c.union}<br /><small>{w.labelWhole}</small></span></li>
            {c.compartments.map((d) => <li key={d.no}><Qr text={`${location.origin}/lockers/${c.id}/${d.kind === 'swap' ? 'swap' : d.no}`} size={120} label={d.label} /><b>{w.doorNo({ n: d.no })}</b><span>{d.label}</span><small>{w.labelScan}</small></li>)}
          </ul>
        </main>
      )}
    </Loaded>
  );
}
