import type { Caller, House } from '@changming/application/context';
import type { z } from 'zod';

import type { Mailer } from './mailer.ts';

export type Job<Payload extends z.ZodType = z.ZodType> = {
  readonly name: `${string}.${string}`;
  readonly payload: Payload;
  /** Five fields, Asia/Shanghai. The tick only says "look now": what is due is found in our own tables. */
  readonly cron?: string;
  /** Runs once more when the worker starts: what a new or a newer installation needs before the clock comes round. */
  readonly atStart?: true;
  run(tools: JobTools, payload: z.output<Payload>): Promise<void>;
};

export type JobTools = {
  readonly house: House;
  /** The clock as a caller: what it may do and where is granted like a person's. */
  readonly clock: Caller;
  /** Whether what a notice asks for is still to be done; known to the context that it comes from. */
  readonly stillAsked: (occasion: { readonly about: string; readonly subjectId: string; readonly once: string }) => Promise<boolean>;
  /** The person who ordered the work, with the grants that the person has now. */
  readonly speakFor: (accountId: string) => Promise<Caller>;
  /** Null where no mail server is configured: notices then stay inside the product. */
  readonly mailer: Mailer | null;
  readonly publicUrl: string;
  /** Where files and secrets of this installation lie. */
  readonly dataDir: string;
  /** `key` makes the same work wait in the queue once. */
  readonly enqueue: <Payload extends z.ZodType>(job: Job<Payload>, payload: z.input<Payload>, key: string) => Promise<void>;
};

export function job<Payload extends z.ZodType>(definition: Job<Payload>): Job<Payload> {
  return definition;
}
