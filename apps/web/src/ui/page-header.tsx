import type { ReactNode } from 'react';

import './page-header.css';

type PageHeaderProps = {
  readonly title: string;
  /** One sentence: what this page is for. */
  readonly lead?: ReactNode;
  /** Beside the title: a status. */
  readonly aside?: ReactNode;
  /** Primary action last, at the right edge. */
  readonly actions?: ReactNode;
};

export function PageHeader({ title, lead, aside, actions }: PageHeaderProps) {
  return (
    <header className="page-header">
      <div className="page-header__words">
        <h1 className="page-header__title">
          {title}
          {aside}
        </h1>
        {lead !== undefined && <p className="page-header__lead">{lead}</p>}
      </div>
      {actions !== undefined && <div className="page-header__actions">{actions}</div>}
    </header>
  );
}
