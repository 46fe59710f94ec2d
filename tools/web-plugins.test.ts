import assert from 'node:assert/strict';
import test from 'node:test';
import { fileURLToPath } from 'node:url';
import { belongsToWeb, webFingerprint } from './build-web.ts';
import { slimContracts } from './web-plugins.ts';

type Loader = { load: { handler(id: string): Promise<string> } };

test('a contract reaches the browser as methods and paths: no schema, no sentence', async () => {
  const { load } = slimContracts() as unknown as Loader;
  const code = await load.handler(fileURLToPath(new URL('../src/features/across/sign-in/sign-in.contract.ts', import.meta.url)));
  const slim = (await import(`data:text/javascript,${encodeURIComponent(code)}`)) as { api: Record<string, object>; Me?: unknown; Purpose?: unknown };
  assert.deepEqual(slim.api['me'], { method: 'GET', path: '/api/v1/me' });
  assert.deepEqual(slim.api['endSession'], { method: 'DELETE', path: '/api/v1/me/sessions/:id' });
  assert.equal(slim.Me, undefined, 'an object schema is gone, so importing its value fails the build');
  assert.ok(Array.isArray((slim.Purpose as { options: string[] }).options), 'the values of an enumeration stay');
  assert.doesNotMatch(code, /zod|\p{Script=Han}/u);
});

test('the build is stale when something the apps are made of changes, and only then', async () => {
  for (const path of ['src/web/kit/tokens.css', 'src/shared/words.ts', 'src/features/mailbox/letters/ui/member/Write.tsx', 'src/features/mailbox/letters/letters.words.ts', 'src/features/mailbox/letters/letters.contract.ts']) {
    assert.ok(belongsToWeb(path), path);
  }
  for (const path of ['src/platform/http/server.ts', 'src/features/mailbox/letters/letters.service.ts', 'src/features/mailbox/letters/letters.sql.ts', 'src/main.ts']) {
    assert.ok(!belongsToWeb(path), path);
  }
  assert.equal(await webFingerprint(), await webFingerprint());
});
