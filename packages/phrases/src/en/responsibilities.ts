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
