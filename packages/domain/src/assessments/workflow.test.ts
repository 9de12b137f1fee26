import { describe, expect, it } from 'vitest';

import { type Appeal, objectionToAnswering, objectionToLodging } from './appeal.ts';
import { advanceRun, newRun, objectionToRunStep, type Run, type RunStage, type RunStep, runStages, runSteps } from './workflow.ts';

const isWorkday = (day: string) => ![0, 6].includes(new Date(`${day}T00:00:00Z`).getUTCDay());
const times = { isWorkday, confirmWorkdays: 5, appealWorkdays: 3 };
const thursday = '2026-10-08';
const at = (stage: RunStage, over: Partial<Run> = {}): Run => ({ ...newRun, stage, ...over });
const step = (run: Run, taken: RunStep, { by = 'li', on = thursday } = {}) => advanceRun(run, taken, { known: { by, on }, times });

describe('the stages and steps of a run', () => {
  const moves: Readonly<Record<RunStep, Partial<Record<RunStage, RunStage>>>> = {
    compute: { open: 'computed', computed: 'computed' },
    ask: { computed: 'confirming' },
    hearAppeals: { confirming: 'appealing' },
    review: { appealing: 'reviewed' },
    recompute: { confirming: 'computed', appealing: 'computed', reviewed: 'computed' },
    finalise: { reviewed: 'final' },
    publish: { final: 'published' },
    archive: { published: 'archived' },
  };

  it.each(runStages.flatMap((stage) => runSteps.map((taken) => ({ stage, taken, to: moves[taken][stage] ?? null }))))(
    '$stage -- $taken --> $to',
    ({ stage, taken, to }) => {
      if (to === null) {
        expect(objectionToRunStep(at(stage), taken, { by: 'li', on: thursday })).toBe('assessments.wrong_stage');
        expect(() => step(at(stage), taken)).toThrow('assessments.wrong_stage');
      } else {
        expect(step(at(stage), taken).stage).toBe(to);
      }
    },
  );

  it('publishes only what the committee made final, and never goes back from there', () => {
    const into = (wanted: RunStage) =>
      runStages.flatMap((stage) => runSteps.filter((taken) => moves[taken][stage] === wanted && stage !== wanted));

    expect([into('published'), into('final'), into('reviewed')]).toEqual([['publish'], ['finalise'], ['review']]);
    expect(runSteps.filter((taken) => moves[taken].published !== undefined)).toEqual(['archive']);
  });
});

describe('the time that units have', () => {
  it('is five working days to confirm, up to and on the last', () => {
    const asked = step(at('computed'), 'ask');

    expect(asked.confirmDueOn).toBe('2026-10-15');
    expect(objectionToRunStep(asked, 'hearAppeals', { by: 'li', on: '2026-10-15' })).toBe('assessments.time_not_up');
    expect(objectionToRunStep(asked, 'hearAppeals', { by: 'li', on: '2026-10-16' })).toBeNull();
  });

  it('ends sooner when every unit has confirmed', () => {
    const asked = step(at('computed'), 'ask');

    expect(objectionToRunStep(asked, 'hearAppeals', { by: 'li', on: thursday, unconfirmed: 0 })).toBeNull();
    expect(objectionToRunStep(asked, 'hearAppeals', { by: 'li', on: thursday, unconfirmed: 1 })).toBe('assessments.time_not_up');
  });

  it('is three working days to appeal, and the review waits for every answer', () => {
    const heard = step(at('confirming'), 'hearAppeals');

    expect(heard.appealDueOn).toBe('2026-10-13');
    expect(objectionToRunStep(heard, 'review', { by: 'li', on: '2026-10-13', openAppeals: 0 })).toBe('assessments.time_not_up');
    expect(objectionToRunStep(heard, 'review', { by: 'li', on: '2026-10-14', openAppeals: 1 })).toBe('assessments.appeals_open');
    expect(objectionToRunStep(heard, 'review', { by: 'li', on: '2026-10-14', openAppeals: 0 })).toBeNull();
  });

  it('begins anew when the run is computed anew', () => {
    const again = step(step(step(at('computed'), 'ask'), 'hearAppeals', { on: '2026-10-16' }), 'recompute', { on: '2026-10-16' });

    expect(again).toEqual({ ...newRun, stage: 'computed' });
  });
});

describe('who makes a run final', () => {
  it('does not publish it as well', () => {
    const final = step(at('reviewed'), 'finalise', { by: 'wang' });

    expect(objectionToRunStep(final, 'publish', { by: 'wang', on: thursday })).toBe('assessments.same_person');
    expect(step(final, 'publish', { by: 'li' }).stage).toBe('published');
    expect(() => step(final, 'publish', { by: 'wang' })).toThrow('assessments.same_person');
  });
});

describe('an appeal', () => {
  const heard = at('appealing', { appealDueOn: '2026-10-13' });
  const lodged: Appeal = { stage: 'lodged', lodgedById: 'zhao' };
  const answering = (by: string, over: Partial<{ run: Run; appeal: Appeal }> = {}, reason = '记录齐全') =>
    objectionToAnswering({ run: heard, appeal: lodged, ...over }, { by, reason });

  it('is lodged while the run hears them, with a reason', () => {
    const objected = (on: string, run = heard, reason = '漏计两条') => objectionToLodging(run, { on, reason });

    expect([
      objected('2026-10-13'),
      objected('2026-10-14'),
      objected('2026-10-13', heard, ' '),
      objected('2026-10-13', at('computed')),
      objected('2026-10-13', at('reviewed')),
    ]).toEqual([
      null,
      'assessments.appeal_too_late',
      'assessments.reason_missing',
      'assessments.appeals_not_heard',
      'assessments.wrong_stage',
    ]);
  });

  it('is answered once, by somebody else, with a reason', () => {
    expect(answering('li')).toBeNull();
    expect(answering('zhao')).toBe('assessments.own_appeal');
    expect(answering('li', {}, '')).toBe('assessments.reason_missing');
    expect(answering('li', { appeal: { ...lodged, stage: 'upheld' } })).toBe('assessments.appeal_decided');
    expect(answering('li', { run: at('reviewed') })).toBe('assessments.wrong_stage');
  });
});
