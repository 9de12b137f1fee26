import { useCallback, useState } from 'react';

import type { ScreenProps } from '../../../phone/screens.ts';
import { Card } from '../../../phone/ui/card.tsx';
import { Failure, Notice, Waiting } from '../../../phone/ui/notice.tsx';
import { Screen } from '../../../phone/ui/screen.tsx';
import { useAsk } from '../../../phone/use-ask.ts';
import { type FireAtPlate, fireAt } from './fire-at.ts';
import { SpotForm } from './spot-form.tsx';
import { useEquipmentWords } from './words.ts';

/** 扫码点检: the fire equipment at a point, one after the other. */
export function FireScreen({ parts }: ScreenProps) {
  const t = useEquipmentWords();
  const code = parts['code'] ?? '';
  const asked = useAsk(useCallback((signal: AbortSignal) => fireAt(code, signal), [code]));
  return (
    <Screen title={t('phone.title')} back={`/m/p/${code}`}>
      {asked.state === 'waiting' && <Waiting />}
      {asked.state === 'failed' && <Failure error={asked.error} onRetry={asked.again} />}
      {asked.state === 'ready' && <Found found={asked.answer} onDone={asked.again} />}
    </Screen>
  );
}

function Found({ found, onDone }: { readonly found: FireAtPlate; readonly onDone: () => void }) {
  const t = useEquipmentWords();
  const [chosen, setChosen] = useState<string | null>(null);
  const { point, items, today } = found;
  if (items.length === 0) return <Notice title={t('phone.none')} next={t('phone.noneNext')} />;
  const piece = items.find(({ id }) => id === chosen);
  if (piece !== undefined) {
    const done = () => {
      setChosen(null);
      onDone();
    };
    return <SpotForm key={piece.id} piece={piece} code={point.code} today={today} onDone={done} />;
  }
  const left = items.filter(({ checkedOn }) => checkedOn === null).length;
  return (
    <div className="stack">
      <div className="plate">
        <p className="plate__unit">{point.unit}</p>
        <h2>{point.name}</h2>
        <p className="plate__code">{left === 0 ? t('phone.allDone') : t('phone.left', { count: left })}</p>
      </div>
      {items.map((item) => (
        <Card
          key={item.id}
          title={[t(`fireKinds.${item.kind}`), item.no].filter((each) => each !== null).join(' ')}
          note={noteOf(item, t)}
          onPress={() => setChosen(item.id)}
        />
      ))}
    </div>
  );
}

function noteOf(item: FireAtPlate['items'][number], t: ReturnType<typeof useEquipmentWords>): string {
  const words = [
    item.checkedOn === null ? t(`conditions.${item.condition}`) : `${t('phone.checked')} ${item.checkedOn}`,
    item.scrapDueOn === null ? null : t('phone.scrapDue', { on: item.scrapDueOn }),
  ];
  return words.filter((each) => each !== null).join(' · ');
}
