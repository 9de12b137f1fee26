import { useTranslation } from 'react-i18next';

import { StatusTag } from '../../../ui/status-tag.tsx';
import { lacksPlan } from '../plan-gaps.ts';
import type { CountedRecord } from '../queries.ts';
import { peopleStandings } from './people-standings.ts';

type OfRecord = { readonly record: CountedRecord };

/** How it stood at the cut-off. */
export function RecordStanding({ record }: OfRecord) {
  const { t } = useTranslation('assessments');
  if (record.table === 'hazards' || record.table === 'lookBacks')
    return (
      <>
        <HazardStanding record={record} />
        {lacksPlan(record) && <StatusTag tone="alert">{t('desk.records.planGap')}</StatusTag>}
      </>
    );
  const standing = faults[record.table]?.(record.facts) ?? null;
  if (standing === null) return null;
  return <StatusTag tone={isWell(standing) ? 'done' : 'alert'}>{t(`desk.records.standings.${standing}`)}</StatusTag>;
}

function HazardStanding({ record: { table, facts } }: OfRecord) {
  const { t } = useTranslation('hazards');
  const [stage, result] = [facts['stage'], facts['result']];
  if (table === 'hazards' && typeof stage === 'string')
    return <StatusTag tone={stage === 'closed' ? 'done' : 'waiting'}>{t(`stages.${stage as 'closed'}`)}</StatusTag>;
  if (table === 'lookBacks' && typeof result === 'string')
    return <StatusTag tone={result === 'held' ? 'done' : 'alert'}>{t(`lookBackResults.${result as 'held'}`)}</StatusTag>;
  return null;
}

const well = ['onTime', 'signed', 'trained', 'staffed', 'reportedInTime', 'closedInTime'] as const;
const badly = [
  'missed',
  'late',
  'afterMiss',
  'pending',
  'unassessed',
  'faulty',
  'lapsed',
  'unsigned',
  'untrained',
  'hoursShort',
  'unlicensedDays',
  'unstaffed',
  'photoless',
  'reportedLate',
] as const;
type Well = (typeof well)[number];
type Standing = Well | (typeof badly)[number];
type Facts = CountedRecord['facts'];

function isWell(standing: Standing): standing is Well {
  return well.some((each) => each === standing);
}

const faults: Partial<Record<CountedRecord['table'], (facts: Facts) => Standing | null>> = {
  occurrences: ({ timing }) => (typeof timing === 'string' ? (timing as Standing) : 'missed'),
  spotChecks: ({ dueOn, checkedOn }) => (checkedOn !== null && String(checkedOn) <= String(dueOn) ? 'onTime' : 'missed'),
  areas: ({ assessed, changePending }) => (assessed === false ? 'unassessed' : pendingOf(changePending)),
  risks: ({ changePending }) => pendingOf(changePending),
  specialEquipment: ({ lapsed }) => (lapsed === true ? 'lapsed' : null),
  fireEquipment: ({ intact }) => (intact === false ? 'faulty' : null),
  ...peopleStandings,
};

function pendingOf(changePending: unknown): Standing | null {
  return changePending === true ? 'pending' : null;
}
