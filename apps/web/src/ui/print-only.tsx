import { type ReactNode, useEffect } from 'react';
import { createPortal } from 'react-dom';

import './print-only.css';

/** What alone comes out of the printer while this stands on the page; on the screen it is not seen. */
export function PrintOnly({ children }: { readonly children: ReactNode }) {
  useEffect(() => {
    document.documentElement.classList.add('prints-only');
    return () => document.documentElement.classList.remove('prints-only');
  }, []);
  return createPortal(<div className="print-only">{children}</div>, document.body);
}
