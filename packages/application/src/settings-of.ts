import { coversAll, scopeSetting, type Settings } from '@changming/database';
import type { Actor } from '@changming/domain/access';
import type { UnitRange } from '@changming/domain/units';

import type { Provenance } from './audit/append-trail.ts';

type Speaking = { readonly actor: Actor; readonly provenance: Provenance };
type Scopes = { readonly now: Date; readonly read: readonly UnitRange[]; readonly write: readonly UnitRange[] };

/** For row-level security and history, and for this transaction only: the connection goes back to the pool without them. */
export function settingsOf({ actor, provenance }: Speaking, { now, read, write }: Scopes): Settings {
  return {
    'app.read_scope': scopeSetting(read),
    'app.write_scope': scopeSetting(write),
    'app.at': now.toISOString(),
    'app.person': actor.personId ?? '',
    'app.whole': coversAll(read) ? 'yes' : '',
    'app.clock': provenance.via === 'clock' ? 'yes' : '',
  };
}
