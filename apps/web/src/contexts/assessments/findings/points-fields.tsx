import { Form, Input, Select } from 'antd';
import { useTranslation } from 'react-i18next';

import { dayOf } from '../../../ui/dates.ts';
import { pastPeriodsOf } from '../past-periods.ts';
import type { AssessmentSchemeHead } from '../queries.ts';
import { periodWords } from '../words.ts';
import type { ProposedFinding } from './propose-finding.tsx';
import { schemeInForce } from './scheme-in-force.ts';

type PointsFieldsProps = { readonly heads: readonly AssessmentSchemeHead[] };

/** Of points given and corrections: the one period they are for, how many, and out of how many. */
export function PointsFields({ heads }: PointsFieldsProps) {
  const kind = Form.useWatch('kind', Form.useFormInstance<ProposedFinding>());
  if (kind !== 'given' && kind !== 'correction') return null;
  return (
    <>
      <PeriodField heads={heads} />
      <Points given={kind === 'given'} />
    </>
  );
}

function PeriodField({ heads }: PointsFieldsProps) {
  const { t } = useTranslation('assessments');
  const code = Form.useWatch('schemeCode', Form.useFormInstance<ProposedFinding>());
  const today = dayOf(new Date());
  const periods = pastPeriodsOf(schemeInForce(heads, code ?? '', today)?.periodKinds ?? [], today);
  return (
    <Form.Item name="period" label={t('desk.order.period')} rules={[{ required: true, message: t('desk.order.periodEmpty') }]}>
      <Select options={periods.map((value) => ({ value, label: periodWords(value, t) }))} />
    </Form.Item>
  );
}

function Points({ given }: { readonly given: boolean }) {
  const { t } = useTranslation('assessments');
  const rules = [{ required: true, pattern: given ? unsigned : decimal, message: t('desk.findings.pointsEmpty') }];
  const hint = t(given ? 'desk.findings.givenHint' : 'desk.findings.correctionHint');
  return (
    <>
      <Form.Item name="points" label={t('desk.findings.points')} extra={hint} rules={rules}>
        <Input inputMode="decimal" />
      </Form.Item>
      {given && (
        <Form.Item name="outOf" label={t('desk.findings.outOf')} rules={rules}>
          <Input inputMode="decimal" />
        </Form.Item>
      )}
    </>
  );
}

const decimal = /^-?(?:0|[1-9]\d{0,5})(?:\.\d{1,2})?$/u;
const unsigned = /^(?:0|[1-9]\d{0,5})(?:\.\d{1,2})?$/u;
