import { z } from 'zod';

import { command } from '../context.ts';
import { sweepOrdered } from './own-documents.ts';

/** 清理导出文件: what is older than it is kept, and what nobody has made in time, of every context. */
export const sweepDocuments = command({
  permission: 'documents.sweep',
  input: z.strictObject({}),
  run: async (work) => work.trail([], { gone: await sweepOrdered(work) }),
});
