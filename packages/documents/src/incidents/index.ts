export { incidentSheet, openIncidentList } from './incident-sheet.ts';
export type { PrintedIncident } from './incident-sheet.ts';
export { quickReportPaper, quickReportTitle } from './quick-report.ts';
export type { PrintedQuickReport } from './quick-report.ts';
