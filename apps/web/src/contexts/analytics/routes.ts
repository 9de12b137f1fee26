import { datasetNames } from '@changming/domain/analytics';
import { createRoute, lazyRouteComponent } from '@tanstack/react-router';
import i18next from 'i18next';
import { z } from 'zod';

import { deskRoute } from '../../app/desk-route.tsx';
import { searchOf } from '../../app/search-params.ts';

const datasetsRoute = createRoute({
  getParentRoute: () => deskRoute,
  path: '/analytics',
  validateSearch: searchOf({ dataset: z.enum(datasetNames) }),
  staticData: { title: () => i18next.t('desk.title', { ns: 'analytics' }) },
  component: lazyRouteComponent(() => import('./pages/datasets-page.tsx'), 'DatasetsPage'),
});

export const analyticsDeskRoutes = [datasetsRoute] as const;
