import type { ExamRefusal } from './exam-refusals.ts';

/** Answers that were given in time may take so long to arrive. */
export const networkGrace = 30_000;

const [minute, hour] = [60_000, 3_600_000];

export const seatStates = ['open', 'passed', 'failed', 'missed', 'excused'] as const;
export type SeatState = (typeof seatStates)[number];

export const attemptEnds = ['handedIn', 'timeUp'] as const;
export type AttemptEnd = (typeof attemptEnds)[number];

export type ExamTerms = {
  readonly opensAt: Date;
  readonly closesAt: Date;
  readonly cancelled: boolean;
  readonly minutes: number;
  readonly attempts: number;
  readonly waitHours: number;
};

export type Seat = { readonly state: SeatState; readonly used: number; readonly lastEndedAt: Date | null };

/** From when on the next attempt may begin, as far as waiting goes; null without waiting. */
export function resitFrom({ waitHours }: ExamTerms, { lastEndedAt }: Seat): Date | null {
  return lastEndedAt === null ? null : new Date(lastEndedAt.getTime() + waitHours * hour);
}

/** Why no attempt may begin at `now`, or null. It opens and closes to the instant; whoever has just failed waits first. */
export function objectionToSitting(exam: ExamTerms, seat: Seat, now: Date): ExamRefusal | null {
  if (exam.cancelled) return 'training.exam_cancelled';
  if (seat.state !== 'open') return 'training.seat_settled';
  if (now < exam.opensAt) return 'training.exam_not_open';
  if (now >= exam.closesAt) return 'training.exam_closed';
  if (seat.used >= exam.attempts) return 'training.attempts_used';
  const from = resitFrom(exam, seat);
  return from !== null && now < from ? 'training.wait_before_resit' : null;
}

/** The time limit, by the server's clock; the closing of the exam ends it too. */
export function endOfAttempt({ minutes, closesAt }: ExamTerms, startedAt: Date): Date {
  return new Date(Math.min(startedAt.getTime() + minutes * minute, closesAt.getTime()));
}

/** Whether answers that arrive at `now` still count. */
export function inTime(endsAt: Date, now: Date): boolean {
  return now.getTime() <= endsAt.getTime() + networkGrace;
}

/** Where a seat stands after an attempt: passed, open for another one, or failed for good. */
export function seatAfter(
  { attempts, closesAt }: ExamTerms,
  { used, passed, now }: { used: number; passed: boolean; now: Date },
): SeatState {
  if (passed) return 'passed';
  return used >= attempts || now >= closesAt ? 'failed' : 'open';
}

/** Where an open seat stands once the exam has closed. */
export function seatAtClosing(used: number): SeatState {
  return used === 0 ? 'missed' : 'failed';
}
