import { useParams } from 'react-router';
import { Card, DeskPage, Loaded, useCall, useWords } from '../../../../../web/kit/index.ts';
import { api } from '../../topics.contract.ts';
import { words as states } from '../../topics.words.ts';
import { Measure } from './Measure.tsx';

/** One measure on a page of its own. */
export default function MeasurePage() {
  const { id = '' } = useParams();
  const s = useWords(states);
  const measure = useCall(api.measure, { id });
  return (
    <DeskPage title={measure.data?.title ?? s.measure} about={measure.data ? `${s.measurePrefix} ${measure.data.number}` : undefined}>
      <Loaded from={measure} lines={6}>{(m) => <Card><Measure m={m} /></Card>}</Loaded>
    </DeskPage>
  );
}
