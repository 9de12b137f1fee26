import { PictureOutlined } from '@ant-design/icons';
import { useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';

import './sheets.css';

type PictureFieldProps = { readonly id?: string; readonly value?: File | null; readonly onChange?: (file: File) => void };

/** Chooses the picture of a sheet, by click or by dropping it here, and shows it. */
export function PictureField({ id, value = null, onChange }: PictureFieldProps) {
  const { t } = useTranslation('points');
  return (
    <label
      className="picture-field"
      onDragOver={(event) => event.preventDefault()}
      onDrop={(event) => {
        event.preventDefault();
        const [dropped] = event.dataTransfer.files;
        if (dropped !== undefined) onChange?.(dropped);
      }}
    >
      {value === null ? <Invitation /> : <Shown file={value} />}
      <span className="picture-field__words">{value === null ? t('desk.sheets.choosePicture') : value.name}</span>
      <input
        {...(id === undefined ? {} : { id })}
        type="file"
        accept="image/*"
        onChange={(event) => {
          const [chosen] = event.target.files ?? [];
          if (chosen !== undefined) onChange?.(chosen);
          event.target.value = '';
        }}
      />
    </label>
  );
}

function Invitation() {
  return <PictureOutlined className="picture-field__sign" aria-hidden="true" />;
}

function Shown({ file }: { readonly file: File }) {
  const [url, setUrl] = useState<string>();
  useEffect(() => {
    const made = URL.createObjectURL(file);
    setUrl(made);
    return () => URL.revokeObjectURL(made);
  }, [file]);
  return url === undefined ? null : <img src={url} alt={file.name} />;
}
