import type { NoticeRefusal } from '@changming/domain/notices';

import type * as zhCN from '../zh-CN/notices.ts';

export const refusals = {
  'notices.not_found': 'No such notice',
  'notices.no_person': 'This account stands for no person and gets no notices',
} satisfies Record<NoticeRefusal, string>;

export const abouts: Readonly<Record<string, string>> = {
  'hazards.reported': '{unit} reported hazard {no} “{title}”; confirm and grade it',
  'hazards.assigned': 'Hazard {no} “{title}” is yours to rectify by {due}',
  'hazards.dueSoon': 'Hazard {no} “{title}” is due on {due}',
  'hazards.overdue': 'Hazard {no} “{title}” is {days} days overdue; rectify it now',
  'hazards.escalated': 'Hazard {no} “{title}” of {unit} is {days} days overdue; see to it',
  'hazards.submitted': 'Hazard {no} “{title}” has been rectified; accept it by {due}',
  'hazards.acceptanceOverdue': 'The acceptance of hazard {no} “{title}” is overdue',
  'hazards.sentBack': 'Hazard {no} “{title}” was sent back: {reason}',
  'hazards.closed': 'Hazard {no} “{title}” is closed',
  'hazards.reopened': 'Hazard {no} “{title}” has been reopened',
  'hazards.extensionAsked': 'An extension to {due} is asked for hazard {no} “{title}”',
  'hazards.extensionDecided': 'The extension of hazard {no} “{title}” has been decided',
  'hazards.majorUnconfirmed': 'Hazard {no} “{title}” may be major; confirm within 24 hours',
  'hazards.supervised': 'Hazard {no} “{title}” is under listed supervision',
  'hazards.progressDue': 'This week’s progress of hazard {no} “{title}” is missing',
  'hazards.lookBackAssigned': 'Look back on hazard {no} “{title}” by {due}',
  'hazards.lookBackOverdue': 'The look-back on hazard {no} “{title}” is overdue',
  'hazards.voidAsked': 'Hazard {no} “{title}” is asked to be void; please decide',
  'hazards.voidDenied': 'The request to void hazard {no} “{title}” was denied; please carry on',
  'hazards.voided': 'Hazard {no} “{title}” is void',
  'hazards.denialProposed': 'Hazard {no} “{title}” is said not to be major; please countersign',
  'hazards.majorConfirmed': 'Hazard {no} “{title}” of {unit} is confirmed as major; report it to the authority and draft its treatment',
  'hazards.treatmentDrafted': 'The treatment plan of the major hazard {no} “{title}” of {unit} awaits approval',
  'hazards.treatmentDecided': 'The treatment plan of the major hazard {no} “{title}” has been decided on',
  'hazards.delistingAsked': 'Delisting of hazard {no} “{title}” is asked for; please decide',
  'hazards.delistingDecided': 'The request to delist hazard {no} “{title}” has been decided on',
  'hazards.triageOverdue': 'Hazard {no} “{title}” reported by {unit} has not been graded yet',
  'hazards.recounted': 'The hazard totals differed in {count} places from a full count and were put right',
};

export const mail = {
  subject: '[Changming] {sentence}',
  open: 'Open it here: ',
  why: 'You get this mail because your address is registered in Changming.',
};

export const phone = {
  title: 'Notices',
  unread: '{{count}} unread',
  none: 'No notices',
  noneNext: 'Tasks, deadlines and results that concern you appear here.',
  readAll: 'Mark all as read',
  more: 'Load more',
};

/** Messages and how one is told, at the desk. */
export const desk = {
  bell: 'Messages',
  bellUnread: 'Messages, {{count, number}} unread',
  title: 'Messages',
  unread: 'Unread',
  all: 'All',
  readAll: 'Mark all as read',
  allRead: 'All marked as read',
  open: 'Open',
  empty: 'No messages',
  emptyNext: 'Tasks given to you, deadlines that come near and results appear here.',
  noUnread: 'Nothing unread',
  more: 'Load more',
  channels: {
    title: 'Notices',
    lead: 'Messages always appear in the product. They can also be sent to your mailbox.',
    email: 'E-mail',
    emailHint: 'Leave empty for no mail',
    emailWrong: 'The address is not complete',
    quiet: 'Quiet hours',
    quietHint: 'Mail of these hours waits until they end; they may span midnight. Messages in the product are not affected.',
    from: 'From',
    to: 'To',
    both: 'Enter both ends or neither',
    save: 'Save',
    saved: 'Saved',
    nobody: 'Nobody stands behind this account, so it gets no notices',
    nobodyNext: 'Accounts kept for administration get no notices of the trade.',
  },
} satisfies typeof zhCN.desk;
