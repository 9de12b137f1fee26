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
