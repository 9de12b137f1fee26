export * from './held.ts';
export * from './learning.ts';
