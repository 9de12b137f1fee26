import { sql } from 'kysely';

/** What a ledger told, and what the clock told of a hazard: nobody's work. */
const nobodys = sql.join(['import', 'remind', 'escalate'].map((step) => sql.lit(step)));

/** Whether somebody has gone on in the product with the hazard `h`, so that its ledger moves it no more. */
export const goneOn = sql<boolean>`exists (select from hazard_events e where e.hazard_id = h.id and e.step not in (${nobodys}))`;
