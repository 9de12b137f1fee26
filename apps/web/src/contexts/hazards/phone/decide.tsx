import type { HazardDetail } from '@changming/contract/hazards';
import { acceptHazard, sendBackHazard } from '@changming/contract/hazards/steps';
import { type SendBackReason, sendBackReasons } from '@changming/domain/hazards';
import { useState } from 'react';

import { call } from '../../../api/call.ts';
import { Area } from '../../../phone/ui/area.tsx';
import { Button } from '../../../phone/ui/button.tsx';
import { Chips } from '../../../phone/ui/chips.tsx';
import { Refused } from '../../../phone/ui/notice.tsx';
import { Sheet } from '../../../phone/ui/sheet.tsx';
import { useToast } from '../../../phone/ui/toasts.tsx';
import { useAct } from '../../../phone/use-ask.ts';
import { useHazardWords, useObjection } from './words.ts';

type DecideProps = { readonly hazard: HazardDetail; readonly onDone: () => void };

/** 验收: 通过 or 退回, two taps each. */
export function Decide({ hazard, onDone }: DecideProps) {
  const t = useHazardWords();
  const objection = useObjection();
  const [open, setOpen] = useState<'accept' | 'sendBack' | null>(null);
  const close = () => setOpen(null);
  const done = () => {
    close();
    onDone();
  };
  const [accept, sendBack] = [objection(hazard.objections['accept']), objection(hazard.objections['sendBack'])];
  return (
    <>
      <div className="pair">
        <Button look="alert" objection={sendBack} onPress={() => setOpen('sendBack')}>
          {t('phone.sendBack')}
        </Button>
        <Button objection={accept === sendBack ? (accept === null ? null : '') : accept} onPress={() => setOpen('accept')}>
          {t('phone.accept')}
        </Button>
      </div>
      {open === 'accept' && <Accept hazardId={hazard.id} onClose={close} onDone={done} />}
      {open === 'sendBack' && <SendBack hazardId={hazard.id} onClose={close} onDone={done} />}
    </>
  );
}

type AskProps = { readonly hazardId: string; readonly onClose: () => void; readonly onDone: () => void };

function Accept({ hazardId, onClose, onDone }: AskProps) {
  const t = useHazardWords();
  const say = useToast();
  const [opinion, setOpinion] = useState('');
  const accept = useAct(async () => {
    await call(acceptHazard, { params: { hazardId }, body: opinion.trim() === '' ? {} : { opinion: opinion.trim() } });
    say(t('phone.accepted'));
    onDone();
  });
  return (
    <Sheet title={t('phone.acceptTitle')} onClose={onClose}>
      <p className="stack__lead">{t('phone.acceptNote')}</p>
      <Area label={t('phone.opinion')} value={opinion} onChange={setOpinion} />
      <Refused error={accept.error} />
      <Button busy={accept.busy} onPress={() => accept.act(undefined)}>
        {t('phone.acceptSure')}
      </Button>
    </Sheet>
  );
}

/** A reason is enough; only 其他 needs words. */
function SendBack({ hazardId, onClose, onDone }: AskProps) {
  const t = useHazardWords();
  const say = useToast();
  const [chosen, setChosen] = useState<SendBackReason | null>(null);
  const [note, setNote] = useState('');
  const sendBack = useAct(async (reason: SendBackReason) => {
    await call(sendBackHazard, { params: { hazardId }, body: { reason, ...(note.trim() === '' ? {} : { note: note.trim() }) } });
    say(t('phone.sentBack'));
    onDone();
  });
  const choose = (reason: SendBackReason) => {
    setChosen(reason);
    if (reason !== 'other') sendBack.act(reason);
  };
  return (
    <Sheet title={t('phone.sendBack')} onClose={onClose}>
      <Chips
        label={t('phone.sendBackTitle')}
        chips={sendBackReasons.map((value) => ({ value, label: t(`sendBackReasons.${value}`) }))}
        chosen={chosen}
        onChoose={choose}
      />
      <Refused error={sendBack.error} />
      {chosen === 'other' && (
        <>
          <Area label={t('phone.sendBackOther')} value={note} onChange={setNote} />
          <Button look="alert" busy={sendBack.busy} onPress={() => sendBack.act('other')}>
            {t('phone.sendBack')}
          </Button>
        </>
      )}
    </Sheet>
  );
}
