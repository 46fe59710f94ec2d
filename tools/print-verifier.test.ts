import assert from 'node:assert/strict';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import test from 'node:test';
import { HOUSE } from './check-run.ts';
import { BALLOT_VERIFIER_FILE, ballotVerifierText, VERIFIER_FILE, verifierText } from './print-verifier.ts';

for (const [path, made] of [[VERIFIER_FILE, verifierText], [BALLOT_VERIFIER_FILE, ballotVerifierText]] as const) test(`${path} holds the sources as they are now, and asks nobody for anything`, async () => {
  const text = await readFile(join(HOUSE, path), 'utf8');
  assert.equal(text, await made(), 'run npm run tool tools/print-verifier.ts');
  assert.match(text, /default-src 'none'/);
  assert.doesNotMatch(text, /^import /m);
  assert.doesNotMatch(text, /\b(fetch|XMLHttpRequest|WebSocket|sendBeacon)\b|src="http|href="http/);
});
