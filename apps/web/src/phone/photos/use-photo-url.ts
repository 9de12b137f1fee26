import { useEffect, useState } from 'react';

import { photoContent } from './photo-store.ts';
import type { PhonePhoto } from './prepare-photo.ts';
import { useObjectUrl } from './use-object-url.ts';

/** An address for a photo that lies on this phone; undefined while it is unlocked, and when it is gone. */
export function usePhotoUrl(ownerId: string | null, photo: PhonePhoto): string | undefined {
  const [content, setContent] = useState<Blob | null>(null);
  const { id } = photo;
  useEffect(() => {
    const state = { left: false };
    void photoContent(ownerId, { id }).then((found) => state.left || setContent(found));
    return () => {
      state.left = true;
    };
  }, [ownerId, id]);
  return useObjectUrl(content);
}
