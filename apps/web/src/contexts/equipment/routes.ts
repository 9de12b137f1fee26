import {
  dueKinds,
  fireConditions,
  fireKinds,
  fireStandings,
  placeCheckKinds,
  specialCategories,
  specialStandings,
  specialStates,
} from '@changming/domain/equipment';
import { createRoute, lazyRouteComponent } from '@tanstack/react-router';
import i18next from 'i18next';
import { z } from 'zod';

import { deskRoute } from '../../app/desk-route.tsx';
import { flag, many, searchOf } from '../../app/search-params.ts';

const branch = { unitId: z.uuid(), withBelow: flag } as const;

const specialRoute = createRoute({
  getParentRoute: () => deskRoute,
  path: '/equipment/special',
  validateSearch: searchOf({
    ...branch,
    category: many(z.enum(specialCategories)),
    state: many(z.enum(specialStates)),
    standing: many(z.enum(specialStandings)),
    q: z.string().max(40),
    equipment: z.uuid(),
  }),
  staticData: { title: () => i18next.t('desk.special.title', { ns: 'equipment' }) },
  component: lazyRouteComponent(() => import('./pages/special-page.tsx'), 'SpecialPage'),
});

const fireRoute = createRoute({
  getParentRoute: () => deskRoute,
  path: '/equipment/fire',
  validateSearch: searchOf({
    ...branch,
    kind: many(z.enum(fireKinds)),
    condition: many(z.enum(fireConditions)),
    standing: many(z.enum(fireStandings)),
    unchecked: flag,
    missedOn: z.iso.date(),
    q: z.string().max(40),
    equipment: z.uuid(),
  }),
  staticData: { title: () => i18next.t('desk.fire.title', { ns: 'equipment' }) },
  component: lazyRouteComponent(() => import('./pages/fire-page.tsx'), 'FirePage'),
});

const dueRoute = createRoute({
  getParentRoute: () => deskRoute,
  path: '/equipment/due',
  validateSearch: searchOf({ ...branch, kind: z.enum(dueKinds), overdue: flag, until: z.iso.date() }),
  staticData: { title: () => i18next.t('desk.due.title', { ns: 'equipment' }) },
  component: lazyRouteComponent(() => import('./pages/due-page.tsx'), 'DuePage'),
});

const missesRoute = createRoute({
  getParentRoute: () => deskRoute,
  path: '/equipment/missed-spots',
  validateSearch: searchOf({ ...branch, unexplained: flag, from: z.iso.date(), to: z.iso.date() }),
  staticData: { title: () => i18next.t('desk.misses.title', { ns: 'equipment' }) },
  component: lazyRouteComponent(() => import('./pages/misses-page.tsx'), 'MissesPage'),
});

const placesRoute = createRoute({
  getParentRoute: () => deskRoute,
  path: '/equipment/place-checks',
  validateSearch: searchOf({ ...branch, kind: many(z.enum(placeCheckKinds)) }),
  staticData: { title: () => i18next.t('desk.places.title', { ns: 'equipment' }) },
  component: lazyRouteComponent(() => import('./pages/places-page.tsx'), 'PlacesPage'),
});

export const equipmentDeskRoutes = [specialRoute, fireRoute, dueRoute, missesRoute, placesRoute] as const;
