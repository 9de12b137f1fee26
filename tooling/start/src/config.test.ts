import { expect, test } from 'vitest';

import { readConfig } from './config.ts';

test('nothing needs to be set', () => {
  const config = readConfig({ PORT: '' }, [], '/house');

  expect(config).toMatchObject({ host: '127.0.0.1', port: 8080, dataDir: '/house/.data', demo: true, production: false, lan: false });
});

test.each([
  ['a port that is none', { PORT: '80800' }, /PORT/],
  ['an address of another kind of database', { DATABASE_URL: 'mysql://localhost/house' }, /DATABASE_URL/],
  ['a key that is too short', { CM_SECRET_KEY: 'c2hvcnQ=' }, /32 字节/],
  ['a certificate without its key', { CM_TLS_CERT: '/a.crt' }, /必须同时设置/],
  ['a clock that runs apart in production', { CM_ENV: 'production', CM_CLOCK: '+P90D' }, /CM_CLOCK/],
])('%s is refused by name, in Chinese', (_fault, env, sentence) => {
  expect(() => readConfig(env, [], '/house')).toThrow(sentence);
});

test('production never loads the demo group', () => {
  expect(readConfig({ CM_ENV: 'production', CM_DEMO: '1' }, [], '/house').demo).toBe(false);
});

test('an argument nobody knows starts nothing and is told what there is', () => {
  expect(readConfig({}, ['--lan'], '/house').lan).toBe(true);
  expect(() => readConfig({}, ['--help'], '/house')).toThrow(/不认识 --help。可用：.*--lan/);
});
