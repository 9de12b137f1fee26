import type { Outcome } from './check.ts';

/** The part of vitest's JSON report that is counted. */
export type VitestReport = {
  readonly numPassedTests: number;
  readonly numFailedTests: number;
  readonly numPendingTests: number;
  readonly numTodoTests: number;
  readonly testResults: readonly {
    readonly name: string;
    readonly status: string;
    readonly message: string;
    readonly assertionResults: readonly {
      readonly status: string;
      readonly fullName: string;
      readonly failureMessages: readonly string[] | null;
    }[];
  }[];
};

/**
 * Counts a run. A file that could not even be loaded, a skipped test and a run that ended badly without naming a failure are failures
 * too: none of them may look green.
 */
export function tallyOf(report: VitestReport | null, ended: { readonly ok: boolean; readonly output: string }): Outcome {
  if (report === null) return { passed: 0, failed: 1, report: ended.output.slice(-6000) };
  const failures = [...failedTests(report), ...brokenFiles(report), ...skipped(report)];
  if (failures.length === 0 && !ended.ok) failures.push(`the run ended badly:\n${ended.output.slice(-6000)}`);
  if (failures.length === 0 && report.numPassedTests === 0) failures.push('no test was found');
  return { passed: report.numPassedTests, failed: failures.length, report: failures.join('\n\n') };
}

function failedTests({ testResults }: VitestReport): string[] {
  return testResults.flatMap(({ name, assertionResults }) =>
    assertionResults
      .filter(({ status }) => status === 'failed')
      .map(({ fullName, failureMessages }) => `${name}\n  ${fullName}\n${(failureMessages ?? []).join('\n').slice(0, 2000)}`),
  );
}

function brokenFiles({ testResults }: VitestReport): string[] {
  return testResults
    .filter(({ status, assertionResults }) => status === 'failed' && !assertionResults.some((each) => each.status === 'failed'))
    .map(({ name, message }) => `${name}\n${message.slice(0, 2000)}`);
}

function skipped({ numPendingTests, numTodoTests }: VitestReport): string[] {
  return Array.from({ length: numPendingTests + numTodoTests }, () => 'a test is skipped: none may be');
}
