import { levelObjection, trainingCategories, trainingLevels, type TrainingCategory, type TrainingLevel } from '@changming/domain/training';
import { App, Checkbox, Form, Input, InputNumber, Select } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';

import { newId } from '../../../api/new-id.ts';
import { FormDrawer } from '../../../ui/form-drawer.tsx';
import { MomentField } from '../../../ui/moment-field.tsx';
import { type PickedUnit, UnitPicker } from '../../../ui/unit-picker.tsx';
import { unitSource } from '../../units/queries.ts';
import { type AudienceWords, AudienceFields, audienceOf } from './audience-fields.tsx';
import { createSession, useTrainingAct } from './queries.ts';

type Words = AudienceWords & {
  readonly unit: PickedUnit;
  readonly category: TrainingCategory;
  readonly level?: TrainingLevel;
  readonly title: string;
  readonly startsAt: string;
  readonly endsAt: string;
  readonly classHours: number;
  readonly place: string;
  readonly trainer: string;
  readonly assessed?: boolean;
};

type ArrangeProps = { readonly onClose: () => void; readonly onDone: (id: string) => void };

/** 安排培训, with whom it expects. */
export function ArrangeSession({ onClose, onDone }: ArrangeProps) {
  const { t } = useTranslation(['training', 'shell']);
  const { message } = App.useApp();
  const [form] = Form.useForm<Words>();
  const [id] = useState(() => newId());
  const create = useTrainingAct(createSession);
  const finish = ({ unit, level, assessed, units, posts, staffNos, owing, dedicated, ...words }: Words) =>
    create.mutate(
      {
        id,
        unitId: unit.id,
        ...words,
        level: level ?? null,
        assessed: assessed ?? false,
        audience: audienceOf({ units, posts, staffNos, owing, dedicated }),
      },
      {
        onSuccess: ({ expected }) => {
          void message.success(t('held.sessions.done', { count: expected }));
          onClose();
          onDone(id);
        },
      },
    );
  return (
    <FormDrawer
      title={t('held.sessions.act')}
      submit={t('shell:actions.save')}
      form={form}
      initial={{ classHours: 2 }}
      busy={create.isPending}
      error={create.error}
      onFinish={finish}
      onClose={onClose}
    >
      <WhatFields />
      <WhereFields />
      <AudienceFields />
    </FormDrawer>
  );
}

/** What it is; once arranged, the unit that holds it stays. */
export function WhatFields({ withUnit = true }: { readonly withUnit?: boolean }) {
  const { t } = useTranslation(['training', 'shell']);
  const form = Form.useFormInstance();
  const category: TrainingCategory | undefined = Form.useWatch('category', form);
  const leveled = category !== undefined && levelObjection(category, null) !== null;
  const required = (label: string) => [{ required: true, message: t('shell:errors.required', { label }) }];
  return (
    <>
      {withUnit && (
        <Form.Item name="unit" label={t('held.unit')} rules={required(t('held.unit'))}>
          <UnitPicker source={unitSource} />
        </Form.Item>
      )}
      <Form.Item name="category" label={t('held.category')} rules={required(t('held.category'))}>
        <Select options={trainingCategories.map((value) => ({ value, label: t(`categories.${value}`) }))} />
      </Form.Item>
      {leveled && (
        <Form.Item name="level" label={t('held.level')} rules={required(t('held.level'))}>
          <Select options={trainingLevels.map((value) => ({ value, label: t(`levels.${value}`) }))} />
        </Form.Item>
      )}
      <Form.Item name="title" label={t('held.sessions.name')} rules={required(t('held.sessions.name'))}>
        <Input maxLength={100} />
      </Form.Item>
      <Form.Item name="assessed" valuePropName="checked">
        <Checkbox>{t('held.sessions.assessed')}</Checkbox>
      </Form.Item>
    </>
  );
}

export function WhereFields() {
  const { t } = useTranslation(['training', 'shell']);
  const required = (label: string) => [{ required: true, message: t('shell:errors.required', { label }) }];
  return (
    <>
      <Form.Item name="startsAt" label={t('held.sessions.when')} rules={required(t('held.sessions.when'))}>
        <MomentField />
      </Form.Item>
      <Form.Item name="endsAt" label={t('held.sessions.to')} rules={required(t('held.sessions.to'))}>
        <MomentField />
      </Form.Item>
      <Form.Item
        name="classHours"
        label={t('held.sessions.classHours')}
        extra={t('held.sessions.classHoursHint')}
        rules={required(t('held.sessions.classHours'))}
      >
        <InputNumber min={0.5} max={200} step={0.5} />
      </Form.Item>
      <Form.Item name="place" label={t('held.sessions.place')} rules={required(t('held.sessions.place'))}>
        <Input maxLength={60} />
      </Form.Item>
      <Form.Item name="trainer" label={t('held.sessions.trainer')} rules={required(t('held.sessions.trainer'))}>
        <Input maxLength={40} />
      </Form.Item>
    </>
  );
}
