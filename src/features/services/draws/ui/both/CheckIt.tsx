import { useState } from 'react';
import { type Check, checkDraw } from '#shared/draw-check';
import { drawCheckWords, sentenceOf } from '#shared/draw-check.words';
import { say } from '#shared/words';
import { call, Icon, RefusedByServer, tell, useLocale, useWords } from '../../../../../web/kit/index.ts';
import { api } from '../../draws.contract.ts';
import { words } from '../phone.words.ts';

/** Draws again in this browser what the result file says was drawn, and says of each thing whether it fits. */
export function CheckIt({ id, notice }: { id: string; notice: string | null }) {
  const w = useWords(words);
  const language = useLocale();
  const [checks, setChecks] = useState<readonly Check[] | null>(null);
  const [busy, setBusy] = useState(false);
  const check = async (): Promise<void> => {
    setBusy(true);
    try {
      setChecks(await checkDraw(JSON.stringify(await call(api.result, { id })), notice));
    } catch (error) {
      if (!(error instanceof RefusedByServer)) throw error;
      tell(error.sentence);
    } finally {
      setBusy(false);
    }
  };
  const bad = checks?.filter((c) => !c.ok).length ?? 0;
  return (
    <div aria-live="polite">
      <button type="button" className="btn primary wide" disabled={busy} onClick={() => void check()}><Icon name="shield" size={18} />{busy ? w.checking : checks ? w.checkAgain : w.checkIt}</button>
      {checks === null ? <p className="note">{w.checkHint}</p> : (
        <>
          <p className={`drawsum ${bad === 0 ? 'ok' : 'late'}`}>{say(bad === 0 ? drawCheckWords.allOk : drawCheckWords.someBad, language, { count: bad })}</p>
          <ul className="drawchecks">
            {checks.map((c) => <li key={c.check} className={c.ok ? '' : 'bad'}><b>{c.ok ? '✓' : '✗'}</b><span>{say(sentenceOf(c), language, c.facts)}</span></li>)}
          </ul>
        </>
      )}
    </div>
  );
}
