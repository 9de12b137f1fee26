import { posts } from '@changming/domain/workforce';
import { createRoute, lazyRouteComponent } from '@tanstack/react-router';
import i18next from 'i18next';
import { z } from 'zod';

import { deskRoute } from '../../app/desk-route.tsx';
import { flag, searchOf } from '../../app/search-params.ts';
import { certificateDeskRoutes } from './certificate-routes.ts';

const below = { unit: z.uuid(), within: flag } as const;

const personsRoute = createRoute({
  getParentRoute: () => deskRoute,
  path: '/persons',
  validateSearch: searchOf({ ...below, q: z.string().max(40), post: z.enum(posts), left: flag, open: z.uuid() }),
  staticData: { title: () => i18next.t('desk.title', { ns: 'workforce' }) },
  component: lazyRouteComponent(() => import('./pages/persons-page.tsx'), 'PersonsPage'),
});

const lookUpRoute = createRoute({
  getParentRoute: () => deskRoute,
  path: '/persons/look-up',
  staticData: { title: () => i18next.t('desk.lookUp.title', { ns: 'workforce' }) },
  component: lazyRouteComponent(() => import('./pages/look-up-page.tsx'), 'LookUpPage'),
});

const responsibilityRoute = createRoute({
  getParentRoute: () => deskRoute,
  path: '/responsibility',
  validateSearch: searchOf({ ...below, post: z.enum(posts), at: z.string().regex(/^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}$/) }),
  staticData: { title: () => i18next.t('desk.responsibility.title', { ns: 'workforce' }) },
  component: lazyRouteComponent(() => import('./pages/responsibility-page.tsx'), 'ResponsibilityPage'),
});

export const workforceDeskRoutes = [...certificateDeskRoutes, personsRoute, lookUpRoute, responsibilityRoute] as const;
