import { CheckOutlined, CopyOutlined } from '@ant-design/icons';
import { Button } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';

type CopyButtonProps = { readonly text: string; readonly children?: string };

/** Copies a text and says so. Over plain HTTP there is no clipboard, and no button: the text stands beside it and can be marked. */
export function CopyButton({ text, children }: CopyButtonProps) {
  const { t } = useTranslation('shell');
  const [copied, setCopied] = useState(false);
  const board = navigator.clipboard as Clipboard | undefined;
  if (board === undefined) return null;
  return (
    <Button icon={copied ? <CheckOutlined /> : <CopyOutlined />} onClick={() => void board.writeText(text).then(() => setCopied(true))}>
      {copied ? t('actions.copied') : (children ?? t('actions.copy'))}
    </Button>
  );
}
