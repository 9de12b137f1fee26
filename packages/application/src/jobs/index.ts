export type { Once } from './once.ts';
export { queuePolicy } from './queue.ts';
export type { Enqueue } from './queue.ts';
