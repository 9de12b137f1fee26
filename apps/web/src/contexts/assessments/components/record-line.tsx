import { Link } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';

import { daysBetween } from '../../../ui/dates.ts';
import { StatusTag } from '../../../ui/status-tag.tsx';
import type { CountedRecord } from '../queries.ts';

type OfRecord = { readonly record: CountedRecord };

/** One record that was counted: a hazard or its look-back opens the page of the hazard, with photo or ledger row. */
export function RecordLine({ record }: OfRecord) {
  const { t } = useTranslation('assessments');
  const { hazardId, number, text, place, unit } = record;
  return (
    <li className="records__line">
      <p className="records__what">
        {hazardId === null || number === null ? (
          <span>{t(`factTables.${record.table}`)}</span>
        ) : (
          <Link to="/hazards/$id" params={{ id: hazardId }} aria-label={t('desk.records.openOf', { number })}>
            {number}
          </Link>
        )}
        {text !== null && <span className="records__text">{text}</span>}
        <Standing record={record} />
      </p>
      <p className="records__where">{[unit, place].filter((each) => each !== null).join(' · ')}</p>
      <Facts record={record} />
    </li>
  );
}

/** How it stood at the cut-off. */
function Standing({ record: { table, facts } }: OfRecord) {
  const { t } = useTranslation(['assessments', 'hazards']);
  const [stage, result] = [facts['stage'], facts['result']];
  if (table === 'hazards' && typeof stage === 'string') {
    return <StatusTag tone={stage === 'closed' ? 'done' : 'waiting'}>{t(`hazards:stages.${stage as 'closed'}`)}</StatusTag>;
  }
  if (table === 'lookBacks' && typeof result === 'string') {
    return <StatusTag tone={result === 'held' ? 'done' : 'alert'}>{t(`hazards:lookBackResults.${result as 'held'}`)}</StatusTag>;
  }
  return null;
}

const shown = {
  hazards: ['foundOn', 'dueOn', 'submittedOn', 'closedOn', 'relapsedOn'],
  lookBacks: ['dueOn', 'lookedOn'],
  strata: ['monthOn', 'closures', 'drawn', 'looked', 'held'],
} as const;

function Facts({ record: { table, facts } }: OfRecord) {
  const { t } = useTranslation('assessments');
  const late = lateDays(facts['dueOn'], facts[table === 'lookBacks' ? 'lookedOn' : 'submittedOn']);
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
