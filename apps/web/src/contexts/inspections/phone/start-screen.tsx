import { readPlateCode } from '@changming/domain/points';
import { type FormEvent, useState } from 'react';

import { useOfflineWords } from '../../../phone/offline-words.ts';
import { hasViewfinder } from '../../../phone/photos/viewfinder.tsx';
import { NoReader } from '../../../phone/scan/read-code.ts';
import { Button } from '../../../phone/ui/button.tsx';
import { Card } from '../../../phone/ui/card.tsx';
import { Chips } from '../../../phone/ui/chips.tsx';
import { Field } from '../../../phone/ui/field.tsx';
import { Notice } from '../../../phone/ui/notice.tsx';
import { Screen } from '../../../phone/ui/screen.tsx';
import { Sheet } from '../../../phone/ui/sheet.tsx';
import { instantText } from '../../../ui/dates.ts';
import { beginCheck } from './begin-check.ts';
import type { Begun } from './check.ts';
import type { Found } from './check-screen.tsx';
import { dueOf } from './due.ts';
import { placeOf } from './place-of.ts';
import { PlateScanner } from './plate-scanner.tsx';
import { useCheckWords } from './words.ts';

type StartScreenProps = Found & { readonly ownerId: string };

/** Before the first item: the plate, or a word why there is none. A plate of another place is refused at once. */
export function StartScreen({ task, checklist, ownerId }: StartScreenProps) {
  const t = useCheckWords();
  const begin = (begun: Begun) => beginCheck({ task, checklist, begun, ownerId });
  const due = dueOf(task, new Date());
  return (
    <Screen title={placeOf(task)} back="/m/checks">
      <div className="stack">
        {due === 'over' && <Notice title={t('phone.gone')} next={t('phone.goneNext')} />}
        {due === 'later' && <Notice title={t('phone.notYet')} next={t('phone.opens', { at: instantText(task.opensAt) })} />}
        {(due === 'now' || due === 'overdue') && (
          <>
            <Card title={task.plan} note={[task.unit, t('phone.itemsCount', { count: checklist.items.length })].join(' · ')} />
            {task.plateCode === null ? (
              <Button onPress={() => begin({ by: 'unit' })}>{t('phone.begin')}</Button>
            ) : (
              <AtPlate place={placeOf(task)} code={task.plateCode} onBegin={begin} />
            )}
          </>
        )}
      </div>
    </Screen>
  );
}

type AtPlateProps = { readonly place: string; readonly code: string; readonly onBegin: (begun: Begun) => void };

function AtPlate({ place, code, onBegin }: AtPlateProps) {
  const t = useCheckWords();
  const [wrong, setWrong] = useState(false);
  const said = useOfflineWords();
  const [live, setLive] = useState(false);
  const [fault, setFault] = useState<'noCamera' | 'unavailable' | null>(null);
  const read = (typed: string) => {
    const given = readPlateCode(typed);
    if (given === code) onBegin({ by: 'plate', code });
    else setWrong(true);
  };
  const onSight = (seen: string) => {
    setLive(false);
    read(seen);
  };
  const onFault = (error: unknown) => {
    setLive(false);
    setFault(error instanceof NoReader ? 'unavailable' : 'noCamera');
  };
  return (
    <>
      <div>
        <h2 className="stack__title">{t('phone.scanFirst')}</h2>
        <p className="stack__lead">{t('phone.scanLead')}</p>
      </div>
      {wrong && (
        <p className="refused" role="alert">
          {t('phone.wrongPlate', { point: place })}
        </p>
      )}
      {fault !== null && (
        <p className="refused" role="alert">
          {said(`scanner.${fault}`)}
        </p>
      )}
      {live && <PlateScanner label={t('phone.scanning')} onCode={onSight} onFault={onFault} />}
      {!live && fault === null && hasViewfinder() && <Button onPress={() => setLive(true)}>{t('phone.scan')}</Button>}
      <TypedCode onCode={read} />
      <ByHand onBegin={(why) => onBegin({ by: 'hand', why })} />
    </>
  );
}

function TypedCode({ onCode }: { readonly onCode: (typed: string) => void }) {
  const t = useCheckWords();
  const [code, setCode] = useState('');
  const send = (event: FormEvent) => {
    event.preventDefault();
    if (code.trim() !== '') onCode(code);
  };
  return (
    <details className="plate-code">
      <summary>{t('phone.typeCode')}</summary>
      <form className="plate-code__form" onSubmit={send}>
        <Field label={t('phone.code')} value={code} onChange={setCode} autoCapitalize="characters" maxLength={40} />
        <Button look="plain">{t('phone.codeGo')}</Button>
      </form>
    </details>
  );
}

const reasons = ['missing', 'damaged', 'phone', 'other'] as const;

function ByHand({ onBegin }: { readonly onBegin: (why: string) => void }) {
  const t = useCheckWords();
  const [asking, setAsking] = useState(false);
  const [why, setWhy] = useState<(typeof reasons)[number] | null>(null);
  return (
    <>
      <Button look="plain" onPress={() => setAsking(true)}>
        {t('phone.noPlate')}
      </Button>
      {asking && (
        <Sheet title={t('phone.noPlate')} onClose={() => setAsking(false)}>
          <p className="stack__lead">{t('phone.noPlateNote')}</p>
          <Chips
            label={t('phone.noPlateWhy')}
            chips={reasons.map((value) => ({ value, label: t(`phone.noPlateReasons.${value}`) }))}
            chosen={why}
            onChoose={setWhy}
          />
          <Button
            objection={why === null ? t('phone.noPlateWhy') : null}
            onPress={() => {
              if (why !== null) onBegin(t(`phone.noPlateReasons.${why}`));
            }}
          >
            {t('phone.noPlateGo')}
          </Button>
        </Sheet>
      )}
    </>
  );
}
