import { ApartmentOutlined } from '@ant-design/icons';
import i18next from 'i18next';

import type { MenuEntry } from '../../app/menu-entry.ts';

export const unitsMenu: readonly MenuEntry[] = [
  {
    path: '/units',
    group: 'organisation',
    icon: <ApartmentOutlined />,
    title: () => i18next.t('desk.title', { ns: 'units' }),
    needs: 'units.read',
  },
];
