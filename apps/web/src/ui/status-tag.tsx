import type { ReactNode } from 'react';

import type { Tone } from './tokens.ts';
import './tags.css';

/** How a thing stands: a dot and the word. The colour only repeats what the word says. */
export function StatusTag({ tone, children }: { readonly tone: Tone; readonly children: ReactNode }) {
  return (
    <span className={`status-tag status-tag--${tone}`}>
      <span className="status-tag__dot" aria-hidden="true" />
      {children}
    </span>
  );
}
