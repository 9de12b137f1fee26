export * from './dedicated.ts';
export * from './hours.ts';
export * from './own.ts';
export * from './plans.ts';
export * from './sessions.ts';
