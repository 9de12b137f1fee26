import { useTranslation } from 'react-i18next';

import type { FireDetail } from '../queries.ts';

type CheckPhotosProps = { readonly photos: FireDetail['checks'][number]['photos']; readonly name: string };

/** What was seen at a check; a photo that is still on its way says so. */
export function CheckPhotos({ photos, name }: CheckPhotosProps) {
  const { t } = useTranslation('equipment');
  if (photos.length === 0) return null;
  return (
    <span className="equipment-photos">
      {photos.map(({ evidenceId, subjectId }, at) =>
        evidenceId === null ? (
          <small key={at}>{t('desk.check.photoAwaited')}</small>
        ) : (
          <a key={evidenceId} href={address(evidenceId, 'view', subjectId)} target="_blank" rel="noreferrer">
            <img src={address(evidenceId, 'thumb', subjectId)} alt={t('desk.check.photo', { name })} loading="lazy" />
          </a>
        ),
      )}
    </span>
  );
}

function address(evidenceId: string, size: 'thumb' | 'view', subject: string): string {
  return `/api/v1/evidence/${evidenceId}/${size}?subject=${subject}`;
}
