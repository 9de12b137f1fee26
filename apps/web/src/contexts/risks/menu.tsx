import { DashboardOutlined, HeatMapOutlined } from '@ant-design/icons';
import i18next from 'i18next';

import type { MenuEntry } from '../../app/menu-entry.ts';

export const risksMenu: readonly MenuEntry[] = [
  {
    path: '/risks',
    group: 'ledgers',
    icon: <DashboardOutlined />,
    title: () => i18next.t('desk.title', { ns: 'risks' }),
    needs: 'risks.read',
  },
  {
    path: '/risks/map',
    group: 'ledgers',
    icon: <HeatMapOutlined />,
    title: () => i18next.t('desk.maps.title', { ns: 'risks' }),
    needs: 'risks.read',
  },
];
