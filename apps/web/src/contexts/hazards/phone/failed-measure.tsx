import type { HazardDetail } from '@changming/contract/hazards';
import { listFailedMeasures, nameFailedMeasure } from '@changming/contract/hazards/steps';
import { useCallback, useState } from 'react';

import { call } from '../../../api/call.ts';
import { Button } from '../../../phone/ui/button.tsx';
import { Card } from '../../../phone/ui/card.tsx';
import { Chips } from '../../../phone/ui/chips.tsx';
import { Refused } from '../../../phone/ui/notice.tsx';
import { Sheet } from '../../../phone/ui/sheet.tsx';
import { useToast } from '../../../phone/ui/toasts.tsx';
import { useAct, useAsk } from '../../../phone/use-ask.ts';
import { useHazardWords } from './words.ts';

/** 失效的管控措施, for whoever grades hazards: which one it was, or the way to say so. Nothing where there is none to choose, or no network. */
export function FailedMeasure({ hazard: { id, objections } }: { readonly hazard: HazardDetail }) {
  return objections['register'] === 'access.not_permitted' ? null : <Asked hazardId={id} />;
}

function Asked({ hazardId }: { readonly hazardId: string }) {
  const t = useHazardWords();
  const [open, setOpen] = useState(false);
  const asked = useAsk(useCallback((signal: AbortSignal) => call(listFailedMeasures, { params: { hazardId }, signal }), [hazardId]));
  if (asked.state !== 'ready' || asked.answer.measures.length === 0) return null;
  const { named, measures } = asked.answer;
  const measure = measures.find(({ id }) => id === named);
  if (measure !== undefined) return <Card title={t('phone.failedMeasure')} note={`${measure.risk} · ${measure.text}`} />;
  const done = () => {
    setOpen(false);
    asked.again();
  };
  return (
    <>
      <Button look="plain" onPress={() => setOpen(true)}>
        {t('phone.nameMeasure')}
      </Button>
      {open && <Choice hazardId={hazardId} measures={measures} onDone={done} onClose={() => setOpen(false)} />}
    </>
  );
}

type Measure = { readonly id: string; readonly text: string; readonly risk: string };
type ChoiceProps = {
  readonly hazardId: string;
  readonly measures: readonly Measure[];
  readonly onDone: () => void;
  readonly onClose: () => void;
};

function Choice({ hazardId, measures, onDone, onClose }: ChoiceProps) {
  const t = useHazardWords();
  const say = useToast();
  const [chosen, setChosen] = useState<string | null>(null);
  const { busy, error, act } = useAct(async (measureId: string) => {
    await call(nameFailedMeasure, { params: { hazardId }, body: { measureId } });
    say(t('phone.measureNamed'));
    onDone();
  });
  return (
    <Sheet title={t('phone.nameMeasure')} onClose={onClose}>
      {[...Map.groupBy(measures, ({ risk }) => risk)].map(([risk, all]) => (
        <Chips
          key={risk}
          label={risk}
          chips={all.map(({ id, text }) => ({ value: id, label: text }))}
          chosen={chosen}
          onChoose={setChosen}
        />
      ))}
      <p className="stack__lead">{t('phone.nameMeasureNote')}</p>
      {error !== null && <Refused error={error} />}
      <Button busy={busy} objection={chosen === null ? t('phone.chooseMeasure') : null} onPress={() => chosen !== null && act(chosen)}>
        {t('phone.nameMeasure')}
      </Button>
    </Sheet>
  );
}
