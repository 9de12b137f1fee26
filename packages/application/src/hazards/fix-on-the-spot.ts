import { fixReportedInput } from '@changming/domain/hazards';
import { id } from '@changming/domain/kernel';
import type { z } from 'zod';

import { command, type Writing } from '../context.ts';
import { rulesOfUnit } from '../standards/index.ts';
import { deadlinesIn } from './deadline-rules.ts';
import { hazardRulesIn } from './hazard-rules.ts';
import { hazardInSight } from './in-sight.ts';
import { declarePhotos, photoCounts } from './photos.ts';
import { proposeBy } from './propose-for.ts';
import { hazardInScope, type StoredHazard } from './store.ts';
import { supplyBefore } from './supply-before.ts';
import { stepTaken, takeStep } from './take-step.ts';
import { workdaysAround } from './workdays.ts';

/** 立行立改 of a hazard that was reported before: found, set right and handed in by one hand. */
export const fixHazardOnTheSpot = command({
  permission: 'hazards.rectify',
  name: 'hazards.fixOnTheSpot',
  input: fixReportedInput.extend({ hazardId: id }),
  async run(work, { hazardId, ...fixed }) {
    const stored = await hazardInSight(work, hazardId);
    const after = await fix(work, stored, fixed);
    return stepTaken(work, stored, after);
  },
});

type Fixed = z.output<typeof fixReportedInput>;

/** The same within the report itself. */
export async function fixOnTheSpot(work: Writing, hazardId: string, fixed: Fixed): Promise<void> {
  await fix(work, await hazardInScope(work.tx, work.scope, hazardId), fixed);
}

async function fix(work: Writing, stored: StoredHazard, { measures, photos, ...supplied }: Fixed) {
  const { hazard, row } = stored;
  await supplyBefore(work, stored, supplied);
  await declarePhotos(work, hazard, 'after', photos);
  const seen = { category: row.category, source: row.source, unitId: row.unit_id, unitPos: row.unit_pos, pointId: row.point_id };
  const rulesOn = await rulesOfUnit(work.tx, hazard.unitId);
  const rules = rulesOn(work.today);
  const { level } = await proposeBy(work.tx, { ...seen, today: work.today }, deadlinesIn(rules));
  const facts = {
    level: hazard.level ?? level,
    measures,
    photos: await photoCounts(work.tx, stored),
    isWorkday: await workdaysAround(work.tx, work.today),
    acceptWorkdays: hazardRulesIn(rules).acceptWorkdays,
  };
  return takeStep(work, stored, ['fixOnTheSpot', facts], { note: measures, beside: { done: measures, spent: 0, submitted_at: work.now } });
}
