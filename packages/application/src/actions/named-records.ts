import { named, type NamedRecords } from '../record-naming.ts';

export const namedRecords: NamedRecords<'actions'> = {
  records: { action: named('actions', { permission: 'actions.read', name: 'title', no: 'number', at: 'unit_pos' }) },
  nameless: ['action_extensions', 'action_steps'],
};
