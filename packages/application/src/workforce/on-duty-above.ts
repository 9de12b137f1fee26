import { id, refuse } from '@changming/domain/kernel';
import { type DutyCandidate, onDutyAbove } from '@changming/domain/workforce';
import { sql } from 'kysely';
import { z } from 'zod';

import { command, query, type Reading } from '../context.ts';

type Found = DutyCandidate & { readonly name: string | null; readonly phone: string | null };

/** Nobody is above a machine: its token reaches the units it was given for, and no further. */
async function foundAbove({ tx, now, actor }: Pick<Reading, 'tx' | 'now' | 'actor'>) {
  if (actor.only !== undefined) return [];
  const { rows } = await sql<Found>`
    select unit_id as "unitId", unit, unit_pos as "unitPos", keeps, post, person_id as "personId", name, phone_masked as phone,
      checked_in_at as "checkedInAt", away
    from house.answering_above(${now})`.execute(tx);
  return onDutyAbove(rows);
}

/**
 * 此刻谁值班 for everybody who works here: the watch of one's own units and of those above them, seen or not, the nearest first. Name, post
 * and a masked number; `dialOnDuty` gives the number that is called.
 */
export const readOnDutyAbove = query({
  permission: 'workforce.readWatch',
  async run(work, _input: object) {
    const units = await foundAbove(work);
    return {
      now: work.now,
      units: units.map(({ unitId, people }) => ({
        unitId,
        unit: people[0]?.unit ?? '',
        people: people.flatMap(({ personId, name, post, phone }) =>
          personId === null ? [] : [{ personId, name: name ?? '', post, phone }],
        ),
      })),
    };
  },
});

/** 拨打值班电话: the full number of somebody who is on duty above the caller right now. The trail tells who called whom, never the number. */
export const dialOnDuty = command({
  permission: 'workforce.readWatch',
  name: 'workforce.dialOnDuty',
  input: z.strictObject({ personId: id }),
  toldOnce: true,
  async run(work, { personId }) {
    const { tx, now, secrets, trail } = work;
    const units = await foundAbove(work);
    const told = units.some(({ people }) => people.some((each) => each.personId === personId));
    if (!told) refuse('missing', 'workforce.watch_not_on_duty');
    const { rows } = await sql<{ unitId: string; name: string; closed: Buffer | null }>`
      select unit_id as "unitId", name, phone_sealed as closed from house.answering_number(${personId}::uuid, ${now})`.execute(tx);
    const [person] = rows;
    if (person === undefined || person.closed === null) return refuse('conflict', 'workforce.no_number', { name: person?.name ?? '' });
    return trail(
      { subjectId: personId, unitId: person.unitId, before: null, after: { dialled: true } },
      { number: secrets.open(person.closed) },
    );
  },
});
