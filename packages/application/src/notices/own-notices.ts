import { toPage } from '@changming/database';
import { id, refuse } from '@changming/domain/kernel';
import { sql } from 'kysely';
import { z } from 'zod';

import { type AtDoor, door } from '../context.ts';

function ownPerson({ actor }: Pick<AtDoor, 'actor'>): string {
  return actor.personId ?? refuse('missing', 'notices.no_person');
}

/** 我的通知, newest first. The cursor is the last row's instant and id. */
export const listOwnNotices = door({
  name: 'notices.listOwn',
  input: z.strictObject({ unread: z.boolean().optional(), after: z.tuple([z.iso.datetime(), id]).optional(), limit: z.int() }),
  async run(work, { unread, after, limit }) {
    const rows = await work.tx
      .selectFrom('notices')
      .select(['id', 'about', 'subject_id as subjectId', 'facts', 'link', 'created_at as createdAt', 'read_at as readAt'])
      .where('person_id', '=', ownPerson(work))
      .$if(unread === true, (each) => each.where('read_at', 'is', null))
      .$if(after !== undefined, (each) =>
        each.where((eb) => eb(eb.refTuple('created_at', 'id'), '<', eb.tuple(new Date(after?.[0] ?? 0), after?.[1] ?? ''))),
      )
      .orderBy('created_at', 'desc')
      .orderBy('id', 'desc')
      .limit(limit + 1)
      .execute();
    return work.trail(
      [],
      toPage(
        rows,
        limit,
        (row) => `${row.createdAt.toISOString()}~${row.id}`,
        (row) => row,
      ),
    );
  },
});

/** How many notices wait: the number on the bell. */
export const countUnread = door({
  name: 'notices.countUnread',
  input: z.strictObject({}),
  async run(work) {
    if (work.actor.personId === null) return work.trail([], { unread: 0 });
    const { unread } = await work.tx
      .selectFrom('notices')
      .select((eb) => eb.fn.countAll<number>().as('unread'))
      .where('person_id', '=', work.actor.personId)
      .where('read_at', 'is', null)
      .executeTakeFirstOrThrow();
    return work.trail([], { unread });
  },
});

/** Marks the caller's own notices as read: the named ones, or all. */
export const markRead = door({
  name: 'notices.markRead',
  input: z.strictObject({ noticeIds: z.array(id).max(500).optional() }),
  async run(work, { noticeIds }) {
    await work.tx
      .updateTable('notices')
      .set({ read_at: work.now })
      .where('person_id', '=', ownPerson(work))
      .where('read_at', 'is', null)
      .$if(noticeIds !== undefined, (each) =>
        each.where('id', 'in', noticeIds?.length ? noticeIds : ['00000000-0000-0000-0000-000000000000']),
      )
      .execute();
    return work.trail([], null);
  },
});

/** Where the caller wants to be told beside the product: an address and quiet hours. */
export const chooseChannels = door({
  name: 'notices.chooseChannels',
  input: z.strictObject({
    email: z.email().max(200).nullable(),
    quietFrom: z.iso.time({ precision: -1 }).nullable(),
    quietTo: z.iso.time({ precision: -1 }).nullable(),
  }),
  async run(work, { email, quietFrom, quietTo }) {
    const person_id = ownPerson(work);
    const chosen = { email, quiet_from: quietFrom, quiet_to: quietTo };
    const stood = await channelsOf(work, person_id);
    const before = stood === undefined ? null : { ...stood, email: stood.email !== null };
    await work.tx
      .insertInto('notice_channels')
      .values({ person_id, ...chosen })
      .onConflict((conflict) => conflict.column('person_id').doUpdateSet(chosen))
      .execute();
    return work.trail({ subjectId: person_id, before, after: { email: email !== null, quietFrom, quietTo } }, null);
  },
});

/** Where the caller is told beside the product; nothing chosen yet is nothing but the product. */
export const readChannels = door({
  name: 'notices.readChannels',
  input: z.strictObject({}),
  async run(work) {
    const chosen = await channelsOf(work, ownPerson(work));
    return work.trail([], chosen ?? { email: null, quietFrom: null, quietTo: null });
  },
});

function channelsOf({ tx }: Pick<AtDoor, 'tx'>, personId: string) {
  return tx
    .selectFrom('notice_channels')
    .select('email')
    .select([clock('quiet_from').as('quietFrom'), clock('quiet_to').as('quietTo')])
    .where('person_id', '=', personId)
    .executeTakeFirst();
}

/** A time of day to the minute, as it was chosen. */
function clock(column: 'quiet_from' | 'quiet_to') {
  return sql<string | null>`to_char(${sql.ref(column)}, 'HH24:MI')`;
}
