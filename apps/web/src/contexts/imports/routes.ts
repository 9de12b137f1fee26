import { importKinds } from '@changming/domain/imports';
import { createRoute, lazyRouteComponent } from '@tanstack/react-router';
import i18next from 'i18next';
import { z } from 'zod';

import { deskRoute } from '../../app/desk-route.tsx';
import { flag, searchOf } from '../../app/search-params.ts';

const importsRoute = createRoute({
  getParentRoute: () => deskRoute,
  path: '/imports',
  validateSearch: searchOf({ awaiting: flag }),
  staticData: { title: () => i18next.t('desk.title', { ns: 'imports' }) },
  component: lazyRouteComponent(() => import('./pages/imports-page.tsx'), 'ImportsPage'),
});

const newImportRoute = createRoute({
  getParentRoute: () => deskRoute,
  path: '/imports/new',
  validateSearch: searchOf({ kind: z.enum(importKinds), unit: z.uuid(), on: z.iso.date() }),
  staticData: { title: () => i18next.t('desk.start.title', { ns: 'imports' }) },
  component: lazyRouteComponent(() => import('./pages/new-import-page.tsx'), 'NewImportPage'),
});

const importRoute = createRoute({
  getParentRoute: () => deskRoute,
  path: '/imports/$id',
  validateSearch: searchOf({ show: z.enum(['ready', 'ask', 'wrong', 'skip']) }),
  staticData: { title: () => i18next.t('desk.batch', { ns: 'imports' }) },
  component: lazyRouteComponent(() => import('./pages/import-page.tsx'), 'ImportPage'),
});

export const importsDeskRoutes = [importsRoute, newImportRoute, importRoute] as const;
