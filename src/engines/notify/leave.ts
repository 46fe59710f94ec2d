import { timingSafeEqual } from 'node:crypto';
import { secrets } from '#platform/secrets';

/** What an unsubscribe link says: whose e-mails of which group. */
export type Leaving = { readonly federationId: string; readonly personId: string; readonly group: string };

const UUID = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/;
const bytesOf = (uuid: string): Buffer => Buffer.from(uuid.replaceAll('-', ''), 'hex');
const uuidOf = (b: Buffer): string => b.toString('hex').replace(/^(.{8})(.{4})(.{4})(.{4})(.{12})$/, '$1-$2-$3-$4-$5');
const sign = (l: Leaving): Buffer => secrets.lookup('notify-leave', `${l.federationId}/${l.personId}/${l.group}`).subarray(0, 16);

/** A link's token. It needs no row and does not run out; it can do nothing but stop e-mails of this group. */
export const leaveToken = (l: Leaving): string =>
  Buffer.concat([bytesOf(l.federationId), bytesOf(l.personId), sign(l), Buffer.from(l.group, 'utf8')]).toString('base64url');

/** Reads a token; null when it was not made here. */
export function readLeaveToken(token: string): Leaving | null {
  const b = Buffer.from(token, 'base64url');
  if (b.length < 49 || b.length > 130) return null;
  const l = { federationId: uuidOf(b.subarray(0, 16)), personId: uuidOf(b.subarray(16, 32)), group: b.subarray(48).toString('utf8') };
  return UUID.test(l.federationId) && UUID.test(l.personId) && timingSafeEqual(sign(l), b.subarray(32, 48)) ? l : null;
}
