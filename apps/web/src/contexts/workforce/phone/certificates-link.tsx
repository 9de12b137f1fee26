import { certificatePhone as enPhone } from '@changming/phrases/en/workforce/certificate-phone';
import { certificatePhone } from '@changming/phrases/zh-CN/workforce/certificate-phone';

import { mayAnywhere } from '../../../api/may.ts';
import { go } from '../../../phone/path.ts';
import { useSession } from '../../../phone/session.tsx';
import { Card } from '../../../phone/ui/card.tsx';
import { wordsOf } from '../../../phone/words.ts';

type Words = { readonly [Key in keyof typeof certificatePhone]: string };
const useWords = wordsOf<Words>({ 'zh-CN': certificatePhone, en: enPhone });

/** The way to one's own certificates. */
export function CertificatesLink() {
  const t = useWords();
  return mayAnywhere(useSession().me, 'workforce.follow') ? <Card title={t('title')} onPress={() => go('/m/certificates')} /> : null;
}
