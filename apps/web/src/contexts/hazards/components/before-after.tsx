import { useState } from 'react';
import { useTranslation } from 'react-i18next';

import { instantText } from '../../../ui/dates.ts';
import { StatusTag } from '../../../ui/status-tag.tsx';
import { photoAddress } from '../photos/photo-address.ts';
import type { HazardDetail } from '../queries.ts';
import { PhotoStrip } from './photo-strip.tsx';
import './before-after.css';

type Photo = HazardDetail['photos'][number];
type BeforeAfterProps = { readonly hazard: Pick<HazardDetail, 'id' | 'photos' | 'reopenings'> };

/** The photos before and after over one another; the slider uncovers the later one. */
export function BeforeAfter({ hazard }: BeforeAfterProps) {
  const { t } = useTranslation('hazards');
  const before = hazard.photos.filter(({ kind }) => kind === 'before');
  const after = hazard.photos.filter(({ kind }) => kind === 'after');
  const latest = after.findLastIndex(({ round, evidenceId }) => round === hazard.reopenings && evidenceId !== null);
  const [chosen, setChosen] = useState<{ before: number; after: number | null }>({ before: 0, after: null });
  const shownBefore = before[chosen.before];
  const shownAfter = after[chosen.after ?? (latest === -1 ? after.length - 1 : latest)];
  if (shownBefore === undefined && shownAfter === undefined) return <p className="before-after__none">{t('desk.photos.none')}</p>;
  return (
    <div className="before-after">
      {shownBefore !== undefined && shownAfter !== undefined ? (
        <Compare hazardId={hazard.id} before={shownBefore} after={shownAfter} />
      ) : (
        <div className="before-after__frame">
          <One photo={shownBefore ?? shownAfter} hazardId={hazard.id} />
        </div>
      )}
      <div className="before-after__strips">
        <PhotoStrip
          title={t('desk.photos.before')}
          photos={before}
          hazardId={hazard.id}
          chosen={shownBefore}
          onChoose={(at) => setChosen({ ...chosen, before: at })}
        />
        <PhotoStrip
          title={t('desk.photos.after')}
          photos={after}
          hazardId={hazard.id}
          chosen={shownAfter}
          onChoose={(at) => setChosen({ ...chosen, after: at })}
        />
      </div>
      {[shownBefore, shownAfter].map((photo) => photo?.reuse != null && <Reuse key={photo.kind} photo={photo} />)}
    </div>
  );
}

type CompareProps = { readonly hazardId: string; readonly before: Photo; readonly after: Photo };

function Compare({ hazardId, before, after }: CompareProps) {
  const { t } = useTranslation('hazards');
  const [share, setShare] = useState(50);
  return (
    <div className="before-after__frame">
      <One photo={after} hazardId={hazardId} />
      <div className="before-after__cover" style={{ clipPath: `inset(0 ${100 - share}% 0 0)` }}>
        <One photo={before} hazardId={hazardId} />
      </div>
      <span className="before-after__label before-after__label--before">{t('desk.photos.before')}</span>
      <span className="before-after__label before-after__label--after">{t('desk.photos.after')}</span>
      <span className="before-after__line" style={{ insetInlineStart: `${share}%` }} aria-hidden="true" />
      <input
        type="range"
        className="before-after__slider"
        min={0}
        max={100}
        value={share}
        aria-label={t('desk.photos.slider')}
        aria-valuetext={t('desk.photos.share', { share })}
        onChange={(event) => setShare(Number(event.target.value))}
      />
    </div>
  );
}

function One({ photo, hazardId }: { readonly photo: Photo | undefined; readonly hazardId: string }) {
  const { t } = useTranslation('hazards');
  if (photo === undefined) return null;
  if (photo.evidenceId === null)
    return <span className="before-after__awaited">{t(photo.givenUp === null ? 'desk.photos.awaited' : 'desk.lost.never')}</span>;
  const what = photo.kind === 'before' || photo.kind === 'after' ? t(`desk.photos.${photo.kind}`) : '';
  const when = photo.takenAt === null ? '' : instantText(photo.takenAt);
  return <img src={photoAddress(photo.evidenceId, 'view', hazardId)} alt={`${what} ${when}`.trim()} draggable={false} />;
}

function Reuse({ photo: { kind, reuse } }: { readonly photo: Photo }) {
  const { t } = useTranslation('hazards');
  if (reuse === null || (kind !== 'before' && kind !== 'after')) return null;
  const where = reuse.number ?? t('desk.photos.otherUnit');
  return (
    <p className="before-after__reuse">
      <StatusTag tone="alert">{t('desk.photos.reused')}</StatusTag>{' '}
      {t('desk.photos.reusedIn', { kind: t(`desk.photos.${kind}`), where, on: reuse.on })}
    </p>
  );
}
