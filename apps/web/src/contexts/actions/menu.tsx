import { CheckSquareOutlined } from '@ant-design/icons';
import i18next from 'i18next';

import type { MenuEntry } from '../../app/menu-entry.ts';

export const actionsMenu: readonly MenuEntry[] = [
  {
    path: '/actions',
    group: 'work',
    icon: <CheckSquareOutlined />,
    title: () => i18next.t('desk.title', { ns: 'actions' }),
    needs: 'actions.read',
  },
];
