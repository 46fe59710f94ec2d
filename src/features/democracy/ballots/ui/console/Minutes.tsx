import { useParams } from 'react-router';
import { Loaded, ON_PAPER, showTime, useCall, useLocale, useWords } from '../../../../../web/kit/index.ts';
import { Paper } from '../../../../../web/kit/desk.ts';
import { desk } from '../../ballots.contract.ts';
import { Outcome } from '../both/Outcome.tsx';
import '../ballots.css';
import { words } from '../desk.words.ts';
import { words as phone } from '../phone.words.ts';

/** The result on paper, with room for the signatures of those who watched the count. */
export default function Minutes() {
  const { id = '' } = useParams();
  const w = useWords(words);
  const p = useWords(phone);
  const language = useLocale();
  const kept = useCall(desk.kept, { id });
  return (
    <Paper title={w.minutesTitle} back={`/ballots/${id}`}>
      <Loaded from={kept} lines={8}>
        {(of) => (
          <div className="bal">
            <h1>{w.minutesTitle}</h1>
            <p><b>{of.title}</b> · {of.union} · {w[`level_${of.level}`]}</p>
            <p>{of.openedAt ? showTime(of.openedAt, language, ON_PAPER) : ''} — {of.closedAt ? showTime(of.closedAt, language, ON_PAPER) : ''}</p>
            <Outcome of={of} />
            {of.tellers ? <p>{w.tellers} · {of.tellers}</p> : null}
            <p className="note">{p.fingerprint} {of.fingerprint}</p>
            <table className="baltable"><tbody>{[w.sign_head, w.sign_tellers, w.sign_counters, w.date].map((s) => <tr key={s} style={{ height: 48 }}><td style={{ width: 160 }}>{s}</td><td /></tr>)}</tbody></table>
          </div>
        )}
      </Loaded>
    </Paper>
  );
}
