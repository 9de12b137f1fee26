import type { Scheme, SchemeFault } from '@changming/domain/assessments';
import { InputNumber } from 'antd';
import { useTranslation } from 'react-i18next';

import { Panel } from '../../../ui/panel.tsx';
import { type SchemeWords, short } from '../words.ts';
import { BandStrip } from './band-strip.tsx';
import { faultWords, isOfBands } from './scheme-words.ts';

type Bands = Scheme['bands'];
type Band = Bands[number];

type BandsPanelProps = {
  readonly scheme: Scheme;
  readonly words: SchemeWords;
  readonly faults: readonly SchemeFault[];
  /** Null: the scheme is only read. */
  readonly onChange: ((bands: Bands) => void) | null;
};

/** The bands as a strip and as a list; while a draft is edited, what is wrong stands at the field. */
export function BandsPanel({ scheme, words, faults, onChange }: BandsPanelProps) {
  const { t } = useTranslation('assessments');
  const wrong = faults.filter(isOfBands);
  const change = (at: number, band: Band) => onChange?.(scheme.bands.with(at, band));
  return (
    <Panel title={t('desk.scheme.bands')} lead={t('desk.scheme.bandsLead')}>
      <BandStrip scheme={scheme} words={words} />
      <ul className="bands">
        {scheme.bands.map((band, at) => (
          <li key={band.grade}>
            <strong>{words.grade(band.grade)}</strong>
            {onChange === null ? (
              <span>{rangeWords(band)}</span>
            ) : (
              <BandFields band={band} name={words.grade(band.grade)} faults={wrong} onChange={(changed) => change(at, changed)} />
            )}
            {band.coefficient !== null && <small>{t('desk.scheme.coefficient', { coefficient: short(band.coefficient) })}</small>}
          </li>
        ))}
      </ul>
      <div aria-live="polite">
        {wrong.map((fault) => (
          <p key={faultWords(fault)} className="scheme-fault">
            {faultWords(fault)}
          </p>
        ))}
      </div>
    </Panel>
  );

  function rangeWords({ from, below }: Band): string {
    if (below === null) return t('desk.scheme.bandTop', { from: short(from) });
    return t('desk.scheme.bandRange', { from: short(from), below: short(below) });
  }
}

type BandFieldsProps = {
  readonly band: Band;
  readonly name: string;
  readonly faults: readonly SchemeFault[];
  readonly onChange: (band: Band) => void;
};

function BandFields({ band, name, faults, onChange }: BandFieldsProps) {
  const { t } = useTranslation('assessments');
  const { from, below } = band;
  return (
    <span className="bands__fields">
      <span>{t('desk.scheme.bandFrom')}</span>
      <InputNumber<string>
        stringMode
        min="0"
        size="small"
        aria-label={`${name} ${t('desk.scheme.bandFrom')}`}
        value={from}
        {...(isAt(faults, 'from', from) ? { status: 'error' as const } : {})}
        onChange={(value) => onChange({ ...band, from: value ?? '0' })}
      />
      <span>{t('desk.scheme.bandBelow')}</span>
      {below === null ? (
        <span>{t('desk.scheme.bandFull')}</span>
      ) : (
        <InputNumber<string>
          stringMode
          min="0"
          size="small"
          aria-label={`${name} ${t('desk.scheme.bandBelow')}`}
          value={below}
          {...(isAt(faults, 'below', below) ? { status: 'error' as const } : {})}
          onChange={(value) => onChange({ ...band, below: value ?? '0' })}
        />
      )}
    </span>
  );
}

/** A gap lies between the end of one band and the beginning of the next; an overlap the other way round. */
function isAt(faults: readonly SchemeFault[], end: 'from' | 'below', points: string): boolean {
  return faults.some(({ fault, facts }) => {
    const other = end === 'from' ? 'below' : 'from';
    return Number(facts[fault === 'band_gap' ? other : end]) === Number(points);
  });
}
