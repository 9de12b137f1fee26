import { Alert, Form, Input } from 'antd';
import { useTranslation } from 'react-i18next';

import { objectionSentence } from '../../workforce/certificate-look.ts';
import type { KeeperGate } from '../gate-of-keeper.ts';
import './plates.css';

type KeeperObjectionsProps = {
  readonly gate: KeeperGate;
  /** Whether whoever looks may lift it: then he says why. */
  readonly lifts: boolean;
};

/** 准入: what keeps somebody from keeping the point, and why he is let through all the same. Stands inside a form with a field `reason`. */
export function KeeperObjections({ gate: { standing }, lifts }: KeeperObjectionsProps) {
  const { t } = useTranslation('points');
  if (standing.length === 0) return null;
  return (
    <>
      <Alert
        className="form-problem"
        type="warning"
        showIcon
        title={t('desk.gate.closed')}
        description={
          <ul className="point-gate">
            {standing.map((objection) => (
              <li key={`${objection.gate}:${objection.code}`}>{objectionSentence(objection)}</li>
            ))}
          </ul>
        }
      />
      {lifts && (
        <Form.Item
          name="reason"
          label={t('desk.gate.reason')}
          extra={t('desk.gate.note')}
          rules={[{ required: true, whitespace: true, message: t('desk.gate.reasonEmpty') }]}
        >
          <Input.TextArea autoSize={{ minRows: 2, maxRows: 6 }} maxLength={200} />
        </Form.Item>
      )}
    </>
  );
}
