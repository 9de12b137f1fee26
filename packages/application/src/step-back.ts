export { stepBack } from '@changming/database/step-back';
