import { CalendarOutlined, ExperimentOutlined, ReadOutlined, ScheduleOutlined, UserAddOutlined } from '@ant-design/icons';
import i18next from 'i18next';

import type { MenuEntry } from '../../../app/menu-entry.ts';

export const heldMenu: readonly MenuEntry[] = [
  {
    path: '/training/sessions',
    group: 'training',
    icon: <ReadOutlined />,
    title: () => i18next.t('held.sessions.title', { ns: 'training' }),
    needs: 'training.read',
  },
  {
    path: '/training/owed',
    group: 'training',
    icon: <UserAddOutlined />,
    title: () => i18next.t('held.owed.title', { ns: 'training' }),
    needs: 'training.read',
  },
  {
    path: '/training/dedicated',
    group: 'training',
    icon: <ExperimentOutlined />,
    title: () => i18next.t('held.dedicated.title', { ns: 'training' }),
    needs: 'training.read',
  },
  {
    path: '/training/hours',
    group: 'training',
    icon: <ScheduleOutlined />,
    title: () => i18next.t('held.hours.title', { ns: 'training' }),
    needs: 'training.read',
  },
  {
    path: '/training/plans',
    group: 'training',
    icon: <CalendarOutlined />,
    title: () => i18next.t('held.plans.title', { ns: 'training' }),
    needs: 'training.read',
  },
];
