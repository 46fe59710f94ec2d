import assert from 'node:assert/strict';
import { isAbsolute } from 'node:path';
import test from 'node:test';
import { readConfig } from '#platform/config';
import { Refused } from '#shared/errors';
import { say } from '#shared/words';

const WRONG: readonly (readonly [name: string, value: string])[] = [
  ['PORT', '0'], ['PORT', '65536'], ['PORT', '80a'], ['PORT', '1.5'], ['DATABASE_URL', 'mysql://x/y'], ['NIANGJIA_MODE', 'Demo'], ['POOL_SIZE', '0'], ['POOL_SIZE', '201'],
  ['NIANGJIA_KEY', 'short'], ['NIANGJIA_KEY', `${'A'.repeat(43)}=,`], ['PUBLIC_URL', 'union.example'], ['PUBLIC_URL', 'ftp://union.example'], ['TRUST_PROXY', 'true'],
  ['LOG_LEVEL', 'loud'], ['SMTP_PORT', 'smtp'], ['SMTP_SECURE', 'yes'], ['SMTP_FROM', 'nobody'], ['MAILBOX_DOMAIN', 'a b'], ['SMS_URL', 'gateway'], ['SMTP_USER', 'a\nb'],
  ['WECOM_MATCH', 'name'], ['DINGTALK_MATCH', 'yes'], ['WECHAT_URL', 'weixin'],
];

for (const [name, value] of WRONG) {
  test(`${name}=${JSON.stringify(value)} is refused in one sentence that names it`, () => {
    assert.throws(() => readConfig({ [name]: value }), (error) => {
      assert.ok(error instanceof Refused);
      for (const locale of ['zh', 'en'] as const) {
        const sentence = say(error.word, locale, error.slots);
        assert.match(sentence, new RegExp(name));
        assert.doesNotMatch(sentence, /[{}]/);
        assert.ok(name === 'SMTP_USER' || name.includes('URL') || !sentence.includes(value) || value.length < 3, 'a value may be a secret and is not repeated');
      }
      return true;
    });
  });
}

test('settings that need one another are refused when one is missing', () => {
  assert.throws(() => readConfig({ SMTP_HOST: 'mail.example' }), (error) => error instanceof Refused && error.word.en.includes('SMTP_FROM'));
  assert.throws(() => readConfig({ MAILBOX_PORT: '2525' }), (error) => error instanceof Refused && error.word.en.includes('MAILBOX_DOMAIN'));
  assert.throws(() => readConfig({ WECOM_CORP_ID: 'ww1', WECOM_SECRET: 's3cret' }), (error) => error instanceof Refused && error.word.en.includes('WECOM_AGENT_ID') && !error.word.en.includes('s3cret'));
  assert.throws(() => readConfig({ DINGTALK_CLIENT_SECRET: 's3cret' }), (error) => error instanceof Refused && error.word.en.includes('DINGTALK_CORP_ID'));
  assert.throws(() => readConfig({ WECHAT_APP_ID: 'wx1' }), (error) => error instanceof Refused && error.word.en.includes('WECHAT_SECRET'));
  assert.throws(() => readConfig({ MAILBOX_CERT: 'a.pem' }), (error) => error instanceof Refused && error.word.en.includes('MAILBOX_KEY'));
});

test('without settings the demonstration runs on port 8080 with an embedded database', () => {
  const config = readConfig({ PORT: ' ', DATABASE_URL: '' });
  assert.equal(config.port, 8080);
  assert.equal(config.mode, 'demo');
  assert.equal(config.publicUrl, 'http://localhost:8080');
  assert.deepEqual([config.databaseUrl, config.key, config.smtp, config.mailbox, config.sms], [undefined, undefined, null, null, null]);
  assert.deepEqual(config.vendors, { wecom: null, dingtalk: null, wechat: null });
  assert.ok(isAbsolute(config.dataDir));
});

test('settings are read', () => {
  const config = readConfig({
    PORT: '81', NIANGJIA_MODE: 'live', PUBLIC_URL: 'https://union.example/', TRUST_PROXY: 'yes', SMTP_HOST: 'mail.example', SMTP_FROM: 'a@union.example', SMTP_PORT: '25',
    MAILBOX_PORT: '2525', MAILBOX_DOMAIN: 'union.example', SMS_URL: 'https://sms.example/send', SMS_TOKEN: 't', NIANGJIA_KEY: `${'A'.repeat(43)}=,${'B'.repeat(43)}=`,
  });
  assert.equal(config.publicUrl, 'https://union.example');
  assert.equal(config.trustProxy, true);
  assert.deepEqual(config.smtp, { host: 'mail.example', port: 25, secure: 'starttls', user: undefined, password: undefined, from: 'a@union.example' });
  assert.deepEqual(config.mailbox, { port: 2525, domain: 'union.example' });
  assert.deepEqual(readConfig({ WECHAT_APP_ID: 'wx1', WECHAT_SECRET: 's', WECHAT_UNION: 'CITY' }).vendors.wechat, { appId: 'wx1', secret: 's', union: 'CITY', url: undefined });
  assert.equal(readConfig({ WECOM_CORP_ID: 'ww1', WECOM_AGENT_ID: '1000002', WECOM_SECRET: 's' }).vendors.wecom?.match, 'ask', 'a directory is believed only when told so');
  assert.deepEqual(config.sms, { url: 'https://sms.example/send', token: 't', sign: '' });
});
