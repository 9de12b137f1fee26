import { photoTypes } from '@changming/domain/evidence';
import { App } from 'antd';
import { useRef } from 'react';
import { useTranslation } from 'react-i18next';

import { mayAnywhere } from '../../../api/may.ts';
import { useMe } from '../../../api/me.ts';
import { ActButton } from '../../../ui/act-button.tsx';
import { ConfirmAct } from '../../../ui/confirm-act.tsx';
import { sentenceOf } from '../../../ui/sentence-of.ts';
import { itemName } from '../certificate-look.ts';
import { type CertificateDetail, keepCertificatePhoto, useCertificateAct } from '../certificate-queries.ts';
import { sendCertificatePhoto } from '../send-certificate-photo.ts';
import './certificates.css';

type Issue = CertificateDetail['issues'][number];

/** The photo of a certificate, for who may see it, and the ways to put it in, replace it and take it away. */
export function CertificatePhoto({ certificate }: { readonly certificate: Issue }) {
  const { t } = useTranslation('workforce');
  const me = useMe();
  const sees = mayAnywhere(me, 'workforce.readPhoto');
  return (
    <div className="certificate-photo">
      {certificate.hasPhoto && sees && <Shown certificate={certificate} />}
      {certificate.hasPhoto && !sees && <p className="certificate-note">{t('certificateDesk.certificates.photoHidden')}</p>}
      {!certificate.hasPhoto && <p className="certificate-note">{t('certificateDesk.certificates.photoNone')}</p>}
      {mayAnywhere(me, 'workforce.edit') && <Ways certificate={certificate} />}
    </div>
  );
}

function Shown({ certificate }: { readonly certificate: Issue }) {
  const { t } = useTranslation('workforce');
  const at = (size: 'thumb' | 'view') => `/api/v1/workforce/certificates/${certificate.id}/photo/${size}?of=${certificate.version}`;
  return (
    <a href={at('view')} target="_blank" rel="noreferrer" title={t('certificateDesk.certificates.photoOpen')}>
      <img src={at('thumb')} alt={`${t('certificateDesk.certificates.photo')} ${certificate.name} ${itemName(certificate)}`} />
    </a>
  );
}

function Ways({ certificate }: { readonly certificate: Issue }) {
  const { t } = useTranslation('workforce');
  const { message } = App.useApp();
  const chooser = useRef<HTMLInputElement>(null);
  const keep = useCertificateAct(keepCertificatePhoto);
  const certificateId = certificate.id;
  const put = async (file: File) => {
    const evidenceId = await sendCertificatePhoto(file, { certificateId, unitId: certificate.unitId });
    if (evidenceId !== null) await keep.mutateAsync({ certificateId, body: { evidenceId } });
    if (evidenceId === null) void message.error(t('certificateDesk.certificates.photoNotTaken'));
    else void message.success(t('certificateDesk.certificates.photoKept'));
  };
  const remove = async () => {
    await keep.mutateAsync({ certificateId, body: { evidenceId: null } });
    void message.success(t('certificateDesk.certificates.photoGone'));
  };
  return (
    <span className="certificate-photo__ways">
      <input
        ref={chooser}
        hidden
        type="file"
        accept={photoTypes.join(',')}
        aria-label={t('certificateDesk.certificates.photo')}
        onChange={({ target }) => {
          const [file] = target.files ?? [];
          if (file !== undefined) put(file).catch((error: unknown) => void message.error(sentenceOf(error)));
          target.value = '';
        }}
      />
      <ActButton onClick={() => chooser.current?.click()}>
        {t(certificate.hasPhoto ? 'certificateDesk.certificates.photoReplace' : 'certificateDesk.certificates.photoPut')}
      </ActButton>
      {certificate.hasPhoto && (
        <ConfirmAct danger ask={t('certificateDesk.certificates.photoRemoveAsk', { name: certificate.name })} onAct={remove}>
          {t('certificateDesk.certificates.photoRemove')}
        </ConfirmAct>
      )}
    </span>
  );
}
