import { useState } from 'react';
import { Card, Field, Loaded, Row, useCall, useWords } from '../../../../../web/kit/index.ts';
import { api } from '../../transfers.contract.ts';
import { words } from '../../transfers-ui.words.ts';

type Choice = { code: string; unionId?: never } | { unionId: string; code?: never };

function Found({ text, choose }: { text: string; choose: (c: Choice) => void }) {
  const w = useWords(words);
  const found = useCall(api.unions, { text }, { keepWhileChanging: true });
  return (
    <Loaded from={found} lines={2}>
      {({ items }) => (items.length === 0 ? <p className="note">{w.noFound}</p> : items.map((u) => <Row key={u.id} icon="building" title={u.name} note={u.above} onClick={() => choose({ unionId: u.id })} />))}
    </Loaded>
  );
}

/** The new union: by name, by the code of its poster, or outside the platform. */
export function WhichUnion({ choose, outside }: { choose: (c: Choice) => void; outside: () => void }) {
  const w = useWords(words);
  const [text, setText] = useState('');
  const [code, setCode] = useState('');
  const joinCode = code.trim().toLowerCase().replace(/^.*\/join\//, '');
  return (
    <>
      <Card title={w.whereTo}>
        <Field label={w.byName} hint={w.nameHint} value={text} onChange={(e) => setText(e.target.value)} maxLength={40} />
        {text.trim().length >= 2 ? <Found text={text.trim()} choose={choose} /> : null}
      </Card>
      <Card>
        <Field label={w.code} hint={w.codeHint} value={code} autoCapitalize="none" autoComplete="off" onChange={(e) => setCode(e.target.value)} />
        <button type="button" className="btn wide" disabled={joinCode.length < 4} onClick={() => choose({ code: joinCode })}>{w.byCode}</button>
      </Card>
      <Card><Row icon="print" title={w.outside} note={w.outsideHint} onClick={outside} /></Card>
    </>
  );
}
