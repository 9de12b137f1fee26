import { FileSearchOutlined } from '@ant-design/icons';
import i18next from 'i18next';

import type { MenuEntry } from '../../app/menu-entry.ts';

export const auditMenu: readonly MenuEntry[] = [
  {
    path: '/audit/trail',
    group: 'system',
    icon: <FileSearchOutlined />,
    title: () => i18next.t('desk.title', { ns: 'audit' }),
    needs: 'audit.readTrail',
  },
];
