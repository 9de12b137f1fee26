import type { RequestKind } from '@changming/domain/hazards';

export const requests = {
  title: 'To decide',
  lead: 'Extensions, voidings, treatment plans and delistings that others ask for and you decide on. What is due first comes first.',
  tab: 'To decide',
  count: 'To decide {{count}}',
  empty: 'No request waits for you',
  emptyNext: 'Requests from below appear here, with a notice.',
  kinds: { extension: 'Extension', voiding: 'Voiding', treatment: 'Treatment plan', delisting: 'Delisting' } satisfies Record<
    RequestKind,
    string
  >,
  asks: {
    extension: 'An extension to {{on}} is asked for',
    voiding: 'Voiding is asked for ({{kind}})',
    treatment: 'The treatment plan awaits approval',
    delisting: 'Delisting is asked for',
  } satisfies Record<RequestKind, string>,
  by: '{{name}}, {{on}}',
  columns: { asked: 'Request', by: 'Asked by', due: 'Due' },
  plan: {
    goals: 'Goals',
    methods: 'Methods',
    organisation: 'Organisation and people',
    timeLimit: 'Time limit',
    safetyMeasures: 'Safety measures and contingency',
  },
  grant: 'Agree',
  deny: 'Decline',
  grantTitle: 'Agree to this request?',
  denyTitle: 'Why not',
  note: 'Note (optional)',
  reason: 'Reason',
  reasonMissing: 'Say why not',
  grantSure: 'Agree',
  denySure: 'Decline',
  granted: 'Agreed',
  denied: 'Declined',
};
