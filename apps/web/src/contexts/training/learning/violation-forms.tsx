import { type Handling, handlings, type ViolationKind, violationKinds } from '@changming/domain/training';
import { App, Form, Input, InputNumber, Select } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';

import { newId } from '../../../api/new-id.ts';
import { DayPicker } from '../../../ui/day-picker.tsx';
import { FormDrawer } from '../../../ui/form-drawer.tsx';
import { MomentField } from '../../../ui/moment-field.tsx';
import { type PickedPerson, PersonPicker } from '../../workforce/components/person-picker.tsx';
import { handleViolation, recordViolation, reEducate, useLearningAct, type ViolationDetail } from './queries.ts';

function useRequired() {
  const { t } = useTranslation('training');
  return (label: string) => [{ required: true, message: t('learning.required', { label }) }];
}

type Recorded = {
  readonly person: PickedPerson;
  readonly kind: ViolationKind;
  readonly what: string;
  readonly clause?: string;
  readonly place?: string;
  readonly foundAt: string;
};

/** 登记三违 of one of one's own people. */
export function RecordViolation({ onClose }: { readonly onClose: () => void }) {
  const { t } = useTranslation(['training', 'shell']);
  const { message } = App.useApp();
  const [form] = Form.useForm<Recorded>();
  const [id] = useState(() => newId());
  const act = useLearningAct(recordViolation);
  const required = useRequired();
  const finish = ({ person, clause, place, ...said }: Recorded) =>
    act.mutate(
      { id, personId: person.id, clause: clause || null, place: place || null, ...said },
      {
        onSuccess: () => {
          void message.success(t('learning.violations.recorded'));
          onClose();
        },
      },
    );
  return (
    <FormDrawer
      title={t('learning.violations.record')}
      submit={t('shell:actions.save')}
      form={form}
      initial={{ kind: 'illegalOperation', foundAt: new Date().toISOString() }}
      busy={act.isPending}
      error={act.error}
      onFinish={finish}
      onClose={onClose}
    >
      <Form.Item name="person" label={t('learning.violations.person')} rules={required(t('learning.violations.person'))}>
        <PersonPicker />
      </Form.Item>
      <Form.Item name="kind" label={t('learning.violations.kind')}>
        <Select options={violationKinds.map((value) => ({ value, label: t(`violationKinds.${value}`) }))} />
      </Form.Item>
      <Form.Item name="what" label={t('learning.violations.what')} rules={required(t('learning.violations.what'))}>
        <Input.TextArea rows={2} maxLength={300} />
      </Form.Item>
      <Form.Item name="clause" label={t('learning.violations.clause')}>
        <Input maxLength={200} />
      </Form.Item>
      <Form.Item name="place" label={t('learning.violations.place')}>
        <Input maxLength={80} />
      </Form.Item>
      <Form.Item name="foundAt" label={t('learning.violations.foundAt')} rules={required(t('learning.violations.foundAt'))}>
        <MomentField />
      </Form.Item>
    </FormDrawer>
  );
}

type ActProps = { readonly violation: ViolationDetail; readonly onClose: () => void };
type Handled = { readonly handling: Handling; readonly fine?: number; readonly note?: string };

/** 处理: 教育、罚款、停岗. */
export function HandleViolation({ violation, onClose }: ActProps) {
  const { t } = useTranslation(['training', 'shell']);
  const { message } = App.useApp();
  const [form] = Form.useForm<Handled>();
  const handling: Handling | undefined = Form.useWatch('handling', form);
  const act = useLearningAct(handleViolation);
  const finish = ({ handling: chosen, fine, note }: Handled) => {
    const fineFen = chosen === 'fine' && fine !== undefined ? Math.round(fine * 100) : null;
    const body = { version: violation.version, handling: chosen, fineFen, note: note || null };
    act.mutate(
      { violationId: violation.id, body },
      {
        onSuccess: () => {
          void message.success(t('learning.violations.handled'));
          onClose();
        },
      },
    );
  };
  return (
    <FormDrawer
      title={t('learning.violations.handle')}
      submit={t('shell:actions.save')}
      form={form}
      initial={{ handling: 'education' }}
      busy={act.isPending}
      error={act.error}
      onFinish={finish}
      onClose={onClose}
    >
      <Form.Item name="handling" label={t('learning.violations.handling')}>
        <Select options={handlings.map((value) => ({ value, label: t(`handlings.${value}`) }))} />
      </Form.Item>
      {handling === 'fine' && (
        <Form.Item name="fine" label={t('learning.violations.fine')}>
          <InputNumber min={0.01} max={1_000_000} />
        </Form.Item>
      )}
      <Form.Item name="note" label={t('learning.violations.note')}>
        <Input.TextArea rows={2} maxLength={300} />
      </Form.Item>
    </FormDrawer>
  );
}

type Talked = { readonly on: string; readonly talk: string };

/** 个别谈话, of which a record is kept. */
export function ReEducate({ violation, onClose }: ActProps) {
  const { t } = useTranslation(['training', 'shell']);
  const { message } = App.useApp();
  const [form] = Form.useForm<Talked>();
  const act = useLearningAct(reEducate);
  const required = useRequired();
  const finish = ({ on, talk }: Talked) =>
    act.mutate(
      { violationId: violation.id, body: { version: violation.version, how: 'talk', on, talk } },
      {
        onSuccess: () => {
          void message.success(t('learning.violations.reEducated'));
          onClose();
        },
      },
    );
  return (
    <FormDrawer
      title={t('learning.violations.reEducate')}
      submit={t('shell:actions.save')}
      form={form}
      initial={{ on: violation.today }}
      busy={act.isPending}
      error={act.error}
      onFinish={finish}
      onClose={onClose}
    >
      <Form.Item name="on" label={t('learning.violations.on')} rules={required(t('learning.violations.on'))}>
        <DayPicker />
      </Form.Item>
      <Form.Item name="talk" label={t('learning.violations.talk')} rules={required(t('learning.violations.talk'))}>
        <Input.TextArea rows={5} maxLength={1000} />
      </Form.Item>
    </FormDrawer>
  );
}
