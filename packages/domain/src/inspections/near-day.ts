import { z } from 'zod';

import { day } from '../kernel/index.ts';

/** A day of this century: windows reach a year beyond it, and a plan is made day by day. */
export const nearDay = z
  .string()
  .regex(/^20\d{2}-\d{2}-\d{2}$/)
  .pipe(day);
