import { CameraOutlined, CloseOutlined } from '@ant-design/icons';
import { largestPhoto, photoTypes } from '@changming/domain/evidence';
import { useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';

import { type DeskPhoto, readDeskPhoto } from './desk-photo.ts';
import './photo-field.css';

type PhotoFieldProps = {
  readonly id?: string;
  readonly value?: readonly DeskPhoto[];
  readonly onChange?: (photos: readonly DeskPhoto[]) => void;
};

/** Chooses photos of a form; several at once, by click or by dropping them here. */
export function PhotoField({ id, value = [], onChange }: PhotoFieldProps) {
  const { t } = useTranslation('hazards');
  const [fault, setFault] = useState<string | null>(null);
  const add = async (files: readonly File[]) => {
    const read = await Promise.all(files.filter(({ size }) => size <= largestPhoto).map(readDeskPhoto));
    const good = read.filter((photo) => photo !== null);
    const fresh = good.filter(({ sha256 }) => !value.some((known) => known.sha256 === sha256));
    setFault(good.length < files.length ? t('desk.photos.notTaken') : null);
    onChange?.([...value, ...fresh]);
  };
  return (
    <div className="photo-field">
      {value.map((photo) => (
        <Chosen key={photo.id} photo={photo} onRemove={() => onChange?.(value.filter((each) => each !== photo))} />
      ))}
      <label className="photo-field__add" onDragOver={(event) => event.preventDefault()} onDrop={(event) => drop(event)}>
        <CameraOutlined />
        {t('desk.photos.add')}
        <input
          {...(id === undefined ? {} : { id })}
          type="file"
          multiple
          accept={photoTypes.join(',')}
          onChange={(event) => {
            void add([...(event.target.files ?? [])]);
            event.target.value = '';
          }}
        />
      </label>
      {fault !== null && (
        <p role="alert" className="photo-field__fault">
          {fault}
        </p>
      )}
    </div>
  );

  function drop(event: React.DragEvent<HTMLLabelElement>): void {
    event.preventDefault();
    void add([...event.dataTransfer.files]);
  }
}

function Chosen({ photo, onRemove }: { readonly photo: DeskPhoto; readonly onRemove: () => void }) {
  const { t } = useTranslation('hazards');
  const [url, setUrl] = useState<string>();
  useEffect(() => {
    const made = URL.createObjectURL(photo.file);
    setUrl(made);
    return () => URL.revokeObjectURL(made);
  }, [photo.file]);
  return (
    <span className="photo-field__chosen">
      {url !== undefined && <img src={url} alt={photo.file.name} />}
      <button type="button" aria-label={t('desk.photos.remove', { name: photo.file.name })} onClick={onRemove}>
        <CloseOutlined />
      </button>
    </span>
  );
}
