export type { Once } from './once.ts';
export type { Enqueue } from './queue.ts';
