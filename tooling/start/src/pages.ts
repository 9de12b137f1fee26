import { join } from 'node:path';

import { buildWeb } from './build-web.ts';

/** Builds the pages as a start does; the starts that follow find them built from the same sources. */
await buildWeb({ root: join(import.meta.dirname, '..', '..', '..'), inherited: process.env });
