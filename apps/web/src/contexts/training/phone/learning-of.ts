import * as contract from '@changming/contract/training';

import { call } from '../../../api/call.ts';

/** How much is still to be sat and read. */
export async function learningOf(signal: AbortSignal): Promise<{ exams: number; reading: number }> {
  const [exams, reading] = await Promise.all([call(contract.listMyExams, { signal }), call(contract.listMyReading, { signal })]);
  return {
    exams: exams.items.filter(({ state, opensAt, closesAt }) => state === 'open' && opensAt <= exams.now && exams.now < closesAt).length,
    reading: reading.items.filter(({ mustRead, readAt }) => mustRead && readAt === null).length,
  };
}
