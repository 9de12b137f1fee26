import type { TrainingCategory } from '@changming/domain/training';
import { useQuery } from '@tanstack/react-query';
import { Select } from 'antd';
import { useTranslation } from 'react-i18next';

import { sentenceOf } from '../../../ui/sentence-of.ts';
import { attendedQuery } from './violation-queries.ts';

type AttendedSessionProps = {
  readonly id?: string;
  readonly personId: string;
  /** Only sessions held on this day or later. */
  readonly since: string;
  /** Only sessions of this category. */
  readonly category?: TrainingCategory;
  readonly value?: string;
  readonly onChange?: (sessionId: string, heldOn: string) => void;
};

/** Chooses a closed session that the person attended. */
export function AttendedSession({ id, personId, since, category: wanted, value, onChange }: AttendedSessionProps) {
  const { t } = useTranslation('training');
  const { data = [], isPending, error } = useQuery(attendedQuery(personId, since));
  const what = t(wanted === undefined ? 'learning.violations.anySession' : `categories.${wanted}`);
  const held = data.filter(({ category }) => wanted === undefined || category === wanted);
  const options = held.map(({ sessionId, title, category, on }) => ({
    value: sessionId,
    on,
    label: `${on} ${title ?? t(`categories.${category}`)}`,
  }));
  return (
    <Select<string, (typeof options)[number]>
      {...(id === undefined ? {} : { id })}
      {...(value === undefined ? {} : { value })}
      loading={isPending}
      options={options}
      notFoundContent={error === null ? t('learning.violations.sessionNone', { from: since, what }) : sentenceOf(error)}
      onChange={(chosen, option) => onChange?.(chosen, Array.isArray(option) ? '' : (option?.on ?? ''))}
    />
  );
}
