import { isSignedOut, NetworkError, ProblemError } from '../../api/problem-error.ts';
import { PhotoLost } from './deliver.ts';
import type { PassageEvent } from './passage.ts';

/** How an attempt ended that threw: to be tried again, and why, or refused for good, in the API's own words. */
export function endingOf(error: unknown): PassageEvent {
  if (isSignedOut(error)) return { type: 'stopped', because: 'signedOut' };
  if (error instanceof NetworkError) return { type: 'stopped', because: 'line' };
  if (error instanceof PhotoLost) return { type: 'refused', code: 'photo_lost', said: '' };
  if (!(error instanceof ProblemError)) return { type: 'stopped', because: 'fault' };
  const { status, code } = error.problem;
  if (status === 429 || status === 503) return { type: 'stopped', because: 'busy' };
  return status >= 500 ? { type: 'stopped', because: 'fault' } : { type: 'refused', code, said: saidIn(error) };
}

/** The sentences about single fields where there are some, else the one about the whole. */
function saidIn({ problem: { title, detail, errors = [] } }: ProblemError): string {
  return errors.map((each) => each.detail).join('；') || (detail ?? title);
}
