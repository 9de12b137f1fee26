import { CheckOutlined, CopyOutlined } from '@ant-design/icons';
import { Button } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';

/** A call that can be copied and run, once `$TOKEN` holds a token. */
export function Example({ address }: { readonly address: string }) {
  const { t } = useTranslation('analytics');
  const [copied, setCopied] = useState(false);
  const call = `curl -H "Authorization: Bearer $TOKEN" "${window.location.origin}${address}"`;
  const copy = () => void navigator.clipboard.writeText(call).then(() => setCopied(true));
  return (
    <div className="dataset-sheet__example">
      <pre>{call}</pre>
      <Button icon={copied ? <CheckOutlined /> : <CopyOutlined />} onClick={copy}>
        {copied ? t('desk.copied') : t('desk.copy')}
      </Button>
    </div>
  );
}
