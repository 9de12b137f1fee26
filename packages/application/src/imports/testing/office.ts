import { as, given, test as onHouse } from '../../testing/index.ts';
import type { Office } from './ledger-file.ts';

/** A group whose headquarters sends ledgers. */
export const test = onHouse.extend<{ office: Office }>({
  office: [
    async ({ house, database: { owner } }, use) => {
      const { root } = await given.group(owner);
      await use({ caller: as(house, 'hqSafety', root, (await given.person(owner, root)).id), unitId: root.id });
    },
    { scope: 'file' },
  ],
});
