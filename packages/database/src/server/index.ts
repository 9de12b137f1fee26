export type { PostgresVersion } from './binaries.ts';
export { ServerFault, type ServerFaultCode } from './fault.ts';
export { type HouseServer, openHouseServer } from './house-server.ts';
export { launchPostgres, type LaunchOptions, type PostgresServer } from './launch.ts';
export { findProcess } from './process-table.ts';
export { boundTo } from './run-as.ts';
