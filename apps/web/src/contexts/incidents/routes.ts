import { caseStates, eventClasses, grades } from '@changming/domain/incidents';
import { createRoute, lazyRouteComponent } from '@tanstack/react-router';
import i18next from 'i18next';
import { z } from 'zod';

import { deskRoute } from '../../app/desk-route.tsx';
import { flag, many, searchOf } from '../../app/search-params.ts';

const listRoute = createRoute({
  getParentRoute: () => deskRoute,
  path: '/incidents',
  validateSearch: searchOf({
    unitId: z.uuid(),
    withBelow: flag,
    state: many(z.enum(caseStates)),
    eventClass: many(z.enum(eventClasses)),
    grade: many(z.enum(grades)),
    unfinished: flag,
    ungraded: flag,
    overdue: flag,
    q: z.string().max(40),
  }),
  staticData: { title: () => i18next.t('desk.title', { ns: 'incidents' }) },
  component: lazyRouteComponent(() => import('./pages/incidents-page.tsx'), 'IncidentsPage'),
});

const oneRoute = createRoute({
  getParentRoute: () => deskRoute,
  path: '/incidents/$id',
  staticData: { title: () => i18next.t('desk.one', { ns: 'incidents' }) },
  component: lazyRouteComponent(() => import('./pages/incident-page.tsx'), 'IncidentPage'),
});

const documentsRoute = createRoute({
  getParentRoute: () => deskRoute,
  path: '/incidents/documents',
  staticData: { title: () => i18next.t('orders.title', { ns: 'shell' }) },
  component: lazyRouteComponent(() => import('./pages/documents-page.tsx'), 'DocumentsPage'),
});

export const incidentsDeskRoutes = [listRoute, documentsRoute, oneRoute] as const;
