import type { Post } from '@changming/database';
import type { CertificateReceiver } from '@changming/domain/workforce';

import type { Writing } from '../context.ts';
import { holdersNear } from './holders-near.ts';

const officers = ['safetyOfficer', 'safetyDirector'] as const satisfies readonly Post[];
const heads = ['unitHead', 'firstResponsible', 'workshopHead'] as const satisfies readonly Post[];

type Whom = { readonly tells: CertificateReceiver; readonly unitId: string; readonly holderId: string };

/** The holder and the safety officer; once it is overdue the head with the officer; then those of the unit above. */
export async function receiversOfCertificate({ tx, today }: Writing, { tells, unitId, holderId }: Whom): Promise<string[]> {
  const unit = await tx
    .selectFrom('units as u')
    .leftJoin('units as a', 'a.id', 'u.parent_id')
    .select(['u.lo', 'a.lo as above'])
    .where('u.id', '=', unitId)
    .executeTakeFirstOrThrow();
  const near = (unitPos: number, posts: readonly Post[]) => holdersNear(tx, { unitPos, on: today, posts });
  if (tells === 'holder') return unique([holderId, ...(await near(unit.lo, officers))]);
  if (tells === 'unitHead') return unique([...(await near(unit.lo, heads)), ...(await near(unit.lo, officers))]);
  const above = unit.above ?? unit.lo;
  return unique([...(await near(above, heads)), ...(await near(above, officers))]);
}

function unique(ids: readonly string[]): string[] {
  return [...new Set(ids)];
}
