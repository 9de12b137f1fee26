/** ms for which one code is shown at the door. */
export const sliceLength = 45_000;

export type Slice = number;

/** The slice of time in which the code of `now` is shown. */
export function sliceAt(now: Date): Slice {
  return Math.floor(now.getTime() / sliceLength);
}

/** When the code of a slice is taken down for the next. */
export function endOfSlice(slice: Slice): Date {
  return new Date((slice + 1) * sliceLength);
}

/**
 * Whether a code of the slice may sign in: the one that is shown, the one before it, for whoever scanned it on a slow network, and the one
 * after it, for the clocks of two servers never agree quite.
 */
export function isSliceFresh(slice: Slice, now: Date): boolean {
  return Math.abs(sliceAt(now) - slice) <= 1;
}
