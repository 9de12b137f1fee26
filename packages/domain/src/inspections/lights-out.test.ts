import { describe, expect, it } from 'vitest';

import { hazardCategories } from '../hazards/index.ts';
import { objectionToAnswers, type Answer } from './answers.ts';
import { shiftRounds } from './checklists/shift-rounds.ts';
import { boardDay, lightsOutChased, lightsOutStanding, worstStanding } from './lights-out.ts';

const at = (time: string) => new Date(`2026-01-20T${time}:00+08:00`);
/** The shift ends at 18:00: from a quarter of an hour before to half an hour after. */
const shift = { opensAt: at('17:45'), dueAt: at('18:30') };

describe('how a workshop stands after its shift', () => {
  it.each([
    ['before its time', null, '17:44', 'ahead'],
    ['as its time begins', null, '17:45', 'waiting'],
    ['in the last minute', null, '18:30', 'waiting'],
    ['half an hour after the shift', null, '18:31', 'unconfirmed'],
    ['confirmed in the last minute', '18:30', '23:00', 'confirmed'],
    ['confirmed a minute late', '18:31', '23:00', 'late'],
  ] as const)('%s: %#', (_said, doneAt, now, standing) => {
    const done = doneAt === null ? null : at(doneAt);

    expect(lightsOutStanding({ ...shift, doneAt: done }, at(now))).toBe(standing);
  });

  it('is as dark as its worst area', () => {
    expect(worstStanding(['confirmed', 'unconfirmed', 'late'])).toBe('unconfirmed');
    expect(worstStanding(['confirmed', 'waiting'])).toBe('waiting');
    expect(worstStanding(['confirmed', 'late'])).toBe('late');
    expect(worstStanding(['confirmed', 'confirmed'])).toBe('confirmed');
  });
});

describe('the board in the night', () => {
  it.each([
    ['2026-01-20T21:00:00+08:00', '2026-01-20'],
    ['2026-01-21T00:10:00+08:00', '2026-01-20'],
    ['2026-01-21T07:59:00+08:00', '2026-01-20'],
    ['2026-01-21T08:00:00+08:00', '2026-01-21'],
  ])('at %s shows the shifts of %s', (now, day) => {
    expect(boardDay(new Date(now))).toBe(day);
  });
});

describe('whoever did not confirm', () => {
  it('is chased at the miss with the leader on duty, and the head above is told within the hour of the shift', () => {
    const told = (time: string) => lightsOutChased(at('18:30'), at(time), 25);

    expect(told('18:29')).toEqual([]);
    expect(told('18:30')).toEqual(['person', 'unitHead']);
    expect(told('18:54')).toEqual(['person', 'unitHead']);
    expect(told('18:55')).toEqual(['person', 'unitHead', 'parent']);
  });
});

describe('the rounds that every shift ends with', () => {
  const [off, clean] = shiftRounds;
  const answersTo = (over: Partial<Record<string, Partial<Answer>>>): Answer[] =>
    (off?.items ?? []).map(({ code, answer }) => {
      const plain = answer.kind === 'reading' ? { reading: 100 } : { verdict: 'pass' as const };
      return { item: code, photos: ['a'.repeat(64)], ...plain, ...over[code] };
    });

  it('are of their own kinds, in both languages, with codes of their own', () => {
    expect(shiftRounds.map(({ kind, code, items }) => [kind, code, items.length])).toEqual([
      ['lightsOut', 'OFF', 10],
      ['dust', 'CLEAN', 5],
    ]);
    for (const { code, items } of shiftRounds) {
      expect(items.map((item) => item.code)).toEqual(items.map((_, n) => `${code}-${String(n + 1).padStart(2, '0')}`));
      expect(items.filter(({ textEn, category }) => textEn === null || !hazardCategories.includes(category))).toEqual([]);
    }
    expect(clean?.items.find(({ photo }) => photo === 'always')?.code).toBe('CLEAN-01');
  });

  it('want the photo of the switch, and a meter that does not run backwards', () => {
    const items = off?.items ?? [];

    expect(objectionToAnswers(items, answersTo({}))).toBeNull();
    expect(objectionToAnswers(items, answersTo({ 'OFF-01': { photos: [] } }))).toMatchObject({ code: 'inspections.photo_missing' });
    expect(objectionToAnswers(items, answersTo({ 'OFF-01': { verdict: 'notApplicable', note: '无' } }))).toMatchObject({
      code: 'inspections.always_applies',
    });
    expect(objectionToAnswers(items, answersTo({}), new Map([['OFF-10', 101]]))).toMatchObject({ code: 'inspections.meter_backwards' });
    const withoutMeter = { 'OFF-10': { verdict: 'notApplicable', note: '没有分表' } } as const;
    const answers = answersTo(withoutMeter).map(({ reading, ...rest }) =>
      rest.item === 'OFF-10' ? rest : { ...rest, ...(reading !== undefined && { reading }) },
    );
    expect(objectionToAnswers(items, answers)).toBeNull();
  });
});
