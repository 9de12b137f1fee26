import { ApiOutlined } from '@ant-design/icons';
import i18next from 'i18next';

import type { MenuEntry } from '../../app/menu-entry.ts';

export const analyticsMenu: readonly MenuEntry[] = [
  {
    path: '/analytics',
    group: 'assessment',
    icon: <ApiOutlined />,
    title: () => i18next.t('desk.title', { ns: 'analytics' }),
    needs: 'analytics.read',
  },
];
