import { describe, expect, test } from 'vitest';

import { reviewItem } from './review-item.ts';

const today = '2026-01-20';

function given(over: Partial<Parameters<typeof reviewItem>[0]>) {
  return { id: 'r1', name: '充绒机', unit: '东城一厂', level: 'larger', stage: 'published', reviewDueOn: null, ...over } as const;
}

describe('a risk to be graded again, on the home page', () => {
  test.each([
    ['published', '2026-01-19', '2026-01-19'],
    ['published', '2026-02-19', '2026-02-19'],
    ['dueForReview', '2026-01-19', '2026-01-19'],
    ['dueForReview', '2026-01-20', '2026-01-20'],
    ['dueForReview', '2026-01-21', null],
    ['dueForReview', null, null],
  ] as const)('that is %s with its review on %s counts down to %s', (stage, reviewDueOn, dueOn) => {
    expect(reviewItem(given({ stage, reviewDueOn }), today).dueOn).toBe(dueOn);
  });

  test('opens itself in the list that the card counts', () => {
    expect(reviewItem(given({}), today)).toMatchObject({ title: '充绒机', href: '/risks?due=true&risk=r1' });
  });
});
