import { levelObjection, trainingCategories, trainingLevels } from '@changming/domain/training';
import { useQuery } from '@tanstack/react-query';
import { App, Button, Input, InputNumber, Select, Skeleton, Table } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';

import { ConfirmAct } from '../../../ui/confirm-act.tsx';
import { DetailDrawer } from '../../../ui/detail-drawer.tsx';
import { ErrorState } from '../../../ui/error-state.tsx';
import { sentenceOf } from '../../../ui/sentence-of.ts';
import { approvePlan, planQuery, proposePlan, setPlanLines, type TrainingPlanDetail, useTrainingAct } from './queries.ts';

type DrawerProps = { readonly planId: string | null; readonly onClose: () => void };

export function PlanDrawer({ planId, onClose }: DrawerProps) {
  if (planId === null) return <DetailDrawer open={false} title="" onClose={onClose} children={null} />;
  return <OpenDrawer key={planId} planId={planId} onClose={onClose} />;
}

function OpenDrawer({ planId, onClose }: { readonly planId: string; readonly onClose: () => void }) {
  const { t } = useTranslation('training');
  const { data: plan, error, refetch } = useQuery(planQuery(planId));
  if (plan !== undefined) return <Known key={plan.version} plan={plan} onClose={onClose} />;
  return (
    <DetailDrawer open title={t('held.plans.title')} onClose={onClose}>
      {error === null ? <Skeleton active /> : <ErrorState error={error} onRetry={() => void refetch()} onBack={onClose} />}
    </DetailDrawer>
  );
}

type Line = Omit<TrainingPlanDetail['lines'][number], 'id' | 'no' | 'sessions' | 'held'> & {
  readonly id?: string;
  readonly sessions?: number;
  readonly held?: number;
};

function Known({ plan, onClose }: { readonly plan: TrainingPlanDetail; readonly onClose: () => void }) {
  const { t } = useTranslation('training');
  const [lines, setLines] = useState<readonly Line[]>(plan.lines);
  const editable = plan.state === 'draft' && plan.may.plan;
  const change = (at: number, over: Partial<Line>) => setLines(lines.map((line, index) => (index === at ? { ...line, ...over } : line)));
  return (
    <DetailDrawer
      open
      title={`${plan.unit} ${plan.year}`}
      acts={plan.state === 'draft' ? <Acts plan={plan} lines={lines} onLines={setLines} /> : null}
      onClose={onClose}
    >
      <Table<Line>
        size="small"
        pagination={false}
        rowKey={(line, at) => line.id ?? `new-${at}`}
        dataSource={[...lines]}
        scroll={{ x: 'max-content' }}
        columns={[
          {
            title: t('held.plans.month'),
            render: (_, { month }, at) =>
              editable ? (
                <InputNumber
                  aria-label={t('held.plans.month')}
                  min={1}
                  max={12}
                  value={month}
                  onChange={(value) => change(at, { month: value ?? 1 })}
                />
              ) : (
                t('held.plans.monthOf', { month })
              ),
          },
          {
            title: t('held.plans.name'),
            render: (_, { title }, at) =>
              editable ? (
                <Input
                  aria-label={t('held.plans.name')}
                  value={title}
                  maxLength={100}
                  onChange={({ target }) => change(at, { title: target.value })}
                />
              ) : (
                title
              ),
          },
          { title: t('held.category'), render: (_, line, at) => <Kind {...{ line, editable }} onChange={(over) => change(at, over)} /> },
          { title: t('held.sessions.classHours'), dataIndex: 'classHours' },
          { title: t('held.plans.people'), dataIndex: 'people' },
          { title: t('held.plans.held'), render: (_, { held, sessions }) => `${held ?? 0}/${sessions ?? 0}` },
          {
            title: '',
            render: (_, __, at) =>
              editable && (
                <Button size="small" type="link" onClick={() => setLines(lines.filter((___, index) => index !== at))}>
                  {t('held.plans.remove')}
                </Button>
              ),
          },
        ]}
      />
    </DetailDrawer>
  );
}

type KindProps = { readonly line: Line; readonly editable: boolean; readonly onChange: (over: Partial<Line>) => void };

function Kind({ line: { category, level }, editable, onChange }: KindProps) {
  const { t } = useTranslation('training');
  if (!editable)
    return [t(`categories.${category}`), level === null ? null : t(`levels.${level}`)].filter((each) => each !== null).join(' · ');
  const leveled = levelObjection(category, null) !== null;
  return (
    <>
      <Select
        aria-label={t('held.category')}
        style={{ minWidth: 160 }}
        value={category}
        options={trainingCategories.map((value) => ({ value, label: t(`categories.${value}`) }))}
        onChange={(value) => onChange({ category: value, level: levelObjection(value, null) === null ? null : 'company' })}
      />
      {leveled && (
        <Select
          aria-label={t('held.level')}
          value={level}
          options={trainingLevels.map((value) => ({ value, label: t(`levels.${value}`) }))}
          onChange={(value) => onChange({ level: value })}
        />
      )}
    </>
  );
}

type ActsProps = { readonly plan: TrainingPlanDetail; readonly lines: readonly Line[]; readonly onLines: (lines: readonly Line[]) => void };

function Acts({ plan, lines, onLines }: ActsProps) {
  const { t } = useTranslation('training');
  const { message } = App.useApp();
  const save = useTrainingAct(setPlanLines);
  const approve = useTrainingAct(approvePlan);
  const blank = {
    title: t('categories.fire'),
    category: 'fire',
    level: null,
    month: 1,
    classHours: 2,
    audience: t('held.plans.everybody'),
    people: 0,
  } as const;
  const propose = async () => {
    const { lines: owed } = await proposePlan(plan.unitId, plan.year);
    const fresh = owed.map((line) => ({
      ...line,
      title: t(`categories.${line.category}`),
      month: 12,
      audience: t('held.plans.everybody'),
    }));
    onLines([...lines, ...fresh]);
    void message.info(fresh.length === 0 ? t('held.plans.nothingOwed') : t('held.plans.proposed', { count: fresh.length }));
  };
  const bodyOf = () => ({
    version: plan.version,
    lines: lines.map(({ id, title, category, level, month, classHours, audience, people }) => ({
      ...(id === undefined ? {} : { id }),
      ...{ title, category, level, month, classHours, audience, people },
    })),
  });
  return (
    <>
      <Button onClick={() => void propose().catch((error: unknown) => void message.error(sentenceOf(error)))}>
        {t('held.plans.propose')}
      </Button>
      <Button onClick={() => onLines([...lines, blank])}>{t('held.plans.add')}</Button>
      <Button
        type="primary"
        loading={save.isPending}
        onClick={() =>
          save.mutate(
            { planId: plan.id, body: bodyOf() },
            {
              onSuccess: () => void message.success(t('held.plans.saved')),
              onError: (error) => void message.error(sentenceOf(error)),
            },
          )
        }
      >
        {t('held.plans.save')}
      </Button>
      {plan.may.approve && (
        <ConfirmAct
          ask={`${plan.unit} ${plan.year}`}
          onAct={async () => {
            await approve.mutateAsync(plan.id);
            void message.success(t('held.plans.approved'));
          }}
        >
          {t('held.plans.approve')}
        </ConfirmAct>
      )}
    </>
  );
}
