import { describe, expect, it } from 'vitest';

import { tallyOf, type VitestReport } from './vitest-tally.ts';

const green: VitestReport = { numPassedTests: 3, numFailedTests: 0, numPendingTests: 0, numTodoTests: 0, testResults: [] };
const well = { ok: true, output: '' };

describe('a run of tests', () => {
  it('counts what passed', () => {
    expect(tallyOf(green, well)).toEqual({ passed: 3, failed: 0, report: '' });
  });

  it('that left no report, found no test, skipped one or ended badly is not green', () => {
    expect(tallyOf(null, { ok: false, output: 'boom' })).toMatchObject({ failed: 1, report: 'boom' });
    expect(tallyOf({ ...green, numPassedTests: 0 }, well)).toMatchObject({ failed: 1 });
    expect(tallyOf({ ...green, numPendingTests: 2 }, well)).toMatchObject({ passed: 3, failed: 2 });
    expect(tallyOf(green, { ok: false, output: 'unhandled rejection' })).toMatchObject({ passed: 3, failed: 1 });
  });

  it('names failed tests and files that could not be loaded', () => {
    const failed = { status: 'failed', fullName: 'a hazard closes', failureMessages: ['expected 1'] };
    const testResults = [
      { name: 'a.test.ts', status: 'failed', message: '', assertionResults: [failed] },
      { name: 'b.test.ts', status: 'failed', message: 'cannot load', assertionResults: [] },
    ];

    const outcome = tallyOf({ ...green, numFailedTests: 1, testResults }, { ok: false, output: '' });

    expect(outcome.failed).toBe(2);
    expect(outcome.report).toContain('a hazard closes');
    expect(outcome.report).toContain('cannot load');
  });
});
