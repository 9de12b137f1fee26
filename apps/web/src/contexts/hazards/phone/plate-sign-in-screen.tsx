import { useEffect } from 'react';

import type { ScreenProps } from '../../../phone/screens.ts';
import { Waiting } from '../../../phone/ui/notice.tsx';

/** Stands behind the sign-in and leads back to the plate it came from. */
export function PlateSignInScreen({ parts }: ScreenProps) {
  useEffect(() => location.replace(`/m/p/${encodeURIComponent(parts['code'] ?? '')}`), [parts]);
  return <Waiting />;
}
