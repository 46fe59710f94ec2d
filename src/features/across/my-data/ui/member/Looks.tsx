import { useState } from 'react';
import { Card, Empty, LoadedPages, PhonePage, Timeline, usePages, useWords } from '../../../../../web/kit/index.ts';
import { api } from '../../my-data.contract.ts';
import { words } from '../my-data-ui.words.ts';

/** Who looked at my data and who changed it, newest first. */
export default function Looks() {
  const w = useWords(words);
  const [act, setAct] = useState<'look' | 'write'>('look');
  const lines = usePages(api.looks, { act });
  return (
    <PhonePage title={w.looks} up="/my-data/held">
      <p className="note">{w.looksHint}</p>
      <div className="segments" role="tablist">
        {(['look', 'write'] as const).map((a) => (
          <button key={a} type="button" role="tab" aria-selected={act === a} onClick={() => setAct(a)}>{a === 'look' ? w.tabLook : w.tabWrite}</button>
        ))}
      </div>
      <Card>
        <LoadedPages from={lines} empty={<Empty icon="seen" title={act === 'look' ? w.noLooks : w.noWrites} />}>
          {(items) => <Timeline items={items.map((l) => ({
            key: l.id, what: [l.by, l.sentence].filter(Boolean).join(' '), when: l.at, note: [l.union, l.purpose ? w.purpose({ purpose: l.purpose }) : null].filter(Boolean).join(' · '),
          }))} />}
        </LoadedPages>
      </Card>
    </PhonePage>
  );
}
