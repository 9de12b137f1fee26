import type { Verdict } from '@changming/domain/inspections';

import { mayAnywhere } from '../../../api/may.ts';
import { newId } from '../../../api/new-id.ts';
import type { PhonePhoto, TakenPhoto } from '../../../phone/photos/prepare-photo.ts';
import { keepPhoto } from '../../../phone/photos/photo-store.ts';
import { Strip } from '../../../phone/photos/shot.tsx';
import { Shutter } from '../../../phone/photos/shutter.tsx';
import { useSession } from '../../../phone/session.tsx';
import { Area } from '../../../phone/ui/area.tsx';
import { Switch } from '../../../phone/ui/switch.tsx';
import { useToast } from '../../../phone/ui/toasts.tsx';
import { useLocale } from '../../../phone/words.ts';
import { type Check, type Given, type Item, settled, wrongWith } from './check.ts';
import { ReadingField } from './reading-field.tsx';
import { useWrongWords } from './wrong-words.ts';
import { useCheckWords } from './words.ts';

type CheckItemProps = {
  readonly number: number;
  readonly item: Item;
  readonly given: Given;
  readonly last: Check['last'];
  readonly ownerId: string;
  readonly onGive: (given: Given) => void;
  /** Said when the photo is ready; what was drawn when it was taken may be old by then. */
  readonly onPhoto: (photo: PhonePhoto) => void;
  /** Whether a failure may become a hazard here; a correction says so afterwards. */
  readonly mayReport?: boolean;
};

/** One item: what to look at, two large buttons or a number, and whatever a failure owes. */
export function CheckItem({ number, item, given, last, ownerId, onGive, onPhoto, mayReport = true }: CheckItemProps) {
  const text = useLocale() === 'en' && item.textEn !== null ? item.textEn : item.text;
  const verdict = settled(item, given);
  return (
    <li className={`check-item check-item--${verdict ?? 'unset'}`} data-item={item.code}>
      <Question number={number} item={item} text={text} />
      {item.answer.kind === 'reading' && (
        <ReadingField answer={item.answer} given={given} last={last[item.code]} label={text} onGive={onGive} />
      )}
      <Verdicts item={item} given={given} label={text} onGive={onGive} />
      <Proof item={item} given={given} ownerId={ownerId} onGive={onGive} onPhoto={onPhoto} mayReport={mayReport} />
      <Remark item={item} given={given} last={last} onGive={onGive} />
    </li>
  );
}

type ProofProps = Pick<CheckItemProps, 'item' | 'given' | 'ownerId' | 'onGive' | 'onPhoto'> & { readonly mayReport: boolean };

/** What a failure owes, and whatever always wants a picture. */
function Proof({ item, given, ownerId, onGive, onPhoto, mayReport }: ProofProps) {
  const failed = settled(item, given) === 'fail';
  return (
    <>
      {(failed || item.photo === 'always') && <Photos given={given} ownerId={ownerId} onGive={onGive} onPhoto={onPhoto} />}
      {failed && mayReport && <AsHazard item={item} given={given} onGive={onGive} />}
    </>
  );
}

function Question({ number, item: { starred, guide }, text }: Pick<CheckItemProps, 'number' | 'item'> & { readonly text: string }) {
  const t = useCheckWords();
  return (
    <>
      <p className="check-item__text">
        <span className="check-item__number">{number}</span>
        {text}
        {starred && (
          <span className="check-item__star" role="img" aria-label={t('phone.star')}>
            ★
          </span>
        )}
      </p>
      {guide !== null && <p className="check-item__guide">{guide}</p>}
    </>
  );
}

/** A word on whatever is not simply good, and what is still owed. */
function Remark({ item, given, last, onGive }: Pick<CheckItemProps, 'item' | 'given' | 'last' | 'onGive'>) {
  const t = useCheckWords();
  const sayWrong = useWrongWords();
  const verdict = settled(item, given);
  const wrong = sayWrong(wrongWith(item, given, last));
  if (wrong === null && verdict !== 'fail' && verdict !== 'notApplicable') return null;
  return (
    <>
      <Area label={t('phone.notePlaceholder')} value={given.note} onChange={(note) => onGive({ ...given, note })} />
      {wrong !== null && <p className="check-item__wrong">{wrong}</p>}
    </>
  );
}

type AnswerProps = Pick<CheckItemProps, 'given' | 'onGive'>;

/** 正常, 异常, 不适用. Of a reading the number says what is good; a fault that it does not show can still be said. */
function Verdicts({ item, given, label, onGive }: AnswerProps & { readonly item: Item; readonly label: string }) {
  const t = useCheckWords();
  const reads = item.answer.kind === 'reading';
  const shown: readonly Verdict[] = [
    ...(reads ? [] : (['pass'] as const)),
    'fail',
    ...(item.mayNotApply ? (['notApplicable'] as const) : []),
  ];
  const chosen = reads ? given.verdict : settled(item, given);
  return (
    <div className="check-item__verdicts" role="group" aria-label={label}>
      {shown.map((verdict) => (
        <button
          key={verdict}
          type="button"
          className={`check-verdict check-verdict--${verdict}`}
          aria-pressed={chosen === verdict}
          onClick={() => onGive({ ...given, verdict: chosen === verdict ? null : verdict })}
        >
          {t(`verdicts.${verdict}`)}
        </button>
      ))}
    </div>
  );
}

function Photos({ given, ownerId, onGive, onPhoto }: AnswerProps & Pick<CheckItemProps, 'ownerId' | 'onPhoto'>) {
  const t = useCheckWords();
  const say = useToast();
  const take = async (taken: TakenPhoto) => onPhoto(await keepPhoto(ownerId, taken));
  return (
    <>
      {given.photos.length > 0 && (
        <Strip
          ownerId={ownerId}
          photos={given.photos}
          alt={t('phone.photo')}
          removal={{
            label: t('phone.removePhoto'),
            onRemove: (id) => onGive({ ...given, photos: given.photos.filter((photo) => photo.id !== id) }),
          }}
        />
      )}
      <Shutter look="plain" label={t('phone.photoShort')} onFault={() => say(t('phone.notAPhoto'))} onPhoto={(taken) => void take(taken)} />
    </>
  );
}

/** 一键上报: the failure is sent as a hazard too, with its photos and words. */
function AsHazard({ item, given, onGive }: AnswerProps & { readonly item: Item }) {
  const t = useCheckWords();
  const { me } = useSession();
  if (!mayAnywhere(me, 'hazards.report')) return null;
  return (
    <Switch
      label={t('phone.report')}
      note={t('phone.reported', { category: t(`categories.${item.category}`) })}
      on={given.hazardId !== null}
      onTurn={(on) => onGive({ ...given, hazardId: on ? newId() : null })}
    />
  );
}
