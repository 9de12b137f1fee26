import { Area } from '../../../phone/ui/area.tsx';
import { Button } from '../../../phone/ui/button.tsx';
import { Screen } from '../../../phone/ui/screen.tsx';
import { CheckItem } from './check-item.tsx';
import { givenTo } from './check.ts';
import { type Correction, objectionTo, withAnswer } from './correction.ts';
import { addCorrectionPhoto, handInCorrection, keepCorrection } from './correction-store.ts';
import { useCheckWords } from './words.ts';

type CorrectFormProps = { readonly correction: Correction; readonly refusal: string | null };

/** The answers as they were, each to be changed, and why. Whatever is changed lies on the phone; handed in, it waits like the check itself. */
export function CorrectForm({ correction, refusal }: CorrectFormProps) {
  const t = useCheckWords();
  const objection = objectionTo(correction);
  const said = objection === null ? null : objection === 'reason' ? t('phone.correction.reasonMissing') : objection.item.text;
  const act = (
    <Button onPress={() => void handInCorrection(correction)} objection={said}>
      {t('phone.correction.submit')}
    </Button>
  );
  return (
    <Screen title={correction.place} back={`/m/results/${correction.resultId}`} act={act}>
      {refusal !== null && (
        <p className="refused" role="alert">
          {refusal}
        </p>
      )}
      <div className="stack correction-head">
        <p className="stack__lead">{t('phone.correction.lead')}</p>
        <Area
          label={t('phone.correction.reason')}
          value={correction.reason}
          onChange={(reason) => keepCorrection({ ...correction, reason })}
        />
      </div>
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
            onGive={(next) => keepCorrection(withAnswer(correction, next))}
            onPhoto={(photo) => addCorrectionPhoto(correction.id, item.code, photo)}
          />
        ))}
      </ol>
    </Screen>
  );
}
