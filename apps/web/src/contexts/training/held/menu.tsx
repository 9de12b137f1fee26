import { CalendarOutlined, ExperimentOutlined, ReadOutlined, ScheduleOutlined, UserAddOutlined } from '@ant-design/icons';
import i18next from 'i18next';

import type { MenuEntry } from '../../../app/menu-entry.ts';

export const heldMenu: readonly MenuEntry[] = [
  {
    path: '/training/sessions',
    group: 'work',
    icon: <ReadOutlined />,
    title: () => i18next.t('held.sessions.title', { ns: 'training' }),
    needs: 'training.read',
  },
  {
    path: '/training/owed',
    group: 'work',
    icon: <UserAddOutlined />,
    title: () => i18next.t('held.owed.title', { ns: 'training' }),
    needs: 'training.read',
  },
  {
    path: '/training/dedicated',
    group: 'work',
    icon: <ExperimentOutlined />,
    title: () => i18next.t('held.dedicated.title', { ns: 'training' }),
    needs: 'training.read',
  },
  {
    path: '/training/hours',
    group: 'ledgers',
    icon: <ScheduleOutlined />,
    title: () => i18next.t('held.hours.title', { ns: 'training' }),
    needs: 'training.read',
  },
  {
    path: '/training/plans',
    group: 'ledgers',
    icon: <CalendarOutlined />,
    title: () => i18next.t('held.plans.title', { ns: 'training' }),
    needs: 'training.read',
  },
];
