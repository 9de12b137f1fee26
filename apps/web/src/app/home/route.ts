import { createRoute, lazyRouteComponent } from '@tanstack/react-router';

import { deskRoute } from '../desk-route.tsx';

export const homeRoute = createRoute({
  getParentRoute: () => deskRoute,
  path: '/',
  component: lazyRouteComponent(() => import('./home-page.tsx'), 'HomePage'),
});
