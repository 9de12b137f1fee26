import type { QueryClient } from '@tanstack/react-query';
import { createRouter } from '@tanstack/react-router';

import { accessAccountRoutes, accessDeskRoutes, accessDoorRoutes } from '../contexts/access/routes.ts';
import { actionsDeskRoutes } from '../contexts/actions/routes.ts';
import { analyticsDeskRoutes } from '../contexts/analytics/routes.ts';
import { assessmentsDeskRoutes } from '../contexts/assessments/routes.ts';
import { equipmentDeskRoutes } from '../contexts/equipment/routes.ts';
import { trainingDeskRoutes } from '../contexts/training/routes.ts';
import { auditDeskRoutes } from '../contexts/audit/routes.ts';
import { noticesAccountRoutes } from '../contexts/notices/routes.ts';
import { hazardsDeskRoutes } from '../contexts/hazards/routes.ts';
import { importsDeskRoutes } from '../contexts/imports/routes.ts';
import { incidentsDeskRoutes } from '../contexts/incidents/routes.ts';
import { inspectionsDeskRoutes } from '../contexts/inspections/routes.ts';
import { pointsDeskRoutes } from '../contexts/points/routes.ts';
import { responsibilitiesDeskRoutes } from '../contexts/responsibilities/routes.ts';
import { risksDeskRoutes } from '../contexts/risks/routes.ts';
import { standardsDeskRoutes } from '../contexts/standards/routes.ts';
import { unitsDeskRoutes } from '../contexts/units/routes.ts';
import { workforceDeskRoutes } from '../contexts/workforce/routes.ts';
import { watchDeskRoutes } from '../contexts/workforce/watch/routes.ts';
import { accountRoute } from './account-route.tsx';
import { deskRoute, rootRoute } from './desk-route.tsx';
import { homeRoute } from './home/route.ts';
import { NotFoundPage } from './not-found-page.tsx';
import { notFoundRoute } from './not-found-route.ts';
import { PageError } from './page-error.tsx';
import { PageSkeleton } from './page-skeleton.tsx';
import { parseSearch, stringifySearch } from './search-params.ts';

/** Every page of the desk: each context adds its own list of routes. */
const routeTree = rootRoute.addChildren([
  ...accessDoorRoutes,
  deskRoute.addChildren([
    homeRoute,
    accountRoute.addChildren([...accessAccountRoutes, ...noticesAccountRoutes]),
    ...accessDeskRoutes,
    ...analyticsDeskRoutes,
    ...assessmentsDeskRoutes,
    ...auditDeskRoutes,
    ...standardsDeskRoutes,
    ...unitsDeskRoutes,
    ...pointsDeskRoutes,
    ...responsibilitiesDeskRoutes,
    ...risksDeskRoutes,
    ...equipmentDeskRoutes,
    ...trainingDeskRoutes,
    ...hazardsDeskRoutes,
    ...incidentsDeskRoutes,
    ...actionsDeskRoutes,
    ...inspectionsDeskRoutes,
    ...workforceDeskRoutes,
    ...watchDeskRoutes,
    ...importsDeskRoutes,
    notFoundRoute,
  ]),
]);

export function createDeskRouter(queryClient: QueryClient) {
  return createRouter({
    routeTree,
    context: { queryClient },
    parseSearch,
    stringifySearch,
    defaultPreload: 'intent',
    defaultPreloadStaleTime: 0,
    defaultPendingMs: 200,
    defaultPendingComponent: PageSkeleton,
    defaultErrorComponent: PageError,
    defaultNotFoundComponent: NotFoundPage,
    scrollRestoration: true,
    search: { strict: true },
  });
}

declare module '@tanstack/react-router' {
  interface Register {
    router: ReturnType<typeof createDeskRouter>;
  }
}
