import { PrintOnly } from '../../../ui/print-only.tsx';
import type { Slip } from '../accounts-queries.ts';
import { SlipCard } from './slip-card.tsx';
import './slip-sheets.css';

/** The slips on paper: nothing else of the page is printed. */
export function SlipSheets({ slips }: { readonly slips: readonly Slip[] }) {
  return (
    <PrintOnly>
      <div className="slip-sheets">
        {slips.map((slip) => (
          <SlipCard key={slip.accountId} slip={slip} />
        ))}
      </div>
    </PrintOnly>
  );
}
