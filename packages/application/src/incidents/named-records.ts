import { sql } from 'kysely';

import { named, type NamedRecords } from '../record-naming.ts';

export const namedRecords: NamedRecords<'incidents'> = {
  records: {
    incident: named('incidents', { permission: 'incidents.read', no: 'number', at: 'unit_pos' }),
    handling: named('incident_handlings', {
      permission: 'incidents.read',
      name: 'name',
      no: 'decided_on',
      at: sql`i.unit_pos`,
      beside: sql`join incidents i on i.id = r.incident_id`,
    }),
  },
  nameless: [
    'incident_briefings',
    'incident_casualties',
    'incident_clocks',
    'incident_degrees',
    'incident_events',
    'incident_findings',
    'incident_gates',
    'incident_grades',
    'incident_hazards',
    'incident_investigations',
    'incident_losses',
    'incident_reports',
    'incident_time_corrections',
  ],
};
