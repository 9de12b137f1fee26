import type { ReactNode } from 'react';

import './unit-tree.css';

/** A list page: the tree at the left stays in view while the list is read. */
export function SplitPage({ aside, children }: { readonly aside: ReactNode; readonly children: ReactNode }) {
  return (
    <div className="split-page">
      <aside className="split-page__aside">{aside}</aside>
      <div>{children}</div>
    </div>
  );
}
