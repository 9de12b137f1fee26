export * from './training/held.ts';
export * from './training/learning.ts';
