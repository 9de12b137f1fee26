import { datasetNames, pullFormats } from '@changming/domain/analytics';
import { refuse } from '@changming/domain/kernel';
import { z } from 'zod';

import { command, type Writing } from '../context.ts';

const minute = 60_000;
/** Readings of one person in a minute. */
export const mostReads = 600;

const whatInput = { dataset: z.enum(datasetNames), format: z.enum(pullFormats), asked: z.record(z.string(), z.string()) };

/** A reading that has been answered: who, what, and how many rows. Refused when the person reads too often. */
export const noteRead = command({
  permission: 'analytics.read',
  name: 'analytics.pull',
  input: z.strictObject({ ...whatInput, rows: z.int() }),
  toldOnce: true,
  async run(work, { rows, ...what }) {
    await refuseTooOften(work);
    const id = work.newId();
    await insert(work, { ...what, id, ended_at: work.now, rows, outcome: 'complete' });
    return work.trail({ subjectId: id, before: null, after: { ...what, rows, outcome: 'complete' } }, { id });
  },
});

/** A long reading that begins. */
export const beginRead = command({
  permission: 'analytics.read',
  name: 'analytics.beginPull',
  input: z.strictObject(whatInput),
  toldOnce: true,
  async run(work, what) {
    await refuseTooOften(work);
    const id = work.newId();
    await insert(work, { ...what, id, ended_at: null, rows: null, outcome: null });
    return work.trail({ subjectId: id, before: null, after: what }, { id });
  },
});

/** The same reading when it is over; without rows when it was cut short. */
export const endRead = command({
  permission: 'analytics.read',
  name: 'analytics.pull',
  input: z.strictObject({ id: z.uuid(), rows: z.int().nullable(), outcome: z.enum(['complete', 'cut']) }),
  toldOnce: true,
  async run({ tx, now, trail }, { id, rows, outcome }) {
    await tx
      .updateTable('analytics_reads')
      .set({ ended_at: now, rows, outcome })
      .where('id', '=', id)
      .where('ended_at', 'is', null)
      .execute();
    return trail({ subjectId: id, before: null, after: { rows, outcome } }, undefined);
  },
});

async function refuseTooOften({ tx, actor, now }: Writing): Promise<void> {
  const { count } = await tx
    .selectFrom('analytics_reads')
    .select((eb) => eb.fn.countAll<number>().as('count'))
    .where('person_id', '=', actor.personId)
    .where('began_at', '>', new Date(now.getTime() - minute))
    .executeTakeFirstOrThrow();
  if (count >= mostReads) refuse('limited', 'analytics.too_often', { most: mostReads });
}

type Read = { dataset: string; format: string; asked: Record<string, string>; id: string; ended_at: Date | null; rows: number | null };

async function insert({ tx, actor, now }: Writing, { asked, ...read }: Read & { outcome: 'complete' | null }): Promise<void> {
  const who = { account_id: actor.accountId, person_id: actor.personId };
  await tx
    .insertInto('analytics_reads')
    .values({ ...read, ...who, asked: JSON.stringify(asked), began_at: now })
    .execute();
}
