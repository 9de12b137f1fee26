import { describe, expect, test } from 'vitest';

import {
  isGated,
  judgedOn,
  type Objection,
  overrideStanding,
  overrideTellingOwed,
  overrideUntil,
  posts,
  standingAgainst,
} from './index.ts';

const objection = (code: string): Objection => ({ gate: 'training', personId: 'p', code, facts: {} });

describe('the gate', () => {
  test('stops those who do the work and warns those who lead', () => {
    expect(posts.filter(isGated)).toEqual(['teamLeader', 'pointKeeper', 'staff']);
  });

  test('judges a term that began before today and goes on as of today too', () => {
    const judged = (from: string, to: string | null) => judgedOn({ from, to }, '2026-01-20');

    expect(judged('2026-01-19', null)).toEqual(['2026-01-19', '2026-01-20']);
    expect(judged('2026-01-19', '2026-01-21')).toEqual(['2026-01-19', '2026-01-20']);
    expect(judged('2026-01-19', '2026-01-20')).toEqual(['2026-01-19']);
    expect([judged('2026-01-20', null), judged('2026-01-21', null)]).toEqual([['2026-01-20'], ['2026-01-21']]);
  });

  test('stays open for what was lifted from the first day of the override to its last', () => {
    const lifted = [{ from: '2026-01-10', until: '2026-01-20', codes: ['training.level_missing'] }];
    const standing = (on: string) => standingAgainst([objection('training.level_missing')], lifted, on).length;

    expect(['2026-01-09', '2026-01-10', '2026-01-20', '2026-01-21'].map(standing)).toEqual([1, 0, 0, 1]);
  });

  test('closes again over what turned up since', () => {
    const lifted = [{ from: '2026-01-10', until: '2026-01-20', codes: ['training.level_missing'] }];
    const both = [objection('training.level_missing'), objection('workforce.certificate_expired')];

    expect(standingAgainst(both, lifted, '2026-01-15').map(({ code }) => code)).toEqual(['workforce.certificate_expired']);
  });
});

describe('an override', () => {
  test('lasts as long as the rule allows when nobody says how long', () => {
    expect(overrideUntil('2026-01-10', null, 30)).toBe('2026-02-09');
  });

  test('may be shorter, never longer, and never ends before it begins', () => {
    const asked = ['2026-01-09', '2026-01-10', '2026-02-08', '2026-02-09', '2026-02-10'];

    expect(asked.map((day) => overrideUntil('2026-01-10', day, 30))).toEqual([null, '2026-01-10', '2026-02-08', '2026-02-09', null]);
  });
});

test('an override is about to end from so many days before its last day, and has ended the day after it', () => {
  const stands = (day: string, ahead = 3) => overrideStanding({ until: '2026-01-20' }, day, ahead);

  expect(['2026-01-16', '2026-01-17', '2026-01-20', '2026-01-21'].map((day) => stands(day))).toEqual([
    'inForce',
    'ending',
    'ending',
    'ended',
  ]);
  expect([stands('2026-01-19', 0), stands('2026-01-20', 0)]).toEqual(['inForce', 'ending']);
  expect((['inForce', 'ending', 'ended'] as const).map(overrideTellingOwed)).toEqual([null, 'ending', 'ended']);
});
