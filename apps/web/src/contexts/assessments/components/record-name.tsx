import { Link } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';

import type { CountedRecord } from '../queries.ts';

type OfRecord = { readonly record: CountedRecord };

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
  return text === null ? <span>{number ?? t(`factTables.${table}`)}</span> : <NameInBranch record={record} />;
}

function NameInBranch({ record: { table, subjectId, number, text } }: OfRecord) {
  const { t } = useTranslation('assessments');
  const kind = t(`factTables.${table}`);
  const label = t('desk.records.openIt', { name: `${kind} ${text ?? ''}` });
  if (table === 'occurrences')
    return (
      <Link to="/inspections" search={{ check: subjectId }} aria-label={label}>
        {kind}
      </Link>
    );
  if (table === 'areas' || table === 'keyPositions')
    return (
      <Link to="/points" search={{ point: subjectId }} aria-label={label}>
        {kind}
      </Link>
    );
  return <span>{number ?? kind}</span>;
}
