import { numberTakenInput } from '@changming/domain/workforce';
import { useNavigate } from '@tanstack/react-router';
import { Alert, Button, Form, Input } from 'antd';
import { useTranslation } from 'react-i18next';

import { FormProblem } from '../../../ui/form-problem.tsx';
import { PageHeader } from '../../../ui/page-header.tsx';
import { Panel } from '../../../ui/panel.tsx';
import { useFindByIdentity } from '../queries.ts';

type Found = NonNullable<ReturnType<typeof useFindByIdentity>['data']>;

/** 证件号查重: the number stays out of the address and of what is remembered. */
export function LookUpPage() {
  const { t } = useTranslation('workforce');
  const [form] = Form.useForm<{ number: string }>();
  const find = useFindByIdentity();
  const fits = (_: unknown, typed: string = '') => {
    if (typed.trim() === '') return Promise.reject(new Error(t('desk.lookUp.numberEmpty')));
    const read = numberTakenInput.safeParse({ identityNumber: typed });
    return read.success ? Promise.resolve() : Promise.reject(new Error(t('desk.lookUp.numberWrong')));
  };
  return (
    <>
      <PageHeader title={t('desk.lookUp.title')} lead={t('desk.lookUp.lead')} />
      <Panel narrow>
        <Form
          form={form}
          name="look-up"
          layout="vertical"
          requiredMark={false}
          autoComplete="off"
          onValuesChange={() => find.reset()}
          onFinish={({ number }) => find.mutate(number)}
        >
          <FormProblem form={form} error={find.error} />
          <Form.Item name="number" label={t('desk.lookUp.number')} validateTrigger="onSubmit" rules={[{ validator: fits }]}>
            <Input autoFocus />
          </Form.Item>
          <Button type="primary" htmlType="submit" loading={find.isPending}>
            {t('desk.lookUp.submit')}
          </Button>
        </Form>
        {find.data !== undefined && <Answer found={find.data} />}
      </Panel>
    </>
  );
}

const below = { marginBlockStart: 16 } as const;

function Answer({ found: { taken, person } }: { readonly found: Found }) {
  const { t } = useTranslation('workforce');
  const navigate = useNavigate();
  if (!taken) return <Alert style={below} type="success" showIcon title={t('desk.lookUp.free')} description={t('desk.lookUp.freeNext')} />;
  if (person === null) {
    return <Alert style={below} type="warning" showIcon title={t('desk.lookUp.elsewhere')} description={t('desk.lookUp.elsewhereNext')} />;
  }
  const { id, name, staffNo, leftOn } = person;
  const open = () => void navigate({ to: '/persons', search: { open: id, ...(leftOn === null ? {} : { left: true }) } });
  return (
    <Alert
      style={below}
      type="info"
      showIcon
      title={t('desk.lookUp.known', { name: [name, staffNo, leftOn === null ? null : t('desk.left')].filter(Boolean).join(' · ') })}
      description={t('desk.lookUp.knownNext')}
      action={<Button onClick={open}>{t('desk.lookUp.open')}</Button>}
    />
  );
}
