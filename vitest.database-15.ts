import type { TestProject } from 'vitest/node';

import { databaseFor } from './vitest.database.ts';

export default (project: TestProject) => databaseFor(project, 15);
