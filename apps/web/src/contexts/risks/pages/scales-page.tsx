import { factorsOf, gradingMethods, type GradingMethod, type ScaleBody } from '@changming/domain/risks';
import * as contract from '@changming/contract/risks';
import { useQuery } from '@tanstack/react-query';
import { App, Button, Form, Modal, Segmented, Table } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';

import { call } from '../../../api/call.ts';
import { mayAnywhere } from '../../../api/may.ts';
import { useMe } from '../../../api/me.ts';
import { addDays } from '@changming/domain/kernel';
import { dayOf } from '../../../ui/dates.ts';
import { DayPicker } from '../../../ui/day-picker.tsx';
import { FormProblem } from '../../../ui/form-problem.tsx';
import { Loaded } from '../../../ui/loaded.tsx';
import { PageHeader } from '../../../ui/page-header.tsx';
import { Panel } from '../../../ui/panel.tsx';
import { StatusTag } from '../../../ui/status-tag.tsx';
import { LevelTag } from '../components/level-tag.tsx';
import { type RiskScale, scalesQuery, useRiskAct } from '../queries.ts';
import '../components/risks.css';

/** 评价标准: the tables by which risks are graded, each version from its day on. */
export function ScalesPage() {
  const { t } = useTranslation('risks');
  const me = useMe();
  const asked = useQuery(scalesQuery);
  return (
    <>
      <PageHeader title={t('desk.scales.title')} lead={t('desk.scales.lead')} />
      <Loaded query={asked} rows={10}>
        {({ items }) => (
          <>
            {gradingMethods.map((method) => (
              <Method key={method} versions={items.filter((each) => each.method === method)} edits={mayAnywhere(me, 'risks.setScale')} />
            ))}
          </>
        )}
      </Loaded>
    </>
  );
}

function Method({ versions, edits }: { readonly versions: readonly RiskScale[]; readonly edits: boolean }) {
  const { t } = useTranslation('risks');
  const [setting, setSetting] = useState(false);
  const today = dayOf(new Date());
  const current = versions.find(({ from }) => from <= today);
  if (current === undefined) return null;
  return (
    <Panel title={t(`methods.${current.method}`)}>
      {versions.map((version) => (
        <section key={version.id} className="scale">
          <h3>
            {t('desk.scales.from', { on: version.from })}
            {version === current && <StatusTag tone="done">{t('desk.scales.current')}</StatusTag>}
          </h3>
          <ScaleTables method={version.method} body={version.body} />
        </section>
      ))}
      {edits && <Button onClick={() => setSetting(true)}>{t('desk.scales.set')}</Button>}
      {setting && <SetScale scale={current} onClose={() => setSetting(false)} />}
    </Panel>
  );
}

function ScaleTables({ method, body }: { readonly method: GradingMethod; readonly body: ScaleBody }) {
  const { t } = useTranslation('risks');
  return (
    <div className="scale__tables">
      {factorsOf[method].map((factor) => (
        <Table
          key={factor}
          size="small"
          pagination={false}
          rowKey="value"
          dataSource={[...body[factor]]}
          columns={[
            { title: t(`factors.${factor}`), dataIndex: 'label' },
            { title: t('desk.scales.value'), dataIndex: 'value', align: 'right', width: 72 },
          ]}
        />
      ))}
      <Table
        size="small"
        pagination={false}
        rowKey="over"
        dataSource={[...body.bands]}
        columns={[
          {
            title: t('desk.score'),
            dataIndex: 'over',
            render: (over: string) => t(body.boundary === 'lower' ? 'desk.scales.over' : 'desk.scales.from_value', { value: over }),
          },
          { title: t('desk.scales.label'), dataIndex: 'label' },
          {
            title: t('desk.level'),
            dataIndex: 'level',
            render: (level: ScaleBody['bands'][number]['level']) => <LevelTag level={level} />,
          },
        ]}
        footer={() => t('desk.scales.boundary', { side: t(`desk.scales.${body.boundary}`) })}
      />
    </div>
  );
}

type SetValues = { readonly from: string; readonly boundary: ScaleBody['boundary'] };

/** The next version of a table: on which side its boundaries fall, from a day on. Values come by the API. */
function SetScale({ scale, onClose }: { readonly scale: RiskScale; readonly onClose: () => void }) {
  const { t } = useTranslation('risks');
  const { message } = App.useApp();
  const [form] = Form.useForm<SetValues>();
  const set = useRiskAct(({ from, boundary }: SetValues) =>
    call(contract.setScale, { body: { method: scale.method, from, body: { ...scale.body, boundary } } }),
  );
  const finish = (values: SetValues) =>
    set.mutate(values, {
      onSuccess: () => {
        void message.success(t('desk.scales.setDone'));
        onClose();
      },
    });
  const tomorrow = addDays(dayOf(new Date()), 1);
  return (
    <Modal open title={t('desk.scales.set')} okButtonProps={{ loading: set.isPending }} onOk={() => form.submit()} onCancel={onClose}>
      <Form form={form} name="scale" layout="vertical" initialValues={{ from: tomorrow, boundary: scale.body.boundary }} onFinish={finish}>
        <FormProblem form={form} error={set.error} />
        <Form.Item name="from" label={t('desk.scales.setFrom')}>
          <DayPicker barred={(day) => day < dayOf(new Date())} />
        </Form.Item>
        <Form.Item name="boundary" label={t('desk.scales.setBoundary')}>
          <Segmented options={(['lower', 'upper'] as const).map((value) => ({ value, label: t(`desk.scales.${value}`) }))} />
        </Form.Item>
      </Form>
    </Modal>
  );
}
