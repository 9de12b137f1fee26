import { lookBackResults } from '@changming/domain/hazards';
import { Strip } from '../../../phone/photos/shot.tsx';
import { Area } from '../../../phone/ui/area.tsx';
import { Button } from '../../../phone/ui/button.tsx';
import { Chips } from '../../../phone/ui/chips.tsx';
import { Field } from '../../../phone/ui/field.tsx';
import { Screen } from '../../../phone/ui/screen.tsx';
import { TickChips } from '../../../phone/ui/tick-chips.tsx';
import { newId } from '../../../api/new-id.ts';
import { BeforeTaken } from './capture-before.tsx';
import type { WorkDraft } from './draft.ts';
import { keepDraft, sendDraft } from './draft-store.ts';
import { fenOf } from './fen-of.ts';
import { OneMore } from './one-more.tsx';
import { useMeasures } from './use-measures.ts';
import { useHazardWords } from './words.ts';

type WorkFormProps = {
  readonly draft: WorkDraft;
  /** Why the API would not take it, in its own words. */
  readonly refusal: string | null;
  readonly onMore: () => void;
};

/** 报验 or 回头看结论, with the photos; what was filled in stays until everything has arrived. */
export function WorkForm({ draft, refusal, onMore }: WorkFormProps) {
  const t = useHazardWords();
  const handsIn = draft.kind === 'submission';
  const objection = useMissing(draft);
  const act = (
    <>
      {refusal !== null && (
        <p className="refused" role="alert">
          {refusal}
        </p>
      )}
      <Button objection={objection} onPress={() => void sendDraft({ ...draft, requestId: newId() })}>
        {t(handsIn ? 'phone.submitWork' : 'phone.lookBackSend')}
      </Button>
    </>
  );
  return (
    <Screen title={draft.number} back={`/m/hazards/${draft.hazardId}`} act={act}>
      <div className="stack">
        <BeforeTaken draft={draft} />
        <Strip
          ownerId={draft.ownerId}
          photos={draft.photos}
          alt={t(handsIn ? 'phone.after' : 'phone.lookBackPhoto')}
          removal={{
            label: t('phone.removePhoto'),
            onRemove: (id) => keepDraft({ ...draft, photos: draft.photos.filter((photo) => photo.id !== id) }),
          }}
        />
        <OneMore photos={draft.photos} onMore={onMore} />
        {handsIn ? <Done draft={draft} /> : <Result draft={draft} />}
        <Area label={t('phone.measuresText')} value={draft.text} onChange={(text) => keepDraft({ ...draft, text })} />
      </div>
    </Screen>
  );
}

function useMissing({ kind, relapsed, cost }: WorkDraft): string | null {
  const t = useHazardWords();
  if (kind === 'lookBack') return relapsed === null ? t('phone.chooseResult') : null;
  return cost.trim() !== '' && fenOf(cost) === null ? t('phone.costWrong') : null;
}

function Done({ draft }: { readonly draft: WorkDraft }) {
  const t = useHazardWords();
  return (
    <>
      <TickChips
        label={t('phone.measures')}
        chips={useMeasures()}
        chosen={draft.measures}
        onChoose={(measures) => keepDraft({ ...draft, measures })}
      />
      <Field
        label={t('phone.cost')}
        value={draft.cost}
        onChange={(cost) => keepDraft({ ...draft, cost })}
        inputMode="decimal"
        maxLength={12}
      />
    </>
  );
}

function Result({ draft }: { readonly draft: WorkDraft }) {
  const t = useHazardWords();
  const chosen = draft.relapsed === null ? null : draft.relapsed ? 'relapsed' : 'held';
  return (
    <Chips
      label={t('phone.lookBackLead')}
      chips={lookBackResults.map((value) => ({ value, label: t(`lookBackResults.${value}`) }))}
      chosen={chosen}
      onChoose={(result) => keepDraft({ ...draft, relapsed: result === 'relapsed' })}
    />
  );
}
