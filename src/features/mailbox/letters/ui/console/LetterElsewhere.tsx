import { Suspense } from 'react';
import { useWorklistKinds } from '../../../../../web/kit/index.ts';

/** What other parts know about this letter: the same matter elsewhere. */
export function LetterElsewhere({ id }: { id: string }) {
  const panels = useWorklistKinds().get('letter')?.beside ?? [];
  return <Suspense fallback={null}>{panels.map(({ part, panel: Panel }) => <Panel key={part} id={id} />)}</Suspense>;
}
