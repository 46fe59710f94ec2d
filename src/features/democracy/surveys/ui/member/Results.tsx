import { useParams } from 'react-router';
import { Card, Empty, Loaded, PhonePage, useCall, useLocale, useWords } from '../../../../../web/kit/index.ts';
import { api } from '../../surveys.contract.ts';
import { AllFigures, Bar, percent } from '../both/Figures.tsx';
import { words } from '../phone.words.ts';
import '../surveys.css';

/** Results for those who were asked. */
export default function Results() {
  const { id = '' } = useParams();
  const w = useWords(words);
  const language = useLocale();
  const found = useCall(api.results, { id });
  return (
    <PhonePage title={w.resultsTitle} up="/surveys">
      <Loaded from={found}>
        {(r) => (
          <>
            <Card title={r.title}>
              <p className="note">{w.papers({ papers: r.papers, asked: r.asked })}</p>
              {r.headline === null ? null : <><p className="note">{w.satisfied}</p><p className="svbig">{percent(r.headline)}</p></>}
            </Card>
            {r.runs.length > 1 ? <Card title={w.trend}>{r.runs.map((x) => <Bar key={x.id} name={x.year} n={x.headline ?? 0} of={1000} text={x.headline === null ? '' : percent(x.headline)} />)}</Card> : null}
            {r.questions.length === 0 ? <Empty icon="shield" title={w.resultsNone} /> : <Card><AllFigures form={r.form} questions={r.questions} by={[]} dimension={undefined} units={[]} language={language} /></Card>}
          </>
        )}
      </Loaded>
    </PhonePage>
  );
}
