import type { HazardDetail } from '@changming/contract/hazards';
import { startHazard } from '@changming/contract/hazards/steps';

import { call } from '../../../api/call.ts';
import { NetworkError } from '../../../api/problem-error.ts';
import { go } from '../../../phone/path.ts';
import { Button } from '../../../phone/ui/button.tsx';
import { Refused } from '../../../phone/ui/notice.tsx';
import { useAct } from '../../../phone/use-ask.ts';
import { CompletePlan } from './complete-plan.tsx';
import { Decide } from './decide.tsx';
import { Triage } from './triage.tsx';
import { useHazardWords, useObjection } from './words.ts';

type ActsProps = { readonly hazard: HazardDetail; readonly onDone: () => void };

/** What each stage asks for next. */
const nextActs = {
  reported: { act: 'register', Shown: Triage },
  assigned: { act: 'start', Shown: Start },
  rectifying: { act: 'submit', Shown: HandIn },
  submitted: { act: 'accept', Shown: Decide },
  closed: { act: 'concludeLookBack', Shown: LookBack },
} as const;

/** Shown to those whose business it is; a grey button says why in the API's own words. */
export function Acts({ hazard, onDone }: ActsProps) {
  const next = isActive(hazard.stage) ? nextActs[hazard.stage] : null;
  if (next === null || hazard.objections[next.act] === 'access.not_permitted' || isLookedBack(hazard)) return null;
  return <next.Shown hazard={hazard} onDone={onDone} />;
}

function isActive(stage: HazardDetail['stage']): stage is keyof typeof nextActs {
  return stage in nextActs;
}

/** Closed for good as far as the phone is concerned: no look-back is owed. */
function isLookedBack({ stage, lookBack }: HazardDetail): boolean {
  return stage === 'closed' && lookBack?.result !== null;
}

function Start({ hazard, onDone }: ActsProps) {
  const t = useHazardWords();
  const objection = useObjection();
  const start = useAct(async () => {
    await call(startHazard, { params: { hazardId: hazard.id }, body: {} }).catch(goOnUnheard);
    go(`/m/hazards/${hazard.id}/rectify`);
  });
  if (hazard.objections['start'] === 'hazards.plan_incomplete') return <CompletePlan hazard={hazard} onDone={onDone} />;
  return (
    <>
      <Refused error={start.error} />
      <Button busy={start.busy} objection={objection(hazard.objections['start'])} onPress={() => start.act(undefined)}>
        {t('phone.start')}
      </Button>
    </>
  );
}

/** Without a network the work begins all the same; that it has begun is said together with the 报验. */
function goOnUnheard(error: unknown): void {
  if (!(error instanceof NetworkError)) throw error;
}

function HandIn({ hazard, onDone }: ActsProps) {
  const t = useHazardWords();
  const objection = useObjection();
  if (hazard.objections['submit'] === 'hazards.plan_incomplete') return <CompletePlan hazard={hazard} onDone={onDone} />;
  return (
    <Button objection={objection(hazard.objections['submit'])} onPress={() => go(`/m/hazards/${hazard.id}/rectify`)}>
      {t('phone.handIn')}
    </Button>
  );
}

function LookBack({ hazard }: ActsProps) {
  const t = useHazardWords();
  const objection = useObjection();
  return (
    <Button objection={objection(hazard.objections['concludeLookBack'])} onPress={() => go(`/m/hazards/${hazard.id}/look-back`)}>
      {t('phone.lookBackTitle')}
    </Button>
  );
}
