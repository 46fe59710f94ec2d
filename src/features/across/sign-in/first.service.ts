import type { z } from 'zod';
import { identity } from '#engines/identity';
import type { Call } from '#platform/http';
import type { api } from './sign-in.contract.ts';
import { answer } from './sign-in.service.ts';

type In<K extends keyof typeof api> = z.output<(typeof api)[K]['in']>;

export const firstAdministrator = (_by: null, o: In<'firstAdministrator'>, _call: Call, now: Date) => identity.lookAtLink(o.link, now);

export async function becomeFirstAdministrator(_by: null, o: In<'becomeFirstAdministrator'>, call: Call, now: Date) {
  const origin = { app: 'console', device: identity.deviceOf(call.userAgent) } as const;
  return answer(await identity.becomeFirstAdministrator(o, origin, now), 'cookie', call);
}
