import { createRoute, lazyRouteComponent } from '@tanstack/react-router';
import i18next from 'i18next';
import { z } from 'zod';

import { deskRoute } from '../../app/desk-route.tsx';
import { flag, searchOf } from '../../app/search-params.ts';

const unitsRoute = createRoute({
  getParentRoute: () => deskRoute,
  path: '/units',
  validateSearch: searchOf({ unit: z.uuid(), within: flag, on: z.iso.date() }),
  staticData: { title: () => i18next.t('desk.title', { ns: 'units' }) },
  component: lazyRouteComponent(() => import('./pages/units-page.tsx'), 'UnitsPage'),
});

export const unitsDeskRoutes = [unitsRoute] as const;
