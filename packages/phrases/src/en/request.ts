export const refusals = {
  'request.invalid': 'Something in the form is wrong; see the marked fields',
  'request.malformed': 'The body is not valid JSON',
  'request.too_large': 'The body is too large',
  'request.too_deep': 'The body is nested too deeply',
  'request.not_json': 'Send application/json',
  'request.key_reused': 'One Idempotency-Key cannot serve different contents',
  'request.no_route': 'There is no such address',
  'request.precondition_required': 'Send If-Match with the present version',
  'request.stale': 'Somebody else has updated this; refresh and try again',
  'request.busy': 'The system is busy; try again shortly',
  fault: 'Something broke; it has been logged, try again later',
};
