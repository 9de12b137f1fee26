import { explainSpots, type MissedSpots } from '@changming/contract/equipment';
import { type SpotMissReason, spotMissReasons } from '@changming/domain/equipment';
import { useState } from 'react';

import { call } from '../../../api/call.ts';
import { Area } from '../../../phone/ui/area.tsx';
import { Button } from '../../../phone/ui/button.tsx';
import { Card } from '../../../phone/ui/card.tsx';
import { Chips } from '../../../phone/ui/chips.tsx';
import { Failure, Notice, Refused, Waiting } from '../../../phone/ui/notice.tsx';
import { Screen } from '../../../phone/ui/screen.tsx';
import { Sheet } from '../../../phone/ui/sheet.tsx';
import { useToast } from '../../../phone/ui/toasts.tsx';
import { useAct, useAsk } from '../../../phone/use-ask.ts';
import { unexplained } from './unexplained.ts';
import { useEquipmentWords } from './words.ts';

/** 漏检说明原因: what was missed in one's branch and nobody has explained, period by period. */
export function MissesScreen() {
  const t = useEquipmentWords();
  const asked = useAsk(unexplained);
  return (
    <Screen title={t('phone.missed')} back="/m/spots">
      {asked.state === 'waiting' && <Waiting />}
      {asked.state === 'failed' && <Failure error={asked.error} onRetry={asked.again} />}
      {asked.state === 'ready' && <Misses items={asked.answer.items} onDone={asked.again} />}
    </Screen>
  );
}

type MissesProps = { readonly items: readonly MissedSpots[]; readonly onDone: () => void };

function Misses({ items, onDone }: MissesProps) {
  const t = useEquipmentWords();
  const [chosen, setChosen] = useState<MissedSpots | null>(null);
  if (items.length === 0) return <Notice title={t('phone.missedNone')} next={t('phone.missedNoneNext')} />;
  return (
    <div className="stack stack--near">
      <p className="stack__lead">{t('phone.missedLead')}</p>
      {items.map((each) => (
        <Card
          key={`${each.unitId}:${each.dueOn}`}
          title={each.unit}
          note={t('phone.missedOf', { from: each.from, dueOn: each.dueOn, count: each.unexplained })}
          onPress={() => setChosen(each)}
        />
      ))}
      {chosen !== null && <Explain of={chosen} onClose={() => setChosen(null)} onDone={onDone} />}
    </div>
  );
}

type ExplainProps = { readonly of: MissedSpots; readonly onClose: () => void; readonly onDone: () => void };

function Explain({ of: { unit, unitId, dueOn }, onClose, onDone }: ExplainProps) {
  const t = useEquipmentWords();
  const say = useToast();
  const [reason, setReason] = useState<SpotMissReason | null>(null);
  const [note, setNote] = useState('');
  const explain = useAct(async (chosen: SpotMissReason) => {
    const words = note.trim() === '' ? {} : { note: note.trim() };
    const { explained } = await call(explainSpots, { body: { unitId, dueOn, reason: chosen, ...words } });
    say(t('phone.missedSaved', { count: explained }));
    onClose();
    onDone();
  });
  const wordless = reason === 'other' && note.trim() === '';
  return (
    <Sheet title={unit} onClose={onClose}>
      <Chips
        label={t('phone.missedReason')}
        chips={spotMissReasons.map((value) => ({ value, label: t(`spotMissReasons.${value}`) }))}
        chosen={reason}
        onChoose={setReason}
      />
      <Area label={t(reason === 'other' ? 'phone.missedNote' : 'phone.missedNoteOptional')} value={note} onChange={setNote} />
      <Refused error={explain.error} />
      <Button
        busy={explain.busy}
        objection={reason === null ? t('phone.missedReasonEmpty') : wordless ? t('phone.missedNoteEmpty') : null}
        onPress={() => {
          if (reason !== null) explain.act(reason);
        }}
      >
        {t('phone.missedSave')}
      </Button>
    </Sheet>
  );
}
