import { createRoute, lazyRouteComponent } from '@tanstack/react-router';
import i18next from 'i18next';
import { z } from 'zod';

import { deskRoute } from '../../app/desk-route.tsx';
import { searchOf } from '../../app/search-params.ts';
import { ledgerSearch } from './ledger-search.ts';
import { listsSearch } from './lists-search.ts';

type Page = 'ledger' | 'threeLists' | 'documents' | 'triage' | 'acceptance' | 'supervision' | 'lookBacks' | 'hazard';

const titled = (page: Page) => ({ title: () => i18next.t(`desk.${page}.title`, { ns: 'hazards' }) });

const ledgerRoute = createRoute({
  getParentRoute: () => deskRoute,
  path: '/hazards',
  validateSearch: ledgerSearch,
  staticData: titled('ledger'),
  component: lazyRouteComponent(() => import('./pages/ledger-page.tsx'), 'LedgerPage'),
});

const listsRoute = createRoute({
  getParentRoute: () => deskRoute,
  path: '/hazards/lists',
  validateSearch: listsSearch,
  staticData: titled('threeLists'),
  component: lazyRouteComponent(() => import('./pages/three-lists-page.tsx'), 'ThreeListsPage'),
});

const documentsRoute = createRoute({
  getParentRoute: () => deskRoute,
  path: '/hazards/documents',
  staticData: titled('documents'),
  component: lazyRouteComponent(() => import('./pages/documents-page.tsx'), 'DocumentsPage'),
});

const triageRoute = createRoute({
  getParentRoute: () => deskRoute,
  path: '/hazards/triage',
  validateSearch: searchOf({ hazard: z.uuid() }),
  staticData: titled('triage'),
  component: lazyRouteComponent(() => import('./pages/triage-page.tsx'), 'TriagePage'),
});

const acceptanceRoute = createRoute({
  getParentRoute: () => deskRoute,
  path: '/hazards/acceptance',
  validateSearch: searchOf({ hazard: z.uuid() }),
  staticData: titled('acceptance'),
  component: lazyRouteComponent(() => import('./pages/acceptance-page.tsx'), 'AcceptancePage'),
});

const requestsRoute = createRoute({
  getParentRoute: () => deskRoute,
  path: '/hazards/requests',
  validateSearch: searchOf({ hazard: z.uuid() }),
  staticData: { title: () => i18next.t('requests.title', { ns: 'hazards' }) },
  component: lazyRouteComponent(() => import('./pages/requests-page.tsx'), 'RequestsPage'),
});

const supervisionRoute = createRoute({
  getParentRoute: () => deskRoute,
  path: '/hazards/supervision',
  validateSearch: searchOf({ show: z.enum(['majors', 'toList', 'listed', 'undecided']), hazard: z.uuid() }),
  staticData: titled('supervision'),
  component: lazyRouteComponent(() => import('./pages/supervision-page.tsx'), 'SupervisionPage'),
});

const lookBacksRoute = createRoute({
  getParentRoute: () => deskRoute,
  path: '/hazards/look-backs',
  validateSearch: searchOf({ hazard: z.uuid() }),
  staticData: titled('lookBacks'),
  component: lazyRouteComponent(() => import('./pages/look-backs-page.tsx'), 'LookBacksPage'),
});

const hazardRoute = createRoute({
  getParentRoute: () => deskRoute,
  path: '/hazards/$id',
  staticData: titled('hazard'),
  component: lazyRouteComponent(() => import('./pages/hazard-page.tsx'), 'HazardPage'),
});

export const hazardsDeskRoutes = [
  ledgerRoute,
  listsRoute,
  documentsRoute,
  triageRoute,
  acceptanceRoute,
  requestsRoute,
  supervisionRoute,
  lookBacksRoute,
  hazardRoute,
] as const;
