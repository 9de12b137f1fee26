import { readPlate, readPlateAtDoor } from '@changming/contract/points';
import { useCallback } from 'react';

import { call } from '../../../api/call.ts';
import { isSignedOut, ProblemError } from '../../../api/problem-error.ts';
import { go } from '../../../phone/path.ts';
import type { ScreenProps } from '../../../phone/screens.ts';
import { readMe } from '../../../phone/session.tsx';
import { Button } from '../../../phone/ui/button.tsx';
import { Failure, Waiting } from '../../../phone/ui/notice.tsx';
import { Screen } from '../../../phone/ui/screen.tsx';
import { useAsk } from '../../../phone/use-ask.ts';
import { beginAtDoor, beginReport } from './begin-report.ts';
import type { Place } from './draft.ts';
import { useHazardWords } from './words.ts';
import './hazards.css';

type Plate = { readonly place: Place & { by: 'plate' }; readonly ownerId: string | null; readonly elsewhere: boolean };

/** What the QR on the wall opens: the place, and the way to report there, signed in or not. */
export function PlateScreen({ parts }: ScreenProps) {
  const t = useHazardWords();
  const code = parts['code'] ?? '';
  const asked = useAsk(useCallback((signal: AbortSignal) => plateOf(code, signal), [code]));
  return (
    <Screen title={t('phone.here')} back="/m">
      {asked.state === 'waiting' && <Waiting />}
      {asked.state === 'failed' && <Failure error={asked.error} onRetry={asked.again} />}
      {asked.state === 'ready' && <Found {...asked.answer} code={code} />}
    </Screen>
  );
}

function Found({ place, ownerId, elsewhere, code }: Plate & { readonly code: string }) {
  return (
    <div className="stack">
      <div className="plate">
        <p className="plate__unit">{place.unit}</p>
        <h2>{place.name}</h2>
        <p className="plate__code">{code}</p>
      </div>
      {ownerId !== null && !elsewhere ? <Signed place={place} ownerId={ownerId} /> : <Stranger place={place} elsewhere={elsewhere} />}
    </div>
  );
}

function Signed({ place, ownerId }: { readonly place: Place; readonly ownerId: string }) {
  const t = useHazardWords();
  return <Button onPress={() => beginReport(place, ownerId)}>{t('phone.here')}</Button>;
}

function Stranger({ place, elsewhere }: Pick<Plate, 'place' | 'elsewhere'>) {
  const t = useHazardWords();
  return (
    <>
      {elsewhere && <p className="stack__lead">{t('phone.notYours')}</p>}
      <Button onPress={() => beginAtDoor(place)}>{t('phone.anonymously')}</Button>
      <p className="stack__lead">{t('phone.anonymousNote')}</p>
      {!elsewhere && (
        <Button look="plain" onPress={() => go(`/m/in/${encodeURIComponent(place.code)}`)}>
          {t('phone.signInFirst')}
        </Button>
      )}
      <Button look="plain" onPress={() => go('/m/claim')}>
        {t('phone.follow')}
      </Button>
    </>
  );
}

/** As the person who is signed in sees it; as a passer-by does where nobody is, or where the place belongs to others. */
async function plateOf(code: string, signal: AbortSignal): Promise<Plate> {
  const [me, own] = await Promise.allSettled([readMe(signal), call(readPlate, { params: { code }, signal })]);
  if (me.status === 'rejected' && !isSignedOut(me.reason)) throw me.reason;
  const ownerId = me.status === 'fulfilled' ? me.value.account.id : null;
  if (own.status === 'fulfilled')
    return { place: { by: 'plate', code, name: own.value.name, unit: own.value.unit }, ownerId, elsewhere: false };
  if (!(own.reason instanceof ProblemError)) throw own.reason;
  const seen = await call(readPlateAtDoor, { params: { code }, signal });
  return { place: { by: 'plate', code, name: seen.name, unit: seen.unit }, ownerId, elsewhere: ownerId !== null };
}
