import type { Post } from '@changming/database';
import { addDays, id } from '@changming/domain/kernel';
import { rootRange } from '@changming/domain/units';
import { type WatchTelling, watchTellingsOwed } from '@changming/domain/workforce';
import { z } from 'zod';

import { command, type Writing } from '../context.ts';
import { holdersNear } from './holders-near.ts';
import { noticeOfUnplanned } from './remind-unplanned.ts';
import { columnsOf, schemeOf, slotsIn } from './watch-slots.ts';
import { type StoredShift, toShift, watchRules } from './watch-store.ts';
import { noticeOfWithdrawn } from './withdraw-watch.ts';

const batch = 200;
const chased = 2000;
/** Seats are owed so many days ahead even where nobody has planned: an empty one is seen before it is too late. */
const ahead = 3;

/** 生成班次: what units owe from today on, occurrences of their own; a worker that was down for days makes what it missed today. */
export const oweWatch = command({
  permission: 'workforce.sweepWatch',
  name: 'workforce.oweWatch',
  input: z.strictObject({ after: id.nullable().default(null) }),
  async run(work, { after }) {
    const { tx, now, today, newId, trail } = work;
    const schemes = await tx
      .selectFrom('watch_schemes')
      .selectAll()
      .$if(after !== null, (each) => each.where('id', '>', after ?? ''))
      .orderBy('id')
      .limit(batch)
      .forUpdate()
      .execute();
    let made = 0;
    for (const scheme of schemes) {
      const first = scheme.from_on > addDays(today, -7) ? scheme.from_on : addDays(today, -7);
      const slots = await slotsIn(tx, schemeOf(scheme), { first, last: addDays(today, ahead) });
      if (slots.length === 0) continue;
      const rows = slots.map((slot) => ({ id: newId(), unit_id: scheme.unit_id, ...columnsOf(slot), person_id: null }));
      const written = await tx
        .insertInto('watch_shifts')
        .values(rows)
        .onConflict((conflict) =>
          conflict
            .columns(['unit_id', 'on_day', 'part', 'post', 'seat'])
            .doUpdateSet((eb) => ({
              withdrawn_at: null,
              withdrawn_why: null,
              person_id: null,
              rest_day: eb.ref('excluded.rest_day'),
              from_at: eb.ref('excluded.from_at'),
              until_at: eb.ref('excluded.until_at'),
              version: eb('watch_shifts.version', '+', 1),
            }))
            .where('watch_shifts.withdrawn_at', 'is not', null)
            .where('watch_shifts.from_at', '>', now),
        )
        .executeTakeFirst();
      made += Number(written.numInsertedOrUpdatedRows ?? 0n);
    }
    return trail([], { made, next: schemes.length < batch ? null : (schemes.at(-1)?.id ?? null) });
  },
});

/** 提醒、催办: what is to be told of watches by now, each once, written down in the transaction that hands it over. Answers where to go on. */
export const chaseWatch = command({
  permission: 'workforce.sweepWatch',
  name: 'workforce.chaseWatch',
  input: z.strictObject({ after: id.nullable().default(null) }),
  async run(work, { after }) {
    const { tx, now, today, trail } = work;
    const rules = await watchRules(tx);
    const rows = await tx
      .selectFrom('watch_shifts')
      .selectAll()
      .where('until_at', '>', now)
      .where('withdrawn_at', 'is', null)
      .where('on_day', '<=', addDays(today, 4))
      .where('checked_in_at', 'is', null)
      .$if(after !== null, (each) => each.where('id', '>', after ?? ''))
      .orderBy('id')
      .limit(chased)
      .execute();
    let told = 0;
    for (const row of rows) {
      const owed = watchTellingsOwed(toShift(row), now, await rules({ unitId: row.unit_id, on: row.on_day }));
      for (const about of await notedNow(work, row, owed)) if (await tell(work, row, about)) told += 1;
    }
    return trail([], { told, next: rows.length < chased ? null : (rows.at(-1)?.id ?? null) });
  },
});

/** Once for each state of the seat: one that was filled meanwhile and is empty again is told again. */
async function notedNow({ tx, now }: Writing, row: StoredShift, owed: readonly WatchTelling[]): Promise<WatchTelling[]> {
  if (owed.length === 0) return [];
  const written = await tx
    .insertInto('watch_tellings')
    .values(owed.map((about) => ({ shift_id: row.id, about, occasion: row.version, told_at: now })))
    .onConflict((conflict) => conflict.doNothing())
    .returning('about')
    .execute();
  return written.map(({ about }) => about);
}

const noticeOf = {
  ahead: 'workforce.watchAhead',
  uncovered: 'workforce.watchUncovered',
  notCheckedIn: 'workforce.watchNotCheckedIn',
  stillNotCheckedIn: 'workforce.watchStillNotCheckedIn',
} as const satisfies Record<WatchTelling, string>;
export const noticesOfWatch: readonly string[] = [...Object.values(noticeOf), noticeOfWithdrawn, noticeOfUnplanned];

const officers = ['safetyOfficer', 'safetyDirector', 'unitHead'] as const satisfies readonly Post[];
const heads = ['unitHead', 'firstResponsible', 'workshopHead'] as const satisfies readonly Post[];
const clock = new Intl.DateTimeFormat('sv-SE', { timeZone: 'Asia/Shanghai', dateStyle: 'short', timeStyle: 'short' });

async function tell(work: Writing, row: StoredShift, about: WatchTelling): Promise<boolean> {
  const personIds = await receiversOf(work, row, about);
  if (personIds.length === 0) return false;
  const { name: unit } = await work.tx.selectFrom('units').select('name').where('id', '=', row.unit_id).executeTakeFirstOrThrow();
  const once = `${row.id}:${about}:${row.version}`;
  const notice = noticeOf[about];
  const facts = { unit, at: clock.format(row.from_at) };
  const link = about === 'ahead' ? '/workforce/watch/mine' : `/workforce/watch?unit=${row.unit_id}&month=${row.on_day.slice(0, 7)}`;
  const payload = { about: notice, subjectId: row.id, unitId: row.unit_id, to: { personIds }, facts, link, once };
  await work.enqueue('notices.deliver', payload, `${notice}:${once}`);
  return true;
}

async function receiversOf({ tx, today }: Writing, row: StoredShift, about: WatchTelling): Promise<string[]> {
  const near = (unitPos: number, posts: readonly Post[]) => holdersNear(tx, { unitPos, on: today, posts });
  const own = row.person_id === null ? [] : [row.person_id];
  if (about === 'ahead') return own;
  if (about === 'uncovered') return near(row.unit_pos, officers);
  if (about === 'notCheckedIn') return [...new Set([...own, ...(await near(row.unit_pos, heads))])];
  const parent = await tx
    .selectFrom('units as u')
    .innerJoin('units as p', 'p.id', 'u.parent_id')
    .select('p.lo')
    .where('u.id', '=', row.unit_id)
    .executeTakeFirst();
  return near(parent?.lo ?? rootRange.lo, [...officers, ...heads]);
}
