import type { Actor, Caller, House } from '@changming/application/context';
import type { Files } from '@changming/application/files';

import type { Life } from './plan-lives.ts';
import type { Picture } from './take-pictures.ts';

const hour = 3_600_000;

/** A life while it is told: its hazard, its photos, and who calls at which hour of it. */
export type Telling = {
  readonly life: Life;
  readonly hazardId: string;
  readonly house: House;
  readonly files: Files;
  readonly before: Picture;
  readonly after: Picture | null;
  readonly by: (actor: Actor, hours: number) => Caller;
};

/** The day in Asia/Shanghai. */
export function dayOf(instant: Date): string {
  return new Date(instant.getTime() + 8 * hour).toISOString().slice(0, 10);
}
