import type { NamedRecords } from '../record-naming.ts';

export const namedRecords: NamedRecords<'notices'> = {
  records: {},
  nameless: ['notices', 'notice_mails'],
};
