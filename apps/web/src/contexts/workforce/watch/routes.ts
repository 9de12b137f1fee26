import { createRoute, lazyRouteComponent } from '@tanstack/react-router';
import i18next from 'i18next';
import { z } from 'zod';

import { deskRoute } from '../../../app/desk-route.tsx';
import { flag, searchOf } from '../../../app/search-params.ts';

const watchRoute = createRoute({
  getParentRoute: () => deskRoute,
  path: '/workforce/watch',
  validateSearch: searchOf({ unit: z.uuid(), month: z.string().regex(/^\d{4}-\d{2}$/), shift: z.uuid(), gaps: flag }),
  staticData: { title: () => i18next.t('watch.desk.title', { ns: 'workforce' }) },
  component: lazyRouteComponent(() => import('./watch-page.tsx'), 'WatchPage'),
});

export const watchDeskRoutes = [watchRoute] as const;
