export * from './held.ts';
