import { type ReactNode, useEffect, useRef } from 'react';

type SheetProps = { readonly title: string; readonly onClose: () => void; readonly children: ReactNode };

/** A question at the bottom of the screen, in reach of the thumb; back or a tap beside it takes it away. */
export function Sheet({ title, onClose, children }: SheetProps) {
  const dialog = useRef<HTMLDialogElement>(null);
  useEffect(() => dialog.current?.showModal(), []);
  return (
    <dialog
      ref={dialog}
      className="sheet"
      aria-label={title}
      onClose={onClose}
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
