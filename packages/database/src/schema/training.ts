import type { HeldTables } from './training/held.ts';
import type { LearningTables } from './training/learning.ts';

export type * from './training/held.ts';
export type * from './training/learning.ts';

export type TrainingTables = HeldTables & LearningTables;
