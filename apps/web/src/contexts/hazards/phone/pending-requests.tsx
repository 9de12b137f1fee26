import type { HazardDetail } from '@changming/contract/hazards';
import { withdrawExtension, withdrawVoid } from '@changming/contract/hazards/steps';
import { useState } from 'react';

import { call } from '../../../api/call.ts';
import { Button } from '../../../phone/ui/button.tsx';
import { Refused } from '../../../phone/ui/notice.tsx';
import { Sheet } from '../../../phone/ui/sheet.tsx';
import { useToast } from '../../../phone/ui/toasts.tsx';
import { useAct } from '../../../phone/use-ask.ts';
import { dayOf } from '../../../ui/dates.ts';
import { mayAskAgain } from '../extension-again.ts';
import { useHazardWords } from './words.ts';

type PendingProps = { readonly hazard: HazardDetail; readonly onDone: () => void };

/** What is asked for and not decided yet, for those who may take it back. */
export function PendingRequests({ hazard, onDone }: PendingProps) {
  const t = useHazardWords();
  const { id: hazardId, extension, objections } = hazard;
  return (
    <>
      {extension !== null && objections['withdrawExtension'] === null && (
        <Pending
          said={t('phone.pending.extension', { on: extension.toOn })}
          note={t(mayAskAgain(hazard, dayOf(new Date())) ? 'phone.pending.note' : 'phone.pending.noteLate')}
          onDone={onDone}
          withdraw={() => call(withdrawExtension, { params: { hazardId }, body: {} })}
        />
      )}
      {objections['withdrawVoid'] === null && (
        <Pending
          said={t('phone.pending.voiding')}
          note={t('phone.pending.note')}
          onDone={onDone}
          withdraw={() => call(withdrawVoid, { params: { hazardId }, body: {} })}
        />
      )}
    </>
  );
}

type OneProps = { readonly said: string; readonly note: string; readonly withdraw: () => Promise<unknown>; readonly onDone: () => void };

function Pending({ said, note, withdraw, onDone }: OneProps) {
  const t = useHazardWords();
  const say = useToast();
  const [open, setOpen] = useState(false);
  const taking = useAct(async () => {
    await withdraw();
    say(t('phone.pending.withdrawn'));
    setOpen(false);
    onDone();
  });
  return (
    <section className="stack stack--near">
      <p className="stack__lead">{said}</p>
      <Button look="plain" onPress={() => setOpen(true)}>
        {t('phone.pending.withdraw')}
      </Button>
      {open && (
        <Sheet title={t('phone.pending.ask')} onClose={() => setOpen(false)}>
          <p className="stack__lead">{note}</p>
          <Refused error={taking.error} />
          <Button busy={taking.busy} onPress={() => taking.act(undefined)}>
            {t('phone.pending.withdraw')}
          </Button>
        </Sheet>
      )}
    </section>
  );
}
