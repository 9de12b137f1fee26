import { sql } from 'kysely';

import { named, type NamedRecords } from '../record-naming.ts';

export const namedRecords: NamedRecords<'responsibilities'> = {
  records: {
    duty: named('duties', { permission: 'responsibilities.read', name: 'text', nameEn: 'text_en', no: 'code', above: true }),
    letter: named('letters', {
      permission: 'responsibilities.read',
      name: sql`p.name`,
      no: 'year',
      at: 'unit_pos',
      beside: sql`join persons p on p.id = r.person_id`,
    }),
    campaign: named('letter_campaigns', { permission: 'responsibilities.read', name: 'name', at: 'unit_pos', above: true }),
  },
  nameless: ['duty_occurrences', 'lead_quotas'],
};
