import { afterEach, expect, test, vi } from 'vitest';

afterEach(() => {
  vi.useRealTimers();
  vi.resetModules();
});

test('where nobody watches for touches, nothing is said of them', async () => {
  const { idleHeader } = await import('./last-touch.ts');

  expect(idleHeader()).toEqual({});
});

test.each(['keydown', 'pointerdown', 'wheel', 'input'])('%s is a touch; time and a moving pointer are none', async (touch) => {
  vi.useFakeTimers();
  const { idleHeader, watchTouches } = await import('./last-touch.ts');
  const page = new EventTarget();
  watchTouches(page);

  vi.advanceTimersByTime(1_799_999);
  page.dispatchEvent(new Event('pointermove'));
  page.dispatchEvent(new Event('visibilitychange'));
  expect(idleHeader()).toEqual({ 'idle-seconds': '1799' });
  page.dispatchEvent(new Event(touch));
  vi.advanceTimersByTime(2500);
  expect(idleHeader()).toEqual({ 'idle-seconds': '2' });
});

test('what is shown to a room counts as touched until it ends or is put away, and not for longer', async () => {
  vi.useFakeTimers();
  const { countAsTouched, idleHeader, watchTouches } = await import('./last-touch.ts');
  watchTouches(new EventTarget());
  const lesson = 90 * 60_000;

  countAsTouched(new Date(Date.now() + lesson));
  vi.advanceTimersByTime(lesson - 60_000 + 5000);
  expect(idleHeader()).toEqual({ 'idle-seconds': '5' });
  vi.advanceTimersByTime(30 * 60_000);
  expect(idleHeader()).toEqual({ 'idle-seconds': '1805' });

  const putAway = countAsTouched(new Date(Date.now() + lesson));
  vi.advanceTimersByTime(60_000);
  putAway();
  vi.advanceTimersByTime(30 * 60_000);
  expect(idleHeader()).toEqual({ 'idle-seconds': '1800' });
});
