import { AuditOutlined, FileProtectOutlined, FlagOutlined, SolutionOutlined, UnorderedListOutlined } from '@ant-design/icons';
import i18next from 'i18next';

import type { MenuEntry } from '../../app/menu-entry.ts';

export const responsibilitiesMenu: readonly MenuEntry[] = [
  {
    path: '/responsibilities/mine',
    group: 'work',
    icon: <SolutionOutlined />,
    title: () => i18next.t('desk.mine.title', { ns: 'responsibilities' }),
    needs: 'responsibilities.follow',
  },
  {
    path: '/responsibilities/letters',
    group: 'organisation',
    icon: <FileProtectOutlined />,
    title: () => i18next.t('desk.letters.title', { ns: 'responsibilities' }),
    needs: 'responsibilities.read',
  },
  {
    path: '/responsibilities/duties',
    group: 'organisation',
    icon: <AuditOutlined />,
    title: () => i18next.t('desk.duties.title', { ns: 'responsibilities' }),
    needs: 'responsibilities.read',
  },
  {
    path: '/responsibilities/leads',
    group: 'organisation',
    icon: <FlagOutlined />,
    title: () => i18next.t('desk.leads.title', { ns: 'responsibilities' }),
    needs: 'responsibilities.read',
  },
  {
    path: '/responsibilities/catalogue',
    group: 'organisation',
    icon: <UnorderedListOutlined />,
    title: () => i18next.t('desk.catalogue.title', { ns: 'responsibilities' }),
    needs: 'responsibilities.follow',
  },
];
