import type { ClockCode, ClockStanding, FourGate, GradeEntryKind, Recipient, ReportChannel, ReportKind } from '@changming/domain/incidents';

export const recipients = {
  emergency: 'County emergency department',
  provincialEmergency: 'Provincial emergency department',
  marketRegulator: 'Market regulator',
  fireBrigade: 'Fire brigade (119)',
  headquarters: 'Headquarters',
  socialInsurance: 'Social insurance authority',
  other: 'Other',
} satisfies Record<Recipient, string>;

export const reportKinds = {
  first: 'First report',
  followUp: 'Follow-up',
  casualtyChange: 'Change of casualties',
  written: 'Written report',
  workInjury: 'Work injury application',
} satisfies Record<ReportKind, string>;

export const channels = {
  phone: 'Phone',
  system: 'System',
  written: 'Written',
  inPerson: 'In person',
} satisfies Record<ReportChannel, string>;

export const clocks = {
  confirm: 'Confirmation by the unit leader',
  county: 'Report to the county',
  province: 'Report to the province',
  fireBrigade: 'Call 119',
  marketRegulator: 'Report to the market regulator',
  hqPhone: 'Phone headquarters',
  hqRecord: 'Record in the system',
  hqWritten: 'Write to headquarters',
  followUp: 'Follow-up report',
  casualtyChange: 'Report the change of casualties',
  workInjury: 'Work injury application',
  investigationStart: 'Start the investigation',
  investigationReport: 'Submit the investigation report',
} satisfies Record<ClockCode, string>;

export const clockStandings = {
  open: 'Open',
  met: 'In time',
  late: 'Late',
  missed: 'Missed',
  dropped: 'Dropped',
} satisfies Record<ClockStanding, string>;

export const gates = {
  causeFound: 'Cause found',
  personHandled: 'Persons handled',
  measuresDone: 'Measures done',
  peopleEducated: 'People educated',
} satisfies Record<FourGate, string>;

export const gradeKinds = {
  facts: 'Facts changed',
  decided: 'Decided',
} satisfies Record<GradeEntryKind, string>;

export const bases = {
  report: 'Quick report',
  confirm: 'Confirmation',
  describe: 'Description',
  times: 'Corrected times',
  casualty: 'Casualties',
  loss: 'Loss',
  investigation: 'Investigation',
} as const;

export const steps = {
  report: 'Reported',
  confirm: 'Confirmed',
  describe: 'Described',
  correctTimes: 'Times corrected',
  recordReport: 'Report recorded',
  recordCasualty: 'Casualty recorded',
  recordLoss: 'Loss recorded',
  grade: 'Graded',
  setResponsibility: 'Responsibility decided',
  recordFinding: 'Finding recorded',
  startInvestigation: 'Investigation started',
  writeInvestigation: 'Investigation written',
  submitInvestigation: 'Report submitted',
  sendBack: 'Report sent back',
  approve: 'Approved',
  recordHandling: 'Handling recorded',
  executeHandling: 'Handling carried out',
  withdrawHandling: 'Decision withdrawn',
  openMeasure: 'Measure opened',
  tieHazard: 'Hazard tied',
  recordBriefing: 'Briefing recorded',
  assignLesson: 'Training assigned',
  confirmGate: 'Gate confirmed',
  close: 'Closed',
  reopen: 'Reopened',
  cancelDuplicate: 'Cancelled as duplicate',
  reclassify: 'Reclassified',
} as const;
