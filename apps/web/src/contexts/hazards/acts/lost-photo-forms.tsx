import * as contract from '@changming/contract/hazards';
import { Form, Select } from 'antd';
import { useTranslation } from 'react-i18next';

import { call } from '../../../api/call.ts';
import { whoSent } from '../components/missing-words.ts';
import { missingOf } from '../missing-photo.ts';
import type { HazardDetail } from '../queries.ts';
import { type ActForm, actForm, type Told } from './act-form.ts';
import { Words } from './fields.tsx';

type LostValues = { readonly sha256: string; readonly reason: string };
type Kind = 'before' | 'after';

const awaitedOf = (hazard: HazardDetail, kind: Kind) => missingOf(hazard).filter((photo) => photo.kind === kind && photo.awaited);

/** 照片已无法补传: which one, and why. */
function lostForm(kind: Kind, act: typeof contract.giveUpBeforePhoto | typeof contract.giveUpAfterPhoto): ActForm {
  return actForm<LostValues>({
    Fields: ({ hazard }: Told) => <LostFields hazard={hazard} kind={kind} />,
    initial: (hazard) => ({ sha256: awaitedOf(hazard, kind)[0]?.sha256 ?? '' }),
    danger: true,
    send: ({ id: hazardId }, { sha256, reason }) => call(act, { params: { hazardId }, body: { sha256, reason } }),
  });
}

function LostFields({ hazard, kind }: Told & { readonly kind: Kind }) {
  const { t } = useTranslation('hazards');
  const options = awaitedOf(hazard, kind).map(({ sha256, declaredBy }, at) => ({
    value: sha256,
    label: t('desk.lost.nthOf', { nth: at + 1, who: whoSent(declaredBy, t) }),
  }));
  return (
    <>
      <Form.Item name="sha256" label={t('desk.forms.lostPhoto')} rules={[{ required: true, message: t('desk.forms.choose') }]}>
        <Select options={options} />
      </Form.Item>
      <Words name="reason" required />
    </>
  );
}

export const lostPhotoForms = {
  giveUpBeforePhoto: lostForm('before', contract.giveUpBeforePhoto),
  giveUpAfterPhoto: lostForm('after', contract.giveUpAfterPhoto),
} satisfies Readonly<{ [act: string]: ActForm }>;
