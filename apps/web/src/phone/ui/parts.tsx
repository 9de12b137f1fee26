import { Fragment } from 'react';

import './parts.css';

const dot = ' · ';

/** 配电室 · 2026-11-30 前: a line of parts, each of which is kept whole where it has room, so that no day is torn at its hyphens. */
export function Parts({ of }: { readonly of: string }) {
  const parts = of.split(dot);
  return parts.map((part, at) => (
    // oxlint-disable-next-line react/no-array-index-key -- the parts of one sentence, which never move
    <Fragment key={at}>
      {at > 0 && dot}
      <span className="part">{part}</span>
    </Fragment>
  ));
}
