import { createCipheriv, createDecipheriv, hkdfSync, randomBytes } from 'node:crypto';
import { Transform } from 'node:stream';

/** Seals the key of each file; `secrets` of the platform in the product. */
export type KeySealer = { seal(text: string): Buffer; open(sealed: Buffer): string };

/**
 * How a file lies on disk: `NJF1`, the length of the sealed key (2 bytes), the file's own random key sealed by the key
 * ring, then pieces of 64 KiB, each sealed with AES-256-GCM. The nonce of a piece is its number and whether it is the
 * last, and the key depends on what the file is, so that pieces and files cannot be swapped, dropped or cut off unnoticed.
 */
const MAGIC = Buffer.from('NJF1', 'latin1');
const LENGTH = 2;
const PIECE = 65_536;
const TAG = 16;

const keyOf = (own: string, label: string): Buffer =>
  Buffer.from(hkdfSync('sha256', Buffer.from(own, 'base64'), '', `niangjia file ${label}`, 32));

function nonce(piece: number, last: boolean): Buffer {
  const n = Buffer.alloc(12);
  n.writeUIntBE(piece, 5, 6);
  n[11] = last ? 1 : 0;
  return n;
}

function sealPiece(key: Buffer, plain: Buffer, piece: number, last: boolean): Buffer {
  const cipher = createCipheriv('aes-256-gcm', key, nonce(piece, last));
  return Buffer.concat([cipher.update(plain), cipher.final(), cipher.getAuthTag()]);
}

function openPiece(key: Buffer, sealed: Buffer, piece: number, last: boolean): Buffer {
  if (sealed.length < TAG) throw new Error('a stored file is cut off');
  const decipher = createDecipheriv('aes-256-gcm', key, nonce(piece, last));
  decipher.setAuthTag(sealed.subarray(-TAG));
  return Buffer.concat([decipher.update(sealed.subarray(0, -TAG)), decipher.final()]);
}

/** Cuts a stream into pieces of a size and tells which is the last; the last may be empty. */
function pieces(size: number, each: (piece: Buffer, number: number, last: boolean) => Buffer, begin: (chunk: Buffer) => Buffer | null): Transform {
  let held = Buffer.alloc(0);
  let number = 0;
  let begun = false;
  const run = (stream: Transform, chunk: Buffer): void => {
    held = Buffer.concat([held, chunk]);
    if (!begun) {
      const rest = begin(held);
      if (rest === null) return;
      begun = true;
      held = Buffer.from(rest);
    }
    // The last piece is only known at the end, so one full piece is always held back.
    while (held.length > size) {
      stream.push(each(held.subarray(0, size), number, false));
      number += 1;
      held = held.subarray(size);
    }
  };
  return new Transform({
    transform(chunk: Buffer, _encoding, done) {
      try {
        run(this, chunk);
        done();
      } catch (error) {
        done(error as Error);
      }
    },
    flush(done) {
      try {
        if (!begun) run(this, Buffer.alloc(0));
        if (!begun) throw new Error('a stored file is cut off');
        this.push(each(held, number, true));
        done();
      } catch (error) {
        done(error as Error);
      }
    },
  });
}

/** Seals what flows through it. @param label what the bytes belong to; opening needs the same */
export function sealing(keys: KeySealer, label: string): Transform {
  const own = randomBytes(32).toString('base64');
  const key = keyOf(own, label);
  const sealedKey = keys.seal(own);
  const length = Buffer.alloc(LENGTH);
  length.writeUInt16BE(sealedKey.length);
  const each = (plain: Buffer, number: number, last: boolean): Buffer => {
    const sealed = sealPiece(key, plain, number, last);
    return number === 0 ? Buffer.concat([MAGIC, length, sealedKey, sealed]) : sealed;
  };
  return pieces(PIECE, each, (chunk) => chunk);
}

/** Opens what {@link sealing} sealed; fails with an error on any change, cut or exchange. */
export function opening(keys: KeySealer, label: string): Transform {
  let key = Buffer.alloc(0);
  const begin = (held: Buffer): Buffer | null => {
    const before = MAGIC.length + LENGTH;
    if (held.length < before) return null;
    if (!held.subarray(0, MAGIC.length).equals(MAGIC)) throw new Error('a stored file is not one of ours');
    const head = before + held.readUInt16BE(MAGIC.length);
    if (held.length < head) return null;
    key = Buffer.from(keyOf(keys.open(held.subarray(before, head)), label));
    return held.subarray(head);
  };
  return pieces(PIECE + TAG, (sealed, number, last) => openPiece(key, sealed, number, last), begin);
}
