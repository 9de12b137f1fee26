import { createRoute, lazyRouteComponent } from '@tanstack/react-router';
import i18next from 'i18next';

import { accountRoute } from '../../app/account-route.tsx';

const channelsRoute = createRoute({
  getParentRoute: () => accountRoute,
  path: '/channels',
  staticData: { title: () => i18next.t('desk.channels.title', { ns: 'notices' }) },
  component: lazyRouteComponent(() => import('./pages/channels-page.tsx'), 'ChannelsPage'),
});

/** Below 我的账号. */
export const noticesAccountRoutes = [channelsRoute] as const;
