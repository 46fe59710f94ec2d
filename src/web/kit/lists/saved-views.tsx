import { type FormEvent, useState } from 'react';
import { useLocation, useNavigate } from 'react-router';
import { api } from '../../../features/across/worklist/worklist.contract.ts';
import { useAct, useCall } from '../calls.ts';
import { Icon } from '../icons.tsx';
import { words } from '../kit.words.ts';
import { useWords } from '../language.ts';
import { ListMenu } from './menu.tsx';

/** The address bar's filters without what only turns pages or marks a row. */
function filtersOf(search: string): string {
  const kept = new URLSearchParams(search);
  for (const name of ['page', 'at', 'after', 'union']) kept.delete(name);
  return kept.toString();
}

/** Filters of a list under a name of one's own: choose one, keep the present ones, delete. `screen` names the list. */
export function SavedViews({ screen }: { screen: string }) {
  const w = useWords(words);
  const go = useNavigate();
  const { pathname, search } = useLocation();
  const [name, setName] = useState('');
  const views = useCall(api.views, { screen });
  const save = useAct(api.saveView, { done: w.done, refreshes: [api.views], after: () => setName('') });
  const remove = useAct(api.deleteView, { refreshes: [api.views] });
  const now = filtersOf(search);
  const open = (query: string): void => {
    const union = new URLSearchParams(search).get('union');
    void go(`${pathname}?${query}${union ? `${query ? '&' : ''}union=${encodeURIComponent(union)}` : ''}`);
  };
  const keep = (e: FormEvent): void => {
    e.preventDefault();
    if (name.trim()) save.act({ screen, name: name.trim(), query: now });
  };
  return (
    <ListMenu title={w.myViews}>
      {(close) => (
        <>
        <ul>
          {(views.data?.items ?? []).map((v) => (
            <li key={v.id}>
              <button type="button" className="pick" aria-pressed={v.query === now} onClick={() => { close(); open(v.query); }}>{v.name}</button>
              <button type="button" className="iconbtn" aria-label={w.viewDelete({ name: v.name })} onClick={() => remove.act({ id: v.id })}><Icon name="close" size={14} /></button>
            </li>
          ))}
          {views.data?.items.length === 0 ? <li className="note">{w.viewsNone}</li> : null}
        </ul>
        <form onSubmit={keep}>
          <input value={name} maxLength={30} placeholder={w.viewName} aria-label={w.viewName} onChange={(e) => setName(e.target.value)} />
          <button type="submit" className="btn" disabled={save.busy || name.trim() === '' || now === ''}>{w.viewKeep}</button>
        </form>
        </>
      )}
    </ListMenu>
  );
}
