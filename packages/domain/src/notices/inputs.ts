import { z } from 'zod';

import { id, keysetCursor, pageLimit, queryFlag } from '../kernel/index.ts';

/** What to tell about which record, to whom, and where the reader goes from there. */
export const noticeInput = z.strictObject({
  about: z.string().regex(/^[a-z]+\.[A-Za-z]+$/),
  subjectId: id,
  unitId: id,
  to: z.strictObject({ personIds: z.array(id).max(500).optional(), posts: z.array(z.string()).max(20).optional() }),
  facts: z.record(z.string(), z.union([z.string(), z.number()])).default({}),
  link: z.string().startsWith('/').max(200),
  /** To whom of them the page there is closed: they are told, and led nowhere. */
  unlinkedIds: z.array(id).max(500).default([]),
  /** The occasion: the same person is told once of it, however often the job runs. */
  once: z.string().min(1).max(200),
  /** Told at once, in quiet hours too. */
  urgent: z.boolean().default(false),
});

export const ownNoticesFilter = z.strictObject({
  unread: queryFlag.optional(),
  after: keysetCursor([z.iso.datetime(), id]).optional(),
  limit: pageLimit,
});
