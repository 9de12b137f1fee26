import { type Tx, within } from '@changming/database';
import { type Answers, type KnownLeaders, leadersNamedIn, type Sheet } from '@changming/domain/imports';
import { sql } from 'kysely';

import type { Changed, Reading, Writing } from '../context.ts';
import { grantedScope } from '../permitted.ts';
import { heldAtWork, insertAppointment } from '../workforce/index.ts';

type Told = { readonly sheets: readonly Sheet[]; readonly answers: Answers; readonly places: ReadonlyMap<string, number> };

/** Whom a file of units may make 第一责任人: those it names, where the caller may appoint them on the page, and who is that already. */
export async function knownLeaders({ tx, actor, today, may }: Reading, { sheets, answers, places }: Told): Promise<KnownLeaders> {
  const { names, staffNos } = leadersNamedIn(sheets, answers);
  const mayAppoint = (unitId: string) => may('workforce.edit', places.get(unitId) ?? -1);
  if (names.length === 0) return { persons: [], holders: new Map(), mayAppoint };
  const persons = await tx
    .selectFrom('persons')
    .select(['id', 'name', 'staff_no as staffNo', 'unit_id as unitId', 'left_on as leftOn'])
    .where((eb) => within(eb.ref('unit_pos'), grantedScope(actor, 'workforce.edit', today)))
    .where((eb) => eb.or([eb('name', '=', eb.fn.any(eb.val([...names]))), eb('staff_no', '=', eb.fn.any(eb.val([...staffNos])))]))
    .orderBy('staff_no')
    .orderBy('id')
    .execute();
  return { persons, holders: await holdersOf(tx, today), mayAppoint };
}

async function holdersOf(tx: Tx, today: string): Promise<KnownLeaders['holders']> {
  const rows = await tx
    .selectFrom('appointments as a')
    .innerJoin('persons as p', 'p.id', 'a.person_id')
    .select(['p.id', 'p.name', 'p.staff_no as staffNo', 'a.unit_id as unitId', sql<null>`null`.as('leftOn')])
    .where('a.post', '=', 'firstResponsible')
    .where('a.deputy', '=', false)
    .where((eb) => eb.or([eb('a.to_on', 'is', null), eb('a.to_on', '>', today)]))
    .execute();
  return Map.groupBy(rows, ({ unitId }) => unitId);
}

type Leading = { readonly unitId: string; readonly personId: string; readonly on: string };

/**
 * 任职 as 第一责任人 from the day of the file, or the later one on which there were both the unit and the person and nobody else held the post.
 * Who leads passes the gates.
 */
export async function appointFirst(work: Writing, { unitId, personId, on }: Leading): Promise<Changed> {
  const person = await heldAtWork(work, personId);
  const { openedOn, freeOn } = await work.tx
    .selectFrom('units as u')
    .select('u.opened_on as openedOn')
    .select(
      sql<string | null>`(
      select max(a.to_on) from appointments a where a.unit_id = u.id and a.post = 'firstResponsible' and not a.deputy)`.as('freeOn'),
    )
    .where('u.id', '=', unitId)
    .executeTakeFirstOrThrow();
  const from = [on, openedOn, person.hired_on ?? on, freeOn ?? on].reduce((latest, each) => (each > latest ? each : latest));
  const office = { personId, unitId, pointId: null, post: 'firstResponsible', deputy: false, from, to: null } as const;
  return insertAppointment(work, work.newId(), office);
}
