import type { ReactNode } from 'react';

import { LampOutline } from './lamp.tsx';
import './states.css';

type EmptyStateProps = {
  /** What is not here. */
  readonly title: string;
  /** What to do next. Every empty page says so. */
  readonly next: string;
  readonly action?: ReactNode;
  /** The page has nothing else: the title becomes its heading. */
  readonly heading?: boolean;
  /** Inside a card: smaller, without much air. */
  readonly small?: boolean;
};

export function EmptyState({ title, next, action, heading = false, small = false }: EmptyStateProps) {
  return (
    <div className={small ? 'state state--small' : 'state'}>
      <LampOutline lit />
      <div className="state__words">
        {heading ? <h1 className="state__title">{title}</h1> : <p className="state__title">{title}</p>}
        <p className="state__next">{next}</p>
        {action !== undefined && <div className="state__action">{action}</div>}
      </div>
    </div>
  );
}
