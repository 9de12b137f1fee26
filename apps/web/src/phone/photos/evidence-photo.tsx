import { useState } from 'react';

import { NoPhotoIcon } from '../../ui/no-photo-icon.tsx';
import { evidenceAddress, type PictureOf } from './evidence-address.ts';
import { keptPicture } from './kept-pictures.ts';
import './photos.css';

type EvidencePhotoProps = Omit<PictureOf, 'evidenceId'> & {
  /** Null while the photo has not arrived. */
  readonly evidenceId: string | null;
  readonly alt: string;
};

/** A photo of a record; where it does not come, the small one that this phone holds, or a quiet ground, as while it is on its way. */
export function EvidencePhoto({ evidenceId, subject, size, alt }: EvidencePhotoProps) {
  const [broken, setBroken] = useState(false);
  const kept = broken && evidenceId !== null ? keptPicture(evidenceId) : null;
  if (evidenceId === null || (broken && kept === null)) return <span className="evidence evidence--away" role="img" aria-label={alt} />;
  return (
    <img
      className="evidence"
      src={kept ?? evidenceAddress({ evidenceId, subject, size })}
      alt={alt}
      loading={size === 'thumb' ? 'lazy' : 'eager'}
      onError={() => setBroken(true)}
    />
  );
}

/** The sign that no photo is here; `alt` says what is known of it. */
export function NoPhoto({ alt }: { readonly alt: string }) {
  return (
    <span className="evidence evidence--none" role="img" aria-label={alt}>
      <NoPhotoIcon size={28} />
    </span>
  );
}
