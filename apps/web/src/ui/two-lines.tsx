import type { ReactNode } from 'react';

import './two-lines.css';

type TwoLinesProps = { readonly first: ReactNode; readonly second: ReactNode };

/** A cell of a table that says two things, the lesser below in small, so that a row fits the page. */
export function TwoLines({ first, second }: TwoLinesProps) {
  return (
    <span className="two-lines">
      <span {...told(first)}>{first}</span>
      {second !== null && <small {...told(second)}>{second}</small>}
    </span>
  );
}

/** What is too long is cut, and said whole to whoever rests on it. */
function told(words: ReactNode): { title?: string } {
  return typeof words === 'string' ? { title: words } : {};
}

/** The head of a column that says two things. */
export function both(first: string, second: string): string {
  return `${first} / ${second}`;
}
