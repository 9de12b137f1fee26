import { Link } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';

import type { CountedRecord } from '../queries.ts';

type OfRecord = { readonly record: Pick<CountedRecord, 'table' | 'hazardId' | 'number' | 'text' | 'subjectId' | 'unitId'> };

/** What a record is called, opening its page where there is one and it lies in the branch. */
export function RecordName({ record }: OfRecord) {
  const { t } = useTranslation('assessments');
  const { table, hazardId, number, text } = record;
  if (hazardId !== null && number !== null)
    return (
      <Link to="/hazards/$id" params={{ id: hazardId }} aria-label={t('desk.records.openOf', { number })}>
        {number}
      </Link>
    );
  if (table === 'incidents' && number !== null)
    return (
      <Link to="/incidents/$id" params={{ id: record.subjectId }} aria-label={t('desk.records.openIt', { name: number })}>
        {number}
      </Link>
    );
  if (table === 'scopeMonths')
    return (
      <Link to="/workforce/staffing" search={{ unitId: record.unitId }}>
        {t('factTables.scopeMonths')}
      </Link>
    );
  return text === null && number === null ? <span>{t(`factTables.${table}`)}</span> : <NameInBranch record={record} />;
}

/** Where the page of each kind of record is. */
const places = {
  occurrences: { to: '/inspections', by: 'check' },
  areas: { to: '/points', by: 'point' },
  keyPositions: { to: '/points', by: 'point' },
  risks: { to: '/risks', by: 'risk' },
  specialEquipment: { to: '/equipment/special', by: 'equipment' },
  spotChecks: { to: '/equipment/fire', by: 'equipment' },
  fireEquipment: { to: '/equipment/fire', by: 'equipment' },
  ledInspections: { to: '/inspections', by: 'check' },
  letters: { to: '/persons', by: 'open' },
  leaderDuties: { to: '/persons', by: 'open' },
  reporters: { to: '/persons', by: 'open' },
  certifiedPersons: { to: '/persons', by: 'open' },
  newcomers: { to: '/training/owed', by: 'person' },
  transfers: { to: '/training/owed', by: 'person' },
  trainingYears: { to: '/training/hours', by: 'person' },
  violations: { to: '/training/violations', by: 'violation' },
} as const;

function NameInBranch({ record: { table, subjectId, number, text } }: OfRecord) {
  const { t } = useTranslation('assessments');
  const kind = t(`factTables.${table}`);
  if (!(table in places)) return <span>{number ?? kind}</span>;
  const { to, by } = places[table as keyof typeof places];
  return (
    <Link to={to} search={{ [by]: subjectId }} aria-label={t('desk.records.openIt', { name: `${kind} ${text ?? ''}` })}>
      {number ?? kind}
    </Link>
  );
}
