import type { ReactNode } from 'react';

import { Parts } from './parts.tsx';

type CardProps = { readonly title?: ReactNode; readonly note?: ReactNode; readonly children?: ReactNode; readonly onPress?: () => void };

/** One thing; with `onPress` the whole card is the button. */
export function Card({ title, note, children, onPress }: CardProps) {
  const words = (
    <>
      {title !== undefined && <span className="card__title">{title}</span>}
      {note !== undefined && <span className="card__note">{typeof note === 'string' ? <Parts of={note} /> : note}</span>}
    </>
  );
  if (onPress === undefined) {
    return (
      <section className="card">
        {words}
        {children}
      </section>
    );
  }
  return (
    <button type="button" className="card card--press" onClick={onPress}>
      {words}
      {children}
    </button>
  );
}
