import { useTranslation } from 'react-i18next';

import { type Fact, Facts } from '../../../ui/facts.tsx';
import { StatusTag } from '../../../ui/status-tag.tsx';
import type { HazardDetail } from '../queries.ts';
import { RecordCard } from './record-card.tsx';

type OfHazard = { readonly hazard: HazardDetail };

/** 期初台账: which evidence the ledger does not have, and every cell of its rows as it was written. */
export function LedgerRecord({ hazard }: OfHazard) {
  const { t } = useTranslation(['hazards', 'imports']);
  const fields = t('imports:hazardFields', { returnObjects: true }) as Readonly<Record<string, string>>;
  return (
    <>
      <p className="hazard-page__note">{t('hazards:desk.opening.lead')}</p>
      <Missing hazard={hazard} />
      {hazard.ledgerRows.map(({ fileHash, fileName, sheet, row, words }) => (
        <RecordCard key={fileHash} title={t('hazards:desk.opening.from', { file: fileName, sheet, row })}>
          <Facts facts={inOrder(fields, words)} />
          <small className="hazard-page__hash">{t('hazards:desk.opening.hash', { hash: fileHash.slice(0, 16) })}</small>
        </RecordCard>
      ))}
    </>
  );
}

/** The cells of a row in the order in which offices keep them. */
function inOrder(fields: Readonly<Record<string, string>>, words: Readonly<Record<string, string>>): Fact[] {
  return Object.entries(fields).flatMap(([field, label]) => {
    const text = words[field];
    return text === undefined ? [] : [{ label, value: text, wide: text.length > 24 }];
  });
}

function Missing({ hazard }: OfHazard) {
  const { t } = useTranslation('hazards');
  const missing = missingIn(hazard);
  if (missing.length === 0) return null;
  return (
    <p className="hazard-page__missing">
      <span>{t('desk.opening.missing')}</span>
      {missing.map((each) => (
        <StatusTag key={each} tone="waiting">
          {t(`desk.opening.${each}`)}
        </StatusTag>
      ))}
    </p>
  );
}

/** What the loop would have asked for by this stage and the ledger does not have. */
function missingIn({ photos, stage, plan, acceptedBy, ledgerRows }: HazardDetail) {
  const isDone = stage === 'submitted' || stage === 'closed';
  const names = (field: 'responsible' | 'acceptor') => ledgerRows.some(({ words }) => words[field] !== undefined);
  const rules = [
    ['before', photos.every(({ kind }) => kind !== 'before')],
    ['after', isDone && photos.every(({ kind }) => kind !== 'after')],
    ['responsible', plan.responsibleId === null && names('responsible')],
    ['acceptor', stage === 'closed' && acceptedBy === null && names('acceptor')],
  ] as const;
  return rules.flatMap(([name, isMissing]) => (isMissing ? [name] : []));
}
