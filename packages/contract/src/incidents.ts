export * from './incidents/case.ts';
export { incidentDetail, readIncident } from './incidents/detail.ts';
export type { IncidentDetail } from './incidents/detail.ts';
export { countIncidents, exportIncidents, exportQuickReport, incident, listIncidents } from './incidents/list.ts';
export type { Incident } from './incidents/list.ts';
export * from './incidents/orders.ts';
export * from './incidents/own.ts';
export * from './incidents/records.ts';
