import { type ActionDetail, sendBackAction, verifyAction } from '@changming/contract/actions';
import { useState } from 'react';

import { call } from '../../../api/call.ts';
import { newId } from '../../../api/new-id.ts';
import { Area } from '../../../phone/ui/area.tsx';
import { Button } from '../../../phone/ui/button.tsx';
import { Refused } from '../../../phone/ui/notice.tsx';
import { Sheet } from '../../../phone/ui/sheet.tsx';
import { useToast } from '../../../phone/ui/toasts.tsx';
import { useAct } from '../../../phone/use-ask.ts';
import { useActionWords } from './words.ts';

type DecideProps = { readonly action: ActionDetail; readonly onDone: () => void };

/** 验证通过 or 退回. */
export function Decide({ action, onDone }: DecideProps) {
  const t = useActionWords();
  const [open, setOpen] = useState<'verify' | 'sendBack' | null>(null);
  const asking = {
    actionId: action.id,
    onClose: () => setOpen(null),
    onDone: () => {
      setOpen(null);
      onDone();
    },
  };
  return (
    <>
      <div className="pair">
        <Button look="alert" onPress={() => setOpen('sendBack')}>
          {t('sendBack')}
        </Button>
        <Button objection={action.objections.verify === null ? null : t('photosAwaited')} onPress={() => setOpen('verify')}>
          {t('verify')}
        </Button>
      </div>
      {open === 'verify' && <Verify {...asking} />}
      {open === 'sendBack' && <SendBack {...asking} />}
    </>
  );
}

type AskProps = { readonly actionId: string; readonly onClose: () => void; readonly onDone: () => void };

function Verify({ actionId, onClose, onDone }: AskProps) {
  const t = useActionWords();
  const say = useToast();
  const [actId] = useState(newId);
  const [opinion, setOpinion] = useState('');
  const { busy, error, act } = useAct(async () => {
    const body = opinion.trim() === '' ? {} : { opinion: opinion.trim() };
    await call(verifyAction, { params: { actionId }, idempotencyKey: actId, body });
    say(t('verified'));
    onDone();
  });
  return (
    <Sheet title={t('verifyTitle')} onClose={onClose}>
      <Area label={t('opinion')} value={opinion} onChange={setOpinion} />
      <Refused error={error} />
      <Button busy={busy} onPress={() => act(undefined)}>
        {t('verify')}
      </Button>
    </Sheet>
  );
}

function SendBack({ actionId, onClose, onDone }: AskProps) {
  const t = useActionWords();
  const say = useToast();
  const [actId] = useState(newId);
  const [reason, setReason] = useState('');
  const { busy, error, act } = useAct(async () => {
    await call(sendBackAction, { params: { actionId }, idempotencyKey: actId, body: { reason: reason.trim() } });
    say(t('sentBack'));
    onDone();
  });
  return (
    <Sheet title={t('sendBack')} onClose={onClose}>
      <Area label={t('reason')} value={reason} onChange={setReason} />
      <Refused error={error} />
      <Button look="alert" busy={busy} objection={reason.trim() === '' ? t('reasonMissing') : null} onPress={() => act(undefined)}>
        {t('sendBack')}
      </Button>
    </Sheet>
  );
}
