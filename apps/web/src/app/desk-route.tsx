import type { QueryClient } from '@tanstack/react-query';
import { createRootRouteWithContext, createRoute, lazyRouteComponent, Outlet, redirect } from '@tanstack/react-router';

import { meQuery } from '../api/me.ts';
import { isSignedOut } from '../api/problem-error.ts';

export type RouterContext = { readonly queryClient: QueryClient };

declare module '@tanstack/react-router' {
  interface StaticDataRouteOption {
    /** The page in the breadcrumb and in the title of the window. Asked again when the language changes. */
    title?: () => string;
  }
}

export const rootRoute = createRootRouteWithContext<RouterContext>()({ component: Outlet });

/** The desk: everything below needs somebody signed in who has a password of his own, and a second lock where one is owed. Contexts hang their pages here. */
export const deskRoute = createRoute({
  getParentRoute: () => rootRoute,
  id: 'desk',
  beforeLoad: async ({ context: { queryClient }, location }) => {
    const me = await queryClient.ensureQueryData(meQuery).catch((error: unknown) => {
      if (isSignedOut(error)) throw redirect({ to: '/sign-in', search: { from: location.href } });
      throw error;
    });
    if (me.account.mustChangePassword) throw redirect({ to: '/first-password', search: { from: location.href } });
    if (me.account.mustEnrolTotp) throw redirect({ to: '/first-code', search: { from: location.href } });
  },
  component: lazyRouteComponent(() => import('./shell.tsx'), 'Shell'),
});
