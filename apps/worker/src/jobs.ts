import * as access from './contexts/access/jobs.ts';
import * as audit from './contexts/audit/jobs.ts';
import * as notices from './contexts/notices/jobs.ts';
import type { Job } from './job.ts';

/** One line a context. */
const contexts = { audit, access, notices };

export const jobs: readonly Job[] = Object.values(contexts).flatMap((context) => Object.values(context));
