import { useTranslation } from 'react-i18next';

import { daysBetween } from '../../../ui/dates.ts';
import type { CountedRecord } from '../queries.ts';
import { RecordName } from './record-name.tsx';
import { RecordStanding } from './record-standing.tsx';

type OfRecord = { readonly record: CountedRecord };

/** One record that was counted. Its name opens its own page: the hazard with photo or ledger row, the occurrence with its check, the point. */
export function RecordLine({ record }: OfRecord) {
  const { text, place, unit } = record;
  return (
    <li className="records__line">
      <p className="records__what">
        <RecordName record={record} />
        {text !== null && <span className="records__text">{text}</span>}
        <RecordStanding record={record} />
      </p>
      <p className="records__where">{[unit, place].filter((each) => each !== null && each !== text).join(' · ')}</p>
      <Facts record={record} />
    </li>
  );
}

const shown = {
  hazards: ['foundOn', 'dueOn', 'submittedOn', 'closedOn', 'relapsedOn'],
  lookBacks: ['dueOn', 'lookedOn'],
  strata: ['monthOn', 'closures', 'drawn', 'looked', 'held'],
  occurrences: ['dueOn', 'doneOn'],
  areas: ['gradedOn', 'goodUntil'],
  risks: ['reviewDueOn'],
  keyPositions: ['fromOn'],
  specialEquipment: ['inUseDays', 'inDateDays', 'nextDueOn'],
  spotChecks: ['dueOn', 'checkedOn'],
  fireEquipment: [],
  placeChecks: ['doneOn'],
  scopes: ['openedOn'],
  scopeMonths: ['monthOn'],
  incidents: ['occurredOn', 'minor', 'serious', 'deaths'],
  accidentsBelow: ['occurredOn'],
  letters: ['requiredOn', 'signedOn'],
  leaderDuties: ['dueOn', 'doneOn'],
  ledInspections: ['doneOn'],
  newcomers: ['joinedOn', 'startedOn', 'passedOn'],
  transfers: ['startedOn', 'passedOn'],
  trainingYears: ['owedHours', 'heardHours'],
  certifiedPersons: ['fromOn', 'toOn'],
  certifiedLows: ['onDay', 'rostered', 'certified'],
  violations: ['foundOn', 'handledOn', 'educatedOn'],
  reporters: ['firstOn'],
} as const satisfies Record<CountedRecord['table'], readonly string[]>;

/** The day on which each was done, where it had a day by which it was due. */
const doneBy = {
  hazards: 'submittedOn',
  lookBacks: 'lookedOn',
  occurrences: 'doneOn',
  spotChecks: 'checkedOn',
  leaderDuties: 'doneOn',
} as const;

function Facts({ record: { table, facts } }: OfRecord) {
  const { t } = useTranslation('assessments');
  const late = table in doneBy ? lateDays(facts['dueOn'], facts[doneBy[table as keyof typeof doneBy]]) : 0;
  return (
    <p className="records__facts">
      {shown[table].map((name) => {
        const value = facts[name];
        return value === null || value === undefined ? null : (
          <span key={name}>{`${t(`desk.records.facts.${name}`)} ${String(value)}`}</span>
        );
      })}
      {late > 0 && <span className="records__late">{t('desk.records.lateDays', { count: late })}</span>}
    </p>
  );
}

function lateDays(dueOn: unknown, doneOn: unknown): number {
  return typeof dueOn === 'string' && typeof doneOn === 'string' ? daysBetween(dueOn, doneOn) : 0;
}
