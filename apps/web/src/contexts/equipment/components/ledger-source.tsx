import { useTranslation } from 'react-i18next';

import { Section } from '../../../ui/section.tsx';
import './equipment.css';

type LedgerRow = {
  readonly fileName: string;
  readonly sheet: string;
  readonly row: number;
  readonly words: Readonly<Record<string, string>>;
};

/** 台账来源: which row of which file told of it, with every cell as it was written. */
export function LedgerSource({ rows, titles }: { readonly rows: readonly LedgerRow[]; readonly titles: (field: string) => string }) {
  const { t } = useTranslation('equipment');
  if (rows.length === 0) return null;
  return (
    <Section title={t('desk.ledger')}>
      {rows.map(({ fileName, sheet, row, words }) => (
        <div key={`${fileName}!${sheet}!${row}`} className="equipment-source">
          <p>{t('desk.ledgerRow', { file: fileName, sheet, row })}</p>
          <dl>
            {Object.entries(words).map(([field, text]) => (
              <div key={field}>
                <dt>{titles(field)}</dt>
                <dd>{text}</dd>
              </div>
            ))}
          </dl>
        </div>
      ))}
    </Section>
  );
}
