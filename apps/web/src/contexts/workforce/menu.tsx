import { SolutionOutlined, TeamOutlined } from '@ant-design/icons';
import i18next from 'i18next';

import type { MenuEntry } from '../../app/menu-entry.ts';
import { certificateMenu } from './certificate-menu.tsx';

export const workforceMenu: readonly MenuEntry[] = [
  {
    path: '/persons',
    group: 'organisation',
    icon: <TeamOutlined />,
    title: () => i18next.t('desk.title', { ns: 'workforce' }),
    needs: 'workforce.read',
  },
  {
    path: '/responsibility',
    group: 'organisation',
    icon: <SolutionOutlined />,
    title: () => i18next.t('desk.responsibility.title', { ns: 'workforce' }),
    needs: 'workforce.read',
  },
  ...certificateMenu,
];
