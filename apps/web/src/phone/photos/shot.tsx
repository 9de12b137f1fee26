import { useState } from 'react';

import type { PhonePhoto, TakenPhoto } from './prepare-photo.ts';
import { useObjectUrl } from './use-object-url.ts';
import { usePhotoUrl } from './use-photo-url.ts';
import './photos.css';

type ShotProps = {
  readonly photo: TakenPhoto;
  readonly alt: string;
  /** The address of the photo before: it lies over the new one, to see whether both show the same place. */
  readonly ghost?: { readonly address: string; readonly label: string } | undefined;
};

/** The photo that was just taken, large enough to judge it. */
export function Shot({ photo, alt, ghost }: ShotProps) {
  const url = useObjectUrl(photo.content);
  const [share, setShare] = useState(40);
  return (
    <div className="shot">
      <div className="shot__frame">
        {url !== undefined && <img src={url} alt={alt} />}
        {ghost !== undefined && <img className="shot__ghost" src={ghost.address} alt="" style={{ opacity: share / 100 }} />}
      </div>
      {ghost !== undefined && (
        <label className="shot__share">
          <span>{ghost.label}</span>
          <input type="range" min="0" max="100" value={share} onChange={(event) => setShare(Number(event.target.value))} />
        </label>
      )}
    </div>
  );
}

type StripProps = {
  /** Whose photos they are. */
  readonly ownerId: string | null;
  readonly photos: readonly PhonePhoto[];
  readonly alt: string;
  /** Without it they are only shown. */
  readonly removal?: { readonly label: string; readonly onRemove: (id: string) => void } | undefined;
};

/** The photos taken so far, each with a way to take it back. */
export function Strip({ ownerId, photos, alt, removal }: StripProps) {
  return (
    <ul className="strip">
      {photos.map((photo) => (
        <li key={photo.id}>
          <Thumb ownerId={ownerId} photo={photo} alt={alt} />
          {removal !== undefined && (
            <button type="button" aria-label={removal.label} onClick={() => removal.onRemove(photo.id)}>
              ×
            </button>
          )}
        </li>
      ))}
    </ul>
  );
}

function Thumb({ ownerId, photo, alt }: Pick<StripProps, 'ownerId' | 'alt'> & { readonly photo: PhonePhoto }) {
  const url = usePhotoUrl(ownerId, photo);
  return url === undefined ? <span className="evidence evidence--away" role="img" aria-label={alt} /> : <img src={url} alt={alt} />;
}
