import { riskKinds, riskLevels, riskStages } from '@changming/domain/risks';
import { createRoute, lazyRouteComponent } from '@tanstack/react-router';
import i18next from 'i18next';
import { z } from 'zod';

import { deskRoute } from '../../app/desk-route.tsx';
import { flag, many, searchOf } from '../../app/search-params.ts';

const risksRoute = createRoute({
  getParentRoute: () => deskRoute,
  path: '/risks',
  validateSearch: searchOf({
    unitId: z.uuid(),
    withBelow: flag,
    level: many(z.enum(riskLevels)),
    stage: many(z.enum(riskStages)),
    kind: many(z.enum(riskKinds)),
    pointId: z.uuid(),
    due: flag,
    q: z.string().max(40),
    risk: z.uuid(),
  }),
  staticData: { title: () => i18next.t('desk.title', { ns: 'risks' }) },
  component: lazyRouteComponent(() => import('./pages/risks-page.tsx'), 'RisksPage'),
});

const mapRoute = createRoute({
  getParentRoute: () => deskRoute,
  path: '/risks/map',
  validateSearch: searchOf({ plan: z.uuid(), point: z.string().max(40) }),
  staticData: { title: () => i18next.t('desk.maps.title', { ns: 'risks' }) },
  component: lazyRouteComponent(() => import('./pages/map-page.tsx'), 'MapPage'),
});

const scalesRoute = createRoute({
  getParentRoute: () => deskRoute,
  path: '/risks/scales',
  staticData: { title: () => i18next.t('desk.scales.title', { ns: 'risks' }) },
  component: lazyRouteComponent(() => import('./pages/scales-page.tsx'), 'ScalesPage'),
});

export const risksDeskRoutes = [risksRoute, mapRoute, scalesRoute] as const;
