import { DownloadOutlined } from '@ant-design/icons';
import { useMutation } from '@tanstack/react-query';
import { App, Button, Tooltip } from 'antd';
import type { ReactNode } from 'react';

import { sentenceOf } from '../../../ui/sentence-of.ts';
import { saveFile } from '../save-file.ts';

type SaveFileButtonProps = {
  readonly address: string;
  readonly hint?: string;
  readonly type?: 'default' | 'link';
  readonly children: ReactNode;
};

/** Downloads a workbook that is made for the occasion, which may take a while and may be refused. */
export function SaveFileButton({ address, hint, type = 'default', children }: SaveFileButtonProps) {
  const { message } = App.useApp();
  const save = useMutation({ mutationFn: () => saveFile(address), onError: (error) => void message.error(sentenceOf(error)) });
  const button = (
    <Button type={type} icon={<DownloadOutlined />} loading={save.isPending} onClick={() => save.mutate()}>
      {children}
    </Button>
  );
  return hint === undefined ? button : <Tooltip title={hint}>{button}</Tooltip>;
}
