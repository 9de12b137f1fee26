import type { HazardDetail } from '@changming/contract/hazards';

import { EvidencePhoto } from '../../../phone/photos/evidence-photo.tsx';
import { BeforeAfter } from './before-after.tsx';
import { useHazardWords } from './words.ts';

/** Before and after against each other where there is an after; the other photos in a row below. */
export function Pictures({ hazard }: { readonly hazard: HazardDetail }) {
  const t = useHazardWords();
  const before = hazard.photos.filter(({ kind }) => kind === 'before');
  const after = hazard.photos.filter(({ kind, round }) => kind === 'after' && round === hazard.reopenings);
  const [first, last] = [before[0], after[0]];
  const others = hazard.photos.filter((photo) => photo !== first && photo !== last);
  return (
    <section className="stack stack--near">
      {last === undefined ? (
        <div className="picture">
          <EvidencePhoto evidenceId={first?.evidenceId ?? null} subject={hazard.id} size="view" alt={t('phone.before')} />
        </div>
      ) : (
        <BeforeAfter subject={hazard.id} beforeId={first?.evidenceId ?? null} afterId={last.evidenceId} />
      )}
      {others.length > 0 && (
        <ul className="strip">
          {others.map(({ kind, round, sha256, evidenceId }) => (
            <li key={`${kind} ${round} ${sha256}`}>
              <EvidencePhoto
                evidenceId={evidenceId}
                subject={hazard.id}
                size="thumb"
                alt={t(kind === 'before' ? 'phone.before' : 'phone.after')}
              />
            </li>
          ))}
        </ul>
      )}
    </section>
  );
}
