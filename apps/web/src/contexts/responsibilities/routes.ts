import { dutyKinds, letterStates, occurrenceStates } from '@changming/domain/responsibilities';
import { posts } from '@changming/domain/workforce';
import { createRoute, lazyRouteComponent } from '@tanstack/react-router';
import i18next from 'i18next';
import { z } from 'zod';

import { deskRoute } from '../../app/desk-route.tsx';
import { flag, many, searchOf } from '../../app/search-params.ts';

const branch = { unitId: z.uuid(), withBelow: flag } as const;

const mineRoute = createRoute({
  getParentRoute: () => deskRoute,
  path: '/responsibilities/mine',
  staticData: { title: () => i18next.t('desk.mine.title', { ns: 'responsibilities' }) },
  component: lazyRouteComponent(() => import('./pages/mine-page.tsx'), 'MinePage'),
});

const dutiesRoute = createRoute({
  getParentRoute: () => deskRoute,
  path: '/responsibilities/duties',
  validateSearch: searchOf({
    ...branch,
    from: z.iso.date(),
    to: z.iso.date(),
    kind: many(z.enum(dutyKinds)),
    state: many(z.enum(occurrenceStates)),
  }),
  staticData: { title: () => i18next.t('desk.duties.title', { ns: 'responsibilities' }) },
  component: lazyRouteComponent(() => import('./pages/duties-page.tsx'), 'DutiesPage'),
});

const catalogueRoute = createRoute({
  getParentRoute: () => deskRoute,
  path: '/responsibilities/catalogue',
  validateSearch: searchOf({ unitId: z.uuid(), kind: many(z.enum(dutyKinds)), post: many(z.enum(posts)) }),
  staticData: { title: () => i18next.t('desk.catalogue.title', { ns: 'responsibilities' }) },
  component: lazyRouteComponent(() => import('./pages/catalogue-page.tsx'), 'CataloguePage'),
});

const leadsRoute = createRoute({
  getParentRoute: () => deskRoute,
  path: '/responsibilities/leads',
  validateSearch: searchOf({ unitId: z.uuid() }),
  staticData: { title: () => i18next.t('desk.leads.title', { ns: 'responsibilities' }) },
  component: lazyRouteComponent(() => import('./pages/leads-page.tsx'), 'LeadsPage'),
});

const lettersRoute = createRoute({
  getParentRoute: () => deskRoute,
  path: '/responsibilities/letters',
  validateSearch: searchOf({
    ...branch,
    year: z.number().int(),
    state: many(z.enum(letterStates)),
    post: many(z.enum(posts)),
    overdue: flag,
    ended: flag,
    search: z.string().max(60),
  }),
  staticData: { title: () => i18next.t('desk.letters.title', { ns: 'responsibilities' }) },
  component: lazyRouteComponent(() => import('./pages/letters-page.tsx'), 'LettersPage'),
});

const letterRoute = createRoute({
  getParentRoute: () => deskRoute,
  path: '/responsibilities/letters/$letterId',
  staticData: { title: () => i18next.t('desk.letter.title', { ns: 'responsibilities' }) },
  component: lazyRouteComponent(() => import('./pages/letter-page.tsx'), 'LetterPage'),
});

export const responsibilitiesDeskRoutes = [mineRoute, dutiesRoute, catalogueRoute, leadsRoute, lettersRoute, letterRoute] as const;
