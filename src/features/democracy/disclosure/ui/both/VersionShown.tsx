import { Card, FileLinks, type Output, showTime, useLocale, useWords } from '../../../../../web/kit/index.ts';
import type { api } from '../../disclosure.contract.ts';
import { words } from '../disclosure-ui.words.ts';
import { Differences } from './looks.tsx';

/** One version: why, who, what changed, the whole text. */
export function VersionShown({ of: v }: { of: Output<typeof api.version> }) {
  const w = useWords(words);
  const language = useLocale();
  return (
    <>
      <Card title={v.title}>
        <p className="note">{showTime(v.at, language)} · {w.writtenBy({ by: v.by, checked: v.checkedBy })}</p>
        {v.why ? <p className="pubnotice">{v.why}</p> : <p className="note">{w.first}</p>}
        {v.redaction ? <p className="note">{w.redacted({ what: v.redaction })}</p> : null}
      </Card>
      {v.no > 1 ? (
        <Card title={w.changes}>
          <Differences of={v.differences} />
          {v.added.length > 0 ? <><p className="note">{w.addedFiles}</p><FileLinks files={v.added} /></> : null}
          {v.removed.length > 0 ? <p className="note">{w.removedFiles({ names: v.removed.join('、') })}</p> : null}
        </Card>
      ) : null}
      <Card title={w.whole}><p className="pubbody">{v.body}</p></Card>
    </>
  );
}
