import { dutyKinds, dutyPeriods } from '@changming/domain/responsibilities';
import { type Post, posts } from '@changming/domain/workforce';
import { Form, Input, InputNumber, Select } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';

import { newId } from '../../../api/new-id.ts';
import { dayOf } from '../../../ui/dates.ts';
import { DayPicker } from '../../../ui/day-picker.tsx';
import { FormDrawer } from '../../../ui/form-drawer.tsx';
import { addDuty, type Duty, useResponsibilityAct } from '../queries.ts';
import { useProofName } from './occurrence-acts.tsx';

type AddDutyProps = { readonly unitId: string; readonly proofs: readonly string[]; readonly onClose: () => void };

type Said = {
  readonly code: string;
  readonly kind: Exclude<Duty['kind'], 'lead'>;
  readonly posts: Post[];
  readonly text: string;
  readonly standard?: string;
  readonly source: string;
  readonly article?: string;
  readonly period: Duty['period'];
  readonly times: number;
  readonly proof?: string[];
  readonly lateDays: number;
  readonly fromOn: string;
};

/** A duty of the unit and below, beside whatever is asked from above. */
export function AddDuty({ unitId, proofs, onClose }: AddDutyProps) {
  const { t } = useTranslation('responsibilities');
  const [form] = Form.useForm<Said>();
  const [id] = useState(() => newId());
  const act = useResponsibilityAct(addDuty);
  const save = ({ standard, article, ...said }: Said) =>
    act.mutate({ id, unitId, ...said, standard: standard ?? null, article: article ?? null }, { onSuccess: onClose });
  return (
    <FormDrawer
      title={t('desk.catalogue.add')}
      submit={t('desk.catalogue.save')}
      form={form}
      initial={{ kind: 'onePost', period: 'month', times: 1, lateDays: 7, fromOn: dayOf(new Date()) }}
      busy={act.isPending}
      error={act.error}
      onFinish={save}
      onClose={onClose}
    >
      <What />
      <When proofs={proofs} />
    </FormDrawer>
  );
}

const required = [{ required: true }];

function What() {
  const { t } = useTranslation(['responsibilities', 'workforce']);
  const kinds = dutyKinds.filter((kind) => kind !== 'lead').map((value) => ({ value, label: t(`dutyKinds.${value}`) }));
  return (
    <>
      <Form.Item name="text" label={t('desk.catalogue.text')} rules={required}>
        <Input.TextArea autoSize={{ minRows: 2 }} maxLength={300} />
      </Form.Item>
      <Form.Item name="code" label={t('desk.catalogue.code')} rules={[{ required: true, pattern: /^[A-Z][A-Z0-9_-]{1,39}$/ }]}>
        <Input maxLength={40} placeholder="OWN-1" />
      </Form.Item>
      <Form.Item name="kind" label={t('desk.duties.kind')} rules={required}>
        <Select options={kinds} />
      </Form.Item>
      <Form.Item name="posts" label={t('desk.catalogue.posts')} rules={required}>
        <Select mode="multiple" options={posts.map((value) => ({ value, label: t(`workforce:posts.${value}`) }))} />
      </Form.Item>
      <Form.Item name="standard" label={t('desk.catalogue.standard')}>
        <Input maxLength={200} />
      </Form.Item>
      <Form.Item name="source" label={t('desk.catalogue.basis')} rules={required}>
        <Input maxLength={100} />
      </Form.Item>
      <Form.Item name="article" label={t('desk.catalogue.article')}>
        <Input maxLength={60} />
      </Form.Item>
    </>
  );
}

function When({ proofs }: { readonly proofs: readonly string[] }) {
  const { t } = useTranslation('responsibilities');
  const name = useProofName();
  return (
    <>
      <Form.Item name="period" label={t('desk.catalogue.period')} rules={required}>
        <Select options={dutyPeriods.map((value) => ({ value, label: t(`periods.${value}`) }))} />
      </Form.Item>
      <Form.Item name="times" label={t('desk.catalogue.times')} rules={required}>
        <InputNumber min={1} max={99} />
      </Form.Item>
      <Form.Item name="proof" label={t('desk.catalogue.proof')}>
        <Select mode="multiple" options={proofs.map((value) => ({ value, label: name(value) }))} />
      </Form.Item>
      <Form.Item name="lateDays" label={t('desk.catalogue.lateDays')} rules={required}>
        <InputNumber min={0} max={366} />
      </Form.Item>
      <Form.Item name="fromOn" label={t('desk.catalogue.fromOn')} rules={required}>
        <DayPicker />
      </Form.Item>
    </>
  );
}
