import * as contract from '@changming/contract/hazards';
import { hazardLevels } from '@changming/domain/hazards';
import { Button, Drawer, Form, Select } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';

import { call } from '../../../api/call.ts';
import { FormProblem } from '../../../ui/form-problem.tsx';
import { refusalSentence } from '../../../ui/refusal-sentence.ts';
import { StatusTag } from '../../../ui/status-tag.tsx';
import { PlanFields } from '../acts/plan-fields.tsx';
import { mayWaive, type PlanValues, planBody } from '../acts/plan-values.ts';
import { type HazardSummary, useHazardMutation } from '../queries.ts';
import '../acts/act-form.css';

type BatchAssignProps = { readonly rows: readonly HazardSummary[]; readonly onClose: (anyDone: boolean) => void };
type Values = PlanValues & { readonly level?: (typeof hazardLevels)[number] };

/** 批量下达: one plan for several hazards; each gets its own answer. */
export function BatchAssign({ rows, onClose }: BatchAssignProps) {
  const { t } = useTranslation(['hazards', 'shell']);
  const [form] = Form.useForm<Values>();
  const assign = useHazardMutation((values: Values) =>
    call(contract.assignMany, {
      body: {
        hazardIds: rows.map(({ id }) => id),
        plan: planBody(values),
        ...(values.level === undefined ? {} : { level: values.level }),
      },
    }),
  );
  const [opened] = useState(rows);
  const verdicts = assign.data?.items;
  return (
    <Drawer
      open
      size={560}
      title={t('desk.batch.title', { count: opened.length })}
      onClose={() => onClose(verdicts?.some(({ done }) => done) ?? false)}
      footer={
        <div className="detail-drawer__acts">
          {verdicts === undefined && <Button onClick={() => onClose(false)}>{t('shell:actions.cancel')}</Button>}
          {verdicts === undefined ? (
            <Button type="primary" loading={assign.isPending} onClick={() => form.submit()}>
              {t('desk.batch.submit')}
            </Button>
          ) : (
            <Button type="primary" onClick={() => onClose(verdicts.some(({ done }) => done))}>
              {t('desk.batch.done')}
            </Button>
          )}
        </div>
      }
    >
      {verdicts === undefined ? (
        <Form form={form} layout="vertical" initialValues={{ waived: [] }} onFinish={(values) => assign.mutate(values)}>
          <FormProblem form={form} error={assign.error} />
          <p className="hazard-quiet">{t('desk.batch.lead')}</p>
          <LevelAndPlan />
        </Form>
      ) : (
        <Verdicts rows={opened} verdicts={verdicts} />
      )}
    </Drawer>
  );
}

/** From 公司级 upwards nothing of the plan may be waived. */
function LevelAndPlan() {
  const { t } = useTranslation('hazards');
  const level = Form.useWatch<Values['level']>('level');
  return (
    <>
      <Form.Item name="level" label={t('desk.batch.level')} extra={t('desk.batch.levelHint')}>
        <Select allowClear options={hazardLevels.map((each) => ({ value: each, label: t(`levels.${each}`) }))} />
      </Form.Item>
      <PlanFields waivable={level === undefined || mayWaive(level)} />
    </>
  );
}

type Verdict = { readonly id: string; readonly done: boolean; readonly code: string | null };

function Verdicts({ rows, verdicts }: { readonly rows: readonly HazardSummary[]; readonly verdicts: readonly Verdict[] }) {
  const { t } = useTranslation('hazards');
  const done = verdicts.filter((verdict) => verdict.done).length;
  return (
    <>
      <p role="status">{t('desk.batch.summary', { done, refused: verdicts.length - done })}</p>
      <ul className="verdicts">
        {verdicts.map(({ id, done: went, code }) => (
          <li key={id}>
            <span>{rows.find((row) => row.id === id)?.number ?? id}</span>
            {went ? (
              <StatusTag tone="done">{t('desk.batch.assigned')}</StatusTag>
            ) : (
              <span>{code === null ? '—' : refusalSentence(code)}</span>
            )}
          </li>
        ))}
      </ul>
    </>
  );
}
