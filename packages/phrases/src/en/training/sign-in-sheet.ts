export const signInSheet = {
  title: 'Safety training sign-in sheet',
  topic: 'Title',
  category: 'Category',
  time: 'Time',
  hours: 'Class hours',
  place: 'Place',
  trainer: 'Trainer',
  columns: { number: 'No.', name: 'Name', unit: 'Department / team', signature: 'Signature', result: 'Result' },
};
