import { createHash, createHmac, randomBytes } from 'node:crypto';
import type { DrawFile, RulesPart } from '#shared/draw-shape';
import { orderly } from '#shared/orderly';

/** drand's chain `quicknet`: a round every three seconds, each signed alone. Genesis in seconds since 1970. */
export const QUICKNET = { chain: '52db9ba70e0cc0f6eaf7803dd07447a1f5477735fd3f661792ba94600c84e971', genesis: 1_692_803_367, period: 3 } as const;

/** Bytes of the secret that whoever draws keeps until the draw, and of one that a witness keeps. */
const SECRET_BYTES = 32;

const sha256 = (...parts: readonly (Uint8Array | string)[]): Buffer => {
  const hash = createHash('sha256');
  for (const part of parts) hash.update(part);
  return hash.digest();
};

/** SHA-256 of bytes, as the tree asks for it. */
export const hashOf = (bytes: Uint8Array): Uint8Array => sha256(bytes);

const idBytes = (uuid: string): Buffer => Buffer.from(uuid.replaceAll('-', ''), 'hex');
const bytes = (hex: string): Buffer => Buffer.from(hex, 'hex');

/** A new secret, hexadecimal: the salt of the entrants' tokens, or what is committed to beforehand. */
export const newSecret = (): string => randomBytes(SECRET_BYTES).toString('hex');

/** The hash of a published document: SHA-256 over its JSON with sorted keys (RFC 8785), hexadecimal. */
export const documentHash = (document: object): string => sha256(orderly(document)).toString('hex');

/** What is made public of the secret of whoever draws, before entries open. */
export const serverCommitment = (draw: string, secret: string): string => sha256('draw-server/v1', idBytes(draw), bytes(secret)).toString('hex');

/** What a witness makes public of their secret (16 bytes, hexadecimal). The number keeps two witnesses from handing in the same one. */
export const witnessSeal = (draw: string, number: number, secret: string): string =>
  sha256('draw-witness/v1', idBytes(draw), Uint8Array.of(number), bytes(secret)).toString('hex');

/** What stands for a person in everything that is published: nobody without the draw's salt can tell whose it is. */
export const tokenOf = (salt: string, personId: string): string => createHmac('sha256', bytes(salt)).update(personId).digest('hex');

/** The leaf of a ticket: SHA-256(draw, number of the person's ticket from 0, token). */
export const ticketLeaf = (draw: string, token: string, index: number): Buffer => {
  const number = Buffer.alloc(4);
  number.writeUInt32BE(index);
  return sha256(idBytes(draw), number, bytes(token));
};

/** The first round of drand that begins at least `after` seconds after a moment. */
export function roundAfter(source: Extract<RulesPart['source'], { kind: 'drand' }>, moment: string): number {
  return Math.max(1, Math.ceil((Date.parse(moment) / 1000 + source.after - source.genesis) / source.period) + 1);
}

/** When a round of drand is there. */
export const timeOfRound = (source: Extract<RulesPart['source'], { kind: 'drand' }>, round: number): Date =>
  new Date((source.genesis + (round - 1) * source.period) * 1000);

/** What makes a drand round's signature its randomness. */
export const randomnessOf = (signature: string): string => sha256(bytes(signature)).toString('hex');

/** The bytes nobody controls: drand's signature, or number and secret of each witness who revealed, in their order. */
function sourceValue(source: DrawFile['source']): Buffer {
  if (source.kind === 'drand') return bytes(source.signature);
  return Buffer.concat(source.reveals.flatMap((secret, i) => (secret === null ? [] : [Uint8Array.of(i + 1), bytes(secret)])));
}

/** The seed: SHA-256("draw/v1", hash of the rules, root, what came from outside, the secret), hexadecimal. */
export const seedOf = (rules: RulesPart, root: string, source: DrawFile['source'], secret: string): string =>
  sha256('draw/v1', bytes(documentHash(rules)), bytes(root), sourceValue(source), bytes(secret)).toString('hex');

/** The key by which a ticket is ranked. */
export const keyOf = (seed: string, leaf: Uint8Array): Buffer => createHmac('sha256', bytes(seed)).update(leaf).digest();
