import { isUndecided, isWeighty, unsettled } from '@changming/domain/hazards';
import { useQuery } from '@tanstack/react-query';
import { Skeleton } from 'antd';
import type { TFunction } from 'i18next';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';

import { ActButton } from '../../../ui/act-button.tsx';
import { ErrorState } from '../../../ui/error-state.tsx';
import { Panel } from '../../../ui/panel.tsx';
import { refusalSentence } from '../../../ui/refusal-sentence.ts';
import { ActDrawer } from '../acts/act-drawer.tsx';
import { actForms, type HazardAct } from '../acts/hazard-acts.ts';
import { templateFor } from '../acts/loop-forms.tsx';
import { planBody, proposedPlan } from '../acts/plan-values.ts';
import { BeforeAfter } from '../components/before-after.tsx';
import { HazardFacts } from '../components/hazard-facts.tsx';
import { HazardHead } from '../components/hazard-head.tsx';
import { hasRecords, Records } from '../components/records.tsx';
import { type HazardDetail, hazardQuery } from '../queries.ts';
import { Armed, Fault } from './armed.tsx';
import { Key } from './key-hints.tsx';
import { ProposalFacts } from './proposal-facts.tsx';
import { useDecision } from './use-decision.ts';
import { type Keys, useKeys } from './use-keys.ts';

export type CaseProps = { readonly hazardId: string; readonly say: (words: string) => void; readonly onDone: () => void };

export function TriageCase({ hazardId, ...rest }: CaseProps) {
  const { data: hazard, error, refetch } = useQuery(hazardQuery(hazardId));
  if (error !== null) return <ErrorState error={error} onRetry={() => void refetch()} />;
  if (hazard === undefined) return <Skeleton active paragraph={{ rows: 10 }} />;
  return <Case hazard={hazard} {...rest} />;
}

type OpenProps = Omit<CaseProps, 'hazardId'> & { readonly hazard: HazardDetail };

function Case(props: OpenProps) {
  const { hazard } = props;
  return (
    <div className="case">
      <Panel>
        <HazardHead hazard={hazard} />
        <BeforeAfter hazard={hazard} />
        <div className="section">
          <HazardFacts hazard={hazard} />
        </div>
        {hasRecords(hazard) && <Records hazard={hazard} />}
      </Panel>
      <Decide {...props} />
    </div>
  );
}

function Decide({ hazard, say, onDone }: OpenProps) {
  const { t } = useTranslation('hazards');
  const [act, setAct] = useState<HazardAct | null>(null);
  const assigning: HazardAct = hazard.stage === 'registered' ? 'assign' : 'register';
  const majors = majorActs(hazard);
  const objections = useObjections(hazard, assigning);
  const adoption = useAdoption({ hazard, say, onDone }, { assigning, objection: objections.adopt });
  const look = objections.adopt === null ? 'primary' : 'default';
  const open = (which: HazardAct, objection: string | null) => () => (objection === null ? setAct(which) : say(objection));
  useKeys({
    ...adoption.keys,
    e: open(assigning, objections.assign),
    r: open('askVoid', objections.void),
    ...Object.fromEntries(majors.map(([key, name]) => [key.toLowerCase(), open(name, objections.to(name))])),
  });
  return (
    <div className="case__decide">
      <Panel title={t('desk.triage.proposal')} lead={t('desk.triage.proposalNote')}>
        <ProposalFacts hazard={hazard} responsible={responsibleIn(hazard)} />
        {hazard.voiding?.stage === 'asked' && (
          <p className="case__fault" role="status">
            {t('desk.triage.voidAsked', { kind: t(`voidKinds.${hazard.voiding.kind}`), reason: hazard.voiding.reason })}
          </p>
        )}
        <Armed words={adoption.armed ? adoption.summary : null} />
        <Fault words={adoption.fault} />
        <div className="case__buttons">
          <ActButton type={look} loading={adoption.busy} objection={objections.adopt} objectionAt="bottom" onClick={adoption.adopt}>
            <Key>A</Key> {t('desk.triage.adopt')}
          </ActButton>
          <ActButton objection={objections.assign} objectionAt="bottom" onClick={() => setAct(assigning)}>
            <Key>E</Key> {t('desk.triage.edit')}
          </ActButton>
          <ActButton objection={objections.void} objectionAt="bottom" onClick={() => setAct('askVoid')}>
            <Key>R</Key> {t('desk.triage.void')}
          </ActButton>
          {majors.map(([key, name]) => (
            <ActButton key={key} objection={objections.to(name)} objectionAt="bottom" onClick={() => setAct(name)}>
              <Key>{key}</Key> {t(`desk.acts.${name}`)}
            </ActButton>
          ))}
        </div>
      </Panel>
      {act !== null && <ActDrawer hazard={hazard} act={act} onClose={() => setAct(null)} {...(act === assigning ? { onDone } : {})} />}
    </div>
  );
}

/** Follows the proposal: A arms it and says what will be so, A or Enter does it, Escape takes it back. */
function useAdoption({ hazard, say, onDone }: OpenProps, { assigning, objection }: { assigning: HazardAct; objection: string | null }) {
  const { t } = useTranslation('hazards');
  const [armed, setArmed] = useState(false);
  const { busy, fault, decide } = useDecision(hazard, { say, onDone });
  const { proposal, level, number } = hazard;
  const graded = level ?? proposal?.level;
  const summary = t('desk.triage.adoptArmed', {
    number,
    level: graded === undefined ? '' : t(`levels.${graded}`),
    responsible: responsibleIn(hazard),
    dueOn: proposal?.dueOn ?? '—',
  });
  const confirm = () => decide(() => actForms[assigning].send(hazard, actForms[assigning].initial(hazard)));
  const adopt = () => {
    if (objection !== null) return say(objection);
    if (armed) return confirm();
    setArmed(true);
    say(`${summary}。${t('desk.queue.pressAgain', { key: 'A' })}`);
  };
  const keys: Keys = { a: adopt, enter: armed ? confirm : undefined, escape: () => setArmed(false) };
  return { armed, busy, fault, summary, adopt, keys };
}

function responsibleIn({ people, proposal }: HazardDetail): string {
  return people.find(({ id }) => id === proposal?.responsibleId)?.name ?? '—';
}

/** The keys of 重大: a suggestion that waits is answered; otherwise one may be asked for. */
function majorActs({ suggestion }: HazardDetail): readonly (readonly ['M' | 'N', HazardAct])[] {
  if (!isUndecided({ suggestion })) return [['M', 'suggestMajor']];
  return [
    ['M', 'confirmMajor'],
    ['N', suggestion === 'open' ? 'proposeDenial' : 'countersignDenial'],
  ];
}

/** Why each key does nothing now; an incomplete proposal cannot be followed as it is. */
function useObjections(hazard: HazardDetail, assigning: HazardAct) {
  const { t } = useTranslation('hazards');
  const to = (name: HazardAct) => {
    const code = hazard.objections[name] ?? null;
    return code === null ? null : refusalSentence(code);
  };
  return {
    to,
    adopt: to(assigning) ?? wanting(hazard, t),
    assign: to(assigning),
    void: to('askVoid'),
  };
}

/** What the proposal itself lacks: a person, a day, or from 公司级 upwards money and contingency. */
function wanting(hazard: HazardDetail, t: TFunction<'hazards'>): string | null {
  const { proposal } = hazard;
  if (proposal === null || proposal.responsibleId === null || proposal.dueOn === null) return t('desk.triage.incomplete');
  const level = hazard.level ?? proposal.level;
  const missing = unsettled(planBody(proposedPlan(hazard, templateFor(hazard.category))), level);
  if (!isWeighty(level) || missing.length === 0) return null;
  return t('desk.triage.uncommitted', { what: missing.map((each) => t(`commitments.${each}`)).join('、') });
}
