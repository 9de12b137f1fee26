import { photoTypes } from '@changming/domain/evidence';
import { useTranslation } from 'react-i18next';

type ProofFieldProps = { readonly id?: string; readonly value?: readonly File[]; readonly onChange?: (files: readonly File[]) => void };

/** Chooses the photos of a form; the names stand beneath. */
export function ProofField({ id, value = [], onChange }: ProofFieldProps) {
  const { t } = useTranslation('actions');
  return (
    <>
      <input
        {...(id === undefined ? {} : { id })}
        type="file"
        multiple
        accept={photoTypes.join(',')}
        aria-label={t('desk.fields.photos')}
        onChange={({ target }) => onChange?.([...(target.files ?? [])])}
      />
      {value.length > 0 && <p className="action-quiet">{value.map(({ name }) => name).join('、')}</p>}
    </>
  );
}
