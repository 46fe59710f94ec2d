import { useEffect } from 'react';
import { useParams } from 'react-router';
import { Chip, Loaded, Qr, useAct, useCall, useWords, Waiting } from '../../../../../web/kit/index.ts';
import { Paper } from '../../../../../web/kit/desk.ts';
import { useState } from 'react';
import type { Output } from '../../../../../web/kit/index.ts';
import { desk } from '../../surveys.contract.ts';
import { words } from '../desk.words.ts';
import '../surveys.css';

type Link = Output<typeof desk.links>['items'][number];

/** Single-use QR codes to cut out and hand out; that somebody looked at them stands in the log. */
export default function LinkSheet() {
  const { id = '' } = useParams();
  const w = useWords(words);
  const kept = useCall(desk.kept, { id });
  const [all, setAll] = useState<readonly Link[] | null>(null);
  const links = useAct(desk.links, { after: (out) => setAll(out.items) });
  // biome-ignore lint/correctness/useExhaustiveDependencies: asked for once, since each look is written down
  useEffect(() => links.act({ id }), [id]);
  return (
    <Paper title={w.linksTitle} back={`/surveys/${id}`}>
      <Loaded from={kept}>
        {(s) => (
          <>
            <h1>{s.title}</h1>
            {all === null ? <Waiting /> : (
              <div className="svlinks">
                {all.map((l) => <div key={l.no}><b>{w.linkNo({ title: s.title, n: l.no })}</b>{l.used ? <Chip>{w.linkUsed}</Chip> : <Qr text={l.url} size={120} label={w.linkNo({ title: s.title, n: l.no })} />}<span>{w.linkScan}</span></div>)}
              </div>
            )}
          </>
        )}
      </Loaded>
    </Paper>
  );
}
