import { useState } from 'react';

import type { PhonePhoto } from './prepare-photo.ts';
import { useObjectUrl } from './use-object-url.ts';
import './photos.css';

type ShotProps = {
  readonly photo: PhonePhoto;
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
  readonly photos: readonly PhonePhoto[];
  readonly alt: string;
  readonly removal: string;
  readonly onRemove: (id: string) => void;
};

/** The photos taken so far, each with a way to take it back. */
export function Strip({ photos, alt, removal, onRemove }: StripProps) {
  return (
    <ul className="strip">
      {photos.map((photo) => (
        <li key={photo.id}>
          <Thumb photo={photo} alt={alt} />
          <button type="button" aria-label={removal} onClick={() => onRemove(photo.id)}>
            ×
          </button>
        </li>
      ))}
    </ul>
  );
}

function Thumb({ photo, alt }: { readonly photo: PhonePhoto; readonly alt: string }) {
  return <img src={useObjectUrl(photo.content)} alt={alt} />;
}
