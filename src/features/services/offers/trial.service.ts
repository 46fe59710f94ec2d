import type { Kind } from '#engines/claims';
import { words } from './offers.words.ts';

/** What no part keeps: load tests and plain give-aways. */
export const TRIAL: Kind = { name: 'trial', title: words.trial, handed: words.handed, memberPath: '/places/of/:id', consolePath: '/offers/:id', keep: 'offers.keep' };
