import { newId } from '#shared/ids';
import { RefusedByServer } from './client.ts';

/** How long to wait before each further try, in milliseconds. */
const WAITS = [500, 1_000, 2_000, 4_000, 8_000];

/** Nobody knows whether the server took the request: nothing answered, or the house in front of it did. */
const unanswered = (why: unknown): boolean => why instanceof RefusedByServer && (why.status === 0 || why.status >= 502);
const pause = (ms: number): Promise<void> => new Promise((done) => setTimeout(done, ms));

/**
 * Presses of one button that leads to a `keyed` route. Each press has its own key; as long as nothing has answered, the same press is
 * sent again with the same key, by itself and when the person presses once more: the server does it once.
 * @param waits milliseconds before each further try
 */
export function keyedPresses(waits: readonly number[] = WAITS): <T>(input: string, send: (key: string) => Promise<T>) => Promise<T> {
  let open: { readonly key: string; readonly input: string } | null = null;
  return async (input, send) => {
    const press = open?.input === input ? open : { key: newId(), input };
    open = press;
    for (let n = 0; ; n++) {
      try {
        const answer = await send(press.key);
        open = null;
        return answer;
      } catch (why) {
        const wait = waits[n];
        if (!unanswered(why)) open = null;
        if (!unanswered(why) || wait === undefined) throw why;
        await pause(wait);
      }
    }
  };
}
