export const refusals = {
  'request.invalid': 'Something in the form is wrong; see the marked fields',
  'request.malformed': 'The body is not valid JSON',
  'request.too_large': 'The body is too large',
  'request.too_deep': 'The body is nested too deeply',
  'request.address_too_long': 'The address or the query is too long: ask with fewer conditions',
  'request.too_slow': 'The request did not come in time: try again',
  'request.unreadable': 'The request cannot be read',
  'request.not_json': 'Send application/json',
  'request.key_reused': 'One Idempotency-Key cannot serve different contents',
  'request.no_route': 'There is no such address',
  'request.precondition_required': 'Send If-Match with the present version',
  'request.stale': 'Somebody else has updated this; refresh and try again',
  'request.busy': 'The system is busy; try again shortly',
  fault: 'Something broke; it has been logged, try again later',
};

/** What is wrong with one field of a request. */
export const fields = {
  missing: 'Please fill this in',
  kind: 'Of the wrong kind: {expected} expected',
  option: 'Must be one of: {options}',
  short: 'At least {least} characters',
  long: 'At most {most} characters',
  few: 'At least {least} entries',
  many: 'At most {most} entries',
  small: 'Not less than {least}',
  large: 'Not more than {most}',
  day: 'Give a day that exists, such as 2026-03-05',
  instant: 'Give an instant, such as 2026-03-05T08:00:00+08:00',
  id: 'Not a valid id',
  form: 'Not in the right form',
  stray: 'Unknown entries: {keys}',
  other: 'Something is wrong here',
};

export const fieldKinds = {
  string: 'text',
  number: 'a number',
  int: 'a whole number',
  boolean: 'yes or no',
  array: 'a list',
  object: 'an object',
};
