import { named, type NamedRecords } from '../record-naming.ts';

export const namedRecords: NamedRecords<'standards'> = {
  records: { clause: named('clauses', { permission: 'standards.read', name: 'title', no: 'code', above: true }) },
  nameless: ['editions', 'rules', 'work_calendar', 'work_years'],
};
