import { lookBackResults } from '@changming/domain/hazards';
import { useState } from 'react';

import { isSignedOut } from '../../../api/problem-error.ts';
import { go } from '../../../phone/path.ts';
import { Strip } from '../../../phone/photos/shot.tsx';
import { Area } from '../../../phone/ui/area.tsx';
import { Button } from '../../../phone/ui/button.tsx';
import { Chips } from '../../../phone/ui/chips.tsx';
import { Field } from '../../../phone/ui/field.tsx';
import { Refused } from '../../../phone/ui/notice.tsx';
import { Screen } from '../../../phone/ui/screen.tsx';
import { TickChips } from '../../../phone/ui/tick-chips.tsx';
import { useToast } from '../../../phone/ui/toasts.tsx';
import { useAct } from '../../../phone/use-ask.ts';
import { Delivery } from './delivery.tsx';
import type { WorkDraft } from './draft.ts';
import { keepDraft } from './draft-store.ts';
import type { Progress } from './send-photos.ts';
import { fenOf, sendWork } from './send-work.ts';
import { useMeasures } from './use-measures.ts';
import { useHazardWords } from './words.ts';

type WorkFormProps = { readonly draft: WorkDraft; readonly onMore: () => void };

/** 报验 or 回头看结论, with the photos; what was filled in stays until everything has arrived. */
export function WorkForm({ draft, onMore }: WorkFormProps) {
  const t = useHazardWords();
  const say = useToast();
  const [progress, setProgress] = useState<Progress | null>(null);
  const handsIn = draft.kind === 'submission';
  const send = useAct(async () => {
    await sendWork(draft, setProgress);
    say(t(handsIn ? 'phone.handedIn' : 'phone.lookBackDone'));
    go(`/m/hazards/${draft.hazardId}`);
  });
  const objection = useMissing(draft);
  const act = (
    <>
      {progress !== null && <Delivery text progress={progress} />}
      <Refused error={isSignedOut(send.error) ? null : send.error} />
      <Button busy={send.busy} objection={objection} onPress={() => send.act(undefined)}>
        {t(handsIn ? 'phone.submitWork' : 'phone.lookBackSend')}
      </Button>
    </>
  );
  return (
    <Screen title={draft.number} back={`/m/hazards/${draft.hazardId}`} act={act}>
      <div className="stack">
        <Strip
          photos={draft.photos}
          alt={t('phone.after')}
          removal={t('phone.removePhoto')}
          onRemove={(id) => keepDraft({ ...draft, photos: draft.photos.filter((photo) => photo.id !== id) })}
        />
        <Button look="plain" onPress={onMore}>
          {t('phone.onePhotoMore')}
        </Button>
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
