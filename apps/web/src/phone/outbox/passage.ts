/** Why a record still waits: the line, a busy or faulty server, nobody signed in, or photos that the server still misses. */
export type Because = 'line' | 'busy' | 'fault' | 'signedOut' | 'photos';

/** Where a record stands between this phone and the server. Instants are ms of the phone's clock. */
export type Standing =
  | { readonly is: 'draft' }
  | { readonly is: 'waiting'; readonly tries: number; readonly notBefore: number; readonly because: Because | null }
  | { readonly is: 'sending'; readonly tries: number }
  /** The server said no. It stays with everything in it until its owner sends it again, changes it or throws it away. */
  | { readonly is: 'refused'; readonly code: string; readonly said: string; readonly at: number }
  | { readonly is: 'arrived'; readonly at: number };

/** `number` is the server's receipt for the words; `photos` are the hashes that it has. */
export type Passage = { readonly standing: Standing; readonly number: string | null; readonly photos: readonly string[] };

export type PassageEvent =
  | { readonly type: 'sealed' }
  | { readonly type: 'begun' }
  | { readonly type: 'textArrived'; readonly number: string }
  | { readonly type: 'photoArrived'; readonly sha256: string }
  | { readonly type: 'stopped'; readonly because: Because }
  | { readonly type: 'refused'; readonly code: string; readonly said: string }
  | { readonly type: 'arrived' }
  /** The page that was sending is gone. */
  | { readonly type: 'interrupted' }
  /** The line is back, somebody signed in again, or a thumb said: now. */
  | { readonly type: 'hurried' }
  | { readonly type: 'reopened' };

export const passageEvents = [
  'sealed',
  'begun',
  'textArrived',
  'photoArrived',
  'stopped',
  'refused',
  'arrived',
  'interrupted',
  'hurried',
  'reopened',
] as const satisfies readonly PassageEvent['type'][];

/** `chance` is a number from 0 to 1: phones that lost the line together do not come back together. */
export type Moment = { readonly now: number; readonly chance: number };

export function momentNow(): Moment {
  return { now: Date.now(), chance: Math.random() };
}

export const begun: Passage = { standing: { is: 'draft' }, number: null, photos: [] };

/** The longest wait between two tries, ms. */
export const longestWait = 300_000;
const firstWait = 2000;

/** ms until the next try after so many that failed. */
export function waitAfter(tries: number, chance: number): number {
  return Math.round(Math.min(longestWait, firstWait * 2 ** Math.min(tries, 20)) * (0.5 + chance / 2));
}

/** What becomes of it. An event that has no business with this standing changes nothing: the very same passage comes back. */
export function step(passage: Passage, event: PassageEvent, moment: Moment): Passage {
  return passage.standing.is === 'sending' ? whileSending(passage, event, moment) : whileAtRest(passage, event, moment);
}

function whileAtRest(passage: Passage, event: PassageEvent, moment: Moment): Passage {
  const { is } = passage.standing;
  const next: Readonly<Partial<Record<PassageEvent['type'], Standing | false>>> = {
    sealed: (is === 'draft' || is === 'refused') && waitingNow(moment),
    begun: is === 'waiting' && { is: 'sending', tries: triesOf(passage) },
    hurried: is === 'waiting' && { ...waitingNow(moment), tries: triesOf(passage) },
    reopened: mayReopen(passage) && { is: 'draft' },
  };
  const standing = next[event.type] ?? false;
  return standing === false ? passage : { ...passage, standing };
}

/**
 * Whether its content may still be changed: never once the server has the words, nor while it may have them, because an answer was
 * lost. A refusal says that it has not.
 */
export function mayReopen({ standing, number }: Passage): boolean {
  if (number !== null) return false;
  return standing.is === 'refused' || (standing.is === 'waiting' && standing.tries === 0);
}

/** Whether to try it now. A wait longer than any means that the phone's clock was set back. */
export function isDue({ standing }: Passage, now: number): boolean {
  return standing.is === 'waiting' && (standing.notBefore <= now || standing.notBefore - now > longestWait);
}

/** Whether the server still lacks something of it that its owner wanted to send. */
export function isOwed({ standing: { is } }: Passage): boolean {
  return is === 'waiting' || is === 'sending' || is === 'refused';
}

function whileSending(passage: Passage, event: PassageEvent, moment: Moment): Passage {
  if (event.type === 'textArrived') return { ...passage, number: event.number };
  if (event.type === 'photoArrived') return withPhoto(passage, event.sha256);
  if (event.type === 'arrived' && passage.number === null) return passage;
  const standing = endOf(triesOf(passage), event, moment);
  return standing === null ? passage : { ...passage, standing };
}

/** A record that gets on has not failed yet: one with many photos on a line that keeps breaking does not wait longer each time. */
function withPhoto(passage: Passage, sha256: string): Passage {
  if (passage.photos.includes(sha256)) return passage;
  return { ...passage, standing: { is: 'sending', tries: 0 }, photos: [...passage.photos, sha256] };
}

/** Where an attempt leads when it ends; null for an event that does not end it. */
function endOf(tries: number, event: PassageEvent, { now, chance }: Moment): Standing | null {
  switch (event.type) {
    case 'stopped': {
      const wait = event.because === 'signedOut' ? 0 : waitAfter(tries, chance);
      return { is: 'waiting', tries: tries + 1, notBefore: now + wait, because: event.because };
    }
    case 'interrupted':
      return { is: 'waiting', tries: tries + 1, notBefore: now, because: null };
    case 'refused':
      return { is: 'refused', code: event.code, said: event.said, at: now };
    case 'arrived':
      return { is: 'arrived', at: now };
    default:
      return null;
  }
}

function waitingNow({ now }: Moment) {
  return { is: 'waiting', tries: 0, notBefore: now, because: null } as const;
}

function triesOf({ standing }: Passage): number {
  return standing.is === 'waiting' || standing.is === 'sending' ? standing.tries : 0;
}
