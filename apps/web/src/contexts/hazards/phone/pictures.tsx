import type { HazardDetail } from '@changming/contract/hazards';

import { EvidencePhoto } from '../../../phone/photos/evidence-photo.tsx';
import { NoPhotoIcon } from '../../../ui/no-photo-icon.tsx';
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
      <Front hazard={hazard} first={first} last={last} />
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

type Photo = HazardDetail['photos'][number];
type FrontProps = { readonly hazard: HazardDetail; readonly first: Photo | undefined; readonly last: Photo | undefined };

/** Both against each other, the only one there is, or the words that there is none; why stands below, with what else is missed. */
function Front({ hazard: { id, beforeLack }, first, last }: FrontProps) {
  const t = useHazardWords();
  if (first !== undefined && last !== undefined) return <BeforeAfter subject={id} beforeId={first.evidenceId} afterId={last.evidenceId} />;
  const only = first ?? last;
  if (only === undefined)
    return (
      <p className="picture picture--none">
        <NoPhotoIcon size={44} />
        {t(beforeLack == null ? 'beforeLack.none' : 'beforeLack.title')}
      </p>
    );
  return (
    <div className="picture">
      <EvidencePhoto evidenceId={only.evidenceId} subject={id} size="view" alt={t(first === undefined ? 'phone.after' : 'phone.before')} />
      {first === undefined && <span className="compare__name">{t('phone.after')}</span>}
    </div>
  );
}
