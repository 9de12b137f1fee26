import { missReasons, type MissReason } from '@changming/domain/inspections';
import { App, Form, Input, Modal, Radio } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';

import { ActButton } from '../../../ui/act-button.tsx';
import { FormProblem } from '../../../ui/form-problem.tsx';
import { explainMisses } from '../check-queries.ts';
import { useInspectionAct } from '../checklist-queries.ts';

type Values = { readonly reason: MissReason; readonly note?: string };
type ExplainMissesProps = {
  /** Those of the chosen that were missed. */
  readonly ids: readonly string[];
  readonly of: number;
  /** Within the bar of a table. */
  readonly small?: boolean;
  readonly onDone: () => void;
};

/** 说明漏查原因, for one or many at once. A miss stays a miss. */
export function ExplainMisses({ ids, of, small = false, onDone }: ExplainMissesProps) {
  const { t } = useTranslation('inspections');
  const [open, setOpen] = useState(false);
  const objection = ids.length === 0 && of > 0 ? t('desk.task.noneMissed') : null;
  return (
    <>
      <ActButton type="primary" size={small ? 'small' : 'middle'} objection={objection} onClick={() => setOpen(true)}>
        {t('desk.task.explain', { count: ids.length })}
      </ActButton>
      {open && (
        <Explaining
          ids={ids}
          onClose={() => setOpen(false)}
          onDone={() => {
            setOpen(false);
            onDone();
          }}
        />
      )}
    </>
  );
}

type ExplainingProps = { readonly ids: readonly string[]; readonly onClose: () => void; readonly onDone: () => void };

function Explaining({ ids, onClose, onDone }: ExplainingProps) {
  const { t } = useTranslation(['inspections', 'shell']);
  const { message } = App.useApp();
  const [form] = Form.useForm<Values>();
  const explain = useInspectionAct(explainMisses);
  const reason = Form.useWatch('reason', form);
  const finish = ({ reason: chosen, note = '' }: Values) =>
    explain.mutate(
      { ids: [...ids], reason: chosen, ...(note.trim() === '' ? {} : { note: note.trim() }) },
      {
        onSuccess: ({ explained }) => {
          void message.success(t('desk.task.explained', { count: explained }));
          onDone();
        },
      },
    );
  return (
    <Modal
      open
      title={t('desk.task.explainTitle', { count: ids.length })}
      okText={t('shell:actions.save')}
      okButtonProps={{ loading: explain.isPending }}
      onOk={() => form.submit()}
      onCancel={onClose}
    >
      <Form form={form} name="explain" layout="vertical" onFinish={finish}>
        <FormProblem form={form} error={explain.error} />
        <p className="inspections-quiet">{t('desk.task.explainNote')}</p>
        <Form.Item name="reason" label={t('desk.reason')} rules={[{ required: true, message: t('desk.choose') }]}>
          <Radio.Group options={missReasons.map((value) => ({ value, label: t(`missReasons.${value}`) }))} />
        </Form.Item>
        <Form.Item
          name="note"
          label={t('desk.task.note')}
          rules={reason === 'other' ? [{ required: true, whitespace: true, message: t('desk.empty') }] : []}
        >
          <Input.TextArea autoSize={{ minRows: 2, maxRows: 5 }} maxLength={300} />
        </Form.Item>
      </Form>
    </Modal>
  );
}
