import { type FormEvent, useState } from 'react';

import { go } from '../../../phone/path.ts';
import { useOfflineWords } from '../../../phone/offline-words.ts';
import { OutboxLink } from '../../../phone/outbox/outbox-link.tsx';
import { OwedToday } from '../../../phone/owed-today.tsx';
import { useSession } from '../../../phone/session.tsx';
import { useShellWords } from '../../../phone/shell-words.ts';
import { Button } from '../../../phone/ui/button.tsx';
import { Card } from '../../../phone/ui/card.tsx';
import { Field } from '../../../phone/ui/field.tsx';
import { Screen } from '../../../phone/ui/screen.tsx';
import { LineIcon } from '../../../ui/line-icon.tsx';
import { beginReport } from './begin-report.ts';
import type { Place } from './draft.ts';
import { usePlacesLately } from './places-lately.ts';
import { keyOf } from './recent-places.ts';
import { TriageLink } from './triage-link.tsx';
import { useHazardWords } from './words.ts';
import './hazards.css';

/** A code on a plate. */
const plate = 'M4 10V4h6M22 4h6v6M28 22v6h-6M10 28H4v-6M10 10h4v4h-4ZM18 10h4v4h-4ZM10 18h4v4h-4ZM18 18h1v1M22 18v4h-4';

/** 报隐患: scan a plate with the camera of the phone, or take a known place in one tap. */
export function ReportHomeScreen() {
  const shell = useShellWords();
  const t = useHazardWords();
  const { me } = useSession();
  const recent = usePlacesLately(me.account.id);
  return (
    <Screen title={shell('phone.report')}>
      <div className="stack">
        <OutboxLink />
        <ScanCard />
        <Places label={t('phone.ownUnit')} places={ownPlaces(me)} ownerId={me.account.id} />
        {recent !== null && <Places label={t('phone.recent')} places={recent} ownerId={me.account.id} empty={t('phone.recentEmpty')} />}
        <TriageLink />
        <OwedToday />
      </div>
    </Screen>
  );
}

type Me = ReturnType<typeof useSession>['me'];

/** Where one belongs first, then where one has a say. */
function ownPlaces({ person, units }: Me): readonly Place[] {
  const own = person === null ? [] : [{ id: person.unitId, name: person.unit }];
  const all = [...own, ...units.filter(({ id }) => id !== person?.unitId)];
  return all.slice(0, 3).map(({ id, name }) => ({ by: 'unit', unitId: id, name }));
}

function ScanCard() {
  const t = useHazardWords();
  const offline = useOfflineWords();
  const [code, setCode] = useState('');
  const open = (event: FormEvent) => {
    event.preventDefault();
    if (code.trim() !== '') go(`/m/p/${encodeURIComponent(code.trim())}`);
  };
  return (
    <Card>
      <div className="scan">
        <LineIcon size={56} path={plate} />
        <div>
          <h2>{t('phone.scanTitle')}</h2>
          <p className="stack__lead">{t('phone.scanLead')}</p>
        </div>
      </div>
      <Button onPress={() => go('/m/plate')}>{offline('scanner.open')}</Button>
      <details className="typed-code">
        <summary>{t('phone.codeHint')}</summary>
        <form className="typed-code__form" onSubmit={open}>
          <Field label={t('phone.code')} value={code} onChange={setCode} autoCapitalize="characters" maxLength={40} />
          <Button look="plain">{t('phone.codeGo')}</Button>
        </form>
      </details>
    </Card>
  );
}

type PlacesProps = { readonly label: string; readonly places: readonly Place[]; readonly ownerId: string; readonly empty?: string };

function Places({ label, places, ownerId, empty }: PlacesProps) {
  if (places.length === 0 && empty === undefined) return null;
  return (
    <section className="stack stack--near">
      <h2 className="quiet-title">{label}</h2>
      {places.length === 0 && <p className="stack__lead">{empty}</p>}
      {places.map((place) => (
        <Card
          key={keyOf(place)}
          title={place.name}
          note={place.by === 'plate' ? place.unit : undefined}
          onPress={() => beginReport(place, ownerId)}
        />
      ))}
    </section>
  );
}
