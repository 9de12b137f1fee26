import { addDays, type Day, monthOf, type Period, periodNamed } from '@changming/domain/kernel';
import { periodKindOf, type PeriodKind } from '@changming/domain/assessments';
import { z } from 'zod';

import { command, type Writing } from '../context.ts';
import { cutOffOf } from './period-of.ts';
import { type StoredScheme, toStored } from './scheme-store.ts';

/** The periods that are computed by the clock; halves and years are ordered by headquarters. */
const periodic: readonly PeriodKind[] = ['month', 'quarter'];
/** How far back a worker that was down looks for what it owes. */
const monthsBack = 4;

/**
 * 到期应算: every period of a published scheme whose cut-off has passed, once. What was due before the scheme was there, or longer ago
 * than the worker looks back, is computed only when somebody orders it.
 */
export const sweepRuns = command({
  permission: 'assessments.run',
  name: 'assessments.sweep',
  input: z.strictObject({}),
  async run(work) {
    const { tx, now, enqueue, trail } = work;
    const ordered: { schemeCode: string; period: string }[] = [];
    for (const scheme of await publishedSchemes(work)) {
      for (const { name, period } of periodsEnded(work.today, scheme)) {
        const cutOff = await cutOffOf(tx, { period }, scheme.body);
        if (cutOff.at > now || !(await isNew(work, { scheme, name, cutOffOn: cutOff.on }))) continue;
        const order = { schemeCode: scheme.code, period: name, anew: false, orderedById: null };
        await enqueue('assessments.compute', order, `${scheme.code}|${name}`);
        ordered.push({ schemeCode: scheme.code, period: name });
      }
    }
    return trail([], { ordered });
  },
});

async function publishedSchemes({ tx }: Writing): Promise<StoredScheme[]> {
  const rows = await tx
    .selectFrom('assessment_schemes')
    .selectAll()
    .where('stage', '=', 'published')
    .orderBy('code')
    .orderBy('version')
    .execute();
  return rows.map(toStored);
}

/** Months and quarters that ended lately, under the version that was in force when they began. */
function periodsEnded(today: Day, { body, effective_from: from, published_at: at }: StoredScheme): { name: string; period: Period }[] {
  const names = Array.from({ length: monthsBack }, (_, back) => monthOf(addDays(`${monthOf(today)}-15`, -30 * (back + 1))));
  const quarters = names
    .filter((month) => Number(month.slice(5)) % 3 === 0)
    .map((month) => `${month.slice(0, 4)}Q${Number(month.slice(5)) / 3}`);
  const mine = [...new Set([...names, ...quarters])].filter((name) => {
    const kind = periodKindOf(name);
    return kind !== null && periodic.includes(kind) && body.periodKinds.includes(kind);
  });
  return mine.flatMap((name) => {
    const period = periodNamed(name);
    if (period === null || from === null || at === null) return [];
    return period.from >= from && period.until <= today ? [{ name, period }] : [];
  });
}

type Owed = { readonly scheme: StoredScheme; readonly name: string; readonly cutOffOn: Day };

async function isNew({ tx, now }: Writing, { scheme, name, cutOffOn }: Owed): Promise<boolean> {
  const run = await tx
    .selectFrom('assessment_runs as r')
    .innerJoin('assessment_schemes as s', 's.id', 'r.scheme_id')
    .select('r.id')
    .where('s.code', '=', scheme.code)
    .where('r.period', '=', name)
    .limit(1)
    .executeTakeFirst();
  if (run !== undefined) return false;
  const found = await tx
    .insertInto('assessment_occurrences')
    .values({ scheme_code: scheme.code, period: name, cut_off_on: cutOffOn, found_at: now })
    .onConflict((conflict) => conflict.doNothing())
    .executeTakeFirst();
  return found.numInsertedOrUpdatedRows === 1n;
}
