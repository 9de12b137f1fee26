export const dutyKinds = {
  mainPerson: 'First responsible person',
  safetyBody: 'Safety management',
  onePost: 'One post, two duties',
  threeMusts: 'Three musts',
  lead: 'Five leads',
};

export const periods = {
  always: 'At all times',
  shift: 'Each shift',
  day: 'Each day',
  week: 'Each week',
  month: 'Each month',
  quarter: 'Each quarter',
  half: 'Each half-year',
  year: 'Each year',
};

export const leads = {
  LEAD_MAJOR_HAZARD: 'Major hazards',
  LEAD_RESPONSIBILITY: 'Responsibility of every post',
  LEAD_HOT_WORK: 'Dangerous work',
  LEAD_OUTSOURCING: 'Contractors and tenants',
  LEAD_DRILL: 'Emergency drills',
};

export const awaited = {
  drills: 'Records of drills',
  meetings: 'Records of meetings',
  investment: 'Records of investment',
  standardisation: 'Self-evaluations of standardisation',
  permits: 'Permits to work',
  contractors: 'Records of contractors',
  documents: 'Rules and procedures as documents',
};

export const states = {
  open: 'Owed',
  overdue: 'Overdue',
  done: 'Done on time',
  late: 'Done late',
  missed: 'Missed',
  waived: 'Waived',
};

export const waivers = { left: 'Left the post within the period', away: 'On leave for the whole period' };

export const letterStates = {
  draft: 'To be issued',
  issued: 'To be signed',
  signed: 'Signed',
  assessed: 'Assessed',
  superseded: 'Superseded',
  expired: 'Expired',
};

export const letterCauses = { campaign: 'Letters of the year', joined: 'Joined', moved: 'Moved' };
export const endings = { moved: 'Moved', left: 'Left', yearOver: 'Year over' };
export const verdicts = { met: 'Met', partly: 'Partly met', unmet: 'Not met' };
export const campaignStates = { draft: 'In preparation', open: 'Being signed', closed: 'Closed' };
