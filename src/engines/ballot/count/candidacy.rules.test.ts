import assert from 'node:assert/strict';
import test from 'node:test';
import { barsTo, type Office, type Standee } from './candidacy.rules.ts';

const worker: Standee = { membership: 'member', mainLeader: false, nearRelativeOfLeader: false, headOfHumanResources: false, foreign: false };
const bars = (more: Partial<Standee>, office: Partial<Office> = {}): string[] => barsTo({ ...worker, ...more }, { post: 'committee', enterprise: true, ...office }).map((b) => b.word.code.replace('ballot.candidacy.', ''));

test('who may not stand, and for what', () => {
  const cases: [string[], string[]][] = [
    [bars({}), []], [bars({ mainLeader: true, nearRelativeOfLeader: true }), ['mainLeader', 'nearRelative']], [bars({ mainLeader: true }, { post: 'delegate' }), []],
    [bars({ headOfHumanResources: true }), ['humanResources']], [bars({ headOfHumanResources: true }, { enterprise: false }), []],
    [bars({ foreign: true }), []], [bars({ foreign: true }, { post: 'chair' }), ['foreignChair']],
    [bars({ membership: 'reserved' }), ['reserved']], [bars({ membership: 'none' }, { post: 'delegate' }), ['notMember']],
  ];
  for (const [seen, wanted] of cases) assert.deepEqual(seen, wanted);
});
