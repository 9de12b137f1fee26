import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';

import type { Answer } from '../../../api/route-types.ts';
import type * as contract from '@changming/contract/assessments';
import { CopyButton } from '../../../ui/copy-button.tsx';
import { instantText } from '../../../ui/dates.ts';
import { Facts } from '../../../ui/facts.tsx';
import { Loaded } from '../../../ui/loaded.tsx';
import { receiptQuery } from '../queries.ts';

type ReceiptAnswer = Answer<typeof contract.readReceipt>;

/** 凭据: the three hashes and what went in, to be copied whole. */
export function Receipt({ runId }: { readonly runId: string }) {
  const receipt = useQuery(receiptQuery(runId));
  return (
    <Loaded query={receipt} rows={6} small>
      {(found) => <Shown receipt={found} />}
    </Loaded>
  );
}

function Shown({ receipt }: { readonly receipt: ReceiptAnswer }) {
  const { t } = useTranslation('assessments');
  const counts = Object.entries(receipt.facts).map(([table, count]) =>
    t('desk.receipt.factCount', { table: t(`factTables.${table as 'hazards'}`), count }),
  );
  return (
    <div className="receipt">
      <p className="assessment-quiet">{t('desk.receipt.lead')}</p>
      <Facts
        facts={[
          { label: t('desk.receipt.knownAt'), value: instantText(receipt.knownAt) },
          { label: t('desk.receipt.openingAt'), value: instantText(receipt.openingAt) },
          { label: t('desk.receipt.computedAt'), value: instantText(receipt.computedAt) },
          { label: t('desk.receipt.facts'), value: counts.join('，') },
          ...(['schemeHash', 'inputHash', 'resultHash'] as const).map((name) => ({
            label: t(`desk.receipt.${name}`),
            value: <code className="receipt__hash">{receipt[name]}</code>,
            wide: true,
          })),
        ]}
      />
      <CopyButton text={JSON.stringify(receipt, null, 2)}>{t('desk.receipt.copy')}</CopyButton>
    </div>
  );
}
