import { once } from 'node:events';
import { createWriteStream } from 'node:fs';
import { availableParallelism } from 'node:os';
import { Worker } from 'node:worker_threads';
import { bytesIn, idBytes, said } from '#shared/ballot-paper';
import { newSecretId } from '#shared/ids';
import { newContentKey, newSealKey, newTokenKey, paperHash, sealSign, secretKeyOf, sha256 } from '../src/engines/ballot/crypto.ts';
import { countRule } from '../src/engines/ballot/count/count-rule.rules.ts';
import { openCount } from '../src/engines/ballot/count/count.rules.ts';
import { Tree } from '../src/engines/ballot/tree.ts';
import type { Papers } from './ballot-papers.ts';

export const RULE = { majority: { op: 'GT', num: 1, den: 2, base: 'entitled' } } as const;
const PAPER_BYTES = 64;

/** How many papers each thread makes. */
function sharesOf({ count, turns }: Pick<Papers, 'count' | 'turns'>): number[] {
  const threads = availableParallelism();
  const each = Math.ceil(count / turns / threads) * turns;
  return Array.from({ length: threads }, (_, t) => Math.max(0, Math.min(each, count - t * each)));
}

/** Starts threads that make papers with these keys. @returns the bodies, all of one length, one after the other */
export async function makePapers(wanted: Papers): Promise<Buffer[]> {
  const shares = sharesOf(wanted);
  const pieces: Buffer[] = [];
  await Promise.all(shares.map((count) => new Promise<void>((done, failed) => {
    const worker = new Worker(new URL('./ballot-papers.ts', import.meta.url), { workerData: { ...wanted, count } satisfies Papers });
    worker.on('error', failed);
    worker.on('message', (piece: Uint8Array | null) => {
      if (piece === null) done(worker.terminate().then(() => undefined));
      else pieces.push(Buffer.from(piece));
    });
  })));
  const all = Buffer.concat(pieces);
  const size = all.length / wanted.count;
  return Array.from({ length: wanted.count }, (_, i) => all.subarray(i * size, (i + 1) * size));
}

/** Writes a board of so many papers to a file, as the house would publish it. @param turns papers of one token */
export async function writeBoardFile(count: number, to: string, turns = 1): Promise<void> {
  const voters = count / turns;
  const [seal, content, token] = [await newSealKey(), newContentKey(), await newTokenKey()];
  const ballot = newSecretId();
  const rule = countRule(RULE);
  const header = JSON.stringify({
    format: 'niangjia-ballot/1', ballot: { id: ballot, union: ballot, kind: 'bench', title: 'Bench', level: 'blind', paperBytes: PAPER_BYTES }, paper: { kind: 'motion' }, rule,
    keys: { seal: seal.public.toString('base64url'), content: content.public.toString('base64url'), tokens: [{ class: '', key: token.public.toString('base64url') }] },
    roll: { entitled: voters, hash: '', classes: [{ class: '', entitled: voters, issued: voters }] }, times: { announced: null, opened: null, closed: null },
  });
  const bodies = await makePapers({ ballot, token: token.secret, content: content.public.toString('base64'), paperBytes: PAPER_BYTES, count, turns });
  const id = idBytes(ballot);
  const papers = bodies.map((body) => ({ body, hash: paperHash(id, body) })).sort((a, b) => Buffer.compare(a.hash, b.hash));
  const [out, tree] = [createWriteStream(to, { highWaterMark: 4_194_304 }), new Tree()];
  let chain = sha256(said.board(sha256(bytesIn(header))));
  out.write(`${header}\n`);
  for (const [i, { body, hash }] of papers.entries()) {
    chain = sha256(said.chain(chain, hash));
    tree.add(hash);
    const room = out.write(`{"no":${i + 1},"hash":"${hash.toString('hex')}","chain":"${chain.toString('hex')}","body":"${body.toString('base64url')}"}\n`);
    if (!room) await once(out, 'drain');
  }
  const head = JSON.stringify({ ballot, header: sha256(bytesIn(header)).toString('hex'), entries: count, voters, issued: voters, entitled: voters, present: 0, chain: chain.toString('hex'), root: tree.end().root.toString('hex'), content: Buffer.from(content.secret, 'base64').toString('base64url'), result: resultOf({ count, turns }) });
  out.end(`${JSON.stringify({ head, signature: sealSign(secretKeyOf(seal.secret), said.head(head)).toString('base64url') })}\n`);
  await once(out, 'finish');
}

/** What the choices of ballot-papers.ts come to. */
function resultOf(wanted: Pick<Papers, 'count' | 'turns'>): object {
  const voters = wanted.count / wanted.turns;
  const counted = openCount({ kind: 'motion' }, countRule(RULE));
  for (const share of sharesOf(wanted)) for (let i = 0; i < share / wanted.turns; i += 1) counted.add({ kind: 'motion', choice: (['for', 'for', 'for', 'against', 'abstain'] as const)[i % 5] });
  return counted.result({ entitled: voters, present: 0, issued: voters });
}

if (import.meta.main) {
  const [count = '1000', to = '', turns = '1'] = process.argv.slice(2);
  const begun = performance.now();
  const { user, system } = process.cpuUsage();
  await writeBoardFile(Number(count), to, Number(turns));
  const cpu = process.cpuUsage();
  process.stdout.write(JSON.stringify({ papers: Number(count), seconds: (performance.now() - begun) / 1000, cpuSeconds: (cpu.user + cpu.system - user - system) / 1e6 }));
}
