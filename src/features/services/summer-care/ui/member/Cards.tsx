import { useParams } from 'react-router';
import { Icon, Loaded, PhonePage, Qr, useCall, useWords } from '../../../../../web/kit/index.ts';
import { api } from '../../summer-care.contract.ts';
import { words as server } from '../../summer-care.words.ts';
import { words } from '../care-ui.words.ts';
import '../care.css';

/** Cards of those who may pick the child up, to be printed and given to them. */
export default function Cards() {
  const { id = '' } = useParams();
  const w = useWords(words);
  const sw = useWords(server);
  const entry = useCall(api.entry, { id });
  return (
    <PhonePage title={w.printCodes} up={`/summer-care/entries/${id}`} foot={<button type="button" className="btn primary" onClick={() => print()}><Icon name="print" size={18} />{w.print}</button>}>
      <Loaded from={entry} lines={6}>
        {(e) => (
          <div className="carecards">
            {e.people.map((p) => <section key={p.id} aria-label={p.name}><b>{p.name}（{sw[`relation_${p.relation}`]}）</b><Qr text={p.code} size={180} label={p.name} /><b className="num">{p.shortCode.slice(0, 4)} {p.shortCode.slice(4)}</b><small className="note">{e.title} · {e.site}</small></section>)}
          </div>
        )}
      </Loaded>
    </PhonePage>
  );
}
