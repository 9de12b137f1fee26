import { expect, test } from 'vitest';

import { windowText } from './window-text.ts';

test.each([
  ['within a day', '2026-03-05T00:00:00Z', '2026-03-05T10:00:00Z', '2026-03-05 08:00 – 18:00'],
  ['of a whole day', '2026-03-04T16:00:00Z', '2026-03-05T16:00:00Z', '2026-03-05 00:00 – 24:00'],
  ['of a night shift', '2026-03-05T14:00:00Z', '2026-03-05T22:00:00Z', '2026-03-05 22:00 – 2026-03-06 06:00'],
  ['of a week', '2026-03-01T16:00:00Z', '2026-03-08T16:00:00Z', '2026-03-02 00:00 – 2026-03-08 24:00'],
])('the window %s is written so that it is read once', (_, opensAt, dueAt, text) => {
  expect(windowText(opensAt, dueAt)).toBe(text);
});
