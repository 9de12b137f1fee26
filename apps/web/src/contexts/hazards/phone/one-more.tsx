import { mostPhotos } from '@changming/domain/hazards';

import { Button } from '../../../phone/ui/button.tsx';
import { useHazardWords } from './words.ts';

type OneMoreProps = { readonly photos: readonly unknown[]; readonly onMore: () => void };

/** 再拍一张, until there are as many as one record takes. */
export function OneMore({ photos, onMore }: OneMoreProps) {
  const t = useHazardWords();
  const full = photos.length >= mostPhotos ? t('phone.mostPhotos', { count: mostPhotos }) : null;
  return (
    <Button look="plain" objection={full} onPress={onMore}>
      {t('phone.onePhotoMore')}
    </Button>
  );
}
