import type { HazardSummary } from '@changming/contract/hazards';
import { lazy, Suspense, useCallback, useEffect, useState } from 'react';

import { useOfflineWords } from '../../../phone/offline-words.ts';
import { OwedHere } from '../../../phone/owed-here.tsx';
import { go } from '../../../phone/path.ts';
import type { ScreenProps } from '../../../phone/screens.ts';
import { readPart } from '../../../phone/snapshot/part-store.ts';
import { Button } from '../../../phone/ui/button.tsx';
import { Failure, Waiting } from '../../../phone/ui/notice.tsx';
import { Screen } from '../../../phone/ui/screen.tsx';
import { useAsk } from '../../../phone/use-ask.ts';
import { beginAtDoor, beginReport } from './begin-report.ts';
import { type Plate, plateOf } from './plate-of.ts';
import { rememberPlace } from './recent-places.ts';
import { openHazards } from './snapshot.ts';
import { TaskCard } from './task-card.tsx';
import { type HazardWords, useHazardWords } from './words.ts';
import './hazards.css';

/** Loaded after the way to report, which must not wait for it. */
const RiskCardPart = lazy(async () => ({ default: (await import('../../risks/phone/risk-card.tsx')).RiskCardPart }));

/** What the QR on the wall opens: the place, and the way to report there, signed in or not, with a network or without. */
export function PlateScreen({ parts }: ScreenProps) {
  const t = useHazardWords();
  const code = parts['code'] ?? '';
  const asked = useAsk(useCallback((signal: AbortSignal) => visit(code, signal), [code]));
  return (
    <Screen title={t('phone.here')} back="/m" act={asked.state === 'ready' ? reporting(asked.answer, t) : undefined}>
      {asked.state === 'waiting' && <Waiting />}
      {asked.state === 'failed' && <Failure error={asked.error} onRetry={asked.again} />}
      {asked.state === 'ready' && <Found {...asked.answer} />}
    </Screen>
  );
}

/** Whoever is signed in finds the plates of his own scope again among the places lately visited. */
async function visit(code: string, signal: AbortSignal): Promise<Plate> {
  const plate = await plateOf(code, signal);
  if (plate.ownerId !== null && !plate.elsewhere && !plate.unknown) void rememberPlace(plate.ownerId, plate.place);
  return plate;
}

function Found(plate: Plate) {
  const t = useOfflineWords();
  const { place, ownerId, unknown, elsewhere } = plate;
  return (
    <div className="stack">
      <div className="plate">
        <p className="plate__unit">{unknown ? t('plate.unknown') : place.unit}</p>
        <h2>{place.name}</h2>
        <p className="plate__code">{place.code}</p>
      </div>
      {ownerId !== null && !elsewhere ? <Signed plate={plate} ownerId={ownerId} /> : <Stranger plate={plate} />}
    </div>
  );
}

/** Stands still at the bottom, whatever is still on its way above it. */
function reporting({ place, ownerId, elsewhere }: Plate, t: HazardWords) {
  if (ownerId === null || elsewhere) return undefined;
  return <Button onPress={() => beginReport(place, ownerId)}>{t('phone.here')}</Button>;
}

function Signed({ plate, ownerId }: { readonly plate: Plate; readonly ownerId: string }) {
  return (
    <>
      <OwedHere code={plate.place.code} ownerId={ownerId} />
      <Suspense>
        <RiskCardPart code={plate.place.code} />
      </Suspense>
      {plate.pointId !== null && <OpenHere pointId={plate.pointId} ownerId={ownerId} />}
      <Anonymously place={plate.place} look="plain" />
    </>
  );
}

/** 未销号 at this very point, as the phone holds them. */
function OpenHere({ pointId, ownerId }: { readonly pointId: string; readonly ownerId: string }) {
  const t = useOfflineWords();
  const [hazards, setHazards] = useState<readonly HazardSummary[]>([]);
  useEffect(() => {
    void readPart<readonly HazardSummary[]>(ownerId, openHazards.name).then((part) =>
      setHazards((part?.value ?? []).filter((hazard) => hazard.pointId === pointId)),
    );
  }, [ownerId, pointId]);
  if (hazards.length === 0) return null;
  return (
    <section className="stack stack--near">
      <h2 className="quiet-title">{t('plate.open', { count: hazards.length })}</h2>
      {hazards.map((hazard) => (
        <TaskCard key={hazard.id} hazard={hazard} where={[hazard.place, hazard.foundOn]} photoId={hazard.photoId} />
      ))}
    </section>
  );
}

/** By the public door, also for somebody who is signed in: no session goes along. */
function Anonymously({ place, look }: { readonly place: Plate['place']; readonly look: 'main' | 'plain' }) {
  const t = useHazardWords();
  return (
    <>
      <Button look={look} onPress={() => beginAtDoor(place)}>
        {t('phone.anonymously')}
      </Button>
      <p className="stack__lead">{t('phone.anonymousNote')}</p>
    </>
  );
}

function Stranger({ plate: { place, elsewhere, unknown } }: { readonly plate: Plate }) {
  const t = useHazardWords();
  return (
    <>
      {elsewhere && <p className="stack__lead">{t('phone.notYours')}</p>}
      <Anonymously place={place} look="main" />
      {!elsewhere && !unknown && (
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
