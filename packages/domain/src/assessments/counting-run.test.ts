import { describe, expect, it } from 'vitest';

import { countingRun, isOpenRestatement, type RunStanding } from './counting-run.ts';
import { type RunStage, runStages } from './workflow.ts';

type Named = RunStanding & { readonly name: string };

const run = (name: string, stage: RunStage, over: Partial<RunStanding> = {}): Named => ({
  name,
  stage,
  kind: 'regular',
  supersededById: null,
  computedAt: new Date(`2026-0${name === 'first' ? 4 : 7}-01T00:00:00Z`),
  ...over,
});

const counting = (...runs: Named[]) => ({
  reader: countingRun(runs, { manages: false })?.name ?? null,
  manager: countingRun(runs, { manages: true })?.name ?? null,
});

const stages = runStages.filter((stage) => stage !== 'open');
const open = stages.filter((stage) => stage !== 'published' && stage !== 'archived');
const out = ['published', 'archived'] as const;

describe('the run of a period that counts', () => {
  it('is none before the first', () => {
    expect(counting()).toEqual({ reader: null, manager: null });
  });

  it.each(stages)('is the first run for everybody while it is alone and %s', (stage) => {
    expect(counting(run('first', stage))).toEqual({ reader: 'first', manager: 'first' });
  });

  it.each(open.flatMap((stage) => out.map((first) => [first, stage] as const)))(
    'is the %s one for whoever reads, and the restatement that is %s for whoever manages it',
    (first, stage) => {
      const runs = [run('first', first), run('second', stage, { kind: 'restated' })];
      expect(counting(...runs)).toEqual({ reader: 'first', manager: 'second' });
      expect(counting(...runs.toReversed())).toEqual({ reader: 'first', manager: 'second' });
    },
  );

  it.each(out)('is the restatement for everybody once it is %s', (stage) => {
    const runs = [run('first', 'published', { supersededById: 'second' }), run('second', stage, { kind: 'restated' })];
    expect(counting(...runs)).toEqual({ reader: 'second', manager: 'second' });
  });

  it.each(open)('is never what was computed anew, whatever stage it had: %s', (stage) => {
    expect(counting(run('first', stage, { supersededById: 'second' }), run('second', 'computed'))).toEqual({
      reader: 'second',
      manager: 'second',
    });
    const restated = [
      run('first', 'published', { computedAt: new Date('2026-01-01T00:00:00Z') }),
      run('second', stage, { kind: 'restated', supersededById: 'third' }),
      run('third', 'computed', { kind: 'restated', computedAt: new Date('2026-08-01T00:00:00Z') }),
    ];
    expect(counting(...restated)).toEqual({ reader: 'first', manager: 'third' });
  });

  it.each(stages)('and a restatement is open until it is published: %s', (stage) => {
    expect(isOpenRestatement({ stage, kind: 'restated' })).toBe(open.some((each) => each === stage));
    expect(isOpenRestatement({ stage, kind: 'regular' })).toBe(false);
    expect(isOpenRestatement({ stage, kind: 'late' })).toBe(false);
  });
});
