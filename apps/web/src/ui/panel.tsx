import type { ReactNode } from 'react';

import './page-header.css';

type PanelProps = {
  readonly title?: string;
  readonly children: ReactNode;
  /** As wide as a form is comfortable to fill in. */
  readonly narrow?: boolean;
};

/** A sheet of paper on the page. */
export function Panel({ title, children, narrow = false }: PanelProps) {
  return (
    <section className={narrow ? 'panel panel--narrow' : 'panel'}>
      {title !== undefined && <h2 className="panel__title">{title}</h2>}
      {children}
    </section>
  );
}
