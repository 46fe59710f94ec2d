import type { z } from 'zod';
import { audit, type ReadLine } from '#engines/audit';
import { findUnionFor } from '#engines/org';
import { rulebook } from '#engines/rulebook';
import type { Call } from '#platform/http';
import { jobs } from '#platform/jobs';
import { type Actor, scopesOf, type Tx } from '#shared/call';
import { addDays, instantAt } from '#shared/dates';
import { Refused } from '#shared/errors';
import type { api } from './audit-log.contract.ts';
import { words } from './audit-log.words.ts';

type In<K extends keyof typeof api> = z.output<(typeof api)[K]['in']>;
type Out<K extends keyof typeof api> = z.input<(typeof api)[K]['out']>;

const READ = 'audit.read';
const VERIFY = 'audit.verify';
const overTop = (by: Actor, permission: string): boolean => scopesOf(by, permission).some((path) => /^\/[^/]+\/$/.test(path));

async function page(tx: Tx, by: Actor, i: In<'list'>, call: Call, act?: 'look'): Promise<{ items: ReadLine[]; next?: string }> {
  if (i.from !== undefined && i.to !== undefined && i.to < i.from) {
    throw new Refused(words.daysWrong, { status: 400, fields: [{ path: 'to', why: words.daysWrong }] });
  }
  const union = i.unionId === undefined ? null : await findUnionFor(tx, by, READ, i.unionId);
  if (i.unionId !== undefined && union === null) throw new Refused(words.unionUnknown, { status: 404 });
  return audit.list(tx, scopesOf(by, READ), {
    within: union?.path,
    personId: i.personId,
    subject: i.subjectKind === undefined ? undefined : { kind: i.subjectKind, id: i.subjectId },
    from: i.from === undefined ? undefined : instantAt(i.from),
    to: i.to === undefined ? undefined : instantAt(addDays(i.to, 1)),
    act,
    after: i.after,
    limit: i.limit,
  }, call.locale);
}

const shown = (found: { items: ReadLine[]; next?: string }): Out<'list'> => ({
  items: found.items.map((line) => ({ ...line, basis: { ...line.basis }, fields: [...line.fields] })),
  next: found.next ?? null,
});

/** Lines of the unions an auditor may see, newest first. */
export async function list(tx: Tx, by: Actor, i: In<'list'>, call: Call): Promise<Out<'list'>> {
  return shown(await page(tx, by, i, call));
}

/** The same, looks at personal fields only. */
export async function looks(tx: Tx, by: Actor, i: In<'looks'>, call: Call): Promise<Out<'looks'>> {
  return shown(await page(tx, by, i, call, 'look'));
}

/** What a decision rested on, in one line for each number. */
export async function basis(tx: Tx, _by: Actor, i: In<'basis'>, call: Call): Promise<Out<'basis'>> {
  return { items: await rulebook.basisOf(tx, i.ruleSetId, call.locale) };
}

/** How far the log is sealed and what the last verification found; the faults are for the top union's auditors. */
export async function chain(tx: Tx, by: Actor): Promise<Out<'chain'>> {
  const [head, waiting, check] = [await audit.head(tx), await audit.countUnsealed(tx), await audit.lastCheck(tx)];
  const top = overTop(by, READ);
  return {
    head: `${tx.federationId}:${head.block}:${head.hash}`,
    block: head.block,
    sealedAt: head.sealedAt === null ? null : `${head.sealedAt.slice(0, 23)}Z`,
    waiting,
    check: check === undefined ? null : {
      at: check.checkedAt.toISOString(), blocks: Number(check.blocks), entries: Number(check.entries), faultCount: Number(check.faultCount),
      faults: top ? check.faults : [], headBlock: check.headBlock, headHash: check.headHash,
    },
    may: overTop(by, VERIFY) ? ['verify'] : [],
  };
}

/** Asks for a verification; it runs in the background and its result is shown by {@link chain}. */
export async function verify(tx: Tx, by: Actor): Promise<Out<'verify'>> {
  if (!overTop(by, VERIFY)) throw new Refused(words.topOnly, { status: 403 });
  await audit.record(tx, by, words.saidVerify, { subject: { kind: 'auditLog', id: tx.federationId }, unionId: tx.federationId });
  await jobs.enqueue(tx, 'audit.verify', {}, { key: tx.federationId });
  return { asked: true };
}
