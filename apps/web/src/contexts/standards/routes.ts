import { clauseCode, ruleIds } from '@changming/domain/standards';
import { createRoute, lazyRouteComponent } from '@tanstack/react-router';
import i18next from 'i18next';
import { z } from 'zod';

import { deskRoute } from '../../app/desk-route.tsx';
import { searchOf } from '../../app/search-params.ts';

const titled = (tab: 'rules' | 'clauses' | 'calendar' | 'editions') => ({
  title: () => i18next.t(`desk.tabs.${tab}`, { ns: 'standards' }),
});

const rulesRoute = createRoute({
  getParentRoute: () => deskRoute,
  path: '/standards',
  validateSearch: searchOf({ unit: z.uuid(), on: z.iso.date(), q: z.string().max(40), rule: z.enum(ruleIds) }),
  staticData: titled('rules'),
  component: lazyRouteComponent(() => import('./pages/rules-page.tsx'), 'RulesPage'),
});

const clausesRoute = createRoute({
  getParentRoute: () => deskRoute,
  path: '/standards/clauses',
  validateSearch: searchOf({ q: z.string().max(40), on: z.iso.date(), clause: clauseCode }),
  staticData: titled('clauses'),
  component: lazyRouteComponent(() => import('./pages/clauses-page.tsx'), 'ClausesPage'),
});

const calendarRoute = createRoute({
  getParentRoute: () => deskRoute,
  path: '/standards/calendar',
  validateSearch: searchOf({ year: z.coerce.number().int().min(2000).max(2100) }),
  staticData: titled('calendar'),
  component: lazyRouteComponent(() => import('./pages/calendar-page.tsx'), 'CalendarPage'),
});

const editionsRoute = createRoute({
  getParentRoute: () => deskRoute,
  path: '/standards/editions',
  validateSearch: searchOf({ on: z.iso.date() }),
  staticData: titled('editions'),
  component: lazyRouteComponent(() => import('./pages/editions-page.tsx'), 'EditionsPage'),
});

export const standardsDeskRoutes = [rulesRoute, clausesRoute, calendarRoute, editionsRoute] as const;
