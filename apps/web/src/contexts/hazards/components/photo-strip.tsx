import { useTranslation } from 'react-i18next';

import { instantText } from '../../../ui/dates.ts';
import { photoAddress } from '../photos/photo-address.ts';
import type { HazardDetail } from '../queries.ts';
import './before-after.css';

type Photo = HazardDetail['photos'][number];

type PhotoStripProps = {
  readonly title: string;
  readonly photos: readonly Photo[];
  readonly hazardId: string;
  readonly chosen: Photo | undefined;
  readonly onChoose: (at: number) => void;
};

/** The photos of one kind, to choose the one that is shown large. */
export function PhotoStrip({ title, photos, hazardId, chosen, onChoose }: PhotoStripProps) {
  const { t } = useTranslation('hazards');
  if (photos.length < 2) return null;
  return (
    <div className="photo-strip" role="group" aria-label={title}>
      <span className="hazard-quiet">{title}</span>
      {photos.map((photo, at) => (
        <button
          key={`${photo.round}:${photo.sha256}`}
          type="button"
          className="photo-strip__photo"
          aria-pressed={photo === chosen}
          aria-label={t('desk.photos.nth', { title, nth: at + 1, at: photo.takenAt === null ? '' : instantText(photo.takenAt) })}
          onClick={() => onChoose(at)}
        >
          {photo.evidenceId === null ? '…' : <img src={photoAddress(photo.evidenceId, 'thumb', hazardId)} alt="" loading="lazy" />}
        </button>
      ))}
    </div>
  );
}
