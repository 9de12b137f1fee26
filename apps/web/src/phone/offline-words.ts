import * as en from '@changming/phrases/en/offline';
import * as zhCN from '@changming/phrases/zh-CN/offline';

import { type Translate, wordsOf } from './words.ts';

export const useOfflineWords = wordsOf<typeof zhCN>({ 'zh-CN': zhCN, en });
export type OfflineWords = Translate<typeof zhCN>;
