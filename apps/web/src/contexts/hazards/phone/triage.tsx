import type { HazardDetail } from '@changming/contract/hazards';
import { triageHazard } from '@changming/contract/hazards/steps';
import { isWeighty } from '@changming/domain/hazards';
import { useState } from 'react';

import { call } from '../../../api/call.ts';
import { Button } from '../../../phone/ui/button.tsx';
import { Refused } from '../../../phone/ui/notice.tsx';
import { Sheet } from '../../../phone/ui/sheet.tsx';
import { RiskTag } from '../../../phone/ui/tags.tsx';
import { useToast } from '../../../phone/ui/toasts.tsx';
import { useAct } from '../../../phone/use-ask.ts';
import { levelColours } from '../look.ts';
import { useHazardWords, useObjection } from './words.ts';

type TriageProps = { readonly hazard: HazardDetail; readonly onDone: () => void };
type Proposal = NonNullable<HazardDetail['proposal']>;

/** 按建议定级下达: two taps where the rules propose all of it; whoever sees more to it does it at the desk. */
export function Triage({ hazard, onDone }: TriageProps) {
  const t = useHazardWords();
  const objection = useObjection();
  const [open, setOpen] = useState(false);
  const { proposal, objections } = hazard;
  const lacking = proposal === null || !isWhole(proposal) ? t('phone.triage.atDesk') : null;
  return (
    <>
      <Button objection={objection(objections['register']) ?? lacking} onPress={() => setOpen(true)}>
        {t('phone.triage.act')}
      </Button>
      {open && proposal !== null && <Proposed hazard={hazard} proposal={proposal} onClose={() => setOpen(false)} onDone={onDone} />}
    </>
  );
}

/** A person and a day are there, and nothing that only a person can state is asked from this level on. */
function isWhole({ responsibleId, dueOn, level }: Proposal): boolean {
  return responsibleId !== null && dueOn !== null && !isWeighty(level);
}

type ProposedProps = TriageProps & { readonly proposal: Proposal; readonly onClose: () => void };

function Proposed({ hazard, proposal, onClose, onDone }: ProposedProps) {
  const t = useHazardWords();
  const say = useToast();
  const measures = hazard.plan.measures ?? t(`measureTemplates.${hazard.category}`);
  const triage = useAct(async () => {
    await call(triageHazard, { params: { hazardId: hazard.id }, body: bodyOf(hazard, proposal, measures) });
    say(t('phone.triage.done'));
    onClose();
    onDone();
  });
  const responsible = hazard.people.find(({ id }) => id === proposal.responsibleId);
  const facts = [
    [t('phone.triage.level'), <RiskTag colour={levelColours[proposal.level]}>{t(`levels.${proposal.level}`)}</RiskTag>],
    [t('commitments.responsibility'), [responsible?.name, responsible?.unit].filter(Boolean).join(' · ')],
    [t('commitments.timeLimit'), proposal.dueOn],
    [t('commitments.measures'), measures],
  ] as const;
  return (
    <Sheet title={t('phone.triage.title')} onClose={onClose}>
      <dl className="commitments">
        {facts.map(([name, value]) => (
          <div key={name}>
            <dt>{name}</dt>
            <dd>{value}</dd>
          </div>
        ))}
      </dl>
      <p className="stack__lead">{t('phone.triage.note')}</p>
      <Refused error={triage.error} />
      <Button busy={triage.busy} onPress={() => triage.act(undefined)}>
        {t('phone.triage.sure')}
      </Button>
    </Sheet>
  );
}

function bodyOf({ category }: HazardDetail, proposal: Proposal, measures: string) {
  const { level, factor, keyArea, clauseIds, responsibleUnitId, responsibleId, dueOn, waived } = proposal;
  const plan = { responsibleUnitId, responsibleId, measures, funds: null, dueOn, contingency: null, waived };
  return { level, category, factor: factor as never, keyArea, clauseIds, plan };
}
