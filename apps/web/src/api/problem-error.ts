import type { Problem } from '@changming/contract/problem';

/** The API said no. `problem.title` is the sentence for the person; `problem.errors` names single fields. */
export class ProblemError extends Error {
  override readonly name = 'ProblemError';
  readonly problem: Problem;

  constructor(body: Problem) {
    super(body.title);
    this.problem = body;
  }
}

/** The API was not reached, or answered something that is not ours. Nothing is known about the fate of the request. */
export class NetworkError extends Error {
  override readonly name = 'NetworkError';
}

/** Nobody is signed in, or no longer. A wrong password is another refusal. */
export function isSignedOut(error: unknown): boolean {
  return error instanceof ProblemError && error.problem.code === 'access.not_signed_in';
}
