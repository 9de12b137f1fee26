import { createRoute } from '@tanstack/react-router';

import { deskRoute } from './desk-route.tsx';
import { NotFoundPage } from './not-found-page.tsx';

/** Any other address: said inside the shell, so that the menu stays at hand. */
export const notFoundRoute = createRoute({ getParentRoute: () => deskRoute, path: '$', component: NotFoundPage });
