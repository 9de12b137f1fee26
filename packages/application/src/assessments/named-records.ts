import { sql } from 'kysely';

import { named, type NamedRecords } from '../record-naming.ts';

export const namedRecords: NamedRecords<'assessments'> = {
  records: {
    /** It stands where the reader has a result of it: whoever has none is told of none. */
    run: named('assessment_runs', {
      permission: 'assessments.read',
      no: 'period',
      at: sql`own.unit_pos`,
      beside: sql`left join lateral (select o.unit_pos from assessment_results o where o.run_id = r.id limit 1) own on true`,
    }),
    scheme: named('assessment_schemes', { permission: 'assessments.read', name: 'name', no: sql`'v' || r.version`, above: true }),
  },
  nameless: ['assessment_appeals', 'assessment_findings', 'assessment_steps'],
};
