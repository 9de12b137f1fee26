/** What was said of rows of ledgers and a hazard. */
export const ledgerAnswers = {
  title: 'Other wordings in ledgers',
  lead: 'Somebody has looked at these rows and said whether they are this hazard, and whether to take what they tell. Later ledgers that say the same are not asked about.',
  kinds: { same: 'The same hazard', apart: 'Another hazard', kept: 'Kept as it is here' },
  text: 'The ledger says',
  kept: 'Not taken',
  said: 'Said',
  act: 'Take back',
  actOf: 'Take back what was said of row {{row}} of {{file}}',
  ask: 'Take back what was said of row {{row}} of {{file}}?',
  note: 'Later ledgers that say the same are asked about again. What has come in already is not undone.',
  done: 'Taken back. Later ledgers that say the same are asked about again',
};
