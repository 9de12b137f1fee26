import { FileExcelOutlined } from '@ant-design/icons';
import { Alert, Button, Progress } from 'antd';
import { type ChangeEvent, type DragEvent, useState } from 'react';
import { useTranslation } from 'react-i18next';

import { newId } from '../../../api/new-id.ts';
import { refusalSentence } from '../../../ui/refusal-sentence.ts';
import { sentenceOf } from '../../../ui/sentence-of.ts';
import { type Upload, useUpload } from '../queries.ts';

type DropWorkbookProps = {
  /** What the batch will be about; null while it is not chosen. Absent for a batch that waits for its file. */
  readonly declared?: Upload['declared'] | null;
  readonly batchId?: string;
  readonly onSent: (batchId: string) => void;
};

/** MB; the API holds to it as well. */
const most = 20;

/** Takes one workbook, by dropping or choosing it, and sends it. A file that did not get through is kept for another try. */
export function DropWorkbook({ declared, batchId, onSent }: DropWorkbookProps) {
  const { t } = useTranslation('imports');
  const [refusal, setRefusal] = useState<string | null>(null);
  const sending = useSending({ declared: declared ?? undefined, batchId, onSent });
  const barred = declared === null;

  const take = (file: File | undefined) => {
    if (file === undefined || barred) return;
    const code = refusalOf(file);
    setRefusal(code);
    if (code === null) sending.send(file);
  };

  if (sending.isPending) return <Sending name={sending.name} share={sending.share} />;
  return (
    <>
      {refusal !== null && <Alert className="form-problem" type="error" showIcon title={refusalSentence(refusal, { most })} />}
      {sending.error !== null && (
        <Alert
          className="form-problem"
          type="error"
          showIcon
          title={sentenceOf(sending.error)}
          action={<Button onClick={sending.again}>{t('desk.start.again')}</Button>}
        />
      )}
      <Zone barred={barred} onTake={take} />
    </>
  );
}

function refusalOf({ name, size }: File): string | null {
  if (/\.xls$/i.test(name)) return 'imports.old_format';
  if (size === 0 || !/\.xlsx$/i.test(name)) return 'imports.not_xlsx';
  return size > most * 1024 * 1024 ? 'imports.too_large' : null;
}

type Settings = {
  readonly declared: Upload['declared'] | undefined;
  readonly batchId: string | undefined;
  readonly onSent: DropWorkbookProps['onSent'];
};

/** The batch is made once per file: a second try continues it. */
function useSending({ declared, batchId, onSent }: Settings) {
  const upload = useUpload();
  const [share, setShare] = useState(0);
  const submit = (each: Upload) => {
    setShare(0);
    upload.mutate(each, { onSuccess: () => onSent(each.batchId) });
  };
  return {
    isPending: upload.isPending,
    error: upload.error,
    share,
    name: upload.variables?.file.name ?? '',
    send: (file: File) => submit({ batchId: batchId ?? newId(), file, onShare: setShare, ...(declared === undefined ? {} : { declared }) }),
    again: () => {
      if (upload.variables !== undefined) submit(upload.variables);
    },
  };
}

function Sending({ name, share }: { readonly name: string; readonly share: number }) {
  const { t } = useTranslation('imports');
  const percent = Math.floor(share * 100);
  const words = percent < 100 ? t('desk.start.sending', { name, share: percent }) : t('desk.start.taking');
  return (
    <div className="imports__drop imports__drop--busy" role="status">
      <Progress percent={percent} showInfo={false} aria-label={words} />
      <p>{words}</p>
    </div>
  );
}

function Zone({ barred, onTake }: { readonly barred: boolean; readonly onTake: (file: File | undefined) => void }) {
  const { t } = useTranslation('imports');
  const [over, setOver] = useState(false);
  const drop = (event: DragEvent) => {
    event.preventDefault();
    setOver(false);
    onTake(event.dataTransfer.files[0]);
  };
  const choose = (event: ChangeEvent<HTMLInputElement>) => {
    onTake(event.target.files?.[0]);
    event.target.value = '';
  };
  return (
    <label
      className={`imports__drop${over ? ' imports__drop--over' : ''}${barred ? ' imports__drop--barred' : ''}`}
      onDragOver={(event) => {
        event.preventDefault();
        setOver(!barred);
      }}
      onDragLeave={() => setOver(false)}
      onDrop={drop}
    >
      <input type="file" className="imports__input" accept=".xlsx" disabled={barred} onChange={choose} />
      <FileExcelOutlined className="imports__drop-icon" aria-hidden="true" />
      <strong>{t(barred ? 'desk.start.dropFirst' : 'desk.start.drop')}</strong>
      <span>{t('desk.start.dropNote', { most })}</span>
    </label>
  );
}
