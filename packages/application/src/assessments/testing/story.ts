import type { House } from '../../context.ts';
import { houseAt } from '../../testing/index.ts';
import { runAssessment } from '../index.ts';

export const schemeCode = 'hazard-treatment';

type Place = { readonly url: string; readonly role: string };

/** The house on some day, for one act. */
export async function on<Result>(database: Place, day: string, act: (house: House) => Promise<Result>): Promise<Result> {
  const house = houseAt(database, `${day}T02:00:00Z`);
  try {
    return await act(house);
  } finally {
    await house.close();
  }
}

/** Waits until open changes have settled and computes, as the worker does. */
export async function computed(
  house: House,
  period: string,
  over: { schemeCode?: string; id?: string; anew?: boolean; reason?: string } = {},
) {
  const readAt = house.clock.now().toISOString();
  await house.settled();
  return runAssessment(house.clockwork(), { schemeCode, period, readAt, ...over });
}
