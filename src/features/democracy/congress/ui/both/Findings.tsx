import { Chip, useWords } from '../../../../../web/kit/index.ts';
import '../congress.css';
import { words } from '../desk-ui.words.ts';

type One = { readonly key: string; readonly title: string; readonly text: string; readonly state: 'ok' | 'warn' | 'short' };
const KIND = { ok: 'ok', warn: 'warn', short: 'late' } as const;

/** What a rule asks and how it stands, each with the sum behind it. */
export function Findings({ of }: { of: readonly One[] }) {
  const w = useWords(words);
  return <ul className="congfind">{of.map((f) => <li key={f.key}><Chip kind={KIND[f.state]} {...(f.state === 'ok' ? { icon: 'check' as const } : {})}>{w[`state_${f.state}`]}</Chip><b>{f.title}</b><p className="num">{f.text}</p></li>)}</ul>;
}
