import type { ReactNode } from 'react';

import { instantText } from './dates.ts';
import type { Tone } from './tokens.ts';
import './timeline.css';

export type TimelineEntry = {
  readonly id: string;
  readonly at: string;
  readonly tone: Tone;
  /** What was done, in one line. */
  readonly title: ReactNode;
  /** Who did it. */
  readonly by?: string;
  readonly detail?: ReactNode;
};

/** 留痕: what happened to a record, newest first as given. */
export function Timeline({ entries }: { readonly entries: readonly TimelineEntry[] }) {
  return (
    <ol className="timeline">
      {entries.map((entry) => (
        <li key={entry.id} className={`timeline__entry timeline__entry--${entry.tone}`}>
          <p className="timeline__title">{entry.title}</p>
          <p className="timeline__meta">
            <time dateTime={entry.at}>{instantText(entry.at)}</time>
            {entry.by !== undefined && <span>{entry.by}</span>}
          </p>
          {entry.detail !== undefined && <div className="timeline__detail">{entry.detail}</div>}
        </li>
      ))}
    </ol>
  );
}
