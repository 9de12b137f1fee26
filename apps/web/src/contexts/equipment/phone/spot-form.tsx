import { mayAnywhere } from '../../../api/may.ts';
import { newId } from '../../../api/new-id.ts';
import { go } from '../../../phone/path.ts';
import { keepPhoto } from '../../../phone/photos/photo-store.ts';
import type { TakenPhoto } from '../../../phone/photos/prepare-photo.ts';
import { Strip } from '../../../phone/photos/shot.tsx';
import { Shutter } from '../../../phone/photos/shutter.tsx';
import { useSession } from '../../../phone/session.tsx';
import { Area } from '../../../phone/ui/area.tsx';
import { Button } from '../../../phone/ui/button.tsx';
import { Chips } from '../../../phone/ui/chips.tsx';
import { Field } from '../../../phone/ui/field.tsx';
import { Screen } from '../../../phone/ui/screen.tsx';
import { Switch } from '../../../phone/ui/switch.tsx';
import { useToast } from '../../../phone/ui/toasts.tsx';
import { answers, conditionOf, conditions, isWrong, type Look, objectionTo, spotItems } from './look.ts';
import { addPhoto, handInLook, keepLook } from './look-store.ts';
import { nameOf, useEquipmentWords } from './words.ts';

type SpotFormProps = { readonly look: Look; readonly refusal: string | null };

/** One look-over: every item begins unset, and none is answered by another. What they come to is proposed. */
export function SpotForm({ look, refusal }: SpotFormProps) {
  const t = useEquipmentWords();
  return (
    <Screen title={nameOf(look.piece, t)} back={`/m/fire/${look.point.code}`} act={<Send look={look} />}>
      <div className="stack">
        {refusal !== null && (
          <p className="refused" role="alert">
            {refusal}
          </p>
        )}
        {spotItems.map((item) => (
          <Chips
            key={item}
            label={t(`spotItems.${item}`)}
            chips={answers.map((value) => ({ value, label: t(`spotAnswers.${value}`) }))}
            chosen={look.said[item] ?? null}
            onChoose={(value) => keepLook({ ...look, said: { ...look.said, [item]: value } })}
          />
        ))}
        <Chips
          label={t('phone.condition')}
          chips={conditions.map((value) => ({ value, label: t(`conditions.${value}`) }))}
          chosen={conditionOf(look)}
          onChoose={(chosen) => keepLook({ ...look, chosen })}
        />
        {isWrong(look) && <Defect look={look} />}
        <Field label={t('phone.reading')} value={look.reading} maxLength={40} onChange={(reading) => keepLook({ ...look, reading })} />
      </div>
    </Screen>
  );
}

function Send({ look }: { readonly look: Look }) {
  const t = useEquipmentWords();
  const say = useToast();
  const objection = objectionTo(look);
  const send = async () => {
    await handInLook(look);
    say(t('phone.sent', { no: nameOf(look.piece, t) }));
    go(`/m/fire/${look.point.code}`);
  };
  return (
    <Button onPress={() => void send()} objection={objection === null ? null : t(`phone.${objection}`)}>
      {t('phone.submit')}
    </Button>
  );
}

/** What is wrong, in a picture and a word; one tap makes it a hazard too. */
function Defect({ look }: { readonly look: Look }) {
  const t = useEquipmentWords();
  const say = useToast();
  const { me } = useSession();
  const take = async (taken: TakenPhoto) => addPhoto(look.id, await keepPhoto(look.ownerId, taken));
  const without = (id: string) => look.photos.filter((photo) => photo.id !== id);
  return (
    <>
      {mayAnywhere(me, 'hazards.report') && (
        <Switch
          label={t('phone.report')}
          note={t('phone.reportNote')}
          on={look.hazardId !== null}
          onTurn={(on) => keepLook({ ...look, hazardId: on ? newId() : null })}
        />
      )}
      <Strip
        ownerId={look.ownerId}
        photos={look.photos}
        alt={t('phone.photo')}
        removal={{ label: t('phone.removePhoto'), onRemove: (id) => keepLook({ ...look, photos: without(id) }) }}
      />
      <Shutter look="plain" label={t('phone.shoot')} onFault={() => say(t('phone.notAPhoto'))} onPhoto={(taken) => void take(taken)} />
      <Area label={t('phone.note')} value={look.note} onChange={(note) => keepLook({ ...look, note })} />
    </>
  );
}
