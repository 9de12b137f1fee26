import { randomUUID } from 'node:crypto';

import type { Database } from '@changming/database';
import { factTables, type FactRow, type FactTable } from '@changming/domain/assessments';
import { addDays, startOf } from '@changming/domain/kernel';
import fc from 'fast-check';
import { sql } from 'kysely';

import { given } from '../../testing/index.ts';
import type { Wanted } from '../fact-rows.ts';
import { factSources } from '../fact-sources.ts';

const within = (from: string, days: number) => fc.integer({ min: 0, max: days }).map((n) => addDays(from, n));
const maybe = <Value>(value: fc.Arbitrary<Value>) => fc.option(value, { nil: null, freq: 3 });

/** A hazard as it may have been written, at two instants that history tells apart. */
const anyHazard = fc.record({
  stage: fc.constantFrom('reported', 'assigned', 'rectifying', 'submitted', 'closed', 'void'),
  level: maybe(fc.constantFrom('team', 'workshop', 'unit', 'major')),
  source: fc.constantFrom('selfCheck', 'employeeReport', 'authority', 'expert', 'groupInspection', 'campaign'),
  origin: fc.constantFrom('recorded', 'recorded', 'opening'),
  suggestion: fc.constantFrom('none', 'open', 'denialProposed', 'denied'),
  found: within('2025-12-01', 120),
  registered: maybe(within('2025-12-01', 120)),
  due: maybe(within('2025-12-15', 120)),
  submitted: maybe(within('2025-12-15', 120)),
  extended: maybe(within('2025-12-15', 60)),
  stated: fc.boolean(),
  knownOn: within('2026-01-01', 200),
  changedAfter: fc.integer({ min: 0, max: 90 }),
  suggested: fc.boolean(),
  lookedBack: maybe(fc.constantFrom('held', 'relapsed', 'owed')),
  sameShot: fc.boolean(),
  /** A shot that others may have declared before. */
  usedShot: maybe(fc.constantFrom('a', 'b', 'c')),
  /** Whether the extension was asked after the deadline, and granted. */
  askedLate: fc.boolean(),
  granted: fc.boolean(),
  /** Handed to another unit so many days later. */
  movedAfter: maybe(fc.integer({ min: 1, max: 90 })),
});
type AnyHazard = typeof anyHazard extends fc.Arbitrary<infer Value> ? Value : never;

type Places = readonly [unitId: string, next: string];

async function write(owner: Database, [unitId, next]: Places, made: AnyHazard): Promise<void> {
  const id = randomUUID();
  const closedOn = made.stage === 'closed' ? addDays(made.submitted ?? made.found, 1) : null;
  await owner.transaction().execute(async (tx) => {
    const at = (on: string) => sql`select set_config('app.at', ${startOf(on).toISOString()}, true)`.execute(tx);
    await at(made.knownOn);
    await sql`insert into hazards (id, unit_id, stage, level, category, key_area, kind, source, origin, suggestion, found_on, found_at, claimed_at, reported_at)
      values (${id}, ${unitId}, 'reported', ${made.level}, 'exits', 'fire', 'site', ${made.source}, ${made.origin}, ${made.suggestion},
        ${made.found}, now(), now(), now())`.execute(tx);
    await at(addDays(made.knownOn, made.changedAfter));
    await sql`update hazards set stage = ${made.stage}, registered_on = ${made.registered}, due_on = ${made.due}, submitted_on = ${made.submitted},
        closed_on = ${closedOn}, extended_from_on = ${made.extended}, funds = ${made.stated ? 0 : null}, measures = '清理',
        contingency = '停机', reopenings = ${made.suggested || made.lookedBack === 'relapsed' ? 1 : 0} where id = ${id}`.execute(tx);
    await writeBeside(tx, { id, unitId, closedOn }, made);
    if (made.movedAfter === null) return;
    await at(addDays(made.knownOn, made.changedAfter + made.movedAfter));
    await sql`update hazards set unit_id = ${next} where id = ${id}`.execute(tx);
  });
}

async function writeBeside(
  tx: Database,
  { id, unitId, closedOn }: { id: string; unitId: string; closedOn: string | null },
  made: AnyHazard,
) {
  if (made.suggested)
    await sql`insert into hazard_suggestions (hazard_id, criterion_ids, suggested_at, answer_due_at)
      values (${id}, '{x}', ${startOf(made.found)}, ${startOf(addDays(made.found, 1))})`.execute(tx);
  if (made.sameShot)
    for (const kind of ['before', 'after'])
      await sql`insert into hazard_photos (id, hazard_id, round, kind, sha256, at, declared_at)
        values (${randomUUID()}, ${id}, 0, ${kind}, ${id}, 0, ${startOf(made.found)})`.execute(tx);
  if (made.usedShot !== null)
    await sql`insert into hazard_photos (id, hazard_id, round, kind, sha256, at, declared_at)
      values (${randomUUID()}, ${id}, 0, 'after', ${made.usedShot}, 0, ${startOf(addDays(made.found, made.changedAfter))})`.execute(tx);
  if (made.extended !== null)
    await sql`insert into hazard_extensions (id, hazard_id, stage, asked_by_id, asked_on, reason, from_on, to_on)
      select ${randomUUID()}, ${id}, ${made.granted ? 'granted' : 'denied'}, id, ${addDays(made.extended, made.askedLate ? 1 : -1)}, '等料',
        ${made.extended}, ${addDays(made.extended, 9)} from persons limit 1`.execute(tx);
  if (closedOn === null || made.lookedBack === null) return;
  await sql`insert into hazard_closings (hazard_id, round, unit_id, level, source, origin, closed_on)
    values (${id}, 0, ${unitId}, ${made.level ?? 'team'}, ${made.source}, ${made.origin}, ${closedOn})`.execute(tx);
  const result = made.lookedBack === 'owed' ? null : made.lookedBack;
  await sql`insert into hazard_look_backs (id, hazard_id, round, unit_id, reason, from_on, to_on, result, looked_on)
    values (${randomUUID()}, ${id}, 0, ${unitId}, 'drawn', ${addDays(closedOn, 5)}, ${addDays(closedOn, 20)}, ${result},
      ${result === null ? null : addDays(closedOn, 9)})`.execute(tx);
}

/** So many hazards as they may come about, in five units; some are handed to another one, unless all stay. */
export async function variedHazards(owner: Database, numRuns: number, { stay = false } = {}): Promise<string[]> {
  const { root, east, mill, workshop, farMill } = await given.group(owner);
  const units = [root, east, mill, workshop, farMill].map(({ id }) => id);
  await given.person(owner, root);
  for (const [n, made] of fc.sample(anyHazard, { numRuns, seed: 3 }).entries())
    await write(owner, [units[n % 5] ?? '', units[(n + 2) % 5] ?? ''], stay ? { ...made, movedAfter: null } : made);
  return units;
}

/** Every row of a fact table, as the domain reads it. */
export async function factsOf(owner: Database, table: FactTable, wanted: Omit<Wanted, 'columns'>): Promise<FactRow[]> {
  const columns = new Set(Object.keys(factTables[table]));
  const { rows } = await sql<Record<string, never>>`select * from (${factSources[table]({ ...wanted, columns })}) f`.execute(owner);
  return rows.map(({ unit_id: unitId, ...row }) => ({ ...row, unitId }) as unknown as FactRow);
}
