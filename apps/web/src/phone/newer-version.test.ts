import { expect, test } from 'vitest';

import { isNewerReady, nextStep, type Versions } from './newer-version.ts';

const alone: Versions = { waiting: false, serving: true, overtaken: false };

test('a newer version is offered when it waits behind one that serves, or when another tab has let it take over', () => {
  expect(isNewerReady(alone)).toBe(false);
  expect(isNewerReady({ ...alone, waiting: true })).toBe(true);
  expect(isNewerReady({ ...alone, overtaken: true })).toBe(true);
});

test('the first version of all is nothing newer', () => {
  expect(isNewerReady({ waiting: true, serving: false, overtaken: false })).toBe(false);
});

test('what waits is asked, and asked again as long as it has not moved', () => {
  expect(nextStep({ ...alone, waiting: true }, null)).toBe('ask');
  expect(nextStep({ ...alone, waiting: true }, 'installed')).toBe('ask');
});

test('once it moves it is left alone, and the page opens in it when it serves', () => {
  expect(nextStep(alone, 'installed')).toBe('wait');
  expect(nextStep(alone, 'activating')).toBe('wait');
  expect(nextStep(alone, 'activated')).toBe('reopen');
});

test('a still newer one that took its place is asked instead', () => {
  expect(nextStep({ ...alone, waiting: true }, 'redundant')).toBe('ask');
  expect(nextStep(alone, 'redundant')).toBe('nothing');
});

test('a page whose version was replaced by another tab opens anew without asking anybody', () => {
  for (const asked of [null, 'installed', 'activating', 'redundant'] as const)
    expect(nextStep({ waiting: true, serving: true, overtaken: true }, asked)).toBe('reopen');
});

test('where nothing newer lies there is nothing to do', () => {
  expect(nextStep(alone, null)).toBe('nothing');
});
