import { App, Button } from 'antd';
import { useTranslation } from 'react-i18next';

import { ConfirmAct } from '../../../ui/confirm-act.tsx';
import { sentenceOf } from '../../../ui/sentence-of.ts';
import type { PlanLine } from './plan-lines.tsx';
import { approvePlan, proposePlan, setPlanLines, type TrainingPlanDetail, useTrainingAct } from './queries.ts';

type ActsProps = {
  readonly plan: TrainingPlanDetail;
  readonly lines: readonly PlanLine[];
  readonly onLines: (lines: readonly PlanLine[]) => void;
};

/** What can be done with a plan that is not approved yet. */
export function PlanActs({ plan, lines, onLines }: ActsProps) {
  const { t } = useTranslation('training');
  const everybody = t('held.plans.everybody');
  const blank: PlanLine = {
    title: t('categories.fire'),
    category: 'fire',
    level: null,
    month: 1,
    classHours: 2,
    audience: everybody,
    people: 0,
  };
  return (
    <>
      {plan.may.plan && <Propose {...{ plan, lines, onLines }} />}
      {plan.may.plan && <Button onClick={() => onLines([...lines, blank])}>{t('held.plans.add')}</Button>}
      {plan.may.plan && <Save plan={plan} lines={lines} />}
      {plan.may.approve && <Approve plan={plan} />}
    </>
  );
}

/** 按应训生成: what people of the branch owe, to be put into months by hand. */
function Propose({ plan, lines, onLines }: ActsProps) {
  const { t } = useTranslation('training');
  const { message } = App.useApp();
  const propose = async () => {
    const { lines: owed } = await proposePlan(plan.unitId, plan.year);
    const audience = t('held.plans.everybody');
    onLines([...lines, ...owed.map((line) => ({ ...line, title: t(`categories.${line.category}`), month: 12, audience }))]);
    void message.info(owed.length === 0 ? t('held.plans.nothingOwed') : t('held.plans.proposed', { count: owed.length }));
  };
  return (
    <Button onClick={() => void propose().catch((error: unknown) => void message.error(sentenceOf(error)))}>
      {t('held.plans.propose')}
    </Button>
  );
}

function Save({ plan, lines }: Pick<ActsProps, 'plan' | 'lines'>) {
  const { t } = useTranslation('training');
  const { message } = App.useApp();
  const save = useTrainingAct(setPlanLines);
  const body = { version: plan.version, lines: lines.map(wordsOf) };
  return (
    <Button
      type="primary"
      loading={save.isPending}
      onClick={() =>
        save.mutate(
          { planId: plan.id, body },
          { onSuccess: () => void message.success(t('held.plans.saved')), onError: (error) => void message.error(sentenceOf(error)) },
        )
      }
    >
      {t('held.plans.save')}
    </Button>
  );
}

function wordsOf({ id, title, category, level, month, classHours, audience, people }: PlanLine) {
  const words = { title, category, level, month, classHours, audience, people };
  return id === undefined ? words : { id, ...words };
}

function Approve({ plan }: Pick<ActsProps, 'plan'>) {
  const { t } = useTranslation('training');
  const { message } = App.useApp();
  const approve = useTrainingAct(approvePlan);
  const act = async () => {
    await approve.mutateAsync(plan.id);
    void message.success(t('held.plans.approved'));
  };
  return (
    <ConfirmAct ask={`${t('held.plans.approve')} ${plan.unit} ${plan.year}`} onAct={act}>
      {t('held.plans.approve')}
    </ConfirmAct>
  );
}
