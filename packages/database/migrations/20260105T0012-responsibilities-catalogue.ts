import { readFileSync } from 'node:fs';
import { join } from 'node:path';

import { type Kysely, sql } from 'kysely';

/** 职责清单 that comes with the product: for a group that makes garments. Frozen with this migration. */
export async function up(db: Kysely<unknown>): Promise<void> {
  await sql`select set_config('app.at', '2000-01-01T00:00:00Z', true)`.execute(db);
  await sql`
    insert into duties (code, kind, posts, unit_kinds, text, text_en, standard, standard_en, source, article, clause_code, period,
      high_risk_period, times, proof, awaited, late_days, from_on)
    select code, kind, posts, "unitKinds", text, "textEn", standard, "standardEn", source, article, "clauseCode", period,
      "highRiskPeriod", times, proof, awaited, "lateDays", date '2021-09-01'
    from jsonb_to_recordset(${data('duties-2026')}::jsonb) as row (code text, kind text, posts text[], "unitKinds" text[], text text,
      "textEn" text, standard text, "standardEn" text, source text, article text, "clauseCode" text, period text, "highRiskPeriod" text,
      times integer, proof text[], awaited text[], "lateDays" integer)`.execute(db);
}

function data(name: string): string {
  return readFileSync(join(import.meta.dirname, 'data', `${name}.json`), 'utf8');
}
