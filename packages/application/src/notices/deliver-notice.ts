import { afterQuietHours, noticeInput } from '@changming/domain/notices';
import type { z } from 'zod';

import { command, type Writing } from '../context.ts';

type Notice = z.output<typeof noticeInput>;

/**
 * Tells everybody a notice is for: one row a person and occasion, and a mail where the person wants one. Running it again tells nobody
 * twice. Answers how many were told now.
 */
export const deliverNotice = command({
  permission: 'notices.sweep',
  input: noticeInput,
  async run(work, notice) {
    const persons = await receivers(work, notice);
    let told = 0;
    for (const personId of persons) told += await tellOne(work, notice, personId);
    return work.trail([], { told });
  },
});

/** Named persons and the holders of the named posts of the unit today; who has left is told nothing any more. */
async function receivers({ tx, today }: Writing, { unitId, to }: Notice): Promise<string[]> {
  const rows = await tx
    .selectFrom('persons as p')
    .leftJoin('appointments as a', (join) => join.onRef('a.person_id', '=', 'p.id').on('a.unit_id', '=', unitId))
    .select('p.id')
    .distinct()
    .where((eb) =>
      eb.or([
        eb('p.id', 'in', to.personIds?.length ? to.personIds : [nobody]),
        eb.and([
          eb(eb.cast<string>('a.post', 'text'), 'in', to.posts?.length ? to.posts : ['']),
          eb('a.from_on', '<=', today),
          eb.or([eb('a.to_on', 'is', null), eb('a.to_on', '>', today)]),
        ]),
      ]),
    )
    .where((eb) => eb.or([eb('p.left_on', 'is', null), eb('p.left_on', '>', today)]))
    .execute();
  return rows.map(({ id }) => id);
}

const nobody = '00000000-0000-0000-0000-000000000000';

async function tellOne({ tx, now, newId }: Writing, notice: Notice, personId: string): Promise<number> {
  const id = newId();
  const written = await tx
    .insertInto('notices')
    .values({
      id,
      person_id: personId,
      about: notice.about,
      subject_id: notice.subjectId,
      unit_id: notice.unitId,
      facts: JSON.stringify(notice.facts),
      link: notice.unlinkedIds.includes(personId) ? null : notice.link,
      once: notice.once,
      created_at: now,
    })
    .onConflict((conflict) => conflict.columns(['person_id', 'about', 'once']).doNothing())
    .executeTakeFirst();
  if (written.numInsertedOrUpdatedRows === 0n) return 0;
  const channel = await tx.selectFrom('notice_channels').selectAll().where('person_id', '=', personId).executeTakeFirst();
  if (channel?.email) {
    const quiet = !notice.urgent && channel.quiet_from && channel.quiet_to ? { from: channel.quiet_from, to: channel.quiet_to } : null;
    await tx
      .insertInto('notice_mails')
      .values({ id: newId(), notice_id: id, address: channel.email, due_at: afterQuietHours(now, quiet) })
      .execute();
  }
  return 1;
}
