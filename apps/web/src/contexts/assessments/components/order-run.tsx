import { useQuery } from '@tanstack/react-query';
import { Checkbox, Form, Input, Select } from 'antd';
import { useTranslation } from 'react-i18next';

import { dayOf } from '../../../ui/dates.ts';
import { FormDrawer } from '../../../ui/form-drawer.tsx';
import { pastPeriodsOf } from '../past-periods.ts';
import { type AssessmentSchemeHead, schemesQuery, useOrderRun } from '../queries.ts';
import { periodWords, schemeName } from '../words.ts';

type Order = { readonly schemeCode: string; readonly period: string; readonly anew?: boolean; readonly reason?: string };

type OrderRunProps = {
  readonly onClose: () => void;
  /** The id under which the run will be found. */
  readonly onOrdered: (runId: string) => void;
};

/** 安排计算: which scheme, which period that is over. Why it is refused stands above the form, in the words of the API. */
export function OrderRun(props: OrderRunProps) {
  const { data } = useQuery(schemesQuery());
  if (data === undefined) return null;
  const published = data.items.filter(({ stage }) => stage === 'published');
  return <OrderForm {...props} schemes={[...new Map(published.map((scheme) => [scheme.code, scheme])).values()]} />;
}

function OrderForm({ schemes, onClose, onOrdered }: OrderRunProps & { readonly schemes: readonly AssessmentSchemeHead[] }) {
  const { t } = useTranslation('assessments');
  const [form] = Form.useForm<Order>();
  const ordering = useOrderRun();
  const [first] = schemes;
  const chosen = Form.useWatch('schemeCode', form) ?? first?.code;
  const finish = (order: Order) => ordering.mutate(bodyOf(order), { onSuccess: ({ id }) => onOrdered(id) });
  return (
    <FormDrawer
      title={t('desk.order.title')}
      submit={t('desk.order.submit')}
      form={form}
      initial={first === undefined ? {} : { schemeCode: first.code }}
      busy={ordering.isPending}
      error={ordering.error}
      onFinish={finish}
      onClose={onClose}
    >
      <Form.Item name="schemeCode" label={t('desk.order.scheme')} rules={[{ required: true, message: t('desk.order.schemeEmpty') }]}>
        <Select options={schemes.map((scheme) => ({ value: scheme.code, label: schemeName(scheme) }))} />
      </Form.Item>
      <Form.Item name="period" label={t('desk.order.period')} rules={[{ required: true, message: t('desk.order.periodEmpty') }]}>
        <Select options={periodsOf(schemes, chosen).map((value) => ({ value, label: periodWords(value, t) }))} />
      </Form.Item>
      <Form.Item name="anew" valuePropName="checked" extra={t('desk.order.anewHint')}>
        <Checkbox>{t('desk.order.anew')}</Checkbox>
      </Form.Item>
      <Form.Item name="reason" label={t('desk.order.reason')} extra={t('desk.order.reasonHint')}>
        <Input.TextArea autoSize={{ minRows: 2, maxRows: 6 }} maxLength={500} showCount />
      </Form.Item>
    </FormDrawer>
  );
}

function bodyOf({ anew, reason, ...order }: Order) {
  return { ...order, ...(anew === true && { anew }), ...(reason !== undefined && reason !== '' && { reason }) };
}

/** What is over, of the kinds that the scheme assesses. */
function periodsOf(schemes: readonly AssessmentSchemeHead[], chosen: string | undefined): string[] {
  const kinds = schemes.find(({ code }) => code === chosen)?.periodKinds ?? [];
  return pastPeriodsOf(kinds, dayOf(new Date()));
}
