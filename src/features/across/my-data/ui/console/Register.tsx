import { useState } from 'react';
import { Card, Chip, Deadline, DeskPage, Empty, LoadedPages, Row, showDate, useLocale, usePages, useWords } from '../../../../../web/kit/index.ts';
import { api } from '../../my-data.contract.ts';
import { words } from '../my-data-ui.words.ts';
import { words as titles } from '../screens.words.ts';

/** Requests about personal data in my unions: the open ones first asked for. */
export default function Register() {
  const w = useWords(words);
  const t = useWords(titles);
  const language = useLocale();
  const [open, setOpen] = useState(true);
  const list = usePages(api.register, open ? { open: 'true' } : {});
  return (
    <DeskPage title={t.requests} about={w.registerHint}>
      <div className="segments" role="tablist">
        {[true, false].map((o) => <button key={String(o)} type="button" role="tab" aria-selected={open === o} onClick={() => setOpen(o)}>{o ? w.open : w.all}</button>)}
      </div>
      <Card>
        <LoadedPages from={list} empty={<Empty icon="shield" title={w.registerEmpty} />}>
          {(items) => <>{items.map((r) => (
            <Row key={r.id} title={`${r.title} · ${r.person}`} note={`${r.number} · ${r.union} · ${showDate(r.openedAt, language)}`} to={`/data-requests/${r.id}`}
              end={r.due ? <Deadline due={r.due} /> : <Chip kind={r.state === 'done' ? 'ok' : 'quiet'}>{r.stateWord}</Chip>} />
          ))}</>}
        </LoadedPages>
      </Card>
    </DeskPage>
  );
}
