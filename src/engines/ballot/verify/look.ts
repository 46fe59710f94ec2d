import { createECDH, createPublicKey, hash, type KeyObject, verify } from 'node:crypto';
import { base64url, idBytes, said } from '#shared/ballot-paper';
import { markFits, opener, pointKey, tokenFits, tokenKeyOf } from '../crypto.ts';
import { type Ends, type Entry, type Header, paperBytes, placeOf, readEntry, type Reason, type Seen, textOf, tokenOf, UNREADABLE } from './board-file.ts';
import type { Held, Tools } from './check.ts';

const bytesOf = (text: string): Buffer<ArrayBuffer> => Buffer.from(text, 'base64url');
const hexOf = (bytes: Uint8Array): string => Buffer.from(bytes.buffer, bytes.byteOffset, bytes.length).toString('hex');
/** What entries are hashed with here. */
export const TOOLS: Tools = { hash: (bytes) => hash('sha256', bytes, 'buffer'), hex: hexOf, unhex: (text) => Buffer.from(text, 'hex') };

/** Looks at entries by themselves, with node's own cryptography; made once for a file. */
export function looker(header: Header, content: string | null): (line: string) => Seen {
  const id = idBytes(header.ballot.id);
  const keys = new Map(header.keys.tokens.map((t) => [t.class, tokenKeyOf(bytesOf(t.key))]));
  const open = content === null ? null : opener(header.ballot.id, bytesOf(content));
  const fault = (entry: Entry, own: KeyObject | null): Reason | null => {
    if (hash('sha256', paperBytes(header, entry), 'hex') !== entry.hash) return 'hash';
    const place = placeOf(header, entry);
    if (place || entry.paper.form !== 'blind') return place;
    const key = keys.get(entry.paper.class);
    if (key === undefined || !tokenFits(key, id, entry.paper)) return 'token';
    return markFits(own, id, entry.paper) ? null : 'mark';
  };
  const contentOf = ({ paper: p }: Entry, own: KeyObject | null): string | null => {
    if (p.form === 'open') return textOf(p.content);
    const plain = open?.(p, own);
    return plain ? textOf(plain) : null;
  };
  return (line) => {
    const entry = readEntry(line, bytesOf);
    if (entry === null) return UNREADABLE;
    const key = entry.paper.form === 'blind' ? pointKey(entry.paper.token) : null;
    const bad = fault(entry, key);
    const { no, hash: own, chain, paper } = entry;
    return { no, hash: own, chain, class: paper.class, token: tokenOf(paper, hexOf), turn: paper.form === 'blind' ? paper.turn : 1, content: bad ? null : contentOf(entry, key), bad };
  };
}

/** Whether the head is signed with the seal of the header, and the key that opens belongs to the one that closed. */
export function heldBy({ header, head, headText, signature }: Ends): Held {
  try {
    const seal = createPublicKey({ key: { kty: 'OKP', crv: 'Ed25519', x: header.keys.seal }, format: 'jwk' });
    return { signature: verify(null, said.head(headText), seal, bytesOf(signature)), keys: pairFits(header.keys.content, head.content) };
  } catch {
    return { signature: false, keys: false };
  }
}

function pairFits(closes: string | null, opens: string | null): boolean {
  if (closes === null || opens === null) return closes === opens;
  const pair = createECDH('prime256v1');
  pair.setPrivateKey(bytesOf(opens));
  return base64url(pair.getPublicKey()) === closes;
}
