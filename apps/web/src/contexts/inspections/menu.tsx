import { BulbOutlined, CarryOutOutlined, CheckSquareOutlined, RadarChartOutlined, ScheduleOutlined } from '@ant-design/icons';
import i18next from 'i18next';

import type { MenuEntry } from '../../app/menu-entry.ts';

export const inspectionsMenu: readonly MenuEntry[] = [
  {
    path: '/inspections',
    group: 'work',
    icon: <CarryOutOutlined />,
    title: () => i18next.t('desk.tasks.title', { ns: 'inspections' }),
    needs: 'inspections.read',
  },
  {
    path: '/inspections/coverage',
    group: 'work',
    icon: <RadarChartOutlined />,
    title: () => i18next.t('desk.coverage.title', { ns: 'inspections' }),
    needs: 'inspections.read',
  },
  {
    path: '/inspections/lights-out',
    group: 'work',
    icon: <BulbOutlined />,
    title: () => i18next.t('lightsOut.title', { ns: 'inspections' }),
    needs: 'inspections.read',
  },
  {
    path: '/inspections/plans',
    group: 'work',
    icon: <ScheduleOutlined />,
    title: () => i18next.t('desk.plans.title', { ns: 'inspections' }),
    needs: 'inspections.read',
  },
  {
    path: '/inspections/checklists',
    group: 'ledgers',
    icon: <CheckSquareOutlined />,
    title: () => i18next.t('desk.checklists.title', { ns: 'inspections' }),
    needs: 'inspections.read',
  },
];
