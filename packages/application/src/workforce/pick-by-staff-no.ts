import { within } from '@changming/database';
import { pickInput, staffNo as readStaffNo } from '@changming/domain/workforce';
import { sql } from 'kysely';

import { query } from '../context.ts';

/**
 * 按工号批量选人, in the order pasted, each number once. `outside` are numbers that the group has beyond the caller's branch (the number
 * alone is said), `missing` those it has not, misspelt ones included.
 */
export const pickByStaffNo = query({
  permission: 'workforce.read',
  async run({ tx, scope }, given: { staffNos: readonly string[] }) {
    const wanted = [
      ...new Set(
        pickInput
          .parse(given)
          .staffNos.map(asRead)
          .filter((each) => each !== ''),
      ),
    ];
    if (wanted.length === 0) return { found: [], missing: [], outside: [] };
    const rows = await tx
      .selectFrom('persons as p')
      .innerJoin('units as u', 'u.id', 'p.unit_id')
      .select(['p.id', 'p.staff_no as staffNo', 'p.name', 'p.unit_id as unitId', 'u.name as unit', 'p.left_on as leftOn'])
      .where('p.staff_no', 'in', wanted)
      .where((eb) => within(eb.ref('p.unit_pos'), scope))
      .execute();
    const known = await sql<{ staffNo: string }>`select staff_no as "staffNo" from house.known_staff_nos(${wanted})`.execute(tx);
    const inside = new Map(rows.map((row) => [row.staffNo, row]));
    const group = new Set(known.rows.map(({ staffNo }) => staffNo));
    return {
      found: wanted.flatMap((number) => inside.get(number) ?? []).map((row) => ({ ...row, staffNo: row.staffNo ?? '' })),
      missing: wanted.filter((number) => !group.has(number)),
      outside: wanted.filter((number) => group.has(number) && !inside.has(number)),
    };
  },
});

function asRead(typed: string): string {
  const read = readStaffNo.safeParse(typed);
  return read.success ? read.data : typed.trim();
}
