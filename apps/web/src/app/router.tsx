import type { QueryClient } from '@tanstack/react-query';
import { createRouter } from '@tanstack/react-router';

import { accessDeskRoutes, accessDoorRoutes } from '../contexts/access/routes.ts';
import { unitsDeskRoutes } from '../contexts/units/routes.ts';
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
  deskRoute.addChildren([homeRoute, ...accessDeskRoutes, ...unitsDeskRoutes, notFoundRoute]),
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
  });
}

declare module '@tanstack/react-router' {
  interface Register {
    router: ReturnType<typeof createDeskRouter>;
  }
}
