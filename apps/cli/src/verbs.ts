import { accountCreate } from './contexts/access/account-create.ts';
import { accountReset } from './contexts/access/account-reset.ts';
import { routes } from './contexts/access/routes.ts';
import { tokenCreate } from './contexts/access/token-create.ts';
import { assess } from './contexts/assessments/assess.ts';
import { auditExport } from './contexts/audit/audit-export.ts';
import { auditVerify } from './contexts/audit/audit-verify.ts';
import { lookbackVerify } from './contexts/hazards/lookback-verify.ts';
import { importFile } from './contexts/imports/import-file.ts';
import { rules } from './contexts/standards/rules.ts';
import { seed } from './seed/seed.ts';
import type { Verb } from './verb.ts';

/** Every verb of `cm`, one line each. */
export const verbs: readonly Verb[] = [
  assess,
  auditExport,
  auditVerify,
  lookbackVerify,
  importFile,
  rules,
  accountCreate,
  accountReset,
  routes,
  tokenCreate,
  seed,
];
