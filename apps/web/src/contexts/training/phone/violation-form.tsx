import type { ViolationKind } from '@changming/domain/training';

import { DraftPhotos } from '../../../phone/photos/draft-photos.tsx';
import { Button } from '../../../phone/ui/button.tsx';
import { Chips } from '../../../phone/ui/chips.tsx';
import { Field } from '../../../phone/ui/field.tsx';
import { Screen } from '../../../phone/ui/screen.tsx';
import { useLearningWords } from './learning-words.ts';
import { objectionToSending, type ViolationDraft } from './violation-draft.ts';
import { changeViolation, keepViolation } from './violation-store.ts';
import { WhoField } from './who-field.tsx';

type FormProps = {
  readonly draft: ViolationDraft;
  /** Why the API would not take it, in its own words. */
  readonly refusal: string | null;
  readonly onSend: () => void;
};

/** As the domain lists them; written out, so that the phone loads nothing of it. */
const kinds: readonly ViolationKind[] = ['illegalOperation', 'disciplineBreach', 'illegalCommand'];
const commons = ['power', 'guard', 'gear', 'smoke', 'exit', 'phone'] as const;

/** Who, what, a photo: under a minute, with a network or without. */
export function ViolationForm({ draft, refusal, onSend }: FormProps) {
  const t = useLearningWords();
  const objection = objectionToSending(draft);
  const change = (part: Partial<ViolationDraft>) => keepViolation({ ...draft, ...part });
  const send = (
    <Button onPress={onSend} objection={objection === null ? null : t(objection)}>
      {t('record.send')}
    </Button>
  );
  return (
    <Screen title={t('record.title')} back="/m/training" act={send}>
      <div className="stack">
        {refusal !== null && (
          <p className="refused" role="alert">
            {refusal}
          </p>
        )}
        <WhoField
          label={t('record.who')}
          chosen={draft.who}
          onChoose={(who) => change({ who, name: who?.name ?? '' })}
          typed={draft.name}
          onType={(name) => change({ name })}
        />
        <What draft={draft} change={change} />
        <Field label={t('record.place')} value={draft.place} maxLength={80} onChange={(place) => change({ place })} />
        <DraftPhotos
          ownerId={draft.ownerId}
          photos={draft.photos}
          label={t('record.photo')}
          removal={t('record.removePhoto')}
          onChange={(photos) => changeViolation(draft, (now) => ({ ...now, photos: photos(now.photos) }))}
        />
      </div>
    </Screen>
  );
}

type WhatProps = Pick<FormProps, 'draft'> & { readonly change: (part: Partial<ViolationDraft>) => void };

function What({ draft: { kind, what }, change }: WhatProps) {
  const t = useLearningWords();
  return (
    <>
      <Chips
        label={t('record.kind')}
        chips={kinds.map((value) => ({ value, label: t(`violationKinds.${value}`) }))}
        chosen={kind}
        onChoose={(chosen) => change({ kind: chosen })}
      />
      <Chips
        label={t('record.common')}
        chips={commons.map((value) => ({ value, label: t(`record.commons.${value}`) }))}
        chosen={commons.find((value) => t(`record.commons.${value}`) === what) ?? null}
        onChoose={(value) => change({ what: t(`record.commons.${value}`) })}
      />
      <Field
        label={t('record.what')}
        value={what}
        hint={t('record.whatHint')}
        maxLength={300}
        onChange={(typed) => change({ what: typed })}
      />
    </>
  );
}
