import { editionInForce } from '@changming/domain/standards';

import { query } from '../context.ts';

/** Laws and standards by topic: the edition in force on a day, and the one before it. */
export const listEditions = query({
  permission: 'standards.read',
  async run({ tx, today }, { on = today }: { on?: string | undefined }) {
    const all = await tx
      .selectFrom('editions')
      .select(['topic', 'code', 'name', 'certainty', 'from_on as from', 'to_on as to'])
      .orderBy('topic')
      .orderBy('from_on', 'desc')
      .execute();
    return [...new Set(all.map(({ topic }) => topic))].map((topic) => {
      const inForce = editionInForce(all, topic, on);
      const former = all.find((each) => each.topic === topic && each.to !== null && each.to === inForce?.from) ?? null;
      return { topic, inForce, former };
    });
  },
});
