import { describe, expect, it } from 'vitest';

import {
  type ClockFacts,
  correctedTimes,
  correctionsOf,
  defaultIncidentRules as rules,
  eventClasses,
  followUpDaysBetween,
  type FourGate,
  fourGates,
  gateStandings,
  type IncidentTimes,
  movedClocks,
  objectionToClosing,
  objectionToTimes,
  objectionToWithdrawal,
  owedClocks,
  owedFollowUps,
  owedWorkInjury,
  responsibilities,
  type RunningClock,
} from './index.ts';

const at = (time: string) => new Date(`2026-03-${time}:00+08:00`);
const minute = 60_000;

const times: IncidentTimes = { occurredAt: at('12T02:00'), discoveredAt: at('12T02:00'), leaderInformedAt: at('12T02:10') };
const around = { now: at('14T09:00'), recordedAt: at('12T02:30'), confirmedAt: null, firstRecordAt: null };
const objection = (
  given: Parameters<typeof correctedTimes>[1],
  over: { readonly firstRecordAt?: Date; readonly confirmedAt?: Date } = {},
) => objectionToTimes(times, correctedTimes(times, given), { ...around, ...over });

describe('a time that was entered wrongly', () => {
  it('is corrected alone, and what was discovered as it happened follows it', () => {
    const earlier = at('12T01:40');

    expect(correctedTimes(times, { occurredAt: earlier })).toEqual({ ...times, occurredAt: earlier, discoveredAt: earlier });
    const found = { ...times, discoveredAt: at('12T02:05') };
    expect(correctedTimes(found, { occurredAt: earlier })).toEqual({ ...found, occurredAt: earlier });
    expect(correctionsOf(times, correctedTimes(times, { occurredAt: earlier })).map(({ field }) => field)).toEqual([
      'occurredAt',
      'discoveredAt',
    ]);
  });

  it('is refused where nothing is another, and where the leader had not been told of it yet', () => {
    expect(objection({})).toBe('incidents.nothing_corrected');
    expect(objection({ occurredAt: times.occurredAt })).toBe('incidents.nothing_corrected');
    const unconfirmed = { ...times, leaderInformedAt: null };
    const told = correctedTimes(unconfirmed, { leaderInformedAt: at('12T02:10') });
    expect(objectionToTimes(unconfirmed, told, around)).toBe('incidents.not_confirmed');
    expect(objectionToTimes(unconfirmed, correctedTimes(unconfirmed, { occurredAt: at('12T01:00') }), around)).toBeNull();
  });

  it.each([
    ['the leader told a minute before it was discovered', { leaderInformedAt: at('12T01:59') }, 'incidents.times_out_of_order'],
    ['the leader told as it was discovered', { leaderInformedAt: at('12T02:00') }, null],
    ['discovered a minute before it happened', { discoveredAt: at('12T01:59') }, 'incidents.times_out_of_order'],
    ['the leader told now', { leaderInformedAt: around.now }, null],
    ['the leader told ahead of now', { leaderInformedAt: new Date(around.now.getTime() + 1) }, 'incidents.future_time'],
  ] as const)('%s', (_, given, code) => {
    expect(objection(given)).toBe(code);
  });

  it.each([
    [-1, null],
    [0, null],
    [1, 'incidents.confirmed_before'],
  ] as const)('has the leader told %i ms after he confirmed it himself, or not', (by, code) => {
    const confirmedAt = at('12T02:50');

    expect(objection({ leaderInformedAt: new Date(confirmedAt.getTime() + by) }, { confirmedAt })).toBe(code);
  });

  it('does not lie after the report of it arrived, nor after a report to somebody, and may lie on the very instant', () => {
    const told = at('12T03:00');
    const occurred = (by: number) => ({ occurredAt: new Date(around.recordedAt.getTime() + by), leaderInformedAt: told });

    expect(objection(occurred(0))).toBeNull();
    expect(objection(occurred(1))).toBe('incidents.recorded_before');
    for (const [by, code] of [
      [-1, null],
      [0, null],
      [1, 'incidents.records_before'],
    ] as const) {
      const firstRecordAt = at('12T02:20');
      expect(objection({ occurredAt: new Date(firstRecordAt.getTime() + by), leaderInformedAt: told }, { firstRecordAt })).toBe(code);
    }
  });
});

const facts: Omit<ClockFacts, 'knownAt'> = {
  eventClass: 'statutory',
  grade: 'larger',
  dangerous: false,
  fire: true,
  special: true,
  occurredOn: '2026-03-12',
  recordedAt: at('12T02:30'),
  leaderInformedAt: at('12T02:10'),
  appraisalDays: 0,
  extendedDays: 0,
};
const informedBefore = at('12T02:10');
const running = (given: Partial<ClockFacts> = {}): RunningClock[] =>
  owedClocks({ ...facts, knownAt: informedBefore, ...given }, rules).map((clock) => ({ ...clock, id: clock.code }));
const moved = (clocks: readonly RunningClock[], over: Partial<typeof facts>, occurredAt = at('12T02:00')) =>
  movedClocks(clocks, { facts: { ...facts, ...over }, occurredAt, informedBefore }, rules);

describe('clocks by a corrected time', () => {
  it('do not move where no time of theirs has', () => {
    expect(moved(running(), {})).toEqual([]);
  });

  it('start when the leader was told and keep their length, whichever way that moved; the confirmation stands', () => {
    for (const by of [-30, -1, 1, 45]) {
      const leaderInformedAt = new Date(informedBefore.getTime() + by * minute);
      const after = new Map(moved(running(), { leaderInformedAt }).map((clock) => [clock.id, clock]));

      for (const { id, startsAt, dueAt } of running().filter(({ code }) => code !== 'confirm' && code !== 'investigationReport')) {
        expect(after.get(id)?.startsAt).toEqual(leaderInformedAt);
        expect(after.get(id)?.dueAt.getTime()).toBe(dueAt.getTime() + leaderInformedAt.getTime() - startsAt.getTime());
      }
      expect(after.has('confirm')).toBe(false);
    }
  });

  it('are what they would have been, had the time been entered rightly', () => {
    const leaderInformedAt = at('12T01:30');
    const right = owedClocks({ ...facts, leaderInformedAt, knownAt: leaderInformedAt }, rules);
    const after = moved(running(), { leaderInformedAt });

    for (const { code, startsAt, dueAt } of right.filter((clock) => clock.code !== 'confirm'))
      expect(after.find(({ id }) => id === code)).toEqual({ id: code, startsAt, dueAt });
  });

  it('that came to be owed later keep their start, unless the leader was told after it', () => {
    const later = running({ knownAt: at('13T09:00') }).filter(({ code }) => code === 'province');

    expect(moved(later, { leaderInformedAt: at('12T01:30') })).toEqual([]);
    expect(moved(later, { leaderInformedAt: at('13T09:00') })).toEqual([]);
    expect(moved(later, { leaderInformedAt: at('13T09:20') })).toEqual([
      { id: 'province', startsAt: at('13T09:20'), dueAt: at('13T10:20') },
    ]);
  });

  it('of the report of an investigation follow the class that the corrected time gives, made or not', () => {
    const off: Partial<typeof facts> = { grade: 'none', fire: false, special: false };
    const asProperty = owedClocks({ ...facts, ...off, eventClass: 'property', knownAt: informedBefore }, rules)
      .filter(({ code }) => code === 'investigationReport')
      .map((clock) => ({ ...clock, id: clock.code }));

    expect(moved(asProperty, { ...off, eventClass: 'property' })).toEqual([]);
    const [asMinor] = moved(asProperty, { ...off, eventClass: 'minorInjury' });
    expect(asMinor?.dueAt).toEqual(new Date(`2026-03-${12 + rules.clocks.internalMinorDays + 1}T00:00:00+08:00`));
  });

  it('that are owed no more by the facts still are, and keep their length', () => {
    const province = running().filter(({ code }) => code === 'province');

    expect(moved(province, { grade: 'ordinary', leaderInformedAt: at('12T02:00') })).toEqual([
      { id: 'province', startsAt: at('12T02:00'), dueAt: at('12T03:00') },
    ]);
  });

  it('of days follow the day of the event: the report of the investigation, the application for each who was hurt', () => {
    const injury = owedWorkInjury({ casualtyId: 'c', occurredOn: '2026-03-12', from: at('12T02:00') }, rules);
    const clocks = [...running().filter(({ code }) => code === 'investigationReport'), { ...injury, id: 'workInjury' }];
    const occurredAt = at('11T23:50');
    const after = moved(clocks, { occurredOn: '2026-03-11' }, occurredAt);

    expect(after.map(({ id, dueAt }) => [id, dueAt])).toEqual([
      ['investigationReport', new Date('2026-05-11T00:00:00+08:00')],
      ['workInjury', new Date('2026-04-11T00:00:00+08:00')],
    ]);
    expect(after.at(-1)?.startsAt).toEqual(occurredAt);
  });

  it('of single days and of changes stay, and a follow-up is owed only from the day after the authority was to be told', () => {
    const followUps = owedFollowUps(
      { grade: 'ordinary', dangerous: false, since: at('12T02:10'), rescueEndedAt: null, now: at('14T09:00') },
      rules,
    );
    expect(
      moved(
        followUps.map((clock) => ({ ...clock, id: clock.key })),
        { leaderInformedAt: at('13T02:10') },
      ),
    ).toEqual([]);
    expect(followUpDaysBetween(at('12T02:10'), at('12T23:59'))).toBeNull();
    expect(followUpDaysBetween(at('12T02:10'), at('14T00:00'))).toEqual({ after: '2026-03-12', upTo: '2026-03-14', owed: false });
    expect(followUpDaysBetween(at('14T00:00'), at('12T02:10'))).toEqual({ after: '2026-03-12', upTo: '2026-03-14', owed: true });
  });
});

describe('a decision on a person that was entered wrongly', () => {
  const entered = { enteredById: 'clerk', personId: 'hurt', withdrawn: false };

  it.each([
    ['by another', entered, ['head', false], null],
    ['by who entered it', { ...entered, enteredById: 'head' }, ['head', true], 'incidents.own_handling'],
    ['by whom it is about', { ...entered, personId: 'head' }, ['head', true], 'incidents.own_handling'],
    ['by an account of nobody', entered, [null, true], 'incidents.own_handling'],
    ['nobody knows entered by whom', { ...entered, enteredById: null }, ['head', false], 'incidents.own_handling'],
    ['nobody knows entered by whom, by headquarters', { ...entered, enteredById: null }, ['office', true], null],
    ['a second time', { ...entered, withdrawn: true }, ['head', true], 'incidents.handling_withdrawn'],
  ] as const)('is withdrawn %s', (_, handling, [by, oversees], code) => {
    expect(objectionToWithdrawal(handling, { by, oversees })).toBe(code);
  });
});

describe('a case', () => {
  const proofs = {
    investigation: { approved: true, directCause: '甲', indirectCauses: [{ factor: 'human', text: '乙' }], nobodyToHandle: '无人有责' },
    handlings: [],
    measures: { done: 1, open: 0 },
    educated: 1,
  } as const;
  const standings = (confirmed: readonly FourGate[] = fourGates) => gateStandings(proofs, confirmed);
  const ready = { standings: standings(), gradeOutdated: false, eventClass: 'nearMiss', responsibility: 'pending' } as const;

  it.each(eventClasses.flatMap((eventClass) => responsibilities.map((responsibility) => [eventClass, responsibility] as const)))(
    '%s with responsibility %s waits for that, but for a near miss where the house does not ask',
    (eventClass, responsibility) => {
      const closing = (nearMissResponsibility: boolean) =>
        objectionToClosing({ ...ready, eventClass, responsibility }, { nearMissResponsibility });
      const pending = responsibility === 'pending' ? 'incidents.responsibility_pending' : null;

      expect(closing(true)).toBe(pending);
      expect(closing(false)).toBe(eventClass === 'nearMiss' ? null : pending);
    },
  );

  it('of a near miss still passes all four gates, and its grade is not behind the facts', () => {
    for (const gate of fourGates)
      expect(objectionToClosing({ ...ready, standings: standings(fourGates.filter((each) => each !== gate)) }, rules)).toMatch(
        /unconfirmed$/u,
      );
    expect(objectionToClosing({ ...ready, gradeOutdated: true }, rules)).toBe('incidents.grade_outdated');
  });
});
