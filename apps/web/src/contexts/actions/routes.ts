import { actionKinds, actionOrigins, actionStates } from '@changming/domain/actions';
import { createRoute, lazyRouteComponent } from '@tanstack/react-router';
import i18next from 'i18next';
import { z } from 'zod';

import { deskRoute } from '../../app/desk-route.tsx';
import { flag, many, searchOf } from '../../app/search-params.ts';

const listRoute = createRoute({
  getParentRoute: () => deskRoute,
  path: '/actions',
  validateSearch: searchOf({
    unitId: z.uuid(),
    withBelow: flag,
    state: many(z.enum(actionStates)),
    origin: many(z.enum(actionOrigins)),
    kind: many(z.enum(actionKinds)),
    overdue: flag,
    mine: flag,
    q: z.string().max(60),
    action: z.uuid(),
  }),
  staticData: { title: () => i18next.t('desk.title', { ns: 'actions' }) },
  component: lazyRouteComponent(() => import('./pages/actions-page.tsx'), 'ActionsPage'),
});

const documentsRoute = createRoute({
  getParentRoute: () => deskRoute,
  path: '/actions/documents',
  staticData: { title: () => i18next.t('orders.title', { ns: 'shell' }) },
  component: lazyRouteComponent(() => import('./pages/documents-page.tsx'), 'DocumentsPage'),
});

export const actionsDeskRoutes = [listRoute, documentsRoute] as const;
