import { heldMenu } from './held/menu.tsx';
import { learningMenu } from './learning/menu.tsx';

export const trainingMenu = [...heldMenu, ...learningMenu];
