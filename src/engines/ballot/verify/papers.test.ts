import assert from 'node:assert/strict';
import { randomBytes } from 'node:crypto';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import test, { after } from 'node:test';
import { keyRing, secrets } from '#platform/secrets';
import { say } from '#shared/words';
import { ballotStory } from '#test/ballots';
import { freshDatabase } from '#test/database';
import { ballots, type BallotWanted, ballotSentenceOf, verifyBoard } from '../index.ts';

secrets.use(keyRing([randomBytes(32)]));
const folder = await mkdtemp(join(tmpdir(), 'niangjia-papers-'));
after(() => rm(folder, { recursive: true, force: true }));
const s = await ballotStory(await freshDatabase(), 13);

/** Votes with these contents, the n-th person the n-th of them, and what the verifier says of the count. */
async function counted(wanted: Partial<BallotWanted>, contents: readonly unknown[], of: (n: number) => string = () => ''): Promise<string> {
  const roll = s.people.map((personId, n) => ({ personId, unionId: s.unions[0].id, class: of(n) }));
  const id = await s.opened({ level: 'detached', ...wanted }, { roll });
  for (const [n, content] of contents.entries()) await s.within((tx) => ballots.cast(tx, s.people[n] ?? '', id, content));
  await s.closed(id);
  const file = join(folder, `${id}.jsonl`);
  await writeFile(file, `${(await s.published(id)).join('\n')}\n`);
  const checks = await verifyBoard(file);
  assert.deepEqual(checks.filter((c) => !c.ok), []);
  const found = checks.find((c) => c.check === 'count');
  return found ? say(ballotSentenceOf(found), 'zh', found.facts) : '';
}

test('DEM-3 elections with names written in, appraisals by classes and polls are counted alike by house and outsider', async () => {
  const election = { kind: 'election' as const, style: 'mark' as const, seats: 2, writeIns: true, candidates: [{ id: 'a', name: '张三' }, { id: 'b', name: '李四' }, { id: 'c', name: '王五' }] };
  const vote = (yes: string[], no: string[] = [], writeIns: string[] = []) => ({ kind: 'election', for: yes, against: no, writeIns });
  const said = await counted({ paper: election }, [vote(['a', 'b']), vote(['a', 'b']), vote(['a'], ['b'], ['赵 六']), vote(['a', 'b'], ['c']), vote(['a', 'b']), vote(['a', 'b']), vote(['a', 'b']), vote(['a', 'b', 'c']), vote([], [], ['李四'])]);
  assert.match(said, /收回 9，有效 8；★ 李四 7 · ★ 张三 7 · |收回 9，有效 8；★ 张三 7 · ★ 李四 7 · /);
  const grades = [{ id: 'good', zh: '称职', en: 'good', value: 100 }, { id: 'bad', zh: '不称职', en: 'bad', value: 0 }];
  const classes = [{ id: 'leader', zh: '领导', en: 'Leaders', weight: 30 }, { id: 'worker', zh: '代表', en: 'Delegates', weight: 70 }];
  const appraisal = { kind: 'appraisal' as const, persons: [{ id: 'p', name: '钱厂长' }], grades };
  const rule = { majority: { op: 'GT', num: 1, den: 2, base: 'entitled' }, classes } as const;
  const marks = (grade: string) => ({ kind: 'appraisal', marks: [{ person: 'p', grade }] });
  assert.match(await counted({ paper: appraisal, rule }, Array.from({ length: 12 }, (_, n) => marks(n < 5 ? 'good' : n % 2 === 0 ? 'good' : 'bad')), (n) => (n < 5 ? 'leader' : 'worker')), /收回 12，有效 12；钱厂长 60\/1/);
  const poll = { kind: 'poll' as const, options: [{ id: 'x', text: '周三' }, { id: 'y', text: '周五' }], atMost: 1 };
  assert.match(await counted({ paper: poll }, Array.from({ length: 7 }, (_, n) => ({ kind: 'poll', picks: n === 6 ? [] : [n < 4 ? 'x' : 'y'] }))), /周三 4 · 周五 2/);
});
