import { type ReactNode, useEffect, useRef, useSyncExternalStore } from 'react';

import { sessionEnded, whenSessionChanges } from '../../api/signed-out.ts';

type SheetProps = { readonly title: string; readonly onClose: () => void; readonly children: ReactNode };

/**
 * A question at the bottom of the screen, in reach of the thumb; back or a tap beside it takes it away. It steps aside for signing in
 * again, with what was typed. The focus stays on the sheet: a field that takes it by itself would push the keyboard up.
 */
export function Sheet({ title, onClose, children }: SheetProps) {
  const dialog = useRef<HTMLDialogElement>(null);
  const ended = useSyncExternalStore(whenSessionChanges, sessionEnded);
  useEffect(() => {
    if (ended) dialog.current?.close();
    else dialog.current?.showModal();
    dialog.current?.focus();
  }, [ended]);
  return (
    <dialog
      ref={dialog}
      className="sheet"
      aria-label={title}
      tabIndex={-1}
      onClose={() => {
        if (!sessionEnded()) onClose();
      }}
      onClick={(event) => {
        if (event.target === dialog.current) onClose();
      }}
    >
      <div className="sheet__body">
        <h2>{title}</h2>
        {children}
      </div>
    </dialog>
  );
}
