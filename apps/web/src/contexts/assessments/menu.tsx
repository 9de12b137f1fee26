import { FileProtectOutlined, PlusSquareOutlined, TrophyOutlined } from '@ant-design/icons';
import i18next from 'i18next';

import type { MenuEntry } from '../../app/menu-entry.ts';

export const assessmentsMenu: readonly MenuEntry[] = [
  {
    path: '/assessments',
    group: 'assessment',
    icon: <TrophyOutlined />,
    title: () => i18next.t('desk.menu.runs', { ns: 'assessments' }),
    needs: 'assessments.read',
  },
  {
    path: '/assessments/findings',
    group: 'assessment',
    icon: <PlusSquareOutlined />,
    title: () => i18next.t('desk.menu.findings', { ns: 'assessments' }),
    needs: 'assessments.read',
  },
  {
    path: '/assessments/schemes',
    group: 'assessment',
    icon: <FileProtectOutlined />,
    title: () => i18next.t('desk.menu.schemes', { ns: 'assessments' }),
    needs: 'assessments.read',
  },
];
