import { useParams } from 'react-router';
import { Loaded, useCall, useWords } from '../../../../../web/kit/index.ts';
import { Paper } from '../../../../../web/kit/desk.ts';
import { api } from '../../briefings.contract.ts';
import { Agenda, AskedOne, BriefingFacts } from '../both/looks.tsx';
import { words } from '../briefings-ui.words.ts';

/** The minutes on paper, with every answer. */
export default function Minutes() {
  const w = useWords(words);
  const { id = '' } = useParams();
  const briefing = useCall(api.one, { id });
  const asked = useCall(api.questions, { id, limit: 100 });
  return (
    <Paper title={w.minutes} back={`/briefings/${id}`}>
      <Loaded from={briefing} lines={8}>
        {(b) => (
          <>
            <h1>{b.title} · {w.minutes}</h1><BriefingFacts of={b} /><h2>{w.agenda}</h2><Agenda of={b} /><h2>{w.minutes}</h2><p className="brtext">{b.minutes}</p><h2>{w.answers}</h2>
            <ul className="brasked">{(asked.data?.items ?? []).filter((q) => q.state !== 'hidden').map((q) => <AskedOne key={q.id} of={q} />)}</ul>
          </>
        )}
      </Loaded>
    </Paper>
  );
}
