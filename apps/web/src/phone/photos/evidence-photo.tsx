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

/** A photo of a record, or the sign that there is none; where it does not come, the small one that this phone holds, or a quiet ground. */
export function EvidencePhoto({ evidenceId, subject, size, alt }: EvidencePhotoProps) {
  const [broken, setBroken] = useState(false);
  if (evidenceId === null) return <NoPhoto size={size} alt={alt} />;
  const kept = broken ? keptPicture(evidenceId) : null;
  if (broken && kept === null) return <span className="evidence evidence--away" role="img" aria-label={alt} />;
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

function NoPhoto({ size, alt }: Pick<EvidencePhotoProps, 'size' | 'alt'>) {
  return (
    <span className="evidence evidence--none" role="img" aria-label={alt}>
      <NoPhotoIcon size={size === 'thumb' ? 28 : 44} />
    </span>
  );
}
