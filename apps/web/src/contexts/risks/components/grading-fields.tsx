import { directMajors, type Factor, factorsOf, gradeBy, type Grading, gradingMethods, type Scale, scaleOn } from '@changming/domain/risks';
import { useQuery } from '@tanstack/react-query';
import { Form, type FormInstance, Input, Select, Segmented } from 'antd';
import { useTranslation } from 'react-i18next';

import { DayPicker } from '../../../ui/day-picker.tsx';
import { dayOf } from '../../../ui/dates.ts';
import { scalesQuery } from '../queries.ts';
import { LevelTag } from './level-tag.tsx';
import type { RiskValues } from './risk-values.ts';
import './risks.css';

export type Reckoned = Grading & { readonly label: string };

/** The table of the day that the form names. */
function useScale(form: FormInstance<RiskValues>): Scale | null {
  const { data } = useQuery(scalesQuery);
  const method = Form.useWatch('method', form) ?? 'lec';
  const on = Form.useWatch('assessedOn', form) ?? dayOf(new Date());
  return data === undefined ? null : scaleOn(data.items, method, on);
}

/** The score and the level of what is chosen, by the very function of the API; null while something is missing. */
export function useReckoned(form: FormInstance<RiskValues>): Reckoned | null {
  const scale = useScale(form);
  const values = Form.useWatch((all: RiskValues) => all, form);
  if (scale === null || values === undefined) return null;
  const factors = factorsOf[scale.method];
  const known = (factor: Factor) => scale.body[factor].some(({ value }) => value === values[factor]);
  if (!factors.every(known)) return null;
  const chosen = Object.fromEntries(factors.map((factor) => [factor, values[factor]]));
  const grading = gradeBy(scale, chosen, values.directMajor ?? null);
  return { ...grading, label: scale.body.bands[grading.band]?.label ?? '' };
}

type GradingFieldsProps = { readonly form: FormInstance<RiskValues>; readonly reckoned: Reckoned | null };

/** 评价: nothing but the values of the table can be chosen. */
export function GradingFields({ form, reckoned }: GradingFieldsProps) {
  const { t } = useTranslation('risks');
  const scale = useScale(form);
  return (
    <fieldset className="grading">
      <legend>{t('desk.grading')}</legend>
      <Form.Item name="method" label={t('desk.method')}>
        <Segmented
          options={gradingMethods.map((value) => ({ value, label: t(`methods.${value}`) }))}
          onChange={() => form.setFieldsValue({ likelihood: undefined, exposure: undefined, consequence: undefined } as never)}
        />
      </Form.Item>
      {scale !== null && factorsOf[scale.method].map((factor) => <FactorField key={factor} factor={factor} scale={scale} />)}
      <Form.Item name="directMajor" label={t('desk.directMajor')}>
        <Select
          allowClear
          placeholder={t('desk.directNone')}
          options={directMajors.map((value) => ({ value, label: t(`directMajors.${value}`) }))}
        />
      </Form.Item>
      <output className="grading__result" aria-live="polite">
        {reckoned === null ? (
          t('desk.reckonFirst')
        ) : (
          <>
            <LevelTag level={reckoned.level} /> {t('desk.reckoned', { score: reckoned.score, band: reckoned.label })}
          </>
        )}
      </output>
      <Form.Item name="assessedOn" label={t('desk.assessedOn')}>
        <DayPicker barred={(day) => day > dayOf(new Date())} />
      </Form.Item>
      <Form.Item name="note" label={t('desk.note')}>
        <Input maxLength={500} />
      </Form.Item>
    </fieldset>
  );
}

function FactorField({ factor, scale }: { readonly factor: Factor; readonly scale: Scale }) {
  const { t } = useTranslation('risks');
  const options = scale.body[factor].map(({ value, label }) => ({ value, label: `${value} · ${label}` }));
  return (
    <Form.Item name={factor} label={t(`factors.${factor}`)} rules={[{ required: true, message: t('desk.reckonFirst') }]}>
      <Select options={options} />
    </Form.Item>
  );
}
