import { createRoute, lazyRouteComponent, redirect } from '@tanstack/react-router';
import { accountStates, grantableRoles } from '@changming/domain/access';
import i18next from 'i18next';
import { z } from 'zod';

import { meQuery } from '../../api/me.ts';
import { isSignedOut } from '../../api/problem-error.ts';
import { deskRoute, rootRoute } from '../../app/desk-route.tsx';
import { flag, searchOf } from '../../app/search-params.ts';
import { innerAddress } from './inner-address.ts';

/** Where to go afterwards: an address of this site, never of another. */
const from = searchOf({ from: z.string().refine(innerAddress) });

const signInRoute = createRoute({
  getParentRoute: () => rootRoute,
  path: '/sign-in',
  validateSearch: from,
  component: lazyRouteComponent(() => import('./pages/sign-in-page.tsx'), 'SignInPage'),
});

const firstPasswordRoute = createRoute({
  getParentRoute: () => rootRoute,
  path: '/first-password',
  validateSearch: from,
  beforeLoad: async ({ context: { queryClient }, search }) => {
    const me = await queryClient.ensureQueryData(meQuery).catch((error: unknown) => {
      if (isSignedOut(error)) throw redirect({ to: '/sign-in', search });
      throw error;
    });
    if (!me.account.mustChangePassword) throw redirect({ to: '/' });
  },
  component: lazyRouteComponent(() => import('./pages/first-password-page.tsx'), 'FirstPasswordPage'),
});

const sessionsRoute = createRoute({
  getParentRoute: () => deskRoute,
  path: '/account/sessions',
  staticData: { title: () => i18next.t('sessions.title', { ns: 'shell' }) },
  component: lazyRouteComponent(() => import('./pages/sessions-page.tsx'), 'SessionsPage'),
});

const passwordRoute = createRoute({
  getParentRoute: () => deskRoute,
  path: '/account/password',
  staticData: { title: () => i18next.t('password.title', { ns: 'shell' }) },
  component: lazyRouteComponent(() => import('./pages/password-page.tsx'), 'PasswordPage'),
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

/** Pages that stand before the desk. */
export const accessDoorRoutes = [signInRoute, firstPasswordRoute] as const;
export const accessDeskRoutes = [sessionsRoute, passwordRoute, accountsRoute, newAccountsRoute] as const;
