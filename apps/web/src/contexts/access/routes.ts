import type { QueryClient } from '@tanstack/react-query';
import { createRoute, lazyRouteComponent, redirect } from '@tanstack/react-router';
import { accountStates, grantableRoles, ssoFailures } from '@changming/domain/access';
import i18next from 'i18next';
import { z } from 'zod';

import { type Me, meQuery } from '../../api/me.ts';
import { isSignedOut } from '../../api/problem-error.ts';
import { accountRoute } from '../../app/account-route.tsx';
import { deskRoute, rootRoute } from '../../app/desk-route.tsx';
import { flag, searchOf } from '../../app/search-params.ts';
import { innerAddress } from './inner-address.ts';

/** Where to go afterwards: an address of this site, never of another. */
const inner = z.string().refine(innerAddress);
const from = searchOf({ from: inner });

const signInRoute = createRoute({
  getParentRoute: () => rootRoute,
  path: '/sign-in',
  validateSearch: searchOf({ from: inner, sso: z.enum(ssoFailures) }),
  component: lazyRouteComponent(() => import('./pages/sign-in-page.tsx'), 'SignInPage'),
});

/** Whoever is signed in; anybody else signs in first. */
async function signedInTo(queryClient: QueryClient, search: { readonly from?: string | undefined }): Promise<Me> {
  return queryClient.ensureQueryData(meQuery).catch((error: unknown) => {
    if (isSignedOut(error)) throw redirect({ to: '/sign-in', search });
    throw error;
  });
}

const firstPasswordRoute = createRoute({
  getParentRoute: () => rootRoute,
  path: '/first-password',
  validateSearch: from,
  beforeLoad: async ({ context: { queryClient }, search }) => {
    if (!(await signedInTo(queryClient, search)).account.mustChangePassword) throw redirect({ to: '/' });
  },
  component: lazyRouteComponent(() => import('./pages/first-password-page.tsx'), 'FirstPasswordPage'),
});

const firstCodeRoute = createRoute({
  getParentRoute: () => rootRoute,
  path: '/first-code',
  validateSearch: from,
  beforeLoad: async ({ context: { queryClient }, search }) => {
    if (!(await signedInTo(queryClient, search)).account.mustEnrolTotp) throw redirect({ to: '/' });
  },
  component: lazyRouteComponent(() => import('./pages/first-code-page.tsx'), 'FirstCodePage'),
});

const accountStartRoute = createRoute({
  getParentRoute: () => accountRoute,
  path: '/',
  beforeLoad: () => {
    throw redirect({ to: '/account/sessions' });
  },
});

const sessionsRoute = createRoute({
  getParentRoute: () => accountRoute,
  path: '/sessions',
  staticData: { title: () => i18next.t('sessions.title', { ns: 'shell' }) },
  component: lazyRouteComponent(() => import('./pages/sessions-page.tsx'), 'SessionsPage'),
});

const passwordRoute = createRoute({
  getParentRoute: () => accountRoute,
  path: '/password',
  staticData: { title: () => i18next.t('password.title', { ns: 'shell' }) },
  component: lazyRouteComponent(() => import('./pages/password-page.tsx'), 'PasswordPage'),
});

const securityRoute = createRoute({
  getParentRoute: () => accountRoute,
  path: '/security',
  validateSearch: searchOf({ sso: z.enum(['bound', ...ssoFailures]) }),
  staticData: { title: () => i18next.t('desk.own.title', { ns: 'access' }) },
  component: lazyRouteComponent(() => import('./pages/security-page.tsx'), 'SecurityPage'),
});

const below = { unit: z.uuid(), within: flag } as const;

const accountsRoute = createRoute({
  getParentRoute: () => deskRoute,
  path: '/accounts',
  validateSearch: searchOf({ ...below, q: z.string().max(40), state: z.enum(accountStates), role: z.enum(grantableRoles), open: z.uuid() }),
  staticData: { title: () => i18next.t('desk.accounts.title', { ns: 'access' }) },
  component: lazyRouteComponent(() => import('./pages/accounts-page.tsx'), 'AccountsPage'),
});

const newAccountsRoute = createRoute({
  getParentRoute: () => deskRoute,
  path: '/accounts/new',
  validateSearch: searchOf({ ...below, q: z.string().max(40) }),
  staticData: { title: () => i18next.t('desk.accounts.create', { ns: 'access' }) },
  component: lazyRouteComponent(() => import('./pages/new-accounts-page.tsx'), 'NewAccountsPage'),
});

const accountsByListRoute = createRoute({
  getParentRoute: () => deskRoute,
  path: '/accounts/by-list',
  staticData: { title: () => i18next.t('desk.accounts.byList', { ns: 'access' }) },
  component: lazyRouteComponent(() => import('./pages/accounts-by-list-page.tsx'), 'AccountsByListPage'),
});

const grantsRoute = createRoute({
  getParentRoute: () => deskRoute,
  path: '/grants',
  validateSearch: searchOf({ ...below, open: z.uuid() }),
  staticData: { title: () => i18next.t('desk.grants.title', { ns: 'access' }) },
  component: lazyRouteComponent(() => import('./pages/grants-page.tsx'), 'GrantsPage'),
});

const tokensRoute = createRoute({
  getParentRoute: () => deskRoute,
  path: '/tokens',
  validateSearch: searchOf({ expiring: flag, open: z.uuid() }),
  staticData: { title: () => i18next.t('desk.tokens.title', { ns: 'access' }) },
  component: lazyRouteComponent(() => import('./pages/tokens-page.tsx'), 'TokensPage'),
});

const devicesRoute = createRoute({
  getParentRoute: () => deskRoute,
  path: '/shared-devices',
  validateSearch: searchOf({ unit: z.uuid() }),
  staticData: { title: () => i18next.t('desk.devices.title', { ns: 'access' }) },
  component: lazyRouteComponent(() => import('./pages/devices-page.tsx'), 'DevicesPage'),
});

const settingsRoute = createRoute({
  getParentRoute: () => deskRoute,
  path: '/sign-in-settings',
  staticData: { title: () => i18next.t('desk.settings.title', { ns: 'access' }) },
  component: lazyRouteComponent(() => import('./pages/settings-page.tsx'), 'SettingsPage'),
});

/** Pages that stand before the desk. */
export const accessDoorRoutes = [signInRoute, firstPasswordRoute, firstCodeRoute] as const;
export const accessDeskRoutes = [
  accountsRoute,
  newAccountsRoute,
  accountsByListRoute,
  grantsRoute,
  tokensRoute,
  devicesRoute,
  settingsRoute,
] as const;
/** Below 我的账号. */
export const accessAccountRoutes = [accountStartRoute, sessionsRoute, passwordRoute, securityRoute] as const;
