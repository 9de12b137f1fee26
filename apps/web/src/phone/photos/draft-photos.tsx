import { keepPhoto } from './photo-store.ts';
import type { PhonePhoto, TakenPhoto } from './prepare-photo.ts';
import { Strip } from './shot.tsx';
import { Shutter } from './shutter.tsx';

/** As many as one record takes. */
const most = 9;

type DraftPhotosProps = {
  readonly ownerId: string;
  readonly photos: readonly PhonePhoto[];
  readonly label: string;
  readonly removal: string;
  /** What the photos are now, from what they were when one was ready. */
  readonly onChange: (change: (photos: readonly PhonePhoto[]) => readonly PhonePhoto[]) => void;
};

/** The photos of a record that is filled in: those taken, and the shutter while there is room for more. */
export function DraftPhotos({ ownerId, photos, label, removal, onChange }: DraftPhotosProps) {
  const use = async (taken: TakenPhoto) => {
    const photo = await keepPhoto(ownerId, taken);
    onChange((now) => (now.some(({ sha256 }) => sha256 === photo.sha256) ? now : [...now, photo]));
  };
  const remove = (id: string) => onChange((now) => now.filter((photo) => photo.id !== id));
  return (
    <>
      <Strip ownerId={ownerId} photos={photos} alt={label} removal={{ label: removal, onRemove: remove }} />
      {photos.length < most && <Shutter look="plain" label={label} onPhoto={(taken) => void use(taken)} onFault={() => {}} />}
    </>
  );
}
