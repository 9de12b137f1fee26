import { useCallback, useState } from 'react';

import type { TakenPhoto } from '../../../phone/photos/prepare-photo.ts';
import { Shot } from '../../../phone/photos/shot.tsx';
import { Shutter } from '../../../phone/photos/shutter.tsx';
import { hasViewfinder, Viewfinder } from '../../../phone/photos/viewfinder.tsx';
import { Button } from '../../../phone/ui/button.tsx';
import { Screen } from '../../../phone/ui/screen.tsx';
import { useHazardWords } from './words.ts';

type Shows = 'hazard' | 'before' | 'after' | 'lookBack';

/** What stands above the shutter, and how the photo is called. */
const words = {
  hazard: ['phone.shootTitle', 'phone.shootLead', 'phone.photo'],
  before: ['beforeLack.photos', 'beforeLack.lead', 'phone.before'],
  after: ['phone.rectifyTitle', 'phone.rectifyLead', 'phone.after'],
  lookBack: ['phone.lookBackShootTitle', 'phone.lookBackShootLead', 'phone.lookBackPhoto'],
} as const;

type CaptureProps = {
  readonly title: string;
  /** What it is to show. */
  readonly shows: Shows;
  /** The address of the photo before, to frame the same spot again. */
  readonly ghost?: string | undefined;
  readonly onUse: (photo: TakenPhoto) => void;
  /** Null where there is nothing to go back to but the page before. */
  readonly onLeave: (() => void) | null;
  /** What else may be done where no photo can be taken. */
  readonly otherwise?: { readonly label: string; readonly onPress: () => void } | undefined;
};

type Fault = 'phone.notAPhoto' | 'phone.noCamera';

/** The shutter, then the picture: 用这张 or 重拍. */
export function Capture({ title, shows, ghost, onUse, onLeave, otherwise }: CaptureProps) {
  const [photo, setPhoto] = useState<TakenPhoto | null>(null);
  const [fault, setFault] = useState<Fault | null>(null);
  const [live, setLive] = useState(false);
  const dark = useCallback(() => {
    setLive(false);
    setFault('phone.noCamera');
  }, []);
  const onPhoto = (next: TakenPhoto) => {
    setFault(null);
    setPhoto(next);
    setLive(false);
  };
  const shutter = { onPhoto, onFault: () => setFault('phone.notAPhoto') };
  if (live && ghost !== undefined)
    return <Match title={title} ghost={ghost} onPhoto={onPhoto} onFault={dark} onLeave={() => setLive(false)} />;
  if (photo !== null) return <Judge title={title} shows={shows} ghost={ghost} photo={photo} shutter={shutter} onUse={onUse} />;
  const aim = { title, shows, ghost, fault, shutter, onLeave, otherwise };
  return <Aim {...aim} onLive={ghost === undefined || !hasViewfinder() ? null : () => setLive(true)} />;
}

type ShutterActs = { readonly onPhoto: (photo: TakenPhoto) => void; readonly onFault: () => void };
type AimProps = Omit<CaptureProps, 'onUse'> & {
  readonly fault: Fault | null;
  readonly shutter: ShutterActs;
  /** Opens the camera within the page, under the photo before; null where it cannot. */
  readonly onLive: (() => void) | null;
};

function Aim({ title, shows, ghost, fault, shutter, onLeave, onLive, otherwise }: AimProps) {
  const t = useHazardWords();
  const [heading, lead] = words[shows];
  return (
    <Screen title={title} back="/m">
      <div className="capture">
        {ghost !== undefined && <img className="capture__before" src={ghost} alt={t('phone.before')} />}
        <div>
          <h2>{t(heading)}</h2>
          <p className="stack__lead">{t(lead)}</p>
        </div>
        {fault !== null && (
          <p className="refused" role="alert">
            {t(fault)}
          </p>
        )}
        <Shutter {...shutter} label={t('phone.shoot')} />
        {onLive !== null && (
          <Button look="plain" onPress={onLive}>
            {t('phone.match')}
          </Button>
        )}
        {otherwise !== undefined && (
          <Button look="plain" onPress={otherwise.onPress}>
            {otherwise.label}
          </Button>
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

type MatchProps = {
  readonly title: string;
  readonly ghost: string;
  readonly onPhoto: (photo: TakenPhoto) => void;
  readonly onFault: () => void;
  readonly onLeave: () => void;
};

function Match({ title, ghost, onPhoto, onFault, onLeave }: MatchProps) {
  const t = useHazardWords();
  return (
    <Screen title={title} back="/m">
      <div className="stack">
        <Viewfinder ghost={ghost} words={{ shoot: t('phone.shoot'), share: t('phone.ghost') }} onPhoto={onPhoto} onFault={onFault} />
        <Button look="plain" onPress={onLeave}>
          {t('phone.cancel')}
        </Button>
      </div>
    </Screen>
  );
}

type JudgeProps = Omit<CaptureProps, 'onLeave'> & { readonly photo: TakenPhoto; readonly shutter: ShutterActs };

function Judge({ title, shows, ghost, photo, shutter, onUse }: JudgeProps) {
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
        alt={t(words[shows][2])}
        ghost={ghost === undefined ? undefined : { address: ghost, label: t('phone.ghost') }}
      />
    </Screen>
  );
}
