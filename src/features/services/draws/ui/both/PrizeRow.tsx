import { attachments, Row, showMoney, useWords } from '../../../../../web/kit/index.ts';
import type { Tax } from '../../draws.rules.ts';
import { words } from '../phone.words.ts';

type Prize = { readonly name: string; readonly count: number; readonly value: number; readonly tax: Tax; readonly taxFen: number; readonly why: string; readonly photo: string | null };

/** A prize with its picture, its number, what one is worth, and what becomes of the tax. */
export function PrizeRow({ of }: { of: Prize }) {
  const w = useWords(words);
  const tax = of.tax === 'withheld' ? w.tax_withheld({ tax: showMoney(of.taxFen) }) : of.tax === 'borne' ? w.tax_borne({ tax: showMoney(of.taxFen) }) : of.why ? `${w.tax_none} (${of.why})` : w.tax_none;
  const row = <Row {...(of.photo ? {} : { icon: 'gift' as const, tint: 'gold' as const })} title={of.name} note={[...(of.value > 0 ? [w.worth({ value: showMoney(of.value) })] : []), tax].join(' · ')} end={w.count({ n: of.count })} />;
  if (!of.photo) return row;
  return <div className="drawpictured"><a href={attachments.open.path.replace(':id', of.photo)} target="_blank" rel="noreferrer"><img src={attachments.thumbnail.path.replace(':id', of.photo)} alt={w.pictureOf({ name: of.name })} loading="lazy" /></a>{row}</div>;
}
