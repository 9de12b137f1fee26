import { heldRoutes } from './held/routes.ts';
import { learningRoutes } from './learning/routes.ts';

export const trainingDeskRoutes = [...heldRoutes, ...learningRoutes] as const;
