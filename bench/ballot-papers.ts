/** Makes blind papers with the signing key in hand, in a thread of its own: what voters' devices and the house would have done together. */
import { constants, createECDH, createPrivateKey, randomBytes, sign } from 'node:crypto';
import { parentPort, workerData } from 'node:worker_threads';
import { bodyOf, bytesIn, filled, idBytes, said } from '#shared/ballot-paper';
import { sealBlind, secretKeyOf } from '../src/engines/ballot/crypto.ts';

export type Papers = { readonly ballot: string; readonly token: string; readonly content: string; readonly paperBytes: number; readonly count: number; /** papers of one token, of which the last counts; divides `count` */ readonly turns: number };

const { ballot, token, content, paperBytes, count, turns } = workerData as Papers;
const [id, signer, to] = [idBytes(ballot), secretKeyOf(token), Buffer.from(content, 'base64')];
const CHOICES = ['for', 'for', 'for', 'against', 'abstain'] as const;
const PSS = { key: signer, padding: constants.RSA_PKCS1_PSS_PADDING, saltLength: 48 };

/** The papers of one token, as {@link bodyOf} writes them. */
function papers(n: number): Uint8Array[] {
  const pair = createECDH('prime256v1');
  const point = pair.generateKeys();
  const [salt, shared] = [randomBytes(32), pair.computeSecret(to)];
  const own = createPrivateKey({ key: { kty: 'EC', crv: 'P-256', x: point.toString('base64url', 1, 33), y: point.toString('base64url', 33), d: Buffer.concat([Buffer.alloc(32), pair.getPrivateKey()]).subarray(-32).toString('base64url') }, format: 'jwk' });
  const signature = sign('sha384', bytesIn(salt, said.token(id, '', point)), PSS);
  const plain = filled({ kind: 'motion', choice: CHOICES[n % 5] }, paperBytes) as Uint8Array;
  return Array.from({ length: turns }, (_, t) => {
    const sealed = sealBlind(id, { shared, point }, to, plain, t + 1);
    return bodyOf({ form: 'blind', class: '', token: point, salt, signature, turn: t + 1, sealed, mark: sign('sha256', said.mark(id, t + 1, sealed), { key: own, dsaEncoding: 'ieee-p1363' }) });
  });
}

const AT_ONCE = 200;
for (let made = 0; made < count / turns; made += AT_ONCE) parentPort?.postMessage(Buffer.concat(Array.from({ length: Math.min(AT_ONCE, count / turns - made) }, (_, i) => papers(made + i)).flat()));
parentPort?.postMessage(null);
