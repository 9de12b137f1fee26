import { heldRoutes } from './held/routes.ts';

export const trainingDeskRoutes = [...heldRoutes] as const;
