import { addDays, refuse } from '@changming/domain/kernel';
import { seatsUnowed, type WatchScheme } from '@changming/domain/workforce';

import type { Changed, Writing } from '../context.ts';
import { assignSeats } from './watch-assignments.ts';
import { slotsIn } from './watch-slots.ts';
import type { StoredShift } from './watch-store.ts';

export const noticeOfWithdrawn = 'workforce.watchWithdrawn';
const clock = new Intl.DateTimeFormat('sv-SE', { timeZone: 'Asia/Shanghai', dateStyle: 'short', timeStyle: 'short' });

type Reduced = { readonly unitId: string; readonly scheme: WatchScheme; readonly reason: string | undefined };

/**
 * 撤下班次 that have not begun and that the scheme asks for no more. Whoever was placed in one is told why, so a reason is needed as soon as
 * there is anybody; each of those seats has its own line in the trail.
 */
export async function withdrawUnowed(work: Writing, { unitId, scheme, reason }: Reduced): Promise<Changed[]> {
  const gone = await unowed(work, unitId, scheme);
  const placed = gone.filter(({ person_id }) => person_id !== null);
  if (placed.length > 0 && reason === undefined) refuse('invalid', 'workforce.watch_reason_needed', { count: placed.length });
  await withdraw(work, gone, reason ?? '');
  for (const row of placed) await tellWithdrawn(work, row, reason ?? '');
  return placed.map((row) => ({
    subjectId: row.id,
    unitId,
    before: { onDay: row.on_day, part: row.part, post: row.post, personId: row.person_id },
    after: { withdrawn: reason ?? '' },
  }));
}

async function unowed({ tx, now, today }: Writing, unitId: string, scheme: WatchScheme): Promise<StoredShift[]> {
  const ahead = await tx
    .selectFrom('watch_shifts')
    .selectAll()
    .where('unit_id', '=', unitId)
    .where('from_at', '>', now)
    .where('checked_in_at', 'is', null)
    .where('withdrawn_at', 'is', null)
    .orderBy('on_day')
    .forUpdate()
    .execute();
  const last = ahead.at(-1)?.on_day;
  if (last === undefined) return [];
  const slots = await slotsIn(tx, scheme, { first: addDays(today, -1), last });
  const seats = ahead.map((row) => ({ row, onDay: row.on_day, part: row.part, post: row.post, seat: row.seat }));
  return seatsUnowed(seats, slots).map(({ row }) => row);
}

async function withdraw(work: Writing, rows: readonly StoredShift[], reason: string): Promise<void> {
  if (rows.length === 0) return;
  await work.tx
    .updateTable('watch_shifts')
    .set((eb) => ({ withdrawn_at: work.now, withdrawn_why: reason, version: eb('version', '+', 1) }))
    .where(
      'id',
      'in',
      rows.map(({ id }) => id),
    )
    .execute();
  await assignSeats(
    work,
    rows.map(({ id, unit_id, on_day }) => ({ id, unitId: unit_id, onDay: on_day, personId: null })),
  );
}

async function tellWithdrawn({ tx, enqueue }: Writing, row: StoredShift, reason: string): Promise<void> {
  if (row.person_id === null) return;
  const { name: unit } = await tx.selectFrom('units').select('name').where('id', '=', row.unit_id).executeTakeFirstOrThrow();
  const once = `${row.id}:withdrawn:${row.version + 1}`;
  const facts = { unit, at: clock.format(row.from_at), reason };
  const to = { personIds: [row.person_id] };
  const payload = { about: noticeOfWithdrawn, subjectId: row.id, unitId: row.unit_id, to, facts, link: '/workforce/watch/mine', once };
  await enqueue('notices.deliver', payload, `${noticeOfWithdrawn}:${once}`);
}
