import { dedicatedCauses, sessionStates, trainingCategories, trainingCauses, trainingRoles } from '@changming/domain/training';
import { createRoute, lazyRouteComponent } from '@tanstack/react-router';
import i18next from 'i18next';
import { z } from 'zod';

import { deskRoute } from '../../../app/desk-route.tsx';
import { flag, many, searchOf } from '../../../app/search-params.ts';

const branch = { unitId: z.uuid(), withBelow: flag } as const;
const year = z.coerce.number().int();

const sessionsRoute = createRoute({
  getParentRoute: () => deskRoute,
  path: '/training/sessions',
  validateSearch: searchOf({
    ...branch,
    category: many(z.enum(trainingCategories)),
    state: many(z.enum(sessionStates)),
    from: z.iso.date(),
    to: z.iso.date(),
    word: z.string().max(40),
    session: z.uuid(),
  }),
  staticData: { title: () => i18next.t('held.sessions.title', { ns: 'training' }) },
  component: lazyRouteComponent(() => import('./sessions-page.tsx'), 'SessionsPage'),
});

const owedRoute = createRoute({
  getParentRoute: () => deskRoute,
  path: '/training/owed',
  validateSearch: searchOf({ ...branch, cause: many(z.enum(trainingCauses)), all: flag, person: z.uuid() }),
  staticData: { title: () => i18next.t('held.owed.title', { ns: 'training' }) },
  component: lazyRouteComponent(() => import('./owed-page.tsx'), 'OwedPage'),
});

const dedicatedRoute = createRoute({
  getParentRoute: () => deskRoute,
  path: '/training/dedicated',
  validateSearch: searchOf({ ...branch, cause: many(z.enum(dedicatedCauses)), all: flag, about: z.uuid(), person: z.uuid() }),
  staticData: { title: () => i18next.t('held.dedicated.title', { ns: 'training' }) },
  component: lazyRouteComponent(() => import('./dedicated-page.tsx'), 'DedicatedPage'),
});

const changesRoute = createRoute({
  getParentRoute: () => deskRoute,
  path: '/training/changes',
  validateSearch: searchOf({ ...branch, withdrawn: flag }),
  staticData: { title: () => i18next.t('held.dedicated.changes', { ns: 'training' }) },
  component: lazyRouteComponent(() => import('./changes-page.tsx'), 'ChangesPage'),
});

const hoursRoute = createRoute({
  getParentRoute: () => deskRoute,
  path: '/training/hours',
  validateSearch: searchOf({ ...branch, year, role: many(z.enum(trainingRoles)), met: flag, word: z.string().max(40), person: z.uuid() }),
  staticData: { title: () => i18next.t('held.hours.title', { ns: 'training' }) },
  component: lazyRouteComponent(() => import('./hours-page.tsx'), 'HoursPage'),
});

const plansRoute = createRoute({
  getParentRoute: () => deskRoute,
  path: '/training/plans',
  validateSearch: searchOf({ unitId: z.uuid(), year, plan: z.uuid() }),
  staticData: { title: () => i18next.t('held.plans.title', { ns: 'training' }) },
  component: lazyRouteComponent(() => import('./plans-page.tsx'), 'PlansPage'),
});

export const heldRoutes = [sessionsRoute, owedRoute, dedicatedRoute, changesRoute, hoursRoute, plansRoute] as const;
