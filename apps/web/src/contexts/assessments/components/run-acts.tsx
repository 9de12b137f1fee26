import { runTransitions } from '@changming/domain/assessments';
import { App } from 'antd';
import { useTranslation } from 'react-i18next';

import { ConfirmAct } from '../../../ui/confirm-act.tsx';
import { refusalSentence } from '../../../ui/refusal-sentence.ts';
import { concludingSteps, preparingSteps, type RunDetail, type RunStep, useMoveRun, useOrderRun } from '../queries.ts';

type RunActsProps = { readonly run: RunDetail; readonly onOrdered: (runId: string) => void };

const steps: readonly RunStep[] = [...preparingSteps, ...concludingSteps];

/** The steps that lead on from this stage; one that cannot be taken now says why, in the words of the API. */
export function RunActs({ run, onOrdered }: RunActsProps) {
  const { t } = useTranslation('assessments');
  const next = steps.filter((step) => runTransitions[step].from.some((stage) => stage === run.stage));
  const mine = Object.values(run.objections).some((code) => code !== 'access.not_permitted');
  if (run.supersededById !== null || !mine) return null;
  return (
    <>
      <Again run={run} onOrdered={onOrdered} />
      {next.map((step) => (
        <Step key={step} run={run} step={step} />
      ))}
      {next.length === 0 && <span className="assessment-quiet">{t('desk.run.nothingNext')}</span>}
    </>
  );
}

function Step({ run, step }: { readonly run: RunDetail; readonly step: RunStep }) {
  const { t } = useTranslation('assessments');
  const { message } = App.useApp();
  const moving = useMoveRun(run.id);
  const name = t(`runSteps.${step}`);
  return (
    <ConfirmAct
      type="primary"
      ask={t('desk.run.ask', { step: name })}
      note={t(`desk.run.notes.${step}`)}
      objection={objectionTo(run, step)}
      onAct={async () => {
        await moving.mutateAsync({ step });
        void message.success(t('desk.run.moved', { step: name }));
      }}
    >
      {name}
    </ConfirmAct>
  );
}

/** The sentence of what the API would refuse, with the day or the number that it names. */
function objectionTo({ objections, confirmDueOn, appealDueOn, openAppeals }: RunDetail, step: RunStep): string | null {
  const code = objections[step] ?? null;
  if (code === null) return null;
  return refusalSentence(code, { on: (step === 'review' ? appealDueOn : confirmDueOn) ?? '', open: openAppeals });
}

/** 重新计算 what is not published; 重述 what is. A reason is always asked for. */
function Again({ run, onOrdered }: RunActsProps) {
  const { t } = useTranslation('assessments');
  const ordering = useOrderRun();
  const published = run.stage === 'published' || run.stage === 'archived';
  const code = published ? null : (run.objections[run.stage === 'computed' ? 'compute' : 'recompute'] ?? null);
  if (run.objections['compute'] === 'access.not_permitted') return null;
  const name = t(published ? 'desk.order.restate' : 'desk.order.recompute');
  return (
    <ConfirmAct
      withReason
      ask={t('desk.run.ask', { step: name })}
      note={t('desk.order.anewHint')}
      objection={code === null ? null : refusalSentence(code)}
      onAct={async (reason) => {
        const { id } = await ordering.mutateAsync({ schemeCode: run.scheme.code, period: run.period, anew: true, reason });
        onOrdered(id);
      }}
    >
      {name}
    </ConfirmAct>
  );
}
