import type { FindingKind, FindingStage } from '@changming/domain/assessments';

/** Answering an appeal */
export const appeals = {
  answer: 'Answer',
  title: 'Answer the appeal of {{unit}}',
  decision: 'Decision',
  decisionEmpty: 'Choose upheld or rejected',
  reason: 'Reasons',
  note: 'The answer itself changes no score: if upheld, record a correction or compute anew.',
  done: 'The appeal has been answered',
};

/** Findings: bonuses, maluses, vetoes, points given, corrections */
export const findings = {
  title: 'Findings',
  lead: 'Bonuses, maluses, vetoes, points given and corrections are recorded by one person and count once another has approved them.',
  unit: 'Unit',
  kind: 'Kind',
  kinds: { bonus: 'Bonus', malus: 'Malus', veto: 'Veto', given: 'Points given', correction: 'Correction' } satisfies Record<
    FindingKind,
    string
  >,
  rule: 'Rule',
  indicator: 'Indicator',
  matter: 'Matter',
  points: 'Points',
  outOf: 'Out of',
  on: 'Day',
  stage: 'Status',
  stages: { proposed: 'Waits for approval', approved: 'Approved', rejected: 'Rejected' } satisfies Record<FindingStage, string>,
  reason: 'Grounds',
  proposedBy: 'Recorded by',
  decidedBy: 'Decided by',
  propose: 'Record',
  proposeTitle: 'Record a finding',
  proposeNote: 'Another person must approve it; until then it changes no score.',
  proposed: 'Recorded; another person must approve it',
  unitEmpty: 'Choose a unit',
  kindEmpty: 'Choose a kind',
  ruleEmpty: 'Choose from the scheme',
  ruleNone: 'The scheme has no rule of this kind; choose another scheme or kind.',
  matterHint: 'The same matter counts once.',
  matterEmpty: 'Say which matter it is',
  pointsEmpty: 'Give a number with at most two decimals',
  givenHint: 'From 0 to all of them.',
  correctionHint: 'Positive to add, negative to take away, such as -0.5.',
  onEmpty: 'Choose a day',
  reasonEmpty: 'Give the grounds',
  approve: 'Approve',
  reject: 'Reject',
  ask: '{{act}}: {{kind}} of {{unit}}?',
  approveNote: 'Grounds: {{reason}}. Once approved it counts from the next computation on; compute anew what was computed already.',
  rejectNote: 'Grounds: {{reason}}. Once rejected it does not count.',
  decided: 'Done',
  empty: 'No findings match',
  emptyNext: 'Widen or reset the conditions; headquarters records findings.',
};
