export { closeIncident } from './close-incident.ts';
export { confirmGate } from './confirm-gate.ts';
export { confirmIncident } from './confirm-incident.ts';
export { correctTimes } from './correct-times.ts';
export { decideGrade } from './decide-grade.ts';
export { approveInvestigation, sendBackInvestigation, submitInvestigation } from './decide-investigation.ts';
export { describeIncident } from './describe-incident.ts';
export { exportIncidents, exportQuickReport } from './export-incidents.ts';
export { executeHandling, recordHandling, withdrawHandling } from './handlings.ts';
export { startInvestigation, writeInvestigation } from './investigate.ts';
export { countIncidents, listIncidents } from './list-incidents.ts';
export {
  keepDocument,
  listDocuments,
  orderIncidents,
  readDocument,
  readDocumentPart,
  readDocumentRows,
  takeDocument,
} from './order-documents.ts';
export { openMeasure } from './open-measure.ts';
export { cancelDuplicate, reclassifyIncident, recordFinding, reopenIncident, setResponsibility } from './oversee.ts';
export { followIncident, listOwnIncidents } from './own-incidents.ts';
export { readIncident } from './read-incident.ts';
export { recordCasualty } from './record-casualty.ts';
export { recordLoss } from './record-loss.ts';
export { recordReport } from './record-report.ts';
export { reportIncident } from './report-incident.ts';
export type { IncidentReceipt } from './report-incident.ts';
export { oweFollowUps, sweepIncidents } from './sweep-incidents.ts';
export { noticesOfIncidents, tellIncidentInput, tellOfIncident } from './tell-of-incident.ts';
export { assignLesson } from './teach.ts';
export { recordBriefing, tieHazard } from './tie-hazard.ts';
