import { type Handling, handlings } from '@changming/domain/training';
import { App, Form, Input, InputNumber, Select } from 'antd';
import { useTranslation } from 'react-i18next';

import { FormDrawer } from '../../../ui/form-drawer.tsx';
import { handleViolation, useLearningAct, type ViolationDetail } from './queries.ts';

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
