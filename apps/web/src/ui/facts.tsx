import type { ReactNode } from 'react';

import './detail-drawer.css';

export type Fact = { readonly label: string; readonly value: ReactNode /** Takes the whole width. */; readonly wide?: boolean };

/** What is known of a record: labels and values in two columns. */
export function Facts({ facts }: { readonly facts: readonly Fact[] }) {
  return (
    <dl className="facts">
      {facts.map(({ label, value, wide = false }) => (
        <div key={label} className={wide ? 'facts__fact facts__fact--wide' : 'facts__fact'}>
          <dt>{label}</dt>
          <dd>{value ?? '—'}</dd>
        </div>
      ))}
    </dl>
  );
}
