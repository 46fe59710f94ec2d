import { Link, useParams } from 'react-router';
import { Icon, Loaded, ON_PAPER, Qr, showSpan, showTime, useAddress, useCall, useLocale, useWords } from '../../../../../web/kit/index.ts';
import { api } from '../../activities.contract.ts';
import { desk } from '../../desk.contract.ts';
import '../activities.css';
import { type Seen, usePrice } from '../both/Look.tsx';
import { words } from '../desk-ui.words.ts';

function Paper({ of: a, link, say }: { of: Seen; link: string; say: string }) {
  const w = useWords(words);
  const language = useLocale();
  const price = usePrice();
  const lines: readonly (readonly [string, string])[] = [[w.posterTime, showSpan(a.startsAt, a.endsAt, language, ON_PAPER)], [w.posterPlace, a.place], [w.posterFee, price(a)], [w.posterClose, showTime(a.closesAt, language, ON_PAPER)]];
  return (
    <article className="actposter">
      <p className="union">{a.union}</p>
      <h1>{a.title}</h1>
      <dl>{lines.map(([name, value]) => [<dt key={name}>{name}</dt>, <dd key={`${name} value`}>{value}</dd>])}</dl>
      <div className="qr"><Qr text={link} size={300} label={w.posterLabel({ title: a.title })} /><b>{say}</b></div>
      {a.about ? <p className="say">{a.about}</p> : null}
    </article>
  );
}

/** A sheet of A4 for the wall: the link to sign up, or the code with which people check in at the place. */
export default function Poster() {
  const w = useWords(words);
  const { id = '' } = useParams();
  const [which, setWhich] = useAddress('for');
  const activity = useCall(api.activity, { id });
  const check = which === 'check';
  const here = useCall(desk.here, { id }, { when: check });
  const link = `${location.origin}/activities/${id}`;
  return (
    <main>
      <div className="actacts noprint" style={{ padding: 16 }}>
        <Link className="btn" to={`/activities/${id}`}><Icon name="back" size={18} />{w.back}</Link>
        <button type="button" className="btn primary" onClick={() => print()}><Icon name="print" size={18} />{w.print}</button>
        {activity.data?.selfCheckIn ? <button type="button" className="btn" onClick={() => setWhich(check ? undefined : 'check')}>{check ? w.posterSign : w.posterCheck}</button> : null}
        {check ? <span className="note">{w.posterHint}</span> : null}
      </div>
      <Loaded from={activity} lines={8}>{(a) => (check && !here.data ? null : <Paper of={a} link={check ? `${link}?here=${here.data?.here ?? ''}` : link} say={check ? w.posterHere : w.posterScan} />)}</Loaded>
    </main>
  );
}
