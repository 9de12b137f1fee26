import { useId } from 'react';

import { type Given, type Item, readingOf } from './check.ts';
import { useCheckWords } from './words.ts';

type Reading = Extract<Item['answer'], { kind: 'reading' }>;
type ReadingFieldProps = {
  readonly answer: Reading;
  readonly given: Given;
  /** What was read last time. */
  readonly last: number | undefined;
  readonly label: string;
  readonly onGive: (given: Given) => void;
};

/** A number with its unit, its limits and the one of last time. */
export function ReadingField({ answer, given, last, label, onGive }: ReadingFieldProps) {
  const t = useCheckWords();
  const id = useId();
  const reading = readingOf(given.typed);
  const outside = reading !== undefined && isOut(answer, reading);
  return (
    <div className="reading">
      <label htmlFor={id}>{t('phone.reading')}</label>
      <span className={outside ? 'reading__box reading__box--outside' : 'reading__box'}>
        <input
          id={id}
          inputMode="decimal"
          autoComplete="off"
          maxLength={14}
          aria-label={`${label} ${t('phone.reading')}`}
          value={given.typed}
          onChange={(event) => onGive({ ...applying(given), typed: event.target.value })}
        />
        <span>{answer.unit}</span>
      </span>
      <p className="reading__hints">
        <Limits answer={answer} />
        <Before answer={answer} last={last} reading={reading} />
      </p>
      {outside && <p className="check-item__wrong">{t('phone.outside')}</p>}
    </div>
  );
}

/** Whoever types a number does not hold the item for not applicable any more. */
function applying(given: Given): Given {
  return given.verdict === 'notApplicable' ? { ...given, verdict: null } : given;
}

type BeforeProps = { readonly answer: Reading; readonly last: number | undefined; readonly reading: number | undefined };

/** What was read last time; of a meter also what was used since. */
function Before({ answer: { unit, meter }, last, reading }: BeforeProps) {
  const t = useCheckWords();
  if (last === undefined) return <span>{t('phone.noLastReading')}</span>;
  const used = meter && reading !== undefined && reading >= last ? rounded(reading - last) : null;
  return (
    <>
      <span>{t('phone.last', { reading: `${last} ${unit}` })}</span>
      {used !== null && <span>{t('phone.used', { used, unit })}</span>}
    </>
  );
}

function isOut({ least, most }: Reading, reading: number): boolean {
  return (least !== null && reading < least) || (most !== null && reading > most);
}

function Limits({ answer: { least, most, unit } }: { readonly answer: Reading }) {
  const t = useCheckWords();
  if (least !== null && most !== null) return <span>{t('phone.limits.between', { least, most, unit })}</span>;
  if (least !== null) return <span>{t('phone.limits.least', { least, unit })}</span>;
  return most === null ? null : <span>{t('phone.limits.most', { most, unit })}</span>;
}

/** Three decimals, as gauges show; differences of decimals are not exact otherwise. */
function rounded(value: number): number {
  return Math.round(value * 1000) / 1000;
}
