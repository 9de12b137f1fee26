import { type ReactNode, useId, useState } from 'react';

import { type TakenPhoto, preparePhoto } from './prepare-photo.ts';
import './photos.css';

type ShutterProps = {
  readonly label: ReactNode;
  readonly onPhoto: (photo: TakenPhoto) => void;
  /** Called instead of `onPhoto` when the file is no picture. */
  readonly onFault: (fault: unknown) => void;
  readonly look?: 'round' | 'plain';
};

/** Opens the camera of the phone. What it brings is made small at once, so that a slow line has little to carry. */
export function Shutter({ label, onPhoto, onFault, look = 'round' }: ShutterProps) {
  const id = useId();
  const [busy, setBusy] = useState(false);
  const take = async (file: File | undefined) => {
    if (file === undefined) return;
    setBusy(true);
    await preparePhoto(file).then(onPhoto, onFault);
    setBusy(false);
  };
  return (
    <div className={`shutter shutter--${look}`}>
      <input
        id={id}
        type="file"
        accept="image/*"
        capture="environment"
        disabled={busy}
        onChange={(event) => {
          void take(event.target.files?.[0]);
          event.target.value = '';
        }}
      />
      <label htmlFor={id} aria-busy={busy}>
        {look === 'round' && <span className="shutter__ring" aria-hidden="true" />}
        <span>{label}</span>
      </label>
    </div>
  );
}
