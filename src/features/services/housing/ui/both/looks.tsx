import { attachments, Chip, Icon, useWords } from '../../../../../web/kit/index.ts';
import { words as said } from '../../housing.words.ts';
import '../housing.css';

type Look = 'ok' | 'info' | 'quiet' | 'late' | 'warn' | 'union';
const LOOKS: Readonly<Record<string, Look>> = {
  drafted: 'quiet', submitted: 'info', incomplete: 'warn', accepted: 'ok', rejected: 'late', objected: 'info', upheld: 'late', withdrawn: 'quiet',
  waiting: 'info', paused: 'warn', offered: 'union', taken: 'ok', lives: 'ok', out: 'quiet', none: 'quiet', draft: 'quiet', coming: 'info', applying: 'union', checking: 'warn', running: 'ok', over: 'quiet',
  agreed: 'info', leaving: 'warn', ended: 'quiet', free: 'union', waits: 'quiet', lived: 'ok',
};
/** How a state looks; the text says the same. */
export const lookOf = (state: string): Look => LOOKS[state] ?? 'quiet';

export function Standing({ of }: { of: 'none' | 'waiting' | 'paused' | 'offered' | 'taken' | 'lives' | 'out' }) {
  const w = useWords(said);
  return <Chip kind={lookOf(of)}>{w[`standing_${of}`]}</Chip>;
}

export function PhaseChip({ of }: { of: 'draft' | 'coming' | 'applying' | 'checking' | 'running' | 'over' }) {
  const w = useWords(said);
  return <Chip kind={lookOf(of)}>{w[`phase_${of}`]}</Chip>;
}

/** Papers and photos as links that open them. */
export function Papers({ files }: { files: readonly { readonly id: string; readonly name: string; readonly image: boolean }[] }) {
  if (files.length === 0) return null;
  return (
    <ul className="housedocs">
      {files.map((f) => <li key={f.id}><a href={attachments.open.path.replace(':id', f.id)} target="_blank" rel="noreferrer">{f.image ? <img src={attachments.thumbnail.path.replace(':id', f.id)} alt={f.name} loading="lazy" /> : <><Icon name="file" size={18} />{f.name}</>}</a></li>)}
    </ul>
  );
}
