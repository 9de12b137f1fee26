export { desk } from './responsibilities/desk.ts';
export { phone } from './responsibilities/phone.ts';
export { proofs } from './responsibilities/proofs.ts';
export { papers } from './responsibilities/papers.ts';
export { refusals } from './responsibilities/refusals.ts';
export {
  awaited,
  campaignStates,
  dutyKinds,
  endings,
  leads,
  letterCauses,
  letterStates,
  periods,
  states,
  verdicts,
  waivers,
} from './responsibilities/words.ts';
