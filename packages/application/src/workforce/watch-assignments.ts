import { addDays } from '@changming/domain/kernel';

import type { Writing } from '../context.ts';

type Seat = { readonly id: string; readonly unitId: string; readonly onDay: string; readonly personId: string | null };

/** Who stands a watch signs in for it and hands it over, wherever his own grants lie. Whoever had the seat before has it no more. */
export async function assignSeats({ tx, now, newId }: Writing, seats: readonly Seat[]): Promise<void> {
  if (seats.length === 0) return;
  const ids = seats.map(({ id }) => id);
  await tx.updateTable('assignments').set({ ended_at: now }).where('subject_id', 'in', ids).where('ended_at', 'is', null).execute();
  const rows = seats.flatMap(({ id, unitId, onDay, personId }) =>
    personId === null
      ? []
      : [
          {
            id: newId(),
            subject_id: id,
            unit_id: unitId,
            person_id: personId,
            verb: 'workforce.standWatch' as const,
            until_on: addDays(onDay, 3),
            ended_at: null,
          },
        ],
  );
  if (rows.length > 0) await tx.insertInto('assignments').values(rows).execute();
}
