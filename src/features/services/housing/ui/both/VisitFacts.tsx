import { Chip, Facts, type Output, showTime, useLocale, useWords } from '../../../../../web/kit/index.ts';
import type { api } from '../../housing.contract.ts';
import { words } from '../housing-ui.words.ts';
import { Papers } from './looks.tsx';

export type VisitSeen = NonNullable<Output<typeof api.application>['tenancy']>['visits'][number];

/** What was found when somebody moved in or out, and who signed. */
export function VisitFacts({ visit: v }: { visit: VisitSeen }) {
  const w = useWords(words);
  const language = useLocale();
  const at = (moment: string | null): string => (moment === null ? w.notYet : showTime(moment, language));
  return (
    <>
      <Facts of={[
        [w.planned, <span key="p" className="num">{showTime(v.plannedAt, language)}</span>],
        [w.keys, v.keys > 0 ? w.keysN({ n: v.keys }) : ''], [w.meters, v.electricity || v.water ? `${v.electricity || '–'} / ${v.water || '–'}` : ''],
        [w.officerSigned, v.officerAt === null ? w.notYet : `${v.officer} · ${at(v.officerAt)}`], [w.tenantSigned, v.absent ? '' : at(v.tenantAt)], [w.absent, v.absent],
      ]} />
      {v.officerAt !== null ? v.checks.map((c) => <div key={c.label} className="housecheck"><span>{c.label}</span><Chip kind={c.ok ? 'ok' : 'late'} icon={c.ok ? 'check' : 'info'}>{c.ok ? w.fine : w.faulty}</Chip>{c.note ? <small>{c.note}</small> : null}</div>) : null}
      {v.note ? <p className="housetext">{v.note}</p> : null}
      <Papers files={v.files} />
    </>
  );
}
