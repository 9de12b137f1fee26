import { describe, expect, test } from 'vitest';

import {
  begun,
  isDue,
  isOwed,
  longestWait,
  mayReopen,
  type Passage,
  type PassageEvent,
  passageEvents,
  type Standing,
  step,
  waitAfter,
} from './passage.ts';

const now = 1_000_000;
const moment = { now, chance: 0.5 };

const standings: Readonly<Record<Standing['is'], Standing>> = {
  draft: { is: 'draft' },
  waiting: { is: 'waiting', tries: 2, notBefore: now + 9000, because: 'line' },
  sending: { is: 'sending', tries: 2 },
  refused: { is: 'refused', code: 'hazards.wrong_stage', said: '该隐患已销号', at: now },
  arrived: { is: 'arrived', at: now },
};

const events: Readonly<Record<PassageEvent['type'], PassageEvent>> = {
  sealed: { type: 'sealed' },
  begun: { type: 'begun' },
  textArrived: { type: 'textArrived', number: 'H-2026-000123' },
  photoArrived: { type: 'photoArrived', sha256: 'a' },
  stopped: { type: 'stopped', because: 'line' },
  refused: { type: 'refused', code: 'x', said: 'y' },
  arrived: { type: 'arrived' },
  interrupted: { type: 'interrupted' },
  hurried: { type: 'hurried' },
  reopened: { type: 'reopened' },
};

/** Where each event leads from each standing; what is not named changes nothing. */
const lead: Readonly<Record<Standing['is'], Partial<Record<PassageEvent['type'], Standing['is']>>>> = {
  draft: { sealed: 'waiting' },
  waiting: { begun: 'sending', hurried: 'waiting' },
  sending: {
    textArrived: 'sending',
    photoArrived: 'sending',
    stopped: 'waiting',
    refused: 'refused',
    arrived: 'arrived',
    interrupted: 'waiting',
  },
  refused: { sealed: 'waiting', reopened: 'draft' },
  arrived: {},
};

const known = (is: Standing['is'], over: Partial<Passage> = {}): Passage => ({ ...begun, standing: standings[is], ...over });
const every = Object.keys(standings) as Standing['is'][];

describe.each(every)('a record that is %s', (is) => {
  test.each(passageEvents)('and is told %s', (type) => {
    const withNumber = is === 'sending' && type === 'arrived' ? { number: 'H-1' } : {};
    const before = known(is, withNumber);
    const after = step(before, events[type], moment);
    const expected = lead[is][type];

    if (expected === undefined) expect(after).toBe(before);
    else expect(after.standing.is).toBe(expected);
  });

  test('loses neither its receipt nor a photo that has arrived, whatever happens', () => {
    const before = known(is, { number: 'H-2026-000001', photos: ['p'] });

    for (const type of passageEvents) {
      const after = step(before, events[type], moment);
      expect(after.number).not.toBeNull();
      expect(after.photos).toContain('p');
    }
  });
});

test('nothing has arrived before the words have', () => {
  expect(step(known('sending'), events.arrived, moment).standing.is).toBe('sending');
});

test('each failure waits longer than the one before, at most five minutes, and no two phones alike', () => {
  const waits = Array.from({ length: 12 }, (_, tries) => waitAfter(tries, 1));

  expect(waits.slice(0, 4)).toEqual([2000, 4000, 8000, 16_000]);
  expect(waits.every((wait, at) => at === 0 || wait >= (waits[at - 1] ?? 0))).toBe(true);
  expect(Math.max(...waits)).toBe(longestWait);
  expect(waitAfter(3, 0)).toBe(8000);
  expect(waitAfter(10_000, 1)).toBe(longestWait);
});

test('a broken line waits; an ended session waits for the person alone; a page that died costs no wait', () => {
  const after = (event: PassageEvent) => step(known('sending'), event, moment).standing;

  expect(after(events.stopped)).toEqual({ is: 'waiting', tries: 3, notBefore: now + waitAfter(2, 0.5), because: 'line' });
  expect(after({ type: 'stopped', because: 'signedOut' })).toMatchObject({ notBefore: now, because: 'signedOut' });
  expect(after(events.interrupted)).toEqual({ is: 'waiting', tries: 3, notBefore: now, because: null });
});

test('a record that gets on over a line that keeps breaking does not wait longer each time', () => {
  const arrived = (sha256: string) => step(known('sending', { photos: ['p'] }), { type: 'photoArrived', sha256 }, moment);

  expect(step(arrived('q'), events.stopped, moment).standing).toMatchObject({ tries: 1, notBefore: now + waitAfter(0, 0.5) });
  expect(step(arrived('p'), events.stopped, moment).standing).toMatchObject({ tries: 3 });
});

test('马上发送 makes it due now', () => {
  expect(isDue(known('waiting'), now)).toBe(false);
  expect(isDue(step(known('waiting'), events.hurried, moment), now)).toBe(true);
});

test('a clock that was set back by a day holds nothing up', () => {
  expect(isDue(known('waiting'), now + 8999)).toBe(false);
  expect(isDue(known('waiting'), now + 9000)).toBe(true);
  expect(isDue(known('waiting'), now - 86_400_000)).toBe(true);
});

test('content may change only while the server surely does not have it', () => {
  const fresh: Passage = { ...begun, standing: { is: 'waiting', tries: 0, notBefore: now, because: null } };

  expect(mayReopen(known('refused'))).toBe(true);
  expect(mayReopen(fresh)).toBe(true);
  expect(mayReopen(known('waiting'))).toBe(false);
  expect(mayReopen(known('refused', { number: 'H-1' }))).toBe(false);
  expect(every.filter((is) => isOwed(known(is)))).toEqual(['waiting', 'sending', 'refused']);
});
