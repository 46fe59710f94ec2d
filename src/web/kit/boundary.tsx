import { Component, type ReactNode } from 'react';
import { Empty } from './status.tsx';
import { words } from './kit.words.ts';
import { useWords } from './language.ts';

function Broken() {
  const w = useWords(words);
  return (
    <Empty icon="late" title={w.broken} hint={w.brokenHint}>
      <button type="button" className="btn primary" onClick={() => location.reload()}>{w.reload}</button>
    </Empty>
  );
}

/** A new version on the server removes the script files an open page still wants: load the page anew, once. */
const isStaleScript = (cause: unknown): boolean => cause instanceof TypeError && /dynamically imported module|module script/i.test(cause.message);

/** Keeps one broken screen from taking the app with it. Give it the address as `key`, so that going elsewhere mends it. */
export class Boundary extends Component<{ children: ReactNode; instead?: ReactNode }, { broken: boolean }> {
  override state = { broken: false };

  static getDerivedStateFromError(): { broken: boolean } {
    return { broken: true };
  }

  override componentDidCatch(cause: unknown): void {
    const last = Number(sessionStorage.getItem('niangjia.reloaded') ?? 0);
    if (!isStaleScript(cause) || Date.now() - last < 30_000) return;
    sessionStorage.setItem('niangjia.reloaded', String(Date.now()));
    location.reload();
  }

  override render(): ReactNode {
    if (!this.state.broken) return this.props.children;
    return this.props.instead === undefined ? <Broken /> : this.props.instead;
  }
}
