import { useEffect, useState } from 'react';
import { type Output, useCall } from '../../../../../web/kit/index.ts';
import { api } from '../../looking.contract.ts';
import { isEnough } from '../../looking.rules.ts';

export type Alike = Output<typeof api.lookAlikes>['items'][number];
type Written = { readonly title: string; readonly problem: string; readonly remedy: string };

/** After so long without a key the text is looked at. */
const PAUSE_MS = 500;

/** What is compared of a form's values. */
export const comparedOf = ({ title, problem, remedy }: Written): Written => ({ title: title.trim(), problem: problem.trim(), remedy: remedy.trim() });

function useSettled(text: string): string {
  const [settled, setSettled] = useState(text);
  useEffect(() => {
    const timer = setTimeout(() => setSettled(text), PAUSE_MS);
    return () => clearTimeout(timer);
  }, [text]);
  return settled;
}

/** Earlier suggestions like what is being typed; what was found stays while the next answer is on its way, or when there is no network. */
export function useLookAlikes(written: Written): readonly Alike[] {
  const settled = JSON.parse(useSettled(JSON.stringify(comparedOf(written)))) as Written;
  const enough = isEnough(Object.values(settled).join(''));
  const found = useCall(api.lookAlikes, settled, { when: enough, keepWhileChanging: true });
  return enough ? (found.data?.items ?? []) : [];
}
