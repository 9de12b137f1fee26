import { within } from '@changming/database';
import { candidatesByStaffNoInput } from '@changming/domain/access';
import type { z } from 'zod';

import { query, type Reading } from '../context.ts';

type Refused = { readonly staffNo: string; readonly code: 'access.person_not_found' | 'access.account_exists' | 'access.person_left' };

/**
 * 按工号名单开通: whom of a pasted list an account can be opened for, in the order of the list, each number once and in any case. Whoever
 * works beyond the caller's branch is missing like somebody who is nowhere.
 */
export const candidatesByStaffNo = query({
  permission: 'access.manageAccounts',
  async run({ tx, scope, today }: Reading, given: z.input<typeof candidatesByStaffNoInput>) {
    const wanted = [...new Set(candidatesByStaffNoInput.parse(given).staffNos.map((typed) => typed.toUpperCase()))];
    const rows = await tx
      .selectFrom('persons as p')
      .innerJoin('units as u', 'u.id', 'p.unit_id')
      .leftJoin('accounts as a', 'a.person_id', 'p.id')
      .select(['p.id', 'p.name', 'p.staff_no as staffNo', 'p.title', 'p.unit_id as unitId', 'u.name as unit', 'p.left_on as leftOn'])
      .select('a.id as accountId')
      .where('p.staff_no', 'in', wanted)
      .where((eb) => within(eb.ref('p.unit_pos'), scope))
      .execute();
    const known = new Map(rows.map((row) => [row.staffNo, row]));
    const verdicts = wanted.map((staffNo) => ({ staffNo, row: known.get(staffNo), code: verdictOn(known.get(staffNo), today) }));
    const candidates = verdicts.flatMap(({ row, code }) => (row === undefined || code !== null ? [] : [told(row)]));
    const refused = verdicts.flatMap(({ staffNo, code }): Refused[] => (code === null ? [] : [{ staffNo, code }]));
    return { candidates, refused };
  },
});

type Found = { readonly leftOn: string | null; readonly accountId: string | null };

function verdictOn(row: Found | undefined, today: string): Refused['code'] | null {
  if (row === undefined) return 'access.person_not_found';
  if (row.leftOn !== null && row.leftOn <= today) return 'access.person_left';
  return row.accountId === null ? null : 'access.account_exists';
}

type Row = { id: string; name: string; staffNo: string | null; title: string | null; unitId: string; unit: string };

function told({ id, name, staffNo, title, unitId, unit }: Row): Row {
  return { id, name, staffNo, title, unitId, unit };
}
