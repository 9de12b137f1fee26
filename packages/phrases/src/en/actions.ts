import type * as zhCN from '../zh-CN/actions.ts';

export { desk } from './actions/desk.ts';
export { sheet } from './actions/sheet.ts';

export const refusals = {
  'actions.not_found': 'This action was not found, or it is outside your units',
  'actions.id_taken': 'This id stands for another action; assign it anew',
  'actions.wrong_state': 'The action is not in a state that allows this',
  'actions.changed_meanwhile': 'Somebody has just changed this action; reload and try again',
  'actions.no_person': 'This account has no person, so it cannot act on actions',
  'actions.person_not_found': 'This person was not found, is outside your units, or has left',
  'actions.self_verification': 'Whoever did it cannot verify it',
  'actions.not_owner': 'Only its owner can submit it',
  'actions.not_verifier': 'Somebody else was named to verify it',
  'actions.own_action': 'Somebody else decides on an action of your own',
  'actions.photo_missing': 'Engineering and protective equipment need a photo of the finished work',
  'actions.photos_awaited': 'Photos are still on their way; verify once all have arrived',
  'actions.reason_missing': 'Give a reason',
  'actions.deadline_past': 'The deadline cannot lie before today, nor the check of the effect before the deadline',
  'actions.nothing_changed': 'Neither the owner nor the verifier has changed',
  'actions.extension_used': 'The deadline has been extended once; it cannot be extended again',
  'actions.extension_pending': 'A request for more time is waiting to be decided',
  'actions.extension_too_late': 'The deadline has passed, so more time cannot be asked for',
  'actions.extension_not_later': 'The new deadline must be later than the old one',
  'actions.extension_not_found': 'No request for more time is waiting',
  'actions.needs_level_up': 'The unit one level up decides on more time',
  'actions.effect_known': 'The effect has been assessed already',
  'actions.too_many': 'More than the {most} rows of one download',
  'actions.document_too_large': 'There are {count} rows or more; a file holds {most} at most. Narrow it down',
  'actions.documents_in_making': '{most} files of yours are being made; wait for one of them',
  'actions.document_not_found': 'There is no such file, or it has been removed by now',
} satisfies typeof zhCN.refusals;

export const states = {
  assigned: 'in progress',
  submitted: 'to verify',
  returned: 'sent back',
  done: 'done',
  cancelled: 'cancelled',
} satisfies typeof zhCN.states;

export const kinds = {
  engineering: 'engineering',
  management: 'management',
  training: 'training',
  ppe: 'protective equipment',
  emergency: 'emergency',
} satisfies typeof zhCN.kinds;
export const origins = {
  incidents: 'incident',
  drills: 'drill',
  meetings: 'meeting',
  inspections: 'inspection',
  actions: 'assigned directly',
} satisfies typeof zhCN.origins;
export const effects = { effective: 'effective', ineffective: 'ineffective' } satisfies typeof zhCN.effects;
