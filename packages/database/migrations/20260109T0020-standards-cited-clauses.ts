import { readFileSync } from 'node:fs';
import { join } from 'node:path';

import { type Kysely, sql } from 'kysely';

/** The clauses that the shipped checklists cite, those on fire first of all; and the one code of 安全生产法 in drafts that are under way. */
export async function up(db: Kysely<unknown>): Promise<void> {
  await sql`select set_config('app.at', '2000-01-01T00:00:00Z', true)`.execute(db);
  const cited = readFileSync(join(import.meta.dirname, 'data', 'clauses-cited-2026.json'), 'utf8');
  await sql`
    insert into clauses (code, kind, title, text, source, article, certainty, from_on, to_on)
    select code, kind, title, text, source, article, certainty, "from", "to" from jsonb_to_recordset(${cited}::jsonb)
      as row (code text, kind text, title text, text text, source text, article text, certainty text, "from" date, "to" date)
    where not exists (select from clauses as known where known.code = row.code)`.execute(db);
  await sql`select set_config('app.at', now()::text, true)`.execute(db);
  await draftsCiteTheLibrary.execute(db);
}

/** `SPL-28` was written where the library says `AQSCF-28`: a draft with it could not be saved. Published versions stay as they were. */
const draftsCiteTheLibrary = sql`
  update inspection_checklists set draft = (
    select jsonb_agg(jsonb_set(item, '{clauseIds}', (
      select coalesce(jsonb_agg(regexp_replace(clause, '^SPL-', 'AQSCF-') order by place), '[]')
      from jsonb_array_elements_text(item -> 'clauseIds') with ordinality as cited (clause, place))) order by at)
    from jsonb_array_elements(draft) with ordinality as items (item, at))
  where draft @? '$[*].clauseIds[*] ? (@ starts with "SPL-")'`;
