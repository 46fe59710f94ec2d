import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import test from 'node:test';

const MODULE = JSON.stringify(fileURLToPath(new URL('./index.ts', import.meta.url)));

/** What a process that runs these lines writes. */
function logged(code: string): string {
  const { stdout, status, stderr } = spawnSync(process.execPath, ['--input-type=module', '-e', `import { log } from ${MODULE};\n${code}`], { env: { ...process.env, LOG_LEVEL: 'info' } });
  assert.equal(status, 0, stderr.toString());
  return stdout.toString();
}

test('personal fields do not reach the log, at the top or inside', () => {
  const lines = logged(`
    const person = { name: 'PRIVATE', phone: 'PRIVATE', idNumber: 'PRIVATE', email: 'PRIVATE', password: 'PRIVATE', token: 'PRIVATE', union: 'kept' };
    log.info(person, 'one'); log.info({ person }, 'two'); log.info({ deep: { person } }, 'three');`);
  assert.equal(lines.trim().split('\n').length, 3);
  assert.equal(lines.match(/kept/g)?.length, 3);
  assert.doesNotMatch(lines, /PRIVATE/);
});

test("a database error is its code and place, never the values PostgreSQL quotes", () => {
  const lines = logged(`
    const error = Object.assign(new Error('invalid input syntax: "PRIVATE"'), { severity: 'ERROR', code: '22P02', routine: 'here', detail: 'Key (phone)=(PRIVATE)', where: 'PRIVATE' });
    log.error({ error }, 'failed'); log.error({ err: error }, 'failed'); log.error({ error: new Error('outer', { cause: error }) }, 'failed');`);
  assert.equal(lines.match(/22P02/g)?.length, 3);
  assert.doesNotMatch(lines, /PRIVATE/);
});

test('a request is its method, route and number', () => {
  const lines = logged(`
    log.info({ req: { method: 'GET', url: '/people/PRIVATE?phone=PRIVATE', id: 'r1', ip: 'PRIVATE', headers: { cookie: 'PRIVATE' }, routeOptions: { url: '/people/:id' } }, res: { statusCode: 200, body: 'PRIVATE' } }, 'done');`);
  assert.deepEqual(JSON.parse(lines).req, { method: 'GET', route: '/people/:id', id: 'r1' });
  assert.doesNotMatch(lines, /PRIVATE/);
});
