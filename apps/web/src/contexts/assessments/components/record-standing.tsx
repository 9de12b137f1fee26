import { useTranslation } from 'react-i18next';

import { StatusTag } from '../../../ui/status-tag.tsx';
import type { CountedRecord } from '../queries.ts';

type OfRecord = { readonly record: CountedRecord };

/** How it stood at the cut-off. */
export function RecordStanding({ record: { table, facts } }: OfRecord) {
  const { t } = useTranslation(['assessments', 'hazards']);
  const [stage, result] = [facts['stage'], facts['result']];
  if (table === 'hazards' && typeof stage === 'string') {
    return <StatusTag tone={stage === 'closed' ? 'done' : 'waiting'}>{t(`hazards:stages.${stage as 'closed'}`)}</StatusTag>;
  }
  if (table === 'lookBacks' && typeof result === 'string') {
    return <StatusTag tone={result === 'held' ? 'done' : 'alert'}>{t(`hazards:lookBackResults.${result as 'held'}`)}</StatusTag>;
  }
  const standing = standingOf(table, facts);
  if (standing === null) return null;
  return <StatusTag tone={standing === 'onTime' ? 'done' : 'alert'}>{t(`desk.records.standings.${standing}`)}</StatusTag>;
}

type Standing = 'missed' | 'onTime' | 'late' | 'afterMiss' | 'pending' | 'unassessed' | 'faulty' | 'lapsed';
type Facts = CountedRecord['facts'];

const faults: Partial<Record<CountedRecord['table'], (facts: Facts) => Standing | null>> = {
  occurrences: ({ timing }) => (typeof timing === 'string' ? (timing as Standing) : 'missed'),
  spotChecks: ({ dueOn, checkedOn }) => (checkedOn !== null && String(checkedOn) <= String(dueOn) ? 'onTime' : 'missed'),
  areas: ({ assessed, changePending }) => (assessed === false ? 'unassessed' : pendingOf(changePending)),
  risks: ({ changePending }) => pendingOf(changePending),
  specialEquipment: ({ lapsed }) => (lapsed === true ? 'lapsed' : null),
  fireEquipment: ({ intact }) => (intact === false ? 'faulty' : null),
};

function pendingOf(changePending: unknown): Standing | null {
  return changePending === true ? 'pending' : null;
}

function standingOf(table: CountedRecord['table'], facts: Facts): Standing | null {
  return faults[table]?.(facts) ?? null;
}
