import { certificateKinds, certificateStandings } from '@changming/domain/workforce';
import { createRoute, lazyRouteComponent } from '@tanstack/react-router';
import i18next from 'i18next';
import { z } from 'zod';

import { deskRoute } from '../../app/desk-route.tsx';
import { flag, searchOf } from '../../app/search-params.ts';

const unitId = z.uuid();
const item = z.string().max(8);
const q = z.string().max(40);

const certificatesRoute = createRoute({
  getParentRoute: () => deskRoute,
  path: '/workforce/certificates',
  validateSearch: searchOf({
    unitId,
    q,
    kind: z.enum(certificateKinds),
    standing: z.enum(certificateStandings),
    due: flag,
    certificate: z.uuid(),
  }),
  staticData: { title: () => i18next.t('certificateDesk.certificates.title', { ns: 'workforce' }) },
  component: lazyRouteComponent(() => import('./pages/certificates-page.tsx'), 'CertificatesPage'),
});

const certifiedRoute = createRoute({
  getParentRoute: () => deskRoute,
  path: '/workforce/certified',
  validateSearch: searchOf({ unitId, item, blocked: flag }),
  staticData: { title: () => i18next.t('certificateDesk.certified.title', { ns: 'workforce' }) },
  component: lazyRouteComponent(() => import('./pages/certified-page.tsx'), 'CertifiedPage'),
});

const candidatesRoute = createRoute({
  getParentRoute: () => deskRoute,
  path: '/workforce/candidates',
  validateSearch: searchOf({ unitId, item, q }),
  staticData: { title: () => i18next.t('certificateDesk.candidates.title', { ns: 'workforce' }) },
  component: lazyRouteComponent(() => import('./pages/candidates-page.tsx'), 'CandidatesPage'),
});

const staffingRoute = createRoute({
  getParentRoute: () => deskRoute,
  path: '/workforce/staffing',
  validateSearch: searchOf({ unitId, failing: flag }),
  staticData: { title: () => i18next.t('certificateDesk.staffing.title', { ns: 'workforce' }) },
  component: lazyRouteComponent(() => import('./pages/staffing-page.tsx'), 'StaffingPage'),
});

const overridesRoute = createRoute({
  getParentRoute: () => deskRoute,
  path: '/workforce/overrides',
  validateSearch: searchOf({ unitId }),
  staticData: { title: () => i18next.t('certificateDesk.overrides.title', { ns: 'workforce' }) },
  component: lazyRouteComponent(() => import('./pages/overrides-page.tsx'), 'OverridesPage'),
});

export const certificateDeskRoutes = [certificatesRoute, certifiedRoute, candidatesRoute, staffingRoute, overridesRoute] as const;
