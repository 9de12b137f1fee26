import { sql } from 'kysely';

import { named, type NamedRecords } from '../record-naming.ts';

export const namedRecords: NamedRecords<'workforce'> = {
  records: {
    person: named('persons', { permission: 'workforce.read', name: 'name', no: 'staff_no', at: 'unit_pos' }),
    certificate: named('certificates', {
      permission: 'workforce.read',
      name: sql`p.name || ' · ' || i.name`,
      nameEn: sql`p.name || ' · ' || i.name_en`,
      no: 'no_masked',
      at: 'unit_pos',
      beside: sql`join persons p on p.id = r.person_id join certificate_items i on i.code = r.item`,
    }),
    certificateItem: named('certificate_items', {
      permission: 'workforce.read',
      name: 'name',
      nameEn: 'name_en',
      no: 'code',
      above: true,
      byCode: { column: 'code', fields: ['item', 'certifiedPost', 'certificateKind'] },
    }),
    shift: named('watch_shifts', { permission: 'workforce.readWatch', no: 'on_day', at: 'unit_pos' }),
  },
  nameless: [
    'absences',
    'appointments',

    'certificate_issuers',
    'certified_posts',
    'gate_overrides',
    'part_time_officers',
    'safety_bodies',
    'staffing_months',
    'watch_calls',
    'watch_schemes',
    'watch_swaps',
  ],
};
