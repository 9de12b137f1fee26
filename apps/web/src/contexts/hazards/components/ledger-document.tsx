import { FileExcelOutlined } from '@ant-design/icons';
import { App, Button } from 'antd';
import { useTranslation } from 'react-i18next';

import { useMe } from '../../../api/me.ts';
import { sentenceOf } from '../../../ui/sentence-of.ts';
import { type LedgerSearch, queryOf } from '../ledger-search.ts';
import { useLedgerDocument } from '../list-queries.ts';

/** The ledger that is shown, as a workbook that the import reads. */
export function LedgerDocument({ search }: { readonly search: LedgerSearch }) {
  const { t } = useTranslation('hazards');
  const { message } = App.useApp();
  const { mutate, isPending } = useLedgerDocument(queryOf(search, useMe().person?.id ?? null));
  return (
    <Button
      icon={<FileExcelOutlined />}
      loading={isPending}
      onClick={() => mutate(undefined, { onError: (error) => void message.error(sentenceOf(error)) })}
    >
      {t('desk.threeLists.ledger')}
    </Button>
  );
}
