import { useState } from 'react';

import { EvidencePhoto } from '../../../phone/photos/evidence-photo.tsx';
import { useHazardWords } from './words.ts';

type BeforeAfterProps = { readonly subject: string; readonly beforeId: string | null; readonly afterId: string | null };

/** Two photos of one place under one line that a finger moves. */
export function BeforeAfter({ subject, beforeId, afterId }: BeforeAfterProps) {
  const t = useHazardWords();
  const [share, setShare] = useState(50);
  return (
    <div className="compare">
      <div className="compare__photo">
        <EvidencePhoto evidenceId={afterId} subject={subject} size="view" alt={t('phone.after')} />
      </div>
      <div className="compare__photo" style={{ clipPath: `inset(0 ${100 - share}% 0 0)` }}>
        <EvidencePhoto evidenceId={beforeId} subject={subject} size="view" alt={t('phone.before')} />
      </div>
      <span className="compare__name">{t('phone.before')}</span>
      <span className="compare__name compare__name--after">{t('phone.after')}</span>
      <span className="compare__line" style={{ insetInlineStart: `${share}%` }} aria-hidden="true" />
      <input
        type="range"
        min="0"
        max="100"
        value={share}
        aria-label={t('phone.compare')}
        onChange={(event) => setShare(Number(event.target.value))}
      />
    </div>
  );
}
