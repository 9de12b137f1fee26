import type { ReactNode } from 'react';

import './record.css';

/** A record beside the hazard, with how it stands. */
export function RecordCard({ title, tag, children }: { readonly title: string; readonly tag?: ReactNode; readonly children: ReactNode }) {
  return (
    <section className="record">
      <h3 className="record__title">
        {title}
        {tag}
      </h3>
      {children}
    </section>
  );
}
