import { useEffect } from 'react';

import { rememberPictures } from '../../../phone/photos/kept-pictures.ts';
import { useSession } from '../../../phone/session.tsx';
import { readPart } from '../../../phone/snapshot/part-store.ts';
import { hazardRecords, type KeptRecords } from './snapshot.ts';

/** Takes the small pictures of one's tasks out of the phone, for photos that do not come. */
export function useKeptPictures(): void {
  const { me } = useSession();
  const ownerId = me.account.id;
  useEffect(() => {
    void readPart<KeptRecords>(ownerId, hazardRecords.name).then((part) => rememberPictures(part?.value.pictures ?? {}));
  }, [ownerId]);
}
