import { isOpen } from '../../hazards/index.ts';
import type { Beside, Candidate, Source } from '../verdict.ts';
import { rowsCompared } from './compared.ts';
import type { HazardDraft, KnownHazard } from './hazard-draft.ts';
import { heardBy } from './kept-tellings.ts';

/** A row of the file by its address, as answers name it. */
export function rowName({ sheet, row }: Source): string {
  return `${sheet}!${row}`;
}

/** An earlier row of the file that this one may tell again. */
export function rowCandidate(earlier: HazardDraft, told: HazardDraft): Candidate {
  const name = rowName(earlier.source);
  return { value: name, label: name, ...listed(rowsCompared(earlier, told)) };
}

/** A hazard that this row may tell again; where that would close it, with the day. Whoever goes on with it here is not overruled. */
export function thereCandidate(known: KnownHazard, told: HazardDraft): Candidate {
  const { id, text, livesOn } = known;
  const { draft, compared } = heardBy(known, told);
  const day = draft.stage === 'closed' && isOpen(known) && !livesOn ? draft.closedOn : null;
  return { value: id, label: text, ...listed(compared.beside), ...(day !== null && { closes: day }) };
}

function listed(beside: readonly Beside[]): Pick<Candidate, 'beside'> {
  return beside.length === 0 ? {} : { beside };
}
