import { useState } from 'react';

import './photos.css';

type EvidencePhotoProps = {
  /** Null while the photo has not arrived. */
  readonly evidenceId: string | null;
  /** The record it belongs to; it opens the photo to whoever was assigned that record. */
  readonly subject: string;
  readonly size: 'thumb' | 'view';
  readonly alt: string;
};

export function evidenceAddress({ evidenceId, subject, size }: { evidenceId: string; subject: string; size: 'thumb' | 'view' }): string {
  return `/api/v1/evidence/${evidenceId}/${size}?subject=${subject}`;
}

/** A photo of a record, and a quiet ground where there is none. */
export function EvidencePhoto({ evidenceId, subject, size, alt }: EvidencePhotoProps) {
  const [broken, setBroken] = useState(false);
  if (evidenceId === null || broken) return <span className="evidence evidence--none" role="img" aria-label={alt} />;
  return (
    <img
      className="evidence"
      src={evidenceAddress({ evidenceId, subject, size })}
      alt={alt}
      loading={size === 'thumb' ? 'lazy' : 'eager'}
      onError={() => setBroken(true)}
    />
  );
}
