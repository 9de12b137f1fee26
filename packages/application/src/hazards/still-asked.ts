import { type Caller, query } from '../context.ts';
import { nobodyStillMay } from './nobody-may.ts';
import { nobodyMay } from './tellings.ts';

const requests = { 'hazards.extensionAsked': 'hazard_extensions', 'hazards.voidAsked': 'hazard_voidings' } as const;
type Asking = keyof typeof requests;

type Occasion = { readonly about: string; readonly subjectId: string; readonly once: string };

/**
 * Whether what a notice asks for is still to be done: a request that was decided or taken back meanwhile asks for nothing, nor does a step
 * that somebody may take by now. Every other notice stands. The occasion of a request's notice ends with the id of the request.
 */
export async function stillAsked(clock: Caller, { about, ...occasion }: Occasion): Promise<boolean> {
  if (about === nobodyMay) return nobodyStillMay(clock, occasion);
  return !isAsking(about) || requestWaits(clock, { about, ...occasion });
}

const requestWaits = query({
  permission: 'hazards.sweep',
  async run({ tx }, { about, subjectId, once }: Occasion & { readonly about: Asking }) {
    const waiting = await tx
      .selectFrom(requests[about])
      .select('id')
      .where('hazard_id', '=', subjectId)
      .where('stage', '=', 'asked')
      .orderBy('id')
      .execute();
    return waiting.some(({ id }) => once.endsWith(`:${id}`));
  },
});

function isAsking(about: string): about is Asking {
  return about in requests;
}
