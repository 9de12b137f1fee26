import * as contract from '@changming/contract/workforce';
import { certificatePhone as enPhone } from '@changming/phrases/en/workforce/certificate-phone';
import { certificateWords as enWords } from '@changming/phrases/en/workforce/certificates';
import { certificatePhone } from '@changming/phrases/zh-CN/workforce/certificate-phone';
import { certificateWords } from '@changming/phrases/zh-CN/workforce/certificates';

import { useState } from 'react';

import { call } from '../../../api/call.ts';
import { Button } from '../../../phone/ui/button.tsx';
import { Card } from '../../../phone/ui/card.tsx';
import { Failure, Notice, Waiting } from '../../../phone/ui/notice.tsx';
import { Screen } from '../../../phone/ui/screen.tsx';
import { useAsk } from '../../../phone/use-ask.ts';
import { wordsOf } from '../../../phone/words.ts';
import './certificates.css';

type Same<Words> = { readonly [Key in keyof Words]: Words[Key] extends string ? string : Same<Words[Key]> };
const zhCN = { phone: certificatePhone, standings: certificateWords.standings };
const useWords = wordsOf<Same<typeof zhCN>>({ 'zh-CN': zhCN, en: { phone: enPhone, standings: enWords.standings } });

const ask = (signal: AbortSignal) => call(contract.listOwnCertificates, { signal });

/** 我的证书: what the person holds, and what is due next. */
export function CertificatesScreen() {
  const t = useWords();
  const asked = useAsk(ask);
  return (
    <Screen title={t('phone.title')} back="/m/me">
      {asked.state === 'waiting' && <Waiting />}
      {asked.state === 'failed' && <Failure error={asked.error} onRetry={asked.again} />}
      {asked.state === 'ready' && <Own items={asked.answer.items} />}
    </Screen>
  );
}

function Own({ items }: { readonly items: readonly contract.OwnCertificate[] }) {
  const t = useWords();
  if (items.length === 0) return <Notice title={t('phone.empty')} next={t('phone.emptyNext')} />;
  return (
    <div className="stack">
      {items.map((item) => (
        <OwnCertificate key={item.id} certificate={item} />
      ))}
    </div>
  );
}

/** One certificate; its photo comes when it is asked for. */
function OwnCertificate({ certificate }: { readonly certificate: contract.OwnCertificate }) {
  const t = useWords();
  const [open, setOpen] = useState(false);
  const { id, itemName, standing, next, hasPhoto } = certificate;
  const due = next === null ? t('phone.forever') : t(`phone.${next.rule}`, { on: next.dueOn });
  return (
    <Card title={itemName} note={[t(`standings.${standing}`), due].join(' · ')}>
      {hasPhoto && (
        <Button look="plain" onPress={() => setOpen(!open)}>
          {t(open ? 'phone.photoClose' : 'phone.photoOpen')}
        </Button>
      )}
      {open && (
        <img className="own-paper" src={`/api/v1/workforce/own-certificates/${id}/photo/view`} alt={t('phone.photo', { item: itemName })} />
      )}
    </Card>
  );
}
