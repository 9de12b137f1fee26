import { useTranslation } from 'react-i18next';

import { NoPhotoIcon } from '../../../ui/no-photo-icon.tsx';
import { photoAddress } from '../photos/photo-address.ts';
import type { HazardSummary } from '../queries.ts';

type ThumbProps = { readonly hazard: Pick<HazardSummary, 'id' | 'photoId' | 'beforeLack'> };

/** The photo that stands for the hazard, or that none has been received, and why there is none as far as somebody said. */
export function Thumb({ hazard: { id, photoId, beforeLack } }: ThumbProps) {
  const { t } = useTranslation('hazards');
  if (photoId !== null) return <img className="hazard-thumb" src={photoAddress(photoId, 'thumb', id)} alt="" loading="lazy" />;
  const words = beforeLack === null ? t('beforeLack.notReceived') : t('beforeLack.because', { reason: beforeLack });
  return (
    <span className="hazard-thumb hazard-thumb--none" role="img" aria-label={words} title={words}>
      <NoPhotoIcon size={24} />
    </span>
  );
}
