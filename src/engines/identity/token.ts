import { hash, randomBytes, randomInt } from 'node:crypto';

/** SHA-256 of a token: all that the database ever sees of it. Tokens are random, so no key and no salt are needed. */
export const hashToken = (token: string): Buffer => hash('sha256', token, 'buffer');

/** 256 random bits as 43 letters. */
export const newSecret = (): string => randomBytes(32).toString('base64url');

/**
 * A session token: the federation it belongs to (22 letters, no secret) and 256 random bits. The first half lets one
 * statement find the session in the right tenant without a global table.
 */
export function newSessionToken(federationId: string): string {
  return `${Buffer.from(federationId.replaceAll('-', ''), 'hex').toString('base64url')}.${newSecret()}`;
}

/** The federation a session token names, or null when it is no token of ours. Proves nothing by itself. */
export function federationOf(token: string): string | null {
  const m = /^([A-Za-z0-9_-]{22})\.[A-Za-z0-9_-]{43}$/.exec(token);
  if (!m?.[1]) return null;
  const hex = Buffer.from(m[1], 'base64url').toString('hex');
  return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-${hex.slice(12, 16)}-${hex.slice(16, 20)}-${hex.slice(20)}`;
}

/** Six random digits for a short message. */
export const newCode = (): string => String(randomInt(0, 1_000_000)).padStart(6, '0');

/** A recovery code: ten letters and digits that cannot be mistaken for each other, in two groups. About 49 bits. */
export function newRecoveryCode(): string {
  const letters = 'abcdefghjkmnpqrstuvwxyz23456789';
  const pick = () => Array.from({ length: 5 }, () => letters[randomInt(letters.length)]).join('');
  return `${pick()}-${pick()}`;
}

/** A typed recovery code without spaces, dashes and capitals. */
export const tidyRecoveryCode = (typed: string): string => typed.normalize('NFKC').toLowerCase().replace(/[^a-z0-9]/g, '');
