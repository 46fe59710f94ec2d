import { Link, useParams } from 'react-router';
import { Icon, Loaded, ON_PAPER, Qr, showList, showTime, useCall, useLocale, useWords } from '../../../../../web/kit/index.ts';
import { api } from '../../draws.contract.ts';
import { words } from '../desk.words.ts';
import '../draws.css';

const inGroups = (mark: string): string => mark.replace(/(.{8})(?=.)/g, '$1 ');

/** The notice on paper: what people photograph before the draw. */
export default function Notice() {
  const { id = '' } = useParams();
  const w = useWords(words);
  const language = useLocale();
  const kept = useCall(api.kept, { id });
  return (
    <main className="drawposter" id="content">
      <title>{w.noticeTitle}</title>
      <div className="drawbar"><Link className="btn" to={`/draws/${id}`}><Icon name="back" size={18} />{w.back}</Link><button type="button" className="btn primary" onClick={() => print()}><Icon name="print" size={18} />{w.print}</button></div>
      <Loaded from={kept}>
        {(d) => (
          <article>
            <h1>{w.noticeTitle}</h1>
            {d.marks.notice === null || d.frozenAt === null ? <p>{w.noticeNone}</p> : (
              <>
                <p>{w.noticeLead({ title: d.title })}</p>
                <dl>
                  <dt>{w.union}</dt><dd>{d.union}</dd>
                  <dt>{w.noticeCount}</dt><dd className="num">{d.entrants}</dd>
                  <dt>{w.noticeFrozen}</dt><dd className="num">{showTime(d.frozenAt, language, ON_PAPER)}</dd>
                  <dt>{w.prizes}</dt><dd>{showList(d.prizes.map((p) => `${p.name} × ${p.count}`))}</dd>
                  {d.witnesses.length > 0 ? <><dt>{w.noticeWitnesses}</dt><dd>{showList(d.witnesses.map((x) => x.name))}</dd></> : null}
                  <dt>{w.noticePrint}</dt><dd><code>{inGroups(d.marks.notice)}</code></dd>
                  <dt>{w.noticeRules}</dt><dd><code>{inGroups(d.marks.rules ?? '')}</code></dd>
                </dl>
                <div><Qr text={`${location.origin}${d.link}`} size={200} label={w.noticeScan} /><p>{w.noticeScan}</p></div>
              </>
            )}
          </article>
        )}
      </Loaded>
    </main>
  );
}
