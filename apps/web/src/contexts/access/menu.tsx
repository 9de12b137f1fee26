import { AuditOutlined, IdcardOutlined, KeyOutlined, LockOutlined, MobileOutlined } from '@ant-design/icons';
import i18next from 'i18next';

import type { MenuEntry } from '../../app/menu-entry.ts';

export const accessMenu: readonly MenuEntry[] = [
  {
    path: '/accounts',
    group: 'system',
    icon: <IdcardOutlined />,
    title: () => i18next.t('desk.accounts.title', { ns: 'access' }),
    needs: 'access.readAccounts',
  },
  {
    path: '/grants',
    group: 'system',
    icon: <AuditOutlined />,
    title: () => i18next.t('desk.grants.title', { ns: 'access' }),
    needs: 'access.readAccounts',
  },
  {
    path: '/tokens',
    group: 'system',
    icon: <KeyOutlined />,
    title: () => i18next.t('desk.tokens.title', { ns: 'access' }),
    needs: 'access.manageTokens',
  },
  {
    path: '/shared-devices',
    group: 'system',
    icon: <MobileOutlined />,
    title: () => i18next.t('desk.devices.title', { ns: 'access' }),
    needs: 'access.pairDevices',
  },
  {
    path: '/sign-in-settings',
    group: 'system',
    icon: <LockOutlined />,
    title: () => i18next.t('desk.settings.title', { ns: 'access' }),
    needs: 'access.configure',
  },
];
