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
