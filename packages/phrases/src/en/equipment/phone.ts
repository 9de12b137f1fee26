/** Look-overs on the phone. */
export const phone = {
  open: 'Fire look-over',
  title: 'Fire look-over',
  left: '{{count}} still to look over',
  allDone: 'All looked over',
  none: 'No fire equipment is registered at this point',
  noneNext: 'Ask the safety officer to choose this point for the equipment.',
  checked: 'Looked over',
  scrapDue: 'to be scrapped by {{on}}',
  itemsOpen: 'Answer every item, then what was found',
  contradiction: 'An item is wrong, so the condition cannot be intact',
  reading: 'Gauge reading (optional)',
  condition: 'Found',
  submit: 'Send',
  sent: '{{no}} looked over',
};
