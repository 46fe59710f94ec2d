import { Card, Facts, Loaded, PhonePage, Row, useCall, useWords } from '../../../../../web/kit/index.ts';
import { api } from '../../my-data.contract.ts';
import { words } from '../my-data-ui.words.ts';
import { words as titles } from '../screens.words.ts';

/** Everything that is held about me, why and for how long, and the ways on: who looked, export, requests. */
export default function Held() {
  const w = useWords(words);
  const t = useWords(titles);
  const held = useCall(api.held, {});
  return (
    <PhonePage title={t.held} up="/me">
      <p className="note">{w.heldHint}</p>
      <Card>
        <Row icon="seen" tint="info" title={w.looks} to="/my-data/looks" />
        <Row icon="download" tint="info" title={w.exportTitle} to="/my-data/export" />
        <Row icon="edit" tint="info" title={w.myRequests} note={w.noRequestsHint} to="/my-data/requests" />
      </Card>
      <Loaded from={held} lines={8}>
        {(all) => <>{all.items.map((k) => (
          <Card key={k.key} title={k.title}>
            {k.rows.length === 0 ? <p className="note">{w.nothingHeld}</p> : k.rows.map((r) => <Facts key={`${r.label} ${r.value}`} of={[[r.label, r.value]]} />)}
            <p className="note">{w.why({ text: k.why })}</p>
            <p className="note">{w.kept({ text: k.kept })}{k.erasable ? ` ${w.erasable}` : ''}</p>
          </Card>
        ))}</>}
      </Loaded>
    </PhonePage>
  );
}
