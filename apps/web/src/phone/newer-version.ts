/** What the browser says of the versions that lie on this phone. */
export type Versions = {
  /** One lies here whole and has not taken over. */
  readonly waiting: boolean;
  /** One serves this place already, so what waits is a newer one and not the first. */
  readonly serving: boolean;
  /** Another one has taken over since this page was opened: some other tab asked for it. */
  readonly overtaken: boolean;
};

/** Whether this page could be opened anew in a newer version than its own. */
export function isNewerReady({ waiting, serving, overtaken }: Versions): boolean {
  return overtaken || (waiting && serving);
}

export type Step = 'reopen' | 'ask' | 'wait' | 'nothing';

/**
 * What to do next so that this page becomes one of the newest version. `asked` is where the version stands that was asked to take over,
 * null before one was. A browser may leave it waiting while the older one still answers a page, and a worker that was stopped may have
 * missed the message: it is asked until it has moved. One that became redundant was overtaken by a still newer one, which is asked instead.
 */
export function nextStep({ waiting, overtaken }: Versions, asked: ServiceWorkerState | null): Step {
  if (overtaken || asked === 'activated') return 'reopen';
  if (asked === 'activating') return 'wait';
  if (waiting) return 'ask';
  return asked === 'installed' ? 'wait' : 'nothing';
}
