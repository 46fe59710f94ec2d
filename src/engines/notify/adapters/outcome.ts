import { Unreachable, type Answer } from '#platform/outbound';

/**
 * What became of one try. `code` is the provider's own answer (errcode, SMTP reply, HTTP status) or our word for why
 * nothing went out; the delivery log shows it.
 */
export type Outcome =
  | { readonly state: 'sent'; readonly code: string }
  | {
      readonly state: 'failed';
      readonly code: string;
      /** `later`: try again · `never`: this message cannot go this way · `pause`: the channel asks for a rest, the try does not count */
      readonly again: 'later' | 'never' | 'pause';
      /** seconds the provider asks to wait */
      readonly waitSeconds?: number;
      /** the channel's settings are at fault, not the message: officers are told */
      readonly channelFault?: boolean;
    };

export const sent = (code: string): Outcome => ({ state: 'sent', code });

/** A thrown error as an outcome; what is not ours to explain is tried again later. */
export function outcomeOf(error: unknown): Outcome {
  if (error instanceof Unreachable) {
    return { state: 'failed', code: error.code, again: error.later ? 'later' : 'never', ...(error.later ? {} : { channelFault: true }) };
  }
  return { state: 'failed', code: 'noConnection', again: 'later' };
}

/** A status that is not 2xx, judged: 408, 425, 429 and 5xx pass; redirects and other 4xx do not. */
export function judgeStatus(a: Answer): Outcome | null {
  if (a.status >= 200 && a.status < 300) return null;
  const code = `http${a.status}`;
  const wait = a.retryAfter === null ? {} : { waitSeconds: a.retryAfter };
  if (a.status === 429) return { state: 'failed', code, again: 'pause', ...wait };
  if (a.status === 408 || a.status === 425 || a.status >= 500) return { state: 'failed', code, again: 'later', ...wait };
  return { state: 'failed', code, again: 'never', channelFault: true };
}

/** The number in a JSON answer's `errcode`; null when the answer is not of that shape. */
export function errcodeOf(body: string): number | null {
  try {
    const parsed: unknown = JSON.parse(body);
    const code = (parsed as { errcode?: unknown } | null)?.errcode;
    return typeof code === 'number' ? code : null;
  } catch {
    return null;
  }
}
