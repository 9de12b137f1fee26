import type { ShippedQuestion } from './ask.ts';
import { fireQuestions } from './fire.ts';
import { firstAidQuestions } from './first-aid.ts';
import { hazardousQuestions } from './hazardous.ts';
import { lawQuestions } from './law.ts';
import { machineQuestions } from './machines.ts';

export type { ShippedQuestion } from './ask.ts';

/** 集团题库 as it comes with the product. */
export const shippedQuestions: readonly ShippedQuestion[] = [
  ...lawQuestions,
  ...fireQuestions,
  ...machineQuestions,
  ...hazardousQuestions,
  ...firstAidQuestions,
];
