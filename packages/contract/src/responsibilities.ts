/* Routes of responsibilities, a part a file. */
export * from './responsibilities/duties.ts';
export * from './responsibilities/leads.ts';
export * from './responsibilities/letters.ts';
export * from './responsibilities/campaigns.ts';
