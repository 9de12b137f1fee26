import type { HazardDetail } from '@changming/contract/hazards';
import { decideDelisting, decideExtension, decideTreatment, decideVoid } from '@changming/contract/hazards/steps';
import type { RequestKind } from '@changming/domain/hazards';
import { useState } from 'react';

import { call } from '../../../api/call.ts';
import { Area } from '../../../phone/ui/area.tsx';
import { Button } from '../../../phone/ui/button.tsx';
import { Card } from '../../../phone/ui/card.tsx';
import { Refused } from '../../../phone/ui/notice.tsx';
import { Sheet } from '../../../phone/ui/sheet.tsx';
import { useToast } from '../../../phone/ui/toasts.tsx';
import { useAct } from '../../../phone/use-ask.ts';
import { type Asked, askedOf } from './asked-of.ts';
import { useHazardWords } from './words.ts';

const decisions = { extension: decideExtension, voiding: decideVoid, treatment: decideTreatment, delisting: decideDelisting } as const;

type DecideProps = { readonly hazard: HazardDetail; readonly onDone: () => void };

/** 待我审批 on the page of the hazard: what is asked and why, and the two answers. */
export function DecideRequests({ hazard, onDone }: DecideProps) {
  return askedOf(hazard).map((asked) => <Request key={asked.kind} asked={asked} hazardId={hazard.id} onDone={onDone} />);
}

type RequestProps = { readonly asked: Asked; readonly hazardId: string; readonly onDone: () => void };

function Request({ asked, hazardId, onDone }: RequestProps) {
  const t = useHazardWords();
  const [answer, setAnswer] = useState<'grant' | 'deny' | null>(null);
  const { kind, toOn, voidKind, by, on, reason, plan } = asked;
  const said = t(`requests.asks.${kind}`, { on: toOn ?? '', kind: voidKind === null ? '' : t(`voidKinds.${voidKind}`) });
  return (
    <Card title={said} note={[by, on].filter(Boolean).join(' · ')}>
      {reason !== null && <p className="stack__lead">{reason}</p>}
      {plan.map(({ name, words }) => (
        <p key={name} className="stack__lead">
          {t(`requests.plan.${name}`)}：{words}
        </p>
      ))}
      <div className="pair">
        <Button look="alert" onPress={() => setAnswer('deny')}>
          {t('requests.deny')}
        </Button>
        <Button onPress={() => setAnswer('grant')}>{t('requests.grant')}</Button>
      </div>
      {answer !== null && <Answer answer={answer} kind={kind} hazardId={hazardId} onClose={() => setAnswer(null)} onDone={onDone} />}
    </Card>
  );
}

type AnswerProps = {
  readonly answer: 'grant' | 'deny';
  readonly kind: RequestKind;
  readonly hazardId: string;
  readonly onClose: () => void;
  readonly onDone: () => void;
};

/** 同意 takes two taps; 不同意 wants a reason. */
function Answer({ answer, kind, hazardId, onClose, onDone }: AnswerProps) {
  const t = useHazardWords();
  const say = useToast();
  const [text, setText] = useState('');
  const [granted, note] = [answer === 'grant', text.trim()];
  const deciding = useAct(async () => {
    await call(decisions[kind], { params: { hazardId }, body: { granted, ...(note === '' ? {} : { note }) } });
    say(t(granted ? 'requests.granted' : 'requests.denied'));
    onClose();
    onDone();
  });
  return (
    <Sheet title={t(granted ? 'requests.grantTitle' : 'requests.denyTitle')} onClose={onClose}>
      <Area label={t(granted ? 'requests.note' : 'requests.reason')} value={text} onChange={setText} />
      <Refused error={deciding.error} />
      <Button
        look={granted ? 'main' : 'alert'}
        busy={deciding.busy}
        objection={!granted && note === '' ? t('requests.reasonMissing') : null}
        onPress={() => deciding.act(undefined)}
      >
        {t(granted ? 'requests.grantSure' : 'requests.denySure')}
      </Button>
    </Sheet>
  );
}
