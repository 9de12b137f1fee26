import { createRoute, lazyRouteComponent } from '@tanstack/react-router';
import i18next from 'i18next';
import { z } from 'zod';

import { deskRoute } from '../../app/desk-route.tsx';
import { searchOf } from '../../app/search-params.ts';

const trailRoute = createRoute({
  getParentRoute: () => deskRoute,
  path: '/audit/trail',
  validateSearch: searchOf({
    personId: z.uuid(),
    who: z.string().max(40),
    subjectId: z.uuid(),
    unitId: z.uuid(),
    verb: z.string().max(60),
    from: z.iso.date(),
    to: z.iso.date(),
    open: z.uuid(),
  }),
  staticData: { title: () => i18next.t('desk.title', { ns: 'audit' }) },
  component: lazyRouteComponent(() => import('./pages/trail-page.tsx'), 'TrailPage'),
});

export const auditDeskRoutes = [trailRoute] as const;
