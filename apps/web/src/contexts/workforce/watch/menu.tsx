import { PhoneOutlined } from '@ant-design/icons';
import i18next from 'i18next';

import type { MenuEntry } from '../../../app/menu-entry.ts';

export const watchMenu: readonly MenuEntry[] = [
  {
    path: '/workforce/watch',
    group: 'work',
    icon: <PhoneOutlined />,
    title: () => i18next.t('watch.desk.title', { ns: 'workforce' }),
    needs: 'workforce.readWatch',
  },
];
