import { describe, expect, test } from 'vitest';

import {
  endOfAttempt,
  type ExamTerms,
  inTime,
  networkGrace,
  objectionToSitting,
  type Seat,
  seatAfter,
  seatAtClosing,
  seatStates,
} from './sitting.ts';

const at = (time: string) => new Date(`2026-01-20T${time}Z`);
const exam: ExamTerms = {
  opensAt: at('08:00:00.000'),
  closesAt: at('18:00:00.000'),
  cancelled: false,
  minutes: 30,
  attempts: 2,
  waitHours: 2,
};
const seat: Seat = { state: 'open', used: 0, lastEndedAt: null };
const failed: Seat = { state: 'open', used: 1, lastEndedAt: at('09:00:00.000') };

describe('beginning an attempt', () => {
  test.each([
    ['07:59:59.999', 'training.exam_not_open'],
    ['08:00:00.000', null],
    ['17:59:59.999', null],
    ['18:00:00.000', 'training.exam_closed'],
  ])('at %s: %s', (time, objection) => {
    expect(objectionToSitting(exam, seat, at(time))).toBe(objection);
  });

  test.each([
    ['10:59:59.999', 'training.wait_before_resit'],
    ['11:00:00.000', null],
  ])('two hours after a failed attempt that ended at nine, at %s: %s', (time, objection) => {
    expect(objectionToSitting(exam, failed, at(time))).toBe(objection);
  });

  test.each([
    [1, null],
    [2, 'training.attempts_used'],
    [3, 'training.attempts_used'],
  ])('after %i attempts of two: %s', (used, objection) => {
    expect(objectionToSitting(exam, { ...seat, used }, at('12:00:00.000'))).toBe(objection);
  });

  test.each(seatStates.filter((state) => state !== 'open'))('never once the seat is %s', (state) => {
    expect(objectionToSitting(exam, { ...seat, state }, at('12:00:00.000'))).toBe('training.seat_settled');
  });

  test('never in an exam that was cancelled', () => {
    expect(objectionToSitting({ ...exam, cancelled: true }, seat, at('12:00:00.000'))).toBe('training.exam_cancelled');
  });
});

describe('the time limit', () => {
  test('ends half an hour after the beginning, or when the exam closes', () => {
    expect(endOfAttempt(exam, at('10:00:00.000'))).toEqual(at('10:30:00.000'));
    expect(endOfAttempt(exam, at('17:45:00.000'))).toEqual(at('18:00:00.000'));
  });

  test.each([
    [-1, true],
    [0, true],
    [networkGrace, true],
    [networkGrace + 1, false],
  ])('answers that arrive %i ms after the end count: %s', (late, counts) => {
    const end = at('10:30:00.000');

    expect(inTime(end, new Date(end.getTime() + late))).toBe(counts);
  });
});

describe('the seat', () => {
  test.each([
    [1, true, 'passed'],
    [2, true, 'passed'],
    [1, false, 'open'],
    [2, false, 'failed'],
  ] as const)('after attempt %i of two, passed %s, is %s', (used, passed, state) => {
    expect(seatAfter(exam, { used, passed, now: at('12:00:00.000') })).toBe(state);
  });

  test('a failed attempt that ends with the exam leaves nothing open', () => {
    expect(seatAfter(exam, { used: 1, passed: false, now: exam.closesAt })).toBe('failed');
  });

  test('whoever never came has missed it', () => {
    expect([seatAtClosing(0), seatAtClosing(1)]).toEqual(['missed', 'failed']);
  });
});
