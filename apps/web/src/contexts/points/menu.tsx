import { FileImageOutlined, QrcodeOutlined } from '@ant-design/icons';
import i18next from 'i18next';

import type { MenuEntry } from '../../app/menu-entry.ts';

export const pointsMenu: readonly MenuEntry[] = [
  {
    path: '/points',
    group: 'ledgers',
    icon: <QrcodeOutlined />,
    title: () => i18next.t('desk.title', { ns: 'points' }),
    needs: 'points.read',
  },
  {
    path: '/points/sheets',
    group: 'ledgers',
    icon: <FileImageOutlined />,
    title: () => i18next.t('desk.sheets.title', { ns: 'points' }),
    needs: 'points.read',
  },
];
