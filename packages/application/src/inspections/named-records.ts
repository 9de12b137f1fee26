import { sql } from 'kysely';

import { named, type NamedRecords } from '../record-naming.ts';

export const namedRecords: NamedRecords<'inspections'> = {
  records: {
    checklist: named('inspection_checklists', { permission: 'inspections.read', name: 'name', nameEn: 'name_en', above: true }),
    plan: named('inspection_plans', { permission: 'inspections.read', name: 'name', at: 'unit_pos' }),
    check: named('inspection_results', {
      permission: 'inspections.read',
      name: sql`p.name`,
      no: 'on_day',
      at: 'unit_pos',
      beside: sql`join inspection_plans p on p.id = r.plan_id`,
    }),
  },
  nameless: ['inspection_checklist_versions', 'inspection_failures', 'inspection_occurrences', 'inspection_plan_insists'],
};
