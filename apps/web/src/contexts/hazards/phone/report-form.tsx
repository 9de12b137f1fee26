import { phoneCategories } from '@changming/domain/hazards';

import { Strip } from '../../../phone/photos/shot.tsx';
import { Area } from '../../../phone/ui/area.tsx';
import { Button } from '../../../phone/ui/button.tsx';
import { Chips } from '../../../phone/ui/chips.tsx';
import { Field } from '../../../phone/ui/field.tsx';
import { Screen } from '../../../phone/ui/screen.tsx';
import { Switch } from '../../../phone/ui/switch.tsx';
import { TickChips } from '../../../phone/ui/tick-chips.tsx';
import { CategoryIcon } from './category-icon.tsx';
import type { ReportDraft } from './draft.ts';
import { OneMore } from './one-more.tsx';
import { useMeasures } from './use-measures.ts';
import { useHazardWords } from './words.ts';

type FormProps = {
  readonly draft: ReportDraft;
  /** Why the API would not take it, in its own words. */
  readonly refusal: string | null;
  readonly onChange: (draft: ReportDraft) => void;
  readonly onMore: (which: 'photos' | 'after') => void;
  readonly onSend: () => void;
};

/** The kind, and whatever somebody wants to add. Only the kind is needed. */
export function ReportForm({ draft, refusal, onChange, onMore, onSend }: FormProps) {
  const t = useHazardWords();
  const missing =
    draft.category === null ? t('phone.chooseCategory') : draft.fixed && draft.after.length === 0 ? t('phone.takeAfter') : null;
  const without = (id: string) => draft.photos.filter((photo) => photo.id !== id);
  const send = (
    <Button onPress={onSend} objection={missing}>
      {t('phone.submit')}
    </Button>
  );
  return (
    <Screen title={draft.place.name} back="/m" act={send}>
      <div className="stack">
        {refusal !== null && (
          <p className="refused" role="alert">
            {refusal}
          </p>
        )}
        <Chips
          label={t('phone.category')}
          chips={phoneCategories.map((value) => ({ value, label: t(`categories.${value}`), icon: <CategoryIcon category={value} /> }))}
          chosen={draft.category}
          onChoose={(category) => onChange({ ...draft, category })}
        />
        <Strip
          ownerId={draft.ownerId}
          photos={draft.photos}
          alt={t('phone.photo')}
          removal={{ label: t('phone.removePhoto'), onRemove: (id) => onChange({ ...draft, photos: without(id) }) }}
        />
        <OneMore photos={draft.photos} onMore={() => onMore('photos')} />
        <OnTheSpot draft={draft} onChange={onChange} onMore={onMore} />
        {draft.place.by === 'unit' && (
          <Field label={t('phone.detail')} value={draft.detail} onChange={(detail) => onChange({ ...draft, detail })} maxLength={200} />
        )}
        <Area label={t('phone.text')} value={draft.text} onChange={(text) => onChange({ ...draft, text })} />
      </div>
    </Screen>
  );
}

/** 立行立改. Only somebody with a name can have set it right. */
function OnTheSpot({ draft, onChange, onMore }: Omit<FormProps, 'onSend' | 'refusal'>) {
  const t = useHazardWords();
  const measures = useMeasures();
  if (draft.ownerId === null) return null;
  const without = (id: string) => draft.after.filter((photo) => photo.id !== id);
  return (
    <>
      <Switch
        label={t('phone.fixed')}
        note={t('phone.fixedNote')}
        on={draft.fixed}
        onTurn={(fixed) => {
          onChange({ ...draft, fixed });
          if (fixed && draft.after.length === 0) onMore('after');
        }}
      />
      {draft.fixed && (
        <>
          <Strip
            ownerId={draft.ownerId}
            photos={draft.after}
            alt={t('phone.after')}
            removal={{ label: t('phone.removePhoto'), onRemove: (id) => onChange({ ...draft, after: without(id) }) }}
          />
          <TickChips
            label={t('phone.measures')}
            chips={measures}
            chosen={draft.measures}
            onChoose={(chosen) => onChange({ ...draft, measures: chosen })}
          />
        </>
      )}
    </>
  );
}
