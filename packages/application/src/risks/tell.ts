import type { Post } from '@changming/database';

import type { Writing } from '../context.ts';
import { holdersNear } from '../workforce/index.ts';
import type { StoredRisk } from './store.ts';

const officers = ['safetyOfficer', 'safetyDirector', 'unitHead'] as const satisfies readonly Post[];
const heads = ['unitHead', 'firstResponsible'] as const satisfies readonly Post[];

type Telling = { readonly about: string; readonly once: string; readonly to: 'owner' | 'head'; readonly facts?: Record<string, string> };

/** Tells whoever answers for a risk and the safety officer nearest to it, or the head of the unit. */
export async function tellOfRisk(work: Writing, { row }: Pick<StoredRisk, 'row'>, { about, once, to, facts = {} }: Telling): Promise<void> {
  const near = await holdersNear(work.tx, { unitPos: row.unit_pos, on: work.today, posts: to === 'owner' ? officers : heads });
  const personIds = [...new Set([...(to === 'owner' && row.owner_id !== null ? [row.owner_id] : []), ...near])];
  if (personIds.length === 0) return;
  const payload = {
    about,
    subjectId: row.id,
    unitId: row.unit_id,
    to: { personIds },
    facts: { no: row.number, title: row.name.slice(0, 40), due: row.review_due_on ?? '', ...facts },
    link: `/risks?risk=${row.id}`,
    once: `${row.id}:${once}`,
  };
  await work.enqueue('notices.deliver', payload, `${about}:${row.id}:${once}`);
}
