import { BellOutlined, LockOutlined, MobileOutlined, SafetyOutlined } from '@ant-design/icons';
import i18next from 'i18next';
import type { ReactNode } from 'react';

type AccountPage = { readonly path: string; readonly icon: ReactNode; readonly title: () => string };

/** The pages of 我的账号, in the user's menu and beside each other. */
export const accountPages: readonly AccountPage[] = [
  { path: '/account/sessions', icon: <MobileOutlined />, title: () => i18next.t('menu.sessions', { ns: 'shell' }) },
  { path: '/account/password', icon: <LockOutlined />, title: () => i18next.t('menu.password', { ns: 'shell' }) },
  { path: '/account/security', icon: <SafetyOutlined />, title: () => i18next.t('desk.own.title', { ns: 'access' }) },
  { path: '/account/channels', icon: <BellOutlined />, title: () => i18next.t('desk.channels.title', { ns: 'notices' }) },
];
