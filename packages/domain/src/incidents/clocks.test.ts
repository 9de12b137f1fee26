import { describe, expect, it } from 'vitest';

import {
  type ClockFacts,
  clockStanding,
  defaultIncidentRules as rules,
  type MadeReport,
  owedCasualtyChange,
  owedClocks,
  owedFollowUps,
  owedWorkInjury,
  settleClocks,
} from './index.ts';

const at = (time: string) => new Date(`2026-03-${time}:00+08:00`);

const facts: ClockFacts = {
  eventClass: 'statutory',
  grade: 'ordinary',
  dangerous: false,
  fire: false,
  special: false,
  occurredOn: '2026-03-12',
  recordedAt: at('12T02:05'),
  leaderInformedAt: at('12T02:10'),
  knownAt: at('12T02:10'),
  appraisalDays: 0,
  extendedDays: 0,
};
const codes = (given: Partial<ClockFacts>) => owedClocks({ ...facts, ...given }, rules).map(({ code }) => code);
const due = (given: Partial<ClockFacts>, code: string) =>
  owedClocks({ ...facts, ...given }, rules)
    .find((each) => each.code === code)
    ?.dueAt.toISOString();

describe('what is owed once', () => {
  it('is nothing but the confirmation until the leader has been told', () => {
    expect(codes({ leaderInformedAt: null })).toEqual(['confirm']);
    expect(due({ leaderInformedAt: null }, 'confirm')).toBe(at('12T03:05').toISOString());
  });

  it('runs an hour to the county, half an hour, an hour and a day to headquarters, from when the leader was told', () => {
    expect(codes({})).toEqual(['confirm', 'hqPhone', 'hqRecord', 'hqWritten', 'county', 'investigationReport']);
    expect(due({}, 'county')).toBe(at('12T03:10').toISOString());
    expect(due({}, 'hqPhone')).toBe(at('12T02:40').toISOString());
    expect(due({}, 'hqRecord')).toBe(at('12T03:10').toISOString());
    expect(due({}, 'hqWritten')).toBe(at('13T02:10').toISOString());
  });

  it('goes to the province from 较大 on', () => {
    expect(codes({ grade: 'ordinary' })).not.toContain('province');
    for (const grade of ['larger', 'major', 'extraordinary'] as const) expect(codes({ grade })).toContain('province');
  });

  it('of a near miss is the record and the investigation, of a dangerous event the county too', () => {
    const nearMiss = { eventClass: 'nearMiss', grade: 'none' } as const;
    expect(codes(nearMiss)).toEqual(['confirm', 'hqRecord', 'investigationStart', 'investigationReport']);
    expect(codes({ ...nearMiss, dangerous: true })).toContain('county');
  });

  it('goes to 119 for a fire, and to the market regulator for special equipment on the scale', () => {
    expect(codes({ fire: true })).toContain('fireBrigade');
    expect(codes({ special: true })).toContain('marketRegulator');
    expect(codes({ special: true, grade: 'none', eventClass: 'property' })).not.toContain('marketRegulator');
  });

  it('since a later change runs from then, not from the night of the event', () => {
    expect(due({ grade: 'larger', knownAt: at('14T09:00') }, 'province')).toBe(at('14T10:00').toISOString());
    expect(due({ knownAt: at('14T09:00') }, 'hqPhone')).toBe(at('14T09:30').toISOString());
    expect(due({ knownAt: at('14T09:00') }, 'hqWritten')).toBe(at('15T09:00').toISOString());
    expect(due({ grade: 'none', knownAt: at('14T09:00') }, 'investigationStart')).toBe(at('15T09:00').toISOString());
    expect(due({ knownAt: at('14T09:00') }, 'hqRecord')).toBe(at('12T03:10').toISOString());
  });

  it('gives the report sixty days to midnight', () => {
    expect(due({}, 'investigationReport')).toBe(new Date('2026-05-12T00:00:00+08:00').toISOString());
  });
});

describe('follow-up reports', () => {
  const rescue = {
    grade: 'ordinary',
    dangerous: false,
    since: at('12T02:10'),
    rescueEndedAt: null,
    now: at('14T08:00'),
  } as const;
  const keys = (given: object) => owedFollowUps({ ...rescue, ...given }, rules).map(({ key }) => key);

  it('are one a day from the day after the first report, two for 重大 and above', () => {
    expect(keys({})).toEqual(['2026-03-13#1', '2026-03-14#1']);
    expect(keys({ grade: 'major' })).toEqual(['2026-03-13#1', '2026-03-13#2', '2026-03-14#1', '2026-03-14#2']);
  });

  it('end with the rescue, and are never owed where no authority is told', () => {
    expect(keys({ rescueEndedAt: at('13T05:00') })).toEqual([]);
    expect(keys({ rescueEndedAt: at('14T05:00') })).toEqual(['2026-03-13#1']);
    expect(keys({ grade: 'none' })).toEqual([]);
    expect(keys({ grade: 'none', dangerous: true })).toHaveLength(2);
    expect(keys({ since: null })).toEqual([]);
    expect(keys({ since: at('13T20:00') })).toEqual(['2026-03-14#1']);
  });
});

it('a change of the casualties is told on its day, a work injury within thirty days', () => {
  expect(owedCasualtyChange(at('14T23:30'), 2)).toMatchObject({ key: '2026-03-14#2', dueAt: at('15T00:00') });
  const injury = owedWorkInjury({ casualtyId: 'a', occurredOn: '2026-03-12', from: at('12T02:00') }, rules);
  expect(injury.dueAt.toISOString()).toBe(new Date('2026-04-12T00:00:00+08:00').toISOString());
});

it('a clock that is met on the very instant is met in time', () => {
  const clock = { dueAt: at('12T03:10'), metAt: null, droppedAt: null };
  expect(clockStanding(clock, at('12T03:10'))).toBe('open');
  expect(clockStanding(clock, at('12T03:11'))).toBe('missed');
  expect(clockStanding({ ...clock, metAt: at('12T03:10') }, at('20T00:00'))).toBe('met');
  expect(clockStanding({ ...clock, metAt: at('12T03:11') }, at('20T00:00'))).toBe('late');
  expect(clockStanding({ ...clock, droppedAt: at('12T03:00') }, at('20T00:00'))).toBe('dropped');
});

describe('a report that was made', () => {
  const report = (given: Partial<MadeReport>): MadeReport => ({
    id: 'r',
    recipient: 'emergency',
    kind: 'first',
    channel: 'phone',
    reportedAt: at('12T02:50'),
    ...given,
  });
  const clock = (code: Parameters<typeof settleClocks>[0][number]['code'], key = '') => ({
    id: code + key,
    code,
    key,
    startsAt: at('12T02:10'),
  });
  const met = (clocks: Parameters<typeof settleClocks>[0], reports: readonly MadeReport[]) =>
    settleClocks(clocks, reports).map(({ clockId, reportId }) => [clockId, reportId]);

  it('meets the clock of whom it was made to, the earliest first', () => {
    const later = report({ id: 'later', reportedAt: at('12T05:00') });
    expect(met([clock('county'), clock('province')], [later, report({})])).toEqual([['county', 'r']]);
    expect(met([clock('hqPhone'), clock('hqWritten')], [report({ recipient: 'headquarters' })])).toEqual([['hqPhone', 'r']]);
    expect(met([clock('hqWritten')], [report({ recipient: 'headquarters', channel: 'written' })])).toEqual([['hqWritten', 'r']]);
  });

  it('of a follow-up meets one of its own day', () => {
    const day = (id: string, time: string) => report({ id, kind: 'followUp', reportedAt: at(time) });
    const owed = [clock('followUp', '2026-03-13#1'), clock('followUp', '2026-03-13#2'), clock('followUp', '2026-03-14#1')];
    expect(met(owed, [day('a', '13T09:00')])).toEqual([['followUp2026-03-13#1', 'a']]);
    expect(met(owed, [day('a', '13T09:00'), day('b', '13T17:00')])).toEqual([
      ['followUp2026-03-13#1', 'a'],
      ['followUp2026-03-13#2', 'b'],
    ]);
    expect(settleClocks(owed, [day('a', '13T09:00')], new Set(['a']))).toEqual([]);
  });

  it('of a work injury meets that of one person, as each is applied for by itself', () => {
    const applied = (id: string) => report({ id, recipient: 'socialInsurance', kind: 'workInjury' });
    const owed = [clock('workInjury', 'one'), clock('workInjury', 'two')];
    expect(met(owed, [applied('a')])).toEqual([['workInjuryone', 'a']]);
    expect(met(owed, [applied('a'), applied('b')])).toEqual([
      ['workInjuryone', 'a'],
      ['workInjurytwo', 'b'],
    ]);
    expect(settleClocks(owed, [applied('a')], new Set(['a']))).toEqual([]);
  });

  it('never meets what an act alone can meet', () => {
    expect(met([clock('confirm'), clock('hqRecord'), clock('investigationReport')], [report({ recipient: 'headquarters' })])).toEqual([]);
  });
});
