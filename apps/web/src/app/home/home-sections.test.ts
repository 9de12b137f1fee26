import { expect, test } from 'vitest';

import { homeSectionsOf } from './home-sections.ts';

test('a leader first sees what is wrong, a worker only what he has to do', () => {
  expect(homeSectionsOf(['hqLeader'])[0]).toBe('watch');
  expect(homeSectionsOf(['worker'])).toEqual(['mine']);
});

test('somebody with two roles sees each part once, those of the first role first', () => {
  expect(homeSectionsOf(['safetyOfficer', 'analyst'])).toEqual(['mine', 'decide', 'watch', 'data']);
});

test('an administrator sees nothing of the trade', () => {
  expect(homeSectionsOf(['systemAdmin'])).toEqual(['administer']);
});
