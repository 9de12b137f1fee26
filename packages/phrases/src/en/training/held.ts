import type {
  ChangeKind,
  DedicatedCause,
  SessionRefusal,
  SessionState,
  TrainingCategory,
  TrainingCause,
  TrainingLevel,
  TrainingRole,
} from '@changming/domain/training';

export { held } from './held-desk.ts';
export { heldPhone } from './held-phone.ts';

export const sessionRefusals = {
  'training.session_not_found': 'This session does not exist, or lies outside your units',
  'training.course_not_found': 'This course does not exist, is retired, or lies outside your units',
  'training.plan_not_found': 'This training plan does not exist, or lies outside your units',
  'training.plan_line_not_found': 'This line of the plan does not exist or was dropped',
  'training.plan_exists': 'The unit has a training plan for {year} already: open and change that one',
  'training.plan_approved': 'The plan is approved and does not change any more',
  'training.plan_empty': 'The plan holds nothing yet: add something first',
  'training.level_needed': 'Say whether this onboarding, transfer or return training is of the company, the workshop or the team',
  'training.level_unwanted': 'Training of this category has no level',
  'training.times_reversed': 'It has to end after it begins',
  'training.not_planned': '“{title}” is closed or cancelled and does not change any more; put wrong hours right in the list of people',
  'training.not_begun': '“{title}” has not begun yet and cannot be closed',
  'training.nobody_present': 'Nobody has signed in yet; cancel it if it was not held',
  'training.result_missing': '{count} people still have no result',
  'training.hours_above_time': 'The time is too short for {hours} class hours of 45 minutes',
  'training.audience_too_large': 'At most {most} people at once: arrange it unit by unit',
  'training.person_not_found': '{count} people were not found, have left, or lie outside your units',
  'training.person_not_expected': 'You are not on the list of this session: ask whoever holds it to add you',
  'training.sign_in_first': 'Sign in before you sign out',
  'training.code_unknown': 'This code is unknown: scan the one that is shown on the spot',
  'training.code_stale': 'The code has changed since: scan the one that is shown on the screen now',
  'training.too_early': 'You can sign in to “{title}” from half an hour before it begins',
  'training.credit_not_found': 'This entry of hours does not exist, or lies outside your units',
  'training.credit_superseded': 'This entry of hours was put right already: reload and try again',
  'training.hours_above_session': 'Hours cannot exceed the {most} class hours of the session',
  'training.result_unwanted': 'Whoever was not there has neither hours nor a result',
  'training.document_too_large': 'More than {most} rows: export unit by unit',
  'training.joined_company_owed':
    'Joined on {on}: onboarding of the company is not passed ({done} of {owed} class hours): hours and exam come before work',
  'training.joined_workshop_owed':
    'Joined on {on}: onboarding of the workshop is not passed ({done} of {owed} class hours): hours and exam come before work',
  'training.joined_team_owed':
    'Joined on {on}: onboarding of the team is not passed ({done} of {owed} class hours): hours and exam come before work',
  'training.moved_workshop_owed':
    'Moved on {on}: transfer training of the workshop is not passed ({done} of {owed} class hours): hours and exam come before work',
  'training.moved_team_owed':
    'Moved on {on}: transfer training of the team is not passed ({done} of {owed} class hours): hours and exam come before work',
  'training.returned_workshop_owed':
    'Back since {on}: return training of the workshop is not passed ({done} of {owed} class hours): hours and exam come before work',
  'training.returned_team_owed':
    'Back since {on}: return training of the team is not passed ({done} of {owed} class hours): hours and exam come before work',
  'training.dust_owed': 'Dust explosion training is not passed ({done} of {owed} class hours): hours and exam come before work',
  'training.fourNew_owed': 'Training for something new is not done (in use from {on}, {done} of {owed} class hours): it comes before work',
  'training.change_not_found': 'This new thing is not on record, or lies outside your units',
  'training.change_withdrawn': '“{title}” was withdrawn already',
  'training.change_too_old': 'The first use must not lie more than three months back',
  'training.change_hours_few': 'Training for something new takes {least} class hours or more',
  'training.before_start': 'The first day must not lie more than a year back',
  'training.headquarters_only': 'Headquarters says from when nobody works untrained',
} satisfies Record<SessionRefusal, string>;

export const categories = {
  principal: 'Principals',
  safetyManager: 'Safety managers',
  threeLevel: 'Three-level onboarding',
  transfer: 'Transfer',
  return: 'Return to work',
  fourNew: 'New process, material or equipment',
  dust: 'Dust explosion',
  annual: 'Yearly refresher',
  specialOperator: 'Special operators',
  specialEquipment: 'Special equipment operators',
  fire: 'Fire safety',
  emergency: 'Emergency',
  antiViolation: 'Anti-violation',
  accidentCase: 'Accident case',
  partyStudy: 'Party theory group study',
  contractorEntry: 'Contractor entry',
  safetyMonth: 'Safety month',
  shiftMeeting: 'Shift meeting',
} satisfies Record<TrainingCategory, string>;

export const levels = { company: 'Company', workshop: 'Workshop', team: 'Team' } satisfies Record<TrainingLevel, string>;

export const roles = {
  principal: 'Principal',
  safetyManager: 'Safety manager',
  worker: 'Worker',
} satisfies Record<TrainingRole, string>;

export const causes = { joined: 'Joined', moved: 'Moved', returned: 'Came back' } satisfies Record<TrainingCause, string>;

export const dedicatedCauses = { fourNew: 'Something new', dust: 'Dust post', review: 'Before review' } satisfies Record<
  DedicatedCause,
  string
>;

export const changeKinds = {
  process: 'New process',
  technology: 'New technology',
  material: 'New material',
  equipment: 'New equipment',
} satisfies Record<ChangeKind, string>;

export const states = { planned: 'To be held', closed: 'Closed', cancelled: 'Cancelled' } satisfies Record<SessionState, string>;

/** The ledger of hours as it is handed out. */
export const hours = {
  sheet: 'Class hours',
  columns: {
    unit: 'Unit',
    name: 'Name',
    staffNo: 'Staff no.',
    title: 'Job',
    role: 'Role',
    span: 'First or again',
    owed: 'Owed in the year',
    owedNow: 'Owed by now',
    had: 'Had',
    met: 'Met',
  },
  spans: { first: 'First', again: 'Again' },
  yes: 'Yes',
  no: 'No',
};
