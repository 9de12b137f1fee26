import type { CaseState, CaseStep } from '@changming/domain/incidents';
import type { TFunction } from 'i18next';

import type { FieldSpec } from '../../../ui/fields-drawer.tsx';
import type { IncidentDetail } from '../queries.ts';

export type Words = TFunction<'incidents'>;
export type May = Exclude<keyof IncidentDetail['may'], 'steps'>;

/** An incident with the key of this one act: sent twice, by a double click or after a broken line, it has one effect. */
export type Aimed = IncidentDetail & { readonly actId: string };

/** Which incident, and the key. */
export function of({ id, actId }: Pick<Aimed, 'id' | 'actId'>) {
  return { params: { incidentId: id }, idempotencyKey: actId };
}

/** One act on an incident: who may, in which state, what is asked and where it is handed in. */
export type ActSpec = {
  readonly may: May;
  readonly step?: CaseStep & IncidentDetail['may']['steps'][number];
  /** States in which it makes sense, where it is no step of the case. */
  readonly when?: (state: CaseState) => boolean;
  readonly danger?: true;
  readonly fields: (t: Words, incident: IncidentDetail) => readonly FieldSpec[];
  readonly initial?: (incident: IncidentDetail) => object;
  readonly send: (incident: Aimed, values: never) => Promise<unknown>;
};

/** The code of the refusal that the API would give, or null. */
export function objectionTo({ may, step, when }: ActSpec, incident: IncidentDetail): string | null {
  if (!incident.may[may]) return 'access.not_permitted';
  if (step !== undefined && !incident.may.steps.includes(step)) return 'incidents.wrong_state';
  return when === undefined || when(incident.state) ? null : 'incidents.wrong_state';
}
