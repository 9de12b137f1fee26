import type { TFunction } from 'i18next';
import { useTranslation } from 'react-i18next';

import { dayOf } from './dates.ts';
import { type Deadline, deadlineOf } from './deadline.ts';
import './tags.css';

const looks = { late: 'late', today: 'near', tomorrow: 'near', near: 'near', calm: 'calm', none: 'calm' } as const;

type CountdownProps = {
  /** A business day, `2026-03-05`. */
  readonly dueOn: string | null;
  /** The business day it is now; given where the page must agree with an answer of the API. */
  readonly today?: string;
};

/** 期限: how many days are left, with the day itself on hover. */
export function Countdown({ dueOn, today = dayOf(new Date()) }: CountdownProps) {
  const { t } = useTranslation('shell');
  const deadline = deadlineOf(dueOn, today);
  return (
    <time className={`countdown countdown--${looks[deadline.urgency]}`} dateTime={dueOn ?? undefined} title={dueOn ?? undefined}>
      {wordsOf(deadline, t)}
    </time>
  );
}

function wordsOf(deadline: Deadline, t: TFunction): string {
  switch (deadline.urgency) {
    case 'none':
      return t('time.none');
    case 'late':
      return t('time.overdue', { count: deadline.days });
    case 'today':
      return t('time.dueToday');
    case 'tomorrow':
      return t('time.dueTomorrow');
    default:
      return t('time.daysLeft', { count: deadline.days });
  }
}
