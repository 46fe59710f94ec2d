import { type Output, showDay, useLocale, useWords } from '../../../../../web/kit/index.ts';
import type { api } from '../../summer-care.contract.ts';
import { words } from '../care-ui.words.ts';
import '../care.css';

/** One certificate, a page of A4. */
export function CertificateSheet({ of: c }: { of: Output<typeof api.certificate> }) {
  const w = useWords(words);
  const language = useLocale();
  return (
    <section className="carecert" aria-label={c.child}>
      <h1>{w.certTitle}</h1>
      <p>{w.certText({ child: c.child, programme: c.programme, session: c.session, from: showDay(c.startsOn, language), to: showDay(c.endsOn, language), site: c.site, came: c.came })}</p>
      <p>{w.certHope}</p>
      <footer>{c.union}<br /><span className="num">{showDay(c.on, language)}</span></footer>
    </section>
  );
}
