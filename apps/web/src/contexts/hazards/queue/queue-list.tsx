import { useEffect, useRef } from 'react';
import { useTranslation } from 'react-i18next';

import { LevelTag } from '../components/tags.tsx';
import { Due } from '../components/due.tsx';
import { Thumb } from '../components/thumb.tsx';
import type { HazardSummary } from '../queries.ts';
import type { Queue } from './use-queue.ts';

/** What waits, at the left; the focus follows the keys. */
export function QueueList({ queue }: { readonly queue: Queue }) {
  const { t } = useTranslation('hazards');
  const { rows, total } = queue.list;
  return (
    <nav className="queue__list" aria-label={t('desk.queue.list')}>
      <p className="queue__count">
        {total !== null && t(total.capped ? 'desk.queue.waitingCapped' : 'desk.queue.waiting', { count: total.count })}
      </p>
      <p className="queue__order">{t('desk.queue.order')}</p>
      <ul>
        {rows.map((row, at) => (
          <QueueLine key={row.id} row={row} at={at} count={total?.count ?? rows.length} queue={queue} />
        ))}
      </ul>
    </nav>
  );
}

type QueueLineProps = { readonly row: HazardSummary; readonly at: number; readonly count: number; readonly queue: Queue };

function QueueLine({ row, at, count, queue }: QueueLineProps) {
  const { t } = useTranslation('hazards');
  const here = at === queue.at;
  const button = useRef<HTMLButtonElement>(null);
  useEffect(() => {
    if (here && !isElsewhere()) button.current?.focus({ preventScroll: true });
    if (here) button.current?.scrollIntoView({ block: 'nearest' });
  }, [here]);
  const category = t(`categories.${row.category}`);
  return (
    <li>
      <button ref={button} type="button" className="queue__line" aria-current={here} onClick={() => queue.choose(row.id)}>
        <Thumb hazard={row} />
        <span className="queue__hidden">{t('desk.queue.at', { at: at + 1, count })}</span>
        <span className="queue__words">
          <span>
            <strong>{category}</strong>
            {row.level !== null && <LevelTag level={row.level} />}
          </span>
          <small>{row.unit}</small>
          <small>
            {row.number} · {row.stage === 'submitted' ? <Due short hazard={row} /> : row.foundOn}
          </small>
        </span>
      </button>
    </li>
  );
}

/** Somebody who works in a form keeps the focus there. */
function isElsewhere(): boolean {
  const focused = document.activeElement;
  return focused !== null && focused !== document.body && focused.closest('.queue') === null;
}
