import { type SpotPeriod, spotPeriods } from '@changming/domain/equipment';
import { addDays, id } from '@changming/domain/kernel';
import { sql } from 'kysely';
import { z } from 'zod';

import { command, type Writing } from '../context.ts';
import { equipmentRuleBook } from './rules.ts';
import { meeting } from './spot-met.ts';

const batch = 200;

/** A worker that was down for half a year catches up; what is older is not owed any more by anybody who could make it. */
const reachDays = 190;

type Owner = { readonly id: string; readonly firstOn: string };

/**
 * 点检应做: makes the look-overs of every unit up to and including the running period, unit by unit. Each is owed once per piece and period,
 * however often this runs; of a piece that came into the ledger within a period that one is owed too. Answers where to go on.
 */
export const oweSpotChecks = command({
  permission: 'equipment.sweep',
  name: 'equipment.oweSpotChecks',
  input: z.strictObject({ after: id.nullable().default(null) }),
  async run(work, { after }) {
    const { tx, today, trail } = work;
    const book = await equipmentRuleBook(tx);
    const units = await unitsOwing(work, after);
    let made = 0;
    for (const unit of units) {
      const { spotChecksPerMonth } = await book({ unitId: unit.id, on: today });
      const earliest = addDays(today, -reachDays);
      const periods = spotPeriods(spotChecksPerMonth, unit.firstOn > earliest ? unit.firstOn : earliest, today);
      made += await owe(work, unit.id, periods);
    }
    const last = units.at(-1);
    return trail([], { made, next: units.length < batch || last === undefined ? null : last.id });
  },
});

/** Units with fire equipment, with the day on which the first piece came into the ledger. */
async function unitsOwing({ tx }: Writing, after: string | null): Promise<Owner[]> {
  const { rows } = await sql<Owner>`
    select e.unit_id as id, min(e.entered_on) as "firstOn" from fire_equipment e
    where e.condition <> 'scrapped' and (${after}::uuid is null or e.unit_id > ${after}::uuid)
    group by e.unit_id order by e.unit_id limit ${batch}`.execute(tx);
  return rows;
}

type Owed = { readonly equipment_id: string; readonly from_on: string; readonly due_on: string };

/** What is not owed yet: a period that overlaps one that is owed already, by a rule that has changed since, is not owed twice. */
async function owe(work: Writing, unitId: string, periods: readonly SpotPeriod[]): Promise<number> {
  const { tx, newId } = work;
  const { rows: missing } = await sql<Owed>`
    select e.id as equipment_id, p.from_on, p.to_on as due_on
    from fire_equipment e join unnest(${periods.map(({ from }) => from)}::date[], ${periods.map(({ to }) => to)}::date[]) as p (from_on, to_on)
      on e.entered_on <= p.to_on
    where e.unit_id = ${unitId} and e.condition <> 'scrapped' and not exists (
      select from fire_spot_duties d where d.equipment_id = e.id and d.due_on >= p.from_on and d.from_on <= p.to_on)`.execute(tx);
  if (missing.length === 0) return 0;
  const rows = missing.map((each) => ({ ...each, id: newId(), unit_id: unitId }));
  const { rows: made } = await sql`
    insert into fire_spot_duties (id, equipment_id, unit_id, from_on, due_on, checked_on, check_id)
    select r.id, r.equipment_id, r.unit_id, r.from_on, r.due_on, c.on_day, c.id
    from json_to_recordset(${JSON.stringify(rows)}::json)
        as r (id uuid, equipment_id uuid, unit_id uuid, from_on date, due_on date, check_id uuid)
      left join lateral (${meeting('r')}) c on true
    on conflict (equipment_id, due_on) do nothing returning id`.execute(tx);
  return made.length;
}
