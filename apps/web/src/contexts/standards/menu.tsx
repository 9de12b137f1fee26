import { BookOutlined } from '@ant-design/icons';
import i18next from 'i18next';

import type { MenuEntry } from '../../app/menu-entry.ts';

export const standardsMenu: readonly MenuEntry[] = [
  {
    path: '/standards',
    group: 'assessment',
    icon: <BookOutlined />,
    title: () => i18next.t('desk.title', { ns: 'standards' }),
    needs: 'standards.read',
  },
];
