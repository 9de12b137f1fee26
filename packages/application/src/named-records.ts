import type { RecordKind } from '@changming/domain/audit';

import { namedRecords as access } from './access/named-records.ts';
import { namedRecords as actions } from './actions/named-records.ts';
import { namedRecords as analytics } from './analytics/named-records.ts';
import { namedRecords as assessments } from './assessments/named-records.ts';
import { namedRecords as audit } from './audit/named-records.ts';
import { namedRecords as documents } from './documents/named-records.ts';
import { namedRecords as equipment } from './equipment/named-records.ts';
import { namedRecords as evidence } from './evidence/named-records.ts';
import { namedRecords as hazards } from './hazards/named-records.ts';
import { namedRecords as imports } from './imports/named-records.ts';
import { namedRecords as incidents } from './incidents/named-records.ts';
import { namedRecords as inspections } from './inspections/named-records.ts';
import { namedRecords as notices } from './notices/named-records.ts';
import { namedRecords as points } from './points/named-records.ts';
import { namedRecords as responsibilities } from './responsibilities/named-records.ts';
import { namedRecords as risks } from './risks/named-records.ts';
import { namedRecords as standards } from './standards/named-records.ts';
import { namedRecords as training } from './training/named-records.ts';
import { namedRecords as units } from './units/named-records.ts';
import { namedRecords as workforce } from './workforce/named-records.ts';
import type { NamedRecords, Naming } from './record-naming.ts';

/** One line a context. */
export const contexts = {
  access,
  actions,
  analytics,
  assessments,
  audit,
  documents,
  equipment,
  evidence,
  hazards,
  imports,
  incidents,
  inspections,
  notices,
  points,
  responsibilities,
  risks,
  standards,
  training,
  units,
  workforce,
} as const satisfies { readonly [Context in string]: NamedRecords<Context> };

/** By kind: each context has named every kind of its own, so none is left out. */
export const namings = Object.fromEntries(Object.values(contexts).flatMap(({ records }) => Object.entries<Naming>(records))) as Readonly<
  Record<RecordKind, Naming>
>;
