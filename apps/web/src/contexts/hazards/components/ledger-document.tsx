import { FileExcelOutlined } from '@ant-design/icons';
import { Button } from 'antd';
import { useTranslation } from 'react-i18next';

import { useMe } from '../../../api/me.ts';
import { useOrderInstead } from '../../../ui/use-order-instead.tsx';
import { type LedgerSearch, queryOf } from '../ledger-search.ts';
import { useLedgerDocument, useOrderLedger } from '../list-queries.ts';

/** The ledger that is shown, as a workbook that the import reads. */
export function LedgerDocument({ search }: { readonly search: LedgerSearch }) {
  const { t } = useTranslation('hazards');
  const filter = queryOf(search, useMe().person?.id ?? null);
  const { mutate, isPending } = useLedgerDocument(filter);
  const { mutateAsync: order } = useOrderLedger(filter);
  const orderInstead = useOrderInstead({ context: 'hazards', tooLong: 'hazards.document_too_large' });
  return (
    <Button
      icon={<FileExcelOutlined />}
      loading={isPending}
      onClick={() => mutate(undefined, { onError: (error) => orderInstead(error, () => order()) })}
    >
      {t('desk.threeLists.ledger')}
    </Button>
  );
}
