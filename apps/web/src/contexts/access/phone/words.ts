import { phone as enPhone } from '@changming/phrases/en/access';
import { phone } from '@changming/phrases/zh-CN/access';

import { wordsOf } from '../../../phone/words.ts';

export const useAccessWords = wordsOf<typeof phone>({ 'zh-CN': phone, en: enPhone });
