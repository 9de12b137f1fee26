import type { Risk } from '@changming/contract/risks';
import i18next from 'i18next';

import type { TodoItem } from '../../app/home/todo-source.ts';

type Owed = Pick<Risk, 'id' | 'name' | 'unit' | 'level' | 'stage' | 'reviewDueOn'>;

/**
 * A risk to be graded again, as the home page shows it. Its day counts down only where the day is what makes it due: one whose control
 * failed, or where something changed, is owed now, and says so.
 */
export function reviewItem({ id, name, unit, level, stage, reviewDueOn }: Owed, today: string): TodoItem {
  const askedFor = stage === 'dueForReview' && (reviewDueOn === null || reviewDueOn > today);
  const words = i18next.getFixedT(null, 'risks');
  return {
    id,
    title: name,
    note: [unit, words(`levels.${level}`), ...(askedFor ? [words('stages.dueForReview')] : [])].join(' · '),
    dueOn: askedFor ? null : reviewDueOn,
    href: `/risks?due=true&risk=${id}`,
  };
}
