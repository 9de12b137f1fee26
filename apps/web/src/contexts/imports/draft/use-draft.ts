import { useCallback, useState } from 'react';

import { type Draft, emptyDraft } from './draft.ts';

export type DraftHold = {
  readonly draft: Draft;
  /** Keeps the change on this device at once. */
  readonly change: (next: (draft: Draft) => Draft) => void;
  readonly clear: () => void;
};

/** What was said about a batch, kept on this device until the API has taken it: a closed window loses nothing. */
export function useDraft(batchId: string): DraftHold {
  const place = `cm.imports.draft.${batchId}`;
  const [draft, setDraft] = useState<Draft>(() => kept(place));
  const change = useCallback(
    (next: (draft: Draft) => Draft) =>
      setDraft((now) => {
        const later = next(now);
        keep(place, later);
        return later;
      }),
    [place],
  );
  const clear = useCallback(() => {
    localStorage.removeItem(place);
    setDraft(emptyDraft);
  }, [place]);
  return { draft, change, clear };
}

function kept(place: string): Draft {
  try {
    return { ...emptyDraft, ...(JSON.parse(localStorage.getItem(place) ?? '{}') as Partial<Draft>) };
  } catch {
    return emptyDraft;
  }
}

/** A full store keeps nothing more; what was said still stands on the page. */
function keep(place: string, draft: Draft): void {
  try {
    localStorage.setItem(place, JSON.stringify(draft));
  } catch {
    localStorage.removeItem(place);
  }
}
