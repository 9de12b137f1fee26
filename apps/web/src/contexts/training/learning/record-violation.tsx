import { type ViolationKind, violationKinds } from '@changming/domain/training';
import { App, Form, Input, Radio, Select } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';

import { newId } from '../../../api/new-id.ts';
import { FormDrawer } from '../../../ui/form-drawer.tsx';
import { MomentField } from '../../../ui/moment-field.tsx';
import { recordViolation, useLearningAct } from './queries.ts';
import { type Violator, ViolatorFields, violatorOf } from './violator-fields.tsx';

type Recorded = Violator & {
  readonly kind: ViolationKind;
  readonly what: string;
  readonly clause?: string;
  readonly place?: string;
  readonly foundAt: string;
};

/** 登记三违 of one of one's own people or of somebody from elsewhere. */
export function RecordViolation({ onClose }: { readonly onClose: () => void }) {
  const { t } = useTranslation(['training', 'shell']);
  const { message } = App.useApp();
  const [form] = Form.useForm<Recorded>();
  const [id] = useState(() => newId());
  const act = useLearningAct(recordViolation);
  const finish = ({ who, person, name, of, unit, clause, place, ...said }: Recorded) =>
    act.mutate(
      { id, ...violatorOf({ who, person, name, of, unit }), clause: clause || null, place: place || null, ...said },
      {
        onSuccess: () => {
          void message.success(t(who === 'insider' ? 'learning.violations.recorded' : 'learning.violations.outsiderRecorded'));
          onClose();
        },
      },
    );
  return (
    <FormDrawer
      title={t('learning.violations.record')}
      submit={t('shell:actions.save')}
      form={form}
      initial={{ who: 'insider', kind: 'illegalOperation', foundAt: new Date().toISOString() }}
      busy={act.isPending}
      error={act.error}
      onFinish={finish}
      onClose={onClose}
    >
      <Form.Item name="who" label={t('learning.violations.who')}>
        <Radio.Group
          optionType="button"
          options={(['insider', 'outsider'] as const).map((value) => ({ value, label: t(`learning.violations.${value}`) }))}
        />
      </Form.Item>
      <ViolatorFields />
      <DeedFields />
    </FormDrawer>
  );
}

/** What was done, where and when. */
function DeedFields() {
  const { t } = useTranslation('training');
  const required = (label: string) => [{ required: true, message: t('learning.required', { label }) }];
  return (
    <>
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
    </>
  );
}
