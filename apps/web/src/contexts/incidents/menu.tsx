import { AlertOutlined } from '@ant-design/icons';
import i18next from 'i18next';

import type { MenuEntry } from '../../app/menu-entry.ts';

export const incidentsMenu: readonly MenuEntry[] = [
  {
    path: '/incidents',
    group: 'work',
    icon: <AlertOutlined />,
    title: () => i18next.t('desk.title', { ns: 'incidents' }),
    needs: 'incidents.read',
  },
];
