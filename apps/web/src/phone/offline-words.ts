import * as en from '@changming/phrases/en/shell/offline';
import * as zhCN from '@changming/phrases/zh-CN/shell/offline';

import { wordsOf } from './words.ts';

export const useOfflineWords = wordsOf<typeof zhCN>({ 'zh-CN': zhCN, en });
