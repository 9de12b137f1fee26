import { createRoute, lazyRouteComponent } from '@tanstack/react-router';

import { deskRoute } from './desk-route.tsx';

/** 我的账号: the pages that everybody has for himself, side by side. Contexts hang theirs here. */
export const accountRoute = createRoute({
  getParentRoute: () => deskRoute,
  path: '/account',
  component: lazyRouteComponent(() => import('./account-frame.tsx'), 'AccountFrame'),
});
