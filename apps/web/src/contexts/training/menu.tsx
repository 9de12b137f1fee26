import { heldMenu } from './held/menu.tsx';

export const trainingMenu = [...heldMenu];
