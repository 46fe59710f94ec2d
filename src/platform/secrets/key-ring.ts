import { createCipheriv, createDecipheriv, createHash, createHmac, createSecretKey, hkdfSync, type KeyObject, randomBytes } from 'node:crypto';

/** Seals and finds secrets at rest. */
export type KeyRing = {
  /** names of the keys, newest first; they tell nothing of the keys */
  readonly ids: readonly string[];
  /** Encrypts with AES-256-GCM under the newest key: form (1 byte), key id (4), nonce (12), tag (16), cipher text. */
  seal(text: string): Buffer;
  /**
   * The text that was sealed.
   * @throws when the bytes were altered or their key is not on the ring
   */
  open(sealed: Buffer): string;
  /** 32 bytes that are equal for equal texts of one kind and tell nothing else: for equality search and unique keys. */
  lookup(kind: string, text: string): Buffer;
  /** Whether the bytes were sealed under an older key and should be sealed anew. */
  stale(sealed: Buffer): boolean;
};

/** Nonces are cut from a pool: asking for twelve random bytes at a time costs as much as the sealing itself. */
const POOL_BYTES = 12 * 1024;
let pool = Buffer.alloc(0);

function newNonce(): Buffer {
  if (pool.length < NONCE_BYTES) pool = randomBytes(POOL_BYTES);
  const nonce = pool.subarray(0, NONCE_BYTES);
  pool = pool.subarray(NONCE_BYTES);
  return nonce;
}

const FORM = 1;
const NONCE_BYTES = 12;
const KEY_BYTES = 32;

/** Keys stand as key objects: a buffer would be made into one at every use, which costs more than the sealing. */
type Key = { readonly id: Buffer; readonly head: Buffer; readonly seal: KeyObject; readonly lookup: Buffer };

const derive = (master: Buffer, purpose: string): Buffer => Buffer.from(hkdfSync('sha256', master, 'niangjia', purpose, KEY_BYTES));

function keyOf(master: Buffer): Key {
  if (master.length !== KEY_BYTES) throw new Error('A master key has 32 bytes.');
  const id = createHash('sha256').update(derive(master, 'id')).digest().subarray(0, 4);
  return { id, head: Buffer.concat([Buffer.of(FORM), id]), seal: createSecretKey(derive(master, 'seal')), lookup: derive(master, 'lookup') };
}

/**
 * A ring of master keys, newest first. New secrets are sealed under the newest; old ones open under their own.
 * Look-ups stay under the oldest key, because equal texts must go on giving equal bytes: the oldest key may leave
 * the ring only after every look-up column has been written anew.
 */
export function keyRing(masters: readonly Buffer[]): KeyRing {
  const keys = masters.map(keyOf);
  const newest = keys[0];
  const oldest = keys.at(-1);
  if (!newest || !oldest) throw new Error('A key ring needs a key.');
  const lookups = new Map<string, KeyObject>();
  const lookupKey = (kind: string): KeyObject => {
    const key = lookups.get(kind) ?? createSecretKey(derive(oldest.lookup, `lookup/${kind}`));
    if (lookups.size < 100) lookups.set(kind, key);
    return key;
  };
  return {
    ids: keys.map((key) => key.id.toString('hex')),
    seal(text) {
      const nonce = newNonce();
      const cipher = createCipheriv('aes-256-gcm', newest.seal, nonce).setAAD(newest.head);
      const [body, rest] = [cipher.update(text, 'utf8'), cipher.final()];
      return Buffer.concat([newest.head, nonce, cipher.getAuthTag(), body, rest]);
    },
    open(sealed) {
      if (sealed.length < 33 || sealed[0] !== FORM) throw new Error('These bytes are not a sealed text.');
      const head = sealed.subarray(0, 5);
      const key = keys.find((k) => k.id.equals(head.subarray(1)));
      if (!key) throw new Error('The key these bytes were sealed with is not on the ring.');
      const decipher = createDecipheriv('aes-256-gcm', key.seal, sealed.subarray(5, 17)).setAAD(head).setAuthTag(sealed.subarray(17, 33));
      return Buffer.concat([decipher.update(sealed.subarray(33)), decipher.final()]).toString('utf8');
    },
    lookup: (kind, text) => createHmac('sha256', lookupKey(kind)).update(text, 'utf8').digest(),
    stale: (sealed) => !sealed.subarray(1, 5).equals(newest.id),
  };
}
