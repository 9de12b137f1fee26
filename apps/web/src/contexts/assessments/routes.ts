import { createRoute, lazyRouteComponent } from '@tanstack/react-router';
import i18next from 'i18next';
import { z } from 'zod';

import { deskRoute } from '../../app/desk-route.tsx';
import { flag, searchOf } from '../../app/search-params.ts';
import { explanationSearch, findingsSearch, rankingSearch } from './search.ts';

const titled = (page: 'runs' | 'ranking' | 'explanation' | 'schemes' | 'scheme' | 'findings') => ({
  title: () => i18next.t(`desk.${page}.title`, { ns: 'assessments' }),
});

const runsRoute = createRoute({
  getParentRoute: () => deskRoute,
  path: '/assessments',
  validateSearch: searchOf({ run: z.uuid(), tab: z.enum(['process', 'receipt', 'diff']), superseded: flag, ordered: z.uuid() }),
  staticData: titled('runs'),
  component: lazyRouteComponent(() => import('./pages/runs-page.tsx'), 'RunsPage'),
});

const rankingRoute = createRoute({
  getParentRoute: () => deskRoute,
  path: '/assessments/runs/$runId',
  validateSearch: rankingSearch,
  staticData: titled('ranking'),
  component: lazyRouteComponent(() => import('./pages/ranking-page.tsx'), 'RankingPage'),
});

const explanationRoute = createRoute({
  getParentRoute: () => deskRoute,
  path: '/assessments/runs/$runId/units/$unitId',
  validateSearch: explanationSearch,
  staticData: titled('explanation'),
  component: lazyRouteComponent(() => import('./pages/explanation-page.tsx'), 'ExplanationPage'),
});

const schemesRoute = createRoute({
  getParentRoute: () => deskRoute,
  path: '/assessments/schemes',
  staticData: titled('schemes'),
  component: lazyRouteComponent(() => import('./pages/schemes-page.tsx'), 'SchemesPage'),
});

const schemeRoute = createRoute({
  getParentRoute: () => deskRoute,
  path: '/assessments/schemes/$code/$version',
  validateSearch: searchOf({ compare: z.string().regex(/^[a-z0-9-]{1,40}@\d{1,4}$/) }),
  staticData: titled('scheme'),
  component: lazyRouteComponent(() => import('./pages/scheme-page.tsx'), 'SchemePage'),
});

const findingsRoute = createRoute({
  getParentRoute: () => deskRoute,
  path: '/assessments/findings',
  validateSearch: findingsSearch,
  staticData: titled('findings'),
  component: lazyRouteComponent(() => import('./pages/findings-page.tsx'), 'FindingsPage'),
});

export const assessmentsDeskRoutes = [runsRoute, rankingRoute, explanationRoute, schemesRoute, schemeRoute, findingsRoute] as const;
