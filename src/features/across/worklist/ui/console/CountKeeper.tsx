import { useEffect } from 'react';
import { answers, tellWaiting, useCall, useLive, useWorklistKinds } from '../../../../../web/kit/index.ts';
import { api } from '../../worklist.contract.ts';

const MINUTE = 60_000;

/** Keeps the numbers in the menu true on every page: all that waits, and by the area of each kind. */
export default function CountKeeper() {
  const kinds = useWorklistKinds();
  const counts = useCall(api.counts, { brief: 'true' }, { every: MINUTE }).data;
  useLive(() => void answers.invalidateQueries({ queryKey: [api.counts.path] }));
  useEffect(() => {
    if (!counts) return;
    const byArea: Record<string, number> = {};
    for (const p of counts.processes) {
      const area = kinds.get(p.process)?.area;
      if (area) byArea[area] = (byArea[area] ?? 0) + p.waiting;
    }
    tellWaiting({ worklist: counts.waiting, ...byArea });
  }, [counts, kinds]);
  return null;
}
