export * from './access/accounts.ts';
export * from './access/devices.ts';
export * from './access/grants.ts';
export * from './access/own.ts';
export * from './access/settings.ts';
export * from './access/tokens.ts';
export * from './access/ways.ts';
