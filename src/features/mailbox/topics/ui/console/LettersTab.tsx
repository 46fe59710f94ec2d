import { Checkbox, DatePicker, Pagination } from 'antd';
import { useState } from 'react';
import { Card, Empty, type Input as In, Loaded, type Output, useAct, useCall, useScope, useWords } from '../../../../../web/kit/index.ts';
import { api } from '../../topics.contract.ts';
import { words } from '../topics-ui.words.ts';
import { LetterLines, toggled } from './LetterLines.tsx';

type Topic = Output<typeof api.topic>;
const NONE: ReadonlySet<string> = new Set();
const PER_PAGE = 20;
const CHANGED = [api.topic, api.letters, api.alike, api.register] as const;

type Undo = { text: string; back: () => void } | null;

function Gathered({ topic, undo, setUndo }: { topic: Topic; undo: Undo; setUndo: (u: Undo) => void }) {
  const w = useWords(words);
  const [page, setPage] = useState(1);
  const [ticked, setTicked] = useState(NONE);
  const list = useCall(api.letters, { id: topic.id, limit: PER_PAGE, offset: (page - 1) * PER_PAGE }, { keepWhileChanging: true });
  const add = useAct(api.gather, { refreshes: CHANGED });
  const out = useAct(api.release, { refreshes: CHANGED });
  const works = topic.may.includes('gather');
  const release = async (): Promise<void> => {
    const ids = [...ticked];
    if ((await out.actNow({ id: topic.id, ids })) === undefined) return;
    setTicked(NONE);
    setUndo({ text: w.tookOut({ n: ids.length }), back: () => { add.act({ id: topic.id, ids }); setUndo(null); } });
  };
  return (
    <Card title={w.gatheredTitle({ n: topic.letters })} aside={topic.told > 0 ? w.toldN({ n: topic.told, m: topic.letters }) : undefined}>
      {undo ? <p className="undoline" role="status"><span>{undo.text}</span><button type="button" className="btn plain" onClick={undo.back}>{w.undo}</button></p> : null}
      <Loaded from={list}>
        {(l) => (l.items.length === 0 ? <Empty icon="letter" title={w.noLetters} hint={works ? w.noLettersHint : undefined} /> : (
          <>
            {works && ticked.size > 0 ? <div className="topictools"><button type="button" className="btn" disabled={out.busy} onClick={() => void release()}>{w.takeOut} ({ticked.size})</button></div> : null}
            <LetterLines letters={l.items} ticked={ticked} {...(works ? { tick: (id: string) => setTicked(toggled(ticked, id)) } : {})} />
            <Pagination size="small" current={page} pageSize={PER_PAGE} total={l.total} hideOnSinglePage showSizeChanger={false} onChange={setPage} />
          </>
        ))}
      </Loaded>
    </Card>
  );
}

type Asked = Omit<In<typeof api.alike>, 'id'>;

function Filters({ look }: { look: (asked: Asked) => void }) {
  const w = useWords(words);
  const { union } = useScope();
  const [text, setText] = useState('');
  const [f, setF] = useState<{ open?: boolean; from?: string; to?: string; here?: boolean }>({});
  const change = (more: typeof f): void => {
    const next = { ...f, ...more };
    setF(next);
    ask(text, next);
  };
  const ask = (words_: string, { open, from, to, here }: typeof f): void =>
    look({ ...(words_.trim() ? { text: words_.trim() } : {}), ...(open ? { open: 'true' } : {}), ...(from ? { from } : {}), ...(to ? { to } : {}), ...(here && union ? { unionId: union } : {}) });
  return (
    <form className="topictools topicfind" onSubmit={(e) => { e.preventDefault(); ask(text, f); }}>
      <span className="fieldbox grow"><input type="search" value={text} maxLength={200} placeholder={w.findHint} aria-label={w.findTitle} onChange={(e) => setText(e.target.value)} /><button type="submit">{w.findAction}</button></span>
      <Checkbox checked={f.open ?? false} onChange={(e) => change({ open: e.target.checked })}>{w.onlyOpen}</Checkbox>
      {union ? <Checkbox checked={f.here ?? false} onChange={(e) => change({ here: e.target.checked })}>{w.thisUnion}</Checkbox> : null}
      <DatePicker.RangePicker allowEmpty={[true, true]} placeholder={[w.from, w.to]} onChange={(range) => change({ from: range?.[0]?.format('YYYY-MM-DD') ?? '', to: range?.[1]?.format('YYYY-MM-DD') ?? '' })} />
    </form>
  );
}

function Find({ topic, setUndo }: { topic: Topic; setUndo: (u: Undo) => void }) {
  const w = useWords(words);
  const [asked, setAsked] = useState<Asked>({});
  const [ticked, setTicked] = useState(NONE);
  const list = useCall(api.alike, { id: topic.id, ...asked }, { keepWhileChanging: true });
  const add = useAct(api.gather, { refreshes: CHANGED });
  const out = useAct(api.release, { refreshes: CHANGED });
  const free = (list.data?.items ?? []).flatMap((l) => (l.id !== null && l.elsewhere === null ? [l.id] : []));
  const gather = async (): Promise<void> => {
    const ids = [...ticked];
    if ((await add.actNow({ id: topic.id, ids })) === undefined) return;
    setTicked(NONE);
    setUndo({ text: w.addedN({ n: ids.length }), back: () => { out.act({ id: topic.id, ids }); setUndo(null); } });
  };
  return (
    <Card title={w.findTitle}>
      <Filters look={setAsked} />
      <Loaded from={list}>
        {(l) => (l.items.length === 0 ? <Empty icon="search" title={w.noAlike} hint={w.noAlikeHint} /> : (
          <>
            <div className="topictools">
              <button type="button" className="btn primary" disabled={ticked.size === 0 || add.busy} onClick={() => void gather()}>{w.addTicked({ n: ticked.size })}</button>
              <button type="button" className="btn plain" onClick={() => setTicked(ticked.size === free.length ? NONE : new Set(free))}>{w.tickAll}</button>
            </div>
            <LetterLines letters={l.items} ticked={ticked} tick={(id) => setTicked(toggled(ticked, id))} />
          </>
        ))}
      </Loaded>
    </Card>
  );
}

/** What is gathered, and beside it what could be. Adding and taking out can be undone at once. */
export function LettersTab({ topic }: { topic: Topic }) {
  const [undo, setUndo] = useState<Undo>(null);
  return (
    <div className={topic.may.includes('gather') ? 'topiccols' : ''}>
      <Gathered topic={topic} undo={undo} setUndo={setUndo} />
      {topic.may.includes('gather') ? <Find topic={topic} setUndo={setUndo} /> : null}
    </div>
  );
}
