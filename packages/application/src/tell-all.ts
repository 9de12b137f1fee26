import { inTurn, partsOf } from './in-turn.ts';
import type { NoticePayload } from './jobs/queue.ts';
import type { Writing } from './working.ts';

/** As many persons as one delivery takes. */
const atOnce = 500;

/** Has a notice delivered, once an occasion, to however many persons it names. */
export async function tellAll({ enqueue }: Pick<Writing, 'enqueue'>, notice: NoticePayload): Promise<void> {
  const key = `${notice.about}:${notice.once}`;
  const { personIds = [], posts = [] } = notice.to;
  if (posts.length > 0) await enqueue('notices.deliver', { ...notice, to: { posts } }, key);
  await inTurn(partsOf(personIds, atOnce), (some) =>
    enqueue('notices.deliver', { ...notice, to: { personIds: some } }, `${key}:${some[0]}`),
  );
}
