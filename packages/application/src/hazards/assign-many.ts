import { assignInput, registerInput } from '@changming/domain/hazards';
import { id, Refusal } from '@changming/domain/kernel';
import { z } from 'zod';

import type { Caller } from '../context.ts';
import { assignHazard, triageHazard } from './triage.ts';

export const assignManyInput = z.strictObject({
  hazardIds: z.array(id).min(1).max(200),
  plan: assignInput.shape.plan,
  /** Grades those still to be graded on the way. */
  level: registerInput.shape.level.optional(),
});

export type Verdict = { readonly id: string; readonly done: boolean; readonly code: string | null };

/**
 * 批量下达: each hazard in a transaction of its own, with its own verdict; one that is refused holds up no other. Whoever may assign nowhere
 * is refused as a whole.
 */
export async function assignMany(caller: Caller, raw: z.input<typeof assignManyInput>): Promise<Verdict[]> {
  const { hazardIds, plan, level } = assignManyInput.parse(raw);
  const verdicts: Verdict[] = [];
  for (const hazardId of new Set(hazardIds)) verdicts.push(await verdictOn(hazardId, () => assignOne(caller, { hazardId, plan, level })));
  return verdicts;
}

type One = Pick<z.output<typeof assignManyInput>, 'plan' | 'level'> & { readonly hazardId: string };

async function assignOne(caller: Caller, { hazardId, plan, level }: One): Promise<unknown> {
  return level === undefined ? assignHazard(caller, { hazardId, plan }) : triageHazard(caller, { hazardId, level, plan });
}

async function verdictOn(hazardId: string, act: () => Promise<unknown>): Promise<Verdict> {
  try {
    await act();
    return { id: hazardId, done: true, code: null };
  } catch (error) {
    if (error instanceof Refusal && error.code !== 'access.not_permitted') return { id: hazardId, done: false, code: error.code };
    throw error;
  }
}
