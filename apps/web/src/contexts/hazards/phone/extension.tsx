import type { HazardDetail } from '@changming/contract/hazards';
import { askExtension } from '@changming/contract/hazards/steps';
import { addDays } from '@changming/domain/kernel';
import { useState } from 'react';

import { call } from '../../../api/call.ts';
import { Area } from '../../../phone/ui/area.tsx';
import { Button } from '../../../phone/ui/button.tsx';
import { Chips } from '../../../phone/ui/chips.tsx';
import { Refused } from '../../../phone/ui/notice.tsx';
import { Sheet } from '../../../phone/ui/sheet.tsx';
import { TickChips } from '../../../phone/ui/tick-chips.tsx';
import { useToast } from '../../../phone/ui/toasts.tsx';
import { useAct } from '../../../phone/use-ask.ts';
import { said } from './draft.ts';
import { useHazardWords, useObjection } from './words.ts';

type ExtensionProps = { readonly hazard: HazardDetail; readonly onDone: () => void };

/** 申请延期, for whoever has the work in hand; never silent, always with a reason. */
export function Extension({ hazard, onDone }: ExtensionProps) {
  const t = useHazardWords();
  const objection = useObjection();
  const [open, setOpen] = useState(false);
  const { stage, plan, objections } = hazard;
  const underWay = stage === 'assigned' || stage === 'rectifying';
  if (!underWay || plan.dueOn === null || objections['askExtension'] === 'access.not_permitted') return null;
  return (
    <>
      <Button look="plain" objection={objection(objections['askExtension'])} onPress={() => setOpen(true)}>
        {t('phone.extend')}
      </Button>
      {open && <Ask hazardId={hazard.id} dueOn={plan.dueOn} onClose={() => setOpen(false)} onDone={onDone} />}
    </>
  );
}

const choices = ['3', '7', '15'] as const;
type Days = (typeof choices)[number];
const reasons = ['parts', 'crew', 'stop', 'money'] as const;

type AskProps = { readonly hazardId: string; readonly dueOn: string; readonly onClose: () => void; readonly onDone: () => void };

function Ask({ hazardId, dueOn, onClose, onDone }: AskProps) {
  const t = useHazardWords();
  const say = useToast();
  const [days, setDays] = useState<Days | null>(null);
  const [why, setWhy] = useState<readonly string[]>([]);
  const [text, setText] = useState('');
  const reason = said(why, text);
  const ask = useAct(async () => {
    await call(askExtension, { params: { hazardId }, body: { toOn: addDays(dueOn, Number(days)), reason: reason ?? '' } });
    say(t('phone.extended'));
    onClose();
    onDone();
  });
  const chips = choices.map((value) => ({
    value,
    label: t('phone.extendBy', { count: value, on: addDays(dueOn, Number(value)).slice(5) }),
  }));
  return (
    <Sheet title={t('phone.extendTitle')} onClose={onClose}>
      <Chips label={t('phone.extend')} chips={chips} chosen={days} onChoose={setDays} />
      <TickChips
        label={t('phone.extendWhy')}
        chips={reasons.map((each) => t(`phone.extendReasons.${each}`))}
        chosen={why}
        onChoose={setWhy}
      />
      <Area label={t('phone.measuresText')} value={text} onChange={setText} />
      <Refused error={ask.error} />
      <Button
        busy={ask.busy}
        objection={days === null || reason === undefined ? t('phone.extendMissing') : null}
        onPress={() => ask.act(undefined)}
      >
        {t('phone.extendSend')}
      </Button>
    </Sheet>
  );
}
