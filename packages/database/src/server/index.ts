export type { PostgresVersion } from './binaries.ts';
export { ServerFault, type ServerFaultCode } from './fault.ts';
export { launchPostgres, type LaunchOptions, type PostgresServer } from './launch.ts';
