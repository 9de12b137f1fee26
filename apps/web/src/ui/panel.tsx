import type { ReactNode } from 'react';

import './page-header.css';

type PanelProps = {
  readonly title?: ReactNode;
  /** Under the title, quieter. */
  readonly lead?: ReactNode;
  readonly children: ReactNode;
  /** As wide as a form is comfortable to fill in. */
  readonly narrow?: boolean;
};

/** A sheet of paper on the page. */
export function Panel({ title, lead, children, narrow = false }: PanelProps) {
  return (
    <section className={narrow ? 'panel panel--narrow' : 'panel'}>
      {title !== undefined && <h2 className="panel__title">{title}</h2>}
      {lead !== undefined && <p className="panel__lead">{lead}</p>}
      {children}
    </section>
  );
}
