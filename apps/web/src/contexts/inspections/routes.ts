import { createRoute, lazyRouteComponent } from '@tanstack/react-router';
import i18next from 'i18next';
import { z } from 'zod';

import { deskRoute } from '../../app/desk-route.tsx';
import { searchOf } from '../../app/search-params.ts';
import { lightsOutSearch } from './lights-out/lights-out-query.ts';
import { checklistsSearch, coverageSearch, plansSearch, tasksSearch } from './search.ts';

type Page = 'tasks' | 'documents' | 'coverage' | 'plans' | 'checklists' | 'checklist' | 'result';

const titled = (page: Page) => ({ title: () => i18next.t(`desk.${page}.title`, { ns: 'inspections' }) });

const tasksRoute = createRoute({
  getParentRoute: () => deskRoute,
  path: '/inspections',
  validateSearch: tasksSearch,
  staticData: titled('tasks'),
  component: lazyRouteComponent(() => import('./pages/tasks-page.tsx'), 'TasksPage'),
});

const coverageRoute = createRoute({
  getParentRoute: () => deskRoute,
  path: '/inspections/coverage',
  validateSearch: coverageSearch,
  staticData: titled('coverage'),
  component: lazyRouteComponent(() => import('./pages/coverage-page.tsx'), 'CoveragePage'),
});

const lightsOutRoute = createRoute({
  getParentRoute: () => deskRoute,
  path: '/inspections/lights-out',
  validateSearch: lightsOutSearch,
  staticData: { title: () => i18next.t('lightsOut.title', { ns: 'inspections' }) },
  component: lazyRouteComponent(() => import('./lights-out/lights-out-page.tsx'), 'LightsOutPage'),
});

const documentsRoute = createRoute({
  getParentRoute: () => deskRoute,
  path: '/inspections/documents',
  staticData: titled('documents'),
  component: lazyRouteComponent(() => import('./pages/documents-page.tsx'), 'DocumentsPage'),
});

const plansRoute = createRoute({
  getParentRoute: () => deskRoute,
  path: '/inspections/plans',
  validateSearch: plansSearch,
  staticData: titled('plans'),
  component: lazyRouteComponent(() => import('./pages/plans-page.tsx'), 'PlansPage'),
});

const checklistsRoute = createRoute({
  getParentRoute: () => deskRoute,
  path: '/inspections/checklists',
  validateSearch: checklistsSearch,
  staticData: titled('checklists'),
  component: lazyRouteComponent(() => import('./pages/checklists-page.tsx'), 'ChecklistsPage'),
});

const checklistRoute = createRoute({
  getParentRoute: () => deskRoute,
  path: '/inspections/checklists/$checklistId',
  validateSearch: searchOf({ number: z.coerce.number().int().min(1), draft: z.literal('true') }),
  staticData: titled('checklist'),
  component: lazyRouteComponent(() => import('./pages/checklist-page.tsx'), 'ChecklistPage'),
});

const resultRoute = createRoute({
  getParentRoute: () => deskRoute,
  path: '/inspections/results/$resultId',
  staticData: titled('result'),
  component: lazyRouteComponent(() => import('./pages/result-page.tsx'), 'ResultPage'),
});

export const inspectionsDeskRoutes = [
  tasksRoute,
  coverageRoute,
  lightsOutRoute,
  documentsRoute,
  plansRoute,
  checklistsRoute,
  checklistRoute,
  resultRoute,
] as const;
