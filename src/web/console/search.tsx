import { useQuery } from '@tanstack/react-query';
import { type KeyboardEvent, useEffect, useState } from 'react';
import { useNavigate } from 'react-router';
import { type Found, Icon, useLocale, useSay, useWords, Waiting } from '../kit/index.ts';
import { words } from './console.words.ts';
import { Dialog } from './dialog.tsx';
import { finders } from './gather.ts';
import type { MenuArea } from './menu-of.ts';

/** Whether a key press means "search": ⌘K or Ctrl+K. */
const isCall = (e: globalThis.KeyboardEvent): boolean => (e.metaKey || e.ctrlKey) && e.key.toLowerCase() === 'k';

async function findAll(text: string): Promise<readonly Found[]> {
  const answers = await Promise.allSettled(finders.map(async (load) => (await load()).default(text)));
  return answers.flatMap((a) => (a.status === 'fulfilled' ? a.value : []));
}

function useFound(text: string, menu: readonly MenuArea[]): { found: readonly Found[]; busy: boolean } {
  const w = useWords(words);
  const say = useSay();
  const language = useLocale();
  const [settled, setSettled] = useState(text);
  useEffect(() => {
    const wait = setTimeout(() => setSettled(text), 200);
    return () => clearTimeout(wait);
  }, [text]);
  const asked = useQuery({ queryKey: ['search', settled, language], queryFn: () => findAll(settled), enabled: settled.length > 1 });
  const pages = menu.flatMap((a) => a.entries).filter((m) => text && `${m.title.zh} ${m.title.en}`.toLowerCase().includes(text.toLowerCase()));
  const found = [...pages.map((m): Found => ({ title: say(m.title), icon: 'next', path: m.path, group: w.searchPages })), ...(text.length > 1 ? (asked.data ?? []) : [])];
  return { found, busy: asked.isFetching || settled !== text };
}

function Panel({ menu, close }: { menu: readonly MenuArea[]; close: () => void }) {
  const w = useWords(words);
  const go = useNavigate();
  const [text, setText] = useState('');
  const [at, setAt] = useState(0);
  const { found, busy } = useFound(text.trim(), menu);
  const open = (f: Found | undefined): void => {
    if (!f) return;
    close();
    void go(f.path);
  };
  const keys = (e: KeyboardEvent): void => {
    if (e.key === 'Enter') open(found[at]);
    if (e.key !== 'ArrowDown' && e.key !== 'ArrowUp') return;
    e.preventDefault();
    setAt((found.length + at + (e.key === 'ArrowDown' ? 1 : -1)) % Math.max(1, found.length));
  };
  return (
    <>
      <label className="searchline big"><Icon name="search" size={20} />
        <input ref={(field) => field?.focus()} role="combobox" aria-expanded aria-controls="found" aria-activedescendant={found[at] ? `found${at}` : undefined} value={text} placeholder={w.search} aria-label={w.search}
          onChange={(e) => { setText(e.target.value); setAt(0); }} onKeyDown={keys} />
      </label>
      <div id="found" role="listbox" aria-label={w.searchShort}>
        {found.map((f, i) => (
          <button type="button" key={`${f.path}${f.title}`} id={`found${i}`} role="option" tabIndex={-1} aria-selected={i === at} className={i === at ? 'on' : ''} onPointerMove={() => setAt(i)} onClick={() => open(f)}>
            <Icon name={f.icon} size={18} /><span className="rowtext"><b>{f.title}</b>{f.note ? <span>{f.note}</span> : null}</span><span className="note">{f.group}</span>
          </button>
        ))}
      </div>
      {found.length === 0 ? (busy && text.trim().length > 1 ? <Waiting lines={3} /> : <p className="note searchnote">{text.trim().length > 1 ? w.searchNothing({ text: text.trim() }) : w.searchHint}</p>) : <p className="note searchnote">{w.searchKeys}</p>}
    </>
  );
}

/** Search over everything one may see; opened from the top bar or by ⌘K. */
export function Search({ menu }: { menu: readonly MenuArea[] }) {
  const w = useWords(words);
  const [open, setOpen] = useState(false);
  useEffect(() => {
    const called = (e: globalThis.KeyboardEvent): void => {
      if (!isCall(e)) return;
      e.preventDefault();
      setOpen(true);
    };
    addEventListener('keydown', called);
    return () => removeEventListener('keydown', called);
  }, []);
  return (
    <>
      <button type="button" className="searchopen" aria-keyshortcuts="Meta+K Control+K" onClick={() => setOpen(true)}>
        <Icon name="search" size={18} /><span>{w.search}</span><kbd>⌘K</kbd>
      </button>
      <Dialog open={open} close={() => setOpen(false)} className="searchpanel" label={w.searchShort}><Panel menu={menu} close={() => setOpen(false)} /></Dialog>
    </>
  );
}
