import type { HazardDetail } from '@changming/contract/hazards';
import { replanHazard } from '@changming/contract/hazards/steps';
import { type Commitment, unsettled } from '@changming/domain/hazards';
import { useState } from 'react';

import { call } from '../../../api/call.ts';
import { Area } from '../../../phone/ui/area.tsx';
import { Button } from '../../../phone/ui/button.tsx';
import { Field } from '../../../phone/ui/field.tsx';
import { Refused } from '../../../phone/ui/notice.tsx';
import { Sheet } from '../../../phone/ui/sheet.tsx';
import { useToast } from '../../../phone/ui/toasts.tsx';
import { useAct } from '../../../phone/use-ask.ts';
import { fenOf } from './fen-of.ts';
import { useHazardWords } from './words.ts';

type CompletePlanProps = { readonly hazard: HazardDetail; readonly onDone: () => void };

/** What the phone can fill in; who and by when are chosen at the desk. */
const here: readonly Commitment[] = ['measures', 'funds', 'contingency'];

/** Work that waits for its plan: whoever may complete it does so here, whoever may not reads who can. */
export function CompletePlan({ hazard, onDone }: CompletePlanProps) {
  const t = useHazardWords();
  const [open, setOpen] = useState(false);
  const missing = unsettled(hazard.plan, hazard.level);
  const names = hazard.holder?.persons.map(({ name }) => name).slice(0, 3) ?? [];
  const mayHere = hazard.objections['replan'] === null && missing.every((each) => here.includes(each));
  const what = missing.map((each) => t(`commitments.${each}`)).join('、');
  if (!mayHere)
    return (
      <p className="stack__lead">
        {names.length === 0 ? t('phone.planMissing', { what }) : t('phone.planMissingAsk', { what, names: names.join('、') })}
      </p>
    );
  return (
    <>
      <Button onPress={() => setOpen(true)}>{t('phone.completePlan', { what })}</Button>
      {open && <Missing hazard={hazard} missing={missing} onClose={() => setOpen(false)} onDone={onDone} />}
    </>
  );
}

type MissingProps = CompletePlanProps & { readonly missing: readonly Commitment[]; readonly onClose: () => void };
type Typed = { readonly measures: string; readonly funds: string; readonly contingency: string };

function Missing({ hazard, missing, onClose, onDone }: MissingProps) {
  const t = useHazardWords();
  const say = useToast();
  const [typed, setTyped] = useState<Typed>({ measures: hazard.plan.measures ?? '', funds: '', contingency: '' });
  const type = (name: keyof Typed) => (value: string) => setTyped((before) => ({ ...before, [name]: value }));
  const plan = planWith(hazard.plan, typed, missing);
  const still = unsettled(plan, hazard.level);
  const save = useAct(async () => {
    await call(replanHazard, { params: { hazardId: hazard.id }, body: { plan } });
    say(t('phone.planCompleted'));
    onClose();
    onDone();
  });
  return (
    <Sheet title={t('phone.completePlanTitle')} onClose={onClose}>
      {missing.includes('measures') && <Area label={t('commitments.measures')} value={typed.measures} onChange={type('measures')} />}
      {missing.includes('funds') && (
        <Field
          label={t('phone.planFunds')}
          hint={t('phone.planFundsHint')}
          value={typed.funds}
          onChange={type('funds')}
          inputMode="decimal"
        />
      )}
      {missing.includes('contingency') && (
        <Area label={t('phone.planContingency')} value={typed.contingency} onChange={type('contingency')} />
      )}
      <Refused error={save.error} />
      <Button
        busy={save.busy}
        objection={still.length === 0 ? null : t('phone.planStill', { what: still.map((each) => t(`commitments.${each}`)).join('、') })}
        onPress={() => save.act(undefined)}
      >
        {t('phone.planSave')}
      </Button>
    </Sheet>
  );
}

/** The plan that stands, with what was missing as it was typed; what is stated now is not waived. */
function planWith(plan: HazardDetail['plan'], { measures, funds, contingency }: Typed, missing: readonly Commitment[]) {
  const { responsibleUnitId, responsibleId, leaderId, dueOn, waived } = plan;
  return {
    responsibleUnitId,
    responsibleId,
    leaderId,
    dueOn,
    measures: missing.includes('measures') ? wordsIn(measures) : plan.measures,
    funds: missing.includes('funds') ? fenOf(funds) : plan.funds,
    contingency: missing.includes('contingency') ? wordsIn(contingency) : plan.contingency,
    waived: waived.filter((each) => !missing.includes(each)),
  };
}

function wordsIn(typed: string): string | null {
  const words = typed.trim();
  return words === '' ? null : words;
}
