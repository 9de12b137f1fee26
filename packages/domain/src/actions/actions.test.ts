import { describe, expect, it } from 'vitest';

import { type Action, actionStates, isOverdue, wasOnTime } from './action.ts';
import { decideMoreTime, objectionToDecidingTime, objectionToMoreTime } from './extension.ts';
import { actionRungs, defaultActionDays, owedBy, rungsReached } from './ladder.ts';
import { advanceAction, objectionToAction } from './lifecycle.ts';
import { type ActionStep, actionSteps } from './steps.ts';

const today = '2026-01-20';

function action(over: Partial<Action> = {}): Action {
  return {
    kind: 'management',
    state: 'assigned',
    ownerId: 'doer',
    verifierId: null,
    dueOn: '2026-01-25',
    extendedFromOn: null,
    submittedOn: null,
    doerIds: [],
    returns: 0,
    verifiedById: null,
    doneOn: null,
    cancelledById: null,
    cancelledOn: null,
    effectDueOn: null,
    effect: null,
    ...over,
  };
}

const photos = { declared: 1, awaited: 0 };
/** Whoever may take each step, with all that it needs. */
const fitting = {
  submit: { by: 'doer', photos },
  sendBack: { by: 'officer', reason: '不全' },
  verify: { by: 'officer', photos },
  cancel: { by: 'officer', reason: '重复' },
  reassign: { by: 'officer', ownerId: 'other', verifierId: null },
  replaceVerifier: { by: 'officer', verifierId: 'other' },
  assessEffect: { by: 'officer', effect: 'effective' },
} as const satisfies Record<ActionStep, object>;

const allowed = {
  assigned: ['submit', 'cancel', 'reassign'],
  returned: ['submit', 'cancel', 'reassign'],
  submitted: ['sendBack', 'verify', 'cancel', 'replaceVerifier'],
  done: ['assessEffect'],
  cancelled: [],
} as const satisfies Record<Action['state'], readonly ActionStep[]>;

const reached = { submit: 'submitted', sendBack: 'returned', verify: 'done', cancel: 'cancelled' } as const;

describe('an action', () => {
  it.each(actionStates.flatMap((state) => actionSteps.map((step) => [state, step] as const)))('%s, asked to %s', (state, step) => {
    const held = action({ state, ...(state === 'submitted' ? { submittedOn: today, doerIds: ['doer'] } : {}) });
    const known = { on: today, ...fitting[step] };
    const may = (allowed[state] as readonly string[]).includes(step);

    expect(objectionToAction(held, step, known)).toBe(may ? null : 'actions.wrong_state');
    const taken = () => advanceAction(held, step, known as never);
    if (may) expect(taken().state).toBe((reached as Record<string, string>)[step] ?? state);
    else expect(taken).toThrow('actions.wrong_state');
  });

  it('is submitted by its owner alone, and what is built or worn needs a photo', () => {
    const submit = (over: Partial<Action>, by = 'doer', declared = 0) =>
      objectionToAction(action(over), 'submit', { by, on: today, photos: { declared, awaited: 0 } });

    expect(submit({}, 'other')).toBe('actions.not_owner');
    expect(submit({ kind: 'training' })).toBeNull();
    for (const kind of ['engineering', 'ppe'] as const) {
      expect(submit({ kind })).toBe('actions.photo_missing');
      expect(submit({ kind }, 'doer', 1)).toBeNull();
    }
  });

  it('is never verified or sent back by anybody who ever did it, nor by another than the one who was named', () => {
    const submitted = action({ state: 'submitted', ownerId: 'second', doerIds: ['first', 'second'], verifierId: 'named' });
    for (const step of ['verify', 'sendBack'] as const) {
      for (const by of ['first', 'second']) expect(objectionToAction(submitted, step, { by, on: today })).toBe('actions.self_verification');
      expect(objectionToAction(submitted, step, { by: 'officer', on: today })).toBe('actions.not_verifier');
      expect(objectionToAction(submitted, step, { by: 'named', on: today })).toBeNull();
    }
  });

  it('is not verified before its photos have arrived', () => {
    const submitted = action({ state: 'submitted', doerIds: ['doer'] });
    const verified = (awaited: number) =>
      objectionToAction(submitted, 'verify', { by: 'officer', on: today, photos: { declared: 2, awaited } });

    expect([verified(1), verified(0)]).toEqual(['actions.photos_awaited', null]);
  });

  it('remembers how often it came back and who has done it', () => {
    let held = action();
    for (const _ of [1, 2]) {
      held = advanceAction(held, 'submit', { by: 'doer', on: today, photos });
      held = advanceAction(held, 'sendBack', { by: 'officer', on: today, reason: '不全' });
    }
    held = advanceAction(held, 'reassign', { by: 'officer', on: today, ownerId: 'second', verifierId: null });
    held = advanceAction(held, 'submit', { by: 'second', on: today, photos });

    expect(held).toMatchObject({ state: 'submitted', returns: 2, doerIds: ['doer', 'second'] });
  });

  it('is not handed over to a verifier who has done it, nor to whom it belongs already', () => {
    const held = action({ state: 'returned', doerIds: ['first'] });
    const hand = (ownerId: string, verifierId: string | null) =>
      objectionToAction(held, 'reassign', { by: 'officer', on: today, ownerId, verifierId });

    expect(hand('second', 'second')).toBe('actions.self_verification');
    expect(hand('second', 'first')).toBe('actions.self_verification');
    expect(hand('doer', null)).toBe('actions.nothing_changed');
    expect(hand('second', 'officer')).toBeNull();
  });

  it('gets another verifier while it waits for one: not chosen by who did it, nor one who did', () => {
    const held = action({ state: 'submitted', ownerId: 'second', doerIds: ['first', 'second'], verifierId: 'gone' });
    const replace = (verifierId: string | null, by = 'head') => objectionToAction(held, 'replaceVerifier', { by, on: today, verifierId });

    for (const by of ['first', 'second']) expect(replace('officer', by)).toBe('actions.own_action');
    for (const verifierId of ['first', 'second']) expect(replace(verifierId)).toBe('actions.self_verification');
    expect([replace('gone'), replace('officer'), replace('head'), replace(null)]).toEqual(['actions.nothing_changed', null, null, null]);
    const after = advanceAction(held, 'replaceVerifier', { by: 'head', on: today, verifierId: 'officer' });
    expect(after).toEqual({ ...held, verifierId: 'officer' });
    expect(objectionToAction(after, 'verify', { by: 'gone', on: today })).toBe('actions.not_verifier');
  });

  it('is not cancelled by its owner, and its effect is assessed once, by another', () => {
    expect(objectionToAction(action(), 'cancel', { by: 'doer', on: today })).toBe('actions.own_action');
    const done = action({ state: 'done', doneOn: today, doerIds: ['doer'] });
    expect(objectionToAction(done, 'assessEffect', { by: 'doer', on: today })).toBe('actions.self_verification');
    expect(objectionToAction({ ...done, effect: 'ineffective' }, 'assessEffect', { by: 'officer', on: today })).toBe(
      'actions.effect_known',
    );
  });

  it('is overdue from the day after its deadline until it is submitted', () => {
    const on = (day: string, state: Action['state'] = 'assigned') => isOverdue(action({ state }), day);

    expect([on('2026-01-24'), on('2026-01-25'), on('2026-01-26'), on('2026-01-26', 'submitted')]).toEqual([false, false, true, false]);
    const done = (submittedOn: string) => wasOnTime(action({ state: 'done', submittedOn }));
    expect([done('2026-01-24'), done('2026-01-25'), done('2026-01-26')]).toEqual([true, true, false]);
  });
});

describe('more time', () => {
  const ask = (over: Partial<Action>, on: string, toOn?: string, last: Parameters<typeof objectionToMoreTime>[0]['last'] = null) =>
    objectionToMoreTime({ action: action(over), last }, { by: 'doer', on, ...(toOn === undefined ? {} : { toOn }) });
  const waiting = { fromOn: '2026-01-25', toOn: '2026-01-30', askedById: 'doer', granted: null };

  it('is asked for on the deadline at the latest, once, for a later day', () => {
    expect([ask({}, '2026-01-24'), ask({}, '2026-01-25'), ask({}, '2026-01-26')]).toEqual([null, null, 'actions.extension_too_late']);
    expect([ask({}, today, '2026-01-25'), ask({}, today, '2026-01-26')]).toEqual(['actions.extension_not_later', null]);
    expect(ask({ extendedFromOn: '2026-01-22' }, today)).toBe('actions.extension_used');
    expect(ask({}, today, '2026-01-30', waiting)).toBe('actions.extension_pending');
    expect(ask({}, today, '2026-01-30', { ...waiting, granted: false })).toBeNull();
    for (const state of ['submitted', 'done', 'cancelled'] as const) expect(ask({ state }, today)).toBe('actions.wrong_state');
    expect(objectionToMoreTime({ action: action(), last: null }, { by: 'other', on: today })).toBe('actions.not_owner');
  });

  it('is granted one level up by another, even after the deadline, and moves the deadline once', () => {
    const held = { action: action(), last: waiting };
    const decide = (by: string, oneLevelUp = true, last: typeof waiting | null = waiting) =>
      objectionToDecidingTime({ ...held, last }, { by, oneLevelUp });

    expect([decide('doer'), decide('head', false), decide('head'), decide('head', true, null)]).toEqual([
      'actions.own_action',
      'actions.needs_level_up',
      null,
      'actions.extension_not_found',
    ]);
    expect(decideMoreTime(held, { by: 'head', oneLevelUp: true, granted: true })).toMatchObject({
      dueOn: '2026-01-30',
      extendedFromOn: '2026-01-25',
    });
    expect(decideMoreTime(held, { by: 'head', oneLevelUp: true, granted: false })).toEqual(held.action);
  });
});

describe('the ladder', () => {
  const rungs = actionRungs(defaultActionDays);
  const daysOn = (on: string, sinceOn = '2026-01-01') => rungsReached(rungs, { sinceOn, dueOn: '2026-01-25' }, on).map(({ days }) => days);

  it('climbs at each of its days and not a day before', () => {
    expect(rungs).toEqual([
      { days: -3, tells: 'holder' },
      { days: 0, tells: 'holder' },
      { days: 1, tells: 'unitHead' },
      { days: 7, tells: 'parent' },
    ]);
    expect([daysOn('2026-01-21'), daysOn('2026-01-22'), daysOn('2026-01-25'), daysOn('2026-01-31'), daysOn('2026-02-01')]).toEqual([
      [],
      [-3],
      [-3, 0],
      [-3, 0, 1],
      [-3, 0, 1, 7],
    ]);
    expect(daysOn('2026-01-25', '2026-01-24')).toEqual([0]);
    expect(actionRungs({ ...defaultActionDays, unitHead: 0, parent: 0 }).slice(2)).toEqual([
      { days: 1, tells: 'unitHead' },
      { days: 2, tells: 'parent' },
    ]);
  });

  it('reminds of the work, then of the verification, then of the effect', () => {
    const owed = (over: Partial<Action>) => owedBy(action(over), defaultActionDays);

    expect(owed({ state: 'returned' })).toEqual({ owed: 'work', dueOn: '2026-01-25' });
    expect(owed({ state: 'submitted', submittedOn: today })).toEqual({ owed: 'verification', dueOn: '2026-01-23' });
    expect(owed({ state: 'done', effectDueOn: '2026-03-01' })).toEqual({ owed: 'effect', dueOn: '2026-03-01' });
    expect([
      owed({ state: 'done' }),
      owed({ state: 'done', effectDueOn: '2026-03-01', effect: 'effective' }),
      owed({ state: 'cancelled' }),
    ]).toEqual([null, null, null]);
  });
});
