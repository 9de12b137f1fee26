import type { SchemeIndicator } from '@changming/domain/assessments';
import { InputNumber, Switch } from 'antd';
import { useTranslation } from 'react-i18next';

import { paramName, paramsOf } from './scheme-words.ts';

type FieldProps = {
  readonly indicator: SchemeIndicator;
  readonly name: string;
  readonly onChange: (indicator: SchemeIndicator) => void;
};

export function OnSwitch({ indicator, name, onChange }: FieldProps) {
  const { t } = useTranslation('assessments');
  return (
    <Switch
      size="small"
      className="scheme-indicators__switch"
      checked={indicator.on}
      aria-label={t('desk.scheme.onOf', { indicator: name })}
      onChange={(on) => onChange({ ...indicator, on })}
    />
  );
}

export function WeightField({ indicator, name, onChange }: FieldProps) {
  const { t } = useTranslation('assessments');
  return (
    <InputNumber<string>
      stringMode
      min="0"
      size="small"
      aria-label={t('desk.scheme.weightOf', { indicator: name })}
      value={indicator.weight}
      onChange={(weight) => onChange({ ...indicator, weight: weight ?? '0' })}
    />
  );
}

/** The numbers that an indicator of the product takes. */
export function ParamFields({ indicator, name, onChange }: FieldProps) {
  const { t } = useTranslation('assessments');
  const { source } = indicator;
  if (source.kind !== 'built') return null;
  return paramsOf(indicator).map(({ name: param, value }) =>
    typeof value === 'number' ? (
      <span key={param} className="scheme-fields">
        <span>{paramName(param, t)}</span>
        <InputNumber<number>
          size="small"
          aria-label={t('desk.scheme.paramOf', { indicator: name, param: paramName(param, t) })}
          value={value}
          onChange={(changed) => onChange({ ...indicator, source: { ...source, params: { ...source.params, [param]: changed ?? 0 } } })}
        />
      </span>
    ) : null,
  );
}
