import type { TFunction } from 'i18next';
import { useTranslation } from 'react-i18next';

import { dayOf, instantText } from './dates.ts';
import { type Deadline, deadlineOf, type Overrun, overrunOf } from './deadline.ts';
import './tags.css';

const looks = { late: 'late', today: 'near', tomorrow: 'near', near: 'near', calm: 'calm', none: 'calm' } as const;

type CountdownProps = {
  /** A business day, `2026-03-05`. */
  readonly dueOn: string | null;
  /** The business day it is now; given where the page must agree with an answer of the API. */
  readonly today?: string;
  /** The instant itself, where it counts by the hour: once it has passed, how long it is over is said. */
  readonly dueAt?: string;
};

/** 期限: how many days are left, with the day itself on hover. */
export function Countdown({ dueOn, dueAt, today = dayOf(new Date()) }: CountdownProps) {
  const { t } = useTranslation('shell');
  const over = dueAt === undefined ? null : overrunOf(dueAt, new Date());
  if (over !== null && dueAt !== undefined) return <Over dueAt={dueAt} over={over} />;
  const deadline = deadlineOf(dueOn, today);
  return (
    <time className={`countdown countdown--${looks[deadline.urgency]}`} dateTime={dueOn ?? undefined} title={dueOn ?? undefined}>
      {wordsOf(deadline, t)}
    </time>
  );
}

function Over({ dueAt, over }: { readonly dueAt: string; readonly over: Overrun }) {
  const { t } = useTranslation('shell');
  return (
    <time className="countdown countdown--late" dateTime={dueAt} title={instantText(dueAt)}>
      {t(`time.over.${over.in}`, { count: over.count })}
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
