import type { Scheme, SchemeFault, SchemeIndicator } from '@changming/domain/assessments';
import { useTranslation } from 'react-i18next';

import { Panel } from '../../../ui/panel.tsx';
import { StatusTag } from '../../../ui/status-tag.tsx';
import { type SchemeWords, short } from '../words.ts';
import { OnSwitch, ParamFields, WeightField } from './indicator-fields.tsx';
import { byWords, faultWords, isOfIndicator, paramName, paramsOf, paramValue, weightOn, zeroWords } from './scheme-words.ts';

type IndicatorsPanelProps = {
  readonly scheme: Scheme;
  readonly words: SchemeWords;
  readonly faults: readonly SchemeFault[];
  /** Null: the scheme is only read. */
  readonly onChange: ((indicators: Scheme['indicators']) => void) | null;
};

/** The indicators under their dimensions: what each weighs, how it is scored, where its numbers come from. */
export function IndicatorsPanel({ scheme, words, faults, onChange }: IndicatorsPanelProps) {
  const { t } = useTranslation('assessments');
  const { dimensions, indicators } = scheme;
  const change = (changed: SchemeIndicator) => onChange?.(indicators.map((each) => (each.code === changed.code ? changed : each)));
  const on = indicators.filter((each) => each.on).length;
  return (
    <Panel title={t('desk.explanation.indicators')} lead={t('desk.scheme.weightsLead', { count: on, weight: weightOn(indicators) })}>
      {dimensions.map(({ code }) => {
        const own = indicators.filter(({ dimension }) => dimension === code);
        if (own.length === 0) return null;
        return (
          <section key={code} className="scheme-dimension">
            <h3>{t('desk.scheme.dimension', { name: `${code} ${words.dimension(code)}`, weight: weightOn(own) })}</h3>
            <table className="scheme-indicators">
              <Heads />
              <tbody>
                {own.map((indicator) => (
                  <Row
                    key={indicator.code}
                    indicator={indicator}
                    words={words}
                    faults={faults.filter((fault) => isOfIndicator(fault, indicator.code))}
                    onChange={onChange === null ? null : change}
                  />
                ))}
              </tbody>
            </table>
          </section>
        );
      })}
    </Panel>
  );
}

function Heads() {
  const { t } = useTranslation('assessments');
  return (
    <thead>
      <tr>
        {(['indicator', 'weight', 'by', 'zero', 'source'] as const).map((head) => (
          <th key={head} scope="col">
            {t(`desk.scheme.heads.${head}`)}
          </th>
        ))}
      </tr>
    </thead>
  );
}

type RowProps = {
  readonly indicator: SchemeIndicator;
  readonly words: SchemeWords;
  readonly faults: readonly SchemeFault[];
  readonly onChange: ((indicator: SchemeIndicator) => void) | null;
};

function Row({ indicator, words, faults, onChange }: RowProps) {
  const { t } = useTranslation('assessments');
  const { code, on, weight, source } = indicator;
  const name = words.indicator(code);
  return (
    <tr className={on ? '' : 'scheme-indicators__off'}>
      <th scope="row">
        {onChange !== null && <OnSwitch indicator={indicator} name={name} onChange={onChange} />}
        <span className="scheme-indicators__code">{code}</span>
        {name}
        {!on && <small>{t('desk.scheme.off')}</small>}
        {faults.map((fault) => (
          <p key={faultWords(fault)} className="scheme-fault">
            {faultWords(fault)}
          </p>
        ))}
        {onChange === null ? <Params indicator={indicator} /> : <ParamFields indicator={indicator} name={name} onChange={onChange} />}
      </th>
      <td className="scheme-indicators__weight">
        {onChange === null ? short(weight) : <WeightField indicator={indicator} name={name} onChange={onChange} />}
      </td>
      <td>{byWords(indicator, t)}</td>
      <td>{zeroWords(indicator, words, t)}</td>
      <td>
        <StatusTag tone={source.kind === 'awaited' ? 'waiting' : 'done'}>{t(`desk.scheme.sources.${source.kind}`)}</StatusTag>
      </td>
    </tr>
  );
}

function Params({ indicator }: { readonly indicator: SchemeIndicator }) {
  const { t } = useTranslation('assessments');
  return paramsOf(indicator).map((param) => <small key={param.name}>{`${paramName(param.name, t)} ${paramValue(param)}`}</small>);
}
