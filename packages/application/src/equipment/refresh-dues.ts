import { fireDuesOf } from '@changming/domain/equipment';
import { id } from '@changming/domain/kernel';
import { z } from 'zod';

import { command } from '../context.ts';
import { equipmentRuleBook } from './rules.ts';

const batch = 1000;

/** 复核到期日: reckons the days of service and scrapping anew by the rules of today, and puts right what differs. */
export const refreshFireDues = command({
  permission: 'equipment.sweep',
  name: 'equipment.refreshDues',
  input: z.strictObject({ after: id.nullable().default(null) }),
  async run({ tx, today, trail }, { after }) {
    const book = await equipmentRuleBook(tx);
    const rows = await tx
      .selectFrom('fire_equipment')
      .select(['id', 'unit_id', 'kind', 'made_on', 'serviced_on', 'scrap_stated_on', 'service_due_on', 'scrap_due_on'])
      .where('condition', '<>', 'scrapped')
      .$if(after !== null, (each) => each.where('id', '>', after))
      .orderBy('id')
      .limit(batch)
      .execute();
    let changed = 0;
    for (const row of rows) {
      const { fire } = await book({ unitId: row.unit_id, on: today });
      const dates = { kind: row.kind, madeOn: row.made_on, servicedOn: row.serviced_on, scrapStatedOn: row.scrap_stated_on };
      const { serviceDueOn, scrapDueOn } = fireDuesOf(dates, fire);
      if (serviceDueOn === row.service_due_on && scrapDueOn === row.scrap_due_on) continue;
      await tx
        .updateTable('fire_equipment')
        .set({ service_due_on: serviceDueOn, scrap_due_on: scrapDueOn })
        .where('id', '=', row.id)
        .execute();
      changed += 1;
    }
    return trail([], { changed, next: rows.length < batch ? null : (rows.at(-1)?.id ?? null) });
  },
});
