import { useState } from 'react';

import type { PhonePhoto } from '../../../phone/photos/prepare-photo.ts';
import { Shot } from '../../../phone/photos/shot.tsx';
import { Shutter } from '../../../phone/photos/shutter.tsx';
import { Button } from '../../../phone/ui/button.tsx';
import { Screen } from '../../../phone/ui/screen.tsx';
import { useHazardWords } from './words.ts';

type CaptureProps = {
  readonly title: string;
  readonly after: boolean;
  /** The address of the photo before, to frame the same spot again. */
  readonly ghost?: string | undefined;
  readonly onUse: (photo: PhonePhoto) => void;
  /** Null where there is nothing to go back to but the page before. */
  readonly onLeave: (() => void) | null;
};

/** The shutter, then the picture: 用这张 or 重拍. */
export function Capture({ title, after, ghost, onUse, onLeave }: CaptureProps) {
  const [photo, setPhoto] = useState<PhonePhoto | null>(null);
  const [fault, setFault] = useState(false);
  const taken = (next: PhonePhoto) => {
    setFault(false);
    setPhoto(next);
  };
  const shutter = { onPhoto: taken, onFault: () => setFault(true) };
  if (photo === null) return <Aim title={title} after={after} ghost={ghost} fault={fault} shutter={shutter} onLeave={onLeave} />;
  return <Judge title={title} after={after} ghost={ghost} photo={photo} shutter={shutter} onUse={onUse} />;
}

type ShutterActs = { readonly onPhoto: (photo: PhonePhoto) => void; readonly onFault: () => void };
type AimProps = Omit<CaptureProps, 'onUse'> & { readonly fault: boolean; readonly shutter: ShutterActs };

function Aim({ title, after, ghost, fault, shutter, onLeave }: AimProps) {
  const t = useHazardWords();
  const words = after ? (['phone.rectifyTitle', 'phone.rectifyLead'] as const) : (['phone.shootTitle', 'phone.shootLead'] as const);
  return (
    <Screen title={title} back="/m">
      <div className="capture">
        {ghost !== undefined && <img className="capture__before" src={ghost} alt={t('phone.before')} />}
        <div>
          <h2>{t(words[0])}</h2>
          <p className="stack__lead">{t(words[1])}</p>
        </div>
        <Shutter {...shutter} label={t('phone.shoot')} />
        {fault && (
          <p className="refused" role="alert">
            {t('phone.notAPhoto')}
          </p>
        )}
        {onLeave !== null && (
          <Button look="plain" onPress={onLeave}>
            {t('phone.cancel')}
          </Button>
        )}
      </div>
    </Screen>
  );
}

type JudgeProps = Omit<CaptureProps, 'onLeave'> & { readonly photo: PhonePhoto; readonly shutter: ShutterActs };

function Judge({ title, after, ghost, photo, shutter, onUse }: JudgeProps) {
  const t = useHazardWords();
  const acts = (
    <div className="pair">
      <Shutter {...shutter} look="plain" label={t('phone.again')} />
      <Button onPress={() => onUse(photo)}>{t('phone.use')}</Button>
    </div>
  );
  return (
    <Screen title={title} back="/m" act={acts}>
      <Shot
        key={photo.id}
        photo={photo}
        alt={t(after ? 'phone.after' : 'phone.photo')}
        ghost={ghost === undefined ? undefined : { address: ghost, label: t('phone.ghost') }}
      />
    </Screen>
  );
}
