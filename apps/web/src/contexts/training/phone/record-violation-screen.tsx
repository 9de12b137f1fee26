import * as contract from '@changming/contract/training';
import type { FoundPerson } from '@changming/contract/training';
import type { ViolationKind } from '@changming/domain/training';
import { useState } from 'react';

import { call } from '../../../api/call.ts';
import { newId } from '../../../api/new-id.ts';
import { go } from '../../../phone/path.ts';
import type { TakenPhoto } from '../../../phone/photos/prepare-photo.ts';
import { sendSigned } from '../../../phone/photos/send-photo.ts';
import { Shutter } from '../../../phone/photos/shutter.tsx';
import { Button } from '../../../phone/ui/button.tsx';
import { Chips } from '../../../phone/ui/chips.tsx';
import { Field } from '../../../phone/ui/field.tsx';
import { Refused } from '../../../phone/ui/notice.tsx';
import { Screen } from '../../../phone/ui/screen.tsx';
import { useToast } from '../../../phone/ui/toasts.tsx';
import { useAct } from '../../../phone/use-ask.ts';
import { useLearningWords } from './learning-words.ts';
import { WhoField } from './who-field.tsx';

/** As the domain lists them; written out, so that the phone loads nothing of it. */
const kinds: readonly ViolationKind[] = ['illegalOperation', 'disciplineBreach', 'illegalCommand'];
const commons = ['power', 'guard', 'gear', 'smoke', 'exit', 'phone'] as const;

/** 登记三违 in under a minute: who, what, a photo, sent. */
export function RecordViolationScreen() {
  const t = useLearningWords();
  const say = useToast();
  const [id] = useState(newId);
  const [who, setWho] = useState<FoundPerson | null>(null);
  const [kind, setKind] = useState<ViolationKind>('illegalOperation');
  const [what, setWhat] = useState('');
  const [place, setPlace] = useState('');
  const [photo, setPhoto] = useState<TakenPhoto | null>(null);
  const { busy, error, act } = useAct(async (personId: string) => {
    const photos = photo === null ? [] : [photo.sha256];
    const body = { id, personId, kind, what: what.trim(), place: place.trim() || null, foundAt: new Date().toISOString(), photos };
    const { unitId } = await call(contract.recordViolation, { body, idempotencyKey: id });
    if (photo !== null) await sendSigned(id, unitId)(photo, photo.content, () => {});
    say(t('record.sent'));
    go('/m/training');
  });
  return (
    <Screen title={t('record.title')} back="/m/training">
      <form
        className="stack"
        onSubmit={(event) => {
          event.preventDefault();
          if (who !== null && what.trim() !== '') act(who.id);
        }}
      >
        <WhoField label={t('record.who')} chosen={who} onChoose={setWho} />
        <Chips
          label={t('record.kind')}
          chips={kinds.map((value) => ({ value, label: t(`violationKinds.${value}`) }))}
          chosen={kind}
          onChoose={setKind}
        />
        <Chips
          label={t('record.common')}
          chips={commons.map((value) => ({ value, label: t(`record.commons.${value}`) }))}
          chosen={commons.find((value) => t(`record.commons.${value}`) === what) ?? null}
          onChoose={(value) => setWhat(t(`record.commons.${value}`))}
        />
        <Field label={t('record.what')} value={what} hint={t('record.whatHint')} maxLength={300} onChange={setWhat} />
        <Field label={t('record.place')} value={place} maxLength={80} onChange={setPlace} />
        <Shutter look="plain" label={t('record.photo')} onPhoto={setPhoto} onFault={() => {}} />
        {error !== null && <Refused error={error} />}
        <Button busy={busy} objection={who === null ? t('record.whoHint') : what.trim() === '' ? t('record.whatHint') : null}>
          {t('record.send')}
        </Button>
      </form>
    </Screen>
  );
}
