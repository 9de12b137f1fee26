import type { LearningRefusal } from '@changming/domain/training';

export const learningRefusals = {
  'training.answer_unfit': '答案与题型或选项不符，请核对',
  'training.options_unfit': '选项太少、太多或有重复，请核对',
} satisfies Record<LearningRefusal, string>;
