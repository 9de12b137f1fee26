import type { LearningRefusal } from '@changming/domain/training';

export const learningRefusals = {
  'training.answer_unfit': 'The answer does not fit the kind of question or its options',
  'training.options_unfit': 'Too few, too many or repeated options',
} satisfies Record<LearningRefusal, string>;
