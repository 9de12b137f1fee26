import { AlertOutlined, FieldTimeOutlined, FireOutlined, SafetyOutlined, ToolOutlined } from '@ant-design/icons';
import i18next from 'i18next';

import type { MenuEntry } from '../../app/menu-entry.ts';

export const equipmentMenu: readonly MenuEntry[] = [
  {
    path: '/equipment/due',
    group: 'work',
    icon: <FieldTimeOutlined />,
    title: () => i18next.t('desk.due.title', { ns: 'equipment' }),
    needs: 'equipment.read',
  },
  {
    path: '/equipment/missed-spots',
    group: 'ledgers',
    icon: <AlertOutlined />,
    title: () => i18next.t('desk.misses.title', { ns: 'equipment' }),
    needs: 'equipment.read',
  },
  {
    path: '/equipment/special',
    group: 'ledgers',
    icon: <ToolOutlined />,
    title: () => i18next.t('desk.special.title', { ns: 'equipment' }),
    needs: 'equipment.read',
  },
  {
    path: '/equipment/fire',
    group: 'ledgers',
    icon: <FireOutlined />,
    title: () => i18next.t('desk.fire.title', { ns: 'equipment' }),
    needs: 'equipment.read',
  },
  {
    path: '/equipment/place-checks',
    group: 'ledgers',
    icon: <SafetyOutlined />,
    title: () => i18next.t('desk.places.title', { ns: 'equipment' }),
    needs: 'equipment.read',
  },
];
