import { FileExcelOutlined } from '@ant-design/icons';
import type { UseMutationResult } from '@tanstack/react-query';
import { App, Button } from 'antd';
import { useTranslation } from 'react-i18next';

import { sentenceOf } from '../../../ui/sentence-of.ts';
import { useOrderInstead } from '../../../ui/use-order-instead.tsx';

type FileButtonProps = {
  readonly file: UseMutationResult<void, Error, void>;
  readonly icon?: React.ReactNode;
  readonly label?: string;
  /** Has it made in the background where it is too long for one answer. */
  readonly order?: () => Promise<unknown>;
};

/** Brings what is on the page as a file, and says why where it cannot. */
export function FileButton({ file, icon = <FileExcelOutlined />, label, order }: FileButtonProps) {
  const { t } = useTranslation('inspections');
  const { message } = App.useApp();
  const orderInstead = useOrderInstead({ context: 'inspections', tooLong: 'inspections.too_many_rows' });
  const failed = (error: unknown) => (order === undefined ? void message.error(sentenceOf(error)) : orderInstead(error, order));
  return (
    <Button icon={icon} loading={file.isPending} onClick={() => file.mutate(undefined, { onError: failed })}>
      {label ?? t('desk.export')}
    </Button>
  );
}
