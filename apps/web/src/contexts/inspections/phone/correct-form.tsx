import { useState } from 'react';

import { keepItemNow } from '../../../phone/outbox/outbox.ts';
import { begun, momentNow, step } from '../../../phone/outbox/passage.ts';
import { wake } from '../../../phone/outbox/sender.ts';
import type { PhonePhoto } from '../../../phone/photos/prepare-photo.ts';
import { Area } from '../../../phone/ui/area.tsx';
import { Button } from '../../../phone/ui/button.tsx';
import { Screen } from '../../../phone/ui/screen.tsx';
import { CheckItem } from './check-item.tsx';
import { givenTo } from './check.ts';
import { type Correction, objectionTo } from './correction.ts';
import { useCheckWords } from './words.ts';

type CorrectFormProps = { readonly begin: Correction; readonly onSent: () => void };

/** The answers as they were, each to be changed, and why. Handed in, it waits in the outbox like the check itself. */
export function CorrectForm({ begin, onSent }: CorrectFormProps) {
  const t = useCheckWords();
  const [correction, setCorrection] = useState(begin);
  const objection = objectionTo(correction);
  const send = async () => {
    const { id, ownerId, at } = correction;
    const passage = step(begun, { type: 'sealed' }, momentNow());
    await keepItemNow({ id, kind: 'correction', ownerId, at, content: correction, passage });
    wake();
    onSent();
  };
  const said = objection === null ? null : objection === 'reason' ? t('phone.correction.reasonMissing') : objection.item.text;
  const act = (
    <Button onPress={() => void send()} objection={said}>
      {t('phone.correction.submit')}
    </Button>
  );
  return (
    <Screen title={t('phone.correction.title')} back={`/m/results/${correction.resultId}`} act={act}>
      <p className="stack__lead">{t('phone.correction.lead')}</p>
      <Area
        label={t('phone.correction.reason')}
        value={correction.reason}
        onChange={(reason) => setCorrection({ ...correction, reason })}
      />
      <ol className="check-items">
        {correction.checklist.items.map((item, at) => (
          <CheckItem
            key={item.code}
            number={at + 1}
            item={item}
            given={givenTo(correction, item.code)}
            last={{}}
            ownerId={correction.ownerId}
            mayReport={false}
            onGive={(next) => setCorrection((now) => withAnswer(now, next))}
            onPhoto={(photo) => setCorrection((now) => withAnswer(now, withPhoto(givenTo(now, item.code), photo)))}
          />
        ))}
      </ol>
    </Screen>
  );
}

type Answer = Correction['given'][number];

function withAnswer(correction: Correction, next: Answer): Correction {
  const known = correction.given.some(({ item }) => item === next.item);
  const given = known ? correction.given.map((each) => (each.item === next.item ? next : each)) : [...correction.given, next];
  return { ...correction, given };
}

function withPhoto(given: Answer, photo: PhonePhoto): Answer {
  return given.photos.some(({ sha256 }) => sha256 === photo.sha256) ? given : { ...given, photos: [...given.photos, photo] };
}
