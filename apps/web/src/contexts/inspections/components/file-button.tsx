import { FileExcelOutlined } from '@ant-design/icons';
import type { UseMutationResult } from '@tanstack/react-query';
import { App, Button } from 'antd';
import { useTranslation } from 'react-i18next';

import { sentenceOf } from '../../../ui/sentence-of.ts';

type FileButtonProps = { readonly file: UseMutationResult<void, Error, void>; readonly icon?: React.ReactNode; readonly label?: string };

/** Brings what is on the page as a file, and says why where it cannot. */
export function FileButton({ file, icon = <FileExcelOutlined />, label }: FileButtonProps) {
  const { t } = useTranslation('inspections');
  const { message } = App.useApp();
  return (
    <Button
      icon={icon}
      loading={file.isPending}
      onClick={() => file.mutate(undefined, { onError: (error) => void message.error(sentenceOf(error)) })}
    >
      {label ?? t('desk.export')}
    </Button>
  );
}
