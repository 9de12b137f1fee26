import * as contract from '@changming/contract/equipment';
import type { FireCondition, SpotItem } from '@changming/domain/equipment';
import { useState } from 'react';

import { call } from '../../../api/call.ts';
import { newId } from '../../../api/new-id.ts';
import { Button } from '../../../phone/ui/button.tsx';
import { Chips } from '../../../phone/ui/chips.tsx';
import { Field } from '../../../phone/ui/field.tsx';
import { Refused } from '../../../phone/ui/notice.tsx';
import { useToast } from '../../../phone/ui/toasts.tsx';
import { useAct } from '../../../phone/use-ask.ts';
import type { FireAtPlate } from './fire-at.ts';
import { useEquipmentWords } from './words.ts';

type Piece = FireAtPlate['items'][number];
type Found = Exclude<FireCondition, 'scrapped'>;
type Answer = 'right' | 'wrong' | 'none';

/** As the domain lists them; written out, so that the phone loads nothing of it. */
const items: readonly SpotItem[] = ['inPlace', 'pressure', 'seal', 'body', 'label', 'unblocked'];
const answers: readonly Answer[] = ['right', 'wrong', 'none'];
const found: readonly Found[] = ['intact', 'pressureLow', 'damaged', 'missing', 'awaitingScrap'];

type SpotFormProps = { readonly piece: Piece; readonly code: string; readonly today: string; readonly onDone: () => void };

/** One look-over: every item begins unset, and none is answered by another. */
export function SpotForm({ piece, code, today, onDone }: SpotFormProps) {
  const t = useEquipmentWords();
  const say = useToast();
  const [id] = useState(() => newId());
  const [said, setSaid] = useState<Partial<Record<SpotItem, Answer>>>({});
  const [reading, setReading] = useState('');
  const [condition, setCondition] = useState<Found | null>(null);
  const name = [t(`fireKinds.${piece.kind}`), piece.no].filter((each) => each !== null).join(' ');
  const { busy, error, act } = useAct(async (chosen: Found) => {
    const body = { id, kind: 'spot', on: today, items: said, reading: reading.trim() || null, condition: chosen, plate: code } as const;
    await call(contract.checkFire, { params: { equipmentId: piece.id }, body, idempotencyKey: id });
    say(t('phone.sent', { no: name }));
    onDone();
  });
  const objection = objectionTo(said, condition);
  return (
    <form
      className="stack"
      onSubmit={(event) => {
        event.preventDefault();
        if (condition !== null) act(condition);
      }}
    >
      <h2>{name}</h2>
      {items.map((item) => (
        <Chips
          key={item}
          label={t(`spotItems.${item}`)}
          chips={answers.map((value) => ({ value, label: t(`spotAnswers.${value}`) }))}
          chosen={said[item] ?? null}
          onChoose={(value) => setSaid((before) => ({ ...before, [item]: value }))}
        />
      ))}
      <Field label={t('phone.reading')} value={reading} maxLength={40} onChange={setReading} />
      <Chips
        label={t('phone.condition')}
        chips={found.map((value) => ({ value, label: t(`conditions.${value}`) }))}
        chosen={condition}
        onChoose={setCondition}
      />
      {error !== null && <Refused error={error} />}
      <Button busy={busy} objection={objection === null ? null : t(`phone.${objection}`)}>
        {t('phone.submit')}
      </Button>
    </form>
  );
}

/** What is still open, or a piece said to be intact although something is wrong with it. */
function objectionTo(said: Partial<Record<SpotItem, Answer>>, condition: Found | null): 'itemsOpen' | 'contradiction' | null {
  if (condition === null || items.some((item) => said[item] === undefined)) return 'itemsOpen';
  return condition === 'intact' && Object.values(said).includes('wrong') ? 'contradiction' : null;
}
