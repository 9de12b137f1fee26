import { findingKinds } from '@changming/domain/assessments';
import { useQuery } from '@tanstack/react-query';
import { App, Form, Input, Select } from 'antd';
import { useTranslation } from 'react-i18next';

import { dayOf } from '../../../ui/dates.ts';
import { DayPicker } from '../../../ui/day-picker.tsx';
import { FormDrawer } from '../../../ui/form-drawer.tsx';
import { type PickedUnit, UnitPicker } from '../../../ui/unit-picker.tsx';
import { unitQuery, unitSource } from '../../units/queries.ts';
import { type AssessmentSchemeHead, type Finding, schemesQuery, useProposeFinding } from '../queries.ts';
import type { Correction } from '../search.ts';
import { schemeName } from '../words.ts';
import { PointsFields } from './points-fields.tsx';
import { RuleField } from './rule-field.tsx';

export type ProposedFinding = {
  readonly unit: PickedUnit;
  readonly schemeCode: string;
  readonly kind: Finding['kind'];
  readonly rule: string;
  readonly matter?: string;
  readonly period?: string;
  readonly points?: string;
  readonly outOf?: string;
  readonly on: string;
  readonly reason: string;
};

/** 登记: what another person then approves or rejects. */
export function ProposeFinding({ correction, onClose }: ProposeProps) {
  const { data } = useQuery(schemesQuery());
  const unitId = correction?.unitId ?? null;
  const unit = useQuery({ ...unitQuery(unitId ?? ''), enabled: unitId !== null });
  if (data === undefined || (unitId !== null && unit.isPending)) return null;
  return <ProposalForm heads={data.items} begun={begunFrom(correction, unit.data)} onClose={onClose} />;
}

type ProposeProps = {
  /** 更正 that follows an upheld appeal: most of it is known. */
  readonly correction?: Correction & { readonly unitId: string | null };
  readonly onClose: () => void;
};

function begunFrom(correction: ProposeProps['correction'], unit: PickedUnit | undefined): Partial<ProposedFinding> {
  if (correction === undefined) return {};
  const { schemeCode, period, indicator } = correction;
  return { kind: 'correction', schemeCode, period, ...(unit !== undefined && { unit }), ...(indicator !== null && { rule: indicator }) };
}

type FormProps = {
  readonly heads: readonly AssessmentSchemeHead[];
  readonly begun: Partial<ProposedFinding>;
  readonly onClose: () => void;
};

function ProposalForm({ heads, begun, onClose }: FormProps) {
  const { t } = useTranslation('assessments');
  const { message } = App.useApp();
  const [form] = Form.useForm<ProposedFinding>();
  const proposing = useProposeFinding();
  const schemes = [...new Set(heads.filter(({ stage }) => stage === 'published').map(({ code }) => code))];
  const [first] = schemes;
  const today = dayOf(new Date());
  const finish = ({ unit, ...rest }: ProposedFinding) =>
    proposing.mutate(
      { ...rest, unitId: unit.id },
      {
        onSuccess: () => {
          void message.success(t('desk.findings.proposed'));
          onClose();
        },
      },
    );
  return (
    <FormDrawer
      title={t('desk.findings.proposeTitle')}
      submit={t('desk.findings.propose')}
      form={form}
      initial={{ on: today, ...(first === undefined ? {} : { schemeCode: first }), ...begun }}
      busy={proposing.isPending}
      error={proposing.error}
      onFinish={finish}
      onClose={onClose}
    >
      <p className="assessment-quiet">{t('desk.findings.proposeNote')}</p>
      <What heads={heads} schemes={schemes} onKind={() => form.resetFields(['rule', 'matter', 'period', 'points', 'outOf'])} />
      <Why today={today} />
    </FormDrawer>
  );
}

function nameOf(heads: readonly AssessmentSchemeHead[], code: string): string | null {
  return heads.find((head) => head.code === code)?.name ?? null;
}

type WhatProps = { readonly heads: readonly AssessmentSchemeHead[]; readonly schemes: readonly string[]; readonly onKind: () => void };

function What({ heads, schemes, onKind }: WhatProps) {
  const { t } = useTranslation('assessments');
  return (
    <>
      <Form.Item name="unit" label={t('desk.findings.unit')} rules={needed(t('desk.findings.unitEmpty'))}>
        <UnitPicker source={unitSource} />
      </Form.Item>
      <Form.Item name="schemeCode" label={t('desk.order.scheme')} rules={needed(t('desk.order.schemeEmpty'))}>
        <Select options={schemes.map((code) => ({ value: code, label: schemeName({ code, name: nameOf(heads, code) }) }))} />
      </Form.Item>
      <Form.Item name="kind" label={t('desk.findings.kind')} rules={needed(t('desk.findings.kindEmpty'))}>
        <Select options={findingKinds.map((value) => ({ value, label: t(`desk.findings.kinds.${value}`) }))} onChange={onKind} />
      </Form.Item>
      <RuleField heads={heads} />
      <PointsFields heads={heads} />
    </>
  );
}

function Why({ today }: { readonly today: string }) {
  const { t } = useTranslation('assessments');
  return (
    <>
      <Form.Item name="on" label={t('desk.findings.on')} rules={needed(t('desk.findings.onEmpty'))}>
        <DayPicker barred={(day) => day > today} />
      </Form.Item>
      <Form.Item
        name="reason"
        label={t('desk.findings.reason')}
        rules={[{ required: true, whitespace: true, message: t('desk.findings.reasonEmpty') }]}
      >
        <Input.TextArea autoSize={{ minRows: 3, maxRows: 8 }} maxLength={2000} showCount />
      </Form.Item>
    </>
  );
}

function needed(message: string) {
  return [{ required: true, message }];
}
