import { pointKinds, sheetKinds } from '@changming/domain/points';
import { createRoute, lazyRouteComponent } from '@tanstack/react-router';
import i18next from 'i18next';
import { z } from 'zod';

import { deskRoute } from '../../app/desk-route.tsx';
import { flag, many, searchOf } from '../../app/search-params.ts';

const filter = {
  unitId: z.uuid(),
  withBelow: flag,
  kind: many(z.enum(pointKinds)),
  closed: flag,
  withoutKeeper: flag,
  key: flag,
  q: z.string().max(40),
};

const pointsRoute = createRoute({
  getParentRoute: () => deskRoute,
  path: '/points',
  validateSearch: searchOf({ ...filter, point: z.uuid() }),
  staticData: { title: () => i18next.t('desk.title', { ns: 'points' }) },
  component: lazyRouteComponent(() => import('./pages/points-page.tsx'), 'PointsPage'),
});

const platesRoute = createRoute({
  getParentRoute: () => deskRoute,
  path: '/points/plates',
  validateSearch: searchOf({ ...filter, id: many(z.uuid()) }),
  staticData: { title: () => i18next.t('desk.plates.title', { ns: 'points' }) },
  component: lazyRouteComponent(() => import('./pages/plates-page.tsx'), 'PlatesPage'),
});

const sheetsRoute = createRoute({
  getParentRoute: () => deskRoute,
  path: '/points/sheets',
  validateSearch: searchOf({ unitId: z.uuid(), withBelow: flag, kind: many(z.enum(sheetKinds)), withdrawn: flag, sheet: z.uuid() }),
  staticData: { title: () => i18next.t('desk.sheets.title', { ns: 'points' }) },
  component: lazyRouteComponent(() => import('./pages/sheets-page.tsx'), 'SheetsPage'),
});

const sheetPrintRoute = createRoute({
  getParentRoute: () => deskRoute,
  path: '/points/sheets/$id/print',
  staticData: { title: () => i18next.t('desk.sheets.print', { ns: 'points' }) },
  component: lazyRouteComponent(() => import('./pages/sheet-print-page.tsx'), 'SheetPrintPage'),
});

export const pointsDeskRoutes = [pointsRoute, platesRoute, sheetsRoute, sheetPrintRoute] as const;
