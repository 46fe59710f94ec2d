import { useState } from 'react';
import { answers, refresh } from './calls.ts';
import { type AnyEndpoint, RefusedByServer } from './client.ts';
import { tell } from './toast.tsx';

/** Steps of a case as a form takes them: `take` answers whether the step was taken. */
export type Steps<Verb extends string, Given> = {
  readonly take: (verb: Verb, given: Given) => Promise<boolean>;
  readonly busy: boolean;
  readonly refusal: RefusedByServer | null;
  readonly forget: () => void;
};

/** Makes the work list and the routes that show a case ask again. */
export async function askAgain(...routes: readonly AnyEndpoint[]): Promise<void> {
  void answers.invalidateQueries({ predicate: (asked) => String(asked.queryKey[0]).startsWith('/api/v1/worklist') });
  await refresh(...routes);
}

/**
 * Takes steps of a case, says so, and makes every screen that shows the case or waits for it ask again.
 * @param o.one the route of the case itself, asked again when somebody was faster
 * @param o.also other routes that show it
 */
export function useSteps<Verb extends string, Given>(o: {
  readonly send: (verb: Verb, given: Given) => Promise<void>; readonly done: (verb: Verb) => string; readonly one: AnyEndpoint; readonly also: readonly AnyEndpoint[];
}): Steps<Verb, Given> {
  const [busy, setBusy] = useState(false);
  const [refusal, setRefusal] = useState<RefusedByServer | null>(null);
  const take = async (verb: Verb, given: Given): Promise<boolean> => {
    setBusy(true);
    setRefusal(null);
    try {
      await o.send(verb, given);
      tell(o.done(verb));
      await askAgain(o.one, ...o.also);
      return true;
    } catch (why) {
      if (!(why instanceof RefusedByServer)) throw why;
      setRefusal(why);
      if (why.fields.length === 0) tell(why.sentence, 'bad');
      if (why.status === 409) await refresh(o.one);
      return false;
    } finally {
      setBusy(false);
    }
  };
  return { take, busy, refusal, forget: () => setRefusal(null) };
}
