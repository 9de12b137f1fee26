import { ImportOutlined } from '@ant-design/icons';
import i18next from 'i18next';

import type { MenuEntry } from '../../app/menu-entry.ts';

export const importsMenu: readonly MenuEntry[] = [
  {
    path: '/imports',
    group: 'organisation',
    icon: <ImportOutlined />,
    title: () => i18next.t('desk.title', { ns: 'imports' }),
    needs: 'imports.read',
  },
];
