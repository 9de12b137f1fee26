import { levelObjection, trainingCategories, trainingLevels } from '@changming/domain/training';
import { Button, Input, InputNumber, Select, Table } from 'antd';
import type { TFunction } from 'i18next';
import { useTranslation } from 'react-i18next';

import type { TrainingPlanDetail } from './queries.ts';

export type PlanLine = Omit<TrainingPlanDetail['lines'][number], 'id' | 'no' | 'sessions' | 'held'> & {
  readonly id?: string;
  readonly sessions?: number;
  readonly held?: number;
};

/** `onLines` is null once nobody may change them. */
type LinesProps = { readonly lines: readonly PlanLine[]; readonly onLines: ((lines: readonly PlanLine[]) => void) | null };
type Change = ((at: number, over: Partial<PlanLine>) => void) | null;

export function PlanLines({ lines, onLines }: LinesProps) {
  const { t } = useTranslation('training');
  const change: Change =
    onLines === null ? null : (at, over) => onLines(lines.map((line, index) => (index === at ? { ...line, ...over } : line)));
  const remove = onLines === null ? null : (at: number) => onLines(lines.filter((_, index) => index !== at));
  return (
    <Table<PlanLine>
      size="small"
      pagination={false}
      rowKey={(line, at) => line.id ?? `new-${at}`}
      dataSource={[...lines]}
      scroll={{ x: 'max-content' }}
      columns={columnsOf(t, change, remove)}
    />
  );
}

function columnsOf(t: TFunction<'training'>, change: Change, remove: ((at: number) => void) | null) {
  return [
    { title: t('held.plans.month'), render: (_: unknown, line: PlanLine, at: number) => <Month {...{ line, at, change }} /> },
    { title: t('held.plans.name'), render: (_: unknown, line: PlanLine, at: number) => <Title {...{ line, at, change }} /> },
    { title: t('held.category'), render: (_: unknown, line: PlanLine, at: number) => <Kind {...{ line, at, change }} /> },
    { title: t('held.sessions.classHours'), dataIndex: 'classHours' },
    { title: t('held.plans.people'), dataIndex: 'people' },
    { title: t('held.plans.held'), render: (_: unknown, { held, sessions }: PlanLine) => `${held ?? 0}/${sessions ?? 0}` },
    {
      title: t('held.acts'),
      render: (_: unknown, __: PlanLine, at: number) =>
        remove !== null && (
          <Button size="small" type="link" onClick={() => remove(at)}>
            {t('held.plans.remove')}
          </Button>
        ),
    },
  ];
}

type CellProps = { readonly line: PlanLine; readonly at: number; readonly change: Change };

function Month({ line: { month }, at, change }: CellProps) {
  const { t } = useTranslation('training');
  if (change === null) return t('held.plans.monthOf', { month });
  const label = t('held.plans.month');
  return <InputNumber aria-label={label} min={1} max={12} value={month} onChange={(value) => change(at, { month: value ?? 1 })} />;
}

function Title({ line: { title }, at, change }: CellProps) {
  const { t } = useTranslation('training');
  if (change === null) return title;
  return (
    <Input aria-label={t('held.plans.name')} value={title} maxLength={100} onChange={({ target }) => change(at, { title: target.value })} />
  );
}

function Kind({ line: { category, level }, at, change }: CellProps) {
  const { t } = useTranslation('training');
  const words = [t(`categories.${category}`), level === null ? null : t(`levels.${level}`)];
  if (change === null) return words.filter((each) => each !== null).join(' · ');
  return (
    <>
      <Select
        aria-label={t('held.category')}
        style={{ minWidth: 160 }}
        value={category}
        options={trainingCategories.map((value) => ({ value, label: t(`categories.${value}`) }))}
        onChange={(value) => change(at, { category: value, level: levelObjection(value, null) === null ? null : 'company' })}
      />
      {levelObjection(category, null) !== null && (
        <Select
          aria-label={t('held.level')}
          value={level}
          options={trainingLevels.map((value) => ({ value, label: t(`levels.${value}`) }))}
          onChange={(value) => change(at, { level: value })}
        />
      )}
    </>
  );
}
